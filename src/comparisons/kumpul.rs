//! Collecting: every value of an OPD that a padanan speaks about, year by year, from its statements.

use super::asal::Asal;
use super::bentuk::BentukLain;
use super::nilai::{Besaran, Hitung, Hitungan, NilaiBanding, Pemilik, RumusBanding, Tertulis};
use super::{kumpul_anggaran, kumpul_tabel};
use crate::measures::{self, Pilihan};
use crate::number::{self, Satuan};
use crate::records::{
    Alasan, BatasData, Indikator, IsiPadanan, JenisDaerah, Kumpulan, Masa, Nilai, Padanan, Pernyataan, PihakLain, Sel,
    Skala, Ukuran,
};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Whether a padanan is about an agency: by its code, or by its affair.
pub fn berlaku(padanan: &Padanan, opd: &str, urusan: &[String]) -> bool {
    let same = |a: &str, b: &str| a.trim().to_lowercase() == b.trim().to_lowercase();
    padanan.opd.as_ref().is_none_or(|kode| kode == opd)
        && padanan.urusan.as_ref().is_none_or(|mau| urusan.iter().any(|own| same(mau, own)))
}

/// All values of one OPD under one padanan, its quotations of other daerah included.
pub fn nilai_opd(padanan: &Padanan, asal: Asal<'_, '_>) -> Vec<NilaiBanding> {
    let opd = &asal.opd.opd;
    if !berlaku(padanan, &opd.kode, &opd.urusan) {
        return Vec::new();
    }
    match &padanan.isi {
        IsiPadanan::Indikator { .. } => {
            let mut out = Vec::new();
            for indikator in asal.opd.opd.indikator.values().filter(|i| i.padanan.as_ref() == Some(&padanan.kode)) {
                for tahun in tahun_realisasi(asal.kumpulan, &indikator.kode) {
                    out.extend(nilai_indikator(asal, indikator, tahun));
                }
                for rekaman in &asal.opd.rekaman {
                    let quoted = rekaman.pihak_lain.iter().filter(|p| p.indikator == indikator.kode);
                    out.extend(quoted.filter_map(|p| nilai_pihak_lain(asal, indikator, p, rekaman.tahun)));
                }
            }
            out
        }
        IsiPadanan::Anggaran { ukuran, program } => kumpul_anggaran::nilai(asal, *ukuran, program.as_deref()),
        IsiPadanan::Tabel(isi) => kumpul_tabel::nilai(padanan, isi, asal),
    }
}

/// What an OPD prints for a padanan that is no number to compare: the years without a value and the form of each.
pub fn bentuk_lain(padanan: &Padanan, asal: Asal<'_, '_>) -> Vec<(String, i32, BentukLain)> {
    let opd = &asal.opd.opd;
    let mut out: Vec<(String, i32, BentukLain)> = Vec::new();
    if !berlaku(padanan, &opd.kode, &opd.urusan) {
        return out;
    }
    let skala = match &padanan.isi {
        IsiPadanan::Indikator { skala, .. } => skala.as_deref(),
        IsiPadanan::Anggaran { ukuran, program } => {
            let forms = kumpul_anggaran::bentuk_lain(asal, *ukuran, program.as_deref());
            return forms.into_iter().map(|(tahun, form)| (padanan.kode.clone(), tahun, form)).collect();
        }
        IsiPadanan::Tabel(_) => return out,
    };
    for indikator in opd.indikator.values().filter(|i| i.padanan.as_ref() == Some(&padanan.kode)) {
        for tahun in asal.opd.rekaman.iter().map(|r| r.tahun) {
            if nilai_indikator(asal, indikator, tahun).is_some() {
                continue;
            }
            // What was not copied is a gap of the portal, and said as such.
            let form = bentuk_realisasi(asal, indikator, skala, tahun)
                .filter(|form| *form != BentukLain::Kosong(Alasan::BelumDisalin));
            out.extend(form.map(|form| (padanan.kode.clone(), tahun, form)));
        }
    }
    out
}

