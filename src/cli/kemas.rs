//! `terang pack`: the built site as a host wants it, held against what the host takes.

use super::edisi::polos;
use super::{Akhir, Henti, lapor, terbitan};
use crate::diagnostic::Lang;
use crate::kemas::{self, Host, Permintaan, Tingkat};
use crate::pesan;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Args {
    /// Folder situs yang ditulis `terang build`
    #[arg(value_name = "FOLDER", default_value = "public")]
    folder: PathBuf,
    /// Tempat situs akan ditaruh: cpanel, cloudflare, github, gitlab, netlify atau zip
    #[arg(long, value_enum, value_name = "HOST", hide_possible_values = true)]
    untuk: Host,
    /// Folder atau berkas .zip yang ditulis [bawaan: terang-<host>.zip untuk cpanel dan zip, folder terang-<host> untuk yang lain]
    #[arg(long, value_name = "TUJUAN")]
    out: Option<PathBuf>,
    /// Letak situs di server, misalnya /terang/ [bawaan: dari alamat tetap situs, atau /]
    #[arg(long, value_name = "JALUR")]
    jalur: Option<String>,
    /// Paket, zip atau folder situs yang terakhir diunggah: hanya yang berubah sejak itu yang dikemas
    #[arg(long, value_name = "LAMA")]
    sejak: Option<PathBuf>,
}

pub fn run(args: &Args, lang: Lang) -> Result<Akhir, Henti> {
    let (host, kode) = (args.untuk, args.untuk.kode());
    // What is no edition may be handed over as a file; no public host gets it.
    if kode != "zip" {
        terbitan::harus_terbit(&args.folder)?;
    }
    let jalur = args.jalur.as_deref().map(jalur).transpose()?;
    let ending = if host.arsip() { ".zip" } else { "" };
    let bagian = if args.sejak.is_some() { "-perubahan" } else { "" };
    let tujuan = args.out.clone().unwrap_or_else(|| PathBuf::from(format!("terang-{kode}{bagian}{ending}")));
    let minta = Permintaan {
        situs: &args.folder,
        host,
        tujuan: &tujuan,
        jalur: jalur.as_deref(),
        sejak: args.sejak.as_deref(),
    };
    let hasil = kemas::kemas(&minta)?;
    let (nama, folder, shown) = (host.nama(), args.folder.display(), tujuan.display());
    lapor::print(pesan!("{folder} untuk {nama}", "{folder} for {nama}").in_lang(lang))?;
    for nilai in &hasil.nilai {
        lapor::print(&format!("  {}", kemas::baris(nilai).in_lang(lang)))?;
    }
    for nilai in hasil.nilai.iter().filter(|n| n.tingkat() == Tingkat::Dekat) {
        let apa = kemas::baris(nilai);
        lapor::peringatan(&pesan!("mendekati batas {nama}: {apa}", "near a limit of {nama}: {apa}", apa), lang);
    }
    tak_ikut(&hasil.lain, lang);
    if lewat(&hasil, nama, lang) {
        lapor::say(&pesan!("Tidak ada yang ditulis.", "Nothing was written."), lang);
        return Ok(Akhir::Galat);
    }
    let Some(n) = hasil.ditulis else {
        let said = pesan!(
            "Tidak ada yang berubah sejak unggahan itu; tidak ada yang ditulis.",
            "Nothing changed since that upload; nothing was written."
        );
        lapor::print(said.in_lang(lang))?;
        return Ok(Akhir::Baik);
    };
    lapor::print(pesan!("Ditulis: {shown} ({n} berkas)", "Written: {shown} ({n} files)").in_lang(lang))?;
    if args.sejak.is_some() {
        let (hapus, daftar) = (hasil.hapus.len(), hasil.hapus_di.display());
        let said = match hapus {
            0 => pesan!("Tidak ada yang perlu dihapus di hosting.", "Nothing has to be deleted on the host."),
            _ => pesan!(
                "Setelah diunggah, hapus {hapus} berkas di hosting; daftarnya di {daftar} (jangan diunggah).",
                "After the upload delete {hapus} files on the host; they are listed in {daftar} (do not upload it)."
            ),
        };
        lapor::print(said.in_lang(lang))?;
    }
    lapor::print(berikut(host, &shown.to_string(), &hasil.jalur).in_lang(lang))?;
    Ok(Akhir::Baik)
}

