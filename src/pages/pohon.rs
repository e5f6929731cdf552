//! Pohon anggaran: the budget tree as it unfolds without scripts, and its programs as a figure.

use super::angka::Angka;
use super::data::DataOpd;
use super::kalimat::{kata, sebab};
use super::tahap;
use crate::measures::{
    Sampai, Uang, babak, dibelanjakan, dibelanjakan_per_masa, dihapus, kata::masa_kalimat, pagu_akhir, pilih, sejauh,
    tahap_pagu, uang,
};
use crate::records::{Pernyataan, Rekaman, Simpul};
use crate::teks;
use rust_decimal::Decimal;
use serde::Serialize;

/// A node of the tree with its figures.
#[derive(Debug, Clone, Serialize)]
pub struct Cabang {
    /// Code: its anchor.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// Our English of it, on a page in English.
    pub nama_en: Option<String>,
    /// `program`, `kegiatan`, `sub kegiatan` in words.
    pub tingkat: &'static str,
    /// Pagu of the last known phase.
    pub pagu: Angka,
    /// That phase, where the whole shows another.
    pub tahap: Option<String>,
    /// Pagu before the change, where both are known and differ.
    pub murni: Option<Angka>,
    /// Realisasi.
    pub realisasi: Angka,
    /// Computed serapan.
    pub serapan: Angka,
    /// Computed sisa.
    pub sisa: Angka,
    /// Physical target and what was reached.
    pub fisik: Vec<Fisik>,
    /// Width of the strip of serapan, 0 to 100; none without a value.
    pub lebar: Option<u8>,
    /// Share of the whole, only for programs.
    pub bagian: Option<Angka>,
    /// A remark.
    pub catatan: Option<String>,
    /// Children.
    pub anak: Vec<Cabang>,
    /// How many they are, in words: `3 kegiatan`, `3 activities`; none without any.
    pub isi: Option<String>,
}

/// The physical side of a node.
#[derive(Debug, Clone, Serialize)]
pub struct Fisik {
    /// Output indicator.
    pub indikator: Option<String>,
    /// Target.
    pub target: Option<Angka>,
    /// Reached.
    pub realisasi: Option<Angka>,
    /// Capaian as printed.
    pub capaian: Option<Angka>,
}

/// The whole budget of a record.
#[derive(Debug, Clone, Serialize)]
pub struct Pohon {
    /// Programs.
    pub program: Vec<Cabang>,
    /// How many programs, kegiatan, sub kegiatan.
    pub jumlah: [usize; 3],
    /// The same in words: `6 program, 11 kegiatan, 27 sub kegiatan`.
    pub isi: String,
    /// What its pagu is: `Pagu setelah perubahan, jumlah semua program`.
    pub nama_pagu: String,
    /// Pagu of the whole.
    pub pagu: Angka,
    /// Pagu before the change.
    pub murni: Option<Angka>,
    /// Realisasi of the whole.
    pub realisasi: Angka,
    /// Whether what was spent was spent of this budget.
    pub sebanding: bool,
    /// Serapan of the whole.
    pub serapan: Angka,
    /// Sisa of the whole.
    pub sisa: Angka,
    /// Where the whole is not known: what is known of its programs.
    pub bagian_tahu: Option<String>,
    /// Whether it is copied in part.
    pub sebagian: bool,
    /// `Rp57,82 miliar` of pagu and realisasi, for sentences.
    pub pagu_singkat: Option<String>,
    /// Realisasi in short.
    pub realisasi_singkat: Option<String>,
}

