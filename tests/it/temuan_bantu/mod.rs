//! Helpers for the tests of findings: the real content, and small records built from a case file.

#![allow(dead_code)] // Each test binary uses its own part.

use serde_yaml::{Mapping, Value};
use std::path::Path;
use terang::findings::{self, Hasil};
use terang::records::{self, Content, Kumpulan};

/// The content of this repository.
pub fn content() -> Content {
    muat(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"))
}

fn muat(root: &Path) -> Content {
    let loaded = records::load(root);
    let bad: Vec<_> = loaded.diagnostics.iter().filter(|d| d.is_galat()).collect();
    assert!(bad.is_empty(), "{bad:#?}");
    loaded.content.expect("content")
}

/// Calls `f` with the result of every OPD.
pub fn per_opd(content: &Content, mut f: impl FnMut(&str, &str, &Kumpulan<'_>, &Hasil)) {
    for daerah in &content.daerah {
        for opd in &daerah.opd {
            let kumpulan = Kumpulan::dari(opd);
            let hasil = findings::periksa(daerah, opd, &kumpulan, &content.skala);
            f(&daerah.kode, &opd.opd.kode, &kumpulan, &hasil);
        }
    }
}

/// One case: parts of a record, and what is found in it, as `aturan alamat tertulis / terhitung`. A case that has `bobot`
/// names kind and weight of every finding too (`aturan: pertentangan sedang`), one that has `pesan` or `akibat` the messages
/// of all findings, or of all that follows from them.
pub struct Kasus {
    /// What it shows.
    pub nama: String,
    isi: Mapping,
    /// Everything that is found, in any order.
    pub temuan: Vec<String>,
}

/// Reads a case file.
pub fn baca_kasus(path: &Path) -> Vec<Kasus> {
    baca_teks(&std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display())))
}

/// Reads cases from a text.
pub fn baca_teks(text: &str) -> Vec<Kasus> {
    let list: Vec<Mapping> = serde_yaml::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"));
    list.into_iter()
        .map(|isi| {
            let word = |v: &Value| v.as_str().expect("text").to_string();
            let mut temuan: Vec<String> = isi["temuan"].as_sequence().expect("temuan").iter().map(word).collect();
            for (key, head) in [("bobot", ""), ("akibat", "akibat: "), ("pesan", "pesan: ")] {
                let more = isi.get(key).and_then(Value::as_sequence).into_iter().flatten();
                temuan.extend(more.map(|v| format!("{head}{}", word(v))));
            }
            temuan.sort();
            Kasus { nama: word(&isi["nama"]), isi, temuan }
        })
        .collect()
}

const OPD: &str = r#"
nama: Dinas Uji
dokumen:
  lap: {judul: Laporan, jenis: LKjIP, tahun: 2024, angka: indonesia}
  lap-2025: {judul: Laporan, jenis: LKjIP, tahun: 2025, angka: indonesia}
  pk: {judul: Perjanjian, jenis: PK, tahun: 2024, angka: indonesia}
renstra: [{kode: r1, nama: Renstra, awal: 2021, akhir: 2026}]
tujuan: [{kode: t1, nama: Tujuan, sasaran: [{kode: s1, nama: Satu}, {kode: s2, nama: Dua}]}]
indikator:
  ppks:
    nama: Persentase PPKS yang tertangani
    tingkat: sasaran
    iku: true
    induk: s1
    satuan: "%"
    arah: naik
    definisi: uji
    rumus: {pembilang: {kode: ppks-tertangani, nama: Tertangani, satuan: orang}, penyebut: {kode: ppks-terdata, nama: Terdata, satuan: orang}, pengali: 100}
  miskin: {nama: Angka kemiskinan, tingkat: sasaran, induk: s2, satuan: "%", arah: turun, definisi: uji}
  sakip: {nama: Nilai SAKIP, tingkat: program, induk: a, arah: naik, definisi: uji, skala: akip}
  lembaga: {nama: Lembaga dibina, tingkat: program, induk: b, satuan: lembaga, arah: naik, definisi: uji}
"#;

const POHON: &str = r#"
- {kode: a, nama: Program A, sasaran: s1, anak: [{kode: a.k1, nama: Kegiatan A1, anak: [{kode: a.k1.s1, nama: Sub A1a}, {kode: a.k1.s2, nama: Sub A1b}]}, {kode: a.k2, nama: Kegiatan A2}]}
- {kode: b, nama: Program B, sasaran: s2, anak: [{kode: b.k1, nama: Kegiatan B1}]}
"#;

const SKALA: &str = r#"
nama: Skala uji
kelas:
  - {nama: Sangat Tinggi, dari: 91}
  - {nama: Tinggi, dari: 76, sampai: 90}
  - {nama: Sedang, dari: 66, sampai: 76}
  - {nama: Rendah, sampai: 65}
