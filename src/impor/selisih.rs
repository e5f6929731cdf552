//! Selisih: between which columns a difference stands. Heads say it seldom, and wrongly at times; the figures of the rows do.

use super::angka::{Nilai, tulis};
use super::isian::Anggaran;
use super::kata::{lipat, salah_satu};
use super::kepala::Tabel;
use super::kisi::{Lembar, huruf};
use super::makna::Makna;
use super::masalah::Masalah;
use super::peta::Peta;
use crate::pesan;
use rust_decimal::Decimal;

/// Names the columns of differences for what their figures prove them to be, or asks.
pub fn periksa(
    lembar: &Lembar,
    tabel: &Tabel,
    peta: &Peta,
    at: &mut Vec<usize>,
    out: &mut Anggaran,
    masalah: &mut Vec<Masalah>,
) {
    if peta.kolom.values().any(|v| v.starts_with("kenaikan") || v.starts_with("sisa")) {
        return;
    }
    let open = tabel.kolom.iter().any(|k| matches!(k.makna, Makna::Tanya(..)));
    while let Some(own) = (0..out.kolom.len()).find(|n| out.kolom[*n] == "kenaikan murni..perubahan") {
        let head = tabel.kolom.iter().find(|k| k.indeks == at[own]).map_or("", |k| k.kepala.as_str());
        let words = lipat(head);
        let said = !salah_satu(&words, &["selisih"]) || words.contains("bertambah");
        let all = calon(&out.kolom);
        let mut fits: Vec<(String, bool)> = Vec::new();
        for (name, a, b) in &all {
            if let Some(turned) = cocok(out, own, (*a, *b))
                && fits.iter().all(|(known, _)| known != name)
            {
                fits.push((name.clone(), turned));
            }
        }
        let default = all.iter().any(|(name, ..)| name == "kenaikan murni..perubahan");
        let stays = said && default && fits.iter().all(|(name, _)| name == "sisa") && fits.len() != 1;
        match fits.as_slice() {
            [(name, turned)] if !out.kolom.contains(name) || name == "kenaikan murni..perubahan" => {
                if *turned {
                    balik(out, own);
                }
                out.kolom[own].clone_from(name);
                if name == "kenaikan murni..perubahan" {
                    break;
                }
            }
            // What is left is printed in a column of its own already.
            [_] => buang(out, own, at),
            _ if stays => break,
            _ if all.is_empty() || open || kosong(out, own) => buang(out, own, at),
            _ => {
                let column = at[own];
                let letter = huruf(column);
                masalah.push(Masalah::sel(
                    lembar,
                    tabel.kepala.1,
                    column,
                    pesan!(
                        "`{head}`: selisih apa? Angkanya tidak cocok dengan selisih dua kolom mana pun",
                        "`{head}`: which difference? Its figures fit that of no two columns"
                    ),
                    pesan!(
                        "tulis dalam peta `kolom: {{{letter}: sisa}}`, `{letter}: kenaikan murni..perubahan` atau `{letter}: abaikan`",
                        "write in the map `kolom: {{{letter}: sisa}}`, `{letter}: kenaikan murni..perubahan` or `{letter}: abaikan`"
                    ),
                ));
                buang(out, own, at);
            }
        }
    }
}

/// What a difference can be: its name, and from which column which other is taken.
fn calon(kolom: &[String]) -> Vec<(String, usize, usize)> {
    let budgets: Vec<(usize, &str)> =
        kolom.iter().enumerate().filter_map(|(n, name)| Some((n, name.strip_prefix("pagu.")?))).collect();
    let mut out = Vec::new();
    for (n, (a, first)) in budgets.iter().enumerate() {
        out.extend(budgets[n + 1..].iter().map(|(b, second)| (format!("kenaikan {first}..{second}"), *b, *a)));
    }
    if let Some(spent) = kolom.iter().position(|k| k == "realisasi") {
        out.extend(budgets.iter().map(|(a, _)| ("sisa".to_string(), *a, spent)));
    }
    out
}

/// Whether all rows that tell print one column less another, and whether the other way round.
fn cocok(out: &Anggaran, own: usize, (a, b): (usize, usize)) -> Option<bool> {
    let (mut plus, mut minus) = (0, 0);
    for cells in out.simpul.values().filter_map(|n| n.sel.as_ref()).chain(&out.total) {
        let (Some(a), Some(b), Some(own)) = (cells[a].angka(), cells[b].angka(), cells[own].angka()) else { continue };
        let rest = a.checked_sub(b)?;
        if rest.is_zero() && own.is_zero() {
            continue;
        }
        // Rounded to a rupiah they may differ by one.
        let near = |x: Decimal| x.checked_sub(own).is_some_and(|d| d.abs() <= Decimal::ONE) && !own.is_zero();
        match (near(rest), near(Decimal::ZERO.saturating_sub(rest))) {
            (true, _) => plus += 1,
            (_, true) => minus += 1,
            _ => return None,
        }
    }
    (plus + minus > 0 && (plus == 0 || minus == 0)).then_some(minus > 0)
}

fn kosong(out: &Anggaran, own: usize) -> bool {
    let mut rows = out.simpul.values().filter_map(|n| n.sel.as_ref()).chain(&out.total);
    rows.all(|cells| cells[own].angka().is_none_or(|v| v.is_zero()))
}

fn balik(out: &mut Anggaran, own: usize) {
    let style = out.style;
    for cells in out.semua_baris() {
        if let Some(value) = cells[own].angka().map(|v| Decimal::ZERO.saturating_sub(v)) {
            cells[own] = Nilai::Angka(value, tulis(value, style));
        }
    }
    out.catatan.push(pesan!(
        "selisih: berkas ini mencetaknya dengan tanda sebaliknya; tandanya dibalik",
        "difference: this file prints it with the other sign; the sign is turned"
    ));
}

fn buang(out: &mut Anggaran, own: usize, at: &mut Vec<usize>) {
    out.kolom.remove(own);
    at.remove(own);
    for cells in out.semua_baris() {
        cells.remove(own);
    }
}
