//! Pisah: statements at one address that are no two values of one fact get addresses of their own: the parts that sources
//! of funds pay, and the targets of a plan that another plan has replaced.

use super::kode::slug;
use super::kolom::{Jenis, Ukuran};
use super::opd::{Opd, Renstra};
use super::pernyataan::{Bagian, Baris, Pernyataan};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Amounts of one budget row that tables split by source of funds are parts, not two values of one fact: each part has an address
/// of its own, `2024/anggaran/p/pagu.perubahan~dau`. A row that names its source is a part where its subject has another
/// source, in whatever phase, or where a row that names none prints more.
pub(super) fn sumber(semua: &mut [Pernyataan<'_>]) {
    let key = |p: &Pernyataan<'_>| match (p.bagian, p.tempat.baris) {
        (Bagian::Anggaran { .. }, Baris::Kunci(row)) => Some((p.rekaman, p.tempat.tabel, row.to_string())),
        _ => None,
    };
    let mut sources: BTreeMap<_, String> = BTreeMap::new();
    for p in semua.iter() {
        if let (Bagian::Anggaran { kolom, .. }, Some(row), Some(text)) = (p.bagian, key(p), p.sel.teks())
            && kolom.ukuran == Ukuran::SumberDana
        {
            sources.extend(nama_sumber(text).map(|name| (row, name)));
        }
    }
    if sources.is_empty() {
        return;
    }
    let source = |p: &Pernyataan<'_>| key(p).and_then(|row| sources.get(&row)).cloned();
    let subject = |p: &Pernyataan<'_>| p.alamat.rsplit_once('/').map(|(head, _)| head.to_string());
    let money = |p: &&Pernyataan<'_>| p.jenis() == Jenis::Uang;
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut whole: BTreeMap<&str, Decimal> = BTreeMap::new();
    for p in semua.iter().filter(money) {
        let (Some(subject), Some(value)) = (subject(p), p.nilai()) else { continue };
        match source(p) {
            Some(name) => {
                named.entry(subject).or_default().insert(name);
            }
            None => {
                let most = whole.entry(p.alamat.as_str()).or_insert(value);
                *most = value.max(*most);
            }
        }
    }
    let less =
        |p: &&Pernyataan<'_>| whole.get(p.alamat.as_str()).is_some_and(|all| p.nilai().is_some_and(|v| v < *all));
    let parts: BTreeSet<_> =
        semua.iter().filter(money).filter(less).filter(|p| source(p).is_some()).filter_map(key).collect();
    // A total that names its source is the total of that source, where other rows of the year name another or, in another
    // table, none. A table that names one source in every row, and prints no less than the others, is about the whole.
    let of_total = |subject: &str| {
        let row = subject.rsplit('/').next().unwrap_or_default();
        row == "total" || row.starts_with("sasaran:")
    };
    let year = |subject: &str| subject.split('/').next().unwrap_or_default().to_string();
    let mut below: BTreeMap<String, BTreeSet<Option<String>>> = BTreeMap::new();
    let mut entire: BTreeMap<_, bool> = BTreeMap::new();
    for p in semua.iter().filter(money).filter(|p| matches!(p.bagian, Bagian::Anggaran { .. })) {
        if let Some(subject) = subject(p).filter(|s| !of_total(s)) {
            *entire.entry((p.rekaman, p.tempat.tabel)).or_insert(true) &=
                source(p).is_some() && key(p).is_none_or(|row| !parts.contains(&row));
            below.entry(year(&subject)).or_default().insert(source(p));
        }
    }
    let of_one = |p: &Pernyataan<'_>| {
        let (Some(subject), Some(name)) = (subject(p).filter(|s| of_total(s)), source(p)) else { return false };
        let Some(all) = below.get(&year(&subject)) else { return false };
        let alone = name.starts_with("apbd") || entire.get(&(p.rekaman, p.tempat.tabel)) == Some(&true);
        all.iter().any(|other| match other {
            Some(other) => *other != name,
            None => !alone,
        })
    };
    let split: Vec<Option<String>> = semua
        .iter()
        .map(|p| {
            let several = || subject(p).and_then(|s| named.get(&s)).is_some_and(|all| all.len() > 1);
            let text = p.jenis() == Jenis::Teks;
            source(p).filter(|_| !text && (several() || of_one(p) || key(p).is_some_and(|row| parts.contains(&row))))
        })
        .collect();
    for (p, name) in semua.iter_mut().zip(split) {
        if let Some(name) = name {
            p.alamat = format!("{}~{name}", p.alamat);
        }
    }
}

