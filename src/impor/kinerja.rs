//! Kinerja: tables about indicators. One that `opd.yaml` does not have yet is proposed with what the table says of it.

use super::angka::{self, Cara, Nilai};
use super::baris::total;
use super::indikator::{self, Baru, Dikenal};
use super::kepala::{Kolom, Tabel};
use super::kisi::{Isi, Lembar};
use super::kolom::kolom;
use super::makna::{Makna, lipat, punya};
use super::masalah::Masalah;
use super::nama::lipat_nama;
use super::peta::Peta;
use crate::number::Style;
use crate::pesan;

/// A table of indicators that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kinerja {
    /// Columns of the record.
    pub kolom: Vec<String>,
    /// Rows: code and cells.
    pub baris: Vec<(String, Vec<Nilai>)>,
    /// The style of the texts.
    pub style: Style,
    /// Indicators that `opd.yaml` does not have yet.
    pub baru: Vec<Baru>,
}

/// What the OPD and the portal have.
#[derive(Debug, Clone, Copy, Default)]
pub struct Kenal<'a> {
    /// Indicators of the OPD.
    pub indikator: &'a [Dikenal],
    /// Sasaran and tujuan of the OPD.
    pub sasaran: &'a [Dikenal],
    /// Scales of the portal with their words.
    pub skala: &'a [Dikenal],
}

/// Reads a table of indicators.
pub fn susun(lembar: &Lembar, tabel: &Tabel, peta: &Peta, kenal: &Kenal<'_>, masalah: &mut Vec<Masalah>) -> Kinerja {
    let mut columns = kolom(lembar, tabel, masalah);
    satu_masa(&mut columns);
    let Some(name) = tabel.kolom.iter().find(|k| k.makna == Makna::Indikator).map(|k| k.indeks) else {
        let message = pesan!("tabel ini tidak punya kolom indikator", "this table has no column of indicators");
        let help = pesan!(
            "tulis dalam peta, misalnya `kolom: {{C: indikator}}`",
            "write in the map, for example `kolom: {{C: indikator}}`"
        );
        masalah.push(Masalah::sel(lembar, tabel.kepala.1, 0, message, help));
        return Kinerja { kolom: Vec::new(), baris: Vec::new(), style: Style::Indonesia, baru: Vec::new() };
    };
    let rows: Vec<usize> = tabel
        .isi
        .clone()
        .filter(|row| matches!(&lembar.sel(*row, name).isi, Isi::Teks(text) if !total(text)))
        .filter(|row| columns.iter().any(|(at, _)| !lembar.sel(*row, *at).kosong()))
        .filter(|row| !super::kepala::nomor_kolom(lembar, *row))
        .collect();
    let cells: Vec<(usize, usize)> = rows.iter().flat_map(|r| columns.iter().map(|(at, _)| (*r, *at))).collect();
    let style = angka::gaya(lembar, &cells, peta).unwrap_or_else(|m| {
        masalah.push(m);
        Style::Indonesia
    });
    let cara = Cara { style, kali: 1, strip: peta.strip.as_deref() };
    let kolom: Vec<String> = columns.iter().map(|(_, n)| n.clone()).collect();
    let mut work = Kerja {
        lembar,
        tabel,
        peta,
        kenal,
        masalah,
        name,
        out: Kinerja { kolom, baris: Vec::new(), style, baru: Vec::new() },
    };
    for row in rows {
        let mut cells = Vec::new();
        for (at, _) in &columns {
            cells.push(angka::baca(lembar, (row, *at), cara, false).unwrap_or_else(|m| {
                work.masalah.push(m);
                Nilai::Tiada
            }));
        }
        work.baris(row, cells);
    }
    work.out
}

struct Kerja<'a> {
    lembar: &'a Lembar,
    tabel: &'a Tabel,
    peta: &'a Peta,
    kenal: &'a Kenal<'a>,
    masalah: &'a mut Vec<Masalah>,
    /// The column of names.
    name: usize,
    out: Kinerja,
}

