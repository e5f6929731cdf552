//! Rule baris-hilang: a row missing from a table that prints its parent and its siblings; the parent says how much.

use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::operasi::Operasi;
use crate::findings::temuan::Isi;
use crate::pesan;
use crate::records::{Kolom, Simpul, Subjek, Ukuran as U};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "baris-hilang",
    nama: "Baris tidak tercetak dalam tabel yang merinci induknya",
    nama_en: "Row not printed in a table that details its parent",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Tabel merinci sebuah kegiatan menurut sub kegiatannya, tetapi satu sub kegiatan yang tercetak di tabel lain tidak
ada barisnya di sini. Jumlah rinciannya kurang sebesar baris yang hilang itu.

**Definisi.** Dalam satu tabel anggaran: induk (atau jumlah seluruh program, bila lebih dari dua) dan sedikitnya satu anaknya tercetak, tepat satu anak yang lain tidak mempunyai baris
padahal tabel lain mencetak uangnya untuk tahun yang sama, dan induk lebih besar daripada jumlah anak yang tercetak. Besarnya =
induk − jumlah anak yang tercetak.

**Toleransi.** Tidak ada.

**Batas.** Hanya tabel yang mencetak semua anak dari sedikitnya dua pertiga induk yang dirincinya: tabel yang memang hanya memuat
sebagian baris tidak diperiksa. Sel yang tercetak kosong bukan baris yang hilang.

**Contoh (rekaan).** Administrasi Umum Rp870.788.785; lima sub kegiatannya berjumlah Rp830.288.785; sub kegiatan keenam, Rp40.500.000 pada
tabel lain, tidak tercetak.
",
    dokumentasi_en: r"
**Meaning.** A table breaks an activity (kegiatan) down by its sub-activities (sub kegiatan), but one sub-activity that
another table prints has no row here. The parts fall short of the whole by the missing row.

**Definition.** Within one budget table: a parent (or the total of all programs, where there are more than two) and at least one of its children are printed, exactly one other child
has no row although another table prints its money for the same year, and the parent is larger than the sum of the
printed children. The amount = parent − sum of the printed children.

**Tolerance.** None.

**Limits.** Only tables that print all children of at least two thirds of the parents they break down: a table that is
meant to hold only some rows is not checked. A cell printed empty is not a missing row.

**Example (invented).** Administrasi Umum Rp870.788.785; its five sub-activities add up to Rp830,288,785; the sixth, Rp40.500.000
in another table, is not printed.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let tables: Vec<Vec<usize>> = b.semua_tabel().filter(|(k, _)| k.1 == "anggaran").map(|(_, l)| l.to_vec()).collect();
    for table in tables {
        let printed: BTreeSet<&str> = table
            .iter()
            .filter_map(|i| match b.ukur(*i) {
                Some((Subjek::Kode(kode), _)) => Some(kode.as_str()),
                _ => None,
            })
            .collect();
        let Some(tree) = table.first().and_then(|i| b.pohon(*i)) else { continue };
        // Parents whose children are printed, and which of them lack one.
        let parents: Vec<(&Simpul, Vec<&Simpul>)> = tree
            .pohon
            .iter()
            .flat_map(Simpul::semua)
            .map(|(_, n)| n)
            .filter(|n| {
                !n.sebagian
                    && printed.contains(n.kode.as_str())
                    && n.anak.iter().any(|c| printed.contains(c.kode.as_str()))
            })
            .map(|n| (n, n.anak.iter().filter(|c| !printed.contains(c.kode.as_str())).collect()))
            .collect();
        // Below the total stand the programs. One that is not printed, nor anything below it, while the total is larger.
        let total = table.iter().any(|i| b.ukur(*i).is_some_and(|(s, _)| *s == Subjek::Total));
        let lost: Vec<&Simpul> =
            tree.pohon.iter().filter(|n| !n.semua().iter().any(|(_, s)| printed.contains(s.kode.as_str()))).collect();
        if let ([one], true, true) = (&lost[..], total && !tree.sebagian, tree.pohon.len() > 2) {
            let nama = pesan!("jumlah seluruh program", "the total of all programs");
            lapor(b, hasil, &table, &Induk { subjek: &Subjek::Total, nama, anak: &tree.pohon }, one);
        }
        let lacking = parents.iter().filter(|(_, none)| !none.is_empty()).count();
        if lacking == 0 || lacking * 3 > parents.len() {
            continue;
        }
        for (node, none) in parents {
            if let [one] = none[..] {
                let nama = Pesan::sama(&node.nama);
                lapor(
                    b,
                    hasil,
                    &table,
                    &Induk { subjek: &Subjek::Kode(node.kode.clone()), nama, anak: &node.anak },
                    one,
                );
            }
        }
    }
}

