//! Import of measurements of performance in layouts that no sample has: parts of the year, money beside indicators, means,
//! and the formulas that explain what is printed.

use super::{KE, OPD, REKAMAN, bab, harapan, jalankan, kata, kinerja, portal, rekaman, root, terang, tulisan};
use std::path::Path;
use std::process::Output;
use terang::diagnostic::Lang;
use terang::impor::{Hasil, Isian, Kenal, Masalah, Penjelasan, Peta, Tujuan, Uang, impor, lipat_nama};

/// Reads a table into an agency with one tujuan and two sasaran, whose data end with a month.
fn baca(isi: &str, peta: &str, bulan: u32) -> Result<Hasil, Vec<Masalah>> {
    let peta = Peta::baca(peta).expect("map");
    let teks = REKAMAN.replace("2025-12-31", &format!("2025-{bulan:02}-28"));
    let named = |kode: &str, nama: &str| (kode.to_string(), vec![lipat_nama(nama)]);
    let sasaran = [named("s1", "Meningkatnya mutu"), named("s2", "Meningkatnya tata kelola")];
    let tujuan = [named("t1", "Terwujudnya layanan")];
    let kenal = Kenal { sasaran: &sasaran, tujuan: &tujuan, ..Kenal::default() };
    let (sendiri, lain, berkas) = (&[], &[], "a.csv");
    let tujuan =
        Tujuan { tahun: 2025, teks: &teks, sendiri, lain, opd: OPD, kenal, berkas, letak: None, dokumen: None };
    impor(isi.as_bytes(), &peta, &tujuan)
}

fn terbaca(isi: &str, peta: &str, bulan: u32) -> Hasil {
    baca(isi, peta, bulan).unwrap_or_else(|m| panic!("{m:#?}"))
}

fn uang(hasil: &Hasil) -> &Uang {
    hasil.isian.iter().find_map(|i| if let Isian::Uang(u) = i { Some(u) } else { None }).expect("money")
}

/// Imports a sample into the portal, its indicators of a sasaran and upwards.
fn bawa(dir: &Path, berkas: &str) -> Output {
    std::fs::write(dir.join("p.yaml"), "tingkat: sasaran\narah: {\"*\": naik}\n").expect("write");
    let file = root().join(berkas).display().to_string();
    let done = terang(dir, &["impor", &file, "--ke", KE, "--peta", "p.yaml"], b"");
    assert!(done.status.success(), "{}", kata(&done));
    done
}

fn arah(hasil: &Hasil) -> Vec<(String, String)> {
    kinerja(hasil).baru.iter().map(|b| (b.kode.clone(), b.arah.clone())).collect()
}

fn baris(rows: &[(String, Vec<terang::impor::Nilai>)]) -> Vec<(String, Vec<String>)> {
    rows.iter().map(|(kode, cells)| (kode.clone(), cells.iter().map(tulisan).collect())).collect()
}

fn daftar(rows: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    rows.iter().map(|(k, c)| ((*k).to_string(), c.iter().map(ToString::to_string).collect())).collect()
}

