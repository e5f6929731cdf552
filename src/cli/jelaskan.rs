//! `terang explain`: what a rule of findings means, from the docs the rule itself carries.

use super::{Akhir, Henti, lapor};
use crate::diagnostic::Lang;
use crate::findings;
use crate::pesan;
use crate::records::nearest;

#[derive(clap::Args)]
pub struct Args {
    /// Kode seperti tertulis dalam kurung siku: peringatan[serapan-beda]
    kode: Option<String>,
}

pub fn run(args: &Args, lang: Lang) -> Result<Akhir, Henti> {
    let Some(kode) = &args.kode else {
        let width = findings::ATURAN.iter().map(|a| a.kode.len()).max().unwrap_or(0);
        for a in findings::ATURAN {
            lapor::print(&format!("{:width$}  {}", a.kode, a.nama(lang)))?;
        }
        return Ok(Akhir::Baik);
    };
    if let Some(a) = findings::aturan(kode) {
        let dasar = a.dasar(lang).map(|d| format!("\n\n{d}")).unwrap_or_default();
        let text = a.dokumentasi(lang).trim().replace("**", "");
        lapor::print(&format!("{} [{}]\n\n{text}{dasar}", a.nama(lang), a.kode))?;
        return Ok(Akhir::Baik);
    }
    let bantuan = match nearest(kode, findings::ATURAN.iter().map(|a| a.kode)) {
        Some(near) => pesan!("mungkin maksudnya `{near}`", "did you mean `{near}`?"),
        None => pesan!("`terang explain` menampilkan semua aturan", "`terang explain` lists all rules"),
    };
    Err(Henti::new(pesan!("aturan `{kode}` tidak dikenal", "unknown rule `{kode}`"), bantuan))
}
