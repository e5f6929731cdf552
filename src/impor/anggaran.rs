//! Anggaran: rows to a tree with amounts. What is printed above the leaves is kept as printed, and is never added.

use super::angka::{self, Cara, Nilai, tulis};
use super::atasan::{self, Atasan, Penutup};
use super::bagian::Antara;
use super::baris::{self, Baris};
use super::belanja::{self, Belanja};
use super::cetakan::{self, Cetakan};
use super::isian::{Anggaran, Simpul};
use super::kepala::Tabel;
use super::kisi::Lembar;
use super::kode::{self, Jenis, Kode};
use super::kolom::{hanya_uang, kolom, persen, uang};
use super::makna::Makna;
use super::masalah::Masalah;
use super::peta::Peta;
use super::sambung::Sambungan;
use super::tanpa_kode::{self, Jalan};
use super::total::{self, Jumlah};
use super::{blok, bukti, dpa, judul, kumulatif, pecahan, selisih, skpd, sumber};
use crate::diagnostic::Pesan;
use crate::pesan;
use indexmap::IndexMap;

/// Reads a budget.
pub fn susun(
    lembar: &Lembar,
    tabel: &Tabel,
    peta: &Peta,
    (tahun, batas): (i32, u32),
    masalah: &mut Vec<Masalah>,
) -> Anggaran {
    let columns = kolom(lembar, tabel, masalah);
    if columns.is_empty() && masalah.is_empty() {
        masalah.push(judul::tanpa_ukuran(lembar, tabel));
    }
    let (sampai, said) = judul::sampai((lembar, tabel, peta), (tahun, batas)).unzip();
    let mut catatan: Vec<Pesan> = said.into_iter().collect();
    let rows = baris::baca(lembar, tabel, masalah, &mut catatan);
    let rows = blok::setahun(lembar, tabel, rows, tahun, masalah);
    let other = skpd::lain(lembar, tabel, peta, masalah);
    let rows: Vec<Baris> = rows.into_iter().filter(|b| !other.contains(&b.nomor)).collect();
    blok::tahap_per_baris(lembar, tabel, &rows, masalah);
    blok::dua_tahap(lembar, tabel, &rows, masalah);
    let money: Vec<usize> = columns.iter().filter(|(_, n)| uang(n)).map(|(at, _)| *at).collect();
    let refunds: Vec<usize> = tabel.kolom.iter().filter(|k| k.makna == Makna::Setoran).map(|k| k.indeks).collect();
    let cells: Vec<(usize, usize)> =
        rows.iter().flat_map(|b| money.iter().chain(&refunds).map(|at| (b.nomor, *at))).collect();
    let style = angka::gaya(lembar, &cells, peta, masalah);
    super::satuan::periksa(lembar, tabel, peta, masalah);
    let times = |at: usize| peta.kali_di(&tabel.kolom, at);
    catatan.extend(angka::dibulatkan(lembar, &cells, &times));
    blok::tanda_setoran(lembar, &cells, &refunds, masalah);
    judul::periksa((lembar, tabel, peta), sampai.is_some(), (tahun, batas), masalah);
    let cara = Cara { style, kali: 1, strip: peta.strip.as_deref() };
    let kali = |at: usize| peta.kali_di(&tabel.kolom, at);
    let mut work = Kerja {
        lembar,
        cara,
        kali: &kali,
        columns: &columns,
        refunds: &refunds,
        masalah,
        out: Anggaran {
            kolom: columns.iter().map(|(_, n)| n.clone()).collect(),
            simpul: IndexMap::new(),
            total: None,
            style,
            catatan,
        },
        belanja: IndexMap::new(),
        atasan: Vec::new(),
        tutup: Vec::new(),
        sambungan: Sambungan::baru(
            peta.sambungan.as_deref(),
            rows.iter().any(|b| b.kode.is_some() || b.rekening.is_some()),
        ),
        skpd: peta.skpd.as_deref(),
        diperbaiki: Vec::new(),
        kini: None,
        sesimpul: false,
        berkode: rows.iter().any(|b| b.kode.is_some() || b.rekening.is_some()),
        rekening: rows.iter().any(|b| b.rekening.is_some()),
        dilewati: Vec::new(),
        rusak: Vec::new(),
        antara: Antara::default(),
        jumlah: Vec::new(),
        cetakan: IndexMap::new(),
        per_sumber: Vec::new(),
        tercetak: peta.jumlah.is_some(),
        jalan: Jalan::default(),
        sumber: sumber::baca(lembar, tabel),
    };
    for code in dpa::konteks(lembar, tabel) {
        work.sesimpul = true;
        work.kini = Some(work.simpul(&code, Some(code.nama.clone()).filter(|n| !n.is_empty()), tabel.kepala.0));
    }
    for row in &rows {
        work.baris(row);
    }
    let mut out = work.selesai(tabel);
    let mut at: Vec<usize> = columns.iter().map(|(at, _)| *at).collect();
    selisih::periksa(lembar, tabel, peta, &mut at, &mut out, masalah);
    kumulatif::periksa(lembar, tabel, peta, &at, &mut out, masalah);
    bukti::sisa(&mut out);
    pecahan::uji((lembar, tabel, peta), at, &mut out, masalah);
    judul::tandai(&mut out, sampai, peta);
    out
}

