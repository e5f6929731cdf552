//! Rule jumlah-beda: a printed total that is not the sum of its rows.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::operasi::Operasi;
use crate::findings::uji::{Asal, Calon};
use crate::findings::{
    jumlah::{ekor, jumlah},
    tabel,
};
use crate::records::{Anggaran, Kolom, Simpul, Subjek, Ukuran as U};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "jumlah-beda",
    nama: "Jumlah berbeda dari penjumlahan barisnya",
    nama_en: "Total differs from the sum of its rows",
    tingkat: Bobot::Tinggi,
    sifat: Sifat::Jumlah,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Baris jumlah sebuah tabel anggaran bukan hasil penjumlahan program-programnya.

**Definisi.** Jumlah seluruhnya = jumlah semua program; jumlah sebuah sasaran = jumlah program sasaran itu; masing-masing per
kolom uang dan per tabel. Bila tabel itu tidak mencetak program, dipakai program atau sasaran yang tercetak di tempat lain
untuk tahap dan tahun yang sama. Pada tabel bebas: baris jumlah = jumlah baris setingkatnya, atau baris yang disebutnya; juga
komponen nilai yang dijumlahkan menjadi nilai akhir.

**Toleransi.** Tidak ada, kecuali pembulatan ke banyaknya desimal yang tercetak.

**Batas.** Jumlah di tengah tabel bebas memuat baris di atasnya (atau di bawahnya) sampai jumlah berikutnya dan tidak dihitung dua kali, juga yang hanya
bernama jumlah atau rangkuman wilayah; yang hanya bernama jumlah dipegang bila kolomnya yang lain berjumlah tepat. Satuan campuran, kolom persentase, dan layanan yang menghitung orang yang sama beberapa kali tidak dijumlahkan.
Program tanpa angka di mana pun membuat jumlah tidak diketahui: tidak ada yang dilaporkan. Bila sebagian program
tidak tercetak dalam tabel itu, beda hanya dilaporkan bila baik jumlah yang tercetak maupun jumlah lengkapnya tidak sama.

**Contoh (rekaan).** Lima program berjumlah Rp66.809.868.101,99; tertulis Rp66.809.868.111,99.
",
    dokumentasi_en: r"
**Meaning.** The total row of a budget table is not the sum of its programs.

**Definition.** Grand total = sum of all programs; total of an objective (sasaran) = sum of the programs of that
objective; each by money column and by table. If the table prints no programs, the programs or objectives printed
elsewhere for the same phase and year are used. In free tables: a total row = the sum of the rows on its level, or of
the rows it names; so too the components of a score that are added up to its final value.

**Tolerance.** None, except for rounding to the number of decimals printed.

**Limits.** A total in the middle of a free table holds the rows above (or below) it up to the next total and is not counted twice, also where it
is only called one, or sums up an area; a row only called a total is held where another of its columns adds up. Mixed units, columns of percentages, and services that count the same people several times are not added up.
A program without a figure anywhere leaves the total unknown: nothing is reported. If some programs are not printed in
that table, a difference is reported only if neither the sum of those printed nor the complete sum agrees.

**Example (invented).** Five programs add up to Rp66,809,868,101.99; printed Rp66.809.868.111,99.
",
    periksa,
};

const UANG: [U; 4] = [U::Pagu, U::Realisasi, U::RealisasiKumulatif, U::Rencana];

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    tabel::jumlah(b, hasil, &ATURAN);
    for i in UANG.into_iter().flat_map(|u| b.semua(u)).collect::<std::collections::BTreeSet<_>>() {
        if !b.anggaran(i) {
            continue;
        }
        let Some((subjek, kolom)) = b.ukur(i) else { continue };
        let Some(programs) = b.pohon(i).and_then(Anggaran::lengkap) else { continue };
        let parts: Vec<&Simpul> = match subjek {
            Subjek::Total => programs.iter().collect(),
            Subjek::Sasaran(kode) => {
                let serving: Vec<&Simpul> = programs.iter().filter(|n| n.sasaran.contains(kode)).collect();
                // A program under several sasaran: how its money divides among them is not printed.
                if serving.iter().any(|n| n.sasaran.len() > 1) {
                    continue;
                }
                serving
            }
            Subjek::Kode(_) => continue,
        };
        let mut calon = jumlah(b, i, kolom, &parts);
        if calon.is_empty() && !any_here(b, i, kolom, &parts) {
            calon = di_luar(b, i, subjek, kolom, &parts);
        }
        b.uji(hasil, &ATURAN, i, &calon);
    }
}

/// Whether the table prints any of the nodes in this column.
fn any_here(b: &Bahan<'_, '_>, i: usize, kolom: &Kolom, parts: &[&Simpul]) -> bool {
    let inside = |kode: &str| parts.iter().any(|n| n.semua().iter().any(|(_, s)| s.kode == kode));
    b.setabel(i).iter().any(|j| matches!(b.ukur(*j), Some((Subjek::Kode(kode), k)) if k == kolom && inside(kode)))
}

/// The rows stand elsewhere: in the same printed table written as another, or anywhere in the same document.
fn di_luar(b: &Bahan<'_, '_>, i: usize, subjek: &Subjek, kolom: &Kolom, parts: &[&Simpul]) -> Vec<Calon> {
    let p = b.p(i);
    let tail = ekor(b, i);
    let choose = |kode: &str, near: bool| {
        let list = b.di(&format!("{}/anggaran/{kode}/{tail}", p.tahun));
        let mut fit = list.iter().copied().filter(|j| b.bukti(*j).is_some() && b.kolom(*j) == Some(kolom));
        fit.find(|j| if near { b.secetak(i, *j) } else { b.p(*j).sumber.dokumen == p.sumber.dokumen })
    };
    let mut out = Vec::new();
    let sum = |masukan, asal| Calon { operasi: Operasi::Jumlah, masukan, asal };
    let rows: Option<Vec<usize>> = parts.iter().map(|n| choose(&n.kode, true)).collect();
    out.extend(rows.filter(|r| !r.is_empty()).map(|r| sum(r, Asal::Baris)));
    // Every table that prints all of them, then the first statement of each.
    let Some(first) = parts.first() else { return out };
    for j in b.di(&format!("{}/anggaran/{}/{tail}", p.tahun, first.kode)) {
        let table = b.setabel(*j);
        let cell = |kode: &str| {
            table.iter().copied().find(|x| {
                b.bukti(*x).is_some() && matches!(b.ukur(*x), Some((Subjek::Kode(k), c)) if k == kode && c == kolom)
            })
        };
        let rows: Option<Vec<usize>> = parts.iter().map(|n| cell(&n.kode)).collect();
        out.extend(rows.map(|r| sum(r, Asal::Lain)));
    }
    let rows: Option<Vec<usize>> = parts.iter().map(|n| choose(&n.kode, false)).collect();
    out.extend(rows.map(|r| sum(r, Asal::Lain)));
    if *subjek == Subjek::Total {
        let mut goals: Vec<&str> =
            b.pohon(i).map_or_else(Vec::new, |t| t.pohon.iter().flat_map(|n| &n.sasaran).map(String::as_str).collect());
        goals.sort_unstable();
        goals.dedup();
        let covered = b.pohon(i).is_some_and(|t| t.pohon.iter().all(|n| n.sasaran.len() == 1));
        let rows: Option<Vec<usize>> = goals.iter().map(|s| choose(&format!("sasaran:{s}"), false)).collect();
        if let Some(masukan) = rows.filter(|r| covered && r.len() > 1) {
            out.push(Calon { operasi: Operasi::Jumlah, masukan, asal: Asal::Lain });
        }
    }
    out
}
