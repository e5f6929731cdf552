//! The pictures of the first page, chosen from what the content holds: where the money goes, which share each program has, one measure
//! through the years, how many figures do not agree. None of them ranks; where there are too many agencies for a picture, a table.

use super::bagian::Bagian;
use super::banding::grafik;
use super::bentuk::{self, Bahan};
use super::beranda_baris::{bersama, dengan_uang, isi, nama_pendek, persen, sisipan};
use super::figure::{Bentuk, Deret, Figure, Jenis, Peran, Titik};
use super::uang_opd::UangOpd;
use crate::comparisons::Banding;
use crate::number::{Lang, round};
use crate::records::Padanan;
use crate::teks;
use rust_decimal::Decimal;

/// From so many recomputed figures on a picture says how many do not agree.
const LAYAK: usize = 20;

fn figure(lang: Lang, kode: &str, bentuk: Bentuk, jenis: Jenis, kategori: Vec<String>, deret: Vec<Deret>) -> Figure {
    Figure {
        lang,
        kode: kode.into(),
        judul: String::new(),
        subjudul: String::new(),
        kalimat: String::new(),
        bentuk,
        jenis,
        satuan: String::new(),
        kepala: lang.pilih("Dinas", "Agency").into(),
        kategori,
        deret,
        acuan: None,
        sebaran: None,
        putus: Vec::new(),
        sumber: teks!(
            lang,
            "Laporan terbaru tiap dinas yang memuat anggaran",
            "The newest report of each agency that holds a budget"
        ),
        keadaan: lang.pilih("Tahunnya tidak selalu sama", "The years are not always the same").into(),
    }
}

