//! Dpa tabel: what stands around the table of a DPA becomes columns of its node, indicators of its nodes, and two tables
//! more: targets by stage and the plan by month.

use super::angka::Nilai;
use super::dpa::Dpa;
use super::isian::{Anggaran, Simpul};
use super::kode::Kode;
use super::pohon::Letak;
use super::tulis::{Blok, blok_tabel};
use crate::diagnostic::{Lang, Pesan};
use crate::number;
use crate::pesan;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Puts it into what was read; gives the tables more, and what is to be said. `tempat` names the place of a row.
pub fn terapkan(
    read: &mut Anggaran,
    letak: &BTreeMap<String, Letak>,
    dpa: &Dpa,
    nodes: &[Kode],
    tempat: &dyn Fn(usize, &Pesan) -> String,
) -> (Vec<Blok>, Vec<Pesan>) {
    let (mut blocks, mut said) = (Vec::new(), Vec::new());
    let Some(own) = nodes.last() else { return (blocks, said) };
    let several = read.simpul.values().filter(|n| n.dalam == 2).count();
    if several > 1 {
        return (blocks, tak_terbaca(dpa, several));
    }
    kata(read, dpa, &own.kode);
    if let Some(block) = target(read, letak, dpa, nodes, tempat, &mut said) {
        blocks.push(block);
    }
    if let (false, Some(place)) = (dpa.rencana.is_empty(), letak.get(&own.kode)) {
        let where_ = tempat(dpa.baris_rencana, &pesan!("rencana per bulan", "plan by month"));
        let kolom: Vec<String> = dpa.rencana.iter().map(|(masa, _)| format!("rencana {masa}")).collect();
        let cells = dpa.rencana.iter().map(|(_, value)| super::angka::sel(value)).collect();
        let (rows, style) = (vec![(place.kode.clone(), cells)], read.style);
        blocks.push(Box::new(move |depth| blok_tabel(depth, &where_, (style, None), &kolom, &rows)));
        said.extend(jumlah(read, dpa, &own.kode));
    }
    said.extend(dpa.catatan.iter().cloned());
    said.extend(masukan(read, dpa, &own.kode));
    (blocks, said)
}

/// What is left unread where one sheet holds several sub kegiatan: nothing around its tables says whose it is.
fn tak_terbaca(dpa: &Dpa, banyak: usize) -> Vec<Pesan> {
    let mut left: Vec<Pesan> = Vec::new();
    if !dpa.keluaran.is_empty() {
        left.push(pesan!("indikator dan targetnya", "indicators with their targets"));
    }
    let names: Vec<&str> = dpa.kata.iter().map(|(name, _)| *name).collect();
    if !names.is_empty() {
        left.push(Pesan::sama(names.join(", ").replace('_', " ")));
    }
    if !dpa.rencana.is_empty() {
        left.push(pesan!("rencana per bulan", "the plan by month"));
    }
    if left.is_empty() {
        return Vec::new();
    }
    let left = Pesan::gabung(&left, &Pesan::sama(", "));
    vec![pesan!(
        "{left} tidak dibaca: lembar ini memuat {banyak} sub kegiatan, dan tidak tertulis milik yang mana; impor satu lembar tiap sub kegiatan untuk membacanya",
        "{left}: not read, for the sheet holds {banyak} sub kegiatan and does not say whose they are; import one sheet per sub kegiatan to read them",
        left
    )]
}

/// Source of funds and time, in the row of the node.
fn kata(read: &mut Anggaran, dpa: &Dpa, kode: &str) {
    for (column, text) in &dpa.kata {
        if read.kolom.iter().any(|k| k == column) {
            continue;
        }
        read.kolom.push((*column).to_string());
        read.semua_baris().for_each(|cells| cells.push(Nilai::Tiada));
        let own = read.simpul.get_mut(kode).into_iter().flat_map(Simpul::baris);
        own.filter_map(|cells| cells.last_mut()).for_each(|last| *last = Nilai::Tulis(text.clone()));
    }
}

