//! Muka: which rows of a sheet are the head of a table, and which only hold words that heads have.

use super::kisi::{Isi, Lembar, Sel};
use super::kode;
use super::makna::{lipat, punya};
use super::masa::{hanya_masa, tahun_dalam};
use super::ulang::nomor_kolom;
use crate::number::Style;

/// Words that only a head has; several side by side make one.
const KATA: [&str; 56] = [
    "keu",
    "keuangan",
    "fisik",
    "tingkat",
    "kode",
    "uraian",
    "program",
    "kegiatan",
    "sub kegiatan",
    "pagu",
    "anggaran",
    "realisasi",
    "sisa",
    "satuan",
    "target",
    "indikator",
    "indikator kinerja",
    "sasaran",
    "sasaran strategis",
    "capaian",
    "no",
    "nomor",
    "keterangan",
    "jumlah",
    "sumber dana",
    "lokasi",
    "predikat",
    "urusan",
    "bidang urusan",
    "nama",
    "tahun",
    "tahun anggaran",
    "kategori",
    "capaian kinerja",
    "kode rekening",
    "serapan",
    "%",
    "tw i",
    "tw ii",
    "tw iii",
    "tw iv",
    "rp",
    "nilai",
    "sebelum",
    "setelah",
    "tolak ukur",
    "tolok ukur",
    "dkkb",
    "murni",
    "perubahan",
    "koefisien/ volume",
    "harga",
    "id",
    "dpa",
    "rka",
    "kinerja",
];

/// Words that heads are made of, beside those above and the parts of a year.
const BAGIAN: [&str; 95] = [
    "rencana",
    "nip",
    "jabatan",
    "pangkat",
    "golongan",
    "tanda",
    "tangan",
    "paraf",
    "lengkap",
    "pejabat",
    "pegawai",
    "sub",
    "kinerja",
    "strategis",
    "urut",
    "ket",
    "sumber",
    "dana",
    "bidang",
    "rekening",
    "triwulan",
    "semester",
    "bulan",
    "sesudah",
    "tolak",
    "tolok",
    "ukur",
    "koefisien",
    "volume",
    "persen",
    "persentase",
    "kriteria",
    "lalu",
    "ini",
    "sd",
    "dan",
    "tujuan",
    "utama",
    "iku",
    "formula",
    "formulasi",
    "rumus",
    "definisi",
    "operasional",
    "penanggung",
    "jawab",
    "pelaksana",
    "bertambah",
    "berkurang",
    "selisih",
    "lebih",
    "kurang",
    "rincian",
    "perhitungan",
    "total",
    "belanja",
    "operasi",
    "modal",
    "terduga",
    "tidak",
    "transfer",
    "ppn",
    "apbd",
    "papbd",
    "induk",
    "pergeseran",
    "efisiensi",
    "prognosis",
    "akhir",
    "awal",
    "rata",
    "renstra",
    "rpjmd",
    "rkpd",
    "renja",
    "rkt",
    "pk",
    "ta",
    "th",
    "perjanjian",
    "penyerapan",
    "alokasi",
    "skpd",
    "opd",
    "perangkat",
    "daerah",
    "bukti",
    "pendukung",
    "dukung",
    "jenis",
    "outcome",
    "output",
    "keluaran",
    "setelah",
    "rupiah",
];

/// Letters and opinions that a target or a result is, and no head.
const HURUF: [&str; 14] = ["AA", "A", "BB", "B", "CC", "WTP", "WDP", "TMP", "A+", "A-", "B+", "B-", "BB+", "C+"];

/// Words of a scale.
const SKALA: [&str; 20] = [
    "sangat tinggi",
    "tinggi",
    "sedang",
    "rendah",
    "sangat rendah",
    "sangat baik",
    "baik",
    "cukup",
    "cukup baik",
    "memuaskan",
    "sangat memuaskan",
    "informatif",
    "menuju informatif",
    "nindya",
    "madya",
    "pratama",
    "mandiri",
    "terakreditasi",
    "paripurna",
    "tercapai",
];

fn tulisan(lembar: &Lembar, row: usize) -> Vec<(usize, String)> {
    let cells = lembar.baris[row].iter().map(Sel::tulisan).enumerate();
    cells.filter(|(_, text)| !text.is_empty()).collect()
}

/// Whether a row can be the first of a head: words of a head side by side, and nothing that is a value. Below the head of
/// a table that is open, most of its cells are nothing but such words: what an indicator is called has them too.
pub fn kepala(lembar: &Lembar, row: usize, terbuka: bool) -> bool {
    let texts = tulisan(lembar, row);
    let hits = texts.iter().filter(|(_, t)| t.len() < 80 && kena(&lipat(t))).count();
    let firm = texts.iter().filter(|(_, t)| teguh(t)).count();
    // The names of fields that a program writes.
    let field = |t: &str| {
        t.starts_with(|c: char| c.is_ascii_lowercase()) && t.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
    };
    let named = |t: &str| ["kode", "kd_", "nama", "nilai", "id_"].iter().any(|w| t.starts_with(w));
    let machine =
        texts.len() >= 5 && texts.iter().all(|(_, t)| field(t)) && texts.iter().filter(|(_, t)| named(t)).count() >= 2;
    // A second head stands below a blank row or a title, or is nearly nothing but words of heads.
    let above = row.checked_sub(1).map_or(0, |r| tulisan(lembar, r).len());
    let firm = firm >= 2 && (firm * 2 > texts.len() || (above <= 1 && firm * 2 >= texts.len()));
    // Months and quarters side by side are as wide as the year and say nothing against the words before them.
    let periods = texts.iter().filter(|(_, t)| hanya_masa(&lipat(t))).count();
    let loose = hits >= 2 && hits * 3 >= texts.len().saturating_sub(periods);
    let enough = machine || if terbuka { firm } else { loose };
    enough && !ada_nilai(lembar, row) && !ada_huruf(lembar, row, &texts)
}

