//! Dpa: what stands around the table of a DPA of one sub kegiatan: its codes and names, sources of funds, indicators before
//! and after, the plan of every month. What has no place in a record is named and left.

use super::angka::{self, Cara, Nilai};
use super::kepala::Tabel;
use super::kisi::{Isi, Lembar};
use super::kode::{self, Kode};
use super::makna::{Bentuk, lipat, punya};
use super::masa::{hanya_masa, masa};
use crate::diagnostic::Pesan;
use crate::pesan;
use std::ops::Range;

/// One indicator of a node with its targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keluaran {
    /// Depth of its node: 0 program, 1 kegiatan, 2 sub kegiatan.
    pub dalam: usize,
    /// Its names; several where the block has several rows for one node.
    pub nama: Vec<String>,
    /// Its targets, one by stage: `400 Orang`, `450 Orang`.
    pub target: Vec<String>,
}

/// What was read around the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dpa {
    /// Words for columns of the node: `sumber_dana`, `jadwal`.
    pub kata: Vec<(&'static str, String)>,
    /// Indicators, and the row of their block.
    pub keluaran: Vec<Keluaran>,
    /// First row of the block of indicators.
    pub baris_keluaran: usize,
    /// The funds that it says are needed: place, and the last amount of the row.
    pub masukan: Option<(String, Nilai)>,
    /// Periods and amounts of the plan.
    pub rencana: Vec<(String, Nilai)>,
    /// First row of the plan.
    pub baris_rencana: usize,
    /// What was seen and has no place.
    pub catatan: Vec<Pesan>,
}

/// Label and value of a row: `Sub Kegiatan | : | 1.06.04.2.01.0001 Penyediaan Permakanan`.
fn pasangan(lembar: &Lembar, row: usize) -> Option<(String, String)> {
    let texts: Vec<String> = lembar.baris[row].iter().map(|c| c.tulisan()).collect();
    let filled: Vec<&str> = texts.iter().map(|t| t.trim_matches([':', ' '])).filter(|t| !t.is_empty()).collect();
    match filled.as_slice() {
        [only] => only.split_once(':').map(|(a, b)| (lipat(a), b.trim().to_string())),
        [label, value] => Some((lipat(label), (*value).to_string())),
        // A code and its name in cells of their own.
        [label, code, name, ..] if kode::baca(code).is_some() => Some((lipat(label), format!("{code} {name}"))),
        [label, value, ..] => Some((lipat(label), (*value).to_string())),
        [] => None,
    }
}

/// The nodes that rows above a table name: all of the table is about the last of them.
pub fn konteks(lembar: &Lembar, tabel: &Tabel) -> Vec<Kode> {
    let plain = |label: &str| {
        let own = label.trim_start_matches("kode ").trim_start_matches("dan ").trim_start_matches("nama ").to_string();
        ["program", "kegiatan", "sub kegiatan", "subkegiatan"].contains(&own.as_str())
    };
    let pairs = (0..tabel.kepala.0).filter_map(|row| pasangan(lembar, row));
    pairs
        .filter(|(label, _)| plain(label))
        .filter_map(|(_, v)| kode::baca(&v).filter(|k| k.dalam().is_some()))
        .collect()
}

/// Whether a table is the block of indicators of a DPA: its rows are called Masukan and Keluaran.
pub fn blok_keluaran(lembar: &Lembar, tabel: &Tabel) -> bool {
    let at = kolom_label(lembar, tabel.isi.clone());
    let label = |row: usize| lipat(&lembar.sel(row, at).tulisan());
    tabel.isi.clone().any(|row| matches!(label(row).as_str(), "masukan" | "keluaran" | "input" | "output"))
}

