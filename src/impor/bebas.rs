//! Bebas: any other table, as a free table of the record: its columns, its rows, nothing added up.

use super::angka::{self, Cara, Nilai, sel};
use super::bebas_pohon::{self, Hubungan};
use super::kepala::Tabel;
use super::kisi::{Isi, Lembar};
use super::makna::{Makna, lipat};
use super::masalah::Masalah;
use super::peta::Peta;
use super::sunting::{kutip, tulis};
use super::total::total;
use crate::diagnostic::Pesan;
use crate::number::Style;
use crate::pesan;
use crate::records::slug;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// A free table that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bebas {
    /// Columns: code, name, whether they hold words.
    pub kolom: Vec<(String, String, bool)>,
    /// The unit of each column, where its head or its cells say it.
    pub satuan: Vec<Option<&'static str>>,
    /// Rows: code, name, what they are to the others, cells.
    pub baris: Vec<(String, String, Hubungan, Vec<Nilai>)>,
    /// The style of the texts.
    pub style: Style,
    /// The magnitude of its amounts, where the map says it.
    pub dalam: Option<&'static str>,
    /// What was left out.
    pub catatan: Vec<Pesan>,
}

/// Reads a free table.
pub fn susun(lembar: &Lembar, tabel: &Tabel, peta: &Peta, tahun: i32, masalah: &mut Vec<Masalah>) -> Bebas {
    let others = super::skpd::lain(lembar, tabel, peta, masalah);
    let years = super::blok::tahun(lembar, tabel);
    let own = |row: &usize| !others.contains(row) && years.get(row).is_none_or(|y| *y == tahun);
    if let Some(m) =
        super::blok::tanpa_tahun(lembar, tabel, &years, tahun).filter(|_| !years.values().any(|y| *y == tahun))
    {
        masalah.push(m);
    }
    let columns: Vec<(usize, String)> = tabel
        .kolom
        .iter()
        .filter(|k| k.makna != Makna::Orang && !matches!(lipat(&k.kepala).as_str(), "no" | "nomor" | "id"))
        .map(|k| (k.indeks, k.kepala.clone()))
        .collect();
    let rows: Vec<usize> = tabel
        .isi
        .clone()
        .filter(|r| columns.iter().filter(|(at, _)| !lembar.sel(*r, *at).kosong()).count() >= 2)
        .filter(|r| !super::ulang::kepala_lagi(lembar, tabel.kepala, *r) && own(r))
        .collect();
    let words = |at: usize| {
        rows.iter().any(|r| match &lembar.sel(*r, at).isi {
            // A date or the number of a document begins with a figure and is none.
            Isi::Teks(text) if text.contains('/') && !text.contains("DIV") => true,
            // The word of a total stands in whichever column is first.
            Isi::Teks(text) if total(text) => false,
            Isi::Teks(text) => {
                !text.starts_with('-')
                    && !text
                        .trim_start_matches(['R', 'r', 'p', '.', ' ', '('])
                        .starts_with(|c: char| c.is_ascii_digit())
            }
            _ => false,
        })
    };
    // The row is called by a column of names; else by the first of words.
    let called = |w: &str| columns.iter().position(|(at, n)| lipat(n).starts_with(w) && words(*at));
    let name = called("nama paket")
        .or_else(|| called("uraian"))
        .or_else(|| columns.iter().position(|(at, _)| words(*at) && berbeda(lembar, &rows, *at)))
        .unwrap_or(0);
    let ids: Vec<usize> = columns.iter().filter(|(_, n)| lipat(n).starts_with("kode")).map(|(at, _)| *at).collect();
    let rest: Vec<&(usize, String)> = columns.iter().enumerate().filter(|(i, _)| *i != name).map(|(_, c)| c).collect();
    let text = |at: usize| {
        words(at)
            || rows.iter().any(|r| is_kode(&lembar.sel(*r, at).tulisan()))
            || ids.contains(&at)
            || lipat(columns.iter().find(|c| c.0 == at).map_or("", |c| &c.1)).starts_with("tahun")
    };
    let cells: Vec<(usize, usize)> =
        rows.iter().flat_map(|r| rest.iter().filter(|c| !text(c.0)).map(|c| (*r, c.0))).collect();
    let style = angka::gaya(lembar, &cells, peta, masalah);
    let cara = Cara { style, kali: 1, strip: peta.strip.as_deref() };
    let mut out =
        Bebas { kolom: Vec::new(), satuan: Vec::new(), baris: Vec::new(), style, dalam: None, catatan: Vec::new() };
    let unit = super::satuan::bebas(lembar, tabel, peta, &rest, masalah);
    out.dalam = unit.filter(|word| *word != "rupiah");
    let mut codes = BTreeSet::new();
    for (at, head) in &rest {
        let code = if head.trim_matches(['(', ')', ' ']) == "%" { "persen".to_string() } else { slug(head) };
        out.kolom.push((unik(&code, &mut codes), head.clone(), text(*at)));
        let own = satuan(lembar, &rows, *at, head).filter(|_| !text(*at));
        let money = unit.filter(|_| !text(*at) && super::satuan::is_uang(head)).map(|_| "rupiah");
        out.satuan.push(own.or(money));
    }
    // A percentage or a mean is no sum of what stands above it.
    let share = |at: usize, head: &str| bagi(lembar, &rows, at, head) && satuan(lembar, &rows, at, head) != Some("%");
    let shares = rest.iter().any(|(at, head)| !text(*at) && share(*at, head));
    let means = rows.iter().any(|r| super::rata::awal_baris(lembar, *r).is_some_and(|t| lipat(&t).starts_with("rata")));
    let (mut seen, mut codes, mut printed) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for row in rows.iter().copied() {
        let coded = |t: &String| !t.is_empty() && !total(t);
        let id: Vec<String> = ids.iter().map(|at| lembar.sel(row, *at).tulisan()).filter(coded).collect();
        // Only a package has a number of its own; other codes are of a class or a region, and a row twice is the whole row.
        let package = columns.iter().any(|(_, n)| matches!(lipat(n).as_str(), "kode rup" | "kd rup" | "id rup"));
        let whole = || columns.iter().map(|(at, _)| lembar.sel(row, *at).tulisan()).collect::<Vec<_>>();
        let key = if package { id.clone() } else { whole() };
        if !id.is_empty() && !seen.insert(key) {
            let (place, id) = (lembar.alamat(row, 0), id.join(", "));
            out.catatan.push(pesan!(
                "{place}: `{id}` sudah ada di atasnya; barisnya dilewati",
                "{place}: `{id}` stands above already; the row is left out"
            ));
            continue;
        }
        let own = columns.get(name).map_or_else(String::new, |(at, _)| lembar.sel(row, *at).tulisan());
        let closing = || columns.iter().map(|(at, _)| lembar.sel(row, *at).tulisan()).find(|t| total(t));
        let nama = Some(own).filter(|n| !n.is_empty()).or_else(closing).unwrap_or_default();
        let mut values = Vec::new();
        for (at, _) in &rest {
            let value =
                if text(*at) { Ok(kata(lembar, row, *at)) } else { angka::baca(lembar, (row, *at), cara, true) };
            values.push(value.unwrap_or_else(|m| {
                masalah.push(m);
                Nilai::Tiada
            }));
        }
        let short: String = slug(&nama).chars().take(48).collect();
        printed.push(if ids.is_empty() { nomor(lembar, tabel, row) } else { id.join(".") });
        let kode = unik(short.trim_end_matches(['-', '.']), &mut codes);
        out.baris.push((kode, nama, Hubungan::default(), values));
    }
    if !shares && !means {
        let adds: Vec<bool> = rest.iter().map(|(at, head)| !text(*at) && !bagi(lembar, &rows, *at, head)).collect();
        hubungkan(&mut out, &printed, &adds);
    }
    out
}

