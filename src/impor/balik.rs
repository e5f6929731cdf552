//! Balik: the workbook of a record read back: changed cells, new rows and new tables, each where it stands in the YAML.

use super::angka::{Cara, Nilai as Angka, baca as baca_sel};
use super::kisi::{Isi, Lembar};
use super::masalah::Masalah;
use super::model::{KEPALA, Kartu, TANDA, VERSI};
use super::sunting::{Naskah, Sisipan, kutip, terapkan};
use super::tulis::{blok_tabel, ke_daftar};
use crate::diagnostic::Jalur;
use crate::number::Style;
use crate::pesan;
use rust_decimal::Decimal;

/// What came back.
pub struct Balik {
    /// The record's YAML with the changes.
    pub teks: String,
    /// Which value of the YAML stands in which cell: way, sheet, row, column.
    pub sel: Vec<(Jalur, String, usize, usize)>,
    /// How many cells differ, and how many rows are new.
    pub berubah: (usize, usize),
    /// Rows of the record that the workbook has no more, by sheet and code.
    pub tiada: Vec<String>,
}

/// Whether a problem is of one cell of a table, and not of the frame around the cells: cover, heads, sheets, places.
pub fn is_isi(masalah: &Masalah, kartu: &[Kartu]) -> bool {
    let place = masalah.tempat.rsplit_once('!').and_then(|(nama, cell)| Some((nama, super::kisi::baca_alamat(cell)?)));
    let card = |nama: &str| kartu.iter().find(|k| k.nama == nama);
    place.is_some_and(|(nama, (row, _))| card(nama).is_some_and(|k| row > KEPALA || (row == 0 && k.jalur.is_none())))
}

/// Whether sheets are a workbook of `terang lembar`.
pub fn dikenal(sheets: &[Lembar]) -> bool {
    sheets.first().is_some_and(|s| s.nama == "Sampul" && s.sel(0, 0).tulisan() == TANDA)
}

/// Reads a workbook back into the record it was made from.
///
/// # Errors
/// Another or an older workbook, and everything in it that does not fit the record.
pub fn baca(sheets: &[Lembar], kartu: &[Kartu], naskah: &Naskah<'_>, alamat: &str) -> Result<Balik, Vec<Masalah>> {
    let cover = &sheets[0];
    let (versi, own) = (cover.sel(0, 1).tulisan(), cover.sel(1, 1).tulisan());
    let again =
        || pesan!("buat lembar yang baru: `terang lembar {alamat}`", "make a new workbook: `terang lembar {alamat}`");
    if versi != VERSI {
        let message = pesan!(
            "lembar kerja ini berversi `{versi}`, yang dikenal `{VERSI}`",
            "this workbook is of version `{versi}`, known is `{VERSI}`"
        );
        return Err(vec![Masalah::sel(cover, 0, 1, message, again())]);
    }
    if own != alamat {
        let message = pesan!(
            "lembar kerja ini milik `{own}`, bukan `{alamat}`",
            "this workbook belongs to `{own}`, not to `{alamat}`"
        );
        let help =
            pesan!("tulis `--ke {own}`, atau pilih berkas yang lain", "write `--ke {own}`, or choose the other file");
        return Err(vec![Masalah::sel(cover, 1, 1, message, help)]);
    }
    let mut work =
        Kerja { naskah, masalah: Vec::new(), sisipan: Vec::new(), sel: Vec::new(), berubah: (0, 0), tiada: Vec::new() };
    for card in kartu {
        match sheets.iter().find(|s| s.nama == card.nama) {
            Some(sheet) if work.cocok(sheet, card) => match &card.jalur {
                Some(jalur) => work.tabel(sheet, card, jalur),
                None => work.baru(sheet, card),
            },
            Some(_) => {}
            None if card.jalur.is_some() => {
                let nama = &card.nama;
                work.masalah.push(Masalah::berkas(
                    pesan!("lembar `{nama}` tidak ada lagi", "the sheet `{nama}` is gone"),
                    again(),
                ));
            }
            None => {}
        }
    }
    if !work.masalah.is_empty() {
        return Err(work.masalah);
    }
    Ok(Balik { teks: terapkan(naskah.teks, work.sisipan), sel: work.sel, berubah: work.berubah, tiada: work.tiada })
}

struct Kerja<'a> {
    naskah: &'a Naskah<'a>,
    masalah: Vec<Masalah>,
    sisipan: Vec<Sisipan>,
    sel: Vec<(Jalur, String, usize, usize)>,
    berubah: (usize, usize),
    tiada: Vec<String>,
}

