//! `NilaiBanding`: one value of one kabupaten in one year under a padanan, with all that decides whether it may be compared.

use super::bentuk::BentukLain;
use crate::number::Lang;
use crate::records::{Alasan, Arah, BatasData, Daerah, JenisDaerah, OpdTahun, Pernyataan};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::ops::Deref;
use std::sync::Arc;

/// Who an owner is, whoever stands beside it: one for all values of an OPD.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Identitas {
    /// Code of the daerah.
    pub daerah: String,
    /// Code of the OPD; none for a daerah outside the portal, and for a daerah as a whole.
    pub opd: Option<String>,
    /// Name of the daerah.
    pub nama: String,
    /// What the daerah is.
    pub jenis: JenisDaerah,
    /// Name of the OPD.
    pub nama_opd: Option<String>,
    /// Its short name.
    pub singkatan: Option<String>,
    /// Province.
    pub provinsi: Option<String>,
    /// Code of the Ministry of Home Affairs.
    pub kode_kemendagri: Option<String>,
}

impl Identitas {
    /// A daerah by its name alone.
    pub fn luar(kode: &str, nama: &str, jenis: JenisDaerah) -> Self {
        Self {
            daerah: kode.to_string(),
            opd: None,
            nama: nama.to_string(),
            jenis,
            nama_opd: None,
            singkatan: None,
            provinsi: None,
            kode_kemendagri: None,
        }
    }
}

/// Whose value it is: an OPD of a daerah. How it is called follows from who stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Pemilik {
    /// Who.
    pub identitas: Arc<Identitas>,
    /// Whether another daerah has the same name but for its kind: Kabupaten Blitar beside Kota Blitar.
    pub kembar: bool,
    /// Whether the OPD must be named: different agencies stand beside each other.
    pub sebut_opd: bool,
    /// What the value is about, where its owner has several in one year.
    pub perihal: Option<Arc<str>>,
}

impl Deref for Pemilik {
    type Target = Identitas;

    fn deref(&self) -> &Identitas {
        &self.identitas
    }
}

impl From<Identitas> for Pemilik {
    fn from(identitas: Identitas) -> Self {
        Self { identitas: Arc::new(identitas), kembar: false, sebut_opd: false, perihal: None }
    }
}

impl Pemilik {
    /// The owner of the records of an OPD, by its name in a year.
    pub fn pada(daerah: &Daerah, opd: &OpdTahun, tahun: i32) -> Self {
        Self::bernama(daerah, opd, opd.opd.nama_pada(tahun))
    }

    /// The owner of the records of an OPD.
    pub fn dari(daerah: &Daerah, opd: &OpdTahun) -> Self {
        Self::bernama(daerah, opd, &opd.opd.nama)
    }

    fn bernama(daerah: &Daerah, opd: &OpdTahun, nama: &str) -> Self {
        Identitas {
            opd: Some(opd.opd.kode.clone()),
            nama_opd: Some(nama.to_string()),
            singkatan: Some(opd.opd.singkatan.clone()),
            provinsi: Some(daerah.provinsi.clone()),
            kode_kemendagri: daerah.kode_kemendagri.clone(),
            ..Identitas::luar(&daerah.kode, &daerah.nama, daerah.jenis)
        }
        .into()
    }

    /// A daerah by its name alone.
    pub fn luar(kode: &str, nama: &str, jenis: JenisDaerah) -> Self {
        Identitas::luar(kode, nama, jenis).into()
    }

    /// The key by which everything is sorted: never the order in which files were read.
    pub fn kunci(&self) -> (&str, &str) {
        (&self.daerah, self.opd.as_deref().unwrap_or(""))
    }
}

/// A value, or the range its document leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Besaran {
    /// The statement shown first.
    pub utama: Decimal,
    /// The lowest undoubted one.
    pub rendah: Decimal,
    /// The highest undoubted one.
    pub tinggi: Decimal,
}

