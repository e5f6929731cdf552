//! Wajar: amounts and parents that are read without doubt and are hardly meant: a cell in thousands typed as rupiah, a factor of
//! exactly a thousand between two prints of one budget, a budget below zero, a parent that is nowhere. Warnings: a document may print so.

use super::content::OpdTahun;
use super::kolom::{Jenis, Ukuran};
use super::pernyataan::{Baris, Kumpulan, Pernyataan};
use crate::diagnostic::{Diagnostic, Jalur, Pesan, Spot};
use crate::pesan;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Tables with fewer amounts have no usual size.
const SEDIKITNYA: usize = 4;
/// Below this nobody plans a year's budget in whole rupiah.
const KECIL: i64 = 100_000;
/// Where the middle amount of a table is at least this, its cells are whole rupiah.
const BESAR: i64 = 10_000_000;

/// Warns of all of them; `file` names the YAML file of a year, `opd` that of the agency.
pub fn check(
    source: &OpdTahun,
    kumpulan: &Kumpulan<'_>,
    opd: &Arc<str>,
    file: &dyn Fn(i32) -> Option<Arc<str>>,
    found: &mut Vec<Diagnostic>,
) {
    induk(source, opd, found);
    batas(source, file, found);
    let mut tables: BTreeMap<(i32, usize), Vec<&Pernyataan<'_>>> = BTreeMap::new();
    for p in &kumpulan.semua {
        let Some(tahun) = p.rekaman.filter(|_| p.tempat.bagian == "anggaran" && p.jenis() == Jenis::Uang) else {
            continue;
        };
        if p.bukti().is_some() {
            tables.entry((tahun, p.tempat.tabel)).or_default().push(p);
        }
    }
    let mut report = |p: &Pernyataan<'_>, code, message: Pesan, help: Pesan| {
        if let Some(berkas) = p.rekaman.and_then(file) {
            found.push(Diagnostic::peringatan(code, &berkas, Spot::Nilai(p.jalur()), message).bantuan(help));
        }
    };
    let mut told: BTreeSet<String> = BTreeSet::new();
    for cells in tables.values() {
        if let Some(p) = kumulatif(cells) {
            let tercetak = &p.sel.tercetak;
            report(
                p,
                "masa-kumulatif",
                pesan!(
                    "realisasi bagian tahun sampai `{tercetak}` tidak pernah turun, dan jumlahnya melebihi pagu barisnya",
                    "the spending by parts of the year up to `{tercetak}` never falls, and its sum passes the budget of its row"
                ),
                pesan!(
                    "bila angkanya sejak awal tahun, tulis kolomnya `realisasi_kumulatif`, misalnya `realisasi_kumulatif 2024-tw2`",
                    "where the figures count from the start of the year, write the columns as `realisasi_kumulatif`, for example `realisasi_kumulatif 2024-tw2`"
                ),
            );
        }
        let mut sizes: Vec<Decimal> = cells.iter().filter_map(|p| p.bukti()).filter(|v| *v > Decimal::ZERO).collect();
        sizes.sort();
        let usual = sizes
            .get(sizes.len() / 2)
            .filter(|_| sizes.len() >= SEDIKITNYA)
            .is_some_and(|v| *v >= Decimal::from(BESAR));
        for p in cells {
            let tercetak = &p.sel.tercetak;
            if ukuran(p) == Some(Ukuran::Realisasi) && p.bukti().is_some_and(|v| v < Decimal::ZERO) {
                report(
                    p,
                    "realisasi-negatif",
                    pesan!("realisasi `{tercetak}` kurang dari nol", "the spending `{tercetak}` is below zero"),
                    pesan!(
                        "periksa dokumennya: tanda minus, kurung, atau pengembalian belanja?",
                        "look at the document: a minus, brackets, or money paid back?"
                    ),
                );
            }
            let Some(value) = p.bukti().filter(|_| pagu(p)) else { continue };
            if value < Decimal::ZERO {
                report(
                    p,
                    "pagu-negatif",
                    pesan!("pagu `{tercetak}` kurang dari nol", "the budget `{tercetak}` is below zero"),
                    pesan!(
                        "periksa dokumennya: tanda minus, kurung, atau kolom selisih yang tertulis sebagai pagu?",
                        "look at the document: a minus, brackets, or a column of differences written as a budget?"
                    ),
                );
            } else if usual && !value.is_zero() && value < Decimal::from(KECIL) {
                told.insert(p.alamat.clone());
                report(
                    p,
                    "rupiah-kecil",
                    pesan!(
                        "pagu `{tercetak}` hanya beberapa rupiah, sedangkan angka lain dalam tabel ini berjuta-juta",
                        "the budget `{tercetak}` is a few rupiah, while the other amounts of this table are millions"
                    ),
                    pesan!(
                        "bila selnya dalam ribuan atau jutaan, tulis besarannya di belakang angkanya: \"{tercetak} ribu\" atau \"{tercetak} juta\"",
                        "where the cell is in thousands or millions, write the word behind it: \"{tercetak} ribu\" or \"{tercetak} juta\""
                    ),
                );
            }
        }
    }
    for (p, q) in
        kelipatan(kumpulan).into_iter().filter(|(p, q)| !told.contains(&p.alamat) && !told.contains(&q.alamat))
    {
        let (here, there, letak) = (&p.sel.tercetak, &q.sel.tercetak, &q.sumber.letak);
        report(
            p,
            "kelipatan-seribu",
            pesan!(
                "`{here}` tepat seperseribu atau sepersejuta dari `{there}` ({letak}) untuk simpul yang sama",
                "`{here}` is exactly a thousandth or a millionth of `{there}` ({letak}) for the same node"
            ),
            pesan!(
                "periksa dokumennya: bila salah satunya dalam ribuan atau jutaan, tulis besarannya, \"{here} ribu\" atau `dalam: ribuan rupiah` pada tabelnya",
                "look at the document: where one is in thousands or millions, write so, \"{here} ribu\" or `dalam: ribuan rupiah` on its table"
            ),
        );
    }
}

