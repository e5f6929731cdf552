//! Import into a record or an agency that has a tree already: each node to its place, each code to its meaning in all years.

use super::*;

/// An agency of health with two years, and no tree.
fn dinkes() -> tempfile::TempDir {
    let dir = portal();
    let opd = dir.path().join("content/lumajang/dinas-kesehatan");
    std::fs::create_dir_all(&opd).expect("folder");
    let documents =
        "  lkjip-2024: {judul: LKjIP 2024, jenis: LKjIP}\n  lkjip-2025: {judul: LKjIP 2025, jenis: LKjIP}\n";
    let text = format!("nama: Dinas Kesehatan\nsingkatan: Dinkes\ndokumen:\n{documents}");
    std::fs::write(opd.join("opd.yaml"), text).expect("opd");
    for year in ["2024", "2025"] {
        let text = format!("tahun: {year}\nbatas_data: {year}-12-31\ndokumen: lkjip-{year}\n");
        std::fs::write(opd.join(format!("{year}.yaml")), text).expect("record");
    }
    dir
}

/// Imports lines of `code;name;amount`, and gives what was said.
fn masuk(dir: &Path, tahun: &str, letak: &str, rows: &str, peta: &str) -> (bool, String) {
    let ke = format!("lumajang/dinas-kesehatan/{tahun}");
    std::fs::write(dir.join("peta.yaml"), peta).expect("map");
    let text = format!("Kode;Uraian;Pagu Perubahan\n{rows}");
    let args = ["impor", "-", "--ke", &ke, "--letak", letak, "--peta", "peta.yaml"];
    let output = terang(dir, &args, text.as_bytes());
    (output.status.success(), kata(&output))
}

/// The tree of a record: official code and code of the portal, each behind that of its parent.
fn pohon(dir: &Path, tahun: &str) -> Vec<String> {
    let file = dir.join(format!("content/lumajang/dinas-kesehatan/{tahun}.yaml"));
    let text = std::fs::read_to_string(file).expect("record");
    let value: serde_yaml::Value = serde_yaml::from_str(&text).expect("yaml");
    let mut out = Vec::new();
    fn walk(list: &serde_yaml::Value, above: &str, out: &mut Vec<String>) {
        for node in list.as_sequence().into_iter().flatten() {
            let word = |key: &str| node.get(key).and_then(serde_yaml::Value::as_str).unwrap_or("?").to_string();
            out.push(format!("{above} > {} {}", word("kode_resmi"), word("kode")));
            walk(node.get("anak").unwrap_or(&serde_yaml::Value::Null), &word("kode_resmi"), out);
        }
    }
    walk(&value["anggaran"]["pohon"], "", &mut out);
    out
}

const SATU: &str = "1.02.02;Program Kesehatan;300\n1.02.02.2.01;Penyediaan Layanan;300\n";

#[test]
fn what_is_added_to_the_last_node_and_behind_it_stands_each_below_its_own() {
    let more = "1.02.02.2.01.0001;Sub A;100\n1.02.02.2.01.0009;Sub Z;200\n1.02.02.2.02;Penyelenggaraan;50\n1.02.02.2.02.0001;Sub B;50\n1.02.03;Program SDM;9\n1.02.03.2.01;Pengembangan;9\n";
    let before = [SATU.to_string(), format!("{SATU}1.02.02.2.01.0001;Sub A;300\n")];
    for first in before {
        let dir = dinkes();
        assert!(masuk(dir.path(), "2025", "Tabel 1", &first, "").0);
        let (good, said) = masuk(dir.path(), "2025", "Tabel 2", &format!("{SATU}{more}"), "");
        assert!(good, "{said}");
        let tree = pohon(dir.path(), "2025");
        for line in tree.iter().filter(|l| !l.starts_with(" > ")) {
            let (above, own) = line.split_once(" > ").expect("line");
            assert!(own.starts_with(above), "{tree:#?}");
        }
        assert_eq!(tree.len(), 8, "{tree:#?}");
        assert!(tree.iter().any(|l| l.ends_with("1.02.02.2.01.0009 kesehatan.k1.s2")), "{tree:#?}");
    }
}

