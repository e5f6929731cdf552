//! Baris kinerja: which rows of a table print an indicator, its whole name, and the heading that it stands below.

use super::kepala::Tabel;
use super::kisi::{Isi, Lembar};
use super::makna::{Makna, lipat};
use super::masalah::Masalah;
use super::nama::tanpa_nomor;
use super::peta::Peta;
use super::sambung::{self, Sambung, disambung, lanjutan};
use super::total::total;
use super::ulang::kepala_lagi;
use super::{kenal, rata};
use crate::diagnostic::Pesan;
use crate::pesan;
use std::collections::BTreeMap;

/// The rows of a table of indicators.
#[derive(Debug, Default)]
pub struct BarisKinerja {
    /// Rows with figures, and the whole names of their indicators.
    pub nama: BTreeMap<usize, String>,
    /// Headings of goals and nodes between them, by row.
    pub judul: BTreeMap<usize, String>,
    /// What was left out or joined.
    pub catatan: Vec<Pesan>,
}

/// Reads the names; `data` tells rows with figures, `own` those of the record.
pub fn baca(
    (lembar, tabel, peta): (&Lembar, &Tabel, &Peta),
    name: usize,
    data: &dyn Fn(usize) -> bool,
    own: &dyn Fn(usize) -> bool,
    masalah: &mut Vec<Masalah>,
) -> BarisKinerja {
    let mut out = BarisKinerja::default();
    let (mut ragu, mut lewat) = (Vec::new(), Vec::new());
    // The heading of a list, the last row with a name, and the row where that name ends.
    let (mut kepala, mut akhir): (Option<String>, Option<(usize, usize)>) = (None, None);
    for row in tabel.isi.clone().filter(|row| own(*row) && !kepala_lagi(lembar, tabel.kepala, *row)) {
        let texts: Vec<String> = lembar.baris[row].iter().map(|c| c.tulisan()).filter(|t| !t.is_empty()).collect();
        let first = texts.iter().find(|t| t.chars().any(char::is_alphabetic));
        if super::tanda_tangan::akhir_baris(&texts) || first.is_some_and(|t| total(t) || rata::awal(t)) {
            (kepala, akhir) = (None, None);
            continue;
        }
        let text = match &lembar.sel(row, name).isi {
            Isi::Teks(text) if !total(text) && !rata::awal(text) => Some(text.clone()),
            _ => None,
        };
        if data(row) {
            let Some(text) = text else { continue };
            let n = bernomor(&text);
            if n > 1 {
                masalah.push(beberapa(lembar, tabel, (row, name), n));
                continue;
            }
            masalah.extend(rupiah(lembar, tabel, peta, row));
            let item = penanda(&text);
            let nama = match (item, &kepala) {
                (Some(rest), Some(above)) => format!("{above}: {rest}"),
                _ => tanpa_nomor(&text).to_string(),
            };
            if item.is_none() {
                kepala = None;
            }
            out.nama.insert(row, nama);
            akhir = Some((row, row));
            continue;
        }
        let Some((at, text)) = kata_tunggal(lembar, row) else {
            if text.is_some() && first.is_some() {
                lewat.push((row, name));
            }
            continue;
        };
        let mut below = (row + 1..tabel.isi.end).map(|r| lembar.sel(r, name).tulisan());
        let next = below.find(|t| t.chars().any(char::is_alphabetic));
        let list = at == name && next.as_deref().is_some_and(|t| penanda(t).is_some()) && penanda(&text).is_none();
        // A row with a number of its own begins another name.
        let numbered = lembar.baris[row][..at].iter().any(|c| !c.kosong());
        let before = akhir.filter(|(_, end)| end + 1 == row && at == name && !numbered);
        if list || (at == name && text.ends_with(':')) {
            kepala = Some(tanpa_nomor(&text).trim_end_matches(':').trim_end().to_string());
            akhir = None;
        } else if kenal::tingkat(tanpa_nomor(&text)).is_some()
            && !tabel.kolom.iter().any(|k| k.indeks == at && is_atas(k))
        {
            out.judul.insert(row, text);
            (kepala, akhir) = (None, None);
        } else if let Some((owner, _)) = before {
            let nama = out.nama.get(&owner).cloned().unwrap_or_default();
            match (lanjutan(&nama, &text), peta.sambungan.as_deref()) {
                (Sambung::Ya, _) | (Sambung::Tanya, Some("nama")) => {
                    let whole = format!("{nama} {text}");
                    out.catatan.push(disambung(&lembar.alamat(row, at), &whole));
                    out.nama.insert(owner, whole);
                    akhir = Some((owner, row));
                }
                (Sambung::Tanya, None) => ragu.push((row, at)),
                _ => lewat.push((row, at)),
            }
        } else if at == name {
            lewat.push((row, at));
        }
    }
    masalah.extend(sambung::tanya(lembar, &ragu));
    if !lewat.is_empty() {
        let shown = |(r, c): &(usize, usize)| format!("{} `{}`", lembar.alamat(*r, *c), lembar.sel(*r, *c).tulisan());
        let (n, list) = (lewat.len(), lewat.iter().take(8).map(shown).collect::<Vec<_>>().join("; "));
        out.catatan.push(pesan!(
            "{n} baris tanpa target, realisasi atau capaian tidak dibaca: {list}",
            "{n} rows without target, realisasi or capaian are not read: {list}"
        ));
    }
    out
}

