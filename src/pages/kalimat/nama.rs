//! Nama: how a daerah, an agency and a value are called in sentences, rows and counts.

use super::{gabung, nama_pendek, nilai};
use crate::comparisons::{Besaran, Pemilik};
use crate::number::Lang;
use crate::records::JenisDaerah;
use crate::teks;
use std::collections::BTreeMap;

/// A daerah inside a sentence: `Blitar`; `Kabupaten Blitar` where the portal also holds Kota Blitar.
pub fn daerah(nama: &str, kembar: bool) -> &str {
    if kembar { nama } else { nama_pendek(nama) }
}

/// Whose value it is, inside a sentence: `Blitar`, `Bappeda Jember`.
pub fn pemilik(p: &Pemilik) -> String {
    let place = daerah(&p.nama, p.kembar);
    let name = match p.singkatan.as_deref().filter(|_| p.sebut_opd) {
        Some(opd) if opd.contains(place) => opd.to_string(),
        Some(opd) => format!("{opd} {place}"),
        None => place.to_string(),
    };
    match &p.perihal {
        Some(perihal) => format!("{name} ({perihal})"),
        None => name,
    }
}

/// Whose value it is, at the head of a row: `Kabupaten Blitar`, `Bappeda Kabupaten Jember`.
pub fn lengkap(p: &Pemilik) -> String {
    pemilik(&Pemilik { kembar: true, ..p.clone() })
}

/// Some owners together, each daerah counted once: `3 kabupaten`, `1 kota dan 2 kabupaten`, `4 OPD di 2 kabupaten`.
pub fn cacah<'a>(lang: Lang, list: impl Iterator<Item = &'a Pemilik>) -> String {
    let mut places: BTreeMap<&str, JenisDaerah> = BTreeMap::new();
    let (mut agencies, mut named) = (0_usize, false);
    let mut owners = std::collections::BTreeSet::new();
    for p in list {
        places.insert(&p.daerah, p.jenis);
        agencies += usize::from(owners.insert(p.kunci()));
        named |= p.sebut_opd;
    }
    let mut count: BTreeMap<JenisDaerah, usize> = BTreeMap::new();
    places.values().for_each(|jenis| *count.entry(*jenis).or_default() += 1);
    cacah_bersama(lang, &count, agencies, named)
}

/// The same from counts: daerah by kind, agencies, whether agencies are named beside their daerah.
pub fn cacah_bersama(lang: Lang, daerah: &BTreeMap<JenisDaerah, usize>, agencies: usize, named: bool) -> String {
    let each = daerah.iter().map(|(jenis, n)| cacah_jenis(lang, *jenis, *n)).collect::<Vec<_>>();
    let text = gabung(lang, &each);
    if !named || agencies == daerah.values().sum::<usize>() {
        return text;
    }
    let n = lang.grouped(agencies.into());
    match lang {
        Lang::Id => format!("{n} OPD di {text}"),
        Lang::En => format!("{n} agencies in {text}"),
    }
}

/// A value or a range: `95,39%`, `67% sampai 76%`.
pub fn besaran(lang: Lang, b: Besaran, desimal: u32, satuan: &str) -> String {
    match b.rentang() {
        Some((low, high)) => {
            let (low, high) = (nilai(lang, low, desimal, satuan), nilai(lang, high, desimal, satuan));
            teks!(lang, "{low} sampai {high}", "{low} to {high}")
        }
        None => nilai(lang, b.utama, desimal, satuan),
    }
}

/// How many daerah of each kind: `["1 provinsi", "1 kota", "1 kabupaten"]`.
pub fn per_jenis(lang: Lang, list: impl Iterator<Item = JenisDaerah>) -> Vec<String> {
    let mut count: BTreeMap<JenisDaerah, usize> = BTreeMap::new();
    for jenis in list {
        *count.entry(jenis).or_default() += 1;
    }
    count.into_iter().map(|(jenis, n)| cacah_jenis(lang, jenis, n)).collect()
}

fn cacah_jenis(lang: Lang, jenis: JenisDaerah, n: usize) -> String {
    let (one, many) = match jenis {
        JenisDaerah::Provinsi => ("province", "provinces"),
        JenisDaerah::Kota => ("city", "cities"),
        JenisDaerah::Kabupaten => ("regency", "regencies"),
        JenisDaerah::Pemda => ("local government", "local governments"),
    };
    super::cacah(lang, n, kata_jenis(Lang::Id, jenis), one, many)
}

/// The kind of a daerah in a word.
pub fn kata_jenis(lang: Lang, jenis: JenisDaerah) -> &'static str {
    let (id, en) = match jenis {
        JenisDaerah::Provinsi => ("provinsi", "province"),
        JenisDaerah::Kota => ("kota", "city"),
        JenisDaerah::Kabupaten => ("kabupaten", "regency"),
        JenisDaerah::Pemda => ("pemerintah daerah", "local government"),
    };
    lang.pilih(id, en)
}

/// What the daerah of a portal are called together, at the head of a list: their kind where all are of one, else `Daerah`.
pub fn kepala(lang: Lang, mut list: impl Iterator<Item = JenisDaerah>) -> &'static str {
    let first = list.next();
    match first.filter(|f| list.all(|j| j == *f)) {
        Some(JenisDaerah::Kabupaten) => lang.pilih("Kabupaten", "Regency"),
        Some(JenisDaerah::Kota) => lang.pilih("Kota", "City"),
        Some(JenisDaerah::Provinsi) => lang.pilih("Provinsi", "Province"),
        _ => lang.pilih("Daerah", "Region"),
    }
}
