//! Rule definisi-berubah: one indicator with another name, unit or formula in another year, no successor stated.

use crate::diagnostic::{Jalur, Pesan};
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Rujukan, Sifat, Temuan};
use crate::measures;
use crate::pesan;
use crate::records::Indikator;
use std::collections::BTreeMap;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "definisi-berubah",
    nama: "Definisi indikator berubah antartahun",
    nama_en: "Definition of an indicator changes between years",
    tingkat: Bobot::Rendah,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Indikator yang sama memakai nama, satuan, atau rumus lain pada tahun lain. Angkanya tidak dapat dibandingkan begitu
saja, dan dokumen tidak menyebut indikator penggantinya.

**Definisi.** Rekaman mencatat riwayat indikator dengan satuan atau rumus yang berbeda (bobot sedang) atau hanya nama yang berbeda
(bobot rendah), dan indikator itu tidak mempunyai penerus yang dinyatakan.

**Toleransi.** Ejaan lain yang dicatat sebagai alias bukan perubahan. Rumus dengan kata-kata yang sama, tanpa memandang tanda
kurung, tanda bagi, dan pengali, adalah rumus yang sama. Rumus yang membagi sesuatu dengan dirinya sendiri terpotong saat dikutip.

**Batas.** Hanya perubahan yang tercatat pada riwayat indikator.

**Contoh (rekaan).** 2023: jumlah PSKS yang berdaya ÷ jumlah PSKS keseluruhan; 2025: ÷ jumlah PSKS yang dibina.
",
    dokumentasi_en: r"
**Meaning.** One and the same indicator has another name, unit or formula in another year. Its figures cannot simply be
compared, and the documents name no indicator that replaces it.

**Definition.** The record holds a history of the indicator with another unit or formula (medium weight) or only another
name (low weight), and the indicator has no stated successor.

**Tolerance.** Another spelling that is recorded as an alias is no change. A formula with the same words, whatever its
brackets, division signs and multiplier, is the same formula. One that divides a thing by itself was cut when quoted.

**Limits.** Only changes recorded in the history of the indicator.

**Example (invented).** 2023: “jumlah PSKS yang berdaya ÷ jumlah PSKS keseluruhan” (those empowered over all PSKS); 2025: “÷ jumlah
PSKS yang dibina” (over those given guidance).
",
    periksa,
};

/// What an indicator was in another year, and what it is now.
struct Perubahan {
    dulu: Pesan,
    kini: Pesan,
    bobot: Bobot,
    /// Whether name, unit and formula changed.
    apa: [bool; 3],
}