/// Whether a table is a list of persons: names beside their numbers, offices or signatures.
pub fn is_orang(tabel: &Tabel) -> bool {
    let any = |words: &[&str]| tabel.kolom.iter().any(|k| words.iter().any(|w| punya(&k.akhir, w)));
    let named = ["nama", "nama lengkap", "nama pegawai", "nama pejabat"];
    let name = tabel.kolom.iter().any(|k| named.contains(&k.akhir.as_str()));
    let persons = tabel.kolom.iter().filter(|k| k.makna == super::makna::Makna::Orang).count();
    let numbered = |k: &&super::makna::Kolom| matches!(k.akhir.as_str(), "no" | "nomor" | "no urut");
    let rest = tabel.kolom.len() - persons - tabel.kolom.iter().filter(numbered).count();
    let only = persons >= 2 && rest <= 1;
    tabel.bentuk == Bentuk::Bebas
        && (only || (name && any(&["nip", "nik", "jabatan", "pangkat", "tanda tangan", "paraf"])))
}

/// Rows of the block of indicators.
const LABEL: [&str; 6] = ["capaian program", "capaian kegiatan", "masukan", "keluaran", "input", "output"];

/// The column of the labels of that block: the first, where nothing stands before it.
fn kolom_label(lembar: &Lembar, rows: Range<usize>) -> usize {
    let known = |row: usize| {
        (0..4.min(lembar.lebar())).find(|at| LABEL.contains(&lipat(&lembar.sel(row, *at).tulisan()).as_str()))
    };
    rows.filter_map(known).next().unwrap_or(0)
}

/// Reads what stands above and below the table of one sub kegiatan.
pub fn baca(lembar: &Lembar, tabel: &Tabel, tahun: i32, cara: Cara<'_>) -> Dpa {
    let mut out = Dpa::default();
    let mut years = Vec::new();
    for row in 0..tabel.kepala.0 {
        let Some((label, value)) = pasangan(lembar, row) else { continue };
        let column = match label.as_str() {
            "sumber pendanaan" | "sumber dana" | "sumber dana/pendanaan" => "sumber_dana",
            "waktu" | "waktu pelaksanaan" => "jadwal",
            "lokasi" | "lokasi kegiatan" | "kelompok sasaran" | "keluaran sub kegiatan" if value != "-" => {
                out.catatan.push(pesan!(
                    "`{label}` tidak disimpan: rekaman tidak punya tempatnya",
                    "`{label}` is not kept: a record has no place for it"
                ));
                continue;
            }
            _ if label.starts_with("alokasi") => {
                years.push(format!("`{label}`"));
                continue;
            }
            _ => continue,
        };
        if value != "-" && out.kata.iter().all(|(known, _)| *known != column) {
            out.kata.push((column, value));
        }
    }
    if !years.is_empty() {
        let list = years.join(", ");
        out.catatan.push(pesan!(
            "{list} tidak dibaca sebagai pagu: tahun lain, atau pagu yang sama sekali lagi",
            "{list} is not read as a budget: another year, or the same budget once more"
        ));
    }
    keluaran(lembar, tabel, cara, &mut out);
    rencana(lembar, tabel, tahun, cara, &mut out);
    out
}