#[test]
fn a_code_means_one_node_in_all_years() {
    let dir = dinkes();
    let old = "1.02.02.2.01.0001;Sub A;300\n1.02.02.2.02;Penyelenggaraan;50\n1.02.02.2.02.0001;Sub B;50\n";
    assert!(masuk(dir.path(), "2024", "Tabel 1", &format!("{SATU}{old}"), "").0);
    // The new nodes come first, and would take the numbers of the old ones.
    let new = "1.02.02;Program Kesehatan;3\n1.02.02.2.07;Lain Sekali;1\n1.02.02.2.07.0001;Sub N;1\n1.02.02.2.02;Penyelenggaraan;2\n1.02.02.2.02.0005;Baru;1\n1.02.02.2.02.0001;Sub B;1\n";
    let (good, said) = masuk(dir.path(), "2025", "Tabel 1", new, "");
    assert!(good, "{said}");
    let tree = pohon(dir.path(), "2025").join("\n");
    for line in [
        "1.02.02.2.07 kesehatan.k3",
        "1.02.02.2.02 kesehatan.k2",
        "1.02.02.2.02.0005 kesehatan.k2.s2",
        "1.02.02.2.02.0001 kesehatan.k2.s1",
    ] {
        assert!(tree.contains(line), "{tree}");
    }
}

#[test]
fn a_list_numbered_anew_keeps_the_codes_of_the_portal_and_says_so() {
    let dir = dinkes();
    assert!(masuk(dir.path(), "2024", "Tabel 1", SATU, "").0);
    let new = "1.02.04;Program Kesehatan;3\n1.02.04.2.03;Penyediaan Layanan;3\n";
    let (good, said) = masuk(dir.path(), "2025", "Tabel 1", new, "");
    assert!(good && said.contains("1.02.04 Program Kesehatan: pada tahun lain berkode 1.02.02"), "{said}");
    assert!(pohon(dir.path(), "2025").join("\n").contains("1.02.04.2.03 kesehatan.k1"));
}

#[test]
fn one_code_with_two_names_and_one_name_with_two_codes_are_asked_about_once() {
    let dir = dinkes();
    assert!(masuk(dir.path(), "2025", "Tabel 1", SATU, "").0);
    let other = "1.02.02;Program Penanggulangan Bencana;3\n1.02.02.2.01;Mitigasi;3\n";
    let (good, said) = masuk(dir.path(), "2025", "Tabel 2", other, "");
    assert!(!good && said.contains("A2: 1.02.02 di sini “Program Penanggulangan Bencana”"), "{said}");
    assert!(masuk(dir.path(), "2025", "Tabel 2", other, "simpul: {\"*\": sama}").0);
    assert_eq!(pohon(dir.path(), "2025").len(), 2);
    let moved = "2.08.02;Program Kesehatan;3\n2.08.02.2.01;Penyediaan Layanan;3\n";
    let (good, said) = masuk(dir.path(), "2025", "Tabel 3", moved, "");
    assert!(!good && said.contains("1 hal belum jelas") && said.contains("1.02.02 di rekaman"), "{said}");
    assert!(masuk(dir.path(), "2025", "Tabel 3", moved, "simpul: {\"2.08.02\": sama}").0);
    assert_eq!(pohon(dir.path(), "2025").len(), 2);
    // Another spelling is the same node, and is said.
    let spelt = "1.02.02;PROGRAM KESEHATAN MASYARAKAT;3\n";
    let (good, said) = masuk(dir.path(), "2025", "Tabel 4", spelt, "");
    assert!(good && said.contains("A2: 1.02.02 tercetak “PROGRAM KESEHATAN MASYARAKAT”"), "{said}");
}

#[test]
fn the_urusan_that_a_decree_leaves_open_is_the_agencys_own() {
    let dir = dinkes();
    let open = "X.XX.01;Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota;5\nX.XX.01.2.01;Perencanaan;5\n";
    assert!(masuk(dir.path(), "2025", "Tabel 1", open, "").0);
    let own = "1.02.01;PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN / KOTA;5\n1.02.01.2.01;Perencanaan;5\n";
    assert!(masuk(dir.path(), "2025", "Tabel 2", own, "").0);
    assert_eq!(pohon(dir.path(), "2025").len(), 2);
}

