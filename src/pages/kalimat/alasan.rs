//! One sentence for every reason why two values do not, or not without a remark, share an axis.

use super::nama_pendek;
use crate::comparisons::{Alasan, JenisAlasan, PADANAN_INI, Sisi};
use crate::number::Lang;
use crate::teks;

/// The sentence of a reason.
pub fn alasan(lang: Lang, alasan: &Alasan) -> String {
    let nama = |s: Option<&Sisi>| match s {
        Some(s) if s.nama == PADANAN_INI => lang.pilih(PADANAN_INI, "this definition").to_string(),
        other => other.map_or("", |s| nama_pendek(&s.nama)).to_string(),
    };
    let isi = |s: Option<&Sisi>| s.map_or("", |s| kata(lang, &s.isi)).to_string();
    // The definition never opens a sentence as if it were a kabupaten.
    let mut sisi: Vec<&Sisi> = alasan.sisi.iter().collect();
    sisi.sort_by_key(|s| s.nama == PADANAN_INI);
    let (a, b) = (sisi.first().copied(), sisi.get(1).copied());
    let (na, nb, ia, ib) = (nama(a), nama(b), isi(a), isi(b));
    match alasan.jenis {
        JenisAlasan::Penyebut => {
            teks!(lang, "{na} menghitung terhadap {ia}, {nb} terhadap {ib}.", "{na} divides by {ia}, {nb} by {ib}.")
        }
        JenisAlasan::Pembilang => {
            teks!(lang, "{na} menghitung {ia}, {nb} menghitung {ib}.", "{na} counts {ia}, {nb} counts {ib}.")
        }
        JenisAlasan::Pengali => teks!(
            lang,
            "{na} mengalikan hasil baginya dengan {ia}, {nb} dengan {ib}.",
            "{na} multiplies its quotient by {ia}, {nb} by {ib}."
        ),
        JenisAlasan::RumusTakTercetak if ia.is_empty() => teks!(
            lang,
            "Rumus {na} tidak tercetak sehingga tidak dapat dicocokkan.",
            "No document prints the formula of {na}, so it cannot be matched."
        ),
        JenisAlasan::RumusTakTercetak => teks!(
            lang,
            "Rumus {na} tercetak tanpa pembilang dan penyebut yang dapat dicocokkan: {ia}.",
            "The formula of {na} is printed without a numerator and denominator that could be matched: {ia}."
        ),
        JenisAlasan::Satuan => teks!(
            lang,
            "{na} memakai satuan {ia}, {nb} memakai satuan {ib}.",
            "{na} uses the unit {ia}, {nb} the unit {ib}."
        ),
        JenisAlasan::Arah => {
            teks!(lang, "{na} dibaca {ia}, {nb} dibaca {ib}.", "For {na} {ia}, for {nb} {ib}.")
        }
        JenisAlasan::Skala => teks!(
            lang,
            "{na} memakai skala {ia}, {nb} memakai skala {ib}.",
            "{na} uses the scale {ia}, {nb} the scale {ib}."
        ),
        JenisAlasan::Tahun => teks!(
            lang,
            "Angka {na} untuk tahun {ia}, angka {nb} untuk tahun {ib}.",
            "The figure of {na} is for {ia}, that of {nb} for {ib}."
        ),
        JenisAlasan::BatasData => {
            let (ia, ib) = (lang.tanggal(&ia), lang.tanggal(&ib));
            teks!(
                lang,
                "Data {na} sampai {ia}, data {nb} sampai {ib}.",
                "The data of {na} run to {ia}, those of {nb} to {ib}."
            )
        }
        JenisAlasan::Tahap => teks!(
            lang,
            "{na} dihitung terhadap {ia}, {nb} terhadap {ib}.",
            "{na} is measured against the {ia}, {nb} against the {ib}."
        ),
        JenisAlasan::Nama => {
            teks!(
                lang,
                "{na} menyebutnya “{ia}”, {nb} menyebutnya “{ib}”.",
                "{na} calls it “{ia}”, {nb} calls it “{ib}”."
            )
        }
        JenisAlasan::TanganKedua => {
            let oleh = nama_pendek(&ia);
            teks!(
                lang,
                "Angka {na} dikutip dari laporan {oleh}, bukan dari laporan {na} sendiri.",
                "The figure of {na} is quoted from the report of {oleh}, not from its own."
            )
        }
        JenisAlasan::Ragu => teks!(
            lang,
            "Angka {na} diragukan karena pindaian dokumennya, jadi tidak dibandingkan.",
            "The figure of {na} is doubtful because of the scan of its document, so it is not compared."
        ),
    }
}

/// What the sides of a reason say in words of ours; names, units and dates pass as they are.
fn kata(lang: Lang, isi: &str) -> &str {
    if lang == Lang::Id {
        return isi;
    }
    match isi {
        "makin tinggi makin baik" => "higher is better",
        "makin rendah makin baik" => "lower is better",
        "tanpa arah" => "neither direction is better",
        "tanpa skala" => "(none)",
        "tanpa tahap" => "budget without a phase",
        "pagu murni" => "original budget",
        "pagu perubahan" => "revised budget",
        "pagu yang tahapnya tidak disebut" => "budget of an unstated phase",
        other => other,
    }
}

/// All reasons, one sentence each.
pub fn semua(lang: Lang, list: &[Alasan]) -> Vec<String> {
    list.iter().map(|a| alasan(lang, a)).collect()
}
