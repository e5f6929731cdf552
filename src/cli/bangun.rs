//! `terang build`: reads, checks, builds, and publishes only when everything is right.

use super::cara::Cara;
use super::kemajuan::Kemajuan;
use super::muat::{self, Rencana};
use super::{Akhir, Henti, Masukan, edisi, lapor};
use crate::diagnostic::{Format, Lang};
use crate::output::{Penjaga, Terbitan};
use crate::pesan;
use crate::simpanan::{Folder, Simpanan, Tanpa};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Stopped by a signal, as a shell reports it.
const DIHENTIKAN: u8 = 130;

/// Whether a signal came.
static SINYAL: AtomicBool = AtomicBool::new(false);

/// A build that a signal stops fails, because its files are refused from then on: what is said, and the exit code, are
/// those of the signal, whose thread ends the program in a moment.
fn biarkan_sinyal() {
    if SINYAL.load(Ordering::SeqCst) {
        std::thread::sleep(Duration::from_secs(10));
    }
}

/// What every build is told, whatever it makes.
#[derive(clap::Args)]
pub struct Umum {
    #[command(flatten)]
    masukan: Masukan,
    /// Folder tempat situs ditulis [bawaan: `public`; dengan --konsep: `konsep`]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Konsep untuk diperiksa dinas sebelum terbit: setiap halaman bertanda, tidak diindeks, bukan edisi
    #[arg(long, conflicts_with_all = ["published", "tanggal_edisi"])]
    konsep: bool,
    /// Menghitung semuanya lagi, tanpa memakai simpanan dari build sebelumnya
    #[arg(long)]
    bersih: bool,
    /// Folder simpanan [bawaan: `.terang` di samping folder isi]
    #[arg(long, value_name = "DIR")]
    simpanan: Option<PathBuf>,
    /// Temuan dan peringatan juga menghalangi penerbitan
    #[arg(long)]
    strict: bool,
    /// Tanggal edisi ini, YYYY-MM-DD, untuk edisi.json
    #[arg(long, value_name = "TANGGAL")]
    tanggal_edisi: Option<String>,
}

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    umum: Umum,
    /// Hanya halaman alamat ini, seperti di situs utuhnya, ke folder `sebagian`: <daerah>, <daerah>/<opd> atau <daerah>/<opd>/<tahun>; boleh diulang
    #[arg(long, value_name = "ALAMAT", conflicts_with_all = ["bagian", "tanggal_edisi"])]
    only: Vec<String>,
    /// Bagian ke-KE dari DARI bagian situs, untuk dibuat di beberapa mesin, ke folder `bagian-KE`; `terang gabung` menyatukannya
    #[arg(long, value_name = "KE/DARI", conflicts_with = "tanggal_edisi")]
    bagian: Option<String>,
}

pub fn run(args: &Args, lang: Lang) -> Result<Akhir, Henti> {
    jalankan(&args.umum, &Cara::dari(&args.only, args.bagian.as_deref())?, lang)
}

