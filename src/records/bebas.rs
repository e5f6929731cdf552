//! Tabel bebas: printed tables with rows and columns of their own, and the derivations their columns name.

use super::cell::{Harapan, Sel};
use super::kolom::{self, Masa, boleh_nilai};
use super::reader::{At, Reader};
use super::tabel::{
    Cetakan, Konteks, Sumber, check_cetakan, check_width, default_style, read_cetakan, read_pangkat, read_rincian,
    read_sel, read_style, read_sumber,
};
use crate::diagnostic::Jalur;
use crate::number::{Boleh, Satu, Satuan, Style};
use crate::pesan;
use std::collections::BTreeSet;

/// A column of a free table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KolomBebas {
    /// Code, unique in the table.
    pub kode: String,
    /// Heading.
    pub nama: String,
    /// Unit of its numbers.
    pub satuan: Option<String>,
    /// Whether it holds text.
    pub teks: bool,
    /// Period, when not the year of the record.
    pub masa: Option<Masa>,
    /// What it measures, so that a chart knows; by default the code.
    pub ukuran: String,
    /// How it is derived from other columns.
    pub rumus: Option<Rumus>,
}

/// A derivation inside one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rumus {
    /// Which.
    pub fungsi: Fungsi,
    /// Codes of the columns it takes.
    pub dari: Vec<String>,
}

/// The derivations a printed table can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fungsi {
    /// a / b × 100
    Persen,
    /// a − b
    Selisih,
    /// a + b + …
    Jumlah,
    /// a × b
    Kali,
    /// (a + b + …) / n
    Rata,
}

impl Fungsi {
    const SEMUA: [(&'static str, Fungsi); 5] = [
        ("persen", Fungsi::Persen),
        ("selisih", Fungsi::Selisih),
        ("jumlah", Fungsi::Jumlah),
        ("kali", Fungsi::Kali),
        ("rata", Fungsi::Rata),
    ];

    /// The word an author writes.
    pub fn kata(self) -> &'static str {
        Self::SEMUA.iter().find(|(_, f)| *f == self).map_or("", |(w, _)| w)
    }
}

/// A row of a free table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarisBebas {
    /// Code, unique in the table: row numbers repeat, so they are no key.
    pub kode: String,
    /// Name as printed.
    pub nama: String,
    /// The row this one details.
    pub induk: Option<String>,
    /// Unit, when it differs from the column's.
    pub satuan: Option<String>,
    /// Whether it is a printed total.
    pub jumlah: bool,
    /// The rows it totals, when not all of its level.
    pub jumlah_dari: Vec<String>,
    /// The two rows whose difference it is: the first without the second.
    pub selisih_dari: Vec<String>,
    /// Whether its details are only some of its parts.
    pub rincian_sebagian: bool,
    /// Cells, one per column; `None` where a cell could not be read.
    pub nilai: Vec<Option<Sel>>,
}

/// A printed table with rows and columns of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TabelBebas {
    /// Code, unique in its file.
    pub kode: String,
    /// What it is about; decides where and how it is shown.
    pub tema: String,
    /// Title.
    pub judul: String,
    /// Where it is printed.
    pub sumber: Sumber,
    /// Why its rows must not be added up, when they must not.
    pub tak_dijumlahkan: Option<String>,
    /// A remark.
    pub catatan: Option<String>,
    /// Where its own words differ from what it holds.
    pub cetakan: Cetakan,
    /// Columns.
    pub kolom: Vec<KolomBebas>,
    /// Rows.
    pub baris: Vec<BarisBebas>,
}

