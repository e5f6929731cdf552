//! Susun: the whole import on one screen: sheets, tables, nodes, insertions.

use super::anggaran;
use super::bebas::{self, Bebas};
use super::indikator::{self, Baru, Dikenal};
use super::isian::Anggaran;
use super::kepala::{self, Tabel};
use super::kinerja::{self, Kenal, Kinerja};
use super::kisi::{self, Lembar};
use super::makna::{Bentuk, Makna, lipat, punya};
use super::masalah::Masalah;
use super::peta::Peta;
use super::pohon::{self, Ada};
use super::sunting::{Naskah, Sisipan, terapkan};
use super::{baca, jumlah, panjang, persen, rumus, tulis};
use crate::diagnostic::Pesan;
use crate::pesan;
use crate::records::slug;

/// Where the import goes.
pub struct Tujuan<'a> {
    /// Year of the record.
    pub tahun: i32,
    /// The record's YAML.
    pub teks: &'a str,
    /// Nodes of the record.
    pub sendiri: &'a [Ada],
    /// Nodes of other records: the same code in every year.
    pub lain: &'a [Ada],
    /// The text of `opd.yaml`.
    pub opd: &'a str,
    /// Indicators and sasaran of the OPD, scales of the portal.
    pub kenal: Kenal<'a>,
    /// Name of the file, for `letak`.
    pub berkas: &'a str,
    /// The place as printed, if the author says it.
    pub letak: Option<&'a str>,
}

/// One table that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Isian {
    /// A budget.
    Anggaran(Anggaran),
    /// Indicators.
    Kinerja(Kinerja),
    /// Anything else.
    Bebas(Bebas),
}

/// What an import gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hasil {
    /// The record's YAML with everything added.
    pub teks: String,
    /// `opd.yaml` with the indicators that were new.
    pub opd: String,
    /// What was read.
    pub isian: Vec<Isian>,
    /// What was taken for what, and what should be known.
    pub laporan: Vec<Pesan>,
}

/// Reads a file into a record.
///
/// # Errors
/// Everything that is unclear or wrong in it; then nothing is to be written.
pub fn impor(bytes: &[u8], peta: &Peta, tujuan: &Tujuan<'_>) -> Result<Hasil, Vec<Masalah>> {
    let sheets = baca(bytes).map_err(|m| vec![m])?;
    let mut laporan = Vec::new();
    let mut lembar = pilih(sheets, peta, tujuan.tahun, &mut laporan).map_err(|m| vec![m])?;
    let computed = rumus::hitung(&mut lembar);
    if computed > 0 {
        laporan.push(pesan!(
            "{computed} rumus tanpa hasil tersimpan dihitung di sini",
            "{computed} formulas without a stored result are computed here"
        ));
    }
    let tables = kepala::cari(&lembar, peta, tujuan.tahun);
    let Some(naskah) = Naskah::baca(tujuan.teks) else {
        return Err(vec![Masalah::berkas(
            pesan!("rekamannya bukan YAML yang bisa dibaca", "the record is no YAML that can be read"),
            pesan!("jalankan `terang check` dahulu", "run `terang check` first"),
        )]);
    };
    let mut work = Kerja {
        lembar: &lembar,
        peta,
        tujuan,
        naskah: &naskah,
        masalah: Vec::new(),
        laporan,
        isian: Vec::new(),
        sisipan: Vec::new(),
        indikator: tujuan.kenal.indikator.to_vec(),
        baru: Vec::new(),
    };
    let known = tables.iter().any(|t| t.bentuk != Bentuk::Bebas);
    for table in &tables {
        work.tabel(table, known);
    }
    if work.isian.is_empty() && work.masalah.is_empty() {
        work.masalah.push(Masalah::berkas(
            pesan!(
                "tidak ditemukan kepala tabel di lembar `{nama}`",
                "no head of a table found on the sheet `{nama}`",
                nama = lembar.nama
            ),
            pesan!(
                "tulis barisnya dalam peta, misalnya `kepala: 5`",
                "write its row in the map, for example `kepala: 5`"
            ),
        ));
    }
    if !work.masalah.is_empty() {
        return Err(work.masalah);
    }
    let opd = work.opd().map_err(|m| vec![m])?;
    let (sisipan, isian, laporan) = (work.sisipan, work.isian, work.laporan);
    Ok(Hasil { teks: terapkan(tujuan.teks, sisipan), opd, isian, laporan })
}

