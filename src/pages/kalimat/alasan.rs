//! One sentence for every reason why two values do not, or not without a remark, share an axis.

use super::nama::{kata_jenis, pemilik};
use super::{hilang, kata};
use crate::comparisons::{Alasan, BentukLain, Isi, JenisAlasan, Siapa, Sisi};
use crate::number::Lang;
use crate::records::{Arah, Dukungan};
use crate::teks;

/// The sentence of a reason.
pub fn alasan(lang: Lang, alasan: &Alasan) -> String {
    let nama = |s: Option<&Sisi>| match s.map(|s| &s.siapa) {
        Some(Siapa::Pemilik(p)) => pemilik(p),
        Some(Siapa::Padanan) => lang.pilih("padanan ini", "this definition").to_string(),
        None => String::new(),
    };
    let isi = |s: Option<&Sisi>| s.map_or_else(String::new, |s| isi(lang, &s.isi));
    // The definition never opens a sentence as if it were a kabupaten.
    let mut sisi: Vec<&Sisi> = alasan.sisi.iter().collect();
    sisi.sort_by_key(|s| s.siapa == Siapa::Padanan);
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
        JenisAlasan::RumusBelumAda => teks!(
            lang,
            "Rumus {na} belum ada di portal ini sehingga tidak dapat dicocokkan.",
            "The formula of {na} is not in this portal yet, so it cannot be matched."
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
        JenisAlasan::LuarSkala => {
            teks!(lang, "Angka {na} di luar skalanya sendiri.", "The figure of {na} lies outside its own scale.")
        }
        JenisAlasan::Satuan => teks!(
            lang,
            "{na} memakai satuan {ia}, {nb} memakai satuan {ib}.",
            "{na} uses the unit {ia}, {nb} the unit {ib}."
        ),
        JenisAlasan::Arah => {
            teks!(lang, "{na} dibaca {ia}, {nb} dibaca {ib}.", "For {na} {ia}, for {nb} {ib}.")
        }
        JenisAlasan::Tempat => teks!(
            lang,
            "{na} adalah {ia}, {nb} adalah {ib}; tugas keduanya berbeda.",
            "{na} is a {ia}, {nb} a {ib}; their tasks differ."
        ),
        JenisAlasan::Skala => teks!(lang, "{na} {ia}, {nb} {ib}.", "{na} {ia}, {nb} {ib}."),
        JenisAlasan::Tahun => teks!(
            lang,
            "Angka {na} untuk tahun {ia}, angka {nb} untuk tahun {ib}.",
            "The figure of {na} is for {ia}, that of {nb} for {ib}."
        ),
        JenisAlasan::BatasData => {
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
            teks!(
                lang,
                "Angka {na} dikutip dari laporan {ia}, bukan dari laporan {na} sendiri.",
                "The figure of {na} is quoted from the report of {ia}, not from its own."
            )
        }
        JenisAlasan::Dihitung => {
            let isi = if ia.is_empty() { ia } else { format!("; {ia}") };
            teks!(
                lang,
                "Angka {na} dihitung dari pembilang dan penyebutnya{isi}.",
                "The figure of {na} is computed from its numerator and denominator{isi}."
            )
        }
        JenisAlasan::Ragu => teks!(
            lang,
            "Angka {na} ditandai diragukan saat disalin, jadi tidak dibandingkan.",
            "The figure of {na} was marked as doubtful when it was copied, so it is not compared."
        ),
    }
}

/// What a side of a reason says.
fn isi(lang: Lang, isi: &Isi) -> String {
    match isi {
        Isi::Kosong => String::new(),
        Isi::Teks(text) => text.to_string(),
        Isi::Hitungan(nama) => nama_hitung(nama),
        Isi::Kode(kode) => kode.replace('-', " "),
        Isi::Angka(n) => n.to_string(),
        Isi::Tanggal(day) => day.kata(lang),
        Isi::Arah(Some(Arah::Naik)) => lang.pilih("makin tinggi makin baik", "higher is better").to_string(),
        Isi::Arah(Some(Arah::Turun)) => lang.pilih("makin rendah makin baik", "lower is better").to_string(),
        Isi::Arah(None) => lang.pilih("tanpa arah", "neither direction is better").to_string(),
        Isi::Skala(Some(kode)) => teks!(lang, "memakai skala {kode}", "uses the scale {kode}"),
        Isi::Skala(None) => lang.pilih("tanpa skala", "has no scale").to_string(),
        Isi::Tahap(Some(tahap)) => kata::tahap(lang, *tahap).to_string(),
        Isi::Tahap(None) => lang.pilih("tanpa tahap", "budget without a phase").to_string(),
        Isi::Tempat(jenis) => kata_jenis(lang, *jenis).to_string(),
        Isi::Oleh(p) => pemilik(p),
        Isi::Hitungannya(what) => what.0.as_ref().map_or_else(String::new, |form| realisasi(lang, form)),
    }
}

/// What stands where a realisasi would: `realisasinya belum disalin`, `realisasinya tercetak “60 – 70%”`.
fn realisasi(lang: Lang, form: &BentukLain) -> String {
    let printed = hilang::bentuk(lang, form);
    match form {
        BentukLain::Kosong(_) => {
            teks!(lang, "realisasinya {printed}", "its actual value: {printed}")
        }
        BentukLain::PerMasa => teks!(lang, "realisasinya tercetak {printed}", "its actual value is printed {printed}"),
        _ => teks!(lang, "realisasinya tercetak “{printed}”", "its actual value is printed as “{printed}”"),
    }
}

/// A count without the words every count begins or ends with.
fn nama_hitung(nama: &str) -> String {
    let nama = nama.strip_prefix("Jumlah ").unwrap_or(nama);
    nama.strip_suffix(" pada tahun (n)").unwrap_or(nama).to_string()
}

/// All reasons, one sentence each.
pub fn semua(lang: Lang, list: &[Alasan]) -> Vec<String> {
    list.iter().map(|a| alasan(lang, a)).collect()
}

/// The values that are only what their counts give: a sentence each, or how many.
pub fn hitungan(lang: Lang, list: &[Alasan]) -> Vec<String> {
    let n = list.len();
    if n <= 2 {
        return semua(lang, list);
    }
    vec![teks!(
        lang,
        "{n} angka dihitung dari pembilang dan penyebutnya: realisasinya di sini bukan satu angka.",
        "{n} figures are computed from numerator and denominator: their actual value is no single figure here."
    )]
}

/// Why one of several printed amounts is shown first: `ditampilkan lebih dulu: cocok dengan jumlah rinciannya dan sisa yang
/// tercetak`.
pub fn dukungan(lang: Lang, list: &[Dukungan]) -> Option<String> {
    let word = |d: &Dukungan| match d {
        Dukungan::Bagian => lang.pilih("jumlah rinciannya", "the sum of its parts"),
        Dukungan::Induk => lang.pilih("jumlah induknya", "the sum it is a part of"),
        Dukungan::Serapan => lang.pilih("persen serapan", "the percentage spent"),
        Dukungan::Sisa => lang.pilih("sisa", "the amount left"),
        Dukungan::Capaian => lang.pilih("capaian", "the achievement"),
        Dukungan::Hitungan => lang.pilih("pembilang dan penyebut", "the numerator and the denominator"),
    };
    let words: Vec<&str> = list.iter().map(word).collect();
    let all = super::gabung(lang, &words);
    (!words.is_empty()).then(|| {
        teks!(
            lang,
            "ditampilkan lebih dulu: cocok dengan {all} yang tercetak",
            "shown first: agrees with {all} as printed"
        )
    })
}