/// Reads a free table.
pub fn read_bebas(r: &mut Reader, at: &At<'_>, konteks: &Konteks<'_>) -> Option<TabelBebas> {
    let mut obj = r.object(at)?;
    let kode = obj.need(r, "kode", ("`kode: layanan-jenis`", "`kode: layanan-jenis`")).and_then(|at| r.kode(&at));
    let tema = obj.need(r, "tema", ("`tema: layanan`", "`tema: layanan`")).and_then(|at| r.kode(&at));
    let judul = obj.need_string(r, "judul", "PMKS menurut jenis");
    let sumber = read_sumber(r, &mut obj, konteks);
    let style =
        read_style(r, &mut obj).or_else(|| default_style(sumber.as_ref(), konteks)).unwrap_or(Style::TidakDinyatakan);
    let added = obj.get("penjumlahan").and_then(|at| r.boolean(&at)).unwrap_or(true);
    let alasan = obj.string(r, "alasan");
    if !added && alasan.is_none() {
        r.galat(
            "alasan-hilang",
            &obj.jalur,
            pesan!("`penjumlahan: tidak` tanpa `alasan`", "`penjumlahan: tidak` without `alasan`"),
        )
        .help = Some(pesan!(
            "tulis `alasan: satu klien menerima beberapa layanan`",
            "write `alasan: one client receives several services`"
        ));
    }
    let catatan = obj.string(r, "catatan");
    let cetakan = read_cetakan(r, &mut obj);
    let pangkat = read_pangkat(r, &mut obj);
    let kolom = match obj.need(
        r,
        "kolom",
        ("`kolom:` berisi `{kode, nama, satuan}`", "`kolom:` holding `{kode, nama, satuan}`"),
    ) {
        Some(at) => r.list(&at).iter().filter_map(|at| read_kolom_bebas(r, at, konteks)).collect(),
        None => Vec::new(),
    };
    check_rumus(r, &kolom, &obj.jalur);
    let baris =
        match obj.need(r, "baris", ("`baris:` berisi `{kode, nama, nilai}`", "`baris:` holding `{kode, nama, nilai}`"))
        {
            Some(at) => r.list(&at).iter().filter_map(|at| read_baris_bebas(r, at, &kolom, style, pangkat)).collect(),
            None => Vec::new(),
        };
    let table = TabelBebas {
        kode: kode?,
        tema: tema?,
        judul: judul?,
        sumber: sumber?,
        tak_dijumlahkan: if added { None } else { alasan },
        catatan,
        cetakan,
        kolom,
        baris,
    };
    let keys: BTreeSet<&str> = table.baris.iter().map(|b| b.kode.as_str()).collect();
    check_cetakan(r, &table.cetakan, &keys, &obj.jalur);
    check_rows(r, &table, &keys, &obj.jalur);
    obj.finish(r);
    Some(table)
}

fn read_kolom_bebas(r: &mut Reader, at: &At<'_>, konteks: &Konteks<'_>) -> Option<KolomBebas> {
    let mut obj = r.object(at)?;
    let kode = obj.need(r, "kode", ("`kode: terdata`", "`kode: terdata`")).and_then(|at| r.kode(&at));
    let nama = obj.need_string(r, "nama", "Jumlah PMKS");
    let satuan = obj.string(r, "satuan");
    let teks = obj.get("teks").and_then(|at| r.boolean(&at)).unwrap_or(false);
    let masa = obj.get("masa").and_then(|at| {
        let word = r.string(&at)?;
        let masa = kolom::read_masa(&word);
        if masa.is_none() {
            r.galat("masa-salah", &at.jalur, pesan!("`{word}` bukan masa", "`{word}` is not a period")).help =
                Some(kolom::contoh_masa());
        }
        masa
    });
    let ukuran = obj.string(r, "ukuran").or_else(|| kode.clone());
    let rumus = obj.get("rumus").and_then(|at| {
        let text = r.string(&at)?;
        let parsed = parse_rumus(&text);
        if parsed.is_none() {
            r.galat("rumus-salah", &at.jalur, pesan!("rumus `{text}` tidak dikenal", "unknown formula `{text}`")).help =
                Some(pesan!("tulis `persen(a, b)`, `selisih(a, b)`, `jumlah(a, b)`, `kali(a, b)` atau `rata(a, b)` dengan kode kolom", "write `persen(a, b)`, `selisih(a, b)`, `jumlah(a, b)`, `kali(a, b)` or `rata(a, b)` with column codes"));
        }
        parsed
    });
    obj.finish(r);
    if konteks.tahun.is_none() && masa.is_none() && !teks {
        r.galat(
            "masa-hilang",
            &at.jalur,
            pesan!("kolom ini belum menyebut tahunnya", "this column does not state its year"),
        )
        .help =
            Some(pesan!("di opd.yaml tulis `masa: 2025` pada kolom", "in opd.yaml write `masa: 2025` on the column"));
    }
    Some(KolomBebas { kode: kode?, nama: nama?, satuan, teks, masa, ukuran: ukuran?, rumus })
}

fn parse_rumus(text: &str) -> Option<Rumus> {
    let (name, rest) = text.trim().split_once('(')?;
    let dari: Vec<String> = rest.strip_suffix(')')?.split(',').map(|k| k.trim().to_string()).collect();
    let (_, fungsi) = Fungsi::SEMUA.iter().find(|(word, _)| *word == name.trim())?;
    let fits = match fungsi {
        Fungsi::Persen | Fungsi::Selisih | Fungsi::Kali => dari.len() == 2,
        Fungsi::Jumlah | Fungsi::Rata => dari.len() >= 2,
    };
    (fits && dari.iter().all(|k| !k.is_empty())).then_some(Rumus { fungsi: *fungsi, dari })
}

