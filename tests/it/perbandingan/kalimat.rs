//! Sentences about comparisons: values in, sentence out, one file a case.

use super::bersama::{self, KasusNilai, KasusPadanan, baca, berkas};
use serde::Deserialize;
use std::collections::BTreeMap;
use terang::comparisons::susun;
use terang::number::Lang;
use terang::pages::kalimat::{banding as kalimat, letak};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kasus {
    judul: String,
    #[serde(default)]
    padanan: KasusPadanan,
    nilai: Vec<KasusNilai>,
    #[serde(default)]
    hilang: Vec<String>,
    kalimat: String,
    /// Where each daerah stands.
    #[serde(default)]
    tempat: BTreeMap<String, String>,
    /// Rank of each daerah: `best worst of`.
    #[serde(default)]
    peringkat: BTreeMap<String, String>,
}

#[test]
fn sentences_are_as_their_case_says() {
    let mut wrong: Vec<String> = Vec::new();
    for path in berkas("kalimat") {
        let k: Kasus = baca(&path);
        let name = format!("{} ({})", path.display(), k.judul);
        let mut p = bersama::padanan(&k.padanan);
        if let terang::records::IsiPadanan::Indikator { pembilang, penyebut, skala: None } = &mut p.isi {
            pembilang.get_or_insert_with(|| "ppks-tertangani".into());
            penyebut.get_or_insert_with(|| "ppks-terdata".into());
        }
        let values: Vec<_> = k.nilai.iter().map(|n| bersama::nilai(&p, n)).collect();
        let missing: Vec<_> = k.hilang.iter().map(|d| bersama::hilang(d)).collect();
        let t = susun(&p, 2024, values, missing);
        let mut held = |what: &str, is: String, expected: &String| {
            if is != *expected {
                wrong.push(format!("{name}\t{what}\n  {is}\n  {expected}"));
            }
        };
        held("kalimat", kalimat::tahun(Lang::Id, &p, &t), &k.kalimat);
        let mut english = vec![kalimat::tahun(Lang::En, &p, &t)];
        english.extend(kalimat::singkat(Lang::En, &p, &t));
        for daerah in k.tempat.keys() {
            let own = t.milik(daerah).next().unwrap_or_else(|| panic!("{name}: {daerah}"));
            english.push(letak::tempat(Lang::En, &p, &t, own));
        }
        bersama::inggris(&path, &english);
        for (daerah, expected) in &k.tempat {
            let own = t.milik(daerah).next().unwrap_or_else(|| panic!("{name}: {daerah}"));
            held(daerah, letak::tempat(Lang::Id, &p, &t, own), expected);
        }
        for (daerah, expected) in &k.peringkat {
            let own = t.milik(daerah).next().unwrap_or_else(|| panic!("{name}: {daerah}"));
            let rank =
                own.peringkat.map_or("tidak ada".to_string(), |r| format!("{} {} {}", r.terbaik, r.terburuk, r.dari));
            assert_eq!(&rank, expected, "{name}: {daerah}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
