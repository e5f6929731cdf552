//! The rule of comparison: two values are held against each other fact by fact, never by the prose that describes them.
//!
//! Whatever decides between "same axis" and "not the same axis" is an equality (of codes, unit, direction, cut-off,
//! phase), so that the relation is an equivalence: values of one year fall into groups, whatever their order.

use super::alasan::{Alasan, Isi, JenisAlasan, Relasi, Siapa, Sisi};
use super::nilai::{Hitung, NilaiBanding, Pemilik};
use crate::number::{Lang, Satuan};
use crate::records::{Arah, Golongan, IsiPadanan, Padanan, Toleransi};

/// How the reader asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Permintaan {
    /// The reader asked to see neighbouring years side by side.
    pub tahun_tetangga: bool,
}

/// The relation of two values; the order of the two does not matter.
pub fn relasi(padanan: &Padanan, a: &NilaiBanding, b: &NilaiBanding, minta: Permintaan) -> Relasi {
    let (a, b) = if a.pemilik.kunci() <= b.pemilik.kunci() { (a, b) } else { (b, a) };
    let mut keras = Vec::new();
    let mut lunak = Vec::new();
    let tolerir = |t: Toleransi| padanan.toleransi.contains(&t);
    for n in [a, b].into_iter().filter(|n| n.ragu) {
        keras.push(satu(JenisAlasan::Ragu, n, Isi::Kosong));
    }
    for n in [a, b].into_iter().filter(|n| n.luar_skala) {
        keras.push(satu(JenisAlasan::LuarSkala, n, Isi::Skala(n.skala.clone())));
    }
    if a.pemilik.jenis.golongan() != b.pemilik.jenis.golongan() {
        let isi = |n: &NilaiBanding| Isi::Tempat(n.pemilik.jenis);
        keras.push(dua(JenisAlasan::Tempat, (a, isi(a)), (b, isi(b))));
    }
    if rumus_wajib(padanan) {
        rumus(&mut keras, a, b);
    }
    if let IsiPadanan::Indikator { skala: Some(skala), .. } = &padanan.isi
        && (a.skala != b.skala || a.skala.as_deref() != Some(skala))
    {
        let isi = |n: &NilaiBanding| Isi::Skala(n.skala.clone());
        keras.push(dua(JenisAlasan::Skala, (a, isi(a)), (b, isi(b))));
    }
    let (sa, sb) = (satuan(padanan, a), satuan(padanan, b));
    if sa != sb {
        let isi = |n: &NilaiBanding, s: String| Isi::Teks(n.satuan.clone().unwrap_or_else(|| s.into()));
        keras.push(dua(JenisAlasan::Satuan, (a, isi(a, sa)), (b, isi(b, sb))));
    }
    if a.arah != b.arah {
        keras.push(dua(JenisAlasan::Arah, (a, Isi::Arah(a.arah)), (b, Isi::Arah(b.arah))));
    }
    if a.tahun != b.tahun {
        let alasan = dua(JenisAlasan::Tahun, (a, Isi::Angka(a.tahun)), (b, Isi::Angka(b.tahun)));
        let dekat = (a.tahun - b.tahun).abs() == 1 && minta.tahun_tetangga && tolerir(Toleransi::Tahun);
        if dekat { lunak.push(alasan) } else { keras.push(alasan) }
    }
    if a.hari_batas() != b.hari_batas() {
        let alasan = dua(JenisAlasan::BatasData, (a, Isi::Tanggal(a.batas_data)), (b, Isi::Tanggal(b.batas_data)));
        if tolerir(Toleransi::BatasData) { lunak.push(alasan) } else { keras.push(alasan) }
    }
    if a.tahap != b.tahap {
        let alasan = dua(JenisAlasan::Tahap, (a, Isi::Tahap(a.tahap)), (b, Isi::Tahap(b.tahap)));
        if tolerir(Toleransi::Tahap) { lunak.push(alasan) } else { keras.push(alasan) }
    }
    // Counts are the same where their codes are the same; another name is then worth a remark and no more.
    if tolerir(Toleransi::Nama) && !senama(a, b) {
        lunak.push(dua(JenisAlasan::Nama, (a, Isi::Teks(a.nama.clone())), (b, Isi::Teks(b.nama.clone()))));
    }
    for n in [a, b] {
        if let Some(oleh) = &n.tangan_kedua {
            lunak.push(satu(JenisAlasan::TanganKedua, n, Isi::Oleh(Box::new(oleh.clone()))));
        }
    }
    lunak.extend([a, b].into_iter().filter_map(dihitung));
    if !keras.is_empty() {
        Relasi::TidakSetara(keras)
    } else if !lunak.is_empty() {
        Relasi::DenganCatatan(lunak)
    } else {
        Relasi::Setara
    }
}

