//! Rule definisi-berubah: one indicator with another name, unit or formula in another year, no successor stated.

use crate::diagnostic::{Jalur, Pesan};
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Rujukan, Sifat, Temuan};
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
kurung, tanda bagi, dan pengali, adalah rumus yang sama.

**Batas.** Hanya perubahan yang tercatat pada riwayat indikator.

**Contoh.** 2023: jumlah PSKS yang berdaya ÷ jumlah PSKS keseluruhan; 2025: ÷ jumlah PSKS yang dibina.
",
    dokumentasi_en: r"
**Meaning.** One and the same indicator has another name, unit or formula in another year. Its figures cannot simply be
compared, and the documents name no indicator that replaces it.

**Definition.** The record holds a history of the indicator with another unit or formula (medium weight) or only another
name (low weight), and the indicator has no stated successor.

**Tolerance.** Another spelling that is recorded as an alias is no change. A formula with the same words, whatever its
brackets, division signs and multiplier, is the same formula.

**Limits.** Only changes recorded in the history of the indicator.

**Example.** 2023: “jumlah PSKS yang berdaya ÷ jumlah PSKS keseluruhan” (those empowered over all PSKS); 2025: “÷ jumlah
PSKS yang dibina” (over those given guidance).
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let (daerah, opd) = (&b.daerah.kode, &b.opd.opd.kode);
    let mut told: BTreeMap<(i32, String, String), usize> = BTreeMap::new();
    for (kode, x) in &b.opd.opd.indikator {
        if x.penerus.is_some() {
            continue;
        }
        for (n, old) in x.riwayat.iter().enumerate() {
            let nama = old.nama.as_ref().filter(|v| **v != x.nama && !x.alias.contains(v));
            let satuan = old.satuan.as_ref().filter(|v| Some(*v) != x.satuan.as_ref());
            let rumus = old.rumus.as_ref().filter(|v| !serumus(x, v));
            let parts: Vec<Pesan> = [
                nama.map(|v| pesan!("nama “{v}”", "name “{v}”")),
                satuan.map(|v| pesan!("satuan {v}", "unit “{v}”")),
                rumus.map(|v| pesan!("rumus “{v}”", "formula “{v}”")),
            ]
            .into_iter()
            .flatten()
            .collect();
            if parts.is_empty() {
                continue;
            }
            let tahun = old.tahun;
            let text = Pesan::gabung(&parts, &Pesan::sama("; "));
            let now = &x.nama;
            let unit = x.satuan.as_deref().filter(|_| satuan.is_some());
            let unit = unit.map_or(Pesan::default(), |s| pesan!(", satuan {s}", ", unit “{s}”"));
            let formula = x.rumus_teks().filter(|_| rumus.is_some());
            let formula = formula.map_or(Pesan::default(), |s| pesan!(", rumus “{s}”", ", formula “{s}”"));
            let place = old.letak.as_ref().or(x.letak.as_ref()).cloned().unwrap_or_default();
            let weight = if satuan.is_some() || rumus.is_some() { Bobot::Sedang } else { Bobot::Rendah };
            // One sentence about several indicators is one entry.
            let sentence = (tahun, text.id.clone(), place.clone());
            if let Some(n) = told.get(&sentence) {
                let first: &mut Temuan = &mut hasil.temuan[*n];
                first.pesan.sambung(&pesan!(
                    " Begitu pula untuk “{now}”{formula}.",
                    " So too for “{now}”{formula}.",
                    formula
                ));
                continue;
            }
            told.insert(sentence, hasil.temuan.len());
            hasil.temuan.push(Temuan {
                aturan: &ATURAN,
                golongan: ATURAN.golongan,
                tingkat: weight,
                alasan_bobot: None,
                daerah: daerah.clone(),
                opd: opd.clone(),
                tahun,
                perihal: pesan!("definisi · {now}", "definition · {now}"),
                alamat: format!("{tahun}/indikator/{kode}/definisi"),
                rujukan: vec![Rujukan {
                    pernyataan: None,
                    berkas: format!("{daerah}/{opd}/opd.yaml"),
                    jalur: Jalur::default().kunci("indikator").kunci(kode).kunci("riwayat").urutan(n),
                    sumber: old.dokumen.clone().or_else(|| x.dokumen.clone()).unwrap_or_default(),
                    letak: place.clone(),
                    tertulis: text.id.clone(),
                }],
                tertulis: Vec::new(),
                terhitung: Vec::new(),
                rumus: Pesan::default(),
                pesan: pesan!(
                    "Pada {tahun} tertulis {text} ({place}); indikatornya kini “{now}”{unit}{formula}, tanpa penerus yang dinyatakan.",
                    "Printed in {tahun}: {text} ({place}); the indicator is now “{now}”{unit}{formula}, with no successor stated.", text, unit, formula),
                pengganti: Vec::new(),
                akibat: Vec::new(),
                tanggapan: Vec::new(),
            });
        }
    }
}

/// Whether a formula in words is the formula of the indicator: the same words in the same order.
fn serumus(x: &Indikator, lama: &str) -> bool {
    let own = x.rumus_teks();
    let more = x.rumus.iter().flat_map(|r| &r.alias);
    own.iter().chain(more).any(|now| kata(now) == kata(lama))
}

/// The words of a formula, without signs and multiplier.
fn kata(rumus: &str) -> Vec<String> {
    rumus
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && !matches!(*w, "x" | "X" | "X100" | "100"))
        .map(str::to_lowercase)
        .collect()
}
