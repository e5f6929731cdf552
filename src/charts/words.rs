//! The words of a chart: tooltips, the description that contains every value, values in short.

use super::scale::rupiah_unit;
use crate::number;
use crate::pages::figure::{Bentuk, Deret, Figure, Jenis, Titik};
use crate::pages::kalimat::di_dalam;
use crate::teks;
use rust_decimal::Decimal;

/// Written where there is no value.
pub const MISSING: &str = "—";

/// A value of this figure that is not one of its points: a bound, a median.
pub fn value(figure: &Figure, value: Decimal) -> String {
    match figure.jenis {
        Jenis::Persen => figure.lang.percent(value, value.scale().min(2)),
        Jenis::Rupiah => figure.lang.rupiah_short(value),
        Jenis::Angka => {
            let text = figure.lang.decimal(value, value.normalize().scale().min(2));
            if figure.satuan.is_empty() { text } else { format!("{text} {}", figure.satuan) }
        }
    }
}

/// What is written for a point: its text, or both ends where the document only gives a range.
pub fn shown(figure: &Figure, titik: &Titik) -> String {
    match (titik.nilai, titik.rentang) {
        // The rows of a bullet have units of their own: their texts say both ends.
        (_, Some((low, high))) if figure.bentuk != Bentuk::Peluru => ujung(figure, low, high),
        (_, Some(_)) | (Some(_), None) => titik.teks.clone(),
        (None, None) => MISSING.to_string(),
    }
}

/// Lowest and highest value, the unit once where it is a sign: `67–76%`.
fn ujung(figure: &Figure, low: Decimal, high: Decimal) -> String {
    let plain = |v: Decimal| figure.lang.decimal(v, v.normalize().scale().min(2));
    match figure.jenis {
        Jenis::Persen => format!("{}–{}%", plain(low), plain(high)),
        Jenis::Rupiah => format!("{}–{}", value(figure, low), value(figure, high)),
        Jenis::Angka => format!("{}–{}", plain(low), plain(high)),
    }
}

/// What is written for a point of a series; the sign of what is missing where there is none.
pub fn isi(figure: &Figure, series: usize, index: usize) -> String {
    let titik = figure.deret.get(series).and_then(|d| d.titik.get(index));
    titik.map_or_else(|| MISSING.to_string(), |t| shown(figure, t))
}

/// The tooltip of one point: `2024, Realisasi: 95,39%`.
pub fn tooltip(figure: &Figure, kategori: &str, deret: &Deret, titik: &Titik) -> String {
    let exact = if titik.lengkap.is_empty() { &titik.teks } else { &titik.lengkap };
    // What every mark of a chart stands for is said by its title.
    let mut out = match (figure.bentuk, figure.deret.len()) {
        (Bentuk::Strip | Bentuk::Batang, 1) => format!("{kategori}: {}", text_or_missing(exact)),
        _ => format!("{kategori}, {}: {}", deret.nama, text_or_missing(exact)),
    };
    extras(figure, titik, exact, &mut out);
    out
}

fn text_or_missing(text: &str) -> &str {
    if text.is_empty() { MISSING } else { text }
}

/// What stands behind a value: the several values a document states, and the remark.
fn extras(figure: &Figure, titik: &Titik, said: &str, out: &mut String) {
    // A bullet writes both in the unit of its row.
    if let Some((low, high)) = titik.rentang.filter(|_| figure.bentuk != Bentuk::Peluru) {
        // The lowest and the highest, unless the text says them already: `67% sampai 76%`.
        let plain = |v: Decimal| figure.lang.decimal(v, v.normalize().scale().min(2));
        let (low, high, from, to) = (value(figure, low), value(figure, high), plain(low), plain(high));
        let said = said.split_once(&from).is_some_and(|(_, rest)| rest.contains(&to));
        if !said {
            out.push_str(&teks!(figure.lang, " (nilainya {low} dan {high})", " (its values: {low} and {high})"));
        }
    }
    if let Some(catatan) = &titik.catatan {
        out.push_str(&format!(" ({catatan})"));
    }
}

/// Whether the series of a figure belong together row by row: a target with its result, a part with its whole.
fn berbaris(figure: &Figure) -> bool {
    use Bentuk::{BatangGanda, Halter, Peluru, Terlayani};
    matches!(figure.bentuk, BatangGanda | Halter | Peluru | Terlayani) && figure.deret.len() > 1
}

/// The value of a point as it is read aloud. Where there is none only its remark is read: that this portal draws nothing
/// says nothing of the agency.
fn dibaca(figure: &Figure, titik: &Titik) -> Option<String> {
    let mut out = match text_or_missing(&titik.teks) {
        MISSING => return titik.catatan.clone(),
        text => text.to_string(),
    };
    extras(figure, titik, &titik.teks, &mut out);
    Some(out)
}

/// The text alternative: the sentence, then every value, of every row or of every series.
pub fn description(figure: &Figure) -> String {
    let mut out = figure.kalimat.trim().to_string();
    let mut sentence = |text: String| {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&text);
        out.push('.');
    };
    if berbaris(figure) {
        for (index, kategori) in figure.kategori.iter().enumerate() {
            let of = |d: &Deret| Some(format!("{} {}", di_dalam(&d.nama), dibaca(figure, d.titik.get(index)?)?));
            let all: Vec<String> = figure.deret.iter().filter_map(of).collect();
            if !all.is_empty() {
                sentence(format!("{kategori}: {}", all.join(", ")));
            }
        }
    } else {
        for deret in &figure.deret {
            let of = |(kategori, titik): (&String, &Titik)| Some(format!("{kategori} {}", dibaca(figure, titik)?));
            let all: Vec<String> = figure.kategori.iter().zip(&deret.titik).filter_map(of).collect();
            if !all.is_empty() {
                sentence(format!("{}: {}", deret.nama, all.join("; ")));
            }
        }
    }
    if let Some((at, label)) = &figure.acuan {
        let at = value(figure, *at);
        out.push_str(&teks!(figure.lang, " Garis acuan {at}: {label}.", " Reference line {at}: {label}."));
    }
    for (after, reason) in &figure.putus {
        if let Some(kategori) = figure.kategori.get(*after) {
            out.push_str(&teks!(
                figure.lang,
                " Terputus setelah {kategori}: {reason}.",
                " Broken after {kategori}: {reason}."
            ));
        }
    }
    out
}

/// A value as a bare number of the unit the largest of its figure calls for, for narrow columns:
/// `57,82` under the heading `miliar rupiah`. `None` where that would make a zero of what is none.
pub fn bare(figure: &Figure, value: Decimal, largest: f64, decimals: u32) -> Option<String> {
    let (value, decimals) = match figure.jenis {
        Jenis::Persen => (value, value.scale().min(decimals)),
        Jenis::Angka => (value, value.normalize().scale().min(decimals)),
        Jenis::Rupiah => {
            let (power, _) = rupiah_unit(figure.lang, largest);
            let value = value.checked_div(Decimal::from(10i64.pow(power)))?;
            (value, if power == 0 { 0 } else { decimals })
        }
    };
    if number::round(value, decimals).is_zero() && !value.is_zero() {
        return None;
    }
    Some(match figure.jenis {
        Jenis::Persen => figure.lang.percent(value, decimals),
        _ => figure.lang.decimal(value, decimals),
    })
}

/// The heading under which `bare` numbers read.
pub fn unit(figure: &Figure, largest: f64) -> String {
    match figure.jenis {
        Jenis::Persen => String::new(),
        Jenis::Angka => figure.satuan.clone(),
        Jenis::Rupiah => rupiah_unit(figure.lang, largest).1.to_string(),
    }
}
