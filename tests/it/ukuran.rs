//! Measures against hand-computed cases in `tests/ukuran/*.tsv`; `-` stands for what has no value.

use rust_decimal::Decimal;
use std::path::Path;
use std::str::FromStr;
use terang::measures::{capaian, efisiensi, pertumbuhan, predikat, serapan, sisa};
use terang::number::round;
use terang::records::{Arah, Efisiensi};

fn rows(file: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ukuran").join(file);
    let text = std::fs::read_to_string(path).expect("read");
    let lines = text.lines().filter(|l| !l.starts_with("# "));
    lines.map(|l| l.split('\t').map(ToString::to_string).collect()).collect()
}

fn d(text: &str) -> Decimal {
    Decimal::from_str(text).expect("decimal")
}

fn expected(text: &str) -> Option<Decimal> {
    (text != "-").then(|| d(text))
}

fn rounded(value: Option<Decimal>) -> Option<Decimal> {
    value.map(|v| round(v, 4))
}

#[test]
fn capaian_follows_its_direction() {
    for row in rows("capaian.tsv") {
        let arah = if row[0] == "naik" { Arah::Naik } else { Arah::Turun };
        assert_eq!(rounded(capaian(d(&row[1]), d(&row[2]), arah)), expected(&row[3]), "{row:?}");
    }
}

#[test]
fn serapan_sisa_and_efisiensi_come_from_pagu_and_realisasi() {
    for row in rows("anggaran.tsv") {
        let (pagu, realisasi) = (d(&row[0]), d(&row[1]));
        let serapan = serapan(realisasi, pagu);
        assert_eq!(rounded(serapan), expected(&row[2]), "{row:?}");
        assert_eq!(sisa(pagu, realisasi), expected(&row[3]), "{row:?}");
        let efisiensi = serapan.and_then(|s| efisiensi(Efisiensi::SeratusKurangSerapan, None, s));
        assert_eq!(rounded(efisiensi), expected(&row[4]), "{row:?}");
    }
}

#[test]
fn efisiensi_by_capaian_needs_a_capaian() {
    let by = Efisiensi::CapaianKurangSerapan;
    assert_eq!(efisiensi(by, Some(d("104.5")), d("93.84")), Some(d("10.66")));
    assert_eq!(efisiensi(by, None, d("93.84")), None);
}

#[test]
fn pertumbuhan_is_relative_to_the_first_value() {
    for row in rows("pertumbuhan.tsv") {
        assert_eq!(rounded(pertumbuhan(d(&row[0]), d(&row[1]))), expected(&row[2]), "{row:?}");
    }
}

#[test]
fn predikat_reads_gaps_and_overlaps_as_the_scale_file_states() {
    let loaded = terang::records::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    let skala = loaded.content.expect("content").skala;
    for row in rows("predikat.tsv") {
        let found = predikat(&skala[&row[0]], d(&row[1]));
        let name = found.as_ref().map_or("-", |p| p.kelas.nama.as_str());
        let marks = found.as_ref().map_or(String::new(), |p| match (p.celah, p.ganda.is_some()) {
            (true, _) => "celah".to_string(),
            (_, true) => "ganda".to_string(),
            _ => String::new(),
        });
        assert_eq!((name, marks.as_str()), (row[2].as_str(), row[3].as_str()), "{row:?}");
    }
}

#[test]
fn numbers_too_large_have_no_value_instead_of_a_panic() {
    let huge = Decimal::MAX;
    assert_eq!(capaian(huge, d("0.1"), Arah::Naik), None);
    assert_eq!(capaian(huge, huge, Arah::Turun), None);
    assert_eq!(serapan(huge, d("0.0001")), None);
    assert_eq!(sisa(huge, -huge), None);
    assert_eq!(pertumbuhan(-huge, huge), None);
}
