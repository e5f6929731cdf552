//! What is said about a cell that cannot be read: what stands there, its possible readings, and how to write each.

use super::reader::Reader;
use crate::diagnostic::{Jalur, Pesan};
use crate::number::{Boleh, Lang, NumberError, Reading, Satu, Style, parse};
use crate::pesan;
use rust_decimal::Decimal;

/// What a cell is expected to hold.
#[derive(Debug, Clone, Copy)]
pub struct Harapan<'a> {
    /// Text only: nothing is read as a number.
    pub teks: bool,
    /// The letters and words that count as values here.
    pub huruf: &'a [String],
    /// How the document writes numbers.
    pub style: Style,
    /// What the measure of its column may hold.
    pub boleh: Boleh,
    /// Whether a number without unit is a percentage here.
    pub persen: bool,
    /// Whether a number without unit counts whole things here.
    pub cacah: bool,
}

/// A mark with text behind it.
pub fn tanda_di_tengah(r: &mut Reader, isi: &str, benar: &str, jalur: &Jalur) {
    r.galat(
        "tanda-salah",
        jalur,
        pesan!("tanda dalam `{isi}` tidak berdiri paling belakang", "the mark in `{isi}` does not stand at the end"),
    )
    .help = Some(pesan!("tulis \"{benar}\"", "write \"{benar}\""));
}

/// A reading of three digits behind one point.
pub fn bacaan_ganda(r: &mut Reader, bacaan: &str, tercetak: &str, readings: &[Reading], jalur: &Jalur) {
    let message =
        pesan!("bacaan `{bacaan}` sendiri punya dua bacaan", "the reading `{bacaan}` has two readings itself");
    r.galat("bacaan-salah", jalur, message).help = Some(ways(tercetak, readings));
}

/// A number whose two readings differ by its thousands.
pub fn angka_ganda(r: &mut Reader, text: &str, readings: &[Reading], gaya: bool, jalur: &Jalur) {
    let mut help = ways(text, readings);
    if gaya {
        help.sambung(&pesan!(
            "; atau nyatakan `angka: inggris` pada dokumen atau tabelnya bila titik di sana pemisah desimal",
            "; or state `angka: inggris` on its document or table where the point opens decimals"
        ));
    }
    r.galat("angka-ambigu", jalur, pesan!("`{text}` punya dua bacaan", "`{text}` has two readings")).help = Some(help);
}

/// A bracket that begins like a mark and is none.
pub fn tanda_salah(r: &mut Reader, isi: &str, benar: &str, jalur: &Jalur) {
    r.galat(
        "tanda-salah",
        jalur,
        pesan!("tanda dalam kurung pada `{isi}` tidak dikenal", "the mark in brackets of `{isi}` is not known"),
    )
    .help = Some(pesan!(
        "tulis satu tanda, `{benar}`; kurung yang memang tercetak ditulis di depan tanda: \"{isi} (dibaca 1234)\"",
        "write one mark, `{benar}`; a bracket that is printed stands before a mark: \"{isi} (dibaca 1234)\""
    ));
}

/// A plain number as it is written in a reading: exactly three decimals take a zero behind them.
fn polos(nilai: Decimal) -> String {
    let short = nilai.trunc().abs() < Decimal::ONE_THOUSAND && !nilai.trunc().is_zero();
    if nilai.scale() == 3 && short { format!("{nilai}0") } else { nilai.to_string() }
}

/// Each reading with how it is written.
fn ways(text: &str, readings: &[Reading]) -> Pesan {
    let mut id = Vec::new();
    let mut en = Vec::new();
    for reading in readings {
        let value = Lang::Id.grouped(reading.nilai);
        let plain = polos(reading.nilai);
        id.push(format!("{value} ({}) ditulis \"{text} (dibaca {plain})\"", reading.sebab.0));
        let value = Lang::En.grouped(reading.nilai);
        en.push(format!("{value} ({}) is written \"{text} (dibaca {plain})\"", reading.sebab.1));
    }
    Pesan::new(id.join("; atau "), en.join("; or "))
}

/// What a column holds, in words and with an example.
fn isi_kolom(harapan: &Harapan<'_>) -> Pesan {
    match harapan.boleh.satu {
        Satu::Uang => pesan!(
            "kolom ini berisi satu jumlah rupiah, misalnya \"57.817.764.115\", \"Rp2,9 miliar\" atau \"(1.234)\"",
            "this column holds one amount of rupiah, for example \"57.817.764.115\", \"Rp2,9 miliar\" or \"(1.234)\""
        ),
        Satu::Persen => pesan!(
            "kolom ini berisi satu persentase, misalnya \"95,39%\"",
            "this column holds one percentage, for example \"95,39%\""
        ),
        Satu::Apa if harapan.boleh.lain => pesan!(
            "tulis misalnya \"57.817.764.115\", \"95,39%\", \"2 Dokumen\", \"≥ 90%\", \"80 – 90%\" atau \"1 : 2.500\"",
            "write for example \"57.817.764.115\", \"95,39%\", \"2 Dokumen\", \"≥ 90%\", \"80 – 90%\" or \"1 : 2.500\""
        ),
        Satu::Apa => pesan!(
            "kolom ini berisi satu angka, misalnya \"1.234\" atau \"2 Dokumen\"",
            "this column holds one number, for example \"1.234\" or \"2 Dokumen\""
        ),
    }
}

