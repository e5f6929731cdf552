//! The pages about the portal itself: method, glossary, downloads, corrections, free pages, the index of all pages.

use super::data::DataOpd;
use crate::records::{Content, Istilah};
use serde::Serialize;

/// A term as shown.
#[derive(Debug, Clone, Serialize)]
pub struct IstilahView {
    /// Term.
    pub istilah: String,
    /// Anchor.
    pub jangkar: String,
    /// What it stands for.
    pub kepanjangan: Option<String>,
    /// Its meaning.
    pub arti: String,
}

/// Terms with their anchors.
pub fn glosarium(list: &[Istilah]) -> Vec<IstilahView> {
    list.iter()
        .map(|i| IstilahView {
            istilah: i.istilah.clone(),
            jangkar: crate::records::slug(&i.istilah),
            kepanjangan: i.kepanjangan.clone(),
            arti: i.arti.clone(),
        })
        .collect()
}

/// A measure on the method page.
#[derive(Debug, Clone, Serialize)]
pub struct UkuranView {
    /// Name.
    pub nama: &'static str,
    /// Formula.
    pub rumus: &'static str,
    /// What it says.
    pub arti: &'static str,
    /// Where the formula is printed.
    pub sumber: &'static str,
}

/// The measures and their sources.
pub const UKURAN: [UkuranView; 9] = [
    UkuranView {
        nama: "Capaian (makin tinggi makin baik)",
        rumus: "realisasi ÷ target × 100",
        arti: "Berapa persen target yang tercapai.",
        sumber: "LKjIP Jember 2025, Bab III.A; PermenPANRB 53/2014",
    },
    UkuranView {
        nama: "Capaian (makin rendah makin baik)",
        rumus: "(2 × target − realisasi) ÷ target × 100",
        arti: "Realisasi di bawah target memberi capaian di atas 100%.",
        sumber: "LKjIP Jember 2025, Bab III.A",
    },
    UkuranView {
        nama: "Serapan",
        rumus: "realisasi anggaran ÷ pagu × 100",
        arti: "Berapa persen anggaran yang dibelanjakan. Tinggi tidak dengan sendirinya baik.",
        sumber: "tabel anggaran tiap laporan",
    },
    UkuranView {
        nama: "Sisa",
        rumus: "pagu − realisasi anggaran",
        arti: "Anggaran yang tidak dibelanjakan.",
        sumber: "LKjIP Mojokerto 2023, Tabel anggaran dan realisasi",
    },
    UkuranView {
        nama: "Efisiensi (capaian − serapan)",
        rumus: "capaian kinerja − serapan anggaran",
        arti: "Dipakai Mojokerto: selisih persen capaian dan persen belanja, dalam poin persen.",
        sumber: "LKjIP Mojokerto 2023, Tabel 3.7",
    },
    UkuranView {
        nama: "Efisiensi (100 − serapan)",
        rumus: "100 − serapan anggaran",
        arti: "Dipakai Blitar: bagian anggaran yang tidak dibelanjakan. Dua definisi ini tidak bisa dibandingkan.",
        sumber: "LKjIP Blitar 2024, Tabel 3.13 dan 3.17",
    },
    UkuranView {
        nama: "Kemajuan ke akhir Renstra",
        rumus: "capaian realisasi tahun ini terhadap target tahun terakhir Renstra",
        arti: "Seberapa dekat keadaan sekarang dengan janji lima tahun.",
        sumber: "LKjIP Jember 2025, Tabel 3.2",
    },
    UkuranView {
        nama: "Perubahan",
        rumus: "realisasi tahun ini − realisasi tahun sebelumnya",
        arti: "Untuk persentase dinyatakan dalam poin persen.",
        sumber: "LKjIP Blitar 2024, Bab III",
    },
    UkuranView {
        nama: "Bagian program",
        rumus: "pagu program ÷ pagu seluruh program × 100",
        arti: "Berapa persen anggaran dinas untuk satu program.",
        sumber: "dihitung dari pagu tiap laporan",
    },
];

/// One row of the downloads page.
#[derive(Debug, Clone, Serialize)]
pub struct Unduhan {
    /// What it holds.
    pub nama: String,
    /// CSV for programs: comma, decimal point.
    pub csv: String,
    /// CSV for Indonesian Excel: semicolon, decimal comma.
    pub csv_excel: String,
    /// How many rows.
    pub baris: usize,
}

/// The downloads: one pair of files per OPD.
pub fn unduhan(all: &[DataOpd<'_>]) -> Vec<Unduhan> {
    all.iter()
        .map(|d| {
            let base = format!("data/{}-{}", d.daerah.kode, d.sumber.opd.kode);
            Unduhan {
                nama: d.nama(),
                csv: format!("{base}.csv"),
                csv_excel: format!("{base}-excel.csv"),
                baris: d.kumpulan.semua.len() + d.turunan.len(),
            }
        })
        .collect()
}

/// One line of the index of all pages.
#[derive(Debug, Clone, Serialize)]
pub struct Isi {
    /// Title.
    pub judul: String,
    /// Address from the root.
    pub url: String,
    /// What kind of page.
    pub jenis: &'static str,
}

/// The index of all pages a reader may look for.
pub fn isi(content: &Content, all: &[DataOpd<'_>]) -> Vec<Isi> {
    let mut out: Vec<Isi> = content
        .daerah
        .iter()
        .map(|d| Isi { judul: d.nama.clone(), url: format!("{}/", d.kode), jenis: "daerah" })
        .collect();
    for d in all {
        out.push(Isi { judul: d.nama(), url: d.alamat(), jenis: "dinas" });
        for r in &d.sumber.rekaman {
            out.push(Isi {
                judul: format!("{} {}", d.nama(), r.tahun),
                url: format!("{}{}/", d.alamat(), r.tahun),
                jenis: "rekaman",
            });
            for (_, node) in r.anggaran.semua() {
                out.push(Isi {
                    judul: format!("{} ({} {})", node.nama, d.daerah.nama, r.tahun),
                    url: format!("{}{}/#{}", d.alamat(), r.tahun, node.kode),
                    jenis: "anggaran",
                });
            }
        }
        for i in d.sumber.opd.indikator.values() {
            out.push(Isi {
                judul: format!("{} ({})", i.nama, d.daerah.nama),
                url: format!("{}indikator/{}/", d.alamat(), i.kode),
                jenis: "indikator",
            });
        }
    }
    for i in glosarium(&content.glosarium) {
        out.push(Isi { judul: i.istilah, url: format!("glosarium/#{}", i.jangkar), jenis: "istilah" });
    }
    out
}
