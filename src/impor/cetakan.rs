//! Cetakan: the rows that print one node: one; one for each source of funds; the sum of these. Nothing printed as a sum is
//! added once more, and where it is none of what stands beside it, it is asked about.

use super::angka::{Nilai, tambah};
use super::dana::{is_jumlah, kunci};
use super::isian::{Anggaran, Simpul};
use super::jumlah::near;
use super::kisi::Lembar;
use super::kolom::{hanya_uang, persen, uang};
use super::masalah::Masalah;
use super::sumber::Sumber;
use crate::diagnostic::Lang;
use crate::pesan;
use indexmap::IndexMap;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// A row of a node.
#[derive(Debug, Clone)]
pub struct Cetakan {
    /// Its place on the sheet.
    pub baris: usize,
    /// The source of funds it is of.
    pub sumber: Option<String>,
    /// Whether only its source says what it is: code and name stand in a row above.
    pub lanjut: bool,
    /// Its cells.
    pub sel: Vec<Nilai>,
}

/// By node its rows.
pub type Semua = IndexMap<String, Vec<Cetakan>>;

/// Where the rows stand, and what the map says.
pub struct Tempat<'a> {
    pub lembar: &'a Lembar,
    /// Columns of the record: place on the sheet and name.
    pub kolom: &'a [(usize, String)],
    /// Whether sums are copied as they are printed though they are none.
    pub tercetak: bool,
    /// The sources of the table.
    pub sumber: &'a Sumber,
}

/// What is left of the rows when each node has its cells.
#[derive(Debug, Default)]
pub struct Sisa {
    /// Rows that print a node again with the same figures: node and place.
    pub sama: Vec<(String, String)>,
    /// Sums without a code that are not of their node: of all of the table, or of nothing.
    pub jumlah: Vec<(String, Cetakan)>,
}

/// Gives the nodes their cells.
pub fn pasang(out: &mut Anggaran, semua: Semua, at: &Tempat<'_>, masalah: &mut Vec<Masalah>) -> Sisa {
    let mut left = Sisa::default();
    for (key, rows) in semua {
        let names: Vec<String> = rows.iter().filter_map(|r| r.sumber.clone()).collect();
        let sum = |r: &Cetakan| r.sumber.as_deref().is_some_and(|own| is_jumlah(own, &names));
        let part = |r: &Cetakan| r.sumber.is_some() && !sum(r);
        if rows.iter().any(|r| part(r) || sum(r)) {
            // A row without a source beside rows that have one is their sum.
            let unnamed = rows.iter().any(part);
            let (whole, parts) = rows.iter().cloned().partition(|r| sum(r) || (unnamed && r.sumber.is_none()));
            bersumber(out, &key, (whole, parts), at, (masalah, &mut left));
        } else {
            polos(out, &key, rows, at, &mut left);
        }
    }
    left
}

/// Rows of a node without sources: one, or the same once more, or several that are added up, or these and their sum.
fn polos(out: &mut Anggaran, key: &str, rows: Vec<Cetakan>, at: &Tempat<'_>, left: &mut Sisa) {
    let mut own: Option<Vec<Nilai>> = None;
    let mut added = false;
    for row in rows {
        let place = at.lembar.alamat(row.baris, 0);
        let amounts = |cells: &[Nilai]| -> Vec<Option<Decimal>> {
            kolom_uang(out).filter(|n| *n < cells.len()).map(|n| cells[n].angka()).collect()
        };
        own = Some(match own {
            None => row.sel,
            Some(before) if added && amounts(&before) == amounts(&row.sel) => {
                added = false;
                out.catatan.push(pesan!(
                    "{place}: `{key}` mencetak jumlah baris-barisnya di atas",
                    "{place}: `{key}` prints the sum of its rows above"
                ));
                row.sel
            }
            Some(before) if before == row.sel => {
                left.sama.push((key.to_string(), place));
                before
            }
            Some(before) => {
                added = true;
                lagi(out, key, &place);
                tambah(&before, &row.sel, out.style)
            }
        });
    }
    if let Some(node) = out.simpul.get_mut(key) {
        node.sel = own;
        node.dijumlahkan = added;
    }
}

fn lagi(out: &mut Anggaran, key: &str, place: &str) {
    out.catatan.push(pesan!(
        "{place}: `{key}` tercetak lagi; kedua barisnya dijumlahkan",
        "{place}: `{key}` is printed again; both rows are added"
    ));
}

