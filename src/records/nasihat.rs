//! Nasihat: how a cell that cannot be read is written so that it can: each reading with its form, by what stands in the cell.

use super::harapan::Harapan;
use super::pecahan::{hitungan, pecahan, polos, polos_persen};
use crate::diagnostic::Pesan;
use crate::number::{self, BESARAN, Lang, Reading, Satu, Style, parse};
use crate::pesan;
use rust_decimal::Decimal;

/// What stands around the number of a text and belongs to its reading: `Rp`, a word of magnitude, `%`, the unit. A reading
/// without it would be another amount.
fn sekitar(text: &str, harapan: &Harapan<'_>) -> (&'static str, String) {
    let Some(end) = text.rfind(|c: char| c.is_ascii_digit()) else { return ("", String::new()) };
    let behind = text[end + 1..].trim_start_matches([',', '.', '-', ' ', ')']).trim();
    let uang =
        harapan.boleh.satu == Satu::Uang || text.trim_start_matches(['(', '-', ' ']).to_lowercase().starts_with("rp");
    let word = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let lower = word.to_lowercase();
    let besar = BESARAN.iter().any(|(known, _, unit)| *known == lower && (uang || !unit));
    let (besaran, rest) =
        if besar { (word, behind[word.len()..].trim_start_matches('.').trim()) } else { ("", behind) };
    let own = number::kata_besaran(Lang::Id, harapan.boleh.pangkat).filter(|_| besaran.is_empty() && uang);
    let besaran = own.unwrap_or(besaran);
    let plain = rest.chars().all(|c| c.is_alphanumeric() || " %‰²³".contains(c))
        && !rest.contains(|c: char| c.is_ascii_digit());
    let unit = if harapan.boleh.satu == Satu::Apa && plain { rest } else { "" };
    let behind = match (besaran, unit) {
        ("", "") => String::new(),
        ("", unit) if unit.starts_with(['%', '‰']) => unit.to_string(),
        (a, b) => format!(" {a} {b}").trim_end().replace("  ", " "),
    };
    (if uang && harapan.boleh.satu == Satu::Apa { "Rp" } else { "" }, behind)
}

/// Each reading with how it is written.
pub(super) fn ways(text: &str, readings: &[Reading], harapan: &Harapan<'_>) -> Pesan {
    let (before, behind) = sekitar(text, harapan);
    let mut id = Vec::new();
    let mut en = Vec::new();
    for reading in readings {
        // The amounts of a table in millions that may be whole rupiah are written out.
        let whole = harapan.boleh.pangkat > 0 && reading.nilai.abs() >= Decimal::from(1_000_000_000);
        let (before, behind) = if whole { ("", "") } else { (before, behind.as_str()) };
        let plain = polos(reading.nilai);
        let value = Lang::Id.grouped(reading.nilai);
        id.push(format!("{value}{behind} ({}) ditulis \"{text} (dibaca {before}{plain}{behind})\"", reading.sebab.0));
        let value = Lang::En.grouped(reading.nilai);
        en.push(format!(
            "{value}{behind} ({}) is written \"{text} (dibaca {before}{plain}{behind})\"",
            reading.sebab.1
        ));
    }
    Pesan::new(id.join("; atau "), en.join("; or "))
}

/// The number of a text with its unit, as a reading, where the rest of the text only speaks about it: `500 orang` of
/// `500 orang, naik 20`. Not where the rest is part of the amount (a sign, a second magnitude, the other end of a range,
/// a power, a fraction, a bound): a reading of a part would be another figure.
pub(super) fn pertama(text: &str, harapan: &Harapan<'_>) -> Option<String> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let token =
        text[start..].find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).map_or(text.len(), |n| start + n);
    let unit: String =
        text[token..].trim_start().chars().take_while(|c| c.is_alphabetic() || matches!(c, '%' | '‰' | ' ')).collect();
    if !sendiri(&text[..start], &text[token..], &unit) {
        return None;
    }
    let number = text[start..token].trim_matches(['.', ',']);
    let mut words = unit.split_whitespace();
    let word =
        words.next().filter(|w| !matches!(*w, "x" | "dari" | "atau" | "dan" | "naik" | "turun")).unwrap_or_default();
    let nilai = polos(parse(number, harapan.style).ok()?.nilai);
    let word = if harapan.boleh.satu == Satu::Apa { word } else { "" };
    Some(if word.starts_with(['%', '‰']) {
        format!("{nilai}{word}")
    } else {
        format!("{nilai} {word}").trim_end().to_string()
    })
}

