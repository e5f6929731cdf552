//! Portal: what `portal.yaml` says: titles, who publishes, how it looks, where to ask.

use super::dwibahasa::Dwibahasa;
use super::logo::{self, Gambar, Logo};
use super::node::Node;
use super::reader::{At, Reader};
use super::tautan::{is_alamat, is_host};
use super::warna::{self, Warna};
use crate::number::Lang;
use crate::pesan;

/// The portal as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portal {
    /// Title.
    pub judul: Dwibahasa,
    /// One sentence.
    pub keterangan: Dwibahasa,
    /// The agency or government that publishes it.
    pub instansi: Option<String>,
    /// Its logo.
    pub logo: Option<Logo>,
    /// Its colours; none: those of the theme.
    pub warna: Option<Warna>,
    /// Base address for canonical links, feeds and cards; optional.
    pub alamat_dasar: Option<String>,
    /// Language of the site.
    pub bahasa: String,
    /// Further languages the whole site is built in, each below a folder of its own.
    pub bahasa_lain: Vec<Lang>,
    /// Theme folder.
    pub tema: Option<String>,
    /// Licence of the data.
    pub lisensi: String,
    /// Who answers questions.
    pub ppid: Option<Ppid>,
    /// How free tables are grouped and titled, in this order.
    pub kelompok_tabel: Vec<KelompokTabel>,
}

/// A group of free tables: its `tema`, its heading, whether a record's page shows it at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KelompokTabel {
    /// The `tema` of its tables.
    pub tema: String,
    /// Heading.
    pub judul: Dwibahasa,
    /// Whether its charts stand on the page of the record.
    pub terbuka: bool,
}

/// The information officer: an office, never a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ppid {
    /// Name of the office.
    pub nama: String,
    /// How to reach it.
    pub keterangan: Option<Dwibahasa>,
    /// Office mail.
    pub surel: Option<String>,
    /// Website.
    pub situs: Option<String>,
    /// Address of the office.
    pub alamat: Option<String>,
    /// Telephone of the office.
    pub telepon: Option<String>,
}

impl Ppid {
    /// The website as an address a link can lead to.
    pub fn url(&self) -> Option<String> {
        let situs = self.situs.as_ref()?;
        Some(if situs.contains("://") { situs.clone() } else { format!("https://{situs}") })
    }
}

/// Reads `portal.yaml`; `gambar` are the pictures beside it.
pub fn read_portal(r: &mut Reader, at: &At<'_>, gambar: &Gambar<'_>) -> Option<Portal> {
    let mut obj = r.object(at)?;
    let judul = obj.need_dwibahasa(r, ("judul", "judul_en"), "Terang Sosial");
    let keterangan =
        obj.need_dwibahasa(r, ("keterangan", "keterangan_en"), "Kinerja dan anggaran dinas sosial, tahun demi tahun");
    let bahasa = obj.get("bahasa").and_then(|at| r.word(&at, &[("id", "id")])).unwrap_or("id");
    let bahasa_lain = obj.list(r, "bahasa_lain", |r, at| r.word(at, &[("en", Lang::En)]));
    let instansi = obj.string(r, "instansi");
    let alt = obj.dwibahasa(r, ("logo_alt", "logo_alt_en")).or_else(|| {
        let name = instansi.as_ref()?;
        Some(Dwibahasa { id: format!("Logo {name}"), en: Some(format!("Logo of {name}")) })
    });
    let logo = obj.get("logo");
    logo::check_sisa(r, gambar, logo.as_ref().and_then(nama));
    let logo = logo.and_then(|at| logo::read(r, &at, gambar, alt));
    let warna = obj.get("warna").and_then(|at| warna::read(r, &at));
    let ppid = obj.get("ppid").and_then(|at| read_ppid(r, &at));
    let alamat_dasar = obj.get("alamat_dasar").and_then(|at| {
        let text = r.string(&at)?;
        // Addresses of pages are added behind it: neither question nor anchor fits.
        if !is_alamat(&text) || text.contains(['?', '#']) {
            r.galat(
                "alamat-salah",
                &at.jalur,
                pesan!("`{text}` bukan alamat situs", "`{text}` is not a site address"),
            )
            .help = Some(pesan!(
                "tulis misalnya `https://contoh.go.id/terang/`",
                "write for example `https://example.go.id/terang/`"
            ));
        }
        Some(text)
    });
    let tema = obj.get("tema").and_then(|at| r.kode(&at));
    let kelompok_tabel = obj.list(r, "kelompok_tabel", |r, at| {
        let mut obj = r.object(at)?;
        let tema = obj.need(r, "tema", ("`tema: spm`", "`tema: spm`")).and_then(|at| r.kode(&at));
        let judul = obj.need_dwibahasa(r, ("judul", "judul_en"), "Standar pelayanan minimal");
        let terbuka = obj.get("terbuka").and_then(|at| r.boolean(&at)).unwrap_or(false);
        obj.finish(r);
        Some(KelompokTabel { tema: tema?, judul: judul?, terbuka })
    });
    let lisensi = obj.string(r, "lisensi").unwrap_or_else(|| "CC-BY-4.0".to_string());
    obj.finish(r);
    Some(Portal {
        judul: judul?,
        keterangan: keterangan?,
        instansi,
        logo,
        warna,
        alamat_dasar,
        bahasa: bahasa.to_string(),
        bahasa_lain,
        tema,
        lisensi,
        ppid,
        kelompok_tabel,
    })
}

