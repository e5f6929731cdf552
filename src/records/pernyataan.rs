//! Pernyataan: one statement of a document about one fact. The same fact printed ten times is ten statements.
//!
//! Every fact has an address that survives reordering: `2024/anggaran/penunjang/realisasi`. The year is the year of the
//! fact, not of the document that prints it.

use super::bebas::{BarisBebas, KolomBebas, TabelBebas};
use super::cell::Sel;
use super::content::OpdTahun;
use super::daftar::PihakLain;
use super::kolom::{Jenis, Kolom, Masa, Ukuran};
use super::opd::Opd;
use super::pisah;
use super::tabel::{Subjek, Sumber, TabelUkur};
use crate::diagnostic::Jalur;
use crate::number::{Angka, Satuan};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What a statement is about.
#[derive(Debug, Clone, Copy)]
pub enum Bagian<'a> {
    /// A budget node.
    Anggaran {
        /// Node, sasaran or total.
        subjek: &'a Subjek,
        /// Measure.
        kolom: &'a Kolom,
    },
    /// An indicator.
    Kinerja {
        /// Indicator or sasaran.
        subjek: &'a Subjek,
        /// Measure.
        kolom: &'a Kolom,
    },
    /// A cell of a free table.
    Tabel {
        /// Table.
        tabel: &'a TabelBebas,
        /// Row.
        baris: &'a BarisBebas,
        /// Column.
        kolom: &'a KolomBebas,
    },
    /// A value of another daerah.
    PihakLain {
        /// Whose.
        pihak: &'a PihakLain,
        /// Measure.
        kolom: &'a Kolom,
    },
}

/// Where in the YAML a statement stands.
#[derive(Debug, Clone, Copy)]
pub struct Tempat<'a> {
    /// `anggaran`, `kinerja`, `tabel`, `pihak_lain`.
    pub bagian: &'static str,
    /// Which table of that section.
    pub tabel: usize,
    /// Key of the row as written, or its position in a free table.
    pub baris: Baris<'a>,
    /// Which cell.
    pub kolom: usize,
}

/// How a row is found in the YAML.
#[derive(Debug, Clone, Copy)]
pub enum Baris<'a> {
    /// By its key.
    Kunci(&'a str),
    /// By its position.
    Urutan(usize),
    /// The table has only one row.
    Tunggal,
}

/// One statement.
#[derive(Debug, Clone)]
pub struct Pernyataan<'a> {
    /// Address of the fact inside its OPD.
    pub alamat: String,
    /// Year of the fact.
    pub tahun: i32,
    /// Year of the record that holds it; none when it stands in `opd.yaml`.
    pub rekaman: Option<i32>,
    /// What it is about.
    pub bagian: Bagian<'a>,
    /// Period.
    pub masa: &'a Masa,
    /// The cell.
    pub sel: &'a Sel,
    /// Document and table.
    pub sumber: &'a Sumber,
    /// Place in the YAML.
    pub tempat: Tempat<'a>,
    /// What holds around it with its value; weighed only where a fact is printed with several.
    pub dukungan: Vec<Dukungan>,
    /// The unit of its value: what the cell prints, or what is stated for its measure, in its year.
    pub satuan: Option<Satuan>,
}

/// A relation to other printed figures that a value fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dukungan {
    /// Its parts add up to it.
    Bagian,
    /// With the other parts it adds up to their whole.
    Induk,
    /// The percentage spent.
    Serapan,
    /// What is left.
    Sisa,
    /// The numerator and the denominator of the indicator.
    Hitungan,
    /// A capaian printed beside another value.
    Capaian,
}

