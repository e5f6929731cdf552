//! Import of budgets in layouts that no sample has: small tables written here, each with what is read of it.

use super::{anggaran, isi, masalah, nilai};
use rust_decimal::Decimal;
use terang::impor::{Anggaran, Isian};

fn baca(csv: &str, peta: &str) -> Anggaran {
    let hasil = isi(csv.as_bytes(), "a.csv", peta, &[]).unwrap_or_else(|m| panic!("{m:#?}"));
    anggaran(&hasil).clone()
}

fn tanya(csv: &str) -> Vec<String> {
    masalah(isi(csv.as_bytes(), "a.csv", "", &[]))
}

fn pohon(a: &Anggaran) -> Vec<(usize, String)> {
    a.simpul.values().map(|s| (s.dalam, s.nama.clone().unwrap_or_default())).collect()
}

/// A workbook of cells (numbers where they are numbers) with merged stretches.
fn buku(rows: &[&[&str]], gabung: &[(u32, u16, u32, u16)]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let plain = rust_xlsxwriter::Format::new();
    for (a, b, c, d) in gabung {
        sheet.merge_range(*a, *b, *c, *d, "", &plain).expect("merge");
    }
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            match cell.parse::<i32>() {
                _ if cell.is_empty() => {}
                Ok(number) => {
                    sheet.write_number(row, column, number).expect("cell");
                }
                Err(_) => {
                    sheet.write_string(row, column, *cell).expect("cell");
                }
            }
        }
    }
    book.save_to_buffer().expect("save")
}

#[test]
fn levels_are_read_from_columns_words_or_a_column_of_levels_and_each_rupiah_once() {
    let columns = "Program;Kegiatan;Sub Kegiatan;Pagu\nPROGRAM A;;;300\n;Kegiatan B;;300\n;;Sub C;100\n;;Sub D;200\nJUMLAH;;;300\n";
    let words =
        "No;Uraian;Pagu\nI;Program A;300\n1;Kegiatan B;300\na;Sub Kegiatan C;100\nb;Sub Kegiatan D;200\n;Jumlah;300\n";
    let level =
        "Tingkat;Uraian;Pagu\nProgram;A;300\nKegiatan;B;300\nSub Kegiatan;C;100\nSub Kegiatan;D;200\n;Jumlah;300\n";
    let whole = "Program;Kegiatan;Sub Kegiatan;Pagu\nA;B;C;100\nA;B;D;200\n";
    for csv in [columns, words, level, whole] {
        let a = baca(csv, "");
        let depth: Vec<usize> = pohon(&a).into_iter().map(|(dalam, _)| dalam).collect();
        assert_eq!(depth, [0, 1, 2, 2], "{csv}");
        assert_eq!(a.jumlah_daun(0), Some(300.into()), "{csv}");
    }
    let said = tanya("No;Uraian;Pagu\n1;Program A;300\n2;Penyediaan Buku;300\n");
    assert!(said[0].starts_with("A3: `Penyediaan Buku`: program, kegiatan atau sub kegiatan?"), "{said:#?}");
    assert!(tanya("No;Uraian;Pagu\n1;Kegiatan A;300\n")[0].contains("tidak berada di bawah program"));
}

#[test]
fn a_row_without_a_code_among_codes_is_named_and_never_a_node() {
    let csv = "Kode;Uraian;Pagu\n1.01.02;Program A;300\n;Belanja yang lupa kodenya;100\n1.01.02.2.01;Kegiatan B;300\n";
    let hasil = isi(csv.as_bytes(), "a.csv", "", &[]).expect("reads");
    assert_eq!(anggaran(&hasil).simpul.len(), 2);
    assert!(
        hasil.laporan.iter().any(|p| p.id == "1 baris tanpa kode tidak dibaca: A3 `Belanja yang lupa kodenya`"),
        "{:#?}",
        hasil.laporan
    );
}

#[test]
fn phases_between_have_sets_of_their_own_and_what_came_before_is_asked() {
    let a = baca(
        "Kode;Uraian;APBD Murni;Pergeseran;Setelah Efisiensi;P-APBD;Pergeseran setelah Perubahan\n1.01.02;A;1;2;3;4;5\n",
        "",
    );
    assert_eq!(
        a.kolom,
        ["pagu.murni", "pagu.pergeseran", "pagu.efisiensi", "pagu.perubahan", "pagu.pergeseran_perubahan"]
    );
    let said = tanya("Kode;Uraian;Pagu Sebelum Pergeseran;Pagu Setelah Pergeseran\n1.01.02;A;1;2\n");
    assert!(said.len() == 1 && said[0].starts_with("C1: ") && said[0].contains("tahap pagu yang mana?"), "{said:#?}");
}

