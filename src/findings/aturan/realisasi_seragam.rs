//! Rule realisasi-seragam: every realisasi of a table equals its target. A neutral observation.

use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::pesan;
use crate::records::{Bagian, Jenis, Nilai, Ukuran as U};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "realisasi-seragam",
    nama: "Semua realisasi sama persis dengan target",
    nama_en: "Every actual figure (realisasi) equals its target",
    tingkat: Bobot::Rendah,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Dalam satu tabel, realisasi setiap baris sama persis dengan targetnya. Itu bisa benar; ini pengamatan, bukan
kesalahan. Pembaca berhak tahu bahwa tabel itu tidak membedakan satu baris dari yang lain.

**Definisi.** Paling sedikit lima baris mempunyai target dan realisasi untuk masa yang sama, dan semuanya sama.

**Toleransi.** Tidak ada.

**Batas.** Baris tanpa target atau realisasi tidak dihitung.

**Contoh (rekaan).** Enam belas sub kegiatan, semuanya 100%.
",
    dokumentasi_en: r"
**Meaning.** In one table the actual figure (realisasi) of every row is exactly its target. That can be true; this is an
observation, not an error. Readers have a right to know that the table does not tell one row from another.

**Definition.** At least five rows have a target and an actual figure for the same period, and all of them are equal.

**Tolerance.** None.

**Limits.** Rows without a target or an actual figure are not counted.

**Example (invented).** Sixteen sub-activities (sub kegiatan), all of them 100%.
",
    periksa,
};

/// Fewer rows than this are equal by chance.
const TERSEDIKIT: usize = 5;

/// One table: its first realisasi, how many rows and periods it has, all its other cells.
type Seragam = (usize, usize, usize, Vec<usize>);

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    // The same facts printed in five tables are one habit of one document.
    let mut documents: BTreeMap<(Option<i32>, &str), Vec<Seragam>> = BTreeMap::new();
    for (key, list) in b.semua_tabel() {
        let measure = if key.1 == "anggaran" { U::RealisasiFisik } else { U::Realisasi };
        let is = |i: usize, ukuran: U| match b.p(i).bagian {
            Bagian::Tabel { kolom, .. } => kolom.ukuran == ukuran.kata(),
            _ => b.kolom(i).is_some_and(|k| k.ukuran == ukuran),
        };
        let measure = if key.1 == "tabel" { U::Realisasi } else { measure };
        let mut rows: Vec<(usize, usize, bool)> = Vec::new();
        for i in list.iter().copied().filter(|i| is(*i, measure) && !b.p(*i).sel.ragu) {
            let masa = b.p(i).masa;
            let target =
                b.sebaris(i).iter().copied().find(|j| is(*j, U::Target) && b.p(*j).masa == masa && !b.p(*j).sel.ragu);
            let target = target.filter(|j| !b.berlainan(i, *j));
            // A target of all that is reached is full coverage, no sign of a copied column.
            let full = b.jenis(i) == Jenis::Persen && b.bukti(i) == Some(Decimal::ONE_HUNDRED);
            match target.and_then(|j| Some((j, setara(&b.p(i).sel.nilai, &b.p(j).sel.nilai)?))) {
                Some((_, true)) if full => {}
                Some((j, same)) => rows.push((i, j, same)),
                None => {}
            }
        }
        if rows.len() < TERSEDIKIT || !rows.iter().all(|(_, _, same)| *same) {
            continue;
        }
        let Some((first, _, _)) = rows.first().copied() else { continue };
        // Two years side by side are the same rows twice.
        let apart: BTreeSet<usize> = rows.iter().filter_map(|(i, _, _)| b.sebaris(*i).first().copied()).collect();
        let masa: BTreeSet<String> = rows.iter().map(|(i, _, _)| b.p(*i).masa.to_string()).collect();
        if apart.len() < TERSEDIKIT {
            continue;
        }
        let rest = rows.iter().flat_map(|(i, j, _)| [*j, *i]).filter(|k| *k != first).collect();
        let document = b.p(first).sumber.dokumen.as_str();
        documents.entry((b.p(first).rekaman, document)).or_default().push((first, apart.len(), masa.len(), rest));
    }
    for tables in documents.into_values() {
        let part = |(first, n, masa, _): &Seragam| {
            let letak = kata::letak(b, *first);
            match masa {
                1 => pesan!("{n} baris {letak}", "{n} rows of {letak}"),
                m => pesan!("{n} baris {letak}, pada {m} masa", "{n} rows of {letak}, in {m} periods"),
            }
        };
        let parts = Pesan::gabung(&tables.iter().map(part).collect::<Vec<_>>(), &Pesan::sama("; "));
        let pesan = pesan!(
            "Realisasi sama persis dengan targetnya pada setiap baris: {parts}.",
            "The actual equals the target exactly in every row: {parts}.",
            parts
        );
        let Some((first, ..)) = tables.first() else { continue };
        let rest = tables.iter().flat_map(|t| std::iter::once(t.0).chain(t.3.iter().copied())).filter(|k| k != first);
        hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(*first, pesan).bersama(rest)));
    }
}

/// Whether two cells hold the same number or the same list of numbers; nothing when either has none.
fn setara(a: &Nilai, z: &Nilai) -> Option<bool> {
    match (a, z) {
        (Nilai::Angka(x), Nilai::Angka(y)) => Some(x.nilai == y.nilai),
        (Nilai::Komposit(x), Nilai::Komposit(y)) => {
            Some(x.len() == y.len() && x.iter().zip(y).all(|(p, q)| p.nilai == q.nilai))
        }
        _ => None,
    }
}
