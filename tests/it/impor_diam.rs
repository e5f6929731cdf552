//! Import: files that used to be misread in silence. Each is small text, so that the fault is visible.

use super::*;

/// A budget of one program, two sub kegiatan, between what stands above and below its first half.
fn tabel(kepala: &str, tengah: &str) -> String {
    format!(
        "{kepala}\n1.06.04;Program Rehabilitasi;300;270\n1.06.04.2.01;Rehabilitasi Dasar;300;270\n1.06.04.2.01.0001;Permakanan;200;180\n{tengah}1.06.04.2.01.0003;Alat Bantu;100;90\n;Jumlah;300;270\n"
    )
}

const KEPALA: &str = "Kode;Uraian;Pagu;Realisasi";

fn csv(text: &str, peta: &str) -> Result<Hasil, Vec<Masalah>> {
    isi(text.as_bytes(), "tabel.csv", peta, &[])
}

#[test]
fn rows_below_a_remark_a_signature_or_the_foot_of_a_page_are_read_on_and_it_is_said() {
    for between in [
        "Halaman 1 dari 2;;;\nKode;Uraian;Pagu;Realisasi\n",
        "Catatan: di bawah ini didanai DAK;;;\n",
        "Keterangan: DAK belum cair;;;\n",
        "Mengetahui,;;;\nKepala Dinas,;;;\nNIP. 19770101 200501 1 003;;;\nKode;Uraian;Pagu;Realisasi\n",
    ] {
        let hasil = csv(&tabel(KEPALA, between), "").expect(between);
        assert!(anggaran(&hasil).simpul.contains_key("1.06.04.2.01.0003"), "{between}");
        assert!(catatan(&hasil).contains("di dalam tabel dilewati: A5"), "{}", catatan(&hasil));
    }
    let after = format!("{}Mengetahui,;;;\n;Kepala Dinas,;;\n;Ahmad;;\n", tabel(KEPALA, ""));
    assert!(!catatan(&csv(&after, "").expect("a signature at the end")).contains("dilewati"));
}

#[test]
fn a_name_that_begins_like_a_remark_is_no_end_and_rows_without_codes_below_one_are_asked() {
    let head = "Program;Kegiatan;Anggaran\nProgram Pendaftaran;;100\n;Pelayanan;100\n";
    let named = format!("{head}Catatan Sipil, Program;;50\n;Pelayanan Akta;50\n");
    assert_eq!(anggaran(&csv(&named, "").expect("reads")).simpul.len(), 4);
    let said = masalah(csv(&format!("{head}Catatan: belum final;;\nProgram Lain;;50\n"), ""));
    assert!(said.iter().any(|m| m.starts_with("A5: baris berangka ini berdiri di bawah catatan")), "{said:?}");
}

#[test]
fn thousands_never_multiply_a_percentage() {
    let text =
        "Kode;Uraian;Pagu (Rp 000);Realisasi (Rp 000);Serapan (%);Fisik (%)\n1.06.04;Program;42.500;40.750;95,88;100\n";
    assert!(masalah(csv(text, ""))[0].contains("satuan: ribuan"), "the unit in the head is asked about");
    let hasil = csv(text, "satuan: ribuan").expect("reads");
    let cells = anggaran(&hasil).simpul["1.06.04"].sel.clone().expect("cells");
    let read: Vec<String> = cells.iter().filter_map(Nilai::angka).map(|n| n.normalize().to_string()).collect();
    assert_eq!(read, ["42500000", "40750000", "95.88", "100"]);
}

#[test]
fn a_unit_in_a_remark_below_the_table_is_asked_about() {
    let said = masalah(csv(&format!("{}*) dalam ribuan rupiah;;;\n", tabel(KEPALA, "")), ""));
    assert!(said.len() == 1 && said[0].starts_with("A7: "), "{said:?}");
}

