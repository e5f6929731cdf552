//! Two languages, one set of facts: findings and derived figures in English are those in Indonesian, in English words and
//! English numbers. Names, places and cells as printed are the only Indonesian in them.

#![allow(clippy::disallowed_methods)] // The cases of the rules are read from a folder.

use crate::temuan_bantu;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;
use temuan_bantu::{baca_kasus, content, isi_kasus};
use terang::findings::{self, Hasil};
use terang::measures::{self, DaftarTurunan};
use terang::number::Lang;
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

/// Calls `f` with everything computed from one OPD in both languages.
fn tiap_opd(mut f: impl FnMut(&str, &[String], [(&Hasil, &DaftarTurunan); 2])) {
    for (label, content) in semua() {
        for (daerah, opd) in content.daerah.iter().flat_map(|d| d.opd.iter().map(move |o| (d, o))) {
            let k = Kumpulan::dari(opd);
            let both = [Lang::Id, Lang::En].map(|lang| {
                (findings::periksa(daerah, opd, &k, &content.skala, lang), measures::turunan(opd, &k, lang))
            });
            f(label, &nama(content, daerah, opd, &k), [(&both[0].0, &both[0].1), (&both[1].0, &both[1].1)]);
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
    let mut out = String::new();
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '“' => quoted = true,
            '”' => quoted = false,
            c if !quoted => out.push(c),
            _ => {}
        }
    }
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

#[test]
fn english_findings_and_derived_figures_are_the_indonesian_ones() {
    let mut rules = BTreeSet::new();
    tiap_opd(|label, _, [(id, turunan_id), (en, turunan_en)]| {
        let values = |d: &DaftarTurunan| -> Vec<_> {
            let inputs = |t: &measures::Turunan| t.masukan.iter().map(|m| m.nilai).collect::<Vec<_>>();
            d.values().map(|t| (t.alamat.clone(), t.nilai, inputs(t))).collect()
        };
        assert_eq!(values(turunan_id), values(turunan_en), "{label}");
        let keys = |h: &Hasil| -> Vec<_> {
            let places = |t: &findings::Temuan| t.rujukan.iter().map(|r| r.pernyataan).collect::<Vec<_>>();
            h.temuan
                .iter()
                .map(|t| {
                    let key = (t.aturan.kode, t.alamat.clone(), t.tingkat, t.tertulis.clone(), t.terhitung.clone());
                    (key, places(t), t.pengganti.clone())
                })
                .collect()
        };
        assert_eq!(keys(id), keys(en), "{label}");
        let checks = |h: &Hasil| -> Vec<_> {
            let one = |p: &findings::Pemeriksaan| (p.alamat.clone(), p.aturan, p.terhitung, p.hasil.kata());
            h.pemeriksaan.iter().map(one).collect()
        };
        assert_eq!(checks(id), checks(en), "{label}");
        rules.extend(en.temuan.iter().map(|t| t.aturan.kode));
    });
    assert_eq!(rules.len(), findings::ATURAN.len(), "every rule has spoken English");
}

#[test]
fn english_texts_hold_no_indonesian_but_names() {
    let mut wrong = BTreeSet::new();
    tiap_opd(|label, nama, [_, (hasil, turunan)]| {
        let mut look = |what: &str, text: &str| {
            // Names are taken out only where there is something to take out.
            if asing(text).is_empty() {
                return;
            }
            let found = asing(&kata_kita(text, nama));
            if !found.is_empty() {
                wrong.insert(format!("{label}, {what}: {found:?} in {text}"));
            }
        };
        for t in &hasil.temuan {
            for text in [&t.pesan.en, &t.perihal, &t.rumus] {
                look(t.aturan.kode, text);
            }
        }
        for p in &hasil.pemeriksaan {
            look(p.aturan, &p.rumus);
            look(p.aturan, &p.isian);
            p.masukan.iter().for_each(|m| look(p.aturan, &format!("{} {}", m.label, m.teks)));
            if let findings::HasilUji::BasisLain(basis) = &p.hasil {
                look(p.aturan, &basis.nama.en);
            }
        }
        for t in turunan.values() {
            look(&t.alamat, t.rumus);
            look(&t.alamat, &t.isi);
            t.masukan.iter().for_each(|m| look(&t.alamat, &format!("{} {}", m.label, m.teks)));
        }
        for b in hasil.kelengkapan.iter().flat_map(|k| &k.butir) {
            look(b.kode, &b.nama.en);
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
