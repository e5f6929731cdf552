//! Jumlah: whether what is printed above the leaves equals their sum. Said, never mended: `terang check` publishes it.

use super::angka::Nilai;
use super::isian::Anggaran;
use crate::diagnostic::{Lang, Pesan};
use crate::number::Style;
use crate::pesan;
use rust_decimal::Decimal;

/// The cells of the leaves of one column.
fn leaves(anggaran: &Anggaran, column: usize) -> Vec<&Nilai> {
    anggaran.daun().filter_map(|(_, n)| n.sel.as_ref()?.get(column)).collect()
}

/// Whether a printed sum and that of its parts are one within what was rounded away of each.
pub fn near(own: Decimal, sum: Decimal, parts: &[&Nilai], whole: Option<&Nilai>, style: Style) -> bool {
    let half = |cell: &Nilai| super::besaran::setengah(cell, style);
    let slack = parts.iter().map(|c| half(c)).chain(whole.map(half)).try_fold(Decimal::ZERO, |a, b| a.checked_add(b));
    own.checked_sub(sum).zip(slack).is_some_and(|(d, slack)| d.abs() <= slack && !slack.is_zero())
}

/// One line a column of money: the sum of the leaves, and what does not agree with it.
pub fn periksa(anggaran: &Anggaran) -> Vec<Pesan> {
    let mut out = Vec::new();
    for (column, name) in anggaran.kolom.iter().enumerate() {
        if !(name.starts_with("pagu.") || name.starts_with("realisasi")) || name.starts_with("realisasi_fisik") {
            continue;
        }
        let Some(sum) = anggaran.jumlah_daun(column) else { continue };
        let (id, en) = (Lang::Id.rupiah(sum), Lang::En.rupiah(sum));
        let total = anggaran.total.as_ref().and_then(|t| t[column].angka());
        out.push(match total {
            Some(total) if total == sum => {
                pesan!("{name}: {id}, sama dengan jumlah tercetak", "{name}: {en}, equal to the printed total")
            }
            Some(total)
                if near(
                    total,
                    sum,
                    &leaves(anggaran, column),
                    anggaran.total.as_ref().map(|t| &t[column]),
                    anggaran.style,
                ) =>
            {
                let (tid, ten) = (Lang::Id.rupiah(total), Lang::En.rupiah(total));
                pesan!(
                    "{name}: {id}; jumlah tercetak {tid}, bedanya dalam pembulatan",
                    "{name}: {en}; the printed total is {ten}, within rounding"
                )
            }
            Some(total) => {
                let (tid, ten) = (Lang::Id.rupiah(total), Lang::En.rupiah(total));
                pesan!(
                    "{name}: {id}; jumlah tercetak {tid} TIDAK SAMA",
                    "{name}: {en}; the printed total {ten} DIFFERS"
                )
            }
            None => pesan!("{name}: {id}", "{name}: {en}"),
        });
        for (key, node) in &anggaran.simpul {
            let below: Vec<Option<&Nilai>> = anggaran
                .simpul
                .iter()
                .filter(|(k, _)| anggaran.induk(k).as_deref() == Some(key))
                .map(|(_, n)| n.sel.as_ref().and_then(|s| s.get(column)))
                .collect();
            let cell = node.sel.as_ref().and_then(|s| s.get(column));
            let own = cell.and_then(Nilai::angka);
            let parts: Option<Vec<Decimal>> = below.iter().map(|c| c.and_then(Nilai::angka)).collect();
            let cells: Vec<&Nilai> = below.iter().copied().flatten().collect();
            let (Some(own), Some(parts)) = (own, parts.filter(|p| !p.is_empty())) else { continue };
            let sum = parts.iter().try_fold(Decimal::ZERO, |a, b| a.checked_add(*b));
            if let Some(sum) = sum.filter(|s| *s != own && !near(own, *s, &cells, cell, anggaran.style)) {
                let (a, b) = (Lang::Id.rupiah(own), Lang::Id.rupiah(sum));
                let (c, d) = (Lang::En.rupiah(own), Lang::En.rupiah(sum));
                out.push(pesan!(
                    "{key}, {name}: tercetak {a}, jumlah rinciannya {b}",
                    "{key}, {name}: printed {c}, its parts add up to {d}"
                ));
            }
        }
    }
    out
}
