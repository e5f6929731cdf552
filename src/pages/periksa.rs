//! Periksa: the checklist of one record, only in a draft: each finding with a place for the agency's answer, to print and
//! fill in, and the lines of YAML that answer it.

use super::data::DataOpd;
use super::kalimat::cacah;
use super::temuan::{self, Baris};
use crate::findings::{Golongan, Temuan};
use crate::records::Rekaman;
use crate::teks;
use serde::Serialize;

/// What the date of an answer looks like before it is written: no date, so that `terang check` asks for it.
const TANGGAL: &str = "TTTT-BB-TT";

/// The checklist of one record.
#[derive(Debug, Serialize)]
pub struct Halaman {
    /// Name of the agency, as in that year.
    nama: String,
    tahun: i32,
    /// The file answers are written into, below the folder of the content.
    berkas: String,
    /// One sentence: how many.
    #[serde(skip)]
    pub kalimat: String,
    kelompok: Vec<Kelompok>,
    /// What could not be checked: why, and the figures with their addresses.
    belum: Vec<(String, Vec<(String, String)>)>,
}

/// Findings of one kind.
#[derive(Debug, Serialize)]
struct Kelompok {
    judul: &'static str,
    arti: &'static str,
    butir: Vec<Butir>,
}

/// One finding.
#[derive(Debug, Serialize)]
struct Butir {
    nomor: usize,
    baris: Baris,
    alamat: String,
    /// The lines that answer it; none where it is about no figure that could be answered.
    tempel: Option<String>,
}

/// `blitar/dinas-sosial/2024/periksa/`, from the root.
pub fn alamat(d: &DataOpd<'_>, tahun: i32) -> String {
    format!("{}{tahun}/periksa/", d.alamat())
}

/// The record whose checklist has a finding: that of its own place, and the newest where it is about `opd.yaml`.
fn rekaman_dari(d: &DataOpd<'_>, t: &Temuan) -> Option<i32> {
    let place = t.rujukan.first().and_then(|r| r.pernyataan).and_then(|i| d.kumpulan.semua.get(i));
    let tahun = place.map_or(Some(t.tahun), |p| p.rekaman);
    let years = || d.sumber.rekaman.iter().map(|r| r.tahun);
    tahun.filter(|t| years().any(|y| y == *t)).or_else(|| years().max())
}

/// The checklist of a record: contradictions, then observations, each the heaviest first.
pub fn halaman(d: &DataOpd<'_>, r: &Rekaman) -> Halaman {
    let lang = d.lang;
    let mut own: Vec<&Temuan> = d.hasil.temuan.iter().filter(|t| rekaman_dari(d, t) == Some(r.tahun)).collect();
    own.sort_by_key(|t| t.tingkat);
    let mut nomor = 0;
    let mut kelompok = Vec::new();
    for (golongan, judul, arti) in temuan::jenis(lang) {
        let butir: Vec<Butir> = own
            .iter()
            .filter(|t| t.golongan == golongan)
            .map(|t| {
                nomor += 1;
                let tempel = d.kumpulan.di(&t.alamat).next().map(|_| tempel(&t.alamat, &d.nama_pada(r.tahun)));
                Butir { nomor, baris: temuan::baris(d, t), alamat: t.alamat.clone(), tempel }
            })
            .collect();
        if !butir.is_empty() {
            kelompok.push(Kelompok { judul, arti, butir });
        }
    }
    let pertentangan = own.iter().filter(|t| t.golongan == Golongan::Pertentangan).count();
    let dua = temuan::dua_cacah(lang, pertentangan, own.len() - pertentangan);
    let sudah = own.iter().filter(|t| !t.tanggapan.is_empty()).count();
    let sudah = match sudah {
        0 => lang.pilih("belum ada yang ditanggapi", "none answered yet").to_string(),
        n => {
            let butir = cacah(lang, n, "butir", "item", "items");
            teks!(lang, "{butir} sudah ditanggapi", "{butir} answered")
        }
    };
    let kalimat = teks!(lang, "{dua}; {sudah}.", "{dua}; {sudah}.");
    let berkas = format!("{}{}.yaml", d.alamat(), r.tahun);
    let belum = temuan::menurut_alasan(temuan::belum(d).iter(), r.tahun);
    Halaman { nama: d.nama_pada(r.tahun), tahun: r.tahun, berkas, kalimat, kelompok, belum }
}

/// An entry of `tanggapan:`, its address filled in. Date and text are not YAML of an answer yet: who forgets them is told.
fn tempel(alamat: &str, oleh: &str) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    format!("  - alamat: {}\n    oleh: {}\n    tanggal: {TANGGAL}\n    teks:", quoted(alamat), quoted(oleh))
}
