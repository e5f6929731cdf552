//! Belanja: kinds of spending below a node: its amounts, where no row prints the node, else what they are held against.

use super::angka::{Nilai, tambah};
use super::dana::kunci;
use super::isian::Anggaran;
use super::kolom::{hanya_uang, persen, uang};
use crate::diagnostic::Lang;
use crate::number::Style;
use crate::pesan;
use indexmap::IndexMap;
use rust_decimal::Decimal;

/// By node its rows of spending: address, code, cells.
pub type Belanja = IndexMap<String, Vec<(String, String, Vec<Nilai>)>>;

/// Gives nodes without a row of their own the sum of their spending, and holds the others against it.
pub fn pasang(out: &mut Anggaran, belanja: Belanja) {
    let (mut same, mut other) = (0, Vec::new());
    for (key, rows) in belanja {
        let Some(node) = out.simpul.get_mut(&key) else { continue };
        // A kind of spending above another one prints the same money.
        let upper = |code: &str| rows.iter().any(|(_, other, _)| other.starts_with(&format!("{code}.")));
        let leaves: Vec<_> = rows.iter().filter(|(_, code, _)| !upper(code)).collect();
        let Some(own) = &node.sel else {
            node.sumber = bersumber(&out.kolom, out.style, leaves.iter().map(|(.., cells)| cells));
            node.sel = leaves.iter().map(|(.., cells)| cells.clone()).reduce(|a, b| tambah(&a, &b, out.style));
            node.dijumlahkan = true;
            continue;
        };
        let mut differs = false;
        for (n, name) in out.kolom.iter().enumerate().filter(|(_, name)| uang(name) && !persen(name)) {
            let sum = leaves.iter().map(|(.., cells)| cells[n].angka());
            let sum = sum.reduce(|a, b| a?.checked_add(b?)).flatten();
            let (Some(printed), Some(sum)) = (own[n].angka(), sum) else { continue };
            if printed == sum || Decimal::ZERO == sum {
                continue;
            }
            differs = true;
            let (first, last) = (&rows[0].0, rows.last().map_or("", |r| r.0.as_str()));
            let (a, b, c, d) =
                (Lang::Id.rupiah(sum), Lang::Id.rupiah(printed), Lang::En.rupiah(sum), Lang::En.rupiah(printed));
            other.push(pesan!(
                "{first} sampai {last}, {name}: rekening belanja di bawah {key} berjumlah {a}, tercetak {b}: TIDAK SAMA",
                "{first} to {last}, {name}: the kinds of spending below {key} add up to {c}, printed {d}: DIFFERS"
            ));
        }
        same += usize::from(!differs) * rows.len();
    }
    if same > 0 {
        out.catatan.push(pesan!(
            "{same} baris rekening belanja dibaca sebagai rincian; jumlahnya sama dengan simpulnya dan tidak ditulis",
            "{same} rows of kinds of spending are read as parts; they add up to their nodes and are not written"
        ));
    }
    out.catatan.extend(other);
}

/// The rows of spending of a node by source of funds, where each says its own.
fn bersumber<'r>(
    kolom: &[String],
    style: Style,
    rows: impl Iterator<Item = &'r Vec<Nilai>>,
) -> Vec<(String, Vec<Nilai>)> {
    let mut out: Vec<(String, Vec<Nilai>)> = Vec::new();
    let Some(at) = kolom.iter().position(|k| k == "sumber_dana") else { return out };
    for cells in rows {
        let Nilai::Tulis(source) = &cells[at] else { return Vec::new() };
        match out.iter_mut().find(|(own, _)| kunci(own) == kunci(source)) {
            Some((_, sum)) => {
                *sum = tambah(sum, cells, style);
                hanya_uang(sum, kolom.iter());
            }
            None => out.push((source.clone(), cells.clone())),
        }
    }
    out
}
