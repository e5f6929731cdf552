//! Terusan: what a disputed figure carries on. A capaian or an efisiensi that agrees with a disputed realisasi is right only if that
//! figure is: it stands under the finding, with the value it would have.

use super::bahan::Bahan;
use super::jenis::{Akibat, Bobot, Golongan, Hasil, HasilUji, Pemeriksaan, Temuan};
use super::kata;
use super::operasi::Operasi;
use super::uji::{Banding, banding};
use crate::diagnostic::Pesan;
use crate::pesan;
use crate::records::{Nilai, Ukuran as U};
use rust_decimal::Decimal;

/// How far a dispute is followed from figure to figure.
const TERJAUH: usize = 3;

/// A fact with the value that is printed and the one that speaks against it.
struct Ganti {
    alamat: String,
    dari: Decimal,
    ke: Decimal,
    teks: (Pesan, Pesan),
}

/// Adds to every contradiction the figures that were computed from what it disputes.
pub fn semua(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let Hasil { pemeriksaan, temuan, .. } = hasil;
    let told: Vec<String> = temuan.iter().map(|t| t.alamat.clone()).collect();
    // The last digit of a rounding carries nothing on.
    let heavy = |t: &&mut Temuan| t.golongan == Golongan::Pertentangan && t.tingkat != Bobot::Rendah;
    for t in temuan.iter_mut().filter(heavy) {
        let mut open = ganti(b, pemeriksaan, t);
        for _ in 0..TERJAUH {
            let next: Vec<Ganti> = open.iter().flat_map(|g| satu(b, pemeriksaan, t, &told, g)).collect();
            open = next;
        }
    }
}

/// What a finding says of the values of facts: its own computation, and those of what stands under it.
fn ganti(b: &Bahan<'_, '_>, checks: &[Pemeriksaan], t: &Temuan) -> Vec<Ganti> {
    let mut out = Vec::new();
    if let ([value], Some(i)) = (&t.terhitung[..], t.rujukan.first().and_then(|r| r.pernyataan))
        && t.sengketa.contains(&i)
        && let Some(dari) = b.bukti(i)
    {
        // What the computation gives may be printed elsewhere, with the decimals the report uses.
        let printed = t.rujukan.iter().filter_map(|r| r.pernyataan).find(|j| setara(b, i, *j, *value));
        let ke = printed.and_then(|j| b.bukti(j)).unwrap_or(*value);
        let text = printed.map_or_else(|| kata::hitungan(b, i, ke), |j| kata::nilai(b, j));
        if ke != dari {
            out.push(Ganti { alamat: b.p(i).alamat.clone(), dari, ke, teks: (kata::nilai(b, i), text) });
        }
    }
    for i in t.akibat.iter().filter_map(|a| a.pernyataan) {
        let broken = |p: &&Pemeriksaan| p.pernyataan == i && p.hasil == HasilUji::Beda && p.operasi == Operasi::Kurang;
        if let (Some(p), Some(dari)) = (checks.iter().find(broken), b.bukti(i)) {
            let text = kata::hitungan(b, i, p.terhitung);
            out.push(Ganti { alamat: b.p(i).alamat.clone(), dari, ke: p.terhitung, teks: (kata::nilai(b, i), text) });
        }
    }
    out
}

/// Whether another statement of the fact prints what was computed, rounded or cut off.
fn setara(b: &Bahan<'_, '_>, i: usize, j: usize, value: Decimal) -> bool {
    let fits = |v: Decimal, decimals: u32| banding(v, decimals, value) != Banding::Lain;
    let same = b.p(i).alamat == b.p(j).alamat && b.bukti(i) != b.bukti(j);
    same && b.p(j).sel.bukti().is_some_and(|a| fits(a.nilai, a.desimal))
}

/// The figures that agree with the printed value of one fact, and what they would be with the other.
fn satu(b: &Bahan<'_, '_>, checks: &[Pemeriksaan], t: &mut Temuan, told: &[String], g: &Ganti) -> Vec<Ganti> {
    let mut out = Vec::new();
    for p in checks {
        let i = p.pernyataan;
        let uses = |j: usize| b.p(j).alamat == g.alamat && b.bukti(j) == Some(g.dari);
        let agrees = matches!(p.hasil, HasilUji::Cocok | HasilUji::Terpotong);
        let known = told.contains(&p.alamat)
            || t.akibat.iter().any(|a| a.pernyataan.is_some_and(|j| b.p(j).alamat == p.alamat));
        if !agrees || !mengikuti(b, p) || known || p.alamat == g.alamat {
            continue;
        }
        let at = |m: &super::jenis::Masukan| if uses(m.pernyataan) { g.ke } else { m.nilai };
        if !p.masukan.iter().any(|m| uses(m.pernyataan)) || !matches!(b.p(i).sel.nilai, Nilai::Angka(_)) {
            continue;
        }
        let Some(value) = p.operasi.hitung(&p.masukan.iter().map(at).collect::<Vec<_>>()) else { continue };
        if banding(p.tertulis, p.desimal, value) != Banding::Lain {
            continue;
        }
        let (written, place, now) = (kata::nilai(b, i), kata::letak(b, i), kata::hitungan(b, i, value));
        let (from, to) = (&g.teks.0, &g.teks.1);
        let pesan = pesan!(
            "Tertulis {written} ({place}), dihitung dari {from}; dengan {to} menjadi {now}.",
            "Printed {written} ({place}), computed from {from}; with {to} it is {now}.",
            written,
            from,
            to,
            now
        );
        t.akibat.push(Akibat { aturan: p.aturan, alamat: p.alamat.clone(), pernyataan: Some(i), pesan });
        out.push(Ganti { alamat: p.alamat.clone(), dari: p.tertulis, ke: value, teks: (written, now) });
    }
    out
}

/// Whether a figure only repeats its inputs: a quotient, or an efisiensi. A sum that agrees speaks for its terms.
fn mengikuti(b: &Bahan<'_, '_>, p: &Pemeriksaan) -> bool {
    let saved = || b.kolom(p.pernyataan).is_some_and(|k| k.ukuran == U::Efisiensi);
    match p.operasi {
        Operasi::Persen | Operasi::Bagi(_) | Operasi::Capaian(..) | Operasi::Tumbuh | Operasi::Susut => true,
        Operasi::SeratusKurangBagi | Operasi::SeratusKurang | Operasi::BagiKurangBagi | Operasi::KurangBagi => true,
        Operasi::Kurang => saved(),
        _ => false,
    }
}
