//! Anggaran: rows to a tree with amounts. What is printed above the leaves is kept as printed, and is never added.

use super::angka::{self, Cara, Nilai, tulis};
use super::baris::{self, Baris};
use super::kepala::Tabel;
use super::kisi::Lembar;
use super::kode::{self, Kode};
use super::makna::{Makna, lipat};
use super::masalah::Masalah;
use super::peta::Peta;
use crate::diagnostic::Pesan;
use crate::number::Style;
use crate::pesan;
use indexmap::IndexMap;
use rust_decimal::Decimal;

/// A node that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Simpul {
    /// Its official code, if the file has codes.
    pub resmi: Option<String>,
    /// 0 program, 1 kegiatan, 2 sub kegiatan.
    pub dalam: usize,
    /// Its name, if the file gives one.
    pub nama: Option<String>,
    /// Its cells; `None` where the file prints nothing about the node itself.
    pub sel: Option<Vec<Nilai>>,
    /// Amounts added up from kinds of spending, where no row prints the node.
    pub dijumlahkan: bool,
    /// The row that spoke of it first.
    pub baris: usize,
}

/// A budget that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anggaran {
    /// Columns of the record.
    pub kolom: Vec<String>,
    /// Nodes in printed order, each below its parent; by official code, or by folded name.
    pub simpul: IndexMap<String, Simpul>,
    /// The row that prints the total.
    pub total: Option<Vec<Nilai>>,
    /// The style of the texts.
    pub style: Style,
    /// What was done that the reader should know.
    pub catatan: Vec<Pesan>,
}

impl Anggaran {
    /// Parent of a node, by key.
    pub fn induk(&self, key: &str) -> Option<String> {
        let node = self.simpul.get(key)?;
        if node.dalam == 0 {
            return None;
        }
        let keep = if node.dalam == 1 { 3 } else { 5 };
        let segments: Vec<&str> = key.split('.').collect();
        (segments.len() > keep).then(|| segments[..keep].join("."))
    }

    /// The sum of the leaves of one column.
    pub fn jumlah_daun(&self, column: usize) -> Option<Decimal> {
        let mut sum = Decimal::ZERO;
        for (key, node) in &self.simpul {
            let leaf = !self.simpul.keys().any(|other| self.induk(other).as_deref() == Some(key));
            let own = node.sel.as_ref().and_then(|cells| cells.get(column)).and_then(Nilai::angka);
            if let Some(value) = own.filter(|_| leaf) {
                sum = sum.checked_add(value)?;
            }
        }
        Some(sum)
    }
}

/// The columns of a table that a record keeps: place on the sheet and name.
pub fn kolom(lembar: &Lembar, tabel: &Tabel, masalah: &mut Vec<Masalah>) -> Vec<(usize, String)> {
    let mut out: Vec<(usize, String)> = Vec::new();
    for column in &tabel.kolom {
        let at = column.indeks;
        match &column.makna {
            Makna::Tanya(question) => {
                let letter = super::kisi::huruf(at);
                masalah.push(Masalah::sel(
                    lembar,
                    tabel.kepala.1,
                    at,
                    question.clone(),
                    pesan!(
                        "tulis dalam peta, misalnya `kolom: {{{letter}: pagu.murni}}` atau `{letter}: abaikan`",
                        "write in the map, for example `kolom: {{{letter}: pagu.murni}}` or `{letter}: abaikan`"
                    ),
                ));
            }
            Makna::Ukuran(name) => {
                if let Some((other, _)) = out.iter().find(|(_, known)| known == name) {
                    let (a, b) = (super::kisi::huruf(*other), super::kisi::huruf(at));
                    masalah.push(Masalah::sel(
                        lembar,
                        tabel.kepala.1,
                        at,
                        pesan!("kolom {a} dan {b} sama-sama terbaca `{name}`", "columns {a} and {b} both read as `{name}`"),
                        pesan!(
                            "tulis dalam peta, misalnya `kolom: {{{a}: pagu.murni, {b}: pagu.perubahan}}` atau `{b}: abaikan`",
                            "write in the map, for example `kolom: {{{a}: pagu.murni, {b}: pagu.perubahan}}` or `{b}: abaikan`"
                        ),
                    ));
                }
                out.push((at, name.clone()));
            }
            _ => {}
        }
    }
    // A difference needs both of its ends; a column without a single cell says nothing.
    let has = |name: &str| out.iter().any(|(_, n)| n == name);
    let ends = has("pagu.murni") && has("pagu.perubahan");
    out.retain(|(at, name)| {
        (ends || !name.starts_with("kenaikan")) && tabel.isi.clone().any(|row| !lembar.sel(row, *at).kosong())
    });
    out
}

