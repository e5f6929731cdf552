//! Sasaran baru: tujuan and sasaran that a table prints where `opd.yaml` has none at all.

use super::masalah::Masalah;
use super::nama::lipat_nama;
use super::sunting::{Naskah, Sisipan, tulis};
use crate::diagnostic::Pesan;
use crate::pesan;
use std::fmt::Write as _;

/// Sasaran of one tujuan: code and name.
pub type Sasaran = Vec<(String, String)>;

/// Goals as they would stand in `opd.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SasaranBaru {
    /// Each tujuan with its name, if it is printed, and its sasaran: code and name.
    pub tujuan: Vec<(Option<String>, Sasaran)>,
}

impl SasaranBaru {
    /// Whether there is none.
    pub fn kosong(&self) -> bool {
        self.tujuan.is_empty()
    }

    /// All sasaran: code and name.
    pub fn sasaran(&self) -> impl Iterator<Item = &(String, String)> {
        self.tujuan.iter().flat_map(|(_, list)| list)
    }

    /// All tujuan with a name: code and name.
    pub fn bernama(&self) -> impl Iterator<Item = (String, &String)> {
        self.tujuan.iter().enumerate().filter_map(|(n, (nama, _))| Some((format!("t{}", n + 1), nama.as_ref()?)))
    }

    fn di(&mut self, nama: Option<&str>) -> usize {
        let same = |own: &Option<String>| own.as_deref().map(lipat_nama) == nama.map(lipat_nama);
        self.tujuan.iter().position(|(own, _)| same(own)).unwrap_or_else(|| {
            self.tujuan.push((nama.map(ToString::to_string), Vec::new()));
            self.tujuan.len() - 1
        })
    }

    /// The code of a tujuan, made where it is new.
    pub fn tambah_tujuan(&mut self, nama: &str) -> String {
        format!("t{}", self.di(Some(nama)) + 1)
    }

    /// The code of a sasaran of a tujuan, made where it is new.
    pub fn tambah(&mut self, nama: &str, tujuan: Option<&str>) -> String {
        let folded = lipat_nama(nama);
        if let Some((kode, _)) = self.sasaran().find(|(_, own)| lipat_nama(own) == folded) {
            return kode.clone();
        }
        let kode = format!("s{}", self.sasaran().count() + 1);
        let at = self.di(tujuan);
        self.tujuan[at].1.push((kode.clone(), nama.to_string()));
        kode
    }

    /// What is said of them.
    pub fn laporan(&self) -> Vec<Pesan> {
        let list = |all: Vec<String>| (all.len(), all.join(", "));
        let (n, goals) = list(self.sasaran().map(|(kode, nama)| format!("{kode} ({nama})")).collect());
        let mut out = Vec::new();
        if n > 0 && self.tujuan.iter().any(|(nama, _)| nama.is_none()) {
            out.push(pesan!(
                "{n} sasaran baru untuk opd.yaml: {goals}; tulis nama tujuannya",
                "{n} new sasaran for opd.yaml: {goals}; write the name of their tujuan"
            ));
        } else if n > 0 {
            out.push(pesan!("{n} sasaran baru untuk opd.yaml: {goals}", "{n} new sasaran for opd.yaml: {goals}"));
        }
        let (n, aims) = list(self.bernama().map(|(kode, nama)| format!("{kode} ({nama})")).collect());
        if n > 0 {
            out.push(pesan!("{n} tujuan baru untuk opd.yaml: {aims}", "{n} new tujuan for opd.yaml: {aims}"));
        }
        out
    }

    /// Their insertion into `opd.yaml`.
    ///
    /// # Errors
    /// A `tujuan:` that is written in brackets.
    pub fn sisipan(&self, naskah: &Naskah<'_>) -> Result<Sisipan, Masalah> {
        let item = |depth: usize| {
            let mut out = String::new();
            for (n, (nama, list)) in self.tujuan.iter().enumerate() {
                let nama = nama.as_deref().map_or_else(|| "(tidak tercetak)".to_string(), tulis);
                let _ = writeln!(out, "{:depth$}- kode: t{}\n{:depth$}  nama: {nama}", "", n + 1, "");
                if !list.is_empty() {
                    let _ = writeln!(out, "{:depth$}  sasaran:", "");
                }
                for (kode, nama) in list {
                    let _ = writeln!(out, "{:depth$}    - {{kode: {kode}, nama: {}}}", "", tulis(nama));
                }
            }
            out
        };
        super::tulis::ke_daftar(naskah, &naskah.akar, "tujuan", &item)
    }
}