#[test]
fn a_table_in_millions_is_copied_as_printed_and_its_rounding_accuses_nobody() {
    let dir = dinkes();
    // Three of 100,6 million each: 302 is their sum, 101 is each of them.
    let text = "(dalam jutaan rupiah)\nKode;Uraian;Pagu Perubahan;Realisasi;%\n1.02.02;Program Kesehatan;302;272;90,00\n1.02.02.2.01;Penyediaan Layanan;302;272;90,00\n1.02.02.2.01.0001;Sub A;101;91;90,02\n1.02.02.2.01.0002;Sub B;101;91;90,01\n1.02.02.2.01.0003;Sub C;101;91;89,97\n;Jumlah;302;272;90,00\n";
    std::fs::write(dir.path().join("peta.yaml"), "satuan: jutaan").expect("map");
    let args = ["impor", "-", "--ke", "lumajang/dinas-kesehatan/2025", "--peta", "peta.yaml"];
    let said = kata(&terang(dir.path(), &args, text.as_bytes()));
    assert!(said.contains("jumlah tercetak Rp302.000.000, bedanya dalam pembulatan"), "{said}");
    let check = kata(&terang(dir.path(), &["check"], b""));
    assert!(check.contains(" 0 temuan"), "{check}");
}

#[test]
fn fractions_in_columns_of_percentages_are_proven_or_asked() {
    let head = "No;Indikator;Satuan;Target;Realisasi;Capaian (%)\n";
    let read = |rows: &str, peta: &str| {
        isi(
            format!("{head}{rows}").as_bytes(),
            "a.csv",
            &format!("tingkat: sasaran\narah: {{\"*\": naik}}\n{peta}"),
            &[],
        )
    };
    let row = |hasil: &Hasil| kinerja(hasil).baris[0].1.iter().map(tulisan).collect::<Vec<_>>().join(" ");
    // R/T proves it, and no direction is read from a figure that no formula gives.
    let hasil = read("1;Panjang jalan ditingkatkan;km;12,5;13,25;1,06\n", "").expect("reads");
    assert_eq!((row(&hasil).as_str(), kinerja(&hasil).baru[0].arah.as_str()), ("12,5 13,25 106%", "naik"));
    let hasil = read("1;Panjang jalan ditingkatkan;km;12,5;10;1,06\n", "satuan: {F: persen}").expect("reads");
    assert_eq!(kinerja(&hasil).baru[0].arah, "naik");
    let rows = "1;Cakupan layanan;%;0,9;0,85;94,44\n";
    let said = masalah(read(rows, ""));
    assert!(said.len() == 2 && said[0].starts_with("D2: `0,9` dalam kolom persen: 0,9%, atau 90%?"), "{said:?}");
    assert_eq!(row(&read(rows, "satuan: {D: pecahan, E: pecahan}").expect("reads")), "90% 85% 94,44");
    assert_eq!(row(&read(rows, "satuan: {D: persen, E: persen}").expect("reads")), "0,9 0,85 94,44");
    // Of a budget too: physical progress has nothing beside it that proves it.
    let budget = "Kode;Uraian;Pagu;Realisasi;Fisik (%)\n1.02.02;Program Kesehatan;300;270;0,95\n";
    assert!(masalah(isi(budget.as_bytes(), "a.csv", "", &[]))[0].contains("0,95%, atau 95%?"));
}

#[test]
fn a_sentence_beside_an_indicator_says_which_way_is_better() {
    let text = "No;Indikator;Satuan;Target;Realisasi;Keterangan\n1;Angka Kematian Ibu;per 100.000 KH;70;65;Semakin rendah semakin baik\n2;Usia Harapan Hidup;tahun;70;65;makin tinggi nilainya, makin baik\n";
    let hasil = isi(text.as_bytes(), "a.csv", "tingkat: sasaran", &[]).expect("reads");
    let read: Vec<&str> = kinerja(&hasil).baru.iter().map(|b| b.arah.as_str()).collect();
    assert_eq!(read, ["turun", "naik"]);
}

