//! Temuan, kind by kind and weight by weight: what stands open on a page and what is folded under its number.

use super::figure::Figure;
use super::kalimat::kata;
use super::temuan_baris::Baris;
use crate::findings::{Bobot, Golongan};
use crate::number::Lang;
use crate::teks;
use serde::Serialize;

/// A page with no more findings than this folds none of them.
const TERBUKA: usize = 12;

/// Findings of one kind under their own heading.
#[derive(Debug, Clone, Serialize)]
pub struct Kelompok {
    /// Heading.
    pub judul: &'static str,
    /// What the kind means.
    pub arti: &'static str,
    /// Whether dumbbells are drawn below its findings.
    pub bergambar: bool,
    /// Its findings by weight, the heaviest first.
    pub bobot: Vec<Sebobot>,
}

/// Findings of one kind and weight.
#[derive(Debug, Clone, Serialize)]
pub struct Sebobot {
    /// Heading: `Berbobot sedang`.
    pub judul: String,
    /// Whether they stand open.
    pub terbuka: bool,
    /// The findings.
    pub baris: Vec<Baris>,
}

/// Both kinds of finding: heading, and what the kind means.
pub fn jenis(lang: Lang) -> [(Golongan, &'static str, &'static str); 2] {
    [
        (
            Golongan::Pertentangan,
            lang.pilih("Ketidakcocokan", "Contradictions"),
            lang.pilih(
                "Dua angka yang tercetak, atau angka dan hitungannya, tidak mungkin keduanya benar.",
                "Two printed figures, or a figure and its computation, cannot both be right.",
            ),
        ),
        (
            Golongan::Pengamatan,
            lang.pilih("Pengamatan", "Observations"),
            lang.pilih(
                "Layak diketahui pembaca; semuanya mungkin benar.",
                "Worth knowing for a reader; all of it may be right.",
            ),
        ),
    ]
}

/// The findings of a page by kind and weight, and the dumbbells of those that stand open: the heaviest contradictions, or
/// all of a short list.
pub fn kelompok(lang: Lang, baris: &[&Baris]) -> (Vec<Kelompok>, Vec<Figure>) {
    let (mut out, mut halter) = (Vec::new(), Vec::new());
    for (golongan, judul, arti) in jenis(lang) {
        let mut bobot = Vec::new();
        for weight in Bobot::SEMUA {
            let own = |b: &&&Baris| b.golongan == golongan.kata() && b.tingkat == weight.kata();
            let rows: Vec<Baris> = baris.iter().filter(own).map(|b| (*b).clone()).collect();
            if rows.is_empty() {
                continue;
            }
            let terbuka = baris.len() <= TERBUKA || (out.is_empty() && bobot.is_empty());
            let kata = kata::bobot(lang, weight);
            let judul = teks!(lang, "Berbobot {kata}", "Of {kata} weight");
            bobot.push(Sebobot {
                judul,
                terbuka,
                baris: if terbuka { bergambar(lang, rows, &mut halter) } else { rows },
            });
        }
        if !bobot.is_empty() {
            let bergambar = bobot.iter().flat_map(|w: &Sebobot| &w.baris).any(|b| b.halter.is_some());
            out.push(Kelompok { judul, arti, bergambar, bobot });
        }
    }
    (out, halter)
}

/// Rows with their dumbbells, which go to `halter`.
fn bergambar(lang: Lang, rows: Vec<Baris>, halter: &mut Vec<Figure>) -> Vec<Baris> {
    rows.into_iter()
        .map(|row| {
            let (row, figure) = row.berhalter(lang, format!("halter-{}", halter.len()));
            halter.extend(figure);
            row
        })
        .collect()
}
