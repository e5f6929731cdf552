//! `terang build`: reads, checks, builds, and publishes only when everything is right.

use super::kemajuan::Kemajuan;
use super::{Akhir, Henti, Masukan, lapor, muat};
use crate::diagnostic::{Format, Lang};
use crate::output::{Penjaga, Terbitan};
use crate::pesan;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

/// Stopped by a signal, as a shell reports it.
const DIHENTIKAN: u8 = 130;

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
        let keluar = mulai(args, &sources, lang)?;
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
    lapor::print(text.in_lang(lang))?;
    if laporan.sisa {
        lapor::say(
            &pesan!(
                "Situs sudah terbit, tetapi folder bantu di samping `{out}` tidak bisa dihapus seluruhnya; build berikutnya mencoba lagi.",
                "The site is published, but the helper folder beside `{out}` could not be removed whole; the next build tries again."
            ),
            lang,
        );
    }
    Ok(Akhir::Baik)
}

/// Begins to publish. On SIGINT or SIGTERM what was staged goes, and the message is true; a site about to be published
/// is published.
fn mulai(args: &Args, sources: &[&Path], lang: Lang) -> Result<Terbitan, Henti> {
    let penjaga: Arc<Mutex<Option<Penjaga>>> = Arc::default();
    // A signal that comes while the staging folder is made waits until there is somebody who can remove it.
    let mut slot = penjaga.lock().unwrap_or_else(PoisonError::into_inner);
    let (shared, out) = (Arc::clone(&penjaga), args.out.display().to_string());
    let handler = move || {
        let penjaga = shared.lock().unwrap_or_else(PoisonError::into_inner);
        if penjaga.as_ref().is_none_or(Penjaga::batal) {
            lapor::say(&pesan!("Dihentikan; isi `{out}` tidak diubah.", "Stopped; `{out}` is unchanged."), lang);
            std::process::exit(i32::from(DIHENTIKAN));
        }
    };
    // Without a handler the next build removes what a stopped one leaves.
    let _ = ctrlc::set_handler(handler);
    let keluar = Terbitan::new(&args.out, sources)?;
    *slot = Some(keluar.penjaga());
    drop(slot);
    Ok(keluar)
}
