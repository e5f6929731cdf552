//! Susun: the whole import on one screen: sheets, tables, nodes, insertions.

use super::anggaran;
use super::angka::Cara;
use super::arti;
use super::bebas;
use super::cara_capaian;
use super::dokumen::{self, Dokumen};
use super::dua_kali;
use super::indikator::{self, Baru, Dikenal};
use super::isian::Anggaran;
use super::kenal::Kenal;
use super::kepala::{self, Tabel};
use super::kinerja;
use super::kisi::Lembar;
use super::makna::{Bentuk, lipat, punya};
use super::masalah::Masalah;
use super::peta::Peta;
use super::pilih::pilih;
use super::pohon::{self, Ada, Letak};
use super::pohon_kinerja;
use super::sasaran_baru::SasaranBaru;
use super::sembunyi;
use super::skpd;
use super::sunting::{Naskah, Sisipan, terapkan};
use super::tujuan::{Hasil, Isian, Tujuan};
use super::tulis::Blok;
use super::uang;
use super::{baca, judul, jumlah, kala, panjang, rumus, tulis};
use super::{dpa, dpa_tabel};
use crate::diagnostic::Pesan;
use crate::pesan;
use crate::records::slug;
use std::collections::BTreeMap;

/// Reads a file into a record.
///
/// # Errors
/// Everything that is unclear or wrong in it; then nothing is to be written.
pub fn impor(bytes: &[u8], peta: &Peta, tujuan: &Tujuan<'_>) -> Result<Hasil, Vec<Masalah>> {
    let sheets = baca(bytes).map_err(|m| vec![m])?;
    let mut laporan = Vec::new();
    let mut lembar = pilih(sheets, peta, tujuan.tahun, &mut laporan).map_err(|m| vec![m])?;
    laporan.extend(sembunyi::laporan(&lembar));
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
    let opd = Naskah::baca(tujuan.opd).ok_or_else(|| vec![super::batas::rusak()])?;
    let first = tables.iter().map(|t| t.kepala.0).min().unwrap_or(0);
    let sendiri = kata(&naskah, "dokumen").or_else(|| kata(&opd, "dokumen")).unwrap_or_default();
    let around = (&opd, sendiri.as_str());
    let dokumen = dokumen::cari(&lembar, first, around, (tujuan.dokumen, tujuan.tahun)).map_err(|m| vec![m])?;
    let mut work = Kerja {
        dokumen,
        sendiri: sendiri.clone(),
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
        sasaran: tujuan.kenal.sasaran.to_vec(),
        tujuan_ada: tujuan.kenal.tujuan.to_vec(),
        sasaran_baru: SasaranBaru::default(),
        letak: BTreeMap::new(),
        blok: Vec::new(),
        batas: kala::batas(&naskah),
    };
    work.laporan.extend(work.dokumen.iter().filter_map(|d| d.catatan.clone()));
    for table in &tables {
        work.tabel(table, &tables);
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
    work.tulis_anggaran();
    if !work.masalah.is_empty() {
        return Err(work.masalah);
    }
    let opd = work.opd().map_err(|m| vec![m])?;
    let (sisipan, isian, laporan) = (work.sisipan, work.isian, work.laporan);
    Ok(Hasil { teks: terapkan(tujuan.teks, sisipan), opd, lembar, isian, laporan })
}

/// The text under a key of a file.
fn kata(naskah: &Naskah<'_>, key: &str) -> Option<String> {
    match &naskah.akar.kunci(key)?.isi {
        super::sunting::Nilai::Skalar(text) if !text.is_empty() => Some(text.clone()),
        _ => None,
    }
}

struct Kerja<'a> {
    /// The document the file is of, where it is not the record's own.
    dokumen: Option<Dokumen>,
    /// The record's own document.
    sendiri: String,
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
    /// Sasaran there are, those of this file included.
    sasaran: Vec<Dikenal>,
    /// Tujuan there are, those of this file included.
    tujuan_ada: Vec<Dikenal>,
    /// Goals of an `opd.yaml` that has none.
    sasaran_baru: SasaranBaru,
    /// Where the nodes of its budget stand.
    letak: BTreeMap<String, Letak>,
    /// Tables for the budget of the record.
    blok: Vec<Blok>,
    /// The month with which the data of the record end.
    batas: u32,
}

