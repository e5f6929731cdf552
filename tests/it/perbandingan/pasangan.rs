//! Pairs of values with the relation and the sentences they must give, one file a case; and what the real content gives.

use super::bersama::{self, KasusNilai, KasusPadanan, baca, berkas};
use serde::Deserialize;
use std::path::Path;
use terang::comparisons::{Banding, Kedudukan, Permintaan, relasi};
use terang::number::Lang;
use terang::pages::data::DataOpd;
use terang::pages::kalimat;
use terang::pages::semua::bandingkan;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kasus {
    judul: String,
    #[serde(default)]
    padanan: KasusPadanan,
    a: KasusNilai,
    b: KasusNilai,
    #[serde(default)]
    tahun_tetangga: bool,
    relasi: String,
    #[serde(default)]
    alasan: Vec<String>,
    kalimat: String,
}

#[test]
fn pairs_relate_as_their_case_says() {
    for path in berkas("banding") {
        let k: Kasus = baca(&path);
        let name = format!("{} ({})", path.display(), k.judul);
        let p = bersama::padanan(&k.padanan);
        let (a, b) = (bersama::nilai(&p, &k.a), bersama::nilai(&p, &k.b));
        let minta = Permintaan { tahun_tetangga: k.tahun_tetangga };
        let r = relasi(&p, &a, &b, minta);
        assert_eq!(r.kata(), k.relasi, "{name}: {r:?}");
        assert_eq!(kalimat::alasan::semua(Lang::Id, r.alasan()), k.alasan, "{name}");
        assert_eq!(kalimat::banding::pasangan(Lang::Id, &p, &a, &b, &r), k.kalimat, "{name}");
        bersama::inggris(&path, &[kalimat::banding::pasangan(Lang::En, &p, &a, &b, &r)]);
        assert_eq!(relasi(&p, &b, &a, minta), r, "{name}: the order of the two must not matter");
        assert_eq!(kalimat::banding::pasangan(Lang::Id, &p, &b, &a, &r), k.kalimat, "{name}: nor for the sentence");
    }
}

/// Every reason must have a case.
#[test]
fn every_reason_has_a_case() {
    let all: String = berkas("banding").iter().map(|p| std::fs::read_to_string(p).unwrap()).collect();
    for word in [
        "ditandai diragukan saat disalin",
        "tidak tercetak sehingga",
        "tercetak tanpa pembilang",
        "menghitung terhadap",
        "mengalikan hasil baginya",
        "memakai skala",
        "memakai satuan",
        "makin rendah makin baik",
        "untuk tahun",
        "sampai 30 September",
        "pagu murni",
        "menyebutnya",
        "dikutip dari laporan",
    ] {
        assert!(all.contains(word), "no case contains `{word}`");
    }
}

fn nyata() -> Banding {
    let loaded = terang::records::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    let content = loaded.content.expect("content");
    bandingkan(&content, &DataOpd::semua(&content))
}

#[test]
fn the_four_kabupaten_give_every_kind_of_relation() {
    let b = nyata();
    let at = |kode: &str, tahun: i32, daerah: &str| {
        b.padanan[kode].tahun[&tahun].milik(daerah).next().expect("value").clone()
    };
    // A setara group: four evaluations of one year by one scale.
    assert!(b.padanan["nilai-sakip"].tahun[&2023].anggota.iter().all(|a| a.kedudukan == Kedudukan::Setara));
    assert_eq!(b.padanan["nilai-sakip"].tahun[&2023].n(), 4);
    assert_eq!(at("serapan", 2024, "blitar").kedudukan, Kedudukan::Setara);
    // Not setara: who should be handled is another count than who is registered.
    let other = at("ppks-tertangani", 2024, "blitar");
    let said = kalimat::alasan::semua(Lang::Id, other.kedudukan.alasan());
    assert!(!other.kedudukan.sebanding());
    assert!(
        said.iter().any(|s| s.starts_with("Blitar menghitung terhadap PMKS yang seharusnya tertangani, ")),
        "{said:?}"
    );
    // With a remark: one thing under several names.
    let every = b.padanan.values().flat_map(|p| p.tahun.values()).flat_map(|t| &t.anggota);
    assert!(every.into_iter().any(|a| matches!(a.kedudukan, Kedudukan::DenganCatatan(_))));
    // Not setara: Mojokerto counts recipients of aid against DTKS.
    let unlike = at("ppks-tertangani", 2023, "mojokerto");
    let sentences = kalimat::alasan::semua(Lang::Id, unlike.kedudukan.alasan());
    assert!(!unlike.kedudukan.sebanding());
    assert!(
        sentences
            .iter()
            .any(|s| s.ends_with("Mojokerto terhadap DTKS.") || s.starts_with("Mojokerto menghitung terhadap DTKS, ")),
        "{sentences:?}"
    );
    assert_eq!(unlike.peringkat, None);
    // A range: one report, two values of one realisasi.
    assert_eq!(at("ppks-tertangani", 2025, "jember").nilai.besaran.rentang(), Some((67.into(), 76.into())));
    // Second-hand: Lombok Tengah as Blitar's report states it, shown and never ranked.
    let quoted = at("ppks-tertangani", 2024, "lombok-tengah");
    assert_eq!(quoted.nilai.tangan_kedua.as_ref().map(|p| p.daerah.as_str()), Some("blitar"));
    assert!(!quoted.dihitung && quoted.peringkat.is_none());
    // Missing by name.
    assert!(b.padanan["serapan"].tahun[&2024].hilang.iter().any(|h| h.pemilik.daerah == "seruyan"));
}

/// Nobody is ranked over years, over groups, or in a group of fewer than two.
#[test]
fn ranks_stay_inside_one_group() {
    for p in nyata().padanan.values() {
        for t in p.tahun.values() {
            for a in &t.anggota {
                if let Some(rank) = a.peringkat {
                    assert_eq!(rank.dari, t.n(), "{} {}", p.padanan.kode, t.tahun);
                    assert!(rank.dari >= 2 && rank.terburuk <= rank.dari && a.kelompok == Some(0));
                }
            }
        }
    }
}
