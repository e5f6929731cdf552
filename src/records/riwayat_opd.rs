//! Riwayat OPD: the names an agency had before, and the addresses it was published under. Old pages keep old names.

use super::kode;
use super::reader::{At, Obj, Reader};
use crate::diagnostic::Diagnostic;
use crate::pesan;

/// A name that was in use up to a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamaLama {
    /// The last year of it.
    pub sampai: i32,
    /// Full name.
    pub nama: String,
    /// Short name.
    pub singkatan: String,
}

/// The name of a year: that of the earliest entry which still covers it.
pub fn pada(riwayat: &[NamaLama], tahun: i32) -> Option<&NamaLama> {
    riwayat.iter().filter(|n| n.sampai >= tahun).min_by_key(|n| n.sampai)
}

/// Reads `riwayat:`.
pub fn nama(r: &mut Reader, obj: &mut Obj<'_>) -> Vec<NamaLama> {
    let list = obj.list(r, "riwayat", |r, at| {
        let mut obj = r.object(at)?;
        let sampai = obj.need(r, "sampai", ("`sampai: 2021`", "`sampai: 2021`")).and_then(|at| r.tahun(&at));
        let nama = obj.need_string(r, "nama", "Dinas Sosial Kabupaten Blitar");
        let singkatan = obj.string(r, "singkatan").or_else(|| nama.clone());
        obj.finish(r);
        Some(NamaLama { sampai: sampai?, nama: nama?, singkatan: singkatan? })
    });
    for (n, one) in list.iter().enumerate() {
        if list[..n].iter().any(|other| other.sampai == one.sampai) {
            let tahun = one.sampai;
            let way = obj.jalur.kunci("riwayat");
            r.galat(
                "riwayat-ganda",
                &way,
                pesan!("dua nama berlaku sampai {tahun}", "two names were in use up to {tahun}"),
            )
            .help =
                Some(pesan!("tulis satu nama untuk setiap akhir masanya", "write one name for each end of its time"));
        }
    }
    list
}

/// Reads `alamat_lama:`, codes of folders that lead here now.
pub fn alamat(r: &mut Reader, obj: &mut Obj<'_>, sendiri: &str) -> Vec<String> {
    let Some(at) = obj.get("alamat_lama") else { return Vec::new() };
    let one = |r: &mut Reader, at: &At<'_>| -> Option<String> {
        let text = r.string(at)?;
        let wrong = kode::salah(&text).or_else(|| {
            (text == sendiri).then(|| {
                (
                    pesan!("`{text}` adalah alamatnya sekarang", "`{text}` is its address now"),
                    pesan!("tulis nama folder yang lama", "write the name of the old folder"),
                )
            })
        });
        match wrong {
            None => Some(text),
            Some((message, help)) => {
                r.galat("alamat-lama-salah", &at.jalur, message).help = Some(help);
                None
            }
        }
    };
    match r.strings_at(&at) {
        Some(list) => list.iter().filter_map(|at| one(r, at)).collect(),
        None => one(r, &at).into_iter().collect(),
    }
}

/// An old address that is the folder of another agency.
pub fn terpakai(berkas: &std::sync::Arc<str>, nomor: usize, lama: &str) -> Diagnostic {
    use crate::diagnostic::{Jalur, Spot};
    let way = Jalur::default().kunci("alamat_lama").urutan(nomor);
    Diagnostic::galat(
        "alamat-lama-salah",
        berkas,
        Spot::Nilai(way),
        pesan!(
            "`{lama}` adalah alamat OPD lain yang masih ada",
            "`{lama}` is the address of another agency that is there"
        ),
    )
    .bantuan(pesan!(
        "hapus dari daftar ini, atau gabungkan folder itu ke OPD ini",
        "take it out of this list, or merge that folder into this agency"
    ))
}
