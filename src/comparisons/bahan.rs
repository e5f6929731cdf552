//! Bahan: what comparisons take from one OPD. It owns what it holds, so that the records behind it may be dropped.

use super::asal::Asal;
use super::bentuk::BentukLain;
use super::kuadran::{CapaianSerapan, capaian_serapan};
use super::kumpul::{bentuk_lain, nilai_opd};
use super::nilai::{Besaran, Identitas, NilaiBanding, RumusBanding};
use crate::findings::Golongan;
use crate::number;
use crate::opd::{Opd, Serapan};
use crate::records::{Daerah, JenisDaerah, Padanan};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// A daerah with its OPD, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaerahBanding {
    /// Code: its address.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// What it is.
    pub jenis: JenisDaerah,
    /// Province.
    pub provinsi: String,
    /// Whether another daerah has the same name but for its kind.
    pub kembar: bool,
    /// Its OPD.
    pub opd: Vec<OpdBanding>,
}

impl DaerahBanding {
    /// The names of a daerah; its OPD come with what they bring.
    pub fn dari(daerah: &Daerah) -> Self {
        Self {
            kode: daerah.kode.clone(),
            nama: daerah.nama.clone(),
            jenis: daerah.jenis,
            provinsi: daerah.provinsi.clone(),
            kembar: false,
            opd: Vec::new(),
        }
    }
}

/// An OPD by name, and the years the portal holds of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpdBanding {
    /// Code.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// Short name.
    pub singkatan: String,
    /// Its affairs.
    pub urusan: Vec<String>,
    /// Years with a record.
    pub tahun: Vec<i32>,
    /// What its documents print under a padanan in a form that cannot be compared: code, year, form.
    pub bentuk_lain: Vec<(String, i32, BentukLain)>,
}

/// What one OPD brings to all comparisons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BahanOpd {
    /// Code of its daerah.
    pub daerah: String,
    /// Its names and years.
    pub opd: OpdBanding,
    /// Its values with the code of their padanan, quotations of other daerah included.
    pub nilai: Vec<(String, NilaiBanding)>,
    /// Outcome beside money, with the code of the padanan.
    pub serapan: Vec<(String, CapaianSerapan)>,
}

impl BahanOpd {
    /// The same with everything equal kept once, within it and among all that `gudang` has seen.
    pub fn hemat(mut self, gudang: &Gudang) -> Self {
        for (_, n) in &mut self.nilai {
            gudang.siapa.satukan(&mut n.pemilik.identitas);
            gudang.rumus.satukan(&mut n.rumus);
            let texts = [&mut n.indikator, &mut n.satuan, &mut n.skala].into_iter().flatten().chain(&mut n.alias);
            texts.chain([&mut n.nama]).for_each(|text| gudang.teks.satukan(text));
            for t in &mut n.pernyataan {
                [&mut t.dokumen, &mut t.letak, &mut t.ukuran].into_iter().for_each(|text| gudang.teks.satukan(text));
            }
            n.pernyataan.shrink_to_fit();
        }
        self.serapan.iter_mut().for_each(|(_, c)| gudang.siapa.satukan(&mut c.pemilik.identitas));
        self.nilai.shrink_to_fit();
        self
    }
}

/// What the values of all OPD share: owners, formulas, names, documents, places. Hundreds of values name one owner, and
/// thousands of OPD one program. What a large portal holds while its pages are made is mostly such values.
#[derive(Debug, Default)]
pub struct Gudang {
    siapa: Bersama<Identitas>,
    rumus: Bersama<RumusBanding>,
    teks: Bersama<str>,
}

/// What was met of one kind.
#[derive(Debug)]
struct Bersama<T: ?Sized>(Mutex<BTreeSet<Arc<T>>>);

impl<T: ?Sized> Default for Bersama<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: ?Sized + Ord> Bersama<T> {
    /// Makes equal ones the same.
    fn satukan(&self, own: &mut Arc<T>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match known.get(own) {
            Some(found) => own.clone_from(found),
            None => {
                known.insert(own.clone());
            }
        }
    }
}

/// Whether a contradiction is about a figure, or about what it rests on; of a share that was spent also about the percentage
/// that is printed for it.
fn dipersoalkan(d: &Opd<'_>, alamat: &str) -> bool {
    let disputed = |alamat: &str| d.temuan(alamat).any(|t| t.golongan == Golongan::Pertentangan);
    d.dipersoalkan(alamat).is_some()
        || disputed(alamat)
        || alamat.strip_suffix("/serapan-terhitung").is_some_and(|own| disputed(&format!("{own}/serapan")))
}

/// The serapan as the pages of its record show it: the printed percentage where that is the better word, both ends where
/// its amounts leave it open.
fn serapan(d: &Opd<'_>, alamat: &str, n: &mut NilaiBanding) {
    let parts: Vec<&str> = alamat.split('/').collect();
    let [_, "anggaran", kode, "serapan-terhitung"] = parts[..] else { return };
    match d.serapan(n.tahun, kode) {
        Some(Serapan::Tercetak(printed)) => {
            n.besaran = printed.nilai().map_or(n.besaran, |v| Besaran::satu(number::round(v, n.desimal)));
            n.dipersoalkan |= d.dipersoalkan(alamat).is_some();
        }
        Some(Serapan::Antara(low, high)) => {
            n.bulat = n.besaran.rentang().is_none();
            n.besaran = n.besaran.memuat(number::round(low, n.desimal)).memuat(number::round(high, n.desimal));
        }
        Some(Serapan::Terhitung(_)) | None => {}
    }
}

/// Collects what an OPD brings to every padanan.
pub fn bahan(d: &Opd<'_>) -> BahanOpd {
    let (padanan, daerah, opd) = (&d.content.padanan, d.daerah, d.sumber);
    let asal = Asal { daerah, opd, kumpulan: &d.kumpulan, turunan: &d.turunan, skala: &d.content.skala };
    let own = format!("{}/", asal.alamat());
    let nilai = |p: &Padanan| {
        let mut list = nilai_opd(p, asal);
        for n in list.iter_mut().filter(|n| n.tangan_kedua.is_none()) {
            let alamat = n.alamat.strip_prefix(&own).unwrap_or_default().to_string();
            n.dipersoalkan = dipersoalkan(d, &alamat);
            serapan(d, &alamat, n);
        }
        list.into_iter().map(|n| (p.kode.clone(), n)).collect::<Vec<_>>()
    };
    let quadrants = |p: &Padanan| capaian_serapan(p, asal).into_iter().map(|c| (p.kode.clone(), c)).collect::<Vec<_>>();
    BahanOpd {
        daerah: daerah.kode.clone(),
        opd: OpdBanding {
            kode: opd.opd.kode.clone(),
            nama: opd.opd.nama.clone(),
            singkatan: opd.opd.singkatan.clone(),
            urusan: opd.opd.urusan.clone(),
            tahun: opd.rekaman.iter().map(|r| r.tahun).collect(),
            bentuk_lain: padanan.values().flat_map(|p| bentuk_lain(p, asal)).collect(),
        },
        nilai: padanan.values().flat_map(nilai).collect(),
        serapan: padanan.values().flat_map(quadrants).collect(),
    }
}
