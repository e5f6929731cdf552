//! Beda: two tables whose rows have addresses, held against each other: which rows came, went or say something else.

use super::jaga::tanpa_jaga;
use super::xlsx;
use std::collections::BTreeMap;

/// A table by the addresses of its rows; an address may have several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TabelData {
    kepala: Vec<String>,
    baris: BTreeMap<String, Vec<Vec<String>>>,
}

/// An address at which two tables differ: a row of the first, of the second, or of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beda<'t> {
    /// The address.
    pub alamat: &'t str,
    /// The row of the first table.
    pub lama: Option<&'t [String]>,
    /// The row of the second.
    pub baru: Option<&'t [String]>,
}

impl TabelData {
    /// Reads a CSV of `data/`; nothing where it is none.
    pub fn csv(isi: &[u8]) -> Option<Self> {
        let reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(isi);
        let rows: Result<Vec<Vec<String>>, _> =
            reader.into_records().map(|row| row.map(|r| r.iter().map(str::to_string).collect())).collect();
        Self::dari(rows.ok()?)
    }

    /// Reads a workbook of `data/`; nothing where it is none.
    pub fn xlsx(isi: &[u8]) -> Option<Self> {
        Self::dari(xlsx::baca(isi)?)
    }

    /// A table of figures without a row.
    pub fn kosong() -> Self {
        Self { kepala: vec!["alamat".into()], baris: BTreeMap::new() }
    }

    fn dari(rows: Vec<Vec<String>>) -> Option<Self> {
        let mut rows = rows.into_iter();
        let mut kepala = rows.next()?;
        if let Some(bare) = kepala.first().and_then(|h| h.strip_prefix('\u{feff}')) {
            kepala[0] = bare.to_string();
        }
        let at = kepala.iter().position(|h| h == "alamat")?;
        let mut baris: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
        for row in rows {
            baris.entry(row.get(at)?.clone()).or_default().push(row);
        }
        Some(Self { kepala, baris })
    }

    /// The names of its columns.
    pub fn kepala(&self) -> &[String] {
        &self.kepala
    }

    /// A cell of a row, by the name of its column; empty where it has none.
    pub fn sel<'r>(&self, row: &'r [String], nama: &str) -> &'r str {
        let at = self.kepala.iter().position(|h| h == nama);
        at.and_then(|at| row.get(at)).map_or("", String::as_str)
    }

    /// All rows with their addresses.
    pub fn semua(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.baris.iter().flat_map(|(alamat, rows)| rows.iter().map(|row| (alamat.as_str(), row.as_slice())))
    }
}

/// What of a figure counts between two editions. An edition of an older terang kept other texts from running.
pub fn isi_angka(tabel: &TabelData, row: &[String]) -> Vec<String> {
    ["tercetak", "nilai", "satuan", "dihitung"].map(|n| tanpa_jaga(tabel.sel(row, n))).to_vec()
}

/// Where two tables differ, in the order of addresses; `kunci` is what of a row counts.
pub fn beda<'t>(
    lama: &'t TabelData,
    baru: &'t TabelData,
    kunci: &dyn Fn(&TabelData, &[String]) -> Vec<String>,
) -> Vec<Beda<'t>> {
    let mut out = Vec::new();
    let addresses = lama.baris.keys().chain(baru.baris.keys().filter(|a| !lama.baris.contains_key(*a)));
    for alamat in addresses {
        let keyed = |t: &'t TabelData| -> Vec<(Vec<String>, &'t [String])> {
            let rows = t.baris.get(alamat).into_iter().flatten();
            let mut rows: Vec<_> = rows.map(|row| (kunci(t, row), row.as_slice())).collect();
            rows.sort();
            rows
        };
        let (old, new) = sisa(keyed(lama), keyed(baru));
        for n in 0..old.len().max(new.len()) {
            out.push(Beda { alamat, lama: old.get(n).copied(), baru: new.get(n).copied() });
        }
    }
    out.sort_by(|a, b| a.alamat.cmp(b.alamat));
    out
}

/// Rows with what of them counts.
type Berkunci<'t> = Vec<(Vec<String>, &'t [String])>;

/// What stays of two sorted lists when every row that both have is taken out of both.
fn sisa<'t>(old: Berkunci<'t>, new: Berkunci<'t>) -> (Vec<&'t [String]>, Vec<&'t [String]>) {
    let (mut only_old, mut only_new) = (Vec::new(), Vec::new());
    let mut new = new.into_iter().peekable();
    for (key, row) in old {
        while let Some((_, other)) = new.next_if(|(k, _)| *k < key) {
            only_new.push(other);
        }
        if new.next_if(|(k, _)| *k == key).is_none() {
            only_old.push(row);
        }
    }
    only_new.extend(new.map(|(_, row)| row));
    (only_old, only_new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tabel(rows: &str) -> TabelData {
        TabelData::csv(format!("alamat,nilai\n{rows}").as_bytes()).expect("a table")
    }

    #[test]
    fn only_rows_that_differ_are_told_and_those_of_one_address_are_told_apart() {
        let (old, new) = (tabel("b,1\na,1\na,2\nc,5\n"), tabel("a,2\na,3\nd,4\nb,1\n"));
        let found = beda(&old, &new, &|_, row| row.to_vec());
        let shown: Vec<(&str, &str, &str)> = found
            .iter()
            .map(|b| (b.alamat, b.lama.map_or("", |r| old.sel(r, "nilai")), b.baru.map_or("", |r| new.sel(r, "nilai"))))
            .collect();
        assert_eq!(shown, [("a", "1", "3"), ("c", "5", ""), ("d", "", "4")]);
        assert_eq!(beda(&old, &old, &|_, row| row.to_vec()), []);
    }

    #[test]
    fn what_has_no_addresses_is_no_table() {
        assert_eq!(TabelData::csv(b"a,b\n1,2\n"), None);
        assert_eq!(TabelData::csv(b""), None);
        assert_eq!(TabelData::xlsx(b"alamat,nilai\n1,2\n"), None);
    }
}
