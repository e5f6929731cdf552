//! One row of a comparison: a value with target, counts, formula, source and the address that accounts for it.

use super::super::angka::tempat;
use crate::comparisons::{Anggota, Besaran, JenisAlasan, NilaiBanding, Peringkat, dihitung};
use crate::measures::predikat;
use crate::number::Lang;
use crate::pages::kalimat::nama::lengkap;
use crate::pages::kalimat::{alasan, banding as kalimat, kata, nilai};
use crate::records::{Padanan, Skala};
use crate::teks;
use serde::Serialize;

/// One value as shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BarisBanding {
    /// Its anchor, unique on its page: the code of the daerah, with that of the OPD where a daerah has several.
    pub id: String,
    /// Code of the daerah.
    pub daerah: String,
    /// Code of the OPD; none when second-hand.
    pub opd: Option<String>,
    /// Whose value it is.
    pub nama: String,
    /// Name of the OPD; none when second-hand.
    pub nama_opd: Option<String>,
    /// Its page from the root: the indicator, or the record of the year; none when second-hand.
    pub url: Option<String>,
    /// Year.
    pub tahun: i32,
    /// Value or range: `95,39%`, `67% sampai 76%`.
    pub teks: String,
    /// Raw decimal of the value shown first, for sorting.
    pub mentah: String,
    /// Where the value accounts for itself, from the root.
    pub asal: String,
    /// Why the value is a range.
    pub rentang: Option<String>,
    /// Letter of the scale: as printed, or read off the scale.
    pub huruf: Option<String>,
    /// Whether the letter is read off the scale, no document printing it.
    pub huruf_terhitung: bool,
    /// Target.
    pub target: Option<String>,
    /// Numerator.
    pub pembilang: Option<String>,
    /// Denominator.
    pub penyebut: Option<String>,
    /// Numerator ÷ denominator × 100.
    pub terhitung: Option<String>,
    /// Formula in words.
    pub rumus: Option<String>,
    /// Name as printed.
    pub nama_indikator: Option<String>,
    /// Document and table of the statement shown first.
    pub sumber: String,
    /// Cut-off in words.
    pub keadaan: String,
    /// Phase of the budget.
    pub tahap: Option<&'static str>,
    /// `setara`, `setara dengan catatan`, `tanpa pembanding`, `tidak setara`.
    pub kedudukan: &'static str,
    /// Class for the style sheet.
    pub kelas: &'static str,
    /// One sentence per remark or reason.
    pub alasan: Vec<String>,
    /// Quoted from the report of this daerah.
    pub tangan_kedua: Option<String>,
    /// `2 dari 3`, `1–2 dari 3`.
    pub peringkat: Option<String>,
    /// Address of the fact: the key of findings and downloads.
    pub alamat: String,
    /// Number of its group; values with one number may be compared.
    pub kelompok: Option<usize>,
}

/// The row of a value.
pub fn baris(lang: Lang, padanan: &Padanan, skala: Option<&Skala>, a: &Anggota) -> BarisBanding {
    let n = &a.nilai;
    let unit = kalimat::satuan(padanan, n);
    let uang = n.tahap.is_some() || padanan_uang(padanan);
    let count = |v: rust_decimal::Decimal| if uang { lang.rupiah(v) } else { lang.grouped(v.normalize()) };
    let sumber = n.sumber().map_or_else(String::new, |s| format!("{}, {}", s.letak, s.dokumen));
    BarisBanding {
        id: n.pemilik.daerah.clone(),
        daerah: n.pemilik.daerah.clone(),
        opd: n.pemilik.opd.clone(),
        nama: lengkap(&n.pemilik),
        nama_opd: n.pemilik.nama_opd.clone(),
        url: url(n),
        tahun: n.tahun,
        teks: kalimat::teks(lang, padanan, n),
        mentah: n.besaran.utama.normalize().to_string(),
        asal: url_angka(&n.alamat),
        rentang: rentang(lang, n),
        huruf: n.huruf.clone().or_else(|| dari_skala(lang, skala?, n.besaran)),
        huruf_terhitung: n.huruf.is_none(),
        target: n.target.map(|t| nilai(lang, t, t.normalize().scale(), unit)),
        pembilang: n.pembilang.map(count),
        penyebut: n.penyebut.map(count),
        terhitung: n.terhitung.map(|t| match n.rumus.seratus() {
            true => lang.percent(t, 2),
            false => lang.decimal(t, 2),
        }),
        rumus: n.rumus.kata(lang),
        nama_indikator: Some(n.nama.to_string()).filter(|s| !s.is_empty()),
        sumber,
        keadaan: n.batas_data.kata(lang),
        tahap: n.tahap.map(|t| kata::tahap(lang, t)),
        kedudukan: kata::kedudukan(lang, &a.kedudukan),
        kelas: kelas(a),
        alasan: alasan_baris(lang, a),
        tangan_kedua: n.tangan_kedua.as_ref().map(lengkap),
        peringkat: a.peringkat.map(|p| peringkat(lang, p)),
        alamat: n.alamat.clone(),
        kelompok: a.kelompok,
    }
}

