//! `/banding/`: padanan by kabupaten, each cell setara, dengan catatan, tidak setara or belum dilaporkan.

use super::baris::kelas;
use super::data::{data_portal, json_dalam_html};
use super::{TERBANYAK, Tautan, alamat};
use crate::comparisons::{Banding, BandingPadanan, BandingTahun};
use crate::pages::kalimat::{alasan, banding as kalimat, nama_pendek};
use crate::records::{Content, Daerah, IsiPadanan, slug};
use serde::Serialize;

/// The view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Matriks {
    /// Address from the root.
    pub alamat: String,
    /// Title.
    pub judul: String,
    /// What the page shows, in one sentence.
    pub kalimat: String,
    /// The province shown, when the portal is split by province.
    pub provinsi: Option<String>,
    /// Pages of the provinces; empty while everything fits one page.
    pub halaman: Vec<Tautan>,
    /// Kabupaten of the page.
    pub daerah: Vec<KepalaDaerah>,
    /// Padanan by kind.
    pub kelompok: Vec<KelompokPadanan>,
    /// The values of the page as JSON for the picking script; none when they stand in files of their own.
    pub data_json: Option<String>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KepalaDaerah {
    /// Code.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// Name for a narrow column.
    pub pendek: String,
    /// Page from the root.
    pub url: String,
}

/// Padanan of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KelompokPadanan {
    /// Heading.
    pub judul: &'static str,
    /// Rows.
    pub baris: Vec<BarisMatriks>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BarisMatriks {
    /// Code.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// The question it answers.
    pub pertanyaan: Option<String>,
    /// Page from the root.
    pub url: String,
    /// The year shown.
    pub tahun: Option<i32>,
    /// How many values count.
    pub n: usize,
    /// What it shows.
    pub kalimat: String,
    /// One cell per kabupaten of the page; empty on the front page of a split portal.
    pub sel: Vec<SelMatriks>,
    /// How many cells of each kind, over all kabupaten.
    pub jumlah: Jumlah,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SelMatriks {
    /// Class for the style sheet.
    pub kelas: &'static str,
    /// The relation in words.
    pub kata: String,
    /// The value; none where nothing is reported.
    pub teks: Option<String>,
    /// Remarks and reasons.
    pub alasan: Vec<String>,
}

/// How many kabupaten stand how.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Jumlah {
    /// Setara or the only value.
    pub setara: usize,
    /// With a remark.
    pub catatan: usize,
    /// Not setara.
    pub tidak_setara: usize,
    /// Not reported.
    pub belum: usize,
}

