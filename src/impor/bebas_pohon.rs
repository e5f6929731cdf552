//! Bebas pohon: which rows of a free table add up to which. Accounts print each amount at every level of their codes (`5`,
//! `5.1`, `5.1.02`) and close each block with a row of its own (`Jumlah Belanja`): added as one list they are counted again at
//! every level.

use super::angka::Nilai;
use super::makna::lipat;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// More blocks than this are not looked into: a file may claim any number.
const BLOK: usize = 200;

/// What a row is to the others: the row it is a part of, whether it adds all of its level up, or the rows it adds up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hubungan {
    /// The row above it.
    pub induk: Option<usize>,
    /// Whether it is the sum of its level.
    pub jumlah: bool,
    /// The rows it adds up, where not all of its level.
    pub dari: Vec<usize>,
    /// The two rows whose difference it is.
    pub selisih: Option<(usize, usize)>,
}

/// A row: its code, its name, its cells that can be added.
pub struct Baris<'a> {
    /// The printed code.
    pub kode: String,
    /// The printed name.
    pub nama: &'a str,
    /// Cells of the columns that add up.
    pub sel: Vec<&'a Nilai>,
}

/// How rows add up, and the names of those that close a block of which it is not known.
pub fn susun<'a>(rows: &'a [Baris<'a>]) -> (Vec<Hubungan>, Vec<&'a str>) {
    let mut out = vec![Hubungan::default(); rows.len()];
    let codes: Vec<Vec<&str>> =
        rows.iter().map(|r| r.kode.trim_end_matches('.').split('.').filter(|p| !p.is_empty()).collect()).collect();
    let mut known: BTreeMap<&[&str], usize> = BTreeMap::new();
    for (n, code) in codes.iter().enumerate().filter(|(_, code)| !code.is_empty()) {
        known.entry(code).or_insert(n);
    }
    let above = |code: &Vec<&str>| (1..code.len()).rev().find_map(|short| known.get(&code[..short]).copied());
    let induk: Vec<Option<usize>> = codes.iter().map(above).collect();
    let nested = induk.iter().any(Option::is_some);
    // Codes that nest say nothing of amounts (a region, a class): the amounts do, in most of what stands above others.
    let mut parents: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, above) in induk.iter().enumerate() {
        if let Some(above) = above {
            parents.entry(*above).or_default().push(n);
        }
    }
    let proven = parents.iter().filter(|(n, p)| sama(rows, **n, p)).count();
    if nested && proven * 2 >= parents.len() {
        out.iter_mut().zip(&induk).for_each(|(own, above)| own.induk = *above);
    }
    let closes: Vec<bool> = (0..rows.len()).map(|n| codes[n].is_empty() && menutup(rows[n].nama)).collect();
    let closing: Vec<usize> = (0..rows.len()).filter(|n| closes[*n]).collect();
    // A table of more blocks than a report has is none of accounts.
    if !nested && (closing.len() < 2 || closing.len() > BLOK) {
        for (n, own) in out.iter_mut().enumerate() {
            // `Jumlah Pendapatan` at the end of a list is its sum where the figures say so.
            let below = || closes[n] && n > 1 && n + 1 == rows.len() && sama(rows, n, &(0..n).collect::<Vec<_>>());
            own.jumlah = super::total::total(rows[n].nama) || below();
        }
        let left = selisih(rows, &mut out);
        return (out, left.into_iter().map(|n| rows[n].nama).collect());
    }
    let mut open = Vec::new();
    let mut left = selisih(rows, &mut out);
    for (at, n) in closing.iter().enumerate().take(BLOK) {
        let from = at.checked_sub(1).map_or(0, |before| closing[before] + 1);
        let free = |m: &usize| out[*m].induk.is_none() && !closes[*m];
        let block: Vec<usize> = (from..*n).filter(free).collect();
        let all: Vec<usize> = (0..*n).filter(free).collect();
        let found = [block, all, closing[..at].to_vec()].into_iter().find(|list| sama(rows, *n, list));
        match found {
            Some(list) => out[*n].dari = list,
            None => open.push(rows[*n].nama),
        }
    }
    left.retain(|n| out[*n].dari.is_empty());
    open.extend(left.into_iter().map(|n| rows[n].nama));
    (out, open)
}

