//! Kemas: a built site as a host wants it: its files, the host's own files beside them, whole or only what changed, and
//! nothing at all when the host would not take it.

mod arsip;
mod batas;
mod host;
mod isi;
mod lama;
mod paket;
mod tajuk;

pub use batas::{BATAS, Batas, Besaran, Nilai, Tingkat, cukup, nilai};
pub use host::Host;
pub use paket::{DAFTAR, berarsip, daftar as daftar_paket, tambahan};

use crate::diagnostic::Pesan;
use crate::output::{self, Keluaran, OutputError, Situs, Terbitan};
use crate::pesan;
use isi::Isi;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// What is asked for.
pub struct Permintaan<'a> {
    /// The folder of the site.
    pub situs: &'a Path,
    pub host: Host,
    /// The folder or the `.zip` that is written.
    pub tujuan: &'a Path,
    /// Where on the host the site will be, `/` or `/terang/`; `None`: where its pages say it is.
    pub jalur: Option<&'a str>,
    /// What is on the host now.
    pub sejak: Option<&'a Path>,
}

/// What came of it.
pub struct Hasil {
    pub nilai: Vec<Nilai>,
    /// Hosts that would take the site.
    pub cukup: Vec<&'static str>,
    /// Files that are in the pack; `None` when nothing was written.
    pub ditulis: Option<usize>,
    /// Files that have to go from the host, and the file that lists them.
    pub hapus: Vec<String>,
    pub hapus_di: PathBuf,
    /// What stands in the folder of the site and is no file of the site.
    pub lain: Vec<String>,
    pub jalur: String,
}

/// Makes a pack.
///
/// # Errors
/// [`OutputError`] when there is no whole site, or the target is refused or cannot be written. A site that is beyond a limit
/// is none: it is told by [`Hasil::nilai`], and nothing is written.
pub fn kemas(minta: &Permintaan<'_>) -> Result<Hasil, OutputError> {
    cocok(minta)?;
    let situs = Situs::buka(minta.situs)?;
    if situs.berkas().contains_key(DAFTAR) || !situs.berkas().contains_key("index.html") {
        let shown = minta.situs.display();
        return Err(OutputError::new(
            pesan!("`{shown}` bukan situs yang utuh", "`{shown}` is not a whole site"),
            pesan!("sebut folder yang ditulis `terang build`", "name the folder that `terang build` wrote"),
        ));
    }
    paket::periksa(minta.tujuan)?;
    let lama = minta.sejak.map(lama::baca).transpose()?;
    let jalur = minta.jalur.map_or_else(|| jalur_situs(&situs), |jalur| Ok(jalur.to_string()))?;
    let mut isi = Isi::baru(&situs, minta.host, &jalur)?;
    let mut kini = isi.daftar();
    let beda = lama.as_ref().map(|lama| lama::beda(lama, &kini));
    let tetap = beda.as_ref().is_some_and(|b| b.baru.is_empty() && b.hapus.is_empty());
    let mut pilih: Vec<String> = match &beda {
        Some(beda) => beda.baru.iter().map(ToString::to_string).collect(),
        None => kini.keys().cloned().collect(),
    };
    let hapus: Vec<String> = beda.iter().flat_map(|b| &b.hapus).map(ToString::to_string).collect();
    isi.tambah(
        DAFTAR,
        output::daftar_teks(kini.iter().map(|(path, (ukuran, sidik))| (path.as_str(), *ukuran, *sidik))),
    );
    kini = isi.daftar();
    pilih.push(DAFTAR.to_string());
    pilih.sort_unstable();
    let nilai = nilai(minta.host, &kini);
    let muat = nilai.iter().all(|n| n.tingkat() < Tingkat::Lewat);
    let hapus_di = paket::hapus_di(minta.tujuan);
    let mut hasil = Hasil { nilai, cukup: cukup(&kini), ditulis: None, hapus, hapus_di, lain: situs.lain(), jalur };
    if !muat || tetap {
        return Ok(hasil);
    }
    if minta.sejak.is_some() {
        paket::periksa_hapus(&hasil.hapus_di)?;
        if hasil.hapus.is_empty() {
            // That of an earlier pack would be taken for this one's.
            let _ = std::fs::remove_file(&hasil.hapus_di);
        } else {
            output::replace(&hasil.hapus_di, daftar_hapus(&hasil.hapus).as_bytes())?;
        }
    }
    tulis(minta, &isi, &pilih)?;
    hasil.ditulis = Some(pilih.len());
    Ok(hasil)
}

