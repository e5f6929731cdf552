//! Sentences about comparisons: what a padanan shows in a year, how two values stand, where one kabupaten stands.

use super::{alasan, di_dalam, gabung, kapital, kata_daerah, nama_pendek, nilai, sebut, selisih};
use crate::comparisons::{Alasan, Anggota, BandingTahun, Besaran, JenisAlasan, NilaiBanding, Relasi};
use crate::number::Lang;
use crate::records::{Arah, Padanan};
use crate::teks;
use std::cmp::Ordering;

/// From how many names on a sentence counts instead of listing.
const NAMA_TERBANYAK: usize = 4;

/// The name of a padanan.
pub fn nama(lang: Lang, padanan: &Padanan) -> &str {
    padanan.nama.dalam(lang).0
}

/// The question a padanan answers.
pub fn pertanyaan(lang: Lang, padanan: &Padanan) -> Option<&str> {
    padanan.pertanyaan.as_ref().map(|t| t.dalam(lang).0)
}

/// A value or a range: `95,39%`, `67% sampai 76%`.
pub fn besaran(lang: Lang, b: Besaran, desimal: u32, satuan: &str) -> String {
    match b.rentang() {
        Some((low, high)) => {
            let (low, high) = (nilai(lang, low, desimal, satuan), nilai(lang, high, desimal, satuan));
            teks!(lang, "{low} sampai {high}", "{low} to {high}")
        }
        None => nilai(lang, b.utama, desimal, satuan),
    }
}

/// The value of a comparison, in the unit of its padanan.
pub fn teks(lang: Lang, padanan: &Padanan, n: &NilaiBanding) -> String {
    besaran(lang, n.besaran, n.desimal, satuan(padanan, n))
}

/// The unit shown: as printed, or the padanan's where none is printed.
pub fn satuan<'a>(padanan: &'a Padanan, n: &'a NilaiBanding) -> &'a str {
    n.satuan.as_deref().or(padanan.satuan.as_deref()).unwrap_or("")
}

/// How two sizes stand: none when their ranges overlap and nothing can be said.
pub fn banding(a: Besaran, b: Besaran) -> Option<Ordering> {
    if a.rentang().is_none() && b.rentang().is_none() {
        return Some(a.utama.cmp(&b.utama));
    }
    if a.rendah > b.tinggi {
        Some(Ordering::Greater)
    } else if a.tinggi < b.rendah {
        Some(Ordering::Less)
    } else {
        None
    }
}

/// What a padanan shows in a year: the sentence above the strip, its text alternative, the description of the page.
pub fn tahun(lang: Lang, padanan: &Padanan, t: &BandingTahun) -> String {
    let own: Vec<&Anggota> = t.sebanding().filter(|a| a.nilai.tangan_kedua.is_none()).collect();
    let mut out = vec![inti(lang, padanan, t, &own)];
    if padanan.arah == Some(Arah::Turun) && own.len() > 1 {
        out.push(teks!(lang, "Makin rendah makin baik.", "Lower is better."));
    }
    out.extend(batas(lang, &own));
    out.extend(dikutip(lang, padanan, t));
    let kata = |n: usize| kata_daerah(lang, n, t.anggota.iter().map(|a| a.nilai.pemilik.nama.as_str()));
    let unlike: Vec<&str> = t.tidak_setara().map(|a| nama_pendek(&a.nilai.pemilik.nama)).collect();
    if !unlike.is_empty() && !own.is_empty() {
        let names = kapital(&sebut(lang, &unlike, NAMA_TERBANYAK, kata(unlike.len())));
        let are = if unlike.len() == 1 { "is" } else { "are" };
        out.push(teks!(
            lang,
            "{names} tidak setara dan ditampilkan terpisah.",
            "{names} {are} not comparable and shown separately."
        ));
    }
    let missing: Vec<&str> = t.hilang.iter().map(|h| nama_pendek(&h.nama)).collect();
    if !missing.is_empty() {
        let names = kapital(&sebut(lang, &missing, NAMA_TERBANYAK, kata(missing.len())));
        let have = if missing.len() == 1 { "has" } else { "have" };
        out.push(teks!(lang, "{names} belum melaporkan.", "{names} {have} not reported yet."));
    }
    out.join(" ")
}

