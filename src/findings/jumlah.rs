//! Jumlah: the candidates of a sum over nodes of the budget tree, and what a part that is not printed means for it.

use super::bahan::Bahan;
use super::operasi::Operasi;
use super::uji::{Asal, Calon};
use crate::records::{Alasan, Jenis, Kolom, Nilai, Simpul, Subjek, Ukuran as U};

/// What one part of a sum is known to be.
enum Suku {
    /// Statements that add up to it.
    Ada(Vec<usize>),
    /// It is printed as not applying: nothing to add.
    Nihil,
    /// No number anywhere.
    Tidak,
}

/// The candidates of a sum over nodes in the column of statement `i`: printed ones only, and all of them.
///
/// Empty when none of the nodes is printed in the same table, or when one of them has no number anywhere.
pub fn jumlah(b: &Bahan<'_, '_>, i: usize, kolom: &Kolom, parts: &[&Simpul]) -> Vec<Calon> {
    let here = |node: &Simpul| di_tabel(b, i, kolom, node);
    let mut own = Vec::new();
    let mut full = Vec::new();
    let mut printed = 0;
    let mut missing = 0;
    for node in parts {
        match here(node) {
            Suku::Ada(list) => {
                printed += 1;
                own.extend(list.iter().copied());
                full.extend(list);
            }
            Suku::Nihil => printed += 1,
            Suku::Tidak => {
                missing += 1;
                match di_tempat_lain(b, i, kolom, node) {
                    Some(j) => full.push(j),
                    // A part is unknown: the sum of the others could agree, never fail, so nothing is checked.
                    None => return Vec::new(),
                }
            }
        }
    }
    if printed == 0 {
        return Vec::new();
    }
    let sum = |masukan: Vec<usize>, asal| Calon { operasi: Operasi::Jumlah, masukan, asal };
    if missing == 0 {
        return if own.is_empty() { Vec::new() } else { vec![sum(own, Asal::Baris)] };
    }
    // With a part missing from the table either reading of the total is possible; the nearer one comes first.
    let mut out = vec![sum(full, Asal::Baris)];
    if !own.is_empty() {
        out.push(sum(own, Asal::Baris));
    }
    let written = b.bukti(i).unwrap_or_default();
    out.sort_by_key(|c| b.hitung(c).map(|v| v.saturating_sub(written).abs()));
    out
}

/// A node in the printed table of `i`: its own cell, or the sum below it when it is not printed.
fn di_tabel(b: &Bahan<'_, '_>, i: usize, kolom: &Kolom, node: &Simpul) -> Suku {
    // What one source of funds pays is no part of the whole, nor of what another source pays.
    let fund = |j: usize| b.p(j).cabang();
    let found = b
        .setabel(i)
        .iter()
        .copied()
        .filter(|j| matches!(b.ukur(*j), Some((Subjek::Kode(kode), k)) if *kode == node.kode && k == kolom))
        .find(|j| fund(*j).is_none_or(|name| fund(i) == Some(name)));
    if found.is_none()
        && fund(i).is_none()
        && let Some(list) = sumber_dana(b, i, node)
    {
        return list;
    }
    if let Some(j) = found {
        return match &b.p(j).sel.nilai {
            Nilai::Kosong(Alasan::TidakBerlaku) => Suku::Nihil,
            _ if b.bukti(j).is_some() => Suku::Ada(vec![j]),
            _ => Suku::Tidak,
        };
    }
    let Some(children) = node.lengkap() else { return Suku::Tidak };
    let mut all = Vec::new();
    for child in children {
        match di_tabel(b, i, kolom, child) {
            Suku::Ada(list) => all.extend(list),
            Suku::Nihil => {}
            Suku::Tidak => return Suku::Tidak,
        }
    }
    if all.is_empty() { Suku::Tidak } else { Suku::Ada(all) }
}

/// A node that is printed by source of funds only: all its parts, wherever they stand.
fn sumber_dana(b: &Bahan<'_, '_>, i: usize, node: &Simpul) -> Option<Suku> {
    let whole = format!("{}/anggaran/{}/{}", b.p(i).tahun, node.kode, ekor(b, i));
    if !b.di(&whole).is_empty() {
        return None;
    }
    let parts: Vec<&[usize]> = b.di_bawah(&format!("{whole}~")).map(|(_, list)| list).collect();
    if parts.is_empty() {
        return None;
    }
    let known: Option<Vec<usize>> =
        parts.iter().map(|list| list.iter().copied().find(|j| b.bukti(*j).is_some())).collect();
    Some(known.map_or(Suku::Tidak, Suku::Ada))
}

/// The same fact in another table, when the cell here has no number.
fn di_tempat_lain(b: &Bahan<'_, '_>, i: usize, kolom: &Kolom, node: &Simpul) -> Option<usize> {
    let blank = b
        .setabel(i)
        .iter()
        .any(|j| matches!(b.ukur(*j), Some((Subjek::Kode(kode), k)) if *kode == node.kode && k == kolom));
    // A cell that is there but not readable stays unknown: what stands elsewhere need not be what stood here.
    if blank {
        return None;
    }
    let p = b.p(i);
    let money = |list: &[usize]| list.iter().copied().find(|j| b.bukti(*j).is_some() && b.jenis(*j) == Jenis::Uang);
    let awal = format!("{}/anggaran/{}/", p.tahun, node.kode);
    money(b.di(&format!("{awal}{}", ekor(b, i)))).or_else(|| {
        // A budget not printed for this phase is known from another one.
        let pagu = kolom.ukuran == U::Pagu;
        b.di_bawah(&format!("{awal}pagu.")).filter(|_| pagu).find_map(|(_, list)| money(list))
    })
}

/// The last part of the address of a statement.
pub fn ekor<'x>(b: &Bahan<'x, '_>, i: usize) -> &'x str {
    b.p(i).alamat.rsplit('/').next().unwrap_or_default()
}
