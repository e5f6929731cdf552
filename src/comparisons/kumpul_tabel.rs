//! Collecting from free tables: one cell, or one cell as a part of another, of the row a padanan names.

use super::asal::Asal;
use super::nilai::{Besaran, Hitung, NilaiBanding, Pemilik, RumusBanding, Tertulis};
use crate::measures;
use crate::number::{self, Satuan};
use crate::records::{Bagian, BarisBebas, BatasData, IsiTabel, KolomBebas, Masa, Padanan, Pernyataan, TabelBebas};
use std::collections::BTreeMap;

/// The values of a row, one a year: where several tables print it, they are statements of one fact.
pub fn nilai(padanan: &Padanan, isi: &IsiTabel, asal: Asal<'_, '_>) -> Vec<NilaiBanding> {
    let mut years: BTreeMap<i32, Vec<NilaiBanding>> = BTreeMap::new();
    for p in &asal.kumpulan.semua {
        let Bagian::Tabel { tabel, baris, kolom } = p.bagian else { continue };
        if tabel.tema != isi.tema || kolom.ukuran != isi.kolom || kolom.teks || !baris_cocok(isi, baris) {
            continue;
        }
        // Of two columns of one meaning, counts and percentages, the one in the padanan's unit is meant.
        let unit = |k: &KolomBebas| baris.satuan.clone().or_else(|| k.satuan.clone());
        let wanted = isi.per.is_none() && padanan.satuan.is_some() && unit(kolom) != padanan.satuan;
        if wanted && setema(asal, isi).any(|(b, k)| b.kode == baris.kode && k.satuan == padanan.satuan) {
            continue;
        }
        years.entry(p.tahun).or_default().extend(satu(isi, asal, p, (tabel, baris, kolom)));
    }
    years.into_values().filter_map(gabung).collect()
}

fn baris_cocok(isi: &IsiTabel, baris: &BarisBebas) -> bool {
    match &isi.baris {
        Some(kode) => baris.kode == *kode,
        None => baris.jumlah && baris.induk.is_none(),
    }
}

/// Every row and column with the meaning asked for, in all tables of the theme.
fn setema<'a>(asal: Asal<'a, '_>, isi: &'a IsiTabel) -> impl Iterator<Item = (&'a BarisBebas, &'a KolomBebas)> {
    let all = asal.opd.rekaman.iter().flat_map(|r| &r.tabel).chain(&asal.opd.opd.tabel);
    all.filter(|t| t.tema == isi.tema)
        .flat_map(|t| t.baris.iter().flat_map(move |b| t.kolom.iter().map(move |k| (b, k))))
        .filter(|(_, k)| k.ukuran == isi.kolom)
}

/// The unit that stands above or beside a cell.
fn satuan_kepala(baris: &BarisBebas, kolom: &KolomBebas) -> Option<Satuan> {
    baris.satuan.as_deref().or(kolom.satuan.as_deref()).and_then(Satuan::baca)
}

fn satu(
    isi: &IsiTabel,
    asal: Asal<'_, '_>,
    p: &Pernyataan<'_>,
    (tabel, baris, kolom): (&TabelBebas, &BarisBebas, &KolomBebas),
) -> Option<NilaiBanding> {
    let angka = p.sel.angka()?;
    let cell = |b: &BarisBebas, k: usize| {
        b.nilai.get(k).and_then(|s| s.as_ref()).and_then(|s| s.angka().map(|a| (a.nilai, s.ragu)))
    };
    let whole = match isi.per.as_deref() {
        None => None,
        // The same column of the printed total, or another column of the same row.
        Some("jumlah") => {
            let total = tabel.baris.iter().find(|b| b.jumlah && b.induk.is_none())?;
            Some((cell(total, p.tempat.kolom)?, total.nama.clone(), "jumlah"))
        }
        Some(other) => {
            let position = tabel.kolom.iter().position(|k| k.ukuran == other && k.masa == kolom.masa)?;
            Some((cell(baris, position)?, tabel.kolom[position].nama.clone(), other))
        }
    };
    let mut pernyataan: Vec<Tertulis> = Tertulis::dari(asal.opd, p, &kolom.ukuran).into_iter().collect();
    let mut ragu = p.sel.ragu;
    let mut rumus = RumusBanding::default();
    let (besaran, desimal, terhitung, penyebut, satuan) = match whole {
        None => (
            Besaran::satu(angka.nilai),
            angka.desimal,
            None,
            None,
            baris.satuan.clone().or_else(|| kolom.satuan.clone()),
        ),
        Some(((value, doubted), nama, kode)) => {
            ragu |= doubted;
            let persen = measures::bagian(angka.nilai, value)?;
            // Families are not persons: a cell with a unit of its own is counted in it.
            let own = angka.satuan_sel().filter(|own| satuan_kepala(baris, kolom).is_none_or(|head| head != *own));
            let own = own.map_or(String::new(), |unit| format!(":{unit}"));
            let hitung = |kode: &str, nama: &str| {
                Some(Hitung { kode: Some(format!("{kode}{own}")), nama: nama.to_string(), nama_en: None })
            };
            rumus = RumusBanding {
                pembilang: hitung(&kolom.ukuran, &format!("{}: {}", baris.nama, kolom.nama)),
                penyebut: hitung(kode, &nama),
                pengali: Some(100),
                ..RumusBanding::default()
            };
            let letak = pernyataan.first().cloned();
            pernyataan.extend(letak.map(|t| Tertulis {
                tercetak: number::Lang::Id.grouped(value),
                nilai: value,
                ukuran: kode.into(),
                ..t
            }));
            (Besaran::satu(number::round(persen, 2)), 2, Some(persen), Some(value), Some("%".into()))
        }
    };
    Some(NilaiBanding {
        pemilik: Pemilik::pada(asal.daerah, asal.opd, p.tahun),
        tahun: p.tahun,
        nama: baris.nama.as_str().into(),
        alias: Vec::new(),
        indikator: None,
        rekaman: p.rekaman,
        besaran,
        desimal,
        huruf: None,
        target: None,
        pembilang: terhitung.map(|_| angka.nilai),
        penyebut,
        terhitung,
        rumus: rumus.into(),
        satuan: satuan.map(Into::into),
        arah: None,
        skala: None,
        hitungan: None,
        luar_skala: false,
        bulat: false,
        batas_data: batas(asal, p.tahun, kolom.masa.as_ref()),
        tahap: None,
        ragu,
        dipersoalkan: false,
        pernyataan,
        tangan_kedua: None,
        alamat: format!("{}/{}", asal.alamat(), p.alamat),
    })
}

/// Several tables about one row and year: the first stands, the others may open a range.
fn gabung(list: Vec<NilaiBanding>) -> Option<NilaiBanding> {
    let mut all = list.into_iter();
    let mut first = all.next()?;
    for other in all.filter(|o| o.satuan == first.satuan) {
        if !other.ragu {
            first.besaran = first.besaran.memuat(other.besaran.utama);
            first.desimal = first.desimal.max(other.desimal);
        }
        first.pernyataan.extend(other.pernyataan);
    }
    Some(first)
}

/// The last day of the period of a column; of a whole year, the cut-off of its record.
fn batas(asal: Asal<'_, '_>, tahun: i32, masa: Option<&Masa>) -> BatasData {
    let end = masa.and_then(Masa::bulan_akhir);
    end.map_or_else(|| asal.batas(tahun), |month| BatasData::akhir_bulan(tahun, month))
}