/// That a value is only what its counts give.
pub fn dihitung(n: &NilaiBanding) -> Option<Alasan> {
    let what = n.hitungan.clone()?;
    Some(satu(JenisAlasan::Dihitung, n, Isi::Hitungannya(what)))
}

/// Why a value does not follow the formula its padanan declares; empty when it does.
pub fn terhadap_padanan(padanan: &Padanan, n: &NilaiBanding) -> Vec<Alasan> {
    let mut out = Vec::new();
    if n.ragu {
        out.push(satu(JenisAlasan::Ragu, n, Isi::Kosong));
    }
    if n.luar_skala {
        out.push(satu(JenisAlasan::LuarSkala, n, Isi::Skala(n.skala.clone())));
    }
    let ini = |isi: Isi| Sisi { siapa: Siapa::Padanan, isi };
    if let (Some(mau), Some(own)) = (&padanan.satuan, &n.satuan)
        && Satuan::baca(mau) != Satuan::baca(own)
    {
        let own = sisi(&n.pemilik, Isi::Teks(own.clone()));
        out.push(Alasan { jenis: JenisAlasan::Satuan, sisi: vec![own, ini(Isi::Teks(mau.as_str().into()))] });
    }
    let IsiPadanan::Indikator { pembilang, penyebut, skala } = &padanan.isi else { return out };
    if rumus_wajib(padanan) && n.rumus.kode().is_none() {
        out.push(rumus_tak_cocok(n));
    }
    if let Some((a, b)) = n.rumus.kode() {
        for (jenis, kode, mau, hitung) in [
            (JenisAlasan::Pembilang, a, pembilang, &n.rumus.pembilang),
            (JenisAlasan::Penyebut, b, penyebut, &n.rumus.penyebut),
        ] {
            if let Some(mau) = mau.as_deref().filter(|mau| *mau != kode) {
                let sisi = sisi(&n.pemilik, nama_hitung(hitung.as_ref()));
                out.push(Alasan { jenis, sisi: vec![sisi, ini(Isi::Kode(mau.to_string()))] });
            }
        }
    }
    if let Some(mau) = skala.as_deref().filter(|mau| n.skala.as_deref() != Some(*mau)) {
        let own = sisi(&n.pemilik, Isi::Skala(n.skala.clone()));
        out.push(Alasan { jenis: JenisAlasan::Skala, sisi: vec![own, ini(Isi::Skala(Some(mau.into())))] });
    }
    if padanan.arah.is_some() && n.arah.is_some() && n.arah != padanan.arah {
        let own = sisi(&n.pemilik, Isi::Arah(n.arah));
        out.push(Alasan { jenis: JenisAlasan::Arah, sisi: vec![own, ini(Isi::Arah(padanan.arah))] });
    }
    out
}

/// What decides whether two values of one year share an axis; `None` when a value shares it with nobody.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kunci {
    golongan: Golongan,
    rumus: Option<(String, String, i32)>,
    skala: Option<String>,
    satuan: String,
    arah: Option<bool>,
    batas: Option<(i8, i8)>,
    tahap: Option<super::nilai::Tahap>,
}

/// The key of a value: `relasi` of two values of one year is not `TidakSetara` exactly when both have the same key.
pub fn kunci(padanan: &Padanan, n: &NilaiBanding) -> Option<Kunci> {
    if n.ragu || n.luar_skala {
        return None;
    }
    let rumus = if rumus_wajib(padanan) {
        let (a, b) = n.rumus.kode()?;
        Some((a.to_string(), b.to_string(), pengali(n)))
    } else {
        None
    };
    let mut skala = None;
    if let IsiPadanan::Indikator { skala: Some(mau), .. } = &padanan.isi {
        skala = Some(n.skala.as_deref().filter(|s| s == mau)?.to_string());
    }
    let bebas = |t: Toleransi| padanan.toleransi.contains(&t);
    Some(Kunci {
        golongan: n.pemilik.jenis.golongan(),
        rumus,
        skala,
        satuan: satuan(padanan, n),
        arah: n.arah.map(|a| a == Arah::Naik),
        batas: (!bebas(Toleransi::BatasData)).then(|| n.hari_batas()),
        tahap: n.tahap.filter(|_| !bebas(Toleransi::Tahap)),
    })
}

