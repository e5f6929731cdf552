//! Tabel: printed tables about known subjects (budget nodes, indicators), row by row; and what all tables share.

use super::cell::{self, Harapan, Sel};
use super::dekat::{sebut, usul};
use super::indikator::Indikator;
use super::kata_skala::KataSkala;
use super::kolom::{self, Jenis, Kolom, Ukuran};
use super::kolom_uji::{check_kembar, check_masa};
use super::masa_data::BatasData;
use super::opd::Dokumen;
use super::reader::{At, Obj, Reader};
use crate::diagnostic::Jalur;
use crate::number::{PANGKAT_TABEL, Satuan, Style};
use crate::pesan;
use indexmap::IndexMap;
use std::collections::{BTreeMap, BTreeSet};

/// Document and place of everything in one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sumber {
    /// Code of the document in `opd.yaml`.
    pub dokumen: String,
    /// Table or section, as printed: `Tabel 3.17`.
    pub letak: String,
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subjek {
    /// A budget node or an indicator, by its code.
    Kode(String),
    /// All programs of one sasaran, or the sasaran itself.
    Sasaran(String),
    /// The whole tree.
    Total,
}

impl std::fmt::Display for Subjek {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Subjek::Kode(kode) => f.write_str(kode),
            Subjek::Sasaran(kode) => write!(f, "sasaran:{kode}"),
            Subjek::Total => f.write_str("total"),
        }
    }
}

/// What a table prints about itself that differs from what it holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cetakan {
    /// The year its title names, when it is not the year of its figures.
    pub tahun: Option<i32>,
    /// Its title as printed, when the title names something else than the table holds.
    pub judul: Option<String>,
    /// Names printed for a row (`kode`) or one of its cells (`kode/ukuran`), when they name something else.
    pub nama: Vec<(String, String)>,
}

/// Reads `rincian`: whether what stands below is only some of what is printed.
pub fn read_rincian(r: &mut Reader, obj: &mut Obj<'_>) -> bool {
    obj.get("rincian").and_then(|at| r.word(&at, &[("sebagian", true), ("lengkap", false)])).unwrap_or(false)
}

/// Reads `tahun_tercetak`, `judul_tercetak` and `nama_tercetak`.
pub fn read_cetakan(r: &mut Reader, obj: &mut Obj<'_>) -> Cetakan {
    let tahun = obj.get("tahun_tercetak").and_then(|at| r.tahun(&at));
    let judul = obj.string(r, "judul_tercetak");
    let mut nama = Vec::new();
    if let Some(at) = obj.get("nama_tercetak") {
        for (key, at) in r.entries(&at) {
            nama.extend(r.string(&at).map(|text| (key.to_string(), text)));
        }
    }
    Cetakan { tahun, judul, nama }
}

/// A printed name belongs to a row that the table has.
pub fn check_cetakan(r: &mut Reader, cetakan: &Cetakan, baris: &BTreeSet<&str>, jalur: &Jalur) {
    for (key, _) in &cetakan.nama {
        let row = key.rsplit_once('/').map_or(key.as_str(), |(row, _)| row);
        if !baris.contains(row) && !baris.contains(key.as_str()) {
            r.galat(
                "baris-tak-dikenal",
                &jalur.kunci("nama_tercetak").kunci(key),
                pesan!("baris `{row}` tidak ada dalam tabel ini", "there is no row `{row}` in this table"),
            );
        }
    }
}

/// A printed table whose rows are known subjects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TabelUkur {
    /// Where it is printed.
    pub sumber: Sumber,
    /// Its title, if it matters.
    pub judul: Option<String>,
    /// Where its own words differ from what it holds.
    pub cetakan: Cetakan,
    /// Its columns.
    pub kolom: Vec<Kolom>,
    /// Subject, key as written, cells; `None` where a cell could not be read (an error was reported).
    pub baris: Vec<(Subjek, String, Vec<Option<Sel>>)>,
}

/// What reading a table needs to know of its surroundings.
pub struct Konteks<'a> {
    /// The documents of the OPD.
    pub dokumen: &'a IndexMap<String, Dokumen>,
    /// The main document of the record.
    pub utama: Option<&'a str>,
    /// The year of the record; none in `opd.yaml`.
    pub tahun: Option<i32>,
    /// Up to when its data go, where that is known.
    pub batas: Option<BatasData>,
    /// Indicators of the OPD.
    pub indikator: &'a IndexMap<String, Indikator>,
    /// Letters by scale.
    pub huruf: &'a BTreeMap<String, Vec<KataSkala>>,
}

/// Reads `angka: indonesia|inggris`.
pub fn read_style(r: &mut Reader, obj: &mut Obj<'_>) -> Option<Style> {
    obj.get("angka").and_then(|at| r.word(&at, &Style::SEMUA))
}