/// Where the money goes, and which share each program has.
pub fn uang(lang: Lang, all: &[Bagian]) -> Vec<Figure> {
    let (rows, alike) = dengan_uang(all);
    let Some(bentuk) = bentuk::pilih(Bahan::Susunan { baris: rows.len() }) else { return Vec::new() };
    let named = bersama(&rows);
    if named.is_empty() {
        return Vec::new();
    }
    let lain = lang.pilih("Program lain", "Other programs").to_string();
    let parts: Vec<Option<&str>> = named.iter().map(|n| Some(n.as_str())).chain([None]).collect();
    let parts: Vec<Option<&str>> =
        parts.into_iter().filter(|p| rows.iter().any(|(_, u)| isi(u, *p, &named).0.is_some())).collect();
    let mut without: Vec<String> =
        all.iter().filter(|b| b.uang.is_none() && b.jumlah.rekaman > 0).map(|b| nama_pendek(all, b)).collect();
    let hidden = without.len().saturating_sub(4);
    without.truncate(4);
    let none = lang.pilih("jumlah anggarannya belum ada di portal ini", "its whole budget is not in this portal yet");
    let kategori: Vec<String> =
        rows.iter().map(|(name, u)| format!("{name} · {}", u.tahun)).chain(without.iter().cloned()).collect();
    let rate = |u: &UangOpd, months: bool| {
        let (all, spent) = (u.pagu.singkat(lang), u.laju);
        let spent = spent.map(|v| lang.percent(v, 0));
        // Months belong to what was spent: the budget is that of the year.
        let part = u.sebagian.as_ref().filter(|_| months);
        let until = part.map_or_else(String::new, |part| format!(" ({part})"));
        spent.map_or_else(|| all.clone(), |v| teks!(lang, "{all}, terpakai {v}{until}", "{all}, {v} spent{until}"))
    };
    let mut deret = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        let name = part.map_or_else(|| lain.clone(), ToString::to_string);
        // What a row says of the whole stands at its first part.
        let note = |text: String| (place == 0).then_some(text);
        let whole = |u: &UangOpd| {
            // A row has room for the amount and the share; its months stand above the picture.
            let rate = rate(u, false);
            teks!(lang, "seluruh program {rate}", "all programs {rate}")
        };
        let first = rows.iter().map(|(_, u)| Titik::uang(lang, isi(u, *part, &named).0, note(whole(u))));
        let gone = without.iter().map(|_| Titik::uang(lang, None, note(none.to_string())));
        let titik = first.chain(gone).collect();
        deret.push(Deret { nama: name.clone(), peran: Peran::Keseluruhan, titik });
        let spent = rows.iter().map(|(_, u)| {
            let real = isi(u, *part, &named).1;
            Titik::uang(lang, real, u.sebagian.clone().filter(|_| real.is_some()))
        });
        let titik = spent.chain(without.iter().map(|_| Titik::uang(lang, None, None))).collect();
        deret.push(Deret {
            nama: teks!(lang, "{name}, dibelanjakan", "{name}, spent"),
            peran: Peran::Realisasi,
            titik,
        });
    }
    // Of whom the spending of the year is not known, pale does not mean unspent.
    let pale = match rows.iter().all(|(_, u)| u.realisasi.is_some() || u.laju.is_some()) {
        true => lang.pilih("pekat dibelanjakan, pucat tidak", "solid is spent, pale is not"),
        false => lang.pilih(
            "pekat dibelanjakan, pucat tidak atau belum ada angka setahunnya",
            "solid is spent, pale is not, or has no figure of the year yet",
        ),
    };
    let more = sisipan(lang, &rows);
    let (first, u) = &rows[0];
    let (pagu, tahun) = (u.pagu.singkat(lang), u.tahun);
    let each =
        rows.iter().map(|(name, u)| format!("{name} ({}) {}", u.tahun, rate(u, true))).collect::<Vec<_>>().join("; ");
    // Of two equal ones, or beside one that is not known, none is the largest.
    let largest = alike && rows.len() > 1 && rows[0].1.pagu.ujung().0 > rows[1].1.pagu.ujung().1 && without.is_empty();
    let mut money = Figure {
        judul: match (rows.len(), largest) {
            (1, _) => teks!(lang, "Uangnya ke mana", "Where the money goes"),
            (_, true) => teks!(
                lang,
                "Uangnya ke mana: {first} beranggaran terbesar pada {tahun}",
                "Where the money goes: {first} had the largest budget in {tahun}"
            ),
            _ if alike => teks!(lang, "Uangnya ke mana pada {tahun}", "Where the money goes in {tahun}"),
            _ => teks!(
                lang,
                "Uangnya ke mana, tahun terbaru tiap dinas",
                "Where the money goes, newest year of each agency"
            ),
        },
        subjudul: {
            let years = rows.windows(2).all(|w| w[0].1.tahun == w[1].1.tahun);
            let why = match (alike || rows.len() == 1, years) {
                (true, _) => "",
                (_, false) => lang.pilih(". Tahunnya berbeda: bukan peringkat", ". The years differ: no ranking"),
                (_, true) => lang.pilih(
                    ". Tahap anggaran atau jenis daerahnya berbeda: bukan peringkat",
                    ". Phases of the budget or kinds of place differ: no ranking",
                ),
            };
            teks!(lang, "Satu skala rupiah; {pale}{more}{why}", "One rupiah scale; {pale}{more}{why}")
        },
        kalimat: match largest {
            true => teks!(
                lang,
                "Anggaran terbesar pada {tahun}: {first}, {pagu}. Semuanya: {each}.",
                "The largest budget in {tahun}: {first}, {pagu}. All of them: {each}."
            ),
            false => teks!(lang, "Anggaran: {each}.", "Budgets: {each}."),
        },
        ..figure(lang, "uang", bentuk, Jenis::Rupiah, kategori, deret)
    };
    if hidden > 0 {
        money.kalimat.push_str(&teks!(
            lang,
            " {hidden} dinas tanpa anggaran tidak digambar.",
            " {hidden} agencies without a budget are not drawn."
        ));
    }
    let mut out = vec![money];
    if rows.len() > 1 {
        out.extend(bagian(lang, &rows, &parts, &named, alike));
    }
    out
}

