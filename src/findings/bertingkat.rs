//! Bertingkat: one amount that its printed serapan do not follow from, on several levels of the budget: a sub kegiatan, its kegiatan,
//! its program, the whole. Each percentage leaves an interval for the realisasi behind it; where the same amount more (or less) makes
//! all of them hold, that is one cause, told at the deepest row. The others stand under it.

use super::bahan::Bahan;
use super::himpun;
use super::jenis::{Golongan, HasilUji, Pemeriksaan, Temuan};
use super::kata;
use super::operasi::Operasi;
use crate::diagnostic::Pesan;
use crate::pesan;
use crate::records::{Simpul, Subjek, Ukuran as U};
use rust_decimal::Decimal;

/// The amount must be so many times wider than the interval it lies in: else two percentages meet by chance.
const JELAS: i64 = 3;

/// One serapan that does not follow from its row.
struct Tingkat<'x> {
    /// Its finding.
    temuan: usize,
    /// The realisasi it should follow from.
    realisasi: usize,
    /// What the row is.
    subjek: &'x Subjek,
    /// How much more the realisasi would have to be: at least, at most.
    selisih: (Decimal, Decimal),
}

/// Joins the serapan of rows above each other that one amount explains.
pub fn semua(b: &Bahan<'_, '_>, checks: &[Pemeriksaan], list: &mut Vec<Temuan>) {
    let mut rows: Vec<Tingkat<'_>> = (0..list.len()).filter_map(|n| tingkat(b, checks, list, n)).collect();
    // The deepest first: a sub kegiatan may be what every row above it repeats.
    rows.sort_by_key(|r| (std::cmp::Reverse(dalam(b, r)), r.temuan));
    let mut done: Vec<usize> = Vec::new();
    for n in 0..rows.len() {
        let first = &rows[n];
        if done.contains(&first.temuan) {
            continue;
        }
        let (mut low, mut high) = first.selisih;
        let mut rest = Vec::new();
        for above in rows.iter().filter(|r| r.temuan != first.temuan && !done.contains(&r.temuan)) {
            let meets = (low.max(above.selisih.0), high.min(above.selisih.1));
            if setahun(b, first, above) && memuat(b, above, first) && meets.0 <= meets.1 {
                (low, high) = meets;
                rest.push(above.temuan);
            }
        }
        if rest.is_empty() {
            continue;
        }
        done.extend(&rest);
        done.push(first.temuan);
        tulis(b, checks, list, first, (low, high), &rest);
    }
    list.retain(|t| !t.rujukan.is_empty());
}

fn tingkat<'x>(b: &Bahan<'_, 'x>, checks: &[Pemeriksaan], list: &[Temuan], n: usize) -> Option<Tingkat<'x>> {
    let t = list.get(n).filter(|t| t.golongan == Golongan::Pertentangan)?;
    let i = t.rujukan.first()?.pernyataan?;
    let own = |p: &&Pemeriksaan| p.pernyataan == i && p.aturan == t.aturan.kode && p.hasil == HasilUji::Beda;
    let check = checks.iter().find(own).filter(|p| p.operasi == Operasi::Persen)?;
    let [realisasi, pagu] = check.masukan.iter().map(|m| m.pernyataan).collect::<Vec<_>>()[..] else { return None };
    let (subjek, kolom) = b.ukur(i).filter(|_| b.anggaran(i))?;
    // A serapan that another place prints as it is computed is the one that is wrong, not the amount behind it.
    let printed = || b.di(&t.alamat).iter().any(|j| b.bukti(*j).is_some() && b.bukti(*j) != b.bukti(i));
    if kolom.ukuran != U::Serapan || t.terhitung.len() != 1 || !t.sengketa.contains(&i) || printed() {
        return None;
    }
    let (spent, budget) = (b.bukti(realisasi)?, b.bukti(pagu)?);
    let (a, z) = b.p(i).sel.angka()?.selang();
    let more = |v: Decimal| v.checked_mul(budget)?.checked_div(Decimal::ONE_HUNDRED)?.checked_sub(spent);
    let selisih = (more(a)?, more(z)?);
    let width = selisih.1.checked_sub(selisih.0)?;
    let clear = selisih.0.abs().min(selisih.1.abs()) > width.checked_mul(Decimal::from(JELAS))?;
    clear.then_some(Tingkat { temuan: n, realisasi, subjek, selisih })
}

