//! Anggaran: what is derived from the budget of a year. Phases and sources of funds never mix in one figure.

use super::isian::{Daftar, Masukan, Turunan, add, bagi, batas, kurang, lebar, masukan, pasti};
use super::kata;
use super::pilihan::{
    TAHAP_PAGU, babak, dengan_belanja, dibelanjakan, dihapus, pagu_akhir, pilih, tercetak_tanpa_angka,
};
use super::rumus;
use super::sepanjang;
use super::sumber_dana::{self, jumlah, sumber_dana, terjumlah, uang_semua};
use super::uang::Uang;
use crate::diagnostic::Pesan;
use crate::pesan;
use crate::records::{Jenis, Kumpulan, OpdTahun, Pernyataan, Rekaman, Simpul};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Every derived figure of the budget of one record.
pub(super) fn turunan(out: &mut Daftar, source: &OpdTahun, k: &Kumpulan<'_>, rekaman: &Rekaman) {
    let (tahun, programs) = (rekaman.tahun, &rekaman.anggaran.pohon);
    let nodes = rekaman.anggaran.semua();
    let goals: Vec<String> = source.opd.kode_sasaran().iter().map(|kode| format!("sasaran:{kode}")).collect();
    let rows = || nodes.iter().map(|(_, n)| n.kode.as_str()).chain(["total"]).chain(goals.iter().map(String::as_str));
    for subjek in rows() {
        pecahan(out, k, tahun, subjek);
    }
    for (_, node) in &nodes {
        rincian_saja(out, k, tahun, node);
    }
    total(out, k, tahun, rekaman.anggaran.lengkap());
    for subjek in rows() {
        sepanjang::turunan(out, k, rekaman, subjek);
    }
    let unknown = programs.iter().any(|p| {
        let pair = uang(out, k, tahun, &p.kode, false).zip(uang(out, k, tahun, &p.kode, true));
        pair.is_some_and(|(pagu, real)| basis_lain(k, tahun, &p.kode, &pagu, &real))
    });
    for subjek in rows() {
        baris(out, k, tahun, subjek, unknown);
        sejauh_ini(out, k, rekaman, subjek);
    }
    for program in programs {
        bagian(out, k, tahun, &program.kode);
    }
}

/// A budget of one phase, or what was spent: as stated, the sum of its sources of funds, or of the parts of its year.
fn pada(k: &Kumpulan<'_>, tahun: i32, subjek: &str, ukuran: &str, label: &Pesan) -> Option<Masukan> {
    // Four quarters are the year, where no document prints the year itself.
    if ukuran == "realisasi"
        && let Some(all) = sepanjang::setahun(k, tahun, subjek)
    {
        return Some(terjumlah(label.clone(), all.uang, all.alamat));
    }
    sumber_dana::pada(k, tahun, subjek, ukuran, label)
}

/// A row that is only printed by source of funds: the sum of the sources.
fn pecahan(out: &mut Daftar, k: &Kumpulan<'_>, tahun: i32, subjek: &str) {
    let phase = |name: &&&str| sumber_dana(k, tahun, subjek, name).is_some();
    let stated = pagu_akhir(k, tahun, subjek).is_some();
    let pagu = TAHAP_PAGU.iter().find(phase).filter(|_| !stated).copied();
    let spent = dibelanjakan(k, tahun, subjek).is_none().then_some("realisasi");
    for ukuran in pagu.into_iter().chain(spent) {
        let Some(parts) = sumber_dana(k, tahun, subjek, ukuran) else { continue };
        let words = pesan!("jumlah semua sumber dana", "sum of all sources of funds");
        tambah(out, tahun, subjek, ukuran == "realisasi", words, parts);
    }
}

/// Adds a sum of amounts of a row.
fn tambah(out: &mut Daftar, tahun: i32, subjek: &str, realisasi: bool, rumus: Pesan, masukan: Vec<Masukan>) {
    tulis(out, tahun, format!("{tahun}/anggaran/{subjek}/{}", jumlah(realisasi)), rumus, masukan);
}

