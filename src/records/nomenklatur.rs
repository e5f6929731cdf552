//! `nomenklatur.yaml`: our English of the national names of programs, kegiatan and sub kegiatan.

use super::reader::{At, Reader};
use crate::pesan;
use std::collections::BTreeMap;

/// English by printed name, however a document writes it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Nomenklatur(BTreeMap<String, String>);

impl Nomenklatur {
    /// The English of a printed name, if somebody wrote it.
    pub fn en(&self, nama: &str) -> Option<&str> {
        self.0.get(&lipat(nama)).map(String::as_str)
    }
}

/// Reads printed names with their English; two spellings of one name would leave open which holds.
pub fn read(r: &mut Reader, at: &At<'_>) -> Nomenklatur {
    let mut out = BTreeMap::new();
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (nama, at) in r.entries(at) {
        let kunci = lipat(nama);
        if let Some(lain) = seen.insert(kunci.clone(), nama) {
            r.galat(
                "nomenklatur-ganda",
                &at.jalur,
                pesan!("nama ini sama dengan `{lain}`", "this name is the same as `{lain}`"),
            )
            .help = Some(pesan!(
                "hapus salah satunya: huruf besar, spasi, tanda baca dan `Kabupaten/Kota` di akhir tidak dibedakan",
                "remove one of them: capitals, spaces, punctuation and a final `Kabupaten/Kota` make no difference"
            ));
            continue;
        }
        out.extend(r.string(&at).map(|en| (kunci, en)));
    }
    Nomenklatur(out)
}

/// A name without what documents write differently: case, spaces, punctuation, the level of government at its end.
fn lipat(nama: &str) -> String {
    let bare: String = nama.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let level = ["kabupatenkota", "kabkota"].into_iter().find_map(|end| bare.strip_suffix(end));
    level.filter(|rest| !rest.is_empty()).map(str::to_string).unwrap_or(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_one() {
        let names = [
            "Program Penunjang Urusan, Kabupaten/Kota",
            "PROGRAM PENUNJANG  URUSAN",
            "program penunjang-urusan Kab./Kota",
        ];
        assert!(names.iter().all(|n| lipat(n) == "programpenunjangurusan"), "{names:?}");
        assert_ne!(lipat("Penyediaan Makanan"), lipat("Penyediaan Permakanan"));
        assert_eq!(lipat("Kabupaten/Kota"), "kabupatenkota");
    }
}
