//! Rule huruf-beda: letters of a scale that do not agree with a number: a target of another class, a capaian of another side.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::measures;
use crate::pesan;
use crate::records::{Kelas, Nilai, Ukuran as U};
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "huruf-beda",
    nama: "Huruf dan angka tidak sejalan",
    nama_en: "Letter and number do not agree",
    tingkat: Bobot::Tinggi,
    sifat: Sifat::Lain,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Satu tabel menargetkan predikat, misalnya B; tabel lain menargetkan angka untuk tahun yang sama, tetapi angka itu
jatuh pada kelas lain. Atau: capaian tercetak 100% padahal huruf yang diperoleh lebih rendah daripada huruf yang ditargetkan.

**Definisi.** Target huruf dan target angka indikator yang sama untuk tahun yang sama. Angka dibaca menurut skala indikator itu;
dilaporkan bila kelasnya bukan kelas hurufnya. Capaian dipegang pada target dan realisasi di barisnya, bila salah satunya huruf:
di bawah kelas target tidak ada capaian 100% atau lebih, di atasnya tidak ada yang kurang dari 100%.

**Toleransi.** Angka yang jatuh di antara dua kelas skala cocok dengan keduanya.

**Batas.** Hanya indikator dengan skala huruf. Huruf dan angka dari dua himpunan target (misalnya perjanjian dan IKU) adalah
pengamatan berbobot sedang: dua rencana boleh berbeda.

**Contoh (rekaan).** Target 2025 tertulis B, tetapi 58; menurut skala AKIP 58 adalah CC.
",
    dokumentasi_en: r"
**Meaning.** One table sets a rating (predikat) as the target, for example B; another table sets a number for the same
year, but that number falls into another class. Or: an achievement (capaian) of 100% is printed although the letter
reached is lower than the one aimed at.

**Definition.** Target as a letter and target as a number, of the same indicator for the same year. The number is read
by the scale of that indicator; reported when its class is not that of the letter. An achievement is held against the
target and the actual figure of its row, where one of them is a letter: below the class aimed at none is 100% or more,
above it none is less than 100%.

**Tolerance.** A number that falls between two classes of the scale agrees with both.

**Limits.** Only indicators with a scale of letters. Letter and number from two sets of targets (for example agreement
and key indicators) are an observation of medium weight: two plans may differ.

**Example (invented).** Target for 2025 printed as B, but also as 58; by the AKIP scale 58 is CC.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    target(b, hasil);
    capaian(b, hasil);
}

/// WDP where WTP was aimed at is no achievement of 100%.
fn capaian(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Capaian) {
        let year = b.kolom(i).is_some_and(|k| k.himpunan.is_none()) && b.setahun(i) && !b.anggaran(i);
        let Some(value) = b.bukti(i).filter(|_| year) else { continue };
        let skala = b.indikator(i).and_then(|x| x.skala.as_ref()).and_then(|s| b.skala.get(s));
        let Some(skala) = skala else { continue };
        let of = |ukuran: U| {
            let fits = |j: &usize| b.kolom(*j).is_some_and(|k| k.ukuran == ukuran) && b.setahun(*j);
            b.sebaris(i).iter().copied().filter(fits).collect::<Vec<_>>()
        };
        let (targets, reached) = (of(U::Target), of(U::Realisasi));
        let [j] = reached[..] else { continue };
        // A number between two classes is of neither.
        let known = |n: usize| match &b.p(n).sel.nilai {
            Nilai::Huruf(_) => !b.p(n).sel.ragu,
            _ => b.bukti(n).and_then(|v| measures::predikat(skala, v)).is_some_and(|c| !c.celah && c.ganda.is_none()),
        };
        let letter = |n: usize| matches!(b.p(n).sel.nilai, Nilai::Huruf(_));
        let side = |t: usize| {
            let pair = known(t) && known(j) && (letter(t) || letter(j));
            pair.then(|| measures::letak(Some(skala), &b.p(j).sel.nilai, &b.p(t).sel.nilai)).flatten()
        };
        let wrong = match value.cmp(&Decimal::ONE_HUNDRED) {
            Ordering::Less => Ordering::Greater,
            _ => Ordering::Less,
        };
        // Of several targets in the row it may be that of another.
        let Some(target) = targets.first().copied().filter(|_| targets.iter().all(|t| side(*t) == Some(wrong))) else {
            continue;
        };
        let (capaian, r, t, letak) =
            (kata::tercetak(b, i), kata::tercetak(b, j), kata::tercetak(b, target), kata::letak(b, i));
        let nama = &skala.nama;
        let side = if wrong == Ordering::Less { pesan!("di bawah", "below") } else { pesan!("di atas", "above") };
        let pesan = pesan!(
            "Tertulis capaian {capaian} ({letak}), padahal realisasi {r} {side} target {t} menurut {nama}.",
            "Achievement printed as {capaian} ({letak}), although {r} is {side} the target {t} by {nama}.",
            capaian,
            r,
            side,
            t
        );
        let isi = Isi::tentang(i, pesan).bersama([j, target]).di([b.rujukan_skala(i, skala)]);
        hasil.temuan.push(b.temuan(&ATURAN, isi.berbobot(Bobot::Sedang)));
    }
}