/// The values that stand in the report of somebody else.
fn dikutip(lang: Lang, padanan: &Padanan, t: &BandingTahun) -> Vec<String> {
    let quoted: Vec<String> = t
        .sebanding()
        .filter_map(|a| {
            let oleh = nama_pendek(&a.nilai.tangan_kedua.as_ref()?.nama);
            let (nama, text) = (nama_pendek(&a.nilai.pemilik.nama), teks(lang, padanan, &a.nilai));
            Some(teks!(
                lang,
                "Angka {nama} ({text}) dikutip dari laporan {oleh}.",
                "The figure of {nama} ({text}) is quoted from the report of {oleh}."
            ))
        })
        .collect();
    if quoted.len() <= 2 {
        return quoted;
    }
    let n = quoted.len();
    vec![teks!(
        lang,
        "Selain itu ada {n} angka yang dikutip dari laporan daerah lain.",
        "Besides, {n} figures are quoted from the reports of others."
    )]
}

/// Up to when the data go, where that is not the end of the year for all: a sentence must not hide it.
fn batas(lang: Lang, own: &[&Anggota]) -> Option<String> {
    if own.iter().all(|a| a.nilai.hari_batas() == "12-31") {
        return None;
    }
    let first = own.first()?.nilai.batas_data.as_str();
    if own.iter().all(|a| a.nilai.batas_data == first) {
        let tanggal = lang.tanggal(first);
        return Some(teks!(lang, "Data sampai {tanggal}.", "Data to {tanggal}."));
    }
    if own.len() > NAMA_TERBANYAK {
        return Some(teks!(
            lang,
            "Batas datanya tidak sama di semua daerah.",
            "The cut-off of the data is not the same everywhere."
        ));
    }
    let each = |a: &&Anggota| {
        let (nama, tanggal) = (nama_pendek(&a.nilai.pemilik.nama), lang.tanggal(&a.nilai.batas_data));
        teks!(lang, "{nama} sampai {tanggal}", "{nama} to {tanggal}")
    };
    let all = gabung(lang, &own.iter().map(each).collect::<Vec<_>>());
    Some(teks!(lang, "Batas datanya berbeda: {all}.", "The cut-offs of the data differ: {all}."))
}

fn inti(lang: Lang, padanan: &Padanan, t: &BandingTahun, own: &[&Anggota]) -> String {
    let judul = nama(lang, padanan);
    let nama = di_dalam(judul);
    let tahun = t.tahun;
    let short = |a: &Anggota| nama_pendek(&a.nilai.pemilik.nama).to_string();
    match own {
        [] => {
            let unlike: Vec<&Anggota> = t.tidak_setara().collect();
            let names: Vec<String> = unlike.iter().map(|a| short(a)).collect();
            let kata = kata_daerah(lang, names.len(), unlike.iter().map(|a| a.nilai.pemilik.nama.as_str()));
            let names = sebut(lang, &names, NAMA_TERBANYAK, kata);
            match unlike.as_slice() {
                [] => teks!(
                    lang,
                    "Belum ada kabupaten yang melaporkan {nama} untuk {tahun}.",
                    "No regency has reported {nama} for {tahun} yet."
                ),
                [one] => {
                    let text = teks(lang, padanan, &one.nilai);
                    teks!(
                        lang,
                        "Pada {tahun}, {names} melaporkan {nama} {text}, tetapi tidak menurut definisi ini.",
                        "In {tahun}, {names} reports {text} for {nama}, but not by this definition."
                    )
                }
                _ => teks!(
                    lang,
                    "Pada {tahun}, {names} melaporkan {nama}, tetapi tidak menurut definisi ini.",
                    "In {tahun}, {names} report {nama}, but not by this definition."
                ),
            }
        }
        [one] => {
            let (short, text) = (short(one), teks(lang, padanan, &one.nilai));
            teks!(
                lang,
                "Pada {tahun}, baru {short} yang melaporkan {nama} menurut definisi ini: {text}.",
                "For {tahun}, so far only {short} reports {nama} by this definition: {text}."
            )
        }
        [a, b] => {
            // The larger first, so that the sentence always says how much higher.
            let (a, b) =
                if banding(a.nilai.besaran, b.nilai.besaran) == Some(Ordering::Less) { (b, a) } else { (a, b) };
            let dua = dua(lang, padanan, &a.nilai, &b.nilai);
            teks!(lang, "Pada {tahun}, {nama} {dua}.", "{judul} in {tahun}: {dua}.")
        }
        many => banyak(lang, padanan, t, many),
    }
}