#[test]
fn a_measurement_of_a_quarter_brings_its_indicators_sasaran_and_money_and_no_false_finding() {
    let dir = portal();
    let done = bawa(dir.path(), "11-pengukuran-triwulan.xlsx");
    for line in [
        "cara capaian R/T: persentase-ppks-yang-terlayani",
        "cara capaian (2T-R)/T: angka-putus-layanan",
        "cara capaian R/T atau T/R atau (2T-R)/T: nilai-sakip",
    ] {
        assert!(kata(&done).contains(line), "{line}: {}", kata(&done));
    }
    let text = rekaman(dir.path());
    let expected = harapan("11-pengukuran-triwulan.xlsx");
    let grouped = |value: &serde_json::Value| {
        let digits = value.as_str().expect("text");
        let parts: Vec<&str> =
            digits.as_bytes().rchunks(3).rev().map(|c| std::str::from_utf8(c).expect("digits")).collect();
        format!("\"Rp {}\"", parts.join("."))
    };
    for (key, row) in [("sasaran 1", "sasaran:s1"), ("sasaran 2", "sasaran:s2"), ("total", "total")] {
        let money = &expected["uang"][key];
        let line = format!("{row}: [{}, {}, ", grouped(&money["pagu"]), grouped(&money["realisasi"]));
        assert!(text.contains(&line), "{line}\n{text}");
    }
    assert!(text.contains("kolom: [pagu.laporan, realisasi, serapan]"), "{text}");
    assert!(text.contains("nilai-sakip: [\"72,50\", \"- (tidak berlaku)\", "), "no target for the quarter: {text}");
    let opd = std::fs::read_to_string(dir.path().join("content/lumajang/dinas-sosial/opd.yaml")).expect("opd");
    let falling = opd.split_once("  angka-putus-layanan:\n").expect("indicator").1;
    assert!(
        falling.lines().nth(4).expect("arah").contains("arah: turun"),
        "what the capaian proves, not the rest: {opd}"
    );
    assert!(opd.contains("- {kode: s1, nama: Meningkatnya pelayanan kepada PPKS}"), "{opd}");
    let check = terang(dir.path(), &["check"], b"");
    assert!(check.status.success() && kata(&check).contains("0 temuan"), "{}", kata(&check));
    let again = bawa(dir.path(), "11-pengukuran-triwulan.xlsx");
    assert!(kata(&again).contains("Tidak ada yang berubah"), "{}", kata(&again));
}

const SEMESTER: &str = "\
PENGUKURAN KINERJA 2025
No;Sasaran;Indikator Kinerja Utama;Satuan;Target 2025;Semester I;;;Semester II;;;Anggaran (Rp);;
;;;;;Target;Realisasi;Capaian (%);Target;Realisasi;Capaian (%);Pagu;Realisasi;%
1;Meningkatnya mutu;Persentase lulus;%;98;97;96;98,97;98;97,5;99,49;2.000.000.000;1.900.000.000;95,00
2;;Angka putus sekolah;%;0,5;0,6;0,7;83,33;0,5;0,4;120,00;;;
3;Meningkatnya tata kelola;Nilai SAKIP;nilai;75;-;-;-;75;76;101,33;500.000.000;480.000.000;96,00
;Rata-rata capaian;;;;;;91,15;;;106,94;;;
JUMLAH;;;;;;;;;;;2.500.000.000;2.380.000.000;95,20
";

#[test]
fn half_years_their_mean_and_the_money_of_a_merged_sasaran_are_each_where_they_belong() {
    let hasil = terbaca(SEMESTER, "", 12);
    let k = kinerja(&hasil);
    let halves = |n: u8| ["target.rencana_aksi", "realisasi", "capaian"].map(|w| format!("{w} 2025-s{n}"));
    let columns: Vec<String> =
        std::iter::once("target.laporan".to_string()).chain(halves(1)).chain(halves(2)).collect();
    assert_eq!(k.kolom, columns);
    let none = "- (tidak berlaku)";
    let expect: &[(&str, &[&str])] = &[
        ("persentase-lulus", &["98", "97", "96", "98,97", "98", "97,5", "99,49"]),
        ("angka-putus-sekolah", &["0,5", "0,6", "0,7", "83,33", "0,5", "0,4", "120,00"]),
        ("nilai-sakip", &["75", none, none, none, "75", "76", "101,33"]),
        ("total", &["", "", "", "91,15", "", "", "106,94"]),
    ];
    assert_eq!(baris(&k.baris), daftar(expect));
    let named = |(kode, arah): &(&str, &str)| ((*kode).to_string(), (*arah).to_string());
    let directions = [("persentase-lulus", "naik"), ("angka-putus-sekolah", "turun"), ("nilai-sakip", "naik")];
    assert_eq!(arah(&hasil), directions.iter().map(named).collect::<Vec<_>>(), "proved by the halves");
    let expect: &[(&str, &[&str])] = &[
        ("sasaran:s1", &["2.000.000.000", "1.900.000.000", "95,00"]),
        ("sasaran:s2", &["500.000.000", "480.000.000", "96,00"]),
        ("total", &["2.500.000.000", "2.380.000.000", "95,20"]),
    ];
    assert_eq!(baris(&uang(&hasil).baris), daftar(expect));
}

