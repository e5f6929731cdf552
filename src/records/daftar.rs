//! Daftar: structured lists (factors, recommendations, follow-up), values of other daerah, and answers to findings.

use super::cell::{Harapan, Sel};
use super::kolom::{self, Kolom};
use super::reader::{At, Obj, Reader};
use super::tabel::{self, Konteks, Sumber};
use crate::number::Style;
use crate::pesan;

/// The kinds of lists and how a page titles them.
pub const JENIS: [(&str, &str); 14] = [
    ("faktor_pendukung", "Faktor pendukung"),
    ("faktor_penghambat", "Faktor penghambat"),
    ("tindak_lanjut", "Rencana tindak lanjut"),
    ("rekomendasi", "Rekomendasi"),
    ("temuan_inspektorat", "Temuan Inspektorat"),
    ("penghargaan", "Penghargaan"),
    ("isu_strategis", "Isu strategis"),
    ("permasalahan", "Permasalahan"),
    ("solusi", "Solusi"),
    ("inovasi", "Inovasi"),
    ("dasar_hukum", "Dasar hukum"),
    ("klaim", "Pernyataan dalam dokumen"),
    ("bukti", "Tautan bukti"),
    ("keterangan", "Keterangan"),
];

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Butir {
    /// Code, unique in the list.
    pub kode: String,
    /// In our words.
    pub teks: String,
    /// The program it belongs to.
    pub program: Option<String>,
    /// The sasaran it belongs to.
    pub sasaran: Option<String>,
    /// What is done about it.
    pub tindak_lanjut: Option<String>,
    /// By whom.
    pub penanggung_jawab: Option<String>,
    /// By when, as printed.
    pub tenggat: Option<String>,
    /// A link as printed, never fetched.
    pub tautan: Option<String>,
    /// A remark of ours.
    pub catatan: Option<String>,
    /// Items below it.
    pub butir: Vec<Butir>,
}

/// A list as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Daftar {
    /// Code, unique in its file.
    pub kode: String,
    /// Kind.
    pub jenis: &'static str,
    /// Title.
    pub judul: String,
    /// Where it is printed.
    pub sumber: Sumber,
    /// Items.
    pub butir: Vec<Butir>,
}

/// What a document says about another daerah: second-hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PihakLain {
    /// Code of the daerah.
    pub daerah: String,
    /// Its name.
    pub nama: String,
    /// Other printed names for the same figures.
    pub alias: Vec<String>,
    /// The indicator of this OPD it is held against.
    pub indikator: String,
    /// Where it is printed.
    pub sumber: Sumber,
    /// Columns and cells.
    pub nilai: Vec<(Kolom, Option<Sel>)>,
    /// A remark.
    pub catatan: Option<String>,
}

/// An answer of the OPD to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tanggapan {
    /// Address inside the record.
    pub alamat: String,
    /// Day of the answer.
    pub tanggal: String,
    /// Office that answers.
    pub oleh: String,
    /// The answer.
    pub teks: String,
}

/// Reads a list.
pub fn read(r: &mut Reader, at: &At<'_>, konteks: &Konteks<'_>) -> Option<Daftar> {
    let mut obj = r.object(at)?;
    let kode = obj.need(r, "kode", ("`kode: penghambat`", "`kode: penghambat`")).and_then(|at| r.kode(&at));
    let words: Vec<(&'static str, &'static str)> = JENIS.iter().map(|(word, _)| (*word, *word)).collect();
    let jenis = obj
        .need(r, "jenis", ("`jenis: faktor_penghambat`", "`jenis: faktor_penghambat`"))
        .and_then(|at| r.word(&at, &words));
    let judul = obj.string(r, "judul");
    let sumber = tabel::read_sumber(r, &mut obj, konteks);
    let butir = match obj.need(r, "butir", ("`butir:` berisi `{kode, teks}`", "`butir:` holding `{kode, teks}`")) {
        Some(at) => r.list(&at).iter().filter_map(|at| read_butir(r, at)).collect(),
        None => Vec::new(),
    };
    obj.finish(r);
    let jenis = jenis?;
    let title = || JENIS.iter().find(|(word, _)| *word == jenis).map_or("", |(_, t)| t).to_string();
    Some(Daftar { kode: kode?, jenis, judul: judul.unwrap_or_else(title), sumber: sumber?, butir })
}