#[allow(clippy::disallowed_methods, reason = "the seconds of the summary; no byte of the site depends on them")]
pub fn jalankan(args: &Umum, cara: &Cara, lang: Lang) -> Result<Akhir, Henti> {
    let start = Instant::now();
    let dir = &args.out.clone().unwrap_or_else(|| cara.out(args.konsep));
    cara.jaga(dir, args.konsep)?;
    let edisi = edisi::terbit(args.tanggal_edisi.as_deref(), args.masukan.published.as_deref())?;
    let folder = simpanan(args)?;
    let simpanan: &dyn Simpanan = folder.as_ref().map_or(&Tanpa, |f| f);
    let mut hasil = muat::periksa(&args.masukan, args.strict, simpanan)?;
    let out = dir.display();
    let mut sources: Vec<&Path> = vec![&args.masukan.content];
    let theme = hasil.theme.clone();
    sources.extend(theme.as_deref().into_iter().chain(cara.sumber().iter().map(PathBuf::as_path)));
    // A folder that is refused is said before the work, and nothing is staged for content that may not be published.
    let mut tujuan = None;
    if hasil.lolos(args.strict) {
        let mut rencana = Rencana::dari(&args.masukan);
        let options = &mut rencana.options;
        (options.kartu, options.cari, options.konsep, options.edisi) = (true, true, args.konsep, edisi);
        let parts = cara.siapkan(&mut rencana, &hasil)?;
        let keluar = mulai(dir, &sources, lang)?;
        let kemajuan = Kemajuan::new(lang);
        let progress = |done, total| kemajuan.tell(done, total);
        let made = cara.bangun(&mut hasil, (&rencana, parts.as_ref()), &keluar, simpanan, &progress);
        kemajuan.finish();
        made.inspect_err(|_| biarkan_sinyal())?;
        tujuan = Some(keluar);
    }
    lapor::diagnostics(&hasil, Format::Human, lang, args.strict);
    let (Some(built), Some(tujuan)) = (&hasil.built, tujuan.filter(|_| hasil.lolos(args.strict))) else {
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
    let laporan = tujuan.selesai().inspect_err(|_| biarkan_sinyal())?;
    if matches!(cara, Cara::Utuh) {
        folder.iter().for_each(Folder::rapikan);
    }
    let r = &built.ringkasan;
    let (rekaman, halaman, grafik, temuan) = (r.rekaman, r.halaman, r.grafik, r.temuan);
    let (ditulis, tetap, dihapus) = (laporan.ditulis, laporan.tetap, laporan.dihapus);
    let detik = lapor::detik(start.elapsed(), lang);
    let text = pesan!(
        "{rekaman} rekaman, {halaman} halaman, {grafik} grafik, {temuan} temuan, {detik}\n{out}: {ditulis} berkas ditulis, {tetap} tetap, {dihapus} dihapus",
        "{rekaman} records, {halaman} pages, {grafik} charts, {temuan} findings, {detik}\n{out}: {ditulis} files written, {tetap} unchanged, {dihapus} removed"
    );
    lapor::print(text.in_lang(lang))?;
    if let Some(text) = cara.sebut(dir) {
        lapor::print(text.in_lang(lang))?;
    } else if args.konsep {
        let text = pesan!(
            "konsep: belum diterbitkan; daftar periksa setiap rekaman ada di `{out}/<daerah>/<opd>/<tahun>/periksa/`",
            "draft: not published; the checklist of every record is at `{out}/<daerah>/<opd>/<year>/periksa/`"
        );
        lapor::print(text.in_lang(lang))?;
    } else if let Some(text) = edisi::sebut(dir) {
        lapor::print(text.in_lang(lang))?;
    }
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

/// What earlier builds of this content worked out: beside the content, so that it is found and can be deleted. Where
/// nothing can be kept, everything is worked out.
fn simpanan(args: &Umum) -> Result<Option<Folder>, Henti> {
    // Made only beside content that exists: a wrong path must not leave folders behind.
    if args.bersih || !args.masukan.content.is_dir() {
        return Ok(None);
    }
    if let Some(dir) = &args.simpanan {
        let shown = dir.display();
        return Folder::buka(dir.clone()).map(Some).map_err(|_| {
            Henti::new(
                pesan!("folder `{shown}` tidak bisa menjadi simpanan", "the folder `{shown}` cannot be the store"),
                pesan!(
                    "sebut folder baru atau kosong yang bisa ditulis; simpanan tidak berbagi folder dengan berkas lain",
                    "name a new or empty folder that can be written; the store shares its folder with no other file"
                ),
            )
        });
    }
    let beside = std::path::absolute(&args.masukan.content).ok().and_then(|content| {
        let mut name = content.file_name()?.to_owned();
        // Drafts and editions take turns: each keeps its own.
        if args.konsep {
            name.push(".konsep");
        }
        Some(content.parent()?.join(".terang").join(name))
    });
    Ok(beside.and_then(|root| Folder::buka(root).ok()))
}

/// Begins to publish. On SIGINT or SIGTERM what was staged goes, and the message is true; a site about to be published
/// is published.
fn mulai(dir: &Path, sources: &[&Path], lang: Lang) -> Result<Terbitan, Henti> {
    let penjaga: Arc<Mutex<Option<Penjaga>>> = Arc::default();
    // A signal that comes while the staging folder is made waits until there is somebody who can remove it.
    let mut slot = penjaga.lock().unwrap_or_else(PoisonError::into_inner);
    let (shared, out) = (Arc::clone(&penjaga), dir.display().to_string());
    let handler = move || {
        SINYAL.store(true, Ordering::SeqCst);
        let penjaga = shared.lock().unwrap_or_else(PoisonError::into_inner);
        if penjaga.as_ref().is_none_or(Penjaga::batal) {
            lapor::say(&pesan!("Dihentikan; isi `{out}` tidak diubah.", "Stopped; `{out}` is unchanged."), lang);
            std::process::exit(i32::from(DIHENTIKAN));
        }
    };
    // Without a handler the next build removes what a stopped one leaves.
    let _ = ctrlc::set_handler(handler);
    let keluar = Terbitan::new(dir, sources)?;
    *slot = Some(keluar.penjaga());
    drop(slot);
    Ok(keluar)
}