#[test]
fn means_are_of_the_sasaran_they_name_or_stand_below_or_of_all() {
    let csv = "\
Sasaran;Indikator;Arah;Target;Realisasi;Capaian
Meningkatnya mutu;A;naik;80;60;75%
Rata-rata capaian sasaran;;;;;75%
Meningkatnya tata kelola;B;naik;10;13;130%
;C;turun;10;25;0%
Rata-rata capaian Meningkatnya tata kelola;;;;;65%
Rata-rata capaian seluruh sasaran;;;;;70%
";
    let hasil = terbaca(csv, "", 12);
    let rows: Vec<(String, String)> =
        kinerja(&hasil).baris.iter().map(|(kode, cells)| (kode.clone(), tulisan(&cells[2]))).collect();
    let means: Vec<(&str, &str)> = rows[3..].iter().map(|(k, c)| (k.as_str(), c.as_str())).collect();
    assert_eq!(means, [("sasaran:s1", "75%"), ("sasaran:s2", "65%"), ("total", "70%")]);
    let other = csv.replace("Meningkatnya mutu", "Sasaran lain");
    let hasil = terbaca(&other, "", 12);
    assert!(hasil.laporan.iter().any(|p| p.id.starts_with("A3: baris rata-rata tidak dibaca")), "{:#?}", hasil.laporan);
}

#[test]
fn quarters_below_one_head_and_months_with_letters_are_periods() {
    let quarters = "\
No;Sasaran;Indikator;Target Triwulan;;;;Realisasi Triwulan;;;;Persentase Capaian Triwulan;;;
;;;I;II;III;IV;I;II;III;IV;I;II;III;IV
1;Meningkatnya mutu;Waktu layanan;5;5;5;5;6;5;4;4;80,00;100,00;120,00;120,00
";
    let hasil = terbaca(quarters, "", 12);
    let parts = ["target.rencana_aksi", "realisasi", "capaian"];
    let columns: Vec<String> = parts.iter().flat_map(|w| (1..=4).map(move |n| format!("{w} 2025-tw{n}"))).collect();
    assert_eq!(kinerja(&hasil).kolom, columns);
    assert_eq!(arah(&hasil), [("waktu-layanan".to_string(), "turun".to_string())]);
    let months = "\
Indikator;Arah;Target;Januari;;Pebruari;;Nopember;
;;;T;R;T;R;T;R
Jumlah layanan;naik;120;10;9;20;21;30;28
";
    let hasil = terbaca(months, "tingkat: program", 12);
    let expect = ["target.laporan"].map(ToString::to_string).into_iter();
    let expect = expect.chain(
        ["01", "02", "11"]
            .iter()
            .flat_map(|m| [format!("target.rencana_aksi 2025-{m}"), format!("realisasi 2025-{m}")]),
    );
    assert_eq!(kinerja(&hasil).kolom, expect.collect::<Vec<_>>());
}

/// A report of the second quarter; the target of the quarter, its capaian.
fn triwulan(target: &str, capaian: &str) -> String {
    format!(
        "No;Sasaran;Indikator;Arah;Target;Target TW II;Realisasi TW II;Capaian TW II (%)\n1;Meningkatnya mutu;Cakupan;naik;80;{target};38;{capaian}\n"
    )
}

#[test]
fn figures_of_a_quarter_are_those_of_the_record_only_where_its_data_end_there_and_the_year_is_their_target() {
    let names = |csv: &str, bulan| kinerja(&terbaca(csv, "", bulan)).kolom[2..].to_vec();
    let of_quarter = ["realisasi 2025-tw2", "capaian 2025-tw2"];
    assert_eq!(names(&triwulan("40", "95,00"), 6), of_quarter, "measured against the target of the quarter");
    assert_eq!(names(&triwulan("40", "47,50"), 6), ["realisasi", "capaian"], "measured against that of the year");
    assert_eq!(names(&triwulan("40", "47,50"), 12), of_quarter, "the record goes on");
}

