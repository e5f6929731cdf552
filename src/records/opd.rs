//! Opd: what lasts over the years: identity, documents, tujuan and sasaran, indicators, targets of the Renstra.

use super::anggaran::{self, check_sasaran};
use super::bebas::{self, TabelBebas};
use super::daftar::{self, Daftar};
use super::indikator::{self, Indikator};
use super::kata_skala::KataSkala;
use super::kode;
use super::metode::{self, Metode};
use super::penerus;
use super::reader::{At, Reader};
use super::riwayat_opd::{self, NamaLama};
use super::tabel::{self, Konteks, Subjek, TabelUkur};
use super::tautan;
use super::urusan;
use crate::diagnostic::{Jalur, Spot};
use crate::number::Style;
use crate::pesan;
use indexmap::IndexMap;
use std::collections::BTreeMap;

/// A source document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dokumen {
    /// Code.
    pub kode: String,
    /// Title.
    pub judul: String,
    /// LKjIP, IKU, LHE, Renstra …
    pub jenis: String,
    /// The year it reports.
    pub tahun: Option<i32>,
    /// Its date.
    pub tanggal: Option<String>,
    /// Where it can be opened.
    pub tautan: Option<String>,
    /// How it writes numbers.
    pub style: Option<Style>,
    /// A remark.
    pub catatan: Option<String>,
}

/// A planning period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renstra {
    /// Code.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// First year.
    pub awal: i32,
    /// Last year.
    pub akhir: i32,
}

/// A strategic goal (sasaran) under a tujuan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sasaran {
    /// Code.
    pub kode: String,
    /// Name as printed.
    pub nama: String,
}

/// A tujuan with its sasaran.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tujuan {
    /// Code.
    pub kode: String,
    /// Name as printed.
    pub nama: String,
    /// Document that prints it.
    pub dokumen: Option<String>,
    /// Place in that document.
    pub letak: Option<String>,
    /// Its sasaran.
    pub sasaran: Vec<Sasaran>,
}

/// An office holder: by office, never by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pimpinan {
    /// Name.
    pub nama: String,
    /// Office.
    pub jabatan: String,
    /// Year of the document.
    pub tahun: Option<i32>,
    /// Document.
    pub dokumen: Option<String>,
    /// Place.
    pub letak: Option<String>,
}

/// One agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opd {
    /// How its reports compute what they print, unless one says otherwise.
    pub metode: Option<Metode>,
    /// Folder name: its address.
    pub kode: String,
    /// Full name.
    pub nama: String,
    /// Short name.
    pub singkatan: String,
    /// Names it had before.
    pub riwayat: Vec<NamaLama>,
    /// Folders it was published under before.
    pub alamat_lama: Vec<String>,
    /// Fields of government.
    pub urusan: Vec<String>,
    /// Office address.
    pub alamat: Option<String>,
    /// Website as printed.
    pub situs: Option<String>,
    /// Office mail.
    pub surel: Option<String>,
    /// Heads.
    pub pimpinan: Vec<Pimpinan>,
    /// Documents by code.
    pub dokumen: IndexMap<String, Dokumen>,
    /// Planning periods.
    pub renstra: Vec<Renstra>,
    /// Tujuan and sasaran.
    pub tujuan: Vec<Tujuan>,
    /// Indicators by code.
    pub indikator: IndexMap<String, Indikator>,
    /// Targets over the years.
    pub kinerja: Vec<TabelUkur>,
    /// Free tables over the years.
    pub tabel: Vec<TabelBebas>,
    /// Lists over the years.
    pub daftar: Vec<Daftar>,
}

impl Opd {
    /// A sasaran by its code.
    pub fn sasaran(&self, kode: &str) -> Option<&Sasaran> {
        self.tujuan.iter().flat_map(|t| &t.sasaran).find(|s| s.kode == kode)
    }

