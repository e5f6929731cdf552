//! Tampilan: a heavy record in up to four views, each a page with an address of its own: Sekilas, Hasil, Uang, Isi laporan. A light one is
//! one page, because three pages more would hold nothing.

use super::capaian;
use super::data::DataOpd;
use super::figure::{Bentuk, Figure, Jenis, Peran};
use super::rekaman::{Halaman, Tema};
use crate::number::Lang;
use crate::records::Rekaman;
use crate::teks;
use serde::Serialize;
use std::collections::BTreeSet;

/// From how many rows of the budget on a record has views of its own.
const BERAT: usize = 20;
/// The same from so many lines of a phone on, whatever takes them.
const PANJANG: usize = 95;
/// Lines an indicator takes on a phone, where its figures stand below its name.
const BARIS_INDIKATOR: usize = 6;
/// The same for a row of the budget, most of which are folded.
const BARIS_ANGGARAN: usize = 3;
/// Characters a line of a phone holds.
const LEBAR: usize = 38;
/// The picture of the first view holds so many rows.
const SEKILAS: usize = 3;

/// Before the code of a figure that shows its first rows.
const AWALAN: &str = "sekilas-";

/// Whether a figure shows only the first rows of one that stands whole, with its data and citation, in another view.
pub fn cuplikan(f: &Figure) -> bool {
    f.kode.starts_with(AWALAN)
}

/// A view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tampilan {
    /// All on one page.
    Satu,
    /// Story, result, money, what does not agree, what is missing.
    Sekilas,
    /// Every promise and what came of it.
    Hasil,
    /// The budget down to the sub kegiatan.
    Uang,
    /// Summary, lists, tables.
    Isi,
}

impl Tampilan {
    /// Below the address of the record.
    pub fn alamat(self) -> &'static str {
        match self {
            Self::Satu | Self::Sekilas => "",
            Self::Hasil => "hasil/",
            Self::Uang => "uang/",
            Self::Isi => "isi/",
        }
    }

    /// As templates ask for it.
    pub fn kode(self) -> &'static str {
        match self {
            Self::Satu => "satu",
            Self::Sekilas => "sekilas",
            Self::Hasil => "hasil",
            Self::Uang => "uang",
            Self::Isi => "isi",
        }
    }

    /// Its name.
    pub fn nama(self, lang: Lang) -> &'static str {
        match self {
            Self::Satu | Self::Sekilas => lang.pilih("Sekilas", "At a glance"),
            Self::Hasil => lang.pilih("Hasil", "Results"),
            Self::Uang => lang.pilih("Uang", "Money"),
            Self::Isi => lang.pilih("Isi laporan", "The report"),
        }
    }
}

/// A way to a view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tab {
    /// Name.
    pub nama: &'static str,
    /// From the root.
    pub url: String,
    /// Whether it is this one.
    pub ini: bool,
}

/// A table, as the list of tables names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tautan {
    /// Its anchor on the page of tables.
    pub kode: String,
    /// Title.
    pub judul: String,
    /// Theme, where the portal names it.
    pub tema: Option<String>,
    /// Rows.
    pub baris: usize,
}

/// Whether a record has views of its own: whether one page of it would be long on a phone.
pub fn terbagi(r: &Rekaman) -> bool {
    let indikator: BTreeSet<&str> =
        r.kinerja.iter().flat_map(|t| t.baris.iter().map(|(_, kunci, _)| kunci.as_str())).collect();
    let tabel: usize = r.tabel.iter().map(|t| t.baris.len()).sum();
    let aksara = |t: Option<&str>| t.map_or(0, |t| t.chars().count());
    let teks = aksara(r.narasi.as_ref().map(|n| n.id.as_str())) + aksara(r.catatan.as_deref());
    let anggaran = r.anggaran.semua().len();
    let lines = indikator.len() * BARIS_INDIKATOR + anggaran * BARIS_ANGGARAN + tabel + teks / LEBAR;
    anggaran > BERAT || lines > PANJANG
}

/// The page of a record on which its money stands, from the root.
pub fn alamat_uang(d: &DataOpd<'_>, r: &Rekaman) -> String {
    let view = if terbagi(r) { Tampilan::Uang } else { Tampilan::Satu };
    format!("{}{}/{}", d.alamat(), r.tahun, view.alamat())
}

