//! Kata: how findings name places and write values. The only words of this layer that reach a page.

use super::bahan::Bahan;
use crate::diagnostic::Pesan;
use crate::measures::kata;
use crate::number::{self, Angka, Lang, Satuan};
use crate::pesan;
use crate::records::{Bagian, Jenis, Kolom, Masa, Subjek, Ukuran};
use rust_decimal::Decimal;

/// A printed value as a page writes it, with the decimals it was printed with.
pub fn nilai(b: &Bahan<'_, '_>, i: usize) -> Pesan {
    let Some(angka) = b.p(i).sel.angka() else { return Pesan::sama(&b.p(i).sel.tercetak) };
    let jenis = jenis(b, i);
    Pesan::tiap(|lang| match jenis {
        // `Rp14,9 miliar` is never written as if its last digits were printed.
        Jenis::Uang if angka.pangkat > 0 => besar(lang, angka),
        Jenis::Uang => lang.rupiah(angka.nilai),
        Jenis::Persen => lang.percent(angka.nilai, angka.desimal),
        Jenis::Nilai | Jenis::Teks => bersatuan(b, i, angka, lang.decimal(angka.nilai, angka.desimal), lang),
    })
}

/// The kind of a value: what is counted in rupiah is written as an amount.
fn jenis(b: &Bahan<'_, '_>, i: usize) -> Jenis {
    match b.jenis(i) {
        Jenis::Nilai if b.p(i).satuan == Some(Satuan::Rupiah) => Jenis::Uang,
        other => other,
    }
}

/// A printed number with the unit of its cell, where that is not the unit of its indicator: `45 dokumen`, `1 jam`.
fn bersatuan(b: &Bahan<'_, '_>, i: usize, angka: &Angka, text: String, lang: Lang) -> String {
    let value = |k: &Kolom| matches!(k.ukuran, Ukuran::Target | Ukuran::Realisasi | Ukuran::Baseline);
    let heading = b
        .indikator(i)
        .filter(|_| b.kolom(i).is_some_and(value))
        .map(|def| def.satuan_pada(b.p(i).tahun).and_then(Satuan::baca));
    let own = angka.satuan_sel().zip(heading).is_some_and(|(own, heading)| Some(own) != heading);
    match &angka.satuan {
        Some(unit) if own => format!("{text} {}", lang.satuan(unit)),
        _ => text,
    }
}

/// An amount with its word of magnitude.
fn besar(lang: Lang, angka: &Angka) -> String {
    let Some((word, (short, decimals))) = number::kata_besaran(lang, angka.pangkat).zip(angka.tercetak()) else {
        return lang.rupiah(angka.nilai);
    };
    let text = lang.decimal(short, decimals);
    match text.strip_prefix('−') {
        Some(rest) => format!("−Rp{rest} {word}"),
        None => format!("Rp{text} {word}"),
    }
}

/// A computed value in the kind of statement `i`: rounded for reading, never coarser than the print.
pub fn hitungan(b: &Bahan<'_, '_>, i: usize, value: Decimal) -> Pesan {
    let printed = b.p(i).sel.angka().map_or(0, |a| a.desimal);
    let jenis = jenis(b, i);
    Pesan::tiap(|lang| match jenis {
        Jenis::Uang => lang.rupiah(number::round(value, 2)),
        Jenis::Persen => lang.percent(value, printed.max(2)),
        Jenis::Nilai | Jenis::Teks => lang.decimal(value, printed.max(value.normalize().scale().min(2))),
    })
}

/// Another value of a printed figure, with the decimals it needs.
pub fn bacaan(b: &Bahan<'_, '_>, i: usize, value: Decimal) -> Pesan {
    let printed = b.p(i).sel.angka().map_or(0, |a| a.desimal);
    let decimals = printed.max(value.normalize().scale());
    let jenis = jenis(b, i);
    Pesan::tiap(|lang| match jenis {
        Jenis::Uang => lang.rupiah(value),
        Jenis::Persen => lang.percent(value, decimals),
        Jenis::Nilai | Jenis::Teks => lang.decimal(value, decimals),
    })
}

/// The computed value for programs: rounded to the decimals shown.
pub fn dibulatkan(b: &Bahan<'_, '_>, i: usize, value: Decimal) -> Decimal {
    let printed = b.p(i).sel.angka().map_or(0, |a| a.desimal);
    number::round(value, printed.max(2)).normalize()
}