/// Reads a budget.
pub fn susun(lembar: &Lembar, tabel: &Tabel, peta: &Peta, tahun: i32, masalah: &mut Vec<Masalah>) -> Anggaran {
    let columns = kolom(lembar, tabel, masalah);
    let rows: Vec<Baris> =
        baris::baca(lembar, tabel, masalah).into_iter().filter(|b| setahun(lembar, tabel, b.nomor, tahun)).collect();
    let money: Vec<usize> = columns.iter().filter(|(_, n)| uang(n)).map(|(at, _)| *at).collect();
    let refunds: Vec<usize> = tabel.kolom.iter().filter(|k| k.makna == Makna::Setoran).map(|k| k.indeks).collect();
    let cells: Vec<(usize, usize)> =
        rows.iter().flat_map(|b| money.iter().chain(&refunds).map(|at| (b.nomor, *at))).collect();
    let style = angka::gaya(lembar, &cells, peta).unwrap_or_else(|m| {
        masalah.push(m);
        Style::Indonesia
    });
    super::satuan::periksa(lembar, tabel, peta, masalah);
    let cara = Cara { style, kali: peta.kali().unwrap_or(1), strip: peta.strip.as_deref() };
    let mut work = Kerja {
        lembar,
        cara,
        columns: &columns,
        refunds: &refunds,
        masalah,
        out: Anggaran {
            kolom: columns.iter().map(|(_, n)| n.clone()).collect(),
            simpul: IndexMap::new(),
            total: None,
            style,
            catatan: Vec::new(),
        },
        belanja: IndexMap::new(),
        diperbaiki: Vec::new(),
        kini: None,
    };
    for code in konteks(lembar, tabel) {
        work.kini = Some(work.simpul(&code, Some(code.nama.clone()).filter(|n| !n.is_empty()), tabel.kepala.0));
    }
    for row in &rows {
        work.baris(row);
    }
    work.selesai(tabel)
}

/// Whether a row is of the year of the record, where a column says the year.
fn setahun(lembar: &Lembar, tabel: &Tabel, row: usize, tahun: i32) -> bool {
    let years = tabel.kolom.iter().filter(|k| k.makna == Makna::Tahun);
    years.map(|k| lembar.sel(row, k.indeks).tulisan()).all(|t| t.is_empty() || t == tahun.to_string())
}

/// Whether a column holds numbers only.
pub fn uang(name: &str) -> bool {
    !matches!(name, "sumber_dana" | "penanggung_jawab" | "keterangan" | "predikat" | "jadwal")
}

/// `Sub Kegiatan | 1.06.04.2.01.0001 Penyediaan Permakanan` above the table: the node all of it is about.
fn konteks(lembar: &Lembar, tabel: &Tabel) -> Vec<Kode> {
    let mut out = Vec::new();
    for row in 0..tabel.kepala.0 {
        let texts: Vec<String> = lembar.baris[row].iter().map(|c| c.tulisan()).filter(|t| !t.is_empty()).collect();
        let [label, value, ..] = texts.as_slice() else { continue };
        let labels = ["program", "kegiatan", "sub kegiatan"];
        if labels.contains(&lipat(label).as_str()) {
            out.extend(kode::baca(value).filter(|k| k.dalam().is_some()));
        }
    }
    out
}

struct Kerja<'a> {
    lembar: &'a Lembar,
    cara: Cara<'a>,
    columns: &'a [(usize, String)],
    refunds: &'a [usize],
    masalah: &'a mut Vec<Masalah>,
    out: Anggaran,
    /// Amounts by node and kind of spending, in rows of their own.
    belanja: IndexMap<String, Vec<(String, Vec<Nilai>)>>,
    /// Codes whose form was mended: place and reading.
    diperbaiki: Vec<String>,
    /// The node the rows of spending below belong to.
    kini: Option<String>,
}