struct Kerja<'a> {
    lembar: &'a Lembar,
    cara: Cara<'a>,
    /// By what the amounts of a column are multiplied.
    kali: &'a dyn Fn(usize) -> i64,
    columns: &'a [(usize, String)],
    refunds: &'a [usize],
    masalah: &'a mut Vec<Masalah>,
    out: Anggaran,
    /// Amounts by node and kind of spending, in rows of their own.
    belanja: Belanja,
    /// Rows above the tree, and rows that close a node of it.
    atasan: Vec<Atasan>,
    tutup: Vec<Penutup>,
    /// Names that go on in the row below.
    sambungan: Sambungan<'a>,
    /// The agency whose rows are read, if the map says so.
    skpd: Option<&'a str>,
    /// Codes whose form was mended: place and reading.
    diperbaiki: Vec<String>,
    /// The node the rows of spending below belong to.
    kini: Option<String>,
    /// Whether all of the table is about one node, which stands above it.
    sesimpul: bool,
    /// Whether rows are told apart by codes.
    berkode: bool,
    /// Whether there are codes of spending.
    rekening: bool,
    /// Rows with amounts and without a code among those that have one.
    dilewati: Vec<String>,
    /// Rows whose code cannot be read, and its column.
    rusak: Vec<(usize, usize)>,
    /// Headings between rows with codes.
    antara: Antara,
    /// Rows that add up.
    jumlah: Vec<Jumlah>,
    /// The rows of each node.
    cetakan: cetakan::Semua,
    /// Sums of one source of funds: row, source, cells.
    per_sumber: Vec<(usize, String, Vec<Nilai>)>,
    /// Whether the map says that sums are copied as they are printed.
    tercetak: bool,
    /// The way down to the last row without a code.
    jalan: Jalan,
    /// The source of funds that each row stands under.
    sumber: sumber::Sumber,
}