#[test]
fn what_lies_behind_the_data_of_the_record_is_not_asked_about() {
    let csv = "\
Indikator;Arah;Target;Realisasi TW I;Realisasi TW II;Realisasi TW III;Keterangan
Cakupan;naik;80;20;38;-;-
";
    let row = |bulan| baca(csv, "tingkat: sasaran", bulan).map(|h| baris(&kinerja(&h).baris)[0].1.clone());
    let none = "- (tidak tercetak)";
    assert_eq!(row(6).expect("reads"), ["80", "20", "38", none, none]);
    let said = row(12).expect_err("unclear");
    assert_eq!(said.len(), 1);
    assert!(said[0].tulis(Lang::Id).starts_with("F2: `-`"), "{said:#?}");
}

#[test]
fn money_printed_beside_every_indicator_of_a_sasaran_is_counted_as_the_total_says() {
    let table = |total: &str| {
        format!(
            "Sasaran;Indikator;Arah;Target;Pagu (Rp);Realisasi Anggaran (Rp)\nMeningkatnya mutu;A;naik;1;600;500\nMeningkatnya mutu;B;naik;1;600;500\nTOTAL;;;;{total}\n"
        )
    };
    let of = |total: &str| baris(&uang(&terbaca(&table(total), "angka: indonesia", 12)).baris)[0].1.clone();
    assert_eq!(of("600;500"), ["600", "500"]);
    assert_eq!(of("1200;1000"), ["1200", "1000"]);
}

#[test]
fn what_is_signed_below_is_no_money_and_absorption_in_percent_is_no_capaian() {
    let csv = "\
PENGUKURAN KINERJA
Sasaran Strategis;IKU;Target;Realisasi;Capaian (%);Kategori;Anggaran;Realisasi Anggaran;% Serapan
Meningkatnya mutu;A;80;79;98,75;Baik;12.500.000.000;12.000.000.000;96,00
JUMLAH;;;;;;12.500.000.000;12.000.000.000;96,00
;;;;;;Kepala Dinas,;;
;;;;;;NAMA REKAAN;;
";
    let hasil = terbaca(csv, "", 12);
    assert_eq!(kinerja(&hasil).kolom, ["target.laporan", "realisasi", "capaian", "predikat"]);
    assert_eq!(uang(&hasil).kolom, ["pagu.laporan", "realisasi", "serapan"]);
    assert!(!hasil.teks.contains("REKAAN"));
}

#[test]
fn absorption_and_efficiency_alone_stand_beside_their_indicator() {
    let csv = "\
EFISIENSI PENGGUNAAN SUMBER DAYA
Sasaran;Indikator;Arah;% Capaian Kinerja;% Penyerapan Anggaran;Tingkat Efisiensi Anggaran
Meningkatnya mutu;A;naik;98,75;96,00;2,75
";
    let hasil = terbaca(csv, "", 12);
    assert_eq!(kinerja(&hasil).kolom, ["capaian", "serapan", "efisiensi"]);
    assert!(!hasil.teks.contains("anggaran:"), "{}", hasil.teks);
}

#[test]
fn money_goes_below_the_tree_of_the_record_and_indicators_after_it() {
    let dir = portal();
    let path = dir.path().join("content/lumajang/dinas-sosial/2025.yaml");
    let tree = "anggaran:\n  pohon:\n    - {kode: r, kode_resmi: \"1.06.04\", nama: Rehabilitasi, anak: [{kode: r.k1, nama: Dasar}]}\n";
    std::fs::write(&path, format!("{REKAMAN}{tree}")).expect("write");
    let csv = "\
Program / Kegiatan;Indikator;Arah;Target Tahunan;;Realisasi s.d. Desember;
;;;K;Rp;K;Rp
1.06.04 PROGRAM REHABILITASI;Persentase terlayani;naik;90%;1.795.500.000;70%;1.200.000.000
Kegiatan Dasar;Jumlah terlayani;naik;450 Orang;1.720.500.000;400 Orang;1.150.000.000
";
    let done = terang(dir.path(), &["impor", "-", "--ke", KE, "--letak", "Tabel 3"], csv.as_bytes());
    assert!(done.status.success(), "{}", kata(&done));
    let text = rekaman(dir.path());
    let money = "  tabel:\n    - letak: Tabel 3\n      angka: indonesia\n      kolom: [pagu.laporan, realisasi]\n      baris:\n        r: [\"1.795.500.000\", \"1.200.000.000\"]\n        r.k1: [\"1.720.500.000\", \"1.150.000.000\"]\nkinerja:\n";
    assert!(text.contains(money), "{text}");
    let opd = std::fs::read_to_string(path.with_file_name("opd.yaml")).expect("opd");
    assert!(
        opd.contains("tingkat: program\n    induk: r\n") && opd.contains("tingkat: kegiatan\n    induk: r.k1\n"),
        "{opd}"
    );
    let check = terang(dir.path(), &["check"], b"");
    assert!(check.status.success(), "{}", kata(&check));
}

