//! Baris: what each row below a head is: a node, a kind of spending below it, a total, a block's title, or the end.

use super::kata::akhir;
use super::kepala::Tabel;
use super::kisi::{Isi, Lembar};
use super::kode::{self, Jenis, Kode};
use super::makna::{Makna, lipat};
use super::masalah::Masalah;
use super::ulang::kepala_lagi;
use crate::diagnostic::Pesan;
use crate::pesan;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Baris {
    /// Its place on the sheet.
    pub nomor: usize,
    /// The node it is about.
    pub kode: Option<Kode>,
    /// The kind of spending it is about.
    pub rekening: Option<String>,
    /// The name in its own column.
    pub nama: Option<String>,
    /// Names of program, kegiatan and sub kegiatan in columns of their own.
    pub tingkat: [Option<String>; 3],
    /// Its level in a column of its own: 0 program, 1 kegiatan, 2 sub kegiatan.
    pub level: Option<usize>,
    /// The column of a code that cannot be read.
    pub rusak: Option<usize>,
    /// Whether it is the total of the table.
    pub total: bool,
}

/// Reads the rows of a table; what cannot be told goes to `masalah`.
///
/// A signature, a remark or the foot of a page ends a table, unless rows with codes follow: then it only stands between
/// them, and is named in `catatan`. A row with an amount is never left out in silence.
pub fn baca(lembar: &Lembar, tabel: &Tabel, masalah: &mut Vec<Masalah>, catatan: &mut Vec<Pesan>) -> Vec<Baris> {
    let mut out: Vec<Baris> = Vec::new();
    let mut berhenti: Option<usize> = None;
    let (mut antara, mut lewat) = (Vec::new(), Vec::new());
    for row in tabel.isi.clone() {
        let Some(first) = lembar.baris[row].iter().map(|c| c.tulisan()).find(|t| !t.is_empty()) else { continue };
        let amount = ada_uang(lembar, tabel, row);
        if akhir(&first) && !amount {
            berhenti = berhenti.or(Some(row));
            continue;
        }
        if kepala_lagi(lembar, tabel.kepala, row) {
            continue;
        }
        let mut own = Vec::new();
        own.extend(melebihi(lembar, tabel, row).filter(|_| amount));
        let baris = satu(lembar, tabel, row, &mut own);
        let Some(stop) = berhenti else {
            masalah.append(&mut own);
            out.extend(baris);
            continue;
        };
        let coded = baris
            .as_ref()
            .is_some_and(|b| b.rekening.is_some() || b.kode.as_ref().is_some_and(|k| k.dalam().is_some()));
        if coded || (amount && !own.is_empty()) {
            masalah.append(&mut own);
            out.extend(baris);
            antara.push(lembar.alamat(stop, 0));
            berhenti = None;
        } else if amount {
            lewat.push((row, baris.is_some_and(|b| b.total)));
        }
    }
    let berkode = out.iter().any(|b| b.kode.is_some() || b.rekening.is_some());
    for (row, _) in lewat.iter().filter(|(_, total)| !berkode && !total) {
        masalah.push(Masalah::sel(
            lembar,
            *row,
            0,
            pesan!(
                "baris berangka ini berdiri di bawah catatan atau tanda tangan: masih bagian tabel?",
                "this row with amounts stands below a remark or a signature: is it still of the table?"
            ),
            pesan!(
                "hapus catatan di atasnya bila masih bagian tabel, atau hapus baris ini",
                "take out the remark above it if it is of the table, or this row"
            ),
        ));
    }
    sebut(
        catatan,
        &antara,
        &pesan!(
            "catatan atau tanda tangan di dalam tabel dilewati",
            "remarks or signatures inside the table are passed over"
        ),
    );
    let below: Vec<String> = lewat.iter().filter(|_| berkode).map(|(row, _)| lembar.alamat(*row, 0)).collect();
    sebut(
        catatan,
        &below,
        &pesan!(
            "baris berangka tanpa kode di luar tabel tidak dibaca",
            "rows with amounts and without a code outside the table are not read"
        ),
    );
    out
}

