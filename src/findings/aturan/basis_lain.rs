//! Rule basis-lain: a figure that is right only against another base than the one printed beside it.

use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::calon::subjek_anggaran;
use crate::findings::himpun;
use crate::findings::jenis::{Aturan, Basis, Bobot, Golongan, Hasil, HasilUji, Pemeriksaan, Sifat, Temuan};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::findings::uji::{Banding, banding};
use crate::pesan;
use crate::records::{Subjek, Ukuran as U};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "basis-lain",
    nama: "Cocok hanya terhadap basis lain",
    nama_en: "Right only against another base",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: true,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Angka turunan tidak mengikuti angka yang tercetak di sebelahnya, tetapi cocok bila dihitung terhadap angka lain
dalam rekaman yang sama: pagu tahap lain, nilai yang disebut di tempat lain, atau rumus arah yang lain.

**Definisi.** Hitungan dari baris yang sama berbeda dari yang tertulis; salah satu hitungan dari basis lain dalam rekaman
yang sama, dibulatkan, sama dengan yang tertulis. Basis itu disebut. Serapan sebuah program atau sasaran yang sama dengan serapan seluruh
anggaran adalah ketidakcocokan bila tempat lain mencetak serapannya sendiri.

**Toleransi.** Seperti aturan hitungannya.

**Batas.** Hanya basis dari indikator atau simpul anggaran yang sama, ditambah jumlah seluruh program. Tabel yang mencetak serapan
seluruh anggaran pada setiap barisnya menyatakan caranya dengan itu: tetap pengamatan.

**Contoh (rekaan).** Tertulis 95,53%; cocok bila dihitung terhadap anggaran seluruh program, terhitung 98,47% dari sasarannya sendiri.
",
    dokumentasi_en: r"
**Meaning.** A derived figure does not follow from the figures printed beside it, but it is right when computed against
another figure of the same record: the budget ceiling (pagu) of another phase, a value stated elsewhere, or the formula
of the other direction.

**Definition.** The computation from the same row differs from what is printed; one of the computations from another
base in the same record, rounded, equals what is printed. That base is named. An absorption (serapan) of a program or objective that is
the one of the whole budget is a contradiction if another place prints its own.

**Tolerance.** As for the rule that computes the figure.

**Limits.** Only bases of the same indicator or budget item, and the total of all programs. A table that prints the absorption of
the whole budget in every row states its method by that: it stays an observation.

**Example (invented).** Printed 95,53%; right when computed against the budget of all programs, computed 98.47% against that of its
own objective (sasaran).
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    // One formula of a document is one cause, however many figures it gives.
    let mut found: Vec<(Option<(&str, String)>, Temuan)> = Vec::new();
    let mut told = Vec::new();
    for p in &hasil.pemeriksaan {
        let HasilUji::BasisLain(basis) = &p.hasil else { continue };
        let own = p.masukan.iter().map(|m| m.pernyataan).eq(basis.masukan.iter().copied());
        let i = p.pernyataan;
        let key = own.then(|| (b.p(i).sumber.dokumen.as_str(), basis.nama.id.clone()));
        let t = temuan(b, p, basis, own);
        match found.iter_mut().find(|(k, _)| key.is_some() && *k == key) {
            Some((_, first)) => {
                let dot = |text: &str| text.strip_suffix('.').unwrap_or(text).to_string();
                let next = match told.contains(&key) {
                    true => {
                        first.pesan = Pesan::new(dot(&first.pesan.id), dot(&first.pesan.en));
                        Pesan::sama("; ")
                    }
                    false => pesan!(" Begitu pula ", " So too "),
                };
                told.push(key);
                let (what, value, place) = (kata::apa(b, i), kata::nilai(b, i), kata::letak(b, i));
                first.pesan.sambung(&next);
                first.pesan.sambung(&pesan!("{what} {value} ({place}).", "{what} {value} ({place}).", what, value));
                himpun::satukan(first, t);
            }
            None => found.push((key, t)),
        }
    }
    hasil.temuan.extend(found.into_iter().map(|(_, t)| t));
}