/// A path on the server as it was given.
fn jalur(text: &str) -> Result<String, Henti> {
    kemas::jalur_rapi(text).ok_or_else(|| {
        Henti::new(
            pesan!("`{text}` bukan letak di sebuah server", "`{text}` is no place on a server"),
            pesan!(
                "tulis bagian alamat setelah nama situs, misalnya `--jalur /terang/`; huruf, angka dan `-` saja",
                "write what follows the name of the host, such as `--jalur /terang/`; letters, digits and `-` only"
            ),
        )
    })
}

/// Says which limits the site is beyond; whether there are any.
fn lewat(hasil: &kemas::Hasil, nama: &str, lang: Lang) -> bool {
    let mut ada = false;
    for nilai in hasil.nilai.iter().filter(|n| n.tingkat() == Tingkat::Lewat) {
        let apa = kemas::baris(nilai);
        let mut help = nilai.besaran.kurangi();
        if !hasil.cukup.is_empty() {
            let lain = hasil.cukup.join(", ");
            help.sambung(&pesan!("; yang cukup untuk situs ini: {lain}", "; hosts that take this site: {lain}"));
        }
        let said = pesan!("melebihi batas {nama}: {apa}", "beyond a limit of {nama}: {apa}", apa);
        lapor::henti(&Henti::new(said, help), lang);
        ada = true;
    }
    ada
}

/// Says what stands in the folder and does not go along.
fn tak_ikut(lain: &[String], lang: Lang) {
    if lain.is_empty() {
        return;
    }
    let mut shown = lain.iter().take(5).map(|path| polos(path)).collect::<Vec<_>>().join(", ");
    if lain.len() > 5 {
        shown.push_str(", …");
    }
    let n = lain.len();
    lapor::peringatan(
        &pesan!(
            "{n} berkas dalam folder itu bukan tulisan terang dan tidak ikut: {shown}",
            "{n} files in that folder were not written by terang and do not go along: {shown}"
        ),
        lang,
    );
}

/// What to do with the pack.
fn berikut(host: Host, tujuan: &str, jalur: &str) -> crate::diagnostic::Pesan {
    match host {
        Host::Cpanel => pesan!(
            "Berikutnya: di cPanel unggah ke folder situs (public_html{jalur}) lalu Extract. Bila situs ada di tempat lain, kemas lagi dengan `--jalur`.",
            "Next: in cPanel upload it to the folder of the site (public_html{jalur}) and extract it. If the site is elsewhere, pack it again with `--jalur`."
        ),
        Host::Cloudflare => pesan!(
            "Berikutnya: `npx wrangler pages deploy {tujuan}`, atau seret folder itu ke dasbor",
            "Next: `npx wrangler pages deploy {tujuan}`, or drag the folder to the dashboard"
        ),
        Host::Github => pesan!(
            "Berikutnya: terbitkan folder {tujuan} (contoh alur: docs/penerbitan.md)",
            "Next: publish the folder {tujuan} (an example workflow: docs/penerbitan.md)"
        ),
        Host::Gitlab => pesan!(
            "Berikutnya: jadikan {tujuan} folder public dari tugas pages (contoh alur: docs/penerbitan.md)",
            "Next: make {tujuan} the folder public of the job pages (an example workflow: docs/penerbitan.md)"
        ),
        Host::Netlify => pesan!(
            "Berikutnya: `npx netlify deploy --prod --dir {tujuan}`, atau seret folder itu ke dasbor",
            "Next: `npx netlify deploy --prod --dir {tujuan}`, or drag the folder to the dashboard"
        ),
        Host::Zip => pesan!(
            "Berikutnya: buka zip itu di komputer mana pun, lalu buka index.html",
            "Next: extract the zip on any computer and open index.html"
        ),
    }
}