/// Where no reading can be offered, the whole value is asked for.
pub(super) fn utuh(text: &str) -> Pesan {
    pesan!(
        "; satu angka dengan bentuk lain ditulis nilai utuhnya di belakang teksnya: \"{text} (dibaca …)\", tanda minus, besaran, dan satuannya ikut",
        "; one number in another form is written with its whole value behind the text: \"{text} (dibaca …)\", with its sign, magnitude and unit"
    )
}

/// Whether what stands before and behind a number leaves its value alone.
fn sendiri(before: &str, behind: &str, unit: &str) -> bool {
    // Before it: nothing, or words that only introduce it.
    const PENGANTAR: [&str; 9] = ["rp", "idr", "sebanyak", "sejumlah", "sebesar", "total", "jumlah", "ada", "nilai"];
    let lead = before.to_lowercase();
    let lead = lead.split(|c: char| c.is_whitespace() || matches!(c, '.' | ':')).filter(|w| !w.is_empty());
    if !lead.into_iter().all(|w| PENGANTAR.contains(&w)) {
        return false;
    }
    // Directly behind it: a separator of thousands, a range, a fraction, a power, a list.
    let next = behind.trim_start().chars().next();
    // `0o17`
    let mut glued = behind.chars();
    if glued.next().is_some_and(char::is_alphabetic) && glued.next().is_some_and(|c| c.is_ascii_digit()) {
        return false;
    }
    if next.is_some_and(|c| "/~^*×;–—-+±&=’'`½¼¾⅓⅔²³".contains(c)) || behind.contains('^') {
        return false;
    }
    // A word that goes on with the number, where another number follows.
    const SAMBUNGAN: [&str; 8] = ["s", "sd", "sampai", "hingga", "dan", "banding", "koma", "per"];
    let words: Vec<String> = unit.split_whitespace().map(str::to_lowercase).collect();
    let more = behind.contains(|c: char| c.is_ascii_digit());
    if more && words.iter().any(|w| SAMBUNGAN.contains(&w.as_str())) {
        return false;
    }
    // Magnitudes would be lost, or are more than one.
    !words.iter().any(|w| matches!(w.as_str(), "puluh" | "belas" | "ratus") || number::menyebut_besaran(w))
}