/// One figure that is right on another base; `rumus` when that is another formula over the same inputs.
fn temuan(b: &Bahan<'_, '_>, p: &Pemeriksaan, basis: &Basis, rumus: bool) -> Temuan {
    let i = p.pernyataan;
    let (written, letak, computed) = (kata::nilai(b, i), kata::letak(b, i), kata::hitungan(b, i, p.terhitung));
    let (isian, base) = (&p.isian, &basis.nama);
    let mut pesan = pesan!(
        "Tertulis {written} ({letak}); terhitung {computed} = {isian}.",
        "Printed {written} ({letak}); computed {computed} = {isian}.",
        written,
        computed,
        isian
    );
    pesan.sambung(&match rumus {
        true => pesan!(" Cocok bila dihitung dengan {base}.", " It agrees when computed with {base}.", base),
        false => pesan!(" Cocok bila dihitung terhadap {base}.", " It agrees when computed against {base}.", base),
    });
    let printed = tercetak(b, p, basis);
    if let Some(j) = printed.first().copied() {
        let (what, value, places) =
            (kata::apa(b, j), kata::nilai(b, j), kata::daftar_letak(b, printed.iter().copied()));
        pesan.sambung(&pesan!(
            " Tertulis {what} {value} ({places}).",
            " Printed for the {what}: {value} ({places}).",
            what,
            value
        ));
    }
    let more = basis.masukan.iter().copied().filter(|j| !p.masukan.iter().any(|m| m.pernyataan == *j));
    let isi = Isi::tentang(i, pesan)
        .bersama(p.masukan.iter().map(|m| m.pernyataan))
        .bersama(more)
        .bersama(printed.iter().copied())
        .hitungan(kata::dibulatkan(b, i, p.terhitung), p.isian.clone());
    // The same inputs, one of them as printed elsewhere: that cell is the cause.
    let own: Vec<usize> = p.masukan.iter().map(|m| m.pernyataan).collect();
    let like = |(j, k): &(usize, usize)| j != k && b.jenis(*j) == b.jenis(*k);
    let pairs = own.iter().copied().zip(basis.masukan.iter().copied()).filter(like).collect();
    let isi = Isi { pengganti: if own.len() == basis.masukan.len() { pairs } else { Vec::new() }, ..isi };
    let golongan = (!printed.is_empty()).then_some(Golongan::Pertentangan);
    b.temuan(&ATURAN, Isi { golongan, ..isi })
}

/// Where the report prints the serapan of the very program or objective as it is computed, while this figure is that of the
/// whole budget: one serapan has two values. A table that gives the whole budget to every row says so by that.
fn tercetak(b: &Bahan<'_, '_>, p: &Pemeriksaan, basis: &Basis) -> Vec<usize> {
    let i = p.pernyataan;
    let share = |j: usize| !b.anggaran(j) && b.kolom(j).is_some_and(|k| k.ukuran == U::Serapan);
    let total = |j: &usize| matches!(b.ukur(*j), Some((Subjek::Total, _)));
    let Some(subjek) = subjek_anggaran(b, i).filter(|_| share(i) && basis.masukan.iter().all(total)) else {
        return Vec::new();
    };
    let rows: Vec<usize> = b.setabel(i).iter().copied().filter(|j| share(*j) && b.bukti(*j).is_some()).collect();
    if rows.len() > 1 && rows.iter().all(|j| b.bukti(*j) == b.bukti(i)) {
        return Vec::new();
    }
    let own = b.di(&format!("{}/anggaran/{subjek}/serapan", b.p(i).tahun)).iter().copied();
    let fits = |j: &usize| {
        let angka = b.p(*j).sel.bukti();
        b.p(*j).masa == b.p(i).masa && angka.is_some_and(|a| banding(a.nilai, a.desimal, p.terhitung) == Banding::Sama)
    };
    own.filter(fits).collect()
}
