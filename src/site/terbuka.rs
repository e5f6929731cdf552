//! Terbuka: what the portal offers to programs besides its pages: the data package and the catalogue of all data; where the
//! site knows its address, the list of its pages and the feed of its records; and what a page says of itself as data.

use super::daerah::JejakDaerah;
use super::umum::Umum;
use super::{Gagal, Kerja, lama};
use crate::exports::{Arsip, Kabar, Paket, SKEMA, Sumber, alamat_lisensi, katalog, paket, peta, robot, umpan};
use crate::number::Lang;
use crate::pages::Halaman;
use crate::simpanan::Kunci;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::PoisonError;

/// The feed, below the root of the site.
const UMPAN: &str = "umpan.xml";

impl Kerja<'_> {
    /// The address of the site; empty where it has none.
    pub(super) fn dasar(&self) -> &str {
        self.umum.first().and_then(|u| u.alamat.as_deref()).unwrap_or_default()
    }

    /// The portal as its package and its catalogue name it.
    pub(super) fn paket(&self) -> Paket<'_> {
        let portal = &self.bahan.content.portal;
        Paket {
            judul: &portal.judul.id,
            keterangan: &portal.keterangan.id,
            instansi: portal.instansi.as_deref(),
            lisensi: &portal.lisensi,
            alamat: Some(self.dasar()).filter(|a| !a.is_empty()),
            keadaan: self.batas.map(|b| b.hari().to_string()),
        }
    }

    /// Package, catalogue and feed of all OPD; `temuan` is the file of all findings, `arsip` are the archives of all data.
    pub(super) fn terbuka(&self, jejak: &[JejakDaerah], temuan: Sumber, arsip: &[Arsip]) -> Result<(), Gagal> {
        let opd = || jejak.iter().flat_map(|d| &d.opd);
        self.bagian("terbuka", &Kunci::nilai(&(self.kunci_bersama(opd()), arsip)), |catat| {
            let portal = self.paket();
            let mut sumber: Vec<Sumber> = opd().flat_map(|j| j.isi.sumber.iter().cloned()).collect();
            sumber.push(temuan);
            for (name, skema) in SKEMA {
                self.berkas(&format!("data/{name}"), &teks(&skema()), catat)?;
            }
            self.berkas("data/datapackage.json", &teks(&paket(&portal, &sumber, arsip)), catat)?;
            // Whoever harvests catalogues, follows feeds or reads lists of pages is told of nothing that may still change.
            if self.bahan.options.konsep {
                return Ok(());
            }
            self.berkas("catalog.jsonld", &teks(&katalog(&portal, &sumber, arsip)), catat)?;
            let Some(dasar) = portal.alamat else { return Ok(()) };
            let kabar: Vec<&Kabar> = opd().flat_map(|j| &j.isi.kabar).collect();
            let ralat: Vec<_> = opd().flat_map(|j| &j.isi.ralat).collect();
            self.berkas(UMPAN, &umpan(&portal, dasar, &kabar, &ralat), catat)?;
            self.berkas("robots.txt", &robot(dasar), catat)
        })
    }

    /// The list of all pages, once they all are written; those that only lead elsewhere are not in it.
    pub(super) fn peta(&self, pindah: &lama::Pindah) -> Result<(), Gagal> {
        let Some(dasar) = self.umum.first().and_then(|u| u.alamat.as_deref()) else { return Ok(()) };
        let moved: BTreeSet<String> = self
            .umum
            .iter()
            .flat_map(|u| pindah.keys().map(|lama| format!("{}{lama}", u.lang.folder())))
            .chain(self.umum.iter().map(|u| format!("{}gaya/", u.lang.folder())))
            .collect();
        let mut pages: Vec<String> = {
            let all = self.semua.lock().unwrap_or_else(PoisonError::into_inner);
            let folders = all.iter().filter_map(|(path, _)| path.strip_suffix("index.html"));
            folders.filter(|folder| !moved.contains(*folder)).map(str::to_string).collect()
        };
        pages.sort();
        pages.dedup();
        peta(dasar, &pages).iter().try_for_each(|(path, bytes)| self.tulis(path, bytes).map(|_| ()))
    }
}

/// JSON as it is published.
fn teks(value: &Value) -> Vec<u8> {
    let mut out = value.to_string().into_bytes();
    out.push(b'\n');
    out
}

/// What a page of a record or of an agency is as data (schema.org `Dataset`), for its head; none for other pages.
pub(super) fn dataset(page: &Halaman, umum: &Umum) -> Option<String> {
    if umum.konsep || !matches!(page.templat, "rekaman.html" | "opd.html") {
        return None;
    }
    // Of the views of a record the first speaks for all.
    let mut parts = page.alamat.trim_end_matches('/').split('/');
    if parts.clone().count() > 3 {
        return None;
    }
    let (daerah, opd) = (parts.next()?, parts.next()?);
    // The page itself may not know where it stands; its data stand beside it all the same.
    let root = umum.alamat.clone().unwrap_or_else(|| umum.pangkal(page));
    let file = |akhir: &str, format: &str| {
        json!({
            "@type": "DataDownload",
            "contentUrl": format!("{root}data/{daerah}-{opd}.{akhir}"),
            "encodingFormat": format,
        })
    };
    let mut out = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": page.judul,
        "description": page.kalimat,
        "inLanguage": umum.lang.kode(),
        "isAccessibleForFree": true,
        "license": alamat_lisensi(&umum.lisensi).unwrap_or_else(|| umum.lisensi.clone()),
        "creator": { "@type": "Organization", "name": umum.penerbit },
        "distribution": [
            file("csv", "text/csv"),
            file("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ],
    });
    if let Some((nama, _)) = page.remah.first() {
        out["spatialCoverage"] = json!(nama);
    }
    if let Some(tahun) = parts.next().filter(|t| !t.is_empty()) {
        out["temporalCoverage"] = json!(tahun);
    }
    if let Some(akar) = umum.akar() {
        out["url"] = json!(format!("{akar}{}", page.alamat));
    }
    if umum.lang != Lang::Id {
        // Names and tables stay as printed.
        out["isBasedOn"] = json!(format!("{root}{}", page.alamat));
    }
    // Nothing in it may end the element it stands in.
    Some(out.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"))
}
