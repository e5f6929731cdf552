//! Mesin: what programs that visit the site ask for: the list of its pages, the feed of its records, the catalogue of its
//! data (DCAT). Dates are those of the content.

use super::edisi::RalatTerbit;
use super::paket::{Arsip, Paket, Sumber, alamat_lisensi};
use crate::charts::escape_into;
use crate::pages::ralat::jangkar;
use crate::records::BatasData;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Addresses one list of pages may hold.
const SEPETA: usize = 50_000;
/// Records and corrections the feed holds, the newest first.
const SEUMPAN: usize = 100;

/// One record as the feed tells of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kabar {
    /// Its page, from the root of the site.
    pub alamat: String,
    /// Its title, with agency and year.
    pub judul: String,
    /// What its page says in one sentence.
    pub kalimat: String,
    /// Until when its figures are.
    pub batas: BatasData,
}

/// Text as XML holds it.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(&mut out, text);
    out
}

/// `sitemap.xml` for the addresses of all pages; of a large site, its parts and the list of them.
pub fn peta(dasar: &str, alamat: &[String]) -> Vec<(String, Vec<u8>)> {
    const NS: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
    let file = |root: &str, item: &str, list: &mut dyn Iterator<Item = String>| {
        let mut out = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root} {NS}>\n");
        for path in list {
            let _ = writeln!(out, "<{item}><loc>{}</loc></{item}>", xml(&format!("{dasar}{path}")));
        }
        let _ = writeln!(out, "</{root}>");
        out.into_bytes()
    };
    let name = |n: usize| format!("sitemap-{}.xml", n + 1);
    let parts: Vec<&[String]> = alamat.chunks(SEPETA).collect();
    if parts.len() < 2 {
        return vec![("sitemap.xml".into(), file("urlset", "url", &mut alamat.iter().cloned()))];
    }
    let mut out = vec![("sitemap.xml".into(), file("sitemapindex", "sitemap", &mut (0..parts.len()).map(name)))];
    out.extend(parts.iter().enumerate().map(|(n, p)| (name(n), file("urlset", "url", &mut p.iter().cloned()))));
    out
}

/// `robots.txt`: everything may be read, and where the list is.
pub fn robot(dasar: &str) -> Vec<u8> {
    format!("User-agent: *\nAllow: /\n\nSitemap: {dasar}sitemap.xml\n").into_bytes()
}

/// One entry of the feed.
struct Butir {
    hari: String,
    url: String,
    judul: String,
    kalimat: String,
}

impl Butir {
    fn rekaman(k: &Kabar) -> Self {
        let hari = k.batas.hari().to_string();
        Self { hari, url: k.alamat.clone(), judul: k.judul.clone(), kalimat: k.kalimat.clone() }
    }

    /// A correction, at its place on the page of all.
    fn ralat(r: &RalatTerbit, dahulu: &mut BTreeMap<String, usize>) -> Self {
        let (alamat, lama, alasan) = (&r.alamat, &r.lama, r.alasan.trim_end_matches('.'));
        let kini = r.baru.as_ref().map_or_else(|| "kini dihapus".to_string(), |baru| format!("kini {baru}"));
        Self {
            hari: r.tanggal.clone(),
            url: format!("ralat/#{}", jangkar(alamat, &r.tanggal, dahulu)),
            judul: format!("Ralat: {alamat}"),
            kalimat: format!("Dahulu tertulis {lama}, {kini}. Sebabnya: {alasan}. Alamat angka: {alamat}"),
        }
    }
}

/// The Atom feed of all records and corrections, the newest first.
pub fn umpan(portal: &Paket<'_>, dasar: &str, kabar: &[&Kabar], ralat: &[&RalatTerbit]) -> Vec<u8> {
    let mut list: Vec<Butir> = kabar.iter().map(|k| Butir::rekaman(k)).collect();
    let mut dahulu = BTreeMap::new();
    list.extend(ralat.iter().map(|r| Butir::ralat(r, &mut dahulu)));
    list.sort_by(|a, b| b.hari.cmp(&a.hari).then_with(|| a.url.cmp(&b.url)));
    list.truncate(SEUMPAN);
    // The end of the day the figures go to, in Jakarta: a feed needs a moment, and the content has days.
    let saat = |hari: &str| format!("{hari}T23:59:59+07:00");
    let newest = list.first().map_or_else(|| "1970-01-01T00:00:00Z".to_string(), |k| saat(&k.hari));
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"id\">\n<id>{0}</id>\n<title>{1}</title>\n<subtitle>{2}</subtitle>\n<updated>{newest}</updated>\n<author><name>{3}</name></author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{0}umpan.xml\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{0}\"/>\n<rights>{4}</rights>\n",
        xml(dasar),
        xml(portal.judul),
        xml(portal.keterangan),
        xml(portal.instansi.unwrap_or(portal.judul)),
        xml(portal.lisensi),
    );
    for k in list {
        let url = xml(&format!("{dasar}{}", k.url));
        let _ = write!(
            out,
            "<entry>\n<id>{url}</id>\n<title>{}</title>\n<updated>{}</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"{url}\"/>\n<summary>{}</summary>\n</entry>\n",
            xml(&k.judul),
            saat(&k.hari),
            xml(&k.kalimat),
        );
    }
    out.push_str("</feed>\n");
    out.into_bytes()
}