#[test]
fn codes_are_read_in_any_order_of_their_columns() {
    let text = "Kode Sub Kegiatan;Nama Sub Kegiatan;Kode Kegiatan;Nama Kegiatan;Kode Program;Nama Program;Pagu\n1.06.04.2.01.0001;Permakanan;1.06.04.2.01;Rehabilitasi Dasar;1.06.04;Program Rehabilitasi;200\n";
    let hasil = csv(text, "").expect("reads");
    let read = anggaran(&hasil);
    assert_eq!(read.simpul["1.06.04.2.01.0001"].nama.as_deref(), Some("Permakanan"));
    assert_eq!(read.simpul["1.06.04"].nama.as_deref(), Some("Program Rehabilitasi"));
}

#[test]
fn the_sum_of_all_spending_above_its_kinds_takes_no_amount_away() {
    let text = "Kode;Uraian;Anggaran\n1.06.04;Program;\n1.06.04.2.01;Kegiatan;\n1.06.04.2.01.0001;Permakanan;\n5;Belanja Daerah;300\n5.1;Belanja Operasi;300\n5.1.02.01.01.0024;ATK;200\n5.1.02.01.01.0026;Cetak;100\n";
    let hasil = csv(text, "").expect("reads");
    assert_eq!(nilai(anggaran(&hasil), "1.06.04.2.01.0001", 0), Some(Decimal::from(300)));
}

#[test]
fn text_that_a_comma_or_a_quote_has_cut_wrongly_is_refused_with_its_row() {
    let said = masalah(csv("Kode,Uraian,Pagu,Realisasi\n1.06.04,Program,42,500,000,40,747,750\n", ""));
    assert!(said[0].starts_with("H2: baris ini punya 8 sel, kepalanya 4"), "{said:?}");
    for text in [tabel(KEPALA, "1.06.04.2.01.0002;\"Penyediaan;10;9\n"), format!("{KEPALA}\n1.06.04;\"Program;10;9\n")]
    {
        let said = masalah(csv(&text, ""));
        assert!(said[0].contains("tanda kutip di sel ini tidak ditutup"), "{said:?}");
    }
    let two = "1.06.04.2.01.0002;\"Penyediaan;10;9\n1.06.04.2.01.0004;\"Pelatihan;10;9\n";
    assert!(masalah(csv(&tabel(KEPALA, two), ""))[0].starts_with("B5: tanda kutip"));
    let lines =
        tabel(KEPALA, "1.06.04.2.01.0002;\"Penyediaan\nobat; alat\";10;9\n1.06.04.2.01.0004;Pipa 5\" baja;1;1\n");
    let hasil = csv(&lines, "").expect("a cell of two lines and an inch");
    assert_eq!(anggaran(&hasil).simpul["1.06.04.2.01.0002"].nama.as_deref(), Some("Penyediaan obat; alat"));
}

#[test]
fn empty_lines_do_not_shift_the_rows_that_messages_name() {
    for end in ["\n", "\r\n"] {
        let text = ["Laporan;;;", "", "", KEPALA, "", "1.06.04;Program;100;abc"].join(end);
        assert!(masalah(csv(&text, ""))[0].starts_with("D6: `abc`"), "{:?}", masalah(csv(&text, "")));
    }
}

#[test]
fn two_stages_below_one_head_are_asked_about_and_a_row_printed_twice_is_said() {
    let again = "B. APBD PERUBAHAN;;;\nKode;Uraian;Pagu;Realisasi\n1.06.04.2.01.0001;Permakanan;250;180\n";
    let said = masalah(csv(&tabel(KEPALA, again), ""));
    assert!(said[0].starts_with("A5: `B. APBD PERUBAHAN`"), "{said:?}");
    let hasil = csv(&tabel(KEPALA, "1.06.04.2.01.0001;Permakanan;200;180\n"), "").expect("reads");
    assert!(catatan(&hasil).contains("dibaca sekali saja: A5 `1.06.04.2.01.0001`"), "{}", catatan(&hasil));
}

#[test]
fn a_minus_behind_a_number_is_asked_about() {
    let text = "Kode;Uraian;Pagu;Realisasi\n1.06.04;Program;1.000.000,-;250.000-\n";
    let said = masalah(csv(text, ""));
    assert!(said.len() == 1 && said[0].starts_with("D2: `250.000-`"), "{said:?}");
}