impl Kerja<'_> {
    fn baris(&mut self, row: usize, cells: Vec<Nilai>) {
        let printed = self.lembar.sel(row, self.name).tulisan();
        let folded = lipat_nama(&printed);
        let answer = self.peta.indikator.iter().find(|(n, _)| lipat_nama(n) == folded).map(|(_, kode)| kode.as_str());
        let has = |kode: &str| self.kenal.indikator.iter().any(|(own, _)| own == kode);
        let known =
            self.kenal.indikator.iter().find(|(_, names)| names.contains(&folded)).map(|(kode, _)| kode.clone());
        let kode = match answer {
            Some(kode) if has(kode) => Some(kode.to_string()),
            // A code that is not there yet, or `baru`: the author says that it is another indicator.
            Some(kode) => self.baru(row, &printed, &cells, Some(kode).filter(|k| *k != "baru")),
            None => known.or_else(|| match indikator::mirip(&printed, self.kenal.indikator) {
                Some(near) => {
                    self.masalah.push(sangat_mirip(self.lembar, row, self.name, &printed, near));
                    None
                }
                None => self.baru(row, &printed, &cells, None),
            }),
        };
        let Some(kode) = kode else { return };
        if self.out.baris.iter().any(|(other, _)| *other == kode) {
            self.masalah.push(Masalah::sel(
                self.lembar,
                row,
                self.name,
                pesan!(
                    "indikator `{kode}` tercetak dua kali dalam tabel ini",
                    "the indicator `{kode}` is printed twice in this table"
                ),
                pesan!(
                    "beri nama yang berbeda dalam peta, di bawah `indikator:`",
                    "give them different names in the map, below `indikator:`"
                ),
            ));
            return;
        }
        self.out.baris.push((kode, cells));
    }

    /// A new indicator with what the table says of it; what it does not say is asked for.
    fn baru(&mut self, row: usize, printed: &str, cells: &[Nilai], kode: Option<&str>) -> Option<String> {
        let folded = lipat_nama(printed);
        if let Some(own) = self.out.baru.iter().find(|b| lipat_nama(&b.nama) == folded) {
            return Some(own.kode.clone());
        }
        let style = self.out.style;
        // The year's own figures, without those of its parts and of other years.
        let of = |base: &str| -> Vec<&Nilai> {
            let own = |name: &str| name == base || (name.starts_with(&format!("{base}.")) && !name.contains(' '));
            self.out.kolom.iter().zip(cells).filter(|(n, _)| own(n)).map(|(_, c)| c).collect()
        };
        let (targets, realisasi, capaian) = (of("target"), of("realisasi"), of("capaian"));
        let measured: Vec<&Nilai> = targets.iter().chain(&realisasi).chain(&of("huruf")).copied().collect();
        let skala = indikator::skala(&measured, self.kenal.skala, style);
        let column = ["arah", "tren", "polari", "sifat"].into_iter().find_map(|w| self.head(w));
        let own = column.and_then(|k| indikator::kata_arah(&self.lembar.sel(row, k.indeks).tulisan()));
        let said = self.peta.arah(printed).or_else(|| own.map(ToString::to_string));
        let read = indikator::arah(&targets, realisasi.first().copied(), capaian.first().copied(), style);
        let (arah, alasan) = match (said, read, &skala) {
            (Some(own), ..) => (own, None),
            (None, Some(read), _) => (read.kata.to_string(), read.alasan),
            // The letters of a scale stand in order, the highest first.
            (None, None, Some(_)) => ("naik".to_string(), None),
            (None, None, None) => {
                self.masalah.push(tanpa_arah(self.lembar, row, self.name, printed));
                return None;
            }
        };
        let head = |word: &str| self.head(word);
        let above = head("sasaran").or_else(|| head("tujuan")).or_else(|| head("program"));
        let own = self.tabel.kolom.iter().find(|k| k.indeks == self.name).map_or("", |k| k.kepala.as_str());
        let judul = lipat(&self.tabel.judul);
        let words = above.map_or("", |k| k.kepala.as_str());
        let level =
            self.peta.tingkat.clone().or_else(|| indikator::tingkat(own, words, &judul).map(ToString::to_string));
        let Some(tingkat) = level else {
            let ask = tanpa_tingkat(self.lembar, self.tabel.kepala.1, self.name);
            if !self.masalah.contains(&ask) {
                self.masalah.push(ask);
            }
            return None;
        };
        let text = |column: Option<&Kolom>| column.map(|k| self.atas(row, k.indeks)).filter(|t| !t.is_empty());
        let induk = text(above).and_then(|t| {
            let folded = lipat_nama(&t);
            self.kenal.sasaran.iter().find(|(_, names)| names.contains(&folded)).map(|(kode, _)| kode.clone())
        });
        let definisi = ["definisi", "formula", "rumus", "penjelasan"].into_iter().find_map(|w| text(head(w)));
        let satuan = head("satuan").map(|k| self.lembar.sel(row, k.indeks).tulisan());
        let taken =
            |k: &str| self.kenal.indikator.iter().any(|(own, _)| own == k) || self.out.baru.iter().any(|b| b.kode == k);
        let iku = [lipat(own), judul].iter().any(|t| punya(t, "iku") || t.contains("indikator kinerja utama"));
        let kode = kode.map_or_else(|| indikator::kode(printed, &taken), ToString::to_string);
        let satuan = satuan.and_then(|t| indikator::satuan(&t));
        let nama = printed.to_string();
        self.out.baru.push(Baru {
            kode: kode.clone(),
            nama,
            tingkat,
            iku,
            induk,
            satuan,
            arah,
            alasan,
            skala,
            definisi,
        });
        Some(kode)
    }

    /// The column whose last words begin with a word.
    fn head(&self, word: &str) -> Option<&Kolom> {
        let last = |k: &Kolom| lipat(k.kepala.rsplit(" / ").next().unwrap_or_default());
        self.tabel.kolom.iter().find(|k| last(k).starts_with(word))
    }

    /// A cell, or what stands in the merged or blank cells above it in the table.
    fn atas(&self, row: usize, column: usize) -> String {
        let rows = (self.tabel.isi.start..=row).rev();
        rows.map(|r| self.lembar.sel(r, column).tulisan()).find(|t| !t.is_empty()).unwrap_or_default()
    }
}

