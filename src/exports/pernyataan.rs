//! All statements and derived figures of one OPD as CSV: one row per observation, the address as key. One file for all
//! languages, with Indonesian headings: programs read it.

use super::tulis;
use crate::measures::{Masukan, Turunan, kata, sampai};
use crate::number::Batas;
use crate::pages::asal::nama;
use crate::pages::data::DataOpd;
use crate::records::{BatasData, Jenis, Nilai, Pernyataan};
use rust_decimal::Decimal;

pub const KEPALA: [&str; 21] = [
    "alamat",
    "kemendagri_kode_kabupaten_kota",
    "bps_kode_kabupaten_kota",
    "nama_kabupaten_kota",
    "opd",
    "tahun",
    "masa",
    "nama",
    "jenis",
    "nilai",
    "bawah",
    "atas",
    "satuan",
    "tercetak",
    "keterangan",
    "dihitung",
    "rumus",
    "dokumen",
    "letak",
    "rekaman",
    "sampai",
];

/// What the remark of a doubted figure begins with.
pub(super) const DIRAGUKAN: &str = "diragukan";

/// Columns of the archive that the files of an agency do without: what all their rows share, which the name of the file says.
const BERSAMA: [&str; 3] = ["kemendagri_kode_kabupaten_kota", "bps_kode_kabupaten_kota", "nama_kabupaten_kota"];

/// The columns of the files of one OPD. A document is named by its code, not by its title in every row, and the agency only
/// where it had another name.
pub fn kepala_opd() -> Vec<&'static str> {
    let own = KEPALA.into_iter().filter(|name| !BERSAMA.contains(name));
    own.map(|name| if name == "dokumen" { "kode_dokumen" } else { name }).collect()
}

/// The rows of one OPD.
pub fn csv(d: &DataOpd<'_>) -> Vec<u8> {
    tulis(baris(d).into_iter())
}

/// The same as a workbook.
pub fn xlsx(d: &DataOpd<'_>) -> Vec<u8> {
    super::xlsx::xlsx(baris(d).into_iter())
}

fn baris(d: &DataOpd<'_>) -> Vec<Vec<String>> {
    let own = |row: Vec<String>, dokumen: &str| -> Vec<String> {
        let kept = KEPALA.iter().zip(row).filter(|(name, _)| !BERSAMA.contains(name));
        kept.map(|(name, cell)| match *name {
            "dokumen" => dokumen.to_string(),
            "opd" if cell == d.sumber.opd.nama => String::new(),
            _ => cell,
        })
        .collect()
    };
    let head = kepala_opd().into_iter().map(str::to_string).collect();
    let statements = d.kumpulan.semua.iter().map(|p| own(satu(d, p), &p.sumber.dokumen));
    let derived = d.turunan.values().map(|t| own(hitungan(d, t), ""));
    std::iter::once(head).chain(statements).chain(derived).collect()
}

/// What every row begins with: the address and whose figure it is.
fn milik(d: &DataOpd<'_>, alamat: &str, tahun: i32) -> Vec<String> {
    vec![
        format!("{}{alamat}", d.alamat()),
        d.daerah.kode_kemendagri.clone().unwrap_or_default(),
        d.daerah.kode_bps.clone().unwrap_or_default(),
        d.daerah.nama.clone(),
        d.sumber.opd.nama_pada(tahun).to_string(),
        tahun.to_string(),
    ]
}