/// Which share of the budget each program has; of one year the title names the one whose share differs most.
fn bagian(
    lang: Lang,
    rows: &[(String, &UangOpd)],
    parts: &[Option<&str>],
    named: &[String],
    alike: bool,
) -> Option<Figure> {
    let share = |u: &UangOpd, part: Option<&str>| isi(u, part, named).0.and_then(|v| persen(v.nilai, u.pagu.nilai));
    let lain = lang.pilih("Program lain", "Other programs");
    let spread = |part: &str| {
        let all: Option<Vec<(Decimal, (&str, i32))>> =
            rows.iter().map(|(name, u)| Some((share(u, Some(part))?, (name.as_str(), u.tahun)))).collect();
        let mut all = all?;
        all.sort();
        Some((all.last()?.0.checked_sub(all.first()?.0)?, *all.last()?, *all.first()?))
    };
    let (_, high, low, program) =
        named.iter().filter_map(|n| spread(n).map(|(gap, high, low)| (gap, high, low, n))).max_by_key(|s| s.0)?;
    // More digits where a rounded one would say none of what is some.
    let write = |v: Decimal| lang.percent(v, if v < Decimal::ONE { 2 } else { 0 });
    let at = |(name, tahun): (&str, i32)| format!("{name} {tahun}");
    let (a, b, high, low) = (at(high.1), at(low.1), write(high.0), write(low.0));
    let (named_apart, tahun) = (alike && high != low, rows[0].1.tahun);
    let deret = parts
        .iter()
        .map(|part| Deret {
            nama: part.unwrap_or(lain).to_string(),
            peran: Peran::Lain,
            titik: rows
                .iter()
                .map(|(_, u)| {
                    let v = share(u, *part);
                    let text = v.map_or_else(|| "—".into(), write);
                    Titik {
                        nilai: v.map(|v| round(v, 4)),
                        lengkap: text.clone(),
                        teks: text,
                        rentang: None,
                        catatan: None,
                        jenjang: None,
                    }
                })
                .collect(),
        })
        .collect();
    let kategori = rows.iter().map(|(name, u)| format!("{name} · {}", u.tahun)).collect();
    Some(Figure {
        judul: match named_apart {
            true => teks!(lang, "{program}: {high} di {a}, {low} di {b}", "{program}: {high} in {a}, {low} in {b}"),
            false if alike => {
                teks!(lang, "Bagian tiap program dari pagu {tahun}", "Share of each program in the {tahun} budget")
            }
            false => teks!(
                lang,
                "Bagian tiap program dari pagu, tahun terbaru tiap dinas",
                "Share of each program in the budget, newest year of each agency"
            ),
        },
        subjudul: teks!(
            lang,
            "Bagian tiap program dari pagu, bukan dari belanja",
            "Share of each program in the budget, not in spending"
        ),
        // Of unlike years, phases or places no difference is said.
        kalimat: match named_apart {
            true => teks!(
                lang,
                "Bagian pagu untuk {program} paling jauh berbeda: {high} di {a}, {low} di {b}.",
                "The share of the budget for {program} differs most: {high} in {a}, {low} in {b}."
            ),
            false if alike => {
                teks!(lang, "Bagian pagu tiap program pada {tahun}.", "Share of each program in the {tahun} budget.")
            }
            false => teks!(
                lang,
                "Bagian pagu tiap program; tahun, tahap anggaran atau jenis daerahnya tidak selalu sama, jadi tidak diperbandingkan.",
                "Share of each program in the budget; year, phase or kind of place are not always the same, so they are not compared."
            ),
        },
        ..figure(lang, "bagian", Bentuk::Tumpuk, Jenis::Persen, kategori, deret)
    })
}

