//! What an address ends in, taken apart: what is measured, of what, in which phase or plan; and the page a place names.

use crate::measures;
use crate::number::Lang;
use crate::records::{Bagian, Pernyataan};

/// The period of a statement in words.
pub fn masa(p: &Pernyataan<'_>) -> String {
    let period = measures::kata::masa(Lang::Id, p.masa);
    if period == "0" { p.tahun.to_string() } else { period }
}

/// What an address ends in: `pagu.perubahan`, `realisasi@2022-tw1`.
pub fn akhir(alamat: &str) -> String {
    alamat.rsplit('/').next().unwrap_or_default().to_string()
}

/// What an address ends in, taken apart.
pub struct Ekor {
    /// Code of the node or indicator.
    pub kode: String,
    /// What is measured, by its codes.
    pub subjek: String,
    /// Which measure.
    pub ukuran: String,
    /// Phase of the budget, or plan.
    pub himpunan: String,
}

impl Ekor {
    /// Of a statement.
    pub fn pernyataan(p: &Pernyataan<'_>) -> Self {
        let measured = |kode: String, subjek: String, kolom: &crate::records::Kolom| Self {
            kode,
            subjek,
            ukuran: kolom.ukuran.kata().to_string(),
            himpunan: kolom.himpunan.unwrap_or_default().to_string(),
        };
        match p.bagian {
            Bagian::Anggaran { subjek, kolom } | Bagian::Kinerja { subjek, kolom } => {
                measured(subjek.to_string(), subjek.to_string(), kolom)
            }
            Bagian::Tabel { tabel, baris, kolom } => Self {
                kode: String::new(),
                subjek: format!("{}/{}", tabel.kode, baris.kode),
                ukuran: kolom.kode.clone(),
                himpunan: String::new(),
            },
            Bagian::PihakLain { pihak, kolom } => {
                measured(pihak.indikator.clone(), format!("{}/{}", pihak.daerah, pihak.indikator), kolom)
            }
        }
    }

    /// Of a derived figure.
    pub fn alamat(alamat: &str) -> Self {
        let mut parts = alamat.splitn(4, '/').skip(2).map(str::to_string);
        let (kode, ukuran) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        Self { subjek: kode.clone(), kode, ukuran, himpunan: String::new() }
    }
}

/// The page that a place names: `23` of `Tabel 3.17, hlm. 23`.
pub fn halaman(letak: &str) -> String {
    let lower = letak.to_lowercase();
    let behind =
        ["halaman ", "hlm. ", "hlm ", "hal. ", "hal "].iter().find_map(|w| lower.split_once(w).map(|(_, r)| r));
    behind.unwrap_or_default().chars().take_while(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::halaman;

    #[test]
    fn the_page_of_a_place_is_what_it_calls_so() {
        assert_eq!(halaman("Tabel 3.17, hlm. 23"), "23");
        assert_eq!(halaman("Bab III, halaman 7-9"), "7");
        assert_eq!(halaman("Tabel 3.17"), "");
        assert_eq!(halaman("Hal yang dilaporkan"), "");
    }
}