#[test]
fn quarters_below_merged_heads_are_read_and_whether_they_add_up_is_proved_or_asked() {
    let head: &[&[&str]] = &[
        &["Kode", "Uraian", "Pagu", "Triwulan I", "", "Triwulan II", ""],
        &["", "", "", "Keu", "Fisik", "Keu", "Fisik"],
    ];
    let merged = [(0, 3, 0, 4), (0, 5, 0, 6), (0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2)];
    let rising: Vec<&[&str]> =
        head.iter().copied().chain([&["1.01.02", "A", "1000", "100", "10", "300", "30"][..]]).collect();
    let said = masalah(isi(&buku(&rising, &merged), "a.xlsx", "", &[]));
    assert!(said.len() == 1 && said[0].starts_with("Sheet1!D2: realisasi per masa"), "{said:#?}");
    let falling: Vec<&[&str]> =
        head.iter().copied().chain([&["1.01.02", "A", "1000", "300", "10", "100", "30"][..]]).collect();
    let hasil = isi(&buku(&falling, &merged), "a.xlsx", "", &[]).expect("reads");
    let expect = [
        "pagu.laporan",
        "realisasi 2025-tw1",
        "realisasi_fisik 2025-tw1",
        "realisasi 2025-tw2",
        "realisasi_fisik 2025-tw2",
    ];
    assert_eq!(anggaran(&hasil).kolom, expect);
}

#[test]
fn a_row_of_counts_that_rise_is_data_and_a_row_of_column_numbers_is_not() {
    let csv = "No;Pendidikan;Laki-laki;Perempuan;Jumlah\n(1);(2);(3);(4);(5)\n1;S2;3;4;7\n2;S1;1;2;3\n;Jumlah;4;6;10\n";
    let hasil = isi(csv.as_bytes(), "pegawai.csv", "", &[]).expect("reads");
    let found = hasil.isian.iter().find_map(|i| if let Isian::Bebas(b) = i { Some(b) } else { None });
    let names: Vec<&str> = found.expect("a free table").baris.iter().map(|(_, nama, ..)| nama.as_str()).collect();
    assert_eq!(names, ["S2", "S1", "Jumlah"]);
    assert!(hasil.teks.contains("tema: lain"), "{}", hasil.teks);
}

#[test]
fn money_nobody_knows_the_meaning_of_is_asked_about_and_another_year_is_left_out() {
    let book = buku(&[&["Kode", "Uraian", "Pagu", "Carry over"], &["1.01.02", "A", "1000000", "250000"]], &[]);
    let said = masalah(isi(&book, "a.xlsx", "", &[]));
    assert!(said.len() == 1 && said[0].starts_with("Sheet1!D1: kolom ini berisi uang"), "{said:#?}");
    let a = baca("Kode;Uraian;Pagu 2024;Realisasi 2024;Pagu 2025;Realisasi 2025\n1.01.02;A;1;2;3;4\n", "");
    assert_eq!(a.kolom, ["pagu.laporan", "realisasi"]);
    assert_eq!(a.jumlah_daun(0), Some(3.into()));
}

#[test]
fn a_difference_in_percent_is_no_absorption_and_words_of_magnitude_are_amounts() {
    let a = baca(
        "Kode;Uraian;Semula;Menjadi;Bertambah/(Berkurang) Rp;Bertambah/(Berkurang) %\n1.01.02;A;300;320;20;6,67\n",
        "",
    );
    let expect = ["pagu.murni", "pagu.perubahan", "kenaikan murni..perubahan", "pertumbuhan murni..perubahan"];
    assert_eq!(a.kolom, expect);
    let a = baca("Program;Pagu;Realisasi\nProgram A;Rp 2,5 miliar;Rp 1,9 miliar\n", "");
    assert_eq!(a.jumlah_daun(0), Some(2_500_000_000_i64.into()));
}

#[test]
fn one_node_under_two_sources_is_two_tables_and_one_sum() {
    let csv = "\
Kode;Uraian;Pagu Perubahan;Realisasi
Sumber Dana: DAU;;;
1.01.02;Program A;600;500
Sumber Dana: DAK Fisik;;;
1.01.02;Program A;400;300
TOTAL (DAU + DAK);;1.000;800
";
    let hasil = isi(csv.as_bytes(), "a.csv", "angka: indonesia", &[]).expect("reads");
    let a = anggaran(&hasil);
    assert_eq!(nilai(a, "1.01.02", 0), Some(Decimal::from(1000)));
    for part in [
        "total: [\"1.000\", \"800\"]",
        "sumber dana DAU\"",
        "a: [\"600\", \"500\", \"DAU\"]",
        "a: [\"400\", \"300\", \"DAK Fisik\"]",
    ] {
        assert!(hasil.teks.contains(part), "{part}: {}", hasil.teks);
    }
}

#[test]
fn codes_of_spending_alone_are_no_tree_and_the_way_out_is_said() {
    let said =
        tanya("Kode Rekening;Uraian;Anggaran;Realisasi\n5;BELANJA DAERAH;300;200\n5.1;BELANJA OPERASI;300;200\n");
    assert!(said[0].contains("jenis: tabel"), "{said:#?}");
    let piped = baca("KODE|URAIAN|PAGU|REALISASI\n1.01.02|Program A|1000|500\n", "");
    assert_eq!(piped.jumlah_daun(1), Some(500.into()), "a bar separates too");
}
