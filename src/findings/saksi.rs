//! Saksi: what stands on the other side of a finding, where it is no second figure: who else prints the same value, the scale
//! that is quoted, the day the data end. Whoever proves a finding needs its place.

use super::bahan::Bahan;
use super::jenis::Rujukan;
use super::temuan::Isi;
use crate::diagnostic::{Jalur, Lang};
use crate::records::{Bagian, Skala, Ukuran as U};

impl Isi {
    /// With cells that speak for it, and that it neither computes with nor disputes.
    #[must_use]
    pub fn bersaksi(self, b: &Bahan<'_, '_>, list: impl IntoIterator<Item = usize>) -> Self {
        self.di(list.into_iter().map(|i| b.rujukan(i)))
    }
}

impl Bahan<'_, '_> {
    /// What else prints the value of a statement for the same fact, a budget of another phase too: one cell of each printed table.
    pub fn saksi(&self, i: usize) -> Vec<usize> {
        let mut list: Vec<usize> = self.di(&self.p(i).alamat).to_vec();
        if let Bagian::Anggaran { subjek, kolom } = self.p(i).bagian
            && kolom.ukuran == U::Pagu
        {
            let awal = format!("{}/anggaran/{subjek}/pagu.", self.p(i).tahun);
            list.extend(self.di_bawah(&awal).flat_map(|(_, l)| l.iter().copied()));
        }
        let mut out: Vec<usize> = Vec::new();
        let (own, masa) = (self.bukti(i), &self.p(i).masa);
        for j in
            list.into_iter().filter(|j| *j != i && own.is_some() && self.bukti(*j) == own && self.p(*j).masa == *masa)
        {
            if !self.secetak(i, j) && out.iter().all(|k| !self.secetak(*k, j)) {
                out.push(j);
            }
        }
        out
    }

    /// The scale that judges a statement, as its document prints it.
    pub fn rujukan_skala(&self, i: usize, skala: &Skala) -> Rujukan {
        let title = skala.dokumen.as_deref().unwrap_or_default();
        let own = self.opd.opd.dokumen.values().find(|d| d.judul == title).map(|d| d.kode.as_str());
        let place = skala.letak.as_deref().or(skala.dasar.as_deref()).unwrap_or(&skala.nama);
        // The document of another agency is named: its `LHE butir 4` is not this one's.
        let letak = match own {
            None if !title.is_empty() => format!("{place}, {title}"),
            _ => place.to_string(),
        };
        let sumber = own.unwrap_or(title);
        let class = |k: &crate::records::Kelas| {
            let name = k.huruf.iter().chain([&k.nama]).map(String::as_str).collect::<Vec<_>>().join(" ");
            k.tertulis.as_ref().map_or(name.clone(), |t| format!("{name} {t}"))
        };
        let own = self.rujukan(i);
        // A scale that ships with the program is no file of the portal.
        let (berkas, jalur) = match skala.bawaan {
            true => (own.berkas, own.jalur),
            false => (format!("skala/{}.yaml", skala.kode), Jalur::default().kunci("kelas")),
        };
        Rujukan {
            pernyataan: None,
            berkas,
            jalur,
            sumber: sumber.to_string(),
            letak,
            tertulis: skala.kelas.iter().map(class).collect::<Vec<_>>().join("; "),
        }
    }

    /// The day or month up to which the record of a statement holds data.
    pub fn rujukan_batas(&self, i: usize) -> Option<Rujukan> {
        let record = self.rekaman(self.p(i).rekaman?)?;
        let own = self.rujukan(i);
        Some(Rujukan {
            pernyataan: None,
            berkas: own.berkas,
            jalur: Jalur::default().kunci("batas_data"),
            sumber: record.dokumen.clone(),
            letak: "batas data".into(),
            tertulis: record.batas_data.kata(Lang::Id),
        })
    }
}