/// The measure of a statement in words: `pagu perubahan`, `realisasi 2022`, `rencana Maret 2025`. The heading of a free
/// table stays as printed.
pub fn label(b: &Bahan<'_, '_>, i: usize) -> Pesan {
    let p = b.p(i);
    let name = match p.bagian {
        Bagian::Tabel { kolom, .. } => return Pesan::sama(&kolom.nama),
        Bagian::Anggaran { kolom, .. } | Bagian::Kinerja { kolom, .. } => Pesan::tiap(|lang| kata::kolom(lang, kolom)),
        Bagian::PihakLain { kolom, pihak } => {
            let (name, whose) = (Pesan::tiap(|lang| kata::kolom(lang, kolom)), &pihak.nama);
            pesan!("{name} {whose}", "{name} of {whose}", name)
        }
    };
    match p.masa {
        Masa::Tahun(t) if p.rekaman == Some(*t) => name,
        masa => {
            let masa = Pesan::tiap(|lang| kata::masa_kalimat(lang, masa));
            pesan!("{name} {masa}", "{name} for {masa}", name, masa)
        }
    }
}

/// Several things that hold together: `A dan B`.
pub fn bersama(list: &[Pesan]) -> Pesan {
    Pesan::gabung(list, &pesan!(" dan ", " and "))
}

/// A cell as its document prints it; in English its number in the notation of the sentence around it, with its unit.
pub fn tercetak(b: &Bahan<'_, '_>, i: usize) -> Pesan {
    let sel = &b.p(i).sel;
    let Some(angka) = sel.angka() else { return Pesan::sama(&sel.tercetak) };
    let en = nilai(b, i).en;
    Pesan::new(&sel.tercetak, angka.satuan.as_ref().map_or(en.clone(), |satuan| format!("{en} {satuan}")))
}

/// What a row is about, in words.
pub fn subjek(b: &Bahan<'_, '_>, i: usize) -> Pesan {
    match b.p(i).bagian {
        Bagian::Tabel { baris, .. } => Pesan::sama(&baris.nama),
        Bagian::PihakLain { pihak, .. } => Pesan::sama(&pihak.nama),
        Bagian::Kinerja { subjek: Subjek::Total, .. } => pesan!("seluruh indikator", "all indicators"),
        Bagian::Anggaran { subjek, .. } | Bagian::Kinerja { subjek, .. } => match subjek {
            Subjek::Total => pesan!("seluruh program", "all programs"),
            Subjek::Sasaran(kode) => {
                let nama = b.opd.opd.sasaran(kode).map_or(kode.as_str(), |s| s.nama.as_str());
                pesan!("sasaran {nama}", "objective {nama}")
            }
            Subjek::Kode(kode) => {
                let node = b.simpul(i).map(|s| s.nama.as_str());
                Pesan::sama(node.or_else(|| b.opd.opd.indikator.get(kode).map(|x| x.nama.as_str())).unwrap_or(kode))
            }
        },
    }
}

/// What a finding is about: `serapan · Program Rehabilitasi Sosial`.
pub fn perihal(b: &Bahan<'_, '_>, i: usize) -> Pesan {
    let table = match b.p(i).bagian {
        Bagian::Tabel { tabel, .. } => format!(" · {}", tabel.judul),
        _ => String::new(),
    };
    let (label, subjek) = (label(b, i), subjek(b, i));
    pesan!("{label} · {subjek}{table}", "{label} · {subjek}{table}", label, subjek)
}

/// Table or section of a statement.
pub fn letak<'x>(b: &Bahan<'x, '_>, i: usize) -> &'x str {
    &b.p(i).sumber.letak
}

/// The places of several statements, each once.
pub fn daftar_letak(b: &Bahan<'_, '_>, list: impl Iterator<Item = usize>) -> String {
    let mut places: Vec<&str> = Vec::new();
    for i in list {
        let own = letak(b, i);
        if !places.contains(&own) {
            places.push(own);
        }
    }
    places.join("; ")
}

/// Table or section, with the document when it is another than that of `acuan`.
pub fn tempat(b: &Bahan<'_, '_>, i: usize, acuan: usize) -> String {
    let own = &b.p(i).sumber;
    if own.dokumen == b.p(acuan).sumber.dokumen {
        return own.letak.clone();
    }
    match b.opd.opd.dokumen.get(&own.dokumen) {
        Some(d) if !own.letak.contains(&d.jenis) => match d.tahun {
            Some(t) => format!("{}, {} {t}", own.letak, d.jenis),
            None => format!("{}, {}", own.letak, d.jenis),
        },
        _ => own.letak.clone(),
    }
}