/// Whether amounts of the parts of a year look like running totals: they never fall, and together they pass a budget that the
/// last of them does not.
pub fn tampak_kumulatif(bagian: &[Decimal], pagu: Decimal) -> bool {
    let sum = bagian.iter().try_fold(Decimal::ZERO, |a, b| a.checked_add(*b));
    let rises = bagian.windows(2).all(|pair| pair[0] <= pair[1]);
    bagian.len() > 1 && rises && bagian.last().is_some_and(|last| *last <= pagu) && sum.is_none_or(|sum| sum > pagu)
}

/// The last part of the year in the first row of a table whose parts look like running totals.
fn kumulatif<'p, 'a>(cells: &[&'p Pernyataan<'a>]) -> Option<&'p Pernyataan<'a>> {
    let mut rows: BTreeMap<String, Vec<&'p Pernyataan<'a>>> = BTreeMap::new();
    for p in cells {
        if let Baris::Kunci(row) = p.tempat.baris {
            rows.entry(row.to_string()).or_default().push(*p);
        }
    }
    rows.into_values().find_map(|row| {
        let most = row.iter().filter(|p| pagu(p)).filter_map(|p| p.bukti()).max()?;
        let part = |p: &&&Pernyataan<'a>| ukuran(p) == Some(Ukuran::Realisasi) && !p.masa.setahun();
        let mut parts: Vec<_> =
            row.iter().filter(part).filter_map(|p| Some((p.masa.bulan_akhir()?, p.bukti()?, *p))).collect();
        parts.sort_by_key(|(end, ..)| *end);
        let amounts: Vec<Decimal> = parts.iter().map(|(_, v, _)| *v).collect();
        parts.last().map(|(.., p)| *p).filter(|_| tampak_kumulatif(&amounts, most))
    })
}

fn pagu(p: &Pernyataan<'_>) -> bool {
    ukuran(p).is_some_and(|u| u == Ukuran::Pagu)
}

fn ukuran(p: &Pernyataan<'_>) -> Option<Ukuran> {
    match p.bagian {
        super::pernyataan::Bagian::Anggaran { kolom, .. } => Some(kolom.ukuran),
        _ => None,
    }
}