/// In text without sheets a row wider than its head has been cut at commas that belong to its numbers.
fn melebihi(lembar: &Lembar, tabel: &Tabel, row: usize) -> Option<Masalah> {
    let last = tabel.kolom.last()?.indeks;
    let over = lembar.baris[row].iter().rposition(|c| !c.kosong()).filter(|at| lembar.nama.is_empty() && *at > last)?;
    let (n, wide) = (last + 1, over + 1);
    Some(Masalah::sel(
        lembar,
        row,
        over,
        pesan!(
            "baris ini punya {wide} sel, kepalanya {n}: angka berkoma tanpa tanda kutip?",
            "this row has {wide} cells, its head {n}: numbers with commas and without quotes?"
        ),
        pesan!(
            "simpan lagi sebagai CSV dengan pemisah titik koma, atau sebagai .xlsx",
            "save it again as CSV separated by semicolons, or as .xlsx"
        ),
    ))
}

/// One line about several places.
fn sebut(catatan: &mut Vec<Pesan>, places: &[String], what: &Pesan) {
    if let Some(shown) = places.get(..places.len().min(8)).filter(|p| !p.is_empty()) {
        let (list, id, en) = (shown.join("; "), &what.id, &what.en);
        catatan.push(pesan!("{id}: {list}", "{en}: {list}"));
    }
}

/// Whether a row holds an amount in a column of figures.
fn ada_uang(lembar: &Lembar, tabel: &Tabel, row: usize) -> bool {
    let figures = |m: &Makna| match m {
        Makna::Ukuran(name) => super::kolom::uang(name),
        m => matches!(m, Makna::Panjang | Makna::Setoran | Makna::Tanya(_)),
    };
    tabel.kolom.iter().filter(|k| figures(&k.makna)).any(|k| match &lembar.sel(row, k.indeks).isi {
        Isi::Angka(_) => true,
        Isi::Teks(text) => super::kepala::jumlah(text),
        _ => false,
    })
}

/// `Jumlah`, `TOTAL (A + B)`, `Total Rekapitulasi Keuangan`; not the name of a program that begins so.
pub fn total(text: &str) -> bool {
    let folded = lipat(text);
    let rest = ["grand total", "total", "jumlah", "rekapitulasi"].iter().find_map(|w| folded.strip_prefix(w));
    let words = [
        "total",
        "keseluruhan",
        "belanja",
        "anggaran",
        "daerah",
        "rekapitulasi",
        "keuangan",
        "seluruhnya",
        "umum",
        "program",
        "skpd",
        "opd",
    ];
    rest.is_some_and(|rest| {
        text.contains('(')
            || rest.split_whitespace().all(|w| words.contains(&w) || w.chars().all(|c| c.is_ascii_digit()))
    })
}

