//! Sentences about comparisons: what a padanan shows in a year, how two values stand, where one kabupaten stands.

use super::nama::{cacah, pemilik};
use super::{alasan, di_dalam, gabung, hilang, kapital, kata, nama as penamaan, nilai, sebut, selisih, ujung};
use crate::comparisons::{Anggota, BandingTahun, Besaran, NilaiBanding, Pemilik, Relasi, dihitung, urut};
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

/// The value of a comparison, in the unit of its padanan.
pub fn teks(lang: Lang, padanan: &Padanan, n: &NilaiBanding) -> String {
    let text = penamaan::besaran(lang, n.besaran, n.desimal, satuan(padanan, n));
    // Two ends say themselves that there is more than one value; it stands in brackets itself at times.
    let disputed = n.dipersoalkan && n.besaran.rentang().is_none();
    let ours = n.hitungan.as_ref().map_or("", |_| lang.pilih(", dihitung", ", computed"));
    format!("{text}{ours}{}", if disputed { lang.pilih(", dipersoalkan", ", in dispute") } else { "" })
}

/// The unit shown: as printed, or the padanan's where none is printed.
pub fn satuan<'a>(padanan: &'a Padanan, n: &'a NilaiBanding) -> &'a str {
    n.satuan.as_deref().or(padanan.satuan.as_deref()).unwrap_or("")
}

/// What a padanan shows in a year: the sentence above the strip, its text alternative, the description of the page.
pub fn tahun(lang: Lang, padanan: &Padanan, t: &BandingTahun) -> String {
    let own: Vec<&Anggota> = t.sebanding().filter(|a| a.nilai.tangan_kedua.is_none()).collect();
    let (main, rest): (Vec<&Anggota>, Vec<&Anggota>) = own.iter().copied().partition(|a| a.dihitung);
    let mut out = Vec::new();
    if t.berhuruf() {
        out.push(huruf(lang, padanan, t));
    } else if serupa(&own) {
        out.push(inti(lang, padanan, t, &own));
        out.extend(batas(lang, &own));
    } else if main.len() > 1 {
        // Nothing connects a year with a part of one: those that cannot be held against each other are named apart.
        out.push(inti(lang, padanan, t, &main));
        out.extend(batas(lang, &main));
        out.push(sisanya(lang, padanan, &rest));
    } else {
        out.push(berdampingan(lang, padanan, t, &own));
        out.extend(batas(lang, &own));
    }
    if padanan.arah == Some(Arah::Turun) && own.len() > 1 {
        out.insert(1, teks!(lang, "Makin rendah makin baik.", "Lower is better."));
    }
    out.extend(dikutip(lang, padanan, t));
    out.extend(alasan::hitungan(lang, &own.iter().filter_map(|a| dihitung(&a.nilai)).collect::<Vec<_>>()));
    let unlike: Vec<&Pemilik> = t.tidak_setara().map(|a| &a.nilai.pemilik).collect();
    if !unlike.is_empty() && !own.is_empty() {
        let names = kapital(&sebut(lang, &unlike, NAMA_TERBANYAK));
        let are = if unlike.len() == 1 { "is" } else { "are" };
        out.push(teks!(
            lang,
            "{names} tidak setara dan ditampilkan terpisah.",
            "{names} {are} not comparable and shown separately."
        ));
    }
    out.extend(hilang::hilang(lang, padanan, t));
    out.join(" ")
}

/// Whether all values have one cut-off and one phase: only then one may be called higher than another.
fn serupa(own: &[&Anggota]) -> bool {
    own.windows(2).all(|w| w[0].nilai.hari_batas() == w[1].nilai.hari_batas() && w[0].nilai.tahap == w[1].nilai.tahap)
}

/// Values side by side that may not be called higher or lower than each other.
fn berdampingan(lang: Lang, padanan: &Padanan, t: &BandingTahun, own: &[&Anggota]) -> String {
    let (judul, tahun) = (nama(lang, padanan), t.tahun);
    let each = |a: &&Anggota| format!("{} {}", pemilik(&a.nilai.pemilik), teks(lang, padanan, &a.nilai));
    let rest = own.len().saturating_sub(NAMA_TERBANYAK);
    let mut list: Vec<String> = own.iter().take(NAMA_TERBANYAK).map(each).collect();
    list.extend((rest > 0).then(|| teks!(lang, "{rest} lainnya", "{rest} more")));
    let list = gabung(lang, &list);
    teks!(lang, "{judul} pada {tahun}: {list}.", "{judul} in {tahun}: {list}.")
}