/// Percentages and scores are higher or lower, amounts larger or smaller, counts more or fewer.
fn kata_lebih(lang: Lang, satuan: &str) -> (&'static str, &'static str) {
    match satuan.to_lowercase().as_str() {
        "" | "%" | "persen" | "nilai" | "indeks" | "poin" => {
            lang.pilih(("lebih tinggi", "lebih rendah"), ("higher", "lower"))
        }
        "rp" | "rupiah" => lang.pilih(("lebih besar", "lebih kecil"), ("higher", "lower")),
        _ => lang.pilih(("lebih banyak", "lebih sedikit"), ("more", "fewer")),
    }
}

/// Two values side by side: `di Blitar 93,84%, lebih tinggi 6,32 poin persen daripada di Jember (87,52%)`; in English
/// `93.84% in Blitar, 6.32 percentage points higher than in Jember (87.52%)`.
fn dua(lang: Lang, padanan: &Padanan, a: &NilaiBanding, b: &NilaiBanding) -> String {
    let (na, nb) = (nama_pendek(&a.pemilik.nama), nama_pendek(&b.pemilik.nama));
    let (ta, tb) = (teks(lang, padanan, a), teks(lang, padanan, b));
    let ranged = a.besaran.rentang().is_some() || b.besaran.rentang().is_some();
    let desimal = a.desimal.max(b.desimal);
    let gap = selisih(lang, a.besaran.utama - b.besaran.utama, desimal, satuan(padanan, a));
    let (lebih, kurang) = kata_lebih(lang, satuan(padanan, a));
    match banding(a.besaran, b.besaran) {
        None => teks!(
            lang,
            "di {na} {ta} dan di {nb} {tb}, sehingga tidak dapat dipastikan mana yang {lebih}",
            "{ta} in {na} and {tb} in {nb}, so it is not certain which is {lebih}"
        ),
        Some(Ordering::Equal) => {
            teks!(lang, "di {na} dan di {nb} sama, {ta}", "the same in {na} and in {nb}, {ta}")
        }
        Some(order) => {
            let kata = if order == Ordering::Greater { lebih } else { kurang };
            if ranged {
                teks!(lang, "di {na} {ta}, {kata} daripada di {nb} ({tb})", "{ta} in {na}, {kata} than in {nb} ({tb})")
            } else {
                teks!(
                    lang,
                    "di {na} {ta}, {kata} {gap} daripada di {nb} ({tb})",
                    "{ta} in {na}, {gap} {kata} than in {nb} ({tb})"
                )
            }
        }
    }
}

