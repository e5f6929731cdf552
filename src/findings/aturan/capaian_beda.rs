//! Rule capaian-beda: a printed capaian that does not follow from realisasi and target.

use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::calon::pada;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, HasilUji, Sifat};
use crate::findings::operasi::Operasi;
use crate::findings::rata;
use crate::findings::uji::{Asal, Calon};
use crate::pesan;
use crate::records::{Arah, Masa, Metode, RumusCapaian, Subjek, Ukuran as U};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "capaian-beda",
    nama: "Capaian berbeda dari hitungannya",
    nama_en: "Achievement (capaian) differs from its computation",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Hitungan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: Some("PermenPANRB 53/2014, Lampiran II: pengukuran kinerja membandingkan realisasi dengan target"),
    dasar_en: Some(
        "PermenPANRB 53/2014, Lampiran (annex) II: performance is measured by comparing actual figures with targets",
    ),
    dokumentasi: r"
**Artinya.** Laporan mencetak capaian, tetapi bila realisasi dan target yang tercetak di sebelahnya dihitung kembali,
hasilnya angka lain.

**Definisi.** Arah naik: realisasi ÷ target × 100. Arah turun: (2 × target − realisasi) ÷ target × 100. Capaian terhadap
Renstra memakai target tahun terakhir Renstra. Capaian sebuah sasaran adalah rata-rata capaian indikatornya, tertimbang bila bobotnya tercetak; yang
bisa jadi tertimbang tanpa bobot tercetak hanya diamati, kecuali baris lain dokumen itu rata-rata sederhana. Dari dua target dalam satu baris yang disepakati terakhir berlaku.

**Toleransi.** Cocok bila hitungan yang dibulatkan (setengah menjauhi nol) ke banyaknya desimal yang tercetak sama dengan
yang tertulis. Bila realisasinya sendiri persentase yang tercetak sudah dibulatkan, digit terakhir boleh bergeser satu.

**Batas.** Cara yang dipakai sebuah dokumen dibaca dari dokumen itu sendiri: yang dinyatakan, atau cara lazim (target ÷ realisasi untuk arah turun, batas
atas 100, 105, 110, 120, 150% atau angka yang dua kali menjadi capaian tertingginya, batas bawah 0%) bila ia menjelaskan semua capaian dokumen itu, atau sedikitnya dua lebih banyak. Masukan diambil dari baris yang sama; bila tidak tercetak di sana, dari tempat lain untuk indikator dan tahun
yang sama. Nilai huruf, nilai komposit, sel kosong, sel yang diragukan, dan masukan yang satuannya berbeda tidak diperiksa. Tidak dihitung cocok pula yang hanya
cocok karena masukannya tercetak terlalu bulat: bila pembulatannya membuka lebih dari sepersepuluh hasilnya (1% dari 1%), hampir setiap capaian masuk ke dalamnya.

**Contoh (rekaan).** Realisasi 60%, target 80%, tertulis 70%; terhitung 75% = 60% ÷ 80%.
",
    dokumentasi_en: r"
**Meaning.** The report prints an achievement (capaian), but when the actual figure (realisasi) and the target printed
beside it are computed again, the result is another number.

**Definition.** Direction up (higher is better): actual ÷ target × 100. Direction down (lower is better): (2 × target −
actual) ÷ target × 100. Achievement against the five-year plan (Renstra) uses the target of the last year of the plan.
The achievement of an objective (sasaran) is the mean of the achievements of its indicators, weighted where the weights are
printed; what may be weighted without printed weights is only observed, unless other rows of the document are plain means.
Of two targets in one row the one agreed last holds.

**Tolerance.** Agrees when the computed value, rounded (halves away from zero) to the number of decimals printed, equals
what is printed. Where the actual figure is itself a percentage that is printed rounded, the last digit may be off by
one.

**Limits.** The way a document computes is read from the document itself: the one it declares, or a usual one (target ÷
actual where lower is better, a ceiling of 100, 105, 110, 120 or 150% or of the figure that is its highest twice, a floor of 0%) where it explains all of its figures, or at least two more. The inputs are taken from the same row; if they are not printed there, from elsewhere for the same indicator
and year. Letters, composite values, empty cells, doubtful cells and inputs of unlike units are not checked. Nor is called right what only agrees because its
inputs are printed so rounded that more than a tenth of the result is left open (1% of 1%): nearly every achievement lies within that.

