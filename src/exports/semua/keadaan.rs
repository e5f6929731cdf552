//! Keadaan: what a figure is worth, in our word and in the code list of SDMX beside it.

use crate::records::{Alasan, Nilai, Pernyataan};

/// The codes of SDMX CL_OBS_STATUS that occur, and what they say here.
pub const STATUS: [(&str, &str); 6] = [
    ("A", "nilai biasa"),
    ("P", "sementara: baru mencakup sebagian tahun"),
    ("U", "kurang andal: hasil pemindaiannya diragukan"),
    ("O", "tidak ada nilai: dokumen tidak mencetaknya, atau cetakannya tidak terbaca"),
    ("L", "tidak ada nilai: dokumen mencetaknya, tetapi belum disalin"),
    ("M", "tidak ada nilai dan tidak mungkin ada: tidak berlaku, atau pembagian dengan nol"),
];

/// Our word and the code of a printed figure; `sebagian` where it covers a part of its year.
pub fn pernyataan(p: &Pernyataan<'_>, sebagian: bool) -> (&'static str, &'static str) {
    match &p.sel.nilai {
        Nilai::Kosong(alasan) => (
            alasan.teks(),
            match alasan {
                Alasan::TidakTercetak | Alasan::TidakTerbaca => "O",
                Alasan::BelumDisalin => "L",
                Alasan::TidakBerlaku | Alasan::TidakTerhitung => "M",
            },
        ),
        _ if p.sel.ragu => ("diragukan", "U"),
        _ if sebagian => ("sementara", "P"),
        _ if p.sel.dibaca => ("bacaan dipilih", "A"),
        _ => ("tercetak", "A"),
    }
}

/// Of a computed figure.
pub fn hitungan(ada: bool, sebagian: bool) -> (&'static str, &'static str) {
    match (ada, sebagian) {
        (false, _) => ("tidak terhitung", "M"),
        (true, true) => ("sementara", "P"),
        (true, false) => ("terhitung", "A"),
    }
}
