//! Judul: what stands above a budget, or on the tab of its sheet, and says of which year, part of it or stage its columns
//! are: it is asked about where the columns do not say it themselves, never passed over.

use super::kala;
use super::kata::salah_satu;
use super::kepala::Tabel;
use super::kisi::{Lembar, huruf};
use super::kolom::uang;
use super::makna::{Makna, lipat, punya};
use super::masa::{hanya_masa, masa, tahun_dalam};
use super::masalah::Masalah;
use super::peta::Peta;
use crate::pesan;

/// Asks about a title of another year or part of the year than the record's, and about a stage on the tab.
pub fn periksa(lembar: &Lembar, tabel: &Tabel, peta: &Peta, (tahun, batas): (i32, u32), masalah: &mut Vec<Masalah>) {
    let said = |word: &str| peta.kolom.values().any(|v| v.starts_with(word));
    let measure = |name: &str| tabel.kolom.iter().find(|k| k.makna == Makna::Ukuran(name.to_string()));
    let titles: Vec<(usize, usize, String)> = (0..tabel.kepala.0)
        .flat_map(|row| lembar.baris[row].iter().enumerate().map(move |(column, c)| (row, column, c.tulisan())))
        .filter(|(.., text)| !text.is_empty())
        .collect();
    let years = |text: &str| tahun_dalam(&lipat(text));
    let own = |text: &str| years(text).contains(&tahun);
    let named = titles.iter().any(|(.., t)| own(t)) || tabel.kolom.iter().any(|k| own(&k.kepala));
    let budget = |text: &str| salah_satu(&lipat(text), &["tahun anggaran", "ta", "t a"]);
    let other = titles.iter().find(|(.., t)| budget(t) && !years(t).is_empty());
    if let Some((row, column, text)) = other.filter(|_| !named && !said("pagu") && !said("realisasi")) {
        let year = years(text)[0];
        masalah.push(Masalah::sel(
            lembar,
            *row,
            *column,
            pesan!("`{text}`: rekaman ini tahun {tahun}", "`{text}`: this record is of {tahun}"),
            pesan!(
                "impor ke rekaman tahun {year}; bila judulnya salah cetak, tulis arti kolomnya dalam peta, misalnya `kolom: {{C: pagu.laporan}}`",
                "import it into the record of {year}; if the title is a misprint, write what its columns mean in the map, for example `kolom: {{C: pagu.laporan}}`"
            ),
        ));
    }
    let part = |(row, column, text): &(usize, usize, String)| {
        let period = bagian(text, tahun)?;
        let end = kala::bulan(&period)?;
        (end != batas).then(|| (*row, *column, text.clone(), period))
    };
    let tab = hanya_masa(&lipat(&lembar.nama)).then(|| (tabel.kepala.0, 0, lembar.nama.clone()));
    let found = titles.iter().filter(|(.., t)| laporan(t)).find_map(part).or_else(|| part(&tab?));
    if let (Some((row, column, text, period)), Some(k), false) = (found, measure("realisasi"), said("realisasi")) {
        let letter = huruf(k.indeks);
        masalah.push(Masalah::sel(
            lembar,
            row,
            column,
            pesan!(
                "`{text}`: data rekaman ini sampai bulan ke-{batas}; realisasi di kolom {letter} milik masa mana?",
                "`{text}`: the data of this record go up to month {batas}; of which period is what was spent in column {letter}?"
            ),
            pesan!(
                "tulis dalam peta `kolom: {{{letter}: realisasi_kumulatif {period}}}` bila sejak awal tahun, `{letter}: realisasi {period}` bila masa itu saja, `{letter}: realisasi` bila setahun",
                "write in the map `kolom: {{{letter}: realisasi_kumulatif {period}}}` if since the start of the year, `{letter}: realisasi {period}` for that period alone, `{letter}: realisasi` for the year"
            ),
        ));
    }
    let (nama, stages) = (lipat(&lembar.nama), ["murni", "perubahan", "pergeseran"]);
    let stage = stages.into_iter().find(|w| punya(&nama, w) && nama.split(' ').count() <= 3);
    let alone =
        tabel.kolom.iter().filter(|k| matches!(&k.makna, Makna::Ukuran(n) if uang(n) && n.starts_with("pagu"))).count()
            == 1;
    if let (Some(stage), Some(k), true, false) = (stage, measure("pagu.laporan"), alone, said("pagu")) {
        let (letter, nama) = (huruf(k.indeks), &lembar.nama);
        masalah.push(Masalah::sel(
            lembar,
            tabel.kepala.1,
            k.indeks,
            pesan!(
                "lembar ini bernama `{nama}`: tahap pagu yang mana?",
                "this sheet is called `{nama}`: which stage of the budget?"
            ),
            pesan!(
                "tulis dalam peta `kolom: {{{letter}: pagu.{stage}}}`, atau `{letter}: pagu.laporan`",
                "write in the map `kolom: {{{letter}: pagu.{stage}}}`, or `{letter}: pagu.laporan`"
            ),
        ));
    }
}

/// Whether a title says of what its figures are, and not when or by whom it was signed.
fn laporan(text: &str) -> bool {
    let folded = lipat(text);
    let about =
        ["realisasi", "laporan", "sd", "triwulan", "tw", "semester", "periode", "keadaan", "kondisi", "posisi", "per"];
    salah_satu(&folded, &about) && !salah_satu(&folded, &["nomor", "tanggal", "tgl", "dicetak", "perda", "peraturan"])
}

/// The latest part of the year that a title names.
fn bagian(text: &str, tahun: i32) -> Option<String> {
    let folded = lipat(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let parts = (0..words.len()).filter_map(|n| masa(&[words[n..].join(" ")], tahun));
    parts.filter(|p| p.starts_with(&tahun.to_string())).max_by_key(|p| kala::bulan(p))
}

/// Codes that cannot be read, all of a table in one.
pub fn kode_rusak(lembar: &Lembar, (row, column): (usize, usize), all: &[(usize, usize)]) -> Masalah {
    let shown = |(row, column): &(usize, usize)| {
        format!("{} `{}`", lembar.alamat(*row, *column), lembar.sel(*row, *column).tulisan())
    };
    let (n, list) = (all.len(), all.iter().take(8).map(shown).collect::<Vec<_>>().join("; "));
    Masalah::sel(
        lembar,
        row,
        column,
        pesan!(
            "{n} kode di kolom ini bukan kode program, kegiatan atau sub kegiatan: {list}",
            "{n} codes in this column are none of a program, kegiatan or sub kegiatan: {list}"
        ),
        pesan!(
            "tulis seperti 1.06.04.2.01.0001; bila kolomnya hanya nomor urut, tulis `abaikan` untuknya dalam peta; nomenklatur lama dibaca dengan `jenis: tabel`",
            "write them like 1.06.04.2.01.0001; if the column only counts rows, write `abaikan` for it in the map; an older list is read with `jenis: tabel`"
        ),
    )
}
