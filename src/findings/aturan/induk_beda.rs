//! Rule induk-beda: a parent of the budget tree that is not the sum of its children.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::{jumlah::jumlah, tabel};
use crate::records::{Simpul, Subjek, Ukuran as U};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "induk-beda",
    nama: "Induk berbeda dari jumlah rinciannya",
    nama_en: "Parent differs from the sum of its parts",
    tingkat: Bobot::Tinggi,
    sifat: Sifat::Jumlah,
    golongan: Golongan::Pertentangan,
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

**Contoh (rekaan).** Kegiatan tercetak Rp3.164.729.149, sub kegiatannya Rp3.100.000 + Rp309.487.749,19 + Rp2.852.141.400.
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

**Example (invented).** Activity printed as Rp3.164.729.149, its sub-activities as Rp3.100.000 + Rp309.487.749,19 +
Rp2.852.141.400.
",
    periksa,
};

/// The money columns a tree adds up.
const UANG: [U; 4] = [U::Pagu, U::Realisasi, U::RealisasiKumulatif, U::Rencana];

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let tables: Vec<Vec<usize>> = b.semua_tabel().filter(|(k, _)| k.1 == "anggaran").map(|(_, l)| l.to_vec()).collect();
    tabel::induk(b, hasil, &ATURAN);
    for table in tables {
        for i in table {
            let Some((Subjek::Kode(_), kolom)) = b.ukur(i) else { continue };
            if b.bukti(i).is_none() || !UANG.contains(&kolom.ukuran) {
                continue;
            }
            let Some(parts) = b.simpul(i).and_then(Simpul::lengkap) else { continue };
            let parts: Vec<&Simpul> = parts.iter().collect();
            let calon = jumlah(b, i, kolom, &parts);
            b.uji(hasil, &ATURAN, i, &calon);
        }
    }
}
