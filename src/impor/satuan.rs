//! Satuan: "dalam ribuan rupiah" is seen and asked about; no factor is applied on its own.

use super::kepala::Tabel;
use super::kisi::Lembar;
use super::makna::{lipat, punya};
use super::masalah::Masalah;
use super::peta::Peta;
use crate::pesan;

/// Reports a unit other than rupiah near the table that the map does not settle.
pub fn periksa(lembar: &Lembar, tabel: &Tabel, peta: &Peta, masalah: &mut Vec<Masalah>) {
    if peta.satuan.is_some() {
        return;
    }
    // Above the table a sentence, in its head a word, below it a remark that stands alone.
    let above = (tabel.kepala.0.saturating_sub(8)..tabel.kepala.0).map(|row| (row, false));
    let heads = (tabel.kepala.0..=tabel.kepala.1).map(|row| (row, true));
    let alone = |row: &usize| lembar.baris[*row].iter().filter(|c| !c.kosong()).count() == 1;
    let below = tabel.isi.clone().filter(alone).map(|row| (row, false));
    for (row, head) in above.chain(heads).chain(below) {
        for (column, cell) in lembar.baris[row].iter().enumerate() {
            let text = cell.tulisan();
            if let Some(unit) = satuan(&text, head, row >= tabel.isi.start) {
                masalah.push(Masalah::sel(
                    lembar,
                    row,
                    column,
                    pesan!(
                        "`{text}`: apakah jumlahnya perlu dikalikan?",
                        "`{text}`: are the amounts to be multiplied?"
                    ),
                    pesan!(
                        "tulis dalam peta: `satuan: {unit}`, atau `satuan: rupiah` bila sudah penuh",
                        "write in the map: `satuan: {unit}`, or `satuan: rupiah` if they are whole"
                    ),
                ));
                return;
            }
        }
    }
}

/// The unit that a text names: `dalam ribuan rupiah`, `Pagu (Juta Rp)`, `(Rp 000)`, `(x Rp1.000)`.
fn satuan(text: &str, head: bool, below: bool) -> Option<&'static str> {
    let folded = lipat(text);
    let named = [
        (&["ribuan", "ribu", "rb"][..], "ribuan"),
        (&["jutaan", "juta", "jt"], "jutaan"),
        (&["miliar", "miliaran", "milyar", "milyaran", "mlr"], "miliar"),
    ];
    let money = ["dalam", "rp", "rupiah", "satuan"].iter().any(|w| punya(&folded, w));
    let whole = |w: &str| w.ends_with("an") || w == "miliar";
    for (words, unit) in named {
        // Prose of a remark says `ribu` of anything; a unit is of money.
        let fits = |w: &&str| punya(&folded, w) && (head || money || (whole(w) && !below));
        if words.iter().any(&fits) {
            return Some(unit);
        }
    }
    nol(&folded).filter(|_| head || punya(&folded, "dalam"))
}

/// `rp 000`, `x rp1 000`, `'000'`: groups of zeros that stand for themselves.
fn nol(folded: &str) -> Option<&'static str> {
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && *w != "x").collect();
    let at = words.iter().position(|w| *w == "000")?;
    let groups = words[at..].iter().take_while(|w| **w == "000").count();
    let before = at.checked_sub(1).map_or("", |n| words[n]);
    // 25.000.000 is an amount; what stands before a unit is at most a one.
    let amount = before.trim_start_matches("rp").chars().any(|c| c.is_ascii_digit()) && !matches!(before, "1" | "rp1");
    match groups {
        _ if amount => None,
        1 => Some("ribuan"),
        2 => Some("jutaan"),
        3 => Some("miliar"),
        _ => None,
    }
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
            ("Pagu", None),
            ("Pagu (Rp)", None),
            ("Pagu 25.000.000", None),
            ("Bulan Jan", None),
        ] {
            assert_eq!(satuan(text, true, false), unit, "{text}");
        }
        assert_eq!(satuan("*) dalam ribuan rupiah", false, true), Some("ribuan"));
        assert_eq!(satuan("Catatan: 3 ribu orang terlayani", false, true), None);
    }
}