/// What an address of its own is about: the source of funds `dau` of `2024/anggaran/p/realisasi~dau`, the plan of a target.
pub fn cabang(alamat: &str) -> Option<&str> {
    alamat.split_once('~').map(|(_, name)| name)
}

/// The code of a source of funds, one for every way to write it: `dau` of `DAU`, `Dana Alokasi Umum` and `Dana Alokasi Umum
/// (DAU)`. None for a row that is the sum of all sources: it is the whole.
pub fn nama_sumber(text: &str) -> Option<String> {
    const PANJANG: [(&str, &str); 8] = [
        ("dana-alokasi-umum", "dau"),
        ("dana-alokasi-khusus", "dak"),
        ("dana-bagi-hasil-cukai-hasil-tembakau", "dbhcht"),
        ("dana-bagi-hasil", "dbh"),
        ("dana-insentif-daerah", "did"),
        ("dana-insentif-fiskal", "dif"),
        ("pendapatan-asli-daerah", "pad"),
        ("badan-layanan-umum-daerah", "blud"),
    ];
    const SEMUA: [&str; 4] = ["jumlah", "total", "semua", "seluruh"];
    let inner = text.trim().strip_suffix(')').and_then(|t| t.rsplit_once('(')).map(|(_, short)| short.trim());
    let short = inner.filter(|s| !s.is_empty() && s.chars().all(|c| c.is_ascii_uppercase() || c == ' '));
    let code = slug(short.unwrap_or(text));
    if SEMUA.contains(&code.split('-').next().unwrap_or_default()) {
        return None;
    }
    let code = code.replace("dbh-cht", "dbhcht");
    Some(
        PANJANG
            .iter()
            .find_map(|(long, short)| code.strip_prefix(long).map(|rest| format!("{short}{rest}")))
            .unwrap_or(code),
    )
}

/// Two plans that overlap are two plans: the targets of one that another has replaced in the year they are about have an
/// address of their own, `2025/indikator/a/target.renstra~renstra-2021-2026`.
pub(super) fn renstra(semua: &mut [Pernyataan<'_>], opd: &Opd) {
    if opd.renstra.len() < 2 {
        return;
    }
    for p in semua.iter_mut() {
        let Bagian::Kinerja { kolom, .. } = p.bagian else { continue };
        if kolom.ukuran != Ukuran::Target || kolom.himpunan != Some("renstra") {
            continue;
        }
        // The newest plan whose period holds the year is in force.
        let held = opd.renstra.iter().filter(|r| r.awal <= p.tahun && p.tahun <= r.akhir);
        // A report quotes a plan that was in force in its own year.
        let quoted = || {
            let year = p.rekaman?;
            let both = opd.renstra.iter().filter(|r| [year, p.tahun].iter().all(|t| r.awal <= *t && *t <= r.akhir));
            both.max_by_key(|r| r.awal)
        };
        let plan = rencana(opd, &p.sumber.dokumen).or_else(quoted);
        let (Some(own), Some(now)) = (plan, held.max_by_key(|r| r.awal)) else { continue };
        if own.kode != now.kode {
            p.alamat = format!("{}~{}", p.alamat, own.kode);
        }
    }
}

/// The plan a document is: by its code, by its title, or by the years in its title.
fn rencana<'o>(opd: &'o Opd, dokumen: &str) -> Option<&'o Renstra> {
    if let Some(own) = opd.renstra.iter().find(|r| r.kode == dokumen) {
        return Some(own);
    }
    let plain = |text: &str| text.to_lowercase().replace(['–', '—'], "-");
    let doc = opd.dokumen.get(dokumen)?;
    let title = plain(&doc.judul);
    let named = opd.renstra.iter().filter(|r| title.contains(&plain(&r.nama)));
    if let Some(own) = named.max_by_key(|r| r.nama.len()) {
        return Some(own);
    }
    let both = |r: &&Renstra| title.contains(&r.awal.to_string()) && title.contains(&r.akhir.to_string());
    let mut dated = opd.renstra.iter().filter(both).filter(|_| plain(&doc.jenis).contains("renstra"));
    dated.next().filter(|_| dated.next().is_none())
}
