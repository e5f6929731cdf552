//! Judul: what stands above a budget, or on the tab of its sheet, and says of which year, part of it or stage its columns
//! are: it is asked about where the columns do not say it themselves, never passed over.

use super::isian::Anggaran;
use super::kala;
use super::kata::salah_satu;
use super::kepala::Tabel;
use super::kini::kini;
use super::kisi::{Lembar, huruf};
use super::kolom::uang;
use super::makna::{Kolom, Makna, lipat, punya};
use super::masa::{hanya_masa, tahun_dalam};
use super::masa_judul::{bernama, cetak, di_atas};
use super::masalah::Masalah;
use super::peta::Peta;
use crate::diagnostic::Pesan;
use crate::pesan;

/// Asks about a title of another year or part of the year than the record's, and about a stage on the tab; `dikenal` where
/// the part is known.
pub fn periksa(
    (lembar, tabel, peta): (&Lembar, &Tabel, &Peta),
    dikenal: bool,
    (tahun, batas): (i32, u32),
    masalah: &mut Vec<Masalah>,
) {
    let said = |word: &str| peta.kolom.values().any(|v| v.starts_with(word));
    let measure = |name: &str| tabel.kolom.iter().find(|k| k.makna == Makna::Ukuran(name.to_string()));
    tahun_judul(lembar, tabel, peta, tahun, said("pagu") || said("realisasi"), masalah);
    let part = sebagian(lembar, tabel, (tahun, batas)).filter(|_| !dikenal && !said("realisasi"));
    if let (Some((row, column, text, period)), Some(k)) = (part, measure("realisasi")) {
        let letter = huruf(k.indeks);
        masalah.push(Masalah::sel(
            lembar,
            row,
            column,
            pesan!(
                "`{text}`: data rekaman ini sampai bulan ke-{batas}; realisasi di kolom {letter} milik masa mana?",
                "`{text}`: the data of this record go up to month {batas}; of which period is what was spent in column {letter}?"
            ),
            pesan!(
                "tulis dalam peta `kolom: {{{letter}: realisasi_kumulatif {period}}}` bila sejak awal tahun, `{letter}: realisasi {period}` bila masa itu saja, `{letter}: realisasi` bila setahun",
                "write in the map `kolom: {{{letter}: realisasi_kumulatif {period}}}` if since the start of the year, `{letter}: realisasi {period}` for that period alone, `{letter}: realisasi` for the year"
            ),
        ));
    }
    let (nama, stages) = (lipat(&lembar.nama), ["murni", "perubahan", "pergeseran"]);
    let stage = stages.into_iter().find(|w| punya(&nama, w) && nama.split(' ').count() <= 3);
    let alone =
        tabel.kolom.iter().filter(|k| matches!(&k.makna, Makna::Ukuran(n) if uang(n) && n.starts_with("pagu"))).count()
            == 1;
    if let (Some(stage), Some(k), true, false) = (stage, measure("pagu.laporan"), alone, said("pagu")) {
        let (letter, nama) = (huruf(k.indeks), &lembar.nama);
        masalah.push(Masalah::sel(
            lembar,
            tabel.kepala.1,
            k.indeks,
            pesan!(
                "lembar ini bernama `{nama}`: tahap pagu yang mana?",
                "this sheet is called `{nama}`: which stage of the budget?"
            ),
            pesan!(
                "tulis dalam peta `kolom: {{{letter}: pagu.{stage}}}`, atau `{letter}: pagu.laporan`",
                "write in the map `kolom: {{{letter}: pagu.{stage}}}`, or `{letter}: pagu.laporan`"
            ),
        ));
    }
}

/// What a title, or the tab, names as the part of the year that a table goes up to, where the record goes up to another month.
fn sebagian(lembar: &Lembar, tabel: &Tabel, (tahun, batas): (i32, u32)) -> Option<(usize, usize, String, String)> {
    let other = |period: &str| super::masa::bulan(period).is_some_and(|month| month != batas);
    bernama(lembar, tabel.kepala.0, tahun, &other)
}

/// The part of the year that `s.d. bulan ini` goes up to, where a title says which month that is.
pub fn sampai((lembar, tabel, peta): (&Lembar, &Tabel, &Peta), (tahun, batas): (i32, u32)) -> Option<(String, Pesan)> {
    let now = |k: &Kolom| {
        let levels: Vec<String> = k.kepala.split(" / ").map(lipat).collect();
        let now = kini(&levels).is_some_and(|k| k.ini && k.sejak_awal);
        k.makna == Makna::Ukuran("realisasi".to_string()) && now
    };
    if peta.kolom.values().any(|v| v.starts_with("realisasi")) || !tabel.kolom.iter().any(now) {
        return None;
    }
    let (.., text, period) = sebagian(lembar, tabel, (tahun, batas))?;
    let said = pesan!(
        "`{text}`: realisasi dibaca sampai dengan {period}; bila rekaman ini memang sampai bulan itu, tulis `batas_data` di rekamannya, lalu impor",
        "`{text}`: what was spent is read as up to {period}; if this record goes up to that month, write its `batas_data`, then import"
    );
    Some((period, said))
}

