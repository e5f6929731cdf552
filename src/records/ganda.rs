//! Ganda: numbers and readings whose form alone leaves open whether a thing or its thousandfold is meant.

use super::harapan::Harapan;
use crate::number::{Angka, Reading, Satu, Satuan};
use rust_decimal::Decimal;

/// Whether a text begins with a number like `150.000` that has one point, one to three digits before it and so many
/// behind it.
pub(super) fn tepat_tiga(text: &str, behind: usize) -> bool {
    let text = text.trim_start_matches(['-', '−']);
    let token = &text[..text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len())];
    let zero = behind == 4;
    token.split_once('.').is_some_and(|(whole, rest)| {
        (1..=3).contains(&whole.len())
            && !whole.starts_with('0')
            && rest.len() == behind
            && rest.bytes().all(|b| b.is_ascii_digit())
            && (!zero || rest.ends_with('0'))
    })
}

/// Whether a token has one separator and three digits behind it.
fn tiga_digit(token: &str) -> bool {
    token.split_once(['.', ',']).is_some_and(|(whole, rest)| {
        (1..=3).contains(&whole.len())
            && !whole.starts_with('0')
            && rest.len() == 3
            && rest.bytes().all(|b| b.is_ascii_digit())
    })
}

const RIBUAN: (&str, &str) = ("titik sebagai pemisah ribuan", "the point groups thousands");
const DESIMAL: (&str, &str) = ("tiga desimal", "three decimals");

/// The two readings of a reading like `150.000`.
pub(super) fn dua_bacaan(text: &str) -> Option<Vec<Reading>> {
    if !tepat_tiga(text, 3) {
        return None;
    }
    let end = text.find(|c: char| !c.is_ascii_digit() && !".-−".contains(c)).unwrap_or(text.len());
    let token = text[..end].replace('−', "-");
    let whole = token.replace('.', "").parse().ok()?;
    Some(vec![Reading { nilai: whole, sebab: RIBUAN }, Reading { nilai: token.parse().ok()?, sebab: DESIMAL }])
}

/// Two readings of a number whose form alone decides between a thing and its thousandfold, and whether stating how the
/// document writes numbers settles it.
pub(super) fn ganda(text: &str, a: &Angka, harapan: &Harapan<'_>) -> Option<(Vec<Reading>, bool)> {
    let rupiah = harapan.boleh.satu == Satu::Uang || a.satuan_sel() == Some(Satuan::Rupiah);
    let plain = a.pangkat == 0 && harapan.boleh.pangkat == 0;
    let token: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    let token = token.trim_matches(['.', ',']);
    let sign = if a.nilai.is_sign_negative() { "-" } else { "" };
    // Rupiah have two decimals or none: three digits behind the last separator are thousands in another style.
    if rupiah && plain && a.desimal == 3 {
        let whole = format!("{sign}{}", token.replace(['.', ','], "")).parse().ok()?;
        let thousands = ("semua pemisah sebagai pemisah ribuan", "every separator groups thousands");
        return Some((
            vec![Reading { nilai: whole, sebab: thousands }, Reading { nilai: a.nilai, sebab: DESIMAL }],
            false,
        ));
    }
    // `1,500 juta` in a document that prints commas before decimals is 1,5 juta; where commas group, a thousandfold of it.
    if a.pangkat > 0
        && a.pangkat != harapan.boleh.pangkat
        && tiga_digit(token)
        && let Some((mut short, _)) = a.tercetak()
    {
        let whole = format!("{sign}{}", token.replace(['.', ','], "")).parse().ok()?;
        let thousands = ("pemisah sebagai pemisah ribuan", "the separator groups thousands");
        short.rescale(3);
        if short != whole {
            return Some((
                vec![Reading { nilai: whole, sebab: thousands }, Reading { nilai: short, sebab: DESIMAL }],
                false,
            ));
        }
    }
    // Nobody counts thousandths of people: `1,234 orang` is written in another style.
    let cacah = harapan.cacah && a.satuan_sel().is_none() || a.satuan_sel().is_some_and(|u| u.cacah());
    if cacah && plain && a.desimal == 3 && !a.persen {
        let whole = format!("{sign}{}", token.replace(['.', ','], "")).parse().ok()?;
        let thousands = ("pemisah sebagai pemisah ribuan", "the separator groups thousands");
        return Some((
            vec![Reading { nilai: whole, sebab: thousands }, Reading { nilai: a.nilai, sebab: DESIMAL }],
            false,
        ));
    }
    // `95.390` is seldom ninety-five thousand percent.
    let percent = a.persen || harapan.persen || harapan.boleh.satu == Satu::Persen;
    if percent && a.desimal == 0 && tepat_tiga(token, 3) && !matches!(a.satuan_sel(), Some(Satuan::Lain(_))) {
        let decimal = format!("{sign}{token}").parse().ok()?;
        return Some((
            vec![Reading { nilai: a.nilai, sebab: RIBUAN }, Reading { nilai: decimal, sebab: DESIMAL }],
            true,
        ));
    }
    // A whole amount printed with its `Rp` in a table that says `dalam: jutaan`.
    let (short, _) = a.tercetak().filter(|_| harapan.boleh.pangkat > 0 && a.pangkat == harapan.boleh.pangkat)?;
    let billion = Decimal::from(1_000_000_000);
    let printed = text.trim_start_matches(['(', '-', ' ']).to_lowercase().starts_with("rp");
    if short.abs() < billion || !(printed || a.nilai.abs() >= billion.saturating_mul(Decimal::from(1_000_000))) {
        return None;
    }
    let own = (
        "jumlah rupiahnya sendiri, `dalam` tabel tidak berlaku",
        "the amount itself, `dalam` of the table does not apply",
    );
    let times = ("dikalikan menurut `dalam` tabel", "multiplied as `dalam` of the table says");
    Some((vec![Reading { nilai: short, sebab: own }, Reading { nilai: a.nilai, sebab: times }], false))
}
