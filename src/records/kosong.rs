//! Kosong: cells that hold nothing and do not say why.

use super::harapan::Harapan;
use super::reader::Reader;
use super::tanda::Alasan;
use crate::diagnostic::Jalur;
use crate::pesan;

/// Words that say that there is nothing, and not why.
const TANPA_ISI: [&str; 10] = ["n/a", "na", "n.a", "tad", "kosong", "ref", "value", "div/0", "nil", "null"];

/// Beginnings of a text that says so.
const TANPA_ISI_AWAL: [&str; 34] = [
    "tidak dinilai",
    "tidak diukur",
    "tidak dihitung",
    "tidak dilaporkan",
    "tidak dievaluasi",
    "tidak disurvei",
    "tidak dilaksanakan",
    "tidak tercetak",
    "tidak berlaku",
    "tidak terhitung",
    "tidak terbaca",
    "belum disalin",
    "belum dinilai",
    "belum diukur",
    "belum dihitung",
    "belum dievaluasi",
    "belum keluar",
    "menunggu",
    "masih ",
    "nihil",
    "tidak ada",
    "tdk ada",
    "tak ada",
    "tidak tersedia",
    "tidak dicetak",
    "tidak diisi",
    "tidak dirilis",
    "belum ada",
    "belum tersedia",
    "belum dirilis",
    "belum rilis",
    "belum dilaporkan",
    "belum diisi",
    "belum terbit",
];

/// Whether a text stands for nothing: a dash, `Rp -`, `N.A.`, `nihil (tidak ada bencana)`.
pub(super) fn tanpa_isi(text: &str) -> bool {
    let lower = text.to_lowercase();
    let bare = lower.strip_prefix("rp").unwrap_or(&lower).trim_matches(|c: char| !c.is_alphanumeric());
    if bare.contains(|c: char| c.is_ascii_digit()) && bare != "div/0" {
        return false;
    }
    // A question mark stands for something that cannot be read.
    (bare.is_empty() && !text.contains('?'))
        || TANPA_ISI.contains(&bare)
        || bare == "proses"
        || bare.starts_with("proses ")
        || bare.starts_with("dalam proses")
        || TANPA_ISI_AWAL.iter().any(|word| bare.starts_with(word))
}

/// Reports a cell that does not say why it is empty.
pub(super) fn report_empty(r: &mut Reader, tercetak: &str, jalur: &Jalur, harapan: Harapan<'_>) {
    // A reason that lacks its brackets.
    if let Some((word, _)) = Alasan::KATA.iter().find(|(word, _)| tercetak.to_lowercase() == *word) {
        r.galat(
            "sel-kosong",
            jalur,
            pesan!(
                "alasan `{tercetak}` tidak berdiri dalam kurung",
                "the reason `{tercetak}` does not stand in brackets"
            ),
        )
        .help = Some(pesan!("tulis \"({word})\"", "write \"({word})\""));
        return;
    }
    let message = match tercetak {
        _ if harapan.teks && !tercetak.is_empty() => pesan!(
            "sel `{tercetak}` tidak mengatakan mengapa tidak ada isinya",
            "the cell `{tercetak}` does not say why nothing stands there"
        ),
        "" => pesan!("sel ini kosong, dan tidak mengatakan mengapa", "this cell is empty and does not say why"),
        _ => pesan!(
            "sel `{tercetak}` tidak mengatakan mengapa tidak ada angka",
            "the cell `{tercetak}` does not say why there is no number"
        ),
    };
    // `(tidak dicetak)` is our remark, not what is printed.
    let tercetak = if tercetak.starts_with('(') && tercetak.ends_with(')') { "" } else { tercetak };
    // What stands there can be read.
    let ways = Alasan::SEMUA
        .iter()
        .filter(|(_, a)| tercetak.is_empty() || *a != Alasan::TidakTerbaca)
        .map(|(word, _)| format!("\"{}\"", format!("{tercetak} ({word})").trim_start()))
        .collect::<Vec<_>>()
        .join(", ");
    let nol = format!("{tercetak} (dibaca 0)");
    let nol = nol.trim_start();
    let kelas = harapan.huruf.iter().find(|h| h.teks.to_lowercase().starts_with("tidak"));
    r.galat("sel-kosong", jalur, message).help = Some(match tercetak {
        "" | "-" | "–" | "—" | "~" if harapan.teks => {
            pesan!("tulis alasannya, salah satu dari {ways}", "write the reason, one of {ways}")
        }
        // `Belum ada` of a scale that counts it is a value.
        text if kelas.is_some() && text.contains(char::is_alphabetic) => {
            let kelas = kelas.map_or("", |k| k.teks.as_str());
            pesan!(
                "bila yang tercetak berarti kelas `{kelas}`, tulis \"{text} (dibaca {kelas})\"; bila memang tidak ada nilainya, salah satu dari {ways}",
                "where the print means the class `{kelas}`, write \"{text} (dibaca {kelas})\"; where there is no value, one of {ways}"
            )
        }
        "" | "-" | "–" | "—" | "~" => pesan!(
            "tulis alasannya, salah satu dari {ways}; nol ditulis \"0\"",
            "write the reason, one of {ways}; a true zero is \"0\""
        ),
        _ => pesan!(
            "tulis alasannya, salah satu dari {ways}; bila yang dimaksud nol, tulis \"{nol}\"",
            "write the reason, one of {ways}; where zero is meant, write \"{nol}\""
        ),
    });
}
