//! Baris: what each row below a head is: a node, a kind of spending below it, a total, a block's title, or the end.

use super::kepala::Tabel;
use super::kisi::{Isi, Lembar};
use super::kode::{self, Jenis, Kode, Potong};
use super::makna::{BELANJA, Makna, lipat};
use super::masalah::Masalah;
use super::tanda_tangan::akhir_baris;
use super::total::total;
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
    /// Whether nothing but a source of funds says what it is of: code and name stand in a row above.
    pub lanjut: bool,
}

/// Reads the rows of a table; what cannot be told goes to `masalah`.
///
/// A signature, a remark or the foot of a page ends a table, unless rows with codes follow: then it only stands between
/// them, and is named in `catatan`. A row with an amount is never left out in silence.
pub fn baca(lembar: &Lembar, tabel: &Tabel, masalah: &mut Vec<Masalah>, catatan: &mut Vec<Pesan>) -> Vec<Baris> {
    let mut out: Vec<Baris> = Vec::new();
    let mut berhenti: Option<usize> = None;
    let (mut antara, mut lewat) = (Vec::new(), Vec::new());
    let mut turun = Turun { potong: Vec::new(), satu_angka: satu_angka(lembar, tabel) };
    for row in tabel.isi.clone() {
        let texts: Vec<String> = lembar.baris[row].iter().map(|c| c.tulisan()).filter(|t| !t.is_empty()).collect();
        if texts.is_empty() {
            continue;
        }
        let amount = ada_uang(lembar, tabel, row);
        if akhir_baris(&texts) && !amount {
            berhenti = berhenti.or(Some(row));
            continue;
        }
        if kepala_lagi(lembar, tabel.kepala, row) {
            continue;
        }
        let mut own = Vec::new();
        own.extend(melebihi(lembar, tabel, row).filter(|_| amount));
        let baris = satu(lembar, tabel, row, &mut turun, &mut own);
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
    nama_semua_tingkat(tabel, &mut out);
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

/// Pieces of the codes above a row.
struct Turun {
    potong: Vec<Potong>,
    /// Whether sub kegiatan are counted: `1` … `10` in one file have lost their zeros.
    satu_angka: bool,
}

fn satu_angka(lembar: &Lembar, tabel: &Tabel) -> bool {
    let column = tabel.kolom.iter().find(|k| k.makna == Makna::Bagian(4)).map(|k| k.indeks);
    let one = |text: &str| text.len() == 1 && text.bytes().all(|b| b.is_ascii_digit());
    column.is_some_and(|at| tabel.isi.clone().any(|row| one(&lembar.sel(row, at).tulisan())))
}

/// In text without sheets a row wider than its head has been cut at commas that belong to its numbers.
fn melebihi(lembar: &Lembar, tabel: &Tabel, row: usize) -> Option<Masalah> {
    let last = tabel.kolom.last()?.indeks;
    // A remark behind the table is no piece of a number.
    let piece = |c: &super::kisi::Sel| !c.kosong() && !c.tulisan().chars().any(char::is_alphabetic);
    let over = lembar.baris[row].iter().rposition(piece).filter(|at| lembar.nama.is_empty() && *at > last)?;
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
pub fn sebut(catatan: &mut Vec<Pesan>, places: &[String], what: &Pesan) {
    if let Some(shown) = places.get(..places.len().min(8)).filter(|p| !p.is_empty()) {
        let (list, id, en) = (shown.join("; "), &what.id, &what.en);
        catatan.push(pesan!("{id}: {list}", "{en}: {list}"));
    }
}

/// Whether a row holds an amount in a column of figures.
fn ada_uang(lembar: &Lembar, tabel: &Tabel, row: usize) -> bool {
    let figures = |m: &Makna| match m {
        Makna::Ukuran(name) => super::kolom::uang(name),
        m => matches!(m, Makna::Panjang | Makna::Setoran | Makna::Tanya(..)),
    };
    tabel.kolom.iter().filter(|k| figures(&k.makna)).any(|k| match &lembar.sel(row, k.indeks).isi {
        Isi::Angka(_) => true,
        Isi::Teks(text) => super::muka::jumlah(text),
        _ => false,
    })
}

/// `Nama Kegiatan` above the names of every level: the codes of its rows say which.
fn nama_semua_tingkat(tabel: &Tabel, rows: &mut [Baris]) {
    let names = || tabel.kolom.iter().filter(|k| matches!(k.makna, Makna::Nama | Makna::NamaTingkat(_)));
    let Some(Makna::NamaTingkat(level)) = names().next().map(|k| &k.makna) else { return };
    let own = level.saturating_sub(2).min(2);
    let depth = |b: &Baris| b.kode.as_ref().and_then(Kode::dalam);
    let Some(first) = rows.iter().find_map(depth) else { return };
    if names().count() > 1 || rows.iter().filter_map(depth).all(|d| d == first) {
        return;
    }
    for row in rows {
        row.nama = row.nama.take().or(row.tingkat[own].take());
    }
}

fn satu(lembar: &Lembar, tabel: &Tabel, row: usize, turun: &mut Turun, masalah: &mut Vec<Masalah>) -> Option<Baris> {
    let mut baris = Baris { nomor: row, ..Baris::default() };
    let mut pieces: Vec<(Potong, usize)> = Vec::new();
    let mut spending: Vec<String> = Vec::new();
    let (mut title, mut sumber) = (None, None);
    for kolom in &tabel.kolom {
        let cell = lembar.sel(row, kolom.indeks);
        let text = cell.tulisan();
        match &kolom.makna {
            Makna::Kode | Makna::Rekening | Makna::Bagian(_) if cell.isi == Isi::Tanggal => {
                masalah.push(kode_salah(lembar, row, kolom.indeks, &pesan!("tanggal", "a date")));
                return None;
            }
            Makna::Kode | Makna::Rekening => match &cell.isi {
                // A whole number of one digit is an urusan; anything else has lost zeros or segments.
                Isi::Angka(value) if value.scale() > 0 || *value > 9.into() => {
                    masalah.push(kode_salah(lembar, row, kolom.indeks, &pesan!("angka {value}", "the number {value}")));
                    return None;
                }
                Isi::Teks(_) | Isi::Angka(_) => match kode::baca(&text) {
                    Some(code) if code.jenis == Jenis::Rekening => baris.rekening = Some(code.kode),
                    Some(mut code) => {
                        baris.rekening = code.rekening.take().or(baris.rekening.take());
                        baris.kode = baris.kode.max_dalam(code);
                    }
                    None => {
                        baris.rusak = baris.rusak.or(Some(kolom.indeks).filter(|_| kode::rusak(&text)));
                        title = title.or(Some(text));
                    }
                },
                _ => {}
            },
            Makna::Bagian(n) if *n >= BELANJA && !text.is_empty() => spending.push(text),
            Makna::Bagian(n) if !text.is_empty() => {
                let number = matches!(cell.isi, Isi::Angka(_)) || (*n == 4 && turun.satu_angka && text.len() < 4);
                pieces.push(((*n, text, number), kolom.indeks));
            }
            // A name with its code counts for more than a remark beside it.
            Makna::Nama if !text.is_empty() => {
                let coded = |n: &String| kode::baca(n).is_some_and(|k| k.dalam().is_some());
                if !baris.nama.as_ref().is_some_and(coded) {
                    baris.nama = Some(text);
                }
            }
            Makna::Ukuran(name) if name == "sumber_dana" && !text.is_empty() => sumber = Some(text),
            Makna::Tingkat => baris.level = super::makna::tingkat(&text),
            Makna::Nomor => baris.level = super::nomor::tingkat(&text),
            Makna::NamaTingkat(n) if !text.is_empty() => {
                let level = n.saturating_sub(2).min(2);
                // A code in front of the name: `1.06.04 Program ...`.
                let own = kode::baca(&text).filter(|k| k.dalam() == Some(level) && !k.nama.is_empty());
                baris.tingkat[level] = Some(own.as_ref().map_or(text, |k| k.nama.clone()));
                baris.kode = own.map_or(baris.kode.take(), |k| baris.kode.max_dalam(k));
            }
            _ => {}
        }
    }
    if !spending.is_empty() {
        let parts: Vec<&str> = spending.iter().flat_map(|s| s.split('.')).filter(|p| !p.is_empty()).collect();
        baris.rekening = parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit())).then(|| kode::rekening(&parts));
    }
    // Columns may stand in any order: the sub kegiatan before its program.
    pieces.sort_by_key(|((n, ..), _)| *n);
    if let Some(((_, text, _), column)) = pieces.last() {
        let own: Vec<Potong> = pieces.iter().map(|(piece, _)| piece.clone()).collect();
        match kode_potong(&own, &mut turun.potong) {
            Some(code) if code.jenis == Jenis::Rekening => baris.rekening = Some(code.kode),
            Some(mut code) => {
                baris.rekening = code.rekening.take().or(baris.rekening.take());
                baris.kode = Some(code);
            }
            None if total(text) => title = Some(text.clone()),
            None => {
                baris.rusak = baris.rusak.or(Some(*column).filter(|_| own.iter().all(|p| kode::potongan(&p.1))));
                title = title.or(Some(text.clone()));
            }
        }
    }
    // A code in front of the name, where no column holds codes.
    if let (None, None, Some(code)) = (&baris.kode, &baris.rekening, baris.nama.as_deref().and_then(kode::baca))
        && !code.nama.is_empty()
    {
        let spent = code.jenis == Jenis::Rekening && (code.kode.len() > 8 || lipat(&code.nama).starts_with("belanja"));
        let above = code.jenis == Jenis::Skpd || (code.jenis == Jenis::Urusan && code.kode.contains('.'));
        if spent {
            baris.rekening = Some(code.kode);
            baris.nama = Some(code.nama);
        } else if code.dalam().is_some() || above {
            baris.nama = Some(code.nama.clone());
            baris.kode = Some(code);
        }
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
        let named = title.is_some() || baris.nama.is_some() || baris.tingkat.iter().any(Option::is_some);
        baris.lanjut = !named && sumber.is_some() && sumber == words;
        baris.total = !baris.lanjut && [title, words].iter().flatten().any(|t| total(t));
        if !baris.total && !named && !baris.lanjut && baris.rusak.is_none() {
            return None;
        }
    }
    Some(baris)
}

/// The code of the pieces of a row; those above that it leaves out, in blank or merged cells, stand in the rows before it.
fn kode_potong(own: &[Potong], turun: &mut Vec<Potong>) -> Option<Kode> {
    let first = own.first().map_or(0, |(n, ..)| *n);
    let above: Vec<Potong> = turun.iter().filter(|(n, ..)| *n < first).cloned().collect();
    let joined = || kode::dari_bagian(&above.iter().chain(own).cloned().collect::<Vec<_>>());
    let alone = kode::dari_bagian(own);
    let code = if above.is_empty() { alone } else { joined().or(alone) };
    if own.iter().all(|(_, text, _)| kode::potongan(text)) {
        turun.retain(|(n, ..)| *n < first);
        turun.extend(own.iter().cloned());
    } else {
        turun.clear();
    }
    code
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
