//! Angka: the amounts of a column: which style its texts are in, and each cell as the record writes it.

use super::kisi::{Isi, Lembar, Sel, huruf};
use super::masalah::Masalah;
use super::peta::Peta;
use super::tampil::tercetak;
use crate::diagnostic::Pesan;
use crate::number::{self, Style};
use crate::pesan;
use rust_decimal::Decimal;

/// A cell of an amount, a percentage or a measured value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nilai {
    /// Nothing stands there.
    Tiada,
    /// A number, and the text the record gets.
    Angka(Decimal, String),
    /// A reason, or words: `(tidak berlaku)`, `BB`.
    Tulis(String),
}

impl Nilai {
    /// The number.
    pub fn angka(&self) -> Option<Decimal> {
        match self {
            Nilai::Angka(value, _) => Some(*value),
            _ => None,
        }
    }
}

/// How numbers of a table are read and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cara<'a> {
    /// The style of the table.
    pub style: Style,
    /// By what amounts are multiplied.
    pub kali: i64,
    /// What a dash means, if the map says so.
    pub strip: Option<&'a str>,
}

/// Decides the style of a table from all cells that fit one style only. A table whose texts fit both styles, or some one
/// and some the other, is asked about, and read as Indonesian meanwhile.
pub fn gaya(lembar: &Lembar, cells: &[(usize, usize)], peta: &Peta, masalah: &mut Vec<Masalah>) -> Style {
    if let Some(style) = peta.style() {
        return style;
    }
    let (mut satu, mut dua, mut ragu) = (None, None, None);
    for (row, column) in cells {
        let Isi::Teks(text) = &lembar.sel(*row, *column).isi else { continue };
        let strict = |style, other| number::parse(text, style).is_ok() && pas(text, style) && !pas(text, other);
        if strict(Style::Indonesia, Style::Inggris) {
            satu = satu.or(Some((*row, *column)));
        } else if strict(Style::Inggris, Style::Indonesia) {
            dua = dua.or(Some((*row, *column)));
        } else if matches!(number::parse(text, Style::TidakDinyatakan), Err(number::NumberError::Ambigu(_))) {
            ragu = ragu.or(Some((*row, *column)));
        }
    }
    let help = || {
        pesan!(
            "tulis dalam peta: `angka: indonesia` (1.234,5) atau `angka: inggris` (1,234.5)",
            "write in the map: `angka: indonesia` (1.234,5) or `angka: inggris` (1,234.5)"
        )
    };
    match (satu, dua, ragu) {
        (Some(one), Some(two), _) if one != two => {
            let other = lembar.alamat(one.0, one.1);
            let message = pesan!(
                "angka di sini bergaya lain daripada di {other}",
                "the number here is in another style than that in {other}"
            );
            masalah.push(Masalah::sel(lembar, two.0, two.1, message, help()));
        }
        // Three figures behind the point of the other cells may be thousands still: `92.5` beside `1.250`.
        (None, Some(_), Some(at)) if !cells.iter().any(|c| ribuan(lembar, *c, ',')) && ribuan(lembar, at, '.') => {
            let text = lembar.sel(at.0, at.1).tulisan();
            masalah.push(Masalah::sel(
                lembar,
                at.0,
                at.1,
                pesan!(
                    "`{text}` punya dua bacaan: ribuan, atau pecahan",
                    "`{text}` has two readings: thousands, or a fraction"
                ),
                help(),
            ));
            return Style::Inggris;
        }
        (Some(_), None, Some(at)) if !cells.iter().any(|c| ribuan(lembar, *c, '.')) && ribuan(lembar, at, ',') => {
            let text = lembar.sel(at.0, at.1).tulisan();
            let message = pesan!(
                "`{text}` punya dua bacaan: ribuan, atau pecahan",
                "`{text}` has two readings: thousands, or a fraction"
            );
            masalah.push(Masalah::sel(lembar, at.0, at.1, message, help()));
        }
        (None, Some(_), _) => return Style::Inggris,
        (None, None, Some((row, column))) => {
            let text = lembar.sel(row, column).tulisan();
            let message = pesan!("`{text}` punya dua bacaan", "`{text}` has two readings");
            masalah.push(Masalah::sel(lembar, row, column, message, help()));
        }
        _ => {}
    }
    Style::Indonesia
}

