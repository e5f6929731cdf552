//! Rule nama-beda: figures printed under a name that is not theirs.

use crate::diagnostic::Pesan;
use crate::findings::bahan::{Bahan, KunciTabel};
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::pesan;
use crate::records::{Bagian, Cetakan, Indikator, Simpul, Subjek, Ukuran};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "nama-beda",
    nama: "Nama yang tercetak bukan nama angkanya",
    nama_en: "The printed name is not the name of the figure",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Angka tercetak di bawah nama hal lain: baris dengan nama indikator lain, tabel dengan judul tabel lain, daerah
pembanding dengan dua nama, atau kegiatan yang disebut sub kegiatan. Pembaca yang percaya pada namanya salah membaca angkanya.

**Definisi.** Rekaman mencatat nama yang tercetak (`nama_tercetak`, `judul_tercetak`, `tingkat_tercetak`, `alias` daerah pembanding)
yang berbeda dari isi barisnya. Bobot tinggi bila nama itu nama indikator lain dan angkanya tidak tercetak di tempat
lain dengan namanya sendiri; rendah bila hanya daerah pembanding atau tingkat simpulnya.

**Toleransi.** Ejaan lain dari nama yang sama, yang dicatat sebagai alias indikator atau simpul, tidak dilaporkan.

**Batas.** Portal menempatkan angka menurut isinya (nilai, rumus, dan uraiannya), dan mengatakan nama apa yang tercetak.

**Contoh (rekaan).** Baris dengan nilai SAKIP 60,70 tercetak dengan nama “Persentase PPKS yang Tertangani”.
",
    dokumentasi_en: r"
**Meaning.** A figure is printed under the name of something else: a row with the name of another indicator, a table
with the title of another table, another region under two names, or an activity (kegiatan) called a sub-activity (sub
kegiatan). Readers who trust the name misread the figure.

**Definition.** The record holds a printed name (`nama_tercetak`, `judul_tercetak`, `tingkat_tercetak`, `alias` of the
other region) that differs from what its row holds. High weight if it is the name of another indicator and the
figure is printed nowhere under its own name; low if only another region or the level of a budget item is named differently.

**Tolerance.** Another spelling of the same name, recorded as an alias of the indicator or budget item, is not reported.

**Limits.** The portal places figures by what they are (value, formula and description), and says which name is printed.

**Example (invented).** A row with the SAKIP score 60,70 is printed under the name “Persentase PPKS yang Tertangani” (people in
need who were served).
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let mut told: Diceritakan = BTreeSet::new();
    for (key, list) in b.semua_tabel() {
        if let Some(c) = b.cetakan(key) {
            cetakan(b, hasil, (list, c, key), &mut told);
        }
    }
    for i in 0..b.k.semua.len() {
        pihak(b, hasil, i);
    }
    for r in &b.opd.rekaman {
        for (_, node) in r.anggaran.pohon.iter().flat_map(Simpul::semua) {
            tingkat(b, hasil, r.tahun, node);
        }
    }
}

/// Document, place and printed name of what was told already.
type Diceritakan = BTreeSet<(String, String, String)>;