#[test]
fn a_percentage_is_absorption_where_its_head_or_its_figures_say_so() {
    let kolom = |head: &str, figures: [&str; 2]| {
        let text =
            format!("{head}\n1.06.04;Program A;400;100;{}\n1.06.05;Program B;600;300;{}\n", figures[0], figures[1]);
        let hasil = csv(&text, "").expect("reads");
        (anggaran(&hasil).kolom.clone(), catatan(&hasil))
    };
    let proven = kolom("Kode;Uraian;Pagu;Realisasi;%", ["25,00", "50"]);
    assert_eq!(proven.0, ["pagu.laporan", "realisasi", "serapan"]);
    assert_eq!(kolom("Kode;Uraian;Pagu;Realisasi;Serapan (%)", ["40", "60"]).0.len(), 3, "wrong, but said by the head");
    let weight = kolom("Kode;Uraian;Pagu;Realisasi;%", ["40", "60"]);
    assert_eq!(weight.0.len(), 2);
    assert!(weight.1.contains("kolom `%` tidak dibaca"), "{}", weight.1);
    assert_eq!(kolom("Kode;Uraian;Pagu;Realisasi;Bobot (%)", ["40", "60"]).0.len(), 2);
    assert_eq!(kolom("Kode;Uraian;Pagu;Realisasi;Sisa Anggaran (%)", ["75", "50"]).0.len(), 2);
}

#[test]
fn more_or_less_is_turned_to_what_is_left_where_the_rows_print_the_other_way() {
    let cells = |signs: [&str; 2]| {
        let text = format!(
            "Kode;Uraian;Anggaran;Realisasi;Lebih/(Kurang)\n1.06.04;Program A;400;100;{}\n1.06.05;Program B;600;650;{}\n",
            signs[0], signs[1]
        );
        let hasil = csv(&text, "").expect("reads");
        let own = |key: &str| nilai(anggaran(&hasil), key, 2).expect("sisa");
        (own("1.06.04"), own("1.06.05"))
    };
    let right = (Decimal::from(300), Decimal::from(-50));
    assert_eq!(cells(["(300)", "50"]), right);
    assert_eq!(cells(["300", "(50)"]), right);
}

#[test]
fn a_tree_that_can_be_read_in_part_only_is_refused_with_its_codes() {
    for (code, place) in [("1,06,04,2,01,0002", "A5"), ("1.06.04.2.O1.0002", "A5"), ("1.06.04.02", "A5")] {
        let said = masalah(csv(&tabel(KEPALA, &format!("{code};Penyediaan;10;9\n")), ""));
        assert!(said.len() == 1 && said[0].starts_with(&format!("{place}: 1 kode")), "{code}: {said:?}");
        assert!(said[0].contains(code), "{said:?}");
    }
    let counted =
        "Kode;Uraian;Pagu;Realisasi\n1;Program Penunjang;100;90\n1.1;Perencanaan;100;90\n1.1.1;Renja;100;90\n";
    let outline = csv(counted, "").expect("numbers of rows are levels, and no codes");
    assert!(anggaran(&outline).simpul.values().all(|n| n.resmi.is_none()));
    let skips = counted.replace("1.1.1", "1.1.2");
    assert!(masalah(csv(&skips, ""))[0].starts_with("A2: 1 kode"), "numbers that skip are neither");
}

#[test]
fn a_title_of_another_year_or_of_part_of_one_is_asked_about_until_the_map_says_it() {
    let titled = |title: &str| tabel(&format!("{title};;;\n{KEPALA}"), "");
    let year = titled("LAPORAN REALISASI TAHUN ANGGARAN 2024");
    assert!(masalah(csv(&year, ""))[0].contains("rekaman ini tahun 2025"));
    csv(&year, "kolom: {C: pagu.laporan}").expect("the author knows");
    let part = titled("LAPORAN REALISASI ANGGARAN S.D. TRIWULAN II TAHUN 2025");
    let said = masalah(csv(&part, ""));
    assert!(
        said.len() == 1 && said[0].starts_with("A1: ") && said[0].contains("D: realisasi_kumulatif 2025-tw2"),
        "{said:?}"
    );
    let hasil = csv(&part, "kolom: {D: realisasi_kumulatif 2025-tw2}").expect("reads");
    assert_eq!(anggaran(&hasil).kolom[1], "realisasi_kumulatif 2025-tw2");
    for title in [
        "LAPORAN REALISASI 1 JANUARI S.D. 31 DESEMBER 2025",
        "Perda Nomor 5 Tahun 2024 tentang APBD Tahun Anggaran 2025",
        "Laporan dicetak 3 Februari 2025",
        "LAPORAN REALISASI S.D. TRIWULAN IV 2025",
    ] {
        csv(&titled(title), "").expect(title);
    }
}

