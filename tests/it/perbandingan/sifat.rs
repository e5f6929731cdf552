//! Properties: the order of kabupaten never changes relation, group, rank or sentence; groups and relations agree.

use super::bersama::{self, KasusNilai, KasusPadanan};
use proptest::prelude::*;
use terang::comparisons::{NilaiBanding, Permintaan, relasi, susun};
use terang::number::Lang;
use terang::pages::kalimat::banding as kalimat;
use terang::records::Padanan;

fn satu() -> impl Strategy<Value = KasusNilai> {
    let formula = (
        prop_oneof![Just(None), Just(Some("penerima-bansos".to_string()))],
        prop_oneof![4 => Just(None), 1 => Just(Some("ppks-dtks".to_string()))],
    );
    let facts = (
        any::<bool>(),
        prop_oneof![5 => Just(false), 1 => Just(true)],
        prop_oneof![5 => Just(None), 1 => Just(Some("2024-09-30".to_string()))],
    );
    let rest = (
        prop_oneof![5 => Just(None), 1 => Just(Some("orang".to_string()))],
        prop_oneof![5 => Just(None), 1 => Just(Some("turun".to_string()))],
        prop_oneof![5 => Just(None), 1 => Just(Some("blitar".to_string()))],
    );
    (0u32..2000, 0u32..300, formula, facts, rest).prop_map(
        |(v, span, (pembilang, penyebut), (named, ragu, batas), (satuan, arah, dikutip))| {
            let text = |n: u32| format!("{}.{:02}", n / 20, n % 20 * 5);
            KasusNilai {
                nilai: text(v),
                tinggi: (span > 200).then(|| text(v + span)),
                pembilang: pembilang.filter(|_| span % 5 == 0),
                penyebut,
                indikator: named.then(|| "Persentase PMKS yang tertangani".to_string()),
                ragu,
                batas,
                satuan,
                arah,
                dikutip,
                ..KasusNilai::default()
            }
        },
    )
}

fn kasus() -> impl Strategy<Value = (Padanan, Vec<NilaiBanding>)> {
    let padanan = (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(batas, nama, turun)| {
        let mut toleransi = Vec::new();
        toleransi.extend(batas.then(|| "batas_data".to_string()));
        toleransi.extend(nama.then(|| "nama".to_string()));
        bersama::padanan(&KasusPadanan {
            pembilang: Some("ppks-tertangani".into()),
            penyebut: Some("ppks-terdata".into()),
            arah: turun.then(|| "turun".to_string()),
            toleransi,
            ..KasusPadanan::default()
        })
    });
    (padanan, proptest::collection::vec(satu(), 1..12)).prop_map(|(p, list)| {
        let values = list
            .into_iter()
            .enumerate()
            .map(|(i, mut k)| {
                k.daerah = format!("d{i:02}");
                bersama::nilai(&p, &k)
            })
            .collect();
        (p, values)
    })
}

proptest! {
    #[test]
    fn order_changes_nothing((p, values) in kasus(), seed in any::<u64>()) {
        let mut other = values.clone();
        let mut state = seed | 1;
        for i in (1..other.len()).rev() {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            other.swap(i, (state >> 33) as usize % (i + 1));
        }
        let (one, two) = (susun(&p, 2024, values, Vec::new()), susun(&p, 2024, other, Vec::new()));
        for lang in [Lang::Id, Lang::En] {
            prop_assert_eq!(kalimat::tahun(lang, &p, &one), kalimat::tahun(lang, &p, &two));
        }
        prop_assert_eq!(one, two);
    }

    #[test]
    fn groups_are_what_relations_say((p, values) in kasus()) {
        let t = susun(&p, 2024, values, Vec::new());
        for a in &t.anggota {
            for b in t.anggota.iter().filter(|b| b.nilai.pemilik != a.nilai.pemilik) {
                let r = relasi(&p, &a.nilai, &b.nilai, Permintaan::default());
                prop_assert_eq!(&r, &relasi(&p, &b.nilai, &a.nilai, Permintaan::default()));
                let together = a.kelompok.is_some() && a.kelompok == b.kelompok;
                prop_assert_eq!(r.sebanding(), together, "{:?}", r);
            }
            prop_assert_eq!(a.kedudukan.sebanding(), a.kelompok == Some(0));
        }
    }

    #[test]
    fn ranks_hold_what_the_values_say((p, values) in kasus()) {
        let t = susun(&p, 2024, values, Vec::new());
        let ranked: Vec<_> = t.anggota.iter().filter_map(|a| Some((a, a.peringkat?))).collect();
        for (a, r) in &ranked {
            prop_assert!(1 <= r.terbaik && r.terbaik <= r.terburuk && r.terburuk <= r.dari && r.dari == t.n());
            for (b, s) in &ranked {
                if a.nilai.besaran == b.nilai.besaran {
                    prop_assert_eq!((r.terbaik, r.terburuk), (s.terbaik, s.terburuk));
                }
            }
        }
    }
}
