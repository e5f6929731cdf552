//! Temuan: making findings from checks and statements.

use super::bahan::Bahan;
use super::bobot;
use super::calon::subjek_anggaran;
use super::jenis::{Aturan, Bobot, Golongan, Pemeriksaan, Rujukan, Sifat, Temuan};
use super::kata;
use super::pengganti;
use crate::diagnostic::Pesan;
use crate::number::round;
use crate::records::{Bagian, Jenis, Rekaman, Subjek, Ukuran as U};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// More places than this help no reader of a list of like cells: its sentence names them by number.
const RUJUKAN_TERBANYAK: usize = 13;
/// What is held against each other is named whole: a sum with all its rows.
const SUKU_TERBANYAK: usize = 120;

/// A finding before it knows its OPD: what a rule has to say.
pub struct Isi {
    /// The statement it is about.
    pub utama: usize,
    /// The other statements it rests on.
    pub lain: Vec<usize>,
    /// Weight; the rule's own when none.
    pub tingkat: Option<Bobot>,
    /// Contradiction or observation; as the rule says when none.
    pub golongan: Option<Golongan>,
    /// Recomputed values.
    pub terhitung: Vec<Decimal>,
    /// The formula with its numbers.
    pub rumus: Pesan,
    /// The sentence.
    pub pesan: Pesan,
    /// What would make it agree.
    pub pengganti: Vec<(usize, usize)>,
    /// Places that are no statement: a scale, a definition, the day the data end.
    pub tempat: Vec<Rujukan>,
    /// The statements whose value is disputed, where the kind of the rule does not say it.
    pub sengketa: Option<Vec<usize>>,
}

impl Isi {
    /// A finding about one statement.
    pub fn tentang(utama: usize, pesan: Pesan) -> Self {
        Self {
            utama,
            lain: Vec::new(),
            tingkat: None,
            golongan: None,
            terhitung: Vec::new(),
            rumus: Pesan::default(),
            pesan,
            pengganti: Vec::new(),
            tempat: Vec::new(),
            sengketa: None,
        }
    }

    /// With other statements.
    #[must_use]
    pub fn bersama(mut self, lain: impl IntoIterator<Item = usize>) -> Self {
        self.lain.extend(lain);
        self
    }

    /// With places that are no statement.
    #[must_use]
    pub fn di(mut self, tempat: impl IntoIterator<Item = Rujukan>) -> Self {
        self.tempat.extend(tempat);
        self
    }

    /// With a weight of its own.
    #[must_use]
    pub fn berbobot(mut self, tingkat: Bobot) -> Self {
        self.tingkat = Some(tingkat);
        self
    }

    /// As an observation, whatever its rule says.
    #[must_use]
    pub fn pengamatan(mut self) -> Self {
        self.golongan = Some(Golongan::Pengamatan);
        self
    }

    /// Disputing only these statements.
    #[must_use]
    pub fn mempersoalkan(mut self, list: Vec<usize>) -> Self {
        self.sengketa = Some(list);
        self
    }

    /// With a recomputed value and its formula.
    #[must_use]
    pub fn hitungan(mut self, terhitung: Decimal, rumus: Pesan) -> Self {
        self.terhitung.push(terhitung);
        self.rumus = rumus;
        self
    }
}

/// What a finding disputes: of a computation the printed figure, of two figures both, of anything else its own place. An
/// observation that only lists cells is about all of them.
fn sengketa(aturan: &Aturan, isi: &Isi) -> Vec<usize> {
    let all = || std::iter::once(isi.utama).chain(isi.lain.iter().copied()).collect::<Vec<usize>>();
    let observed = isi.golongan.unwrap_or(aturan.golongan) == Golongan::Pengamatan;
    if let Some(own) = &isi.sengketa {
        return own.clone();
    }
    if isi.terhitung.is_empty() && (observed || aturan.sifat.berpasangan() || aturan.sifat == Sifat::Batas) {
        return all();
    }
    vec![isi.utama]
}

impl Bahan<'_, '_> {
    /// A statement as a place of a finding.
    pub fn rujukan(&self, i: usize) -> Rujukan {
        let p = self.p(i);
        Rujukan {
            pernyataan: Some(i),
            berkas: p.berkas(&self.daerah.kode, &self.opd.opd.kode),
            jalur: p.jalur(),
            sumber: p.sumber.dokumen.clone(),
            letak: p.sumber.letak.clone(),
            tertulis: p.sel.tercetak.clone(),
        }
    }

