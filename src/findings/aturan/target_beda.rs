//! Rule target-beda: the target a report measures against is none of the targets agreed for that year.

use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::kumulatif;
use crate::findings::pengganti::satu_angka;
use crate::findings::sama::sama;
use crate::findings::temuan::Isi;
use crate::measures;
use crate::pesan;
use crate::records::{Indikator, Tingkat, Ukuran as U};
use std::collections::{BTreeMap, BTreeSet};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "target-beda",
    nama: "Target berbeda antardokumen perencanaan",
    nama_en: "Targets differ between planning documents",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Pasangan,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: Some("PermenPANRB 53/2014: laporan mengukur kinerja terhadap target yang diperjanjikan"),
    dasar_en: Some("PermenPANRB 53/2014: the report measures performance against the agreed targets"),
    dokumentasi: r"
**Artinya.** Target satu indikator untuk tahun yang sama disebut berbeda: dalam perjanjian kinerja, rencana aksi, rencana tahunan,
monitoring, Renstra, atau kolom target laporan.

**Definisi.** Kolom target laporan cocok bila sama dengan salah satu target perjanjian (awal atau perubahan); himpunan lain cocok
bila sama dengan target perjanjian atau laporan. Tanpa keduanya, target monitoring dibandingkan dengan target rencana aksinya, dan himpunan lain
dengan himpunan pertama yang menyebut target (rencana aksi, monitoring, RKT, Renja, IKU, Renstra, RPJMD). Yang tidak cocok dengan satu pun dicatat.
Dicatat pula satu indikator yang pada satu tempat tercetak di dua tingkat (kabupaten, tujuan, sasaran, program) dengan dua target.

**Toleransi.** Angka yang tercetak dengan desimal lebih sedikit cocok bila sama setelah dibulatkan atau dipotong.

**Batas.** Target sejak awal rencana di samping target setahun (jumlah atau tambahannya) bukan perbedaan. Perbedaan laporan, perjanjian, dan rencana aksi tahun itu berbobot sedang, begitu pula monitoring terhadap rencana aksinya;
perbedaan lain dengan Renstra, RPJMD, IKU, RKT, dan monitoring rendah, karena target tahunan memang dapat diubah.

**Contoh (rekaan).** Target realisasi anggaran 82% dalam perjanjian kinerja perubahan, 90 dalam kolom target laporan.
",
    dokumentasi_en: r"
**Meaning.** The target of one indicator for one year is stated differently: in the performance agreement (perjanjian
kinerja), the action plan (rencana aksi), the annual plan, the monitoring, the five-year plan (Renstra), or the target
column of the report.

**Definition.** The target column of the report agrees when it equals one of the agreed targets (first or revised);
other sets agree when they equal a target of the agreement or the report. Without either, the target in the monitoring
is held against that of its action plan, and other sets against the first set that states a target (action plan,
monitoring, RKT, Renja, IKU, Renstra, RPJMD). What agrees with none is recorded. So is one indicator that one place prints
on two levels (regency, goal, objective, program) with two targets.

**Tolerance.** A figure printed with fewer decimals agrees when it is equal after rounding or cutting off.

**Limits.** A target counted since the beginning of the plan beside that of one year (their sum, or what it grows by) is no
difference. Differences between the report, the agreement and the action plan of the year have medium weight, as has the
monitoring held against its own action plan; differences with the Renstra, RPJMD, IKU, RKT and the monitoring otherwise
have low weight, because annual targets may indeed be changed.

**Example (invented).** Target for budget spending 82% in the revised performance agreement, 90 in the target column of the report.
",
    periksa,
};

/// A target that is none of those it ought to equal.
struct Selisih {
    i: usize,
    j: usize,
    bobot: Option<Bobot>,
}

/// Plans of several years: a yearly target may depart from them, and one plan that does is one observation.
const JANGKA_MENENGAH: [&str; 4] = ["renstra", "rpjmd", "iku", "ikk"];

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let facts: BTreeSet<String> = b
        .semua(U::Target)
        .into_iter()
        // What follows need is planned at its average and measured as it comes.
        .filter(|i| b.setahun(*i) && b.indikator(*i).is_none_or(|x| !x.menurut_kebutuhan))
        .filter_map(|i| b.p(i).alamat.rsplit_once('/').map(|(head, _)| head.to_string()))
        .collect();
    let mut plans: BTreeMap<(i32, &str, &str, &str), Vec<Selisih>> = BTreeMap::new();
    for head in facts {
        let mut own = fakta(b, &head);
        // The same target in several earlier plans is one thing that changed.
        while !own.is_empty() {
            let first = own.remove(0);
            let same = |s: &Selisih| s.j == first.j && b.bukti(s.i) == b.bukti(first.i);
            let (more, rest): (Vec<_>, Vec<_>) = own.into_iter().partition(same);
            own = rest;
            let set = b.kolom(first.i).and_then(|k| k.himpunan).unwrap_or_default();
            if more.is_empty() && JANGKA_MENENGAH.contains(&set) {
                let (document, place) = b.tempat_cetak(first.i);
                plans.entry((b.p(first.i).tahun, document, place, set)).or_default().push(first);
            } else {
                satu(b, hasil, &first, &more);
            }
        }
    }
    for list in plans.into_values() {
        match list.as_slice() {
            [] => {}
            [one] => satu(b, hasil, one, &[]),
            [first, ..] => rencana(b, hasil, first, &list),
        }
    }
    bertingkat(b, hasil);
}