impl Kerja<'_> {
    fn simpul(&mut self, code: &Kode, nama: Option<String>, row: usize) -> String {
        let dalam = code.dalam().unwrap_or(0);
        // Parents come before, so that the tree is whole though the file has leaves only.
        if let Some(above) = code.induk().and_then(|k| kode::baca(&k)) {
            self.simpul(&above, None, row);
        }
        let node = self.out.simpul.entry(code.kode.clone()).or_insert(Simpul {
            resmi: Some(code.kode.clone()),
            dalam,
            nama: None,
            sel: None,
            dijumlahkan: false,
            baris: row,
        });
        node.nama = node.nama.take().or(nama);
        code.kode.clone()
    }

    fn sel(&mut self, row: usize) -> Vec<Nilai> {
        let mut out = Vec::new();
        for (at, name) in self.columns {
            let value = angka::baca(self.lembar, (row, *at), self.cara, uang(name));
            out.push(value.unwrap_or_else(|m| {
                self.masalah.push(m);
                Nilai::Tiada
            }));
        }
        for at in self.refunds {
            let back = angka::baca(self.lembar, (row, *at), self.cara, true).ok().and_then(|n| n.angka());
            let place = self.columns.iter().position(|(_, n)| n.starts_with("realisasi"));
            let net = place.and_then(|p| Some((p, out[p].angka()?.checked_sub(back.filter(|b| !b.is_zero())?)?)));
            if let Some((place, net)) = net {
                out[place] = Nilai::Angka(net, tulis(net, self.cara.style));
            }
        }
        out
    }

    fn baris(&mut self, row: &Baris) {
        if row.total {
            let cells = self.sel(row.nomor);
            // A total without an amount is a heading, or of a block that is not read.
            if cells.iter().any(|c| c.angka().is_some()) {
                self.out.total = Some(cells);
            }
            return;
        }
        let node = row.kode.as_ref().filter(|k| k.dalam().is_some()).cloned();
        if let Some(code) = &node {
            let dalam = code.dalam().unwrap_or(0);
            if code.diperbaiki {
                self.diperbaiki.push(format!("{} → {}", self.lembar.alamat(row.nomor, 0), code.kode));
            }
            let nama = row.tingkat[dalam].clone().or_else(|| row.nama.clone().filter(|_| row.rekening.is_none()));
            let key = self.simpul(code, nama, row.nomor);
            for (level, nama) in row.tingkat.iter().enumerate().take(dalam) {
                let mut above = code.clone();
                while let Some(next) = above.induk().and_then(|k| kode::baca(&k)) {
                    if next.dalam() == Some(level) {
                        self.simpul(&next, nama.clone(), row.nomor);
                    }
                    above = next;
                }
            }
            self.kini = Some(key);
        } else if row.kode.is_some() && row.rekening.is_none() {
            // Urusan, bidang and SKPD print the same money once more.
            self.kini = None;
            return;
        } else if let (None, None) = (&row.kode, &row.rekening) {
            return self.tanpa_kode(row);
        }
        let Some(key) = self.kini.clone() else { return };
        let cells = self.sel(row.nomor);
        match (&row.rekening, node.is_some()) {
            (Some(rekening), _) => self.belanja.entry(key).or_default().push((rekening.clone(), cells)),
            (None, true) => self.cetak(&key, cells, row.nomor),
            (None, false) => {}
        }
    }

    /// A row that has a name and no code: a program, where only programs are listed.
    fn tanpa_kode(&mut self, row: &Baris) {
        let level = row.tingkat.iter().rposition(Option::is_some);
        let nama = level.and_then(|n| row.tingkat[n].clone()).or_else(|| row.nama.clone());
        let Some(nama) = nama else { return };
        let coded = self.out.simpul.values().any(|s| s.resmi.is_some());
        let program = lipat(&nama).starts_with("program ");
        if coded || !(level.is_some() || program) {
            return;
        }
        let cells = self.sel(row.nomor);
        if cells.iter().all(|c| *c == Nilai::Tiada) {
            return;
        }
        let key = lipat(&nama).replace('.', " ");
        let dalam = level.unwrap_or(0);
        let node = Simpul { resmi: None, dalam, nama: Some(nama), sel: None, dijumlahkan: false, baris: row.nomor };
        self.out.simpul.entry(key.clone()).or_insert(node);
        self.cetak(&key, cells, row.nomor);
    }

    fn cetak(&mut self, key: &str, cells: Vec<Nilai>, row: usize) {
        let Some(node) = self.out.simpul.get_mut(key) else { return };
        if cells.iter().all(|c| *c == Nilai::Tiada) {
            return;
        }
        node.sel = Some(match node.sel.take() {
            None => cells,
            Some(before) if before == cells => before,
            Some(before) => {
                let place = self.lembar.alamat(row, 0);
                self.out.catatan.push(pesan!(
                    "{place}: `{key}` tercetak lagi; kedua barisnya dijumlahkan",
                    "{place}: `{key}` is printed again; both rows are added"
                ));
                node.dijumlahkan = true;
                tambah(&before, &cells, self.cara.style)
            }
        });
    }

    fn selesai(mut self, tabel: &Tabel) -> Anggaran {
        for (key, rows) in std::mem::take(&mut self.belanja) {
            let Some(node) = self.out.simpul.get_mut(&key).filter(|n| n.sel.is_none()) else { continue };
            // A kind of spending above another one prints the same money.
            let upper = |code: &str| rows.iter().any(|(other, _)| other.starts_with(&format!("{code}.")));
            let sum = rows
                .iter()
                .filter(|(code, _)| !upper(code))
                .map(|(_, cells)| cells.clone())
                .reduce(|a, b| tambah(&a, &b, self.cara.style));
            node.sel = sum;
            node.dijumlahkan = true;
        }
        // A percentage or a word of one part says nothing of the whole.
        for node in self.out.simpul.values_mut().filter(|n| n.dijumlahkan) {
            for (cell, (_, name)) in node.sel.iter_mut().flatten().zip(self.columns) {
                if !uang(name) || name.starts_with("serapan") || name.starts_with("realisasi_fisik") {
                    *cell = Nilai::Tiada;
                }
            }
        }
        if !self.diperbaiki.is_empty() {
            let (n, list) = (self.diperbaiki.len(), self.diperbaiki[..self.diperbaiki.len().min(8)].join("; "));
            self.out.catatan.push(pesan!("{n} kode diperbaiki bentuknya: {list}", "{n} codes were mended: {list}"));
        }
        let added = self.out.simpul.values().filter(|n| n.dijumlahkan).count();
        if added > 0 {
            self.out.catatan.push(pesan!(
                "{added} simpul dijumlahkan dari beberapa baris: berkas ini tidak mencetak jumlahnya sendiri",
                "{added} nodes are added up from several rows: this file does not print their sum"
            ));
        }
        if self.out.simpul.is_empty() {
            self.masalah.push(Masalah::sel(
                self.lembar,
                tabel.kepala.1,
                tabel.kolom.first().map_or(0, |k| k.indeks),
                pesan!(
                    "di bawah kepala ini tidak ada program, kegiatan atau sub kegiatan",
                    "below this head there is no program, kegiatan or sub kegiatan"
                ),
                pesan!(
                    "tulis kolom kodenya dalam peta, misalnya `kolom: {{A: kode}}`",
                    "write the column of codes in the map, for example `kolom: {{A: kode}}`"
                ),
            ));
        }
        self.out
    }
}

/// Two rows of the same node as one; words of the first.
fn tambah(a: &[Nilai], b: &[Nilai], style: Style) -> Vec<Nilai> {
    let one = |(a, b): (&Nilai, &Nilai)| match (a.angka(), b.angka()) {
        (Some(x), Some(y)) => x.checked_add(y).map_or(Nilai::Tiada, |sum| Nilai::Angka(sum, tulis(sum, style))),
        (None, Some(_)) => b.clone(),
        _ => a.clone(),
    };
    a.iter().zip(b).map(one).collect()
}