/// What stands where the number of a realisasi would: a letter, parts of the year, a cell that says why it holds nothing.
fn bentuk_realisasi(asal: Asal<'_, '_>, indikator: &Indikator, skala: Option<&str>, tahun: i32) -> Option<BentukLain> {
    let (k, kode) = (asal.kumpulan, &indikator.kode);
    let year = format!("{tahun}/indikator/{kode}/realisasi");
    let empty = |p: &Pernyataan<'_>| match p.sel.nilai {
        Nilai::Kosong(alasan) => Some(BentukLain::Kosong(alasan)),
        _ => None,
    };
    match measures::realisasi_tercetak(k, tahun, kode) {
        Some(p) => Some(huruf(asal, indikator, skala, p.sel)),
        None if !measures::per_masa(k, &year).is_empty() => Some(BentukLain::PerMasa),
        None => k.di(&year).find_map(empty).or_else(|| empty(measures::per_masa_kosong(k, &year)?)),
    }
}

/// What a cell prints that is no number: a letter of the scale that padanan and indicator share, or the text as it stands.
fn huruf(asal: Asal<'_, '_>, indikator: &Indikator, skala: Option<&str>, sel: &Sel) -> BentukLain {
    let own = skala.filter(|kode| indikator.skala.as_deref() == Some(kode)).and_then(|kode| asal.skala.get(kode));
    let class = match (&sel.nilai, own) {
        (Nilai::Huruf(huruf), Some(scale)) if !sel.ragu => scale.peringkat(huruf).zip(Some(scale)),
        _ => None,
    };
    let letter = |(urutan, scale): (usize, &Skala)| {
        Some(BentukLain::Huruf { urutan, huruf: scale.kelas.get(urutan)?.sebutan().to_string() })
    };
    class.and_then(letter).unwrap_or_else(|| BentukLain::Tercetak(sel.tercetak.clone()))
}

/// The years for which a document prints realisasi of an indicator, or the counts behind it.
fn tahun_realisasi(kumpulan: &Kumpulan<'_>, kode: &str) -> BTreeSet<i32> {
    let ends = [format!("/indikator/{kode}/realisasi"), format!("/indikator/{kode}/pembilang")];
    kumpulan.semua.iter().filter(|p| ends.iter().any(|e| p.alamat.ends_with(e))).map(|p| p.tahun).collect()
}

/// The value of an indicator in a year: its statements, and what its counts give.
fn nilai_indikator(asal: Asal<'_, '_>, indikator: &Indikator, tahun: i32) -> Option<NilaiBanding> {
    let k = asal.kumpulan;
    let kode = indikator.kode.as_str();
    let realisasi = measures::realisasi_indikator(k, tahun, kode);
    let pembilang = measures::pilih(k.indikator(tahun, kode, "pembilang"));
    let penyebut = measures::pilih(k.indikator(tahun, kode, "penyebut"));
    let bukti = |p: &Option<Pilihan<'_, '_>>| p.as_ref().and_then(|p| p.utama.bukti());
    let terhitung = hitung(indikator, bukti(&pembilang), bukti(&penyebut));
    let hitungan = realisasi.is_none().then(|| Hitungan(bentuk_realisasi(asal, indikator, None, tahun)));
    let mut pernyataan = Vec::new();
    let mut ragu = false;
    let (besaran, desimal) = match &realisasi {
        Some(pilihan) => {
            ragu = pilihan.utama.sel.ragu;
            let rest = pilihan.semua.iter().filter(|p| !std::ptr::eq(**p, pilihan.utama));
            pernyataan.extend(
                std::iter::once(&pilihan.utama).chain(rest).filter_map(|p| Tertulis::dari(asal.opd, p, "realisasi")),
            );
            let utama = pilihan.nilai()?;
            let (low, high) = pilihan.rentang().unwrap_or((utama, utama));
            let besaran = Besaran { utama, rendah: low.min(utama), tinggi: high.max(utama) };
            let angka: Vec<_> = pilihan.semua.iter().filter_map(|p| p.sel.bukti()).collect();
            // A doubted figure is shown as it is printed too.
            let printed = pilihan.semua.iter().filter_map(|p| p.sel.angka()).map(|a| a.desimal).max();
            let desimal = angka.iter().map(|a| a.desimal).max().or(printed).unwrap_or(0);
            // A count that no printed value rounds or cuts to opens the range.
            match terhitung {
                Some(t) if !angka.iter().any(|a| sama(t, a.nilai, a.desimal)) => {
                    (besaran.memuat(number::round(t, 2)), desimal.max(2))
                }
                _ => (besaran, desimal),
            }
        }
        // What does not apply has no value, whatever its counts would give.
        None if hitungan == Some(Hitungan(Some(BentukLain::Kosong(Alasan::TidakBerlaku)))) => return None,
        None => (Besaran::satu(number::round(terhitung?, 2)), 2),
    };
    for (pilihan, ukuran) in [(&pembilang, "pembilang"), (&penyebut, "penyebut")] {
        pernyataan.extend(pilihan.iter().filter_map(|p| Tertulis::dari(asal.opd, p.utama, ukuran)));
    }
    let huruf = k.indikator(tahun, kode, "huruf").find_map(|p| match &p.sel.nilai {
        Nilai::Huruf(h) => Some(h.clone()),
        _ => None,
    });
    let huruf = huruf.or_else(|| huruf_di_samping(asal, indikator, realisasi.as_ref()?.utama.sel));
    Some(NilaiBanding {
        pemilik: Pemilik::pada(asal.daerah, asal.opd, tahun),
        tahun,
        nama: indikator.nama.as_str().into(),
        alias: indikator.alias.iter().map(|a| a.as_str().into()).collect(),
        indikator: Some(indikator.kode.as_str().into()),
        rekaman: None,
        besaran,
        desimal,
        huruf,
        target: measures::target_acuan(k, tahun, kode)
            // A target in another unit is none of this value.
            .filter(|t| {
                realisasi.as_ref().is_none_or(|r| measures::sesatuan(r.utama.satuan.as_ref(), t.utama.satuan.as_ref()))
            })
            .and_then(|p| p.nilai()),
        pembilang: bukti(&pembilang),
        penyebut: bukti(&penyebut),
        terhitung,
        rumus: rumus_pada(indikator, tahun).into(),
        satuan: satuan(indikator, tahun, realisasi.as_ref()).map(Into::into),
        arah: Some(indikator.arah),
        bulat: false,
        hitungan,
        luar_skala: luar_skala(asal, indikator, besaran.utama),
        skala: indikator.skala.as_deref().map(Into::into),
        batas_data: asal.batas(tahun),
        tahap: None,
        ragu,
        dipersoalkan: false,
        pernyataan,
        tangan_kedua: None,
        alamat: format!("{}/{tahun}/indikator/{kode}/realisasi", asal.alamat()),
    })
}