/// What one table prints about itself; a printed row that the record holds as two is told once.
fn cetakan(
    b: &Bahan<'_, '_>,
    hasil: &mut Hasil,
    (list, c, key): (&[usize], &Cetakan, &KunciTabel),
    told: &mut Diceritakan,
) {
    // The figure that stands for the table or row: a number of the year of the record before anything else.
    let rank = |i: &usize| (b.bukti(*i).is_none(), b.p(*i).rekaman != Some(b.p(*i).tahun), *i);
    if let (Some(judul), Some(i)) = (&c.judul, list.iter().copied().min_by_key(rank)) {
        let letak = kata::letak(b, i);
        let isi = b.judul(key).map(Pesan::sama).unwrap_or_else(|| kata::perihal(b, i));
        if !senama(&isi.id, judul) {
            let pesan = pesan!(
                "Judul tercetak “{judul}” ({letak}); portal ini memuatnya sebagai “{isi}”.",
                "The printed title is “{judul}” ({letak}); this portal lists it as “{isi}”.",
                isi
            );
            hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersaksi(b, b.saksi(i))));
        }
    }
    for (row, nama) in &c.nama {
        let Some(i) = list.iter().copied().filter(|i| bernama(b, *i, row)).min_by_key(rank) else { continue };
        let letak = kata::letak(b, i);
        if !told.insert((b.p(i).sumber.dokumen.clone(), letak.to_string(), nama.clone())) {
            continue;
        }
        let what = isi(b, i, row.contains('/'));
        if senama(&what.id, nama) {
            continue;
        }
        let value = kata::nilai(b, i);
        // Whoever prints the same figure under its own name proves it; without one the name is the portal's reading.
        let saksi: Vec<usize> = b.saksi(i).into_iter().filter(|j| !salah_nama(b, *j)).collect();
        let pesan = if saksi.is_empty() {
            pesan!(
                "Tertulis dengan nama “{nama}” ({letak}), sedangkan angkanya, {value}, dibaca portal sebagai {what}.",
                "Printed under the name “{nama}” ({letak}), while this portal reads its figure, {value}, as {what}.",
                value,
                what
            )
        } else {
            let places = kata::daftar_letak(b, saksi.iter().copied());
            pesan!(
                "Tertulis dengan nama “{nama}” ({letak}), sedangkan angkanya, {value}, tercetak di tempat lain untuk {what} ({places}).",
                "Printed under the name “{nama}” ({letak}), while its figure, {value}, is printed elsewhere for {what} ({places}).",
                value,
                what
            )
        };
        let same = |a: &str| a.to_lowercase() == nama.to_lowercase();
        let known = |x: &Indikator| same(&x.nama) || x.alias.iter().any(|a| same(a));
        let other = b.opd.opd.indikator.values().any(known);
        // Whoever looks for the figure finds it under its own name elsewhere.
        let lost = other && saksi.is_empty();
        let isi = Isi::tentang(i, pesan).bersaksi(b, saksi);
        hasil.temuan.push(b.temuan(&ATURAN, if lost { isi.berbobot(Bobot::Tinggi) } else { isi }));
    }
}

/// Whether a statement stands in a row, or in a cell of it, that a table names otherwise.
fn bernama(b: &Bahan<'_, '_>, i: usize, row: &str) -> bool {
    let own = match b.p(i).bagian {
        Bagian::Tabel { baris, kolom, .. } => (baris.kode.clone(), kolom.kode.clone()),
        _ => b.ukur(i).map(|(s, k)| (s.to_string(), k.nama())).unwrap_or_default(),
    };
    row == own.0 || row == format!("{}/{}", own.0, own.1)
}

/// Whether the table of a statement prints its row under another name.
fn salah_nama(b: &Bahan<'_, '_>, i: usize) -> bool {
    b.cetakan(&b.kunci(i)).is_some_and(|c| c.nama.iter().any(|(row, _)| bernama(b, i, row)))
}

/// Whether two names are one: case, spaces and quotation marks name nothing.
fn senama(a: &str, b: &str) -> bool {
    let words = |text: &str| {
        let plain = text.to_lowercase().replace(['“', '”', '"'], " ");
        plain.split_whitespace().map(str::to_string).collect::<Vec<_>>()
    };
    words(a) == words(b)
}

