//! What is said about a cell that cannot be read: what stands there, its possible readings, and how to write each.

use super::harapan::Harapan;
use super::nasihat::{berurutan, bukan_angka, dari, isi_kolom, pertama, sisa_kolom, utuh, ways};
use super::pecahan::{laju, polos, polos_persen};
use super::reader::Reader;
use crate::diagnostic::{Jalur, Pesan};
use crate::number::{NumberError, Reading, Style, parse};
use crate::pesan;

/// A mark with text behind it.
pub fn tanda_di_tengah(r: &mut Reader, isi: &str, benar: &str, jalur: &Jalur) {
    r.galat(
        "tanda-salah",
        jalur,
        pesan!("tanda dalam `{isi}` tidak berdiri paling belakang", "the mark in `{isi}` does not stand at the end"),
    )
    .help = Some(pesan!("tulis \"{benar}\"", "write \"{benar}\""));
}

/// A word of a mark without its brackets.
pub fn tanda_telanjang(r: &mut Reader, isi: &str, benar: &str, jalur: &Jalur) {
    r.galat(
        "tanda-salah",
        jalur,
        pesan!(
            "kata tanda dalam `{isi}` tidak berdiri dalam kurung `( )` sebagai tanda",
            "the word of a mark in `{isi}` does not stand in brackets `( )` as a mark"
        ),
    )
    .help = Some(pesan!("tulis \"{benar}\"", "write \"{benar}\""));
}

/// A reading that leaves out the word of magnitude of what is printed: `1.500 juta (dibaca 1500)`.
pub fn bacaan_tanpa_besaran(r: &mut Reader, bacaan: &str, tercetak: &str, kata: &str, penuh: &str, jalur: &Jalur) {
    r.galat(
        "bacaan-salah",
        jalur,
        pesan!(
            "bacaan `{bacaan}` meninggalkan besaran `{kata}` dari `{tercetak}`",
            "the reading `{bacaan}` leaves out the magnitude `{kata}` of `{tercetak}`"
        ),
    )
    .help = Some(pesan!(
        "tulis \"{tercetak} (dibaca {bacaan} {kata})\" atau jumlah utuhnya, \"{tercetak} (dibaca {penuh})\"",
        "write \"{tercetak} (dibaca {bacaan} {kata})\" or the whole amount, \"{tercetak} (dibaca {penuh})\""
    ));
}

/// A mark that says that there is no number, behind a number that can be read.
pub fn angka_ditiadakan(r: &mut Reader, isi: &str, tercetak: &str, jalur: &Jalur) {
    r.galat(
        "tanda-salah",
        jalur,
        pesan!(
            "`{isi}` menyatakan tidak ada angka, padahal `{tercetak}` terbaca",
            "`{isi}` says that there is no number, but `{tercetak}` can be read"
        ),
    )
    .help = Some(pesan!(
        "bila angkanya tercetak, tulis \"{tercetak}\"; bila diragukan, \"{tercetak} (ragu: apa yang diragukan)\"; bila memang tidak berlaku, tulis alasannya: \"{tercetak} (tidak berlaku: alasannya)\"",
        "where the number is printed, write \"{tercetak}\"; where it is doubted, \"{tercetak} (ragu: what is doubted)\"; where it does not apply, write why: \"{tercetak} (tidak berlaku: why)\""
    ));
}

/// A reading of three digits behind one point.
pub fn bacaan_ganda(
    r: &mut Reader,
    bacaan: &str,
    tercetak: &str,
    readings: &[Reading],
    jalur: &Jalur,
    harapan: &Harapan<'_>,
) {
    let message =
        pesan!("bacaan `{bacaan}` sendiri punya dua bacaan", "the reading `{bacaan}` has two readings itself");
    r.galat("bacaan-salah", jalur, message).help = Some(ways(tercetak, readings, harapan));
}

/// A number whose two readings differ by its thousands.
pub fn angka_ganda(r: &mut Reader, text: &str, readings: &[Reading], gaya: bool, jalur: &Jalur, harapan: &Harapan<'_>) {
    let mut help = ways(text, readings, harapan);
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
    .help = Some(
        // The number before the bracket is the reading of a bracket that is printed; an invented one would be published.
        match isi.split('(').next().map(|text| parse(text, Style::TidakDinyatakan)) {
            Some(Ok(angka)) => {
                let nilai = polos(angka.nilai);
                pesan!(
                    "tulis satu tanda, `{benar}`; kurung yang memang tercetak ditulis di depan tanda: \"{isi} (dibaca {nilai})\"",
                    "write one mark, `{benar}`; a bracket that is printed stands before a mark: \"{isi} (dibaca {nilai})\""
                )
            }
            _ => pesan!("tulis satu tanda, `{benar}`", "write one mark, `{benar}`"),
        },
    );
}