/// Whether a column names what indicators belong to.
pub fn is_atas(k: &super::makna::Kolom) -> bool {
    let words = ["sasaran", "tujuan", "program", "kegiatan", "sub kegiatan"];
    k.makna != Makna::Indikator && words.iter().any(|w| k.akhir.starts_with(w))
}

/// The only words of a row; its number does not count.
fn kata_tunggal(lembar: &Lembar, row: usize) -> Option<(usize, String)> {
    let words = |t: &str| t.chars().any(char::is_alphabetic) && t.chars().count() > 3;
    let mut found = lembar.baris[row].iter().enumerate().filter(|(_, c)| matches!(&c.isi, Isi::Teks(t) if words(t)));
    let (at, cell) = found.next()?;
    let rest = lembar.baris[row].iter().enumerate().filter(|(n, c)| *n > at && !c.kosong()).count();
    (found.next().is_none() && rest == 0).then(|| (at, cell.tulisan()))
}

/// The words behind the mark of a list: `a. SD`, `- SMP`, `• SMA`.
fn penanda(text: &str) -> Option<&str> {
    let (mark, rest) = text.split_once(' ')?;
    let letter = |m: &str| {
        let plain = m.trim_end_matches(['.', ')']);
        plain.len() == 1 && m.len() == 2 && plain.bytes().all(|b| b.is_ascii_lowercase())
    };
    (matches!(mark, "-" | "–" | "•" | "*" | "·" | "o") || letter(mark)).then(|| rest.trim_start())
}

/// How many entries a cell counts: `1. ... 2. ...`.
pub fn bernomor(text: &str) -> usize {
    let starts = |rest: &str, n: usize| {
        ['.', ')']
            .iter()
            .find_map(|m| rest.strip_prefix(&format!("{n}{m}")))
            .filter(|r| r.starts_with(' '))
            .map(str::len)
    };
    let Some(mut left) = starts(text, 1) else { return 0 };
    let mut n = 1;
    loop {
        let rest = &text[text.len() - left..];
        let next = rest.match_indices(' ').find_map(|(at, _)| starts(&rest[at + 1..], n + 1));
        match next {
            Some(len) => (left, n) = (len, n + 1),
            None => return n,
        }
    }
}

