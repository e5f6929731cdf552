//! The workbook of a record read back: new rows wherever they may stand, everything wrong with them at once.

use super::*;

const TABEL: &str = "  tabel:\n    - letak: Tabel 1\n      kolom: [pagu.murni, serapan]\n      baris: {satu: [\"5\", \"76,00%\"]}\ntabel:\n  - kode: warga\n    tema: lain\n    judul: Warga\n    letak: Tabel 9\n    kolom:\n      - {kode: n, nama: N}\n    baris:\n      - {kode: p, nama: P, nilai: [\"1\"]}   # satu\n";

fn balik(satu: &'static [&'static str], warga: &'static [&'static str]) -> (String, String) {
    let dir = portal();
    let path = dir.path().join("content/lumajang/dinas-sosial/2025.yaml");
    std::fs::write(&path, format!("{REKAMAN}{POHON}{TABEL}")).expect("write");
    let output = isi_lembar(dir.path(), &|book| {
        tulis_baris(book, "Sampul", SAMPUL);
        let head: &[&str] = &["kode", "nama", "pagu.murni", "serapan"];
        tulis_baris(book, "Anggaran 1", &[&["Letak", "Tabel 1"], &[], head, &["satu", "", "5", "76,00%"], satu]);
        let rows: &[&[&str]] = &[&["Letak", "Tabel 9"], &[], &["kode", "nama", "N"], &["p", "P", "1"], warga];
        tulis_baris(book, "Tabel 1", rows);
    });
    (kata(&output), rekaman(dir.path()))
}

#[test]
fn new_rows_go_into_brackets_and_into_free_tables() {
    let (said, text) = balik(&["dua", "", "7", "80,00%"], &["r", "R: baru", "4"]);
    assert!(said.contains("0 sel berubah, 2 baris baru"), "{said}");
    assert!(text.contains("baris: {satu: [\"5\", \"76,00%\"], dua: [\"7\", \"80,00%\"]}"), "{text}");
    assert!(text.contains("   # satu\n      - {kode: r, nama: \"R: baru\", nilai: [\"4\"]}\n"), "{text}");
}

#[test]
fn all_that_is_wrong_with_a_new_row_is_said_at_once() {
    let (said, text) = balik(&["duo", "", "", ""], &["r", "", ""]);
    let all = ["Anggaran 1!A5: kode `duo` belum terdaftar", "mungkin maksudnya `dua`", "Anggaran 1!C5: sel ini kosong"];
    for wanted in
        all.into_iter().chain(["Anggaran 1!D5: sel ini", "Tabel 1!B5: baris baru ini tanpa nama", "Tabel 1!C5"])
    {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    assert!(said.contains("-perbaiki.xlsx") && !said.contains("Kerangka") && text.ends_with(TABEL), "{said}");
    let (said, _) = balik(&["satu", "", "5", "76,00%"], &["p", "P", "1"]);
    assert!(said.contains("A5: baris `satu` tertulis dua kali") && said.contains("A5: baris `p` tertulis"), "{said}");
}

#[test]
fn a_fraction_in_the_place_of_a_percentage_is_asked_about() {
    let dir = portal();
    let path = dir.path().join("content/lumajang/dinas-sosial/2025.yaml");
    std::fs::write(&path, format!("{REKAMAN}{POHON}{TABEL}")).expect("write");
    for text in [false, true] {
        let output = isi_lembar(dir.path(), &|book| {
            tulis_baris(book, "Sampul", SAMPUL);
            let head: &[&str] = &["kode", "nama", "pagu.murni", "serapan"];
            tulis_baris(book, "Anggaran 1", &[&["Letak", "Tabel 1"], &[], head, &["satu", "", "5"]]);
            let sheet = book.worksheet_from_name("Anggaran 1").expect("sheet");
            let _ =
                if text { sheet.write_string(3, 3, "0,7654") } else { sheet.write_number(3, 3, 0.7654) }.expect("cell");
            tulis_baris(book, "Tabel 1", &[&["Letak", "Tabel 9"], &[], &["kode", "nama", "N"], &["p", "P", "1"]]);
        });
        let said = kata(&output);
        assert!(said.contains("Anggaran 1!D4: `0,7654` di tempat persentase: 76,54%, atau 0,7654%?"), "{said}");
    }
}