fn tulis(out: &mut Daftar, tahun: i32, alamat: String, rumus: Pesan, masukan: Vec<Masukan>) {
    let sum = Uang::jumlah(&uang_semua(&masukan));
    let nilai = sum.map(|sum| sum.nilai);
    let batas = sum.map(Uang::ujung).filter(|(low, high)| low != high && masukan.iter().all(|m| m.batas.is_none()));
    let texts: Vec<Pesan> = masukan.iter().map(|m| m.teks.clone()).collect();
    let isi = Pesan::gabung(&texts, &Pesan::sama(" + "));
    add(out, Turunan { alamat, tahun, nilai, batas, jenis: Jenis::Uang, rumus, isi, masukan });
}

/// An amount of a node as it is printed, or the amounts of all its parts where the node itself is not printed.
fn rincian(k: &Kumpulan<'_>, tahun: i32, node: &Simpul, ukuran: &str) -> Option<Vec<Masukan>> {
    if let Some(m) = pada(k, tahun, &node.kode, ukuran, &Pesan::sama(&node.nama)) {
        return Some(vec![m]);
    }
    let printed = |name: &str| k.anggaran(tahun, &node.kode, name).next().is_some();
    // An amount that is doubted, or printed for another phase, is not replaced by its parts.
    let other = if ukuran == "realisasi" { printed(ukuran) } else { TAHAP_PAGU.iter().any(|name| printed(name)) };
    let parts = node.lengkap().filter(|parts| !other && !parts.is_empty())?;
    let all = parts.iter().map(|part| rincian(k, tahun, part, ukuran)).collect::<Option<Vec<_>>>()?;
    Some(all.into_iter().flatten().collect())
}

/// A program or kegiatan that is printed by its parts only: their sum.
fn rincian_saja(out: &mut Daftar, k: &Kumpulan<'_>, tahun: i32, node: &Simpul) {
    let words = || pesan!("jumlah seluruh rincian", "sum of all parts");
    let own = |name: &str| k.anggaran(tahun, &node.kode, name).next().is_none();
    let by_fund = |name: &str| sumber_dana(k, tahun, &node.kode, name).is_some();
    // The last phase that any of its parts prints; where that is not known of all of them, an earlier one is no stand-in.
    let known = |name: &str| {
        let mut below = node.semua().into_iter().map(|(_, n)| format!("{tahun}/anggaran/{}/{name}", n.kode));
        below.any(|a| k.di(&a).next().is_some() || k.urutan_di_bawah(&format!("{a}~")).next().is_some())
    };
    if TAHAP_PAGU.iter().all(|name| own(name) && !by_fund(name))
        && let Some(phase) = TAHAP_PAGU.iter().find(|name| known(name))
        && let Some(parts) = rincian(k, tahun, node, phase)
    {
        tambah(out, tahun, &node.kode, false, words(), parts);
    }
    if dibelanjakan(k, tahun, &node.kode).is_none()
        && own("realisasi")
        && !by_fund("realisasi")
        && sepanjang::setahun(k, tahun, &node.kode).is_none()
        && let Some(parts) = rincian(k, tahun, node, "realisasi")
    {
        tambah(out, tahun, &node.kode, true, words(), parts);
    }
}