/// Whether a cell holds a number whose last three figures stand behind a mark, and no zero before it.
fn ribuan(lembar: &Lembar, (row, column): (usize, usize), mark: char) -> bool {
    let text = lembar.sel(row, column).tulisan();
    let Some((whole, rest)) = text.rsplit_once(mark) else { return false };
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let whole = whole.trim_start_matches(|c: char| !c.is_ascii_digit());
    digits == 3 && !whole.starts_with('0') && whole.chars().all(|c| c.is_ascii_digit() || c == mark)
}

/// Two rows of the same thing as one; words of the first.
pub fn tambah(a: &[Nilai], b: &[Nilai], style: Style) -> Vec<Nilai> {
    let one = |(a, b): (&Nilai, &Nilai)| match (a.angka(), b.angka()) {
        (Some(x), Some(y)) => x.checked_add(y).map_or(Nilai::Tiada, |sum| Nilai::Angka(sum, tulis(sum, style))),
        (None, Some(_)) => b.clone(),
        _ => a.clone(),
    };
    a.iter().zip(b).map(one).collect()
}

/// Whether the digits of a text fit a style by their separators alone.
fn pas(text: &str, style: Style) -> bool {
    let (group, point) = if style == Style::Inggris { (',', '.') } else { ('.', ',') };
    let token: String = text
        .trim_start_matches(|c: char| !c.is_ascii_digit())
        .chars()
        .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
        .collect();
    let token = token.trim_end_matches(['.', ',']);
    let (whole, fraction) = token.split_once(point).unwrap_or((token, ""));
    let groups: Vec<&str> = whole.split(group).collect();
    !fraction.contains([group, point])
        && (groups.len() == 1 || ((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|g| g.len() == 3)))
}

/// Reads one cell; `uang` where nothing but a number may stand.
///
/// # Errors
/// What cannot be a number, with its address.
pub fn baca(lembar: &Lembar, (row, column): (usize, usize), cara: Cara<'_>, uang: bool) -> Result<Nilai, Masalah> {
    let cell = lembar.sel(row, column);
    let wrong = |message, help| Err(Masalah::sel(lembar, row, column, message, help));
    match &cell.isi {
        Isi::Kosong if cell.rumus.is_some() => {
            let formula = cell.rumus.clone().unwrap_or_default();
            wrong(
                pesan!("rumus `={formula}` tidak menyimpan hasil", "the formula `={formula}` has no stored result"),
                pesan!(
                    "buka berkasnya di Excel, simpan sekali, lalu ulangi",
                    "open the file in Excel, save it once, then try again"
                ),
            )
        }
        Isi::Kosong => Ok(Nilai::Tiada),
        // A unit in the format stands behind the number as if it were typed; beside money only one of thousands does.
        Isi::Angka(value) if berakhiran(cell, uang) => {
            let shown = bulat(*value, cell, 1).unwrap_or(*value);
            let text = format!("{} {}", tulis(shown, cara.style), cell.tampil.akhiran);
            dari_teks(&text, cara, uang).map_err(|(message, help)| Masalah::sel(lembar, row, column, message, help))
        }
        Isi::Angka(value) => match dari_angka(*value, cell, cara) {
            Some(value) => Ok(value),
            None => wrong(
                pesan!("`{value}` terlalu besar", "`{value}` is too large"),
                pesan!("periksa `satuan` dalam peta", "check `satuan` in the map"),
            ),
        },
        Isi::Tanggal => wrong(
            pesan!("sel ini tanggal, bukan angka", "this cell is a date, not a number"),
            pesan!(
                "ubah bentuk kolom {k} menjadi Angka, lalu tulis ulang nilainya",
                "set column {k} to Number and write the value again",
                k = huruf(column)
            ),
        ),
        Isi::Galat(text) if text.contains("DIV") => Ok(Nilai::Tulis("#DIV/0! (tidak terhitung)".to_string())),
        Isi::Galat(text) => wrong(
            pesan!("sel ini berisi galat `{text}`", "this cell holds the error `{text}`"),
            pesan!("perbaiki rumusnya di berkas asal", "mend its formula in the file"),
        ),
        Isi::Teks(text) => {
            dari_teks(text, cara, uang).map_err(|(message, help)| Masalah::sel(lembar, row, column, message, help))
        }
    }
}