/// Reads `dalam: jutaan`: the magnitude in which a table prints its amounts.
pub fn read_pangkat(r: &mut Reader, obj: &mut Obj<'_>) -> u32 {
    obj.get("dalam").and_then(|at| r.word(&at, &PANGKAT_TABEL)).unwrap_or(0)
}

/// Document and place of a table, list or value.
pub fn read_sumber(r: &mut Reader, obj: &mut Obj<'_>, konteks: &Konteks<'_>) -> Option<Sumber> {
    let letak = obj.need_string(r, "letak", "Tabel 3.17");
    let dokumen = match obj.get("dokumen") {
        Some(at) => r.string(&at).inspect(|kode| check_dokumen(r, kode, &at.jalur, konteks.dokumen)),
        None => {
            if konteks.utama.is_none() {
                r.galat(
                    "sumber-hilang",
                    &obj.jalur,
                    pesan!(
                        "`dokumen` belum ditulis: setiap angka menyebut sumbernya",
                        "`dokumen` is missing: every figure names its source"
                    ),
                )
                .help = Some(pesan!(
                    "tulis `dokumen: <kode>` dari daftar `dokumen` di opd.yaml",
                    "write `dokumen: <code>` from the list `dokumen` in opd.yaml"
                ));
            }
            konteks.utama.map(str::to_string)
        }
    };
    Some(Sumber { dokumen: dokumen?, letak: letak? })
}

/// Reports a document code that `opd.yaml` does not list.
pub fn check_dokumen(r: &mut Reader, kode: &str, jalur: &Jalur, dokumen: &IndexMap<String, Dokumen>) {
    if dokumen.contains_key(kode) {
        return;
    }
    let list = sebut(dokumen.keys().map(String::as_str));
    let near = usul(r.found.len(), kode, dokumen.keys().map(String::as_str));
    r.galat(
        "dokumen-tak-dikenal",
        jalur,
        pesan!("dokumen `{kode}` tidak ada dalam opd.yaml", "the document `{kode}` is not in opd.yaml"),
    )
    .help = Some(match near {
        Some(near) => pesan!("mungkin maksudnya `{near}`", "did you mean `{near}`?"),
        None => pesan!("yang terdaftar: {list}", "listed: {list}"),
    });
}

/// Reads a table of measures; `subjek` turns a row key into its subject, reporting unknown ones.
pub fn read_ukur(
    r: &mut Reader,
    at: &At<'_>,
    konteks: &Konteks<'_>,
    anggaran: bool,
    subjek: &dyn Fn(&mut Reader, &str, &Jalur) -> Option<Subjek>,
) -> Option<TabelUkur> {
    let mut obj = r.object(at)?;
    let sumber = read_sumber(r, &mut obj, konteks);
    let judul = obj.string(r, "judul");
    let cetakan = read_cetakan(r, &mut obj);
    let style =
        read_style(r, &mut obj).or_else(|| default_style(sumber.as_ref(), konteks)).unwrap_or(Style::TidakDinyatakan);
    let pangkat = read_pangkat(r, &mut obj);
    let kolom_at = obj.need(r, "kolom", ("`kolom: [pagu.murni, realisasi]`", "`kolom: [pagu.murni, realisasi]`"));
    let kolom: Vec<Option<Kolom>> = kolom_at.as_ref().map_or_else(Vec::new, |at| {
        let list = r.list(at);
        list.iter()
            .map(|at| {
                let text = r.string(at)?;
                let kolom = kolom::read(r, &text, &at.jalur, konteks.tahun)?;
                (check_fits(r, &kolom, at, anggaran) && check_masa(r, &kolom, at, anggaran, konteks.batas))
                    .then_some(kolom)
            })
            .collect()
    });
    if let Some(at) = &kolom_at {
        check_kembar(r, &kolom, &at.jalur, anggaran);
    }
    let mut baris = Vec::new();
    if let Some(at) =
        obj.need(r, "baris", ("`baris:` berisi `kode: [sel, sel]`", "`baris:` holding `code: [cell, cell]`"))
    {
        for (key, at) in r.entries(&at) {
            let subject = subjek(r, key, &at.jalur);
            let cells = r.list(&at);
            // Without columns every row would be blamed for what was said about the columns.
            if !kolom.is_empty() {
                check_width(r, &cells, kolom.len(), &at.jalur);
            }
            let huruf = match &subject {
                Some(Subjek::Kode(kode)) if !anggaran => letters(konteks, kode),
                _ => &[],
            };
            let def = match &subject {
                Some(Subjek::Kode(kode)) if !anggaran => konteks.indikator.get(kode),
                _ => None,
            };
            let satuan = def.and_then(|i| Satuan::baca(i.satuan.as_deref()?));
            let komposit = def.is_some_and(|i| i.komposit);
            let sel = cells
                .iter()
                .zip(&kolom)
                .map(|(at, kolom)| {
                    // A column that could not be read was reported; its cells are not blamed for it.
                    let ukuran = kolom.as_ref()?.ukuran;
                    let teks = ukuran.jenis(anggaran) == Jenis::Teks;
                    let boleh = ukuran.boleh(anggaran, satuan.as_ref(), komposit, pangkat);
                    let persen = boleh.lain && satuan == Some(Satuan::Persen);
                    let cacah = boleh.lain && satuan.as_ref().is_some_and(Satuan::cacah);
                    read_sel(r, at, Harapan { teks, huruf, style, boleh, persen, cacah, bebas: false })
                })
                .collect();
            if let Some(subject) = subject {
                baris.push((subject, key.to_string(), sel));
            }
        }
    }
    let keys: BTreeSet<&str> = baris.iter().map(|(_, key, _): &(_, String, _)| key.as_str()).collect();
    check_cetakan(r, &cetakan, &keys, &obj.jalur);
    obj.finish(r);
    Some(TabelUkur { sumber: sumber?, judul, cetakan, kolom: kolom.into_iter().collect::<Option<Vec<_>>>()?, baris })
}