/// Rows of a node by source of funds, and their printed sums.
fn bersumber(
    out: &mut Anggaran,
    key: &str,
    (whole, parts): (Vec<Cetakan>, Vec<Cetakan>),
    at: &Tempat<'_>,
    (masalah, left): (&mut Vec<Masalah>, &mut Sisa),
) {
    let rows: Vec<usize> = parts.iter().map(|r| r.baris).collect();
    let mut named: Vec<(String, Vec<Nilai>)> = Vec::new();
    for row in parts {
        let source = row.sumber.unwrap_or_default();
        match named.iter_mut().find(|(own, _)| kunci(own) == kunci(&source)) {
            Some((_, before)) if *before == row.sel => {}
            Some((_, before)) => {
                *before = tambah(before, &row.sel, out.style);
                hanya_uang(before, out.kolom.iter());
                lagi(out, key, &at.lembar.alamat(row.baris, 0));
            }
            None => named.push((source, row.sel)),
        }
    }
    let sum = named.iter().map(|(_, cells)| cells.clone()).reduce(|a, b| tambah(&a, &b, out.style));
    let mut printed: Option<Vec<Nilai>> = None;
    for row in whole {
        let Some(sum) = &sum else {
            printed = printed.or(Some(row.sel));
            continue;
        };
        match beda(out, &named, sum, &row.sel) {
            Some(_) if row.lanjut => left.jumlah.push((key.to_string(), row)),
            Some(n) if !at.tercetak => masalah.push(tanya(out, key, (&row, sum, n), &rows, at)),
            _ => printed = printed.or(Some(row.sel)),
        }
    }
    let added = named.len() > 1;
    let Some(node) = out.simpul.get_mut(key) else { return };
    // Of one source alone the row itself says all, unless its sum is another one.
    let one = sum.filter(|_| printed.is_none() || (!added && !at.tercetak));
    node.dijumlahkan = added && one.is_some();
    if let Some(cells) = &mut printed {
        let words = out.kolom.iter().position(|k| k == "sumber_dana");
        words.into_iter().for_each(|n| cells[n] = Nilai::Tiada);
    }
    node.sel = one.or(printed);
    node.sumber = named;
}

/// The columns of amounts, those of percentages left out.
fn kolom_uang(out: &Anggaran) -> impl Iterator<Item = usize> {
    (0..out.kolom.len()).filter(|n| uang(&out.kolom[*n]) && !persen(&out.kolom[*n]))
}

/// The first column of money in which a printed sum is none of the parts.
fn beda(out: &Anggaran, named: &[(String, Vec<Nilai>)], sum: &[Nilai], whole: &[Nilai]) -> Option<usize> {
    kolom_uang(out).find(|n| {
        let parts: Vec<&Nilai> = named.iter().map(|(_, cells)| &cells[*n]).collect();
        let Some(own) = whole[*n].angka() else { return false };
        let all = sum[*n].angka().unwrap_or(Decimal::ZERO);
        own != all && !near(own, all, &parts, Some(&whole[*n]), out.style)
    })
}

fn tanya(
    out: &Anggaran,
    key: &str,
    (row, sum, n): (&Cetakan, &[Nilai], usize),
    parts: &[usize],
    at: &Tempat<'_>,
) -> Masalah {
    let (column, name) = (at.kolom.get(n).map_or(0, |(c, _)| *c), &out.kolom[n]);
    let money = |lang: Lang, cell: &Nilai| lang.rupiah(cell.angka().unwrap_or_default());
    let (own_id, own_en) = (money(Lang::Id, &row.sel[n]), money(Lang::En, &row.sel[n]));
    let (sum_id, sum_en) = (money(Lang::Id, &sum[n]), money(Lang::En, &sum[n]));
    let list = parts.iter().take(8).map(|r| at.lembar.alamat(*r, column)).collect::<Vec<_>>().join(", ");
    let (id, en) = match &row.sumber {
        Some(label) => (format!("`{label}`"), format!("`{label}`")),
        None => ("baris tanpa sumber dana".to_string(), "the row without a source of funds".to_string()),
    };
    let cell = at.sumber.kolom().map(|c| at.lembar.alamat(row.baris, c)).filter(|_| row.sumber.is_none());
    let (money_id, money_en) = cell.map_or_else(Default::default, |cell| {
        (
            format!("; bila uang lain, isi sumber dananya di {cell}"),
            format!("; if it is other money, write its source of funds in {cell}"),
        )
    });
    Masalah::sel(
        at.lembar,
        row.baris,
        column,
        pesan!(
            "{id} `{key}`, {name}: tercetak {own_id}, baris sumber dananya ({list}) berjumlah {sum_id}",
            "{en} `{key}`, {name}: printed {own_en}, its rows of sources ({list}) add up to {sum_en}"
        ),
        pesan!(
            "perbaiki sel yang salah salin{money_id}; bila memang tercetak begitu, tulis dalam peta `jumlah: tercetak`: semuanya disalin",
            "mend the cell that was copied wrongly{money_en}; if it is printed so, write `jumlah: tercetak` in the map: all of it is copied"
        ),
    )
}

