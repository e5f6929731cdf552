//! Sentences about comparisons: what a padanan shows in a year, how two values stand, where one kabupaten stands.

use super::{alasan, di_dalam, gabung, kapital, kata_daerah, nama_pendek, nilai, sebut, selisih, tanggal};
use crate::comparisons::{Alasan, Anggota, BandingTahun, Besaran, JenisAlasan, NilaiBanding, Relasi};
use crate::records::{Arah, Padanan};
use std::cmp::Ordering;

/// From how many names on a sentence counts instead of listing.
const NAMA_TERBANYAK: usize = 4;

/// A value or a range: `95,39%`, `67% sampai 76%`.
pub fn besaran(b: Besaran, desimal: u32, satuan: &str) -> String {
    match b.rentang() {
        Some((low, high)) => format!("{} sampai {}", nilai(low, desimal, satuan), nilai(high, desimal, satuan)),
        None => nilai(b.utama, desimal, satuan),
    }
}

/// The value of a comparison, in the unit of its padanan.
pub fn teks(padanan: &Padanan, n: &NilaiBanding) -> String {
    besaran(n.besaran, n.desimal, satuan(padanan, n))
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
pub fn tahun(padanan: &Padanan, t: &BandingTahun) -> String {
    let own: Vec<&Anggota> = t.sebanding().filter(|a| a.nilai.tangan_kedua.is_none()).collect();
    let mut out = vec![inti(padanan, t, &own)];
    if padanan.arah == Some(Arah::Turun) && own.len() > 1 {
        out.push("Makin rendah makin baik.".to_string());
    }
    out.extend(batas(&own));
    let quoted: Vec<String> = t
        .sebanding()
        .filter_map(|a| {
            let oleh = a.nilai.tangan_kedua.as_ref()?;
            let (nama, oleh) = (nama_pendek(&a.nilai.pemilik.nama), nama_pendek(&oleh.nama));
            Some(format!("Angka {nama} ({}) dikutip dari laporan {oleh}.", teks(padanan, &a.nilai)))
        })
        .collect();
    if quoted.len() <= 2 {
        out.extend(quoted);
    } else {
        out.push(format!("Selain itu ada {} angka yang dikutip dari laporan daerah lain.", quoted.len()));
    }
    let kata = kata_daerah(t.anggota.iter().map(|a| a.nilai.pemilik.nama.as_str()));
    let unlike: Vec<&str> = t.tidak_setara().map(|a| nama_pendek(&a.nilai.pemilik.nama)).collect();
    if !unlike.is_empty() && !own.is_empty() {
        let names = sebut(&unlike, NAMA_TERBANYAK, kata);
        out.push(format!("{} tidak setara dan ditampilkan terpisah.", kapital(&names)));
    }
    let missing: Vec<&str> = t.hilang.iter().map(|h| nama_pendek(&h.nama)).collect();
    if !missing.is_empty() {
        out.push(format!("{} belum melaporkan.", kapital(&sebut(&missing, NAMA_TERBANYAK, kata))));
    }
    out.join(" ")
}

/// Up to when the data go, where that is not the end of the year for all: a sentence must not hide it.
fn batas(own: &[&Anggota]) -> Option<String> {
    if own.iter().all(|a| a.nilai.hari_batas() == "12-31") {
        return None;
    }
    let first = own.first()?.nilai.batas_data.as_str();
    if own.iter().all(|a| a.nilai.batas_data == first) {
        return Some(format!("Data sampai {}.", tanggal(first)));
    }
    if own.len() > NAMA_TERBANYAK {
        return Some("Batas datanya tidak sama di semua daerah.".to_string());
    }
    let each = |a: &&Anggota| format!("{} sampai {}", nama_pendek(&a.nilai.pemilik.nama), tanggal(&a.nilai.batas_data));
    Some(format!("Batas datanya berbeda: {}.", gabung(&own.iter().map(each).collect::<Vec<_>>())))
}

fn inti(padanan: &Padanan, t: &BandingTahun, own: &[&Anggota]) -> String {
    let nama = di_dalam(&padanan.nama.id);
    let tahun = t.tahun;
    let text = |a: &Anggota| teks(padanan, &a.nilai);
    let short = |a: &Anggota| nama_pendek(&a.nilai.pemilik.nama).to_string();
    match own {
        [] => {
            let unlike: Vec<&Anggota> = t.tidak_setara().collect();
            let names: Vec<String> = unlike.iter().map(|a| short(a)).collect();
            let kata = kata_daerah(unlike.iter().map(|a| a.nilai.pemilik.nama.as_str()));
            match unlike.as_slice() {
                [] => format!("Belum ada kabupaten yang melaporkan {nama} untuk {tahun}."),
                [one] => format!(
                    "Pada {tahun}, {} melaporkan {nama} {}, tetapi tidak menurut definisi ini.",
                    names[0],
                    text(one)
                ),
                _ => format!(
                    "Pada {tahun}, {} melaporkan {nama}, tetapi tidak menurut definisi ini.",
                    sebut(&names, NAMA_TERBANYAK, kata)
                ),
            }
        }
        [one] => {
            format!("Pada {tahun}, baru {} yang melaporkan {nama} menurut definisi ini: {}.", short(one), text(one))
        }
        [a, b] => {
            // The larger first, so that the sentence always says how much higher.
            let (a, b) =
                if banding(a.nilai.besaran, b.nilai.besaran) == Some(Ordering::Less) { (b, a) } else { (a, b) };
            format!("Pada {tahun}, {nama} {}.", dua(padanan, &a.nilai, &b.nilai))
        }
        many => banyak(padanan, t, many),
    }
}

/// Percentages and scores are higher or lower, amounts larger or smaller, counts more or fewer.
fn kata_lebih(satuan: &str) -> (&'static str, &'static str) {
    match satuan.to_lowercase().as_str() {
        "" | "%" | "persen" | "nilai" | "indeks" | "poin" => ("lebih tinggi", "lebih rendah"),
        "rp" | "rupiah" => ("lebih besar", "lebih kecil"),
        _ => ("lebih banyak", "lebih sedikit"),
    }
}

/// Two values side by side: `di Blitar 93,84%, lebih tinggi 6,32 poin persen daripada di Jember (87,52%)`.
fn dua(padanan: &Padanan, a: &NilaiBanding, b: &NilaiBanding) -> String {
    let (na, nb) = (nama_pendek(&a.pemilik.nama), nama_pendek(&b.pemilik.nama));
    let (ta, tb) = (teks(padanan, a), teks(padanan, b));
    let ranged = a.besaran.rentang().is_some() || b.besaran.rentang().is_some();
    let desimal = a.desimal.max(b.desimal);
    let gap = selisih(a.besaran.utama - b.besaran.utama, desimal, satuan(padanan, a));
    match banding(a.besaran, b.besaran) {
        None => {
            let (lebih, _) = kata_lebih(satuan(padanan, a));
            format!("di {na} {ta} dan di {nb} {tb}, sehingga tidak dapat dipastikan mana yang {lebih}")
        }
        Some(Ordering::Equal) => format!("di {na} dan di {nb} sama, {ta}"),
        Some(order) => {
            let (lebih, kurang) = kata_lebih(satuan(padanan, a));
            let kata = if order == Ordering::Greater { lebih } else { kurang };
            let gap = if ranged { String::new() } else { format!(" {gap}") };
            format!("di {na} {ta}, {kata}{gap} daripada di {nb} ({tb})")
        }
    }
}

/// Three values or more: from the lowest to the highest, by name.
fn banyak(padanan: &Padanan, t: &BandingTahun, own: &[&Anggota]) -> String {
    let nama = di_dalam(&padanan.nama.id);
    let kata = kata_daerah(own.iter().map(|a| a.nilai.pemilik.nama.as_str()));
    let (tahun, n) = (t.tahun, own.len());
    let low = own.iter().map(|a| a.nilai.besaran.rendah).min();
    let high = own.iter().map(|a| a.nilai.besaran.tinggi).max();
    let (Some(low), Some(high)) = (low, high) else { return String::new() };
    let desimal = own.iter().map(|a| a.nilai.desimal).max().unwrap_or(0);
    let unit = own.first().map_or("", |a| satuan(padanan, &a.nilai));
    if low == high {
        return format!("Pada {tahun}, {nama} di {n} {kata} sama, {}.", nilai(low, desimal, unit));
    }
    let at = |pick: &dyn Fn(&Besaran) -> bool| {
        let found: Vec<&&Anggota> = own.iter().filter(|a| pick(&a.nilai.besaran)).collect();
        let names: Vec<&str> = found.iter().map(|a| nama_pendek(&a.nilai.pemilik.nama)).collect();
        let own_desimal = found.iter().map(|a| a.nilai.desimal).max().unwrap_or(desimal);
        (sebut(&names, 3, kata), own_desimal)
    };
    let (lowest, dl) = at(&|b| b.rendah == low);
    let (highest, dh) = at(&|b| b.tinggi == high);
    let median = t.sebaran.map(|s| format!(", dengan median {}", nilai(s.median, desimal, unit))).unwrap_or_default();
    format!(
        "Pada {tahun}, {nama} di {n} {kata} berkisar dari {} ({lowest}) sampai {} ({highest}){median}.",
        nilai(low, dl, unit),
        nilai(high, dh, unit)
    )
}

/// How two values stand, or why they must not be held against each other.
pub fn pasangan(padanan: &Padanan, a: &NilaiBanding, b: &NilaiBanding, hubungan: &Relasi) -> String {
    // By code first, so that the order in which the two are given never shows.
    let (a, b) = if a.pemilik.kunci() <= b.pemilik.kunci() { (a, b) } else { (b, a) };
    let names = [nama_pendek(&a.pemilik.nama), nama_pendek(&b.pemilik.nama)];
    let reasons = alasan::semua(hubungan.alasan()).join(" ");
    let tahun = if a.tahun == b.tahun { format!("Pada {}, ", a.tahun) } else { String::new() };
    match hubungan {
        Relasi::TidakSetara(_) => {
            format!("{} tidak setara untuk {}. {reasons}", gabung(&names), di_dalam(&padanan.nama.id))
        }
        _ => {
            let (a, b) = if banding(a.besaran, b.besaran) == Some(Ordering::Less) { (b, a) } else { (a, b) };
            let text = kapital(&format!("{tahun}{} {}.", di_dalam(&padanan.nama.id), dua(padanan, a, b)));
            if reasons.is_empty() { text } else { format!("{text} Catatan: {reasons}") }
        }
    }
}

/// Where one kabupaten stands among the setara, in one line and without a rank.
pub fn tempat(padanan: &Padanan, t: &BandingTahun, milik: &Anggota) -> String {
    let nama = nama_pendek(&milik.nilai.pemilik.nama);
    let tahun = t.tahun;
    if !milik.kedudukan.sebanding() {
        let reasons = alasan::semua(milik.kedudukan.alasan()).join(" ");
        return format!("Nilai {nama} tahun {tahun} tidak setara dengan daerah lain. {reasons}").trim_end().to_string();
    }
    let others: Vec<&Anggota> =
        t.sebanding().filter(|a| a.nilai.tangan_kedua.is_none() && a.nilai.pemilik != milik.nilai.pemilik).collect();
    if others.is_empty() {
        return format!("Belum ada daerah lain yang nilainya setara dengan {nama} untuk {tahun}.");
    }
    let count = |want: Option<Ordering>| {
        others.iter().filter(|o| banding(milik.nilai.besaran, o.nilai.besaran) == want).count()
    };
    let (lebih, kurang) = kata_lebih(satuan(padanan, &milik.nilai));
    let parts = [
        (count(Some(Ordering::Greater)), format!("{lebih} daripada")),
        (count(Some(Ordering::Less)), format!("{kurang} daripada")),
        (count(Some(Ordering::Equal)), "sama dengan".to_string()),
        (count(None), "tidak dapat dipastikan terhadap".to_string()),
    ];
    let parts: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, text)| format!("{text} {n}")).collect();
    let kata = kata_daerah(others.iter().map(|a| a.nilai.pemilik.nama.as_str()));
    let place = format!(
        "Dibandingkan dengan {} {kata} lain yang setara pada {tahun}, nilai {nama} {}.",
        others.len(),
        gabung(&parts)
    );
    // Another name of the same count may stay on the comparison's page; another cut-off or phase may not.
    let keep = |a: &&Alasan| matches!(a.jenis, JenisAlasan::BatasData | JenisAlasan::Tahap);
    let notes: Vec<String> = milik.kedudukan.alasan().iter().filter(keep).map(alasan::alasan).collect();
    if notes.is_empty() { place } else { format!("{place} {}", notes.join(" ")) }
}