fn kena(folded: &str) -> bool {
    KATA.contains(&folded) || (folded.split(' ').count() <= 6 && KATA.iter().any(|w| w.len() > 2 && punya(folded, w)))
}

/// Whether a cell is made of nothing but words of heads: `Target 2025 (Rp)`, and not `Nilai SAKIP`.
fn teguh(text: &str) -> bool {
    let folded = lipat(text);
    let word = |w: &str| {
        KATA.contains(&w)
            || BAGIAN.contains(&w)
            || hanya_masa(w)
            || (w.len() == 4 && !tahun_dalam(w).is_empty())
            || matches!(w, "t" | "r" | "c" | "k")
    };
    let mut parts = folded.split(|c: char| !c.is_alphanumeric() && c != '%').filter(|w| !w.is_empty()).peekable();
    KATA.contains(&folded.as_str()) || (parts.peek().is_some() && parts.all(word))
}

/// Whether a cell holds a letter or a word of a scale: what a target or a result is. Words may head columns of a group.
fn ada_huruf(lembar: &Lembar, row: usize, texts: &[(usize, String)]) -> bool {
    texts.iter().any(|(at, text)| {
        is_huruf(text) || (SKALA.contains(&lipat(text).as_str()) && !dalam_kelompok(lembar, row, *at))
    })
}

/// Whether a text is a letter of a scale or an opinion.
pub fn is_huruf(text: &str) -> bool {
    HURUF.contains(&text)
}

/// Whether a row goes on with the head above it: all of its cells stand below groups, or are words of heads.
pub fn lanjutan(lembar: &Lembar, row: usize) -> bool {
    let texts = tulisan(lembar, row);
    let short = |t: &String| hanya_masa(&lipat(t)) || matches!(lipat(t).as_str(), "t" | "r" | "c" | "%" | "k");
    let periods = texts.iter().filter(|(_, t)| short(t)).count() * 2 >= texts.len();
    let firm = texts.iter().filter(|(_, t)| teguh(t)).count() * 2 > texts.len();
    let placed = texts.iter().all(|(at, t)| dalam_kelompok(lembar, row, *at) || teguh(t));
    texts.len() >= 2
        && (periods || firm || placed)
        && !ada_nilai(lembar, row)
        && !ada_huruf(lembar, row, &texts)
        && !nomor_kolom(lembar, row)
}

/// Whether a cell stands below the head of a group: one that is merged over several columns, or has a blank beside it.
fn dalam_kelompok(lembar: &Lembar, row: usize, at: usize) -> bool {
    let Some(above) = row.checked_sub(1) else { return false };
    if let Some(r) = lembar.gabungan(above, at) {
        return r.3 > r.1;
    }
    let free = |c: usize| lembar.sel(above, c).kosong() && lembar.gabungan(above, c).is_none();
    let beside = free(at + 1) && !lembar.sel(row, at + 1).kosong();
    let first = (0..at).rev().find(|c| !free(*c));
    if free(at) { first.is_some_and(|c| lembar.gabungan(above, c).is_none()) } else { beside }
}

/// Whether a row holds an amount, a date or a code: then it is no head.
fn ada_nilai(lembar: &Lembar, row: usize) -> bool {
    lembar.baris[row].iter().any(|cell| match &cell.isi {
        Isi::Angka(value) => !(1990..2100).any(|year| *value == rust_decimal::Decimal::from(year)),
        Isi::Teks(text) => {
            // A year is no value: `TA 2023`, `PK 2024`.
            let digits = text.chars().filter(char::is_ascii_digit).count() - 4 * tahun_dalam(text).len();
            kode::baca(text).is_some()
                || jumlah(text)
                || (digits >= 3 && text.len() < 24 && digits * 2 > text.len() && text.len() != 4)
        }
        Isi::Tanggal => true,
        Isi::Galat(_) | Isi::Kosong => cell.rumus.is_some(),
    })
}

/// Whether a text is an amount: `Rp 2,5 miliar`, `95,39%`, `120 orang`.
pub fn jumlah(text: &str) -> bool {
    let plain = text.trim_start_matches(['R', 'r', 'p', '.', ' ']);
    let year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let read = |style| crate::number::parse(text, style).is_ok();
    let two = text.bytes().filter(u8::is_ascii_digit).count() >= 2;
    // A range of two figures is a value too: `0,5 – 0,9`.
    let range = text.contains(',') && text.contains(['–', '-']) && !text.chars().any(char::is_alphabetic);
    plain.starts_with(|c: char| c.is_ascii_digit())
        && two
        && !year
        && (range || [Style::Indonesia, Style::Inggris].into_iter().any(read))
}
