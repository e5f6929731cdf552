//! The schemas that `terang new portal` gives to editors know what the reader knows: every key and every word of a closed
//! list is asked from the reader itself, by writing one nobody knows and reading which it would have taken.

#![allow(clippy::disallowed_methods, reason = "tests write the files they are about")]

use serde_json::Value as Json;
use serde_yaml::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use terang::diagnostic::{Diagnostic, Jalur, Spot};

const ASING: &str = "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";

/// What the repository's own content does not use.
const LAIN: &str = "
tahun: 2020
batas_data: 2020-12-31
dokumen: lkjip-2024
metode: {acuan: permendagri-86-2017, capaian: {naik: r/t, turun: t/r, atas: 120, bawah: 0}, di_atas_pagu: [blud]}
efisiensi: seratus-kurang-serapan
rincian: lengkap
anggaran: {rincian: lengkap, pohon: [{kode: p, nama: P, tingkat_tercetak: kegiatan, rincian: lengkap}], tabel: [{letak: T, kolom: [realisasi], baris: {p: [\"1\"]}}]}
daftar: [{kode: d, jenis: bukti, letak: L, butir: [{kode: a, teks: T, butir: [{kode: b, teks: U}]}]}]
pihak_lain: [{daerah: x, nama: X, indikator: ppks-tertangani, letak: L, kolom: [realisasi], nilai: [\"1\"]}]
setara: [{nama: N, kiri: [a], kanan: [b], kali: true, hubungan: sama}]
tanggapan: [{alamat: a, tanggal: 2024-01-01, oleh: O, teks: T}]
tabel:
  - {kode: t, judul: T, letak: L, angka: indonesia, penjumlahan: tidak, alasan: A, dalam: jutaan rupiah,
     kolom: [{kode: a, nama: A, teks: true}], baris: [{kode: b, nama: B, jumlah: true, rincian: sebagian, nilai: [\"1\"]}]}
";

fn skema(nama: &str) -> Json {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/cli/portal/skema/{nama}.json"));
    serde_json::from_str(&std::fs::read_to_string(path).expect("schema")).expect("json")
}

/// Files of a content folder with the schema of each.
fn berkas(root: &Path) -> Vec<(PathBuf, String)> {
    let mut out = Vec::new();
    let mut todo = vec![root.to_path_buf()];
    while let Some(dir) = todo.pop() {
        for entry in std::fs::read_dir(dir).expect("folder").map(|e| e.expect("entry").path()) {
            if entry.is_dir() {
                todo.push(entry);
            } else if entry.extension().is_some_and(|e| e == "yaml") {
                let stem = entry.file_stem().expect("name").to_string_lossy().into_owned();
                let parent = entry.parent().and_then(Path::file_name).expect("folder").to_string_lossy().into_owned();
                let kind = match (parent.as_str(), stem.parse::<u16>()) {
                    ("skala" | "padanan", _) => parent,
                    (_, Ok(_)) => "rekaman".to_string(),
                    _ => stem,
                };
                out.push((entry, kind));
            }
        }
    }
    out.sort();
    out
}

/// The content of this repository with a record that holds the rest, in a folder of its own.
fn salinan() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("tempdir");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    for (path, _) in berkas(&from) {
        let to = dir.path().join(path.strip_prefix(&from).expect("inside"));
        std::fs::create_dir_all(to.parent().expect("parent")).expect("mkdir");
        std::fs::copy(&path, &to).expect("copy");
    }
    std::fs::write(dir.path().join("blitar/dinas-sosial/2020.yaml"), LAIN).expect("write");
    let opd = dir.path().join("blitar/dinas-sosial/opd.yaml");
    let text = std::fs::read_to_string(&opd).expect("opd");
    std::fs::write(opd, text + "riwayat: [{sampai: 2016, nama: Kantor Sosial}]\nalamat_lama: [kantor-sosial]\n")
        .expect("write");
    let portal = dir.path().join("portal.yaml");
    let text = std::fs::read_to_string(&portal).expect("portal");
    std::fs::write(portal, text + "warna: {utama: \"#0b5f8a\", aksen: \"#8a5a00\"}\n").expect("write");
    dir
}

/// By way in a file: what the schema knows there, and where in the schema.
type Tahu = BTreeMap<String, (BTreeSet<String>, String)>;

struct Jalan<'a> {
    akar: &'a Json,
    tahu: Tahu,
}

impl Jalan<'_> {
    /// Puts the strange key into every map, or the strange word into every closed list.
    fn isi(&mut self, value: &mut Value, schema: &Json, way: &Jalur, place: &str, kunci: bool) {
        let (schema, place) = match schema.get("$ref").and_then(Json::as_str) {
            Some(to) => (self.akar.pointer(&to[1..]).expect("definition").clone(), to.to_string()),
            None => (schema.clone(), place.to_string()),
        };
        if let (false, Some(words), Value::String(_) | Value::Bool(_)) = (kunci, schema["enum"].as_array(), &value) {
            let words = words.iter().map(|w| w.as_str().map_or_else(|| w.to_string(), ToString::to_string)).collect();
            self.tahu.insert(way.to_string(), (words, place));
            *value = Value::from(ASING);
            return;
        }
        match value {
            Value::Mapping(map) => {
                let own: Vec<String> = map.keys().filter_map(|k| k.as_str().map(ToString::to_string)).collect();
                for key in own {
                    let below = match schema["properties"].get(&key) {
                        Some(schema) => schema,
                        None if schema["additionalProperties"].is_object() => &schema["additionalProperties"],
                        None => panic!("{way}: the schema does not know `{key}`"),
                    };
                    let inner = map.get_mut(key.as_str()).expect("value");
                    self.isi(inner, below, &way.kunci(&key), &format!("{place}/{key}"), kunci);
                }
                if let (true, Some(known)) = (kunci, schema["properties"].as_object()) {
                    self.tahu.insert(way.to_string(), (known.keys().cloned().collect(), place));
                    map.insert(Value::from(ASING), Value::from("1"));
                }
            }
            Value::Sequence(list) => {
                for (n, item) in list.iter_mut().enumerate() {
                    self.isi(item, &schema["items"], &way.urutan(n), &format!("{place}[]"), kunci);
                }
            }
            _ => {}
        }
    }
}

/// The words in backticks behind the last colon of a help.
fn daftar(d: &Diagnostic) -> BTreeSet<String> {
    let help = d.help.as_ref().map_or("", |h| h.id.as_str());
    let list = help.rsplit(": ").next().unwrap_or_default();
    list.split('`').skip(1).step_by(2).map(ToString::to_string).collect()
}

/// Every place of every schema (as `file place`), and those that were held against the reader.
fn periksa(kunci: bool) -> (BTreeSet<String>, BTreeSet<String>) {
    let dir = salinan();
    let mut all = BTreeSet::new();
    // Where a map is one of several, the reader asks for keys until one is there: what it knows is what it asks in all.
    let mut held: BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> = BTreeMap::new();
    let mut asked: BTreeMap<String, (String, Tahu)> = BTreeMap::new();
    for (path, kind) in berkas(dir.path()) {
        let schema = skema(&kind);
        let text = std::fs::read_to_string(&path).expect("text");
        let mut value: Value = serde_yaml::from_str(&text).expect("yaml");
        let mut walk = Jalan { akar: &schema, tahu: BTreeMap::new() };
        walk.isi(&mut value, &schema, &Jalur::default(), "#", kunci);
        std::fs::write(&path, serde_yaml::to_string(&value).expect("yaml")).expect("write");
        all.extend(walk.tahu.values().map(|(_, place)| format!("{kind} {place}")));
        let name = path.strip_prefix(dir.path()).expect("inside").to_string_lossy().replace('\\', "/");
        asked.insert(name, (kind, walk.tahu));
    }
    let code = if kunci { "kunci-tak-dikenal" } else { "kata-tak-dikenal" };
    for d in terang::records::load(dir.path()).diagnostics.iter().filter(|d| d.code == code) {
        let way = match &d.place.spot {
            Spot::Kunci(way, _) => Jalur(way.0[..way.0.len() - 1].to_vec()),
            Spot::Nilai(way) => way.clone(),
            _ => continue,
        };
        let (kind, known) = &asked[&*d.place.berkas];
        let Some((words, place)) = known.get(&way.to_string()) else { continue };
        let read = daftar(d);
        if read.is_empty() || (kunci && !d.message.id.contains(ASING)) {
            continue;
        }
        let entry = held.entry(format!("{kind} {place}")).or_insert_with(|| (BTreeSet::new(), words.clone()));
        entry.0.extend(read);
    }
    for (place, (read, words)) in &held {
        assert_eq!(read, words, "{place}: what the reader knows, and what the schema knows");
    }
    (all, held.into_keys().collect())
}

#[test]
fn every_key_the_reader_takes_stands_in_the_schema_and_no_other() {
    let (all, held) = periksa(true);
    assert!(held.len() > 30, "{held:#?}");
    let left: Vec<&String> = all.difference(&held).collect();
    assert!(left.is_empty(), "not held against the reader: {left:#?}");
}

#[test]
fn every_word_of_a_closed_list_stands_in_the_schema_and_no_other() {
    let (_, held) = periksa(false);
    for place in ["#/definitions/daftar/jenis", "#/definitions/angka", "#/definitions/indikator/tingkat"] {
        assert!(held.iter().any(|h| h.ends_with(place)), "{place} was not held: {held:#?}");
    }
}
