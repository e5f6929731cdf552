//! Rule bentuk-angka: a number printed malformed or ambiguous, with the reading chosen and why.

use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::number::{self, Lang};
use crate::pesan;
use crate::records::{Alasan, Nilai};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "bentuk-angka",
    nama: "Angka tercetak menyimpang atau bermakna ganda",
    nama_en: "Number printed malformed or ambiguous",
    tingkat: Bobot::Rendah,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Angka tercetak dengan pemisah yang salah, digit yang hilang, atau galat lembar kerja (`#DIV/0!`). Portal menyimpan
cetakannya, memilih satu bacaan, dan mengatakan mengapa.

**Definisi.** Sel bertanda `dibaca` tanpa tanda `ragu`; atau sel yang mencetak galat pembagian dengan nol.

**Toleransi.** Tidak ada.

**Batas.** Kerusakan karena pemindaian (`ragu`) bukan kesalahan OPD dan tidak dicatat. Tanda `-` yang dibaca nol juga tidak.

**Contoh (rekaan).** `66.809.868.111.99` dibaca 66.809.868.111,99 karena titik terakhir pemisah desimal.
",
    dokumentasi_en: r"
**Meaning.** A figure is printed with a wrong separator, a missing digit, or an error of the spreadsheet (`#DIV/0!`).
The portal keeps what is printed, chooses one reading, and says why.

**Definition.** A cell marked `dibaca` (read as) without the mark `ragu` (doubtful); or a cell that prints the error of
a division by zero.

**Tolerance.** None.

**Limits.** Damage from scanning (`ragu`) is no mistake of the agency (OPD) and is not recorded. Nor is a `-` that is
read as zero.

**Example (invented).** `66.809.868.111.99` is read as 66,809,868,111.99 because the last dot is the decimal separator.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    // One habit of printing is one entry for its document, whatever number of cells it touches.
    let mut forms: BTreeMap<(String, String), Vec<(usize, Pesan)>> = BTreeMap::new();
    for i in 0..b.k.semua.len() {
        let p = b.p(i);
        let printed = &p.sel.tercetak;
        let letak = kata::letak(b, i);
        if matches!(p.sel.nilai, Nilai::Kosong(Alasan::TidakTerhitung)) && printed.contains('#') {
            let pesan = pesan!(
                "Tertulis {printed} ({letak}): pembagian dengan nol.",
                "Printed “{printed}” ({letak}): a division by zero."
            );
            let row = b.sebaris(i).iter().copied().filter(|j| b.bukti(*j).is_some());
            hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersaksi(b, row)));
            continue;
        }
        // A dash read as zero is a habit of tables, and what scanning broke is nobody's figure.
        let dash = !printed.chars().any(|c| c.is_ascii_digit());
        let scanned = p.sel.alasan.as_deref().is_some_and(|a| {
            let a = a.to_lowercase();
            ["pindai", "menempel", "terpotong kolom", "tepi kolom", "spasi"].iter().any(|w| a.contains(w))
        });
        if !p.sel.dibaca || p.sel.ragu || dash || scanned {
            continue;
        }
        let reading = match &p.sel.nilai {
            Nilai::Angka(a) => vec![a.nilai],
            Nilai::Komposit(all) => all.iter().map(|a| a.nilai).collect(),
            _ => continue,
        };
        // What the document's own way of writing gives is no other form.
        let style = b.opd.opd.dokumen.get(&p.sumber.dokumen).and_then(|d| d.style);
        let plain = style.and_then(|s| number::parse(printed, s).ok()).map(|a| a.nilai);
        if plain.is_some_and(|v| reading == [v]) {
            continue;
        }
        // `0,9` of a column of fractions, read as 90%: the whole column is of this form.
        let fraction = plain.and_then(|v| v.checked_mul(Decimal::ONE_HUNDRED)).is_some_and(|v| reading == [v]);
        let sign = if matches!(&p.sel.nilai, Nilai::Angka(a) if a.persen) { "%" } else { "" };
        let read = |lang: Lang| reading.iter().map(|v| lang.grouped(*v)).collect::<Vec<_>>().join(", ");
        // `1 LK3`: the number is whole, only the word behind it has a digit. Documents write Indonesian.
        if printed.trim() == read(Lang::Id) || printed.starts_with(&format!("{} ", read(Lang::Id))) {
            continue;
        }
        // Several numbers read as several numbers are no form of one.
        if matches!(p.sel.nilai, Nilai::Komposit(_)) && printed.contains(", ") {
            continue;
        }
        // The remark of whoever copied the cell stays in its language.
        let why = p.sel.alasan.as_deref().map_or(Pesan::default(), |a| pesan!(": {a}", ": “{a}”"));
        let reading = Pesan::tiap(|lang| format!("{}{sign}", read(lang)));
        let form = p.sel.alasan.clone().unwrap_or_else(|| match fraction {
            true => format!("{:?}/{}/{}", p.rekaman, p.tempat.tabel, p.tempat.kolom),
            false => format!("{}/{printed}", p.alamat),
        });
        let pesan = pesan!(
            "Tertulis {printed} ({letak}); dibaca {reading}{why}.",
            "Printed “{printed}” ({letak}); read as {reading}{why}.",
            reading,
            why
        );
        forms.entry((p.sumber.dokumen.clone(), form)).or_default().push((i, pesan));
    }
    for mut list in forms.into_values() {
        // One printed cell that the record reads into two tables is one figure of the document.
        let mut seen = BTreeSet::new();
        list.retain(|(i, _)| {
            let p = b.p(*i);
            seen.insert((b.tempat_cetak(*i), kata::subjek(b, *i).id, p.masa.clone(), p.sel.tercetak.trim()))
        });
        let Some(((first, pesan), rest)) = list.split_first() else { continue };
        let mut pesan = pesan.clone();
        if !rest.is_empty() {
            let (n, more) = (rest.len(), kata::daftar_letak(b, rest.iter().map(|(i, _)| *i)));
            pesan.sambung(&pesan!(
                " Bentuk yang sama pada {n} angka lain ({more}).",
                " The same form in {n} more figures ({more})."
            ));
        }
        // Another print of the amount shows how it is read.
        let other = if rest.is_empty() { b.saksi(*first) } else { Vec::new() };
        let isi = Isi::tentang(*first, pesan).bersama(rest.iter().map(|(i, _)| *i));
        hasil.temuan.push(b.temuan(&ATURAN, isi.bersaksi(b, other)));
    }
}
