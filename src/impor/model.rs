//! Model: the tables of a record as the sheets of a workbook: which cell of the YAML stands in which cell of the sheet.

use super::kisi::rapi;
use super::sunting::{Naskah, Nilai, Titik};
use crate::diagnostic::Jalur;
use crate::number::Style;
use crate::records::Opd;

/// Version of the workbook's shape: what an older one holds cannot be told apart from a mistake.
pub const VERSI: &str = "1";
/// What stands in the first cell of the cover.
pub const TANDA: &str = "Lembar kerja Terang";
/// The row of the head and the first row of cells, from 0.
pub const KEPALA: usize = 2;

/// A row: code, name, cells: text and the way to each.
pub type Baris = (String, String, Vec<(String, Jalur)>);

/// One sheet: a table of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kartu {
    /// Its name.
    pub nama: String,
    /// The way to its table; none for a table that does not exist yet.
    pub jalur: Option<Jalur>,
    /// The list a new table goes to: `anggaran.tabel`, `kinerja`.
    pub bagian: &'static str,
    /// Place as printed.
    pub letak: String,
    /// Heads of its columns.
    pub kolom: Vec<String>,
    /// Its rows.
    pub baris: Vec<Baris>,
    /// How its numbers are written.
    pub style: Style,
    /// The codes that its rows may have; nothing where they are free.
    pub kode: Option<Vec<String>>,
}

/// What a record does not say itself: codes and names of the indicators of its OPD, and the style of each document.
#[derive(Debug, Clone, Default)]
pub struct Rujukan {
    /// Code and name.
    pub indikator: Vec<(String, String)>,
    /// Code of a document and how it writes numbers.
    pub gaya: Vec<(String, Style)>,
}

impl Rujukan {
    /// Of an OPD.
    pub fn dari(opd: &Opd) -> Self {
        Self {
            indikator: opd.indikator.values().map(|i| (i.kode.clone(), i.nama.clone())).collect(),
            gaya: opd.dokumen.iter().filter_map(|(kode, d)| Some((kode.clone(), d.style?))).collect(),
        }
    }

    /// As records read a table: its own word, else its document's, which is the record's where it names none.
    fn style(&self, root: &Titik, table: Option<&Titik>) -> Style {
        if let Some(own) = table.and_then(|t| Style::dari_kata(&teks(t.kunci("angka")))) {
            return own;
        }
        let named = table.and_then(|t| t.kunci("dokumen")).or_else(|| root.kunci("dokumen"));
        let kode = teks(named);
        self.gaya.iter().find(|(own, _)| *own == kode).map_or(Style::Indonesia, |(_, style)| *style)
    }
}

/// The sheets of a record.
pub fn kartu(naskah: &Naskah<'_>, rujukan: &Rujukan) -> Vec<Kartu> {
    let (root, indikator) = (&naskah.akar, &rujukan.indikator);
    let mut nodes = Vec::new();
    if let Some(tree) = root.kunci("anggaran").and_then(|a| a.kunci("pohon")) {
        simpul(tree, &mut nodes);
    }
    let start = Jalur::default();
    let mut out = Vec::new();
    let style = |table: &Titik| rujukan.style(root, Some(table));
    let budget = root.kunci("anggaran").and_then(|a| a.kunci("tabel"));
    let way = start.kunci("anggaran").kunci("tabel");
    ukur((budget, &way), ("Anggaran", "anggaran.tabel"), &nodes, &style, &mut out);
    ukur((root.kunci("kinerja"), &start.kunci("kinerja")), ("Indikator", "kinerja"), indikator, &style, &mut out);
    bebas(root.kunci("tabel"), &start.kunci("tabel"), &style, &mut out);
    let style = rujukan.style(root, None);
    let has = |bagian: &str| out.iter().any(|k: &Kartu| k.bagian == bagian);
    let (budget, measured) = (has("anggaran.tabel"), has("kinerja"));
    if !budget && !nodes.is_empty() {
        let total = ("total".to_string(), "Jumlah".to_string());
        let columns = ["pagu.murni", "pagu.perubahan", "realisasi", "serapan"];
        out.insert(0, kosong("Anggaran baru", "anggaran.tabel", &columns, nodes.iter().chain([&total]), style));
    }
    if !measured && !indikator.is_empty() {
        let columns = ["target.perjanjian", "realisasi", "capaian"];
        out.push(kosong("Indikator baru", "kinerja", &columns, indikator.iter(), style));
    }
    out
}

