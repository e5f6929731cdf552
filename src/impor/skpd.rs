//! Skpd: of which agency the rows of a table are, where a column, a code or a title between them says it. Those of two are
//! never put into one record: which one is meant is asked.

use super::kata::{lipat, salah_satu};
use super::kepala::Tabel;
use super::kisi::Lembar;
use super::kode::{self, Jenis};
use super::makna::Makna;
use super::masalah::Masalah;
use super::peta::Peta;
use crate::pesan;
use std::collections::{BTreeMap, BTreeSet};

/// The rows that are of another agency than the one the map names; several agencies without a map are a question.
pub fn lain(lembar: &Lembar, tabel: &Tabel, peta: &Peta, masalah: &mut Vec<Masalah>) -> BTreeSet<usize> {
    let owners = pemilik(lembar, tabel);
    let mut known: Vec<(&String, usize)> = Vec::new();
    for (row, own) in &owners {
        if !known.iter().any(|(name, _)| sama(name, own)) {
            known.push((own, *row));
        }
    }
    let list = known.iter().map(|(name, _)| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match &peta.skpd {
        Some(all) if lipat(all) == "semua" => return BTreeSet::new(),
        Some(wanted) if !owners.is_empty() => {
            let mut other: BTreeSet<usize> =
                owners.iter().filter(|(_, own)| !sama(own, wanted)).map(|(row, _)| *row).collect();
            // The total of all agencies is that of none.
            let total = |row: &usize| lembar.baris[*row].iter().any(|c| super::total::total(&c.tulisan()));
            let several = known.len() > 1;
            if other.len() < owners.len() {
                other.extend(tabel.isi.clone().filter(|row| several && total(row)));
            } else {
                masalah.push(Masalah::sel(
                    lembar,
                    known[0].1,
                    kolom(tabel).unwrap_or(0),
                    pesan!(
                        "tidak ada baris milik `{wanted}`; yang ada: {list}",
                        "no row is of `{wanted}`; there are: {list}"
                    ),
                    pesan!(
                        "tulis namanya dalam peta seperti tercetak di sini",
                        "write its name in the map as it is printed here"
                    ),
                ));
            }
            return other;
        }
        _ => {}
    }
    if let Some(second) = known.get(1) {
        let first = known[0].0;
        masalah.push(Masalah::sel(
            lembar,
            second.1,
            kolom(tabel).unwrap_or(0),
            pesan!(
                "tabel ini memuat beberapa perangkat daerah atau unit: {list}",
                "this table is of several agencies or units: {list}"
            ),
            pesan!(
                "tulis dalam peta milik siapa yang dibaca, misalnya `skpd: {first}`; `skpd: semua` bila semuanya milik rekaman ini",
                "write in the map whose rows are read, for example `skpd: {first}`; `skpd: semua` if all of them belong to this record"
            ),
        ));
    }
    BTreeSet::new()
}

/// Asks about a table whose only agency is another than the record's.
pub fn asing(lembar: &Lembar, tabel: &Tabel, peta: &Peta, opd: &str, masalah: &mut Vec<Masalah>) {
    let value = serde_yaml::from_str::<serde_yaml::Value>(opd).ok();
    let word = |key: &str| value.as_ref().and_then(|v| v.get(key)?.as_str().map(ToString::to_string));
    let own: Vec<String> = [word("nama"), word("singkatan")].into_iter().flatten().collect();
    let titles = (0..tabel.kepala.0)
        .flat_map(|row| lembar.baris[row].iter().enumerate().map(move |(at, c)| (row, at, c.tulisan())))
        .filter_map(|(row, at, text)| Some((row, at, judul(&text)?)));
    let owners = pemilik(lembar, tabel);
    // Of several agencies `lain` asks whose rows are read.
    let several = owners.values().next().is_some_and(|first| owners.values().any(|own| !sama(first, own)));
    let column = kolom(tabel).unwrap_or(0);
    let rows = owners.iter().filter(|_| !several).map(|(row, name)| (*row, column, name.clone()));
    let named: Vec<(usize, usize, String)> = rows.chain(titles).collect();
    let office = |name: &str| {
        let words = lipat(name);
        let plain = words.trim_start_matches(|c: char| !c.is_alphabetic()).to_string();
        ["dinas ", "badan ", "inspektorat", "rumah sakit "].iter().any(|w| plain.starts_with(w))
    };
    let mine =
        |name: &str| own.iter().any(|o| sama(o, name) || salah_satu(&lipat(name), &[&lipat(o)]) || singkatan(o, name));
    if peta.skpd.is_some() || !own.iter().any(|o| office(o)) || named.iter().any(|(.., n)| mine(n)) {
        return;
    }
    let Some((row, at, name)) = named.iter().find(|(.., n)| office(n)) else { return };
    let known = &own[0];
    masalah.push(Masalah::sel(
        lembar,
        *row,
        *at,
        pesan!("`{name}`: rekaman ini milik `{known}`", "`{name}`: this record is of `{known}`"),
        pesan!(
            "impor ke rekaman perangkat daerah itu; bila sama, tulis dalam peta `skpd: {name}`",
            "import it into the record of that agency; if it is the same, write `skpd: {name}` in the map"
        ),
    ));
}

/// By row with data the name of its agency, where something says it.
fn pemilik(lembar: &Lembar, tabel: &Tabel) -> BTreeMap<usize, String> {
    let filled = |row: usize| lembar.baris[row].iter().filter(|c| !c.kosong()).count();
    let mut out = BTreeMap::new();
    if let Some(column) = kolom(tabel).or_else(|| unit(lembar, tabel)) {
        let mut last = String::new();
        for row in tabel.isi.clone().filter(|row| filled(*row) >= 3) {
            let own = lembar.sel(row, column).tulisan();
            let total = lembar.baris[row].iter().any(|c| super::total::total(&c.tulisan()));
            if !own.is_empty() && own != "-" && !total {
                last = own;
            }
            if !last.is_empty() && !total {
                out.insert(row, last.clone());
            }
        }
        return out;
    }
    // What stands above the table is of its first rows.
    let titles = (0..tabel.kepala.0).flat_map(|row| lembar.baris[row].iter().map(|c| c.tulisan()));
    let mut own = titles.filter_map(|t| judul(&t)).next_back();
    let mut found = false;
    for row in tabel.isi.clone() {
        let texts: Vec<String> = lembar.baris[row].iter().map(|c| c.tulisan()).filter(|t| !t.is_empty()).collect();
        let read = |t: &String| kode::baca(t).filter(|k| t.len() > 8 && k.jenis == Jenis::Skpd);
        let coded = texts.first().and_then(read);
        let named =
            || texts.iter().take(2).find_map(|t| judul(t)).filter(|_| !berkode(&texts) && !tanda_tangan(&texts));
        let name = match coded {
            Some(code) => {
                let short = code.kode.clone();
                let beside = texts.get(1).filter(|t| t.chars().any(char::is_alphabetic)).cloned();
                let name = Some(code.nama).filter(|n| !n.is_empty()).or(beside).unwrap_or_default();
                Some(format!("{short} {name}").trim().to_string())
            }
            None => named(),
        };
        if let Some(name) = name {
            // The first one printed is the agency that the title names.
            own = Some(name);
            found = true;
        } else if texts.len() >= 3 && berkode(&texts) {
            out.extend(own.clone().map(|name| (row, name)));
        }
    }
    if found { out } else { BTreeMap::new() }
}

/// The column of agencies; names before codes, and never a part of one.
fn kolom(tabel: &Tabel) -> Option<usize> {
    let words = ["skpd", "opd", "perangkat daerah", "satuan kerja", "satker", "instansi", "organisasi", "dinas"];
    let fits = |k: &&super::makna::Kolom| {
        let head = lipat(&k.akhir);
        let free = matches!(k.makna, Makna::Abaikan(_) | Makna::Nama | Makna::Ukuran(_));
        let other = [
            "sub",
            "program",
            "kegiatan",
            "uraian",
            "penanggung",
            "pagu",
            "anggaran",
            "realisasi",
            "jawab",
            "indikator",
            "lokasi",
        ];
        free && salah_satu(&head, &words) && !salah_satu(&head, &other)
    };
    let mut all: Vec<&super::makna::Kolom> = tabel.kolom.iter().filter(fits).collect();
    // The agency before the government it belongs to, names before codes.
    let place = |k: &&super::makna::Kolom| words.iter().position(|w| salah_satu(&k.akhir, &[w]));
    all.sort_by_key(|k| (k.akhir.starts_with("kode"), place(k)));
    all.first().map(|k| k.indeks)
}

/// The column of units of one agency, where two of them print the same nodes: added up, money may be counted twice.
fn unit(lembar: &Lembar, tabel: &Tabel) -> Option<usize> {
    let words = [
        "sub skpd",
        "sub unit",
        "sub opd",
        "unit",
        "unit kerja",
        "unit skpd",
        "unit organisasi",
        "upt",
        "uptd",
        "puskesmas",
    ];
    let head = |k: &&super::makna::Kolom| {
        let own = k.akhir.strip_prefix("nama ").unwrap_or(&k.akhir);
        matches!(k.makna, Makna::Abaikan(_) | Makna::Nama) && words.contains(&own)
    };
    let column = tabel.kolom.iter().find(head)?.indeks;
    let code = |row: usize| -> String {
        let parts = tabel.kolom.iter().filter(|k| matches!(k.makna, Makna::Kode | Makna::Bagian(_)));
        parts.map(|k| lembar.sel(row, k.indeks).tulisan()).collect::<Vec<_>>().join(".")
    };
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let twice = tabel.isi.clone().any(|row| {
        let (own, unit) = (code(row), lembar.sel(row, column).tulisan());
        let other = |known: &String| !sama(known, &unit);
        kode::baca(&own).is_some_and(|k| k.dalam().is_some())
            && !unit.is_empty()
            && unit.chars().any(char::is_alphabetic)
            && seen.insert(own, unit.clone()).as_ref().is_some_and(other)
    });
    twice.then_some(column)
}

/// The agency that a text names: `SKPD : Dinas Sosial`, `DINAS KESEHATAN`.
pub fn judul(text: &str) -> Option<String> {
    let kinds = [
        "dinas ",
        "badan ",
        "inspektorat",
        "kecamatan ",
        "rsud",
        "rumah sakit ",
        "satuan polisi ",
        "sekretariat daerah",
        "sekretariat dprd",
    ];
    let labelled = ["skpd", "opd", "organisasi", "unit organisasi", "perangkat daerah", "satuan kerja"];
    let (label, rest) = text.split_once(':').map_or(("", text), |(a, b)| (a, b.trim()));
    if labelled.contains(&lipat(label).as_str()) && !rest.is_empty() {
        return Some(rest.to_string());
    }
    let folded = lipat(text);
    let plain = folded.trim_start_matches(|c: char| !c.is_alphabetic());
    let own = kinds.iter().any(|w| plain.starts_with(w)) && !plain.starts_with("badan layanan") && label.is_empty();
    (own && plain.split(' ').count() <= 9).then(|| text.trim_start_matches(|c: char| !c.is_alphabetic()).to_string())
}

fn berkode(texts: &[String]) -> bool {
    texts.iter().any(|t| kode::baca(t).is_some_and(|k| k.dalam().is_some() || k.jenis == Jenis::Rekening))
        || texts.iter().filter(|t| kode::potongan(t)).count() >= 3
}

fn tanda_tangan(texts: &[String]) -> bool {
    super::tanda_tangan::akhir_baris(texts)
}

/// Whether one of two names calls the other by its initials: `Dinas PUPR`, `Dinas Pekerjaan Umum dan Penataan Ruang`.
fn singkatan(a: &str, b: &str) -> bool {
    let words = |t: &str| lipat(t).split(' ').filter(|w| *w != "dan").map(ToString::to_string).collect::<Vec<_>>();
    let (a, b) = (words(a), words(b));
    let short = |word: &String, other: &[String]| {
        let initials = |skip: usize| other.iter().skip(skip).filter_map(|w| w.chars().next()).collect::<String>();
        word.chars().count() >= 3 && (0..2).any(|skip| initials(skip).starts_with(word.as_str()))
    };
    a.iter().any(|w| short(w, &b)) || b.iter().any(|w| short(w, &a))
}

/// Whether two names are of one agency: one goes on where the other ends, or their codes are the same.
fn sama(a: &str, b: &str) -> bool {
    let code = |t: &str| kode::baca(t).filter(|k| k.jenis == Jenis::Skpd).map(|k| k.kode);
    if let (Some(a), Some(b)) = (code(a), code(b)) {
        // The last segment is a unit of the agency: its money may be in that of the agency already.
        return a == b || a.starts_with(&format!("{b}.")) || b.starts_with(&format!("{a}."));
    }
    let plain = |t: &str| {
        let words = lipat(t);
        words.trim_start_matches(|c: char| !c.is_alphabetic()).to_string()
    };
    let (a, b) = (plain(a), plain(b));
    a.starts_with(&b) || b.starts_with(&a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_call_an_agency_and_words_do_not() {
        let long = "Dinas Pekerjaan Umum dan Penataan Ruang Kota Contoh";
        assert!(singkatan("Dinas PUPR Kota Contoh", long) && singkatan(long, "DPUPR"));
        assert!(!singkatan("Dinas Kesehatan", "Dinas Sosial") && !singkatan("Dinas PKH", long));
    }
}