fn check_rumus(r: &mut Reader, kolom: &[KolomBebas], jalur: &Jalur) {
    for (index, k) in kolom.iter().enumerate() {
        let way = jalur.kunci("kolom").urutan(index);
        if kolom[..index].iter().any(|other| other.kode == k.kode) {
            let kode = &k.kode;
            r.galat(
                "kode-ganda",
                &way,
                pesan!("kolom `{kode}` tertulis dua kali", "the column `{kode}` is written twice"),
            );
        }
        for dari in k.rumus.iter().flat_map(|rumus| &rumus.dari) {
            if !kolom.iter().any(|other| other.kode == *dari) {
                r.galat(
                    "rumus-salah",
                    &way.kunci("rumus"),
                    pesan!(
                        "rumus memakai kolom `{dari}` yang tidak ada",
                        "the formula uses the column `{dari}`, which does not exist"
                    ),
                );
            }
        }
    }
}

fn read_baris_bebas(
    r: &mut Reader,
    at: &At<'_>,
    kolom: &[KolomBebas],
    style: Style,
    pangkat: u32,
) -> Option<BarisBebas> {
    let mut obj = r.object(at)?;
    let kode = obj.need(r, "kode", ("`kode: fakir-miskin`", "`kode: fakir-miskin`")).and_then(|at| r.kode(&at));
    let nama = obj.need_string(r, "nama", "Keluarga fakir miskin");
    let induk = obj.string(r, "induk");
    let satuan = obj.string(r, "satuan");
    let jumlah = obj.get("jumlah").and_then(|at| r.boolean(&at)).unwrap_or(false);
    let jumlah_dari = obj.strings(r, "jumlah_dari");
    let selisih_dari = match obj.get("selisih_dari") {
        Some(at) => {
            let rows = r.strings(&at);
            if rows.len() != 2 {
                r.galat(
                    "jenis-nilai",
                    &at.jalur,
                    pesan!("`selisih_dari` menyebut dua baris", "`selisih_dari` names two rows"),
                )
                .help = Some(pesan!(
                    "tulis `selisih_dari: [pendapatan, belanja]`: baris pertama dikurangi baris kedua",
                    "write `selisih_dari: [pendapatan, belanja]`: the first row less the second"
                ));
            }
            rows
        }
        None => Vec::new(),
    };
    let rincian_sebagian = read_rincian(r, &mut obj);
    let nilai = match obj.need(r, "nilai", ("`nilai: [\"103.110\", \"100%\"]`", "`nilai: [\"103.110\", \"100%\"]`")) {
        Some(at) => {
            let cells = r.list(&at);
            check_width(r, &cells, kolom.len(), &at.jalur);
            cells
                .iter()
                .zip(kolom)
                .map(|(at, kolom)| {
                    let unit = satuan.as_deref().or(kolom.satuan.as_deref()).and_then(Satuan::baca);
                    let boleh = match unit.clone() {
                        Some(Satuan::Rupiah) => Boleh { satu: Satu::Uang, pangkat, lain: true, ..Boleh::satu() },
                        Some(Satuan::Persen) => Boleh { satu: Satu::Persen, lain: true, ..Boleh::satu() },
                        unit => boleh_nilai(unit.as_ref(), false),
                    };
                    let cacah = unit.as_ref().is_some_and(Satuan::cacah);
                    read_sel(
                        r,
                        at,
                        Harapan { teks: kolom.teks, huruf: &[], style, boleh, persen: false, cacah, bebas: true },
                    )
                })
                .collect()
        }
        None => Vec::new(),
    };
    obj.finish(r);
    let jumlah = jumlah || !jumlah_dari.is_empty() || !selisih_dari.is_empty();
    Some(BarisBebas {
        kode: kode?,
        nama: nama?,
        induk,
        satuan,
        jumlah,
        jumlah_dari,
        selisih_dari,
        rincian_sebagian,
        nilai,
    })
}

fn check_rows(r: &mut Reader, table: &TabelBebas, keys: &BTreeSet<&str>, jalur: &Jalur) {
    let mut before = BTreeSet::new();
    for (index, row) in table.baris.iter().enumerate() {
        let way = jalur.kunci("baris").urutan(index);
        let kode = &row.kode;
        if !before.insert(kode) {
            r.galat(
                "kode-ganda",
                &way.kunci("kode"),
                pesan!(
                    "baris `{kode}` tertulis dua kali dalam tabel ini",
                    "the row `{kode}` is written twice in this table"
                ),
            )
            .help = Some(pesan!("beri kode lain, misalnya `{kode}-2`", "give it another code, for example `{kode}-2`"));
        }
        for other in row.induk.iter().chain(&row.jumlah_dari).chain(&row.selisih_dari) {
            if other == kode || !keys.contains(other.as_str()) {
                r.galat(
                    "baris-tak-dikenal",
                    &way,
                    pesan!("baris `{other}` tidak ada dalam tabel ini", "there is no row `{other}` in this table"),
                );
            }
        }
    }
}
