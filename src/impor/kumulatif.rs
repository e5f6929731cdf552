//! Kumulatif: whether money of several months or quarters is that of each, or adds up from the start of the year. Columns
//! rarely say it; their numbers do, or nobody knows.

use super::angka::Nilai;
use super::isian::Anggaran;
use super::kepala::Tabel;
use super::kisi::{Lembar, huruf};
use super::masalah::Masalah;
use super::persen::serapan_baris;
use super::peta::Peta;
use crate::pesan;
use rust_decimal::Decimal;

/// Names the columns of parts of a year for what their numbers prove them to be, or asks.
pub fn periksa(
    lembar: &Lembar,
    tabel: &Tabel,
    peta: &Peta,
    at: &[usize],
    out: &mut Anggaran,
    masalah: &mut Vec<Masalah>,
) {
    let part = |name: &String| name.strip_prefix("realisasi ").is_some_and(|masa| masa.contains('-'));
    let parts: Vec<usize> = (0..out.kolom.len()).filter(|n| part(&out.kolom[*n])).collect();
    if parts.len() < 2 || peta.kolom.values().any(|v| v.starts_with("realisasi")) {
        return;
    }
    let total = out.kolom.iter().position(|k| k == "realisasi");
    let (mut falls, mut sums, mut lasts, mut open) = (false, 0, 0, false);
    for cells in out.simpul.values().filter_map(|s| s.sel.as_ref()).chain(&out.total) {
        let values: Option<Vec<Decimal>> = parts.iter().map(|n| cells[*n].angka()).collect();
        let Some(values) = values else { continue };
        let Some(sum) = values.iter().try_fold(Decimal::ZERO, |a, b| a.checked_add(*b)) else { continue };
        let last = values[values.len() - 1];
        falls |= values.windows(2).any(|pair| pair[1] < pair[0]);
        open |= sum != last;
        let whole = total.and_then(|n| cells[n].angka()).filter(|_| sum != last);
        sums += usize::from(whole == Some(sum));
        lasts += usize::from(whole == Some(last));
        // A percentage of the budget tells too, where the two are not one percentage.
        if total.is_none() && sum != last {
            let (by_sum, by_last) = (serapan(&out.kolom, cells, sum), serapan(&out.kolom, cells, last));
            sums += usize::from(by_sum && !by_last);
            lasts += usize::from(by_last && !by_sum);
        }
    }
    if falls || !open || (sums > 0 && lasts == 0) {
        return;
    }
    if lasts > 0 && sums == 0 {
        for n in parts {
            out.kolom[n] = out.kolom[n].replacen("realisasi", "realisasi_kumulatif", 1);
        }
        out.catatan.push(pesan!(
            "realisasi per masa terbaca sampai dengan masa itu: yang terakhir sama dengan realisasi setahun",
            "what was spent by period is read as up to that period: the last equals that of the year"
        ));
        return;
    }
    let (column, name) = (at[parts[0]], out.kolom[parts[0]].clone());
    let letter = huruf(column);
    let sofar = name.replacen("realisasi", "realisasi_kumulatif", 1);
    masalah.push(Masalah::sel(
        lembar,
        tabel.kepala.1,
        column,
        pesan!(
            "realisasi per masa: uang masa itu saja, atau sejak awal tahun?",
            "spending by period: of that period alone, or since the start of the year?"
        ),
        pesan!(
            "tulis dalam peta `kolom: {{{letter}: {name}}}` bila masa itu saja, atau `{{{letter}: {sofar}}}` bila sejak awal tahun; begitu juga kolom lainnya",
            "write in the map `kolom: {{{letter}: {name}}}` for that period alone, or `{{{letter}: {sofar}}}` since the start of the year; likewise the other columns"
        ),
    ));
}

/// Whether an amount is the printed percentage of one of the budgets of its row.
fn serapan(kolom: &[String], cells: &[Nilai], spent: Decimal) -> bool {
    let Some(printed) = kolom.iter().position(|k| k == "serapan").and_then(|n| cells[n].angka()) else { return false };
    let budgets =
        kolom.iter().enumerate().filter(|(_, k)| k.starts_with("pagu.")).filter_map(|(n, _)| cells[n].angka());
    serapan_baris(spent, budgets, printed, false) == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::impor::isian::Simpul;
    use crate::number::Style;
    use indexmap::IndexMap;

    fn baca(kolom: &[&str], rows: &[&[i64]]) -> (Vec<String>, usize) {
        let cell = |v: &i64| Nilai::Angka(Decimal::from(*v), v.to_string());
        let node = |(n, row): (usize, &&[i64])| {
            let sel = Some(row.iter().map(cell).collect());
            let own = Simpul {
                resmi: None,
                dalam: 0,
                nama: None,
                induk: None,
                sel,
                sumber: Vec::new(),
                dijumlahkan: false,
                baris: 0,
                indikator: (Vec::new(), None),
            };
            (n.to_string(), own)
        };
        let simpul: IndexMap<String, Simpul> = rows.iter().enumerate().map(node).collect();
        let kolom = kolom.iter().map(ToString::to_string).collect();
        let mut out = Anggaran { kolom, simpul, total: None, style: Style::Indonesia, catatan: Vec::new() };
        let at: Vec<usize> = (0..out.kolom.len()).collect();
        let tabel = Tabel {
            kepala: (0, 0),
            isi: 1..2,
            judul: String::new(),
            kolom: Vec::new(),
            bentuk: super::super::makna::Bentuk::Anggaran,
        };
        let mut asked = Vec::new();
        periksa(&Lembar::default(), &tabel, &Peta::default(), &at, &mut out, &mut asked);
        (out.kolom, asked.len())
    }

    #[test]
    fn numbers_say_whether_quarters_add_up() {
        let three = ["realisasi 2025-tw1", "realisasi 2025-tw2", "realisasi"];
        assert_eq!(baca(&three, &[&[10, 20, 30]]).0[0], "realisasi 2025-tw1");
        assert_eq!(baca(&three, &[&[10, 20, 20]]).0[0], "realisasi_kumulatif 2025-tw1");
        assert_eq!(baca(&three[..2], &[&[10, 20], &[9, 5]]), (vec![three[0].to_string(), three[1].to_string()], 0));
        assert_eq!(baca(&three[..2], &[&[10, 20]]).1, 1, "nothing tells");
        assert_eq!(baca(&three[..2], &[&[0, 20]]).1, 0, "both ways are the same");
    }
}