/// The whole of the tree, where no document prints it in the last phase of its programs: the sum of the programs, all of
/// one phase and none of them doubted; of a tree that is copied in part none is known.
fn total(out: &mut Daftar, k: &Kumpulan<'_>, tahun: i32, programs: Option<&[Simpul]>) {
    let sum = |ukuran: &str| -> Option<Vec<Masukan>> {
        // What the change took away adds nothing to what is left.
        let left = programs?.iter().filter(|p| !dihapus(k, tahun, &p.kode));
        let parts = left.map(|p| rincian(k, tahun, p, ukuran)).collect::<Option<Vec<_>>>()?;
        Some(parts.into_iter().flatten().collect::<Vec<_>>()).filter(|list| !list.is_empty())
    };
    let words = || pesan!("jumlah seluruh program", "sum of all programs");
    // Where what was spent is the sum of the programs, the budget is that of the same rows.
    let summed = dibelanjakan(k, tahun, "total").is_none()
        && sumber_dana(k, tahun, "total", "realisasi").is_none()
        && sepanjang::setahun(k, tahun, "total").is_none();
    let of_rows = |phase: &str| {
        programs.into_iter().flatten().any(|p| {
            pilih(k.anggaran(tahun, &p.kode, phase)).is_some() || sumber_dana(k, tahun, &p.kode, phase).is_some()
        })
    };
    // The phase that stands beside what was spent, where it is one for all of them, before those printed elsewhere.
    let beside = |p: &Simpul| {
        let name = pagu_akhir(k, tahun, &p.kode)?.utama.alamat.rsplit('/').next().unwrap_or_default().to_string();
        TAHAP_PAGU.into_iter().find(|phase| *phase == name)
    };
    let of_each: BTreeSet<_> = programs.into_iter().flatten().map(beside).collect();
    let shared = of_each
        .first()
        .copied()
        .flatten()
        .filter(|phase| summed && of_each.len() == 1 && (babak(phase) == 2 || *phase == "pagu.laporan"));
    // A whole that prints its budget beside what was spent is not held against a sum of what stands elsewhere.
    let whole = pilih(k.anggaran(tahun, "total", "pagu.laporan"))
        .is_some_and(|p| p.semua.iter().any(|p| p.bukti().is_some() && dengan_belanja(k, tahun, "total", p)));
    let alike = |parts: &[Masukan]| {
        let stated = pilih(k.anggaran(tahun, "total", "pagu.laporan")).and_then(|p| p.utama.sel.angka());
        let sum = parts.iter().try_fold(Decimal::ZERO, |sum, m| sum.checked_add(m.nilai));
        stated.map(crate::number::Angka::selang).zip(sum).is_some_and(|((low, high), sum)| low <= sum && sum <= high)
    };
    let elsewhere = |phase: &str| {
        let prints = |p: &Simpul| k.anggaran(tahun, &p.kode, phase).any(|q| dengan_belanja(k, tahun, &p.kode, q));
        !programs.into_iter().flatten().any(prints)
    };
    for phase in shared.into_iter().chain(TAHAP_PAGU) {
        let stated =
            pilih(k.anggaran(tahun, "total", phase)).is_some() || sumber_dana(k, tahun, "total", phase).is_some();
        if stated && (!summed || of_rows(phase)) {
            break;
        }
        // What some programs have after the change cannot be added to what others had before it.
        if campur(k, tahun, phase) {
            break;
        }
        if let Some(parts) = sum(phase).filter(|parts| !whole || alike(parts) || !elsewhere(phase)) {
            tambah(out, tahun, "total", false, words(), parts);
            if babak(phase) == 2 {
                awal(out, k, tahun, programs.unwrap_or_default());
            }
            break;
        }
        // A later budget is printed and not known for sure: an earlier one is no stand-in.
        let doubted = |kode: &str| pilih(k.anggaran(tahun, kode, phase)).is_some_and(|p| p.utama.sel.ragu);
        let hidden = |kode: &str| babak(phase) > 0 && tercetak_tanpa_angka(k, tahun, kode, phase);
        if programs.into_iter().flatten().any(|p| doubted(&p.kode) || hidden(&p.kode)) {
            break;
        }
    }
    if summed && let Some(parts) = sum("realisasi") {
        tambah(out, tahun, "total", true, words(), parts);
    }
}