/// What a column holds, in words and with an example.
pub(super) fn isi_kolom(harapan: &Harapan<'_>) -> Pesan {
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

/// Help depends on what stands there: a word of a scale, a number with something before it, or a text.
pub(super) fn bukan_angka(text: &str, harapan: &Harapan<'_>) -> Pesan {
    if !harapan.huruf.is_empty() && !text.contains(|c: char| c.is_ascii_digit()) {
        let list = harapan.huruf.iter().map(|h| format!("`{}`", h.teks)).collect::<Vec<_>>().join(", ");
        // `Belum ada` is the class `Tidak Ada`, `≥ BB` the class `BB`: the author says so.
        let lower = text.to_lowercase();
        let none = lower.starts_with("tidak") || lower.starts_with("belum");
        let like = harapan.huruf.iter().find(|h| none && h.teks.to_lowercase().starts_with("tidak"));
        let word = text.split(|c: char| !c.is_alphanumeric()).rfind(|w| !w.is_empty()).unwrap_or_default();
        let like = like.or_else(|| harapan.huruf.iter().find(|h| h.teks.eq_ignore_ascii_case(word)));
        let Some(like) = like.or_else(|| harapan.huruf.first()) else { return isi_kolom(harapan) };
        let like = &like.teks;
        return pesan!(
            "skala indikator ini mengenal {list}; yang tercetak dengan kata lain ditulis dengan kelasnya, misalnya \"{text} (dibaca {like})\"",
            "the scale of this indicator knows {list}; what is printed in other words is written with its class, for example \"{text} (dibaca {like})\""
        );
    }
    if let Some(help) = perkiraan(text, harapan).or_else(|| pecahan(text)) {
        return help;
    }
    let mut help = isi_kolom(harapan);
    if harapan.boleh.lain
        && let Some(one) = pertama(text, harapan)
    {
        help.sambung(&pesan!(
            "; kata lain di samping angkanya ditulis dengan bacaannya: \"{text} (dibaca {one})\"",
            "; where other words stand beside the number, write its reading: \"{text} (dibaca {one})\""
        ));
    } else if text.contains(|c: char| c.is_ascii_digit()) {
        help.sambung(&utuh(text));
    }
    if harapan.bebas && harapan.boleh.lain && !text.contains(|c: char| c.is_ascii_digit()) {
        help.sambung(&pesan!(
            "; kolom yang berisi kata ditulis `teks: true` pada kolomnya",
            "; a column that holds words is written with `teks: true`"
        ));
    } else if harapan.boleh.lain && !text.contains(|c: char| c.is_ascii_digit()) {
        help.sambung(&pesan!(
            "; huruf atau kata yang bernilai (BB, WTP, Paripurna) memerlukan `skala: <kode>` pada indikatornya",
            "; a letter or word that is a value (BB, WTP, Paripurna) needs `skala: <code>` on its indicator"
        ));
    }
    help
}

/// Words and signs of an estimate before a number, and where the number begins.
fn taksiran(text: &str) -> Option<(usize, &str)> {
    const KATA: [&str; 16] = [
        "ca",
        "ca.",
        "kl",
        "kl.",
        "k.l.",
        "±",
        "+/-",
        "~",
        "≈",
        "kurang lebih",
        "lebih kurang",
        "sekitar",
        "kira-kira",
        "hampir",
        "perkiraan",
        "rata-rata",
    ];
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let word = text[..start].trim();
    // `50-an`
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    if word.is_empty() && text[end..].trim_start_matches('-').split(' ').next() == Some("an") {
        return Some((start, &text[end..]));
    }
    // `90% lebih kurang`
    if word.is_empty()
        && let Some(word) = number::taksiran_di_belakang(&text[end..])
    {
        return Some((start, word));
    }
    KATA.contains(&word.to_lowercase().as_str()).then_some((start, word))
}

/// The help for a number that is printed as an estimate.
fn perkiraan(text: &str, harapan: &Harapan<'_>) -> Option<Pesan> {
    let (start, word) = taksiran(text)?;
    let value = pertama_utuh(text[start..].trim_end_matches(word).trim_end(), harapan);
    Some(pesan!(
        "`{word}` menyatakan taksiran; tulis angkanya dengan tanda: \"{text} (dibaca {value}: taksiran)\"",
        "`{word}` states an estimate; write its number with a mark: \"{text} (dibaca {value}: taksiran)\""
    ))
}

/// A whole text as a reading: `17 ribu orang`.
fn pertama_utuh(text: &str, harapan: &Harapan<'_>) -> String {
    let (before, behind) = sekitar(text, harapan);
    let behind = behind.strip_prefix(" an").map_or(behind.as_str(), str::trim_end);
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(text.len());
    let number = text[..end].trim_matches(['.', ',']);
    let nilai = parse(number, harapan.style).map_or_else(|_| number.replace(['.', ','], ""), |a| polos(a.nilai));
    format!("{before}{nilai}{behind}")
}

/// The numbers of a text, plain and in order.
pub(super) fn berurutan(text: &str, style: Style) -> String {
    let tokens = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
    let plain = |t: &str| {
        let t = t.trim_matches(['.', ',']);
        parse(t, style).map_or_else(|_| t.replace(['.', ','], ""), |a| polos(a.nilai))
    };
    tokens.map(plain).filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" / ")
}

/// `1.547 dari 8.202 jiwa`: the counts behind a percentage have columns of their own.
pub(super) fn dari(text: &str, harapan: &Harapan<'_>) -> Option<Pesan> {
    if let Some(help) = hitungan(text, harapan) {
        return Some(help);
    }
    let (part, whole) = text.split_once(" dari ")?;
    let (part, whole) = (parse(part.trim(), harapan.style).ok()?, parse(whole.trim(), harapan.style).ok()?);
    let share = part.nilai.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole.nilai)?;
    let share = crate::number::round(share, 2).normalize();
    let one = pertama(text, harapan).unwrap_or_else(|| polos(part.nilai));
    Some(pesan!(
        "hitungannya ditulis di kolom `pembilang` dan `penyebut`; persentasenya \"{text} (dibaca {share}%)\", cacahnya \"{text} (dibaca {one})\"",
        "the counts are written in columns `pembilang` and `penyebut`; their percentage \"{text} (dibaca {share}%)\", the count \"{text} (dibaca {one})\""
    ))
}

