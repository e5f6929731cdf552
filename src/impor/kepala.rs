//! Kepala: where a table begins on a sheet, the words above each of its columns, and what the columns mean.

use super::capaian;
use super::kata::akhir;
use super::kisi::{Isi, Lembar, Sel};
use super::kode;
use super::makna::{Bentuk, Kepala, Kolom, Makna, lipat, punya, tebak};
use super::masa::hanya_masa;
use super::peta::Peta;
use super::ulang::{nomor_kolom, sama};
use crate::number::Style;
use crate::pesan;
use std::ops::Range;

/// One table on a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tabel {
    /// First and last row of its head.
    pub kepala: (usize, usize),
    /// Its rows.
    pub isi: Range<usize>,
    /// What stands above it.
    pub judul: String,
    /// Its columns that have words above them.
    pub kolom: Vec<Kolom>,
    /// What it holds.
    pub bentuk: Bentuk,
}

/// Words that only a head has; several side by side make one.
const KATA: [&str; 56] = [
    "keu",
    "keuangan",
    "fisik",
    "tingkat",
    "kode",
    "uraian",
    "program",
    "kegiatan",
    "sub kegiatan",
    "pagu",
    "anggaran",
    "realisasi",
    "sisa",
    "satuan",
    "target",
    "indikator",
    "indikator kinerja",
    "sasaran",
    "sasaran strategis",
    "capaian",
    "no",
    "nomor",
    "keterangan",
    "jumlah",
    "sumber dana",
    "lokasi",
    "predikat",
    "urusan",
    "bidang urusan",
    "nama",
    "tahun",
    "tahun anggaran",
    "kategori",
    "capaian kinerja",
    "kode rekening",
    "serapan",
    "%",
    "tw i",
    "tw ii",
    "tw iii",
    "tw iv",
    "rp",
    "nilai",
    "sebelum",
    "setelah",
    "tolak ukur",
    "tolok ukur",
    "dkkb",
    "murni",
    "perubahan",
    "koefisien/ volume",
    "harga",
    "id",
    "dpa",
    "rka",
    "kinerja",
];

/// Finds the tables of a sheet, from the top.
pub fn cari(lembar: &Lembar, peta: &Peta, tahun: i32) -> Vec<Tabel> {
    let rows = lembar.baris.len();
    let mut heads: Vec<(usize, usize)> = Vec::new();
    let mut row = 0;
    while row < rows {
        let forced = peta.kepala.is_some_and(|n| n == row + 1);
        let wanted = if peta.kepala.is_some() { forced && heads.is_empty() } else { kepala(lembar, row) };
        if !wanted {
            row += 1;
            continue;
        }
        let mut last = row;
        while last + 1 < rows && last < row + 4 && lanjutan(lembar, last + 1) {
            last += 1;
        }
        // The head printed again on the next page is no new table.
        let again = heads.last().is_some_and(|(first, _)| sama(lembar, *first, row));
        if !again {
            heads.push((row, last));
        }
        row = last + 1;
    }
    let mut out = Vec::new();
    for (index, (first, last)) in heads.iter().copied().enumerate() {
        let end = heads.get(index + 1).map_or(rows, |next| next.0);
        // What a sheet says of itself stands above its first table.
        let judul = (0..heads[0].0)
            .flat_map(|row| lembar.baris[row].iter().map(Sel::tulisan).collect::<Vec<_>>())
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        out.push(tabel(lembar, peta, tahun, (first, last), (last + 1)..end, judul));
    }
    out
}

