//! `terang explain`: what a rule means, from the rule's own documentation.

use super::{Akhir, Henti};
use crate::diagnostic::Lang;
use crate::pesan;

#[derive(clap::Args)]
pub struct Args {
    /// Kode seperti tertulis dalam kurung siku: galat[angka-ambigu]
    kode: Option<String>,
}

/// Code, name and explanation of every rule.
fn aturan() -> Vec<(&'static str, &'static str, &'static str)> {
    crate::findings::ATURAN.iter().map(|a| (a.kode, a.nama, a.dokumentasi)).collect()
}

pub fn run(args: &Args, lang: Lang) -> Result<Akhir, Henti> {
    let rules = aturan();
    let Some(kode) = &args.kode else {
        let width = rules.iter().map(|(kode, _, _)| kode.len()).max().unwrap_or(0);
        for (kode, nama, _) in &rules {
            anstream::println!("{kode:width$}  {nama}");
        }
        return Ok(Akhir::Baik);
    };
    if let Some((_, nama, docs)) = rules.iter().find(|(own, _, _)| own == kode) {
        anstream::println!("{nama}\n\n{docs}");
        return Ok(Akhir::Baik);
    }
    let near = crate::records::nearest(kode, rules.iter().map(|(own, _, _)| *own));
    let bantuan = match near {
        Some(near) => pesan!("mungkin maksudnya `{near}`", "did you mean `{near}`?"),
        None => pesan!("`terang explain` menampilkan semua kode", "`terang explain` lists all codes"),
    };
    let _ = lang;
    Err(Henti::new(pesan!("kode `{kode}` tidak dikenal", "unknown code `{kode}`"), bantuan))
}