/// What a padanan shows in a year, in a few words: `2024: Blitar 93,84%, Jember 87,52%`; nothing of fewer than two.
pub fn singkat(lang: Lang, padanan: &Padanan, t: &BandingTahun) -> Option<String> {
    let mut own: Vec<&Anggota> = t.sebanding().filter(|a| a.nilai.tangan_kedua.is_none()).collect();
    own.sort_by_key(|a| (std::cmp::Reverse(a.nilai.besaran.utama), a.nilai.pemilik.kunci()));
    let (tahun, n) = (t.tahun, own.len());
    let each = |a: &Anggota| format!("{} {}", nama_pendek(&a.nilai.pemilik.nama), teks(lang, padanan, &a.nilai));
    match own.as_slice() {
        [] | [_] => None,
        [a, b] => Some(format!("{tahun}: {}, {}", each(a), each(b))),
        [a, .., z] if a.nilai.besaran == z.nilai.besaran => {
            let text = teks(lang, padanan, &a.nilai);
            Some(teks!(lang, "{tahun}: {text} di {n} daerah", "{tahun}: {text} in {n} regions"))
        }
        [a, .., z] => {
            let (a, z) = (each(a), each(z));
            Some(teks!(lang, "{tahun}: tertinggi {a}, terendah {z}", "{tahun}: highest {a}, lowest {z}"))
        }
    }
}

/// Three values or more: from the lowest to the highest, by name.
fn banyak(lang: Lang, padanan: &Padanan, t: &BandingTahun, own: &[&Anggota]) -> String {
    let judul = nama(lang, padanan);
    let nama = di_dalam(judul);
    let kata = |n: usize| kata_daerah(lang, n, own.iter().map(|a| a.nilai.pemilik.nama.as_str()));
    let (tahun, n) = (t.tahun, own.len());
    let low = own.iter().map(|a| a.nilai.besaran.rendah).min();
    let high = own.iter().map(|a| a.nilai.besaran.tinggi).max();
    let (Some(low), Some(high)) = (low, high) else { return String::new() };
    let desimal = own.iter().map(|a| a.nilai.desimal).max().unwrap_or(0);
    let unit = own.first().map_or("", |a| satuan(padanan, &a.nilai));
    let daerah = kata(n);
    if low == high {
        let text = nilai(lang, low, desimal, unit);
        return teks!(
            lang,
            "Pada {tahun}, {nama} di {n} {daerah} sama, {text}.",
            "{judul} in {tahun}: the same in {n} {daerah}, {text}."
        );
    }
    let at = |pick: &dyn Fn(&Besaran) -> bool| {
        let found: Vec<&&Anggota> = own.iter().filter(|a| pick(&a.nilai.besaran)).collect();
        let names: Vec<&str> = found.iter().map(|a| nama_pendek(&a.nilai.pemilik.nama)).collect();
        let own_desimal = found.iter().map(|a| a.nilai.desimal).max().unwrap_or(desimal);
        (sebut(lang, &names, 3, kata(names.len())), own_desimal)
    };
    let (lowest, dl) = at(&|b| b.rendah == low);
    let (highest, dh) = at(&|b| b.tinggi == high);
    let (low, high) = (nilai(lang, low, dl, unit), nilai(lang, high, dh, unit));
    let median = t.sebaran.map_or_else(String::new, |s| {
        let median = nilai(lang, s.median, desimal, unit);
        teks!(lang, ", dengan median {median}", ", median {median}")
    });
    teks!(
        lang,
        "Pada {tahun}, {nama} di {n} {daerah} berkisar dari {low} ({lowest}) sampai {high} ({highest}){median}.",
        "{judul} in {tahun}: from {low} ({lowest}) to {high} ({highest}) in {n} {daerah}{median}."
    )
}

