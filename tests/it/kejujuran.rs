//! What pages claim is held against the statements: whoever says that something is absent must not have it, and whoever
//! says up, down, above or below must have two figures of one kind. Over the repository's content, the cases, and both with
//! random gaps, doubts and cut-offs.

use crate::situs_bantu::repositori;
use std::path::Path;
use terang::comparisons::{DaerahBanding, SebabHilang, bahan, banding};
use terang::number::Lang;
use terang::pages::angka::Kelas;
use terang::pages::data::DataOpd;
use terang::pages::{capaian, indikator, kalimat, pohon};
use terang::records::{self, BatasData, Content, Indikator, Jenis, Pernyataan, Rekaman};

/// Small and the same everywhere.
struct Acak(u64);

impl Acak {
    fn satu_dari(&mut self, n: u64) -> bool {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33).is_multiple_of(n)
    }
}

/// The repository's content and every case that loads.
fn semua() -> Vec<(String, Content)> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kasus");
    let mut roots: Vec<_> = std::fs::read_dir(cases).unwrap().map(|e| e.unwrap().path().join("content")).collect();
    roots.sort();
    roots.push(repositori());
    let load = |root: std::path::PathBuf| {
        let loaded = records::load(&root);
        let bad = loaded.diagnostics.iter().any(terang::diagnostic::Diagnostic::is_galat);
        Some((root.display().to_string(), loaded.content.filter(|_| !bad)?))
    };
    let all: Vec<_> = roots.into_iter().filter_map(load).collect();
    assert!(all.len() > 15, "the cases load");
    all
}

/// Tables fall out, rows fall out, cells are doubted, years end early.
fn rusak(content: &mut Content, benih: u64) {
    let mut acak = Acak(benih);
    for r in content.daerah.iter_mut().flat_map(|d| &mut d.opd).flat_map(|o| &mut o.rekaman) {
        r.kinerja.retain(|_| !acak.satu_dari(4));
        r.anggaran.tabel.retain(|_| !acak.satu_dari(4));
        for t in r.kinerja.iter_mut().chain(&mut r.anggaran.tabel) {
            t.baris.retain(|_| !acak.satu_dari(6));
            let cells = t.baris.iter_mut().flat_map(|(_, _, cells)| cells).flatten();
            cells.for_each(|cell| cell.ragu |= acak.satu_dari(9));
        }
        if acak.satu_dari(3) {
            r.batas_data = BatasData::akhir_bulan(r.tahun, if acak.satu_dari(2) { 9 } else { 6 });
        }
    }
}

/// Statements with a value below an address, whatever their period.
fn ada<'a>(d: &'a DataOpd<'_>, awal: &str) -> Option<&'a str> {
    let with = |p: &&Pernyataan<'_>| p.alamat.starts_with(awal) && p.sel.nilai.bernilai();
    d.kumpulan.semua.iter().find(with).map(|p| p.alamat.as_str())
}

fn ketiadaan(d: &DataOpd<'_>, r: &Rekaman) -> Vec<String> {
    let mut wrong = Vec::new();
    let tahun = r.tahun;
    let mut claim = |what: &str, counter: Option<&str>| {
        wrong.extend(counter.map(|c| format!("{} {tahun}: {what}, yet there is {c}", d.nama())));
    };
    for row in capaian::baris(d, r) {
        let kode = row.url.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        if row.realisasi.kelas == Kelas::Kosong {
            claim("no realisasi", ada(d, &format!("{tahun}/indikator/{kode}/realisasi")));
        }
        // A target that nobody can read is not absent: the page says so.
        if row.target.kelas == Kelas::Kosong && row.target.catatan.as_deref().is_some_and(|c| c.contains("belum ada")) {
            let other = |a: &&str| !["nasional", "provinsi", "nspk"].iter().any(|w| a.contains(w)) && !a.contains('@');
            claim("no target", ada(d, &format!("{tahun}/indikator/{kode}/target.")).filter(other));
        }
    }
    let money = |p: &&Pernyataan<'_>| {
        p.alamat.starts_with(&format!("{tahun}/anggaran/")) && p.jenis() == Jenis::Uang && p.bukti().is_some()
    };
    let some = d.kumpulan.semua.iter().filter(|p| p.rekaman == Some(tahun)).find(money).map(|p| p.alamat.as_str());
    match pohon::pohon(d, r) {
        None => claim("no budget", some),
        Some(tree) => {
            for (what, angka, names) in [
                ("pagu", &tree.pagu, &["pagu."][..]),
                ("realisasi", &tree.realisasi, &["realisasi", "realisasi_kumulatif"]),
            ] {
                let absent = ["belum ada di portal ini", "not in this portal yet"];
                if angka.kelas == Kelas::Kosong && angka.catatan.as_deref().is_some_and(|c| absent.contains(&c)) {
                    names.iter().for_each(|n| claim(what, ada(d, &format!("{tahun}/anggaran/total/{n}"))));
                }
            }
        }
    }
    let opening = kalimat::rekaman::pembuka(d, r);
    if opening.contains("realisasi seluruhnya belum ada") {
        claim("nothing spent", ada(d, &format!("{tahun}/anggaran/total/realisasi")));
    }
    if opening.contains("Realisasi dan anggaran") {
        claim("neither results nor budget", some);
    }
    wrong
}