/// The sheet to read: the one the map names, else the first visible one with a table.
fn pilih(sheets: Vec<Lembar>, peta: &Peta, tahun: i32, laporan: &mut Vec<Pesan>) -> Result<Lembar, Masalah> {
    let names = sheets.iter().map(|s| format!("`{}`", s.nama)).collect::<Vec<_>>().join(", ");
    let wanted = match &peta.lembar {
        Some(name) => sheets.iter().position(|s| s.nama == *name),
        None => {
            let score = |s: &Lembar| {
                let tables = if s.tersembunyi { Vec::new() } else { kepala::cari(s, peta, tahun) };
                tables.iter().map(|t| if t.bentuk == Bentuk::Bebas { 1 } else { 2 }).max().unwrap_or(0)
            };
            let scores: Vec<i32> = sheets.iter().map(score).collect();
            let best = scores.iter().copied().max().unwrap_or(0);
            scores.iter().position(|s| *s == best && best > 0)
        }
    };
    let Some(at) = wanted else {
        return Err(Masalah::berkas(
            pesan!(
                "tidak ada lembar dengan tabel yang dikenal; yang ada: {names}",
                "no sheet with a table that is known; there are: {names}"
            ),
            pesan!(
                "tulis dalam peta: `lembar: ...` dan `kepala: 5`",
                "write in the map: `lembar: ...` and `kepala: 5`"
            ),
        ));
    };
    let hidden: Vec<String> = sheets.iter().filter(|s| s.tersembunyi).map(|s| format!("`{}`", s.nama)).collect();
    if !hidden.is_empty() {
        let list = hidden.join(", ");
        laporan.push(pesan!("lembar tersembunyi tidak dibaca: {list}", "hidden sheets are not read: {list}"));
    }
    let others: Vec<String> = sheets
        .iter()
        .enumerate()
        .filter(|(i, s)| *i != at && !s.tersembunyi && !s.baris.is_empty())
        .map(|(_, s)| format!("`{}`", s.nama))
        .collect();
    if !others.is_empty() {
        let list = others.join(", ");
        laporan.push(pesan!(
            "lembar lain tidak dibaca: {list}; pilih dengan `lembar:` dalam peta",
            "other sheets are not read: {list}; choose with `lembar:` in the map"
        ));
    }
    sheets.into_iter().nth(at).ok_or_else(super::batas::rusak)
}

struct Kerja<'a> {
    lembar: &'a Lembar,
    peta: &'a Peta,
    tujuan: &'a Tujuan<'a>,
    naskah: &'a Naskah<'a>,
    masalah: Vec<Masalah>,
    laporan: Vec<Pesan>,
    isian: Vec<Isian>,
    sisipan: Vec<Sisipan>,
    /// Indicators there are, those of this file included.
    indikator: Vec<Dikenal>,
    /// Indicators that `opd.yaml` does not have, each with the place of its table.
    baru: Vec<(String, Vec<Baru>)>,
}