/// `None` where the number does not fit 28 digits any more.
fn dari_angka(value: Decimal, cell: &Sel, cara: Cara<'_>) -> Option<Nilai> {
    if cell.tampil.persen {
        let value = bulat(value.checked_mul(Decimal::ONE_HUNDRED)?, cell, 1)?.normalize();
        return Some(Nilai::Angka(value, format!("{}%", tampak(value, cell, cara.style))));
    }
    // `#,##0,,` shows millions already: only what is shown is in millions.
    let cut = if cara.kali == 1 { 1 } else { 1_000_i64.checked_pow(cell.tampil.ribuan)? };
    let shown = bulat(value.checked_div(Decimal::from(cut))?, cell, cara.kali)?.normalize();
    let value = shown.checked_mul(Decimal::from(cara.kali))?.normalize();
    Some(Nilai::Angka(value, tercetak(&tampak(shown, cell, cara.style), cara.kali)))
}

/// A number with the decimals that its format shows: `99,90%`, `84,50`. Those of an amount of money say nothing.
fn tampak(value: Decimal, cell: &Sel, style: Style) -> String {
    let mut shown = value;
    if value.abs() < Decimal::ONE_THOUSAND {
        shown.rescale(cell.tampil.desimal.unwrap_or(0).min(6).max(value.scale()));
    }
    let text = shown.to_string();
    if style == Style::Inggris { text } else { text.replace('.', ",") }
}

fn berakhiran(cell: &Sel, uang: bool) -> bool {
    let words = cell.tampil.akhiran.as_str();
    !words.is_empty() && !cell.tampil.persen && cell.tampil.ribuan == 0 && (!uang || number::menyebut_besaran(words))
}

/// A number as far as it says something: two decimals of a rupiah or of a percentage, more where its format shows more; a
/// small number without a format ten digits, as a sheet shows it. A quotient has no end otherwise.
pub fn bulat(value: Decimal, cell: &Sel, kali: i64) -> Option<Decimal> {
    let small = value.abs() < Decimal::ONE_THOUSAND && kali == 1 && !cell.tampil.persen;
    let keep = match cell.tampil.desimal {
        None if small => 9_u32.saturating_sub(value.trunc().abs().to_string().len().try_into().ok()?) + 1,
        shown => shown.unwrap_or(0).max(2 + kali.checked_ilog10()?),
    };
    let half = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
    Some(if value.scale() > keep { value.round_dp_with_strategy(keep, half) } else { value })
}

/// What is said of cells whose stored figures go beyond what is written.
pub fn dibulatkan(lembar: &Lembar, cells: &[(usize, usize)], kali: &dyn Fn(usize) -> i64) -> Option<Pesan> {
    let moved = |(row, column): &&(usize, usize)| {
        let cell = lembar.sel(*row, *column);
        let Isi::Angka(value) = &cell.isi else { return false };
        let times = if cell.tampil.persen { Decimal::ONE_HUNDRED } else { Decimal::ONE };
        let whole = value.checked_mul(times).filter(|v| v.abs() >= Decimal::ONE_THOUSAND);
        whole.is_some_and(|v| bulat(v, cell, kali(*column)).is_some_and(|own| own != v))
    };
    let mut found = cells.iter().filter(moved);
    let (row, column) = found.next()?;
    let (n, place) = (found.count() + 1, lembar.alamat(*row, *column));
    Some(pesan!(
        "{n} sel uang menyimpan lebih dari dua desimal dan dibulatkan ke sen; yang pertama {place}",
        "{n} cells of money hold more than two decimals and are rounded to the cent; the first is {place}"
    ))
}

/// A plain number in the style of its table, without grouping.
pub fn tulis(value: Decimal, style: Style) -> String {
    let text = value.normalize().to_string();
    if style == Style::Inggris { text } else { text.replace('.', ",") }
}

/// A cell as the record writes it. A blank cell of a list says no more than that nothing is printed there.
pub fn sel(value: &Nilai) -> String {
    match value {
        Nilai::Tiada => "(tidak tercetak)".to_string(),
        Nilai::Angka(_, text) | Nilai::Tulis(text) => text.clone(),
    }
}

type Salah = (Pesan, Pesan);