/// The first budget of a whole that is a sum, from the same rows: nothing where one of them does not print it.
fn awal(out: &mut Daftar, k: &Kumpulan<'_>, tahun: i32, programs: &[Simpul]) {
    let of = |p: &Simpul| pada(k, tahun, &p.kode, "pagu.murni", &Pesan::sama(&p.nama));
    let Some(parts) = programs.iter().map(of).collect::<Option<Vec<_>>>() else { return };
    let words = pesan!("jumlah pagu murni seluruh program", "sum of the original budgets of all programs");
    tulis(out, tahun, format!("{tahun}/anggaran/total/{MURNI}"), words, parts);
}

/// Where the sum of the first budgets stands.
const MURNI: &str = "pagu-murni-jumlah";

/// The first budget of the whole: as printed, or, where the last one is a sum of the programs, the sum of the same rows.
pub fn pagu_awal(out: &Daftar, k: &Kumpulan<'_>, tahun: i32) -> Option<Masukan> {
    let word = pesan!("Pagu murni", "Original budget");
    if tahap_pagu(out, k, tahun, "total").is_some_and(|(_, summed)| summed) {
        let alamat = format!("{tahun}/anggaran/total/{MURNI}");
        let sum = Uang::jumlah(&uang_semua(&out.get(&alamat)?.masukan))?;
        return Some(terjumlah(word, sum, alamat));
    }
    pasti(pilih(k.anggaran(tahun, "total", "pagu.murni"))).map(|p| masukan(word, &p))
}

/// The phase of the last budget of a row: `pagu.perubahan`, of a sum that of its parts; and whether it is a sum.
pub fn tahap_pagu(out: &Daftar, k: &Kumpulan<'_>, tahun: i32, subjek: &str) -> Option<(String, bool)> {
    let (m, phase) = bertahap(out, k, tahun, subjek, false)?;
    Some((phase, m.letak.is_none()))
}

/// Whether parts of the budget are known after the change while the whole is only known before it.
fn campur(k: &Kumpulan<'_>, tahun: i32, tahap: &str) -> bool {
    let later =
        |alamat: &str| babak(alamat.rsplit('/').next().unwrap_or_default().split('~').next().unwrap_or_default());
    babak(tahap) == 0 && k.urutan_di_bawah(&format!("{tahun}/anggaran/")).any(|(alamat, _)| later(alamat) == 2)
}

/// Pagu or realisasi of a budget row: as stated in the last known phase, or the sum of its programs or sources.
pub fn uang(out: &Daftar, k: &Kumpulan<'_>, tahun: i32, subjek: &str, realisasi: bool) -> Option<Masukan> {
    bertahap(out, k, tahun, subjek, realisasi).map(|(m, _)| m)
}

/// The same with the phase of a pagu.
fn bertahap<'d>(
    out: &'d Daftar,
    k: &Kumpulan<'_>,
    tahun: i32,
    subjek: &str,
    realisasi: bool,
) -> Option<(Masukan, String)> {
    let word = if realisasi { pesan!("Realisasi", "Actual") } else { pesan!("Pagu", "Budget") };
    let sum: Option<&'d Turunan> = out.get(&format!("{tahun}/anggaran/{subjek}/{}", jumlah(realisasi)));
    if let Some(t) = sum {
        let sum = Uang::jumlah(&uang_semua(&t.masukan))?;
        let whole = subjek == "total" && t.masukan.iter().any(|m| !m.alamat.contains('~'));
        let funds = t.masukan.iter().any(|m| m.alamat.contains('~'));
        let parts = t.masukan.iter().all(|m| sepanjang::sendiri(tahun, subjek, m));
        let label = match (whole, funds) {
            _ if parts => pesan!("{word} (jumlah bagian tahun)", "{word} (sum of the parts of the year)", word),
            (true, _) => pesan!("{word} (jumlah program)", "{word} (sum of programs)", word),
            (false, false) => pesan!("{word} (jumlah rincian)", "{word} (sum of parts)", word),
            (false, true) => pesan!("{word} (jumlah sumber dana)", "{word} (sum of sources of funds)", word),
        };
        let first = t.masukan.first().map(|m| m.alamat.as_str()).unwrap_or_default();
        let phase = first.rsplit('/').next().unwrap_or_default().split('~').next().unwrap_or_default().to_string();
        return Some((terjumlah(label, sum, t.alamat.clone()), phase));
    }
    if realisasi {
        return pasti(dibelanjakan(k, tahun, subjek)).map(|p| (masukan(word, &p), String::new()));
    }
    let p = pasti(pagu_akhir(k, tahun, subjek))?;
    let name = p.utama.alamat.rsplit('/').next().unwrap_or_default().to_string();
    if subjek == "total" && campur(k, tahun, &name) {
        return None;
    }
    let phase = Pesan::tiap(|lang| kata::tahap_pagu(lang, &name));
    Some((masukan(pesan!("{word} ({phase})", "{word} ({phase})", word, phase), &p), name))
}

