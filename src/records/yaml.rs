//! Yaml: what the parser says of a file it cannot read, said again for the person who typed it: what it is, what to do.

use super::naskah::TERDALAM;
use crate::diagnostic::{Diagnostic, Pesan, Spot};
use crate::pesan;
use std::sync::Arc;

/// What the parser says; what it means, and the cure, in both languages.
type Kenal = (&'static str, [&'static str; 2], [&'static str; 2]);

const KENAL: [Kenal; 22] = [
    (
        "mapping values are not allowed",
        ["`: ` di tempat yang tidak semestinya", "`: ` where none can be"],
        [
            "teks yang memuat `: ` ditulis dalam tanda kutip; bila ini kunci baru, periksa indentasinya",
            "text that holds `: ` is written in quotes; if this is a new key, check its indentation",
        ],
    ),
    (
        "block sequence entries are not allowed",
        ["`-` tanpa tanda kutip dibaca sebagai butir daftar", "`-` without quotes is read as an item of a list"],
        [
            "nilai yang tercetak `-` ditulis dengan alasannya, misalnya \"- (tidak tercetak)\"; butir daftar dimulai di baris baru",
            "a printed `-` is written with its reason, for example \"- (tidak tercetak)\"; items of a list begin on a new line",
        ],
    ),
    (
        "mapping keys are not allowed",
        ["`?` tanpa tanda kutip", "`?` without quotes"],
        ["tulis dalam tanda kutip: \"?\"", "write it in quotes: \"?\""],
    ),
    (
        "tab character",
        ["baris ini diindentasi dengan tab", "this line is indented with a tab"],
        ["ganti tab dengan spasi (dua spasi setiap tingkat)", "replace the tab by spaces (two for each level)"],
    ),
    (
        "unknown anchor",
        ["teks yang diawali `*` ditulis dalam tanda kutip", "text that begins with `*` is written in quotes"],
        ["tulis misalnya \"* Sumber: ...\"", "write for example \"* Sumber: ...\""],
    ),
    (
        "while scanning an a",
        [
            "teks yang diawali `*` atau `&` ditulis dalam tanda kutip",
            "text that begins with `*` or `&` is written in quotes",
        ],
        ["tulis misalnya \"* Sumber: ...\"", "write for example \"* Sumber: ...\""],
    ),
    (
        "tag",
        ["teks yang diawali `!` ditulis dalam tanda kutip", "text that begins with `!` is written in quotes"],
        ["tulis misalnya \"! catatan\"", "write for example \"! note\""],
    ),
    (
        "unknown escape character",
        ["`\\` dalam tanda kutip ganda mengubah arti huruf sesudahnya", "`\\` in double quotes changes what follows"],
        ["pakai tanda kutip tunggal: 'C:\\data', atau tulis `\\\\`", "use single quotes: 'C:\\data', or write `\\\\`"],
    ),
    (
        "while scanning a quoted scalar",
        ["tanda kutip tidak ditutup", "a quotation mark is not closed"],
        ["tutup tanda kutipnya", "close it"],
    ),
    (
        "while scanning a block scalar",
        ["`|` atau `>` diikuti teks di baris yang sama", "`|` or `>` is followed by text on the same line"],
        [
            "mulai teksnya di baris berikut, atau tulis dalam tanda kutip",
            "begin the text on the next line, or write it in quotes",
        ],
    ),
    (
        "did not find expected ',' or ']'",
        ["daftar `[...]` tidak ditutup, atau kurang koma", "a list `[...]` is not closed, or a comma is missing"],
        [
            "tulis misalnya `[\"1\", \"2\"]`; nilai yang memuat koma ditulis dalam tanda kutip",
            "write for example `[\"1\", \"2\"]`; a value that holds a comma is written in quotes",
        ],
    ),
    (
        "did not find expected ',' or '}'",
        ["peta `{...}` tidak ditutup, atau kurang koma", "a map `{...}` is not closed, or a comma is missing"],
        [
            "tulis misalnya `{kode: a, nama: b}`; nilai yang memuat koma ditulis dalam tanda kutip",
            "write for example `{kode: a, nama: b}`; a value that holds a comma is written in quotes",
        ],
    ),
    (
        "did not find expected key",
        ["di sini diharapkan sebuah kunci", "a key is expected here"],
        [
            "periksa tanda kutip yang belum ditutup di atasnya, dan indentasi baris ini",
            "check for a quotation mark above that is not closed, and the indentation of this line",
        ],
    ),
    (
        "did not find expected '-' indicator",
        ["di sini diharapkan butir daftar", "an item of a list is expected here"],
        ["setiap butir diawali `- ` dengan indentasi yang sama", "each item begins with `- ` at the same indentation"],
    ),
    (
        "did not find expected node content",
        ["nilai tidak bisa diawali karakter ini", "no value can begin with this character"],
        [
            "tulis nilainya dalam tanda kutip, atau hapus kurung yang berlebih",
            "write the value in quotes, or remove a bracket too many",
        ],
    ),
    (
        "could not find expected ':'",
        ["kunci ini tidak diikuti `: `", "this key is not followed by `: `"],
        [
            "tulis `kunci: nilai`; teks yang bersambung ke baris ini diindentasi lebih dalam",
            "write `key: value`; text that goes on in this line is indented deeper",
        ],
    ),
    (
        "control characters are not allowed",
        ["ada karakter kendali yang tidak terlihat", "there is a control character, which nobody can see"],
        ["hapus: ketik ulang bagian itu", "remove it: type that part again"],
    ),
    (
        "more than one document",
        ["`---` di tengah berkas memulai dokumen kedua", "`---` within a file begins a second document"],
        ["hapus baris `---`; satu berkas satu dokumen", "remove the line `---`; a file is one document"],
    ),
    (
        "unexpected document indicator",
        ["`---` atau `...` di tengah teks yang dikutip", "`---` or `...` within quoted text"],
        ["periksa tanda kutip yang belum ditutup di atasnya", "check for a quotation mark above that is not closed"],
    ),
    (
        "repetition limit exceeded",
        ["berkas ini berlipat ganda lewat `&` dan `*`", "this file multiplies itself through `&` and `*`"],
        ["tulis isinya langsung, tanpa `&` dan `*`", "write what it holds without `&` and `*`"],
    ),
    (
        "recursion limit exceeded",
        ["berkas ini bersarang terlalu dalam", "this file nests too deep"],
        [
            "rekaman tidak pernah sedalam ini: periksa kurung yang tidak ditutup",
            "no record is so deep: check for a bracket that is not closed",
        ],
    ),
    (
        "found character that cannot start",
        ["nilai tidak bisa diawali karakter ini", "no value can begin with this character"],
        [
            "indentasi memakai spasi, bukan tab; teks yang diawali @, ` atau % ditulis dalam tanda kutip",
            "indent with spaces, not tabs; text that begins with @, ` or % is written in quotes",
        ],
    ),
];

/// A file the parser cannot read.
pub fn galat(nama: &Arc<str>, text: &str, error: &serde_yaml::Error) -> Diagnostic {
    let raw = error.to_string();
    let at = error.location().map(|l| (l.line().max(1), l.column().max(1)));
    let mut spot = at.map_or(Spot::Berkas, |(line, column)| Spot::Baris(line, column));
    let line = at.and_then(|(line, _)| text.split('\n').nth(line - 1)).unwrap_or_default();
    let here = at.and_then(|(_, column)| line.chars().nth(column - 1));
    if raw.contains("more than one document") {
        // The parser does not say where.
        let second = text.split('\n').enumerate().skip(1).find(|(_, l)| l.trim_end() == "---");
        spot = second.map_or(spot, |(n, _)| Spot::Baris(n + 1, 1));
        if second.is_none() {
            let what = pesan!("berkas ini tidak terbaca sebagai satu isi", "this file cannot be read as one content");
            let help = pesan!(
                "satu berkas berisi baris-baris `kunci: nilai`; teks yang diawali `!`, `&` atau `*` ditulis dalam tanda kutip",
                "a file holds lines of `key: value`; text that begins with `!`, `&` or `*` is written in quotes"
            );
            return Diagnostic::galat("yaml-salah", nama, spot, what).bantuan(help);
        }
    }
    let (what, mut help) = if line.contains(['“', '”', '‘', '’']) && !raw.contains("recursion") {
        (
            Pesan::new("baris ini memakai tanda kutip lengkung", "this line has curly quotes"),
            pesan!(
                "ganti dengan tanda kutip lurus \"...\": yang lengkung bagi YAML hanya huruf",
                "use straight quotes \"...\": curly ones are only letters to YAML"
            ),
        )
    } else if let Some(c) =
        line.trim_start_matches([' ', '\t']).chars().next().filter(|c| !c.is_ascii() && c.is_whitespace())
    {
        let code = c as u32;
        (
            pesan!(
                "baris ini diindentasi dengan spasi khusus U+{code:04X}",
                "this line is indented with a special space U+{code:04X}"
            ),
            pesan!("ganti dengan spasi biasa", "replace it by plain spaces"),
        )
    } else if here == Some('\t')
        || (raw.contains("cannot start")
            && line.starts_with([' ', '\t'])
            && line.trim_start_matches(' ').starts_with('\t'))
    {
        dari(&KENAL[3])
    } else {
        KENAL.iter().find(|(known, _, _)| raw.contains(known)).map_or_else(|| lain(&raw), dari)
    };
    // A quotation mark that closes early: 'it's', "a "b" c".
    if raw.contains("did not find expected") && line.matches('\'').count() + line.matches('"').count() > 2 {
        help.sambung(&pesan!(
            "; tanda kutip di dalam teks berkutip digandakan: 'Jum''at', atau pakai kutip jenis lain di luarnya",
            "; a quotation mark within quoted text is doubled: 'Jum''at', or use the other kind outside"
        ));
    }
    let mut message = pesan!("YAML tidak terbaca: ", "cannot read the YAML: ");
    message.sambung(&what);
    Diagnostic::galat("yaml-salah", nama, spot, message).bantuan(help)
}

/// A file whose nesting was found too deep before it was parsed.
pub fn terlalu_dalam(nama: &Arc<str>, spot: Spot) -> Diagnostic {
    let message = pesan!(
        "YAML tidak terbaca: berkas ini bersarang lebih dari {TERDALAM} tingkat",
        "cannot read the YAML: this file nests deeper than {TERDALAM} levels"
    );
    let help = dari(&KENAL[20]).1;
    Diagnostic::galat("yaml-salah", nama, spot, message).bantuan(help)
}

fn dari((_, what, help): &Kenal) -> (Pesan, Pesan) {
    (Pesan::new(what[0], what[1]), Pesan::new(help[0], help[1]))
}

/// What nobody met yet, in the parser's own words.
fn lain(raw: &str) -> (Pesan, Pesan) {
    let (said, _) = raw.split_once(" at line ").unwrap_or((raw, ""));
    (
        Pesan::new(said, said),
        pesan!(
            "periksa indentasi (spasi, bukan tab), tanda kutip dan kurung yang belum ditutup",
            "check the indentation (spaces, no tabs), unclosed quotes and brackets, and `: ` inside unquoted text"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The message in Indonesian and its place.
    fn kata(text: &str) -> (String, Spot) {
        let error = super::super::node::parse(text).expect_err(text);
        let d = galat(&Arc::from("a.yaml"), text, &error);
        (format!("{} ({})", d.message.id, d.help.map(|h| h.id).unwrap_or_default()), d.place.spot)
    }

    #[test]
    fn each_mistake_is_named_for_what_it_is() {
        for (text, expected) in [
            ("a: -", "butir daftar"),
            ("a: - b", "tidak tercetak"),
            ("a: *x", "diawali `*`"),
            ("a: *", "diawali `*`"),
            ("a: \"C:\\data\"", "tanda kutip tunggal"),
            ("a: 1\n---\nb: 2", "dokumen kedua"),
            ("a:\n\t- b", "dengan tab"),
            ("a: 5\n\tb: 6", "dengan tab"),
            ("a: Dinas: Sosial", "dalam tanda kutip"),
            ("a: @x", "diawali @"),
            ("a: %x", "diawali @"),
            ("a: |x", "baris berikut"),
            ("a: 'Jum'at'", "digandakan"),
            ("a: “b: c”", "kutip lengkung"),
            ("a: [1, 2", "tidak ditutup"),
            ("a: x\nb", "diindentasi lebih dalam"),
            ("a: ,x", "dalam tanda kutip"),
            ("a: ?", "`?` tanpa tanda kutip"),
        ] {
            let (said, spot) = kata(text);
            assert!(said.contains(expected), "{text:?}: {said}");
            assert_ne!(spot, Spot::Berkas, "{text:?}");
        }
    }

    #[test]
    fn no_message_of_the_parser_is_left_in_its_own_language() {
        for (_, what, help) in KENAL {
            assert!(what[0] != what[1] && help[0] != help[1], "{what:?}");
        }
    }
}