"#;

const TUMPANG: &str = r#"
nama: Skala bertemu
kelas:
  - {nama: Tinggi, tertulis: "≥ 90", dari: 90}
  - {nama: Sedang, tertulis: "76 ≤ 90", dari: 76, sampai: 90, sampai_termasuk: false}
  - {nama: Rendah, tertulis: "≤ 75", sampai: 75}
"#;

const AKIP: &str = r#"
nama: AKIP
kelas:
  - {huruf: A, nama: Memuaskan, dari: 80, dari_termasuk: false, sampai: 100}
  - {huruf: B, nama: Baik, dari: 60, dari_termasuk: false, sampai: 80}
  - {huruf: CC, nama: Cukup, dari: 0, sampai: 60}
"#;

/// The content of a case, built in a folder of its own.
pub fn isi_kasus(kasus: &Kasus) -> Content {
    let dir = tempfile::tempdir().expect("temp");
    let write = |name: &str, text: &str| {
        let path = dir.path().join(name);
        std::fs::create_dir_all(path.parent().expect("folder")).expect("folder");
        std::fs::write(path, text).expect("write");
    };
    write("portal.yaml", "judul: Uji\nketerangan: Uji\n");
    write("uji/daerah.yaml", "nama: Kabupaten Uji\nprovinsi: Uji\n");
    write("skala/uji.yaml", SKALA);
    write("skala/akip.yaml", AKIP);
    write("skala/tumpang.yaml", TUMPANG);
    let mut opd: Mapping = serde_yaml::from_str(OPD).expect("opd");
    if let Some(Value::Mapping(extra)) = kasus.isi.get("opd") {
        for (key, value) in extra {
            match (opd.get_mut(key), value) {
                (Some(Value::Mapping(own)), Value::Mapping(more)) => own.extend(more.clone()),
                _ => drop(opd.insert(key.clone(), value.clone())),
            }
        }
    }
    write("uji/dinas/opd.yaml", &serde_yaml::to_string(&opd).expect("yaml"));
    let years = match kasus.isi.get("tahun") {
        Some(Value::Mapping(years)) => {
            years.iter().map(|(k, v)| (k.as_i64().expect("year"), v.as_mapping().expect("map").clone())).collect()
        }
        _ => vec![(2024, kasus.isi.clone())],
    };
    for (year, isi) in years {
        let mut record: Mapping =
            serde_yaml::from_str(&format!("tahun: {year}\nbatas_data: {year}-12-31\ndokumen: lap\n")).expect("head");
        for key in [
            "batas_data",
            "rincian",
            "dokumen",
            "skala",
            "efisiensi",
            "metode",
            "kinerja",
            "tabel",
            "pihak_lain",
            "setara",
            "tanggapan",
        ] {
            if let Some(value) = isi.get(key) {
                record.insert(key.into(), value.clone());
            }
        }
        let pohon = isi.get("pohon").cloned().unwrap_or_else(|| serde_yaml::from_str(POHON).expect("pohon"));
        let mut anggaran = Mapping::new();
        anggaran.insert("pohon".into(), pohon);
        if let Some(tables) = isi.get("anggaran") {
            anggaran.insert("tabel".into(), tables.clone());
        }
        record.insert("anggaran".into(), Value::Mapping(anggaran));
        write(&format!("uji/dinas/{year}.yaml"), &serde_yaml::to_string(&record).expect("yaml"));
    }
    muat(dir.path())
}

/// Says what is found in a case.
pub fn periksa_kasus(kasus: &Kasus) -> Vec<String> {
    let content = isi_kasus(kasus);
    let mut found = Vec::new();
    per_opd(&content, |_, _, _, hasil| {
        for t in &hasil.temuan {
            let join = |list: &[rust_decimal::Decimal]| {
                list.iter().map(|v| v.normalize().to_string()).collect::<Vec<_>>().join(", ")
            };
            let tail = if t.terhitung.is_empty() { String::new() } else { format!(" / {}", join(&t.terhitung)) };
            found.push(format!("{} {} {}{tail}", t.aturan.kode, t.alamat, join(&t.tertulis)).trim_end().to_string());
            if kasus.isi.contains_key("bobot") {
                found.push(format!("{}: {} {}", t.aturan.kode, t.golongan.kata(), t.tingkat.kata()));
            }
            if kasus.isi.contains_key("pesan") {
                found.push(format!("pesan: {}", t.utuh.id));
            }
            if kasus.isi.contains_key("akibat") {
                found.extend(t.akibat.iter().map(|a| format!("akibat: {}", a.pesan.id)));
            }
        }
    });
    found.sort();
    found
}