/// A value that is text, without reporting anything.
fn nama<'a>(at: &At<'a>) -> Option<&'a str> {
    match at.node {
        Node::Teks(text) => Some(text.isi.trim()),
        _ => None,
    }
}

fn read_ppid(r: &mut Reader, at: &At<'_>) -> Option<Ppid> {
    let mut obj = r.object(at)?;
    let nama = obj.need_string(r, "nama", "PPID Kabupaten ...");
    let ppid = Ppid {
        nama: String::new(),
        keterangan: obj.dwibahasa(r, ("keterangan", "keterangan_en")),
        surel: obj.get("surel").and_then(|at| kontak(r, &at, is_surel, "ppid@contoh.go.id")),
        situs: obj.get("situs").and_then(|at| kontak(r, &at, is_situs, "www.contoh.go.id")),
        alamat: obj.string(r, "alamat"),
        telepon: obj.get("telepon").and_then(|at| kontak(r, &at, is_telepon, "(0331) 123456")),
    };
    obj.finish(r);
    Some(Ppid { nama: nama?, ..ppid })
}

/// What becomes a link must be what its key says, or a page would lead nowhere, or to a script.
fn kontak(r: &mut Reader, at: &At<'_>, fits: fn(&str) -> bool, contoh: &str) -> Option<String> {
    let text = r.string(at)?;
    if fits(&text) {
        return Some(text);
    }
    let kunci = at.jalur.to_string();
    r.galat(
        "kontak-salah",
        &at.jalur,
        pesan!("`{text}` tidak bisa menjadi `{kunci}`", "`{text}` cannot be `{kunci}`"),
    )
    .help = Some(pesan!(
        "tulis yang milik kantor, misalnya `{contoh}`",
        "write that of the office, for example `{contoh}`"
    ));
    None
}

fn is_surel(text: &str) -> bool {
    let fits = |part: &str, more: &[char]| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(&c))
    };
    text.split_once('@').is_some_and(|(name, host)| fits(name, &['.', '_', '-', '+']) && is_host(host))
}

fn is_situs(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    is_host(host) && !text.contains(char::is_whitespace)
}

fn is_telepon(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (5..=15).contains(&digits) && text.chars().all(|c| c.is_ascii_digit() || " +-()".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contacts_are_what_their_keys_say() {
        for (fits, good, bad) in [
            (
                is_surel as fn(&str) -> bool,
                &["ppid@contoh.go.id", "ppid.dinsos+info@blitarkab.go.id"][..],
                &["ppid", "ppid@", "@contoh.go.id", "a b@contoh.go.id", "ppid@contoh", "a@b@c.id", "a@b.id?cc=x"][..],
            ),
            (
                is_situs,
                &["www.contoh.go.id", "https://contoh.go.id/ppid/", "http://ppid.contoh.go.id?a=1"],
                &[
                    "javascript:alert(1)",
                    "contoh",
                    "ftp://contoh.go.id",
                    "www.contoh.go.id dan lain",
                    "https://",
                    "//x.id",
                ],
            ),
            (
                is_telepon,
                &["(0331) 123456", "+62 331-123456", "112-00"],
                &["telepon kantor", "12", "0331 123456 ext. 2"],
            ),
        ] {
            assert!(good.iter().all(|t| fits(t)), "{good:?}");
            assert!(!bad.iter().any(|t| fits(t)), "{bad:?}");
        }
    }
}