/// Reports a number that cannot be read.
pub fn report_number(r: &mut Reader, text: &str, jalur: &Jalur, error: &NumberError, harapan: &Harapan<'_>) {
    let (code, message, help) = match error {
        NumberError::Ambigu(readings) => {
            let mut help = ways(text, readings);
            help.sambung(&pesan!(
                "; atau nyatakan `angka: indonesia` / `angka: inggris` pada dokumen atau tabelnya",
                "; or state `angka: indonesia` / `angka: inggris` on its document or table"
            ));
            ("angka-ambigu", pesan!("`{text}` punya dua bacaan", "`{text}` has two readings"), help)
        }
        NumberError::Menyimpang(readings) => (
            "angka-menyimpang",
            pesan!(
                "pemisah dalam `{text}` tidak cocok dengan bentuk angka mana pun",
                "the separators in `{text}` fit no number format"
            ),
            ways(text, readings),
        ),
        NumberError::Ilmiah(readings) => (
            "angka-menyimpang",
            pesan!("`{text}` ditulis dengan pangkat sepuluh", "`{text}` is written with a power of ten"),
            if readings.is_empty() { isi_kolom(harapan) } else { ways(text, readings) },
        ),
        NumberError::Banyak(readings) => {
            let mut help = ways(text, readings);
            if let Some(more) = dari(text, harapan).or_else(|| laju(text)) {
                help = more;
            } else if harapan.boleh.komposit {
                let lagi = if readings.is_empty() { "" } else { "; " };
                let urut = berurutan(text, harapan.style);
                help.sambung(&pesan!(
                    "{lagi}beberapa angka berurutan ditulis dengan garis miring, \"{text} (dibaca {urut})\", atau dengan satuan di belakang tiap angka, atau nyatakan `isi: komposit` pada indikatornya",
                    "{lagi}several numbers in order are written with slashes, \"{text} (dibaca {urut})\", or with a unit behind each, or state `isi: komposit` on the indicator"
                ));
            } else if readings.is_empty() {
                help = isi_kolom(harapan);
            }
            (
                "angka-menyimpang",
                pesan!(
                    "`{text}` berisi beberapa angka, atau satu angka dengan pemisah yang tidak jelas",
                    "`{text}` holds several numbers, or one with unclear separators"
                ),
                help,
            )
        }
        NumberError::TerlaluPanjang => (
            "angka-terlalu-panjang",
            pesan!(
                "`{text}` terlalu besar: satu angka di bawah 10^18 dan paling banyak 26 digit, desimal terhitung",
                "`{text}` is too large: a number is below 10^18 and has at most 26 digits, decimals counted"
            ),
            pesan!("periksa apakah dua angka tersambung", "check whether two numbers were joined"),
        ),
        NumberError::Tanggal => (
            "bukan-angka",
            pesan!("`{text}` adalah tanggal, bukan angka", "`{text}` is a date, not a number"),
            pesan!(
                "tenggat yang tercetak ditulis \"{text} (tidak berlaku: tanggal)\", atau dalam kolom `jadwal` atau `keterangan`",
                "a deadline that is printed is written \"{text} (tidak berlaku: tanggal)\", or in a column `jadwal` or `keterangan`"
            ),
        ),
        NumberError::Waktu => (
            "bukan-angka",
            pesan!("waktu `{text}` tidak bisa dijadikan satu satuan", "the time `{text}` cannot be made one unit"),
            pesan!(
                "tulis dengan satu satuan, misalnya \"90 menit\" atau \"2 hari kerja\"",
                "write it in one unit, for example \"90 menit\" or \"2 hari kerja\""
            ),
        ),
        NumberError::TidakDiSini(id, en) => (
            "jenis-sel-salah",
            Pesan::new(
                format!("`{text}` adalah {id}, yang tidak bisa berdiri di kolom ini"),
                format!("`{text}` is {en}, which cannot stand in this column"),
            ),
            isi_kolom(harapan),
        ),
        NumberError::Sisa(sisa) => (
            "satuan-sel-salah",
            pesan!("`{sisa}` dalam `{text}` bukan satuan kolom ini", "`{sisa}` in `{text}` is no unit of this column"),
            sisa_kolom(text, sisa, harapan),
        ),
        NumberError::Kosong | NumberError::BukanAngka => {
            ("bukan-angka", pesan!("`{text}` bukan angka", "`{text}` is not a number"), bukan_angka(text, harapan))
        }
    };
    r.galat(code, jalur, message).help = Some(help);
}

