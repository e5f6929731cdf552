//! `terang check`: everything `build` checks, writing nothing.

use super::{Akhir, Henti, Masukan, lapor, muat};
use crate::diagnostic::{self, Format, Lang};
use crate::pesan;

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    masukan: Masukan,
    /// Bentuk pesan: human, short atau json
    #[arg(long, value_enum, default_value = "human", value_name = "BENTUK", hide_possible_values = true)]
    format: Bentuk,
    /// Temuan dan peringatan juga dihitung sebagai galat
    #[arg(long)]
    strict: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Bentuk {
    Human,
    Short,
    Json,
}

pub fn run(args: &Args, lang: Lang) -> Result<Akhir, Henti> {
    let hasil = muat::run(&args.masukan, &|_, _| {})?;
    let lolos = hasil.lolos(args.strict);
    match args.format {
        Bentuk::Json => {
            let list: Vec<&crate::findings::Temuan> = hasil.isi_temuan.iter().collect();
            let mut value = crate::findings::laporan(&list, hasil.diperiksa, &hasil.isi_sources, lang);
            value["galat"] = serde_json::Value::from(diagnostic::json(&hasil.diagnostics, &hasil.sources, lang));
            anstream::println!("{value:#}");
        }
        Bentuk::Short => lapor::diagnostics(&hasil, Format::Short, lang, true),
        Bentuk::Human => {
            lapor::diagnostics(&hasil, Format::Human, lang, true);
            let (n, angka, temuan) = (hasil.berkas, hasil.diperiksa, hasil.temuan.len());
            let text = if hasil.ada_galat() {
                pesan!("{n} berkas dan {angka} angka turunan diperiksa, {temuan} temuan; situs belum bisa dibuat.", "{n} files and {angka} derived figures checked, {temuan} findings; the site cannot be built yet.")
            } else {
                pesan!("{n} berkas dan {angka} angka turunan diperiksa, {temuan} temuan; situs bisa dibuat.", "{n} files and {angka} derived figures checked, {temuan} findings; the site can be built.")
            };
            lapor::say(&text, lang);
        }
    }
    Ok(if lolos { Akhir::Baik } else { Akhir::Galat })
}