impl Besaran {
    /// A single value.
    pub fn satu(nilai: Decimal) -> Self {
        Self { utama: nilai, rendah: nilai, tinggi: nilai }
    }

    /// Widens the range so that it holds `nilai`.
    pub fn memuat(self, nilai: Decimal) -> Self {
        Self { utama: self.utama, rendah: self.rendah.min(nilai), tinggi: self.tinggi.max(nilai) }
    }

    /// Lowest and highest, when they differ.
    pub fn rentang(self) -> Option<(Decimal, Decimal)> {
        (self.rendah != self.tinggi).then_some((self.rendah, self.tinggi))
    }
}

/// One side of a formula.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Hitung {
    /// Shared code of the count; none where the author has not given one.
    pub kode: Option<String>,
    /// As printed.
    pub nama: String,
    /// Its name in English where no document prints it: the words are ours.
    pub nama_en: Option<String>,
}

impl Hitung {
    /// Its name for readers.
    pub fn nama(&self, lang: Lang) -> &str {
        lang.pilih(None, self.nama_en.as_deref()).unwrap_or(&self.nama)
    }
}

/// The formula, as far as the documents state it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct RumusBanding {
    /// Numerator.
    pub pembilang: Option<Hitung>,
    /// Denominator.
    pub penyebut: Option<Hitung>,
    /// Multiplier; 100 where none is printed and the unit is percent.
    pub pengali: Option<i32>,
    /// In words, when it is no quotient.
    pub teks: Option<String>,
    /// Why there is none.
    pub tiada: Option<Alasan>,
}

impl RumusBanding {
    /// Whether there is no formula, and nothing says that no document prints one.
    pub fn hanya_belum(&self) -> bool {
        self.pembilang.is_none() && self.teks.is_none() && self.tiada != Some(Alasan::TidakTercetak)
    }

    /// The codes by which formulas are compared; none when a side has no code.
    pub fn kode(&self) -> Option<(&str, &str)> {
        Some((self.pembilang.as_ref()?.kode.as_deref()?, self.penyebut.as_ref()?.kode.as_deref()?))
    }

    /// Whether what the counts give is a percentage.
    pub fn seratus(&self) -> bool {
        self.pengali.is_none_or(|k| k == 100)
    }

    /// The formula for readers; none when no document prints it.
    pub fn kata(&self, lang: Lang) -> Option<String> {
        match (&self.pembilang, &self.penyebut) {
            (Some(a), Some(b)) => {
                let kali = self.pengali.map(|k| format!(" × {}", lang.grouped(Decimal::from(k)))).unwrap_or_default();
                Some(format!("{} ÷ {}{kali}", a.nama(lang), b.nama(lang)))
            }
            (Some(a), None) => Some(a.nama(lang).to_string()),
            _ => self.teks.clone(),
        }
    }
}

/// The phase of the budget a value is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tahap {
    /// Before the change in the middle of the year.
    Murni,
    /// Shifted or cut before the change.
    Pergeseran,
    /// After it.
    Perubahan,
    /// Shifted once more after the change.
    PergeseranPerubahan,
    /// The document does not say.
    TidakDisebut,
}

impl Tahap {
    /// The phase of a column `pagu.<himpunan>`: an agreement or action plan follows the budget it was made for.
    pub fn dari(kolom: &str) -> Self {
        match kolom.strip_prefix("pagu.").unwrap_or(kolom) {
            "murni" | "perjanjian" | "rencana_aksi" => Tahap::Murni,
            "pergeseran" | "efisiensi" | "refocusing" => Tahap::Pergeseran,
            "perubahan" | "dppa" | "perjanjian_perubahan" => Tahap::Perubahan,
            "pergeseran_perubahan" => Tahap::PergeseranPerubahan,
            _ => Tahap::TidakDisebut,
        }
    }
}

