//! Sengketa: an agreement that rests on a disputed figure is no plain agreement. It names the dispute.

use super::bahan::Bahan;
use super::jenis::{Golongan, Hasil, HasilUji};
use super::operasi::Operasi;
use std::collections::BTreeMap;

/// How far a dispute is followed from figure to figure.
const TERJAUH: usize = 4;

/// Marks every check that agrees but takes a disputed figure.
pub fn tandai(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    // Disputed facts, by address, with the address of the finding.
    let mut disputed: BTreeMap<&str, String> = BTreeMap::new();
    for t in hasil.temuan.iter().filter(|t| t.golongan == Golongan::Pertentangan) {
        for i in &t.sengketa {
            disputed.entry(b.p(*i).alamat.as_str()).or_insert_with(|| t.alamat.clone());
        }
    }
    for _ in 0..TERJAUH {
        let mut more: Vec<(&str, String)> = Vec::new();
        for p in &mut hasil.pemeriksaan {
            if p.sengketa.is_some()
                || !matches!(p.hasil, HasilUji::Cocok | HasilUji::Terpotong)
                || p.operasi == Operasi::Sama
            {
                continue;
            }
            let own = b.p(p.pernyataan).alamat.as_str();
            let input = p.masukan.iter().map(|m| b.p(m.pernyataan).alamat.as_str());
            let Some(cause) = input.filter(|a| *a != own).find_map(|a| disputed.get(a)) else { continue };
            p.sengketa = Some(cause.clone());
            // A sum that agrees speaks for its terms; a quotient only repeats them.
            if !matches!(p.operasi, Operasi::Jumlah | Operasi::Kurang) {
                more.push((own, cause.clone()));
            }
        }
        if more.is_empty() {
            break;
        }
        for (alamat, cause) in more {
            disputed.entry(alamat).or_insert(cause);
        }
    }
}