/// The differences of one earlier definition from that of now; nothing where it is the same in other words.
fn perubahan(x: &Indikator, old: &crate::records::Riwayat) -> Option<Perubahan> {
    let nama = old.nama.as_ref().filter(|v| **v != x.nama && !x.alias.contains(v));
    let satuan = old.satuan.as_ref().filter(|v| Some(*v) != x.satuan.as_ref());
    let rumus = old.rumus.as_ref().filter(|v| !measures::serumus(x, v) && !measures::rumus_terpotong(v));
    let (mut dulu, mut kini) = (Vec::new(), Vec::new());
    if let Some(v) = nama {
        let now = &x.nama;
        dulu.push(pesan!("nama “{v}”", "name “{v}”"));
        kini.push(pesan!("nama “{now}”", "name “{now}”"));
    }
    if let Some(v) = satuan {
        dulu.push(pesan!("satuan {v}", "unit “{v}”"));
        kini.push(x.satuan.as_deref().map_or_else(
            || pesan!("satuannya tidak dicatat portal ini", "a unit this portal does not hold"),
            |s| pesan!("satuan {s}", "unit “{s}”"),
        ));
    }
    if let Some(v) = rumus {
        dulu.push(pesan!("rumus “{v}”", "formula “{v}”"));
        kini.push(x.rumus_teks().map_or_else(
            || pesan!("rumusnya tidak dicatat portal ini", "a formula this portal does not hold"),
            |s| pesan!("rumus “{s}”", "formula “{s}”"),
        ));
    }
    let list = |l: &[Pesan]| Pesan::gabung(l, &Pesan::sama("; "));
    (!dulu.is_empty()).then(|| Perubahan {
        dulu: list(&dulu),
        kini: list(&kini),
        bobot: if satuan.is_some() || rumus.is_some() { Bobot::Sedang } else { Bobot::Rendah },
        apa: [nama.is_some(), satuan.is_some(), rumus.is_some()],
    })
}

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let (daerah, opd) = (&b.daerah.kode, &b.opd.opd.kode);
    let mut told: BTreeMap<(i32, String, [bool; 3]), usize> = BTreeMap::new();
    for (kode, x) in &b.opd.opd.indikator {
        if x.penerus.is_some() {
            continue;
        }
        // What several years print alike is said once, at the last of them.
        let all: Vec<_> =
            x.riwayat.iter().enumerate().filter_map(|(n, old)| Some((n, old, perubahan(x, old)?))).collect();
        for (n, old, Perubahan { dulu, kini, bobot, apa }) in &all {
            let (n, bobot, apa) = (*n, *bobot, *apa);
            let alike = || all.iter().filter(|(_, other, p)| p.dulu.id == dulu.id && other.letak == old.letak);
            if alike().any(|(_, other, _)| other.tahun > old.tahun) {
                continue;
            }
            let mut years: Vec<String> = alike().map(|(_, other, _)| other.tahun.to_string()).collect();
            years.sort();
            years.dedup();
            let last = years.pop().unwrap_or_default();
            let pada = match years.join(", ") {
                rest if rest.is_empty() => Pesan::sama(last),
                rest => pesan!("{rest} dan {last}", "{rest} and {last}"),
            };
            let (tahun, nama) = (old.tahun, &x.nama);
            let place = old.letak.as_ref().or(x.letak.as_ref()).cloned().unwrap_or_default();
            let at = if place.is_empty() { String::new() } else { format!(" ({place})") };
            let rujukan = Rujukan {
                pernyataan: None,
                berkas: format!("{daerah}/{opd}/opd.yaml"),
                jalur: Jalur::default().kunci("indikator").kunci(kode).kunci("riwayat").urutan(n),
                sumber: old.dokumen.clone().or_else(|| x.dokumen.clone()).unwrap_or_default(),
                letak: place.clone(),
                tertulis: dulu.id.clone(),
            };
            // The definition of today stands on the other side.
            let now = |key: &str| Rujukan {
                pernyataan: None,
                berkas: rujukan.berkas.clone(),
                jalur: Jalur::default().kunci("indikator").kunci(kode).kunci(key),
                sumber: x.dokumen.clone().unwrap_or_default(),
                letak: x.letak.clone().unwrap_or_default(),
                tertulis: kini.id.clone(),
            };
            let known = [true, x.satuan.is_some(), x.rumus_teks().is_some()];
            let keys = ["nama", "satuan", "rumus"].into_iter().zip(apa.into_iter().zip(known));
            let places: Vec<Rujukan> =
                keys.filter(|(_, (changed, known))| *changed && *known).take(1).map(|(key, _)| now(key)).collect();
            let places: Vec<Rujukan> = std::iter::once(rujukan).chain(places).collect();
            // What one table prints otherwise for several indicators is one entry; a unit and a formula are two changes.
            if let Some(n) = told.get(&(tahun, place.clone(), apa)) {
                let first: &mut Temuan = &mut hasil.temuan[*n];
                first.pesan.sambung(&pesan!(
                    " Juga “{nama}”: {dulu}; kini {kini}.",
                    " Also “{nama}”: {dulu}; now {kini}.",
                    dulu,
                    kini
                ));
                first.tingkat = first.tingkat.min(bobot);
                first.rujukan.extend(places);
                continue;
            }
            told.insert((tahun, place.clone(), apa), hasil.temuan.len());
            hasil.temuan.push(Temuan {
                aturan: &ATURAN,
                golongan: ATURAN.golongan,
                tingkat: bobot,
                alasan_bobot: None,
                daerah: daerah.clone(),
                opd: opd.clone(),
                tahun,
                perihal: pesan!("definisi · {nama}", "definition · {nama}"),
                alamat: format!("{tahun}/indikator/{kode}/definisi"),
                rujukan: places,
                tertulis: Vec::new(),
                terhitung: Vec::new(),
                rumus: Pesan::default(),
                utuh: pesan!(
                    "Definisi {nama}: pada {pada} tertulis {dulu}{at}; kini {kini}.",
                    "Definition of {nama}: printed in {pada}: {dulu}{at}; now {kini}.",
                    pada,
                    dulu,
                    kini
                ),
                pesan: pesan!(
                    "Pada {pada} tertulis {dulu}{at}; kini {kini}.",
                    "Printed in {pada}: {dulu}{at}; now {kini}.",
                    pada,
                    dulu,
                    kini
                ),
                pengganti: Vec::new(),
                sengketa: Vec::new(),
                akibat: Vec::new(),
                tanggapan: Vec::new(),
            });
        }
    }
}
