//! The rows of the first page's pictures: agencies with a budget, what they are called, what a program has of it.

use super::bagian::Bagian;
use super::kalimat::nama;
use super::uang_opd::{Program, UangOpd, sama_program};
use crate::measures::Uang;
use crate::number::Lang;
use crate::teks;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Programs with a colour of their own; the others share the last one.
const WARNA: usize = 5;

/// How an agency is called where all are beside each other: by what differs.
pub(super) fn nama_pendek(all: &[Bagian], b: &Bagian) -> String {
    let one_daerah = all.iter().all(|o| o.daerah == b.daerah);
    let one_opd = all.iter().all(|o| o.opd == b.opd);
    let of = |b: &Bagian| b.segar.as_ref().map(|(_, s)| s.daerah.clone());
    match (one_daerah, one_opd) {
        (true, _) => b.kartu.nama.clone(),
        (false, true) => of(b).map_or_else(
            || b.nama.clone(),
            |own| {
                // `Blitar`, unless the portal also holds the city of that name.
                let short = nama::daerah(&own, false);
                let twin = all.iter().filter_map(of).any(|o| o != own && nama::daerah(&o, false) == short);
                nama::daerah(&own, twin).to_string()
            },
        ),
        _ => b.nama.clone(),
    }
}

/// The agencies with a budget; and whether it is one whole year of all of them. Only then the largest comes first: unlike things are
/// not ranked.
pub(super) fn dengan_uang(all: &[Bagian]) -> (Vec<(String, &UangOpd)>, bool) {
    let mut rows: Vec<_> = all.iter().filter_map(|b| Some((nama_pendek(all, b), b.uang.as_ref()?))).collect();
    let alike = terbesar_dulu(&mut rows);
    (rows, alike)
}

/// Puts the largest budget first where all are of one year, phase and kind of place, and says whether they are.
pub(super) fn terbesar_dulu(rows: &mut [(String, &UangOpd)]) -> bool {
    let same = |a: &UangOpd, b: &UangOpd| a.tahun == b.tahun && a.tahap == b.tahap && a.golongan == b.golongan;
    let alike = rows.windows(2).all(|w| same(w[0].1, w[1].1));
    if alike {
        rows.sort_by(|a, b| b.1.pagu.nilai.cmp(&a.1.pagu.nilai).then_with(|| a.0.cmp(&b.0)));
    }
    alike
}

/// What must be said of single rows: of whom spending covers some months only (the budget is that of the year), and of whom a newer
/// budget is here in part.
pub(super) fn sisipan(lang: Lang, rows: &[(String, &UangOpd)]) -> String {
    let spent = |u: &UangOpd| u.realisasi.is_some() || u.laju.is_some();
    let months = rows.iter().filter(|(_, u)| spent(u)).filter_map(|(name, u)| {
        let (part, tahun) = (u.sebagian.as_ref()?, u.tahun);
        Some(teks!(lang, "belanja {tahun} {name}: {part}", "spending of {name} in {tahun}: {part}"))
    });
    let newer = rows.iter().filter_map(|(name, u)| {
        let tahun = u.lebih_baru?;
        Some(teks!(
            lang,
            "anggaran {tahun} {name} baru sebagian ada di portal ini",
            "of the {tahun} budget of {name} this portal holds a part only"
        ))
    });
    let all: Vec<String> = months.chain(newer).collect();
    if all.is_empty() { String::new() } else { format!("; {}", all.join("; ")) }
}

/// A share in percent.
pub(super) fn persen(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// The programs that get a colour: those of several agencies first, then by size.
pub(super) fn bersama(rows: &[(String, &UangOpd)]) -> Vec<String> {
    let mut sums: BTreeMap<String, (&str, (usize, Decimal))> = BTreeMap::new();
    for (name, pagu, _) in rows.iter().flat_map(|(_, u)| &u.program) {
        let (shown, of) = sums.entry(name.to_lowercase()).or_insert((name, (0, Decimal::ZERO)));
        // Capitals sort before small letters: an acronym is kept where one agency prints it.
        *shown = (*shown).min(name);
        *of = (of.0 + 1, of.1.saturating_add(pagu.nilai));
    }
    let mut list: Vec<(&str, (usize, Decimal))> = sums.into_values().collect();
    let shared = |n: usize| n > 1 || rows.len() == 1;
    list.sort_by(|a, b| (shared(b.1.0), b.1.1).cmp(&(shared(a.1.0), a.1.1)).then_with(|| a.0.cmp(b.0)));
    list.into_iter().filter(|(_, (n, _))| shared(*n)).take(WARNA).map(|(name, _)| name.to_string()).collect()
}

/// Budget and spending of one program in one row; `None` sums what has no colour of its own.
pub(super) fn isi(u: &UangOpd, program: Option<&str>, named: &[String]) -> (Option<Uang>, Option<Uang>) {
    let sum = |list: &[&Program]| {
        let pagu: Vec<Uang> = list.iter().map(|p| p.1).collect();
        let real: Option<Vec<Uang>> = list.iter().map(|p| p.2).collect();
        (Uang::jumlah(&pagu), real.and_then(|list| Uang::jumlah(&list)))
    };
    let pick = |own: &dyn Fn(&Program) -> bool| u.program.iter().filter(|p| own(p)).collect::<Vec<_>>();
    let named = |p: &Program| named.iter().any(|n| sama_program(n, &p.0));
    let own = match program {
        Some(name) => pick(&|p| sama_program(&p.0, name)),
        // The other programs as they are printed: what is left of a printed whole holds the mistakes of all its parts.
        None => pick(&|p| !named(p)),
    };
    if !own.is_empty() || program.is_some() {
        return if own.is_empty() { (None, None) } else { sum(&own) };
    }
    let (pagu, real) = sum(&pick(&named));
    let rest = |whole: Option<Uang>, part: Option<Uang>| {
        whole?.kurang(part?).filter(|v| v.nilai > Decimal::ZERO && v.ujung().0 > Decimal::ZERO)
    };
    let pagu = rest(Some(u.pagu), pagu);
    (pagu, rest(u.realisasi, real).filter(|r| Some(r.nilai) <= pagu.map(|p| p.nilai)))
}
