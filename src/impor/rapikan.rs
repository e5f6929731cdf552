//! Rapikan: columns of a budget that only the columns beside them explain: what was paid back, parts by source of funds or
//! kind of spending, this month and the last. Proven by their figures, or asked about.

use super::kata::{DANA, salah_satu};
use super::kini::{Kini, kini, sebelum};
use super::kisi::Lembar;
use super::makna::{Kolom, Makna, lipat};
use super::pecah::kasar;
use super::ukuran_anggaran::NETO;
use crate::pesan;
use rust_decimal::Decimal;
use std::ops::Range;

/// Sources of funds that only a head of a column names so.
const SUMBER: [&str; 10] =
    ["hibah", "apbn", "bk", "kabupaten", "kota", "provinsi", "pusat", "pajak rokok", "otsus", "dana desa"];

/// Kinds of spending and ways of paying as heads of columns.
const JENIS: [&str; 16] = [
    "ls",
    "gu",
    "tu",
    "up",
    "operasi",
    "modal",
    "tidak terduga",
    "btt",
    "transfer",
    "pegawai",
    "barang dan jasa",
    "barang jasa",
    "barang & jasa",
    "bantuan sosial",
    "subsidi",
    "bagi hasil",
];

/// Settles what columns mean that the author did not name.
pub fn rapikan(
    kolom: &mut [Kolom],
    (lembar, isi): (&Lembar, &Range<usize>),
    judul: Option<&str>,
    settled: &dyn Fn(&Kolom) -> bool,
) {
    bagian(kolom, lembar, isi, settled);
    masa_ini(kolom, (lembar, isi), judul, settled);
    kembali(kolom, lembar, isi, settled);
    jumlah_masa(kolom, lembar, isi, settled);
    setahun(kolom, settled);
    murni(kolom, settled);
}

/// A budget without a stage beside that after the change is the one before it: `Anggaran | Anggaran Perubahan`.
fn murni(kolom: &mut [Kolom], settled: &dyn Fn(&Kolom) -> bool) {
    let named = |k: &Kolom, set: &str| matches!(&k.makna, Makna::Ukuran(name) if name == set);
    let count = |set: &str| kolom.iter().filter(|k| named(k, set)).count();
    if count("pagu.laporan") != 1 || count("pagu.perubahan") != 1 || count("pagu.murni") > 0 {
        return;
    }
    let stages = ["pagu.pergeseran", "pagu.efisiensi", "pagu.refocusing", "pagu.pergeseran_perubahan"];
    let alone = !kolom.iter().any(|k| stages.iter().any(|s| named(k, s)));
    for k in kolom.iter_mut().filter(|k| alone && named(k, "pagu.laporan") && !settled(k)) {
        k.makna = Makna::Ukuran("pagu.murni".to_string());
    }
}

fn nilai(lembar: &Lembar, row: usize, at: usize) -> Option<Decimal> {
    kasar(lembar.sel(row, at))
}

fn spent(k: &Kolom) -> bool {
    matches!(&k.makna, Makna::Ukuran(name) if name == "realisasi")
}

/// Whether one of the words above a column is a source of funds, a kind of spending or a way of paying.
fn is_kata(words: &str) -> bool {
    let plain = words.trim_start_matches("belanja ").trim_start_matches("anggaran ").trim_start_matches("realisasi ");
    salah_satu(words, &DANA)
        || salah_satu(words, &SUMBER)
        || JENIS.contains(&plain)
        || JENIS.iter().any(|w| words.ends_with(&format!("belanja {w}")))
}

/// Words without those of a part: `pagu` of `pagu dau` and of `pagu dak fisik`.
fn tanpa_kata(words: &str) -> String {
    if !is_kata(words) && words != "apbd" {
        return words.to_string();
    }
    let whole = ["pagu", "anggaran", "realisasi", "alokasi", "rencana", "target"];
    words.split(' ').filter(|w| whole.contains(w)).collect::<Vec<_>>().join(" ")
}

fn tingkat(k: &Kolom) -> Vec<String> {
    k.kepala.split(" / ").map(lipat).collect()
}