impl Kerja<'_> {
    /// `opd.yaml` with the indicators that are new.
    fn opd(&mut self) -> Result<String, Masalah> {
        let old = self.tujuan.opd;
        let list: Vec<&Baru> = self.baru.iter().flat_map(|(_, list)| list).collect();
        if list.is_empty() {
            return Ok(old.to_string());
        }
        let names = list.iter().map(|b| format!("{} ({})", b.kode, b.arah)).collect::<Vec<_>>().join(", ");
        let n = list.len();
        self.laporan.push(pesan!(
            "{n} indikator baru untuk opd.yaml: {names}; periksa arah dan definisinya",
            "{n} new indicators for opd.yaml: {names}; check their direction and definition"
        ));
        let Some(naskah) = Naskah::baca(old) else { return Err(super::batas::rusak()) };
        let dokumen = match self.naskah.akar.kunci("dokumen").map(|t| &t.isi) {
            Some(super::sunting::Nilai::Skalar(kode)) if !kode.is_empty() => Some(kode.as_str()),
            _ => None,
        };
        let blocks = self.baru.iter().map(|(place, list)| indikator::blok(list, dokumen, place));
        indikator::sisipan(&naskah, &blocks.collect::<Vec<_>>()).map(|more| terapkan(old, vec![more]))
    }

    fn tabel(&mut self, table: &Tabel, known: bool) {
        let row = table.kepala.0 + 1;
        let budget = self.isian.iter().any(|i| matches!(i, Isian::Anggaran(_)));
        let output = table.bentuk == Bentuk::Kinerja && table.kolom.iter().any(|k| punya(&lipat(&k.kepala), "sebelum"));
        if (known && table.bentuk == Bentuk::Bebas) || output || (budget && table.bentuk == Bentuk::Anggaran) {
            self.laporan.push(pesan!(
                "tabel berkepala baris {row} tidak dibaca; pilih dengan `kepala: {row}` dalam peta",
                "the table with its head in row {row} is not read; choose it with `kepala: {row}` in the map"
            ));
            return;
        }
        self.arti(table);
        let place = self.tempat(table);
        match table.bentuk {
            Bentuk::Anggaran => self.anggaran(table, &place),
            Bentuk::Kinerja => {
                let known = self.indikator.clone();
                let kenal = Kenal { indikator: &known, ..self.tujuan.kenal };
                let read = kinerja::susun(self.lembar, table, self.peta, &kenal, &mut self.masalah);
                self.indikator
                    .extend(read.baru.iter().map(|b| (b.kode.clone(), vec![super::nama::lipat_nama(&b.nama)])));
                if !read.baru.is_empty() {
                    self.baru.push((place.clone(), read.baru.clone()));
                }
                if !read.baris.is_empty() {
                    let rows: Vec<(String, Vec<String>)> =
                        read.baris.iter().map(|(k, c)| (k.clone(), c.iter().map(tulis::sel).collect())).collect();
                    let item = |depth| tulis::blok_tabel(depth, &place, read.style, &read.kolom, &rows);
                    self.tambah("kinerja", &place, &item);
                }
                self.isian.push(Isian::Kinerja(read));
            }
            Bentuk::Bebas => {
                let read = bebas::susun(self.lembar, table, self.peta, &mut self.masalah);
                self.laporan.extend(read.catatan.iter().cloned());
                let judul = if table.judul.is_empty() { self.tujuan.berkas.to_string() } else { table.judul.clone() };
                let kode = slug(self.tujuan.berkas.rsplit_once('.').map_or(self.tujuan.berkas, |(stem, _)| stem));
                let tema = self.peta.tema.as_deref().unwrap_or("lain");
                let item = |depth| bebas::blok(depth, &read, [&kode, tema, &judul, &place]);
                self.tambah("tabel", &place, &item);
                self.isian.push(Isian::Bebas(read));
            }
        }
    }

    fn anggaran(&mut self, table: &Tabel, place: &str) {
        let (sheet, peta, tahun) = (self.lembar, self.peta, self.tujuan.tahun);
        let mut read = if panjang::bentuk(table) {
            panjang::susun(sheet, table, peta, tahun, &mut self.masalah)
        } else {
            anggaran::susun(sheet, table, peta, tahun, &mut self.masalah)
        };
        persen::pulihkan(&mut read);
        let (own, other) = (self.tujuan.sendiri, self.tujuan.lain);
        let letak = pohon::tempatkan(sheet, &read, own, other, peta, &mut self.masalah);
        self.laporan.extend(read.catatan.iter().cloned());
        self.laporan.extend(jumlah::periksa(&read));
        let list = self.naskah.akar.kunci("anggaran").and_then(|s| s.kunci("tabel"));
        let mut fresh = Vec::new();
        for (place, item) in tulis::tabel(&read, &letak, place) {
            if self.baru(list, &place, &item) {
                fresh.push(item);
            }
        }
        match tulis::anggaran(self.naskah, &read, &letak, &fresh) {
            Ok(more) => self.sisipan.extend(more),
            Err(m) => self.masalah.push(m),
        }
        self.isian.push(Isian::Anggaran(read));
    }

    fn tambah(&mut self, key: &str, place: &str, item: &dyn Fn(usize) -> String) {
        if !self.baru(self.naskah.akar.kunci(key), place, item) {
            return;
        }
        match tulis::ke_daftar(self.naskah, &self.naskah.akar, key, item) {
            Ok(more) => self.sisipan.push(more),
            Err(m) => self.masalah.push(m),
        }
    }

    /// Whether the record does not have the table yet. A second table of one place is refused: which one counts?
    fn baru(&mut self, list: Option<&super::sunting::Titik>, place: &str, item: &dyn Fn(usize) -> String) -> bool {
        let value = |text: &str| serde_yaml::from_str::<serde_yaml::Value>(text).ok();
        let fresh = value(&item(0)).and_then(|v| v.get(0).cloned());
        let known = list.and_then(|t| {
            let start = t.awal - self.naskah.kolom(t.awal);
            value(&self.naskah.teks[start..self.naskah.baris_akhir(t)])
        });
        let Some(serde_yaml::Value::Sequence(known)) = known else { return true };
        let same_place = |v: &&serde_yaml::Value| v.get("letak").and_then(serde_yaml::Value::as_str) == Some(place);
        match known.iter().find(same_place) {
            None => true,
            Some(one) if Some(one) == fresh.as_ref() => false,
            Some(_) => {
                self.masalah.push(Masalah::berkas(
                    pesan!("rekaman sudah punya tabel `{place}` dengan isi lain", "the record has a table `{place}` that holds something else"),
                    pesan!(
                        "hapus tabel itu dari rekaman bila berkas ini penggantinya, atau beri tempat lain dengan `--letak \"...\"`",
                        "remove that table from the record if this file takes its place, or name another place with `--letak \"...\"`"
                    ),
                ));
                false
            }
        }
    }

    /// Says what each column was taken for.
    fn arti(&mut self, table: &Tabel) {
        let (first, last) = (table.kepala.0 + 1, table.kepala.1 + 1);
        let name = &self.lembar.nama;
        let (id, en) = if name.is_empty() {
            (String::new(), String::new())
        } else {
            (format!("lembar `{name}`, "), format!("sheet `{name}`, "))
        };
        self.laporan
            .push(pesan!("{id}kepala tabel baris {first}–{last}", "{en}head of the table in rows {first}–{last}"));
        let (mut skipped, mut persons) = (Vec::new(), Vec::new());
        for column in &table.kolom {
            let (letter, head) = (kisi::huruf(column.indeks), &column.kepala);
            let makna = match &column.makna {
                Makna::Kode | Makna::Bagian(_) => pesan!("kode resmi", "official code"),
                Makna::Rekening => pesan!("kode rekening", "code of spending"),
                Makna::Tingkat => pesan!("tingkat", "level"),
                Makna::Nama | Makna::NamaTingkat(_) => pesan!("nama", "name"),
                Makna::Indikator => pesan!("indikator", "indicator"),
                Makna::Ukuran(measure) => pesan!("{measure}", "{measure}"),
                Makna::Setoran => pesan!("dikurangkan dari realisasi", "taken off the realisasi"),
                Makna::Kategori | Makna::Panjang => pesan!("ukuran per baris", "measure of the row"),
                Makna::Tahun => pesan!("tahun", "year"),
                Makna::Orang => {
                    persons.push(format!("{letter} {head}"));
                    continue;
                }
                Makna::Abaikan(_) => {
                    skipped.push(format!("{letter} {head}"));
                    continue;
                }
                Makna::Tanya(_) => continue,
            };
            self.laporan.push(pesan!(
                "  {letter} {head} → {id}",
                "  {letter} {head} → {en}",
                id = makna.id,
                en = makna.en
            ));
        }
        if !skipped.is_empty() && table.bentuk != Bentuk::Bebas {
            let list = skipped.join("; ");
            self.laporan.push(pesan!("  tidak dipakai: {list}", "  not used: {list}"));
        }
        if !persons.is_empty() {
            let list = persons.join("; ");
            self.laporan.push(pesan!(
                "  tidak pernah dibaca (orang dan rekening bank): {list}",
                "  never read (persons and bank accounts): {list}"
            ));
        }
    }

    fn tempat(&self, table: &Tabel) -> String {
        if let Some(letak) = self.tujuan.letak {
            return letak.to_string();
        }
        let file = self.tujuan.berkas;
        let row = table.kepala.0 + 1;
        if self.lembar.nama.is_empty() {
            format!("{file}, baris {row}")
        } else {
            format!("{file}, lembar {}, baris {row}", self.lembar.nama)
        }
    }
}
