//! `terang new`: a commented YAML file ready to fill, and what it needs to pass `terang check` at once.

use super::baru_portal::{self, modeline};
use super::kerangka::{self, Nama};
use super::{Akhir, Henti, lapor};
use crate::diagnostic::Lang;
use crate::impor;
use crate::{output, pesan, records};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    jenis: Jenis,
    /// Folder isi portal
    #[arg(long, global = true, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

#[derive(clap::Subcommand)]
enum Jenis {
    /// Portal sendiri: folder yang langsung bisa dibangun
    Portal {
        /// Folder yang dibuat; `.` untuk folder ini
        folder: PathBuf,
        /// Judul situs [bawaan: dari nama foldernya]
        #[arg(long)]
        judul: Option<String>,
    },
    /// Kabupaten, kota atau provinsi
    Daerah {
        /// Kode: nama folder dan alamatnya, misalnya lumajang
        kode: String,
        /// Nama resmi [bawaan: dari kode dan jenisnya]
        #[arg(long)]
        nama: Option<String>,
        /// Jenisnya: kabupaten, kota, provinsi, pemda [bawaan: dari kodenya]
        #[arg(long, value_parser = ["kabupaten", "kota", "provinsi", "pemda"], hide_possible_values = true)]
        jenis: Option<String>,
        /// Provinsi
        #[arg(long)]
        provinsi: String,
        /// Kode wilayah Kemendagri, misalnya 35.08
        #[arg(long, value_name = "KODE")]
        kode_kemendagri: Option<String>,
        /// Kode wilayah BPS, misalnya 3508
        #[arg(long, value_name = "KODE")]
        kode_bps: Option<String>,
    },
    /// Organisasi perangkat daerah
    Opd {
        /// Alamat: <daerah>/<opd>, misalnya lumajang/dinas-kesehatan
        alamat: String,
        /// Nama resmi [bawaan: dari kodenya dan nama daerah]
        #[arg(long)]
        nama: Option<String>,
    },
    /// Rekaman satu tahun sebuah OPD
    Tahun {
        /// Alamat: <daerah>/<opd>, misalnya lumajang/dinas-kesehatan
        alamat: String,
        /// Tahun yang dilaporkan
        #[arg(value_parser = clap::value_parser!(i32).range(1900..=2999))]
        tahun: i32,
    },
}

pub fn run(args: &Args, lang: Lang) -> Result<Akhir, Henti> {
    let root = args.content.as_path();
    match &args.jenis {
        Jenis::Portal { folder, judul } => return baru_portal::run(folder, judul.as_deref(), lang),
        Jenis::Daerah { kode, nama, jenis, provinsi, kode_kemendagri, kode_bps } => {
            check_nama(root, &format!("{kode}/daerah.yaml"))?;
            let (nama, jenis) = kerangka::nama_daerah(kode, nama.as_deref(), jenis.as_deref(), provinsi);
            let path = root.join(kode).join("daerah.yaml");
            let text =
                kerangka::daerah(&nama, jenis.as_deref(), provinsi, kode_kemendagri.as_deref(), kode_bps.as_deref());
            make(&path, &(modeline(root, 1, "daerah") + &text), lang)?;
            let portal = root.join("portal.yaml");
            if !portal.exists() {
                make(&portal, &kerangka::portal("Portal Transparansi"), lang)?;
            }
            next(&format!("terang new opd {kode}/dinas-kesehatan"), lang)?;
        }
        Jenis::Opd { alamat, nama } => {
            let (daerah, opd) = split(alamat)?;
            let file = root.join(daerah).join("daerah.yaml");
            let known = read(&file, &format!("terang new daerah {daerah} --provinsi ..."))?;
            check_nama(root, &format!("{daerah}/{opd}/opd.yaml"))?;
            let place = kerangka::nilai(&known, "nama").unwrap_or_else(|| kerangka::judul(daerah));
            let nama = nama.clone().unwrap_or_else(|| format!("{} {place}", kerangka::judul(opd)));
            let text = modeline(root, 2, "opd") + &kerangka::opd(&nama, &kerangka::judul(opd));
            make(&root.join(daerah).join(opd).join("opd.yaml"), &text, lang)?;
            next(&format!("terang new tahun {alamat} 2024"), lang)?;
        }
        Jenis::Tahun { alamat, tahun } => {
            let (daerah, opd) = split(alamat)?;
            let dir = root.join(daerah).join(opd);
            let file = dir.join("opd.yaml");
            let known = read(&file, &format!("terang new opd {alamat}"))?;
            check_nama(root, &format!("{alamat}/{tahun}.yaml", alamat = alamat.trim_end_matches('/')))?;
            let path = dir.join(format!("{tahun}.yaml"));
            if path.exists() {
                // Said before opd.yaml is touched.
                return Err(output::create(&path, b"").err().map_or_else(|| unexpected(&path), Henti::from));
            }
            let nama = kerangka::nilai(&known, "nama").unwrap_or_else(|| kerangka::judul(opd));
            let dokumen = register(&file, &known, &nama, *tahun, lang)?;
            let skala = codes(&root.join("skala"));
            let indikator = kerangka::kunci(&known, "indikator");
            let lalu = sebelum(&dir, *tahun);
            let dari = lalu.as_ref().map(|(year, ..)| *year);
            let names = Nama { opd: &nama, dokumen: &dokumen, skala: &skala, indikator: &indikator, lalu };
            make(&path, &(modeline(root, 2, "rekaman") + &kerangka::tahun(*tahun, &names)), lang)?;
            if let Some(dari) = dari {
                let text = pesan!("Pohon anggaran dibawa dari {dari}", "The budget tree is carried over from {dari}");
                lapor::print(text.in_lang(lang))?;
            }
            next("terang check", lang)?;
        }
    }
    Ok(Akhir::Baik)
}