/// Whether a value lies outside the scale of its indicator.
fn luar_skala(asal: Asal<'_, '_>, indikator: &Indikator, value: Decimal) -> bool {
    indikator.skala.as_ref().and_then(|kode| asal.skala.get(kode)).is_some_and(|scale| scale.luar(value))
}

/// The letter a cell prints beside its number: `79,98 (BB)`.
fn huruf_di_samping(asal: Asal<'_, '_>, indikator: &Indikator, sel: &Sel) -> Option<String> {
    let scale = asal.skala.get(indikator.skala.as_ref()?)?;
    let words = sel.keterangan.as_deref()?;
    Some(scale.kelas.get(scale.peringkat(words.trim_matches(['(', ')', ' ']))?)?.sebutan().to_string())
}

/// Whether a printed value is the computed one, rounded or cut to the printed decimals.
pub fn sama(terhitung: Decimal, tertulis: Decimal, desimal: u32) -> bool {
    number::round(terhitung, desimal) == tertulis || number::truncate(terhitung, desimal) == tertulis
}

/// The unit of the indicator, or of the cell where it prints another one: 45 dokumen of a percentage is no 45%.
fn satuan(indikator: &Indikator, tahun: i32, realisasi: Option<&Pilihan<'_, '_>>) -> Option<String> {
    let heading = indikator.satuan_pada(tahun);
    let own = heading.and_then(Satuan::baca);
    let printed = realisasi.and_then(|p| p.utama.satuan.clone());
    match printed.filter(|p| !measures::sesatuan(Some(p), own.as_ref())) {
        Some(other) => Some(other.to_string()),
        None => heading.map(str::to_string),
    }
}

/// What the counts of an indicator give, by its own factor.
fn hitung(indikator: &Indikator, atas: Option<Decimal>, bawah: Option<Decimal>) -> Option<Decimal> {
    measures::pecahan(atas?, bawah?, indikator.pengali()?)
}

/// The formula of an indicator in a year: one that was another then is known in words, and its counts are not those of now.
fn rumus_pada(indikator: &Indikator, tahun: i32) -> RumusBanding {
    match measures::rumus_dulu(indikator, tahun) {
        Some(then) => RumusBanding { teks: Some(then.to_string()), ..RumusBanding::default() },
        None => rumus(indikator),
    }
}

