//! Rule predikat-celah: a value that lies in no class of the printed scale.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::nilaian::nilaian;
use crate::findings::temuan::Isi;
use crate::measures;
use crate::pesan;
use std::collections::BTreeMap;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "predikat-celah",
    nama: "Nilai jatuh di celah skala",
    nama_en: "Value in a gap of the scale",
    tingkat: Bobot::Rendah,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: Some("skala yang dicetak laporan itu sendiri, lihat halaman metodologi"),
    dasar_en: Some("the scale printed in the report itself, see the page on method"),
    dokumentasi: r"
**Artinya.** Skala laporan mencetak kelas dengan celah, misalnya 76–90 lalu 91–100. Nilai 90,5 tidak termasuk kelas mana pun.

**Definisi.** Nilai yang dinilai dengan skala tidak memenuhi batas kelas mana pun seperti tercetak. Predikatnya dibaca menurut
bacaan yang dinyatakan berkas skala, dan hal itu dicatat di sini.

**Toleransi.** Tidak ada.

**Batas.** Hanya capaian sasaran dan indikator utama, dan nilai yang predikatnya tercetak.

**Contoh (rekaan).** Capaian 75,5% pada skala 66–75 dan 76–90.
",
    dokumentasi_en: r"
**Meaning.** The report's scale prints classes with a gap between them, for example 76–90 and then 91–100. The value
90.5 belongs to no class.

**Definition.** A value judged by the scale meets the bounds of no class as printed. Its rating (predikat) is read the
way the scale file states, and that is recorded here.

**Tolerance.** None.

**Limits.** Only the achievement (capaian) of objectives (sasaran) and main indicators, and values whose rating is
printed.

**Example (invented).** Achievement 75,5% on a scale with 66–75 and 76–90.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    // One fact printed in five tables lies in the gap once.
    let mut seen: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    for n in nilaian(b) {
        let main = n.tercetak.is_some() || b.indikator(n.nilai).is_none_or(|x| x.iku || x.utama);
        if !main || b.anggaran(n.nilai) || !measures::predikat(n.skala, n.angka).is_some_and(|p| p.celah) {
            continue;
        }
        seen.entry((&b.p(n.nilai).alamat, n.angka.normalize().to_string())).or_default().push(n.nilai);
    }
    for list in seen.into_values() {
        let Some((first, rest)) = list.split_first() else { continue };
        let Some(n) = nilaian(b).into_iter().find(|n| n.nilai == *first) else { continue };
        let Some(found) = measures::predikat(n.skala, n.angka) else { continue };
        let (value, letak) = (kata::nilai(b, *first), kata::letak(b, *first));
        let (skala, class) = (&n.skala.nama, &found.kelas.nama);
        let pesan = pesan!(
            "Tertulis {value} ({letak}): tidak termasuk kelas mana pun pada {skala}; dibaca {class}.",
            "Printed {value} ({letak}): in no class of {skala}; read as {class}.",
            value
        );
        let isi = Isi::tentang(*first, pesan).bersama(rest.iter().copied());
        hasil.temuan.push(b.temuan(&ATURAN, isi.di([b.rujukan_skala(*first, n.skala)])));
    }
}
