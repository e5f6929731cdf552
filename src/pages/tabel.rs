//! Free tables of a record, as printed, with a figure where two of their columns belong together.

use super::angka::Angka;
use super::bentuk::{self, Bahan};
use super::data::DataOpd;
use super::figure::{Bentuk, Deret, Figure, Jenis as JenisFigure, Peran, Titik};
use super::kalimat::{di_dalam, kata};
use super::pasangan::{pasangan, persen, seporos, tanpa_terbesar, tercetak};
use crate::measures::sampai;
use crate::number::Lang;
use crate::records::{Bagian, BarisBebas, KolomBebas, Pernyataan, TabelBebas};
use crate::teks;
use rust_decimal::Decimal;
use serde::Serialize;

/// A free table as shown.
#[derive(Debug, Clone, Serialize)]
pub struct Tabel {
    /// Code: its anchor.
    pub kode: String,
    /// Title.
    pub judul: String,
    /// Theme.
    pub tema: String,
    /// Place and document.
    pub sumber: String,
    /// Why its rows are not added up.
    pub tak_dijumlahkan: Option<String>,
    /// A remark.
    pub catatan: Option<String>,
    /// Headings with unit and period.
    pub kolom: Vec<Kolom>,
    /// Rows.
    pub baris: Vec<Baris>,
    /// Code of its figure, if it has one.
    pub grafik: Option<String>,
}

/// A heading.
#[derive(Debug, Clone, Serialize)]
pub struct Kolom {
    /// Name.
    pub nama: String,
    /// Unit.
    pub satuan: Option<String>,
    /// Whether it holds text.
    pub teks: bool,
}

/// A row.
#[derive(Debug, Clone, Serialize)]
pub struct Baris {
    /// Name.
    pub nama: String,
    /// Unit, when it differs.
    pub satuan: Option<String>,
    /// Depth below the top rows.
    pub dalam: usize,
    /// Whether it is a printed total.
    pub jumlah: bool,
    /// Cells.
    pub sel: Vec<Angka>,
}

/// The tables of one file with their figures; `tahun` is the year of the record, none for `opd.yaml`.
pub fn semua(d: &DataOpd<'_>, tahun: Option<i32>, tables: &[TabelBebas]) -> (Vec<Tabel>, Vec<Figure>) {
    let mut views = Vec::new();
    let mut figures = Vec::new();
    for table in tables {
        let figure = figure(d, tahun, table);
        views.push(view(d, tahun, table, figure.as_ref().map(|f| f.kode.clone())));
        figures.extend(figure);
    }
    let groups = &d.content.portal.kelompok_tabel;
    views.sort_by_key(|t| groups.iter().position(|g| g.tema == t.tema).unwrap_or(groups.len()));
    (views, figures)
}

fn view(d: &DataOpd<'_>, tahun: Option<i32>, table: &TabelBebas, grafik: Option<String>) -> Tabel {
    let cells: Vec<&Pernyataan<'_>> = d
        .kumpulan
        .semua
        .iter()
        .filter(|p| p.rekaman == tahun && matches!(p.bagian, Bagian::Tabel { tabel, .. } if tabel.kode == table.kode))
        .collect();
    let find = |row: &BarisBebas, column: &KolomBebas| {
        cells.iter().find(|p| matches!(p.bagian, Bagian::Tabel { baris, kolom, .. } if baris.kode == row.kode && kolom.kode == column.kode))
    };
    let tak_terbaca = kata::alasan(d.lang, crate::records::Alasan::TidakTerbaca);
    Tabel {
        kode: table.kode.clone(),
        judul: table.judul.clone(),
        tema: table.tema.clone(),
        sumber: d.sumber_teks(&table.sumber.letak, &table.sumber.dokumen),
        tak_dijumlahkan: table.tak_dijumlahkan.clone(),
        catatan: table.catatan.clone(),
        kolom: table
            .kolom
            .iter()
            .map(|k| Kolom {
                nama: match &k.masa {
                    Some(m) if !k.nama.contains(&m.to_string()) => format!("{} ({})", k.nama, kata::masa(d.lang, m)),
                    _ => k.nama.clone(),
                },
                satuan: k.satuan.clone(),
                teks: k.teks,
            })
            .collect(),
        baris: table
            .baris
            .iter()
            .map(|row| Baris {
                nama: row.nama.clone(),
                satuan: row.satuan.clone(),
                dalam: depth(table, row),
                jumlah: row.jumlah,
                sel: table
                    .kolom
                    .iter()
                    .map(|column| {
                        find(row, column).map_or_else(|| Angka::kosong(tak_terbaca), |p| Angka::tertulis(d, p))
                    })
                    .collect(),
            })
            .collect(),
        grafik,
    }
}