#[test]
fn money_of_a_goal_nobody_knows_is_left_out_as_a_whole_and_named() {
    let csv = "Sasaran;Indikator;Arah;Target;Pagu (Rp)\nMeningkatnya mutu;A;naik;1;600\nSasaran lain;B;naik;1;400\n";
    let hasil = terbaca(csv, "angka: indonesia", 12);
    assert!(!hasil.teks.contains("anggaran:"), "{}", hasil.teks);
    assert!(
        hasil.laporan.iter().any(|p| p.id.contains("uangnya tidak dibaca: `Sasaran lain`")),
        "{:#?}",
        hasil.laporan
    );
}

#[test]
fn a_row_says_its_own_level_where_the_head_names_several() {
    let csv = "\
Tujuan / Sasaran / Program;Indikator;Arah;Target
Terwujudnya layanan;Indeks A;naik;1
Meningkatnya mutu;Indeks B;naik;1
Program Rehabilitasi Sosial;Indeks C;naik;1
1.06.04.2.01 Rehabilitasi di luar panti;Indeks D;naik;1
";
    let hasil = terbaca(csv, "", 12);
    let levels: Vec<&str> = kinerja(&hasil).baru.iter().map(|b| b.tingkat.as_str()).collect();
    assert_eq!(levels, ["tujuan", "sasaran", "program", "kegiatan"]);
    let said = baca(&csv.replace("Meningkatnya mutu", "Sesuatu"), "", 12).expect_err("unclear");
    assert!(said.len() == 1 && said[0].tulis(Lang::Id).contains("tingkat: sasaran"), "{said:#?}");
}

#[test]
fn capaian_without_a_percent_sign_is_what_was_reached_where_the_numbers_say_so() {
    let table = |rows: &str| format!("Indikator;Arah;Target TW I;Target TW II;Capaian TW I;Capaian TW II\n{rows}");
    let names = |rows: &str| baca(&table(rows), "tingkat: program", 12).map(|h| kinerja(&h).kolom[2].clone());
    assert_eq!(names("A;naik;1;2;1;2\nB;naik;20;40;18;39\n").expect("reads"), "realisasi 2025-tw1");
    assert_eq!(names("A;naik;1;2;100;100\n").expect("reads"), "capaian 2025-tw1");
    let said = names("A;naik;80;90;79;91\n").expect_err("unclear");
    assert!(said[0].tulis(Lang::Id).contains("yang dicapai, atau persentasenya"), "{said:#?}");
}