/// What a table breaks down: a node, or all programs.
struct Induk<'x> {
    subjek: &'x Subjek,
    nama: Pesan,
    anak: &'x [Simpul],
}

fn lapor(b: &Bahan<'_, '_>, hasil: &mut Hasil, table: &[usize], node: &Induk<'_>, one: &Simpul) {
    let cell = |kode: &str, kolom: &Kolom| {
        table.iter().copied().find(|j| matches!(b.ukur(*j), Some((Subjek::Kode(k), c)) if k == kode && c == kolom))
    };
    let own = table.iter().copied().filter(|i| {
        matches!(b.ukur(*i), Some((subjek, k)) if subjek == node.subjek && matches!(k.ukuran, U::Pagu | U::Realisasi))
    });
    let mut gaps: Vec<(usize, Decimal, Vec<usize>)> = Vec::new();
    for i in own {
        let Some((_, kolom)) = b.ukur(i) else { continue };
        let parts: Option<Vec<usize>> = node
            .anak
            .iter()
            .filter(|c| c.kode != one.kode)
            .map(|c| cell(&c.kode, kolom).filter(|j| b.bukti(*j).is_some()))
            .collect();
        let (Some(parts), Some(total)) = (parts, b.bukti(i)) else { continue };
        let sum: Decimal = parts.iter().filter_map(|j| b.bukti(*j)).sum();
        // The rows are the parts of a sasaran that the table prints beside the total: none of them is missing.
        let whole =
            |j: &usize| b.bukti(*j) == Some(sum) && matches!(b.ukur(*j), Some((Subjek::Sasaran(_), k)) if k == kolom);
        if table.iter().any(whole) {
            return;
        }
        if total > sum {
            gaps.push((i, total.saturating_sub(sum), parts));
        }
    }
    let Some((first, amount, parts)) = gaps.first().cloned() else { return };
    // Another table prints the money of the missing row.
    let tahun = b.p(first).tahun;
    let elsewhere = b
        .di_bawah(&format!("{tahun}/anggaran/{}/", one.kode))
        .flat_map(|(_, l)| l.iter().copied())
        .filter(|j| b.bukti(*j).is_some() && b.kolom(*j).is_some_and(|k| matches!(k.ukuran, U::Pagu | U::Realisasi)))
        .min_by_key(|j| (b.bukti(*j) != Some(amount), *j));
    let Some(j) = elsewhere.filter(|j| *node.subjek != Subjek::Total || b.bukti(*j) == Some(amount)) else { return };
    let (nama, induk, letak) = (&one.nama, &node.nama, kata::letak(b, first));
    let left = |(i, v, _): &(usize, Decimal, Vec<usize>)| {
        let (label, amount) = (kata::label(b, *i), Pesan::tiap(|lang| lang.rupiah(*v)));
        pesan!("{label} {amount}", "{label} {amount}", label, amount)
    };
    let text = kata::bersama(&gaps.iter().map(left).collect::<Vec<_>>());
    let (label, value, place) = (kata::label(b, j), kata::nilai(b, j), kata::tempat(b, j, first));
    let pesan = pesan!(
        "Baris {nama} tidak tercetak ({letak}); {induk} dikurangi rincian yang tercetak menyisakan {text}. Di tempat lain: {label} {value} ({place}).",
        "The row {nama} is not printed ({letak}); {induk} less its printed parts leaves {text}. Elsewhere: {label} {value} ({place}).",
        induk,
        text,
        label,
        value
    );
    let t: Vec<Pesan> = std::iter::once(first).chain(parts.iter().copied()).map(|k| kata::nilai(b, k)).collect();
    let isi = Isi::tentang(first, pesan).bersama([j]).bersama(gaps.iter().skip(1).map(|g| g.0)).bersama(parts);
    let (whole, rows) = (&t[0], Operasi::Jumlah.tulis(&t[1..].iter().collect::<Vec<_>>()));
    let rumus = pesan!("{whole} − ({rows})", "{whole} − ({rows})", whole, rows);
    // A table of programs may be meant for some of them: that its total holds more is worth a note.
    let isi = if *node.subjek == Subjek::Total { isi.berbobot(Bobot::Rendah) } else { isi };
    hasil.temuan.push(b.temuan(&ATURAN, isi.hitungan(amount, rumus)));
}
