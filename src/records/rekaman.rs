//! Rekaman: what one OPD reported about one year.

use super::anggaran::{self, Anggaran};
use super::bebas::{self, TabelBebas};
use super::daftar::{self, Daftar, PihakLain, Tanggapan};
use super::dekat::nearest;
use super::dwibahasa::Dwibahasa;
use super::kata_skala::KataSkala;
use super::masa_data::{BatasData, Salah};
use super::metode::{self, Metode};
use super::opd::{self, Opd};
use super::reader::{At, Reader};
use super::setara::{self, Setara};
use super::tabel::{self, Konteks, TabelUkur, read_rincian};
use crate::diagnostic::Jalur;
use crate::pesan;
use std::collections::{BTreeMap, BTreeSet};

/// How a report defines efisiensi.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Efisiensi {
    /// capaian − serapan.
    CapaianKurangSerapan,
    /// 100 − serapan.
    SeratusKurangSerapan,
}

/// The record of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rekaman {
    /// Year: the name of its file.
    pub tahun: i32,
    /// Up to which day or month the data go.
    pub batas_data: BatasData,
    /// Main document.
    pub dokumen: String,
    /// Scale of predikat.
    pub skala: Option<String>,
    /// Definition of efisiensi.
    pub efisiensi: Option<Efisiensi>,
    /// How it computes what it prints, where it says so itself.
    pub metode: Option<Metode>,
    /// A remark.
    pub catatan: Option<String>,
    /// Whether only some of the report is copied: what is not here may stand there.
    pub sebagian: bool,
    /// Budget.
    pub anggaran: Anggaran,
    /// Tables about indicators.
    pub kinerja: Vec<TabelUkur>,
    /// Free tables.
    pub tabel: Vec<TabelBebas>,
    /// Lists.
    pub daftar: Vec<Daftar>,
    /// Values of other daerah.
    pub pihak_lain: Vec<PihakLain>,
    /// What is printed in several tables under different addresses.
    pub setara: Vec<Setara>,
    /// Answers to findings.
    pub tanggapan: Vec<Tanggapan>,
    /// The narrative in Markdown: `<tahun>.md`, `<tahun>.en.md`.
    pub narasi: Option<Dwibahasa>,
}

impl Rekaman {
    /// Whether its data cover its whole year.
    pub fn setahun(&self) -> bool {
        self.batas_data.setahun(self.tahun)
    }
}

/// Scales: their codes and letters.
pub type Huruf = BTreeMap<String, Vec<KataSkala>>;

/// Reads `<tahun>.yaml`.
pub fn read(r: &mut Reader, at: &At<'_>, stem: i32, opd: &Opd, huruf: &Huruf) -> Option<Rekaman> {
    let mut obj = r.object(at)?;
    let tahun = obj.need(r, "tahun", ("`tahun: 2024`", "`tahun: 2024`")).and_then(|at| {
        let tahun = r.tahun(&at)?;
        if tahun != stem {
            r.galat(
                "tahun-beda",
                &at.jalur,
                pesan!(
                    "`tahun: {tahun}` tidak sama dengan nama berkasnya, {stem}.yaml",
                    "`tahun: {tahun}` differs from the name of its file, {stem}.yaml"
                ),
            )
            .help = Some(pesan!(
                "tulis `tahun: {stem}`, atau ganti nama berkas menjadi {tahun}.yaml",
                "write `tahun: {stem}`, or rename the file to {tahun}.yaml"
            ));
        }
        Some(tahun)
    });
    let batas_data =
        obj.need(r, "batas_data", ("`batas_data: 2024-12-31`", "`batas_data: 2024-12-31`")).and_then(|at| {
            let batas = read_batas(r, &at)?;
            check_batas(r, batas, stem, &at.jalur);
            Some(batas)
        });
    let dokumen = obj.need(r, "dokumen", ("`dokumen: lkjip-2024`", "`dokumen: lkjip-2024`")).and_then(|at| {
        let kode = r.string(&at)?;
        tabel::check_dokumen(r, &kode, &at.jalur, &opd.dokumen);
        Some(kode)
    });
    let skala = obj.get("skala").and_then(|at| {
        let kode = r.string(&at)?;
        check_skala(r, &kode, &at.jalur, huruf);
        Some(kode)
    });
    let efisiensi = obj.get("efisiensi").and_then(|at| {
        r.word(
            &at,
            &[
                ("capaian-kurang-serapan", Efisiensi::CapaianKurangSerapan),
                ("seratus-kurang-serapan", Efisiensi::SeratusKurangSerapan),
            ],
        )
    });
    let metode = obj.get("metode").and_then(|at| metode::read(r, &at));
    let catatan = obj.string(r, "catatan");
    let sebagian = read_rincian(r, &mut obj);
    let sasaran = opd.kode_sasaran();
    let konteks = Konteks {
        dokumen: &opd.dokumen,
        utama: dokumen.as_deref(),
        tahun: Some(stem),
        batas: batas_data.filter(|b| b.salah(stem).is_none()),
        indikator: &opd.indikator,
        huruf,
    };
    let mut anggaran =
        obj.get("anggaran").and_then(|at| anggaran::read(r, &at, &konteks, &sasaran)).unwrap_or_default();
    if sebagian {
        anggaran.tandai_sebagian();
    }
    let kinerja = obj.list(r, "kinerja", |r, at| opd::read_kinerja(r, at, &konteks, &sasaran));
    let tabel = obj.list(r, "tabel", |r, at| bebas::read_bebas(r, at, &konteks));
    let daftar = obj.list(r, "daftar", |r, at| daftar::read(r, at, &konteks));
    let pihak_lain = obj.list(r, "pihak_lain", |r, at| daftar::read_pihak_lain(r, at, &konteks));
    let setara = obj.list(r, "setara", |r, at| setara::read(r, at, stem));
    let tanggapan = obj.list(r, "tanggapan", daftar::read_tanggapan);
    check_codes(r, &tabel, &daftar, &at.jalur);
    obj.finish(r);
    Some(Rekaman {
        tahun: tahun?,
        batas_data: batas_data?,
        dokumen: dokumen?,
        skala,
        efisiensi,
        metode,
        catatan,
        sebagian,
        anggaran,
        kinerja,
        tabel,
        daftar,
        pihak_lain,
        setara,
        tanggapan,
        narasi: None,
    })
}

