//! Collecting from budgets: serapan and share of the budget, computed from realisasi and pagu, never taken as printed.

use super::asal::Asal;
use super::nilai::{Besaran, Hitung, NilaiBanding, Pemilik, RumusBanding, Tahap, Tertulis};
use crate::measures::{self, TAHAP_PAGU};
use crate::number;
use crate::records::{Pernyataan, Subjek, UkuranAnggaran};
use rust_decimal::Decimal;

/// How many decimals a computed percentage keeps when shown.
const DESIMAL: u32 = 2;

/// The values of a budget measure, one a year.
pub fn nilai(asal: Asal<'_, '_>, ukuran: UkuranAnggaran, program: Option<&str>) -> Vec<NilaiBanding> {
    let years = asal.opd.rekaman.iter().filter(|r| !r.anggaran.tabel.is_empty()).map(|r| r.tahun);
    years
        .filter_map(|tahun| match ukuran {
            UkuranAnggaran::Serapan => serapan(asal, tahun, program),
            UkuranAnggaran::Bagian => bagian(asal, tahun, program?),
        })
        .collect()
}

/// Realisasi ÷ the last known pagu. Tables that print both of another amount open a range.
fn serapan(asal: Asal<'_, '_>, tahun: i32, program: Option<&str>) -> Option<NilaiBanding> {
    let subjek = program.map_or(Subjek::Total, |p| Subjek::Kode(p.to_string())).to_string();
    let k = asal.kumpulan;
    let realisasi = measures::pilih(k.anggaran(tahun, &subjek, "realisasi"))?;
    let pagu = measures::pagu_akhir(k, tahun, &subjek)?;
    let phase = ukuran(pagu.utama);
    let (r, p) = (realisasi.nilai()?, pagu.nilai()?);
    let terhitung = measures::serapan(r, p)?;
    let mut besaran = Besaran::satu(number::round(terhitung, DESIMAL));
    // Only a realisasi and a pagu of the same table belong together.
    for a in realisasi.semua.iter().filter(|a| !a.sel.ragu) {
        for b in pagu.semua.iter().filter(|b| !b.sel.ragu && setabel(a, b)) {
            let pair = a.nilai().zip(b.nilai()).and_then(|(a, b)| measures::serapan(a, b));
            if let Some(value) = pair {
                besaran = besaran.memuat(number::round(value, DESIMAL));
            }
        }
    }
    let ragu = realisasi.utama.sel.ragu || pagu.utama.sel.ragu;
    let rest = |utama: &Pernyataan<'_>, all: &[&Pernyataan<'_>], word: &str| -> Vec<Tertulis> {
        let others = all.iter().filter(|p| !std::ptr::eq(**p, utama)).copied();
        std::iter::once(utama).chain(others).filter_map(|p| Tertulis::dari(asal.opd, p, word)).collect()
    };
    let mut pernyataan = rest(realisasi.utama, &realisasi.semua, "realisasi");
    pernyataan.extend(rest(pagu.utama, &pagu.semua, &phase));
    let alamat = format!("{}/{tahun}/anggaran/{subjek}/serapan-terhitung", asal.alamat());
    let counts = (("realisasi", "Realisasi", "Actual"), ("pagu", "pagu tahap terakhir", "budget of the last phase"));
    Some(susun(asal, tahun, besaran, (r, p, terhitung), counts, Tahap::dari(&phase), ragu, pernyataan, alamat))
}

/// Pagu of a program ÷ pagu of the whole, both of the same phase.
fn bagian(asal: Asal<'_, '_>, tahun: i32, program: &str) -> Option<NilaiBanding> {
    let k = asal.kumpulan;
    let (phase, part, whole) = TAHAP_PAGU.iter().find_map(|phase| {
        let part = measures::pilih(k.anggaran(tahun, program, phase))?;
        let whole = measures::pilih(k.anggaran(tahun, "total", phase))?;
        Some((*phase, part, whole))
    })?;
    let (a, b) = (part.nilai()?, whole.nilai()?);
    let terhitung = measures::bagian(a, b)?;
    let mut besaran = Besaran::satu(number::round(terhitung, DESIMAL));
    let (low, high) = part.rentang().unwrap_or((a, a));
    let (least, most) = whole.rentang().unwrap_or((b, b));
    for value in [measures::bagian(low, most)?, measures::bagian(high, least)?] {
        besaran = besaran.memuat(number::round(value, DESIMAL));
    }
    let ragu = part.utama.sel.ragu || whole.utama.sel.ragu;
    let pernyataan = [(part.utama, phase), (whole.utama, phase)];
    let pernyataan = pernyataan.into_iter().filter_map(|(p, word)| Tertulis::dari(asal.opd, p, word)).collect();
    let alamat = format!("{}/{tahun}/anggaran/{program}/bagian-terhitung", asal.alamat());
    let counts = (
        ("pagu-program", "Pagu program", "Budget of the program"),
        ("pagu-total", "pagu seluruh program", "budget of all programs"),
    );
    Some(susun(asal, tahun, besaran, (a, b, terhitung), counts, Tahap::dari(phase), ragu, pernyataan, alamat))
}

/// Code, name, name in English.
type Kata = (&'static str, &'static str, &'static str);

#[allow(clippy::too_many_arguments)] // One call site each; a struct would only rename the fields of NilaiBanding.
fn susun(
    asal: Asal<'_, '_>,
    tahun: i32,
    besaran: Besaran,
    (pembilang, penyebut, terhitung): (Decimal, Decimal, Decimal),
    (atas, bawah): (Kata, Kata),
    tahap: Tahap,
    ragu: bool,
    pernyataan: Vec<Tertulis>,
    alamat: String,
) -> NilaiBanding {
    let hitung = |(kode, nama, en): Kata| {
        Some(Hitung { kode: Some(kode.to_string()), nama: nama.to_string(), nama_en: Some(en.to_string()) })
    };
    NilaiBanding {
        pemilik: Pemilik::dari(asal.daerah, asal.opd),
        tahun,
        nama: String::new(),
        alias: Vec::new(),
        indikator: None,
        rekaman: Some(tahun),
        besaran,
        desimal: DESIMAL,
        huruf: None,
        target: None,
        pembilang: Some(pembilang),
        penyebut: Some(penyebut),
        terhitung: Some(terhitung),
        rumus: RumusBanding { pembilang: hitung(atas), penyebut: hitung(bawah), pengali: Some(100), teks: None },
        satuan: Some("%".to_string()),
        arah: None,
        skala: None,
        batas_data: asal.batas(tahun),
        tahap: Some(tahap),
        ragu,
        pernyataan,
        tangan_kedua: None,
        alamat,
    }
}

/// `pagu.perubahan`: the last part of the address of a statement.
fn ukuran(p: &Pernyataan<'_>) -> String {
    p.alamat.rsplit('/').next().unwrap_or_default().to_string()
}

/// Whether two statements stand in one table.
fn setabel(a: &Pernyataan<'_>, b: &Pernyataan<'_>) -> bool {
    a.rekaman == b.rekaman && a.tempat.bagian == b.tempat.bagian && a.tempat.tabel == b.tempat.tabel
}
