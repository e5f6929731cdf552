//! What a build need not do again: keys of pages and parts, and what is kept under them.

use super::catatan::{Catatan, CatatanLaman, Disimpan, Pencatat};
use super::daerah::{JejakDaerah, semua_entri};
use super::opd::Jejak;
use super::umum::Umum;
use super::{Gagal, Kerja, indeks, laman};
use crate::exports::{self, Sumber};
use crate::number::Lang;
use crate::output::Sidik;
use crate::pages::Halaman;
use crate::pages::banding::Letak;
use crate::pages::cari::Entri;
use crate::simpanan::Kunci;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::PoisonError;

impl Kerja<'_> {
    /// The name under which something about an OPD is kept.
    pub(super) fn nama(&self, apa: &str, n: usize) -> String {
        let Some(m) = self.milik.get(n) else { return apa.to_string() };
        format!("{apa}/{}/{}", m.daerah, m.opd)
    }

    /// The place of an OPD among others.
    pub(super) fn letak(&self, n: usize, lang: Lang) -> Letak {
        let Some(m) = self.milik.get(n) else { return Letak::default() };
        Letak::dari(lang, &self.banding, (&m.daerah, &m.opd), &m.tahun, m.padanan.iter().map(String::as_str))
    }

    /// Of everything the pages of an OPD can depend on: its content, and all values it may be compared with.
    pub(super) fn kunci_opd(&self, n: usize) -> Kunci {
        let Some(m) = self.milik.get(n).filter(|_| self.bahan.simpanan.ada()) else { return Kunci::default() };
        let values: Vec<Option<&Kunci>> = m.nilai.iter().map(|kode| self.kunci_padanan.get(kode)).collect();
        Kunci::nilai(&(self.kunci, self.bahan.kunci_opd.get(n), values))
    }

    /// Of what the pages of an OPD are made of: its content, and what they say of its place.
    pub(super) fn kunci_letak(&self, n: usize, letak: &[Letak]) -> Kunci {
        if !self.bahan.simpanan.ada() {
            return Kunci::default();
        }
        Kunci::nilai(&(self.kunci, self.bahan.kunci_opd.get(n), letak))
    }

    /// Of everything the pages of some OPD depend on.
    pub(super) fn kunci_bersama<'j>(&self, jejak: impl IntoIterator<Item = &'j Jejak>) -> Kunci {
        Kunci::dari(std::iter::once(&self.kunci).chain(jejak.into_iter().map(|j| &j.kunci)).map(|k| &k.bytes()[..]))
    }

    /// Keeps all files of some pages as they are; false when any of them is not there as it was.
    pub(super) fn kembali(&self, catatan: &Catatan) -> bool {
        let files = catatan.berkas();
        let same = self.keluar.tetap(&files);
        if same {
            self.ditulis(files);
            catatan.0.values().filter_map(|l| l.berat.as_ref()).for_each(|b| self.timbangan.tambah(b));
        }
        same
    }

    /// A file of the site.
    pub(super) fn tulis(&self, path: &str, isi: &[u8]) -> Result<Sidik, Gagal> {
        let sidik = self.keluar.tulis(path, isi).map_err(Gagal::Keluaran)?;
        self.ditulis([(path.to_string(), sidik)]);
        Ok(sidik)
    }

    /// Remembers files: the next build keeps them, the edition counts them, a site that knows its address lists them.
    fn ditulis(&self, files: impl IntoIterator<Item = (String, Sidik)>) {
        self.semua.lock().unwrap_or_else(PoisonError::into_inner).extend(files);
    }

    /// A file that is no page: written, and noted under its own address.
    pub(super) fn berkas(&self, path: &str, isi: &[u8], catat: &Pencatat) -> Result<(), Gagal> {
        let berkas = vec![(path.to_string(), self.tulis(path, isi)?)];
        catat.catat(path, CatatanLaman { kunci: Kunci::default(), berkas, berat: None });
        Ok(())
    }

    /// One page: rendered, weighed, handed over; or kept, when it is the page it was.
    pub(super) fn halaman(&self, page: Halaman, umum: &Umum, catat: &Pencatat) -> Result<(), Gagal> {
        let (folder, ada) = (umum.lang.folder(), self.bahan.simpanan.ada());
        let alamat = format!("{folder}{}", page.alamat);
        let mut kunci = Kunci::default();
        if ada {
            kunci = Kunci::nilai(&(self.kunci, &page));
            if let Some(lama) = catat.lama(&alamat, &kunci).filter(|l| self.keluar.tetap(&l.berkas)) {
                lama.berat.iter().for_each(|b| self.timbangan.tambah(b));
                self.ditulis(lama.berkas.clone());
                catat.catat(&alamat, lama.clone());
                return Ok(());
            }
        }
        let files = laman::halaman(page, self.bahan.theme, umum).map_err(|d| Gagal::Templat(vec![*d]))?;
        let mut laman = CatatanLaman { kunci, berkas: Vec::new(), berat: None };
        for (path, bytes) in files {
            let path = format!("{folder}{path}");
            let berat = self.timbangan.timbang(&path, &bytes);
            laman.berat = laman.berat.or(berat);
            let sidik = self.tulis(&path, &bytes)?;
            laman.berkas.push((path, sidik));
        }
        if ada {
            catat.catat(&alamat, laman);
        }
        Ok(())
    }

    /// A part of the site: kept whole where nothing it depends on changed, else made by `buat`, page by page beside what
    /// it was.
    pub(super) fn bagian<T: Serialize + DeserializeOwned>(
        &self,
        nama: &str,
        kunci: &Kunci,
        buat: impl FnOnce(&Pencatat) -> Result<T, Gagal>,
    ) -> Result<T, Gagal> {
        let simpanan = self.bahan.simpanan;
        let lama = match simpanan.baca_lama::<Disimpan<T>>(nama) {
            Some((own, d)) if own == *kunci && self.kembali(&d.catatan) => return Ok(d.isi),
            other => other.map(|(_, d)| d.catatan),
        };
        let catat = Pencatat::sesudah(lama);
        let isi = buat(&catat)?;
        let baru = Disimpan { isi, catatan: catat.selesai() };
        simpanan.tulis(nama, kunci, &baru);
        Ok(baru.isi)
    }

    /// A search index in its folder below `awalan`; the engine is that of the whole portal.
    pub(super) fn indeks(
        &self,
        awalan: &str,
        kunci: &Kunci,
        entri: impl FnOnce() -> Result<Vec<(Lang, Vec<Entri>)>, Gagal>,
    ) -> Result<(), Gagal> {
        self.bagian(&format!("cari/{awalan}indeks"), kunci, |catat| {
            let files = indeks::indeks(self.bahan.content, &entri()?).map_err(|d| Gagal::Templat(vec![*d]))?;
            let own = |(path, _): &&(String, Vec<u8>)| awalan.is_empty() || !path.ends_with(".js");
            files.iter().filter(own).try_for_each(|(path, bytes)| self.berkas(&format!("{awalan}{path}"), bytes, catat))
        })
    }

    /// The search index of the whole portal; in a large one, of its places and agencies alone.
    pub(super) fn indeks_portal(
        &self,
        all: &Kunci,
        own: Vec<Vec<Entri>>,
        jejak: &mut [JejakDaerah],
    ) -> Result<(), Gagal> {
        let bersama: Vec<&Vec<Vec<Entri>>> = jejak.iter().map(|d| &d.isi.entri).collect();
        let kunci = Kunci::nilai(&((!self.terbagi).then_some(all), self.kunci, &own, bersama));
        self.indeks("", &kunci, || {
            let mut out: Vec<(Lang, Vec<Entri>)> = self.umum.iter().map(|u| u.lang).zip(own).collect();
            for d in jejak {
                let (bersama, terbagi) = (std::mem::take(&mut d.isi.entri), self.terbagi);
                let found = semua_entri(self, bersama, if terbagi { &mut [] } else { &mut d.opd })?;
                out.iter_mut().zip(found).for_each(|((_, list), (_, own))| list.extend(own));
            }
            Ok(out)
        })
    }

    /// The files of all findings.
    pub(super) fn unduhan(&self, jejak: &[JejakDaerah]) -> Result<Sumber, Gagal> {
        let opd = || jejak.iter().flat_map(|d| &d.opd);
        let rows = || opd().flat_map(|j| &j.isi.csv_temuan);
        self.bagian("unduhan", &self.kunci_bersama(opd()), |catat| {
            let csv = exports::temuan_csv(rows());
            self.berkas("data/temuan.csv", &csv, catat)?;
            let xlsx = exports::temuan_xlsx(rows());
            self.berkas("data/temuan.xlsx", &xlsx, catat)?;
            Ok(Sumber::dari("temuan.csv", "Semua temuan", &csv, &xlsx))
        })
    }
}
