//! `terang build`: reads, checks, builds, and publishes only when everything is right.

use super::kemajuan::Kemajuan;
use super::{Akhir, Henti, Masukan, lapor, muat};
use crate::diagnostic::{Format, Lang};
use crate::output::Terbitan;
use crate::pesan;
use std::path::{Path, PathBuf};
use std::time::Instant;

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    masukan: Masukan,
    /// Folder tempat situs ditulis
    #[arg(long, value_name = "DIR", default_value = "public")]
    out: PathBuf,
    /// Temuan dan peringatan juga menghalangi penerbitan
    #[arg(long)]
    strict: bool,
}

#[allow(clippy::disallowed_methods, reason = "the seconds of the summary; no byte of the site depends on them")]
pub fn run(args: &Args, lang: Lang) -> Result<Akhir, Henti> {
    let start = Instant::now();
    let mut hasil = muat::periksa(&args.masukan, args.strict)?;
    let out = args.out.display();
    let mut sources: Vec<&Path> = vec![&args.masukan.content];
    let theme = hasil.theme.clone();
    sources.extend(theme.as_deref());
    // A folder that is refused is said before the work, and nothing is staged for content that may not be published.
    let mut terbitan = None;
    if hasil.lolos(args.strict) {
        let keluar = Terbitan::new(&args.out, &sources)?;
        let kemajuan = Kemajuan::new(lang);
        let tambahan = muat::Tambahan { kartu: true, cari: true };
        let made = hasil.bangun(&args.masukan, tambahan, &keluar, &|done, total| kemajuan.tell(done, total));
        kemajuan.finish();
        made?;
        terbitan = Some(keluar);
    }
    lapor::diagnostics(&hasil, Format::Human, lang, args.strict);
    let (Some(built), Some(terbitan)) = (&hasil.built, terbitan.filter(|_| hasil.lolos(args.strict))) else {
        let message = if hasil.ada_galat() {
            pesan!("Situs tidak ditulis; isi `{out}` tidak diubah.", "No site was written; `{out}` is unchanged.")
        } else {
            let n = hasil.temuan_tampil.len() + hasil.diagnostics.len();
            pesan!(
                "Situs tidak ditulis: --strict, dan ada {n} temuan atau peringatan; isi `{out}` tidak diubah.",
                "No site was written: --strict, and there are {n} findings or warnings; `{out}` is unchanged."
            )
        };
        lapor::say(&message, lang);
        return Ok(Akhir::Galat);
    };
    let laporan = terbitan.selesai()?;
    let r = &built.ringkasan;
    let (rekaman, halaman, grafik, temuan) = (r.rekaman, r.halaman, r.grafik, r.temuan);
    let (ditulis, tetap, dihapus) = (laporan.ditulis, laporan.tetap, laporan.dihapus);
    let detik = lapor::detik(start.elapsed(), lang);
    let text = pesan!(
        "{rekaman} rekaman, {halaman} halaman, {grafik} grafik, {temuan} temuan, {detik}\n{out}: {ditulis} berkas ditulis, {tetap} tetap, {dihapus} dihapus",
        "{rekaman} records, {halaman} pages, {grafik} charts, {temuan} findings, {detik}\n{out}: {ditulis} files written, {tetap} unchanged, {dihapus} removed"
    );
    lapor::print(text.in_lang(lang));
    Ok(Akhir::Baik)
}