pub(super) fn default_style(sumber: Option<&Sumber>, konteks: &Konteks<'_>) -> Option<Style> {
    konteks.dokumen.get(&sumber?.dokumen)?.style
}

fn letters<'a>(konteks: &Konteks<'a>, kode: &str) -> &'a [KataSkala] {
    let skala = konteks.indikator.get(kode).and_then(|i| i.skala.as_ref());
    skala.and_then(|s| konteks.huruf.get(s)).map_or(&[], Vec::as_slice)
}

/// A measure of budgets has no place in a table about indicators, and the other way round.
fn check_fits(r: &mut Reader, kolom: &Kolom, at: &At<'_>, anggaran: bool) -> bool {
    use Ukuran as U;
    let only_budget = matches!(
        kolom.ukuran,
        U::Pagu
            | U::RealisasiKumulatif
            | U::Rencana
            | U::Sisa
            | U::Bagian
            | U::RealisasiFisik
            | U::JumlahProgram
            | U::JumlahKegiatan
            | U::JumlahSubKegiatan
            | U::Jadwal
            | U::SumberDana
    );
    let only_indicator = matches!(kolom.ukuran, U::Baseline | U::Huruf | U::Pembilang | U::Penyebut | U::Hasil);
    let wrong = if anggaran { only_indicator } else { only_budget };
    if wrong {
        let kata = kolom.ukuran.kata();
        let (id, en) = if anggaran { ("anggaran", "budget") } else { ("kinerja", "performance") };
        r.galat(
            "kolom-salah-tempat",
            &at.jalur,
            pesan!("`{kata}` bukan ukuran tabel {id}", "`{kata}` is no measure of a {en} table"),
        );
    }
    !wrong
}

pub(super) fn check_width(r: &mut Reader, list: &[At<'_>], columns: usize, jalur: &Jalur) {
    let cells = list.len();
    if cells == columns {
        return;
    }
    // `[100%, 95,39%]` without quotes: two neighbours that a comma of decimals or thousands parted.
    let text = |at: &At<'_>| match at.node {
        super::node::Node::Teks(t) => Some(t.isi.clone()),
        _ => None,
    };
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let torn = list.windows(2).find_map(|w| {
        let (a, b) = (text(&w[0])?, text(&w[1])?);
        let fits = digits(a.trim_start_matches(['-', '−'])) && b.starts_with(|c: char| c.is_ascii_digit());
        (cells > columns && fits).then(|| format!("{a},{b}"))
    });
    r.galat(
        "jumlah-sel",
        jalur,
        pesan!(
            "baris ini berisi {cells} sel, tabelnya {columns} kolom",
            "this row has {cells} cells, the table {columns} columns"
        ),
    )
    .help = Some(match torn {
        Some(one) => pesan!(
            "tanda kutipnya hilang? koma memisahkan sel: bila `{one}` satu angka, tulis \"{one}\"",
            "are quotes missing? a comma parts cells: if `{one}` is one number, write \"{one}\""
        ),
        None => pesan!(
            "tulis satu sel per kolom; sel yang tercetak kosong ditulis dengan alasannya, misalnya \"(tidak tercetak)\"",
            "write one cell per column; a cell printed blank is written with its reason, for example \"(tidak tercetak)\""
        ),
    });
}

/// Reads one cell of any table.
pub fn read_sel(r: &mut Reader, at: &At<'_>, harapan: Harapan<'_>) -> Option<Sel> {
    match at.node {
        super::node::Node::Kosong => {
            let teks = super::node::Teks { isi: String::new(), pecahan: false };
            cell::read(r, &teks, &at.jalur, harapan)
        }
        _ => {
            let teks = r.teks(at)?;
            cell::read(r, teks, &at.jalur, harapan)
        }
    }
}