/// Whether the table that prints what was spent prints a percentage with it that this budget does not give, and no budget: it was
/// measured against another one, which is not known.
fn basis_lain(k: &Kumpulan<'_>, tahun: i32, subjek: &str, pagu: &Masukan, real: &Masukan) -> bool {
    let Some(spent) = dibelanjakan(k, tahun, subjek).map(|p| p.utama) else { return false };
    let here = |p: &&Pernyataan<'_>| p.rekaman == spent.rekaman && p.tempat.tabel == spent.tempat.tabel;
    let own = |name: &str| k.anggaran(tahun, subjek, name).any(|p| here(&p));
    let rate = rumus::serapan(real.nilai, pagu.nilai);
    let other = |p: &Pernyataan<'_>| {
        p.sel.bukti().zip(rate).is_some_and(|(a, rate)| !rumus::memuat(a, rate)) && p.tempat.bagian == "anggaran"
    };
    !TAHAP_PAGU.iter().any(|name| own(name)) && k.anggaran(tahun, subjek, "serapan").filter(here).any(other)
}

/// The phase of the budget a printed share was measured against, where that is not the last one: 95,00% of the original budget
/// (murni) is another fact than 98,96% of the revised one. The table that prints the share tells before any other does.
pub fn dasar_serapan(k: &Kumpulan<'_>, tahun: i32, subjek: &str, printed: &Pernyataan<'_>) -> Option<&'static str> {
    let share = printed.sel.bukti()?;
    let (last, spent) = (pagu_akhir(k, tahun, subjek)?, dibelanjakan(k, tahun, subjek)?);
    let here = |p: &Pernyataan<'_>| p.rekaman == printed.rekaman && p.tempat.tabel == printed.tempat.tabel;
    let gives = |limit: Decimal| {
        spent.nilai().and_then(|real| rumus::serapan(real, limit)).is_some_and(|rate| rumus::memuat(share, rate))
    };
    if last.nilai().is_none_or(gives) {
        return None;
    }
    let name = |near: bool| {
        TAHAP_PAGU.iter().copied().find(|name| {
            let known = |p: &Pernyataan<'_>| here(p) == near && p.nilai().is_some_and(gives) && !p.sel.ragu;
            last.utama.alamat.rsplit('/').next() != Some(*name) && k.anggaran(tahun, subjek, name).any(known)
        })
    };
    name(true).or_else(|| name(false))
}

