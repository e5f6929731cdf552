//! Batas: what a host takes, held against a site before anything is uploaded.

use super::host::Host;
use crate::diagnostic::Pesan;
use crate::number::Lang;
use crate::output::Daftar;
use crate::pesan;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Besaran {
    /// Files.
    Berkas,
    /// Files and the folders they are in.
    Entri,
    /// Bytes of all files.
    Ukuran,
    /// Bytes of the largest file.
    Terbesar,
    /// Entries of the folder that has most.
    Folder,
    /// Characters of the longest path.
    Alamat,
}

/// A limit of a host.
#[derive(Debug)]
pub struct Batas {
    pub host: Host,
    pub besaran: Besaran,
    pub nilai: u64,
    /// From here on a site is near it.
    pub dekat: u64,
    /// Where it is said, and in which year that was.
    pub sumber: &'static str,
    pub tahun: u16,
}

const fn batas(host: Host, besaran: Besaran, nilai: u64, dekat: u64, sumber: &'static str, tahun: u16) -> Batas {
    Batas { host, besaran, nilai, dekat, sumber, tahun }
}

const MB: u64 = 1_000_000;
const MIB: u64 = 1 << 20;

/// Every limit that is known, as docs/penerbitan.md shows it. Near is four fifths of it, or where the source saw trouble begin:
/// small cPanel plans end at 20,000 to 50,000 entries, and Netlify took half an hour for 12,000 files. A path of 200 leaves
/// room for the folder in which Windows opens an archive.
pub static BATAS: [Batas; 10] = [
    batas(Host::Cpanel, Besaran::Entri, 250_000, 40_000, "HostGator Account Limits Summary", 2026),
    batas(Host::Cpanel, Besaran::Alamat, 200, 160, "Windows MAX_PATH 260", 2026),
    batas(Host::Cloudflare, Besaran::Berkas, 20_000, 16_000, "Cloudflare Pages Changelog 2026-01-23, Free", 2026),
    batas(Host::Cloudflare, Besaran::Terbesar, 25 * MIB, 20 * MIB, "Cloudflare workers-sdk#5537", 2024),
    batas(Host::Github, Besaran::Ukuran, 1_000 * MB, 800 * MB, "GitHub Docs, GitHub Pages limits", 2026),
    batas(Host::Gitlab, Besaran::Entri, 200_000, 160_000, "GitLab gitlab#500273", 2024),
    batas(Host::Gitlab, Besaran::Ukuran, 1_000 * MB, 800 * MB, "GitLab gitlab#405048", 2023),
    batas(Host::Netlify, Besaran::Berkas, 57_892, 12_000, "Netlify cli#484, cli#318", 2021),
    batas(Host::Zip, Besaran::Alamat, 200, 160, "Windows MAX_PATH 260", 2026),
    batas(Host::Zip, Besaran::Terbesar, 4_294_967_295, 4_000 * MB, "FAT32", 2026),
];

/// How far a site is from a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tingkat {
    Baik,
    Dekat,
    Lewat,
}

/// One measure of a site, and what the host says to it.
#[derive(Debug, Clone)]
pub struct Nilai {
    pub besaran: Besaran,
    pub ada: u64,
    /// The file or folder it is about.
    pub di: Option<String>,
    pub batas: Option<&'static Batas>,
}

impl Nilai {
    pub fn tingkat(&self) -> Tingkat {
        match self.batas {
            Some(batas) if self.ada > batas.nilai => Tingkat::Lewat,
            Some(batas) if self.ada > batas.dekat => Tingkat::Dekat,
            _ => Tingkat::Baik,
        }
    }
}

/// All measures of a site, held against a host.
pub fn nilai(host: Host, isi: &Daftar) -> Vec<Nilai> {
    let mut folder: BTreeMap<&str, u64> = BTreeMap::new();
    let mut semua: BTreeSet<&str> = BTreeSet::new();
    for path in isi.keys() {
        let mut inner = path.as_str();
        // Up to the first folder that was met before: it is counted in the one above it already.
        loop {
            let atas = inner.rsplit_once('/').map_or("", |(atas, _)| atas);
            *folder.entry(atas).or_default() += 1;
            if atas.is_empty() || !semua.insert(atas) {
                break;
            }
            inner = atas;
        }
    }
    let n = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let panjang = |path: &str| n(path.chars().count());
    // Of equals the first by name.
    let terbesar = isi.iter().rev().max_by_key(|(_, (ukuran, _))| *ukuran);
    let terpenuh = folder.iter().rev().max_by_key(|(_, count)| **count);
    let terpanjang = isi.keys().rev().max_by_key(|path| panjang(path));
    let besar = [
        (Besaran::Berkas, n(isi.len()), None),
        (Besaran::Entri, n(isi.len() + semua.len()), None),
        (Besaran::Ukuran, isi.values().map(|(ukuran, _)| ukuran).sum(), None),
        (Besaran::Terbesar, terbesar.map_or(0, |(_, (u, _))| *u), terbesar.map(|(path, _)| path.clone())),
        (Besaran::Folder, terpenuh.map_or(0, |(_, c)| *c), terpenuh.map(|(path, _)| format!("{path}/"))),
        (Besaran::Alamat, terpanjang.map_or(0, |path| panjang(path)), terpanjang.cloned()),
    ];
    let batas = |besaran| BATAS.iter().find(|b| b.host == host && b.besaran == besaran);
    besar.into_iter().map(|(besaran, ada, di)| Nilai { besaran, ada, di, batas: batas(besaran) }).collect()
}

