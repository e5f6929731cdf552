//! Rule tanpa-target: a capaian printed in a row whose target is not printed.

use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::operasi::Operasi;
use crate::findings::temuan::Isi;
use crate::number::round;
use crate::pesan;
use crate::records::{Alasan, Nilai, Subjek, Ukuran as U};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "tanpa-target",
    nama: "Capaian tercetak tanpa targetnya",
    nama_en: "Achievement (capaian) printed without its target",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Tabel mencetak persentase capaian, tetapi kolom target pada baris itu kosong: pembaca tidak tahu terhadap apa
capaian itu dihitung.

**Definisi.** Capaian berupa angka; setiap target pada baris yang sama tidak berisi angka. Bila realisasi baris itu dibagi target
lain indikator yang sama menghasilkan capaian itu, target itu disebut.

**Toleransi.** Sama setelah dibulatkan ke banyaknya desimal yang tercetak.

**Batas.** Baris tanpa kolom target, dan target huruf, tidak dilaporkan.

**Contoh (rekaan).** Target jangka menengah `-`, realisasi 60,15, capaian 85,93%: cocok terhadap target 70 pada tabel lain.
",
    dokumentasi_en: r"
**Meaning.** The table prints a percentage of achievement (capaian), but the target column of that row is empty: readers
do not know against what it was computed.

**Definition.** The achievement is a number; no target in the same row holds a number. If the actual figure (realisasi)
of the row divided by another target of the same indicator gives that achievement, that target is named.

**Tolerance.** Equal after rounding to the number of decimals printed.

**Limits.** Rows without a target column, and targets that are letters, are not reported.

**Example (invented).** Medium-term target `-`, actual 60,15, achievement 85,93%: it agrees with the target 70 in another table.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Capaian) {
        if b.anggaran(i) {
            continue;
        }
        let row = b.sebaris(i);
        let targets: Vec<usize> =
            row.iter().copied().filter(|j| b.kolom(*j).is_some_and(|k| k.ukuran == U::Target)).collect();
        // What cannot be read or was not copied yet is printed.
        let blank = |j: &usize| matches!(b.p(*j).sel.nilai, Nilai::Kosong(a) if !matches!(a, Alasan::TidakTerbaca | Alasan::BelumDisalin));
        // A mean or a total has no target of its own; a target that does not apply is none that is missing.
        let own = matches!(b.ukur(i), Some((Subjek::Kode(_), _)))
            && !targets.iter().any(|j| matches!(b.p(*j).sel.nilai, Nilai::Kosong(Alasan::TidakBerlaku)));
        if !own || targets.is_empty() || !targets.iter().all(blank) {
            continue;
        }
        let (text, letak) = (kata::nilai(b, i), kata::letak(b, i));
        let fit = cocok(b, i);
        let more = fit.map_or(Pesan::default(), |j| {
            let (name, value, place) = (kata::label(b, j), kata::nilai(b, j), kata::tempat(b, j, i));
            pesan!(
                "; cocok terhadap {name} {value} ({place})",
                "; it agrees with {name} {value} ({place})",
                name,
                value
            )
        });
        let pesan = pesan!(
            "Tertulis capaian {text} ({letak}), sedangkan target pada baris itu tidak berisi angka{more}.",
            "Printed achievement {text} ({letak}), while the target of its row holds no number{more}.",
            text,
            more
        );
        hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersama(targets).bersama(fit)));
    }
}

/// A target of the same indicator and year against which the capaian is right.
fn cocok(b: &Bahan<'_, '_>, i: usize) -> Option<usize> {
    let x = b.indikator(i)?;
    let angka = b.p(i).sel.angka()?;
    let reached = b.pilih(b.sebaris(i), U::Realisasi).find(|j| b.p(*j).masa == b.p(i).masa)?;
    let real = b.bukti(reached)?;
    b.di_bawah(&format!("{}/indikator/{}/target.", b.p(i).tahun, x.kode)).flat_map(|(_, l)| l.iter().copied()).find(
        |j| {
            let target = b.bukti(*j).filter(|_| b.sesatuan(reached, *j));
            let value = target.and_then(|t| Operasi::capaian(&b.metode(i), x.arah).hitung(&[real, t]));
            value.is_some_and(|v| round(v, angka.desimal) == angka.nilai)
        },
    )
}