/// One printed statement behind a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tertulis {
    /// As printed.
    pub tercetak: String,
    /// The number.
    pub nilai: Decimal,
    /// Title of the document.
    pub dokumen: Arc<str>,
    /// Table.
    pub letak: Arc<str>,
    /// Whether the scan leaves it in doubt.
    pub ragu: bool,
    /// What it is: `realisasi`, `pagu.perubahan`, `pembilang`.
    pub ukuran: Arc<str>,
}

impl Tertulis {
    /// From a statement of an OPD.
    pub fn dari(opd: &OpdTahun, p: &Pernyataan<'_>, ukuran: &str) -> Option<Self> {
        let dokumen = opd.opd.dokumen.get(&p.sumber.dokumen).map_or(p.sumber.dokumen.as_str(), |d| d.judul.as_str());
        Some(Self {
            tercetak: p.sel.tercetak.clone(),
            nilai: p.nilai()?,
            dokumen: dokumen.into(),
            letak: p.sumber.letak.as_str().into(),
            ragu: p.sel.ragu,
            ukuran: ukuran.into(),
        })
    }
}

/// That a value is only what its counts give: what stands where its realisasi would; nothing where no cell is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hitungan(pub Option<BentukLain>);

/// One value to be compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NilaiBanding {
    /// Whose.
    pub pemilik: Pemilik,
    /// Of which year.
    pub tahun: i32,
    /// Official name of what was measured.
    pub nama: Arc<str>,
    /// Other printed names.
    pub alias: Vec<Arc<str>>,
    /// Code of the indicator, for links; none for budgets and tables.
    pub indikator: Option<Arc<str>>,
    /// Year of the record that states it; none when it stands in `opd.yaml` or in several.
    pub rekaman: Option<i32>,
    /// The value.
    pub besaran: Besaran,
    /// Decimals worth showing.
    pub desimal: u32,
    /// Letter of the scale printed beside it.
    pub huruf: Option<String>,
    /// Target of the year.
    pub target: Option<Decimal>,
    /// Numerator (or realisasi in rupiah).
    pub pembilang: Option<Decimal>,
    /// Denominator (or pagu in rupiah).
    pub penyebut: Option<Decimal>,
    /// Numerator ÷ denominator × 100, exact.
    pub terhitung: Option<Decimal>,
    /// Formula.
    pub rumus: Arc<RumusBanding>,
    /// Unit as printed.
    pub satuan: Option<Arc<str>>,
    /// Direction.
    pub arah: Option<Arah>,
    /// Scale of letters.
    pub skala: Option<Arc<str>>,
    /// Whether its range comes from amounts that are printed in round figures, and from nothing else.
    pub bulat: bool,
    /// What stands where its realisasi would, where the value is only what its counts give.
    pub hitungan: Option<Hitungan>,
    /// Whether it lies outside that scale: it is of another one.
    pub luar_skala: bool,
    /// Up to which day the data go.
    pub batas_data: BatasData,
    /// Phase of the budget.
    pub tahap: Option<Tahap>,
    /// The scan leaves the value in doubt: it is shown and never compared.
    pub ragu: bool,
    /// A contradiction of its own report is about it or about what it rests on: it is shown with that word.
    pub dipersoalkan: bool,
    /// The statements behind it, the one shown first leading.
    pub pernyataan: Vec<Tertulis>,
    /// Who reports it, when that is not its owner.
    pub tangan_kedua: Option<Pemilik>,
    /// `blitar/dinas-sosial/2024/indikator/ppks-tertangani/realisasi`: the address of findings and downloads.
    pub alamat: String,
}

impl NilaiBanding {
    /// Document and table of the statement shown first.
    pub fn sumber(&self) -> Option<&Tertulis> {
        self.pernyataan.first()
    }

    /// Month and day up to which it covers its year.
    pub fn hari_batas(&self) -> (i8, i8) {
        self.batas_data.sampai(self.tahun)
    }

    /// Whether it covers its whole year.
    pub fn setahun(&self) -> bool {
        self.batas_data.setahun(self.tahun)
    }
}
