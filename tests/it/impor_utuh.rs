//! Import leaves nothing out in silence: rows above and below the tree, names of two rows, units, kinds of spending.

use super::*;

const KODE: &str = "Kode;Uraian;Pagu;Realisasi\n";

fn baca(rows: &str, peta: &str) -> Result<Hasil, Vec<Masalah>> {
    isi(format!("{KODE}{rows}").as_bytes(), "a.csv", peta, &[])
}

fn kata_catatan(hasil: &Hasil) -> String {
    hasil.laporan.iter().map(|p| format!("{}\n", p.id)).collect()
}

#[test]
fn units_of_one_agency_below_the_same_codes_are_asked_about() {
    let tree = |n: u32| format!("1.02.02;Program A;{n};{n}\n1.02.02.2.01;Kegiatan A;{n};{n}\n");
    let rows = |first: u32| {
        format!(
            "1.02.0.00.0.00.01.0000;Dinas Kesehatan;{first};300\n{}1.02.0.00.0.00.01.0001;Puskesmas Utara;100;100\n{}",
            tree(300),
            tree(100)
        )
    };
    let said = masalah(baca(&rows(300), ""));
    assert!(said.len() == 1 && said[0].contains("beberapa perangkat daerah atau unit"), "{said:?}");
    let pagu = |hasil: &Hasil| nilai(anggaran(hasil), "1.02.02", 0);
    let one = baca(&rows(300), "skpd: 1.02.0.00.0.00.01.0001 Puskesmas Utara").expect("reads");
    assert_eq!(pagu(&one), Some(100.into()));
    let all = baca(&rows(300), "skpd: semua").expect("reads");
    assert!(pagu(&all) == Some(400.into()) && !kata_catatan(&all).contains("TIDAK SAMA"));
    // The agency's own row holds that of its unit: then all of it is counted twice, and that is said.
    let twice = kata_catatan(&baca(&rows(200), "skpd: semua").expect("reads"));
    assert!(twice.contains("A2 `1.02.0.00.0.00.01.0000 + 1`, pagu.laporan: tercetak Rp300"), "{twice}");
}

#[test]
fn a_name_goes_on_in_the_row_below_or_is_asked_about() {
    let rows = "1.02.02;Program Pemenuhan Upaya Kesehatan;3;2\n;Perorangan dan Masyarakat;;\n1.02.02.2.01;Penyediaan layanan;3;2\n;untuk ibu;;\n";
    let said = masalah(baca(rows, ""));
    assert!(said.len() == 1 && said[0].starts_with("B3: 1 baris tanpa angka"), "{said:?}");
    let read = |answer: &str| {
        let hasil = baca(rows, &format!("sambungan: {answer}")).expect("reads");
        anggaran(&hasil).simpul.values().filter_map(|n| n.nama.clone()).collect::<Vec<_>>()
    };
    let whole = "Program Pemenuhan Upaya Kesehatan Perorangan dan Masyarakat";
    assert_eq!(read("nama"), [whole, "Penyediaan layanan untuk ibu"]);
    assert_eq!(read("judul"), ["Program Pemenuhan Upaya Kesehatan", "Penyediaan layanan untuk ibu"]);
    let heading = rows.replace("Perorangan dan Masyarakat", "BELANJA LANGSUNG").replace(";untuk ibu;;\n", "");
    assert_eq!(anggaran(&baca(&heading, "").expect("a heading")).simpul.len(), 2);
}