/// A table of targets, one column a stage, and the names of the indicators at their nodes.
fn target(
    read: &mut Anggaran,
    letak: &BTreeMap<String, Letak>,
    dpa: &Dpa,
    nodes: &[Kode],
    tempat: &dyn Fn(usize, &Pesan) -> String,
    said: &mut Vec<Pesan>,
) -> Option<Blok> {
    let sets: Vec<String> =
        read.kolom.iter().filter_map(|k| k.strip_prefix("pagu.")).map(ToString::to_string).collect();
    let first = dpa.keluaran.first()?;
    let row = dpa.baris_keluaran + 1;
    let sets: Vec<String> = match (first.target.len(), sets.as_slice()) {
        (2, [before, .., after]) => vec![before.clone(), after.clone()],
        (1, [.., last]) => vec![last.clone()],
        _ => {
            said.push(pesan!(
                "baris {row}: target indikatornya tidak dibaca, karena tahapnya lain daripada pagunya",
                "row {row}: the targets of its indicators are not read, because their stages differ from those of the budget"
            ));
            return None;
        }
    };
    let mut rows = Vec::new();
    for one in dpa.keluaran.iter().filter(|k| k.target.len() == sets.len()) {
        let Some(node) = nodes.iter().find(|n| n.dalam() == Some(one.dalam)) else { continue };
        let Some(place) = letak.get(&node.kode) else { continue };
        let unit = one.target.last().and_then(|t| number::parse(t, read.style).ok());
        let unit = unit.and_then(|a| if a.persen { Some("%".to_string()) } else { a.satuan });
        if let Some(known) = read.simpul.get_mut(&node.kode) {
            known.indikator = (one.nama.clone(), unit.filter(|_| one.nama.len() == 1));
        }
        let blank = |t: &String| if t.is_empty() { "(tidak tercetak)".to_string() } else { t.clone() };
        rows.push((place.kode.clone(), one.target.iter().map(blank).collect::<Vec<_>>()));
        let (names, kode) = (one.nama.join("; "), &place.kode);
        said.push(pesan!("  indikator {kode}: {names}", "  indicator of {kode}: {names}"));
    }
    let where_ = tempat(dpa.baris_keluaran, &pesan!("indikator", "indicators"));
    let kolom: Vec<String> = sets.iter().map(|s| format!("target.{s}")).collect();
    let style = read.style;
    (!rows.is_empty())
        .then(|| -> Blok { Box::new(move |depth| blok_tabel(depth, &where_, (style, None), &kolom, &rows)) })
}

/// Whether the funds that are needed are the last budget; they are not kept.
fn masukan(read: &Anggaran, dpa: &Dpa, kode: &str) -> Option<Pesan> {
    let (place, value) = dpa.masukan.as_ref()?;
    let own = value.angka()?;
    let (id, en) = (Lang::Id.rupiah(own), Lang::En.rupiah(own));
    let last = read.kolom.iter().rposition(|k| k.starts_with("pagu."))?;
    let name = &read.kolom[last];
    let budget = read.simpul.get(kode)?.sel.as_ref()?.get(last)?.angka()?;
    let (bid, ben) = (Lang::Id.rupiah(budget), Lang::En.rupiah(budget));
    Some(if budget == own {
        pesan!("{place} masukan: {id}, sama dengan {name}", "{place} funds needed: {en}, equal to {name}")
    } else {
        pesan!(
            "{place} masukan: {id} TIDAK SAMA dengan {name} {bid}; yang dibaca pagunya",
            "{place} funds needed: {en} DIFFER from {name} {ben}; the budget is what is read"
        )
    })
}

/// The sum of the plan, and whether it is the last budget.
fn jumlah(read: &Anggaran, dpa: &Dpa, kode: &str) -> Option<Pesan> {
    let sum = dpa.rencana.iter().try_fold(Decimal::ZERO, |a, (_, v)| a.checked_add(v.angka()?))?;
    let (id, en, n) = (Lang::Id.rupiah(sum), Lang::En.rupiah(sum), dpa.rencana.len());
    let last = read.kolom.iter().rposition(|k| k.starts_with("pagu."))?;
    let name = &read.kolom[last];
    let budget = read.simpul.get(kode)?.sel.as_ref()?.get(last)?.angka()?;
    Some(if budget == sum {
        pesan!("rencana {n} masa: {id}, sama dengan {name}", "plan of {n} periods: {en}, equal to {name}")
    } else {
        pesan!("rencana {n} masa: {id} TIDAK SAMA dengan {name}", "plan of {n} periods: {en} DIFFERS from {name}")
    })
}
