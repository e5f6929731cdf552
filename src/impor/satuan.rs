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
    let words = [
        ("ribuan", "ribuan"),
        ("ribu rupiah", "ribuan"),
        ("jutaan", "jutaan"),
        ("juta rupiah", "jutaan"),
        ("rp juta", "jutaan"),
        ("rp ribu", "ribuan"),
        ("miliar", "miliar"),
    ];
    let from = tabel.kepala.0.saturating_sub(8);
    for row in from..=tabel.kepala.1 {
        for (column, cell) in lembar.baris[row].iter().enumerate() {
            let text = cell.tulisan();
            let folded = lipat(&text);
            if let Some((_, unit)) = words.iter().find(|(word, _)| punya(&folded, word)) {
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
