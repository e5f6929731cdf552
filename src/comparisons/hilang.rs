//! Who has no value in a year, and how everybody is called beside the others.

use super::bahan::{DaerahBanding, OpdBanding};
use super::kelompok::{Hilang, SebabHilang, Terakhir};
use super::kuadran::CapaianSerapan;
use super::kumpul::berlaku;
use super::nilai::{Identitas, NilaiBanding, Pemilik};
use crate::records::{Golongan, Padanan, tanpa_jenis};
use std::collections::{BTreeMap, BTreeSet};

/// Marks the daerah that share a name but for their kind.
pub fn tandai_kembar(daerah: &mut [DaerahBanding]) {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for d in daerah.iter() {
        *count.entry(tanpa_jenis(&d.nama).to_lowercase()).or_default() += 1;
    }
    for d in daerah {
        d.kembar = count.get(&tanpa_jenis(&d.nama).to_lowercase()).is_some_and(|n| *n > 1);
    }
}

/// Tells every owner under one padanan what its name must say: the kind of its daerah where another is called alike, the
/// agency where different agencies, or several of one daerah, stand beside each other.
pub fn beri_nama(
    daerah: &[DaerahBanding],
    padanan: &Padanan,
    nilai: &mut [NilaiBanding],
    serapan: &mut [CapaianSerapan],
) {
    let own = || nilai.iter().map(|n| &n.pemilik).filter(|p| p.opd.is_some());
    // Who prints only a letter stands beside the others all the same.
    let letters = || {
        let tells = |o: &&OpdBanding| o.bentuk_lain.iter().any(|(kode, ..)| *kode == padanan.kode);
        daerah.iter().flat_map(move |d| d.opd.iter().filter(tells).map(|o| (d.kode.as_str(), o)))
    };
    let short = letters().map(|(_, o)| o.singkatan.as_str());
    let agencies: BTreeSet<&str> = own().filter_map(|p| p.singkatan.as_deref()).chain(short).collect();
    let more = letters().map(|(d, o)| (d, o.kode.as_str()));
    let owners: BTreeSet<(&str, &str)> = own().map(Pemilik::kunci).chain(more).collect();
    let places: BTreeSet<&str> = owners.iter().map(|(daerah, _)| *daerah).collect();
    let sebut_opd = agencies.len() > 1 || owners.len() > places.len();
    let kembar: BTreeSet<String> =
        daerah.iter().filter(|d| d.kembar).map(|d| tanpa_jenis(&d.nama).to_lowercase()).collect();
    let lone: BTreeSet<String> = daerah.iter().map(|d| d.nama.to_lowercase()).collect();
    let beri = |p: &mut Pemilik| {
        let stem = tanpa_jenis(&p.nama).to_lowercase();
        // A daerah that is only quoted may share its name with one of the portal too.
        let outside = !lone.contains(&p.nama.to_lowercase())
            && daerah.iter().any(|d| tanpa_jenis(&d.nama).to_lowercase() == stem);
        p.kembar = kembar.contains(&stem) || outside;
        p.sebut_opd = sebut_opd && p.opd.is_some();
    };
    for n in nilai.iter_mut() {
        beri(&mut n.pemilik);
        n.tangan_kedua.iter_mut().for_each(beri);
    }
    serapan.iter_mut().for_each(|c| beri(&mut c.pemilik));
}

/// Who states no value for the year, by name.
pub fn hilang(
    daerah: &[DaerahBanding],
    padanan: &Padanan,
    tahun: i32,
    semua: &BTreeMap<i32, Vec<NilaiBanding>>,
) -> Vec<Hilang> {
    let own = || semua.values().flatten().filter(|n| n.tangan_kedua.is_none());
    let golongan: BTreeSet<Golongan> = own().map(|n| n.pemilik.jenis.golongan()).collect();
    let mut known: BTreeMap<(&str, &str), Vec<&NilaiBanding>> = BTreeMap::new();
    for n in own() {
        known.entry(n.pemilik.kunci()).or_default().push(n);
    }
    let bentuk = |o: &OpdBanding| {
        o.bentuk_lain.iter().find(|(kode, t, _)| *kode == padanan.kode && *t == tahun).map(|(.., form)| form.clone())
    };
    let sebut_opd = own().any(|n| n.pemilik.sebut_opd);
    let mut out = Vec::new();
    // Of a kind of place no value exists of, nobody is missing.
    for d in daerah.iter().filter(|d| golongan.is_empty() || golongan.contains(&d.jenis.golongan())) {
        let like: Vec<&OpdBanding> = d.opd.iter().filter(|o| berlaku(padanan, &o.kode, &o.urusan)).collect();
        let follow: Vec<&OpdBanding> = like
            .iter()
            .copied()
            .filter(|o| known.contains_key(&(d.kode.as_str(), o.kode.as_str())) || bentuk(o).is_some())
            .collect();
        let base = Identitas { provinsi: Some(d.provinsi.clone()), ..Identitas::luar(&d.kode, &d.nama, d.jenis) };
        let named = |identitas: Identitas| Pemilik { kembar: d.kembar, ..identitas.into() };
        if follow.is_empty() {
            let sebab = match like.as_slice() {
                [] => SebabHilang::TanpaOpd,
                list if list.iter().any(|o| o.tahun.contains(&tahun)) => SebabHilang::TanpaAngka,
                _ => SebabHilang::TanpaRekaman,
            };
            out.push(Hilang { pemilik: named(base), sebab, terakhir: None, bentuk: None });
            continue;
        }
        for o in follow {
            let values = known.get(&(d.kode.as_str(), o.kode.as_str())).map_or(&[][..], Vec::as_slice);
            if values.iter().any(|n| n.tahun == tahun) {
                continue;
            }
            let terakhir = values.iter().filter(|n| n.tahun < tahun && !n.ragu).max_by_key(|n| n.tahun);
            out.push(Hilang {
                pemilik: Pemilik {
                    sebut_opd,
                    ..named(Identitas {
                        opd: Some(o.kode.clone()),
                        nama_opd: Some(o.nama.clone()),
                        singkatan: Some(o.singkatan.clone()),
                        ..base.clone()
                    })
                },
                sebab: if o.tahun.contains(&tahun) { SebabHilang::TanpaAngka } else { SebabHilang::TanpaRekaman },
                terakhir: terakhir.map(|n| Terakhir {
                    tahun: n.tahun,
                    besaran: n.besaran,
                    desimal: n.desimal,
                    satuan: n.satuan.clone(),
                }),
                bentuk: bentuk(o),
            });
        }
    }
    out.sort_by(|a, b| (&a.pemilik.nama, a.pemilik.kunci()).cmp(&(&b.pemilik.nama, b.pemilik.kunci())));
    out
}