/// An indicator in rupiah in a table whose money is in millions: are its figures too?
fn rupiah(lembar: &Lembar, tabel: &Tabel, peta: &Peta, row: usize) -> Option<Masalah> {
    let unit = tabel.kolom.iter().find(|k| k.akhir.starts_with("satuan"))?.indeks;
    let text = lembar.sel(row, unit).tulisan();
    let bare = matches!(lipat(&text).as_str(), "rp" | "rupiah");
    (bare && peta.kali().is_some_and(|n| n > 1)).then(|| {
        Masalah::sel(
            lembar,
            row,
            unit,
            pesan!(
                "indikator ini bersatuan `{text}` dalam tabel yang uangnya dalam ribuan atau jutaan: angkanya juga?",
                "this indicator is in `{text}` in a table whose money is in thousands or millions: its figures too?"
            ),
            pesan!(
                "tulis satuannya di sel itu seperti `Rp juta` bila ya; bila tidak, sebut dalam peta kolom uangnya saja, misalnya `satuan: {{F: jutaan}}`",
                "write its unit in the cell as `Rp juta` if they are; if not, name in the map the columns of money alone, for example `satuan: {{F: jutaan}}`"
            ),
        )
    })
}

fn beberapa(lembar: &Lembar, tabel: &Tabel, (row, name): (usize, usize), n: usize) -> Masalah {
    let also = tabel.kolom.iter().map(|k| k.indeks).filter(|at| *at != name);
    let also = also.filter(|at| bernomor(&lembar.sel(row, *at).tulisan()) > 1).map(|at| lembar.alamat(row, at));
    let list = also.collect::<Vec<_>>().join(", ");
    let (id, en) = if list.is_empty() {
        (String::new(), String::new())
    } else {
        (format!(", angkanya di {list}"), format!(", their figures in {list}"))
    };
    Masalah::sel(
        lembar,
        row,
        name,
        pesan!("sel ini memuat {n} indikator bernomor{id}", "this cell holds {n} numbered indicators{en}"),
        pesan!(
            "pecahlah menjadi {n} baris di berkasnya: tiap indikator dengan target dan realisasinya sendiri",
            "split it into {n} rows in the file: each indicator with its own target and realisasi"
        ),
    )
}

/// The name of a heading without the word and the number of its level: `Sasaran Strategis 1: Meningkatnya mutu`.
pub fn tanpa_tingkat(text: &str) -> &str {
    let folded = lipat(text);
    if !folded.starts_with("sasaran") && !folded.starts_with("tujuan") {
        return text;
    }
    let cut = |w: &str| {
        let plain = w.trim_end_matches([':', '.', ')', '-']).to_lowercase();
        matches!(
            plain.as_str(),
            "sasaran" | "tujuan" | "strategis" | "ke" | "i" | "ii" | "iii" | "iv" | "v" | "vi" | ""
        ) || plain.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    let mut rest = text;
    while let Some((word, more)) = rest.split_once(' ').filter(|(w, _)| cut(w)) {
        rest = more.trim_start();
        if word.ends_with(':') {
            break;
        }
    }
    rest.trim_start_matches([':', '-', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_numbers_and_headings_are_told_from_names() {
        assert_eq!(bernomor("1. Persentase jalan mantap 2. Jumlah jembatan 3. Panjang drainase"), 3);
        assert_eq!((bernomor("1. Persentase jalan"), bernomor("2. Jumlah 1. Panjang"), bernomor("80%")), (1, 0, 0));
        assert_eq!((penanda("a. SD"), penanda("- SMP"), penanda("APM SD")), (Some("SD"), Some("SMP"), None));
        for (text, name) in [
            ("Sasaran Strategis 1: Meningkatnya mutu", "Meningkatnya mutu"),
            ("SASARAN 2 - Menurunnya kemiskinan", "Menurunnya kemiskinan"),
            ("Meningkatnya mutu", "Meningkatnya mutu"),
            ("Program Kesehatan", "Program Kesehatan"),
        ] {
            assert_eq!(tanpa_tingkat(text), name);
        }
    }
}