/// The views of a record: one, or four.
pub fn pecah(
    d: &DataOpd<'_>,
    r: &Rekaman,
    view: Halaman,
    figures: Vec<Figure>,
) -> Vec<(Tampilan, Halaman, Vec<Figure>)> {
    if !terbagi(r) {
        return vec![(Tampilan::Satu, view, figures)];
    }
    use Tampilan as T;
    let money = |f: &Figure| f.jenis == Jenis::Rupiah;
    let short = sekilas(d.lang, &figures);
    let (uang, hasil): (Vec<Figure>, Vec<Figure>) = figures.into_iter().partition(money);
    let base = format!("{}{}/", d.alamat(), r.tahun);
    // A view that would hold nothing is not written.
    let full = |t: &T| match t {
        T::Satu => false,
        T::Sekilas => true,
        T::Hasil => view.capaian.len() + view.belum.len() + hasil.len() > 0,
        T::Uang => view.pohon.is_some() || !uang.is_empty(),
        T::Isi => view.narasi.is_some() || view.daftar.len() + view.tautan.len() + view.pihak_lain.len() > 0,
    };
    let views: Vec<T> = [T::Sekilas, T::Hasil, T::Uang, T::Isi].into_iter().filter(full).collect();
    let made = |t: T, own: &[Figure]| {
        let tab = |v: &T| Tab { nama: v.nama(d.lang), url: format!("{base}{}", v.alamat()), ini: *v == t };
        let drawn = own.iter().map(|f| f.kode.clone()).collect();
        Halaman { tampilan: t.kode(), tab: views.iter().map(tab).collect(), gambar: drawn, ..view.clone() }
    };
    let mut out = Vec::new();
    for t in &views {
        let (t, own) = match t {
            T::Hasil => (*t, hasil.clone()),
            T::Uang => (*t, uang.clone()),
            T::Isi => (*t, Vec::new()),
            _ => (T::Sekilas, short.clone()),
        };
        let mut h = made(t, &own);
        if t != T::Isi {
            h.narasi = None;
            h.daftar.clear();
            h.pihak_lain.clear();
            h.tautan.clear();
            h.catatan = None;
        }
        if t != T::Hasil {
            h.capaian.truncate(if t == T::Sekilas { 1 } else { 0 });
            h.capaian_lain.clear();
            h.skala = None;
        }
        if t == T::Sekilas {
            let whole = |f: &Figure| {
                let view = if money(f) { "uang" } else { "hasil" };
                (view, f.kode.trim_start_matches(AWALAN).to_string())
            };
            h.gambar_ke = own.iter().map(whole).collect();
        } else {
            h.kisah = None;
        }
        if !matches!(t, T::Hasil | T::Sekilas) {
            h.belum.clear();
        }
        match &mut h.pohon {
            Some(pohon) if t == T::Sekilas => pohon.program.clear(),
            pohon if t != T::Uang => *pohon = None,
            _ => (),
        }
        bergambar(&mut h.tema, &own);
        out.push((t, h, own));
    }
    out
}

/// Keeps of the tables what a view needs: those whose picture it shows, without their rows.
fn bergambar(themes: &mut Vec<Tema>, own: &[Figure]) {
    for theme in themes.iter_mut() {
        theme.tabel.retain(|t| t.grafik.as_ref().is_some_and(|g| own.iter().any(|f| f.kode == *g)));
        for table in &mut theme.tabel {
            table.baris.clear();
            table.kolom.clear();
        }
    }
    themes.retain(|m| m.terbuka && !m.tabel.is_empty());
}

/// The pictures of the first view: who was served or what was reached, and how the money moved.
fn sekilas(lang: Lang, figures: &[Figure]) -> Vec<Figure> {
    let of = |f: &&Figure, bentuk| f.bentuk == bentuk;
    let hasil = figures
        .iter()
        .find(|f| of(f, Bentuk::Terlayani) && f.deret[0].peran == Peran::Keseluruhan)
        .or_else(|| figures.iter().find(|f| of(f, Bentuk::Peluru)));
    let uang = figures
        .iter()
        .find(|f| of(f, Bentuk::AirTerjun))
        .or_else(|| figures.iter().find(|f| of(f, Bentuk::BatangGanda) && f.jenis == Jenis::Rupiah));
    hasil.into_iter().chain(uang).map(|f| pendek(lang, f)).collect()
}

/// The first rows of a figure, and how many are left out, in picture, description and data.
fn pendek(lang: Lang, f: &Figure) -> Figure {
    let mut f = f.clone();
    f.kode = format!("{AWALAN}{}", f.kode);
    if f.bentuk == Bentuk::AirTerjun || f.kategori.len() <= SEKILAS {
        return f;
    }
    let (all, n) = (f.kategori.len(), SEKILAS);
    f.kategori.truncate(n);
    f.deret.iter_mut().for_each(|d| d.titik.truncate(n));
    let word = teks!(lang, "{n} dari {all} baris", "{n} of {all} rows");
    f.subjudul = format!("{}; {word}", f.subjudul);
    f.kalimat = format!("{} ({word})", f.kalimat);
    f
}

/// The rows of indicators: the main ones, and the others by their level in words.
pub fn bertingkat(rows: Vec<capaian::Baris>) -> (Vec<capaian::Baris>, Vec<(String, Vec<capaian::Baris>)>) {
    // Few rows need no fold.
    if rows.len() <= 12 {
        return (rows, Vec::new());
    }
    let main = rows.iter().filter(|b| b.iku).count().clamp(1, 12);
    let mut rest = rows;
    let first: Vec<_> = rest.drain(..main).collect();
    let mut groups: Vec<(String, Vec<capaian::Baris>)> = Vec::new();
    for row in rest {
        match groups.iter_mut().find(|(level, _)| *level == row.tingkat) {
            Some((_, group)) => group.push(row),
            None => groups.push((row.tingkat.clone(), vec![row])),
        }
    }
    (first, groups)
}

/// Longest story of a first view, in characters; what is longer stands whole in the summary.
const KISAH: usize = 240;

/// The first sentences of a summary, without its headings: the story of the first view. As Markdown.
pub fn kisah(narasi: &str) -> Option<String> {
    let text = |p: &&str| !p.is_empty() && !p.starts_with(['#', '-', '|', '>']);
    let paragraph = narasi.split("\n\n").map(str::trim).find(text)?;
    let words: String = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::new();
    for sentence in words.split_inclusive(". ") {
        if !out.is_empty() && out.chars().count() + sentence.chars().count() > KISAH {
            break;
        }
        out.push_str(sentence);
    }
    Some(out.trim().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_story_is_the_first_paragraph_that_is_text() {
        assert_eq!(kisah("## Judul\n\nSatu kalimat.\nLanjutannya.\n\nDua."), Some("Satu kalimat. Lanjutannya.".into()));
        assert_eq!(kisah("## Judul saja\n\n"), None);
    }
}