#[test]
fn a_sum_below_its_parts_is_of_its_node_and_one_above_all_is_the_total() {
    let rows = "1.02.02;Program A;;\n1.02.02.2.01;Layanan;;\n1.02.02.2.01.0001;Obat;200;180\n1.02.02.2.01.0002;Alat;100;70\n;Jumlah Kegiatan;300;250\n;Jumlah Program A;310;250\n1.02.03;Program B;50;40\n1.02.03.2.01;Pelatihan;50;40\n;Jumlah Program B;60;40\n;TOTAL;350;290\n";
    let hasil = baca(rows, "").expect("reads");
    let (read, said) = (anggaran(&hasil), kata_catatan(&hasil));
    assert_eq!((nilai(read, "1.02.02", 0), nilai(read, "1.02.02.2.01", 0)), (Some(310.into()), Some(300.into())));
    assert!(said.contains("A10 `Jumlah Program B`, pagu.laporan: tercetak Rp60, barisnya sendiri Rp50"), "{said}");
    assert_eq!(read.total.as_ref().and_then(|t| t[0].angka()), Some(350.into()));
    let above = |sum: &str| {
        format!(";DINAS KESEHATAN;{sum};\n1.02;URUSAN KESEHATAN;350;\n1.02.02;Program A;300;\n1.02.03;Program B;50;\n")
    };
    let right = baca(&above("350"), "").expect("reads");
    assert_eq!(anggaran(&right).total.as_ref().and_then(|t| t[0].angka()), Some(350.into()));
    assert!(kata_catatan(&right).contains("2 baris urusan atau perangkat daerah di atas program sama"));
    let wrong = kata_catatan(&baca(&above("360"), "").expect("reads"));
    assert!(wrong.contains("A2 `DINAS KESEHATAN`, pagu.laporan: tercetak Rp360, jumlah programnya Rp350"), "{wrong}");
}

#[test]
fn kinds_of_spending_are_held_against_the_node_above_them() {
    let rows = |paper: u32| {
        format!(
            "1.02.02;Program A;300;\n1.02.02.2.01;Layanan;300;\n1.02.02.2.01.0001;Obat;300;\n5.1;Belanja Operasi;300;\n5.1.02.01.01.0024;ATK;100;\n5.1.02.01.01.0025;Kertas;{paper};\n"
        )
    };
    assert!(kata_catatan(&baca(&rows(200), "").expect("reads")).contains("3 baris rekening belanja dibaca"));
    let said = kata_catatan(&baca(&rows(150), "").expect("reads"));
    assert!(
        said.contains("A5 sampai A7, pagu.laporan: rekening belanja di bawah 1.02.02.2.01.0001 berjumlah Rp250"),
        "{said}"
    );
    // The code in front of its name is as good as one in a column.
    let names = "Uraian;Pagu\n1.02 - URUSAN KESEHATAN;300\n1.02.02 PROGRAM A;300\n1.02.02.2.01 Layanan;300\n5.1.02.01.01.0024 Belanja ATK;290\n";
    let said = kata_catatan(&isi(names.as_bytes(), "a.csv", "", &[]).expect("reads"));
    assert!(said.contains("A5 sampai A5, pagu.laporan: rekening belanja") && said.contains("A2"), "{said}");
}

fn indikator_baru(text: &str, peta: &str) -> (Vec<String>, String) {
    let hasil = isi(text.as_bytes(), "a.csv", &format!("arah: {{\"*\": naik}}\n{peta}"), &[]).expect("reads");
    let one = |b: &terang::impor::Baru| format!("{}|{}|{}", b.nama, b.tingkat, b.induk.clone().unwrap_or_default());
    (kinerja(&hasil).baru.iter().map(one).collect(), kata_catatan(&hasil))
}

