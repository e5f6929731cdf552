//! Kembar: rows of one node with the same figures: printed once more, or different money; the sum above them tells.

use super::angka::{Nilai, tambah};
use super::isian::Anggaran;
use super::kolom::{hanya_uang, persen, uang};
use crate::pesan;
use rust_decimal::Decimal;

/// Rows that print a node again with the same figures: different money where only so the printed sum above it is right.
/// Gives what is left: read once.
pub fn jumlahkan(out: &mut Anggaran, rows: Vec<(String, String)>) -> Vec<String> {
    let mut once = Vec::new();
    for (key, place) in rows {
        let twice = out.simpul.get(&key).and_then(|n| n.sel.as_ref()).map(|own| tambah(own, own, out.style));
        let proven = twice.as_ref().is_some_and(|twice| terbukti(out, &key, twice));
        let (Some(mut cells), true) = (twice, proven) else {
            once.push(format!("{place} `{key}`"));
            continue;
        };
        hanya_uang(&mut cells, out.kolom.iter());
        if let Some(node) = out.simpul.get_mut(&key) {
            node.sel = Some(cells);
            node.dijumlahkan = true;
        }
        out.catatan.push(pesan!(
            "{place}: `{key}` tercetak lagi dengan angka yang sama; jumlah di atasnya membuktikan keduanya uang yang berbeda, maka dijumlahkan",
            "{place}: `{key}` is printed again with the same figures; the sum above it proves that they are different money, and they are added"
        ));
    }
    once
}

/// Whether the sum printed above a node is right with its cells counted twice, and wrong otherwise.
fn terbukti(out: &Anggaran, key: &str, twice: &[Nilai]) -> bool {
    let Some(above) = out.induk(key) else { return false };
    let Some(printed) = out.simpul.get(&above).and_then(|n| n.sel.as_ref()) else { return false };
    let sum = |column: usize, other: Option<&[Nilai]>| {
        let mut siblings = out.simpul.iter().filter(|(k, _)| out.induk(k).as_deref() == Some(above.as_str()));
        siblings.try_fold(Decimal::ZERO, |sum, (k, node)| {
            let cells = other.filter(|_| k == key).or(node.sel.as_deref())?;
            sum.checked_add(cells[column].angka()?)
        })
    };
    let money = |n: &usize| uang(&out.kolom[*n]) && !persen(&out.kolom[*n]) && printed[*n].angka().is_some();
    let mut columns = (0..out.kolom.len()).filter(money).peekable();
    columns.peek().is_some()
        && columns.all(|n| sum(n, Some(twice)) == printed[n].angka() && sum(n, None) != printed[n].angka())
}