#[test]
fn every_formula_of_the_sample_is_named() {
    let names: Vec<(String, Vec<String>)> = ('a'..='p').map(|c| (c.to_string(), vec![c.to_string()])).collect();
    let kenal = Kenal { indikator: &names, ..Kenal::default() };
    let (sendiri, lain, berkas) = (&[], &[], "13-capaian-rumus.csv");
    let tujuan =
        Tujuan { tahun: 2025, teks: REKAMAN, sendiri, lain, opd: OPD, kenal, berkas, letak: None, dokumen: None };
    let bytes = std::fs::read(root().join(berkas)).expect("sample");
    let hasil = impor(&bytes, &Peta::default(), &tujuan).unwrap_or_else(|m| panic!("{m:#?}"));
    // The sample's own words for what is said here in fewer.
    let words = [
        ("rentang: R di bawah, dibagi batas bawah", "R/T, rentang: terhadap batas bawah"),
        ("rentang: R di atas, dibagi batas atas", "R/T, rentang: terhadap batas atas"),
        ("rentang: 1 + (1 - R/T) dengan batas bawah", "(2T-R)/T, rentang: terhadap batas bawah"),
        ("rentang: 1 + (1 - R/T) dengan batas atas", "(2T-R)/T, rentang: terhadap batas atas"),
        ("0/0 tercetak 100: tidak terhitung", "target 0: tidak terhitung"),
    ];
    let expected = harapan(berkas);
    let rows = expected.as_array().expect("rows");
    assert_eq!(kinerja(&hasil).penjelasan.len(), rows.len());
    for ((kode, ways, _), row) in kinerja(&hasil).penjelasan.iter().zip(rows) {
        let printed = row["rumus"].as_str().expect("rumus");
        let word = words.iter().find(|(own, _)| *own == printed).map_or(printed, |(_, word)| *word);
        assert_eq!((kode.as_str(), ways[0].kata().id.as_str()), (row["indikator"].as_str().expect("name"), word));
    }
}

#[test]
fn formulas_letters_and_yes_or_no_become_a_record_in_which_no_figure_is_a_mistake() {
    let dir = portal();
    // A scale of the portal's own takes the place of a national one only where both have the same letters.
    std::fs::create_dir_all(dir.path().join("content/skala")).expect("mkdir");
    std::fs::write(dir.path().join("content/skala/warna.yaml"), "nama: Warna\nkelas: [{nama: Hijau}, {nama: Merah}]\n")
        .expect("write");
    bawa(dir.path(), "13-capaian-rumus.csv");
    assert!(rekaman(dir.path()).contains("n: [\"BB\", \"A\", \"Melampaui (tidak berlaku)\"]"));
    let opd = std::fs::read_to_string(dir.path().join("content/lumajang/dinas-sosial/opd.yaml")).expect("opd");
    for scale in ["skala: permenpanrb-88-2021", "skala: ada-tidak"] {
        assert!(opd.contains(scale), "{scale}: {opd}");
    }
    let check = terang(dir.path(), &["check", "--format", "short"], b"");
    assert!(check.status.success(), "{}", kata(&check));
    let said = kata(&check);
    let found: Vec<&str> = said.lines().filter(|l| l.contains("peringatan[")).collect();
    assert!(!found.is_empty() && found.iter().all(|l| l.contains("[basis-lain]")), "observations only: {said}");
}

#[test]
fn the_guide_shows_what_tables_of_performance_and_a_dpa_give() {
    let dir = portal();
    let folder = dir.path().join("content/blitar/dinas-sosial");
    std::fs::create_dir_all(&folder).expect("mkdir");
    for (path, text) in [
        ("../daerah.yaml", "nama: Kabupaten Blitar\nprovinsi: Jawa Timur\n"),
        ("opd.yaml", OPD),
        ("2024.yaml", "tahun: 2024\nbatas_data: 2024-12-31\ndokumen: lkjip-2025\n"),
        ("2025.yaml", REKAMAN),
    ] {
        std::fs::write(folder.join(path), text).expect("write");
    }
    let blocks = bab("### Tabel kinerja dan DPA", "\n### Menyalin sel");
    let block = |lang: &str| &blocks.iter().find(|(own, _)| own == lang).expect("block").1;
    std::fs::write(dir.path().join("kinerja.csv"), block("csv")).expect("write");
    std::fs::write(dir.path().join("peta-dpa.yaml"), block("yaml")).expect("write");
    std::fs::copy(root().join("03-sipd-dpa-rincian.xlsx"), dir.path().join("dppa.xlsx")).expect("copy");
    let lines = blocks.iter().flat_map(|(_, body)| body.lines()).filter(|line| line.starts_with("terang "));
    let said: Vec<String> = lines.map(|line| jalankan(dir.path(), line, "")).collect();
    assert_eq!(said.len(), 2);
    for (_, body) in blocks.iter().filter(|(lang, body)| lang.is_empty() && !body.starts_with("terang ")) {
        for line in body.lines() {
            assert!(said.concat().contains(line), "the guide shows\n{line}\nand the commands say\n{said:#?}");
        }
    }
    let check = terang(dir.path(), &["check"], b"");
    assert!(check.status.success() && kata(&check).contains("0 temuan"), "{}", kata(&check));
}