/// Serapan and sisa of a row; of the whole none where a program was measured against a budget that is not known.
fn baris(out: &mut Daftar, k: &Kumpulan<'_>, tahun: i32, subjek: &str, unknown: bool) {
    let base = format!("{tahun}/anggaran/{subjek}");
    let (Some(pagu), Some(real)) = (uang(out, k, tahun, subjek, false), uang(out, k, tahun, subjek, true)) else {
        return;
    };
    let summed = real.alamat.ends_with("-jumlah");
    if basis_lain(k, tahun, subjek, &pagu, &real) || (subjek == "total" && summed && unknown) {
        return;
    }
    let serapan = Turunan {
        alamat: format!("{base}/serapan-terhitung"),
        tahun,
        nilai: rumus::serapan(real.nilai, pagu.nilai),
        batas: batas(&real, &pagu, rumus::serapan).or_else(|| lebar(&real, &pagu, rumus::serapan)),
        jenis: Jenis::Persen,
        rumus: pesan!("realisasi ÷ pagu × 100", "actual ÷ budget × 100"),
        isi: bagi(&real.teks, &pagu.teks),
        masukan: vec![real.clone(), pagu.clone()],
    };
    let sisa = Turunan {
        alamat: format!("{base}/sisa-terhitung"),
        tahun,
        nilai: rumus::sisa(pagu.nilai, real.nilai),
        batas: batas(&pagu, &real, rumus::sisa).or_else(|| lebar(&pagu, &real, rumus::sisa)),
        jenis: Jenis::Uang,
        rumus: pesan!("pagu − realisasi", "budget − actual"),
        isi: kurang(&pagu.teks, &real.teks),
        masukan: vec![pagu, real],
    };
    add(out, serapan);
    add(out, sisa);
}

/// The share that was spent so far, where no year's spending is known: of the budget of the year, named with the part of it.
fn sejauh_ini(out: &mut Daftar, k: &Kumpulan<'_>, rekaman: &Rekaman, subjek: &str) {
    let tahun = rekaman.tahun;
    if uang(out, k, tahun, subjek, true).is_some() {
        return;
    }
    let (Some(pagu), Some(s)) = (uang(out, k, tahun, subjek, false), sepanjang::sejauh(k, rekaman, subjek)) else {
        return;
    };
    let masa = Pesan::tiap(|lang| kata::masa_kalimat(lang, &s.masa));
    let word = pesan!("Realisasi sampai {masa}", "Actual up to {masa}", masa);
    let real = terjumlah(word, s.uang, s.alamat);
    add(
        out,
        Turunan {
            alamat: format!("{tahun}/anggaran/{subjek}/serapan-sampai-terhitung"),
            tahun,
            nilai: rumus::serapan(real.nilai, pagu.nilai),
            batas: batas(&real, &pagu, rumus::serapan).or_else(|| lebar(&real, &pagu, rumus::serapan)),
            jenis: Jenis::Persen,
            rumus: pesan!(
                "realisasi sampai {masa} ÷ pagu setahun × 100",
                "actual up to {masa} ÷ budget of the year × 100",
                masa
            ),
            isi: bagi(&real.teks, &pagu.teks),
            masukan: vec![real, pagu],
        },
    );
}

/// The share of a program in the whole, both of one phase.
fn bagian(out: &mut Daftar, k: &Kumpulan<'_>, tahun: i32, subjek: &str) {
    let Some((whole, phase)) = bertahap(out, k, tahun, "total", false) else { return };
    let label = Pesan::tiap(|lang| kata::tahap_pagu(lang, &phase));
    let label = pesan!("Pagu ({label})", "Budget ({label})", label);
    let Some(part) = pada(k, tahun, subjek, &phase, &label) else { return };
    let share = Turunan {
        alamat: format!("{tahun}/anggaran/{subjek}/bagian-terhitung"),
        tahun,
        nilai: rumus::bagian(part.nilai, whole.nilai),
        batas: batas(&part, &whole, rumus::bagian).or_else(|| lebar(&part, &whole, rumus::bagian)),
        jenis: Jenis::Persen,
        rumus: pesan!(
            "pagu program ÷ pagu seluruh program × 100",
            "budget of the program ÷ budget of all programs × 100"
        ),
        isi: bagi(&part.teks, &whole.teks),
        masukan: vec![part, whole],
    };
    add(out, share);
}