/// Names what was spent up to a month, and its shares, as of that month: no figure of September becomes one of the year.
pub fn tandai(anggaran: &mut Anggaran, sampai: Option<String>, peta: &Peta) {
    let names = &mut anggaran.kolom;
    if let Some(period) = &sampai {
        names.iter_mut().filter(|n| *n == "realisasi").for_each(|n| *n = format!("realisasi_kumulatif {period}"));
    }
    let mut periods = names.iter().filter_map(|n| n.strip_prefix("realisasi_kumulatif "));
    let (only, other) = (periods.next().map(ToString::to_string), periods.next());
    // Beside what was spent up to a month stands what was spent up to the month before.
    let only = sampai.or(only.filter(|_| other.is_none() && !names.iter().any(|n| n == "realisasi")));
    let Some(only) = only else { return };
    let said = |name: &str| peta.kolom.values().any(|v| v == name);
    for name in names.iter_mut().filter(|n| ["serapan", "sisa", "realisasi_fisik"].contains(&n.as_str()) && !said(n)) {
        *name = format!("{name} {only}");
    }
}

/// The cells above the first row of a table.
fn judul(lembar: &Lembar, tabel: &Tabel) -> Vec<(usize, usize, String)> {
    di_atas(lembar, tabel.kepala.0)
}

/// The number that a table of a report has: `Tabel 3.15` of `Tabel 3.15 Anggaran ...` right above it.
pub fn nomor(lembar: &Lembar, tabel: &Tabel) -> Option<String> {
    let text = |row: usize| lembar.baris[row].iter().map(|c| c.tulisan()).find(|t| !t.is_empty());
    let above = (0..tabel.kepala.0).rev().take(5).find_map(|row| text(row).filter(|t| lipat(t).starts_with("tabel ")));
    let number = above?.split_whitespace().nth(1)?.trim_end_matches(['.', ':', ',']).to_string();
    let figures = number.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    (figures && number.starts_with(|c: char| c.is_ascii_digit())).then(|| format!("Tabel {number}"))
}

/// What a table calls itself: the lines above it without the agency, its government, the period and the unit.
pub fn nama(lembar: &Lembar, tabel: &Tabel) -> Option<String> {
    let other = |text: &str| {
        let folded = lipat(text);
        let starts = ["pemerintah ", "untuk tahun", "tahun anggaran", "per ", "periode", "dalam ", "keadaan "];
        super::skpd::judul(text).is_some()
            || starts.iter().any(|w| folded.starts_with(w))
            || hanya_masa(&folded)
            || cetak(text)
            || folded.chars().all(|c| !c.is_alphabetic())
    };
    let all = judul(lembar, tabel);
    let own: Vec<&str> =
        all.iter().map(|(.., t)| t.as_str()).filter(|t| tabel.judul.contains(t) && !other(t)).collect();
    if own.is_empty() { Some(tabel.judul.clone()).filter(|t| !t.is_empty()) } else { Some(own.join(" ")) }
}

/// Asks about a title, or a tab, that names another year than the record's and nothing that names its own.
fn tahun_judul(lembar: &Lembar, tabel: &Tabel, peta: &Peta, tahun: i32, settled: bool, masalah: &mut Vec<Masalah>) {
    if settled || peta.tahun == Some(tahun) {
        return;
    }
    let tab = (tabel.kepala.0, 0, lembar.nama.clone());
    let all: Vec<(usize, usize, String)> =
        judul(lembar, tabel).into_iter().chain([tab]).filter(|(.., t)| !cetak(t)).collect();
    let years = |text: &str| {
        let mut found = tahun_dalam(&lipat(text));
        found.dedup();
        found
    };
    // `RPJMD 2021-2026` is of all years between.
    let spans = |text: &str| {
        let found = years(text);
        found.len() > 1 && found.iter().min() <= Some(&tahun) && found.iter().max() >= Some(&tahun)
    };
    let own = |text: &str| years(text).contains(&tahun);
    let column = tabel.kolom.iter().any(|k| own(&k.kepala) || k.makna == Makna::Tahun);
    if column || all.iter().any(|(.., t)| own(t)) {
        return;
    }
    let other = all.iter().find(|(.., t)| !years(t).is_empty() && !spans(t) && !dasar_hukum(t));
    let Some((row, column, text)) = other else { return };
    let year = years(text)[0];
    masalah.push(Masalah::sel(
        lembar,
        *row,
        *column,
        pesan!("`{text}`: rekaman ini tahun {tahun}", "`{text}`: this record is of {tahun}"),
        pesan!(
            "impor ke rekaman tahun {year}; bila judulnya salah cetak, tulis dalam peta `tahun: {tahun}`",
            "import it into the record of {year}; if the title is a misprint, write `tahun: {tahun}` in the map"
        ),
    ));
}