/// A formula must be known where the padanan compares indicators and no regulation's scale defines the value.
fn rumus_wajib(padanan: &Padanan) -> bool {
    matches!(padanan.isi, IsiPadanan::Indikator { skala: None, .. })
}

/// That a formula has no counts to be matched: unprinted, not copied, or as it is printed in words.
fn rumus_tak_cocok(n: &NilaiBanding) -> Alasan {
    let jenis = match n.rumus.hanya_belum() {
        true => JenisAlasan::RumusBelumAda,
        false => JenisAlasan::RumusTakTercetak,
    };
    satu(jenis, n, n.rumus.kata(Lang::Id).map_or(Isi::Kosong, |text| Isi::Teks(text.into())))
}

fn rumus(keras: &mut Vec<Alasan>, a: &NilaiBanding, b: &NilaiBanding) {
    let (Some(ka), Some(kb)) = (a.rumus.kode(), b.rumus.kode()) else {
        for n in [a, b].into_iter().filter(|n| n.rumus.kode().is_none()) {
            keras.push(rumus_tak_cocok(n));
        }
        return;
    };
    if ka.0 != kb.0 {
        let isi = |n: &NilaiBanding| nama_hitung(n.rumus.pembilang.as_ref());
        keras.push(dua(JenisAlasan::Pembilang, (a, isi(a)), (b, isi(b))));
    }
    if ka.1 != kb.1 {
        let isi = |n: &NilaiBanding| nama_hitung(n.rumus.penyebut.as_ref());
        keras.push(dua(JenisAlasan::Penyebut, (a, isi(a)), (b, isi(b))));
    }
    if pengali(a) != pengali(b) {
        keras.push(dua(JenisAlasan::Pengali, (a, Isi::Angka(pengali(a))), (b, Isi::Angka(pengali(b)))));
    }
}

/// "× 100%" often goes unprinted: a quotient without a multiplier is read as a percentage.
fn pengali(n: &NilaiBanding) -> i32 {
    n.rumus.pengali.unwrap_or(100)
}

fn nama_hitung(hitung: Option<&Hitung>) -> Isi {
    hitung.map_or(Isi::Kosong, |h| Isi::Hitungan(h.nama.clone()))
}

/// Units that are two words for one thing; a unit that is not printed is the padanan's.
fn satuan(padanan: &Padanan, n: &NilaiBanding) -> String {
    let text = n.satuan.as_deref().or(padanan.satuan.as_deref()).unwrap_or("").trim().to_lowercase();
    match text.as_str() {
        "%" | "persen" => "%".to_string(),
        "rp" | "rupiah" => "Rp".to_string(),
        "jiwa" | "orang" => "orang".to_string(),
        _ => text,
    }
}

/// Whether any printed name of one is a printed name of the other.
pub fn senama(a: &NilaiBanding, b: &NilaiBanding) -> bool {
    let names =
        |n: &NilaiBanding| -> Vec<String> { std::iter::once(&n.nama).chain(&n.alias).map(|s| inti(s)).collect() };
    let (na, nb) = (names(a), names(b));
    na.iter().any(|x| nb.contains(x))
}

/// A name without case, punctuation and the words that say only that something is measured.
pub fn inti(nama: &str) -> String {
    const KOSONG: [&str; 7] = ["persentase", "presentase", "jumlah", "nilai", "yang", "kabupaten", "kota"];
    let lower = nama.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !KOSONG.contains(w));
    words.collect::<Vec<_>>().join(" ")
}

fn sisi(siapa: &Pemilik, isi: Isi) -> Sisi {
    Sisi { siapa: Siapa::Pemilik(Box::new(siapa.clone())), isi }
}

fn satu(jenis: JenisAlasan, n: &NilaiBanding, isi: Isi) -> Alasan {
    Alasan { jenis, sisi: vec![sisi(&n.pemilik, isi)] }
}

fn dua(jenis: JenisAlasan, a: (&NilaiBanding, Isi), b: (&NilaiBanding, Isi)) -> Alasan {
    Alasan { jenis, sisi: vec![sisi(&a.0.pemilik, a.1), sisi(&b.0.pemilik, b.1)] }
}
