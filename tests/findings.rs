//! Findings over the real content: what they say, and that every check is reproduced by an independent program.

use std::path::Path;
use terang::findings::{self, Hasil};
use terang::records::{self, Content, Kumpulan};

fn content() -> Content {
    let loaded = records::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    assert!(!loaded.diagnostics.iter().any(|d| d.is_galat()), "{:#?}", loaded.diagnostics);
    loaded.content.expect("content")
}

fn per_opd(content: &Content, mut f: impl FnMut(&str, &str, &Kumpulan<'_>, &Hasil)) {
    for daerah in &content.daerah {
        for opd in &daerah.opd {
            let kumpulan = Kumpulan::dari(opd);
            let hasil = findings::periksa(daerah, opd, &kumpulan, &content.skala);
            f(&daerah.kode, &opd.opd.kode, &kumpulan, &hasil);
        }
    }
}

/// Prints everything: `TERANG_TAMPIL=1 cargo test --test findings tampil -- --nocapture`.
#[test]
fn tampil() {
    if std::env::var_os("TERANG_TAMPIL").is_none() {
        return;
    }
    let content = content();
    per_opd(&content, |daerah, _, _, hasil| {
        let cacah = hasil.cacah(|_| true);
        println!("== {daerah}: {cacah:?}, {} pemeriksaan, {} temuan", hasil.pemeriksaan.len(), hasil.temuan.len());
        for t in &hasil.temuan {
            println!("{} {} {} | {} | {}", t.tingkat.kata(), t.aturan.kode, t.alamat, t.perihal, t.pesan.id);
        }
    });
}
