//! Kata: how findings name places and write values. The only words of this layer that reach a page.

use super::bahan::Bahan;
use crate::diagnostic::Pesan;
use crate::measures::kata;
use crate::number::{self, Lang};
use crate::records::{Bagian, Jenis, Masa, Subjek};
use crate::teks;
use rust_decimal::Decimal;

/// A printed value as a page writes it, with the decimals it was printed with.
pub fn nilai(b: &Bahan<'_, '_>, i: usize) -> String {
    let Some(angka) = b.p(i).sel.angka() else { return b.p(i).sel.tercetak.clone() };
    match b.jenis(i) {
        Jenis::Uang => b.lang.rupiah(angka.nilai),
        Jenis::Persen => b.lang.percent(angka.nilai, angka.desimal),
        Jenis::Nilai | Jenis::Teks => b.lang.decimal(angka.nilai, angka.desimal),
    }
}

/// A computed value in the kind of statement `i`: rounded for reading, never coarser than the print.
pub fn hitungan(b: &Bahan<'_, '_>, i: usize, value: Decimal) -> String {
    let printed = b.p(i).sel.angka().map_or(0, |a| a.desimal);
    match b.jenis(i) {
        Jenis::Uang => b.lang.rupiah(number::round(value, 2)),
        Jenis::Persen => b.lang.percent(value, printed.max(2)),
        Jenis::Nilai | Jenis::Teks => b.lang.decimal(value, printed.max(value.normalize().scale().min(2))),
    }
}

/// The computed value for programs: rounded to the decimals shown.
pub fn dibulatkan(b: &Bahan<'_, '_>, i: usize, value: Decimal) -> Decimal {
    let printed = b.p(i).sel.angka().map_or(0, |a| a.desimal);
    number::round(value, printed.max(2)).normalize()
}

/// The measure of a statement in words: `pagu perubahan`, `realisasi 2022`, `rencana Maret 2025`. The heading of a free
/// table stays as printed.
pub fn label(b: &Bahan<'_, '_>, i: usize) -> String {
    let p = b.p(i);
    let name = match p.bagian {
        Bagian::Tabel { kolom, .. } => return kolom.nama.clone(),
        Bagian::Anggaran { kolom, .. } | Bagian::Kinerja { kolom, .. } => kata::kolom(b.lang, kolom),
        Bagian::PihakLain { kolom, pihak } => {
            let (name, whose) = (kata::kolom(b.lang, kolom), &pihak.nama);
            teks!(b.lang, "{name} {whose}", "{name} of {whose}")
        }
    };
    match p.masa {
        Masa::Tahun(t) if p.rekaman == Some(*t) => name,
        masa => {
            let masa = kata::masa_kalimat(b.lang, masa);
            teks!(b.lang, "{name} {masa}", "{name} for {masa}")
        }
    }
}

/// Several things that hold together: `A dan B`.
pub fn bersama(b: &Bahan<'_, '_>, list: &[String]) -> String {
    list.join(b.lang.pilih(" dan ", " and "))
}

/// A cell as its document prints it; in English its number in the notation of the sentence around it, with its unit.
pub fn tercetak(b: &Bahan<'_, '_>, i: usize) -> String {
    match (b.lang, b.p(i).sel.angka()) {
        (Lang::En, Some(angka)) => match &angka.satuan {
            Some(satuan) => format!("{} {satuan}", nilai(b, i)),
            None => nilai(b, i),
        },
        _ => b.p(i).sel.tercetak.clone(),
    }
}

/// What a row is about, in words.
pub fn subjek(b: &Bahan<'_, '_>, i: usize) -> String {
    match b.p(i).bagian {
        Bagian::Tabel { baris, .. } => baris.nama.clone(),
        Bagian::PihakLain { pihak, .. } => pihak.nama.clone(),
        Bagian::Anggaran { subjek, .. } | Bagian::Kinerja { subjek, .. } => match subjek {
            Subjek::Total => b.lang.pilih("seluruh program", "all programs").to_string(),
            Subjek::Sasaran(kode) => {
                let nama = b.opd.opd.sasaran(kode).map_or(kode.as_str(), |s| s.nama.as_str());
                teks!(b.lang, "sasaran {nama}", "objective {nama}")
            }
            Subjek::Kode(kode) => {
                let node = b.simpul(i).map(|s| s.nama.as_str());
                node.or_else(|| b.opd.opd.indikator.get(kode).map(|x| x.nama.as_str())).unwrap_or(kode).to_string()
            }
        },
    }
}

/// What a finding is about: `serapan · Program Rehabilitasi Sosial`.
pub fn perihal(b: &Bahan<'_, '_>, i: usize) -> String {
    let table = match b.p(i).bagian {
        Bagian::Tabel { tabel, .. } => format!(" · {}", tabel.judul),
        _ => String::new(),
    };
    format!("{} · {}{table}", label(b, i), subjek(b, i))
}

/// Table or section of a statement.
pub fn letak<'x>(b: &Bahan<'x, '_>, i: usize) -> &'x str {
    &b.p(i).sumber.letak
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
    let other: Vec<String> = dipakai
        .iter()
        .filter(|i| !semula.contains(i))
        .map(|i| format!("{} {} ({})", label(b, *i), nilai(b, *i), letak(b, *i)))
        .collect();
    let text = match other.is_empty() {
        true => b.lang.pilih("masukan lain", "other inputs").to_string(),
        false => bersama(b, &other),
    };
    crate::pesan!("{text}", "{text}")
}

/// The neutral sentence of every arithmetic finding.
pub fn kalimat(b: &Bahan<'_, '_>, i: usize, terhitung: Decimal, isian: &str) -> Pesan {
    let written = nilai(b, i);
    let place = letak(b, i);
    let computed = hitungan(b, i, terhitung);
    crate::pesan!(
        "Tertulis {written} ({place}); terhitung {computed} = {isian}.",
        "Printed {written} ({place}); computed {computed} = {isian}."
    )
}
