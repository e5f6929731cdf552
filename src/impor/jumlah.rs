//! Jumlah: whether what is printed above the leaves equals their sum. Said, never mended: `terang check` publishes it.

use super::angka::Nilai;
use super::isian::Anggaran;
use crate::diagnostic::{Lang, Pesan};
use crate::pesan;
use rust_decimal::Decimal;

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
            let below: Vec<Option<Decimal>> = anggaran
                .simpul
                .iter()
                .filter(|(k, _)| anggaran.induk(k).as_deref() == Some(key))
                .map(|(_, n)| n.sel.as_ref().and_then(|s| s.get(column)).and_then(Nilai::angka))
                .collect();
            let own = node.sel.as_ref().and_then(|s| s.get(column)).and_then(Nilai::angka);
            let parts: Option<Vec<Decimal>> = below.iter().copied().collect();
            let (Some(own), Some(parts)) = (own, parts.filter(|p| !p.is_empty())) else { continue };
            let sum = parts.iter().try_fold(Decimal::ZERO, |a, b| a.checked_add(*b));
            if let Some(sum) = sum.filter(|s| *s != own) {
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