fn read_butir(r: &mut Reader, at: &At<'_>) -> Option<Butir> {
    let mut obj = r.object(at)?;
    let kode = obj.need(r, "kode", ("`kode: a`", "`kode: a`")).and_then(|at| r.kode(&at));
    let teks = obj.need_string(r, "teks", "ringkasan dengan kata sendiri");
    let butir = Butir {
        kode: String::new(),
        teks: String::new(),
        program: obj.string(r, "program"),
        sasaran: obj.string(r, "sasaran"),
        tindak_lanjut: obj.string(r, "tindak_lanjut"),
        penanggung_jawab: obj.string(r, "penanggung_jawab"),
        tenggat: obj.string(r, "tenggat"),
        tautan: obj.string(r, "tautan"),
        catatan: obj.string(r, "catatan"),
        butir: obj.list(r, "butir", read_butir),
    };
    obj.finish(r);
    Some(Butir { kode: kode?, teks: teks?, ..butir })
}

/// Reads a value of another daerah.
pub fn read_pihak_lain(r: &mut Reader, at: &At<'_>, konteks: &Konteks<'_>) -> Option<PihakLain> {
    let mut obj = r.object(at)?;
    let daerah =
        obj.need(r, "daerah", ("`daerah: lombok-tengah`", "`daerah: lombok-tengah`")).and_then(|at| r.kode(&at));
    let nama = obj.need_string(r, "nama", "Kabupaten Lombok Tengah");
    let alias = obj.strings(r, "alias");
    let indikator = obj
        .need(r, "indikator", ("`indikator: layanan-tepat-waktu`", "`indikator: layanan-tepat-waktu`"))
        .and_then(|at| {
            let kode = r.string(&at)?;
            if !konteks.indikator.contains_key(&kode) {
                r.galat(
                    "indikator-tak-dikenal",
                    &at.jalur,
                    pesan!("indikator `{kode}` tidak ada dalam opd.yaml", "the indicator `{kode}` is not in opd.yaml"),
                );
            }
            Some(kode)
        });
    let sumber = tabel::read_sumber(r, &mut obj, konteks);
    let style = tabel::read_style(r, &mut obj)
        .or_else(|| sumber.as_ref().and_then(|s| konteks.dokumen.get(&s.dokumen)).and_then(|d| d.style))
        .unwrap_or(Style::TidakDinyatakan);
    let columns: Vec<Option<Kolom>> = obj.get("kolom").map_or_else(Vec::new, |at| {
        let list = r.list(&at);
        list.iter()
            .map(|at| {
                let text = r.string(at)?;
                kolom::read(r, &text, &at.jalur, konteks.tahun)
            })
            .collect()
    });
    let cells = obj.get("nilai").map_or_else(Vec::new, |at| r.list(&at));
    if cells.len() != columns.len() {
        let (n, m) = (cells.len(), columns.len());
        r.galat(
            "jumlah-sel",
            &at.jalur,
            pesan!("`nilai` berisi {n} sel, `kolom` {m}", "`nilai` has {n} cells, `kolom` {m}"),
        );
    }
    let satuan = indikator
        .as_ref()
        .and_then(|kode| konteks.indikator.get(kode))
        .and_then(|i| crate::number::Satuan::baca(i.satuan.as_deref()?));
    let nilai = columns
        .into_iter()
        .zip(&cells)
        .filter_map(|(kolom, at)| {
            let kolom = kolom?;
            let teks = kolom.ukuran.jenis(false) == kolom::Jenis::Teks;
            let boleh = kolom.ukuran.boleh(false, satuan.as_ref(), false, 0);
            let persen = boleh.lain && satuan == Some(crate::number::Satuan::Persen);
            let cacah = boleh.lain && satuan.as_ref().is_some_and(crate::number::Satuan::cacah);
            let sel = tabel::read_sel(r, at, Harapan { teks, huruf: &[], style, boleh, persen, cacah, bebas: false });
            Some((kolom, sel))
        })
        .collect();
    let catatan = obj.string(r, "catatan");
    obj.finish(r);
    Some(PihakLain { daerah: daerah?, nama: nama?, alias, indikator: indikator?, sumber: sumber?, nilai, catatan })
}

/// Reads the day of an answer or a correction.
pub fn tanggal(r: &mut Reader, obj: &mut Obj<'_>) -> Option<String> {
    obj.need(r, "tanggal", ("`tanggal: 2025-03-01`", "`tanggal: 2025-03-01`")).and_then(|at| r.date(&at))
}

/// Reads an answer.
pub fn read_tanggapan(r: &mut Reader, at: &At<'_>) -> Option<Tanggapan> {
    let mut obj = r.object(at)?;
    let alamat = obj.need_string(r, "alamat", "anggaran/penunjang/serapan");
    let tanggal = tanggal(r, &mut obj);
    let oleh = obj.need_string(r, "oleh", "Sekretariat Dinas");
    let teks = obj.need_string(r, "teks", "penjelasan");
    obj.finish(r);
    Some(Tanggapan { alamat: alamat?, tanggal: tanggal?, oleh: oleh?, teks: teks? })
}