/// A workbook with the text of one cell changed.
fn ubah(bytes: &[u8], (nama, baris, kolom): (&str, usize, usize), text: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for lembar in terang::impor::baca(bytes).expect("reads").iter().filter(|l| !l.tersembunyi) {
        let sheet = book.add_worksheet().set_name(&lembar.nama).expect("name");
        for (r, cells) in lembar.baris.iter().enumerate() {
            for (c, cell) in cells.iter().enumerate() {
                let own = lembar.nama == nama && (r, c) == (baris, kolom);
                let value = if own { text.to_string() } else { cell.tulisan() };
                let (r, c) = (u32::try_from(r).expect("row"), u16::try_from(c).expect("column"));
                sheet.write_string(r, c, value).expect("cell");
            }
        }
    }
    book.save_to_buffer().expect("save")
}

#[test]
fn quarters_go_into_the_workbook_and_come_back() {
    let dir = portal();
    bawa(dir.path(), "11-pengukuran-triwulan.xlsx");
    let before = rekaman(dir.path());
    let made = terang(dir.path(), &["lembar", KE], b"");
    assert!(made.status.success(), "{}", kata(&made));
    let path = dir.path().join("dinas-sosial-2025.xlsx");
    let same = terang(dir.path(), &["impor", "dinas-sosial-2025.xlsx", "--ke", KE], b"");
    assert!(same.status.success() && rekaman(dir.path()) == before, "{}", kata(&same));
    let bytes = std::fs::read(&path).expect("workbook");
    let sheets = terang::impor::baca(&bytes).expect("reads");
    let sheet = sheets.iter().find(|s| s.nama == "Indikator 1").expect("sheet");
    let head: Vec<String> = (0..9).map(|column| sheet.sel(2, column).tulisan()).collect();
    assert_eq!(head[5], "target.rencana_aksi 2025-tw3", "{head:?}");
    assert!(sheets.iter().any(|s| s.nama == "Anggaran 1" && s.sel(3, 0).tulisan() == "sasaran:s1"));
    std::fs::write(&path, ubah(&bytes, ("Indikator 1", 3, 5), "71,50")).expect("write");
    let changed = terang(dir.path(), &["impor", "dinas-sosial-2025.xlsx", "--ke", KE], b"");
    assert!(kata(&changed).contains("1 sel berubah"), "{}", kata(&changed));
    assert_eq!(rekaman(dir.path()), before.replacen("\"70,00\"", "\"71,50\"", 1));
}

/// The ways that explain a row of a table, in words.
fn cara(target: &str, realisasi: &str, capaian: &str) -> Vec<String> {
    let csv = format!("Indikator;Arah;Target;Realisasi;Capaian (%)\nA;naik;{target};{realisasi};{capaian}\n");
    let hasil = terbaca(&csv, "tingkat: sasaran\nangka: indonesia", 12);
    let found: Vec<Vec<Penjelasan>> = kinerja(&hasil).penjelasan.iter().map(|(_, ways, _)| ways.clone()).collect();
    found.concat().iter().map(|w| w.kata().id).collect()
}

#[test]
fn a_printed_capaian_is_explained_to_its_last_digit_rounded_or_cut() {
    for (target, realisasi, capaian, expect) in [
        ("90", "61", "67,78", &["R/T"][..]),
        ("90", "61", "67,77", &["R/T"]),
        ("90", "61", "67,76", &[]),
        ("≤ 15", "12", "120", &["(2T-R)/T"]),
        ("15", "12", "125", &["T/R"]),
        ("10", "11,5", "110", &["R/T, batas 110"]),
        ("10", "11", "110", &["R/T"]),
        ("10", "10,5", "105", &["R/T"]),
        ("10", "12", "105", &["R/T, batas 105"]),
        ("100", "250", "0", &["(2T-R)/T, batas bawah 0"]),
        ("80 - 90", "85", "100", &["R/T, rentang: di dalamnya 100"]),
        ("WTP", "WTP", "100", &["nominal: sama dengan target"]),
        ("WTP", "WDP", "0", &["nominal: sama dengan target"]),
        ("WTP", "WDP", "50", &["skala huruf: persennya menurut laporan"]),
    ] {
        assert_eq!(cara(target, realisasi, capaian), expect, "{target} {realisasi} {capaian}");
    }
}