/// A column that is a part of a budget or of what was spent, and no stage of it.
fn is_bagian(k: &Kolom, siblings: bool) -> bool {
    let money = match &k.makna {
        Makna::Ukuran(name) => {
            ["pagu", "realisasi", "realisasi_fisik"].contains(&name.split(['.', ' ']).next().unwrap_or_default())
        }
        Makna::Abaikan(reason) => matches!(reason.id.as_str(), "tidak dikenal" | "satuan di atas pohon"),
        Makna::Tanya(..) => true,
        _ => false,
    };
    let apbd = k.akhir == "apbd" || k.akhir.starts_with("apbd ");
    money && (tingkat(k).iter().any(|t| is_kata(t)) || (siblings && apbd))
}

fn bagian(kolom: &mut [Kolom], lembar: &Lembar, isi: &Range<usize>, settled: &dyn Fn(&Kolom) -> bool) {
    let held = |k: &Kolom| super::pecah::angka(lembar, isi, k.indeks).0;
    let any = kolom.iter().any(|k| is_bagian(k, false) && held(k));
    // Parts of one whole have the same words beside those of their part.
    let group = |k: &Kolom| {
        let rest = tingkat(k).iter().map(|t| tanpa_kata(t)).filter(|t| !t.is_empty()).collect::<Vec<_>>();
        rest.join(" / ")
    };
    let parts: Vec<usize> =
        (0..kolom.len()).filter(|n| is_bagian(&kolom[*n], any) && held(&kolom[*n]) && !settled(&kolom[*n])).collect();
    for n in parts.iter().copied() {
        let own: Vec<usize> =
            parts.iter().copied().filter(|m| group(&kolom[*m]) == group(&kolom[n])).map(|m| kolom[m].indeks).collect();
        let whole = |k: &Kolom| matches!(&k.makna, Makna::Ukuran(_)) && !own.contains(&k.indeks);
        let sums = |k: &Kolom| {
            let rows = isi.clone().filter_map(|row| {
                let total = nilai(lembar, row, k.indeks)?;
                let sum = own
                    .iter()
                    .filter_map(|at| nilai(lembar, row, *at))
                    .try_fold(Decimal::ZERO, |a, b| a.checked_add(b))?;
                Some((total, sum)).filter(|(a, b)| !a.is_zero() || !b.is_zero())
            });
            let rows: Vec<(Decimal, Decimal)> = rows.collect();
            !rows.is_empty() && rows.iter().all(|(a, b)| a == b)
        };
        let proven = own.len() > 1 && kolom.iter().filter(|k| whole(k)).any(sums);
        let head = kolom[n].kepala.clone();
        kolom[n].makna = if proven {
            Makna::Abaikan(pesan!("bagian: jumlahnya yang dibaca", "a part: the sum is read"))
        } else {
            let question = pesan!(
                "`{head}`: sumber dana atau jenis belanja, hanya bagian; jumlahnya tidak terbukti ada di kolom lain",
                "`{head}`: a source of funds or a kind of spending, a part only; no other column is proven to be the sum"
            );
            Makna::tanya(question, "abaikan")
        };
    }
}