/// Help depends on what stands there: a word of a scale, a number with something before it, or a text.
fn bukan_angka(text: &str, harapan: &Harapan<'_>) -> Pesan {
    if !harapan.huruf.is_empty() && !text.contains(|c: char| c.is_ascii_digit()) {
        let list = harapan.huruf.iter().map(|h| format!("`{h}`")).collect::<Vec<_>>().join(", ");
        return pesan!("skala indikator ini mengenal {list}", "the scale of this indicator knows {list}");
    }
    let mut help = isi_kolom(harapan);
    if harapan.boleh.lain && !text.contains(|c: char| c.is_ascii_digit()) {
        help.sambung(&pesan!(
            "; huruf atau kata yang bernilai (BB, WTP, Paripurna) memerlukan `skala: <kode>` pada indikatornya",
            "; a letter or word that is a value (BB, WTP, Paripurna) needs `skala: <code>` on its indicator"
        ));
    }
    help
}

/// The numbers of a text, plain and in order.
fn berurutan(text: &str, style: Style) -> String {
    let tokens = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
    let plain = |t: &str| {
        let t = t.trim_matches(['.', ',']);
        parse(t, style).map_or_else(|_| t.replace(['.', ','], ""), |a| polos(a.nilai))
    };
    tokens.map(plain).filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" / ")
}

/// `1.547 dari 8.202 jiwa`: the counts behind a percentage have columns of their own.
fn dari(text: &str, harapan: &Harapan<'_>) -> Option<Pesan> {
    let (part, whole) = text.split_once(" dari ")?;
    let (part, whole) = (parse(part.trim(), harapan.style).ok()?, parse(whole.trim(), harapan.style).ok()?);
    let share = part.nilai.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole.nilai)?;
    let share = crate::number::round(share, 2).normalize();
    Some(pesan!(
        "hitungannya ditulis di kolom `pembilang` dan `penyebut`; persentasenya \"{text} (dibaca {share}%)\"",
        "the counts are written in columns `pembilang` and `penyebut`; their percentage \"{text} (dibaca {share}%)\""
    ))
}

/// `1/2.500` is a ratio, `16/1.000 KH` a rate.
fn laju(text: &str) -> Option<Pesan> {
    let (left, right) = text.split_once('/').map(|(a, z)| (a.trim(), z.trim()))?;
    let digit = |t: &str| t.starts_with(|c: char| c.is_ascii_digit());
    if !digit(left) || !digit(right) || right.contains('/') {
        return None;
    }
    if left == "1" {
        return Some(pesan!("rasio ditulis \"1 : {right}\"", "a ratio is written \"1 : {right}\""));
    }
    let factor: String = right.chars().take_while(|c| !c.is_whitespace()).filter(char::is_ascii_digit).collect();
    let ten = factor.len() > 1 && factor.trim_end_matches('0') == "1";
    ten.then(|| pesan!("laju ditulis \"{left} per {right}\"", "a rate is written \"{left} per {right}\""))
}

/// What is left over behind a number: a class, a mark of a footnote, or a unit that is none here.
fn sisa_kolom(text: &str, sisa: &str, harapan: &Harapan<'_>) -> Pesan {
    let number = || parse(text.strip_suffix(sisa)?.trim(), harapan.style).ok();
    if sisa.starts_with('(')
        && let Some(kelas) = sisa.strip_suffix(')').map(|s| s.trim_start_matches('('))
        && kelas.contains(char::is_alphabetic)
    {
        return pesan!(
            "predikat di samping angka ditulis di kolom `predikat`: \"{kelas}\"",
            "a class beside the number is written in a column `predikat`: \"{kelas}\""
        );
    }
    // `18,86% (1.547 dari 8.202 jiwa)`: the counts have columns of their own.
    if let Some((number, counts)) = text.split_once('(')
        && counts.contains(" dari ")
        && let Ok(a) = parse(number.trim(), harapan.style)
    {
        let plain = format!("{}{}", polos(a.nilai), if a.persen { "%" } else { "" });
        return pesan!(
            "hitungannya ditulis di kolom `pembilang` dan `penyebut`; angkanya \"{text} (dibaca {plain})\"",
            "the counts are written in columns `pembilang` and `penyebut`; the figure \"{text} (dibaca {plain})\""
        );
    }
    let mark = sisa.chars().filter(|c| c.is_ascii_alphabetic()).count() <= 1 && !sisa.contains(['%', '‰']);
    if let Some(a) = number().filter(|_| mark) {
        let plain = format!("{}{}", polos(a.nilai), if a.persen { "%" } else { "" });
        return pesan!(
            "tanda catatan kaki bukan bagian angkanya; tulis \"{text} (dibaca {plain}: isi catatan kaki)\"",
            "a footnote mark is no part of the number; write \"{text} (dibaca {plain}: what the footnote says)\""
        );
    }
    isi_kolom(harapan)
}