/// `2024-12-31`, or `2024-09` where the document names the month only.
fn read_batas(r: &mut Reader, at: &At<'_>) -> Option<BatasData> {
    let text = r.string(at)?;
    let batas = BatasData::baca(&text);
    if batas.is_none() {
        r.galat(
            "tanggal-salah",
            &at.jalur,
            pesan!("`{text}` bukan tanggal dan bukan bulan", "`{text}` is neither a date nor a month"),
        )
        .help = Some(pesan!(
            "tulis tahun-bulan-hari, misalnya `2024-12-31`, atau tahun-bulan bila dokumen hanya menyebut bulannya: `2024-09`",
            "write year-month-day, for example `2024-12-31`, or year-month where the document names the month only: `2024-09`"
        ));
    }
    batas
}

/// A cut-off belongs to its year.
fn check_batas(r: &mut Reader, batas: BatasData, tahun: i32, jalur: &Jalur) {
    let next = tahun.saturating_add(1);
    let (message, help) = match batas.salah(tahun) {
        None => return,
        Some(Salah::SebelumTahunnya) => (
            pesan!(
                "`{batas}` lebih awal daripada tahun rekaman ini, {tahun}",
                "`{batas}` lies before the year of this record, {tahun}"
            ),
            pesan!(
                "berkas tahun lalu tersalin? tulis sampai tanggal berapa datanya, misalnya `{tahun}-12-31`",
                "was the file of last year copied? write up to which day the data go, for example `{tahun}-12-31`"
            ),
        ),
        Some(Salah::LamaSesudahnya) => (
            pesan!("`{batas}` lebih dari setahun sesudah {tahun}", "`{batas}` lies more than a year after {tahun}"),
            pesan!(
                "tulis sampai tanggal berapa datanya, misalnya `{tahun}-12-31`; buku yang ditutup sesudahnya paling lambat `{next}-12-31`",
                "write up to which day the data go, for example `{tahun}-12-31`; books closed later by `{next}-12-31` at the latest"
            ),
        ),
    };
    r.galat("batas-data-salah", jalur, message).help = Some(help);
}

fn check_skala(r: &mut Reader, kode: &str, jalur: &Jalur, huruf: &Huruf) {
    if huruf.contains_key(kode) {
        return;
    }
    let list = huruf.keys().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ");
    r.galat(
        "skala-tak-dikenal",
        jalur,
        pesan!("skala `{kode}` tidak ada dalam folder skala", "there is no scale `{kode}` in the folder skala"),
    )
    .help = Some(match nearest(kode, huruf.keys().map(String::as_str)) {
        Some(near) => pesan!("mungkin maksudnya `{near}`", "did you mean `{near}`?"),
        None => pesan!("yang ada: {list}", "there are: {list}"),
    });
}

/// Codes of tables and lists are addresses on one page: each once.
fn check_codes(r: &mut Reader, tabel: &[TabelBebas], daftar: &[Daftar], root: &Jalur) {
    let kinds = [
        ("tabel", tabel.iter().map(|t| t.kode.as_str()).collect::<Vec<_>>()),
        ("daftar", daftar.iter().map(|d| d.kode.as_str()).collect::<Vec<_>>()),
    ];
    for (kind, codes) in kinds {
        let mut before = BTreeSet::new();
        for kode in codes {
            if !before.insert(kode) {
                r.galat(
                    "kode-ganda",
                    &root.kunci(kind),
                    pesan!(
                        "kode `{kode}` dipakai dua kali dalam `{kind}`",
                        "the code `{kode}` is used twice in `{kind}`"
                    ),
                )
                .help =
                    Some(pesan!("beri kode lain, misalnya `{kode}-2`", "give it another code, for example `{kode}-2`"));
            }
        }
    }
}
