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

fn catatan(hasil: &Hasil) -> String {
    hasil.laporan.iter().map(|p| format!("{}\n", p.id)).collect()
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