#[test]
fn names_of_indicators_go_on_below_and_lists_keep_their_heading() {
    let head = "No;Indikator;Satuan;Target;Realisasi\n";
    let text = format!(
        "{head}1;Persentase sekolah;%;80;76\n;terakreditasi minimal B;;;\n2;Angka Partisipasi Murni:;;;\n;a. SD;%;98;97\n;b. SMP;%;85;86\n3;Angka Partisipasi Kasar;;;\n;- SD;%;98;97\n4;Indeks Gini;angka;1;2\n"
    );
    let (names, said) = indikator_baru(&text, "tingkat: sasaran");
    let wanted = [
        "Persentase sekolah terakreditasi minimal B",
        "Angka Partisipasi Murni: SD",
        "Angka Partisipasi Murni: SMP",
        "Angka Partisipasi Kasar: SD",
        "Indeks Gini",
    ];
    assert_eq!(names, wanted.map(|n| format!("{n}|sasaran|")));
    assert!(said.contains("B3 menyambung nama di atasnya"), "{said}");
    let unclear = format!("{head}1;Persentase sekolah;%;80;76\n;Terakreditasi Minimal B;;;\n");
    let said = masalah(isi(unclear.as_bytes(), "a.csv", "tingkat: sasaran\narah: {\"*\": naik}", &[]));
    assert!(said.len() == 1 && said[0].contains("sambungan: nama"), "{said:?}");
    // An indicator without a figure is named.
    let bare = format!("{head}1;Indeks Gini;angka;1;2\n2;Nilai SAKIP;;;\n");
    assert!(indikator_baru(&bare, "tingkat: sasaran").1.contains("1 baris tanpa target, realisasi atau capaian"));
    let several = format!("{head}1;1. Persentase jalan 2. Jumlah jembatan;;1. 80% 2. 12 unit;1. 76% 2. 12 unit\n");
    let said = masalah(isi(several.as_bytes(), "a.csv", "tingkat: sasaran", &[]));
    assert!(said[0].starts_with("B2: sel ini memuat 2 indikator bernomor, angkanya di D2, E2"), "{said:?}");
}

#[test]
fn goals_are_read_from_their_columns_and_from_rows_between_indicators() {
    let text = "Tujuan;Sasaran;Indikator;Target;Realisasi\nMewujudkan SDM;;IPM;72;73\n;Meningkatnya kesehatan;UHH;72;73\n;;AKB;7;6\n";
    let (names, said) = indikator_baru(text, "");
    assert_eq!(names, ["IPM|tujuan|t1", "UHH|sasaran|s1", "AKB|sasaran|s1"]);
    assert!(said.contains("1 tujuan baru untuk opd.yaml: t1 (Mewujudkan SDM)"), "{said}");
    let hasil = isi(text.as_bytes(), "a.csv", "arah: {\"*\": naik}", &[]).expect("reads");
    assert!(hasil.opd.contains("nama: Mewujudkan SDM") && !hasil.opd.contains("nama: (tidak tercetak)"));
    let rows = "No;Indikator;Target;Realisasi\nSasaran Strategis 1: Meningkatnya mutu;;;\n1;APM SD;98;97\nSasaran Strategis 2: Turunnya kemiskinan;;;\n2;Gini;1;2\n";
    let (names, said) = indikator_baru(rows, "");
    assert_eq!(names, ["APM SD|sasaran|s1", "Gini|sasaran|s2"]);
    assert!(said.contains("s1 (Meningkatnya mutu), s2 (Turunnya kemiskinan)"), "{said}");
}

#[test]
fn a_table_of_nodes_indicators_and_money_gives_the_tree_each_rupiah_once() {
    let coded = "Kode;Program/Kegiatan/Sub Kegiatan;Indikator Kinerja;Satuan;Target;Realisasi;Anggaran;Realisasi Anggaran;%\n1.02.02;Program Kesehatan;Faskes terakreditasi;%;100;98;300000000;290000000;96,67%\n1.02.02.2.01;Layanan;Jumlah layanan;layanan;12;12;300000000;290000000;96,67%\n1.02.02.2.01.0001;Ibu Hamil;Ibu hamil dilayani;orang;1200;1150;200000000;195000000;97,50%\n1.02.02.2.01.0002;Ibu Bersalin;Ibu bersalin;orang;1100;1100;100000000;95000000;95,00%\n;Jumlah;;;;;300000000;290000000;96,67%\n";
    let stepped = "Program;Kegiatan;Sub Kegiatan;Indikator;Satuan;Target;Realisasi;Anggaran;Realisasi Anggaran\nProgram Kesehatan;;;Faskes terakreditasi;%;100;98;300000000;290000000\n;Layanan;;Jumlah layanan;layanan;12;12;300000000;290000000\n;;Ibu Hamil;Ibu hamil dilayani;orang;1200;1150;200000000;195000000\n;;Ibu Bersalin;Ibu bersalin;orang;1100;1100;100000000;95000000\n";
    for (text, columns) in [(coded, 3), (stepped, 2)] {
        let (names, said) = indikator_baru(text, "");
        let wanted = [
            "Faskes terakreditasi|program|kesehatan",
            "Jumlah layanan|kegiatan|kesehatan.k1",
            "Ibu hamil dilayani|sub_kegiatan|kesehatan.k1.s1",
            "Ibu bersalin|sub_kegiatan|kesehatan.k1.s2",
        ];
        assert_eq!(names, wanted);
        assert!(!said.contains("sasaran") && !said.contains("uangnya tidak dibaca"), "{said}");
        let hasil = isi(text.as_bytes(), "a.csv", "arah: {\"*\": naik}", &[]).expect("reads");
        let read = anggaran(&hasil);
        assert_eq!((read.simpul.len(), read.kolom.len(), read.jumlah_daun(0)), (4, columns, Some(300_000_000.into())));
        assert!(!kinerja(&hasil).kolom.contains(&"capaian".to_string()), "the percentage is of the money");
    }
}