impl Kerja<'_> {
    fn simpul(&mut self, code: &Kode, nama: Option<String>, row: usize) -> String {
        let dalam = code.dalam().unwrap_or(0);
        // Parents come before, so that the tree is whole though the file has leaves only.
        if let Some(above) = code.induk().and_then(|k| kode::baca(&k)) {
            self.simpul(&above, None, row);
        }
        let node = self.out.simpul.entry(code.kode.clone()).or_insert(Simpul {
            resmi: Some(code.kode.clone()),
            dalam,
            nama: None,
            induk: None,
            sel: None,
            sumber: Vec::new(),
            dijumlahkan: false,
            baris: row,
            indikator: (Vec::new(), None),
        });
        node.nama = node.nama.take().or(nama);
        code.kode.clone()
    }

    fn sel(&mut self, row: usize) -> Vec<Nilai> {
        let mut out = Vec::new();
        for (at, name) in self.columns {
            // A percentage has no thousands of rupiah.
            let kali = if persen(name) { 1 } else { (self.kali)(*at) };
            let cara = Cara { kali, ..self.cara };
            let value = angka::baca(self.lembar, (row, *at), cara, uang(name));
            out.push(value.unwrap_or_else(|m| {
                self.masalah.push(m);
                Nilai::Tiada
            }));
        }
        for at in self.refunds {
            // Nothing was paid back where a dash stands, and a minus in front of what was is no second one.
            let cara = Cara { kali: (self.kali)(*at), strip: Some("0"), ..self.cara };
            let back = angka::baca(self.lembar, (row, *at), cara, true).unwrap_or_else(|m| {
                self.masalah.push(m);
                Nilai::Tiada
            });
            let back = back.angka().map(|value| value.abs());
            let place = self.columns.iter().position(|(_, n)| n.starts_with("realisasi"));
            let net = place.and_then(|p| Some((p, out[p].angka()?.checked_sub(back.filter(|b| !b.is_zero())?)?)));
            if let Some((place, net)) = net {
                out[place] = Nilai::Angka(net, tulis(net, self.cara.style));
            }
        }
        out
    }

    fn baris(&mut self, row: &Baris) {
        if row.total {
            let cells = self.sel(row.nomor);
            // A total without an amount is a heading, or of a block that is not read.
            if cells.iter().any(|c| c.angka().is_some()) {
                let letak = self.lembar.alamat(row.nomor, 0);
                let words: Vec<String> = self.lembar.baris[row.nomor].iter().map(|c| c.tulisan()).collect();
                let teks = words.into_iter().find(|t| total::total(t)).unwrap_or_default();
                if let Some(simpul) = atasan::ditutup(&teks, &self.out.simpul) {
                    self.tutup.push(Penutup { letak, teks: teks.clone(), simpul, sel: cells.clone() });
                }
                self.jumlah.push((total::bagian(&teks), cells));
            }
            return;
        }
        let node = row.kode.as_ref().filter(|k| k.dalam().is_some()).cloned();
        // Half a tree is worse than none: amounts below would go to the node before.
        if let (Some(column), None, false) = (row.rusak, &node, self.sesimpul) {
            return self.rusak.push((row.nomor, column));
        }
        if let Some(code) = &node {
            let dalam = code.dalam().unwrap_or(0);
            if code.diperbaiki {
                self.diperbaiki.push(format!("{} → {}", self.lembar.alamat(row.nomor, 0), code.kode));
            }
            let nama = row.tingkat[dalam].clone().or_else(|| row.nama.clone().filter(|_| row.rekening.is_none()));
            let key = self.simpul(code, nama, row.nomor);
            for (level, nama) in row.tingkat.iter().enumerate().take(dalam) {
                let mut above = code.clone();
                while let Some(next) = above.induk().and_then(|k| kode::baca(&k)) {
                    if next.dalam() == Some(level) {
                        self.simpul(&next, nama.clone(), row.nomor);
                    }
                    above = next;
                }
            }
            self.sambungan.dinamai(row.nomor, &key);
            self.kini = Some(key);
        } else if row.kode.is_some() && row.rekening.is_none() {
            // Urusan, bidang and SKPD print the same money once more; below one node such a code is a kind of spending.
            if !self.sesimpul {
                self.kini = None;
                self.di_atas(row);
            }
            return;
        } else if row.lanjut {
            // The node stands in a row above, and this is more of it from another source.
            let cells = self.sel(row.nomor);
            match self.kini.clone() {
                Some(key) => self.cetak(&key, cells, row.nomor, true),
                None => self.dilewati.push(self.lembar.alamat(row.nomor, 0)),
            }
            return;
        } else if let (None, None) = (&row.kode, &row.rekening) {
            return self.tanpa_kode(row);
        }
        let Some(key) = self.kini.clone() else { return };
        let cells = self.sel(row.nomor);
        match (&row.rekening, node.is_some()) {
            (Some(rekening), _) => {
                let place = self.lembar.alamat(row.nomor, 0);
                self.belanja.entry(key).or_default().push((place, rekening.clone(), cells));
            }
            (None, true) => self.cetak(&key, cells, row.nomor, false),
            (None, false) => {}
        }
    }

    /// A row that has a name and no code. Where the others have codes it is a heading or a remark, and is named.
    fn tanpa_kode(&mut self, row: &Baris) {
        let cells = self.sel(row.nomor);
        let money = self.columns.iter().zip(&cells).any(|((_, name), cell)| uang(name) && *cell != Nilai::Tiada);
        if !money && self.sambungan.uji(self.lembar, row.nomor, &mut self.out) {
            return;
        }
        if self.berkode {
            if money && self.lembar.baris[row.nomor].iter().any(|c| skpd::judul(&c.tulisan()).is_some()) {
                return self.di_atas(row);
            }
            let name = row.nama.as_deref().and_then(super::dana::jumlah_sumber);
            if let Some(source) = name.filter(|_| money) {
                return self.per_sumber.push((row.nomor, source, cells));
            }
            self.antara.catat(self.lembar, row.nomor, Some(cells).filter(|_| money), self.sesimpul);
            return;
        }
        // A heading above its parts; what has none below it is left out at the end, as a name under a signature is.
        if !money {
            let _ = tanpa_kode::taruh(self.lembar, row, &mut self.jalan, &mut self.out.simpul);
            return;
        }
        match tanpa_kode::taruh(self.lembar, row, &mut self.jalan, &mut self.out.simpul) {
            Ok(key) => {
                self.sambungan.dinamai(row.nomor, &key);
                self.kini = Some(key.clone());
                self.cetak(&key, cells, row.nomor, false);
            }
            Err(m) => self.masalah.push(m),
        }
    }

    /// A row of an urusan or an agency: kept to be held against the programs below it.
    fn di_atas(&mut self, row: &Baris) {
        let before = self.masalah.len();
        let sel = self.sel(row.nomor);
        // It is not written: what it holds instead of amounts is nobody's question.
        self.masalah.truncate(before);
        let office = row.kode.as_ref().is_none_or(|k| k.jenis == Jenis::Skpd);
        let teks = row.kode.as_ref().map(|k| k.kode.clone()).or(row.nama.clone()).unwrap_or_default();
        let urusan = Some(teks.clone()).filter(|_| !office);
        self.atasan.push(Atasan { letak: self.lembar.alamat(row.nomor, 0), urusan, teks, sel });
    }

    fn cetak(&mut self, key: &str, sel: Vec<Nilai>, row: usize, lanjut: bool) {
        if sel.iter().any(|c| *c != Nilai::Tiada) {
            let own = Cetakan { baris: row, sumber: self.sumber.pada(row), lanjut, sel };
            self.cetakan.entry(key.to_string()).or_default().push(own);
        }
    }

    fn selesai(mut self, tabel: &Tabel) -> Anggaran {
        self.masalah.extend(self.sambungan.tanya(self.lembar));
        let at =
            cetakan::Tempat { lembar: self.lembar, kolom: self.columns, tercetak: self.tercetak, sumber: &self.sumber };
        let left = cetakan::pasang(&mut self.out, std::mem::take(&mut self.cetakan), &at, self.masalah);
        cetakan::per_sumber(&mut self.out, &self.per_sumber, &at);
        self.jumlah.extend(left.jumlah.into_iter().map(|(_, row)| (false, row.sel)));
        atasan::tutup(&mut self.out, std::mem::take(&mut self.tutup));
        belanja::pasang(&mut self.out, std::mem::take(&mut self.belanja));
        for cells in self.out.simpul.values_mut().filter(|n| n.dijumlahkan).filter_map(|n| n.sel.as_mut()) {
            hanya_uang(cells, self.columns.iter().map(|(_, n)| n));
        }
        if !self.diperbaiki.is_empty() {
            let (n, list) = (self.diperbaiki.len(), self.diperbaiki[..self.diperbaiki.len().min(8)].join("; "));
            self.out.catatan.push(pesan!("{n} kode diperbaiki bentuknya: {list}", "{n} codes were mended: {list}"));
        }
        self.dilewati.extend(self.antara.periksa(&mut self.out, tabel.isi.end));
        if !self.dilewati.is_empty() {
            let (n, list) = (self.dilewati.len(), self.dilewati[..self.dilewati.len().min(8)].join("; "));
            self.out.catatan.push(pesan!(
                "{n} baris tanpa kode tidak dibaca: {list}",
                "{n} rows without a code are not read: {list}"
            ));
        }
        let same = super::kembar::jumlahkan(&mut self.out, left.sama);
        if !same.is_empty() {
            let (n, list) = (same.len(), same[..same.len().min(8)].join("; "));
            self.out.catatan.push(pesan!(
                "{n} baris tercetak lagi dengan angka yang sama dan dibaca sekali saja: {list}; bila keduanya uang yang berbeda, jumlahkan dahulu di berkasnya",
                "{n} rows are printed again with the same figures and read once only: {list}; if they are different money, add them up in the file first"
            ));
        }
        self.out.buang_kosong();
        // Percentages add up to nothing, and the sum of the only program is that of all.
        let money = |n: &usize| uang(&self.out.kolom[*n]) && !persen(&self.out.kolom[*n]);
        let sum = |n: usize| Some(n).filter(money).and_then(|n| self.out.jumlah_daun(n));
        let leaves: Vec<_> = (0..self.out.kolom.len()).map(sum).collect();
        let roots = self.out.simpul.values().filter(|n| n.dalam == 0).count();
        let nodes: Vec<_> = self.out.simpul.values().filter(|_| roots > 1).filter_map(|n| n.sel.as_ref()).collect();
        self.out.total = total::pilih(std::mem::take(&mut self.jumlah), &leaves, &nodes);
        let above = atasan::periksa(&mut self.out, &self.atasan, self.skpd);
        self.out.total = self.out.total.take().or(above.filter(|_| roots > 1));
        let added = self.out.simpul.values().filter(|n| n.dijumlahkan).count();
        if added > 0 {
            self.out.catatan.push(pesan!(
                "{added} simpul dijumlahkan dari beberapa baris: jumlahnya sendiri tidak tercetak",
                "{added} nodes are added up from several rows: no row prints their sum"
            ));
        }
        // The total of a table about one node is of that node, whatever others the sheet has.
        self.masalah.extend(cetakan::periksa(&self.out, &at).filter(|_| !self.sesimpul));
        let open = tanpa_kode::satukan(self.masalah);
        if let Some((row, column)) = self.rusak.first() {
            self.masalah.push(judul::kode_rusak(self.lembar, (*row, *column), &self.rusak));
        } else if self.out.simpul.is_empty() && !open {
            self.masalah.push(judul::tanpa_simpul(self.lembar, tabel, self.rekening));
        }
        self.out
    }
}