/// A target with its indicator.
type Target<'a> = (usize, &'a Indikator);

/// One indicator that one plan prints on two of its upper levels with two targets for one year.
fn bertingkat(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let above = |t: Tingkat| matches!(t, Tingkat::Kabupaten | Tingkat::Tujuan | Tingkat::Sasaran | Tingkat::Program);
    let mut named: BTreeMap<(&str, &str, &str, i32), Vec<Target<'_>>> = BTreeMap::new();
    for i in b.semua(U::Target).into_iter().filter(|i| b.setahun(*i)) {
        let set = b.kolom(i).and_then(|k| k.himpunan).unwrap_or_default();
        if let Some(x) = b.indikator(i).filter(|x| above(x.tingkat)) {
            let (document, place) = b.tempat_cetak(i);
            named.entry((document, place, set, b.p(i).tahun)).or_default().push((i, x));
        }
    }
    for list in named.into_values() {
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for (n, (i, x)) in list.iter().enumerate() {
            let other = |(j, y): &&Target<'_>| {
                x.kode != y.kode && x.tingkat != y.tingkat && senama(x, y) && !b.berlainan(*i, *j) && !sama(b, *i, *j)
            };
            pairs.extend(list[n + 1..].iter().filter(other).map(|(j, _)| (*i, *j)));
        }
        let Some(((i, j), more)) = pairs.split_first() else { continue };
        let level = |i: usize| {
            let level = b.indikator(i).map_or(Tingkat::Program, |x| x.tingkat);
            let (value, level) =
                (kata::nilai(b, i), Pesan::tiap(|lang| measures::kata::tingkat(lang, level, b.daerah.jenis)));
            pesan!("{value} pada tingkat {level}", "{value} at the level of the {level}", value, level)
        };
        let (x, what, place, a, z) =
            (kata::label(b, *i), kata::subjek(b, *i), kata::letak(b, *i), level(*i), level(*j));
        let mut pesan = pesan!(
            "Satu indikator, dua {x} ({place}): {what} {a}, {z}.",
            "One indicator, two figures for the {x} ({place}): {what} {a}, {z}.",
            x,
            what,
            a,
            z
        );
        for (i, j) in more {
            let (what, a, z) = (kata::subjek(b, *i), kata::nilai(b, *i), kata::nilai(b, *j));
            pesan.sambung(&pesan!(" Begitu pula {what} ({a} dan {z}).", " Likewise {what} ({a} and {z}).", what, a, z));
        }
        let rest = pairs.iter().flat_map(|(i, j)| [*i, *j]).filter(|k| k != i);
        hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(*i, pesan).bersama(rest)));
    }
}