/// Finds out which rows add up to which, and says where that is not known.
fn hubungkan(out: &mut Bebas, kode: &[String], adds: &[bool]) {
    let list: Vec<bebas_pohon::Baris<'_>> = out
        .baris
        .iter()
        .zip(kode)
        .map(|((_, nama, _, cells), kode)| bebas_pohon::Baris {
            kode: kode.clone(),
            nama,
            sel: cells.iter().zip(adds).filter(|(_, adds)| **adds).map(|(cell, _)| cell).collect(),
        })
        .collect();
    let (found, open) = bebas_pohon::susun(&list);
    let names = open.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ");
    for (row, own) in out.baris.iter_mut().zip(found) {
        row.2 = own;
    }
    if !names.is_empty() {
        out.catatan.push(pesan!(
            "{names}: baris yang dijumlahkannya tidak terbaca dari angkanya; tulis `jumlah_dari` atau `selisih_dari` pada baris itu supaya diperiksa",
            "{names}: which rows they add up is not told by their figures; write `jumlah_dari` or `selisih_dari` in those rows to have them checked"
        ));
    }
}

/// Whether a text is a code of several segments and no number: `4.1.01`, not `1.250.000`.
fn is_kode(text: &str) -> bool {
    let parts: Vec<&str> = text.trim_end_matches('.').split('.').collect();
    let digits = parts.iter().all(|p| !p.is_empty() && p.len() <= 4 && p.bytes().all(|b| b.is_ascii_digit()));
    parts.len() >= 3 && digits && parts[1..].iter().any(|p| p.len() != 3)
}

