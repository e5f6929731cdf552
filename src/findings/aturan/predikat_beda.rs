//! Rule predikat-beda: a printed predikat or letter that the record's own scale does not give.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat, Temuan};
use crate::findings::kata;
use crate::findings::nilaian::{bernama, nilaian};
use crate::findings::temuan::Isi;
use crate::measures::{self, Predikat};
use crate::pesan;
use crate::records::{Nilai, Skala, Ukuran as U};
use std::collections::BTreeMap;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "predikat-beda",
    nama: "Predikat tidak mengikuti skalanya",
    nama_en: "Rating (predikat) does not follow from its scale",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Lain,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: Some("skala yang dicetak laporan itu sendiri, lihat halaman metodologi"),
    dasar_en: Some("the scale printed in the report itself, see the page on method"),
    dokumentasi: r"
**Artinya.** Predikat atau huruf yang tercetak bukan kelas yang diberikan skala laporan itu untuk nilai di baris yang sama,
atau bukan nama kelas dalam skala itu.

**Definisi.** Nilainya ialah capaian pada baris yang sama; untuk indikator dengan skala huruf, realisasinya. Kelasnya menurut
batas yang tercetak pada skala, dengan bacaan celah yang dinyatakan berkas skala.

**Toleransi.** Huruf besar kecil dan tanda baca dalam nama kelas diabaikan. Nilai di celah skala dicatat `predikat-celah`,
nilai pada dua kelas `predikat-ganda`; keduanya tidak dilaporkan di sini bila predikatnya salah satu kelas yang berbatasan.

**Batas.** Rekaman tanpa skala tidak diperiksa. Kata yang tidak ada pada skalanya tidak mempertentangkan angka: satu pengamatan untuk satu tabel. Di
samping huruf indikatornya, predikat capaian dinilai menurut skala rekaman.

**Contoh (rekaan).** Capaian 85,93% tertulis Sangat Tinggi; menurut skala Tinggi.
",
    dokumentasi_en: r"
**Meaning.** The printed rating (predikat) or letter is not the class that the report's own scale gives for the value in
the same row, or not the name of a class of that scale.

**Definition.** The value is the achievement (capaian) in the same row; for an indicator with a scale of letters, its
actual figure (realisasi). The class follows from the bounds printed in the scale, with the reading of gaps that the
scale file states.

**Tolerance.** Capitals and punctuation in the names of classes are ignored. A value in a gap of the scale is recorded
as `predikat-celah`, a value in two classes as `predikat-ganda`; neither is reported here if the rating is one of the
classes that meet there.

**Limits.** Records without a scale are not checked. A word the scale does not have contradicts no figure: one observation
for a table. Beside the letter of its indicator a rating of achievement is judged by the scale of the record.

**Example (invented).** Achievement 85,93% printed as Sangat Tinggi (very high); by the scale Tinggi (high).
",
    periksa,
};

/// A column of ratings: document, place, scale.
type Kolom<'x> = (&'x str, &'x str, &'x str);

/// Columns of words that their scale does not have: the scale, the rating and the value of each row.
type KelasLain<'x> = BTreeMap<Kolom<'x>, (&'x Skala, Vec<(usize, usize)>)>;

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let mut unknown: KelasLain<'_> = BTreeMap::new();
    for n in nilaian(b) {
        let Some(j) = n.tercetak else { continue };
        let word = match &b.p(j).sel.nilai {
            Nilai::Teks(text) | Nilai::Huruf(text) => text.trim(),
            _ => continue,
        };
        let Some(found) = measures::predikat(n.skala, n.angka) else { continue };
        if cocok(&found, n.skala, word) {
            continue;
        }
        let (value, letak) = (kata::nilai(b, n.nilai), kata::letak(b, j));
        let huruf = matches!(b.p(j).sel.nilai, Nilai::Huruf(_));
        let class = found.kelas.huruf.as_deref().filter(|_| huruf).unwrap_or(&found.kelas.nama);
        let skala = &n.skala.nama;
        if !n.skala.kelas.iter().any(|k| bernama(k, word)) {
            let (dokumen, letak) = b.tempat_cetak(j);
            unknown.entry((dokumen, letak, skala)).or_insert((n.skala, Vec::new())).1.push((j, n.nilai));
            continue;
        }
        let pesan = pesan!(
            "Tertulis predikat {word} ({letak}) untuk {value}; menurut {skala}: {class}.",
            "Printed rating “{word}” ({letak}) for {value}; by {skala}: {class}.",
            value
        );
        hasil
            .temuan
            .push(b.temuan(&ATURAN, Isi::tentang(j, pesan).bersama([n.nilai]).di([b.rujukan_skala(j, n.skala)])));
    }
    di_samping(b, hasil);
    for (_, (skala, list)) in unknown {
        hasil.temuan.extend(kelas_lain(b, skala, &list));
    }
}

