//! Satuan: "dalam ribuan rupiah" is seen and asked about; no factor is applied on its own.

use super::kepala::Tabel;
use super::kisi::{Lembar, huruf};
use super::kolom::{persen, uang};
use super::makna::{Bentuk, Kolom, Makna, lipat, punya};
use super::masalah::Masalah;
use super::peta::Peta;
use super::tampil::BESARAN;
use crate::diagnostic::Pesan;
use crate::pesan;
use std::ops::Range;

/// Reports a unit other than rupiah near the table that the map does not settle.
pub fn periksa(lembar: &Lembar, tabel: &Tabel, peta: &Peta, masalah: &mut Vec<Masalah>) {
    if peta.satuan_uang() {
        return;
    }
    let Some((row, column, text, unit)) = cari(lembar, tabel) else { return };
    let inside = (tabel.kepala.0..=tabel.kepala.1).contains(&row);
    let own = per_kolom(tabel);
    // Heads of which only some name a unit: each column has its own.
    let mixed = inside && own.iter().any(|(_, u)| *u != Some(unit));
    let columns: Vec<String> = own.iter().filter_map(|(at, u)| Some(format!("{}: {}", huruf(*at), (*u)?))).collect();
    let help = if mixed && !columns.is_empty() {
        let list = columns.join(", ");
        pesan!(
            "tulis dalam peta: `satuan: {{{list}}}` bila hanya kolom itu, `satuan: {unit}` bila semua kolom uang, atau `satuan: rupiah` bila sudah penuh",
            "write in the map: `satuan: {{{list}}}` for that column alone, `satuan: {unit}` for all columns of money, or `satuan: rupiah` if they are whole"
        )
    } else {
        penuh(unit)
    };
    masalah.push(Masalah::sel(
        lembar,
        row,
        column,
        pesan!("`{text}`: apakah jumlahnya perlu dikalikan?", "`{text}`: are the amounts to be multiplied?"),
        help,
    ));
}

/// The magnitude that a title states of the money of a free table, as the record writes it: asked about where the map does
/// not say it.
pub fn bebas(
    lembar: &Lembar,
    tabel: &Tabel,
    peta: &Peta,
    kolom: &[&(usize, String)],
    masalah: &mut Vec<Masalah>,
) -> Option<&'static str> {
    if !kolom.iter().any(|(_, head)| is_uang(head)) {
        return None;
    }
    match peta.kali() {
        Some(1) => return Some("rupiah"),
        Some(n) => {
            let known = BESARAN.iter().find(|(times, ..)| *times == n);
            return known.and_then(|(.., word)| word.strip_suffix(" rupiah"));
        }
        None => {}
    }
    let (row, column, text, unit) = cari_di(lembar, dekat(tabel).map(|row| (row, false)), tabel.isi.start)?;
    masalah.push(Masalah::sel(
        lembar,
        row,
        column,
        pesan!(
            "`{text}`: berlaku untuk kolom uang tabel ini?",
            "`{text}`: does that hold for the money of this table?"
        ),
        penuh(unit),
    ));
    None
}

/// How the map says which unit holds.
fn penuh(unit: &str) -> Pesan {
    pesan!(
        "tulis dalam peta: `satuan: {unit}`, atau `satuan: rupiah` bila sudah penuh",
        "write in the map: `satuan: {unit}`, or `satuan: rupiah` if they are whole"
    )
}

/// The rows right above a table.
fn dekat(tabel: &Tabel) -> Range<usize> {
    tabel.kepala.0.saturating_sub(8)..tabel.kepala.0
}

/// The first cell of some rows that names a unit; `true` beside a row of heads.
fn cari_di(
    lembar: &Lembar,
    rows: impl Iterator<Item = (usize, bool)>,
    isi: usize,
) -> Option<(usize, usize, String, &'static str)> {
    for (row, head) in rows {
        for (column, cell) in lembar.baris[row].iter().enumerate() {
            let text = cell.tulisan();
            if let Some(unit) = satuan(&text, head, row >= isi) {
                return Some((row, column, text, unit));
            }
        }
    }
    None
}