/// Whether two amounts are of one year and one part of it.
fn setahun(b: &Bahan<'_, '_>, x: &Tingkat<'_>, y: &Tingkat<'_>) -> bool {
    let (p, q) = (b.p(x.realisasi), b.p(y.realisasi));
    p.tahun == q.tahun && p.masa == q.masa && p.rekaman == q.rekaman
}

/// How deep a row lies in the tree: the whole budget first.
fn dalam(b: &Bahan<'_, '_>, r: &Tingkat<'_>) -> usize {
    match r.subjek {
        Subjek::Total => 0,
        Subjek::Sasaran(_) => 1,
        Subjek::Kode(kode) => {
            let node = b.pohon(r.realisasi).and_then(|tree| tree.semua().into_iter().find(|(_, n)| n.kode == *kode));
            2 + node.map_or(0, |(depth, _)| depth)
        }
    }
}

/// Whether one row holds the other.
fn memuat(b: &Bahan<'_, '_>, above: &Tingkat<'_>, below: &Tingkat<'_>) -> bool {
    let Some(tree) = b.pohon(below.realisasi) else { return false };
    let holds = |n: &Simpul, r: &Tingkat<'_>| match r.subjek {
        Subjek::Kode(kode) => n.semua().iter().any(|(_, c)| c.kode == *kode),
        _ => false,
    };
    match above.subjek {
        Subjek::Total => true,
        Subjek::Sasaran(s) => tree.pohon.iter().any(|n| n.sasaran.contains(s) && holds(n, below)),
        Subjek::Kode(kode) => tree.semua().iter().any(|(_, n)| n.kode == *kode && holds(n, below)),
    }
}

/// The finding of the deepest row names the others, and the amount with which all of them hold.
fn tulis(
    b: &Bahan<'_, '_>,
    checks: &[Pemeriksaan],
    list: &mut [Temuan],
    first: &Tingkat<'_>,
    (low, high): (Decimal, Decimal),
    rest: &[usize],
) {
    let cell = |n: &usize| list[*n].rujukan.first().and_then(|r| r.pernyataan);
    let item = |i: usize| {
        let (what, value, place) = (kata::subjek(b, i), kata::nilai(b, i), kata::letak(b, i));
        pesan!("{what} {value} ({place})", "{what} {value} ({place})", what, value)
    };
    let items: Vec<Pesan> = rest.iter().filter_map(cell).map(item).collect();
    let items = Pesan::gabung(&items, &Pesan::sama("; "));
    let own = b.bukti(first.realisasi).unwrap_or_default();
    // Whole rupiah within the interval.
    let (from, to) = (own.saturating_add(low).ceil(), own.saturating_add(high).floor());
    let (what, now) = (kata::subjek(b, first.realisasi), kata::nilai(b, first.realisasi));
    let (from, to) = (Pesan::tiap(|lang| lang.rupiah(from)), Pesan::tiap(|lang| lang.rupiah(to)));
    let t = &mut list[first.temuan];
    t.pesan.sambung(&pesan!(
        " Begitu pula serapan {items}. Semuanya cocok bila realisasi {what} antara {from} dan {to}; tertulis {now}.",
        " So too the absorption of {items}. All agree if the spending of {what} is between {from} and {to}; printed {now}.",
        items,
        what,
        from,
        to,
        now
    ));
    // The sums that hold with the amount as printed speak for it.
    let sum = |p: &&Pemeriksaan| {
        let holds = p.operasi == Operasi::Jumlah && p.hasil == HasilUji::Cocok;
        holds && p.masukan.iter().any(|m| m.pernyataan == first.realisasi)
    };
    if let Some(p) = checks.iter().find(sum) {
        let (what, value, place) =
            (kata::apa(b, p.pernyataan), kata::nilai(b, p.pernyataan), kata::letak(b, p.pernyataan));
        t.pesan.sambung(&pesan!(
            " Jumlah yang memuatnya cocok dengan yang tertulis: {what} {value} ({place}).",
            " The sum that holds it agrees with the amount as printed: {what} {value} ({place}).",
            what,
            value
        ));
        himpun::tempat(t, vec![b.rujukan(p.pernyataan)]);
    }
    let more: Vec<usize> = rest.iter().flat_map(|n| list[*n].sengketa.clone()).collect();
    himpun::sengketa(&mut list[first.temuan], &more);
    himpun::di_bawah(list, first.temuan, rest);
}