/// The letter that a cell prints beside its number: `60 (B)`.
fn di_samping(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in 0..b.k.semua.len() {
        let own = b.kolom(i).is_some_and(|k| matches!(k.ukuran, U::Realisasi | U::Target)) && !b.anggaran(i);
        let skala = b.indikator(i).filter(|_| own).and_then(|x| b.skala.get(x.skala.as_ref()?));
        let (Some(skala), Some(words), Some(value)) = (skala, &b.p(i).sel.keterangan, b.bukti(i)) else { continue };
        let word = words.trim_matches(['(', ')', ' ']);
        let Some(found) = measures::predikat(skala, value) else { continue };
        if !skala.kelas.iter().any(|k| bernama(k, word)) || cocok(&found, skala, word) {
            continue;
        }
        let (printed, letak) = (&b.p(i).sel.tercetak, kata::letak(b, i));
        let (class, nama) = (found.kelas.sebutan(), &skala.nama);
        let value = kata::nilai(b, i);
        let pesan = pesan!(
            "Tertulis “{printed}” ({letak}); menurut {nama} {value} adalah {class}.",
            "Printed “{printed}” ({letak}); by {nama} {value} is {class}.",
            value
        );
        hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).di([b.rujukan_skala(i, skala)])));
    }
}

/// Words that the scale does not have contradict no figure: the column is judged by another scale, told once.
fn kelas_lain(b: &Bahan<'_, '_>, skala: &Skala, list: &[(usize, usize)]) -> Option<Temuan> {
    let (j, _) = *list.first()?;
    let place = b.rujukan_skala(j, skala);
    let skala = &skala.nama;
    let mut words: Vec<&str> = Vec::new();
    for word in list.iter().filter_map(|(j, _)| b.p(*j).sel.teks()).map(str::trim) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    let (words, letak) = (words.join(", "), kata::letak(b, j));
    let pesan = pesan!(
        "Tertulis predikat {words} ({letak}); {skala} tidak mempunyai kelas itu.",
        "Printed ratings {words} ({letak}); {skala} has no such class."
    );
    let rest = list.iter().flat_map(|(j, i)| [*j, *i]).filter(|k| *k != j);
    Some(b.temuan(
        &ATURAN,
        Isi::tentang(j, pesan).bersama(rest).di([place]).berbobot(Bobot::Rendah).pengamatan().mempersoalkan(vec![]),
    ))
}

/// Whether a word is the class, or one of the two classes between which the scale does not decide.
fn cocok(found: &Predikat<'_>, skala: &Skala, word: &str) -> bool {
    if bernama(found.kelas, word) || found.ganda.is_some_and(|k| bernama(k, word)) {
        return true;
    }
    if !found.celah {
        return false;
    }
    let at = skala.kelas.iter().position(|k| k == found.kelas).unwrap_or(0);
    let beside = if skala.celah_ke_bawah { at.checked_sub(1) } else { Some(at + 1) };
    beside.and_then(|n| skala.kelas.get(n)).is_some_and(|k| bernama(k, word))
}