    /// How early a year speaks of an indicator: what another one had replaced by then comes last, the main one or what replaced
    /// it first, then IKU.
    pub fn giliran(&self, def: &Indikator, tahun: i32) -> (bool, bool, bool) {
        let replaced = |i: &Indikator| i.penerus.as_ref().is_some_and(|next| next.sejak <= tahun);
        let heir = |i: &Indikator| i.utama && replaced(i) && i.penerus.as_ref().is_some_and(|n| n.kode == def.kode);
        let chief = def.utama || self.indikator.values().any(heir);
        (replaced(def), !chief, !def.iku)
    }

    /// Its full name in a year.
    pub fn nama_pada(&self, tahun: i32) -> &str {
        riwayat_opd::pada(&self.riwayat, tahun).map_or(&self.nama, |n| &n.nama)
    }

    /// Its short name in a year.
    pub fn singkatan_pada(&self, tahun: i32) -> &str {
        riwayat_opd::pada(&self.riwayat, tahun).map_or(&self.singkatan, |n| &n.singkatan)
    }

    /// The codes of all sasaran.
    pub fn kode_sasaran(&self) -> Vec<String> {
        self.tujuan.iter().flat_map(|t| &t.sasaran).map(|s| s.kode.clone()).collect()
    }

    /// The indicator that opens a record's page: marked `utama`, or the first IKU.
    pub fn utama(&self) -> Option<&Indikator> {
        let mut all = self.indikator.values();
        all.clone().find(|i| i.utama).or_else(|| all.find(|i| i.iku))
    }
}

/// Reads `opd.yaml`.
pub fn read(r: &mut Reader, at: &At<'_>, kode: &str, huruf: &BTreeMap<String, Vec<KataSkala>>) -> Option<Opd> {
    let mut obj = r.object(at)?;
    let nama = obj.need_string(r, "nama", "Dinas Kesehatan Kabupaten Blitar");
    let singkatan = obj.string(r, "singkatan").or_else(|| nama.clone());
    let urusan = urusan::read(r, &mut obj);
    let riwayat = riwayat_opd::nama(r, &mut obj);
    let alamat_lama = riwayat_opd::alamat(r, &mut obj, kode);
    let alamat = obj.string(r, "alamat");
    let situs = obj.string(r, "situs");
    let surel = obj.string(r, "surel");
    let dokumen = match obj.need(
        r,
        "dokumen",
        ("`dokumen:` berisi `kode: {judul, jenis, tahun}`", "`dokumen:` holding `code: {judul, jenis, tahun}`"),
    ) {
        Some(at) => read_keyed(r, &at, read_dokumen),
        None => IndexMap::new(),
    };
    let pimpinan = obj.list(r, "pimpinan", |r, at| read_pimpinan(r, at, &dokumen));
    let renstra = obj.list(r, "renstra", read_renstra);
    let tujuan = obj.list(r, "tujuan", |r, at| read_tujuan(r, at, &dokumen));
    let indikator = match obj.get("indikator") {
        Some(at) => read_keyed(r, &at, |r, kode, at| indikator::read(r, kode, at, &dokumen)),
        None => IndexMap::new(),
    };
    let mut opd = Opd {
        metode: None,
        kode: kode.to_string(),
        nama: String::new(),
        singkatan: String::new(),
        riwayat,
        alamat_lama,
        urusan,
        alamat,
        situs,
        surel,
        pimpinan,
        dokumen,
        renstra,
        tujuan,
        indikator,
        kinerja: Vec::new(),
        tabel: Vec::new(),
        daftar: Vec::new(),
    };
    let sasaran = opd.kode_sasaran();
    let konteks =
        Konteks { dokumen: &opd.dokumen, utama: None, tahun: None, batas: None, indikator: &opd.indikator, huruf };
    let kinerja = obj.list(r, "kinerja", |r, at| read_kinerja(r, at, &konteks, &sasaran));
    let tabel = obj.list(r, "tabel", |r, at| bebas::read_bebas(r, at, &konteks));
    let daftar = obj.list(r, "daftar", |r, at| daftar::read(r, at, &konteks));
    opd.metode = obj.get("metode").and_then(|at| metode::read(r, &at));
    check_links(r, &opd, huruf, &at.jalur);
    obj.finish(r);
    opd.kinerja = kinerja;
    opd.tabel = tabel;
    opd.daftar = daftar;
    Some(Opd { nama: nama?, singkatan: singkatan?, ..opd })
}

