//! The pages about the portal itself: method, glossary, downloads, corrections, free pages, the index of all pages.

use crate::records::Istilah;
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
            istilah: i.istilah.id.clone(),
            jangkar: crate::records::slug(&i.istilah.id),
            kepanjangan: i.kepanjangan.as_ref().map(|t| t.id.clone()),
            arti: i.arti.id.clone(),
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
