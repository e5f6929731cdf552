//! Rule tanpa-realisasi: an agreed target of which the report of that year prints no realisasi.

use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::measures;
use crate::pesan;
use crate::records::{Alasan, Nilai, Ukuran as U};
use std::collections::BTreeMap;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "tanpa-realisasi",
    nama: "Target yang diperjanjikan tanpa realisasi",
    nama_en: "Agreed target without an actual figure (realisasi)",
    tingkat: Bobot::Rendah,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: Some("PermenPANRB 53/2014, Lampiran II: laporan membandingkan target dan realisasi kinerja tahun itu"),
    dasar_en: Some(
        "PermenPANRB 53/2014, Lampiran (annex) II: the report compares the targets and the actual performance of the year",
    ),
    dokumentasi: r"
**Artinya.** Perjanjian kinerja memuat indikator dengan target untuk tahun itu, tetapi laporan tahun itu tidak mencetak realisasinya.

**Definisi.** Indikator dengan target perjanjian atau perjanjian perubahan untuk tahun t; tidak ada realisasi tahun t indikator itu
di dokumen mana pun, sedangkan indikator lain dalam perjanjian yang sama mempunyai realisasi. Bobotnya sedang bila separuh
indikator perjanjian itu atau lebih tanpa realisasi.

**Toleransi.** Realisasi sebagian tahun, huruf, atau capaian saja cukup; juga sel yang tercetak tetapi tidak terbaca atau belum
disalin, dan realisasi yang tidak berlaku.

**Batas.** Rekaman yang disalin sebagian (`rincian: sebagian`) tidak diperiksa. Perjanjian yang tidak satu pun indikatornya berealisasi tidak dilaporkan: laporannya mungkin belum ada. Satu temuan untuk
satu tabel perjanjian.

**Contoh (rekaan).** Perjanjian Kinerja Perubahan memuat 6 indikator; tabel capaian mencetak realisasi 3.
",
    dokumentasi_en: r"
**Meaning.** The performance agreement (perjanjian kinerja) holds an indicator with a target for the year, but the
report of that year prints no actual figure (realisasi) for it.

**Definition.** An indicator with a target in the agreement or the revised agreement for year t; no document prints an
actual figure of that indicator for year t, while other indicators of the same agreement have one. The weight is medium
if half of the indicators of the agreement, or more, have none.

**Tolerance.** An actual figure for part of the year, a letter, or an achievement (capaian) alone is enough; so is a
cell that is printed but cannot be read or was not copied yet, and an actual figure that does not apply.

**Limits.** A record that is copied in part (`rincian: sebagian`) is not checked. An agreement of which no indicator has an actual figure is not reported: its report may not exist yet. One
finding for one table of an agreement.

**Example (invented).** The Perjanjian Kinerja Perubahan (revised agreement) holds 6 indicators; the table of achievements prints
actual figures for 3.
",
    periksa,
};

/// Whether a cell says something else about the year than that nothing is printed: a doubted, an unreadable or a figure not
/// copied yet is no missing one, and of a realisasi that does not apply none is owed.
fn tercetak(nilai: &Nilai, ukuran: &str) -> bool {
    match nilai {
        Nilai::Kosong(Alasan::TidakTerbaca | Alasan::BelumDisalin) => true,
        Nilai::Kosong(Alasan::TidakBerlaku | Alasan::TidakTerhitung) => ukuran == "realisasi",
        Nilai::Kosong(Alasan::TidakTercetak) => false,
        other => other.bernilai(),
    }
}

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    // The agreed targets by printed table.
    let mut tables: BTreeMap<(i32, &str, &str), Vec<usize>> = BTreeMap::new();
    for i in b.semua(U::Target) {
        let agreed = b.kolom(i).and_then(|k| k.himpunan).is_some_and(measures::disepakati);
        // Of a record that is copied in part the portal cannot know what its report leaves out.
        let whole = b.p(i).rekaman == Some(b.p(i).tahun) && !b.sebagian(i);
        if agreed && whole && !b.anggaran(i) && b.setahun(i) && b.indikator(i).is_some() {
            let (dokumen, letak) = b.tempat_cetak(i);
            let own = tables.entry((b.p(i).tahun, dokumen, letak)).or_default();
            // A table with the target of the agreement and of the revised one holds the indicator once: by its last target.
            own.retain(|j| b.indikator(*j).map(|x| &x.kode) != b.indikator(i).map(|x| &x.kode));
            own.push(i);
        }
    }
    let mut told: Vec<String> = Vec::new();
    for ((tahun, ..), list) in tables {
        let reported = |i: &usize| {
            let Some((subjek, _)) = b.ukur(*i) else { return true };
            ["realisasi", "capaian", "huruf"].iter().any(|m| {
                b.di_bawah(&format!("{tahun}/indikator/{subjek}/{m}"))
                    .any(|(_, l)| l.iter().any(|j| tercetak(&b.p(*j).sel.nilai, m)))
            })
        };
        let none: Vec<usize> =
            list.iter().copied().filter(|i| !reported(i) && !told.contains(&b.p(*i).alamat)).collect();
        if none.is_empty() || none.len() == list.len() {
            continue;
        }
        told.extend(none.iter().map(|i| b.p(*i).alamat.clone()));
        let named = |i: &usize| {
            let (name, target) = (kata::subjek(b, *i), kata::nilai(b, *i));
            pesan!("{name} (target {target})", "{name} (target {target})", name, target)
        };
        let names = Pesan::gabung(&none.iter().map(named).collect::<Vec<_>>(), &Pesan::sama("; "));
        let (n, of, letak) = (none.len(), list.len(), kata::letak(b, none[0]));
        let pesan = pesan!(
            "{n} dari {of} indikator yang diperjanjikan untuk {tahun} ({letak}) realisasinya tidak tercetak: {names}.",
            "Of {of} indicators agreed for {tahun} ({letak}) the actual of {n} is not printed: {names}.",
            names
        );
        let isi = Isi::tentang(none[0], pesan).bersama(none.iter().skip(1).copied());
        // Half of what was agreed is more than a line that was left out.
        let isi = if n * 2 >= of { isi.berbobot(Bobot::Sedang) } else { isi };
        hasil.temuan.push(b.temuan(&ATURAN, isi));
    }
}