#[test]
fn the_state_before_a_plan_and_at_its_end_are_of_their_years() {
    let text = "INDIKATOR KINERJA UTAMA 2021-2026;;;;\nNo;Indikator;Satuan;Kondisi Awal 2020;Target 2025;Kondisi Akhir 2026;Tingkat Kemajuan\n1;APM SD;%;95,1;97;98;99,13%\n";
    let hasil = isi(text.as_bytes(), "a.csv", "tingkat: sasaran\narah: {\"*\": naik}", &[]).expect("reads");
    assert_eq!(kinerja(&hasil).kolom, ["baseline 2020", "target.iku", "target.renstra 2026", "capaian.renstra"]);
    let open = text.replace("Kondisi Akhir 2026", "Kondisi Akhir");
    let said = masalah(isi(open.as_bytes(), "a.csv", "tingkat: sasaran\narah: {\"*\": naik}", &[]));
    assert!(said[0].contains("`kolom: {F: target.renstra 2026}`"), "{said:?}");
}

#[test]
fn small_things_of_spreadsheets_are_read_or_named_for_what_they_are() {
    let columns = |text: &str| anggaran(&isi(text.as_bytes(), "a.csv", "", &[]).expect("reads")).kolom.join(" ");
    let december =
        "Kode;Uraian;Pagu;Realisasi s.d. Desember (Rp);Realisasi s.d. Desember (%)\n1.02.02;Program;300;270;90\n";
    assert_eq!(columns(december), "pagu.laporan realisasi serapan");
    let stages = "Kode;Uraian;Anggaran;Anggaran Perubahan\n1.02.02;Program;300;310\n";
    assert_eq!(columns(stages), "pagu.murni pagu.perubahan");
    let quoted = "Kode;Uraian;Pagu\n'1.02.02;Program;'300.000,00\n";
    assert_eq!(
        nilai(anggaran(&isi(quoted.as_bytes(), "a.csv", "", &[]).expect("reads")), "1.02.02", 0),
        Some(300_000.into())
    );
    let asked = |text: &str| masalah(isi(text.as_bytes(), "a.csv", "", &[])).join("\n");
    assert!(asked("Kode;Uraian;Pagu\n1.02.02;Program;nihil\n").contains("`nihil`: nol, atau belum ada angkanya?"));
    assert!(asked("Kode;Uraian;Pagu\n1.02.02;Program;300.000*\n").contains("tanda catatan kaki"));
    let half = "Kode;Uraian;Pagu;Semester I (Rp)\n1.02.02;Program;300;100\n";
    assert!(asked(half).contains("`kolom: {D: realisasi 2025-s1}`"), "{}", asked(half));
    assert!(asked("1.02.02\tProgram A\t300\t250\n").contains("bersama baris kepalanya"));
    assert!(asked("\n\n").contains("berkas ini kosong") && asked("[{\"a\": 1}]").contains("JSON belum bisa dibaca"));
    // A remark behind the table is no piece of a number, and counted sub kegiatan are of one width.
    let beside = "Kode;Uraian;Pagu;\n1.02.02;Program;300;;catatan: cek\n";
    assert!(isi(beside.as_bytes(), "a.csv", "", &[]).is_ok());
    let counted = "kd_urusan;kd_bidang;kd_prog;kd_keg;kd_sub_keg;nama_program;nama_kegiatan;nama_sub_kegiatan;anggaran\n1;02;02;2.01;1;P;K;Sub A;1\n1;02;02;2.01;10;P;K;Sub B;2\n";
    let hasil = isi(counted.as_bytes(), "a.csv", "", &[]).expect("reads");
    assert!(anggaran(&hasil).simpul.contains_key("1.02.02.2.01.0010"), "{:?}", anggaran(&hasil).simpul.keys());
    let whole = "Kode Program;Program;Kode Kegiatan;Kegiatan;Kode Sub;Sub Kegiatan;Pagu\n1.02.02;P;1.02.02.2.01;K;1.02.02.2.01.0001;Sub A;1\n1.02.02;P;1.02.02.2.01;K;1.02.02.2.01.0002;Sub B;2\n";
    assert_eq!(anggaran(&isi(whole.as_bytes(), "a.csv", "", &[]).expect("reads")).simpul.len(), 4);
}