fn satu(lembar: &Lembar, tabel: &Tabel, row: usize, masalah: &mut Vec<Masalah>) -> Option<Baris> {
    let mut baris = Baris { nomor: row, ..Baris::default() };
    let mut pieces: Vec<(usize, String, bool)> = Vec::new();
    let mut spending: Vec<String> = Vec::new();
    let mut title = None;
    for kolom in &tabel.kolom {
        let cell = lembar.sel(row, kolom.indeks);
        let text = cell.tulisan();
        match &kolom.makna {
            Makna::Kode | Makna::Rekening => match &cell.isi {
                Isi::Tanggal => {
                    masalah.push(kode_salah(lembar, row, kolom.indeks, &pesan!("tanggal", "a date")));
                    return None;
                }
                // A whole number of one digit is an urusan; anything else has lost zeros or segments.
                Isi::Angka(value) if value.scale() > 0 || *value > 9.into() => {
                    masalah.push(kode_salah(lembar, row, kolom.indeks, &pesan!("angka {value}", "the number {value}")));
                    return None;
                }
                Isi::Teks(_) | Isi::Angka(_) => match kode::baca(&text) {
                    Some(code) if code.jenis == Jenis::Rekening => baris.rekening = Some(code.kode),
                    Some(code) => baris.kode = baris.kode.max_dalam(code),
                    None => {
                        baris.rusak = baris.rusak.or(Some(kolom.indeks).filter(|_| kode::rusak(&text)));
                        title = title.or(Some(text));
                    }
                },
                _ => {}
            },
            Makna::Bagian(n) if *n >= 10 && !text.is_empty() => spending.push(text),
            Makna::Bagian(n) if !text.is_empty() => pieces.push((*n, text, matches!(cell.isi, Isi::Angka(_)))),
            Makna::Nama if !text.is_empty() => baris.nama = Some(text),
            Makna::Tingkat => baris.level = super::makna::tingkat(&text),
            Makna::NamaTingkat(n) if !text.is_empty() => baris.tingkat[n.saturating_sub(2).min(2)] = Some(text),
            _ => {}
        }
    }
    if !spending.is_empty() {
        let parts: Vec<&str> = spending.iter().map(String::as_str).collect();
        baris.rekening = parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit())).then(|| kode::rekening(&parts));
    }
    // Columns may stand in any order: the sub kegiatan before its program.
    pieces.sort_by_key(|(n, ..)| *n);
    if let Some((_, text, _)) = pieces.last() {
        // A whole code in its column (`1.06.04.2.01`), or the pieces of all columns up to this one.
        let whole = kode::baca(text).filter(|k| k.dalam().is_some() || k.jenis == Jenis::Skpd);
        let joined = kode::dari_bagian(&pieces.iter().map(|(_, t, n)| (t.clone(), *n)).collect::<Vec<_>>());
        let complete = pieces.iter().enumerate().all(|(index, (n, ..))| index == *n);
        match whole.or(joined.filter(|_| complete)) {
            Some(code) => baris.kode = Some(code),
            None if total(text) => title = Some(text.clone()),
            None => title = title.or(Some(text.clone())),
        }
    }
    // A code in front of the name, where no column holds codes.
    if let (None, Some(code)) = (&baris.kode, baris.nama.as_deref().and_then(kode::baca))
        && code.dalam().is_some()
        && !code.nama.is_empty()
    {
        baris.nama = Some(code.nama.clone());
        baris.kode = Some(code);
    }
    if let (None, Some(code)) = (&baris.nama, &baris.kode) {
        baris.nama = Some(code.nama.clone()).filter(|n| !n.is_empty());
    }
    // `5 Belanja Daerah` above the kinds of spending of a node; urusan 5 has another name.
    let spent = |b: &Baris| b.nama.as_deref().is_some_and(|n| lipat(n).starts_with("belanja"));
    if baris.kode.as_ref().is_some_and(|k| k.kode == "5") && spent(&baris) {
        baris.kode = None;
        baris.rekening = Some("5".to_string());
    }
    // Numbers of rows below `Kode`: no urusan is called a program.
    let level = |n: &str| ["program ", "kegiatan ", "sub kegiatan "].iter().any(|w| lipat(n).starts_with(w));
    let above = baris.kode.as_ref().is_some_and(|k| k.jenis == Jenis::Urusan);
    if above && baris.nama.as_deref().is_some_and(level) {
        baris.rusak = tabel.kolom.iter().find(|k| k.makna == Makna::Kode).map(|k| k.indeks);
    }
    if baris.kode.is_none() && baris.rekening.is_none() {
        let words = lembar.baris[row].iter().map(|c| c.tulisan()).find(|t| t.chars().any(char::is_alphabetic));
        baris.total = [title, words].iter().flatten().any(|t| total(t));
        if !baris.total && baris.nama.is_none() && baris.tingkat.iter().all(Option::is_none) {
            return None;
        }
    }
    Some(baris)
}

/// Of two codes in a row the deeper one says what it is about.
trait MaxDalam {
    fn max_dalam(&self, other: Kode) -> Option<Kode>;
}

impl MaxDalam for Option<Kode> {
    fn max_dalam(&self, other: Kode) -> Option<Kode> {
        match self {
            Some(own) if own.dalam() >= other.dalam() => Some(own.clone()),
            _ => Some(other),
        }
    }
}

fn kode_salah(lembar: &Lembar, row: usize, column: usize, what: &crate::diagnostic::Pesan) -> Masalah {
    let (id, en) = (&what.id, &what.en);
    Masalah::sel(
        lembar,
        row,
        column,
        pesan!(
            "kode ini sudah berubah menjadi {id}: asalnya tidak bisa ditebak",
            "this code has become {en}: what it was cannot be told"
        ),
        pesan!(
            "ubah bentuk kolomnya menjadi Teks, lalu tulis ulang kodenya",
            "set its column to Text and write the code again"
        ),
    )
}
