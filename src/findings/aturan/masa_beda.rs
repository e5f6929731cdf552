//! Rule masa-beda: a period label that lies after the cut-off of the data it labels.

use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::pesan;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "masa-beda",
    nama: "Label masa bertentangan dengan batas data",
    nama_en: "Period label contradicts the cut-off",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Sebuah tabel atau uraian menyebut masa yang berakhir sesudah batas data rekaman itu.

**Definisi.** Letak pernyataan menyebut triwulan atau semester yang berakhir sesudah batas data rekaman, dan pernyataan itu bukan
rencana atau target.

**Toleransi.** Batas data dalam bulan terakhir masa itu cukup. Bobotnya rendah bila tempat lain mencetak angka yang sama tanpa masa itu.

**Batas.** Hanya masa yang tersurat pada letaknya dengan angka Romawi: “triwulan ini” tidak menyebut masa. Laporan yang berhenti di tengah tahun bukan temuan.

**Contoh (rekaan).** Data sampai 31 Maret 2025, uraian menyebut sampai dengan Triwulan II.
",
    dokumentasi_en: r"
**Meaning.** A table or a text names a period that ends later than the data of the record.

**Definition.** The place of a statement names a quarter or half-year that ends after the cut-off date (batas data) of
the record, and the statement is neither a plan nor a target.

**Tolerance.** A cut-off within the last month of the period is enough. The weight is low if another place prints the same
figure without that period.

**Limits.** Only periods spelled out in the place of the statement with a Roman numeral: “triwulan ini” (this quarter)
names none. A report that stops in the middle of the year is no finding.

**Example (invented).** Data up to 31 March 2025, the text says up to Triwulan II (the second quarter).
",
    periksa,
};

/// Label and the last month it covers.
const LABEL: [(&str, i8); 6] = [
    ("triwulan iv", 12),
    ("triwulan iii", 9),
    ("triwulan ii", 6),
    ("triwulan i", 3),
    ("semester ii", 12),
    ("semester i", 6),
];

/// Whether a place names a label as words of its own: “triwulan ini” does not name “triwulan i”.
fn menyebut(letak: &str, label: &str) -> bool {
    letak.match_indices(label).any(|(at, _)| {
        let (before, after) = (&letak[..at], &letak[at + label.len()..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    })
}

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let mut told: Vec<(i32, &str)> = Vec::new();
    for i in 0..b.k.semua.len() {
        let p = b.p(i);
        let Some(record) = p.rekaman.and_then(|t| b.rekaman(t)).filter(|r| r.tahun == p.tahun) else { continue };
        let plan = b
            .kolom(i)
            .is_some_and(|k| matches!(k.ukuran, crate::records::Ukuran::Target | crate::records::Ukuran::Rencana));
        let letak = p.sumber.letak.as_str();
        if plan || p.nilai().is_none() || told.contains(&(record.tahun, letak)) {
            continue;
        }
        let lower = letak.to_lowercase();
        let named = LABEL.iter().filter(|(label, _)| menyebut(&lower, label)).map(|(_, last)| *last);
        let Some(last) = named.max() else { continue };
        if record.setahun() || record.batas_data.hari().month() >= last {
            continue;
        }
        told.push((record.tahun, letak));
        let (value, day) = (kata::nilai(b, i), Pesan::tiap(|lang| record.batas_data.kata(lang)));
        let mut pesan = pesan!(
            "Tertulis {value} ({letak}), sedangkan data laporan ini sampai {day}.",
            "Printed {value} ({letak}), although the data of this report go up to {day}.",
            value,
            day
        );
        // Who prints the same figure without that period shows that it is of the report.
        let unnamed = |j: &usize| {
            LABEL.iter().all(|(l, m)| {
                *m <= record.batas_data.hari().month() || !menyebut(&kata::letak(b, *j).to_lowercase(), l)
            })
        };
        let saksi: Vec<usize> = b.saksi(i).into_iter().filter(unnamed).collect();
        let isi = if saksi.is_empty() {
            Isi::tentang(i, pesan)
        } else {
            let places = kata::daftar_letak(b, saksi.iter().copied());
            pesan.sambung(&pesan!(
                " Angka yang sama tercetak pula pada {places}.",
                " The same figure is also printed in {places}."
            ));
            Isi::tentang(i, pesan).berbobot(Bobot::Rendah)
        };
        hasil.temuan.push(b.temuan(&ATURAN, isi.bersaksi(b, saksi).di(b.rujukan_batas(i))));
    }
}