/// The catalogue of all data as DCAT in JSON-LD; addresses are relative to it where the site does not know its own.
pub fn katalog(portal: &Paket<'_>, sumber: &[Sumber], arsip: &[Arsip]) -> Value {
    let dasar = portal.alamat.unwrap_or_default();
    let lisensi = alamat_lisensi(portal.lisensi);
    let file = |path: String, mime: &str, ukuran: u64, sha256: &str| {
        let mut out = json!({
            "@type": "dcat:Distribution",
            "dcat:downloadURL": { "@id": path },
            "dcat:accessURL": { "@id": path },
            "dcat:mediaType": { "@id": format!("https://www.iana.org/assignments/media-types/{mime}") },
            "dcat:byteSize": { "@value": ukuran.to_string(), "@type": "xsd:nonNegativeInteger" },
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
                "spdx:checksumValue": { "@value": sha256, "@type": "xsd:hexBinary" },
            },
        });
        if let Some(url) = &lisensi {
            out["dct:license"] = json!({ "@id": url });
        }
        out
    };
    let whose = portal.instansi.unwrap_or(portal.judul);
    let entry = |id: String, judul: &str, nama: &str, isi: Vec<Value>| {
        json!({
            "@id": id,
            "@type": "dcat:Dataset",
            "dct:title": { "@value": judul, "@language": "id" },
            "dct:description": { "@value": format!("{judul}. {}", portal.keterangan), "@language": "id" },
            "dct:publisher": { "@type": "foaf:Agent", "foaf:name": whose },
            "dct:identifier": nama,
            "dcat:distribution": isi,
        })
    };
    let dataset = |s: &Sumber| {
        let name = s.berkas.trim_end_matches(".csv");
        let xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        let files = s.edisi.iter().zip(["text/csv", xlsx]);
        let files = files.map(|(d, mime)| file(format!("{dasar}{}", d.berkas), mime, d.ukuran, &d.sha256)).collect();
        entry(format!("{dasar}data/{name}.csv#dataset"), &s.judul, name, files)
    };
    let whole = |a: &Arsip| {
        let path = format!("{dasar}data/{}", a.berkas);
        let isi = vec![file(path.clone(), "application/zip", a.ukuran as u64, &a.sha256)];
        entry(format!("{path}#dataset"), &a.judul, &a.berkas, isi)
    };
    let mut out = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "spdx": "http://spdx.org/rdf/terms#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": format!("{dasar}catalog.jsonld#catalog"),
        "@type": "dcat:Catalog",
        "dct:title": { "@value": portal.judul, "@language": "id" },
        "dct:description": { "@value": portal.keterangan, "@language": "id" },
        "dct:language": { "@id": "http://publications.europa.eu/resource/authority/language/IND" },
        "dct:publisher": { "@type": "foaf:Agent", "foaf:name": whose },
    });
    if let Some(url) = &lisensi {
        out["dct:license"] = json!({ "@id": url });
    }
    if let Some(hari) = &portal.keadaan {
        out["dct:modified"] = json!({ "@value": hari, "@type": "xsd:date" });
    }
    out["dcat:dataset"] = arsip.iter().map(whole).chain(sumber.iter().map(dataset)).collect();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_site_lists_its_pages_in_parts() {
        let pages: Vec<String> = (0..SEPETA + 1).map(|n| format!("h{n}/")).collect();
        let small = peta("https://a.id/?a&b/", &pages[..2]);
        assert_eq!(small.len(), 1);
        let text = String::from_utf8_lossy(&small[0].1).into_owned();
        assert!(text.contains("<url><loc>https://a.id/?a&amp;b/h1/</loc></url>"), "{text}");
        roxmltree::Document::parse(&text).expect("XML");
        let large = peta("https://a.id/", &pages);
        let names: Vec<&str> = large.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
        let index = String::from_utf8_lossy(&large[0].1).into_owned();
        assert!(index.contains("<sitemap><loc>https://a.id/sitemap-2.xml</loc></sitemap>"), "{index}");
    }
}
