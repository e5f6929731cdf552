//! Metode: how a report computes what it prints. A convention that is declared is no finding.
//!
//! ```yaml
//! metode:
//!   capaian: {naik: r/t, turun: t/r, atas: 120, bawah: 0}
//!   di_atas_pagu: [blud]        # nodes that may spend more than their pagu, as a BLUD may
//!   acuan: permendagri-86-2017  # a national method by its name
//! ```

use super::indikator::Arah;
use super::reader::{At, Reader};
use crate::pesan;

/// A formula of capaian, realisasi r against target t.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RumusCapaian {
    /// r ÷ t × 100
    RealisasiTarget,
    /// t ÷ r × 100
    TargetRealisasi,
    /// (2 × t − r) ÷ t × 100
    DuaTarget,
}

impl RumusCapaian {
    /// All, with the words an author writes.
    pub const SEMUA: [(&'static str, RumusCapaian); 3] = [
        ("r/t", RumusCapaian::RealisasiTarget),
        ("t/r", RumusCapaian::TargetRealisasi),
        ("2t-r", RumusCapaian::DuaTarget),
    ];
}

/// The conventions of one report or one agency. `Default` is the portal's own: PermenPANRB 53/2014.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metode {
    /// Capaian where higher is better.
    pub naik: RumusCapaian,
    /// Capaian where lower is better.
    pub turun: RumusCapaian,
    /// A capaian above this is printed as this.
    pub atas: Option<i32>,
    /// A capaian below this is printed as this.
    pub bawah: Option<i32>,
    /// Budget nodes that may spend more than their pagu.
    pub di_atas_pagu: Vec<String>,
}

impl Default for Metode {
    fn default() -> Self {
        Self {
            naik: RumusCapaian::RealisasiTarget,
            turun: RumusCapaian::DuaTarget,
            atas: None,
            bawah: None,
            di_atas_pagu: Vec::new(),
        }
    }
}

impl Metode {
    /// The formula for a direction.
    pub fn rumus(&self, arah: Arah) -> RumusCapaian {
        match arah {
            Arah::Naik => self.naik,
            Arah::Turun => self.turun,
        }
    }
}

/// National methods by name. Both measure realisasi against target, and (2 × target − realisasi) against target where
/// lower is better; they differ in their scale, which is chosen by `skala`.
const NASIONAL: [(&str, ()); 2] = [("permenpanrb-53-2014", ()), ("permendagri-86-2017", ())];

/// Reads `metode:`.
pub fn read(r: &mut Reader, at: &At<'_>) -> Option<Metode> {
    let mut obj = r.object(at)?;
    let mut out = Metode::default();
    if let Some(at) = obj.get("acuan") {
        r.word(&at, &NASIONAL);
    }
    if let Some(at) = obj.get("capaian")
        && let Some(mut capaian) = r.object(&at)
    {
        if let Some(word) = capaian.get("naik").and_then(|at| r.word(&at, &RumusCapaian::SEMUA)) {
            out.naik = word;
        }
        if let Some(word) = capaian.get("turun").and_then(|at| r.word(&at, &RumusCapaian::SEMUA)) {
            out.turun = word;
        }
        out.atas = capaian.get("atas").and_then(|at| r.integer(&at));
        out.bawah = capaian.get("bawah").and_then(|at| r.integer(&at));
        if let (Some(low), Some(high)) = (out.bawah, out.atas)
            && low >= high
        {
            r.galat(
                "batas-terbalik",
                &at.jalur,
                pesan!("`bawah: {low}` tidak di bawah `atas: {high}`", "`bawah: {low}` is not below `atas: {high}`"),
            )
            .help = Some(pesan!(
                "tulis batas capaian seperti di laporannya, misalnya `bawah: 0` dan `atas: 120`",
                "write the bounds of capaian as the report has them, for example `bawah: 0` and `atas: 120`"
            ));
        }
        // A capaian of 100% is a target met: a ceiling below it would cut what every report prints.
        if let Some(high) = out.atas.filter(|high| *high < 100) {
            r.galat(
                "batas-salah",
                &at.jalur.kunci("atas"),
                pesan!("`atas: {high}` di bawah 100%", "`atas: {high}` is below 100%"),
            )
            .help = Some(pesan!(
                "tulis capaian tertinggi yang dicetak laporan, misalnya `atas: 120`",
                "write the highest capaian that the report prints, for example `atas: 120`"
            ));
            out.atas = None;
        }
        if let Some(low) = out.bawah.filter(|low| *low > 100) {
            r.galat(
                "batas-salah",
                &at.jalur.kunci("bawah"),
                pesan!("`bawah: {low}` di atas 100%", "`bawah: {low}` is above 100%"),
            )
            .help = Some(pesan!("tulis misalnya `bawah: 0`", "write for example `bawah: 0`"));
            out.bawah = None;
        }
        capaian.finish(r);
    }
    out.di_atas_pagu = obj.strings(r, "di_atas_pagu");
    obj.finish(r);
    Some(out)
}
