//! Two languages, one set of facts: findings and derived figures in English are those in Indonesian, in English words and
//! English numbers. Names, places and cells as printed are the only Indonesian in them.

#![allow(clippy::disallowed_methods)] // The cases of the rules are read from a folder.

use crate::situs_bantu::teks::tanpa_kutipan;
use crate::temuan_bantu;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;
use temuan_bantu::{baca_kasus, content, isi_kasus};
use terang::diagnostic::Pesan;
use terang::findings::{self, Hasil};
use terang::measures::{self, DaftarTurunan};
use terang::records::{Bagian, Content, Daerah, Kumpulan, OpdTahun, Simpul};

/// The content of this repository and that of every case of every rule.
fn semua() -> &'static [(String, Content)] {
    static SEMUA: OnceLock<Vec<(String, Content)>> = OnceLock::new();
    SEMUA.get_or_init(baca)
}

fn baca() -> Vec<(String, Content)> {
    let mut out = vec![("content".to_string(), content())];
    for rule in findings::ATURAN {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings").join(rule.kode).join("kasus.yaml");
        let cases = baca_kasus(&path);
        out.extend(cases.iter().map(|k| (format!("{}: {}", rule.kode, k.nama), isi_kasus(k))));
    }
    out
}

/// Calls `f` with everything computed from one OPD.
fn tiap_opd(mut f: impl FnMut(&str, &[String], &Hasil, &DaftarTurunan)) {
    for (label, content) in semua() {
        for (daerah, opd) in content.daerah.iter().flat_map(|d| d.opd.iter().map(move |o| (d, o))) {
            let k = Kumpulan::dari(opd);
            let (hasil, turunan) = (findings::periksa(daerah, opd, &k, &content.skala), measures::turunan(opd, &k));
            f(label, &nama(content, daerah, opd, &k), &hasil, &turunan);
        }
    }
}

/// Everything that is written as the documents, or whoever copied them, write it; the longest first.
fn nama(content: &Content, daerah: &Daerah, opd: &OpdTahun, k: &Kumpulan<'_>) -> Vec<String> {
    let mut all: BTreeSet<String> = BTreeSet::from([daerah.nama.clone()]);
    for p in &k.semua {
        all.extend([p.sumber.letak.clone(), p.sel.tercetak.clone()]);
        all.extend(p.sel.angka().and_then(|a| a.satuan.clone()));
        match p.bagian {
            Bagian::Tabel { tabel, baris, kolom } => {
                all.extend([tabel.judul.clone(), baris.nama.clone(), kolom.nama.clone()]);
            }
            Bagian::PihakLain { pihak, .. } => all.extend(pihak.alias.iter().chain([&pihak.nama]).cloned()),
            _ => {}
        }
    }
    all.extend(opd.opd.dokumen.values().map(|d| d.jenis.clone()));
    all.extend(opd.opd.tujuan.iter().flat_map(|t| &t.sasaran).map(|s| s.nama.clone()));
    for x in opd.opd.indikator.values() {
        all.extend(x.alias.iter().chain([&x.nama]).chain(&x.letak).cloned());
        all.extend(x.riwayat.iter().flat_map(|r| r.letak.clone()));
    }
    for r in &opd.rekaman {
        all.extend(r.anggaran.pohon.iter().flat_map(Simpul::semua).map(|(_, n)| n.nama.clone()));
        all.extend(r.setara.iter().map(|s| s.nama.clone()));
        all.extend(r.kinerja.iter().flat_map(|t| t.judul.clone()));
        all.extend(r.anggaran.tabel.iter().flat_map(|t| t.judul.clone()));
    }
    for s in content.skala.values() {
        all.insert(s.nama.clone());
        all.extend(s.kelas.iter().flat_map(|c| c.tertulis.iter().chain([&c.nama]).cloned()));
    }
    let mut list: Vec<String> = all.into_iter().filter(|n| n.chars().count() > 1).collect();
    list.sort_by_key(|n| std::cmp::Reverse(n.chars().count()));
    list
}

/// A text without quotations and names.
fn kata_kita(text: &str, nama: &[String]) -> String {
    let mut out = tanpa_kutipan(text);
    // A name that is also a number or a word of ours is no name here.
    for n in nama.iter().filter(|n| n.contains(' ') || n.chars().any(|c| c.is_uppercase())) {
        out = out.replace(n.as_str(), "·");
    }
    out
}

/// Indonesian words that no English sentence of ours may hold.
const INDONESIA: &str = "dan yang dari untuk pada dengan bila tidak tetapi sedangkan menurut di ke sampai seluruh semua lagi \
    tertulis terhitung tercetak dibaca dihitung cocok jumlah cacah baris masa tahun triwulan bulan nilai angka satuan rumus \
    nama pagu realisasi capaian serapan sisa efisiensi predikat bagian hasil rencana aksi laporan perjanjian perubahan murni \
    sasaran kegiatan indikator pembilang penyebut kenaikan penurunan pertumbuhan selisih kumulatif fisik anggaran definisi \
    kelas poin persen juta miliar triliun terhadap sebelumnya masukan lain tinggi sedang rendah";

