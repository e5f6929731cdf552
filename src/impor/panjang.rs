//! Panjang: open data in long form, one measure a row (`kategori`, `jumlah`): widened to a table, of the record's year.

use super::angka::{self, Cara, Nilai};
use super::isian::{Anggaran, Simpul};
use super::kepala::Tabel;
use super::kisi::Lembar;
use super::makna::{Bentuk, Kepala, Makna, lipat};
use super::masalah::Masalah;
use super::peta::Peta;
use super::tebak::tebak;
use crate::pesan;
use indexmap::IndexMap;

/// Whether a table is in long form.
pub fn bentuk(tabel: &Tabel) -> bool {
    let has = |makna| tabel.kolom.iter().any(|k| k.makna == makna);
    has(Makna::Kategori) && has(Makna::Panjang)
}

/// Reads a budget in long form.
pub fn susun(lembar: &Lembar, tabel: &Tabel, peta: &Peta, tahun: i32, masalah: &mut Vec<Masalah>) -> Anggaran {
    let at = |fits: &dyn Fn(&Makna) -> bool| tabel.kolom.iter().rev().find(|k| fits(&k.makna)).map(|k| k.indeks);
    let name = at(&|m| matches!(m, Makna::NamaTingkat(_) | Makna::Nama)).unwrap_or(0);
    let kind = at(&|m| *m == Makna::Kategori).unwrap_or(0);
    let amount = at(&|m| *m == Makna::Panjang).unwrap_or(0);
    super::satuan::periksa(lembar, tabel, peta, masalah);
    let years = super::blok::tahun(lembar, tabel);
    let own = |row: &usize| years.get(row).is_none_or(|y| *y == tahun);
    let rows: Vec<usize> = tabel.isi.clone().filter(own).filter(|r| !lembar.sel(*r, amount).kosong()).collect();
    let cells: Vec<(usize, usize)> = rows.iter().map(|r| (*r, amount)).collect();
    let style = angka::gaya(lembar, &cells, peta, masalah);
    let cara = Cara { style, kali: peta.kali().unwrap_or(1), strip: peta.strip.as_deref() };
    let mut out = Anggaran { kolom: Vec::new(), simpul: IndexMap::new(), total: None, style, catatan: Vec::new() };
    for row in rows {
        let category = lembar.sel(row, kind).tulisan();
        let words = [lipat(&category)];
        let head = Kepala {
            tingkat: &words,
            judul: "",
            pendek: false,
            angka: true,
            besar: true,
            tingkatan: false,
            panjang: false,
            tahun,
            bentuk: Bentuk::Anggaran,
        };
        let makna = peta.kolom(usize::MAX, &words).unwrap_or_else(|| tebak(&head));
        let Makna::Ukuran(measure) = makna else { continue };
        let column = out.kolom.iter().position(|k| *k == measure).unwrap_or_else(|| {
            out.kolom.push(measure);
            out.kolom.len() - 1
        });
        let value = match angka::baca(lembar, (row, amount), cara, true) {
            Ok(value) => value,
            Err(m) => {
                masalah.push(m);
                continue;
            }
        };
        let nama = lembar.sel(row, name).tulisan();
        let key = lipat(&nama);
        let node = out.simpul.entry(key).or_insert(Simpul {
            resmi: None,
            dalam: 0,
            nama: Some(nama),
            induk: None,
            sel: None,
            sumber: Vec::new(),
            dijumlahkan: false,
            baris: row,
            indikator: (Vec::new(), None),
        });
        let cells = node.sel.get_or_insert_with(Vec::new);
        if cells.len() <= column {
            cells.resize(column + 1, Nilai::Tiada);
        }
        if cells[column] != Nilai::Tiada && cells[column] != value {
            masalah.push(Masalah::sel(
                lembar,
                row,
                amount,
                pesan!(
                    "`{kategori}` untuk `{nama}` tercetak lagi dengan angka lain: daerah atau perangkat daerah lain?",
                    "`{kategori}` of `{nama}` is printed again with another figure: of another region or agency?",
                    kategori = category,
                    nama = lembar.sel(row, name).tulisan()
                ),
                pesan!(
                    "sisakan baris perangkat daerah ini saja, lalu impor lagi",
                    "keep the rows of this agency only, then import again"
                ),
            ));
        }
        cells[column] = value;
    }
    let width = out.kolom.len();
    for node in out.simpul.values_mut() {
        node.sel.get_or_insert_with(Vec::new).resize(width, Nilai::Tiada);
    }
    super::persen::pulihkan(&mut out);
    if out.simpul.is_empty() {
        masalah.push(Masalah::sel(
            lembar,
            tabel.kepala.1,
            kind,
            pesan!("tidak ada baris tahun {tahun} yang bisa dibaca", "no row of {tahun} that can be read"),
            pesan!("periksa kolom tahun dan kategorinya", "check its columns of year and category"),
        ));
    }
    out
}