/// Holds the printed sums of one source against the leaves that it is of, and says so: they are not written.
pub fn per_sumber(out: &mut Anggaran, rows: &[(usize, String, Vec<Nilai>)], at: &Tempat<'_>) {
    for (row, source, cells) in rows {
        let own = |node: &Simpul| node.sumber.iter().find(|(s, _)| kunci(s) == kunci(source)).map(|(_, c)| c.clone());
        let parts: Vec<Vec<Nilai>> = out.daun().filter_map(|(_, n)| own(n)).collect();
        let sum = parts.into_iter().map(|c| (source.clone(), c)).collect::<Vec<_>>();
        let whole = sum.iter().map(|(_, c)| c.clone()).reduce(|a, b| tambah(&a, &b, out.style));
        let place = at.lembar.alamat(*row, 0);
        out.catatan.push(match whole.as_ref().map(|whole| beda(out, &sum, whole, cells)) {
            Some(None) => pesan!(
                "{place}: jumlah {source} sama dengan jumlah baris-barisnya",
                "{place}: the sum of {source} equals that of its rows"
            ),
            Some(Some(n)) => {
                let (name, all) = (&out.kolom[n], whole.as_ref().and_then(|w| w[n].angka()).unwrap_or_default());
                let own = cells[n].angka().unwrap_or_default();
                let (a, b, c, d) =
                    (Lang::Id.rupiah(own), Lang::Id.rupiah(all), Lang::En.rupiah(own), Lang::En.rupiah(all));
                pesan!(
                    "{place}: jumlah {source}, {name}: tercetak {a}, jumlah baris-barisnya {b}: TIDAK SAMA",
                    "{place}: the sum of {source}, {name}: printed {c}, its rows add up to {d}: DIFFERS"
                )
            }
            None => pesan!(
                "{place}: jumlah {source} tidak dibaca: tidak ada baris bersumber dana itu",
                "{place}: the sum of {source} is not read: no row is of that source"
            ),
        });
    }
}

/// Asks about nodes that were added up here where a sum that is printed says otherwise.
pub fn periksa(out: &Anggaran, at: &Tempat<'_>) -> Option<Masalah> {
    let (key, node) = out.simpul.iter().find(|(_, n)| n.dijumlahkan && n.sel.is_some()).filter(|_| !at.tercetak)?;
    let money = |n: &usize| {
        let name = &out.kolom[*n];
        (name.starts_with("pagu") || name.starts_with("realisasi")) && !persen(name)
    };
    let differs = |n: usize, own: &Nilai, parts: &[&Nilai]| {
        let sum = parts.iter().try_fold(Decimal::ZERO, |a, c| a.checked_add(c.angka()?))?;
        let own_value = own.angka()?;
        (own_value != sum && !near(own_value, sum, parts, Some(own), out.style)).then_some((n, own_value, sum))
    };
    let leaves: BTreeSet<&String> = out.daun().map(|(k, _)| k).collect();
    let leaf = |k: &String| leaves.contains(k);
    let parents: BTreeMap<&String, String> = out.simpul.keys().filter_map(|k| Some((k, out.induk(k)?))).collect();
    let cells = |n: usize, fits: &dyn Fn(&String) -> bool| -> Vec<&Nilai> {
        out.simpul.iter().filter(|(k, _)| fits(k)).filter_map(|(_, s)| s.sel.as_ref().map(|c| &c[n])).collect()
    };
    let total = out.total.as_ref().and_then(|t| {
        (0..out.kolom.len()).filter(money).find_map(|n| differs(n, &t[n], &cells(n, &leaf))).map(|d| (None, d))
    });
    let above = || {
        out.simpul.iter().find_map(|(k, s)| {
            let below = |o: &String| parents.get(o) == Some(k);
            let summed = out.simpul.iter().any(|(o, s)| below(o) && s.dijumlahkan);
            let own = s.sel.as_ref().filter(|_| summed)?;
            let found = (0..out.kolom.len()).filter(money).find_map(|n| differs(n, &own[n], &cells(n, &below)))?;
            Some((Some(k), found))
        })
    };
    let (of, (n, own, sum)) = total.or_else(above)?;
    let name = &out.kolom[n];
    let (a, b, c, d) = (Lang::Id.rupiah(own), Lang::Id.rupiah(sum), Lang::En.rupiah(own), Lang::En.rupiah(sum));
    let (id, en) = match of {
        Some(k) => (format!("`{k}` tercetak"), format!("`{k}` is printed as")),
        None => ("jumlah tercetak".to_string(), "the printed total is".to_string()),
    };
    let column = at.kolom.get(n).map_or(0, |(c, _)| *c);
    let added = out.simpul.values().filter(|n| n.dijumlahkan).count();
    Some(Masalah::sel(
        at.lembar,
        node.baris,
        column,
        pesan!(
            "{name}: {added} simpul dijumlahkan dari beberapa baris, yang pertama `{key}`; {id} {a}, terhitung {b}",
            "{name}: {added} nodes are added up from several rows, the first is `{key}`; {en} {c}, computed {d}"
        ),
        pesan!(
            "periksa baris simpul yang tercetak lebih dari sekali: salah satunya jumlah, atau kodenya salah; bila memang tercetak begitu, tulis dalam peta `jumlah: tercetak`",
            "check the rows of nodes that are printed more than once: one of them is a sum, or a code is wrong; if it is printed so, write `jumlah: tercetak` in the map"
        ),
    ))
}
