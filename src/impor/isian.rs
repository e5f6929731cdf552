//! Isian: a budget that was read: its nodes, their cells, the printed total.

use super::angka::Nilai;
use crate::diagnostic::Pesan;
use crate::number::Style;
use indexmap::IndexMap;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// A node that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Simpul {
    /// Its official code, if the file has codes.
    pub resmi: Option<String>,
    /// 0 program, 1 kegiatan, 2 sub kegiatan.
    pub dalam: usize,
    /// Its name, if the file gives one.
    pub nama: Option<String>,
    /// The key of the node above it, where no code says it.
    pub induk: Option<String>,
    /// Its cells; `None` where the file prints nothing about the node itself.
    pub sel: Option<Vec<Nilai>>,
    /// Its cells by source of funds, where the file prints it once for each.
    pub sumber: Vec<(String, Vec<Nilai>)>,
    /// Amounts added up from kinds of spending, where no row prints the node.
    pub dijumlahkan: bool,
    /// The row that spoke of it first.
    pub baris: usize,
    /// Its indicators, where the file names them, and the unit of a single one.
    pub indikator: (Vec<String>, Option<String>),
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

impl Simpul {
    /// Its rows: its own, and those of its sources of funds.
    pub fn baris(&mut self) -> impl Iterator<Item = &mut Vec<Nilai>> {
        self.sel.iter_mut().chain(self.sumber.iter_mut().map(|(_, cells)| cells))
    }
}

impl Anggaran {
    /// One without nodes.
    pub fn kosong() -> Self {
        Self { kolom: Vec::new(), simpul: IndexMap::new(), total: None, style: Style::Indonesia, catatan: Vec::new() }
    }

    /// All rows: of the nodes, of their sources of funds, and of the total.
    pub fn semua_baris(&mut self) -> impl Iterator<Item = &mut Vec<Nilai>> {
        self.simpul.values_mut().flat_map(Simpul::baris).chain(self.total.as_mut())
    }

    /// Takes out what has neither code, amounts nor anything below it.
    pub fn buang_kosong(&mut self) {
        loop {
            let parents: Vec<String> = self.simpul.keys().filter_map(|k| self.induk(k)).collect();
            let before = self.simpul.len();
            self.simpul.retain(|key, node| node.resmi.is_some() || node.sel.is_some() || parents.contains(key));
            if self.simpul.len() == before {
                return;
            }
        }
    }

    /// Parent of a node, by key.
    pub fn induk(&self, key: &str) -> Option<String> {
        let node = self.simpul.get(key)?;
        if node.dalam == 0 || node.induk.is_some() {
            return node.induk.clone();
        }
        let keep = if node.dalam == 1 { 3 } else { 5 };
        let segments: Vec<&str> = key.split('.').collect();
        (segments.len() > keep).then(|| segments[..keep].join("."))
    }

    /// The nodes that no other node stands below.
    pub fn daun(&self) -> impl Iterator<Item = (&String, &Simpul)> {
        let parents: BTreeSet<String> = self.simpul.keys().filter_map(|key| self.induk(key)).collect();
        self.simpul.iter().filter(move |(key, _)| !parents.contains(*key))
    }

    /// The sum of the leaves of one column.
    pub fn jumlah_daun(&self, column: usize) -> Option<Decimal> {
        let cells = self.daun().filter_map(|(_, node)| node.sel.as_ref()?.get(column)?.angka());
        cells.into_iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value))
    }
}