#[test]
fn who_is_responsible_is_kept_as_a_unit_and_never_as_a_person() {
    let text = |who: &str| {
        format!(
            "Kode;Uraian;Pagu;Penanggung Jawab\n1.06.04;Program A;400;{who}\n1.06.05;Program B;600;Bidang Linjamsos\n"
        )
    };
    let kept = csv(&text("Bidang Rehabilitasi Sosial"), "").expect("reads");
    assert!(kept.teks.contains("Bidang Rehabilitasi Sosial"));
    for person in ["Ahmad Rekaan", "Drs. Ahmad Rekaan, M.Si.", "Kepala Bidang Rehsos, Ahmad Rekaan, S.Sos"] {
        let hasil = csv(&text(person), "").expect("reads");
        assert!(!hasil.teks.contains("Rekaan"), "{}", hasil.teks);
    }
}

#[test]
fn a_workbook_with_another_frame_gets_no_marked_copy_and_rows_taken_out_are_told() {
    let dir = portal();
    let path = dir.path().join("content/lumajang/dinas-sosial/2025.yaml");
    let table = "  tabel:\n    - letak: Tabel 3.18\n      kolom: [pagu.murni, realisasi]\n      angka: indonesia\n      baris:\n        satu: [\"10\", \"9\"]\n        dua: [\"20\", \"18\"]\n";
    std::fs::write(&path, format!("{REKAMAN}{POHON}{table}")).expect("write");
    let book = |cover: &'static [&'static [&'static str]],
                head: &'static [&'static str],
                rows: &'static [&'static [&'static str]]| {
        move |book: &mut rust_xlsxwriter::Workbook| {
            tulis_baris(book, "Sampul", cover);
            let all: Vec<&[&str]> =
                [&["Letak", "Tabel 3.18"][..], &[], head].into_iter().chain(rows.iter().copied()).collect();
            tulis_baris(book, "Anggaran 1", &all);
        }
    };
    let head: &[&str] = &["kode", "nama", "pagu.murni", "realisasi"];
    let rows: &[&[&str]] = &[&["satu", "Program Satu", "10", "9"], &["dua", "Program Dua", "20", "18"]];
    let swapped: &[&str] = &["kode", "nama", "realisasi", "pagu.murni"];
    let wider: &[&str] = &["kode", "nama", "pagu.murni", "realisasi", "sisa"];
    let year: &[&[&str]] = &[&["Lembar kerja Terang", "1"], &["Rekaman", "lumajang/dinas-sosial/2024"]];
    let version: &[&[&str]] = &[&["Lembar kerja Terang", "0"], &["Rekaman", "lumajang/dinas-sosial/2025"]];
    for (cover, head) in [(SAMPUL, swapped), (SAMPUL, wider), (year, head), (version, head)] {
        let out = isi_lembar(dir.path(), &book(cover, head, rows));
        assert_eq!(out.status.code(), Some(1), "{}", kata(&out));
        assert!(kata(&out).contains("salinan bertanda tidak dibuat"), "{}", kata(&out));
        assert!(!dir.path().join("isian-perbaiki.xlsx").exists());
    }
    let out = isi_lembar(dir.path(), &book(SAMPUL, head, &[&["satu", "Program Satu", "10", "9"]]));
    assert!(
        kata(&out).contains("1 baris rekaman tidak ada di lembar kerja dan tetap seperti semula: Anggaran 1: dua"),
        "{}",
        kata(&out)
    );
}