/// The row of a statement.
pub(super) fn satu(d: &DataOpd<'_>, p: &Pernyataan<'_>) -> Vec<String> {
    let mut row = milik(d, &p.alamat, p.tahun);
    let period = kata::masa(d.lang, p.masa);
    let number = |v: Decimal| v.normalize().to_string();
    let text = p.nilai_data();
    let (low, high) = ujung(&p.sel.nilai);
    let mut note = Vec::new();
    if let Nilai::Kosong(alasan) = &p.sel.nilai {
        note.push(alasan.teks().to_string());
    }
    if p.sel.ragu {
        note.push(DIRAGUKAN.to_string());
    }
    if let Nilai::Batas(Batas::LebihDari | Batas::KurangDari, _) = &p.sel.nilai {
        note.push("batasnya sendiri tidak termasuk".to_string());
    }
    if p.sel.dibaca {
        note.push("bacaan dipilih penyalin".to_string());
    }
    note.extend(p.sel.alasan.clone());
    let part = sampai(d.sumber, p);
    // A quarter is named by its period; it says nothing of the months that follow it.
    note.extend(part.filter(|_| p.masa.bulan_akhir().is_none()).map(|batas| batas.baru(d.lang)));
    row.extend([
        if period == "0" { p.tahun.to_string() } else { period },
        nama(d, p),
        p.sel.nilai.jenis().to_string(),
        text,
        low.map(number).unwrap_or_default(),
        high.map(number).unwrap_or_default(),
        p.satuan_tercetak(&d.sumber.opd),
        p.sel.tercetak.clone(),
        note.join("; "),
        "tidak".to_string(),
        String::new(),
        d.sumber.opd.dokumen.get(&p.sumber.dokumen).map(|dok| dok.judul.clone()).unwrap_or_default(),
        p.sumber.letak.clone(),
        p.rekaman.map(|t| t.to_string()).unwrap_or_default(),
        part.map(|batas| batas.to_string()).unwrap_or_default(),
    ]);
    row
}

/// The row of a derived figure.
pub(super) fn hitungan(d: &DataOpd<'_>, t: &Turunan) -> Vec<String> {
    let part = bagian_tahun(d, t);
    let mut row = milik(d, &t.alamat, t.tahun);
    let end = |v: Decimal| crate::number::round(v, 10).normalize().to_string();
    let (low, high) = t.batas.map(|(low, high)| (end(low), end(high))).unwrap_or_default();
    row.extend([
        t.tahun.to_string(),
        t.rumus.id.clone(),
        if t.jenis == Jenis::Persen { "persen" } else { "angka" }.to_string(),
        nilai_terhitung(t),
        low,
        high,
        satuan_terhitung(t).to_string(),
        String::new(),
        [t.nilai.is_none().then(|| "tidak terhitung".to_string()), part.map(|batas| batas.baru(d.lang))]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("; "),
        "ya".to_string(),
        t.isi.id.clone(),
        String::new(),
        String::new(),
        String::new(),
        part.map(|batas| batas.to_string()).unwrap_or_default(),
    ]);
    row
}

/// The cut-off of a figure that rests on what covers a part of its year only.
pub(super) fn bagian_tahun(d: &DataOpd<'_>, t: &Turunan) -> Option<BatasData> {
    let input = |alamat: &str| d.kumpulan.di(alamat).find_map(|p| sampai(d.sumber, p));
    let own = |m: &Masukan| input(&m.alamat).or_else(|| bagian_tahun(d, d.turunan.get(&m.alamat)?));
    t.masukan.iter().find_map(own)
}

/// The value of a derived figure as data hold it.
pub(super) fn nilai_terhitung(t: &Turunan) -> String {
    t.nilai.map(|v| crate::number::round(v, 10).normalize().to_string()).unwrap_or_default()
}

/// Its unit.
pub(super) fn satuan_terhitung(t: &Turunan) -> &'static str {
    match t.jenis {
        Jenis::Persen => "%",
        Jenis::Uang => "Rp",
        _ => "",
    }
}

/// The ends of a range or a bound; of an amount printed in thousands or millions, how far it may have been rounded.
fn ujung(nilai: &Nilai) -> (Option<Decimal>, Option<Decimal>) {
    match nilai {
        Nilai::Angka(a) if a.pangkat > 0 => {
            let (low, high) = a.selang();
            (Some(low), Some(high))
        }
        other => other.ujung(),
    }
}