/// Reads a table about indicators.
pub fn read_kinerja(r: &mut Reader, at: &At<'_>, konteks: &Konteks<'_>, sasaran: &[String]) -> Option<TabelUkur> {
    let codes: std::collections::BTreeSet<String> = konteks.indikator.keys().cloned().collect();
    let subjek = |r: &mut Reader, key: &str, jalur: &Jalur| -> Option<Subjek> {
        anggaran::read_subjek(r, key, jalur, &codes, sasaran)
    };
    tabel::read_ukur(r, at, konteks, false, &subjek)
}

/// Reads a map of `code: {...}`, codes checked.
fn read_keyed<T>(
    r: &mut Reader,
    at: &At<'_>,
    mut read: impl FnMut(&mut Reader, &str, &At<'_>) -> Option<T>,
) -> IndexMap<String, T> {
    let mut map = IndexMap::new();
    for (key, at) in r.entries(at) {
        if let Some((message, help)) = kode::salah_subjek(key) {
            let spot = Spot::Kunci(at.jalur.clone(), 0);
            r.found.push(crate::diagnostic::Diagnostic::galat("kode-salah", &r.berkas, spot, message).bantuan(help));
        }
        if let Some(value) = read(r, key, &at) {
            map.entry(key.to_string()).or_insert(value);
        }
    }
    map
}

fn read_dokumen(r: &mut Reader, kode: &str, at: &At<'_>) -> Option<Dokumen> {
    let mut obj = r.object(at)?;
    let judul = obj.need_string(r, "judul", "Laporan Kinerja Instansi Pemerintah ... Tahun 2024");
    let jenis = obj.need_string(r, "jenis", "LKjIP");
    let dokumen = Dokumen {
        kode: kode.to_string(),
        judul: String::new(),
        jenis: String::new(),
        tahun: obj.get("tahun").and_then(|at| r.tahun(&at)),
        tanggal: obj.get("tanggal").and_then(|at| r.date(&at)),
        tautan: obj.get("tautan").and_then(|at| tautan::baca(r, &at)),
        style: tabel::read_style(r, &mut obj),
        catatan: obj.string(r, "catatan"),
    };
    obj.finish(r);
    // Kept in spite of a missing title (which was reported), so that what cites it is not called unknown.
    Some(Dokumen { judul: judul.unwrap_or_default(), jenis: jenis.unwrap_or_default(), ..dokumen })
}

fn read_pimpinan(r: &mut Reader, at: &At<'_>, dokumen: &IndexMap<String, Dokumen>) -> Option<Pimpinan> {
    let mut obj = r.object(at)?;
    let nama = obj.need_string(r, "nama", "Nama, S.Sos");
    let jabatan = obj.need_string(r, "jabatan", "Kepala Dinas");
    let tahun = obj.get("tahun").and_then(|at| r.tahun(&at));
    let doc = obj.get("dokumen").and_then(|at| {
        let kode = r.string(&at)?;
        tabel::check_dokumen(r, &kode, &at.jalur, dokumen);
        Some(kode)
    });
    let letak = obj.string(r, "letak");
    obj.finish(r);
    Some(Pimpinan { nama: nama?, jabatan: jabatan?, tahun, dokumen: doc, letak })
}

fn read_renstra(r: &mut Reader, at: &At<'_>) -> Option<Renstra> {
    let mut obj = r.object(at)?;
    let kode =
        obj.need(r, "kode", ("`kode: renstra-2021-2026`", "`kode: renstra-2021-2026`")).and_then(|at| r.kode(&at));
    let nama = obj.need_string(r, "nama", "Renstra 2021–2026");
    let awal = obj.need(r, "awal", ("`awal: 2021`", "`awal: 2021`")).and_then(|at| r.tahun(&at));
    let akhir = obj.need(r, "akhir", ("`akhir: 2026`", "`akhir: 2026`")).and_then(|at| r.tahun(&at));
    obj.finish(r);
    if let (Some(a), Some(b)) = (awal, akhir)
        && a > b
    {
        r.galat(
            "tahun-terbalik",
            &at.jalur,
            pesan!("Renstra mulai {a} tetapi berakhir {b}", "the Renstra starts in {a} but ends in {b}"),
        );
    }
    Some(Renstra { kode: kode?, nama: nama?, awal: awal?, akhir: akhir? })
}

fn read_tujuan(r: &mut Reader, at: &At<'_>, dokumen: &IndexMap<String, Dokumen>) -> Option<Tujuan> {
    let mut obj = r.object(at)?;
    let kode = obj.need(r, "kode", ("`kode: t1`", "`kode: t1`")).and_then(|at| r.kode(&at));
    let nama = obj.need_string(r, "nama", "Meningkatnya mutu pelayanan");
    let dok = obj.get("dokumen").and_then(|at| {
        let kode = r.string(&at)?;
        tabel::check_dokumen(r, &kode, &at.jalur, dokumen);
        Some(kode)
    });
    let letak = obj.string(r, "letak");
    let sasaran = obj.list(r, "sasaran", |r, at| {
        let mut obj = r.object(at)?;
        let kode = obj.need(r, "kode", ("`kode: s1`", "`kode: s1`")).and_then(|at| r.kode(&at));
        let nama = obj.need_string(r, "nama", "Meningkatnya ketepatan waktu pelayanan");
        obj.finish(r);
        Some(Sasaran { kode: kode?, nama: nama? })
    });
    obj.finish(r);
    Some(Tujuan { kode: kode?, nama: nama?, dokumen: dok, letak, sasaran })
}

/// What indicators point to must exist.
fn check_links(r: &mut Reader, opd: &Opd, huruf: &BTreeMap<String, Vec<KataSkala>>, root: &Jalur) {
    let mut seen = Vec::new();
    for kode in opd.tujuan.iter().map(|t| &t.kode).chain(opd.tujuan.iter().flat_map(|t| &t.sasaran).map(|s| &s.kode)) {
        if seen.contains(&kode) {
            r.galat(
                "kode-ganda",
                &root.kunci("tujuan"),
                pesan!(
                    "kode `{kode}` dipakai dua kali pada tujuan dan sasaran",
                    "the code `{kode}` is used twice among tujuan and sasaran"
                ),
            );
        }
        seen.push(kode);
    }
    for (kode, indikator) in &opd.indikator {
        let way = root.kunci("indikator").kunci(kode);
        if let Some(skala) = &indikator.skala
            && !huruf.contains_key(skala)
        {
            let list = huruf.keys().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ");
            r.galat(
                "skala-tak-dikenal",
                &way.kunci("skala"),
                pesan!(
                    "skala `{skala}` tidak ada dalam folder skala",
                    "there is no scale `{skala}` in the folder skala"
                ),
            )
            .help = Some(pesan!("yang ada: {list}", "there are: {list}"));
        }
        use super::indikator::Tingkat as T;
        if let (T::Sasaran, Some(induk)) = (indikator.tingkat, &indikator.induk)
            && !seen.contains(&induk)
        {
            check_sasaran(r, induk, &way.kunci("induk"), &opd.kode_sasaran());
        }
    }
    penerus::check_kode(r, &opd.indikator, &root.kunci("indikator"));
}