fn tabel(lembar: &Lembar, peta: &Peta, tahun: i32, kepala: (usize, usize), isi: Range<usize>, judul: String) -> Tabel {
    let heads: Vec<(usize, Vec<String>, Vec<String>)> = (0..lembar.lebar())
        .filter_map(|column| {
            let printed = bertingkat(lembar, kepala, column);
            let folded: Vec<String> = printed.iter().map(|t| lipat(t)).filter(|t| !t.is_empty()).collect();
            (!printed.is_empty()).then_some((column, printed, folded))
        })
        .collect();
    let bentuk = peta.bentuk().unwrap_or_else(|| bentuk(&heads));
    let isi = if bentuk == Bentuk::Kinerja { sampai_tanda_tangan(lembar, isi) } else { isi };
    let panjang = heads.iter().any(|(_, _, t)| t.last().is_some_and(|t| t == "kategori"));
    let title = lipat(&judul);
    let mut kolom: Vec<Kolom> = heads
        .iter()
        .map(|(indeks, printed, folded)| {
            let pendek = pendek(lembar, &isi, *indeks);
            let tingkatan = sebagian_besar(lembar, &isi, *indeks, &|t| super::makna::tingkat(t).is_some());
            let words = Kepala { tingkat: folded, judul: &title, pendek, tingkatan, panjang, tahun, bentuk };
            let makna =
                peta.kolom(*indeks, folded).unwrap_or_else(|| ragu(lembar, &isi, *indeks, tebak(&words), bentuk));
            let akhir = folded.last().cloned().unwrap_or_default();
            Kolom { indeks: *indeks, kepala: printed.join(" / "), akhir, makna }
        })
        .collect();
    pecah(&mut kolom, lembar, kepala);
    if bentuk == Bentuk::Kinerja {
        capaian::tetapkan(&mut kolom, lembar, &isi);
        kolom.iter_mut().for_each(|k| uang(&mut k.makna));
        serapan_saja(&mut kolom);
    }
    Tabel { kepala, isi, judul, kolom, bentuk }
}

/// Beside indicators a percentage of money that is not printed is a measure of theirs.
fn serapan_saja(kolom: &mut [Kolom]) {
    let share = |name: &str| name.split(' ').next() == Some("serapan");
    if kolom.iter().any(|k| matches!(&k.makna, Makna::Uang(name) if !share(name))) {
        return;
    }
    for k in kolom {
        if let Makna::Uang(name) = &mut k.makna {
            k.makna = Makna::Ukuran(std::mem::take(name));
        }
    }
}

/// The rows before signatures and remarks.
fn sampai_tanda_tangan(lembar: &Lembar, isi: Range<usize>) -> Range<usize> {
    let first = |row: &usize| lembar.baris[*row].iter().map(Sel::tulisan).find(|t| !t.is_empty());
    // A remark in the middle: rows of figures follow it.
    let figures = |row: usize| {
        let cells = lembar.baris[row].iter().filter(|c| !c.kosong());
        cells.clone().count() >= 3 && cells.clone().any(|c| matches!(c.isi, Isi::Angka(_)) || jumlah(&c.tulisan()))
    };
    let last = isi.clone().rev().find(|row| figures(*row)).unwrap_or(isi.start);
    let end = (last.max(isi.start)..isi.end).find(|row| first(row).is_some_and(|t| akhir(&t)));
    isi.start..end.unwrap_or(isi.end)
}

/// A budget's measure that the map names in a table about indicators is money beside them.
fn uang(makna: &mut Makna) {
    let budget = ["pagu", "rencana", "sisa", "realisasi_kumulatif"];
    if let Makna::Ukuran(name) = makna
        && budget.contains(&name.split(['.', ' ']).next().unwrap_or_default())
    {
        *makna = Makna::Uang(std::mem::take(name));
    }
}

/// Several narrow columns under one "Kode" are the pieces of one code.
fn pecah(kolom: &mut [Kolom], lembar: &Lembar, kepala: (usize, usize)) {
    let mut start = 0;
    while start < kolom.len() {
        let same = |k: &&Kolom| k.kepala == kolom[start].kepala && matches!(k.makna, Makna::Kode | Makna::Rekening);
        let run = kolom[start..].iter().take_while(same).count();
        let merged = lembar.gabungan(kepala.0, kolom[start].indeks).is_some_and(|r| r.3 > r.1);
        if run >= 3 && merged {
            let rekening = kolom[start].makna == Makna::Rekening;
            for (n, column) in kolom[start..start + run].iter_mut().enumerate() {
                // Pieces of spending count from 10, so that they are never taken for a node.
                column.makna = Makna::Bagian(if rekening { 10 + n } else { n });
            }
        }
        start += run.max(1);
    }
}