/// The newest year before that has a budget tree.
fn sebelum(dir: &Path, tahun: i32) -> Option<(i32, String, Vec<String>)> {
    let years = codes(dir).into_iter().filter_map(|name| name.parse().ok()).filter(|year| *year < tahun);
    let mut years: Vec<i32> = years.collect();
    years.sort_unstable();
    years.into_iter().rev().find_map(|year| {
        let text = std::fs::read_to_string(dir.join(format!("{year}.yaml"))).ok()?;
        impor::pohon_lalu(&text).map(|(tree, codes)| (year, tree, codes))
    })
}

/// The document of the year: the one `opd.yaml` has, or one that is added to it.
fn register(file: &Path, text: &str, nama: &str, tahun: i32, lang: Lang) -> Result<String, Henti> {
    if let Some(kode) = kerangka::dokumen_tahun(text, tahun) {
        return Ok(kode);
    }
    let kode = format!("lkjip-{tahun}");
    let shown = file.display();
    let Some(new) = kerangka::with_dokumen(text, &kode, nama, tahun) else {
        return Err(Henti::new(
            pesan!("`{shown}` belum punya dokumen tahun {tahun}", "`{shown}` has no document of {tahun} yet"),
            pesan!(
                "tambahkan di bawah `dokumen:`: `{kode}: {{judul: ..., jenis: LKjIP, tahun: {tahun}}}`, lalu ulangi",
                "add below `dokumen:`: `{kode}: {{judul: ..., jenis: LKjIP, tahun: {tahun}}}`, then try again"
            ),
        ));
    };
    output::replace(file, new.as_bytes())?;
    let text = pesan!("Ditambah: dokumen `{kode}` dalam {shown}", "Added: document `{kode}` in {shown}");
    lapor::print(text.in_lang(lang))?;
    Ok(kode)
}

fn make(path: &Path, text: &str, lang: Lang) -> Result<(), Henti> {
    output::create(path, text.as_bytes())?;
    let shown = path.display();
    lapor::print(pesan!("Dibuat: {shown}", "Created: {shown}").in_lang(lang))?;
    Ok(())
}

fn next(command: &str, lang: Lang) -> Result<(), Henti> {
    lapor::print(
        pesan!("Berikutnya: isi berkas itu, lalu `{command}`", "Next: fill that file, then `{command}`").in_lang(lang),
    )
}

fn read(file: &Path, command: &str) -> Result<String, Henti> {
    let shown = file.display();
    std::fs::read_to_string(file).map_err(|error| {
        let reason = if error.kind() == std::io::ErrorKind::NotFound {
            pesan!("`{shown}` belum ada", "`{shown}` does not exist yet")
        } else {
            pesan!("`{shown}` tidak bisa dibaca: {error}", "cannot read `{shown}`: {error}")
        };
        Henti::new(reason, pesan!("mulai dengan `{command}`", "start with `{command}`"))
    })
}

fn split(alamat: &str) -> Result<(&str, &str), Henti> {
    let parts = alamat.trim_end_matches('/').split_once('/').filter(|(_, opd)| !opd.contains('/'));
    let Some((daerah, opd)) = parts else {
        return Err(Henti::new(
            pesan!("`{alamat}` bukan alamat OPD", "`{alamat}` is not the address of an OPD"),
            pesan!(
                "tulis <daerah>/<opd>, misalnya lumajang/dinas-kesehatan",
                "write <daerah>/<opd>, for example lumajang/dinas-kesehatan"
            ),
        ));
    };
    Ok((daerah, opd))
}

/// A new file must be one that `terang check` accepts: its name, its codes, its address.
fn check_nama(root: &Path, nama: &str) -> Result<(), Henti> {
    match records::periksa_baru(root, nama) {
        Some(d) => {
            Err(Henti::new(d.message, d.help.unwrap_or_else(|| pesan!("pilih kode lain", "choose another code"))))
        }
        None => Ok(()),
    }
}

fn codes(dir: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(dir) else { return Vec::new() };
    let name = |e: std::fs::DirEntry| e.file_name().to_string_lossy().strip_suffix(".yaml").map(ToString::to_string);
    let mut codes: Vec<String> = entries.filter_map(Result::ok).filter_map(name).collect();
    codes.sort();
    codes
}

fn unexpected(path: &Path) -> Henti {
    let shown = path.display();
    Henti::new(
        pesan!("`{shown}` berubah saat ditulis", "`{shown}` changed while it was written"),
        pesan!("ulangi", "try again"),
    )
}
