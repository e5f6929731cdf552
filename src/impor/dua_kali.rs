//! Dua kali: whether the record has a table already, at its own place or, of a file that was only saved under another name,
//! at another. The same figures are never written twice as two statements.

use super::masalah::Masalah;
use super::sunting::{Naskah, Titik};
use crate::diagnostic::Pesan;
use crate::pesan;
use serde_yaml::Value;
use std::collections::BTreeMap;

/// Whether a table is new to a list of the record, and what is said of one that is not.
///
/// `berkas` where its place is no more than the name of the file.
///
/// # Errors
/// A second table of one place that holds something else: which one counts?
pub fn baru(
    naskah: &Naskah<'_>,
    list: Option<&Titik>,
    (place, berkas): (&str, bool),
    item: &dyn Fn(usize) -> String,
) -> Result<(bool, Option<Pesan>), Masalah> {
    let value = |text: &str| serde_yaml::from_str::<Value>(text).ok();
    let fresh = value(&item(0)).and_then(|v| v.get(0).cloned());
    let known = list.and_then(|t| {
        let start = t.awal - naskah.kolom(t.awal);
        value(&naskah.teks[start..naskah.baris_akhir(t)])
    });
    let Some(Value::Sequence(known)) = known else { return Ok((true, None)) };
    let same_place = |v: &&Value| v.get("letak").and_then(Value::as_str) == Some(place);
    if let Some(one) = known.iter().find(same_place) {
        if Some(one) == fresh.as_ref() {
            return Ok((false, None));
        }
        return Err(Masalah::berkas(
            pesan!(
                "rekaman sudah punya tabel `{place}` dengan isi lain",
                "the record has a table `{place}` that holds something else"
            ),
            pesan!(
                "hapus tabel itu dari rekaman bila berkas ini penggantinya, atau beri tempat lain dengan `--letak \"...\"`",
                "remove that table from the record if this file takes its place, or name another place with `--letak \"...\"`"
            ),
        ));
    }
    match fresh.as_ref().filter(|_| berkas).and_then(|new| lagi(&known, new)) {
        None => Ok((true, None)),
        Some((other, true)) => Ok((
            false,
            Some(pesan!(
                "tabel ini sudah ada dalam rekaman sebagai `{other}`, dengan isi yang sama: tidak ditambahkan lagi; bila juga tercetak di tempat lain, sebutkan dengan `--letak \"...\"`",
                "the record has this table as `{other}`, with the same cells: it is not added again; if it is printed at another place too, name it with `--letak \"...\"`"
            )),
        )),
        Some((other, false)) => Err(Masalah::berkas(
            pesan!(
                "rekaman sudah punya tabel `{other}` dengan kolom dan baris yang sama, tetapi isinya lain",
                "the record has a table `{other}` with the same columns and rows that holds something else"
            ),
            pesan!(
                "hapus tabel itu dari rekaman bila berkas ini penggantinya; bila keduanya tabel yang berbeda, sebutkan tempatnya dengan `--letak \"...\"`",
                "remove that table from the record if this file takes its place; if they are two tables, name the place of this one with `--letak \"...\"`"
            ),
        )),
    }
}

/// A table of the record that a new one repeats below another place: its place, and whether all cells are the same. One of
/// other columns, of another document or about other rows is none.
fn lagi(known: &[Value], new: &Value) -> Option<(String, bool)> {
    let word = |v: &Value, key: &str| v.get(key).and_then(Value::as_str).map(str::to_string);
    let columns = |v: &Value| v.get("kolom").cloned();
    let own = baris(new);
    let total = |key: &String| key == "total";
    known.iter().find_map(|one| {
        if columns(one) != columns(new) || word(one, "dokumen") != word(new, "dokumen") {
            return None;
        }
        let other = baris(one);
        let both = own.keys().filter(|key| !total(key) && other.contains_key(*key)).count();
        let fewer = own.keys().filter(|k| !total(k)).count().min(other.keys().filter(|k| !total(k)).count());
        // Of two sources of funds the same nodes are printed twice.
        let words = |rows: &BTreeMap<String, Value>, at: usize| -> Vec<Value> {
            rows.values().filter_map(|cells| cells.get(at).cloned()).collect()
        };
        let source = columns(new)?.as_sequence()?.iter().position(|k| k.as_str() == Some("sumber_dana"));
        let same_source = source.is_none_or(|at| words(&own, at) == words(&other, at));
        (both * 2 > fewer && same_source).then(|| (word(one, "letak").unwrap_or_default(), own == other))
    })
}

/// The rows of a table in the record, by their codes.
fn baris(table: &Value) -> BTreeMap<String, Value> {
    let mut out = BTreeMap::new();
    match table.get("baris") {
        Some(Value::Mapping(rows)) => {
            out.extend(rows.iter().filter_map(|(key, cells)| Some((key.as_str()?.to_string(), cells.clone()))));
        }
        Some(Value::Sequence(rows)) => {
            let row = |v: &Value| Some((v.get("kode")?.as_str()?.to_string(), v.get("nilai")?.clone()));
            out.extend(rows.iter().filter_map(row));
        }
        _ => {}
    }
    out
}
