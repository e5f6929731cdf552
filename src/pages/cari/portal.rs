//! What can be found of the portal as a whole: daerah, comparisons, lists and rules of findings, terms, free pages.

use super::markdown::polos;
use super::{Entri, Jenis};
use crate::number::Lang;
use crate::pages::Halaman;
use crate::records::{Content, Dwibahasa, slug};
use serde_json::Value;

/// The entries of the pages about the whole portal, made from those pages, and the terms of the glossary.
pub fn portal(content: &Content, pages: &[Halaman], lang: Lang) -> Vec<Entri> {
    let mut out = bersama(content, pages, lang);
    out.extend(istilah(content, lang));
    out
}

/// The entries of pages about more than one OPD, made from those pages.
pub fn bersama(content: &Content, pages: &[Halaman], lang: Lang) -> Vec<Entri> {
    pages.iter().filter_map(|h| halaman(content, h, lang)).collect()
}

/// The terms of the glossary.
pub fn istilah(content: &Content, lang: Lang) -> impl Iterator<Item = Entri> {
    content.glosarium.iter().map(move |i| {
        let shown = |t: &Dwibahasa| t.dalam(lang).0.to_string();
        let both = |t: &Dwibahasa| std::iter::once(t.id.clone()).chain(t.en.clone());
        Entri::baru(format!("glosarium/#{}", slug(&i.istilah.id)), &shown(&i.istilah), Jenis::Istilah, lang)
            .disebut(both(&i.istilah))
            .berisi(i.kepanjangan.as_ref().map(shown))
            .berisi([shown(&i.arti)])
    })
}

fn halaman(content: &Content, h: &Halaman, lang: Lang) -> Option<Entri> {
    let baru = |jenis| Entri::baru(h.alamat.clone(), &h.judul, jenis, lang).berisi([&h.kalimat]);
    let depth = h.alamat.matches('/').count();
    match h.templat {
        "daerah.html" => {
            let daerah = content.daerah.iter().find(|d| h.alamat == format!("{}/", d.kode))?;
            Some(baru(Jenis::Daerah).di(&daerah.nama).disebut([daerah.provinsi.clone()]))
        }
        // The page of a year repeats what its padanan says.
        "banding-padanan.html" if depth > 2 => None,
        "banding-padanan.html" => {
            let years = daftar(&h.isi, "tahun_lain").filter_map(|t| teks(t, "nama")?.parse().ok());
            let owners = ["baris", "tidak_setara"].into_iter().flat_map(|key| daftar(&h.isi, key));
            let owners: Vec<&str> = owners.filter_map(|b| teks(b, "nama")).collect();
            let names =
                content.padanan.get(h.alamat.trim_start_matches("banding/").trim_end_matches('/')).map(|p| &p.nama);
            let names = names.into_iter().flat_map(|n| std::iter::once(&n.id).chain(&n.en)).cloned();
            let own =
                baru(Jenis::Banding).disebut(names).berisi(teks(&h.isi, "pertanyaan")).berisi(teks(&h.isi, "definisi"));
            Some(own.berisi([owners.join("; ")]).pada(years))
        }
        "banding.html" => Some(baru(Jenis::Banding)),
        // The second page of a long list and those after it.
        "temuan.html" if depth > 2 => None,
        "temuan.html" => {
            let own = baru(Jenis::Temuan).berisi(teks(&h.isi, "markdown").map(polos));
            Some(tentang(content, own, h.alamat.trim_start_matches("temuan/").trim_end_matches('/')))
        }
        "isi.html" | "gaya.html" => None,
        "metodologi.html" => {
            let rows = daftar(&h.isi, "ukuran").flat_map(|u| ["nama", "arti", "rumus"].map(|key| teks(u, key)));
            Some(baru(Jenis::Halaman).disebut([&h.kalimat]).berisi(rows.flatten()))
        }
        // What such a page is for says more than its title.
        _ => Some(baru(Jenis::Halaman).disebut([&h.kalimat]).berisi(teks(&h.isi, "markdown").map(polos))),
    }
}

/// Gives a list of findings the daerah and the year its address names: `jember`, `jember-2025`, `tahun-2025`.
fn tentang(content: &Content, own: Entri, kode: &str) -> Entri {
    let (name, year) = match kode.rsplit_once('-').map(|(name, year)| (name, year.parse::<i32>())) {
        Some((name, Ok(year))) => (name, Some(year)),
        _ => (kode, None),
    };
    match content.daerah.iter().find(|d| d.kode == name) {
        Some(d) => own.di(&d.nama).pada(year),
        None => own.pada(year),
    }
}

fn teks<'v>(view: &'v Value, key: &str) -> Option<&'v str> {
    view.get(key).and_then(Value::as_str)
}

fn daftar<'v>(view: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    view.get(key).and_then(Value::as_array).into_iter().flatten()
}
