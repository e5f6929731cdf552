//! Total: whether words open a row that adds others up, and which of the totals of a table is that of all of it.

use super::angka::Nilai;
use super::makna::lipat;
use rust_decimal::Decimal;

/// `Jumlah`, `TOTAL (A + B)`, `Sub Total`, `Total Pagu`, `Jumlah Program A`; not the name of a program that begins so.
pub fn total(text: &str) -> bool {
    let folded = lipat(text);
    let starts = ["grand total", "total", "jumlah", "jml", "rekapitulasi"];
    let rest = starts.iter().find_map(|w| folded.strip_prefix(w)).filter(|r| !r.starts_with(char::is_alphanumeric));
    let words = [
        "total",
        "keseluruhan",
        "belanja",
        "anggaran",
        "daerah",
        "rekapitulasi",
        "keuangan",
        "seluruhnya",
        "umum",
        "program",
        "kegiatan",
        "sub",
        "skpd",
        "opd",
        "pagu",
        "realisasi",
        "langsung",
        "tidak",
        "semua",
        "seluruh",
        "dan",
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "a",
        "b",
        "c",
        "d",
    ];
    let unit = |rest: &str| {
        let own = rest.trim_start();
        ["dinas ", "badan ", "program ", "kegiatan ", "sub kegiatan "].iter().any(|w| own.starts_with(w))
    };
    let known = |rest: &str| {
        let mut parts = rest.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        parts.all(|w| words.contains(&w) || w.chars().all(|c| c.is_ascii_digit()))
    };
    bagian(text) || rest.is_some_and(|rest| text.contains('(') || unit(rest) || known(rest))
}

/// Whether it says of itself that it is of a part only.
pub fn bagian(text: &str) -> bool {
    let folded = lipat(text).replace('-', " ");
    ["sub total", "subtotal", "sub jumlah"].iter().any(|w| folded == *w || folded.starts_with(&format!("{w} ")))
}

/// A row that adds up: whether only a part, and its cells.
pub type Jumlah = (bool, Vec<Nilai>);

/// The total of all of a table: the row that equals the sum of the leaves; else the only one, or the last of several where
/// it is the largest, that is not the sum of one node.
pub fn pilih(rows: Vec<Jumlah>, leaves: &[Option<Decimal>], nodes: &[&Vec<Nilai>]) -> Option<Vec<Nilai>> {
    let mut whole: Vec<Vec<Nilai>> = rows.into_iter().filter(|(part, _)| !part).map(|(_, cells)| cells).collect();
    let same = |cells: &Vec<Nilai>| {
        let mut told = cells.iter().zip(leaves).filter_map(|(c, sum)| Some((c.angka()?, (*sum)?))).peekable();
        told.peek().is_some() && told.all(|(own, sum)| own == sum)
    };
    if let Some(at) = whole.iter().position(same) {
        return Some(whole.swap_remove(at));
    }
    let figures = |cells: &[Nilai]| cells.iter().map(Nilai::angka).collect::<Vec<_>>();
    let block = |cells: &Vec<Nilai>| nodes.iter().any(|own| figures(own) == figures(cells));
    whole.retain(|cells| !block(cells));
    let size = |cells: &Vec<Nilai>| cells.iter().find_map(Nilai::angka).unwrap_or_default();
    let last = whole.pop()?;
    whole.iter().all(|other| size(other) < size(&last)).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_adds_up_is_known_and_no_name_is_taken_for_one() {
        for text in [
            "Jumlah",
            "TOTAL (A + B)",
            "Sub Total",
            "Sub-Total I",
            "TOTAL PAGU",
            "Jumlah Dinas Sosial",
            "JUMLAH PROGRAM REHABILITASI SOSIAL",
            "Total Belanja Langsung",
        ] {
            assert!(total(text), "{text}");
        }
        for text in ["Jumlah PPKS yang dilayani", "Totalitas Layanan", "Program Rehabilitasi", "Sub Kegiatan A"] {
            assert!(!total(text), "{text}");
        }
    }
}