#[test]
fn hidden_rows_and_columns_are_read_and_said() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [
        ["Kode", "Uraian", "Pagu", "Realisasi"],
        ["1.02.02", "Program A", "300", "250"],
        ["1.02.02.2.01", "Kegiatan A", "300", "250"],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, text).expect("cell");
        }
    }
    sheet.set_row_hidden(2).expect("row");
    sheet.set_column_hidden(3).expect("column");
    sheet.set_column_hidden(9).expect("an empty column");
    let hasil = isi(&book.save_to_buffer().expect("book"), "a.xlsx", "", &[]).expect("reads");
    let said = kata_catatan(&hasil);
    assert!(said.contains("lembar `Sheet1` menyembunyikan baris 3 dan kolom D: ikut dibaca"), "{said}");
    assert_eq!(anggaran(&hasil).simpul.len(), 2);
}

#[test]
fn a_free_table_keeps_its_units_and_its_sum() {
    let text =
        "Pegawai menurut golongan;;;\nGolongan;Laki-laki;Gaji (Rp);%\nIV;1;100;30%\nIII;3;200;70%\nJumlah;4;300;100%\n";
    let hasil = isi(text.as_bytes(), "a.csv", "kepala: 2", &[]).expect("reads");
    for line in ["{kode: persen, nama: \"%\", satuan: \"%\"}", "satuan: \"rupiah\"", "nama: Jumlah, jumlah: true"] {
        assert!(hasil.teks.contains(line), "{line}: {}", hasil.teks);
    }
}

#[test]
fn an_indicator_in_rupiah_beside_money_in_millions_is_asked_about() {
    let text = "Sasaran;Indikator;Satuan;Target;Realisasi;Pagu\nMeningkatnya investasi;Investasi;Rp;500;450;302\n";
    let said = masalah(isi(text.as_bytes(), "a.csv", "satuan: jutaan\narah: {\"*\": naik}", &[]));
    assert!(said.len() == 1 && said[0].starts_with("C2: indikator ini bersatuan `Rp`"), "{said:?}");
    isi(text.as_bytes(), "a.csv", "satuan: {F: jutaan}\narah: {\"*\": naik}", &[]).expect("the money alone");
    let sofar = "No;Indikator;Satuan;Target;Realisasi s.d. TW II\n1;Izin terbit;izin;1000;500\n";
    let (_, said) = indikator_baru(sofar, "tingkat: sasaran");
    assert!(said.contains("`Realisasi s.d. TW II`: angka sampai dengan masa itu"), "{said}");
}
