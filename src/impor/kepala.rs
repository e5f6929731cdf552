//! Kepala: where a table begins on a sheet, the words above each of its columns, and what the columns mean.

use super::capaian;
use super::kisi::{Isi, Lembar, Sel};
use super::makna::{Bentuk, Kepala, Kolom, Makna, lipat, punya};
use super::muka;
use super::pecah;
use super::peta::Peta;
use super::rapikan;
use super::tanda_tangan::akhir_baris;
use super::tebak::tebak;
use super::ulang::sama;
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

/// Finds the tables of a sheet, from the top.
pub fn cari(lembar: &Lembar, peta: &Peta, tahun: i32) -> Vec<Tabel> {
    let rows = lembar.baris.len();
    let mut heads: Vec<(usize, usize)> = Vec::new();
    let mut row = 0;
    while row < rows {
        let forced = peta.kepala.is_some_and(|n| n == row + 1);
        let wanted = if peta.kepala.is_some() {
            forced && heads.is_empty()
        } else {
            muka::kepala(lembar, row, !heads.is_empty())
        };
        if !wanted {
            row += 1;
            continue;
        }
        let mut last = row;
        while last + 1 < rows && last < row + 4 && muka::lanjutan(lembar, last + 1) {
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
    let heads = kepala_kolom(lembar, kepala, &isi);
    let coded = || heads.iter().any(|(column, ..)| pecah::kodean(lembar, &isi, *column));
    let money = || heads.iter().any(|(column, ..)| pecah::angka(lembar, &isi, *column) == (true, true));
    // A column of levels, or of names that begin with them, is a tree, whatever stands above it.
    let levels = || heads.iter().any(|(column, ..)| pecah::bertingkat(lembar, &isi, *column));
    let bentuk = peta.bentuk().unwrap_or_else(|| bentuk(&heads, coded() || levels(), money()));
    let isi = if bentuk != Bentuk::Anggaran { sampai_tanda_tangan(lembar, isi) } else { isi };
    let panjang = heads.iter().any(|(_, _, t)| t.last().is_some_and(|t| t == "kategori"));
    let title = lipat(&judul);
    let mut kolom: Vec<Kolom> = heads
        .iter()
        .map(|(indeks, printed, folded)| {
            let pendek = pecah::pendek(lembar, &isi, *indeks);
            let tingkatan = pecah::sebagian_besar(lembar, &isi, *indeks, &|t| super::makna::tingkat(t).is_some());
            let (angka, besar) = pecah::angka(lembar, &isi, *indeks);
            let words =
                Kepala { tingkat: folded, judul: &title, pendek, angka, besar, tingkatan, panjang, tahun, bentuk };
            let makna = peta
                .kolom(*indeks, folded)
                .unwrap_or_else(|| ragu(lembar, &isi, (*indeks, folded), tebak(&words), bentuk));
            let settled = peta.kolom(*indeks, folded).is_some();
            let makna = if settled || bentuk != Bentuk::Anggaran {
                makna
            } else {
                isinya(lembar, &isi, *indeks, makna, &printed.join(" "))
            };
            let akhir = folded.last().cloned().unwrap_or_default();
            Kolom { indeks: *indeks, kepala: printed.join(" / "), akhir, makna }
        })
        .collect();
    pecah::pecah(&mut kolom, lembar, kepala, &isi);
    if bentuk == Bentuk::Anggaran {
        pecah::tanpa_kepala(&mut kolom, lembar, &isi);
        let settled = |k: &Kolom| {
            let own: Vec<String> = k.kepala.split(" / ").map(lipat).collect();
            peta.kolom(k.indeks, &own).is_some()
        };
        super::nomor::tetapkan(&mut kolom, lembar, &isi, &settled);
        let month = super::masa_judul::masa_judul(lembar, kepala.0, tahun);
        rapikan::rapikan(&mut kolom, (lembar, &isi), month.as_deref(), &settled);
    }
    if bentuk == Bentuk::Kinerja {
        pecah::satuan_di_samping(&mut kolom, lembar, kepala, &isi);
        kolom.iter_mut().for_each(|k| uang(&mut k.makna));
        capaian::serapan(&mut kolom, lembar, &isi);
        capaian::tetapkan(&mut kolom, lembar, &isi);
        serapan_saja(&mut kolom);
    }
    Tabel { kepala, isi, judul, kolom, bentuk }
}

/// Place and words of each column, as printed and folded. One without words beside a head of codes holds more of them.
fn kepala_kolom(lembar: &Lembar, kepala: (usize, usize), isi: &Range<usize>) -> Vec<(usize, Vec<String>, Vec<String>)> {
    let mut out: Vec<(usize, Vec<String>, Vec<String>)> = Vec::new();
    for column in 0..lembar.lebar() {
        let mut printed = bertingkat(lembar, kepala, column);
        if printed.is_empty()
            && let Some((before, words, folded)) = out.last()
            && *before + 1 == column
            && ((pecah::kepala_kode(folded.last()) && pecah::pendek(lembar, isi, column))
                || (folded.last().is_some_and(|t| super::tebak::nama(t)) && pecah::menjorok(lembar, isi, column)))
        {
            printed.clone_from(words);
        }
        let folded: Vec<String> =
            printed.iter().map(|t| super::kata::pisah(&lipat(t))).filter(|t| !t.is_empty()).collect();
        if !printed.is_empty() {
            out.push((column, printed, folded));
        }
    }
    out
}

/// What the cells of a column are counts for more than its head.
fn isinya(lembar: &Lembar, isi: &Range<usize>, column: usize, makna: Makna, head: &str) -> Makna {
    let known = matches!(makna, Makna::Kode | Makna::Rekening | Makna::Bagian(_));
    if !known && pecah::kodean(lembar, isi, column) {
        return Makna::Kode;
    }
    if matches!(makna, Makna::Abaikan(_)) && pecah::rekening(lembar, isi, column) {
        return Makna::Rekening;
    }
    let open = match &makna {
        Makna::Abaikan(_) => true,
        Makna::Ukuran(name) => name == "keterangan",
        _ => false,
    };
    if open && super::dana::is_kolom(lembar, isi, column, head) {
        return Makna::Ukuran("sumber_dana".to_string());
    }
    if pecah::hanya_rp(lembar, isi, column) {
        return Makna::Abaikan(pesan!("hanya tanda rupiah", "the sign of the rupiah alone"));
    }
    makna
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
    let texts =
        |row: usize| -> Vec<String> { lembar.baris[row].iter().map(Sel::tulisan).filter(|t| !t.is_empty()).collect() };
    // A remark in the middle: rows of figures follow it.
    let figures = |row: usize| {
        let cells = lembar.baris[row].iter().filter(|c| !c.kosong());
        cells.clone().count() >= 3
            && cells.clone().any(|c| matches!(c.isi, Isi::Angka(_)) || muka::jumlah(&c.tulisan()))
    };
    let last = isi.clone().rev().find(|row| figures(*row)).unwrap_or(isi.start);
    let end = (last.max(isi.start)..isi.end).find(|row| akhir_baris(&texts(*row)));
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

/// The words above a column, from the top, each once.
fn bertingkat(lembar: &Lembar, kepala: (usize, usize), column: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for row in kepala.0..=kepala.1 {
        let mut text = atas(lembar, row, column);
        // A group head that is not merged stands above its first column only, and has heads below it there too.
        let below = |c: usize| (row + 1..=kepala.1).any(|r| !lembar.sel(r, c).kosong());
        if text.is_empty() && below(column) {
            let first = (0..column).rev().find(|c| !atas(lembar, row, *c).is_empty());
            let open = |c: &usize| lembar.gabungan.is_empty() || (lembar.gabungan(row, *c).is_none() && below(*c));
            text = first.filter(open).map(|c| atas(lembar, row, c)).unwrap_or_default();
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
fn bentuk(heads: &[(usize, Vec<String>, Vec<String>)], coded: bool, amounts: bool) -> Bentuk {
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
        "kode sub giat",
        "nama sub giat",
        "kd prog",
        "kd program",
        "kd keg",
        "kd kegiatan",
        "kd sub",
        "program/kegiatan",
        "program dan kegiatan",
    ];
    let money = [
        "pagu",
        "anggaran",
        "realisasi",
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
    let named = heads.iter().any(|(_, _, t)| t.last().is_some_and(|t| super::tebak::nama(t)));
    let sum = heads.iter().any(|(_, _, t)| t.iter().any(|t| matches!(t.as_str(), "jumlah" | "jumlah rp" | "total")));
    if (coded && amounts) || ((coded || named || last(&tree)) && (any(&money) || sum)) {
        Bentuk::Anggaran
    } else {
        Bentuk::Bebas
    }
}

/// Money in a column whose words nobody knows is asked about: what it is must not be lost in silence.
fn ragu(
    lembar: &Lembar,
    isi: &Range<usize>,
    (column, head): (usize, &[String]),
    makna: Makna,
    bentuk: Bentuk,
) -> Makna {
    // A head that says which kind of unit it is about needs no such word in every cell: `OPD Pengampu`.
    let offices = ["opd", "skpd", "perangkat daerah", "pd", "unit", "bidang"];
    let office = head.last().is_some_and(|t| super::kata::salah_satu(t, &offices));
    let responsible = matches!(&makna, Makna::Ukuran(name) if name.starts_with("penanggung_jawab")) && !office;
    let person =
        |row| Some(lembar.sel(row, column).tulisan()).is_some_and(|t| !t.is_empty() && !super::kata::is_unit(&t));
    if responsible && isi.clone().any(person) {
        return Makna::Orang;
    }
    let unknown = matches!(&makna, Makna::Abaikan(reason) if reason.id == "tidak dikenal");
    if bentuk != Bentuk::Anggaran || !unknown || !isi.clone().any(|row| pecah::uang(lembar.sel(row, column))) {
        return makna;
    }
    let question = pesan!(
        "kolom ini berisi uang, tetapi artinya tidak dikenal",
        "this column holds money, but what it means is not known"
    );
    Makna::tanya(question, "abaikan")
}