/// `Bulan ini` and `s.d. bulan lalu` beside `s.d. bulan ini` are parts of it: of the months that the title tells, or left out.
fn masa_ini(
    kolom: &mut [Kolom],
    (lembar, isi): (&Lembar, &Range<usize>),
    judul: Option<&str>,
    settled: &dyn Fn(&Kolom) -> bool,
) {
    let of = |k: &Kolom| match &k.makna {
        Makna::Ukuran(name) if ["realisasi", "realisasi_fisik", "serapan"].contains(&name.as_str()) => {
            Some((name.clone(), kini(&tingkat(k))?))
        }
        _ => None,
    };
    let all: Vec<Option<(String, Kini)>> = kolom.iter().map(of).collect();
    for n in 0..kolom.len() {
        let Some((base, own)) = all[n].clone().filter(|(_, own)| !(own.ini && own.sejak_awal)) else { continue };
        if settled(&kolom[n]) {
            continue;
        }
        let same = |ok: &dyn Fn(&Kini) -> bool| {
            all.iter().position(|o| o.as_ref().is_some_and(|(name, k)| *name == base && ok(k)))
        };
        let Some(whole) = same(&|k| k.ini && k.sejak_awal) else {
            if base == "realisasi" {
                let head = kolom[n].kepala.clone();
                let question =
                    pesan!("`{head}`: realisasi masa yang mana?", "`{head}`: what was spent in which period?");
                kolom[n].makna = Makna::tanya(question, "realisasi, realisasi_kumulatif");
            }
            continue;
        };
        let this = same(&|k| k.ini && !k.sejak_awal);
        // `Bulan lalu` without more is up to then where the two add up to the whole.
        let sofar = own.sejak_awal || {
            let at = |m: usize| kolom[m].indeks;
            this.is_some_and(|m| tambah(lembar, isi, [at(n), at(m)], at(whole)))
        };
        let period = judul.filter(|p| own.jenis.cocok(p)).map(ToString::to_string);
        let name = match (base.as_str(), own.ini) {
            ("realisasi", true) => period.map(|p| format!("realisasi {p}")),
            ("realisasi", false) if sofar => sebelum(period).map(|p| format!("realisasi_kumulatif {p}")),
            (_, false) if sofar => sebelum(period).map(|p| format!("{base} {p}")),
            _ => None,
        };
        kolom[n].makna = name.map_or_else(
            || Makna::Abaikan(pesan!("bagian dari realisasi sampai masa ini", "part of what was spent up to now")),
            Makna::Ukuran,
        );
    }
}

/// Whether two columns add up to a third in every row that prints all of them, and in one at least.
fn tambah(lembar: &Lembar, isi: &Range<usize>, parts: [usize; 2], whole: usize) -> bool {
    let row = |row: usize| {
        let [a, b] = parts.map(|at| nilai(lembar, row, at));
        Some((a?.checked_add(b?)?, nilai(lembar, row, whole)?))
    };
    let mut rows = isi.clone().filter_map(row).filter(|(a, b)| !a.is_zero() || !b.is_zero()).peekable();
    rows.peek().is_some() && rows.all(|(a, b)| a == b)
}

/// What was paid back: taken off already, in rows of its own, or nobody knows.
fn kembali(kolom: &mut [Kolom], lembar: &Lembar, isi: &Range<usize>, settled: &dyn Fn(&Kolom) -> bool) {
    let refunds: Vec<usize> =
        (0..kolom.len()).filter(|n| kolom[*n].makna == Makna::Setoran && !settled(&kolom[*n])).collect();
    let neto = |k: &Kolom| spent(k) && salah_satu(&lipat(&k.kepala), &NETO);
    let net: Vec<usize> = (0..kolom.len()).filter(|n| neto(&kolom[*n])).collect();
    let gross: Vec<usize> = (0..kolom.len()).filter(|n| spent(&kolom[*n]) && !neto(&kolom[*n])).collect();
    for n in refunds {
        let back = |row: usize| nilai(lembar, row, kolom[n].indeks).filter(|v| !v.is_zero());
        let total = |row: usize| lembar.baris[row].iter().any(|c| super::total::total(&c.tulisan()));
        let rows: Vec<usize> = isi.clone().filter(|row| back(*row).is_some() && !total(*row)).collect();
        let of = |m: usize, row: usize| nilai(lembar, row, kolom[m].indeks);
        let proven = |a: usize, b: usize| {
            let fits = |row: &usize| {
                let (a, b, back) = (of(a, *row)?, of(b, *row)?, back(*row)?);
                a.checked_sub(back.abs()).map(|own| own == b)
            };
            !rows.is_empty() && rows.iter().all(|row| fits(row) == Some(true))
        };
        let beside = |m: usize| rows.iter().all(|row| of(m, *row).is_none_or(|v| v.is_zero()));
        let done = match (net.as_slice(), gross.as_slice()) {
            ([_], []) => true,
            ([b], [a]) => proven(*a, *b),
            _ => false,
        };
        let taken = || Makna::Abaikan(pesan!("sudah dikurangkan dari realisasi", "taken off the realisasi already"));
        if done {
            kolom[n].makna = taken();
            if let [a] = gross.as_slice() {
                kolom[*a].makna = taken();
            }
        } else if !rows.is_empty() && !gross.iter().any(|m| beside(*m)) {
            let head = kolom[n].kepala.clone();
            let question = pesan!(
                "`{head}`: sudah dikurangkan dari realisasi di sampingnya, atau belum (`setoran`: dikurangkan di sini)?",
                "`{head}`: taken off the realisasi beside it already, or not (`setoran`: taken off here)?"
            );
            kolom[n].makna = Makna::tanya(question, "setoran, abaikan");
        }
    }
}

