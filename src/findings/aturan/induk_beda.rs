//! Rule induk-beda: a parent of the budget tree that is not the sum of its children.

use super::Aturan;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Bobot, Hasil};
use crate::findings::operasi::Operasi;
use crate::findings::uji::{Asal, Calon};
use crate::records::{Alasan, Jenis, Kolom, Nilai, Simpul, Subjek, Ukuran as U};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "induk-beda",
    nama: "Induk berbeda dari jumlah rinciannya",
    nama_en: "Parent differs from the sum of its parts",
    tingkat: Bobot::Tinggi,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Dalam satu tabel anggaran, jumlah uang sebuah program bukan jumlah kegiatan di bawahnya, atau jumlah sebuah
kegiatan bukan jumlah sub kegiatannya.

**Definisi.** Untuk setiap kolom uang dan setiap tabel: nilai induk = jumlah nilai anak langsungnya. Anak yang tidak tercetak
diwakili jumlah cucunya. Pada tabel bebas: baris yang dirinci = jumlah rinciannya, di setiap kolom yang bisa dijumlahkan.

**Toleransi.** Tidak ada, kecuali pembulatan ke banyaknya desimal yang tercetak pada induk.

**Batas.** Induk tanpa anak tidak diperiksa; tabel yang barisnya tidak boleh dijumlahkan, rincian sebagian, satuan campuran,
dan kolom persentase juga tidak. Bila ada anak yang tidak tercetak dalam tabel itu, angkanya dicari di tempat lain untuk
fakta yang sama, pagu juga dari tahap lain; bila tidak ada juga, atau selnya tercetak tanpa angka, tidak ada yang
dilaporkan. Beda hanya dilaporkan bila baik jumlah anak yang tercetak maupun jumlah lengkapnya tidak sama dengan induk.

**Contoh.** Kegiatan tercetak Rp3.164.729.149, sub kegiatannya Rp3.100.000 + Rp309.487.749,19 + Rp2.852.141.400.
",
    dokumentasi_en: r"
**Meaning.** In one budget table the amount of a program is not the sum of the activities (kegiatan) below it, or the
amount of an activity is not the sum of its sub-activities (sub kegiatan).

**Definition.** For every money column and every table: value of the parent = sum of the values of its direct children.
A child that is not printed is represented by the sum of its own children. In free tables: a row that is broken down =
the sum of its parts, in every column that can be added up.

**Tolerance.** None, except for rounding to the number of decimals printed for the parent.

**Limits.** A parent without children is not checked; nor are tables whose rows must not be added up, partial
breakdowns, mixed units and columns of percentages. If a child is not printed in that table, its figure is looked for
elsewhere for the same fact, that of a budget ceiling (pagu) also in another phase; if there is none, or if its cell is
printed without a number, nothing is reported. A difference is reported only if neither the sum of the printed children
nor the complete sum equals the parent.

**Example.** Activity printed as Rp3.164.729.149, its sub-activities as Rp3.100.000 + Rp309.487.749,19 +
Rp2.852.141.400.
",
    periksa,
};

/// The money columns a tree adds up.
const UANG: [U; 4] = [U::Pagu, U::Realisasi, U::RealisasiKumulatif, U::Rencana];

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let tables: Vec<Vec<usize>> = b.semua_tabel().filter(|(k, _)| k.1 == "anggaran").map(|(_, l)| l.to_vec()).collect();
    super::tabel::induk(b, hasil, &ATURAN);
    for table in tables {
        for i in table {
            let Some((Subjek::Kode(_), kolom)) = b.ukur(i) else { continue };
            if b.bukti(i).is_none() || !UANG.contains(&kolom.ukuran) {
                continue;
            }
            let Some(node) = b.simpul(i).filter(|n| !n.anak.is_empty()) else { continue };
            let parts: Vec<&Simpul> = node.anak.iter().collect();
            let calon = jumlah(b, i, kolom, &parts);
            b.uji(hasil, &ATURAN, i, &calon);
        }
    }
}

/// What one part of a sum is known to be.
enum Suku {
    /// Statements that add up to it.
    Ada(Vec<usize>),
    /// It is printed as not applying: nothing to add.
    Nihil,
    /// No number anywhere.
    Tidak,
}