impl Pernyataan<'_> {
    /// The value when it may stand as evidence.
    pub fn bukti(&self) -> Option<Decimal> {
        self.sel.bukti().map(|a| a.nilai)
    }

    /// The value, doubted or not.
    pub fn nilai(&self) -> Option<Decimal> {
        self.sel.desimal()
    }

    /// The source of funds or the plan it is about, where its address is split by them.
    pub fn cabang(&self) -> Option<&str> {
        pisah::cabang(&self.alamat)
    }

    /// The way to it in its YAML file.
    pub fn jalur(&self) -> Jalur {
        let t = self.tempat;
        let section = match t.bagian {
            "anggaran" => Jalur::default().kunci("anggaran").kunci("tabel"),
            other => Jalur::default().kunci(other),
        };
        let table = section.urutan(t.tabel);
        let row = match t.baris {
            Baris::Kunci(key) => table.kunci("baris").kunci(key),
            Baris::Urutan(n) => table.kunci("baris").urutan(n).kunci("nilai"),
            Baris::Tunggal => table.kunci("nilai"),
        };
        row.urutan(t.kolom)
    }

    /// Its YAML file, relative to `content/`.
    pub fn berkas(&self, daerah: &str, opd: &str) -> String {
        match self.rekaman {
            Some(tahun) => format!("{daerah}/{opd}/{tahun}.yaml"),
            None => format!("{daerah}/{opd}/opd.yaml"),
        }
    }

    /// The unit of its value: what the cell prints, or what is stated for its measure, in its year.
    fn satuan_fakta(&self, opd: &Opd) -> Option<Satuan> {
        if let Some(own) = self.sel.nilai.wakil().and_then(Angka::satuan_sel) {
            return Some(own);
        }
        match self.jenis() {
            Jenis::Uang => return Some(Satuan::Rupiah),
            Jenis::Persen => return Some(Satuan::Persen),
            Jenis::Teks => return None,
            Jenis::Nilai => {}
        }
        self.satuan_kepala(opd).and_then(Satuan::baca)
    }

    /// The same as it is written: `per 100.000 KH`; nothing where there is none.
    pub fn satuan_tercetak(&self, opd: &Opd) -> String {
        let own = || self.sel.nilai.wakil().and_then(|a| a.satuan.as_deref());
        match self.satuan.clone() {
            Some(Satuan::Lain(word)) => own().or_else(|| self.satuan_kepala(opd)).map_or(word, str::to_string),
            Some(sign) => sign.to_string(),
            None => String::new(),
        }
    }

    /// The unit stated for what it measures, in its year.
    fn satuan_kepala<'o>(&'o self, opd: &'o Opd) -> Option<&'o str> {
        match self.bagian {
            Bagian::Kinerja { subjek: Subjek::Kode(kode), kolom } => {
                let def = opd.indikator.get(kode)?;
                let rumus = def.rumus.as_ref();
                match kolom.ukuran {
                    Ukuran::Pembilang => rumus?.pembilang.as_ref()?.satuan.as_deref(),
                    Ukuran::Penyebut => rumus?.penyebut.as_ref()?.satuan.as_deref(),
                    Ukuran::Huruf => None,
                    _ => def.satuan_pada(self.tahun),
                }
            }
            Bagian::PihakLain { pihak, .. } => opd.indikator.get(&pihak.indikator)?.satuan_pada(self.tahun),
            Bagian::Tabel { baris, kolom, .. } => baris.satuan.as_deref().or(kolom.satuan.as_deref()),
            Bagian::Kinerja { .. } | Bagian::Anggaran { .. } => None,
        }
    }

    /// What kind of value it is.
    pub fn jenis(&self) -> Jenis {
        match self.bagian {
            Bagian::Anggaran { kolom, .. } => kolom.ukuran.jenis(true),
            Bagian::Kinerja { kolom, .. } | Bagian::PihakLain { kolom, .. } => kolom.ukuran.jenis(false),
            Bagian::Tabel { kolom, baris, .. } => {
                if kolom.teks {
                    return Jenis::Teks;
                }
                match baris.satuan.as_deref().or(kolom.satuan.as_deref()) {
                    Some("%" | "persen") => Jenis::Persen,
                    Some("Rp" | "rupiah") => Jenis::Uang,
                    _ => Jenis::Nilai,
                }
            }
        }
    }
}

