//! `terang check`: everything `build` checks, writing nothing.

use super::muat::{self, Rencana};
use super::{Akhir, Henti, Masukan, lapor, temuan};
use crate::diagnostic::{self, Format, Lang};
use crate::output::Kosong;
use crate::pesan;
use crate::simpanan::Tanpa;

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    masukan: Masukan,
    /// Bentuk pesan: human, short atau json
    #[arg(long, value_enum, default_value = "human", value_name = "BENTUK", hide_possible_values = true)]
    format: Bentuk,
    /// Usulkan pasangan angka yang mungkin satu hal (`setara`) dan belum dinilai
    #[arg(long)]
    calon: bool,
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
    let mut hasil = muat::periksa(&args.masukan, true, &Tanpa)?;
    // The built-in theme is right; one of the portal's own can be wrong on any page, so all are made and none is kept.
    if hasil.ada_tema() {
        hasil.bangun(&Rencana::dari(&args.masukan), &Kosong, &Tanpa, &|_, _| {})?;
    }
    let lolos = hasil.lolos(args.strict);
    let calon = if args.calon { temuan::calon(&args.masukan.content) } else { Vec::new() };
    match args.format {
        Bentuk::Json => {
            let mut value = serde_json::json!({
                "versi": 2,
                "berkas": hasil.berkas,
                "diperiksa": hasil.temuan.diperiksa,
                "galat": diagnostic::json(&hasil.diagnostics, &hasil.sources, lang),
                "temuan": temuan::json(&hasil, &args.masukan.content, lang),
            });
            if args.calon {
                value["calon"] = calon.iter().map(temuan::calon_json).collect();
            }
            lapor::print(&format!("{value:#}"))?;
        }
        Bentuk::Short => lapor::diagnostics(&hasil, Format::Short, lang, true),
        Bentuk::Human => {
            lapor::diagnostics(&hasil, Format::Human, lang, true);
            let (n, temuan) = (hasil.berkas, hasil.temuan_tampil.len());
            let text = if hasil.ada_galat() {
                pesan!(
                    "{n} berkas diperiksa; situs belum bisa dibuat.",
                    "{n} files checked; the site cannot be built yet."
                )
            } else {
                pesan!(
                    "{n} berkas diperiksa, {temuan} temuan; situs bisa dibuat.",
                    "{n} files checked, {temuan} findings; the site can be built."
                )
            };
            lapor::say(&text, lang);
        }
    }
    if !matches!(args.format, Bentuk::Json) {
        for u in &calon {
            lapor::print(&temuan::calon_teks(u, lang))?;
        }
        if args.calon {
            let n = calon.len();
            lapor::say(
                &pesan!(
                    "{n} calon; tulis di bawah `setara:` rekamannya, atau tolak dengan `hubungan: bukan` dan `alasan`.",
                    "{n} candidates; write them below `setara:` of the record, or decline them with `hubungan: bukan` and an `alasan`."
                ),
                lang,
            );
        }
    }
    Ok(if lolos { Akhir::Baik } else { Akhir::Galat })
}
