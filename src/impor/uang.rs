//! Uang: money that a table prints beside its indicators: rows of sasaran, nodes and the total for a budget table. Each
//! rupiah once, though several indicators stand beside it.

use super::angka::{self, Cara, Nilai, tambah};
use super::kala;
use super::kenal::Kenal;
use super::kepala::Tabel;
use super::kisi::Lembar;
use super::kolom::{hanya_uang, persen, uang, uang_kinerja};
use super::makna::{lipat, punya};
use super::masalah::Masalah;
use super::peta::Peta;
use super::total::total;
use super::ulang::kepala_lagi;
use crate::number::Style;
use crate::pesan;
use indexmap::IndexMap;
use rust_decimal::Decimal;

/// Money of a performance table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uang {
    /// Columns of the record.
    pub kolom: Vec<String>,
    /// Rows: `sasaran:s1`, a node, `total`, and cells.
    pub baris: Vec<(String, Vec<Nilai>)>,
    /// The style of the texts.
    pub style: Style,
    /// Names whose money has no place, each once; with one of them nothing is kept.
    pub asing: Vec<String>,
}

/// Reads the money of a performance table; nothing where it has none.
pub fn susun(
    lembar: &Lembar,
    tabel: &Tabel,
    peta: &Peta,
    (kenal, batas): (&Kenal<'_>, u32),
    masalah: &mut Vec<Masalah>,
) -> Option<Uang> {
    let columns = uang_kinerja(lembar, tabel, masalah);
    let amount = |name: &str| uang(name) && name.split(' ').next() != Some("serapan");
    if !columns.iter().any(|(_, name)| amount(name)) {
        return None;
    }
    super::satuan::periksa(lembar, tabel, peta, masalah);
    let rows: Vec<usize> = tabel
        .isi
        .clone()
        .filter(|row| !kepala_lagi(lembar, tabel.kepala, *row))
        .filter(|row| columns.iter().any(|(at, name)| amount(name) && !lembar.sel(*row, *at).kosong()))
        .collect();
    let cells: Vec<(usize, usize)> = rows.iter().flat_map(|r| columns.iter().map(|(at, _)| (*r, *at))).collect();
    let style = angka::gaya(lembar, &cells, peta, masalah);
    let mut kolom: Vec<String> = columns.iter().map(|(_, name)| name.clone()).collect();
    kala::setahun(&mut kolom, &[], batas, style);
    let mut groups: IndexMap<String, Vec<Vec<Nilai>>> = IndexMap::new();
    let mut asing: Vec<String> = Vec::new();
    for row in rows {
        let cells = sel(lembar, tabel, row, &columns, (peta, style), masalah);
        let name = nama(lembar, tabel, row);
        let key = match &name {
            None => "total".to_string(),
            Some(name) => match kenal.atas(name).and_then(|a| a.baris()) {
                Some(key) => key,
                None => {
                    if !asing.contains(name) {
                        asing.push(name.clone());
                    }
                    continue;
                }
            },
        };
        groups.entry(key).or_default().push(cells);
    }
    let printed = groups.get("total").and_then(|rows| rows.first()).cloned();
    let once = berulang(&groups) && sekali(&groups, printed.as_deref());
    let baris = groups.into_iter().map(|(key, rows)| (key, gabung(rows, &kolom, once, style))).collect();
    Some(Uang { kolom, baris, style, asing })
}

/// The cells of a row; a percentage of no money is none.
fn sel(
    lembar: &Lembar,
    tabel: &Tabel,
    row: usize,
    columns: &[(usize, String)],
    (peta, style): (&Peta, Style),
    masalah: &mut Vec<Masalah>,
) -> Vec<Nilai> {
    let read = |at: usize, strip: Option<&str>, name: &str| {
        let kali = if persen(name) { 1 } else { peta.kali_di(&tabel.kolom, at) };
        angka::baca(lembar, (row, at), Cara { style, kali, strip }, uang(name))
    };
    let zero = columns
        .iter()
        .filter(|(_, name)| name.starts_with("pagu"))
        .any(|(at, name)| read(*at, Some("0"), name).ok().and_then(|v| v.angka()).is_none_or(|v| v.is_zero()));
    let mut out = Vec::new();
    for (at, name) in columns {
        let own = if zero && name.starts_with("serapan") { Some("tidak terhitung") } else { None };
        out.push(read(*at, peta.strip.as_deref().or(own), name).unwrap_or_else(|m| {
            masalah.push(m);
            Nilai::Tiada
        }));
    }
    out
}

/// What a row's money is of: the deepest goal or node beside it; nothing for the row of the total.
pub fn nama(lembar: &Lembar, tabel: &Tabel, row: usize) -> Option<String> {
    let first = lembar.baris[row].iter().map(|c| c.tulisan()).find(|t| t.chars().any(char::is_alphabetic));
    if first.as_deref().is_some_and(total) {
        return None;
    }
    let words = ["tujuan", "sasaran", "program", "kegiatan", "sub kegiatan"];
    let beside = |akhir: &str| words.iter().any(|w| punya(akhir, w)) && !punya(akhir, "indikator");
    let columns = tabel.kolom.iter().filter(|k| beside(&k.akhir) && !punya(&lipat(&k.kepala), "rp"));
    let above = |at: usize| {
        let rows = (tabel.isi.start..=row).rev();
        rows.map(|r| lembar.sel(r, at).tulisan()).find(|t| !t.is_empty())
    };
    let names: Vec<(usize, String)> = columns.filter_map(|k| Some((k.indeks, above(k.indeks)?))).collect();
    let own = names.iter().rev().find(|(at, _)| !lembar.sel(row, *at).kosong());
    Some(own.or(names.last()).map_or_else(String::new, |(_, name)| name.clone()))
}

/// Whether some goal or node has the same money in two rows.
fn berulang(groups: &IndexMap<String, Vec<Vec<Nilai>>>) -> bool {
    groups.values().any(|rows| (1..rows.len()).any(|n| !kosong(&rows[n]) && rows[..n].contains(&rows[n])))
}

/// Whether money printed beside every indicator of a goal is that of the goal, told by the total; without one, it is.
fn sekali(groups: &IndexMap<String, Vec<Vec<Nilai>>>, total: Option<&[Nilai]>) -> bool {
    let Some(total) = total else { return true };
    let Some(at) = total.iter().position(|c| c.angka().is_some()) else { return true };
    let all = groups.iter().filter(|(key, _)| *key != "total").flat_map(|(_, rows)| rows);
    let sum = all.filter_map(|cells| cells[at].angka()).try_fold(Decimal::ZERO, |a, b| a.checked_add(b));
    sum != total[at].angka()
}

fn kosong(cells: &[Nilai]) -> bool {
    cells.iter().all(|c| c.angka().is_none_or(|v| v.is_zero()))
}

/// The rows of one goal as one; a percentage of one of several parts says nothing of the whole.
fn gabung(rows: Vec<Vec<Nilai>>, kolom: &[String], once: bool, style: Style) -> Vec<Nilai> {
    let mut parts: Vec<Vec<Nilai>> = Vec::new();
    for row in rows {
        let known = once && parts.contains(&row);
        if parts.is_empty() || !(known || kosong(&row)) {
            parts.push(row);
        }
    }
    // A row without money said nothing beside one that has some.
    if parts.len() > 1 && kosong(&parts[0]) {
        parts.remove(0);
    }
    let several = parts.len() > 1;
    let mut out = parts.into_iter().reduce(|a, b| tambah(&a, &b, style)).unwrap_or_default();
    if several {
        hanya_uang(&mut out, kolom.iter());
    }
    out
}

/// What is said of money that has no place yet.
pub fn tanpa_tempat(asing: &[String]) -> crate::diagnostic::Pesan {
    let list = asing.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ");
    pesan!(
        "uangnya tidak dibaca: {list} belum ada sebagai sasaran di opd.yaml atau simpul dalam pohon anggaran; tulis dahulu, lalu impor berkas ini lagi",
        "its money is not read: {list} is no sasaran in opd.yaml and no node of the budget tree yet; write it first, then import this file again"
    )
}

/// The same of a table of which nothing else is read: that it was would be no more than a word.
pub fn sama_sekali(lembar: &Lembar, tabel: &Tabel, asing: &[String]) -> Masalah {
    let help = pesan!(
        "impor dahulu anggarannya, atau tulis dalam peta `jenis: anggaran` bila tabel ini anggaran",
        "import the budget first, or write `jenis: anggaran` in the map if this table is a budget"
    );
    Masalah::sel(lembar, tabel.kepala.0, 0, tanpa_tempat(asing), help)
}
