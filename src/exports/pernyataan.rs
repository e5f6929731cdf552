//! All statements and derived figures of one OPD as CSV: one row per observation, the address as key. One file for all
//! languages, with Indonesian headings: programs read it.

use super::{Gaya, tulis};
use crate::measures::kata;
use crate::pages::asal::nama;
use crate::pages::data::DataOpd;
use crate::records::{Jenis, Nilai};

const KEPALA: [&str; 17] = [
    "alamat",
    "kemendagri_kode_kabupaten_kota",
    "bps_kode_kabupaten_kota",
    "nama_kabupaten_kota",
    "opd",
    "tahun",
    "masa",
    "nama",
    "nilai",
    "satuan",
    "tercetak",
    "keterangan",
    "dihitung",
    "rumus",
    "dokumen",
    "letak",
    "rekaman",
];

/// The rows of one OPD.
pub fn csv(d: &DataOpd<'_>, gaya: Gaya) -> Vec<u8> {
    let head = KEPALA.map(str::to_string).to_vec();
    let own = |alamat: &str, tahun: i32| {
        vec![
            format!("{}{alamat}", d.alamat()),
            d.daerah.kode_kemendagri.clone().unwrap_or_default(),
            d.daerah.kode_bps.clone().unwrap_or_default(),
            d.daerah.nama.clone(),
            d.sumber.opd.nama.clone(),
            tahun.to_string(),
        ]
    };
    let statements = d.kumpulan.semua.iter().map(|p| {
        let mut row = own(&p.alamat, p.tahun);
        let period = kata::masa(d.lang, p.masa);
        let text = match &p.sel.nilai {
            Nilai::Angka(a) => a.nilai.normalize().to_string(),
            Nilai::Komposit(_) => String::new(),
            Nilai::Huruf(t) | Nilai::Teks(t) => t.clone(),
            Nilai::Kosong(_) => String::new(),
        };
        let mut note = Vec::new();
        if let Nilai::Kosong(alasan) = &p.sel.nilai {
            note.push(alasan.teks().to_string());
        }
        if p.sel.ragu {
            note.push("diragukan".to_string());
        }
        if p.sel.dibaca {
            note.push("bacaan dipilih penyalin".to_string());
        }
        note.extend(p.sel.alasan.clone());
        row.extend([
            if period == "0" { p.tahun.to_string() } else { period },
            nama(d, p),
            text,
            satuan(p.jenis(), p.sel.angka().is_some_and(|a| a.persen)),
            p.sel.tercetak.clone(),
            note.join("; "),
            "tidak".to_string(),
            String::new(),
            d.sumber.opd.dokumen.get(&p.sumber.dokumen).map(|dok| dok.judul.clone()).unwrap_or_default(),
            p.sumber.letak.clone(),
            p.rekaman.map(|t| t.to_string()).unwrap_or_default(),
        ]);
        row
    });
    let derived = d.turunan.values().map(|t| {
        let mut row = own(&t.alamat, t.tahun);
        row.extend([
            t.tahun.to_string(),
            t.rumus.id.clone(),
            t.nilai.map(|v| crate::number::round(v, 10).normalize().to_string()).unwrap_or_default(),
            satuan(t.jenis, false),
            String::new(),
            if t.nilai.is_none() { "tidak terhitung".to_string() } else { String::new() },
            "ya".to_string(),
            t.isi.id.clone(),
            String::new(),
            String::new(),
            String::new(),
        ]);
        row
    });
    tulis(gaya, std::iter::once(head).chain(statements).chain(derived))
}

fn satuan(jenis: Jenis, persen: bool) -> String {
    match jenis {
        Jenis::Persen => "%",
        Jenis::Uang => "Rp",
        _ if persen => "%",
        _ => "",
    }
    .to_string()
}