/// All statements of one OPD, by address.
#[derive(Debug, Default)]
pub struct Kumpulan<'a> {
    /// In the order of the files: `opd.yaml`, then the years.
    pub semua: Vec<Pernyataan<'a>>,
    alamat: BTreeMap<String, Vec<usize>>,
}

impl<'a> Kumpulan<'a> {
    /// Collects all statements of an OPD.
    pub fn dari(source: &'a OpdTahun) -> Self {
        let mut semua = Vec::new();
        kinerja(&mut semua, None, &source.opd.kinerja);
        bebas(&mut semua, None, &source.opd.tabel);
        for rekaman in &source.rekaman {
            let tahun = Some(rekaman.tahun);
            ukur(&mut semua, tahun, &rekaman.anggaran.tabel, "anggaran");
            kinerja(&mut semua, tahun, &rekaman.kinerja);
            bebas(&mut semua, tahun, &rekaman.tabel);
            for (index, pihak) in rekaman.pihak_lain.iter().enumerate() {
                pihak_lain(&mut semua, rekaman.tahun, index, pihak);
            }
        }
        for p in &mut semua {
            p.satuan = p.satuan_fakta(&source.opd);
        }
        pisah::sumber(&mut semua);
        pisah::renstra(&mut semua, &source.opd);
        let mut alamat: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, p) in semua.iter().enumerate() {
            alamat.entry(p.alamat.clone()).or_default().push(index);
        }
        Self { semua, alamat }
    }

    /// The statements at one address.
    pub fn di<'k>(&'k self, alamat: &str) -> impl Iterator<Item = &'k Pernyataan<'a>> + Clone + use<'k, 'a> {
        self.alamat.get(alamat).into_iter().flatten().map(|i| &self.semua[*i])
    }

    /// The indices in `semua` of the statements at one address.
    pub fn urutan(&self, alamat: &str) -> &[usize] {
        self.alamat.get(alamat).map_or(&[], Vec::as_slice)
    }

    /// All addresses that begin with a text, sorted, with the indices of their statements.
    pub fn urutan_di_bawah<'k, 's>(
        &'k self,
        awal: &'s str,
    ) -> impl Iterator<Item = (&'k str, &'k [usize])> + use<'k, 's, 'a> {
        let range = (std::ops::Bound::Included(awal), std::ops::Bound::Unbounded);
        let below = self.alamat.range::<str, _>(range).take_while(move |(key, _)| key.starts_with(awal));
        below.map(|(key, list)| (key.as_str(), list.as_slice()))
    }

    /// All addresses with their statements, sorted.
    pub fn per_alamat(&self) -> impl Iterator<Item = (&str, Vec<&Pernyataan<'a>>)> {
        self.alamat.iter().map(|(key, list)| (key.as_str(), list.iter().map(|i| &self.semua[*i]).collect()))
    }

    /// The statements about one measure of an indicator in a year.
    pub fn indikator<'k>(
        &'k self,
        tahun: i32,
        kode: &str,
        ukuran: &str,
    ) -> impl Iterator<Item = &'k Pernyataan<'a>> + Clone + use<'k, 'a> {
        self.di(&format!("{tahun}/indikator/{kode}/{ukuran}"))
    }

    /// The statements about one measure of a budget row in a year.
    pub fn anggaran<'k>(
        &'k self,
        tahun: i32,
        subjek: &str,
        ukuran: &str,
    ) -> impl Iterator<Item = &'k Pernyataan<'a>> + Clone + use<'k, 'a> {
        self.di(&format!("{tahun}/anggaran/{subjek}/{ukuran}"))
    }
}

/// `realisasi`, `target.renstra`, with the period behind `@` when it is not a whole year.
fn ekor(kolom: &Kolom, tahun: i32) -> String {
    match &kolom.masa {
        Masa::Tahun(t) if *t == tahun => kolom.nama(),
        masa => format!("{}@{masa}", kolom.nama()),
    }
}