fn dari_teks(text: &str, cara: Cara<'_>, uang: bool) -> Result<Nilai, Salah> {
    let none =
        matches!(text.to_lowercase().as_str(), "nihil" | "n/a" | "na" | "nil" | "kosong" | "belum ada" | "tidak ada");
    if matches!(text, "-" | "–" | "—" | "Rp -" | "Rp. -" | "Rp-" | "- %") || (uang && none) {
        return match cara.strip {
            Some("0") => Ok(Nilai::Angka(Decimal::ZERO, "0".to_string())),
            Some(reason) => Ok(Nilai::Tulis(format!("{text} ({reason})"))),
            None => Err((
                pesan!("`{text}`: nol, atau belum ada angkanya?", "`{text}`: zero, or no figure yet?"),
                pesan!(
                    "tulis dalam peta: `strip: \"0\"`, `strip: tidak tercetak` atau `strip: tidak berlaku`",
                    "write in the map: `strip: \"0\"`, `strip: tidak tercetak` or `strip: tidak berlaku`"
                ),
            )),
        };
    }
    if text.starts_with("##") || (text.contains(['E', 'e']) && ilmiah(text)) {
        return Err((
            pesan!("`{text}` bukan angka yang utuh lagi", "`{text}` is no whole number any more"),
            pesan!(
                "lebarkan kolomnya, atau kirim berkasnya, bukan salinan layarnya",
                "widen the column, or give the file and not a copy of the screen"
            ),
        ));
    }
    // `4.125.000,-` is a round amount, `250.000-` an accountant's minus or a slip of the former.
    if text.strip_suffix(['-', '–', '−']).is_some_and(|t| t.trim_end().ends_with(|c: char| c.is_ascii_digit()))
        && text.chars().any(|c| c.is_ascii_digit())
    {
        return Err((
            pesan!("`{text}`: kurang dari nol, atau bulat?", "`{text}`: below zero, or a round amount?"),
            pesan!(
                "tulis `-` di depan angkanya, atau `,-` di belakangnya",
                "write `-` in front of the number, or `,-` behind it"
            ),
        ));
    }
    if text.contains("DIV/0") {
        return Ok(Nilai::Tulis(format!("{text} (tidak terhitung)")));
    }
    // Accountants write a minus as brackets.
    let bracket =
        text.strip_prefix('(').and_then(|t| t.strip_suffix(')')).filter(|t| t.contains(|c: char| c.is_ascii_digit()));
    let printed = bracket.map_or_else(|| text.to_string(), |inner| format!("-{}", inner.trim()));
    let marked = text.trim_end_matches(['*', '†', '¹', '²', '³', ')']).trim_end();
    let read = number::parse(&printed, cara.style).map(|angka| match &angka.satuan {
        // `12,5 M` is a length elsewhere.
        Some(_) if uang => super::bilangan::baca(&printed, cara.style).unwrap_or(angka),
        _ => angka,
    });
    match read {
        Err(_) if uang && marked.len() < text.len() && number::parse(marked, cara.style).is_ok() => Err((
            pesan!(
                "`{text}`: tanda catatan kaki di belakang angka",
                "`{text}`: the mark of a footnote behind a number"
            ),
            pesan!("hapus tandanya di sel itu: `{marked}`", "take the mark out of the cell: `{marked}`"),
        )),
        Ok(angka) if cara.kali != 1 && !angka.persen && angka.pangkat == 0 => {
            match angka.nilai.checked_mul(Decimal::from(cara.kali)) {
                Some(value) => Ok(Nilai::Angka(value.normalize(), tercetak(&printed, cara.kali))),
                None => Err((
                    pesan!("`{text}` terlalu besar", "`{text}` is too large"),
                    pesan!("periksa `satuan` dalam peta", "check `satuan` in the map"),
                )),
            }
        }
        Ok(angka) => Ok(Nilai::Angka(angka.nilai, printed)),
        Err(_) if !uang => Ok(Nilai::Tulis(text.to_string())),
        Err(_) => Err((
            pesan!("`{text}` bukan angka", "`{text}` is not a number"),
            pesan!(
                "perbaiki selnya, atau tulis kolomnya `abaikan` dalam peta",
                "mend the cell, or write `abaikan` for its column in the map"
            ),
        )),
    }
}

fn ilmiah(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
    rest.len() < text.len() && rest.strip_prefix(['E', 'e']).is_some_and(|e| e.starts_with(['+', '-', '0', '1', '2']))
}