/// Whether words head a column of money in a table of any kind.
pub fn is_uang(head: &str) -> bool {
    let folded = lipat(head);
    let words =
        ["anggaran", "pagu", "realisasi", "rp", "rupiah", "sisa", "saldo", "belanja", "pendapatan", "alokasi", "nilai"];
    let money = words.iter().any(|w| punya(&folded, w)) || (folded.contains("lebih") && folded.contains("kurang"));
    money && !head.contains('%') && !["fisik", "kinerja", "indeks"].iter().any(|w| punya(&folded, w))
}

/// The columns of money, and the unit in the head of each.
fn per_kolom(tabel: &Tabel) -> Vec<(usize, Option<&'static str>)> {
    let money = |k: &&Kolom| match &k.makna {
        Makna::Ukuran(name) => tabel.bentuk == Bentuk::Anggaran && uang(name) && !persen(name),
        Makna::Uang(name) => uang(name) && !persen(name),
        m => *m == Makna::Setoran,
    };
    tabel.kolom.iter().filter(money).map(|k| (k.indeks, satuan(&k.kepala, true, false))).collect()
}

/// The first place that names a unit: above the table a sentence, in its head a word, below it a remark that stands alone,
/// and the cells of a column of units.
fn cari(lembar: &Lembar, tabel: &Tabel) -> Option<(usize, usize, String, &'static str)> {
    let above = dekat(tabel).map(|row| (row, false));
    let heads = (tabel.kepala.0..=tabel.kepala.1).map(|row| (row, true));
    let alone = |row: &usize| lembar.baris[*row].iter().filter(|c| !c.kosong()).count() == 1;
    let below = tabel.isi.clone().filter(alone).map(|row| (row, false));
    if let Some(found) = cari_di(lembar, above.chain(heads).chain(below), tabel.isi.start) {
        return Some(found);
    }
    // A row of units directly below the head: `(000)`, `(ribu)`.
    let units = |row: &usize| {
        let texts: Vec<String> = lembar.baris[*row].iter().map(|c| c.tulisan()).filter(|t| !t.is_empty()).collect();
        !texts.is_empty() && texts.iter().all(|t| t.starts_with('(') && t.len() <= 20)
    };
    let first = tabel.isi.clone().take(2).filter(units);
    let column = tabel.kolom.iter().find(|k| k.akhir == "satuan" && tabel.bentuk == Bentuk::Anggaran).map(|k| k.indeks);
    let all = first.flat_map(|row| (0..lembar.lebar()).map(move |at| (row, at)));
    let own = tabel.isi.clone().flat_map(|row| column.map(|at| (row, at)));
    all.chain(own).find_map(|(row, at)| {
        let text = lembar.sel(row, at).tulisan();
        satuan(&text, true, false).map(|unit| (row, at, text, unit))
    })
}

/// The unit that a text names: `dalam ribuan rupiah`, `Pagu (Juta Rp)`, `(Rp 000)`, `(x Rp1.000)`, `dalam Rp. 1000,-`.
fn satuan(text: &str, head: bool, below: bool) -> Option<&'static str> {
    let folded = lipat(text);
    let named = [
        (&["ribuan", "ribu", "rb", "thousand", "thousands"][..], "ribuan"),
        (&["jutaan", "juta", "jt", "million", "millions"], "jutaan"),
        (&["miliar", "miliaran", "milyar", "milyaran", "mlr", "milliar", "billion", "billions"], "miliar"),
        (&["triliun", "triliunan", "trilyun", "trilyunan"], "triliun"),
    ];
    let money = ["dalam", "rp", "rupiah", "satuan", "in"].iter().any(|w| punya(&folded, w));
    let whole = |w: &str| w.ends_with("an") || matches!(w, "miliar" | "triliun");
    for (words, unit) in named {
        // Prose of a remark says `ribu` of anything; a unit is of money.
        let fits = |w: &&str| punya(&folded, w) && (head || money || (whole(w) && !below));
        if words.iter().any(&fits) {
            return Some(unit);
        }
    }
    if head && punya(&folded, "rp") && punya(&folded, "m") {
        return Some("miliar");
    }
    nol(&folded, head)
}