#[test]
fn what_a_dpa_prints_is_of_the_dpa_and_not_of_the_yearly_report() {
    let dir = dinkes();
    let ke = ["impor", "-", "--ke", "lumajang/dinas-kesehatan/2025", "--letak"];
    let text = |title: &str| format!("{title}\nKode;Uraian;Pagu Perubahan\n1.02.02;Program Kesehatan;300\n");
    let opd = || std::fs::read_to_string(dir.path().join("content/lumajang/dinas-kesehatan/opd.yaml")).expect("opd");
    let record =
        || std::fs::read_to_string(dir.path().join("content/lumajang/dinas-kesehatan/2025.yaml")).expect("year");
    for (place, title) in [("DPPA, 1", "DOKUMEN PELAKSANAAN PERUBAHAN ANGGARAN"), ("DPPA, 2", "DPPA TAHUN 2025")] {
        let said = kata(&terang(dir.path(), &[&ke[..], &[place]].concat(), text(title).as_bytes()));
        assert!(said.contains(&format!("A1 “{title}”: dibaca sebagai isi dokumen `dppa-2025`")), "{said}");
    }
    assert_eq!((opd().matches("dppa-2025:").count(), record().matches("dokumen: dppa-2025").count()), (1, 2));
    // The report quotes what it was agreed on; the author may say it too.
    let own = text("Tabel 2.1 Perjanjian Kinerja Tahun 2025");
    terang(dir.path(), &[&ke[..], &["Tabel 2.1"]].concat(), own.as_bytes());
    let said = [&ke[..], &["Tabel 3", "--dokumen", "lkjip-2025"]].concat();
    terang(dir.path(), &said, text("DPA TAHUN 2025").as_bytes());
    assert_eq!((record().matches("- letak:").count(), record().matches("dokumen: dppa-2025").count()), (4, 2));
    let wrong = [&ke[..], &["Tabel 4", "--dokumen", "rkt"]].concat();
    let said = kata(&terang(dir.path(), &wrong, text("x").as_bytes()));
    assert!(said.contains("pilih dari: `lkjip-2024`, `lkjip-2025`, `dppa-2025`"), "{said}");
    assert!(kata(&terang(dir.path(), &["check"], b"")).contains(" 0 temuan"));
}

#[test]
fn a_column_of_levels_makes_a_budget_and_a_free_table_is_called_one() {
    let text =
        "Tingkat;Nama;Pagu;Realisasi\nProgram;Kesehatan;300;270\nKegiatan;Layanan;300;270\nSub Kegiatan;Obat;300;270\n";
    let hasil = isi(text.as_bytes(), "a.csv", "", &[]).expect("reads");
    assert_eq!(anggaran(&hasil).simpul.len(), 3);
    let text = "Nama;Pagu\nProgram Kesehatan;300\nKegiatan Layanan;300\n";
    assert_eq!(anggaran(&isi(text.as_bytes(), "a.csv", "", &[]).expect("reads")).simpul.len(), 2);
    let free = "Kecamatan;Laki-laki;Perempuan\nUtara;10;12\nSelatan;11;9\n";
    let hasil = isi(free.as_bytes(), "a.csv", "kepala: 1", &[]).expect("reads");
    let said: String = hasil.laporan.iter().map(|p| p.id.clone()).collect();
    assert!(said.contains("dibaca sebagai tabel bebas") && !said.contains("→"), "{said}");
}

#[test]
fn months_above_plan_and_result_are_part_of_the_head() {
    let head = "Kode;Uraian;Pagu;Januari;Januari;Februari;Februari;Maret;Maret\n;;;Rencana;Realisasi;Rencana;Realisasi;Rencana;Realisasi\n";
    let text = format!("{head}1.02.02;Program Kesehatan;300;100;90;100;80;100;70\n");
    let hasil = isi(text.as_bytes(), "a.csv", "", &[]).expect("reads");
    let read = anggaran(&hasil).kolom.join(" | ");
    assert!(read.contains("rencana 2025-01 | realisasi 2025-01 | rencana 2025-02 | realisasi 2025-02"), "{read}");
}

#[test]
fn an_error_of_what_was_read_names_the_cell_and_not_a_file_that_was_never_written() {
    let dir = dinkes();
    let text = "No;Indikator;Satuan;Target;Realisasi\n1;Indeks Pembangunan Manusia;indeks;75;Belum rilis\n";
    std::fs::write(dir.path().join("peta.yaml"), "tingkat: sasaran\narah: {\"*\": naik}").expect("map");
    let args = ["impor", "-", "--ke", "lumajang/dinas-kesehatan/2025", "--peta", "peta.yaml"];
    let said = kata(&terang(dir.path(), &args, text.as_bytes()));
    assert!(said.contains("E2: sel `Belum rilis`") && !said.contains("2025.yaml:"), "{said}");
    // Personal data may stand anywhere in a longer text.
    let text = "Kode;Uraian;Pagu;Keterangan\n1.02.02;Program Kesehatan;300;PPTK Budi, NIP 197001011990011001\n";
    let said = kata(&terang(dir.path(), &args, text.as_bytes()));
    assert!(said.contains("D2: ini berbentuk nomor NIP") && !said.contains("197001011990011001"), "{said}");
}