impl Kerja<'_> {
    /// `opd.yaml` with the indicators that are new.
    fn opd(&mut self) -> Result<String, Masalah> {
        let old = self.tujuan.opd;
        let list: Vec<&Baru> = self.baru.iter().flat_map(|(_, list)| list).collect();
        let Some(naskah) = Naskah::baca(old) else { return Err(super::batas::rusak()) };
        let fresh = self.dokumen.as_ref().and_then(|d| Some((d, d.baru.as_ref()?)));
        let mut more = match fresh {
            Some((d, entry)) => vec![dokumen::sisipan(&naskah, &d.kode, entry)?],
            None => Vec::new(),
        };
        if list.is_empty() {
            return Ok(terapkan(old, more));
        }
        let names = list.iter().map(|b| format!("{} ({})", b.kode, b.arah)).collect::<Vec<_>>().join(", ");
        let n = list.len();
        self.laporan.push(pesan!(
            "{n} indikator baru untuk opd.yaml: {names}; periksa arah dan definisinya",
            "{n} new indicators for opd.yaml: {names}; check their direction and definition"
        ));
        let dokumen = self.dokumen.as_ref().map_or(self.sendiri.as_str(), |d| d.kode.as_str());
        let dokumen = Some(dokumen).filter(|kode| !kode.is_empty());
        let blocks = self.baru.iter().map(|(place, list)| indikator::blok(list, dokumen, place));
        if !self.sasaran_baru.kosong() {
            self.laporan.extend(self.sasaran_baru.laporan());
            more.push(self.sasaran_baru.sisipan(&naskah)?);
        }
        more.push(indikator::sisipan(&naskah, &blocks.collect::<Vec<_>>())?);
        Ok(terapkan(old, more))
    }

    fn tabel(&mut self, table: &Tabel, tables: &[Tabel]) {
        let known = tables.iter().any(|t| t.bentuk != Bentuk::Bebas);
        let row = table.kepala.0 + 1;
        let budget = self.isian.iter().any(|i| matches!(i, Isian::Anggaran(_)));
        if dpa::is_orang(table) {
            self.laporan.push(pesan!(
                "tabel berkepala baris {row} berisi orang: tidak pernah dibaca",
                "the table with its head in row {row} is of persons: it is never read"
            ));
            return;
        }
        // The indicators of a DPA are read with the table of its money.
        if table.bentuk == Bentuk::Kinerja
            && dpa::blok_keluaran(self.lembar, table)
            && tables.iter().any(|t| t.bentuk == Bentuk::Anggaran)
        {
            return;
        }
        let output = table.bentuk == Bentuk::Kinerja && table.kolom.iter().any(|k| punya(&lipat(&k.kepala), "sebelum"));
        if (known && table.bentuk == Bentuk::Bebas) || output || (budget && table.bentuk == Bentuk::Anggaran) {
            self.laporan.push(pesan!(
                "tabel berkepala baris {row} tidak dibaca; pilih dengan `kepala: {row}` dalam peta",
                "the table with its head in row {row} is not read; choose it with `kepala: {row}` in the map"
            ));
            return;
        }
        skpd::asing(self.lembar, table, self.peta, self.tujuan.opd, &mut self.masalah);
        let tree = self.pohon_tabel(table);
        self.laporan.extend(arti::arti(self.lembar, table, tree.as_ref()));
        let place = self.tempat(table);
        match table.bentuk {
            Bentuk::Anggaran => self.anggaran(table, &place),
            Bentuk::Kinerja => self.kinerja(table, &place),
            Bentuk::Bebas => {
                let read = bebas::susun(self.lembar, table, self.peta, self.tujuan.tahun, &mut self.masalah);
                self.laporan.extend(read.catatan.iter().cloned());
                let judul = judul::nama(self.lembar, table).unwrap_or_else(|| self.tujuan.berkas.to_string());
                let kode = slug(self.tujuan.berkas.rsplit_once('.').map_or(self.tujuan.berkas, |(stem, _)| stem));
                let tema = self.peta.tema.as_deref().unwrap_or("lain");
                let item = |depth| bebas::blok(depth, &read, [&kode, tema, &judul, &place]);
                self.tambah("tabel", &place, &item);
                self.isian.push(Isian::Bebas(read));
            }
        }
    }

    fn kinerja(&mut self, table: &Tabel, place: &str) {
        let nodes = self.pohon(table, place);
        let (known, goals, aims) = (self.indikator.clone(), self.sasaran.clone(), self.tujuan_ada.clone());
        let simpul = nodes.as_deref().unwrap_or(self.tujuan.sendiri);
        let kenal = Kenal { indikator: &known, sasaran: &goals, tujuan: &aims, simpul, ..self.tujuan.kenal };
        let until = (self.tujuan.tahun, self.batas);
        let read = kinerja::susun(self.lembar, table, self.peta, (&kenal, until), &mut self.masalah);
        let named = |kode: &String, nama: &str| (kode.clone(), vec![super::nama::lipat_nama(nama)]);
        self.indikator.extend(read.baru.iter().map(|b| named(&b.kode, &b.nama)));
        if !read.baru.is_empty() {
            self.baru.push((place.to_string(), read.baru.clone()));
        }
        self.sasaran.extend(read.sasaran.sasaran().map(|(kode, nama)| named(kode, nama)));
        self.tujuan_ada.extend(read.sasaran.bernama().map(|(kode, nama)| named(&kode, nama)));
        if !read.sasaran.kosong() {
            self.sasaran_baru = read.sasaran.clone();
        }
        if !read.baris.is_empty() {
            let rows = tulis::tulisan(&read.baris);
            let item = |depth| tulis::blok_tabel(depth, place, (read.style, None), &read.kolom, &rows);
            self.tambah("kinerja", place, &item);
        }
        let empty = read.baris.is_empty();
        self.laporan.extend(cara_capaian::laporan(&read));
        self.laporan.extend(read.catatan.iter().cloned());
        self.isian.push(Isian::Kinerja(read));
        // The tree that the table itself prints has its money.
        if nodes.is_some() {
            return;
        }
        let goals = self.sasaran.clone();
        let kenal = Kenal { sasaran: &goals, ..kenal };
        let Some(money) = uang::susun(self.lembar, table, self.peta, (&kenal, self.batas), &mut self.masalah) else {
            return;
        };
        if money.asing.is_empty() {
            let (place, owned) = (place.to_string(), money.clone());
            let (dalam, rows) = super::besaran::tulisan(&owned.kolom, &owned.baris, owned.style);
            let item = move |depth| tulis::blok_tabel(depth, &place, (owned.style, dalam), &owned.kolom, &rows);
            self.tabel_anggaran(Box::new(item));
        } else if empty {
            self.masalah.push(uang::sama_sekali(self.lembar, table, &money.asing));
        } else {
            self.laporan.push(uang::tanpa_tempat(&money.asing));
        }
        self.isian.push(Isian::Uang(money));
    }

    /// The nodes there are with those of the tree that a table prints beside its indicators; nothing where it prints none.
    fn pohon(&mut self, table: &Tabel, place: &str) -> Option<Vec<Ada>> {
        let own = self.pohon_tabel(table)?;
        self.anggaran(&own, place);
        let Some(Isian::Anggaran(read)) = self.isian.last() else { return None };
        Some(pohon_kinerja::simpul(read, &self.letak, self.tujuan.sendiri))
    }

    /// The budget table that a table of indicators holds.
    fn pohon_tabel(&self, table: &Tabel) -> Option<Tabel> {
        let budget = self.isian.iter().any(|i| matches!(i, Isian::Anggaran(_)));
        let kenal = Kenal { simpul: self.tujuan.sendiri, ..self.tujuan.kenal };
        (table.bentuk == Bentuk::Kinerja && !budget).then(|| pohon_kinerja::tabel(self.lembar, table, &kenal))?
    }

    /// A table for `anggaran.tabel`, unless the record has it; written with the nodes at the end.
    fn tabel_anggaran(&mut self, item: Blok) {
        let kode = self.dokumen.as_ref().map(|d| d.kode.clone());
        let item: Blok = Box::new(move |depth| dokumen::bubuhi(&item(depth), depth, kode.as_deref()));
        let list = self.naskah.akar.kunci("anggaran").and_then(|s| s.kunci("tabel"));
        let value = serde_yaml::from_str::<serde_yaml::Value>(&item(0)).ok();
        let place = value.as_ref().and_then(|v| v.get(0)?.get("letak")?.as_str().map(ToString::to_string));
        if self.baru(list, &place.unwrap_or_default(), &item) {
            self.blok.push(item);
        }
    }

    /// Writes the nodes and tables of the budget: one insertion, because there is one `anggaran:`.
    fn tulis_anggaran(&mut self) {
        let read = self.isian.iter().find_map(|i| if let Isian::Anggaran(a) = i { Some(a.clone()) } else { None });
        if read.is_none() && self.blok.is_empty() {
            return;
        }
        match tulis::anggaran(self.naskah, &read.unwrap_or_else(Anggaran::kosong), &self.letak, &self.blok) {
            Ok(more) => self.sisipan.extend(more),
            Err(m) => self.masalah.push(m),
        }
    }

    fn anggaran(&mut self, table: &Tabel, place: &str) {
        let (sheet, peta, tahun) = (self.lembar, self.peta, self.tujuan.tahun);
        let mut read = if panjang::bentuk(table) {
            panjang::susun(sheet, table, peta, tahun, &mut self.masalah)
        } else {
            anggaran::susun(sheet, table, peta, (tahun, self.batas), &mut self.masalah)
        };
        let (own, other) = (self.tujuan.sendiri, self.tujuan.lain);
        let (letak, said) = pohon::tempatkan(sheet, &read, (own, other), peta, &mut self.masalah);
        self.laporan.extend(said);
        let around = self.dpa(table, &mut read, &letak);
        self.laporan.extend(read.catatan.iter().cloned());
        self.laporan.extend(jumlah::periksa(&read));
        self.laporan.extend(around.1);
        // The total of a table about one node is that of the node, never of the whole tree.
        if !dpa::konteks(self.lembar, table).is_empty() {
            read.total = None;
        }
        for (_, item) in tulis::tabel(&read, &letak, place) {
            self.tabel_anggaran(item);
        }
        for item in around.0 {
            self.tabel_anggaran(item);
        }
        self.letak = letak;
        self.isian.push(Isian::Anggaran(read));
    }

    /// What a DPA of one sub kegiatan prints around its table.
    fn dpa(&self, table: &Tabel, read: &mut Anggaran, letak: &BTreeMap<String, Letak>) -> (Vec<Blok>, Vec<Pesan>) {
        let nodes = dpa::konteks(self.lembar, table);
        let any = read.simpul.values().any(|n| n.dalam == 2);
        if !any || nodes.last().is_none_or(|n| n.dalam() != Some(2)) {
            return (Vec::new(), Vec::new());
        }
        let cara = Cara { style: read.style, kali: self.peta.kali().unwrap_or(1), strip: Some("tidak tercetak") };
        let around = dpa::baca(self.lembar, table, self.tujuan.tahun, cara);
        // Two tables of one place would be one of them twice: what the author calls the place is told apart by its part.
        let place = |row: usize, part: &Pesan| match self.tujuan.letak {
            Some(letak) => format!("{letak}, {}", part.id),
            None => self.tempat_baris(row + 1),
        };
        dpa_tabel::terapkan(read, letak, &around, &nodes, &place)
    }

    fn tambah(&mut self, key: &str, place: &str, item: &dyn Fn(usize) -> String) {
        let kode = self.dokumen.as_ref().map(|d| d.kode.clone());
        let item: &dyn Fn(usize) -> String = &|depth| dokumen::bubuhi(&item(depth), depth, kode.as_deref());
        if !self.baru(self.naskah.akar.kunci(key), place, item) {
            return;
        }
        match tulis::ke_daftar(self.naskah, &self.naskah.akar, key, item) {
            Ok(more) => self.sisipan.push(more),
            Err(m) => self.masalah.push(m),
        }
    }

    /// Whether the record does not have the table yet; what is said of one that it has, or asked.
    fn baru(&mut self, list: Option<&super::sunting::Titik>, place: &str, item: &dyn Fn(usize) -> String) -> bool {
        // The author and the title say nothing of where it is printed.
        let berkas = self.tujuan.letak.is_none() && place.starts_with(self.tujuan.berkas);
        match dua_kali::baru(self.naskah, list, (place, berkas), item) {
            Ok((fresh, said)) => {
                self.laporan.extend(said);
                fresh
            }
            Err(m) => {
                self.masalah.push(m);
                false
            }
        }
    }

    fn tempat(&self, table: &Tabel) -> String {
        let printed = || judul::nomor(self.lembar, table).unwrap_or_else(|| self.tempat_baris(table.kepala.0 + 1));
        self.tujuan.letak.map_or_else(printed, ToString::to_string)
    }

    fn tempat_baris(&self, row: usize) -> String {
        let file = self.tujuan.berkas;
        if self.lembar.nama.is_empty() {
            format!("{file}, baris {row}")
        } else {
            format!("{file}, lembar {}, baris {row}", self.lembar.nama)
        }
    }
}