fn target(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let mut facts: BTreeMap<(i32, &str), [Vec<usize>; 2]> = BTreeMap::new();
    for i in 0..b.k.semua.len() {
        let target = b.kolom(i).is_some_and(|k| k.ukuran == U::Target) && !b.anggaran(i) && b.setahun(i);
        let Some(x) = b.indikator(i).filter(|x| target && x.skala.is_some() && !b.p(i).sel.ragu) else { continue };
        let entry = facts.entry((b.p(i).tahun, x.kode.as_str())).or_default();
        match &b.p(i).sel.nilai {
            Nilai::Huruf(_) => entry[0].push(i),
            Nilai::Angka(_) => entry[1].push(i),
            _ => {}
        }
    }
    for ((tahun, kode), [letters, numbers]) in facts {
        let skala = b.opd.opd.indikator.get(kode).and_then(|x| x.skala.as_ref()).and_then(|s| b.skala.get(s));
        let Some(skala) = skala else { continue };
        let pair = letters.iter().find_map(|i| {
            let Nilai::Huruf(letter) = &b.p(*i).sel.nilai else { return None };
            numbers.iter().find_map(|j| {
                let class = measures::predikat(skala, b.bukti(*j)?)?;
                let place = |k: &Kelas| skala.kelas.iter().position(|x| std::ptr::eq(x, k));
                let printed = skala.peringkat(letter)?;
                let fits = place(class.kelas) == Some(printed) || class.ganda.and_then(place) == Some(printed);
                let own = class.kelas.huruf.as_ref().unwrap_or(&class.kelas.nama);
                (!class.celah && !fits).then(|| (*i, *j, letter.clone(), own.clone()))
            })
        });
        let Some((i, j, letter, own)) = pair else { continue };
        let (letak, place, value) = (kata::letak(b, i), kata::tempat(b, j, i), kata::nilai(b, j));
        let (x, y) = (kata::label(b, i), kata::label(b, j));
        let nama = &skala.nama;
        let pesan = pesan!(
            "Tertulis {x} {tahun} {letter} ({letak}), tetapi {y} {value} ({place}); menurut {nama} {value} adalah {own}.",
            "Printed {x} of {tahun}: {letter} ({letak}), but {y} {value} ({place}); by {nama} {value} is {own}.",
            x,
            y,
            value
        );
        let isi = Isi::tentang(j, pesan).bersama([i]).di([b.rujukan_skala(j, skala)]);
        // Two plans may aim at two classes: only one and the same set of targets contradicts itself.
        let set = |i: usize| b.kolom(i).and_then(|k| k.himpunan);
        let isi = if set(i) == set(j) { isi } else { isi.berbobot(Bobot::Sedang).pengamatan() };
        hasil.temuan.push(b.temuan(&ATURAN, isi));
    }
}
