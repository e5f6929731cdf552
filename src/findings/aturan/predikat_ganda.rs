//! Rule predikat-ganda: a value that lies in two classes of the printed scale at once.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::nilaian::nilaian;
use crate::findings::temuan::Isi;
use crate::measures;
use crate::pesan;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "predikat-ganda",
    nama: "Nilai termasuk dua kelas skala",
    nama_en: "Value in two classes of the scale",
    tingkat: Bobot::Rendah,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: Some("skala yang dicetak laporan itu sendiri, lihat halaman metodologi"),
    dasar_en: Some("the scale printed in the report itself, see the page on method"),
    dokumentasi: r"
**Artinya.** Batas dua kelas skala bertindih, misalnya 76–90 dan 90 ke atas. Nilai 90 termasuk keduanya.

**Definisi.** Nilai memenuhi batas dua kelas sekaligus seperti tercatat pada berkas skala; dibaca sebagai kelas yang lebih tinggi.

**Toleransi.** Tidak ada.

**Batas.** Hanya nilai yang predikatnya tercetak. Batas yang bacaannya sudah dipilih pada berkas skala tidak lagi bertindih.

**Contoh (rekaan).** Capaian 90% pada skala 76–90 dan ≥ 90.
",
    dokumentasi_en: r"
**Meaning.** The bounds of two classes of the scale overlap, for example 76–90 and 90 and above. The value 90 belongs to
both.

**Definition.** A value meets the bounds of two classes at once as recorded in the scale file; it is read as the higher
class.

**Tolerance.** None.

**Limits.** Only values whose rating (predikat) is printed. Bounds whose reading is already chosen in the scale file no
longer overlap.

**Example (invented).** Achievement (capaian) 90% on a scale with 76–90 and ≥ 90.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for n in nilaian(b) {
        let Some(found) = measures::predikat(n.skala, n.angka).filter(|_| n.tercetak.is_some()) else { continue };
        let Some(second) = found.ganda else { continue };
        let (value, letak) = (kata::nilai(b, n.nilai), kata::letak(b, n.nilai));
        let (skala, one, two) = (&n.skala.nama, &found.kelas.nama, &second.nama);
        let pesan = pesan!(
            "Tertulis {value} ({letak}): termasuk kelas {one} dan {two} sekaligus pada {skala}.",
            "Printed {value} ({letak}): in the classes {one} and {two} of {skala} at once.",
            value
        );
        hasil.temuan.push(
            b.temuan(&ATURAN, Isi::tentang(n.nilai, pesan).bersama(n.tercetak).di([b.rujukan_skala(n.nilai, n.skala)])),
        );
    }
}
