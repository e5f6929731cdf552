//! Padanan: the shared indicators under which kabupaten are compared.

use super::dwibahasa::Dwibahasa;
use super::indikator::Arah;
use super::reader::{At, Reader};
use crate::pesan;

/// A shared indicator under which kabupaten are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Padanan {
    /// File name: its code.
    pub kode: String,
    /// Name.
    pub nama: Dwibahasa,
    /// Definition.
    pub definisi: Dwibahasa,
    /// Unit.
    pub satuan: Option<String>,
    /// Which way is better; none where neither is (a share of the budget).
    pub arah: Option<Arah>,
    /// Only OPD of this code take part; none: all.
    pub opd: Option<String>,
    /// Only OPD with this affair (`urusan`) take part; none: all.
    pub urusan: Option<String>,
    /// What is compared.
    pub isi: IsiPadanan,
    /// The question it answers.
    pub pertanyaan: Option<Dwibahasa>,
    /// Differences that are printed beside a value instead of excluding it.
    pub toleransi: Vec<Toleransi>,
    /// A remark.
    pub catatan: Option<Dwibahasa>,
}

/// What a padanan compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IsiPadanan {
    /// Indicators that name it, with the counts their formula must have.
    Indikator {
        /// Code of the numerator.
        pembilang: Option<String>,
        /// Code of the denominator.
        penyebut: Option<String>,
        /// Scale of letters.
        skala: Option<String>,
    },
    /// A measure of the budget: `serapan`, `bagian` or `pagu`, of one program or of all.
    Anggaran {
        /// Measure.
        ukuran: UkuranAnggaran,
        /// Code of the program; none for the whole.
        program: Option<String>,
    },
    /// A row of free tables of one theme.
    Tabel(IsiTabel),
}

/// Which cell of free tables is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IsiTabel {
    /// Theme of the table.
    pub tema: String,
    /// `ukuran` of the column.
    pub kolom: String,
    /// Code of the row; none for the printed total.
    pub baris: Option<String>,
    /// `ukuran` of the column it is a part of, or `jumlah` for the printed total of its own column: the value is then
    /// the percentage.
    pub per: Option<String>,
}

/// What of a budget is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UkuranAnggaran {
    /// realisasi / pagu × 100
    Serapan,
    /// pagu of the program / pagu of the whole × 100
    Bagian,
}

/// A tolerable difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toleransi {
    /// Another cut-off day.
    BatasData,
    /// Another printed name of the same count.
    Nama,
    /// A neighbouring year, when asked for.
    Tahun,
    /// Another phase of the budget.
    Tahap,
}

/// Reads `padanan/<kode>.yaml`.
pub fn read_padanan(r: &mut Reader, at: &At<'_>, kode: &str) -> Option<Padanan> {
    let mut obj = r.object(at)?;
    let nama = obj.need_dwibahasa(r, ("nama", "nama_en"), "Layanan yang tepat waktu");
    let definisi = obj.need_dwibahasa(r, ("definisi", "definisi_en"), "bagian layanan yang selesai tepat waktu");
    let arah = obj
        .get("arah")
        .and_then(|at| r.word(&at, &[("naik", Some(Arah::Naik)), ("turun", Some(Arah::Turun)), ("netral", None)]));
    let isi = obj
        .need(
            r,
            "isi",
            ("`isi: {indikator: {pembilang: .., penyebut: ..}}`", "`isi: {indikator: {pembilang: .., penyebut: ..}}`"),
        )
        .and_then(|at| read_isi(r, &at));
    let padanan = Padanan {
        kode: kode.to_string(),
        nama: Dwibahasa::default(),
        definisi: Dwibahasa::default(),
        satuan: obj.string(r, "satuan"),
        arah: arah.flatten(),
        opd: obj.string(r, "opd"),
        urusan: obj.string(r, "urusan"),
        isi: IsiPadanan::Indikator { pembilang: None, penyebut: None, skala: None },
        pertanyaan: obj.dwibahasa(r, ("pertanyaan", "pertanyaan_en")),
        toleransi: obj.list(r, "toleransi", |r, at| {
            r.word(
                at,
                &[
                    ("batas_data", Toleransi::BatasData),
                    ("nama", Toleransi::Nama),
                    ("tahun", Toleransi::Tahun),
                    ("tahap", Toleransi::Tahap),
                ],
            )
        }),
        catatan: obj.dwibahasa(r, ("catatan", "catatan_en")),
    };
    obj.finish(r);
    Some(Padanan { nama: nama?, definisi: definisi?, isi: isi?, ..padanan })
}

fn read_isi(r: &mut Reader, at: &At<'_>) -> Option<IsiPadanan> {
    let mut obj = r.object(at)?;
    let isi = if let Some(at) = obj.get("indikator") {
        let mut obj = r.object(&at)?;
        let isi = IsiPadanan::Indikator {
            pembilang: obj.string(r, "pembilang"),
            penyebut: obj.string(r, "penyebut"),
            skala: obj.string(r, "skala"),
        };
        obj.finish(r);
        Some(isi)
    } else if let Some(at) = obj.get("anggaran") {
        let mut obj = r.object(&at)?;
        let ukuran = obj
            .need(r, "ukuran", ("`ukuran: serapan`", "`ukuran: serapan`"))
            .and_then(|at| r.word(&at, &[("serapan", UkuranAnggaran::Serapan), ("bagian", UkuranAnggaran::Bagian)]));
        let program = obj.string(r, "program");
        obj.finish(r);
        Some(IsiPadanan::Anggaran { ukuran: ukuran?, program })
    } else if let Some(at) = obj.get("tabel") {
        let mut obj = r.object(&at)?;
        let tema = obj.need_string(r, "tema", "layanan");
        let kolom = obj.need_string(r, "kolom", "terdata");
        let baris = obj.string(r, "baris");
        let per = obj.string(r, "per");
        obj.finish(r);
        Some(IsiPadanan::Tabel(IsiTabel { tema: tema?, kolom: kolom?, baris, per }))
    } else {
        r.galat(
            "kunci-hilang",
            &at.jalur,
            pesan!(
                "`isi` tidak menyebut `indikator`, `anggaran` atau `tabel`",
                "`isi` names none of `indikator`, `anggaran`, `tabel`"
            ),
        );
        None
    };
    obj.finish(r);
    isi
}
