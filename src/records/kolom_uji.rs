//! What two columns of a table, or one and the cut-off of its record, cannot say together.

use super::kolom::{Jenis, Kolom, Masa, Ukuran};
use super::masa_data::BatasData;
use super::reader::{At, Reader};
use crate::diagnostic::Jalur;
use crate::pesan;

/// What was not yet done when the data of a record end is no realisasi of it.
pub(super) fn check_masa(r: &mut Reader, kolom: &Kolom, at: &At<'_>, anggaran: bool, batas: Option<BatasData>) -> bool {
    use Ukuran as U;
    let done = matches!(
        kolom.ukuran,
        U::Realisasi | U::RealisasiKumulatif | U::RealisasiFisik | U::Serapan | U::Capaian | U::Sisa | U::Pembilang
    );
    let Some(batas) = batas.filter(|_| done) else { return true };
    let Some(tahun) = kolom.masa.tahun() else { return true };
    let first = match kolom.masa {
        Masa::Triwulan(_, n) => n * 3 - 2,
        Masa::Semester(_, n) => n * 6 - 5,
        Masa::Bulan(_, n) => n,
        Masa::Tahun(_) | Masa::Rentang(..) | Masa::Tahap(..) => 1,
    };
    let end = batas.hari();
    if (tahun, i32::from(first)) <= (i32::from(end.year()), i32::from(end.month())) {
        return true;
    }
    let (kata, masa) = (kolom.ukuran.kata(), &kolom.masa);
    let target = if anggaran { "rencana" } else { "target.renstra" };
    r.galat(
        "masa-sesudah-batas",
        &at.jalur,
        pesan!(
            "`{kata} {masa}` sesudah batas data rekaman ini, {batas}",
            "`{kata} {masa}` lies after the cut-off of this record, {batas}"
        ),
    )
    .help = Some(pesan!(
        "periksa tahunnya; yang baru direncanakan ditulis sebagai `{target} {masa}`, dan `batas_data` sampai tanggal berapa datanya",
        "check its year; what is only planned is written as `{target} {masa}`, and `batas_data` up to which day the data go"
    ));
    false
}

/// Two columns of one measure, set and period: the year of one was left out, or it was copied twice.
pub(super) fn check_kembar(r: &mut Reader, kolom: &[Option<Kolom>], jalur: &Jalur, anggaran: bool) {
    for (n, one) in kolom.iter().enumerate() {
        let Some(one) = one.as_ref().filter(|k| k.ukuran.jenis(anggaran) != Jenis::Teks) else { continue };
        if !kolom[..n].iter().flatten().any(|k| k == one) {
            continue;
        }
        let (nama, masa) = (one.nama(), &one.masa);
        let before = masa.tahun().unwrap_or_default().saturating_sub(1);
        r.galat(
            "kolom-kembar",
            &jalur.urutan(n),
            pesan!(
                "kolom `{nama} {masa}` tertulis dua kali dalam tabel ini",
                "the column `{nama} {masa}` is written twice in this table"
            ),
        )
        .help = Some(pesan!(
            "tulis masa atau himpunan yang membedakannya, misalnya `{nama} {before}`; tabel yang mencetak angka yang sama dua kali disalin sekali",
            "write the period or set that tells them apart, for example `{nama} {before}`; what a table prints twice is copied once"
        ));
    }
}
