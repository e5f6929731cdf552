//! Penerus: what an agency says of what came before and after must be able to have been: successors, years, former names.

use super::content::OpdTahun;
use super::indikator::Indikator;
use super::reader::Reader;
use crate::diagnostic::{Diagnostic, Jalur, Spot};
use crate::pesan;
use indexmap::IndexMap;
use std::sync::Arc;

/// Successors exist and lead to no circle; one indicator opens the page.
pub fn check_kode(r: &mut Reader, list: &IndexMap<String, Indikator>, root: &Jalur) {
    let next = |kode: &str| list.get(kode).and_then(|i| i.penerus.as_ref()).map(|n| n.kode.as_str());
    for (kode, own) in list {
        let Some(penerus) = &own.penerus else { continue };
        let way = root.kunci(kode).kunci("penerus").kunci("kode");
        let target = &penerus.kode;
        if !list.contains_key(target) {
            r.galat(
                "indikator-tak-dikenal",
                &way,
                pesan!("indikator penerus `{target}` tidak terdaftar", "the successor `{target}` is not listed"),
            )
            .help = Some(pesan!(
                "tulis kode indikator yang menggantikannya, seperti tertulis di bawah `indikator:`",
                "write the code of the indicator that replaces it, as it stands below `indikator:`"
            ));
            continue;
        }
        let chain = std::iter::successors(next(kode), |k| next(k)).take(list.len());
        if chain.into_iter().any(|k| k == kode) {
            r.galat(
                "penerus-melingkar",
                &way,
                pesan!(
                    "penerus `{kode}` kembali ke `{kode}` sendiri",
                    "the successors of `{kode}` lead back to `{kode}`"
                ),
            )
            .help = Some(pesan!(
                "hapus `penerus` dari indikator yang masih dipakai",
                "take `penerus` from the indicator that is still in use"
            ));
        }
    }
    let main: Vec<String> = list.values().filter(|i| i.utama).map(|i| format!("`{}`", i.kode)).collect();
    if main.len() > 1 {
        let all = main.join(", ");
        r.galat(
            "utama-ganda",
            root,
            pesan!(
                "lebih dari satu indikator bertanda `utama: true`",
                "more than one indicator is marked `utama: true`"
            ),
        )
        .help = Some(pesan!("biarkan pada satu saja dari {all}", "leave it on one of {all}"));
    }
}

/// A portal has no clock: of what it holds it knows the newest year, and nothing that is over ends this many years after it.
const TERLAMA: i32 = 5;

/// The last year that what is over can have, judged by the newest record or document.
pub fn tahun_terakhir(source: &OpdTahun) -> Option<i32> {
    let documents = source.opd.dokumen.values().filter_map(|d| d.tahun);
    source.rekaman.iter().map(|r| r.tahun).chain(documents).max().map(|newest| newest + TERLAMA)
}

/// A former name is no longer in use.
pub fn check_riwayat(source: &OpdTahun, berkas: &Arc<str>, found: &mut Vec<Diagnostic>) {
    let Some(last) = tahun_terakhir(source) else { return };
    for (n, one) in source.opd.riwayat.iter().enumerate().filter(|(_, one)| one.sampai > last) {
        let (nama, sampai) = (&one.nama, one.sampai);
        let way = Jalur::default().kunci("riwayat").urutan(n).kunci("sampai");
        found.push(
            Diagnostic::galat(
                "riwayat-masa-depan",
                berkas,
                Spot::Nilai(way),
                pesan!(
                    "nama lama “{nama}” ditulis berlaku sampai {sampai}, padahal sudah diganti",
                    "the former name “{nama}” is said to be in use up to {sampai}, though it was replaced"
                ),
            )
            .bantuan(pesan!(
                "tulis tahun terakhir nama itu dipakai; nama yang dipakai sekarang ditulis pada `nama`",
                "write the last year in which it was used; the name in use now is that of `nama`"
            )),
        );
    }
}