/// The block `Capaian Kegiatan | … | 90 Persen | … | 92,5 Persen`.
fn keluaran(lembar: &Lembar, tabel: &Tabel, cara: Cara<'_>, out: &mut Dpa) {
    let mut kind: Option<Option<usize>> = None;
    let mut other = Vec::new();
    let first = kolom_label(lembar, 0..tabel.kepala.0);
    for row in 0..tabel.kepala.0 {
        let own = lipat(&lembar.sel(row, first).tulisan());
        let named = match own.as_str() {
            "capaian program" => Some(Some(0)),
            "capaian kegiatan" | "keluaran kegiatan" => Some(Some(1)),
            "keluaran" | "keluaran sub kegiatan" | "output" => Some(Some(2)),
            "masukan" | "input" => {
                let amount = |at: usize| match angka::baca(lembar, (row, at), cara, true) {
                    Ok(value @ Nilai::Angka(..)) => Some((lembar.alamat(row, at), value)),
                    _ => None,
                };
                out.masukan = (first + 1..lembar.lebar()).rev().find_map(amount);
                if out.masukan.is_none() {
                    other.push(own.clone());
                }
                Some(None)
            }
            "hasil" | "outcome" | "manfaat" | "dampak" | "hasil kegiatan" => {
                other.push(own.clone());
                Some(None)
            }
            // A second indicator of the row above.
            "" => kind,
            _ => None,
        };
        kind = named;
        let cells: Vec<usize> = (first + 1..lembar.lebar()).filter(|at| !lembar.sel(row, *at).kosong()).collect();
        let (Some(Some(dalam)), 2 | 4) = (named, cells.len()) else { continue };
        if out.keluaran.is_empty() {
            out.baris_keluaran = row;
        }
        let read = |at: usize| match angka::baca(lembar, (row, at), cara, false) {
            Ok(Nilai::Angka(_, text) | Nilai::Tulis(text)) => text,
            _ => String::new(),
        };
        let (nama, target): (Vec<usize>, Vec<usize>) =
            (cells.iter().step_by(2).copied().collect(), cells.iter().skip(1).step_by(2).copied().collect());
        // The name it has now; an older one differs seldom and is that of the document before.
        let nama = nama.last().map_or_else(String::new, |at| lembar.sel(row, *at).tulisan());
        let target: Vec<String> = target.into_iter().map(read).collect();
        match out.keluaran.iter_mut().find(|k| k.dalam == dalam) {
            Some(known) if known.target.len() == target.len() => {
                known.nama.push(nama);
                known.target.iter_mut().zip(target).for_each(|(all, own)| *all = format!("{all}, {own}"));
            }
            Some(_) => {}
            None => out.keluaran.push(Keluaran { dalam, nama: vec![nama], target }),
        }
    }
    if !other.is_empty() {
        let list = other.join(", ");
        out.catatan.push(pesan!(
            "baris {list} tidak dibaca: tidak punya tempat pada simpul",
            "rows {list} are not read: a node has no place for them"
        ));
    }
}

/// The plan below the table: a month or quarter, and its amount beside it or under it.
fn rencana(lembar: &Lembar, tabel: &Tabel, tahun: i32, cara: Cara<'_>, out: &mut Dpa) {
    let period = |row: usize, at: usize| match &lembar.sel(row, at).isi {
        Isi::Teks(text) if hanya_masa(&lipat(text)) => masa(&[lipat(text)], tahun),
        _ => None,
    };
    let mut found: Vec<(String, usize, usize)> = Vec::new();
    let mut double = false;
    for row in tabel.kepala.1 + 1..lembar.baris.len() {
        let filled: Vec<usize> = (0..lembar.lebar()).filter(|at| !lembar.sel(row, *at).kosong()).collect();
        let periods: Vec<usize> = filled.iter().copied().filter(|at| period(row, *at).is_some()).collect();
        if periods.len() > 2 && periods.len() + 2 >= filled.len() {
            let below = |at: &usize| Some((period(row, *at)?, row + 1, *at));
            found.extend(periods.iter().filter_map(below));
            continue;
        }
        for (n, at) in filled.iter().enumerate() {
            let Some(masa) = period(row, *at) else { continue };
            let amounts: Vec<usize> =
                filled[n + 1..].iter().copied().take_while(|next| period(row, *next).is_none()).collect();
            double |= amounts.len() > 1;
            found.extend(amounts.first().map(|next| (masa, row, *next)));
        }
    }
    if double {
        out.catatan.push(pesan!(
            "rencana per bulan tidak dibaca: ada beberapa jumlah di samping sebuah bulan",
            "the plan by month is not read: several amounts stand beside a month"
        ));
        return;
    }
    for (masa, row, at) in found {
        let amount = angka::baca(lembar, (row, at), Cara { strip: Some("0"), ..cara }, true);
        if let (Ok(value @ Nilai::Angka(..)), true) = (amount, out.rencana.iter().all(|(known, _)| *known != masa)) {
            if out.rencana.is_empty() {
                out.baris_rencana = row;
            }
            out.rencana.push((masa, value));
        }
    }
    out.rencana.sort_by(|a, b| a.0.cmp(&b.0));
}
