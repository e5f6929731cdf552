//! Collecting from budgets: serapan and share of the budget, computed from realisasi and pagu, never taken as printed.

use super::asal::Asal;
use super::bentuk::BentukLain;
use super::nilai::{Besaran, Hitung, NilaiBanding, Pemilik, RumusBanding, Tahap, Tertulis};
use crate::measures::{self, Pilihan, TAHAP_PAGU};
use crate::number;
use crate::records::{Alasan, Nilai, Pernyataan, Subjek, UkuranAnggaran};
use rust_decimal::Decimal;

/// How many decimals a computed percentage keeps when shown.
const DESIMAL: u32 = 2;

/// The values of a budget measure, one a year.
pub fn nilai(asal: Asal<'_, '_>, ukuran: UkuranAnggaran, program: Option<&str>) -> Vec<NilaiBanding> {
    let years = asal.opd.rekaman.iter().filter(|r| !r.anggaran.tabel.is_empty()).map(|r| r.tahun);
    years
        .filter_map(|tahun| match ukuran {
            UkuranAnggaran::Serapan => serapan(asal, tahun, program),
            UkuranAnggaran::Bagian => bagian(asal, tahun, program?),
        })
        .collect()
}

/// What a budget says of a measure that it gives no amounts for: the percentage alone, or an empty cell and its reason.
pub fn bentuk_lain(asal: Asal<'_, '_>, ukuran: UkuranAnggaran, program: Option<&str>) -> Vec<(i32, BentukLain)> {
    let subjek = program.map_or(Subjek::Total, |p| Subjek::Kode(p.to_string())).to_string();
    let k = asal.kumpulan;
    let (percent, whole) = match ukuran {
        UkuranAnggaran::Serapan => ("serapan", subjek.as_str()),
        UkuranAnggaran::Bagian => ("bagian", "total"),
    };
    let form = |tahun| {
        let own = TAHAP_PAGU.iter().flat_map(|phase| [(subjek.as_str(), *phase), (whole, *phase)]);
        let own = own.chain((ukuran == UkuranAnggaran::Serapan).then_some((subjek.as_str(), "realisasi")));
        let own: Vec<&Pernyataan<'_>> = own.flat_map(|(subjek, ukuran)| k.anggaran(tahun, subjek, ukuran)).collect();
        let sum = asal.turunan.get(&format!("{tahun}/anggaran/{whole}/pagu-jumlah")).and_then(|t| t.nilai);
        let divisor = measures::pagu_akhir(k, tahun, whole).and_then(|p| p.nilai()).or(sum);
        if divisor.is_some_and(|v| v.is_zero()) {
            return Some(BentukLain::PembagiNol);
        }
        if let Some(form) = sel(&own) {
            return Some(form);
        }
        if let Some(p) = k.anggaran(tahun, &subjek, percent).find(|p| p.sel.nilai.bernilai()) {
            return Some(BentukLain::HanyaPersen(p.sel.tercetak.clone()));
        }
        if program.is_some_and(|p| bukan_pos(asal, tahun, p)) {
            return Some(BentukLain::BukanPos);
        }
        // The whole of which no row is printed is the sum of the programs: what is wanting there is wanting here.
        let tree = asal.opd.rekaman.iter().find(|r| r.tahun == tahun).filter(|_| whole == "total" && own.is_empty())?;
        let kinds = || TAHAP_PAGU.iter().copied().chain(std::iter::once("realisasi"));
        let rows = tree.anggaran.pohon.iter().flat_map(|n| kinds().flat_map(|u| k.anggaran(tahun, &n.kode, u)));
        sel(&rows.collect::<Vec<_>>())
    };
    let held: Vec<i32> = nilai(asal, ukuran, program).iter().map(|n| n.tahun).collect();
    let years = asal.opd.rekaman.iter().map(|r| r.tahun).filter(|t| !held.contains(t));
    years.filter_map(|tahun| Some((tahun, form(tahun)?))).collect()
}

