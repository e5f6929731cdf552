//! All Rust tests, in one binary: linking 300 crates once is most of what a change costs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::disallowed_methods, reason = "tests write the files they are about")]

mod anggaran;
mod angka;
mod bangkitan;
mod bawa;
mod berat;
mod cari;
mod charts;
mod contoh;
mod dua_bahasa;
mod dwibahasa;
mod edisi;
mod findings;
mod galat;
mod halaman_inggris;
mod impor;
mod isi;
mod kasus;
mod kebijakan;
mod kemas;
mod kejujuran;
mod ketahanan;
mod konsep;
mod kontras;
mod lama;
mod layers;
mod mutasi;
mod pasti;
mod penerus;
mod perbandingan;
mod perintah;
mod portal;
mod pustaka;
mod ralat;
mod saji;
mod sebagian;
mod situs;
mod situs_bantu;
mod tema;
mod terbuka;
mod suntingan;
mod temuan_bantu;
mod terbit;
mod terbit_gangguan;
mod ukuran;