#[test]
fn the_method_of_a_table_is_proposed_only_where_one_alone_explains_all_of_it() {
    let said = |rows: &str| {
        let csv = format!("Indikator;Arah;Target;Realisasi;Capaian (%)\n{rows}");
        let hasil = terbaca(&csv, "tingkat: sasaran\nangka: indonesia", 12);
        hasil.laporan.iter().find_map(|p| p.id.split_once("metode: ").map(|(_, m)| m.trim_end_matches('`').to_string()))
    };
    let falling = "A;naik;80;72;90\nB;turun;4;5;80\nC;turun;15;12;125\n";
    assert_eq!(said(falling).as_deref(), Some("{capaian: {naik: r/t, turun: t/r}}"));
    let capped = "A;naik;80;72;90\nB;naik;80;100;120\nC;turun;10;11;90\n";
    assert_eq!(said(capped).as_deref(), Some("{capaian: {naik: r/t, turun: 2t-r, atas: 120}}"));
    let own = "A;naik;80;72;90\nB;naik;10;14;130\nC;naik;10;15;130\n";
    assert_eq!(
        said(own).as_deref(),
        Some("{capaian: {naik: r/t, turun: 2t-r, atas: 130}}"),
        "a ceiling nobody else has"
    );
    let mixed = "A;naik;80;72;90\nB;naik;80;100;120\nC;naik;10;13;130\n";
    assert_eq!(said(mixed), None, "a figure above the ceiling contradicts it");
    assert_eq!(said("A;naik;80;72;90\nB;naik;80;60;75\nC;naik;10;9;90\n"), None, "the portal's own way needs no word");
}

const BERUANG: &str = "Sasaran;Indikator;Target;Realisasi;Pagu (Rp);Realisasi Anggaran (Rp);Serapan Anggaran (%)\n";
const NAIK: &str = "tingkat: sasaran\narah: {\"*\": naik}\n";

#[test]
fn percentages_beside_indicators_of_one_sasaran_are_not_added() {
    let text = format!("{BERUANG}Meningkatnya mutu;Mutu A;10;9;100;90;80\n;Mutu B;10;8;200;150;90\n");
    let money = baris(&uang(&terbaca(&text, NAIK, 12)).baris);
    assert_eq!(money[0].1[..2], ["300", "240"], "{money:?}");
    assert!(!money[0].1.iter().any(|cell| cell == "170"), "{money:?}");
}

#[test]
fn money_beside_indicators_is_read_below_a_head_that_is_printed_again() {
    let text = format!(
        "{BERUANG}Meningkatnya mutu;Mutu A;10;9;100;90;80\n{BERUANG}Meningkatnya tata kelola;Tata;5;5;50;50;100\n"
    );
    let money = baris(&uang(&terbaca(&text, NAIK, 12)).baris);
    assert_eq!(money.len(), 2, "{money:?}");
}

#[test]
fn a_column_of_money_with_no_cell_but_its_number_says_nothing() {
    let text = "Sasaran;Indikator;Target;Realisasi;Pagu (Rp);Realisasi Anggaran (Rp)\n(1);(2);(3);(4);(5);(6)\nMeningkatnya mutu;Mutu A;10;9;100;\n";
    assert_eq!(uang(&terbaca(text, NAIK, 12)).kolom.len(), 1);
}

#[test]
fn money_in_thousands_beside_indicators_is_asked_about() {
    let text = BERUANG.replace("Pagu (Rp)", "Pagu (Rp ribu)");
    let text = format!("{text}Meningkatnya mutu;Mutu A;10;9;6.000.000;5.000.000;80\n");
    let asked = baca(&text, NAIK, 12).expect_err("thousands or rupiah");
    assert!(asked.iter().any(|m| m.bantuan.id.contains("satuan: ribuan")), "{asked:#?}");
}
