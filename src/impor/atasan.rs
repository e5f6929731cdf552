//! Atasan: rows that print the money of nodes once more: an urusan or an agency above its programs, `Jumlah Program A`
//! below its parts. Nothing of them is lost: they are of their node, or are held against what they add up.

use super::angka::Nilai;
use super::isian::{Anggaran, Simpul};
use super::kata::lipat;
use super::kolom::{persen, uang};
use super::nama::lipat_nama;
use crate::diagnostic::{Lang, Pesan};
use crate::pesan;
use indexmap::IndexMap;
use rust_decimal::Decimal;

/// A row that stands above the tree.
#[derive(Debug, Clone)]
pub struct Atasan {
    /// Its address.
    pub letak: String,
    /// Code of an urusan or bidang; nothing for an agency.
    pub urusan: Option<String>,
    /// What is printed of it: code or name.
    pub teks: String,
    /// Its cells.
    pub sel: Vec<Nilai>,
}

/// A row that closes a node.
#[derive(Debug, Clone)]
pub struct Penutup {
    /// Its address.
    pub letak: String,
    /// Its words.
    pub teks: String,
    /// The node; `true` where the words name it.
    pub simpul: (String, bool),
    /// Its cells.
    pub sel: Vec<Nilai>,
}

/// The node that a row of a sum is of: the one that it names, or the last one of the level that it names.
pub fn ditutup(text: &str, simpul: &IndexMap<String, Simpul>) -> Option<(String, bool)> {
    let folded = lipat(text);
    let starts = ["sub total ", "sub jumlah ", "subtotal ", "jumlah ", "total "];
    let rest = starts.iter().find_map(|w| folded.strip_prefix(w))?;
    let level = |rest: &str| ["program", "kegiatan", "sub kegiatan"].iter().position(|w| rest == *w);
    if let Some(level) = level(rest) {
        return simpul.iter().rev().find(|(_, n)| n.dalam == level).map(|(key, _)| (key.clone(), false));
    }
    let own = lipat_nama(rest);
    let named = |n: &Simpul| n.nama.as_deref().is_some_and(|name| lipat_nama(name) == own);
    simpul.iter().rev().find(|(_, n)| named(n)).map(|(key, _)| (key.clone(), true))
}

/// Puts the sums of nodes where they belong, and says what disagrees with the row of the node itself.
pub fn tutup(out: &mut Anggaran, rows: Vec<Penutup>) {
    // `Jumlah Kegiatan` once may be the sum of all of them; below each it is of the last one.
    let often = |text: &str| rows.iter().filter(|r| lipat(&r.teks) == lipat(text)).count() > 1;
    let said: Vec<bool> = rows.iter().map(|r| r.simpul.1 || often(&r.teks)).collect();
    for (row, sure) in rows.into_iter().zip(said) {
        let (key, _) = &row.simpul;
        let below = jumlah_di(out, &|other| di_bawah(out, other, key));
        if !sure && !sama(&row.sel, &below) {
            continue;
        }
        let Some(node) = out.simpul.get_mut(key) else { continue };
        let Some(own) = &node.sel else {
            node.sel = Some(row.sel);
            continue;
        };
        let own: Vec<Option<Decimal>> = own.iter().map(Nilai::angka).collect();
        let (place, text) = (row.letak, row.teks);
        beda(&place, &text, &row.sel, &own, ("barisnya sendiri", "its own row"), out);
    }
}