/// Whether a budget holds no such program: its programs, all copied, add up to the whole as printed, and this is none of them.
fn bukan_pos(asal: Asal<'_, '_>, tahun: i32, program: &str) -> bool {
    let Some(tree) = asal.opd.rekaman.iter().find(|r| r.tahun == tahun).map(|r| &r.anggaran) else { return false };
    if tree.sebagian || tree.pohon.is_empty() || tree.simpul(program).is_some() {
        return false;
    }
    let nilai = |subjek: &str, phase: &str| {
        let of = measures::pilih(asal.kumpulan.anggaran(tahun, subjek, phase))?;
        of.nilai().filter(|_| !of.utama.sel.ragu)
    };
    TAHAP_PAGU.iter().any(|phase| {
        let parts: Option<Vec<Decimal>> = tree.pohon.iter().map(|n| nilai(&n.kode, phase)).collect();
        parts.is_some_and(|parts| nilai("total", phase) == Some(parts.into_iter().sum()))
    })
}

/// Why amounts give no measure: one is doubted, or a cell holds none and says why.
fn sel(list: &[&Pernyataan<'_>]) -> Option<BentukLain> {
    if list.iter().any(|p| p.sel.ragu) {
        return Some(BentukLain::Ragu);
    }
    list.iter().find_map(|p| match p.sel.nilai {
        // What was not copied is a gap of the portal, and said as such.
        Nilai::Kosong(alasan) if alasan != Alasan::BelumDisalin => Some(BentukLain::Kosong(alasan)),
        _ => None,
    })
}

/// The serapan of the record page: realisasi ÷ the last known pagu, of the printed row or, for the whole, of the sum of
/// the programs. Tables that print both of another amount open a range.
fn serapan(asal: Asal<'_, '_>, tahun: i32, program: Option<&str>) -> Option<NilaiBanding> {
    let subjek = program.map_or(Subjek::Total, |p| Subjek::Kode(p.to_string())).to_string();
    let k = asal.kumpulan;
    let key = format!("{tahun}/anggaran/{subjek}/serapan-terhitung");
    let (realisasi, pagu) =
        (measures::pilih(k.anggaran(tahun, &subjek, "realisasi")), measures::pagu_akhir(k, tahun, &subjek));
    let derived = asal.turunan.get(&key).and_then(|t| Some((t.masukan.first()?, t.masukan.get(1)?, t.nilai?)));
    let (r, p, terhitung, ragu) = match (derived, &realisasi, &pagu) {
        (Some((r, p, value)), ..) => (r.nilai, p.nilai, value, false),
        // From a doubted figure nothing is derived: it is shown as what it is, and never compared.
        (None, Some(r), Some(p)) if r.utama.sel.ragu || p.utama.sel.ragu => {
            let (r, p) = (r.nilai()?, p.nilai()?);
            (r, p, measures::serapan(r, p)?, true)
        }
        _ => return None,
    };
    let mut besaran = Besaran::satu(number::round(terhitung, DESIMAL));
    // Only a realisasi and a pagu of the same table belong together.
    let realisasi_semua = realisasi.as_ref().map_or(&[][..], |p| p.semua.as_slice());
    let pagu_semua = pagu.as_ref().map_or(&[][..], |p| p.semua.as_slice());
    for a in realisasi_semua.iter().filter(|a| !a.sel.ragu) {
        for b in pagu_semua.iter().filter(|b| !b.sel.ragu && setabel(a, b)) {
            let pair = a.nilai().zip(b.nilai()).and_then(|(a, b)| measures::serapan(a, b));
            if let Some(value) = pair {
                besaran = besaran.memuat(number::round(value, DESIMAL));
            }
        }
    }
    let inputs = derived.map(|(r, p, _)| (r.alamat.as_str(), p.alamat.as_str()));
    let phase = inputs.map_or_else(|| pagu.as_ref().map(|p| ukuran(p.utama)), |(_, p)| Some(tahap(asal, p)));
    let phase = phase.unwrap_or_default();
    let mut pernyataan = tertulis(asal, realisasi.as_ref(), inputs.map(|i| i.0), "realisasi");
    pernyataan.extend(tertulis(asal, pagu.as_ref(), inputs.map(|i| i.1), &phase));
    let alamat = format!("{}/{key}", asal.alamat());
    let counts = (("realisasi", "Realisasi", "Actual"), ("pagu", "pagu tahap terakhir", "budget of the last phase"));
    Some(susun(asal, tahun, besaran, (r, p, terhitung), counts, Tahap::dari(&phase), ragu, pernyataan, alamat))
}

/// The phase of an amount: that of its address, or the one all the amounts of its sum share.
fn tahap(asal: Asal<'_, '_>, alamat: &str) -> String {
    let last = |alamat: &str| alamat.rsplit('/').next().unwrap_or_default().to_string();
    let Some(sum) = asal.turunan.get(alamat) else { return last(alamat) };
    let mut phases = sum.masukan.iter().map(|m| last(&m.alamat));
    let first = phases.next().unwrap_or_default();
    if phases.all(|p| p == first) { first } else { String::new() }
}

/// The statements behind an amount: those of its row, or of a sum those of its rows.
fn tertulis(asal: Asal<'_, '_>, stated: Option<&Pilihan<'_, '_>>, alamat: Option<&str>, word: &str) -> Vec<Tertulis> {
    if let Some(sum) = alamat.and_then(|a| asal.turunan.get(a)) {
        let rows = sum.masukan.iter().filter_map(|m| asal.kumpulan.di(&m.alamat).next());
        return rows.filter_map(|p| Tertulis::dari(asal.opd, p, word)).collect();
    }
    let Some(pilihan) = stated else { return Vec::new() };
    let others = pilihan.semua.iter().filter(|p| !std::ptr::eq(**p, pilihan.utama)).copied();
    std::iter::once(pilihan.utama).chain(others).filter_map(|p| Tertulis::dari(asal.opd, p, word)).collect()
}

/// Pagu of a program ÷ pagu of the whole, both of the same phase.
fn bagian(asal: Asal<'_, '_>, tahun: i32, program: &str) -> Option<NilaiBanding> {
    let k = asal.kumpulan;
    let found = TAHAP_PAGU.iter().find_map(|phase| {
        let part = measures::pilih(k.anggaran(tahun, program, phase))?;
        let whole = measures::pilih(k.anggaran(tahun, "total", phase))?;
        Some((*phase, part, whole))
    });
    // Where no document prints the whole, it is the sum of all programs.
    let Some((phase, part, whole)) = found else { return bagian_jumlah(asal, tahun, program) };
    let (a, b) = (part.nilai()?, whole.nilai()?);
    let terhitung = measures::bagian(a, b)?;
    let mut besaran = Besaran::satu(number::round(terhitung, DESIMAL));
    // Several prints, or one in round figures.
    let ends = |p: &Pilihan<'_, '_>, v| p.rentang().or_else(|| Some(p.utama.sel.angka()?.selang())).unwrap_or((v, v));
    let ((low, high), (least, most)) = (ends(&part, a), ends(&whole, b));
    for value in [measures::bagian(low, most)?, measures::bagian(high, least)?] {
        besaran = besaran.memuat(number::round(value, DESIMAL));
    }
    let ragu = part.utama.sel.ragu || whole.utama.sel.ragu;
    let pernyataan = [(part.utama, phase), (whole.utama, phase)];
    let pernyataan = pernyataan.into_iter().filter_map(|(p, word)| Tertulis::dari(asal.opd, p, word)).collect();
    let alamat = format!("{}/{tahun}/anggaran/{program}/bagian-terhitung", asal.alamat());
    let bulat = part.rentang().is_none() && whole.rentang().is_none();
    let tahap = tahap_bernama(asal, tahun, program, (phase, a, b));
    let n = susun(asal, tahun, besaran, (a, b, terhitung), BAGIAN, tahap, ragu, pernyataan, alamat);
    Some(NilaiBanding { bulat, ..n })
}

/// The phase of two amounts. Of a table that names none it is the one under which the same two are printed elsewhere: the whole by
/// itself, or as the sum of its programs.
fn tahap_bernama(asal: Asal<'_, '_>, tahun: i32, program: &str, (phase, a, b): (&str, Decimal, Decimal)) -> Tahap {
    let k = asal.kumpulan;
    let value = |subjek: &str, phase: &str| measures::pilih(k.anggaran(tahun, subjek, phase)).and_then(|p| p.nilai());
    let own = Tahap::dari(phase);
    if own != Tahap::TidakDisebut {
        return own;
    }
    let sum = format!("{tahun}/anggaran/total/pagu-jumlah");
    let summed = tahap(asal, &sum);
    let whole = |phase: &str| {
        let sum = || asal.turunan.get(&sum).filter(|_| phase == summed).and_then(|t| t.nilai);
        value("total", phase).or_else(sum)
    };
    let same = |other: &&&str| {
        Tahap::dari(other) != Tahap::TidakDisebut && value(program, other) == Some(a) && whole(other) == Some(b)
    };
    TAHAP_PAGU.iter().find(same).map_or(own, |other| Tahap::dari(other))
}

/// The share of a program in the sum of all programs.
fn bagian_jumlah(asal: Asal<'_, '_>, tahun: i32, program: &str) -> Option<NilaiBanding> {
    let key = format!("{tahun}/anggaran/{program}/bagian-terhitung");
    let t = asal.turunan.get(&key)?;
    let (part, whole, terhitung) = (t.masukan.first()?, t.masukan.get(1)?, t.nilai?);
    let mut besaran = Besaran::satu(number::round(terhitung, DESIMAL));
    for end in t.batas.into_iter().flat_map(|(low, high)| [low, high]) {
        besaran = besaran.memuat(number::round(end, DESIMAL));
    }
    let phase = tahap(asal, &part.alamat);
    let mut pernyataan =
        tertulis(asal, measures::pagu_akhir(asal.kumpulan, tahun, program).as_ref(), Some(&part.alamat), &phase);
    pernyataan.extend(tertulis(asal, None, Some(&whole.alamat), &phase));
    let alamat = format!("{}/{key}", asal.alamat());
    let amounts = (part.nilai, whole.nilai, terhitung);
    let n = susun(asal, tahun, besaran, amounts, BAGIAN, Tahap::dari(&phase), false, pernyataan, alamat);
    Some(NilaiBanding { bulat: t.dibulatkan(), ..n })
}

/// The counts behind a share of the budget.
const BAGIAN: (Kata, Kata) = (
    ("pagu-program", "Pagu program", "Budget of the program"),
    ("pagu-total", "pagu seluruh program", "budget of all programs"),
);

/// Code, name, name in English.
type Kata = (&'static str, &'static str, &'static str);

#[allow(clippy::too_many_arguments)] // One call site each; a struct would only rename the fields of NilaiBanding.
fn susun(
    asal: Asal<'_, '_>,
    tahun: i32,
    besaran: Besaran,
    (pembilang, penyebut, terhitung): (Decimal, Decimal, Decimal),
    (atas, bawah): (Kata, Kata),
    tahap: Tahap,
    ragu: bool,
    pernyataan: Vec<Tertulis>,
    alamat: String,
) -> NilaiBanding {
    let hitung = |(kode, nama, en): Kata| {
        Some(Hitung { kode: Some(kode.to_string()), nama: nama.to_string(), nama_en: Some(en.to_string()) })
    };
    NilaiBanding {
        pemilik: Pemilik::pada(asal.daerah, asal.opd, tahun),
        tahun,
        nama: "".into(),
        alias: Vec::new(),
        indikator: None,
        rekaman: Some(tahun),
        besaran,
        desimal: DESIMAL,
        huruf: None,
        target: None,
        pembilang: Some(pembilang),
        penyebut: Some(penyebut),
        terhitung: Some(terhitung),
        rumus: RumusBanding {
            pembilang: hitung(atas),
            penyebut: hitung(bawah),
            pengali: Some(100),
            ..RumusBanding::default()
        }
        .into(),
        satuan: Some("%".into()),
        arah: None,
        skala: None,
        hitungan: None,
        luar_skala: false,
        bulat: false,
        batas_data: asal.batas(tahun),
        tahap: Some(tahap),
        ragu,
        dipersoalkan: false,
        pernyataan,
        tangan_kedua: None,
        alamat,
    }
}

/// `pagu.perubahan`: the last part of the address of a statement.
fn ukuran(p: &Pernyataan<'_>) -> String {
    p.alamat.rsplit('/').next().unwrap_or_default().to_string()
}

/// Whether two statements stand in one table.
fn setabel(a: &Pernyataan<'_>, b: &Pernyataan<'_>) -> bool {
    a.rekaman == b.rekaman && a.tempat.bagian == b.tempat.bagian && a.tempat.tabel == b.tempat.tabel
}