/// `rp 000`, `x rp1 000`, `'000'`, `rp 1000`: a power of a thousand that stands for itself.
fn nol(folded: &str, head: bool) -> Option<&'static str> {
    let cut = |w: &'static str| {
        move |word: &str| word.strip_prefix(w).filter(|r| r.starts_with(char::is_numeric)).map(ToString::to_string)
    };
    let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && *w != "x");
    let words: Vec<String> =
        parts.map(|w| cut("rp")(w).or_else(|| cut("x")(w)).unwrap_or_else(|| w.to_string())).collect();
    let plain = |w: &String| {
        ["rp", "rupiah", "dalam", "satuan", "angka", "nilai", "idr", "catatan", "kali", "kelipatan"]
            .contains(&w.as_str())
            || w.bytes().all(|b| b.is_ascii_digit())
    };
    let money = words.iter().any(|w| w == "rp" || w == "rupiah") || folded.contains("rp");
    let alone = words.iter().all(plain);
    let dalam = words.iter().any(|w| w == "dalam");
    let number = |w: &String| w.bytes().all(|b| b.is_ascii_digit());
    let at = words.iter().position(|w| w == "000");
    let groups = match at {
        Some(at) => {
            // 25.000.000 is an amount; what stands before a unit is at most a one.
            let before = at.checked_sub(1).map(|n| &words[n]).filter(|w| number(w));
            if before.is_some_and(|w| w != "1") || !(head || dalam || alone) {
                return None;
            }
            words[at..].iter().take_while(|w| *w == "000").count()
        }
        None => {
            let at = words.iter().position(|w| ["1000", "1000000", "1000000000"].contains(&w.as_str()))?;
            let other = at.checked_sub(1).is_some_and(|n| number(&words[n]) || words[n] == "per");
            if other || !(alone || (dalam && money) || (head && (money || at + 1 == words.len()))) {
                return None;
            }
            (words[at].len() - 1) / 3
        }
    };
    [None, Some("ribuan"), Some("jutaan"), Some("miliar"), Some("triliun")].get(groups).copied().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_seen_in_every_way_a_head_writes_it() {
        for (text, unit) in [
            ("Pagu (Rp 000)", Some("ribuan")),
            ("Pagu (Rp.000)", Some("ribuan")),
            ("Pagu ('000)", Some("ribuan")),
            ("Realisasi (x Rp1.000)", Some("ribuan")),
            ("Pagu (x 1.000.000)", Some("jutaan")),
            ("Pagu (Juta Rp)", Some("jutaan")),
            ("Pagu (ribu)", Some("ribuan")),
            ("Anggaran (Rp Milyar)", Some("miliar")),
            ("Pagu (Rp 1000)", Some("ribuan")),
            ("Pagu (x 1000)", Some("ribuan")),
            ("Pagu dalam Rp. 1000,-", Some("ribuan")),
            ("Pagu (Rp.1.000.000,-)", Some("jutaan")),
            ("Pagu (Rp1000000)", Some("jutaan")),
            ("Pagu (Rp T)", None),
            ("Pagu (Rp M)", Some("miliar")),
            ("Angka kematian per 1000 kelahiran", None),
            ("Pagu (Rp) 2025", None),
            ("Pagu", None),
            ("Pagu (Rp)", None),
            ("Pagu 25.000.000", None),
            ("Bulan Jan", None),
        ] {
            assert_eq!(satuan(text, true, false), unit, "{text}");
        }
        assert_eq!(satuan("(dalam Rp 1000)", false, false), Some("ribuan"));
        assert_eq!(satuan("(Rp 000)", false, false), Some("ribuan"));
        assert_eq!(satuan("Program 1000 Hari Pertama Kehidupan", false, false), None);
        assert_eq!(satuan("*) dalam ribuan rupiah", false, true), Some("ribuan"));
        assert_eq!(satuan("Catatan: 3 ribu orang terlayani", false, true), None);
    }
}