**Example (invented).** Actual 60%, target 80%, printed 70%; computed 75% = 60% ÷ 80%.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    // A report computes in one way throughout: where it does not say which, the way that explains most of it is read.
    let mut documents: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for i in b.semua(U::Capaian) {
        documents.entry(b.p(i).sumber.dokumen.as_str()).or_default().push(i);
    }
    for list in documents.into_values() {
        let metode = terbaca(b, &list);
        let mut means: Vec<(usize, bool)> = Vec::new();
        for i in list {
            let own = calon(b, i, &metode, false);
            let mean = own.first().is_some_and(|c| rata::rerata(c.operasi));
            let before = hasil.temuan.len();
            let verdict = b.uji(hasil, &ATURAN, i, &own);
            match verdict {
                Some(HasilUji::Beda) if mean && hasil.temuan.len() > before => means.push((before, false)),
                Some(HasilUji::Cocok | HasilUji::Terpotong) if mean => means.push((i, true)),
                _ => {}
            }
        }
        rata::dugaan(b, hasil, &means);
    }
}

/// The method of a document: what it declares, or the usual one that explains more of its capaian.
///
/// One figure alone shows no way of computing: another method is read where it explains two more, or all there are.
fn terbaca(b: &Bahan<'_, '_>, list: &[usize]) -> Metode {
    let own = list.first().map(|i| b.metode(*i)).unwrap_or_default();
    let explained = |metode: &Metode| {
        let fits = |i: &&usize| {
            let first = calon(b, **i, metode, true).into_iter().next();
            first.is_some_and(|c| b.cocok(**i, &c))
        };
        list.iter().filter(fits).count()
    };
    let all = list.iter().filter(|i| calon(b, **i, &own, true).first().is_some_and(|c| b.hitung(c).is_some())).count();
    let stated = explained(&own);
    let mut best = (stated, own.clone());
    let turun = [own.turun, RumusCapaian::DuaTarget, RumusCapaian::TargetRealisasi, RumusCapaian::RealisasiTarget];
    let tops = BATAS.into_iter().chain(puncak(b, list));
    let atas: Vec<Option<i32>> =
        own.atas.map_or_else(|| std::iter::once(None).chain(tops.map(Some)).collect(), |t| vec![Some(t)]);
    let bawah: Vec<Option<i32>> = own.bawah.map_or_else(|| vec![None, Some(0)], |low| vec![Some(low)]);
    if stated == all {
        return own;
    }
    for turun in turun {
        for atas in &atas {
            for bawah in &bawah {
                let metode = Metode { turun, atas: *atas, bawah: *bawah, ..own.clone() };
                let n = explained(&metode);
                if n > best.0 {
                    best = (n, metode);
                }
            }
        }
    }
    if best.0 >= stated + 2 || best.0 == all { best.1 } else { own }
}

/// The highest capaian of a document, where it is a whole one above 100 and stands there twice: a ceiling nobody named.
fn puncak(b: &Bahan<'_, '_>, list: &[usize]) -> Option<i32> {
    let values: Vec<Decimal> = list.iter().filter_map(|i| b.bukti(*i)).collect();
    let top = values.iter().max().copied()?;
    let twice = values.iter().filter(|v| **v == top).count() > 1;
    (twice && top.fract().is_zero() && top > Decimal::ONE_HUNDRED).then(|| top.to_i32()).flatten()
}