/// What a figure is: the name of its row, and of the count when only that is named otherwise.
fn isi(b: &Bahan<'_, '_>, i: usize, sel: bool) -> Pesan {
    let rumus = b.indikator(i).and_then(|x| x.rumus.as_ref());
    let count = b.kolom(i).and_then(|k| match k.ukuran {
        Ukuran::Pembilang => rumus?.pembilang.as_ref(),
        Ukuran::Penyebut => rumus?.penyebut.as_ref(),
        _ => None,
    });
    match count.filter(|_| sel) {
        Some(h) => {
            let (nama, whole) = (&h.nama, kata::subjek(b, i));
            pesan!("“{nama}” dari {whole}", "“{nama}” of {whole}", whole)
        }
        None => kata::subjek(b, i),
    }
}

/// Another daerah whose figures are printed under two names.
fn pihak(b: &Bahan<'_, '_>, hasil: &mut Hasil, i: usize) {
    let Bagian::PihakLain { pihak, .. } = b.p(i).bagian else { return };
    if pihak.alias.is_empty() || b.sebaris(i).first() != Some(&i) {
        return;
    }
    let (nama, alias, letak) = (&pihak.nama, pihak.alias.join(", "), kata::letak(b, i));
    let value = kata::nilai(b, i);
    let pesan = pesan!(
        "Angka pembanding {value} dibaca portal sebagai milik {nama} ({letak}); dokumen itu di dekatnya menyebut pula {alias}.",
        "The figure compared with, {value}, is read as that of {nama} ({letak}); near it the document also names {alias}.",
        value
    );
    hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersaksi(b, b.saksi(i)).berbobot(Bobot::Rendah)));
}

/// A node printed as another level than the one it stands on.
fn tingkat(b: &Bahan<'_, '_>, hasil: &mut Hasil, tahun: i32, node: &Simpul) {
    let Some(level) = &node.tingkat_tercetak else { return };
    let own = format!("{tahun}/anggaran/{}/", node.kode);
    let subject = |i: &usize| matches!(b.ukur(*i), Some((Subjek::Kode(kode), _)) if *kode == node.kode);
    let Some(i) = b.di_bawah(&own).flat_map(|(_, l)| l.iter().copied()).find(subject) else { return };
    let (nama, word, letak) = (&node.nama, level.replace('_', " "), kata::letak(b, i));
    let depth = b.pohon(i).and_then(|tree| tree.semua().into_iter().find(|(_, n)| n.kode == node.kode).map(|(d, _)| d));
    let (own, own_en) = match depth {
        Some(0) => ("program", "a program"),
        Some(1) => ("kegiatan", "an activity"),
        _ => ("sub kegiatan", "a sub-activity"),
    };
    let mut pesan = pesan!(
        "{nama} tertulis sebagai {word} ({letak}); portal membacanya sebagai {own}.",
        "{nama} is printed as level “{word}” ({letak}); this portal reads it as {own_en}."
    );
    // Its place shows in the rows above and below it.
    let parent = b.pohon(i).and_then(|tree| {
        tree.pohon.iter().flat_map(Simpul::semua).map(|(_, n)| n).find(|n| n.anak.iter().any(|c| c.kode == node.kode))
    });
    let kin = parent.into_iter().chain(&node.anak);
    let cell = |n: &Simpul| {
        let same =
            |j: &usize| matches!(b.ukur(*j), Some((Subjek::Kode(k), c)) if *k == n.kode && b.kolom(i) == Some(c));
        b.setabel(i).iter().copied().find(same)
    };
    let kin: Vec<usize> = kin.filter_map(cell).collect();
    let below: Vec<usize> = node.anak.iter().filter_map(cell).collect();
    let sum = below.iter().filter_map(|j| b.bukti(*j)).try_fold(Decimal::ZERO, |s, v| s.checked_add(v));
    if below.len() > 1 && below.len() == node.anak.len() && sum == b.bukti(i) {
        let (value, n) = (kata::nilai(b, i), below.len());
        pesan.sambung(&pesan!(
            " {n} baris di bawahnya berjumlah sama dengannya, {value}.",
            " The {n} rows below it add up to the same, {value}.",
            value
        ));
    }
    hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersaksi(b, kin).berbobot(Bobot::Rendah)));
}