/// The number behind the sign or word of a bound.
fn ujung(text: &str, harapan: &Harapan<'_>) -> Option<String> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    parse(text[start..].trim(), harapan.style).ok().map(|a| polos_persen(&a))
}

/// Whether runs of digits may be several numbers: parted by spaces or signs of a list, none of them the end of another.
fn daftar(text: &str, urut: &str) -> bool {
    let mut runs =
        text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).filter(|t| !t.is_empty()).skip(1);
    urut.contains('/') && text.contains([' ', '/', ';', '&', '+', '|']) && !runs.any(|t| t.starts_with('0'))
}

/// Reports a number that cannot be read.
pub fn report_number(r: &mut Reader, text: &str, jalur: &Jalur, error: &NumberError, harapan: &Harapan<'_>) {
    let (code, message, help) = match error {
        NumberError::Ambigu(readings) => {
            let mut help = ways(text, readings, harapan);
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
            ways(text, readings, harapan),
        ),
        NumberError::Ilmiah(readings) => (
            "angka-menyimpang",
            pesan!("`{text}` ditulis dengan pangkat sepuluh", "`{text}` is written with a power of ten"),
            if readings.is_empty() { isi_kolom(harapan) } else { ways(text, readings, harapan) },
        ),
        NumberError::Banyak(readings) => {
            let mut help = ways(text, readings, harapan);
            if let Some(more) = dari(text, harapan).or_else(|| laju(text)) {
                help = more;
            } else if harapan.boleh.komposit {
                let lagi = if readings.is_empty() { "" } else { "; " };
                let urut = berurutan(text, harapan.style);
                // The digits of one number are no list: `1 000`, `5’368`, `12..5`.
                let urut = Some(urut).filter(|u| readings.is_empty() || daftar(text, u));
                if let Some(one) = pertama(text, harapan).filter(|_| readings.is_empty()) {
                    help.sambung(&pesan!(
                        "satu angka ditulis dengan bacaannya, \"{text} (dibaca {one})\"; ",
                        "one number is written with its reading, \"{text} (dibaca {one})\"; "
                    ));
                }
                if let Some(urut) = &urut {
                    help.sambung(&pesan!(
                        "{lagi}beberapa angka berurutan ditulis dengan garis miring, \"{text} (dibaca {urut})\", atau dengan satuan di belakang tiap angka",
                        "{lagi}several numbers in order are written with slashes, \"{text} (dibaca {urut})\", or with a unit behind each"
                    ));
                }
                if urut.is_some() && !harapan.bebas {
                    help.sambung(&pesan!(
                        ", atau nyatakan `isi: komposit` pada indikatornya",
                        ", or state `isi: komposit` on the indicator"
                    ));
                }
            } else if readings.is_empty() {
                help = isi_kolom(harapan);
                if let Some(one) = pertama(text, harapan) {
                    help.sambung(&pesan!(
                        "; bila satu yang dimaksud, tulis \"{text} (dibaca {one})\"",
                        "; where one of them is meant, write \"{text} (dibaca {one})\""
                    ));
                } else {
                    help.sambung(&utuh(text));
                }
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
        NumberError::Jam => (
            "bukan-angka",
            pesan!("`{text}` adalah jam, bukan angka", "`{text}` is a time of day, not a number"),
            pesan!(
                "tulis \"{text} (tidak berlaku: jam)\"; bila yang dimaksud lamanya atau sebuah angka, tulis bacaannya di belakangnya: `(dibaca …)` dengan angka dan satuannya",
                "write \"{text} (tidak berlaku: jam)\"; where a length of time or a number is meant, write its reading behind it: `(dibaca …)` with the number and its unit"
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
            {
                let mut help = isi_kolom(harapan);
                // A bound that is printed where one figure is asked for is read as its end, and says so.
                if let Some(end) = ujung(text, harapan).filter(|_| *en == "a bound") {
                    help.sambung(&pesan!(
                        "; yang tercetak sebagai batas ditulis dengan ujungnya: \"{text} (dibaca {end}: batas)\"",
                        "; what is printed as a bound is written with its end: \"{text} (dibaca {end}: a bound)\""
                    ));
                }
                help
            },
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