/// The words above a column, from the top, each once.
fn bertingkat(lembar: &Lembar, kepala: (usize, usize), column: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for row in kepala.0..=kepala.1 {
        let mut text = atas(lembar, row, column);
        // Without merges (ods, csv) a group head stands above its first column only.
        if text.is_empty() && lembar.gabungan.is_empty() && row < kepala.1 && !atas(lembar, row + 1, column).is_empty()
        {
            text = (0..column).rev().map(|c| atas(lembar, row, c)).find(|t| !t.is_empty()).unwrap_or_default();
        }
        if !text.is_empty() && out.last() != Some(&text) {
            out.push(text);
        }
    }
    out
}

fn atas(lembar: &Lembar, row: usize, column: usize) -> String {
    let own = lembar.sel(row, column).tulisan();
    match lembar.gabungan(row, column) {
        Some((top, left, ..)) if own.is_empty() => lembar.sel(top, left).tulisan(),
        _ => own,
    }
}

/// What a table is about, from all of its words.
fn bentuk(heads: &[(usize, Vec<String>, Vec<String>)]) -> Bentuk {
    let last = |words: &[&str]| heads.iter().any(|(_, _, t)| t.last().is_some_and(|t| words.iter().any(|w| t == w)));
    let any = |words: &[&str]| heads.iter().any(|(_, _, t)| words.iter().any(|w| t.iter().any(|t| punya(t, w))));
    if any(&["indikator", "tolok ukur", "tolak ukur", "iku", "ikk"]) {
        return Bentuk::Kinerja;
    }
    let tree = [
        "kode",
        "uraian",
        "kode rekening",
        "program",
        "kegiatan",
        "sub kegiatan",
        "nama program",
        "nama kegiatan",
        "nama sub kegiatan",
        "kode program",
        "kode kegiatan",
        "kode sub kegiatan",
        "program/kegiatan",
        "program dan kegiatan",
    ];
    let money = [
        "pagu",
        "anggaran",
        "realisasi",
        "jumlah",
        "rp",
        "alokasi",
        "dpa",
        "rka",
        "nilai realisasi",
        "belanja",
        "apbd",
        "papbd",
        "murni",
        "semula",
    ];
    if last(&tree) && any(&money) { Bentuk::Anggaran } else { Bentuk::Bebas }
}

/// Money in a column whose words nobody knows is asked about: what it is must not be lost in silence.
fn ragu(lembar: &Lembar, isi: &Range<usize>, column: usize, makna: Makna, bentuk: Bentuk) -> Makna {
    let responsible = matches!(&makna, Makna::Ukuran(name) if name.starts_with("penanggung_jawab"));
    let person =
        |row| Some(lembar.sel(row, column).tulisan()).is_some_and(|t| !t.is_empty() && !super::kata::is_unit(&t));
    if responsible && isi.clone().any(person) {
        return Makna::Orang;
    }
    let unknown = matches!(&makna, Makna::Abaikan(reason) if reason.id == "tidak dikenal");
    let least = rust_decimal::Decimal::from(100_000);
    let large = |row| matches!(&lembar.sel(row, column).isi, Isi::Angka(value) if value.abs() >= least);
    if bentuk != Bentuk::Anggaran || !unknown || !isi.clone().any(large) {
        return makna;
    }
    Makna::Tanya(pesan!(
        "kolom ini berisi uang, tetapi artinya tidak dikenal",
        "this column holds money, but what it means is not known"
    ))
}