/// Hosts that take a site, by what is known of them.
pub fn cukup(isi: &Daftar) -> Vec<&'static str> {
    let fits = |host: &Host| nilai(*host, isi).iter().all(|n| n.tingkat() < Tingkat::Lewat);
    Host::SEMUA.into_iter().filter(fits).map(Host::kode).collect()
}

impl Besaran {
    /// Its name in a list.
    pub fn nama(self) -> Pesan {
        match self {
            Self::Berkas => pesan!("berkas", "files"),
            Self::Entri => pesan!("berkas dan folder", "files and folders"),
            Self::Ukuran => pesan!("ukuran", "size"),
            Self::Terbesar => pesan!("berkas terbesar", "largest file"),
            Self::Folder => pesan!("folder terpenuh", "fullest folder"),
            Self::Alamat => pesan!("alamat terpanjang", "longest path"),
        }
    }

    /// A value of it, with its unit.
    pub fn tulis(self, nilai: u64, lang: Lang) -> String {
        match self {
            Self::Ukuran | Self::Terbesar => ukuran(nilai, lang),
            Self::Alamat => format!("{} {}", lang.grouped(nilai.into()), lang.pilih("huruf", "characters")),
            Self::Folder => format!("{} {}", lang.grouped(nilai.into()), lang.pilih("isi", "entries")),
            Self::Berkas | Self::Entri => lang.grouped(nilai.into()),
        }
    }

    /// What makes it less.
    pub fn kurangi(self) -> Pesan {
        match self {
            Self::Berkas | Self::Entri | Self::Folder => pesan!(
                "bagi portalnya (misalnya satu situs per daerah), atau bangun tanpa `bahasa_lain`",
                "divide the portal (for example a site for each daerah), or build it without `bahasa_lain`"
            ),
            Self::Ukuran => pesan!(
                "bagi portalnya, bangun tanpa `bahasa_lain`, atau keluarkan berkas besar dari folder isi",
                "divide the portal, build it without `bahasa_lain`, or take large files out of the content"
            ),
            Self::Terbesar => pesan!(
                "perkecil berkas itu, atau taruh di tempat lain dan tautkan",
                "make that file smaller, or keep it elsewhere and link to it"
            ),
            Self::Alamat => pesan!(
                "pendekkan kode (nama folder) dalam alamat itu",
                "shorten the codes (names of folders) in that path"
            ),
        }
    }
}

/// Bytes as people say them: `38,7 MB`.
fn ukuran(bytes: u64, lang: Lang) -> String {
    let (unit, size) = [("GB", 1_000 * MB), ("MB", MB), ("kB", 1_000)]
        .into_iter()
        .find(|(_, size)| bytes >= *size)
        .unwrap_or(("B", 1));
    let tenths = Decimal::from(bytes).checked_div(Decimal::from(size)).unwrap_or_default();
    let text = if size == 1 { lang.grouped(tenths) } else { lang.decimal(tenths, 1) };
    format!("{text} {unit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn daftar(paths: impl Iterator<Item = String>, ukuran: u64) -> Daftar {
        paths.map(|path| (path, (ukuran, [0; 16]))).collect()
    }

    #[test]
    fn files_folders_and_the_fullest_folder_are_counted_once() {
        let isi = daftar(["a/b/c/x", "a/b/y", "a/z", "w"].map(String::from).into_iter(), 10);
        let all: Vec<u64> = nilai(Host::Zip, &isi).iter().map(|n| n.ada).collect();
        // a: b and z; the root: a and w.
        assert_eq!(all, [4, 7, 40, 10, 2, 7]);
    }

    #[test]
    fn at_a_limit_is_within_it_one_more_is_not_and_near_is_told() {
        let tingkat = |n: usize| {
            let isi = daftar((0..n).map(|i| format!("{i}")), 1);
            nilai(Host::Cloudflare, &isi)[0].tingkat()
        };
        assert_eq!(
            [16_000, 16_001, 20_000, 20_001].map(tingkat),
            [Tingkat::Baik, Tingkat::Dekat, Tingkat::Dekat, Tingkat::Lewat]
        );
        let isi = daftar((0..20_001).map(|i| format!("{i}")), 1);
        assert_eq!(cukup(&isi), ["cpanel", "github", "gitlab", "netlify", "zip"]);
    }

    #[test]
    fn sizes_are_said_as_people_say_them() {
        let said = |bytes| ukuran(bytes, Lang::Id);
        assert_eq!(
            [0, 999, 1_500, 38_675_074, 1_000_000_000].map(said),
            ["0 B", "999 B", "1,5 kB", "38,7 MB", "1,0 GB"]
        );
    }
}
