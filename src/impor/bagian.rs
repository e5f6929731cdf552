//! Bagian: headings with amounts and without a code between the rows of a tree, `I. URUSAN WAJIB PELAYANAN DASAR`: what they
//! print is the sum of the programs below them, up to the next one or further.

use super::angka::Nilai;
use super::atasan::sama;
use super::baris::sebut;
use super::isian::Anggaran;
use super::kisi::Lembar;
use super::kolom::{persen, uang};
use crate::pesan;
use rust_decimal::Decimal;

/// Such a heading.
#[derive(Debug, Clone)]
struct Bagian {
    /// Its row.
    baris: usize,
    /// Its address.
    letak: String,
    /// Its words.
    teks: String,
    /// Its cells.
    sel: Vec<Nilai>,
}

/// The headings between the rows of a tree.
#[derive(Debug, Clone, Default)]
pub struct Antara {
    /// Those with amounts.
    bagian: Vec<Bagian>,
    /// Those without, and their rows.
    judul: Vec<(usize, String)>,
}

impl Antara {
    /// Keeps a row without a code. Around one node (`sesimpul`) what has no amount of the tree is of another table.
    pub fn catat(&mut self, lembar: &Lembar, row: usize, sel: Option<Vec<Nilai>>, sesimpul: bool) {
        let words = lembar.baris[row].iter().map(|c| c.tulisan()).find(|t| t.chars().any(char::is_alphabetic));
        let letak = lembar.alamat(row, 0);
        match (sel, words) {
            (Some(sel), teks) => {
                self.bagian.push(Bagian { baris: row, letak, teks: teks.unwrap_or_default(), sel });
            }
            (None, Some(text)) if !sesimpul => self.judul.push((row, format!("{letak} `{text}`"))),
            (None, _) => {}
        }
    }

    /// Says which of them equal the rows below them, down to another one or to the end of the table; hands back those that
    /// nothing is known of.
    pub fn periksa(&self, out: &mut Anggaran, end: usize) -> Vec<String> {
        let ends: Vec<usize> =
            self.judul.iter().map(|j| j.0).chain(self.bagian.iter().map(|b| b.baris)).chain([end]).collect();
        let (mut same, mut open) = (Vec::new(), Vec::new());
        for row in &self.bagian {
            let fits = ends.iter().filter(|to| **to > row.baris).any(|to| sama(&row.sel, &jumlah(out, row.baris, *to)));
            let shown = if row.teks.is_empty() { row.letak.clone() } else { format!("{} `{}`", row.letak, row.teks) };
            if fits { same.push(shown) } else { open.push(shown) }
        }
        let titles: Vec<String> = self.judul.iter().map(|j| j.1.clone()).collect();
        sebut(
            &mut out.catatan,
            &same,
            &pesan!(
                "baris tanpa kode yang sama dengan jumlah baris di bawahnya, tidak disalin",
                "rows without a code that equal the sum of the rows below them, not copied"
            ),
        );
        sebut(
            &mut out.catatan,
            &titles,
            &pesan!("judul di antara baris, tidak disalin", "headings between rows, not copied"),
        );
        open
    }
}

/// By column of money the sum of the leaves between two rows.
fn jumlah(out: &Anggaran, from: usize, to: usize) -> Vec<Option<Decimal>> {
    let leaves: Vec<_> = out.daun().map(|(_, node)| node).filter(|n| (from..to).contains(&n.baris)).collect();
    let sum = |n: usize| {
        let cells = leaves.iter().filter_map(|node| node.sel.as_ref()?.get(n)?.angka());
        cells.map(Some).reduce(|a, b| a?.checked_add(b?)).flatten()
    };
    let money = |name: &String| uang(name) && !persen(name);
    out.kolom.iter().enumerate().map(|(n, name)| money(name).then(|| sum(n)).flatten()).collect()
}
