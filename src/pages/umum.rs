//! The pages about the portal itself: method, glossary, downloads, corrections, free pages, the index of all pages.

use crate::number::Lang;
use crate::records::{Dwibahasa, Istilah, Ppid};
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
    /// `id` where the meaning is Indonesian on a page in another language.
    pub bahasa: Option<&'static str>,
}

/// A text of ours in the language of the page.
pub fn dalam(lang: Lang, text: &Dwibahasa) -> String {
    text.dalam(lang).0.to_string()
}

/// What a page says of a text that it shows in Indonesian for want of its own language: `id`.
pub fn bahasa(lang: Lang, text: &Dwibahasa) -> Option<&'static str> {
    text.dalam(lang).1.then_some(Lang::Id.kode())
}

/// Terms with their anchors.
pub fn glosarium(lang: Lang, list: &[Istilah]) -> Vec<IstilahView> {
    list.iter()
        .map(|i| IstilahView {
            istilah: dalam(lang, &i.istilah),
            // One anchor in all languages.
            jangkar: crate::records::slug(&i.istilah.id),
            kepanjangan: i.kepanjangan.as_ref().map(|t| dalam(lang, t)),
            arti: dalam(lang, &i.arti),
            bahasa: bahasa(lang, &i.arti),
        })
        .collect()
}

/// The information officer as shown.
#[derive(Debug, Clone, Serialize)]
pub struct PpidView {
    /// Name of the office.
    pub nama: String,
    /// How to reach it.
    pub keterangan: Option<String>,
    /// `id` where that is Indonesian on a page in another language.
    pub keterangan_bahasa: Option<&'static str>,
    /// Address of the office.
    pub alamat: Option<String>,
    /// Telephone of the office.
    pub telepon: Option<String>,
    /// Office mail.
    pub surel: Option<String>,
    /// Website as written.
    pub situs: Option<String>,
    /// Website as a link.
    pub url: Option<String>,
}

/// The information officer in one language.
pub fn ppid(p: &Ppid, lang: Lang) -> PpidView {
    PpidView {
        nama: p.nama.clone(),
        keterangan: p.keterangan.as_ref().map(|k| dalam(lang, k)),
        keterangan_bahasa: p.keterangan.as_ref().and_then(|k| bahasa(lang, k)),
        alamat: p.alamat.clone(),
        telepon: p.telepon.clone(),
        surel: p.surel.clone(),
        situs: p.situs.clone(),
        url: p.url(),
    }
}

/// A measure on the method page.
#[derive(Debug, Clone, Serialize)]
pub struct UkuranView {
    /// Name.
    pub nama: &'static str,
    /// The same in English.
    pub nama_en: &'static str,
    /// Formula.
    pub rumus: &'static str,
    /// The same in English.
    pub rumus_en: &'static str,
    /// What it says.
    pub arti: &'static str,
    /// The same in English.
    pub arti_en: &'static str,
    /// Where the formula is printed.
    pub sumber: &'static str,
    /// The same in English.
    pub sumber_en: &'static str,
}

