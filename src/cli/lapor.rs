//! Lapor: what a command says: diagnostics and messages on stderr, results on stdout.

use super::Henti;
use super::muat::Hasil;
use crate::diagnostic::{self, Format, Lang, Pesan};
use crate::pesan;
use std::io::{IsTerminal, Write};

/// Writes all diagnostics, and a line that counts them; the findings too, when `temuan`.
pub fn diagnostics(hasil: &Hasil, format: Format, lang: Lang, temuan: bool) {
    let mut list = hasil.diagnostics.clone();
    if temuan {
        list.extend(hasil.temuan_tampil.iter().cloned());
    }
    // anstream takes the colours off where the terminal, NO_COLOR or CLICOLOR say so.
    let _ = write!(anstream::stderr(), "{}", diagnostic::render(&list, &hasil.sources, format, lang, true));
    let galat = hasil.diagnostics.iter().filter(|d| d.is_galat()).count();
    let peringatan = hasil.diagnostics.len() - galat;
    let mut parts = Vec::new();
    if galat > 0 {
        parts.push(pesan!("{galat} galat", "{galat} errors"));
    }
    if peringatan > 0 {
        parts.push(pesan!("{peringatan} peringatan", "{peringatan} warnings"));
    }
    if !parts.is_empty() && format == Format::Human {
        line(&parts.iter().map(|p| p.in_lang(lang)).collect::<Vec<_>>().join(", "));
    }
}

/// Says why a command stopped.
pub fn henti(henti: &Henti, lang: Lang) {
    let (word, help) = match lang {
        Lang::Id => ("galat", "bantuan"),
        Lang::En => ("error", "help"),
    };
    line(&format!("\u{1b}[1;31m{word}\u{1b}[0m: {}", henti.pesan.in_lang(lang)));
    if let Some(text) = &henti.bantuan {
        line(&format!("  \u{1b}[1;36m{help}\u{1b}[0m: {}", text.in_lang(lang)));
    }
}

/// Says what does not stop a command.
pub fn peringatan(pesan: &Pesan, lang: Lang) {
    let word = lang.pilih("peringatan", "warning");
    line(&format!("\u{1b}[1;33m{word}\u{1b}[0m: {}", pesan.in_lang(lang)));
}

/// A line on stderr.
pub fn line(text: &str) {
    let _ = writeln!(anstream::stderr(), "{text}");
}

/// A result on stdout, and the end of its line.
///
/// # Errors
/// As [`tulis`].
pub fn print(text: &str) -> Result<(), Henti> {
    tulis(&format!("{text}\n"))
}

/// A result on stdout. Whoever closed the pipe has read enough: `terang check --format json | head` is no error.
///
/// # Errors
/// [`Henti`] when it cannot be written: half a result must not pass for a whole one.
pub fn tulis(text: &str) -> Result<(), Henti> {
    let mut out = anstream::stdout();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(Henti::new(
            pesan!("hasil tidak bisa ditulis: {error}", "the result cannot be written: {error}"),
            pesan!("periksa ruang penyimpanan di tempat tujuan keluaran", "check the free space where the output goes"),
        )),
        _ => Ok(()),
    }
}

/// A message on stderr.
pub fn say(pesan: &Pesan, lang: Lang) {
    line(pesan.in_lang(lang));
}

/// Whether a person watches.
pub fn terminal() -> bool {
    std::io::stderr().is_terminal()
}

/// Seconds as an Indonesian or an English reader writes them.
pub fn detik(duration: std::time::Duration, lang: Lang) -> String {
    let hundredths = duration.as_millis() / 10;
    let (whole, part) = (hundredths / 100, hundredths % 100);
    match lang {
        Lang::Id => format!("{whole},{part:02} detik"),
        Lang::En => format!("{whole}.{part:02} seconds"),
    }
}