/// Budgets of one node, over all phases and years, of which one is exactly a thousandth or a millionth of another; each node once.
fn kelipatan<'k, 'a>(kumpulan: &'k Kumpulan<'a>) -> Vec<(&'k Pernyataan<'a>, &'k Pernyataan<'a>)> {
    let mut nodes: BTreeMap<&str, Vec<&Pernyataan<'a>>> = BTreeMap::new();
    for p in kumpulan.semua.iter().filter(|p| pagu(p) && p.bukti().is_some_and(|v| v > Decimal::ZERO)) {
        // `2024/anggaran/penunjang.k1/pagu.murni`
        if let Some(kode) = p.alamat.split('/').nth(2).filter(|kode| !kode.contains('~')) {
            nodes.entry(kode).or_default().push(p);
        }
    }
    let factors = [Decimal::from(1000), Decimal::from(1_000_000)];
    let mut out = Vec::new();
    for list in nodes.values() {
        let by_value: BTreeMap<Decimal, &Pernyataan<'a>> =
            list.iter().filter_map(|p| Some((p.bukti()?.normalize(), *p))).collect();
        let pair = by_value.iter().find_map(|(v, p)| {
            // A round amount may grow tenfold thrice; one with digits of its own does not.
            let times = |f: &Decimal| by_value.get(&v.checked_mul(*f)?.normalize()).copied();
            Some((*p, factors.iter().find_map(times)?))
        });
        out.extend(pair);
    }
    out
}

/// Indicators whose parent is no node, no objective and no goal: the list behind them would be empty.
fn induk(source: &OpdTahun, opd: &Arc<str>, found: &mut Vec<Diagnostic>) {
    let trees = source.rekaman.iter().map(|r| &r.anggaran);
    if trees.clone().all(|t| t.pohon.is_empty() || t.sebagian) {
        return;
    }
    let own = &source.opd;
    let goals = own.tujuan.iter().map(|t| t.kode.as_str());
    let known: BTreeSet<&str> =
        goals.chain(own.tujuan.iter().flat_map(|t| t.sasaran.iter().map(|s| s.kode.as_str()))).collect();
    for (kode, x) in &own.indikator {
        let Some(induk) = x.induk.as_deref().filter(|i| !known.contains(i)) else { continue };
        if trees.clone().any(|t| t.simpul(induk).is_some()) || own.indikator.contains_key(induk) {
            continue;
        }
        let way = Jalur::default().kunci("indikator").kunci(kode).kunci("induk");
        found.push(
            Diagnostic::peringatan(
                "induk-tak-dikenal",
                opd,
                Spot::Nilai(way),
                pesan!(
                    "induk `{induk}` tidak ada dalam pohon anggaran, sasaran, atau tujuan mana pun",
                    "the parent `{induk}` is in no budget tree, no objective and no goal"
                ),
            )
            .bantuan(pesan!(
                "tulis kode program, kegiatan, sub kegiatan, sasaran, atau tujuan seperti dalam pohonnya, atau hapus `induk`",
                "write the code of a program, kegiatan, sub kegiatan, sasaran or tujuan as in its tree, or leave `induk` out"
            )),
        );
    }
}

/// Books are closed in January, audits end in spring: later than that a cut-off is the day of the report, or a slip of the year.
const BULAN_TERAKHIR: i8 = 4;

/// Records whose data are said to go up to long after their year.
fn batas(source: &OpdTahun, file: &dyn Fn(i32) -> Option<Arc<str>>, found: &mut Vec<Diagnostic>) {
    for r in &source.rekaman {
        let (tahun, batas) = (r.tahun, r.batas_data);
        let Some(berkas) = file(tahun).filter(|_| batas.tahun() > tahun && batas.hari().month() > BULAN_TERAKHIR)
        else {
            continue;
        };
        found.push(
            Diagnostic::peringatan(
                "batas-data-jauh",
                &berkas,
                Spot::Nilai(Jalur::default().kunci("batas_data")),
                pesan!(
                    "data {tahun} dikatakan sampai `{batas}`, jauh sesudah tahunnya berakhir",
                    "the data of {tahun} are said to go up to `{batas}`, long after its year ended"
                ),
            )
            .bantuan(pesan!(
                "tulis sampai tanggal berapa datanya, bukan kapan laporannya dibuat: biasanya `{tahun}-12-31`",
                "write up to which day the data go, not when the report was made: usually `{tahun}-12-31`"
            )),
        );
    }
}