/// Builds the tree of a record; none where the record has no budget at all.
pub fn pohon(d: &DataOpd<'_>, rekaman: &Rekaman) -> Option<Pohon> {
    let tahun = rekaman.tahun;
    let has_total = uang(&d.turunan, &d.kumpulan, tahun, "total", false).is_some();
    if rekaman.anggaran.pohon.is_empty() && !has_total {
        return None;
    }
    let nodes = rekaman.anggaran.semua();
    let count = |depth: usize| nodes.iter().filter(|(d, _)| *d == depth).count();
    let money = |real: bool| uang(&d.turunan, &d.kumpulan, tahun, "total", real).map(|m| m.uang());
    let campur = tahap::campur(d, rekaman);
    Some(Pohon {
        program: rekaman.anggaran.pohon.iter().map(|node| cabang(d, rekaman, node, (0, campur))).collect(),
        jumlah: [count(0), count(1), count(2)],
        // Levels of which the portal holds nothing are not counted as none.
        isi: [0, 1, 2]
            .into_iter()
            .filter(|depth| count(*depth) > 0)
            .map(|depth| kata::cacah_simpul(d.lang, depth, count(depth)))
            .collect::<Vec<_>>()
            .join(", "),
        bagian_tahu: bagian_tahu(d, rekaman).filter(|_| !has_total),
        sebagian: rekaman.anggaran.sebagian,
        nama_pagu: nama_pagu(d, tahun, campur),
        pagu: rupiah_dari(d, rekaman, "total", false),
        murni: murni(d, tahun, "total"),
        realisasi: rupiah_dari(d, rekaman, "total", true).bagian_tahun(d.lang, rekaman),
        serapan: serapan(d, tahun, "total").bagian_tahun(d.lang, rekaman),
        sisa: sisa(d, tahun, "total").bagian_tahun(d.lang, rekaman),
        sebanding: d.turunan.contains_key(&format!("{tahun}/anggaran/total/serapan-terhitung"))
            || money(false).is_none()
            || money(true).is_none(),
        pagu_singkat: money(false).map(|v| v.singkat(d.lang)),
        realisasi_singkat: money(true).map(|v| v.singkat(d.lang)),
    })
}

/// A node `depth` levels below the programs; `campur`: not all rows are of one phase.
fn cabang(d: &DataOpd<'_>, rekaman: &Rekaman, node: &Simpul, (depth, campur): (usize, bool)) -> Cabang {
    let (lang, tahun, kode) = (d.lang, rekaman.tahun, node.kode.as_str());
    let rate = d.serapan(tahun, kode).and_then(|s| s.nilai());
    Cabang {
        kode: node.kode.clone(),
        nama: node.nama.clone(),
        nama_en: d.nama_en(&node.nama),
        tingkat: kata::simpul(lang, depth),
        pagu: rupiah_dari(d, rekaman, kode, false),
        tahap: tahap::sebut(d, tahun, kode)
            .filter(|_| campur && tahap::tahap(d, tahun, kode) != tahap::tahap(d, tahun, "total")),
        murni: murni(d, tahun, kode),
        realisasi: rupiah_dari(d, rekaman, kode, true).bagian_tahun(lang, rekaman),
        serapan: serapan(d, tahun, kode).bagian_tahun(lang, rekaman),
        sisa: sisa(d, tahun, kode).bagian_tahun(lang, rekaman),
        fisik: fisik(d, rekaman, node),
        lebar: rate
            .and_then(|v| u8::try_from(crate::number::round(v, 0).clamp(Decimal::ZERO, Decimal::ONE_HUNDRED)).ok()),
        bagian: Angka::turunan(d, &format!("{tahun}/anggaran/{kode}/bagian-terhitung")),
        catatan: catatan(d, node, rekaman.anggaran.sebagian),
        isi: (!node.anak.is_empty()).then(|| kata::cacah_simpul(lang, depth + 1, node.anak.len())),
        anak: node.anak.iter().map(|child| cabang(d, rekaman, child, (depth + 1, campur))).collect(),
    }
}

