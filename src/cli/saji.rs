//! `terang serve`: the site on this computer, always as fresh as the content.

use super::muat::{self, Hasil, Rencana};
use super::{Akhir, Henti, Masukan, lapor};
use crate::diagnostic::{self, Format, Lang};
use crate::output::Terbitan;
use crate::pesan;
use crate::serve::{self, Bangunan};
use crate::simpanan::Ingatan;
use std::path::PathBuf;
use std::process::Command;

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    masukan: Masukan,
    /// Seperti konsep: setiap halaman bertanda, dengan daftar periksa setiap rekaman
    #[arg(long, conflicts_with = "published")]
    konsep: bool,
    /// Porta [bawaan: 1111, atau yang bebas berikutnya]
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// Membuka peramban
    #[arg(long)]
    open: bool,
}

pub fn run(args: &Args, lang: Lang) -> Result<Akhir, Henti> {
    let dir = tempfile::Builder::new().prefix("terang-serve-").tempdir().map_err(|error| {
        Henti::new(
            pesan!("folder sementara tidak bisa dibuat: {error}", "cannot make a temporary folder: {error}"),
            pesan!(
                "periksa ruang dan izin folder sementara sistem",
                "check the space and the rights of the system's temporary folder"
            ),
        )
    })?;
    let tempat = Tempat { situs: dir.path().join("situs"), simpanan: Ingatan::default() };
    // The first build comes before the port, so that a wrong folder is said at once.
    let first = bangun(args, &tempat, lang)?;
    let listener = serve::listen(args.port).map_err(|error| {
        let port = args.port.unwrap_or(serve::PORTA);
        Henti::new(
            pesan!("porta {port} tidak bisa dipakai: {error}", "cannot use port {port}: {error}"),
            pesan!(
                "hapus `--port` agar terang mencari porta yang bebas",
                "leave `--port` out and terang finds a free one"
            ),
        )
    })?;
    let masukan = args.masukan.clone();
    let own = Args { masukan, ..*args };
    let rebuild = move || match bangun(&own, &tempat, lang) {
        Ok(bangunan) => bangunan,
        Err(henti) => {
            lapor::henti(&henti, lang);
            Bangunan { situs: None, pesan: henti.pesan.in_lang(lang).to_string(), pantau: Vec::new() }
        }
    };
    let open = args.open;
    let ready = move |address: std::net::SocketAddr| {
        let url = format!("http://{address}/");
        let text = pesan!("Situs tersaji di {url} (Ctrl-C untuk berhenti)", "The site is at {url} (Ctrl-C to stop)");
        // The site is served all the same, to whoever knows the address.
        let _ = lapor::print(text.in_lang(lang));
        if open && !open_browser(&url) {
            lapor::say(
                &pesan!(
                    "Peramban tidak bisa dibuka; bukalah {url} sendiri.",
                    "Cannot open a browser; open {url} yourself."
                ),
                lang,
            );
        }
    };
    serve::run(listener, first, rebuild, ready).map_err(|error| {
        Henti::new(
            pesan!("situs tidak bisa disajikan: {error}", "cannot serve the site: {error}"),
            pesan!(
                "periksa apakah folder isi bisa dibaca dan dipantau",
                "check that the content folder can be read and watched"
            ),
        )
    })?;
    drop(dir);
    lapor::say(&pesan!("Selesai.", "Done."), lang);
    Ok(Akhir::Baik)
}

/// Where a server builds: a folder that goes with it, and what it knows from one build to the next.
struct Tempat {
    situs: PathBuf,
    simpanan: Ingatan,
}

/// Reads, checks and makes what changed since the last time.
fn bangun(args: &Args, tempat: &Tempat, lang: Lang) -> Result<Bangunan, Henti> {
    let mut hasil = muat::periksa(&args.masukan, false, &tempat.simpanan)?;
    if !hasil.ada_galat() {
        let keluar = Terbitan::new(&tempat.situs, &[])?;
        // Nobody shares a link to this computer; the search is tried here.
        let mut rencana = Rencana::dari(&args.masukan);
        (rencana.options.cari, rencana.options.konsep) = (true, args.konsep);
        hasil.bangun(&rencana, &keluar, &tempat.simpanan, &|_, _| {})?;
        if hasil.built.is_some() {
            keluar.selesai()?;
        }
    }
    Ok(bangunan(hasil, tempat, args, lang))
}

fn bangunan(hasil: Hasil, tempat: &Tempat, args: &Args, lang: Lang) -> Bangunan {
    lapor::diagnostics(&hasil, Format::Human, lang, false);
    if let Some(built) = &hasil.built {
        let (halaman, temuan) = (built.ringkasan.halaman, built.ringkasan.temuan);
        lapor::say(&pesan!("{halaman} halaman, {temuan} temuan", "{halaman} pages, {temuan} findings"), lang);
    }
    // Warnings do not cover a page that is as it should be.
    let pesan = match hasil.ada_galat() || hasil.built.is_none() {
        true => diagnostic::render(&hasil.diagnostics, &hasil.sources, Format::Human, lang, false),
        false => String::new(),
    };
    let mut pantau = vec![args.masukan.content.clone()];
    pantau.extend(hasil.theme);
    Bangunan { situs: hasil.built.map(|_| tempat.situs.clone()), pesan, pantau }
}

fn open_browser(url: &str) -> bool {
    let (program, args): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let silent = std::process::Stdio::null;
    Command::new(program).args(args).arg(url).stdout(silent()).stderr(silent()).spawn().is_ok()
}