    /// A finding.
    pub fn temuan(&self, aturan: &'static Aturan, isi: Isi) -> Temuan {
        let p = self.p(isi.utama);
        let sengketa = sengketa(aturan, &isi);
        let listed = isi.terhitung.is_empty() && isi.golongan.unwrap_or(aturan.golongan) == Golongan::Pengamatan;
        let most = if listed { RUJUKAN_TERBANYAK } else { SUKU_TERBANYAK };
        let places = self.terpilih(std::iter::once(isi.utama).chain(isi.lain).collect(), most);
        // A sum is written as one value against the other; its rows are inputs, not what is written.
        let written = if isi.terhitung.is_empty() { places.clone() } else { vec![isi.utama] };
        let mut tertulis: Vec<Decimal> = Vec::new();
        for value in written.iter().filter_map(|i| self.p(*i).nilai()).map(|v| v.normalize()) {
            if !tertulis.contains(&value) {
                tertulis.push(value);
            }
        }
        // An answer may stand in any record: what `opd.yaml` prints is answered in the record of the year that answers.
        let own = |r: &Rekaman, a: &str| p.alamat == a || p.alamat == format!("{}/{a}", r.tahun);
        let answers = |r: &'_ Rekaman| r.tanggapan.iter().filter(|t| own(r, &t.alamat)).cloned().collect::<Vec<_>>();
        let tanggapan = self.opd.rekaman.iter().flat_map(answers).collect();
        let own = isi.tingkat.unwrap_or(aturan.tingkat);
        let limits = [self.menurut_besar(isi.utama, &tertulis, &isi.terhitung), self.menurut_baris(isi.utama)];
        let limit = limits.into_iter().flatten().filter(|(limit, _)| *limit > own).max_by_key(|(limit, _)| *limit);
        let (tingkat, alasan_bobot) = limit.map_or((own, None), |(limit, why)| (limit, Some(why)));
        Temuan {
            aturan,
            golongan: isi.golongan.unwrap_or(aturan.golongan),
            tingkat,
            alasan_bobot,
            daerah: self.daerah.kode.clone(),
            opd: self.opd.opd.kode.clone(),
            tahun: p.tahun,
            perihal: kata::perihal(self, isi.utama),
            alamat: p.alamat.clone(),
            rujukan: places.into_iter().map(|i| self.rujukan(i)).chain(isi.tempat).collect(),
            tertulis,
            terhitung: isi.terhitung,
            rumus: isi.rumus,
            utuh: isi.pesan.clone(),
            pesan: isi.pesan,
            pengganti: isi.pengganti,
            sengketa,
            akibat: Vec::new(),
            tanggapan,
        }
    }

    /// As many places as are shown, each once, and of every printed table at least its first two: a row and what it is held against.
    fn terpilih(&self, all: Vec<usize>, most: usize) -> Vec<usize> {
        let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        let (mut first, mut rest): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut known = BTreeSet::new();
        let all: Vec<usize> = all.into_iter().filter(|i| known.insert(*i)).collect();
        if all.len() <= most {
            return all;
        }
        for i in all {
            let n = seen.entry(self.tempat_cetak(i)).or_default();
            *n += 1;
            if *n > 2 { rest.push(i) } else { first.push(i) }
        }
        first.extend(rest);
        first.truncate(most);
        first
    }

    /// What the size of the difference between two amounts or counts does to the weight.
    fn menurut_besar(&self, i: usize, tertulis: &[Decimal], terhitung: &[Decimal]) -> Option<(Bobot, Pesan)> {
        let (([a, b], []) | ([a], [b])) = (tertulis, terhitung) else { return None };
        match self.jenis(i) {
            Jenis::Uang => bobot::menurut_besar(*a, *b),
            Jenis::Nilai => bobot::menurut_besar(*a, *b).or_else(|| bobot::selisih_kecil(*a, *b)),
            _ => None,
        }
    }

    /// What the share of its row in the budget of the agency does to the weight of a figure.
    fn menurut_baris(&self, i: usize) -> Option<(Bobot, Pesan)> {
        let tahun = self.p(i).tahun;
        let subjek = match self.p(i).bagian {
            Bagian::Anggaran { subjek: Subjek::Kode(kode), .. } => kode.clone(),
            Bagian::Kinerja { kolom, .. } if matches!(kolom.ukuran, U::Serapan | U::Efisiensi) => {
                subjek_anggaran(self, i)?
            }
            _ => return None,
        };
        let largest = |subjek: &str| {
            let awal = format!("{tahun}/anggaran/{subjek}/");
            let cells = self
                .di_bawah(&awal)
                .flat_map(|(_, l)| l.iter().copied())
                .filter(|j| self.kolom(*j).is_some_and(|k| matches!(k.ukuran, U::Pagu | U::Realisasi)))
                .filter_map(|j| self.bukti(j))
                .map(|v| v.abs());
            cells.max()
        };
        bobot::menurut_baris(largest(&subjek)?, largest("total")?)
    }

    /// The finding of a check that does not agree.
    pub fn temuan_beda(&self, aturan: &'static Aturan, p: &Pemeriksaan) -> Temuan {
        let mut pesan = kata::kalimat(self, p.pernyataan, p.terhitung, &p.isian);
        // A sum that does not fit names the row that another table prints differently.
        let inputs: Vec<usize> = p.masukan.iter().map(|m| m.pernyataan).collect();
        let sum = aturan.sifat == Sifat::Jumlah;
        let other = if sum { pengganti::cari(self, p.pernyataan, &inputs) } else { Vec::new() };
        if let Some(more) = pengganti::kalimat(self, p.pernyataan, &other) {
            pesan.sambung(&more);
        }
        let value = kata::dibulatkan(self, p.pernyataan, p.terhitung);
        let isi = Isi::tentang(p.pernyataan, pesan)
            .bersama(other.iter().map(|(_, k)| *k))
            .bersama(inputs)
            .hitungan(value, p.isian.clone());
        let isi = Isi { pengganti: other, ..isi };
        // A percentage off by its last printed digit changes no picture.
        let unit = Decimal::new(1, p.desimal.min(28));
        let near = self.jenis(p.pernyataan) == Jenis::Persen
            && p.tertulis.saturating_sub(round(p.terhitung, p.desimal)).abs() <= unit;
        let isi = if near { isi.berbobot(Bobot::Rendah) } else { isi };
        self.temuan(aturan, isi)
    }
}