fn kosong<'a>(
    nama: &str,
    bagian: &'static str,
    columns: &[&str],
    rows: impl Iterator<Item = &'a (String, String)>,
    style: Style,
) -> Kartu {
    Kartu {
        nama: nama.to_string(),
        jalur: None,
        bagian,
        letak: String::new(),
        kolom: columns.iter().map(ToString::to_string).collect(),
        baris: rows.map(|(kode, nama)| (kode.clone(), nama.clone(), Vec::new())).collect(),
        style,
        kode: None,
    }
}

fn simpul(list: &Titik, out: &mut Vec<(String, String)>) {
    let Nilai::Daftar(nodes) = &list.isi else { return };
    for node in nodes {
        out.push((teks(node.kunci("kode")), teks(node.kunci("nama"))));
        if let Some(below) = node.kunci("anak") {
            simpul(below, out);
        }
    }
}

/// Tables whose rows are nodes or indicators.
fn ukur(
    (list, jalur): (Option<&Titik>, &Jalur),
    (nama, bagian): (&str, &'static str),
    names: &[(String, String)],
    style: &dyn Fn(&Titik) -> Style,
    out: &mut Vec<Kartu>,
) {
    let Some(Nilai::Daftar(tables)) = list.map(|t| &t.isi) else { return };
    for (index, table) in tables.iter().enumerate() {
        let way = jalur.urutan(index);
        let mut baris = Vec::new();
        if let Some(Nilai::Peta(rows)) = table.kunci("baris").map(|t| &t.isi) {
            for (kode, _, cells) in rows {
                let own = way.kunci("baris").kunci(kode);
                let nama = names.iter().find(|(k, _)| k == kode).map_or_else(String::new, |(_, n)| n.clone());
                baris.push((kode.clone(), nama, sel(cells, &own)));
            }
        }
        out.push(Kartu {
            nama: format!("{nama} {}", index + 1),
            jalur: Some(way),
            bagian,
            letak: teks(table.kunci("letak")),
            kolom: daftar(table.kunci("kolom")),
            baris,
            style: style(table),
            kode: Some(names.iter().map(|(kode, _)| kode.clone()).chain(["total".to_string()]).collect()),
        });
    }
}

fn bebas(list: Option<&Titik>, jalur: &Jalur, style: &dyn Fn(&Titik) -> Style, out: &mut Vec<Kartu>) {
    let Some(Nilai::Daftar(tables)) = list.map(|t| &t.isi) else { return };
    for (index, table) in tables.iter().enumerate() {
        let way = jalur.urutan(index);
        let mut baris = Vec::new();
        if let Some(Nilai::Daftar(rows)) = table.kunci("baris").map(|t| &t.isi) {
            for (n, row) in rows.iter().enumerate() {
                let own = way.kunci("baris").urutan(n).kunci("nilai");
                let cells = row.kunci("nilai").map_or_else(Vec::new, |cells| sel(cells, &own));
                baris.push((teks(row.kunci("kode")), teks(row.kunci("nama")), cells));
            }
        }
        let kolom = match table.kunci("kolom").map(|t| &t.isi) {
            Some(Nilai::Daftar(columns)) => columns.iter().map(|c| teks(c.kunci("nama"))).collect(),
            _ => Vec::new(),
        };
        let letak = teks(table.kunci("letak"));
        out.push(Kartu {
            nama: format!("Tabel {}", index + 1),
            jalur: Some(way),
            bagian: "tabel",
            letak,
            kolom,
            baris,
            style: style(table),
            kode: None,
        });
    }
}

fn sel(cells: &Titik, jalur: &Jalur) -> Vec<(String, Jalur)> {
    match &cells.isi {
        Nilai::Daftar(list) => list.iter().enumerate().map(|(n, cell)| (teks(Some(cell)), jalur.urutan(n))).collect(),
        _ => Vec::new(),
    }
}

fn daftar(list: Option<&Titik>) -> Vec<String> {
    match list.map(|t| &t.isi) {
        Some(Nilai::Daftar(list)) => list.iter().map(|t| teks(Some(t))).collect(),
        _ => Vec::new(),
    }
}

/// Text of a scalar, with its blanks as a sheet shows them.
fn teks(titik: Option<&Titik>) -> String {
    match titik.map(|t| &t.isi) {
        Some(Nilai::Skalar(text)) => rapi(text),
        _ => String::new(),
    }
}