/// Whether most cells of a column that hold anything are of a kind.
fn sebagian_besar(lembar: &Lembar, isi: &Range<usize>, column: usize, kind: &dyn Fn(&str) -> bool) -> bool {
    let texts: Vec<String> =
        isi.clone().take(300).map(|row| lembar.sel(row, column).tulisan()).filter(|t| !t.is_empty()).collect();
    let fits = texts.iter().filter(|t| kind(t)).count();
    fits > 0 && fits * 10 >= texts.len() * 6
}

/// Whether most cells of a column are pieces of a code.
fn pendek(lembar: &Lembar, isi: &Range<usize>, column: usize) -> bool {
    let texts: Vec<String> = isi
        .clone()
        .take(300)
        .filter(|row| !nomor_kolom(lembar, *row))
        .map(|row| lembar.sel(row, column).tulisan())
        .filter(|t| !t.is_empty())
        .collect();
    let short = |t: &&String| t.len() <= 7 && t.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | 'X'));
    let fits = texts.iter().filter(short).count();
    fits > 0 && fits * 10 >= texts.len() * 6
}

/// Whether a row can be the first of a head: words of a head side by side, and nothing that is a value.
fn kepala(lembar: &Lembar, row: usize) -> bool {
    let texts: Vec<String> = lembar.baris[row].iter().map(Sel::tulisan).filter(|t| !t.is_empty()).collect();
    let hits = texts.iter().filter(|t| t.len() < 80 && kena(&lipat(t))).count();
    hits >= 2 && hits * 3 >= texts.len() && !ada_nilai(lembar, row)
}

fn kena(folded: &str) -> bool {
    KATA.contains(&folded) || (folded.split(' ').count() <= 6 && KATA.iter().any(|w| w.len() > 2 && punya(folded, w)))
}

/// Whether a row goes on with the head above it.
fn lanjutan(lembar: &Lembar, row: usize) -> bool {
    let texts: Vec<String> = lembar.baris[row].iter().map(Sel::tulisan).filter(|t| !t.is_empty()).collect();
    // Below heads that are merged over several columns stand the words that tell those apart.
    let grouped = lembar.gabungan.iter().any(|r| r.2 + 1 == row && r.3 > r.1);
    let short = |t: &String| hanya_masa(&lipat(t)) || matches!(lipat(t).as_str(), "t" | "r" | "c" | "%" | "k");
    let periods = || texts.iter().filter(|t| short(t)).count() * 2 >= texts.len();
    let hit = grouped || texts.iter().any(|t| kena(&lipat(t))) || periods();
    texts.len() >= 2 && hit && !ada_nilai(lembar, row) && !nomor_kolom(lembar, row)
}

/// Whether a row holds an amount, a date or a code: then it is no head.
fn ada_nilai(lembar: &Lembar, row: usize) -> bool {
    lembar.baris[row].iter().any(|cell| match &cell.isi {
        Isi::Angka(value) => !(1990..2100).any(|year| *value == rust_decimal::Decimal::from(year)),
        Isi::Teks(text) => {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            kode::baca(text).is_some()
                || jumlah(text)
                || (digits >= 3 && text.len() < 24 && digits * 2 > text.len() && text.len() != 4)
        }
        Isi::Tanggal => true,
        Isi::Galat(_) | Isi::Kosong => cell.rumus.is_some(),
    })
}

/// Whether a text is an amount: `Rp 2,5 miliar`, `95,39%`, `120 orang`.
pub fn jumlah(text: &str) -> bool {
    let plain = text.trim_start_matches(['R', 'r', 'p', '.', ' ']);
    let year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let read = |style| crate::number::parse(text, style).is_ok();
    let two = text.bytes().filter(u8::is_ascii_digit).count() >= 2;
    // A range of two figures is a value too: `0,5 – 0,9`.
    let range = text.contains(',') && text.contains(['–', '-']) && !text.chars().any(char::is_alphabetic);
    plain.starts_with(|c: char| c.is_ascii_digit())
        && two
        && !year
        && (range || [Style::Indonesia, Style::Inggris].into_iter().any(read))
}