/// `Total` behind the parts of a year is their sum: of the year, or of its plan.
fn jumlah_masa(kolom: &mut [Kolom], lembar: &Lembar, isi: &Range<usize>, settled: &dyn Fn(&Kolom) -> bool) {
    let parts = |base: &str| -> Vec<usize> {
        let own = |k: &&Kolom| matches!(&k.makna, Makna::Ukuran(n) if n.strip_prefix(base).is_some_and(|m| m.starts_with(' ') && m.contains('-')));
        kolom.iter().filter(own).map(|k| k.indeks).collect()
    };
    let (spent_parts, planned) = (parts("realisasi"), parts("rencana"));
    let sums = |at: usize, parts: &[usize]| {
        let row = |row: usize| {
            let sum = parts
                .iter()
                .try_fold(Decimal::ZERO, |a, p| a.checked_add(nilai(lembar, row, *p).unwrap_or_default()))?;
            Some((nilai(lembar, row, at)?, sum))
        };
        let rows: Vec<(Decimal, Decimal)> = isi.clone().filter_map(row).collect();
        parts.len() > 1 && !rows.is_empty() && rows.iter().all(|(a, b)| a == b)
    };
    let year = kolom.iter().any(spent);
    let total = |k: &Kolom| salah_satu(&k.akhir, &["total", "jumlah"]) && !settled(k);
    let open = |k: &Kolom| match &k.makna {
        Makna::Tanya(..) => true,
        Makna::Abaikan(reason) => reason.id == "tidak dikenal",
        Makna::Ukuran(name) => name == "pagu.laporan",
        _ => false,
    };
    for k in kolom.iter_mut().filter(|k| total(k) && open(k)) {
        if !year && sums(k.indeks, &spent_parts) {
            k.makna = Makna::Ukuran("realisasi".to_string());
        } else if sums(k.indeks, &planned) {
            k.makna = Makna::Abaikan(pesan!("jumlah rencananya", "the sum of the plan"));
        }
    }
}

/// What was spent up to the end of the year is what was spent in it, where no other column says that.
pub fn setahun(kolom: &mut [Kolom], settled: &dyn Fn(&Kolom) -> bool) {
    if kolom.iter().any(spent) {
        return;
    }
    let end = |name: &str| name.strip_prefix("realisasi_kumulatif ").is_some_and(|m| super::masa::bulan(m) == Some(12));
    let all = kolom.iter().filter(|k| matches!(&k.makna, Makna::Ukuran(n) if end(n))).count();
    // What is said beside it of the same month is of the year too: `s.d. Desember: Rp, %`.
    let beside = |name: &str| {
        let (base, masa) = name.split_once(' ')?;
        let kind = matches!(base, "serapan" | "sisa" | "realisasi_fisik");
        (kind && super::masa::bulan(masa) == Some(12)).then(|| base.to_string())
    };
    let plain: Vec<String> =
        kolom.iter().filter_map(|k| if let Makna::Ukuran(n) = &k.makna { Some(n.clone()) } else { None }).collect();
    for k in kolom.iter_mut().filter(|k| all == 1 && !settled(k)) {
        let Makna::Ukuran(name) = &k.makna else { continue };
        if end(name) {
            k.makna = Makna::Ukuran("realisasi".to_string());
        } else if let Some(base) = beside(name).filter(|b| !plain.contains(b)) {
            k.makna = Makna::Ukuran(base);
        }
    }
}