/// How many of the recomputed figures of each newest report do not agree; in the order of the agencies, because it is no ranking.
pub fn tidak_cocok(lang: Lang, all: &[Bagian]) -> Option<Figure> {
    let rows: Vec<_> = all.iter().filter_map(|b| Some((nama_pendek(all, b), b.cocok.as_ref()?))).collect();
    if rows.len() > bentuk::TERBANYAK {
        return None;
    }
    let bentuk = bentuk::pilih(Bahan::Bagian { baris: rows.len(), jenis: Jenis::Angka })?;
    let count = |n: usize, catatan: Option<String>| {
        let (v, teks) = (Decimal::from(n), lang.grouped(n.into()));
        Titik { nilai: Some(v), lengkap: teks.clone(), teks, rentang: None, catatan, jenjang: None }
    };
    let share = |beda: usize, of: usize| persen(beda.into(), of.into()).map(|v| lang.percent(v, 1));
    let (beda, of): (usize, usize) = rows.iter().fold((0, 0), |s, (_, c)| (s.0 + c.beda, s.1 + c.diperiksa));
    // Bars of nothing, or of a handful of checks, say less than the words beside them.
    if beda == 0 || of < LAYAK {
        return None;
    }
    let (b, o) = (lang.grouped(beda.into()), lang.grouped(of.into()));
    Some(Figure {
        judul: teks!(lang, "{b} dari {o} angka hitungan tidak cocok", "{b} of {o} computed figures do not agree"),
        subjudul: teks!(
            lang,
            "Tiap batang sepanjang angka yang dihitung ulang dalam laporan terbaru; terisi yang tidak cocok",
            "Each bar as long as the figures recomputed in the newest report; filled those that do not agree"
        ),
        kalimat: teks!(
            lang,
            "Dari {o} angka hitungan yang tercetak dalam laporan terbaru, {b} sendiri tidak cocok. Yang dipotong tanpa pembulatan, yang hanya diberi pengamatan, dan yang cocok dengan nilai lain dari masukan yang dipersoalkan tidak ikut terhitung.",
            "Of {o} computed figures printed in the newest reports, {b} themselves do not agree. What is cut off, only noted, or agrees with another value of a disputed input is not counted."
        ),
        sumber: teks!(
            lang,
            "Dihitung ulang oleh portal ini dari laporan terbaru",
            "Recomputed by this portal from the newest reports"
        ),
        ..figure(
            lang,
            "tidak-cocok",
            bentuk,
            Jenis::Angka,
            rows.iter().map(|(name, c)| format!("{name} {}", c.tahun)).collect(),
            vec![
                Deret {
                    nama: lang.pilih("Dihitung ulang", "Recomputed").into(),
                    peran: Peran::Keseluruhan,
                    titik: rows.iter().map(|(_, c)| count(c.diperiksa, None)).collect(),
                },
                Deret {
                    nama: lang.pilih("Tidak cocok", "Do not agree").into(),
                    peran: Peran::Realisasi,
                    titik: rows.iter().map(|(_, c)| count(c.beda, share(c.beda, c.diperiksa))).collect(),
                },
            ],
        )
    })
}

/// The measure that most agencies have through most years, as small multiples.
pub fn perjalanan(lang: Lang, banding: &Banding, order: &[&Padanan]) -> Option<Figure> {
    let mut best: Option<((usize, usize), Figure)> = None;
    for p in order.iter().filter_map(|p| banding.padanan.get(&p.kode)) {
        let Some(f) = grafik::kecil(lang, p, None) else { continue };
        if !(2..=bentuk::TERBANYAK).contains(&f.deret.len()) || f.kategori.len() < 3 {
            continue;
        }
        let known = f.deret.iter().flat_map(|d| &d.titik).filter(|t| t.nilai.is_some()).count();
        let score = (f.deret.len(), known);
        // The first of equals stays: results come before money.
        if best.as_ref().is_none_or(|(s, _)| score > *s) {
            best = Some((score, f));
        }
    }
    best.map(|(_, f)| f)
}
