//! Kinerja: tables about indicators. One that `opd.yaml` does not have yet is proposed with what the table says of it.

use super::angka::{self, Cara, Nilai};
use super::baris_kinerja;
use super::di_atas::DiAtas;
use super::indikator::{self, Baru};
use super::kenal::{self, Atas, Kenal};
use super::kepala::Tabel;
use super::kisi::Lembar;
use super::kolom::kolom;
use super::makna::{Kolom, Makna, lipat, punya};
use super::masalah::Masalah;
use super::nama::lipat_nama;
use super::penjelasan::{self, Penjelasan};
use super::peta::Peta;
use super::sasaran_baru::SasaranBaru;
use super::tanya_indikator::{sangat_mirip, tanpa_arah, tanpa_tingkat};
use super::{blok, judul, kala, pecahan, rata, skpd};
use crate::diagnostic::Pesan;
use crate::number::Style;
use crate::pesan;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

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
    /// Goals of an `opd.yaml` that has none.
    pub sasaran: SasaranBaru,
    /// What was left out.
    pub catatan: Vec<Pesan>,
    /// What explains each printed capaian, by the code of its indicator, and the capaian.
    pub penjelasan: Vec<(String, Vec<Penjelasan>, Option<Decimal>)>,
}

/// Reads a table of indicators into a record whose data end with the month `batas`.
pub fn susun(
    lembar: &Lembar,
    tabel: &Tabel,
    peta: &Peta,
    (kenal, (tahun, batas)): (&Kenal<'_>, (i32, u32)),
    masalah: &mut Vec<Masalah>,
) -> Kinerja {
    let columns = kolom(lembar, tabel, masalah);
    judul::kinerja(lembar, tabel, peta, (tahun, batas), masalah);
    let others = skpd::lain(lembar, tabel, peta, masalah);
    let years = blok::tahun(lembar, tabel);
    let own = |row: usize| !others.contains(&row) && years.get(&row).is_none_or(|y| *y == tahun);
    if let Some(m) = blok::tanpa_tahun(lembar, tabel, &years, tahun).filter(|_| !years.values().any(|y| *y == tahun)) {
        masalah.push(m);
    }
    let mut out = Kinerja {
        kolom: columns.iter().map(|(_, n)| n.clone()).collect(),
        baris: Vec::new(),
        style: Style::Indonesia,
        baru: Vec::new(),
        sasaran: SasaranBaru::default(),
        catatan: Vec::new(),
        penjelasan: Vec::new(),
    };
    let Some(name) = tabel.kolom.iter().find(|k| k.makna == Makna::Indikator).map(|k| k.indeks) else {
        let message = pesan!("tabel ini tidak punya kolom indikator", "this table has no column of indicators");
        let help = pesan!(
            "tulis dalam peta, misalnya `kolom: {{C: indikator}}`",
            "write in the map, for example `kolom: {{C: indikator}}`"
        );
        masalah.push(Masalah::sel(lembar, tabel.kepala.1, 0, message, help));
        return out;
    };
    let data = |row: usize| columns.iter().any(|(at, _)| !lembar.sel(row, *at).kosong());
    let names = baris_kinerja::baca((lembar, tabel, peta), name, &data, &own, masalah);
    out.catatan.extend(names.catatan);
    let sofar = |k: &&Kolom| {
        let part = matches!(&k.makna, Makna::Ukuran(n) if kala::masa(n).is_some());
        part && punya(&lipat(&k.kepala), "sd")
    };
    let list = tabel.kolom.iter().filter(sofar).map(|k| format!("`{}`", k.kepala)).collect::<Vec<_>>().join(", ");
    if !list.is_empty() {
        out.catatan.push(pesan!(
            "{list}: angka sampai dengan masa itu, disimpan sebagai angka masa itu; bila perlu sebut dalam keterangan indikatornya",
            "{list}: figures up to the period, kept as those of the period; say so in the note of the indicator if it matters"
        ));
    }
    let rows: Vec<usize> = names.nama.keys().copied().collect();
    let cells: Vec<(usize, usize)> = rows.iter().flat_map(|r| columns.iter().map(|(at, _)| (*r, *at))).collect();
    out.style = angka::gaya(lembar, &cells, peta, masalah);
    let mut read = |row: usize| -> Vec<Nilai> {
        let one = |(at, name): &(usize, String)| {
            let dash = |at: usize| matches!(lembar.sel(row, at).tulisan().as_str(), "" | "-" | "–" | "—");
            let aim = columns.iter().filter(|(_, n)| n.starts_with("target.") && kala::masa(n) == kala::masa(name));
            let aimless =
                || kala::masa(name).is_some() && aim.clone().count() > 0 && aim.clone().all(|(t, _)| dash(*t));
            let own = || if aimless() { Some("tidak berlaku") } else { kala::strip(name, batas) };
            let strip = peta.strip.as_deref().or_else(own);
            let cara = Cara { style: out.style, kali: 1, strip };
            angka::baca(lembar, (row, *at), cara, false).unwrap_or_else(|m| {
                masalah.push(m);
                Nilai::Tiada
            })
        };
        columns.iter().map(one).collect()
    };
    let mut cells: Vec<Vec<Nilai>> = rows.iter().map(|row| read(*row)).collect();
    let means: Vec<(usize, Vec<Nilai>)> = rata::baris(lembar, tabel).into_iter().map(|row| (row, read(row))).collect();
    let percent = pecahan::Isi { lembar, tabel, peta, kolom: &columns, baris: &rows, style: out.style };
    pecahan::kinerja(&percent, &mut cells, masalah);
    kala::setahun(&mut out.kolom, &cells, batas, out.style);
    let achieved = |n: &usize| out.kolom[*n].split(' ').next() == Some("capaian");
    let places: Vec<usize> = (0..out.kolom.len()).filter(achieved).collect();
    for row in &mut cells {
        let measured = |n: &usize| out.kolom[*n].starts_with("target.") || out.kolom[*n].starts_with("realisasi");
        let letters = (0..row.len()).filter(measured).any(|n| penjelasan::is_kata(&row[n], out.style));
        for at in &places {
            let cell = std::mem::replace(&mut row[*at], Nilai::Tiada);
            row[*at] = penjelasan::kata_capaian(cell, letters, out.style);
        }
    }
    let tops = penjelasan::batas(cells.iter().flat_map(|row| places.iter().map(|at| &row[*at])));
    let beside = DiAtas::baru(lembar, tabel, name, &names.judul);
    let mut work = Kerja { lembar, tabel, peta, kenal, masalah, name, nama: &names.nama, beside, tops, out };
    for (row, cells) in rows.iter().zip(cells) {
        work.baris(*row, cells);
    }
    let alone = means.len() == 1;
    for (row, cells) in means {
        work.rata(row, cells, alone);
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
    /// The whole names of indicators, by row.
    nama: &'a BTreeMap<usize, String>,
    /// What indicators belong to.
    beside: DiAtas<'a>,
    /// Ceilings that its capaian may have been cut to.
    tops: Vec<i32>,
    out: Kinerja,
}

impl Kerja<'_> {
    fn baris(&mut self, row: usize, cells: Vec<Nilai>) {
        let printed = self.nama.get(&row).cloned().unwrap_or_default();
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
        self.jelaskan(&kode, &cells);
        self.out.baris.push((kode, cells));
    }

    /// A row of means: of a sasaran beside it, or of the whole table.
    fn rata(&mut self, row: usize, cells: Vec<Nilai>, alone: bool) {
        let text = rata::awal_baris(self.lembar, row).unwrap_or_default();
        let own = rata::tentang(&text).into_iter().find_map(|name| self.sasaran(name));
        // Else of the sasaran whose last row stands above it.
        let above = || {
            let data = |r: &usize| rata::awal_baris(self.lembar, *r).is_some_and(|t| !rata::awal(&t));
            let last = (self.tabel.isi.start..row).rev().find(data)?;
            self.beside.nama(last).and_then(|name| self.sasaran(&name))
        };
        let all = rata::semua(&text) || (alone && own.is_none());
        let key = if all { Some("total".to_string()) } else { own.or_else(above) };
        // Only what is a mean of its column: a target of a mean is printed by nobody.
        let at = |base: &str| self.out.kolom.iter().position(|n| n.split(' ').next() == Some(base));
        if let (Some(key), Some(_)) = (key, at("capaian"))
            && self.out.baris.iter().all(|(other, _)| *other != key)
        {
            self.out.baris.push((key, cells));
        } else {
            let place = self.lembar.alamat(row, 0);
            self.out.catatan.push(pesan!(
                "{place}: baris rata-rata tidak dibaca: sasarannya belum dikenal",
                "{place}: a row of means is not read: its sasaran is not known"
            ));
        }
    }

    fn sasaran(&self, text: &str) -> Option<String> {
        let folded = lipat_nama(text);
        let made = self.out.sasaran.sasaran().find(|(_, nama)| lipat_nama(nama) == folded);
        let made = made.map(|(kode, _)| format!("sasaran:{kode}"));
        made.or_else(|| match self.kenal.atas(text)? {
            Atas::Sasaran(kode) => Some(format!("sasaran:{kode}")),
            _ => None,
        })
    }

    /// What explains the capaian of a row, against the target of its own period or another one of the row.
    fn jelaskan(&mut self, kode: &str, cells: &[Nilai]) {
        let names = &self.out.kolom;
        for (at, name) in names.iter().enumerate().filter(|(_, n)| n.split(' ').next() == Some("capaian")) {
            let Some((r, targets)) = kala::pasangan(names, name) else { continue };
            let explain =
                |t: &usize| penjelasan::jelaskan((&cells[*t], &cells[r], &cells[at]), &self.tops, self.out.style);
            let found: Vec<Vec<Penjelasan>> = targets.iter().filter_map(explain).collect();
            let best = found.iter().find(|list| !list.is_empty()).or(found.first()).cloned();
            self.out.penjelasan.extend(best.map(|list| (kode.to_string(), list, cells[at].angka())));
        }
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
        let (targets, realisasi) = (of("target"), of("realisasi"));
        let measured: Vec<&Nilai> = targets.iter().chain(&realisasi).chain(&of("huruf")).copied().collect();
        let skala = indikator::skala(printed, &measured, self.kenal.skala, style);
        let column = ["arah", "tren", "polari", "sifat"].into_iter().find_map(|w| self.beside.kepala(w));
        let own = column.and_then(|k| indikator::kata_arah(&self.lembar.sel(row, k.indeks).tulisan()));
        let sentence = || self.lembar.baris[row].iter().find_map(|c| indikator::kalimat_arah(&c.tulisan()));
        let said = self.peta.arah(printed).or_else(|| own.or_else(sentence).map(ToString::to_string));
        let read = self.arah(&targets, cells);
        let (arah, alasan) = match (said, read, &skala, self.peta.arah_lain()) {
            (Some(own), ..) => (own, None),
            (None, Some(read), ..) => (read.kata.to_string(), read.alasan),
            // The letters of a scale stand in order, the highest first.
            (None, None, Some(_), _) => ("naik".to_string(), None),
            (None, None, None, Some(other)) => (other, None),
            (None, None, None, None) => {
                self.masalah.push(tanpa_arah(self.lembar, row, self.name, printed));
                return None;
            }
        };
        let head = |word: &str| self.beside.kepala(word);
        let own = self.tabel.kolom.iter().find(|k| k.indeks == self.name).map_or("", |k| k.kepala.as_str());
        let judul = lipat(&self.tabel.judul);
        let beside = self.beside.nama(row);
        let words = self.beside.kolom(row).map_or("", |k| k.kepala.as_str());
        let known = beside.as_deref().and_then(|t| self.kenal.atas(t));
        let said = || beside.as_deref().and_then(kenal::tingkat).or_else(|| self.beside.tingkat_judul(row));
        // A head that names one level says it for all of its rows; one that names several leaves it to the row.
        let level = self.peta.tingkat.clone().or_else(|| {
            let head = indikator::tingkat(own, words, &judul);
            head.or_else(|| known.as_ref().map(Atas::tingkat)).or_else(said).map(ToString::to_string)
        });
        let Some(tingkat) = level else {
            let ask = tanpa_tingkat(self.lembar, self.tabel.kepala.1, self.name);
            if !self.masalah.contains(&ask) {
                self.masalah.push(ask);
            }
            return None;
        };
        let text = |column: Option<&Kolom>| column.map(|k| self.beside.atas(row, k.indeks)).filter(|t| !t.is_empty());
        let fits = |a: &Atas| a.tingkat() == tingkat || matches!(a, Atas::Sasaran(_) | Atas::Tujuan(_));
        let mut induk = known.filter(fits).map(|a| a.kode().to_string());
        let definisi = ["definisi", "formula", "rumus", "penjelasan"].into_iter().find_map(|w| text(head(w)));
        let satuan = head("satuan").map(|k| self.lembar.sel(row, k.indeks).tulisan());
        if induk.is_none() && tingkat == "sasaran" {
            induk = beside.and_then(|name| self.sasaran_baru(&name, self.beside.tujuan(row).as_deref()));
        } else if induk.is_none()
            && tingkat == "tujuan"
            && self.kenal.sasaran.is_empty()
            && self.kenal.tujuan.is_empty()
        {
            induk = beside.map(|name| self.out.sasaran.tambah_tujuan(super::nama::tanpa_nomor(&name)));
        }
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

    /// The direction that a bound or the capaian of the year or of any part of it proves.
    fn arah(&self, targets: &[&Nilai], cells: &[Nilai]) -> Option<indikator::Arah> {
        let (names, style) = (&self.out.kolom, self.out.style);
        if let Some(read) = indikator::arah(targets, None, None, style) {
            return Some(read);
        }
        let mut found = names.iter().enumerate().filter(|(_, n)| n.split(' ').next() == Some("capaian")).filter_map(
            |(at, name)| {
                let (r, targets) = kala::pasangan(names, name)?;
                let targets: Vec<&Nilai> = targets.iter().map(|t| &cells[*t]).collect();
                indikator::arah(&targets, Some(&cells[r]), Some(&cells[at]), style)
            },
        );
        let first = found.next()?;
        found.all(|other| other.kata == first.kata).then_some(first)
    }

    /// The sasaran that a table names where `opd.yaml` has none at all.
    fn sasaran_baru(&mut self, nama: &str, tujuan: Option<&str>) -> Option<String> {
        let node = matches!(kenal::tingkat(nama), Some("program" | "kegiatan" | "sub_kegiatan"));
        if node || !self.kenal.sasaran.is_empty() || !self.kenal.tujuan.is_empty() {
            let note = if node {
                pesan!(
                    "`{nama}` bukan sasaran: indikatornya ditulis tanpa `induk`",
                    "`{nama}` is no sasaran: its indicators are written without `induk`"
                )
            } else {
                pesan!(
                    "sasaran `{nama}` belum ada di opd.yaml: indikatornya ditulis tanpa `induk`",
                    "the sasaran `{nama}` is not in opd.yaml: its indicators are written without `induk`"
                )
            };
            if !self.out.catatan.contains(&note) {
                self.out.catatan.push(note);
            }
            return None;
        }
        let plain = super::nama::tanpa_nomor;
        Some(self.out.sasaran.tambah(plain(nama), tujuan.map(plain)))
    }
}