/// The formula of an indicator.
fn rumus(indikator: &Indikator) -> RumusBanding {
    let Some(r) = &indikator.rumus else {
        return RumusBanding { tiada: indikator.tiada_rumus, ..RumusBanding::default() };
    };
    let hitung = |h: &Option<crate::records::Hitungan>| {
        h.as_ref().map(|h| Hitung { kode: h.kode.clone(), nama: h.nama.clone(), nama_en: None })
    };
    RumusBanding {
        pembilang: hitung(&r.pembilang),
        penyebut: hitung(&r.penyebut),
        // "× 100" of a percentage often goes unprinted; the factor of a rate is in its unit.
        pengali: r.pengali.or_else(|| indikator.pengali().filter(|_| !indikator.persen())),
        teks: r.teks.clone(),
        tiada: None,
    }
}

/// A value of another daerah as this OPD's report states it: by this indicator's formula, and second-hand.
fn nilai_pihak_lain(asal: Asal<'_, '_>, indikator: &Indikator, pihak: &PihakLain, tahun: i32) -> Option<NilaiBanding> {
    let sel = |ukuran: Ukuran| {
        pihak
            .nilai
            .iter()
            .find(|(k, _)| k.ukuran == ukuran && k.masa == Masa::Tahun(tahun))
            .and_then(|(_, sel)| sel.as_ref())
    };
    let realisasi = sel(Ukuran::Realisasi)?;
    let utama = realisasi.angka()?;
    let (pembilang, penyebut) = (sel(Ukuran::Pembilang), sel(Ukuran::Penyebut));
    let bukti = |s: Option<&Sel>| s.and_then(|s| s.bukti()).map(|a| a.nilai);
    let terhitung = hitung(indikator, bukti(pembilang), bukti(penyebut));
    let mut besaran = Besaran::satu(utama.nilai);
    let mut desimal = utama.desimal;
    if let Some(t) = terhitung.filter(|t| !sama(*t, utama.nilai, utama.desimal)) {
        besaran = besaran.memuat(number::round(t, 2));
        desimal = desimal.max(2);
    }
    let dokumen =
        asal.opd.opd.dokumen.get(&pihak.sumber.dokumen).map_or(pihak.sumber.dokumen.clone(), |d| d.judul.clone());
    let tertulis = |s: &Sel, ukuran: &str| {
        Some(Tertulis {
            tercetak: s.tercetak.clone(),
            nilai: s.desimal()?,
            dokumen: dokumen.as_str().into(),
            letak: pihak.sumber.letak.as_str().into(),
            ragu: s.ragu,
            ukuran: ukuran.into(),
        })
    };
    let parts = [(Some(realisasi), "realisasi"), (pembilang, "pembilang"), (penyebut, "penyebut")];
    Some(NilaiBanding {
        pemilik: Pemilik::luar(
            &pihak.daerah,
            &pihak.nama,
            JenisDaerah::dari_nama(&pihak.nama).unwrap_or(asal.daerah.jenis),
        ),
        tahun,
        nama: indikator.nama.as_str().into(),
        alias: indikator.alias.iter().map(|a| a.as_str().into()).collect(),
        indikator: None,
        rekaman: Some(tahun),
        besaran,
        desimal,
        huruf: None,
        target: None,
        pembilang: bukti(pembilang),
        penyebut: bukti(penyebut),
        terhitung,
        rumus: rumus_pada(indikator, tahun).into(),
        satuan: indikator.satuan_pada(tahun).map(Into::into),
        arah: Some(indikator.arah),
        bulat: false,
        hitungan: None,
        luar_skala: luar_skala(asal, indikator, besaran.utama),
        skala: indikator.skala.as_deref().map(Into::into),
        batas_data: BatasData::akhir_tahun(tahun),
        tahap: None,
        ragu: realisasi.ragu,
        dipersoalkan: false,
        pernyataan: parts.into_iter().filter_map(|(s, u)| tertulis(s?, u)).collect(),
        tangan_kedua: Some(Pemilik::pada(asal.daerah, asal.opd, tahun)),
        alamat: format!("{}/{tahun}/pihak-lain/{}/{}/realisasi", asal.alamat(), pihak.daerah, pihak.indikator),
    })
}