/// Whether two indicators bear one name, or one the other's printed spelling.
fn senama(x: &Indikator, y: &Indikator) -> bool {
    let names = |x: &Indikator| -> BTreeSet<String> {
        x.alias
            .iter()
            .chain([&x.nama])
            .map(|n| n.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
            .collect()
    };
    !names(x).is_disjoint(&names(y))
}

/// The targets of one fact and year that differ.
fn fakta(b: &Bahan<'_, '_>, head: &str) -> Vec<Selisih> {
    let find = |set: &str| -> Vec<usize> {
        b.di(&format!("{head}/target.{set}")).iter().copied().filter(|i| b.bukti(*i).is_some()).collect()
    };
    let agreed: Vec<usize> = measures::KESEPAKATAN.iter().flat_map(|s| find(s)).collect();
    let report = find("laporan");
    let mut out = beda(b, &report, &agreed, None);
    let mut base: Vec<usize> = agreed.iter().chain(&report).copied().collect();
    if !base.is_empty() {
        for set in measures::RENCANA {
            // The action plan of the year carries out the agreement of the year.
            let weight = if set == "rencana_aksi" { Bobot::Sedang } else { Bobot::Rendah };
            let mut own = find(set);
            // A row that prints both says that the target was changed.
            own.retain(|i| !matches!(set, "murni" | "dpa") || !b.sebaris(*i).iter().any(|j| base.contains(j)));
            out.extend(beda(b, &own, &base, Some(weight)));
        }
        return out;
    }
    // Without an agreement the monitoring is held against the action plan it monitors, and every other plan against the
    // first that states a target.
    base = find("rencana_aksi");
    out.extend(beda(b, &find("monev"), &base, None));
    let mut first: Vec<usize> = Vec::new();
    for set in measures::RENCANA {
        let own = find(set);
        if first.is_empty() {
            first = own;
        } else if set != "monev" {
            out.extend(beda(b, &own, &first, Some(Bobot::Rendah)));
        }
    }
    out
}

/// Those of `own` that equal none of `base`.
fn beda(b: &Bahan<'_, '_>, own: &[usize], base: &[usize], bobot: Option<Bobot>) -> Vec<Selisih> {
    // The same number with and without a percent sign is the same target; different kinds are not compared.
    let comparable =
        |i: usize, j: usize| !b.berlainan(i, j) && ((b.jenis(i) == b.jenis(j) && b.sesatuan(i, j)) || sama(b, i, j));
    let mut told = Vec::new();
    let mut out = Vec::new();
    for i in own.iter().copied() {
        let known: Vec<usize> = base.iter().copied().filter(|j| comparable(i, *j)).collect();
        let Some(j) = known.first().copied() else { continue };
        let one = |j: &usize| sama(b, i, *j) || kumulatif::berjumlah(b, i, *j) || kumulatif::tambahan(b, i, *j);
        if known.iter().any(one) || told.contains(&b.bukti(i)) {
            continue;
        }
        told.push(b.bukti(i));
        out.push(Selisih { i, j, bobot });
    }
    out
}

/// One target that differs; `more` are other plans with the same target.
fn satu(b: &Bahan<'_, '_>, hasil: &mut Hasil, own: &Selisih, more: &[Selisih]) {
    let (i, j) = (own.i, own.j);
    let side = |i: usize| {
        let (x, a, place) = (kata::label(b, i), kata::nilai(b, i), kata::tempat(b, i, own.i));
        pesan!("{x} {a} ({place})", "{x} {a} ({place})", x, a)
    };
    let left = kata::bersama(&std::iter::once(i).chain(more.iter().map(|s| s.i)).map(side).collect::<Vec<_>>());
    let (y, z, place) = (kata::label(b, j), kata::nilai(b, j), kata::tempat(b, j, i));
    let mut pesan =
        pesan!("Tertulis {left}, tetapi {y} {z} ({place}).", "Printed {left}, but {y} {z} ({place}).", left, y, z);
    if let (Some(v), Some(w)) = (b.bukti(i), b.bukti(j))
        && let Some(remark) = satu_angka(v, w)
    {
        pesan.sambung(&remark);
    }
    let isi = Isi::tentang(i, pesan).bersama([j]).bersama(more.iter().map(|s| s.i));
    let weight = std::iter::once(own).chain(more).filter_map(|s| s.bobot).min();
    hasil.temuan.push(b.temuan(
        &ATURAN,
        match weight {
            Some(w) => isi.berbobot(w),
            None => isi,
        },
    ));
}

/// One plan of several years whose targets differ for several indicators.
fn rencana(b: &Bahan<'_, '_>, hasil: &mut Hasil, first: &Selisih, list: &[Selisih]) {
    let part = |s: &Selisih| {
        let (what, a) = (kata::subjek(b, s.i), kata::nilai(b, s.i));
        let (y, z, place) = (kata::label(b, s.j), kata::nilai(b, s.j), kata::tempat(b, s.j, s.i));
        pesan!("{what} {a}, {y} {z} ({place})", "{what} {a}, {y} {z} ({place})", what, a, y, z)
    };
    let parts = Pesan::gabung(&list.iter().map(part).collect::<Vec<_>>(), &Pesan::sama("; "));
    let (x, letak, n) = (kata::label(b, first.i), kata::letak(b, first.i), list.len());
    let pesan = pesan!(
        "Untuk {n} indikator {x} ({letak}) bukan target yang dipakai tahun itu: {parts}. Target tahunan memang dapat diubah.",
        "For {n} indicators the {x} ({letak}) is not the target used that year: {parts}. Annual targets may indeed be changed.",
        x,
        parts
    );
    let isi = Isi::tentang(first.i, pesan).bersama(list.iter().flat_map(|s| [s.i, s.j]).filter(|k| *k != first.i));
    hasil.temuan.push(b.temuan(&ATURAN, isi.berbobot(Bobot::Rendah)));
}