/// Whether a text names a regulation or a number of a document, whose year is its own.
fn dasar_hukum(text: &str) -> bool {
    let words = [
        "nomor",
        "no",
        "perda",
        "peraturan",
        "perbup",
        "perwali",
        "permendagri",
        "kepmendagri",
        "keputusan",
        "undang-undang",
        "uu",
        "sk",
    ];
    salah_satu(&lipat(text), &words)
}

/// Asks about a title of another year or of part of one above indicators whose columns do not say it.
pub fn kinerja(lembar: &Lembar, tabel: &Tabel, peta: &Peta, (tahun, batas): (i32, u32), masalah: &mut Vec<Masalah>) {
    tahun_judul(lembar, tabel, peta, tahun, false, masalah);
    let plain = |name: &str| ["realisasi", "capaian"].contains(&name);
    let measured = tabel.kolom.iter().find(|k| matches!(&k.makna, Makna::Ukuran(name) if plain(name)));
    let dated = tabel.kolom.iter().any(|k| matches!(&k.makna, Makna::Ukuran(n) if kala::masa(n).is_some()));
    let said = peta.kolom.values().any(|v| ["realisasi", "capaian", "target"].iter().any(|w| v.starts_with(w)));
    let Some(k) = measured.filter(|_| !dated && !said) else { return };
    let Some((row, column, text, period)) = sebagian(lembar, tabel, (tahun, batas)) else { return };
    let letter = huruf(k.indeks);
    masalah.push(Masalah::sel(
        lembar,
        row,
        column,
        pesan!(
            "`{text}`: data rekaman ini sampai bulan ke-{batas}; angka di kolom {letter} milik masa mana?",
            "`{text}`: the data of this record go up to month {batas}; of which period are the figures in column {letter}?"
        ),
        pesan!(
            "tulis dalam peta `kolom: {{{letter}: realisasi {period}}}` (begitu juga target dan capaiannya), atau `{letter}: realisasi` bila setahun",
            "write in the map `kolom: {{{letter}: realisasi {period}}}` (likewise target and capaian), or `{letter}: realisasi` for the year"
        ),
    ));
}

/// A table of nodes without a column that a record keeps.
pub fn tanpa_ukuran(lembar: &Lembar, tabel: &Tabel) -> Masalah {
    Masalah::sel(
        lembar,
        tabel.kepala.1,
        tabel.kolom.first().map_or(0, |k| k.indeks),
        pesan!(
            "tidak ada kolom pagu atau realisasi tahun rekaman ini yang terbaca",
            "no column of a budget or of realisasi of the year of this record is read"
        ),
        pesan!(
            "tulis artinya dalam peta, misalnya `kolom: {{C: pagu.perubahan, D: realisasi}}`",
            "write what they mean in the map, for example `kolom: {{C: pagu.perubahan, D: realisasi}}`"
        ),
    )
}

/// A table without a node, or of codes of spending only.
pub fn tanpa_simpul(lembar: &Lembar, tabel: &Tabel, rekening: bool) -> Masalah {
    let at = (tabel.kepala.1, tabel.kolom.first().map_or(0, |k| k.indeks));
    let (message, help) = if rekening {
        (
            pesan!(
                "tabel ini hanya berisi kode rekening belanja, tanpa program atau kegiatan",
                "this table holds only codes of spending, no program or kegiatan"
            ),
            pesan!(
                "bacalah sebagai tabel bebas: tulis dalam peta `jenis: tabel`",
                "read it as a free table: write `jenis: tabel` in the map"
            ),
        )
    } else {
        (
            pesan!(
                "di bawah kepala ini tidak ada program, kegiatan atau sub kegiatan",
                "below this head there is no program, kegiatan or sub kegiatan"
            ),
            pesan!(
                "tulis kolom kodenya dalam peta, misalnya `kolom: {{A: kode}}`",
                "write the column of codes in the map, for example `kolom: {{A: kode}}`"
            ),
        )
    };
    Masalah::sel(lembar, at.0, at.1, message, help)
}

/// Codes that cannot be read, all of a table in one.
pub fn kode_rusak(lembar: &Lembar, (row, column): (usize, usize), all: &[(usize, usize)]) -> Masalah {
    let shown = |(row, column): &(usize, usize)| {
        format!("{} `{}`", lembar.alamat(*row, *column), lembar.sel(*row, *column).tulisan())
    };
    let (n, list) = (all.len(), all.iter().take(8).map(shown).collect::<Vec<_>>().join("; "));
    Masalah::sel(
        lembar,
        row,
        column,
        pesan!(
            "{n} kode di kolom ini bukan kode program, kegiatan atau sub kegiatan: {list}",
            "{n} codes in this column are none of a program, kegiatan or sub kegiatan: {list}"
        ),
        pesan!(
            "tulis seperti 1.06.04.2.01.0001; bila kolomnya hanya nomor urut, tulis `abaikan` untuknya dalam peta; nomenklatur lama dibaca dengan `jenis: tabel`",
            "write them like 1.06.04.2.01.0001; if the column only counts rows, write `abaikan` for it in the map; an older list is read with `jenis: tabel`"
        ),
    )
}