fn sangat_mirip(lembar: &Lembar, row: usize, column: usize, printed: &str, near: &str) -> Masalah {
    Masalah::sel(
        lembar,
        row,
        column,
        pesan!(
            "indikator `{printed}` tidak ada dalam opd.yaml, tetapi namanya mirip dengan `{near}`",
            "the indicator `{printed}` is not in opd.yaml, but its name is near that of `{near}`"
        ),
        pesan!(
            "tulis dalam peta: `indikator: {{\"{printed}\": {near}}}` bila sama, atau `\"{printed}\": baru` bila lain",
            "write in the map: `indikator: {{\"{printed}\": {near}}}` if it is the same, or `\"{printed}\": baru` if it is another"
        ),
    )
}

fn tanpa_arah(lembar: &Lembar, row: usize, column: usize, printed: &str) -> Masalah {
    Masalah::sel(
        lembar,
        row,
        column,
        pesan!(
            "indikator `{printed}` belum ada dalam opd.yaml, dan arahnya tidak terbaca dari tabel ini",
            "the indicator `{printed}` is not in opd.yaml yet, and this table does not tell its direction"
        ),
        pesan!(
            "tulis dalam peta: `arah: {{\"{printed}\": naik}}` (makin tinggi makin baik) atau `turun`; `\"*\": naik` untuk semua yang lain",
            "write in the map: `arah: {{\"{printed}\": naik}}` (higher is better) or `turun`; `\"*\": naik` for all others"
        ),
    )
}

fn tanpa_tingkat(lembar: &Lembar, row: usize, column: usize) -> Masalah {
    Masalah::sel(
        lembar,
        row,
        column,
        pesan!(
            "tabel ini tidak mengatakan tingkat indikatornya",
            "this table does not say the level of its indicators"
        ),
        pesan!(
            "tulis dalam peta: `tingkat: sasaran`, atau tujuan, program, kegiatan, sub_kegiatan, ikk, spm",
            "write in the map: `tingkat: sasaran`, or tujuan, program, kegiatan, sub_kegiatan, ikk, spm"
        ),
    )
}

/// A report of one quarter prints that quarter above its figures: it says up to when they are, as the record does.
fn satu_masa(columns: &mut [(usize, String)]) {
    let base = |name: &str| name.split(' ').next().unwrap_or_default().to_string();
    let names: Vec<String> = columns.iter().map(|(_, n)| base(n)).collect();
    for (index, (_, name)) in columns.iter_mut().enumerate() {
        let alone = names.iter().filter(|n| **n == names[index]).count() == 1;
        let part = name.split_once(' ').is_some_and(|(_, masa)| masa.contains('-'));
        if alone && part && matches!(names[index].as_str(), "realisasi" | "capaian") {
            name.clone_from(&names[index]);
        }
    }
}