/// Holds the rows above the tree against it; gives the cells of one that is the total of all of it.
pub fn periksa(out: &mut Anggaran, rows: &[Atasan], skpd: Option<&str>) -> Option<Vec<Nilai>> {
    if let Some(wanted) = skpd {
        if lipat(wanted) == "semua" {
            unit(out, rows);
        }
        return None;
    }
    let open = out.simpul.keys().any(|k| k.starts_with('X'));
    let offices: Vec<&Atasan> = rows.iter().filter(|r| r.urusan.is_none()).collect();
    let mut names: Vec<&str> = offices.iter().map(|r| r.teks.as_str()).collect();
    names.dedup();
    let (mut same, mut total) = (Vec::new(), None);
    for row in rows {
        let code = row.urusan.as_deref();
        let twice = rows.iter().filter(|r| r.urusan.as_deref() == code).count() > 1 && code.is_some();
        let below = |key: &str| code.is_none_or(|c| key == c || key.starts_with(&format!("{c}.")));
        let own = jumlah_di(out, &|key| below(&akar(out, key)));
        if row.sel.iter().all(|c| c.angka().is_none()) || (code.is_none() && names.len() > 1) || twice {
            continue;
        }
        let all = out.simpul.iter().filter(|(_, n)| n.dalam == 0).all(|(key, _)| below(key));
        if all && (total.is_none() || code.is_none()) {
            total = Some(row.sel.clone());
        }
        if sama(&row.sel, &own) {
            same.push(row.letak.clone());
        } else if !(open && code.is_some()) {
            beda(&row.letak, &row.teks, &row.sel, &own, ("jumlah programnya", "its programs add up to"), out);
        }
    }
    if !same.is_empty() {
        let (n, list) = (same.len(), same[..same.len().min(8)].join("; "));
        out.catatan.push(pesan!(
            "{n} baris urusan atau perangkat daerah di atas program sama dengan jumlah programnya: {list}",
            "{n} rows of an urusan or an agency above programs equal the sum of their programs: {list}"
        ));
    }
    total
}

/// Several agencies or units, read as one record: together they print what their nodes add up to.
fn unit(out: &mut Anggaran, rows: &[Atasan]) {
    let offices: Vec<&Atasan> = rows.iter().filter(|r| r.urusan.is_none()).collect();
    let Some(first) = offices.first().filter(|_| offices.len() > 1) else { return };
    let sum = offices.iter().map(|r| r.sel.clone()).reduce(|a, b| super::angka::tambah(&a, &b, out.style));
    let own = jumlah_di(out, &|_| true);
    if let Some(sum) = sum.filter(|sum| !sama(sum, &own)) {
        let n = offices.len();
        let what = format!("{} + {}", first.teks, n - 1);
        beda(&first.letak, &what, &sum, &own, ("jumlah seluruh programnya", "all of their programs add up to"), out);
    }
}

fn beda(place: &str, text: &str, cells: &[Nilai], own: &[Option<Decimal>], (id, en): (&str, &str), out: &mut Anggaran) {
    let mut said: Vec<Pesan> = Vec::new();
    for ((name, cell), own) in out.kolom.iter().zip(cells).zip(own) {
        let (Some(a), Some(b)) = (cell.angka(), own) else { continue };
        if a == *b || !uang(name) || persen(name) {
            continue;
        }
        let (a_id, b_id, a_en, b_en) =
            (Lang::Id.rupiah(a), Lang::Id.rupiah(*b), Lang::En.rupiah(a), Lang::En.rupiah(*b));
        said.push(pesan!(
            "{place} `{text}`, {name}: tercetak {a_id}, {id} {b_id}: TIDAK SAMA",
            "{place} `{text}`, {name}: printed {a_en}, {en} {b_en}: DIFFERS"
        ));
    }
    out.catatan.extend(said);
}

/// Whether amounts agree wherever both are there, and somewhere they are.
pub fn sama(cells: &[Nilai], own: &[Option<Decimal>]) -> bool {
    let mut told = cells.iter().zip(own).filter_map(|(c, own)| Some((c.angka()?, (*own)?))).peekable();
    told.peek().is_some() && told.all(|(a, b)| a == b)
}

/// By column of money the sum of the leaves that fit.
fn jumlah_di(out: &Anggaran, fits: &dyn Fn(&str) -> bool) -> Vec<Option<Decimal>> {
    let leaves: Vec<&Simpul> = out.daun().filter(|(k, _)| fits(k)).map(|(_, n)| n).collect();
    let sum = |column: usize| {
        let cells = leaves.iter().filter_map(|n| n.sel.as_ref()?.get(column)?.angka());
        cells.map(Some).reduce(|a, b| a?.checked_add(b?)).flatten()
    };
    let money = |name: &String| uang(name) && !persen(name);
    out.kolom.iter().enumerate().map(|(n, name)| money(name).then(|| sum(n)).flatten()).collect()
}

fn di_bawah(out: &Anggaran, key: &str, above: &str) -> bool {
    let mut own = Some(key.to_string());
    while let Some(now) = own {
        if now == above {
            return true;
        }
        own = out.induk(&now);
    }
    false
}

fn akar(out: &Anggaran, key: &str) -> String {
    let mut own = key.to_string();
    while let Some(above) = out.induk(&own) {
        own = above;
    }
    own
}