/// Finds what a surplus, a net amount and what is left in the end are of: the names say which rows it may be, the figures
/// of one column at least that it is. Hands back those of which nothing is proven.
fn selisih(rows: &[Baris<'_>], out: &mut [Hubungan]) -> Vec<usize> {
    let folded: Vec<String> = rows.iter().map(|r| lipat(r.nama).replace(['/', '-'], " ")).collect();
    let has = |n: usize, words: &[&str]| super::kata::salah_satu(&folded[n], words);
    let net = |n: usize| {
        has(n, &["surplus", "defisit"]) && !has(n, &["pembiayaan", "lainnya", "non operasional", "luar biasa"])
    };
    let left =
        |n: usize| has(n, &["silpa", "sikpa", "sisa lebih", "sisa kurang"]) && has(n, &["anggaran", "silpa", "sikpa"]);
    let mut open = Vec::new();
    for (n, own) in out.iter_mut().enumerate() {
        let pair = |a: &dyn Fn(usize) -> bool, b: &dyn Fn(usize) -> bool| {
            let (first, second): (Vec<usize>, Vec<usize>) =
                ((0..n).filter(|m| a(*m)).collect(), (0..n).filter(|m| b(*m)).collect());
            // The last of several that print the same is the one that closes them.
            let all = first.iter().rev().flat_map(|x| second.iter().rev().map(move |y| (*x, *y)));
            all.into_iter().filter(|(x, y)| x != y).find(|(x, y)| kurang(rows, n, *x, *y))
        };
        if net(n) {
            own.selisih = pair(&|m| has(m, &["pendapatan"]) && !net(m), &|m| has(m, &["belanja", "beban"]) && !net(m));
        } else if has(n, &["pembiayaan"]) && has(n, &["netto", "neto", "bersih"]) {
            own.selisih = pair(&|m| has(m, &["penerimaan"]), &|m| has(m, &["pengeluaran"]));
        } else if left(n) {
            let both: Vec<usize> =
                (0..n).filter(|m| net(*m)).chain((0..n).filter(|m| has(*m, &["netto", "neto"]))).collect();
            if both.len() == 2 && sama_sebagian(rows, n, &both) {
                own.dari = both;
            }
        } else {
            continue;
        }
        if own.selisih.is_none() && own.dari.is_empty() {
            open.push(n);
        }
    }
    open
}

/// Whether a row prints one row less another in some column where all three print a number.
fn kurang(rows: &[Baris<'_>], n: usize, a: usize, b: usize) -> bool {
    let own = |m: usize, column: usize| rows[m].sel.get(column)?.angka();
    (0..rows[n].sel.len()).any(|c| {
        let less = own(a, c).zip(own(b, c)).and_then(|(a, b)| a.checked_sub(b));
        less.is_some() && own(n, c) == less
    })
}

/// Whether a row prints the sum of others in some column.
fn sama_sebagian(rows: &[Baris<'_>], n: usize, parts: &[usize]) -> bool {
    let sum = |c: usize| parts.iter().try_fold(Decimal::ZERO, |s, m| s.checked_add(rows[*m].sel.get(c)?.angka()?));
    (0..rows[n].sel.len()).any(|c| rows[n].sel[c].angka().is_some_and(|own| sum(c) == Some(own)))
}

/// Whether words close a block: `Jumlah Pendapatan`, `TOTAL BELANJA`.
fn menutup(nama: &str) -> bool {
    let folded = lipat(nama);
    let first = folded.split(' ').next().unwrap_or_default();
    matches!(first, "jumlah" | "total" | "jml") || super::total::total(nama)
}

/// Whether a row prints the sum of others in every column that says so, and in one at least.
fn sama(rows: &[Baris<'_>], n: usize, parts: &[usize]) -> bool {
    let sum = |column: usize| {
        parts.iter().try_fold(Decimal::ZERO, |sum, m| sum.checked_add(rows[*m].sel.get(column)?.angka()?))
    };
    let mut told = rows[n].sel.iter().enumerate().filter_map(|(c, cell)| Some(sum(c)? == cell.angka()?)).peekable();
    !parts.is_empty() && told.peek().is_some() && told.all(|same| same)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn baca(rows: &[(&str, &str, i64)]) -> (Vec<Hubungan>, usize) {
        let cells: Vec<Nilai> = rows.iter().map(|r| Nilai::Angka(Decimal::from(r.2), r.2.to_string())).collect();
        let row = |n: usize| Baris { kode: rows[n].0.to_string(), nama: rows[n].1, sel: vec![&cells[n]] };
        let list: Vec<Baris<'_>> = (0..rows.len()).map(row).collect();
        let (out, open) = susun(&list);
        (out, open.len())
    }

    #[test]
    fn accounts_add_up_by_their_codes_and_close_their_blocks() {
        let lra = [
            ("4", "Pendapatan", 5),
            ("4.1", "PAD", 5),
            ("", "Jumlah Pendapatan", 5),
            ("5", "Belanja", 9),
            ("5.1", "Operasi", 4),
            ("5.2", "Modal", 5),
            ("", "Jumlah Belanja", 9),
            ("", "Surplus/(Defisit)", -4),
        ];
        let (out, open) = baca(&lra);
        assert_eq!(out[1].induk, Some(0));
        assert_eq!((out[2].dari.as_slice(), out[6].dari.as_slice(), open), (&[0][..], &[3][..], 0));
        assert!(out.iter().all(|h| !h.jumlah));
        assert_eq!(out[7].selisih, Some((2, 6)), "what is left is the difference of the two sums");
    }

    #[test]
    fn codes_that_nest_without_their_amounts_say_nothing_and_a_plain_list_keeps_its_total() {
        let regions = [("35.07", "Malang", 9), ("35.07.01", "A", 2), ("35.07.02", "B", 3)];
        assert!(baca(&regions).0.iter().all(|h| h.induk.is_none()));
        let wrong = [("", "A", 2), ("", "B", 3), ("", "Jumlah", 6)];
        assert!(baca(&wrong).0[2].jumlah, "a wrong total is one, and is found");
        assert_eq!(baca(&[("", "A", 2), ("", "Jumlah A", 3), ("", "Jumlah", 9)]).1, 2, "what they add up is not known");
    }
}
