//! Rule cacah-beda: a printed count of programs, kegiatan or sub kegiatan that the rows do not give.

use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, HasilUji, Sifat};
use crate::findings::kata;
use crate::findings::operasi::Operasi;
use crate::findings::sefakta;
use crate::findings::temuan::Isi;
use crate::findings::uji::{Asal, Calon};
use crate::pesan;
use crate::records::{Subjek, Ukuran as U};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "cacah-beda",
    nama: "Cacah berbeda dari barisnya",
    nama_en: "Count differs from the rows",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Hitungan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Laporan menyebut banyaknya program, kegiatan, atau sub kegiatan; tabelnya mencetak sebanyak yang lain.

**Definisi.** Cacah yang tertulis dibandingkan dengan banyaknya simpul pada pohon anggaran rekaman itu dan dengan banyaknya baris
setingkat pada setiap tabel anggaran yang mencetak lebih dari separuhnya; cocok bila sama dengan salah satunya.

**Toleransi.** Tidak ada.

**Batas.** Tingkat simpul mengikuti kedalamannya dalam susunan portal ini, bukan nama tingkat yang tercetak di depan namanya; karena
itu pesannya menyebut susunan.

**Contoh (rekaan).** Tertulis 3 program, 8 kegiatan, 20 sub kegiatan; tabelnya memuat 3, 9, dan 21.
",
    dokumentasi_en: r"
**Meaning.** The report states how many programs, activities (kegiatan) or sub-activities (sub kegiatan) there are; its
table prints another number of them.

**Definition.** The stated count is held against the number of nodes in the budget tree of that record and against the
number of rows of that level in every budget table that prints more than half of them; it agrees when it equals one of
these.

**Tolerance.** None.

**Limits.** The level of a node follows its depth in the tree of this portal, not the name of a level that is printed before it;
so the message names the arrangement.

**Example (invented).** Printed 3 programs, 8 activities, 20 sub-activities; the table holds 3, 9 and 21.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for (ukuran, depth, nama) in [
        (U::JumlahProgram, 0, ("program", "programs")),
        (U::JumlahKegiatan, 1, ("kegiatan", "activities")),
        (U::JumlahSubKegiatan, 2, ("sub kegiatan", "sub-activities")),
    ] {
        for i in b.semua(ukuran) {
            let Some((subjek, _)) = b.ukur(i) else { continue };
            // What is copied in part is not counted.
            let Some(tree) = b.pohon(i).filter(|tree| !tree.ada_sebagian()) else { continue };
            let inside: Vec<&str> = tree
                .pohon
                .iter()
                .filter(|n| match subjek {
                    Subjek::Total => true,
                    Subjek::Sasaran(kode) => n.sasaran.contains(kode),
                    Subjek::Kode(kode) => n.kode == *kode,
                })
                .flat_map(|n| n.semua())
                .filter(|(d, _)| *d == depth)
                .map(|(_, n)| n.kode.as_str())
                .collect();
            if inside.is_empty() {
                continue;
            }
            let counts = hitung(b, i, &inside);
            let (Some(written), Some(main)) = (b.bukti(i), counts.first().copied()) else { continue };
            let value = |n: usize| Decimal::from(n as u64);
            let agree = counts.iter().copied().find(|n| value(*n) == written);
            let calon = Calon { operasi: Operasi::Cacah, masukan: Vec::new(), asal: Asal::Lain };
            let verdict = if agree.is_some() { HasilUji::Cocok } else { HasilUji::Beda };
            b.catat(hasil, &ATURAN, i, &calon, value(agree.unwrap_or(main)), verdict.clone());
            if verdict == HasilUji::Cocok {
                continue;
            }
            let (text, letak, nama) = (kata::nilai(b, i), kata::letak(b, i), Pesan::new(nama.0, nama.1));
            let counted = terhitung(b, i, &inside);
            let places = kata::daftar_letak(b, counted.iter().copied());
            let place = if places.is_empty() { places } else { format!(" ({places})") };
            let pesan = pesan!(
                "Tertulis {text} {nama} ({letak}); tabel anggaran, sebagaimana tersusun di portal ini, memuat {main} {nama}{place}.",
                "Printed {text} {nama} ({letak}); the budget tables, as this portal arranges them, hold {main} {nama}{place}.",
                text,
                nama
            );
            let rumus = pesan!("cacah {nama}", "count of {nama}", nama);
            hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersama(counted).hitungan(value(main), rumus)));
        }
    }
}

/// A cell for each node that is counted: of the budget table that prints most of them, then of any other.
fn terhitung(b: &Bahan<'_, '_>, i: usize, inside: &[&str]) -> Vec<usize> {
    let own = b.semua_tabel().filter(|(k, _)| k.0 == b.p(i).rekaman && k.1 == "anggaran");
    let cell = |list: &[usize], kode: &str| {
        list.iter().copied().find(|j| matches!(b.ukur(*j), Some((Subjek::Kode(k), _)) if k == kode))
    };
    let mut tables: Vec<Vec<Option<usize>>> =
        own.map(|(_, list)| inside.iter().map(|kode| cell(list, kode)).collect()).collect();
    tables.sort_by_key(|t| std::cmp::Reverse(t.iter().flatten().count()));
    (0..inside.len()).filter_map(|n| tables.iter().find_map(|t| t[n])).collect()
}

/// How many of the nodes the tree has, then how many each budget table of the same record prints.
fn hitung(b: &Bahan<'_, '_>, i: usize, inside: &[&str]) -> Vec<usize> {
    let mut per_table: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for (key, list) in b.semua_tabel().filter(|(k, _)| k.0 == b.p(i).rekaman && k.1 == "anggaran") {
        for j in list {
            if let Some((Subjek::Kode(kode), _)) = b.ukur(*j)
                && inside.contains(&kode.as_str())
            {
                let seen = per_table.entry(*key).or_default();
                if !seen.contains(&kode.as_str()) {
                    seen.push(kode);
                }
            }
        }
    }
    let mut out = vec![inside.len()];
    out.extend(per_table.values().map(Vec::len).filter(|n| n * 2 > inside.len()));
    // A total row over some of the programs counts what belongs to those.
    if let Some(own) = sefakta::program_tabel(b, i) {
        let below = |kode: &&&str| own.iter().any(|p| **kode == *p || kode.starts_with(&format!("{p}.")));
        out.push(inside.iter().filter(below).count());
    }
    out
}