impl Kerja<'_> {
    /// Whether a sheet is still the table it was made from.
    fn cocok(&mut self, sheet: &Lembar, card: &Kartu) -> bool {
        let before = self.masalah.len();
        let help = || {
            pesan!(
                "kembalikan, atau buat lembar yang baru dengan `terang lembar`",
                "put it back, or make a new workbook with `terang lembar`"
            )
        };
        let letak = sheet.sel(0, 1).tulisan();
        if card.jalur.is_some() && letak != card.letak {
            let tercatat = &card.letak;
            let message = pesan!(
                "di sini tertulis `{letak}`, di rekaman `{tercatat}`",
                "here stands `{letak}`, in the record `{tercatat}`"
            );
            self.masalah.push(Masalah::sel(sheet, 0, 1, message, help()));
        }
        let heads = ["kode", "nama"].into_iter().chain(card.kolom.iter().map(String::as_str));
        for (column, head) in heads.enumerate() {
            let own = sheet.sel(KEPALA, column).tulisan();
            if own != super::kisi::rapi(head) {
                let message = pesan!(
                    "kepala kolom ini `{own}`, seharusnya `{head}`",
                    "the head of this column is `{own}`, it should be `{head}`"
                );
                self.masalah.push(Masalah::sel(sheet, KEPALA, column, message, help()));
            }
        }
        // A column more than the table has would be lost without a word.
        let width = card.kolom.len() + 2;
        if let Some(column) = (width..sheet.lebar()).find(|c| !sheet.sel(KEPALA, *c).kosong()) {
            let own = sheet.sel(KEPALA, column).tulisan();
            let message = pesan!("tabel ini tidak punya kolom `{own}`", "this table has no column `{own}`");
            self.masalah.push(Masalah::sel(sheet, KEPALA, column, message, help()));
        }
        // Nor is what stands there without a head.
        let beside = |row: &usize| (width..sheet.lebar()).find(|c| !sheet.sel(*row, *c).kosong());
        let stray = (KEPALA + 1..sheet.baris.len()).find_map(|row| Some((row, beside(&row)?)));
        if let Some((row, column)) = stray.filter(|_| self.masalah.len() == before) {
            let own = sheet.sel(row, column).tulisan();
            let message =
                pesan!("`{own}` berdiri di luar kolom tabel ini", "`{own}` stands outside the columns of this table");
            let help = pesan!(
                "pindahkan ke kolomnya, atau hapus dari lembar ini",
                "move it to its column, or take it out of this sheet"
            );
            self.masalah.push(Masalah::sel(sheet, row, column, message, help));
        }
        self.masalah.len() == before
    }

    fn tabel(&mut self, sheet: &Lembar, card: &Kartu, jalur: &Jalur) {
        let style = card.style;
        let mut new = Vec::new();
        let mut taken = vec![false; card.baris.len()];
        for row in KEPALA + 1..sheet.baris.len() {
            let kode = sheet.sel(row, 0).tulisan();
            if kode.is_empty() {
                self.tanpa_kode(sheet, card, row);
                continue;
            }
            let at = card.baris.iter().enumerate().position(|(n, (k, ..))| *k == kode && !taken[n]);
            let Some(at) = at else {
                self.asing(sheet, card, row, &kode, new.iter().any(|(k, ..): &(String, _, _)| *k == kode));
                if let Some(cells) = self.baris(sheet, card, row, style) {
                    let way = match card.bagian {
                        "tabel" => jalur.kunci("baris").urutan(card.baris.len() + new.len()).kunci("nilai"),
                        _ => jalur.kunci("baris").kunci(&kode),
                    };
                    let own = (0..cells.len()).map(|n| (way.urutan(n), sheet.nama.clone(), row, n + 2));
                    self.sel.extend(own);
                    new.push((kode, sheet.sel(row, 1).tulisan(), cells));
                }
                continue;
            };
            taken[at] = true;
            for (n, (text, way)) in card.baris[at].2.iter().enumerate() {
                self.sel.push((way.clone(), sheet.nama.clone(), row, n + 2));
                let Some(own) = self.satu(sheet, row, n + 2, style, Some(text)) else { continue };
                if own != *text
                    && let Some(place) = self.naskah.akar.cari(way)
                {
                    if self.naskah.teks[place.awal..].starts_with('*') {
                        let message = pesan!(
                            "sel ini ditulis dengan alias YAML, milik lebih dari satu tempat",
                            "this cell is written as an alias of YAML, of more than one place"
                        );
                        let help = pesan!(
                            "tulis nilainya di berkas YAML di tempat aliasnya dahulu",
                            "write its value in the YAML in the place of the alias first"
                        );
                        self.masalah.push(Masalah::sel(sheet, row, n + 2, message, help));
                        continue;
                    }
                    let ganti = place.akhir - place.awal;
                    self.sisipan.push(Sisipan { tempat: place.awal, ganti, teks: kutip(&own) });
                    self.berubah.0 += 1;
                }
            }
        }
        let gone = card.baris.iter().zip(&taken).filter(|(_, taken)| !**taken);
        self.tiada.extend(gone.map(|((kode, ..), _)| format!("{}: {kode}", card.nama)));
        let rows = jalur.kunci("baris");
        let Some(place) = self.naskah.akar.cari(&rows).filter(|_| !new.is_empty()) else { return };
        self.berubah.1 += new.len();
        let rows = new.iter().map(|(kode, nama, cells)| {
            let cells = cells.iter().map(|c| kutip(c)).collect::<Vec<_>>().join(", ");
            let kode = super::sunting::tulis(kode);
            match card.bagian {
                "tabel" => format!("{{kode: {kode}, nama: {}, nilai: [{cells}]}}", super::sunting::tulis(nama)),
                _ => format!("{kode}: [{cells}]"),
            }
        });
        // In brackets they go before the closing one, else each on a line of its own.
        if self.naskah.sebaris(place) {
            let first = if card.baris.is_empty() { "" } else { ", " };
            let text = format!("{first}{}", rows.collect::<Vec<_>>().join(", "));
            self.sisipan.push(Sisipan::baru(place.akhir - 1, text));
            return;
        }
        let list = card.bagian == "tabel";
        let depth = match place.urutan(0) {
            Some(first) if list => self.naskah.strip(first),
            _ => self.naskah.kolom(place.awal),
        };
        let dash = if list { "- " } else { "" };
        let text: String = rows.map(|row| format!("{:depth$}{dash}{row}\n", "")).collect();
        self.sisipan.push(Sisipan::baru(self.naskah.baris_akhir(place), text));
    }

    /// Says of a new row what is wrong with its code and its name; all of it at once.
    fn asing(&mut self, sheet: &Lembar, card: &Kartu, row: usize, kode: &str, again: bool) {
        if again || card.baris.iter().any(|(k, ..)| k == kode) {
            let message = pesan!("baris `{kode}` tertulis dua kali", "the row `{kode}` is written twice");
            let help = pesan!("hapus salah satunya, atau perbaiki kodenya", "take one out, or mend its code");
            self.masalah.push(Masalah::sel(sheet, row, 0, message, help));
        } else if let Some(known) = card.kode.as_ref().filter(|k| !kode.contains(':') && !k.iter().any(|k| k == kode)) {
            let near = crate::records::nearest(kode, known.iter().map(String::as_str));
            let message = pesan!("kode `{kode}` belum terdaftar", "the code `{kode}` is not registered");
            let help = match near {
                Some(near) => pesan!("mungkin maksudnya `{near}`", "did you mean `{near}`?"),
                None => pesan!(
                    "daftarkan dahulu di opd.yaml (indikator) atau di pohon anggaran rekamannya",
                    "register it first in opd.yaml (an indicator) or in the budget tree of the record"
                ),
            };
            self.masalah.push(Masalah::sel(sheet, row, 0, message, help));
        }
        if card.bagian == "tabel" && sheet.sel(row, 1).kosong() {
            let message = pesan!("baris baru ini tanpa nama", "this new row has no name");
            let help = pesan!("tulis namanya di kolom B", "write its name in column B");
            self.masalah.push(Masalah::sel(sheet, row, 1, message, help));
        }
    }

    /// A table that was empty when the workbook was made; rows without a cell are left out.
    fn baru(&mut self, sheet: &Lembar, card: &Kartu) {
        let filled = |row: &usize| (0..card.kolom.len()).any(|n| !sheet.sel(*row, n + 2).kosong());
        let rows: Vec<usize> = (KEPALA + 1..sheet.baris.len()).filter(filled).collect();
        if rows.is_empty() {
            return;
        }
        let used: Vec<usize> =
            (0..card.kolom.len()).filter(|n| rows.iter().any(|r| !sheet.sel(*r, n + 2).kosong())).collect();
        let mut out = Vec::new();
        for row in rows {
            let kode = sheet.sel(row, 0).tulisan();
            if kode.is_empty() {
                self.tanpa_kode(sheet, card, row);
                continue;
            }
            let cells: Vec<Option<String>> =
                used.iter().map(|n| self.satu(sheet, row, n + 2, card.style, None)).collect();
            let cells: Option<Vec<String>> = cells.into_iter().collect();
            out.extend(cells.map(|c| (kode, c)));
        }
        let letak = sheet.sel(0, 1).tulisan();
        if letak.is_empty() {
            let message = pesan!("tempat tabel ini belum ditulis", "the place of this table is missing");
            let help = pesan!(
                "tulis di sini nomor tabelnya, misalnya Tabel 3.17",
                "write the number of the table here, for example Tabel 3.17"
            );
            self.masalah.push(Masalah::sel(sheet, 0, 1, message, help));
            return;
        }
        let columns: Vec<String> = used.iter().map(|n| card.kolom[*n].clone()).collect();
        let item = |depth| blok_tabel(depth, &letak, (card.style, None), &columns, &out);
        let root = &self.naskah.akar;
        let added = match (card.bagian, root.kunci("anggaran")) {
            ("kinerja", _) => ke_daftar(self.naskah, root, "kinerja", &item),
            (_, Some(section)) => ke_daftar(self.naskah, section, "tabel", &item),
            _ => return,
        };
        self.berubah.1 += out.len();
        match added {
            Ok(more) => self.sisipan.push(more),
            Err(m) => self.masalah.push(m),
        }
    }

    fn baris(&mut self, sheet: &Lembar, card: &Kartu, row: usize, style: Style) -> Option<Vec<String>> {
        // All of its cells are looked at before one that is wrong ends it.
        let cells: Vec<Option<String>> =
            (0..card.kolom.len()).map(|n| self.satu(sheet, row, n + 2, style, None)).collect();
        cells.into_iter().collect()
    }

    fn tanpa_kode(&mut self, sheet: &Lembar, card: &Kartu, row: usize) {
        if (1..card.kolom.len() + 2).any(|column| !sheet.sel(row, column).kosong()) {
            let message = pesan!("baris ini terisi, tetapi tanpa kode", "this row is filled, but has no code");
            let help = pesan!("tulis kodenya di kolom A", "write its code in column A");
            self.masalah.push(Masalah::sel(sheet, row, 0, message, help));
        }
    }

    /// The text of a cell as the record writes it; what was there stays when it is the same number.
    fn satu(
        &mut self,
        sheet: &Lembar,
        row: usize,
        column: usize,
        style: Style,
        before: Option<&str>,
    ) -> Option<String> {
        let cell = sheet.sel(row, column);
        let empty = || {
            let message =
                pesan!("sel ini kosong, dan tidak mengatakan mengapa", "this cell is empty and does not say why");
            let help = pesan!(
                "tulis angkanya, atau pilih alasannya: (tidak tercetak), (tidak berlaku), ...",
                "write the figure, or choose the reason: (tidak tercetak), (tidak berlaku), ..."
            );
            Masalah::sel(sheet, row, column, message, help)
        };
        match &cell.isi {
            Isi::Teks(text) => {
                let plain = crate::number::parse(text, style).ok().filter(|a| !a.persen);
                if let Some(m) = plain.and_then(|a| pecahan(sheet, (row, column), before, a.nilai)) {
                    self.masalah.push(m);
                }
                Some(text.clone())
            }
            Isi::Kosong if cell.rumus.is_none() => {
                if before.is_some_and(str::is_empty) {
                    return before.map(ToString::to_string);
                }
                self.masalah.push(empty());
                None
            }
            _ => match baca_sel(sheet, (row, column), Cara { style, kali: 1, strip: None }, true) {
                Ok(Angka::Angka(value, text)) => {
                    if let Some(m) = pecahan(sheet, (row, column), before, value) {
                        self.masalah.push(m);
                    }
                    let same =
                        before.and_then(|b| crate::number::parse(b, style).ok()).is_some_and(|b| b.nilai == value);
                    Some(if same { before.unwrap_or_default().to_string() } else { text })
                }
                Ok(Angka::Tulis(text)) => Some(text),
                Ok(Angka::Tiada) => None,
                Err(m) => {
                    self.masalah.push(m);
                    None
                }
            },
        }
    }
}

/// Asks about a fraction where a percentage stood: `0,7654` pasted over `76,00%`.
fn pecahan(sheet: &Lembar, (row, column): (usize, usize), before: Option<&str>, value: Decimal) -> Option<Masalah> {
    let cell = sheet.sel(row, column);
    let share = before.is_some_and(|b| b.contains('%')) && !cell.tampil.persen;
    let text = super::angka::tulis(value, Style::Indonesia);
    let whole = super::angka::tulis(value.checked_mul(Decimal::ONE_HUNDRED)?, Style::Indonesia);
    (share && value.abs() <= Decimal::TWO && !value.fract().is_zero()).then(|| {
        Masalah::sel(
            sheet,
            row,
            column,
            pesan!(
                "`{text}` di tempat persentase: {whole}%, atau {text}%?",
                "`{text}` in the place of a percentage: {whole}%, or {text}%?"
            ),
            pesan!("tulis `{whole}%` atau `{text}%`, sebagai teks", "write `{whole}%` or `{text}%`, as text"),
        )
    })
}