/// How two values stand, or why they must not be held against each other.
pub fn pasangan(lang: Lang, padanan: &Padanan, a: &NilaiBanding, b: &NilaiBanding, hubungan: &Relasi) -> String {
    // By code first, so that the order in which the two are given never shows.
    let (a, b) = if a.pemilik.kunci() <= b.pemilik.kunci() { (a, b) } else { (b, a) };
    let names = gabung(lang, &[nama_pendek(&a.pemilik.nama), nama_pendek(&b.pemilik.nama)]);
    let reasons = alasan::semua(lang, hubungan.alasan()).join(" ");
    let judul = nama(lang, padanan);
    let nama = di_dalam(judul);
    match hubungan {
        Relasi::TidakSetara(_) => teks!(
            lang,
            "{names} tidak setara untuk {nama}. {reasons}",
            "{names} are not comparable for {nama}. {reasons}"
        ),
        _ => {
            let tahun = a.tahun;
            let setahun = a.tahun == b.tahun;
            let (a, b) = if banding(a.besaran, b.besaran) == Some(Ordering::Less) { (b, a) } else { (a, b) };
            let dua = dua(lang, padanan, a, b);
            let text = if setahun {
                teks!(lang, "Pada {tahun}, {nama} {dua}.", "{judul} in {tahun}: {dua}.")
            } else {
                teks!(lang, "{nama} {dua}.", "{judul}: {dua}.")
            };
            let text = kapital(&text);
            if reasons.is_empty() { text } else { teks!(lang, "{text} Catatan: {reasons}", "{text} Remark: {reasons}") }
        }
    }
}

/// Where one kabupaten stands among the setara, in one line and without a rank.
pub fn tempat(lang: Lang, padanan: &Padanan, t: &BandingTahun, milik: &Anggota) -> String {
    let nama = nama_pendek(&milik.nilai.pemilik.nama);
    let tahun = t.tahun;
    if !milik.kedudukan.sebanding() {
        let reasons = alasan::semua(lang, milik.kedudukan.alasan()).join(" ");
        let text = teks!(
            lang,
            "Nilai {nama} tahun {tahun} tidak setara dengan daerah lain. {reasons}",
            "The value of {nama} for {tahun} is not comparable with others. {reasons}"
        );
        return text.trim_end().to_string();
    }
    let others: Vec<&Anggota> =
        t.sebanding().filter(|a| a.nilai.tangan_kedua.is_none() && a.nilai.pemilik != milik.nilai.pemilik).collect();
    if others.is_empty() {
        return teks!(
            lang,
            "Belum ada daerah lain yang nilainya setara dengan {nama} untuk {tahun}.",
            "No other value is comparable with that of {nama} for {tahun} yet."
        );
    }
    let count = |want: Option<Ordering>| {
        others.iter().filter(|o| banding(milik.nilai.besaran, o.nilai.besaran) == want).count()
    };
    let (lebih, kurang) = kata_lebih(lang, satuan(padanan, &milik.nilai));
    let parts = [
        (count(Some(Ordering::Greater)), teks!(lang, "{lebih} daripada", "{lebih} than in")),
        (count(Some(Ordering::Less)), teks!(lang, "{kurang} daripada", "{kurang} than in")),
        (count(Some(Ordering::Equal)), teks!(lang, "sama dengan", "the same as in")),
        (count(None), teks!(lang, "tidak dapat dipastikan terhadap", "not certain against")),
    ];
    let parts: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, text)| format!("{text} {n}")).collect();
    let (n, parts) = (others.len(), gabung(lang, &parts));
    let kata = kata_daerah(lang, n, others.iter().map(|a| a.nilai.pemilik.nama.as_str()));
    let place = teks!(
        lang,
        "Dibandingkan dengan {n} {kata} lain yang setara pada {tahun}, nilai {nama} {parts}.",
        "Compared with {n} other comparable {kata} in {tahun}, the value of {nama} is {parts}."
    );
    // Another name of the same count may stay on the comparison's page; another cut-off or phase may not.
    let keep = |a: &&Alasan| matches!(a.jenis, JenisAlasan::BatasData | JenisAlasan::Tahap);
    let notes: Vec<String> = milik.kedudukan.alasan().iter().filter(keep).map(|a| alasan::alasan(lang, a)).collect();
    if notes.is_empty() { place } else { format!("{place} {}", notes.join(" ")) }
}