/// The matrix on one page, or split by province.
pub fn semua(content: &Content, banding: &Banding) -> Vec<Matriks> {
    if content.daerah.len() <= TERBANYAK {
        return vec![matriks(content, banding, &content.daerah.iter().collect::<Vec<_>>(), None, Vec::new())];
    }
    let mut names: Vec<&str> = content.daerah.iter().map(|d| d.provinsi.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let links = |ini: Option<&str>| -> Vec<Tautan> {
        let link = |p: &&str| Tautan {
            nama: (*p).to_string(),
            url: format!("banding/provinsi/{}/", slug(p)),
            ini: ini == Some(*p),
        };
        names.iter().map(link).collect()
    };
    let mut out = vec![matriks(content, banding, &[], None, links(None))];
    for p in &names {
        let own: Vec<&Daerah> = content.daerah.iter().filter(|d| d.provinsi == *p).collect();
        out.push(matriks(content, banding, &own, Some(p), links(Some(p))));
    }
    out
}

/// The matrix of some kabupaten.
pub fn matriks(
    content: &Content,
    banding: &Banding,
    daerah: &[&Daerah],
    provinsi: Option<&str>,
    halaman: Vec<Tautan>,
) -> Matriks {
    let mut kelompok: Vec<KelompokPadanan> = Vec::new();
    for p in banding.padanan.values() {
        let judul = judul(&p.padanan.isi);
        let baris = baris(p, daerah, content.daerah.len());
        match kelompok.iter_mut().find(|k| k.judul == judul) {
            Some(k) => k.baris.push(baris),
            None => kelompok.push(KelompokPadanan { judul, baris: vec![baris] }),
        }
    }
    // Outcomes before money, money before counts.
    kelompok.sort_by_key(|k| URUTAN.iter().position(|u| *u == k.judul));
    let n = content.daerah.len();
    let alamat = provinsi.map_or_else(|| "banding/".to_string(), |p| format!("banding/provinsi/{}/", slug(p)));
    Matriks {
        alamat,
        judul: provinsi.map_or_else(|| "Perbandingan antarkabupaten".to_string(), |p| format!("Perbandingan: {p}")),
        kalimat: format!(
            "{} ukuran untuk {n} kabupaten/kota; hanya angka yang dihitung dengan cara yang sama berdiri pada satu sumbu.",
            banding.padanan.len()
        ),
        provinsi: provinsi.map(str::to_string),
        daerah: daerah
            .iter()
            .map(|d| KepalaDaerah {
                kode: d.kode.clone(),
                nama: d.nama.clone(),
                pendek: nama_pendek(&d.nama).to_string(),
                url: format!("{}/", d.kode),
            })
            .collect(),
        kelompok,
        data_json: halaman.is_empty().then(|| json_dalam_html(&data_portal(content, banding, daerah))),
        halaman,
    }
}

const URUTAN: [&str; 3] = ["Hasil kerja", "Anggaran", "Layanan, sasaran dan sumber daya"];

fn judul(isi: &IsiPadanan) -> &'static str {
    match isi {
        IsiPadanan::Indikator { .. } => URUTAN[0],
        IsiPadanan::Anggaran { .. } => URUTAN[1],
        IsiPadanan::Tabel(_) => URUTAN[2],
    }
}

fn baris(p: &BandingPadanan, daerah: &[&Daerah], semua: usize) -> BarisMatriks {
    let main = p.tahun_utama();
    BarisMatriks {
        kode: p.padanan.kode.clone(),
        nama: p.padanan.nama.id.clone(),
        pertanyaan: p.padanan.pertanyaan.as_ref().map(|t| t.id.clone()),
        url: alamat(&p.padanan.kode),
        tahun: main.map(|t| t.tahun),
        n: main.map_or(0, BandingTahun::n),
        kalimat: main.map_or_else(|| "Belum ada angka.".to_string(), |t| kalimat::tahun(&p.padanan, t)),
        sel: daerah.iter().map(|d| sel(p, main, &d.kode)).collect(),
        jumlah: main.map_or_else(|| Jumlah { belum: semua, ..Jumlah::default() }, jumlah),
    }
}

fn sel(p: &BandingPadanan, main: Option<&BandingTahun>, daerah: &str) -> SelMatriks {
    let own = main.and_then(|t| t.milik(daerah));
    if let Some(a) = own {
        return SelMatriks {
            kelas: kelas(a),
            kata: a.kedudukan.kata().to_string(),
            teks: Some(kalimat::teks(&p.padanan, &a.nilai)),
            alasan: alasan::semua(a.kedudukan.alasan()),
        };
    }
    // A value of another year is worth knowing of, but it is not compared.
    let other = p.tahun.values().rev().find(|t| t.milik(daerah).is_some());
    match other {
        Some(t) => SelMatriks {
            kelas: "tahun-lain",
            kata: format!("dilaporkan untuk {}", t.tahun),
            teks: None,
            alasan: Vec::new(),
        },
        None => SelMatriks { kelas: "belum", kata: "belum dilaporkan".to_string(), teks: None, alasan: Vec::new() },
    }
}

fn jumlah(t: &BandingTahun) -> Jumlah {
    let mut out = Jumlah { belum: t.hilang.len(), ..Jumlah::default() };
    for a in t.anggota.iter().filter(|a| a.nilai.tangan_kedua.is_none()) {
        match kelas(a) {
            "catatan" => out.catatan += 1,
            "tidak-setara" => out.tidak_setara += 1,
            _ => out.setara += 1,
        }
    }
    out
}
