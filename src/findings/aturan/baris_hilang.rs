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
    tingkat: Bobot::Rendah,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Tabel merinci sebuah kegiatan menurut sub kegiatannya, tetapi satu sub kegiatan yang tercetak di tabel lain tidak
ada barisnya di sini. Jumlah rinciannya kurang sebesar baris yang hilang itu.

**Definisi.** Dalam satu tabel anggaran: induk (atau jumlah seluruh program, bila lebih dari dua) dan sedikitnya satu anaknya tercetak, tepat satu anak yang lain tidak mempunyai baris
padahal tabel lain mencetak uangnya untuk tahun yang sama, dan induk lebih besar daripada jumlah anak yang tercetak; atau dua anak, bila keduanya tepat
mengisi selisihnya. Begitu pula jumlah tabel apa pun yang melebihi barisnya tepat sebesar satu baris yang hanya tercetak di tabel lain, juga bila baris itu
tidak ada dalam pohon tahun itu. Besarnya = induk − jumlah anak yang tercetak.

**Toleransi.** Tidak ada.

**Batas.** Hanya tabel yang mencetak semua anak dari sedikitnya dua pertiga induk yang dirincinya: tabel yang memang hanya memuat
sebagian baris tidak diperiksa. Sel yang tercetak kosong bukan baris yang hilang. Baris tabel lain dipakai hanya untuk tahun yang sama, bila satu-satunya yang
mengisi selisih di setiap kolom yang dikenal, dan bila pohon anggaran atau baris lain yang sama di kedua tabel menunjukkan bahwa ia memang termasuk.

**Contoh (rekaan).** Administrasi Umum Rp870.788.785; lima sub kegiatannya berjumlah Rp830.288.785; sub kegiatan keenam, Rp40.500.000 pada
tabel lain, tidak tercetak.
",
    dokumentasi_en: r"
**Meaning.** A table breaks an activity (kegiatan) down by its sub-activities (sub kegiatan), but one sub-activity that
another table prints has no row here. The parts fall short of the whole by the missing row.

**Definition.** Within one budget table: a parent (or the total of all programs, where there are more than two) and at least one of its children are printed, exactly one other child
has no row although another table prints its money for the same year, and the parent is larger than the sum of the
printed children; or two children, where both fill the difference exactly. So too the total of any table that exceeds its rows by exactly one row
which only another table prints, even where that row is missing from the tree of the year. The amount = parent − sum of the printed children.

**Tolerance.** None.

**Limits.** Only tables that print all children of at least two thirds of the parents they break down: a table that is
meant to hold only some rows is not checked. A cell printed empty is not a missing row. A row of another table counts only for the same year, where it alone
fills the difference in every column known of it, and where the budget tree or other rows printed alike in both tables show that it belongs.

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
        if total && !tree.sebagian && sedikit(&lost, &tree.pohon) {
            let nama = pesan!("jumlah seluruh program", "the total of all programs");
            lapor(b, hasil, &table, &Induk { subjek: &Subjek::Total, nama, anak: &tree.pohon }, &lost);
        }
        let lacking = parents.iter().filter(|(_, none)| !none.is_empty()).count();
        if lacking == 0 || lacking * 3 > parents.len() {
            continue;
        }
        for (node, none) in parents {
            if none.len() == 1 || sedikit(&none, &node.anak) {
                let nama = Pesan::sama(&node.nama);
                let node = Induk { subjek: &Subjek::Kode(node.kode.clone()), nama, anak: &node.anak };
                lapor(b, hasil, &table, &node, &none);
            }
        }
    }
}

/// Whether one row, or two, are missing of more than twice as many: where more are, the table is a selection.
fn sedikit(lost: &[&Simpul], all: &[Simpul]) -> bool {
    matches!(lost.len(), 1 | 2) && all.len() > lost.len() * 2
}

/// What a table breaks down: a node, or all programs.
struct Induk<'x> {
    subjek: &'x Subjek,
    nama: Pesan,
    anak: &'x [Simpul],
}

/// What a column leaves: the cell of the whole, the rest, the parts that are printed.
struct Sisa {
    sel: usize,
    sebesar: Decimal,
    suku: Vec<usize>,
}

