//! Measures every stage of a build on generated content, in one run, on one thread, as ratios to parsing.
//!
//! `cargo run --release --example tolok [-- RECORDS]`; 2,000 records by default. docs/kecepatan.md holds a result.

#![allow(clippy::disallowed_methods, reason = "a benchmark asks the clock; it is no part of a build")]

#[path = "../bangkitan/isi/mod.rs"]
mod isi;
mod waktu;

use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use terang::charts::{self, Lebar};
use terang::findings;
use terang::measures;
use terang::pages::data::DataOpd;
use terang::pages::semua::{bandingkan, semua};
use terang::records::{self, Content, Kumpulan};
use terang::site;
use terang::templates::Theme;
use waktu::{Tahap, ukur};

/// Pages, charts and whole builds are measured on this many records: their output would not fit the memory of a
/// laptop for 20,000, and their cost grows with the records.
const CONTOH: usize = 200;

/// Agencies measured at once.
const PORSI: usize = 500;

/// Years of each generated agency.
const TAHUN: usize = 2;

fn main() {
    let rekaman = std::env::args().nth(1).map_or(2_000, |text| text.parse().expect("RECORDS is a number"));
    let dir = tempfile::tempdir().expect("a temporary folder");
    let opd = rekaman / TAHUN;
    // Up to 514 kabupaten, then more agencies in each.
    let ukuran =
        isi::Ukuran { daerah: opd.clamp(1, 514), opd: opd.div_ceil(514).max(1), tahun: TAHUN, benih: 1, keliru: false };
    let asal = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    isi::tulis(dir.path(), &asal, &ukuran).expect("write the content");
    // One thread and its own processor time: other work on the machine changes little.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
    let tahap = pool.install(|| semua_tahap(dir.path()));
    lapor(&tahap);
}

fn semua_tahap(dir: &Path) -> Vec<Tahap> {
    let (baca, loaded) = ukur(|| records::load(dir));
    assert!(loaded.diagnostics.is_empty(), "the generated content is right: {:?}", loaded.diagnostics.first());
    let content = loaded.content.expect("content");
    let opds: Vec<_> = content.daerah.iter().flat_map(|d| d.opd.iter().map(move |o| (d, o))).collect();
    let banyak: usize = opds.iter().map(|(_, o)| o.rekaman.len()).sum();
    let (mut pernyataan, mut ukuran, mut temuan) = (0, 0, 0);
    let (mut angka, mut uji, mut ditemukan) = (0, 0, 0);
    // In portions that fit the memory and are long enough for the clock of the system.
    for bagian in opds.chunks(PORSI) {
        let (waktu, kumpulan) = ukur(|| bagian.iter().map(|(_, opd)| Kumpulan::dari(opd)).collect::<Vec<_>>());
        pernyataan += waktu;
        angka += kumpulan.iter().map(|k| k.semua.len()).sum::<usize>();
        let pairs = || bagian.iter().zip(&kumpulan);
        let (waktu, turunan) = ukur(|| pairs().map(|((_, opd), k)| measures::turunan(opd, k)).collect::<Vec<_>>());
        ukuran += waktu;
        black_box(turunan);
        let (waktu, hasil) = ukur(|| {
            pairs().map(|((daerah, opd), k)| findings::periksa(daerah, opd, k, &content.skala)).collect::<Vec<_>>()
        });
        temuan += waktu;
        uji += hasil.iter().map(|h| h.pemeriksaan.len()).sum::<usize>();
        ditemukan += hasil.iter().map(|h| h.temuan.len()).sum::<usize>();
    }
    let mut out = vec![
        Tahap::new("membaca (records::load)", baca, banyak),
        Tahap::new("pernyataan (Kumpulan::dari)", pernyataan, banyak),
        Tahap::new("ukuran turunan (measures::turunan)", ukuran, banyak),
        Tahap::new("pemeriksaan (findings::periksa)", temuan, banyak),
    ];
    let mut stdout = std::io::stdout().lock();
    let _ = writeln!(stdout, "{banyak} rekaman, {angka} angka, {uji} pemeriksaan, {ditemukan} temuan");
    out.extend(situs(&content));
    out
}

/// Pages, charts and the whole build of a sample.
fn situs(content: &Content) -> Vec<Tahap> {
    let mut sample = content.clone();
    let mut seen = 0;
    sample.daerah.retain(|d| {
        let keep = seen < CONTOH;
        seen += d.opd.iter().map(|o| o.rekaman.len()).sum::<usize>();
        keep
    });
    let all = DataOpd::semua(&sample);
    let banyak: usize = all.iter().map(|d| d.sumber.rekaman.len()).sum();
    let (padanan, banding) = ukur(|| bandingkan(&sample, &all));
    let (halaman, pages) = ukur(|| semua(&sample, &all, &banding));
    let figures = || pages.iter().flat_map(|p| &p.figure);
    let (grafik, _) = ukur(|| {
        for figure in figures() {
            black_box((charts::svg(figure, Lebar::Lebar), charts::svg(figure, Lebar::Sempit)));
        }
    });
    let theme = Theme::load(None).map_err(|(found, _)| found).expect("the built-in theme");
    let (bangun, built) =
        ukur(|| site::build(&sample, &all, &theme, &site::Options::default(), &|_, _| {}).expect("a site"));
    let bytes: usize = built.files.values().map(Vec::len).sum();
    let mut stdout = std::io::stdout().lock();
    let _ = writeln!(
        stdout,
        "contoh {banyak} rekaman: {} halaman, {} grafik, {} berkas, {} MB",
        built.ringkasan.halaman,
        built.ringkasan.grafik,
        built.files.len(),
        bytes / 1_000_000
    );
    vec![
        Tahap::new("perbandingan (comparisons)", padanan, banyak),
        Tahap::new("halaman (pages::semua)", halaman, banyak),
        Tahap::new("grafik (charts::svg)", grafik, banyak),
        Tahap::new("seluruh situs (site::build)", bangun, banyak),
    ]
}

fn lapor(tahap: &[Tahap]) {
    let base = tahap.first().map_or(1, Tahap::per_rekaman).max(1);
    let mut stdout = std::io::stdout().lock();
    let _ = writeln!(stdout, "\n{:<40} {:>12} {:>12}", "tahap", "µs/rekaman", "× membaca");
    for t in tahap {
        let per = t.per_rekaman();
        let ratio = per * 100 / base;
        let _ = writeln!(stdout, "{:<40} {:>12} {:>9}.{:02}", t.nama, per / 1_000, ratio / 100, ratio % 100);
    }
}