/// The candidates of a sum over nodes in the column of statement `i`: printed ones only, and all of them.
///
/// Empty when none of the nodes is printed in the same table, or when one of them has no number anywhere.
pub fn jumlah(b: &Bahan<'_, '_>, i: usize, kolom: &Kolom, parts: &[&Simpul]) -> Vec<Calon> {
    let here = |node: &Simpul| di_tabel(b, i, kolom, node);
    let mut own = Vec::new();
    let mut full = Vec::new();
    let mut printed = 0;
    let mut missing = 0;
    for node in parts {
        match here(node) {
            Suku::Ada(list) => {
                printed += 1;
                own.extend(list.iter().copied());
                full.extend(list);
            }
            Suku::Nihil => printed += 1,
            Suku::Tidak => {
                missing += 1;
                match di_tempat_lain(b, i, kolom, node) {
                    Some(j) => full.push(j),
                    None => return printed_only(b, i, own, printed),
                }
            }
        }
    }
    if printed == 0 {
        return Vec::new();
    }
    let sum = |masukan: Vec<usize>, asal| Calon { operasi: Operasi::Jumlah, masukan, asal };
    if missing == 0 {
        return if own.is_empty() { Vec::new() } else { vec![sum(own, Asal::Baris)] };
    }
    // With a part missing from the table either reading of the total is possible; the nearer one comes first.
    let mut out = vec![sum(full, Asal::Baris)];
    if !own.is_empty() {
        out.push(sum(own, Asal::Baris));
    }
    let written = b.bukti(i).unwrap_or_default();
    out.sort_by_key(|c| b.hitung(c).map(|v| (v - written).abs()));
    out
}

/// A part is unknown: the sum of the printed ones can only confirm, never contradict.
fn printed_only(b: &Bahan<'_, '_>, i: usize, own: Vec<usize>, printed: usize) -> Vec<Calon> {
    if printed == 0 || own.is_empty() {
        return Vec::new();
    }
    let calon = Calon { operasi: Operasi::Jumlah, masukan: own, asal: Asal::Baris };
    let agrees = b.bukti(i).is_some() && b.hitung(&calon) == b.bukti(i);
    if agrees { vec![calon] } else { Vec::new() }
}

/// A node in the printed table of `i`: its own cell, or the sum below it when it is not printed.
fn di_tabel(b: &Bahan<'_, '_>, i: usize, kolom: &Kolom, node: &Simpul) -> Suku {
    let found = b
        .setabel(i)
        .iter()
        .copied()
        .find(|j| matches!(b.ukur(*j), Some((Subjek::Kode(kode), k)) if *kode == node.kode && k == kolom));
    if let Some(j) = found {
        return match &b.p(j).sel.nilai {
            Nilai::Kosong(Alasan::TidakBerlaku) => Suku::Nihil,
            _ if b.bukti(j).is_some() => Suku::Ada(vec![j]),
            _ => Suku::Tidak,
        };
    }
    if node.anak.is_empty() {
        return Suku::Tidak;
    }
    let mut all = Vec::new();
    for child in &node.anak {
        match di_tabel(b, i, kolom, child) {
            Suku::Ada(list) => all.extend(list),
            Suku::Nihil => {}
            Suku::Tidak => return Suku::Tidak,
        }
    }
    if all.is_empty() { Suku::Tidak } else { Suku::Ada(all) }
}

/// The same fact in another table, when the cell here has no number.
fn di_tempat_lain(b: &Bahan<'_, '_>, i: usize, kolom: &Kolom, node: &Simpul) -> Option<usize> {
    let blank = b
        .setabel(i)
        .iter()
        .any(|j| matches!(b.ukur(*j), Some((Subjek::Kode(kode), k)) if *kode == node.kode && k == kolom));
    // A cell that is there but not readable stays unknown: what stands elsewhere need not be what stood here.
    if blank {
        return None;
    }
    let p = b.p(i);
    let money = |list: &[usize]| list.iter().copied().find(|j| b.bukti(*j).is_some() && b.jenis(*j) == Jenis::Uang);
    let awal = format!("{}/anggaran/{}/", p.tahun, node.kode);
    money(b.di(&format!("{awal}{}", ekor(b, i)))).or_else(|| {
        // A budget not printed for this phase is known from another one.
        let pagu = kolom.ukuran == U::Pagu;
        b.di_bawah(&format!("{awal}pagu.")).filter(|_| pagu).find_map(|(_, list)| money(list))
    })
}

/// The last part of the address of a statement.
pub fn ekor<'x>(b: &Bahan<'x, '_>, i: usize) -> &'x str {
    b.p(i).alamat.rsplit('/').next().unwrap_or_default()
}