fn lapor(b: &Bahan<'_, '_>, hasil: &mut Hasil, table: &[usize], node: &Induk<'_>, lost: &[&Simpul]) {
    let cell = |kode: &str, kolom: &Kolom| {
        table.iter().copied().find(|j| matches!(b.ukur(*j), Some((Subjek::Kode(k), c)) if k == kode && c == kolom))
    };
    let own = table.iter().copied().filter(|i| {
        matches!(b.ukur(*i), Some((subjek, k)) if subjek == node.subjek && matches!(k.ukuran, U::Pagu | U::Realisasi))
    });
    let mut gaps: Vec<Sisa> = Vec::new();
    for i in own {
        let Some((_, kolom)) = b.ukur(i) else { continue };
        let suku: Option<Vec<usize>> = node
            .anak
            .iter()
            .filter(|c| lost.iter().all(|one| c.kode != one.kode))
            .map(|c| cell(&c.kode, kolom).filter(|j| b.bukti(*j).is_some()))
            .collect();
        let (Some(suku), Some(total)) = (suku, b.bukti(i)) else { continue };
        let sum: Decimal = suku.iter().filter_map(|j| b.bukti(*j)).sum();
        // The rows are the parts of a sasaran that the table prints beside the total: none of them is missing.
        let whole =
            |j: &usize| b.bukti(*j) == Some(sum) && matches!(b.ukur(*j), Some((Subjek::Sasaran(_), k)) if k == kolom);
        if table.iter().any(whole) {
            return;
        }
        if total > sum {
            gaps.push(Sisa { sel: i, sebesar: total.saturating_sub(sum), suku });
        }
    }
    let Some(first) = gaps.first() else { return };
    // Another table prints the money of the missing rows: in the columns of this one, else in some column.
    let mut rows: Vec<Vec<usize>> =
        lost.iter().map(|one| gaps.iter().filter_map(|g| di_lain(b, g, one)).collect()).collect();
    let exact = gaps.iter().enumerate().all(|(n, g)| {
        let parts: Option<Vec<usize>> =
            rows.iter().map(|r: &Vec<usize>| (r.len() == gaps.len()).then(|| r[n])).collect();
        parts.is_some_and(|p| p.iter().filter_map(|j| b.bukti(*j)).sum::<Decimal>() == g.sebesar)
    });
    if !exact {
        // Some part of the rest: enough for one row of a node, too little for a program, or for two rows.
        let [one] = lost else { return };
        let equal = gaps.iter().filter_map(|g| di_lain(b, g, one).filter(|j| b.bukti(*j) == Some(g.sebesar)));
        let equal: Vec<usize> = equal.collect();
        let some = || uang(b, first, one).next().into_iter().collect();
        rows = vec![if equal.is_empty() && *node.subjek != Subjek::Total { some() } else { equal }];
    }
    if rows.iter().any(Vec::is_empty) {
        return;
    }
    let names: Vec<Pesan> = lost.iter().map(|one| Pesan::sama(&one.nama)).collect();
    let (nama, induk, letak) = (kata::bersama(&names), &node.nama, kata::letak(b, first.sel));
    let left = |g: &Sisa| {
        let (label, amount) = (kata::label(b, g.sel), Pesan::tiap(|lang| lang.rupiah(g.sebesar)));
        pesan!("{label} {amount}", "{label} {amount}", label, amount)
    };
    let text = kata::bersama(&gaps.iter().map(left).collect::<Vec<_>>());
    let told = |j: &usize| {
        let label = if lost.len() > 1 { kata::apa(b, *j) } else { kata::label(b, *j) };
        let (value, place) = (kata::nilai(b, *j), kata::tempat(b, *j, first.sel));
        pesan!("{label} {value} ({place})", "{label} {value} ({place})", label, value)
    };
    let elsewhere = Pesan::gabung(&rows.iter().flatten().map(told).collect::<Vec<_>>(), &Pesan::sama("; "));
    let mut pesan = pesan!(
        "Baris {nama} tidak ada di antara baris yang terbaca ({letak}); {induk} dikurangi rincian yang terbaca menyisakan {text}. Di tempat lain: {elsewhere}.",
        "The row {nama} is not among the rows that can be read ({letak}); {induk} less its parts that can be read leaves {text}. Elsewhere: {elsewhere}.",
        nama,
        induk,
        text,
        elsewhere
    );
    if exact {
        pesan.sambung(&pesan!(
            " Ditambah itu, jumlahnya sama dengan yang tertulis.",
            " With that added, the sum equals what is printed."
        ));
    }
    let parts = gaps.first().map(|g| g.suku.clone()).unwrap_or_default();
    let t: Vec<Pesan> = std::iter::once(first.sel).chain(parts.iter().copied()).map(|k| kata::nilai(b, k)).collect();
    let isi = Isi::tentang(first.sel, pesan)
        .bersama(rows.into_iter().flatten())
        .bersama(gaps.iter().skip(1).map(|g| g.sel))
        .bersama(parts);
    let (whole, rows) = (&t[0], Operasi::Jumlah.tulis(&t[1..].iter().collect::<Vec<_>>()));
    let rumus = pesan!("{whole} − ({rows})", "{whole} − ({rows})", whole, rows);
    // A table of programs may be meant for some of them: that its total holds more is worth a note.
    let isi = if *node.subjek == Subjek::Total { isi.berbobot(Bobot::Rendah) } else { isi };
    hasil.temuan.push(b.temuan(&ATURAN, isi.hitungan(first.sebesar, rumus)));
}

/// What other tables print of a node's money, for the year of a cell.
fn uang<'x>(b: &'x Bahan<'_, '_>, g: &Sisa, one: &Simpul) -> impl Iterator<Item = usize> + 'x {
    let awal = format!("{}/anggaran/{}/", b.p(g.sel).tahun, one.kode);
    let list: Vec<usize> = b.di_bawah(&awal).flat_map(|(_, l)| l.iter().copied()).collect();
    list.into_iter()
        .filter(|j| b.bukti(*j).is_some() && b.kolom(*j).is_some_and(|k| matches!(k.ukuran, U::Pagu | U::Realisasi)))
}

/// The cell of another table that prints a node in the column of a rest: the same phase first, then the same amount.
fn di_lain(b: &Bahan<'_, '_>, g: &Sisa, one: &Simpul) -> Option<usize> {
    let kolom = b.kolom(g.sel)?;
    let same = |j: &usize| b.kolom(*j).is_some_and(|k| k.ukuran == kolom.ukuran) && b.p(*j).masa == b.p(g.sel).masa;
    uang(b, g, one).filter(same).min_by_key(|j| (b.bukti(*j) != Some(g.sebesar), b.kolom(*j) != Some(kolom), *j))
}