fn depth(table: &TabelBebas, row: &BarisBebas) -> usize {
    let mut depth = 0;
    let mut current = row;
    // A circle of parents cannot be drawn: stop at the number of rows.
    while let Some(parent) = current.induk.as_ref().and_then(|kode| table.baris.iter().find(|r| r.kode == *kode)) {
        depth += 1;
        current = parent;
        if depth > table.baris.len() {
            break;
        }
    }
    depth.min(3)
}

/// A chart of a table draws at most this many rows, and says how many it leaves out.
const TERBANYAK: usize = 20;

/// Pairs of columns that a chart may lay over each other: the whole, then the part.
const PASANGAN: [(&str, &str); 6] = [
    ("terdata", "tertangani"),
    ("target", "realisasi"),
    ("jumlah", "tertangani"),
    ("kebutuhan", "tersedia"),
    ("kebutuhan", "bezetting"),
    ("anggaran", "realisasi"),
];

/// The figure of a table: a pair of columns, or the single amount column of a small table about money.
fn figure(d: &DataOpd<'_>, tahun: Option<i32>, table: &TabelBebas) -> Option<Figure> {
    let lang = d.lang;
    // Of several years in one table the record's own is drawn.
    let column = |ukuran: &str| {
        let fits = |k: &KolomBebas| !k.teks && k.ukuran == ukuran;
        let own = |k: &KolomBebas| k.masa.as_ref().is_none_or(|m| m.tahun() == tahun);
        let found = table.kolom.iter().position(|k| fits(k) && own(k));
        found.or_else(|| table.kolom.iter().position(fits))
    };
    let pair = PASANGAN.iter().find_map(|(whole, part)| Some((column(whole)?, column(part)?)));
    let rows: Vec<&BarisBebas> = table
        .baris
        .iter()
        .filter(|r| !r.jumlah && r.induk.is_none())
        .filter(|r| r.satuan.is_none() || r.satuan == table.baris[0].satuan)
        .collect();
    let cell = |row: &BarisBebas, k: usize| row.nilai.get(k).and_then(Option::as_ref).cloned();
    let value = |row: &BarisBebas, k: usize| cell(row, k).and_then(|sel| sel.desimal());
    let doubted = |row: &BarisBebas, columns: &[usize]| columns.iter().any(|k| cell(row, *k).is_some_and(|s| s.ragu));
    // A share that the table prints is shown as it is printed.
    let porsi = |row: &BarisBebas, part: usize, whole: usize| {
        let (a, b) = (value(row, part), value(row, whole));
        tercetak(lang, table, row, (part, whole)).or_else(|| persen(lang, a, b))
    };
    let sources = d.sumber_teks(&table.sumber.letak, &table.sumber.dokumen);
    let subjudul = match tahun {
        Some(tahun) => format!("{}, {tahun}", d.nama_pada(tahun)),
        None => d.nama(),
    };
    let make =
        |kode: &str, bentuk, jenis, satuan: &str, kategori: Vec<String>, deret: Vec<Deret>, kalimat: String| Figure {
            lang: d.lang,
            kode: format!("tabel-{kode}"),
            judul: judul_pendek(&table.judul),
            subjudul: subjudul.clone(),
            kalimat,
            bentuk,
            jenis,
            satuan: satuan.to_string(),
            kepala: lang.pilih("Jenis", "Kind").into(),
            kategori,
            deret,
            acuan: None,
            sebaran: None,
            putus: Vec::new(),
            sumber: sources.clone(),
            keadaan: String::new(),
        };
    if let Some((whole, part)) = pair {
        let unit = table.kolom[whole].satuan.clone().unwrap_or_default();
        if table.kolom[part].satuan.clone().unwrap_or_default() != unit {
            return None;
        }
        let jenis = kind(&unit);
        // Rows of zeros say nothing in a chart; the table below has them all.
        let mut shown: Vec<&BarisBebas> =
            rows.into_iter().filter(|r| value(r, whole).is_some_and(|v| v > Decimal::ZERO)).collect();
        // Of a doubted figure nothing is drawn and nothing is a share.
        let certain = shown.len();
        shown.retain(|r| !doubted(r, &[whole, part]));
        let (before, unsure) = (shown.len(), certain - shown.len());
        seporos(&mut shown, (whole, part));
        let unlike = before - shown.len();
        let janji = table.kolom[whole].ukuran == "target";
        // What was done in a part of a year is named with its months, and not held against the target or budget of the year.
        let dilakukan = matches!(table.kolom[part].ukuran.as_str(), "realisasi" | "tertangani");
        let sampai_kapan = |r: &&BarisBebas| {
            let alamat = format!("{}/tabel/{}/{}/{}", tahun?, table.kode, r.kode, table.kolom[part].kode);
            sampai(d.sumber, d.kumpulan.di(&alamat).next()?)
        };
        let baru = shown.iter().find_map(sampai_kapan).filter(|_| dilakukan).map(|batas| batas.baru(lang));
        let setahun = matches!(table.kolom[whole].ukuran.as_str(), "target" | "anggaran");
        let masa = baru.clone().filter(|_| setahun);
        let bahan = match janji && jenis == JenisFigure::Persen {
            true => Bahan::Janji { baris: shown.len() },
            false => Bahan::Bagian { baris: shown.len(), jenis },
        };
        let bentuk = bentuk::pilih(bahan)?;
        // What is missing most stands first where each group has its own bar; money by its size.
        let missing = |r: &&BarisBebas| value(r, whole)?.checked_sub(value(r, part)?);
        match bentuk {
            Bentuk::Terlayani => shown.sort_by_key(|r| std::cmp::Reverse((missing(r), value(r, whole)))),
            _ => shown.sort_by_key(|r| std::cmp::Reverse(value(r, whole))),
        }
        let all = shown.len();
        let alone =
            bentuk == Bentuk::Terlayani && table.tak_dijumlahkan.is_none() && all <= TERBANYAK && masa.is_none();
        let besar = alone.then(|| tanpa_terbesar(&shown, |r| Some((value(r, part)?, value(r, whole)?)))).flatten();
        if let Some((group, _)) = besar {
            // What the title names stands first, however few rows are drawn.
            shown.sort_by_key(|r| !std::ptr::eq(*r, group));
        }
        shown.truncate(TERBANYAK);
        let series = |k: usize, peran| Deret {
            nama: table.kolom[k].nama.clone(),
            peran,
            titik: shown
                .iter()
                .map(|r| Titik {
                    catatan: match bentuk {
                        _ if masa.is_some() => masa.clone().filter(|_| k == part),
                        Bentuk::Terlayani if k == part => porsi(r, part, whole),
                        _ => None,
                    },
                    ..titik(lang, value(r, k), jenis)
                })
                .collect(),
        };
        // A printed name keeps its capital in English: it is a name there.
        let name = |k: usize| match lang {
            Lang::Id => di_dalam(&table.kolom[k].nama),
            Lang::En => table.kolom[k].nama.clone(),
        };
        let (part_name, whole_name) = (name(part), name(whole));
        let pairs: Vec<_> = shown.iter().map(|r| (r.nama.as_str(), value(r, part), value(r, whole))).collect();
        let mut kalimat = match &masa {
            Some(masa) => {
                let judul = &table.judul;
                teks!(
                    lang,
                    "{judul}: {part_name} {masa}, sedangkan {whole_name} berlaku untuk setahun penuh.",
                    "{judul}: {part_name} {masa}, while {whole_name} is for the whole year."
                )
            }
            None => pasangan(lang, &table.judul, jenis, (&part_name, &whole_name), &pairs),
        };
        if unlike > 0 {
            kalimat.push_str(&teks!(
                lang,
                " {unlike} baris tidak digambar karena satuannya lain.",
                " {unlike} rows are not drawn because their units differ."
            ));
        }
        if unsure > 0 {
            kalimat.push_str(&teks!(
                lang,
                " {unsure} baris tidak digambar karena angkanya diragukan.",
                " {unsure} rows are not drawn because a figure is in doubt."
            ));
        }
        let left = all - shown.len();
        let word = teks!(lang, "{left} baris lain ada di tabel", "{left} more rows are in the table");
        if left > 0 {
            kalimat.push_str(&format!(" {word}."));
        }
        let first = if bentuk == Bentuk::Peluru { Peran::Target } else { Peran::Keseluruhan };
        let reached = if baru.is_some() && bentuk != Bentuk::Peluru { Peran::Sebagian } else { Peran::Realisasi };
        let deret = vec![series(whole, first), series(part, reached)];
        let kategori = shown.iter().map(|r| r.nama.clone()).collect();
        let mut figure = make(&table.kode, bentuk, jenis, &unit, kategori, deret, kalimat);
        if let Some(baru) = &baru {
            figure.subjudul = format!("{}, {baru}", figure.subjudul);
        }
        if let Some(baru) = baru.as_ref().filter(|_| masa.is_none()) {
            figure.kalimat.push_str(&teks!(lang, " Angkanya {baru}.", " The figures are of {baru}."));
        }
        if bentuk == Bentuk::Terlayani {
            let how = teks!(lang, "tiap batang sepanjang kelompoknya", "each bar as long as its group");
            figure.subjudul = format!("{}; {how}", figure.subjudul);
        }
        // One group that is nearly all of them would be the whole story: what it is and what the others are stand beside each other.
        if let Some((group, (a, b))) = &besar
            && let Some(share) = persen(lang, Some(*a), Some(*b))
            && let Some(own) = porsi(group, part, whole)
        {
            let (name, a, b) = (&group.nama, lang.grouped(*a), lang.grouped(*b));
            let until = baru.as_ref().map_or(String::new(), |baru| format!(", {baru}"));
            figure.judul = teks!(
                lang,
                "{name}: {part_name} {own}; selebihnya {share} ({a} dari {b}){until}",
                "{name}: {part_name} {own}; all others {share} ({a} of {b}){until}"
            );
            figure.kalimat.push_str(&teks!(
                lang,
                " Di luar {name}, {part_name} {a} dari {b} ({share}), dihitung dari baris-baris tabelnya.",
                " Apart from {name}, {part_name}: {a} of {b} ({share}), computed from the rows of the table."
            ));
        }
        if left > 0 {
            figure.subjudul = format!("{}; {word}", figure.subjudul);
        }
        return Some(figure);
    }
    // Amounts of money that a printed total adds up: how the whole is made of its parts.
    if table.tak_dijumlahkan.is_none() && table.baris.iter().any(|b| b.jumlah) {
        let k = table
            .kolom
            .iter()
            .position(|k| !k.teks && kind(k.satuan.as_deref().unwrap_or_default()) == JenisFigure::Rupiah)?;
        let shown: Vec<&BarisBebas> = rows.into_iter().filter(|r| value(r, k).is_some()).collect();
        // A picture of how a whole is made up holds all of its parts, and all of them for sure.
        if shown.len() < 2 || shown.iter().any(|r| doubted(r, &[k])) {
            return None;
        }
        let largest = shown.iter().max_by_key(|r| value(r, k))?;
        let (judul, nama) = (&table.judul, &largest.nama);
        let jumlah = value(largest, k).map(|v| lang.rupiah(v)).unwrap_or_default();
        let kalimat = teks!(lang, "{judul}: terbesar {nama} ({jumlah}).", "{judul}: the largest is {nama} ({jumlah}).");
        let deret = vec![Deret {
            nama: table.kolom[k].nama.clone(),
            peran: Peran::Realisasi,
            titik: shown.iter().map(|r| titik(lang, value(r, k), JenisFigure::Rupiah)).collect(),
        }];
        let kategori = shown.iter().map(|r| r.nama.clone()).collect();
        return Some(make(&table.kode, Bentuk::Batang, JenisFigure::Rupiah, "Rp", kategori, deret, kalimat));
    }
    None
}

fn kind(unit: &str) -> JenisFigure {
    match unit {
        "%" | "persen" => JenisFigure::Persen,
        "Rp" | "rupiah" => JenisFigure::Rupiah,
        _ => JenisFigure::Angka,
    }
}

fn titik(lang: Lang, value: Option<Decimal>, jenis: JenisFigure) -> Titik {
    let write = |v: Decimal, short: bool| match jenis {
        JenisFigure::Rupiah if short => lang.rupiah_short(v),
        JenisFigure::Rupiah => lang.rupiah(v),
        JenisFigure::Persen => lang.percent(v, v.scale()),
        JenisFigure::Angka => lang.decimal(v, v.scale()),
    };
    Titik {
        nilai: value,
        teks: value.map_or_else(|| "—".into(), |v| write(v, true)),
        lengkap: value.map_or_else(|| "—".into(), |v| write(v, false)),
        rentang: None,
        catatan: None,
        jenjang: None,
    }
}

/// At most ten words.
fn judul_pendek(judul: &str) -> String {
    let words: Vec<&str> = judul.split_whitespace().collect();
    if words.len() <= 10 { judul.to_string() } else { format!("{} …", words[..10].join(" ")) }
}
