//! Pakai: what is wrong with a command line, in the language that was asked for; clap itself speaks English only.

use super::Henti;
use crate::diagnostic::Pesan;
use crate::pesan;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// What clap found, said again.
pub fn salah(error: &Error) -> Henti {
    let word = |kind| error.get(kind).map(kata).unwrap_or_default();
    let (arg, value) = (word(ContextKind::InvalidArg), word(ContextKind::InvalidValue));
    let message = match error.kind() {
        ErrorKind::UnknownArgument => pesan!("`{arg}` tidak dikenal di sini", "`{arg}` is not known here"),
        ErrorKind::InvalidSubcommand => {
            let command = word(ContextKind::InvalidSubcommand);
            pesan!("perintah `{command}` tidak dikenal", "there is no command `{command}`")
        }
        ErrorKind::MissingRequiredArgument => pesan!("{arg} belum ditulis", "{arg} is missing"),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            pesan!("perintahnya belum ditulis", "the command is missing")
        }
        ErrorKind::InvalidValue if value.is_empty() => pesan!("{arg} membutuhkan nilai", "{arg} needs a value"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            pesan!("`{value}` tidak bisa dipakai untuk {arg}", "`{value}` cannot be used for {arg}")
        }
        ErrorKind::ArgumentConflict => {
            let other = word(ContextKind::PriorArg);
            pesan!("{arg} tidak bisa dipakai bersama {other}", "{arg} cannot be used with {other}")
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            pesan!("banyaknya nilai untuk {arg} tidak cocok", "{arg} has the wrong number of values")
        }
        _ => {
            let said = error.to_string();
            let said = said.lines().next().unwrap_or_default().trim_start_matches("error: ").to_string();
            pesan!("perintah ini tidak bisa dibaca: {said}", "cannot read this command: {said}")
        }
    };
    let mut help = saran(error);
    help.sambung(&pesan!("`terang --help` menjelaskan semua perintah", "`terang --help` explains all commands"));
    Henti::new(message, help)
}

/// The word that was meant, or those that can be chosen from.
fn saran(error: &Error) -> Pesan {
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(near) = near.iter().find_map(|kind| error.get(*kind)).map(kata) {
        return pesan!("mungkin maksudnya `{near}`; ", "did you mean `{near}`? ");
    }
    if error.kind() == ErrorKind::MissingRequiredArgument
        && let Some(form) = error.get(ContextKind::Usage).map(ToString::to_string)
        && let Some(form) =
            form.lines().next().map(|l| l.trim_start_matches("Usage:").trim_start_matches("Pemakaian:").trim())
        && !form.is_empty()
    {
        let form = form.replace("[PILIHAN] ", "");
        return pesan!("bentuknya `{form}`; ", "its form is `{form}`; ");
    }
    match error.get(ContextKind::ValidValue).map(kata).filter(|list| !list.is_empty()) {
        Some(list) => pesan!("pilihannya: {list}; ", "one of: {list}; "),
        None => pesan!("", ""),
    }
}

fn kata(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(list) => list.join(", "),
        other => other.to_string(),
    }
}