/// The remark on a node, the level its document prints when it is another, and that its parts are copied in part; `semua`:
/// that is said of the whole tree.
fn catatan(d: &DataOpd<'_>, node: &Simpul, semua: bool) -> Option<String> {
    let level = node.tingkat_tercetak.as_ref().map(|t| {
        let t = t.replace('_', " ");
        teks!(d.lang, "Dokumen menyebutnya {t}.", "The document calls it “{t}”.")
    });
    let part = node.sebagian.then(|| {
        let text = d.lang.pilih(
            "Rincian di bawahnya disalin sebagian: yang tidak tampil belum tentu tidak ada di laporan.",
            "What is below it is copied in part: what is not shown may stand in the report.",
        );
        text.to_string()
    });
    // Said once of a tree that is copied in part throughout.
    let part = part.filter(|_| !semua && !node.anak.is_empty());
    let parts: Vec<String> = level.into_iter().chain(node.catatan.clone()).chain(part).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn rupiah_dari(d: &DataOpd<'_>, rekaman: &Rekaman, subjek: &str, realisasi: bool) -> Angka {
    let tahun = rekaman.tahun;
    let name = if realisasi { "realisasi-jumlah" } else { "pagu-jumlah" };
    if let Some(angka) = Angka::turunan(d, &format!("{tahun}/anggaran/{subjek}/{name}")) {
        return angka;
    }
    if subjek == "total" && !realisasi && uang(&d.turunan, &d.kumpulan, tahun, subjek, false).is_none() {
        let other = pagu_akhir(&d.kumpulan, tahun, subjek).is_some_and(|p| !p.utama.sel.ragu);
        if other {
            return Angka::kosong(&sebab::ringkas(d, rekaman, subjek, realisasi));
        }
    }
    let stated =
        if realisasi { dibelanjakan(&d.kumpulan, tahun, subjek) } else { pagu_akhir(&d.kumpulan, tahun, subjek) };
    if let Some(p) = stated {
        return Angka::pilihan(d, &p);
    }
    // What was spent up to a quarter is no realisasi of the year, and no gap either.
    if realisasi && let Some(angka) = sejauh(&d.kumpulan, rekaman, subjek).and_then(|s| sampai(d, &s)) {
        return angka;
    }
    // Quarters that nothing adds up: all of them, each named.
    if realisasi && let Some(angka) = Angka::uang_bagian(d, &format!("{tahun}/anggaran/{subjek}/realisasi")) {
        return angka;
    }
    // A cell that was printed without a number says why.
    let names: &[&str] = if realisasi { &["realisasi"] } else { &crate::measures::TAHAP_PAGU };
    let cell = names.iter().find_map(|name| d.kumpulan.anggaran(tahun, subjek, name).next());
    match cell {
        Some(p) => Angka::tertulis(d, p),
        None if realisasi && subjek == "total" && dibelanjakan_per_masa(&d.kumpulan, tahun) => {
            Angka::kosong(d.lang.pilih("tercetak per bagian tahun", "printed by parts of the year"))
        }
        None => Angka::kosong(&sebab::ringkas(d, rekaman, subjek, realisasi)),
    }
}

/// What was spent so far, named with the part of the year it reaches: as printed, or the sum of the parts.
fn sampai(d: &DataOpd<'_>, s: &Sampai) -> Option<Angka> {
    let sum = Angka::turunan(d, &s.alamat);
    let angka = sum.or_else(|| pilih(d.kumpulan.di(&s.alamat)).map(|p| Angka::pilihan(d, &p)))?;
    let masa = masa_kalimat(d.lang, &s.masa);
    Some(Angka { masa: Some(teks!(d.lang, "sampai {masa}", "up to {masa}")), ..angka })
}

/// `2 program: Rp80,00 miliar dibelanjakan dari Rp136,00 miliar; bukan seluruh anggaran`.
fn bagian_tahu(d: &DataOpd<'_>, rekaman: &Rekaman) -> Option<String> {
    let lang = d.lang;
    let amount = |node: &Simpul, real| uang(&d.turunan, &d.kumpulan, rekaman.tahun, &node.kode, real);
    let known = |node: &Simpul| Some((amount(node, true)?.uang(), amount(node, false)?.uang()));
    let (real, pagu): (Vec<_>, Vec<_>) = rekaman.anggaran.pohon.iter().filter_map(known).unzip();
    let n = kata::cacah_simpul(lang, 0, pagu.len());
    let (real, pagu) = (Uang::jumlah(&real)?.singkat(lang), Uang::jumlah(&pagu)?.singkat(lang));
    let masa = if rekaman.setahun() { String::new() } else { format!(" ({})", rekaman.batas_data.baru(lang)) };
    Some(teks!(
        lang,
        "{n}: {real} dibelanjakan dari {pagu}{masa}; bukan seluruh anggaran",
        "{n}: {real} spent of {pagu}{masa}; not the whole budget"
    ))
}

/// `Pagu setelah perubahan`, and that it is a sum of ours where no row prints it.
fn nama_pagu(d: &DataOpd<'_>, tahun: i32, campur: bool) -> String {
    let lang = d.lang;
    let known = tahap_pagu(&d.turunan, &d.kumpulan, tahun, "total");
    let (phase, summed) = known.unwrap_or_default();
    let mut name = match babak(&phase) {
        2 => lang.pilih("Pagu setelah perubahan", "Budget ceiling (pagu) after the revision"),
        _ if murni(d, tahun, "total").is_some() => {
            lang.pilih("Pagu setelah perubahan", "Budget ceiling (pagu) after the revision")
        }
        _ if phase == "pagu.murni" => lang.pilih("Pagu murni", "Original budget ceiling (pagu murni)"),
        _ => lang.pilih("Pagu", "Budget ceiling (pagu)"),
    }
    .to_string();
    // Beside rows of another phase the word alone would say too little.
    if campur
        && babak(&phase) != 2
        && phase != "pagu.murni"
        && let Some(word) = tahap::sebut(d, tahun, "total")
    {
        name.push_str(&format!(" ({word})"));
    }
    if summed {
        name.push_str(lang.pilih(", jumlah semua program", ", sum of all programs"));
    }
    name
}

fn murni(d: &DataOpd<'_>, tahun: i32, subjek: &str) -> Option<Angka> {
    let Some(first) = pilih(d.kumpulan.anggaran(tahun, subjek, "pagu.murni")) else {
        let t = d.turunan.get(&format!("{tahun}/anggaran/{subjek}/pagu-murni-jumlah"))?;
        let last = uang(&d.turunan, &d.kumpulan, tahun, subjek, false).map(|m| m.nilai);
        return (t.nilai != last).then(|| Angka::terhitung(d, t));
    };
    // A row that the change took away had its budget before it.
    let last = pagu_akhir(&d.kumpulan, tahun, subjek);
    let other = last.map_or_else(|| dihapus(&d.kumpulan, tahun, subjek), |last| first.nilai() != last.nilai());
    other.then(|| Angka::pilihan(d, &first))
}

fn serapan(d: &DataOpd<'_>, tahun: i32, kode: &str) -> Angka {
    Angka::serapan(d, tahun, kode).unwrap_or_else(|| Angka::kosong(d.lang.pilih("tidak dihitung", "not computed")))
}

fn sisa(d: &DataOpd<'_>, tahun: i32, kode: &str) -> Angka {
    Angka::sisa(d, tahun, kode).unwrap_or_else(|| Angka::kosong(d.lang.pilih("tidak dihitung", "not computed")))
}

fn fisik(d: &DataOpd<'_>, rekaman: &Rekaman, node: &Simpul) -> Vec<Fisik> {
    const TARGET: [&str; 8] = [
        "target.laporan",
        "target.perubahan",
        "target.perjanjian",
        "target.renja",
        "target.rkt",
        "target.rencana_aksi",
        "target.monev",
        "target.renstra",
    ];
    let all = |name: &str| d.kumpulan.anggaran(rekaman.tahun, &node.kode, name);
    let targets = || TARGET.iter().flat_map(|name| all(name));
    // Target, result and achievement of one table belong together; another table may count something else.
    let paired = all("realisasi_fisik").find(|r| targets().any(|t| t.sumber == r.sumber));
    let real = paired.or_else(|| all("realisasi_fisik").next());
    let beside = |p: &&Pernyataan<'_>| real.is_none_or(|r| p.sumber == r.sumber);
    let target = targets().find(beside).or_else(|| targets().next()).map(|p| Angka::tertulis(d, p));
    let part = |p| Angka::tertulis(d, p).bagian_tahun(d.lang, rekaman);
    let (realisasi, capaian) = (real.map(part), all("capaian").find(beside).map(part));
    let indikator = (!node.indikator.is_empty()).then(|| node.indikator.join("; "));
    if target.is_none() && realisasi.is_none() && capaian.is_none() && indikator.is_none() {
        return Vec::new();
    }
    vec![Fisik { indikator, target, realisasi, capaian }]
}