/// The measures and their sources.
pub const UKURAN: [UkuranView; 9] = [
    UkuranView {
        nama: "Capaian (makin tinggi makin baik)",
        nama_en: "Achievement (capaian), higher is better",
        rumus: "realisasi ÷ target × 100",
        rumus_en: "actual ÷ target × 100",
        arti: "Berapa persen target yang tercapai.",
        arti_en: "What percentage of the target was reached.",
        sumber: "PermenPANRB 53/2014, Lampiran II",
        sumber_en: "PermenPANRB 53/2014, Lampiran (annex) II",
    },
    UkuranView {
        nama: "Capaian (makin rendah makin baik)",
        nama_en: "Achievement (capaian), lower is better",
        rumus: "(2 × target − realisasi) ÷ target × 100",
        rumus_en: "(2 × target − actual) ÷ target × 100",
        arti: "Realisasi di bawah target memberi capaian di atas 100%.",
        arti_en: "An actual figure below the target gives an achievement above 100%.",
        sumber: "cara yang lazim dalam laporan kinerja; laporan yang memakai cara lain menyebutkannya",
        sumber_en: "the usual method of performance reports; a report that uses another one says so",
    },
    UkuranView {
        nama: "Serapan",
        nama_en: "Absorption (serapan)",
        rumus: "realisasi anggaran ÷ pagu × 100",
        rumus_en: "budget spent (realisasi) ÷ budget ceiling (pagu) × 100",
        arti: "Berapa persen anggaran yang dibelanjakan. Tinggi tidak dengan sendirinya baik.",
        arti_en: "What percentage of the budget was spent. A high one is not good in itself.",
        sumber: "tabel anggaran tiap laporan",
        sumber_en: "the budget table of each report",
    },
    UkuranView {
        nama: "Sisa",
        nama_en: "Unspent (sisa)",
        rumus: "pagu − realisasi anggaran",
        rumus_en: "budget ceiling (pagu) − budget spent (realisasi)",
        arti: "Anggaran yang tidak dibelanjakan.",
        arti_en: "The budget that was not spent.",
        sumber: "tabel anggaran tiap laporan",
        sumber_en: "the budget table of each report",
    },
    UkuranView {
        nama: "Efisiensi (capaian − serapan)",
        nama_en: "Efficiency (efisiensi), achievement − absorption",
        rumus: "capaian kinerja − serapan anggaran",
        rumus_en: "achievement (capaian) of performance − absorption (serapan) of the budget",
        arti: "Selisih persen capaian dan persen belanja, dalam poin persen.",
        arti_en: "Percentage achieved less percentage spent, in percentage points.",
        sumber: "laporan yang memakainya",
        sumber_en: "the reports that use it",
    },
    UkuranView {
        nama: "Efisiensi (100 − serapan)",
        nama_en: "Efficiency (efisiensi), 100 − absorption",
        rumus: "100 − serapan anggaran",
        rumus_en: "100 − absorption (serapan) of the budget",
        arti: "Bagian anggaran yang tidak dibelanjakan. Dua definisi ini tidak bisa dibandingkan.",
        arti_en: "The share of the budget that was not spent. These two definitions cannot be compared.",
        sumber: "laporan yang memakainya",
        sumber_en: "the reports that use it",
    },
    UkuranView {
        nama: "Kemajuan ke akhir Renstra",
        nama_en: "Progress to the end of the five-year plan (Renstra)",
        rumus: "capaian realisasi tahun ini terhadap target tahun terakhir Renstra",
        rumus_en: "this year's actual figure measured against the target of the last year of the Renstra",
        arti: "Seberapa dekat keadaan sekarang dengan janji lima tahun.",
        arti_en: "How near the present state is to the promise of five years.",
        sumber: "PermenPANRB 53/2014, Lampiran II: perbandingan dengan target jangka menengah",
        sumber_en: "PermenPANRB 53/2014, Lampiran (annex) II: comparison with the medium-term target",
    },
    UkuranView {
        nama: "Perubahan",
        nama_en: "Change",
        rumus: "realisasi tahun ini − realisasi tahun sebelumnya",
        rumus_en: "this year's actual figure (realisasi) − last year's",
        arti: "Untuk persentase dinyatakan dalam poin persen.",
        arti_en: "For percentages it is given in percentage points.",
        sumber: "dihitung dari realisasi tiap laporan",
        sumber_en: "computed from the actual figures of each report",
    },
    UkuranView {
        nama: "Bagian program",
        nama_en: "Share of a program",
        rumus: "pagu program ÷ pagu seluruh program × 100",
        rumus_en: "budget ceiling (pagu) of the program ÷ budget ceiling of all programs × 100",
        arti: "Berapa persen anggaran dinas untuk satu program.",
        arti_en: "What percentage of the agency's budget goes to one program.",
        sumber: "dihitung dari pagu tiap laporan",
        sumber_en: "computed from the budget ceilings of each report",
    },
];

/// A measure in one language.
#[derive(Debug, Clone, Serialize)]
pub struct UkuranSatu {
    /// Name.
    pub nama: &'static str,
    /// Formula.
    pub rumus: &'static str,
    /// What it says.
    pub arti: &'static str,
    /// Where the formula is printed.
    pub sumber: &'static str,
}

/// The measures in the language of the page.
pub fn ukuran(lang: Lang) -> Vec<UkuranSatu> {
    let one = |u: UkuranView| UkuranSatu {
        nama: lang.pilih(u.nama, u.nama_en),
        rumus: lang.pilih(u.rumus, u.rumus_en),
        arti: lang.pilih(u.arti, u.arti_en),
        sumber: lang.pilih(u.sumber, u.sumber_en),
    };
    UKURAN.into_iter().map(one).collect()
}