/// Whether a column holds shares or an index.
fn bagi(lembar: &Lembar, rows: &[usize], at: usize, head: &str) -> bool {
    let words = ["persen", "persentase", "indeks", "rata-rata", "rata rata", "rasio", "nilai indeks", "skor"];
    let marked = |r: &usize| {
        let cell = lembar.sel(*r, at);
        cell.tampil.persen || cell.tulisan().trim_end().ends_with('%')
    };
    head.contains('%') || super::kata::salah_satu(&lipat(head), &words) || rows.iter().any(marked)
}

/// The unit that a head or the cells below it say.
fn satuan(lembar: &Lembar, rows: &[usize], at: usize, head: &str) -> Option<&'static str> {
    let folded = lipat(head);
    let marked = |r: &usize| {
        let cell = lembar.sel(*r, at);
        cell.tampil.persen || cell.tulisan().trim_end().ends_with('%')
    };
    if head.contains('%') || super::kata::salah_satu(&folded, &["persen", "persentase"]) || rows.iter().any(marked) {
        return Some("%");
    }
    let thousands = ["ribu", "ribuan", "juta", "jutaan", "miliar", "milyar", "000"];
    let rupiah = super::kata::salah_satu(&folded, &["rp", "rupiah"]);
    (rupiah && !super::kata::salah_satu(&folded, &thousands)).then_some("rupiah")
}

fn kata(lembar: &Lembar, row: usize, at: usize) -> Nilai {
    match lembar.sel(row, at).tulisan() {
        text if text.is_empty() => Nilai::Tiada,
        text if matches!(text.as_str(), "-" | "–") => Nilai::Tulis(format!("{text} (tidak tercetak)")),
        text => Nilai::Tulis(text),
    }
}

fn berbeda(lembar: &Lembar, rows: &[usize], at: usize) -> bool {
    let all: BTreeSet<String> = rows.iter().map(|r| lembar.sel(*r, at).tulisan()).collect();
    all.len() * 2 > rows.len()
}

fn unik(kode: &str, taken: &mut BTreeSet<String>) -> String {
    let mut own = kode.to_string();
    let mut n = 2;
    while !taken.insert(own.clone()) {
        own = format!("{kode}-{n}");
        n += 1;
    }
    own
}

/// The number of an outline in a column that counts rows: `1.1.2`.
fn nomor(lembar: &Lembar, tabel: &Tabel, row: usize) -> String {
    let column = tabel.kolom.iter().find(|k| matches!(lipat(&k.kepala).as_str(), "no" | "nomor"));
    let text = column.map(|k| lembar.sel(row, k.indeks).tulisan()).unwrap_or_default();
    let outline = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if outline { text } else { String::new() }
}

/// The table as an item of `tabel:`.
pub fn blok(depth: usize, bebas: &Bebas, [kode, tema, judul, tempat]: [&str; 4]) -> String {
    let style = bebas.style.kata();
    let mut out = format!("{:depth$}- kode: {}\n", "", tulis(kode));
    for line in [
        format!("tema: {}", tulis(tema)),
        format!("judul: {}", tulis(judul)),
        format!("letak: {}", tulis(tempat)),
        format!("angka: {style}"),
        bebas.dalam.map_or_else(String::new, |word| format!("dalam: {word}")),
        "kolom:".to_string(),
    ]
    .into_iter()
    .filter(|line| !line.is_empty())
    {
        let _ = writeln!(out, "{:depth$}  {line}", "");
    }
    for ((kode, nama, text), unit) in bebas.kolom.iter().zip(&bebas.satuan) {
        let text = if *text {
            ", teks: true".to_string()
        } else {
            unit.map_or_else(String::new, |u| format!(", satuan: {}", kutip(u)))
        };
        let _ = writeln!(out, "{:depth$}    - {{kode: {}, nama: {}{text}}}", "", tulis(kode), tulis(nama));
    }
    let _ = writeln!(out, "{:depth$}  baris:", "");
    for (kode, nama, own, cells) in &bebas.baris {
        let cells = cells.iter().map(|c| kutip(&sel(c))).collect::<Vec<_>>().join(", ");
        let code = |n: &usize| tulis(&bebas.baris[*n].0).to_string();
        let mut sum = own.induk.as_ref().map_or_else(String::new, |n| format!(", induk: {}", code(n)));
        if let Some((a, b)) = &own.selisih {
            let _ = write!(sum, ", selisih_dari: [{}, {}]", code(a), code(b));
        } else if own.jumlah {
            sum.push_str(", jumlah: true");
        } else if !own.dari.is_empty() {
            let _ = write!(sum, ", jumlah_dari: [{}]", own.dari.iter().map(code).collect::<Vec<_>>().join(", "));
        }
        let _ =
            writeln!(out, "{:depth$}    - {{kode: {}, nama: {}{sum}, nilai: [{cells}]}}", "", tulis(kode), tulis(nama));
    }
    out
}
