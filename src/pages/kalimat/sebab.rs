//! What stands in the place of an amount of the budget that is not known: what the portal holds instead, and which kind of gap it is.

use super::{gabung, kata};
use crate::measures::{Sebab, Uang, babak, per_sasaran, sebab};
use crate::pages::data::DataOpd;
use crate::records::Rekaman;
use crate::teks;

/// In a tile, a table or a picture: `tidak dihitung: ada angka yang diragukan`, `baru 1 dari 2 program`.
pub fn ringkas(d: &DataOpd<'_>, rekaman: &Rekaman, subjek: &str, realisasi: bool) -> String {
    let lang = d.lang;
    match sebab(&d.turunan, &d.kumpulan, rekaman, subjek, realisasi) {
        Sebab::Ragu => {
            lang.pilih("tidak dihitung: ada angka yang diragukan", "not computed: a figure is in doubt").to_string()
        }
        Sebab::TahapLain(phase, amount) => {
            let (phase, amount) = (kata::himpunan(lang, &phase), amount.singkat(lang));
            teks!(lang, "tercetak pada tahap lain: {phase} {amount}", "printed for another phase: {phase} {amount}")
        }
        Sebab::PerSumber => lang.pilih("tercetak per sumber dana", "printed by source of funds").to_string(),
        Sebab::PerSasaran(goals) => {
            let goals = daftar_sasaran(d, &goals);
            teks!(lang, "tercetak per sasaran: {goals}", "printed by objective: {goals}")
        }
        Sebab::TahapBeda => {
            lang.pilih("tidak dijumlahkan: tahapnya berbeda-beda", "not added up: the phases differ").to_string()
        }
        Sebab::Sebagian(known, _) if rekaman.anggaran.sebagian && subjek == "total" => {
            teks!(lang, "disalin sebagian: {known} program", "copied in part: {known} programs")
        }
        Sebab::Sebagian(known, all) => match subjek {
            "total" => {
                teks!(lang, "belum lengkap: {known} dari {all} program", "not complete: {known} of {all} programs")
            }
            _ => teks!(lang, "belum lengkap: {known} dari {all} bagiannya", "not complete: {known} of its {all} parts"),
        },
        Sebab::Tiada => lang.pilih("belum ada di portal ini", "not in this portal yet").to_string(),
    }
}

/// `Sasaran satu Rp4,00 miliar`
fn daftar_sasaran(d: &DataOpd<'_>, goals: &[(String, Uang)]) -> String {
    let name = |kode: &str| d.sumber.opd.sasaran(kode).map_or_else(|| kode.to_string(), |s| s.nama.clone());
    let each: Vec<String> = goals.iter().map(|(kode, u)| format!("{} {}", name(kode), u.singkat(d.lang))).collect();
    gabung(d.lang, &each)
}

/// As a sentence, where nothing else opens a record: what is known of its budget.
pub fn kalimat(d: &DataOpd<'_>, rekaman: &Rekaman) -> String {
    let (lang, tahun, nama) = (d.lang, rekaman.tahun, d.nama_pada(rekaman.tahun));
    match sebab(&d.turunan, &d.kumpulan, rekaman, "total", false) {
        Sebab::Ragu => teks!(
            lang,
            "Anggaran {nama} {tahun} ada di portal ini; jumlah seluruhnya tidak dihitung karena ada angka yang diragukan.",
            "The {tahun} budget of {nama} is here; its total is not computed, because a figure is in doubt."
        ),
        Sebab::TahapLain(phase, amount) => {
            let (phase, amount, rest) = (kata::himpunan(lang, &phase), amount.singkat(lang), sesudah(d, rekaman));
            teks!(
                lang,
                "Jumlah pagu {phase} {nama} {tahun} adalah {amount}; {rest}.",
                "The {phase} budget of {nama} for {tahun} is {amount} in all; {rest}."
            )
        }
        Sebab::PerSumber => teks!(
            lang,
            "Anggaran {nama} {tahun} tercetak per sumber dana; jumlah seluruhnya belum ada di portal ini.",
            "The {tahun} budget of {nama} is printed by source of funds; its total is not in this portal yet."
        ),
        Sebab::PerSasaran(goals) => {
            let spent = per_sasaran(&d.turunan, &d.kumpulan, tahun, true);
            let (goals, spent) = (daftar_sasaran(d, &goals), (!spent.is_empty()).then(|| daftar_sasaran(d, &spent)));
            let spent = spent
                .map_or_else(String::new, |spent| teks!(lang, ", dibelanjakan untuk {spent}", ", spent for {spent}"));
            teks!(
                lang,
                "Anggaran {nama} {tahun} tercetak per sasaran: {goals}{spent}.",
                "The {tahun} budget of {nama} is printed by objective: {goals}{spent}."
            )
        }
        Sebab::TahapBeda => teks!(
            lang,
            "Anggaran {nama} {tahun} ada per program, pada tahap yang berbeda-beda; jumlah seluruhnya tidak dihitung.",
            "The {tahun} budget of {nama} is here by program, for different phases; its total is not computed."
        ),
        Sebab::Sebagian(known, all) if known < all && !rekaman.anggaran.sebagian => teks!(
            lang,
            "Anggaran {nama} {tahun} ada untuk {known} dari {all} program; jumlah seluruhnya belum ada di portal ini.",
            "The {tahun} budget of {nama} is here for {known} of {all} programs; its total is not in this portal yet."
        ),
        Sebab::Sebagian(known, _) => teks!(
            lang,
            "Anggaran {nama} {tahun} ada untuk {known} program; jumlah seluruhnya belum ada di portal ini dan tidak bisa dihitung.",
            "The {tahun} budget of {nama} is here for {known} programs; its total is not in this portal yet and cannot be computed."
        ),
        Sebab::Tiada => teks!(
            lang,
            "Sebagian angka anggaran {nama} {tahun} ada di portal ini; jumlah seluruhnya belum.",
            "Some figures of the {tahun} budget of {nama} are in this portal; its total is not yet."
        ),
    }
}

/// What is known after the phase in which the whole is printed.
fn sesudah(d: &DataOpd<'_>, rekaman: &Rekaman) -> String {
    let (lang, tahun) = (d.lang, rekaman.tahun);
    let programs = &rekaman.anggaran.pohon;
    let after = |kode: &str| {
        let phase = crate::measures::tahap_pagu(&d.turunan, &d.kumpulan, tahun, kode);
        phase.is_some_and(|(phase, _)| babak(&phase) == 2)
    };
    let names: Vec<String> = programs.iter().filter(|n| after(&n.kode)).map(|n| n.nama.clone()).collect();
    let goals = per_sasaran(&d.turunan, &d.kumpulan, tahun, false);
    match (names.len(), names.len() == programs.len()) {
        (0, _) if !goals.is_empty() => {
            let goals = daftar_sasaran(d, &goals);
            teks!(
                lang,
                "setelah perubahan tercetak per sasaran: {goals}",
                "after the revision it is printed by objective: {goals}"
            )
        }
        (1..=3, false) => {
            let names = gabung(lang, &names);
            teks!(lang, "setelah perubahan hanya {names}", "after the revision only {names}")
        }
        (n, false) if n > 0 => {
            let all = programs.len();
            teks!(
                lang,
                "setelah perubahan hanya {n} dari {all} program",
                "after the revision only {n} of {all} programs"
            )
        }
        _ => lang
            .pilih(
                "jumlah setelah perubahan belum ada di portal ini",
                "the total after the revision is not in this portal yet",
            )
            .to_string(),
    }
}