#[test]
fn a_row_printed_twice_is_two_where_the_sum_above_it_proves_it() {
    let rows = |whole: &str| {
        format!(
            "Kode;Uraian;Pagu\n1.02.02;Program;{whole}\n1.02.02.2.01;Layanan;{whole}\n1.02.02.2.01.0001;Obat;100\n1.02.02.2.01.0001;Obat;100\n1.02.02.2.01.0002;Alat;100\n"
        )
    };
    for (whole, sum) in [("300", 300), ("200", 200)] {
        let hasil = isi(rows(whole).as_bytes(), "a.csv", "", &[]).expect("reads");
        assert_eq!(anggaran(&hasil).jumlah_daun(0), Some(sum.into()), "{whole}");
    }
}

#[test]
fn aliases_of_yaml_reach_the_workbook_and_stray_cells_are_not_lost() {
    let dir = portal();
    let path = dir.path().join("content/lumajang/dinas-sosial/2025.yaml");
    let text = format!(
        "{REKAMAN}{POHON}  tabel:\n    - letak: Tabel 1\n      kolom: &k [pagu.murni]\n      baris:\n        satu: [\"5\"]\n    - letak: Tabel 2\n      kolom: *k\n      baris:\n        satu: [\"7\"]\n"
    );
    std::fs::write(&path, &text).expect("write");
    let made = terang(dir.path(), &["lembar", "lumajang/dinas-sosial/2025"], b"");
    assert!(made.status.success(), "{}", kata(&made));
    let back = terang(dir.path(), &["impor", "dinas-sosial-2025.xlsx", "--ke", KE], b"");
    assert!(kata(&back).contains("Tidak ada yang berubah"), "{}", kata(&back));
    let output = isi_lembar(dir.path(), &|book| {
        tulis_baris(book, "Sampul", SAMPUL);
        let rows: &[&[&str]] = &[&["Letak", "Tabel 1"], &[], &["kode", "nama", "pagu.murni"], &["satu", "", "5", "6"]];
        tulis_baris(book, "Anggaran 1", rows);
    });
    assert!(kata(&output).contains("Anggaran 1!D4: `6` berdiri di luar kolom tabel ini"), "{}", kata(&output));
}

#[test]
fn a_table_of_a_file_saved_under_another_name_is_not_written_twice() {
    let dir = dinkes();
    let bawa = |berkas: &str, rows: &str, letak: &[&str]| {
        std::fs::write(dir.path().join(berkas), format!("Kode;Uraian;Pagu;Sumber Dana\n{rows}")).expect("file");
        let args = [&["impor", berkas, "--ke", "lumajang/dinas-kesehatan/2025"], letak].concat();
        let output = terang(dir.path(), &args, b"");
        (output.status.success(), kata(&output))
    };
    let file = dir.path().join("content/lumajang/dinas-kesehatan/2025.yaml");
    let record = || std::fs::read_to_string(&file).expect("record");
    let rows = "1.02.02;Program Kesehatan;300;DAU\n1.02.02.2.01;Penyediaan Layanan;300;DAU\n";
    assert!(bawa("anggaran.csv", rows, &["--letak", "Tabel 3.4"]).0);
    let before = record();
    let (good, said) = bawa("anggaran (1).csv", rows, &[]);
    assert!(good && said.contains("sudah ada dalam rekaman sebagai `Tabel 3.4`"), "{said}");
    assert_eq!(record(), before);
    let (good, said) = bawa("anggaran-baru.csv", &rows.replace("300", "400"), &[]);
    assert!(!good && said.contains("`Tabel 3.4` dengan kolom dan baris yang sama, tetapi isinya lain"), "{said}");
    assert_eq!(record(), before);
    // Other nodes, another source of funds, or a place of its own: another table.
    for (berkas, rows, letak) in [
        ("lain.csv", "1.02.03;Program SDM;50;DAU\n1.02.03.2.01;Pengembangan;50;DAU\n".to_string(), &[][..]),
        ("dak.csv", rows.replace("DAU", "DAK"), &[][..]),
        ("anggaran.csv", rows.replace("300", "400"), &["--letak", "Tabel 3.9"][..]),
    ] {
        let before = record();
        let (good, said) = bawa(berkas, &rows, letak);
        assert!(good, "{berkas}: {said}");
        assert_ne!(record(), before, "{berkas}");
    }
}