fn kinerja<'a>(out: &mut Vec<Pernyataan<'a>>, rekaman: Option<i32>, tables: &'a [TabelUkur]) {
    ukur(out, rekaman, tables, "kinerja");
}

fn ukur<'a>(out: &mut Vec<Pernyataan<'a>>, rekaman: Option<i32>, tables: &'a [TabelUkur], section: &'static str) {
    for (t, table) in tables.iter().enumerate() {
        for (subjek, key, cells) in &table.baris {
            for (k, (kolom, sel)) in table.kolom.iter().zip(cells).enumerate() {
                let Some(sel) = sel else { continue };
                let Some(tahun) = kolom.masa.tahun().or(rekaman) else { continue };
                let (kind, bagian) = if section == "anggaran" {
                    ("anggaran", Bagian::Anggaran { subjek, kolom })
                } else {
                    ("indikator", Bagian::Kinerja { subjek, kolom })
                };
                out.push(Pernyataan {
                    alamat: format!("{tahun}/{kind}/{subjek}/{}", ekor(kolom, tahun)),
                    tahun,
                    rekaman,
                    bagian,
                    masa: &kolom.masa,
                    sel,
                    sumber: &table.sumber,
                    tempat: Tempat { bagian: section, tabel: t, baris: Baris::Kunci(key), kolom: k },
                    dukungan: Vec::new(),
                    satuan: None,
                });
            }
        }
    }
}

/// A period that stands for "the year of the record": the column names none.
static SETAHUN: Masa = Masa::Tahun(0);

fn bebas<'a>(out: &mut Vec<Pernyataan<'a>>, rekaman: Option<i32>, tables: &'a [TabelBebas]) {
    for (t, tabel) in tables.iter().enumerate() {
        for (b, baris) in tabel.baris.iter().enumerate() {
            for (k, (kolom, sel)) in tabel.kolom.iter().zip(&baris.nilai).enumerate() {
                let Some(sel) = sel else { continue };
                let own = kolom.masa.as_ref().and_then(Masa::tahun);
                let Some(tahun) = own.or(rekaman) else { continue };
                // Columns of one table keep their code; the period need not stand in the address.
                let alamat = format!("{}/tabel/{}/{}/{}", rekaman.unwrap_or(tahun), tabel.kode, baris.kode, kolom.kode);
                out.push(Pernyataan {
                    alamat,
                    tahun,
                    rekaman,
                    bagian: Bagian::Tabel { tabel, baris, kolom },
                    masa: kolom.masa.as_ref().unwrap_or(&SETAHUN),
                    sel,
                    sumber: &tabel.sumber,
                    tempat: Tempat { bagian: "tabel", tabel: t, baris: Baris::Urutan(b), kolom: k },
                    dukungan: Vec::new(),
                    satuan: None,
                });
            }
        }
    }
}

fn pihak_lain<'a>(out: &mut Vec<Pernyataan<'a>>, tahun: i32, index: usize, pihak: &'a PihakLain) {
    for (k, (kolom, sel)) in pihak.nilai.iter().enumerate() {
        let Some(sel) = sel else { continue };
        let own = kolom.masa.tahun().unwrap_or(tahun);
        out.push(Pernyataan {
            alamat: format!("{own}/pihak-lain/{}/{}/{}", pihak.daerah, pihak.indikator, ekor(kolom, own)),
            tahun: own,
            rekaman: Some(tahun),
            bagian: Bagian::PihakLain { pihak, kolom },
            masa: &kolom.masa,
            sel,
            sumber: &pihak.sumber,
            tempat: Tempat { bagian: "pihak_lain", tabel: index, baris: Baris::Tunggal, kolom: k },
            dukungan: Vec::new(),
            satuan: None,
        });
    }
}