/// What a host cannot be given.
fn cocok(minta: &Permintaan<'_>) -> Result<(), OutputError> {
    let (nama, kode) = (minta.host.nama(), minta.host.kode());
    let sama = |lama: &Path| lama.canonicalize().is_ok_and(|lama| minta.tujuan.canonicalize().is_ok_and(|t| t == lama));
    if minta.sejak.is_some_and(sama) {
        let shown = minta.tujuan.display();
        return Err(OutputError::new(
            pesan!(
                "`{shown}` adalah paket yang lalu, yang tidak boleh diganti oleh bagiannya sendiri",
                "`{shown}` is the earlier pack, which a part of it must not replace"
            ),
            pesan!("pilih tujuan lain dengan `--out`", "choose another target with `--out`"),
        ));
    }
    if minta.host.arsip() {
        return Ok(());
    }
    if berarsip(minta.tujuan) {
        let shown = minta.tujuan.display();
        return Err(OutputError::new(
            pesan!("{nama} menerima folder, bukan `{shown}`", "{nama} takes a folder, not `{shown}`"),
            pesan!("tulis nama folder, misalnya `--out terang-{kode}`", "name a folder, such as `--out terang-{kode}`"),
        ));
    }
    if minta.sejak.is_some() {
        return Err(OutputError::new(
            pesan!(
                "`--sejak` tidak berlaku untuk {nama}: isi paket menjadi seluruh situs di sana",
                "`--sejak` is not for {nama}: what is in the pack becomes the whole site there"
            ),
            pesan!(
                "kirim folder utuh; {nama} sendiri hanya menerima berkas yang berubah",
                "send the whole folder; {nama} by itself takes only the files that changed"
            ),
        ));
    }
    Ok(())
}

/// Writes the chosen files.
fn tulis(minta: &Permintaan<'_>, isi: &Isi<'_>, pilih: &[String]) -> Result<(), OutputError> {
    if berarsip(minta.tujuan) {
        return output::alirkan(minta.tujuan, minta.situs, |file| {
            let mut arsip = arsip::Arsip::baru(file, minta.tujuan);
            pilih.iter().try_for_each(|path| arsip.tulis(path, &isi.baca(path)?))?;
            arsip.selesai()
        });
    }
    let keluar = Terbitan::new(minta.tujuan, &[minta.situs])?;
    pilih.iter().try_for_each(|path| keluar.tulis(path, &isi.baca(path)?).map(drop))?;
    keluar.selesai().map(drop)
}

/// The text of the list of what has to go.
fn daftar_hapus(hapus: &[String]) -> String {
    let mut out = format!(
        "{}hapus berkas berikut dari folder situs di hosting; alamatnya dihitung dari folder itu. Jangan unggah daftar ini.\n\
         # Delete these files from the folder of the site on the host. Do not upload this list.\n",
        paket::KEPALA_HAPUS
    );
    for path in hapus {
        let _ = writeln!(out, "{path}");
    }
    out
}

/// Where the pages say the site is: the path of the address of its first page, `/` where they do not say.
fn jalur_situs(situs: &Situs) -> Result<String, OutputError> {
    let muka = String::from_utf8_lossy(&situs.baca("index.html")?).into_owned();
    let alamat = muka.split_once("<link rel=\"canonical\" href=\"").and_then(|(_, rest)| rest.split_once('"'));
    let jalur = alamat.and_then(|(alamat, _)| alamat.split_once("://")?.1.split_once('/')).map_or("", |(_, path)| path);
    Ok(jalur_rapi(jalur).unwrap_or_else(|| "/".into()))
}

/// A path on a host with its slashes: `terang` is `/terang/`. `None` when it is none a server could be told.
pub fn jalur_rapi(jalur: &str) -> Option<String> {
    let inner = jalur.trim_matches('/');
    let fits = |part: &str| {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~');
        !part.is_empty() && part != "." && part != ".." && part.chars().all(plain)
    };
    if inner.is_empty() {
        return Some("/".into());
    }
    inner.split('/').all(fits).then(|| format!("/{inner}/"))
}

/// The words of a measure: `berkas: 1.025 dari 20.000 (Cloudflare Pages: ..., 2026)`.
pub fn baris(nilai: &Nilai) -> Pesan {
    Pesan::tiap(|lang| {
        let nama = nilai.besaran.nama();
        let mut out = format!("{}: {}", nama.in_lang(lang), nilai.besaran.tulis(nilai.ada, lang));
        if let Some(batas) = nilai.batas {
            let (most, dari) = (nilai.besaran.tulis(batas.nilai, lang), lang.pilih("dari", "of"));
            let _ = write!(out, " {dari} {most} ({}, {})", batas.sumber, batas.tahun);
        }
        if let Some(di) = &nilai.di {
            let _ = write!(out, ": {di}");
        }
        out
    })
}