/// The remarks on a row; that a value is only what its counts give is said wherever it stands.
fn alasan_baris(lang: Lang, a: &Anggota) -> Vec<String> {
    let others = a.kedudukan.alasan().iter().filter(|r| r.jenis != JenisAlasan::Dihitung).cloned();
    alasan::semua(lang, &others.chain(dihitung(&a.nilai)).collect::<Vec<_>>())
}

/// Gives every row of a page an anchor of its own.
pub fn beri_id(rows: &mut [&mut BarisBanding]) {
    let steps: [fn(&BarisBanding) -> String; 2] = [
        |b| b.opd.as_ref().map_or_else(|| b.daerah.clone(), |opd| format!("{}/{opd}", b.daerah)),
        |b| b.alamat.clone(),
    ];
    for step in steps {
        let ids: Vec<String> = rows.iter().map(|b| b.id.clone()).collect();
        for b in rows.iter_mut().filter(|b| ids.iter().filter(|id| **id == b.id).count() > 1) {
            b.id = step(b);
        }
    }
}

/// The class of a cell: a word, not a judgement.
pub fn kelas(a: &Anggota) -> &'static str {
    use crate::comparisons::Kedudukan as K;
    match a.kedudukan {
        K::Setara => "setara",
        K::DenganCatatan(_) => "catatan",
        K::Tunggal => "tunggal",
        K::TidakSetara(_) => "tidak-setara",
    }
}

fn peringkat(lang: Lang, p: Peringkat) -> String {
    let rank = if p.terbaik == p.terburuk { p.terbaik.to_string() } else { format!("{}–{}", p.terbaik, p.terburuk) };
    let seri = if p.seri > 0 { lang.pilih(", seri", ", tied") } else { "" };
    let dari = p.dari;
    teks!(lang, "{rank} dari {dari}{seri}", "{rank} of {dari}{seri}")
}

/// Columns of budgets show amounts as rupiah.
fn padanan_uang(padanan: &Padanan) -> bool {
    matches!(&padanan.isi, crate::records::IsiPadanan::Tabel(isi) if isi.kolom == "pagu")
}

/// Why a value is a range: how many tables state it differently, or what its counts give.
fn rentang(lang: Lang, n: &NilaiBanding) -> Option<String> {
    n.besaran.rentang()?;
    let mut values: Vec<_> =
        n.pernyataan.iter().filter(|p| &*p.ukuran == "realisasi" && !p.ragu).map(|p| p.nilai).collect();
    values.sort_unstable();
    values.dedup();
    Some(if n.bulat {
        teks!(lang, "jumlahnya dicetak dalam bentuk bulat", "its amounts are printed in round figures")
    } else if n.tahap.is_some() {
        teks!(lang, "tabel anggarannya mencetak jumlah yang berbeda", "its budget tables print different amounts")
    } else if values.len() > 1 {
        let n = values.len();
        teks!(lang, "dokumennya mencetak {n} angka berbeda", "its documents print {n} different figures")
    } else {
        teks!(
            lang,
            "angka tercetak berbeda dari hitungan pembilang dan penyebutnya",
            "the printed figure differs from its numerator and denominator"
        )
    })
}

/// The page a value leads to.
fn url(n: &NilaiBanding) -> Option<String> {
    if n.tangan_kedua.is_some() {
        return None;
    }
    let opd = n.pemilik.opd.as_ref()?;
    Some(match (&n.indikator, n.rekaman) {
        (Some(kode), _) => format!("{}/{opd}/indikator/{kode}/", n.pemilik.daerah),
        (None, Some(tahun)) => format!("{}/{opd}/{tahun}/", n.pemilik.daerah),
        (None, None) => format!("{}/{opd}/", n.pemilik.daerah),
    })
}

/// The page and anchor that account for the figure at a full address.
pub fn url_angka(alamat: &str) -> String {
    let mut parts = alamat.splitn(3, '/');
    let (daerah, opd) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let (page, anchor) = tempat(parts.next().unwrap_or_default());
    format!("{daerah}/{opd}/angka/{page}/#{anchor}")
}

/// The letter a value has on a scale; of two printed values that of each: `BB sampai A`.
fn dari_skala(lang: Lang, skala: &Skala, besaran: Besaran) -> Option<String> {
    let letter = |v| predikat(skala, v)?.kelas.huruf.clone();
    match besaran.rentang() {
        Some((low, high)) => {
            let (low, high) = (letter(low)?, letter(high)?);
            Some(if low == high { low } else { teks!(lang, "{low} sampai {high}", "{low} to {high}") })
        }
        None => letter(besaran.utama),
    }
}