/// What is left over behind a number: a class, a mark of a footnote, or a unit that is none here.
pub(super) fn sisa_kolom(text: &str, sisa: &str, harapan: &Harapan<'_>) -> Pesan {
    let number = || parse(text.strip_suffix(sisa)?.trim(), harapan.style).ok();
    let inner =
        text.rsplit_once(['(', '[']).map(|(number, inner)| (number.trim(), inner.trim_end_matches([')', ']', ' '])));
    let read = inner.and_then(|(number, inner)| parse(number, harapan.style).ok().map(|a| (a, inner)));
    // What the amount is counted in, and where it comes from.
    if let Some((a, word)) = &read
        && number::menyebut_besaran(word)
        && !word.contains(|c: char| c.is_ascii_digit())
    {
        let (plain, word) = (polos(a.nilai), word.trim());
        return pesan!(
            "besaran ditulis di belakang angkanya: \"{text} (dibaca {plain} {word})\"; bila seluruh tabel begitu, nyatakan `dalam: {word}`",
            "a magnitude is written behind its number: \"{text} (dibaca {plain} {word})\"; where the whole table is so, state `dalam: {word}`"
        );
    }
    if let Some((a, word)) =
        read.as_ref().filter(|(_, word)| harapan.boleh.satu == Satu::Uang && number::sumber_dana(word))
    {
        let plain = polos(a.nilai);
        return pesan!(
            "sumber dana ditulis di kolom `sumber_dana`: \"{word}\"; jumlahnya \"{text} (dibaca {plain})\"",
            "a source of funds is written in a column `sumber_dana`: \"{word}\"; the amount \"{text} (dibaca {plain})\""
        );
    }
    // `1.250 orang (98%)`: two numbers, and the cell is one of them.
    if let Some((a, other)) = &read
        && let Ok(b) = parse(other, harapan.style)
        && harapan.boleh.satu == Satu::Apa
    {
        let write = |a: &number::Angka| {
            let unit = a.satuan.as_ref().map_or(String::new(), |u| format!(" {u}"));
            format!("{}{unit}", polos_persen(a))
        };
        let (a, b) = (write(a), write(&b));
        return pesan!(
            "sel ini berisi dua angka; tulis yang dimaksud kolomnya: \"{text} (dibaca {a})\" atau \"{text} (dibaca {b})\"",
            "this cell holds two numbers; write the one of its column: \"{text} (dibaca {a})\" or \"{text} (dibaca {b})\""
        );
    }
    if sisa.starts_with('(')
        && let Some(kelas) = sisa.strip_suffix(')').map(|s| s.trim_start_matches('('))
        && kelas.contains(char::is_alphabetic)
    {
        let plain = read.map_or_else(|| "95.39".to_string(), |(a, _)| polos(a.nilai));
        return pesan!(
            "predikat di samping angka ditulis di kolom `predikat`: \"{kelas}\"; angkanya \"{text} (dibaca {plain})\"",
            "a class beside the number is written in a column `predikat`: \"{kelas}\"; the number \"{text} (dibaca {plain})\""
        );
    }
    if let Some(help) = hitungan(text, harapan).or_else(|| perkiraan(text, harapan)).or_else(|| pecahan(text)) {
        return help;
    }
    // `10²`
    if let (Some(power), Some(a)) = (sisa.chars().next().and_then(|c| "²³".find(c)), number())
        && sisa.chars().count() == 1
    {
        let power = if power == 0 { 2 } else { 3 };
        let high = (1..power).try_fold(a.nilai, |all, _| all.checked_mul(a.nilai)).map(|v| polos(v.normalize()));
        let (plain, high) = (polos(a.nilai), high.unwrap_or_default());
        return pesan!(
            "bila itu tanda catatan kaki, tulis \"{text} (dibaca {plain})\"; bila pangkat, \"{text} (dibaca {high})\"",
            "where it is the mark of a footnote, write \"{text} (dibaca {plain})\"; where it is a power, \"{text} (dibaca {high})\""
        );
    }
    let mark = sisa.chars().filter(|c| c.is_ascii_alphabetic()).count() <= 1 && !sisa.contains(['%', '‰']);
    if let Some(a) = number().filter(|_| mark) {
        let plain = polos_persen(&a);
        return pesan!(
            "tanda catatan kaki bukan bagian angkanya; tulis \"{text} (dibaca {plain}: isi catatan kaki)\"",
            "a footnote mark is no part of the number; write \"{text} (dibaca {plain}: what the footnote says)\""
        );
    }
    let mut help = isi_kolom(harapan);
    if let Some(one) = pertama(text, harapan) {
        help.sambung(&pesan!(
            "; keterangan di samping angkanya ditulis dengan bacaannya: \"{text} (dibaca {one})\"",
            "; what stands beside the number is written with its reading: \"{text} (dibaca {one})\""
        ));
    } else {
        help.sambung(&utuh(text));
    }
    help
}