/// Names the base against which a figure is right: the inputs that differ from those it claims.
pub fn basis(b: &Bahan<'_, '_>, dipakai: &[usize], semula: &[usize]) -> Pesan {
    let one = |i: usize| {
        let (label, nilai, letak) = (label(b, i), nilai(b, i), letak(b, i));
        pesan!("{label} {nilai} ({letak})", "{label} {nilai} ({letak})", label, nilai)
    };
    let other: Vec<Pesan> = dipakai.iter().filter(|i| !semula.contains(i)).map(|i| one(*i)).collect();
    if other.is_empty() { pesan!("masukan lain", "other inputs") } else { bersama(&other) }
}

/// The neutral sentence of every arithmetic finding.
pub fn kalimat(b: &Bahan<'_, '_>, i: usize, terhitung: Decimal, isian: &Pesan) -> Pesan {
    let written = nilai(b, i);
    let place = letak(b, i);
    let computed = hitungan(b, i, terhitung);
    if computed == *isian {
        return pesan!(
            "Tertulis {written} ({place}); satu-satunya rincian yang tercetak {computed}.",
            "Printed {written} ({place}); the only part that is printed is {computed}.",
            written,
            computed
        );
    }
    pesan!(
        "Tertulis {written} ({place}); terhitung {computed} = {isian}.",
        "Printed {written} ({place}); computed {computed} = {isian}.",
        written,
        computed,
        isian
    )
}

/// Measure and subject of a cell.
pub fn apa(b: &Bahan<'_, '_>, i: usize) -> Pesan {
    let (label, what) = (label(b, i), subjek(b, i));
    pesan!("{label} {what}", "{label} of {what}", label, what)
}

/// One figure that agrees with the reading: `serapan 95,00% (Tabel 2)`, with its subject when that is another.
pub fn butir(b: &Bahan<'_, '_>, i: usize, sel: usize) -> Pesan {
    let name = if subjek(b, i) == subjek(b, sel) { label(b, i) } else { apa(b, i) };
    let (value, place) = (nilai(b, i), tempat(b, i, sel));
    pesan!("{name} {value} ({place})", "{name} {value} ({place})", name, value)
}

/// How sentences begin that leave it to a heading to say what they are about, in both languages.
const TANPA_SUBJEK: [(&str, &str); 10] = [
    ("Tertulis ", "Printed "),
    ("Tertulis ", "Achievement printed as "),
    ("Realisasi tertulis ", "Actual printed as "),
    ("Target ", "Target "),
    ("Target ", "The target for "),
    ("Target ", "The targets run "),
    ("Rencana ", "The plans "),
    ("Rencana ", "The plan "),
    ("Keadaan awal ", "Baseline "),
    ("Keadaan awal ", "The baseline "),
];

/// A message with what it is about, so that it can be quoted without the heading it stands under.
pub fn utuh(b: &Bahan<'_, '_>, i: usize, pesan: &Pesan) -> Pesan {
    let (label, what, whole) = (label(b, i), subjek(b, i), apa(b, i));
    let whole = match b.p(i).bagian {
        Bagian::Tabel { tabel, .. } => {
            let judul = &tabel.judul;
            pesan!("{whole} ({judul})", "{whole} ({judul})", whole)
        }
        _ => whole,
    };
    Pesan::tiap(|lang| {
        let (text, what) = (pesan.in_lang(lang), what.in_lang(lang));
        let open = |(id, en): &(&'static str, &'static str)| text.strip_prefix(lang.pilih(*id, *en));
        // What a place is called names no subject: `6.888 (uraian PPKS)`.
        let first = tanpa_kurung(text.split(". ").next().unwrap_or(text)).to_lowercase();
        let named = first.contains(&tanpa_kurung(what).trim().to_lowercase());
        let Some(rest) = TANPA_SUBJEK.iter().find_map(open).filter(|_| !named) else {
            return text.to_string();
        };
        let printed = text.starts_with(lang.pilih("Tertulis ", "Printed "));
        // `Tertulis target monev 28.850`: the sentence names its measure.
        let measured = !printed || rest.trim_start_matches("the ").starts_with(label.in_lang(lang));
        let head = besar_awal(if measured && !matches!(b.p(i).bagian, Bagian::Tabel { .. }) {
            what
        } else {
            whole.in_lang(lang)
        });
        format!("{head}: {}", kecil_awal(text))
    })
}

/// A text without what stands in parentheses.
fn tanpa_kurung(text: &str) -> String {
    let mut depth = 0usize;
    let outside = |c: &char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    text.chars().filter(outside).collect()
}

/// With its first letter small.
fn kecil_awal(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |c| c.to_lowercase().chain(letters).collect())
}

/// With its first letter large.
fn besar_awal(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}