#[test]
fn no_claim_of_absence_stands_beside_a_statement() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (name, content) in semua() {
        for benih in 0..4 {
            let mut content = content.clone();
            if benih > 0 {
                rusak(&mut content, benih);
            }
            let all = DataOpd::semua(&content);
            for d in &all {
                for r in &d.sumber.rekaman {
                    seen += 1;
                    wrong.extend(ketiadaan(d, r).into_iter().map(|w| format!("{name} ({benih}): {w}")));
                }
                for def in d.sumber.opd.indikator.values() {
                    let text = kalimat::indikator::indikator(d, def, &indikator::tahun(d, &def.kode));
                    let any = d.kumpulan.semua.iter().find(|p| {
                        p.alamat.contains(&format!("/indikator/{}/realisasi", def.kode)) && p.sel.nilai.bernilai()
                    });
                    if let Some(p) = any
                        .filter(|_| text.contains("realisasinya belum ada") || text.contains("belum ada target maupun"))
                    {
                        wrong.push(format!("{name} ({benih}): {text} Yet there is {}", p.alamat));
                    }
                }
            }
        }
    }
    assert!(seen > 100, "there was something to hold");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_comparison_calls_nobody_absent_whose_documents_print_the_figure() {
    let mut held = 0;
    for (name, content) in semua() {
        let all = DataOpd::semua(&content);
        let names = content.daerah.iter().map(DaerahBanding::dari).collect();
        let b = banding(&content.padanan, names, all.iter().map(|d| bahan(d)));
        for (kode, p) in &b.padanan {
            for t in p.tahun.values() {
                for h in t.hilang.iter().filter(|h| h.sebab == SebabHilang::TanpaAngka && h.bentuk.is_none()) {
                    held += 1;
                    let own = all.iter().filter(|d| d.daerah.kode == h.pemilik.daerah);
                    let own = own.filter(|d| h.pemilik.opd.as_ref().is_none_or(|o| *o == d.sumber.opd.kode));
                    for d in own {
                        let follows = |i: &&Indikator| i.padanan.as_ref() == Some(kode);
                        for def in d.sumber.opd.indikator.values().filter(follows) {
                            let found = ada(d, &format!("{}/indikator/{}/realisasi", t.tahun, def.kode));
                            assert_eq!(found, None, "{name}: {kode} {} calls {} absent", t.tahun, d.nama());
                        }
                    }
                }
            }
        }
    }
    assert!(held > 0, "somebody is missing somewhere");
}

/// Words that say on which side a value lies, or which way it went.
const ARAH: [&str; 8] = [
    "naik dari",
    "turun dari",
    "di bawah target",
    "di atas target",
    "lebih baik daripada",
    "lebih buruk daripada",
    "memenuhi target",
    "sama dengan target",
];