/// The Indonesian words and numbers in a text of ours.
fn asing(text: &str) -> Vec<String> {
    let words: Vec<&str> = INDONESIA.split_whitespace().collect();
    let lower = text.to_lowercase();
    let mut found: Vec<String> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|w| words.contains(w)).map(str::to_string).collect();
    // `94,31` and `1.234.567` are Indonesian: in English a comma is followed by three digits, and a number has one point.
    for token in text.split(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')) {
        let token = token.trim_matches([',', '.']);
        let groups: Vec<&str> = token.split(',').collect();
        let whole = groups.last().and_then(|g| g.split('.').next()).unwrap_or_default();
        let bad_group =
            groups.len() > 1 && (whole.len() != 3 || groups[1..groups.len() - 1].iter().any(|g| g.len() != 3));
        if bad_group || token.matches('.').count() > 1 {
            found.push(token.to_string());
        }
    }
    found
}

/// The digits of a text, number by number: separators differ between the languages, digits never.
fn angka(text: &str) -> Vec<String> {
    let bare: String = text.chars().filter(|c| !matches!(c, '.' | ',')).collect();
    let mut all: Vec<String> =
        bare.split(|c: char| !c.is_ascii_digit()).filter(|w| !w.is_empty()).map(str::to_string).collect();
    all.sort();
    all
}

#[test]
fn both_languages_tell_the_same_numbers() {
    let mut rules = BTreeSet::new();
    tiap_opd(|label, _, hasil, turunan| {
        let same = |t: &Pesan| assert_eq!(angka(&t.id), angka(&t.en), "{label}: {t:?}");
        for t in &hasil.temuan {
            [&t.perihal, &t.rumus].into_iter().for_each(same);
            assert!(!t.pesan.id.is_empty() && !t.pesan.en.is_empty(), "{label}");
            rules.insert(t.aturan.kode);
        }
        for p in &hasil.pemeriksaan {
            [&p.rumus, &p.isian].into_iter().for_each(same);
            p.masukan.iter().for_each(|m| [&m.label, &m.teks].into_iter().for_each(same));
        }
        for t in turunan.values() {
            [&t.rumus, &t.isi].into_iter().for_each(same);
            t.masukan.iter().for_each(|m| [&m.label, &m.teks].into_iter().for_each(same));
        }
    });
    assert_eq!(rules.len(), findings::ATURAN.len(), "every rule has spoken in both languages");
}

#[test]
fn english_texts_hold_no_indonesian_but_names() {
    let mut wrong = BTreeSet::new();
    tiap_opd(|label, nama, hasil, turunan| {
        let mut look = |what: &str, text: &Pesan| {
            // Names are taken out only where there is something to take out.
            if asing(&text.en).is_empty() {
                return;
            }
            let found = asing(&kata_kita(&text.en, nama));
            if !found.is_empty() {
                wrong.insert(format!("{label}, {what}: {found:?} in {}", text.en));
            }
        };
        for t in &hasil.temuan {
            [&t.pesan, &t.perihal, &t.rumus].into_iter().for_each(|text| look(t.aturan.kode, text));
        }
        for p in &hasil.pemeriksaan {
            [&p.rumus, &p.isian].into_iter().for_each(|text| look(p.aturan, text));
            p.masukan.iter().for_each(|m| [&m.label, &m.teks].into_iter().for_each(|text| look(p.aturan, text)));
            if let findings::HasilUji::BasisLain(basis) = &p.hasil {
                look(p.aturan, &basis.nama);
            }
        }
        for t in turunan.values() {
            [&t.rumus, &t.isi].into_iter().for_each(|text| look(&t.alamat, text));
            t.masukan.iter().for_each(|m| [&m.label, &m.teks].into_iter().for_each(|text| look(&t.alamat, text)));
        }
        for b in hasil.kelengkapan.iter().flat_map(|k| &k.butir) {
            look(b.kode, &b.nama);
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_net_catches_what_it_should() {
    let nama = ["Program Rehabilitasi dan Jaminan".to_string()];
    let found = |text: &str| asing(&kata_kita(text, &nama));
    assert!(found("Printed 94.31% (Program Rehabilitasi dan Jaminan), Rp1,234,567 of “jumlah baris”.").is_empty());
    assert_eq!(found("Printed pagu 94,31%."), ["pagu", "94,31"]);
    assert_eq!(found("Rp1.234.567 and 12,34,567"), ["1.234.567", "12,34,567"]);
}
