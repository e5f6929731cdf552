//! Rule efisiensi-beda: a printed efisiensi that does not follow from the record's own definition.

use crate::findings::bahan::Bahan;
use crate::findings::calon::{Sumber, pada, pagu, subjek_anggaran};
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::operasi::Operasi;
use crate::findings::uji::{Asal, Calon};
use crate::pesan;
use crate::records::{Efisiensi, Subjek, Ukuran as U};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "efisiensi-beda",
    nama: "Efisiensi berbeda dari hitungannya",
    nama_en: "Efficiency (efisiensi) differs from its computation",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Hitungan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: Some("PermenPANRB 53/2014, Lampiran II: analisis atas efisiensi penggunaan sumber daya"),
    dasar_en: Some("PermenPANRB 53/2014, Lampiran (annex) II: analysis of how efficiently resources are used"),
    dokumentasi: r"
**Artinya.** Tingkat efisiensi yang tercetak tidak mengikuti definisi laporan itu sendiri.

**Definisi.** Menurut rekaman: capaian − serapan, atau 100 − serapan. Untuk 100 − serapan, serapan dihitung dari rupiahnya bila
realisasi dan pagunya tercetak; persentase serapan yang tercetak hanya dipakai bila tidak ada rupiahnya. Untuk capaian − serapan,
keduanya dipakai seperti tercetak.

**Toleransi.** Sama setelah dibulatkan ke banyaknya desimal yang tercetak; bila masukannya persentase yang sudah
dibulatkan, digit terakhir boleh bergeser satu.

**Batas.** Rekaman tanpa definisi efisiensi tidak diperiksa.

**Contoh (rekaan).** Tertulis 6,32%; terhitung 6,23% = 100% − Rp11.116.008.650 ÷ Rp11.854.989.245.
",
    dokumentasi_en: r"
**Meaning.** The printed level of efficiency (efisiensi) does not follow the report's own definition.

**Definition.** As the record says: achievement (capaian) − absorption (serapan), or 100 − absorption. With 100 −
absorption, the absorption is computed from the rupiah where actual spending (realisasi) and budget ceiling (pagu) are
printed; a printed percentage of absorption is used only where the rupiah are not. With achievement − absorption, both
are taken as printed.

**Tolerance.** Equal after rounding to the number of decimals printed; where the inputs are percentages already rounded,
the last digit may be off by one.

**Limits.** Records without a definition of efficiency are not checked.

**Example (invented).** Printed 6,32%; computed 6.23% = 100% − Rp11.116.008.650 ÷ Rp11.854.989.245.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Efisiensi) {
        let p = b.p(i);
        let record = p.rekaman.and_then(|t| b.rekaman(t));
        let calon = match record.and_then(|r| r.efisiensi) {
            Some(Efisiensi::SeratusKurangSerapan) => seratus(b, i),
            Some(Efisiensi::CapaianKurangSerapan) => capaian(b, i),
            None => continue,
        };
        b.uji(hasil, &ATURAN, i, &calon);
    }
}

/// The row, and what is printed in the same table for the same subject, count as one row.
fn dekat(b: &Bahan<'_, '_>, i: usize, mut s: Sumber) -> Sumber {
    let near: Vec<usize> = s.lain.iter().copied().filter(|j| b.secetak(i, *j)).collect();
    if s.baris.is_empty() {
        s.lain.retain(|j| !near.contains(j));
        s.baris = near;
    }
    s
}

fn seratus(b: &Bahan<'_, '_>, i: usize) -> Vec<Calon> {
    let p = b.p(i);
    let Some((subjek, _)) = b.ukur(i) else { return Vec::new() };
    let place = match subjek {
        Subjek::Kode(_) if !b.anggaran(i) => subjek_anggaran(b, i),
        other => Some(other.to_string()),
    };
    let Some(place) = place else { return Vec::new() };
    let awal = [format!("{}/anggaran/{place}/", p.tahun)];
    let realisasi = dekat(b, i, b.sumber(i, &awal, &pada(U::Realisasi, p.masa)));
    let pagu = dekat(b, i, b.sumber(i, &awal, &pagu(b.p(i).tahun)));
    let mut out = b.pasangan(Operasi::SeratusKurangBagi, &realisasi, &pagu);
    let serapan = dekat(b, i, b.sumber(i, &awal, &pada(U::Serapan, p.masa)));
    let money = !out.is_empty();
    for (list, own) in [(&serapan.baris, true), (&serapan.lain, false)] {
        for j in list {
            let asal = match (money, own) {
                (true, _) => Asal::Basis(tercetak(b, *j)),
                (false, true) => Asal::Baris,
                (false, false) => Asal::Lain,
            };
            out.push(Calon { operasi: Operasi::SeratusKurang, masukan: vec![*j], asal });
        }
    }
    out
}

/// Names a printed serapan as a base.
fn tercetak(b: &Bahan<'_, '_>, j: usize) -> crate::diagnostic::Pesan {
    let text = crate::findings::kata::nilai(b, j);
    let letak = crate::findings::kata::letak(b, j);
    pesan!("serapan yang tercetak {text} ({letak})", "the printed absorption {text} ({letak})", text)
}

fn capaian(b: &Bahan<'_, '_>, i: usize) -> Vec<Calon> {
    let p = b.p(i);
    let Some((subjek, _)) = b.ukur(i) else { return Vec::new() };
    let kind = if b.anggaran(i) { "anggaran" } else { "indikator" };
    let awal = [format!("{}/{kind}/{subjek}/", p.tahun)];
    let capaian = b.sumber(i, &awal, &|k| k.ukuran == U::Capaian && k.himpunan.is_none() && k.masa == *p.masa);
    let serapan = b.sumber(i, &awal, &pada(U::Serapan, p.masa));
    b.pasangan(Operasi::Kurang, &capaian, &serapan)
}
