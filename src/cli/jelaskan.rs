//! `terang explain`: what a rule of findings means, from the docs the rule itself carries.

use super::{Akhir, Henti, lapor};
use crate::diagnostic::Lang;
use crate::findings::{self, Aturan};
use crate::pesan;
use crate::records::nearest;

#[derive(clap::Args)]
pub struct Args {
    /// Kode seperti tertulis dalam kurung siku: peringatan[serapan-beda]
    kode: Option<String>,
}

pub fn run(args: &Args, lang: Lang) -> Result<Akhir, Henti> {
    let name = |a: &Aturan| match lang {
        Lang::Id => a.nama,
        Lang::En => a.nama_en,
    };
    let Some(kode) = &args.kode else {
        let width = findings::ATURAN.iter().map(|a| a.kode.len()).max().unwrap_or(0);
        for a in findings::ATURAN {
            lapor::print(&format!("{:width$}  {}", a.kode, name(a)));
        }
        return Ok(Akhir::Baik);
    };
    if let Some(a) = findings::aturan(kode) {
        let dasar = a.dasar.map(|d| format!("\n\n{d}")).unwrap_or_default();
        // The docs of a rule are its public page, which is Indonesian.
        lapor::print(&format!("{} [{}]\n\n{}{dasar}", name(a), a.kode, a.dokumentasi.trim().replace("**", "")));
        return Ok(Akhir::Baik);
    }
    let bantuan = match nearest(kode, findings::ATURAN.iter().map(|a| a.kode)) {
        Some(near) => pesan!("mungkin maksudnya `{near}`", "did you mean `{near}`?"),
        None => pesan!("`terang explain` menampilkan semua aturan", "`terang explain` lists all rules"),
    };
    Err(Henti::new(pesan!("aturan `{kode}` tidak dikenal", "unknown rule `{kode}`"), bantuan))
}
