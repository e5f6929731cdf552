//! `terang explain`: what a code means. STUB: the findings helper fills [`aturan`] from the docs of the rules.

use super::{Akhir, Henti, lapor};
use crate::diagnostic::Lang;
use crate::pesan;

#[derive(clap::Args)]
pub struct Args {
    /// Kode seperti tertulis dalam kurung siku: galat[angka-ambigu]
    kode: Option<String>,
}

/// Code and explanation of every rule. PLUG IN HERE: `findings::` table, code and docs.
fn aturan() -> Vec<(&'static str, &'static str)> {
    Vec::new()
}

pub fn run(args: &Args, lang: Lang) -> Result<Akhir, Henti> {
    let rules = aturan();
    let Some(kode) = &args.kode else {
        for (kode, docs) in &rules {
            lapor::print(&format!("{kode}\t{}", docs.lines().next().unwrap_or("")));
        }
        return Ok(Akhir::Baik);
    };
    if let Some((_, docs)) = rules.iter().find(|(own, _)| own == kode) {
        lapor::print(docs);
        return Ok(Akhir::Baik);
    }
    let near = crate::records::nearest(kode, rules.iter().map(|(own, _)| *own));
    let bantuan = match near {
        Some(near) => pesan!("mungkin maksudnya `{near}`", "did you mean `{near}`?"),
        None => pesan!("`terang explain` menampilkan semua kode", "`terang explain` lists all codes"),
    };
    let _ = lang;
    Err(Henti::new(pesan!("kode `{kode}` tidak dikenal", "unknown code `{kode}`"), bantuan))
}