/// The candidates of a capaian. While a method is being read (`baca`) its own formula comes first; a document that divides
/// realisasi by target where lower is better is held against the portal's formula, its own way is the first other one.
fn calon(b: &Bahan<'_, '_>, i: usize, metode: &Metode, baca: bool) -> Vec<Calon> {
    let p = b.p(i);
    let Some((subjek, kolom)) = b.ukur(i) else { return Vec::new() };
    if b.anggaran(i) {
        let awal = [format!("{}/anggaran/{subjek}/", p.tahun)];
        let fisik = b.sumber(i, &awal, &pada(U::RealisasiFisik, p.masa));
        let target = b.sumber(i, &awal, &pada(U::Target, p.masa));
        let plain = metode.atas.is_none() && metode.bawah.is_none();
        let capped = Operasi::Capaian(RumusCapaian::RealisasiTarget, metode.atas, metode.bawah);
        return b.pasangan(if plain { Operasi::Persen } else { capped }, &fisik, &target);
    }
    let Subjek::Kode(kode) = subjek else {
        return rata::calon(b, i, &BATAS);
    };
    let Some(indikator) = b.opd.opd.indikator.get(kode) else { return Vec::new() };
    let awal = [format!("{}/indikator/{kode}/", p.tahun)];
    let realisasi = b.sumber(i, &awal, &pada(U::Realisasi, p.masa));
    let mut target = if kolom.himpunan.is_some() {
        let akhir = b.akhir_renstra(p.tahun);
        let tahun: Vec<String> = akhir.iter().map(|t| format!("{t}/indikator/{kode}/target.renstra")).collect();
        let himpunan = kolom.himpunan;
        b.sumber(i, &tahun, &|k| {
            k.ukuran == U::Target
                && k.himpunan == himpunan
                && matches!(k.masa, Masa::Tahun(t) if t > p.tahun || akhir.contains(&t))
        })
    } else {
        b.sumber(i, &awal, &pada(U::Target, p.masa))
    };
    let read = Operasi::capaian(metode, indikator.arah);
    // Nobody declared that less than the target is better done by more: what the whole document does is told once.
    let naik = RumusCapaian::RealisasiTarget;
    let contrary = !baca && indikator.arah == Arah::Turun && metode.turun == naik && b.metode(i).turun != naik;
    let op = if contrary { Operasi::Capaian(b.metode(i).turun, metode.atas, metode.bawah) } else { read };
    // A part of the year may be measured against the target of the year that stands in its row: the only one there is its
    // own base, beside another it is another base.
    let year = b.sumber(i, &[], &pada(U::Target, &Masa::Tahun(p.tahun)));
    let part = !p.masa.setahun() && kolom.himpunan.is_none();
    let only = part && target.baris.is_empty() && !target.tanpa_bukti;
    if only {
        target.baris.clone_from(&year.baris);
    }
    let mut out = b.pasangan(op, &realisasi, &target);
    if part && !only && !out.is_empty() {
        let asal = Asal::Basis(pesan!("target setahun", "the target of the year"));
        let pairs = realisasi.baris.iter().flat_map(|r| year.baris.iter().map(move |t| vec![*r, *t]));
        out.extend(pairs.map(|masukan| Calon { operasi: op, masukan, asal: asal.clone() }));
    }
    // Where the method was read from the document, what it states itself stays another one.
    let stated = Operasi::capaian(&b.metode(i), indikator.arah);
    let mut others = lain(op, indikator.arah);
    if contrary {
        others.insert(0, (read, bernama(read)));
    }
    if stated != op {
        others.push((stated, pesan!("rumus tanpa batas itu", "the formula without that bound")));
        others.extend(lain(stated, indikator.arah));
    }
    for (other, name) in others {
        out.extend(b.rumus_lain(&out, other, &name));
    }
    out
}

/// Ceilings that reports put on capaian without saying so.
const BATAS: [i32; 5] = [100, 105, 110, 120, 150];

/// Other usual methods than the one a report is held against: what agrees with one of them is an observation at most.
fn lain(op: Operasi, arah: Arah) -> Vec<(Operasi, Pesan)> {
    let Operasi::Capaian(own, atas, bawah) = op else { return Vec::new() };
    let mut out: Vec<(Operasi, Pesan)> = RumusCapaian::SEMUA
        .into_iter()
        .filter(|(_, rumus)| *rumus != own)
        // Target ÷ realisasi rewards less: only where lower is better.
        .filter(|(_, rumus)| *rumus != RumusCapaian::TargetRealisasi || arah == Arah::Turun)
        .map(|(_, rumus)| Operasi::Capaian(rumus, atas, bawah))
        .map(|o| (o, bernama(o)))
        .collect();
    let others: Vec<Operasi> = out.iter().map(|(o, _)| *o).collect();
    if atas.is_none() {
        let capped = |top: i32| {
            let name = pesan!("batas atas capaian {top}%", "a ceiling of {top}% on achievement");
            (Operasi::Capaian(own, Some(top), bawah), name)
        };
        out.extend(BATAS.map(capped));
    }
    if bawah.is_none() {
        let name = pesan!("batas bawah capaian 0%", "a floor of 0% on achievement");
        out.push((Operasi::Capaian(own, atas, Some(0)), name));
    }
    // Another formula and a bound of its own at once: where more is better, the ceiling alone would explain almost anything.
    for other in others.into_iter().filter(|_| arah == Arah::Turun) {
        let Operasi::Capaian(rumus, ..) = other else { continue };
        let tops = BATAS.into_iter().filter(|_| atas.is_none()).map(|top| (Some(top), bawah));
        let floor = bawah.is_none().then_some((atas, Some(0)));
        let both = tops.chain(floor).map(|(a, z)| Operasi::Capaian(rumus, a, z));
        out.extend(both.map(|o| (o, bernama(o))));
    }
    out
}

/// A formula of capaian in words, with its bounds.
fn bernama(op: Operasi) -> Pesan {
    let Operasi::Capaian(rumus, ..) = op else { return Pesan::default() };
    let mut words = match rumus {
        RumusCapaian::DuaTarget => pesan!(
            "rumus arah turun, (2 × target − realisasi) ÷ target",
            "the formula for lower is better, (2 × target − actual) ÷ target"
        ),
        RumusCapaian::RealisasiTarget => {
            pesan!("rumus arah naik, realisasi ÷ target", "the formula for higher is better, actual ÷ target")
        }
        RumusCapaian::TargetRealisasi => pesan!("rumus target ÷ realisasi", "the formula target ÷ actual"),
    };
    words.sambung(&op.batas());
    words
}