/// A year of letters: who stands in which class, the highest first.
fn huruf(lang: Lang, padanan: &Padanan, t: &BandingTahun) -> String {
    let (judul, tahun) = (nama(lang, padanan), t.tahun);
    let list = hilang::huruf(lang, t);
    teks!(lang, "{judul} pada {tahun}: {list}.", "{judul} in {tahun}: {list}.")
}

/// The values beside those that are held against each other: part of the year, another phase of the budget.
fn sisanya(lang: Lang, padanan: &Padanan, rest: &[&Anggota]) -> String {
    if rest.len() > NAMA_TERBANYAK {
        let n = rest.len();
        return teks!(
            lang,
            "Tidak ikut dibandingkan: {n} angka dengan batas data atau tahap pagu lain.",
            "Not compared: {n} figures with another cut-off or budget phase."
        );
    }
    let each = |a: &&Anggota| {
        let (nama, text) = (pemilik(&a.nilai.pemilik), teks(lang, padanan, &a.nilai));
        match masa(lang, &a.nilai) {
            Some(masa) => format!("{nama} {text} ({masa})"),
            None => {
                let tahap = a.nilai.tahap.map_or("", |t| kata::tahap(lang, t));
                format!("{nama} {text} ({tahap})")
            }
        }
    };
    let list = gabung(lang, &rest.iter().map(each).collect::<Vec<_>>());
    teks!(lang, "Tidak ikut dibandingkan: {list}.", "Not compared: {list}.")
}

/// Of a value that covers only part of its year: `baru 9 bulan`, `sampai 15 September 2025`.
pub fn masa(lang: Lang, n: &NilaiBanding) -> Option<String> {
    if n.setahun() {
        return None;
    }
    Some(match n.batas_data.bulan() {
        Some(_) => n.batas_data.baru(lang),
        None => {
            let tanggal = n.batas_data.kata(lang);
            teks!(lang, "sampai {tanggal}", "to {tanggal}")
        }
    })
}

