//! Cara capaian: what an import says of how the report computes its capaian, and the `metode` that would state it.

use super::kinerja::Kinerja;
use super::penjelasan::Penjelasan;
use crate::diagnostic::{Lang, Pesan};
use crate::pesan;
use crate::records::RumusCapaian;
use indexmap::IndexMap;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// More names than this are counted, not listed.
const BANYAK: usize = 8;

/// A line for each way that was found, one for what no way explains, one for the method of the whole table.
pub fn laporan(read: &Kinerja) -> Vec<Pesan> {
    let mut groups: IndexMap<(String, String), Vec<&str>> = IndexMap::new();
    let mut open = Vec::new();
    for (kode, ways, _) in &read.penjelasan {
        if ways.is_empty() {
            open.push(kode.as_str());
            continue;
        }
        let join = |lang| ways.iter().map(|w| w.kata().in_lang(lang).to_string()).collect::<Vec<_>>();
        let key = (join(Lang::Id).join(" atau "), join(Lang::En).join(" or "));
        let names = groups.entry(key).or_default();
        if !names.contains(&kode.as_str()) {
            names.push(kode);
        }
    }
    let list = |names: &[&str]| {
        let shown = names[..names.len().min(BANYAK)].join(", ");
        if names.len() > BANYAK { format!("{shown}, … ({})", names.len()) } else { shown }
    };
    let mut out: Vec<Pesan> = Vec::new();
    for ((id, en), names) in &groups {
        let names = list(names);
        out.push(pesan!("  cara capaian {id}: {names}", "  capaian computed as {en}: {names}"));
    }
    if !open.is_empty() {
        let names = list(&open);
        out.push(pesan!(
            "  capaian yang tidak mengikuti cara lazim mana pun, disalin seperti tercetak: {names}",
            "  capaian that follows no usual way, copied as printed: {names}"
        ));
    }
    out.extend(metode(read));
    out
}

/// The method to declare, where one alone explains every row and it is not the portal's own.
fn metode(read: &Kinerja) -> Option<Pesan> {
    let rows: Vec<(&Vec<Penjelasan>, Option<Decimal>)> =
        read.penjelasan.iter().map(|(_, ways, c)| (ways, *c)).filter(|(w, _)| formula(w)).collect();
    if rows.len() < 3 || read.penjelasan.iter().any(|(_, ways, _)| ways.is_empty()) {
        return None;
    }
    let met = rows.iter().flat_map(|(ways, _)| *ways).filter_map(|w| match w {
        Penjelasan::Rumus { atas, .. } => *atas,
        _ => None,
    });
    let bounds: BTreeSet<i32> = met.collect();
    let tops = || std::iter::once(None).chain(bounds.iter().copied().map(Some));
    let falling = [("2t-r", RumusCapaian::DuaTarget), ("t/r", RumusCapaian::TargetRealisasi)];
    let all = falling.into_iter().flat_map(|f| tops().flat_map(move |top| [false, true].map(|floor| (f, top, floor))));
    let fits = |(falling, top, floor): &((&str, RumusCapaian), Option<i32>, bool)| {
        let inside = |c: Decimal| top.is_none_or(|t| c <= Decimal::from(t)) && !(*floor && c < Decimal::ZERO);
        rows.iter().all(|(ways, c)| c.is_none_or(inside) && ways.iter().any(|way| cocok(*way, falling.1, *top, *floor)))
    };
    // What a bound adds is known only where a figure meets it: the loosest method that explains all.
    let mut found = all.filter(fits);
    let ((word, _), top, floor) = found.next()?;
    let uses = |ok: &dyn Fn(&Penjelasan) -> bool| rows.iter().any(|(ways, _)| ways.iter().all(ok));
    let other = uses(&|w| matches!(w, Penjelasan::Rumus { rumus: RumusCapaian::TargetRealisasi, .. }));
    if top.is_none() && !floor && !other {
        return None;
    }
    let mut parts = vec![format!("naik: r/t, turun: {word}")];
    parts.extend(top.map(|t| format!("atas: {t}")));
    parts.extend(floor.then(|| "bawah: 0".to_string()));
    let text = parts.join(", ");
    Some(pesan!(
        "  seluruh tabel mengikuti satu cara; nyatakan di rekaman: `metode: {{capaian: {{{text}}}}}`",
        "  the whole table follows one way; state it in the record: `metode: {{capaian: {{{text}}}}}`"
    ))
}

fn formula(ways: &[Penjelasan]) -> bool {
    ways.iter().any(|w| matches!(w, Penjelasan::Rumus { .. }))
}

/// Whether a way is one of a method. A row that meets no bound says nothing of one.
fn cocok(way: Penjelasan, falling: RumusCapaian, top: Option<i32>, floor: bool) -> bool {
    let Penjelasan::Rumus { rumus, atas, lantai, .. } = way else { return false };
    (rumus == RumusCapaian::RealisasiTarget || rumus == falling)
        && atas.is_none_or(|own| top == Some(own))
        && (!lantai || floor)
}