/// What a sentence about one year and the years before it says that the statements do not bear out.
fn arah(d: &DataOpd<'_>, def: &Indikator, tahun: i32, text: &str) -> Option<String> {
    let said: Vec<&str> = ARAH.into_iter().filter(|w| text.contains(w)).collect();
    let word = said.first()?;
    let printed = |t: i32| -> Vec<&Pernyataan<'_>> {
        d.kumpulan.di(&format!("{t}/indikator/{}/realisasi", def.kode)).filter(|p| p.sel.nilai.bernilai()).collect()
    };
    let cut = |t: i32| {
        d.sumber
            .rekaman
            .iter()
            .find(|r| r.tahun == t)
            .filter(|r| r.batas_data.hari().month() < 12 && r.batas_data.tahun() == t)
    };
    let from_own = |t: i32| printed(t).iter().any(|p| p.rekaman == Some(t));
    // What was promised for the same part of the year may be named.
    let semasa = text.contains("untuk masa itu");
    if cut(tahun).is_some() && from_own(tahun) && !word.contains(" dari") && !semasa {
        return Some(format!("`{word}` of a part of {tahun}"));
    }
    let (word, rising) = [("naik dari", true), ("turun dari", false)].into_iter().find(|(w, _)| text.contains(w))?;
    if (cut(tahun).is_some() && from_own(tahun)) != (cut(tahun - 1).is_some() && from_own(tahun - 1)) {
        return Some(format!("`{word}` across unequal periods"));
    }
    let values = |t: i32| -> Vec<_> { printed(t).iter().filter_map(|p| p.bukti()).collect() };
    let (old, new) = (values(tahun - 1), values(tahun));
    let one_way = !old.is_empty()
        && !new.is_empty()
        && old.iter().all(|a| new.iter().all(|b| if rising { b > a } else { b < a }));
    (!one_way).then(|| format!("`{word}` where {old:?} and {new:?} are printed"))
}

#[test]
fn no_word_of_direction_crosses_unequal_periods_or_straddling_values() {
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for (name, content) in semua() {
        for benih in 0..6 {
            let mut content = content.clone();
            if benih > 0 {
                rusak(&mut content, 100 + benih);
            }
            for d in &DataOpd::semua(&content) {
                for def in d.sumber.opd.indikator.values() {
                    let years = indikator::tahun(d, &def.kode);
                    let text = kalimat::indikator::indikator(d, def, &years);
                    let last = years
                        .iter()
                        .rev()
                        .find(|t| terang::measures::realisasi_tercetak(&d.kumpulan, **t, &def.kode).is_some());
                    let Some(last) = last else { continue };
                    seen += usize::from(ARAH.iter().any(|w| text.contains(w)));
                    wrong.extend(arah(d, def, *last, &text).map(|w| format!("{name} ({benih}): {w}: {text}")));
                    let change = format!("{last}/indikator/{}/perubahan", def.kode);
                    if let Some(t) = d.turunan.get(&change) {
                        let parts = [*last, last - 1]
                            .map(|t| d.sumber.rekaman.iter().find(|r| r.tahun == t).is_some_and(|r| !r.setahun()));
                        let doubted = t.masukan.iter().any(|m| d.kumpulan.di(&m.alamat).all(|p| p.sel.ragu));
                        if doubted
                            || (parts[0]
                                && !parts[1]
                                && d.kumpulan.di(&t.masukan[0].alamat).all(|p| p.rekaman == Some(*last)))
                        {
                            wrong.push(format!("{name} ({benih}): a change at {change}"));
                        }
                    }
                }
            }
        }
    }
    assert!(seen > 100, "there was something to hold");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_sentence_says_of_an_agency_or_a_document_that_it_kept_silent() {
    const TERLARANG: [&str; 8] = [
        "belum melaporkan",
        "tidak melaporkan",
        "belum dilaporkan",
        "tidak mencetak anggaran",
        "belum mencetak",
        "tanpa target yang tercetak",
        "did not report",
        "has not reported",
    ];
    for (name, content) in semua() {
        for d in &DataOpd::semua(&content) {
            for d in [d.clone(), d.dalam(Lang::En)] {
                let mut texts: Vec<String> =
                    d.sumber.rekaman.iter().map(|r| kalimat::rekaman::pembuka(&d, r)).collect();
                texts.extend(
                    d.sumber
                        .opd
                        .indikator
                        .values()
                        .map(|def| kalimat::indikator::indikator(&d, def, &indikator::tahun(&d, &def.kode))),
                );
                for text in texts {
                    assert!(!TERLARANG.iter().any(|w| text.contains(w)), "{name}: {text}");
                }
            }
        }
    }
}