/// The values that stand in the report of somebody else.
fn dikutip(lang: Lang, padanan: &Padanan, t: &BandingTahun) -> Vec<String> {
    let quoted: Vec<String> = t
        .sebanding()
        .filter_map(|a| {
            let oleh = pemilik(a.nilai.tangan_kedua.as_ref()?);
            let (nama, text) = (pemilik(&a.nilai.pemilik), teks(lang, padanan, &a.nilai));
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
    if own.iter().all(|a| a.nilai.setahun()) {
        return None;
    }
    let first = own.first()?.nilai.batas_data;
    if own.iter().all(|a| a.nilai.batas_data == first) {
        let tanggal = first.kata(lang);
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
        let (nama, tanggal) = (pemilik(&a.nilai.pemilik), a.nilai.batas_data.kata(lang));
        teks!(lang, "{nama} sampai {tanggal}", "{nama} to {tanggal}")
    };
    let all = gabung(lang, &own.iter().map(each).collect::<Vec<_>>());
    Some(teks!(lang, "Batas datanya berbeda: {all}.", "The cut-offs of the data differ: {all}."))
}

fn inti(lang: Lang, padanan: &Padanan, t: &BandingTahun, own: &[&Anggota]) -> String {
    let judul = nama(lang, padanan);
    let nama = di_dalam(judul);
    let tahun = t.tahun;
    let short = |a: &Anggota| pemilik(&a.nilai.pemilik);
    match own {
        [] => {
            let unlike: Vec<&Anggota> = t.tidak_setara().collect();
            let owners: Vec<&Pemilik> = unlike.iter().map(|a| &a.nilai.pemilik).collect();
            let names = sebut(lang, &owners, NAMA_TERBANYAK);
            match unlike.as_slice() {
                [] => teks!(
                    lang,
                    "Portal ini belum memuat {nama} untuk {tahun}.",
                    "This portal holds no {nama} for {tahun} yet."
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
                "Pada {tahun}, {nama} {short}: {text}; di portal ini belum ada angka lain yang sebanding.",
                "{judul} in {tahun}, {short}: {text}; this portal holds no other figure to compare it with yet."
            )
        }
        [a, b] => {
            // The larger first, so that the sentence always says how much higher.
            let (a, b) = if urut(a.nilai.besaran, b.nilai.besaran) == Some(Ordering::Less) { (b, a) } else { (a, b) };
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
    let (na, nb) = (pemilik(&a.pemilik), pemilik(&b.pemilik));
    let (ta, tb) = (teks(lang, padanan, a), teks(lang, padanan, b));
    let ranged = a.besaran.rentang().is_some() || b.besaran.rentang().is_some();
    // A difference is known no finer than the coarser of its two.
    let desimal = a.desimal.min(b.desimal);
    let about = if a.desimal == b.desimal { "" } else { lang.pilih("sekitar ", "about ") };
    let apart = a.besaran.utama.saturating_sub(b.besaran.utama);
    let ranged = ranged || crate::number::round(apart, desimal).is_zero();
    let gap = about.to_string() + &selisih(lang, apart, desimal, satuan(padanan, a));
    let (lebih, kurang) = kata_lebih(lang, satuan(padanan, a));
    match urut(a.besaran, b.besaran) {
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
    if !serupa(&own) {
        own.retain(|a| a.dihitung);
    }
    let masa = own.first().and_then(|a| masa(lang, &a.nilai)).map(|m| format!(" ({m})")).unwrap_or_default();
    own.sort_by_key(|a| (std::cmp::Reverse(a.nilai.besaran.utama), a.nilai.pemilik.kunci()));
    let tahun = t.tahun;
    let each = |a: &Anggota| format!("{} {}", pemilik(&a.nilai.pemilik), teks(lang, padanan, &a.nilai));
    match own.as_slice() {
        [] | [_] => None,
        [a, b] => Some(format!("{tahun}{masa}: {}, {}", each(a), each(b))),
        [a, .., z] if a.nilai.besaran == z.nilai.besaran => {
            let text = teks(lang, padanan, &a.nilai);
            let n = cacah(lang, own.iter().map(|a| &a.nilai.pemilik));
            Some(teks!(lang, "{tahun}{masa}: {text} di {n}", "{tahun}{masa}: {text} in {n}"))
        }
        [a, .., z] => {
            // Who shares a place is named with it, or counted.
            let place = |end: &Anggota| {
                let same = own.iter().filter(|b| b.nilai.besaran == end.nilai.besaran).map(|b| &b.nilai.pemilik);
                let names = match same.clone().count() {
                    1 | 2 => gabung(lang, &same.map(pemilik).collect::<Vec<_>>()),
                    _ => cacah(lang, same),
                };
                format!("{names} {}", teks(lang, padanan, &end.nilai))
            };
            let (a, z) = (place(a), place(z));
            Some(teks!(lang, "{tahun}{masa}: tertinggi {a}, terendah {z}", "{tahun}{masa}: highest {a}, lowest {z}"))
        }
    }
}

/// Three values or more: from the lowest to the highest, by name.
fn banyak(lang: Lang, padanan: &Padanan, t: &BandingTahun, own: &[&Anggota]) -> String {
    let judul = nama(lang, padanan);
    let nama = di_dalam(judul);
    let tahun = t.tahun;
    let apart = ujung::satuan_tunggal(own);
    let firsts: Vec<&Anggota> = apart.iter().flatten().collect();
    let own = if firsts.is_empty() { own } else { &firsts };
    let low = own.iter().map(|a| a.nilai.besaran.rendah).min();
    let high = own.iter().map(|a| a.nilai.besaran.tinggi).max();
    let (Some(low), Some(high)) = (low, high) else { return String::new() };
    let desimal = own.iter().map(|a| a.nilai.desimal).max().unwrap_or(0);
    let unit = own.first().map_or("", |a| satuan(padanan, &a.nilai));
    let daerah = cacah(lang, own.iter().map(|a| &a.nilai.pemilik));
    if low == high {
        let text = nilai(lang, low, desimal, unit);
        return teks!(
            lang,
            "Pada {tahun}, {nama} di {daerah} sama, {text}.",
            "{judul} in {tahun}: the same in {daerah}, {text}."
        );
    }
    let at = |pick: &dyn Fn(&Besaran) -> bool| {
        let found: Vec<&&Anggota> = own.iter().filter(|a| pick(&a.nilai.besaran)).collect();
        let names: Vec<&Pemilik> = found.iter().map(|a| &a.nilai.pemilik).collect();
        let own_desimal = found.iter().map(|a| a.nilai.desimal).max().unwrap_or(desimal);
        (sebut(lang, &names, 3), own_desimal)
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
        "Pada {tahun}, {nama} di {daerah} berkisar dari {low} ({lowest}) sampai {high} ({highest}){median}.",
        "{judul} in {tahun}: from {low} ({lowest}) to {high} ({highest}) in {daerah}{median}."
    )
}

/// How two values stand, or why they must not be held against each other.
pub fn pasangan(lang: Lang, padanan: &Padanan, a: &NilaiBanding, b: &NilaiBanding, hubungan: &Relasi) -> String {
    // By code first, so that the order in which the two are given never shows.
    let (a, b) = if a.pemilik.kunci() <= b.pemilik.kunci() { (a, b) } else { (b, a) };
    let names = gabung(lang, &[pemilik(&a.pemilik), pemilik(&b.pemilik)]);
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
            let (a, b) = if urut(a.besaran, b.besaran) == Some(Ordering::Less) { (b, a) } else { (a, b) };
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
