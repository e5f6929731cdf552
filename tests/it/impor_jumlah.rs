//! What is printed as a sum is never added once more; magnitudes, percentages and parts are proven by what stands beside them.

use super::*;

fn baca(rows: &str, peta: &str) -> Result<Hasil, Vec<Masalah>> {
    isi(rows.as_bytes(), "a.csv", peta, &[])
}

#[test]
fn a_sum_among_sources_of_funds_is_the_node_and_no_third_source() {
    let named = "Kode;Uraian;Sumber Dana;Pagu;Realisasi\n1.02.02;A;DAU;100;90\n1.02.02;A;DAK Fisik;50;40\n1.02.02;A;JUMLAH;150;130\n1.02.03;B;DAU;20;10\n1.02.03;B;Total;20;10\n;TOTAL;;170;140\n";
    // The head says no more than `Sumber`: the cells do. Code and name stand once, the sum names its sources.
    let bare = "Kode;Program;Sumber;Pagu;Realisasi\n1.02.02;A;DAU;100;90\n;;DAK Fisik;50;40\n;;DAU + DAK;150;130\n1.02.03;B;DAU;20;10\n;;Total;20;10\n;TOTAL;;170;140\n";
    for text in [named, bare] {
        let hasil = baca(text, "").expect("reads");
        let (read, said) = (anggaran(&hasil), catatan(&hasil));
        assert_eq!(
            (nilai(read, "1.02.02", 1), nilai(read, "1.02.03", 1)),
            (Some(150.into()), Some(20.into())),
            "{said}"
        );
        assert!(said.contains("pagu.laporan: Rp170, sama dengan jumlah tercetak") && !said.contains("dijumlahkan"));
        let sources: Vec<&str> = read.simpul["1.02.02"].sumber.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(sources, ["DAU", "DAK Fisik"]);
        assert!(
            !hasil.teks.contains("sumber dana JUMLAH") && hasil.teks.contains("\"(tidak tercetak)\", \"150\""),
            "{}",
            hasil.teks
        );
    }
    // One source in two spellings is one table.
    let spelled = named.replace("1.02.03;B;DAU", "1.02.03;B;DAK;5;5\n1.02.03;B;Dana Alokasi Umum (DAU)");
    let spelled = spelled.replace("B;Total;20;10", "B;Total;25;15").replace("TOTAL;;170;140", "TOTAL;;175;145");
    assert_eq!(baca(&spelled, "").expect("reads").teks.matches("sumber dana D").count(), 3);
}

#[test]
fn what_adds_up_to_another_sum_than_the_printed_one_is_asked_about() {
    let head = "Kode;Uraian;Sumber Dana;Pagu;Realisasi\n1.02.02;A;DAU;100;90\n1.02.02;A;DAK;50;40\n";
    let wrong = format!("{head}1.02.02;A;Jumlah;160;130\n");
    let said = masalah(baca(&wrong, ""));
    assert!(said.len() == 1 && said[0].starts_with("D4: `Jumlah` `1.02.02`, pagu.laporan: tercetak Rp160"), "{said:?}");
    assert!(said[0].contains("(D2, D3) berjumlah Rp150") && said[0].contains("`jumlah: tercetak`"), "{said:?}");
    let kept = baca(&wrong, "jumlah: tercetak").expect("as printed");
    assert!(kept.teks.contains("a: [\"160\", \"130\"]"), "{}", kept.teks);
    // A row without a source beside rows that have one is their sum, or other money.
    let open =
        "Kode;Uraian;Sumber Dana;Pagu;Realisasi\n1.02.02;A;;160;130\n1.02.02;A;DAU;100;90\n1.02.02;A;DAK;50;40\n";
    let said = masalah(baca(open, ""));
    assert!(said[0].contains("bila uang lain, isi sumber dananya di C2"), "{said:?}");
    let plain = open.replace(";;160;", ";;150;");
    assert_eq!(nilai(anggaran(&baca(&plain, "").expect("reads")), "1.02.02", 1), Some(150.into()));
    // Rows without sources: the last may be their sum; added up against a printed total they are asked about.
    let rows = "Kode;Uraian;Pagu\n1.02.02;A;100\n1.02.02;A;50\n";
    let summed = baca(&format!("{rows}1.02.02;A;150,00\n;TOTAL;150\n"), "").expect("reads");
    assert!(catatan(&summed).contains("A4: `1.02.02` mencetak jumlah baris-barisnya di atas"));
    let said = masalah(baca(&format!("{rows};TOTAL;160\n"), ""));
    assert!(said[0].starts_with("C2: pagu.laporan: 1 simpul dijumlahkan") && said[0].contains("terhitung Rp150"));
    let said = masalah(baca("Kode;Uraian;Pagu\n1.02.02;A;300\n1.02.02.2.01;K;1\n1.02.02.2.01;K;2\n", ""));
    assert!(said.len() == 1 && said[0].contains("`1.02.02` tercetak Rp300, terhitung Rp3"), "{said:?}");
    assert!(baca(rows, "").is_ok());
}

#[test]
fn magnitudes_are_read_by_the_reader_of_records() {
    let text = "Kode;Uraian;Pagu;Realisasi\n1.02.02;A;12,5 M;11 M\n1.02.03;B;500 jt;450 jt\n;Jumlah;13 M;11,45 M\n";
    let hasil = baca(text, "").expect("reads");
    assert!(catatan(&hasil).contains("pagu.laporan: Rp13.000.000.000, sama dengan jumlah tercetak"));
    assert!(hasil.teks.contains("b: [\"500 jt\", \"450 jt\"]") && !hasil.teks.contains("dalam:"), "{}", hasil.teks);
    // Rounded away is not unequal, and a table in millions does not multiply what says its own magnitude.
    let near = catatan(&baca(&text.replace("13 M;", "12,8 M;"), "").expect("reads"));
    assert!(near.contains("pagu.laporan: Rp13.000.000.000; jumlah tercetak Rp12.800.000.000 TIDAK SAMA"), "{near}");
    let near = catatan(&baca(&text.replace("500 jt;", "490 jt;"), "").expect("reads"));
    assert!(near.contains("bedanya dalam pembulatan"), "{near}");
    let mixed = baca("Kode;Uraian;Pagu\n1.02.02;A;302\n1.02.03;B;1,5 M\n", "satuan: jutaan").expect("reads");
    assert_eq!(anggaran(&mixed).jumlah_daun(0), Some(1_802_000_000.into()));
}

#[test]
fn a_percentage_of_the_parts_of_a_year_is_absorption_and_tells_whether_they_add_up() {
    let head = "Kode;Uraian;Pagu;Realisasi Smt I;Realisasi Smt II;%\n";
    let parts = baca(&format!("{head}1.02.02;A;1200;500;600;91,67\n1.02.03;B;2000;100;900;50\n"), "").expect("reads");
    assert_eq!(anggaran(&parts).kolom.join(" "), "pagu.laporan realisasi 2025-s1 realisasi 2025-s2 serapan");
    let sofar = baca(&format!("{head}1.02.02;A;1200;500;600;50\n1.02.03;B;2000;100;900;45\n"), "").expect("reads");
    assert_eq!(anggaran(&sofar).kolom[2], "realisasi_kumulatif 2025-s2");
    let other = baca(&format!("{head}1.02.02;A;1200;500;400;12\n"), "").expect("reads");
    assert!(catatan(&other).contains("kolom `%` tidak dibaca"));
}

#[test]
fn parts_by_source_are_proven_by_the_sum_of_their_own_kind() {
    let text = "Kode;Program;Pagu DAU;Pagu DAK;Jumlah Pagu;Realisasi DAU;Realisasi DAK;Jumlah Realisasi\n1.02.02;A;100;50;150;90;40;130\n";
    let hasil = baca(text, "").expect("reads");
    assert_eq!(anggaran(&hasil).kolom, ["pagu.laporan", "realisasi"]);
    let said = masalah(baca(&text.replace(";150;", ";151;"), ""));
    assert!(said.len() == 2 && said[0].starts_with("C1: `Pagu DAU`"), "{said:?}");
}

#[test]
fn numbers_of_an_outline_are_levels_and_no_codes() {
    let rows = "1;Program Rehabilitasi;300\n1.1;Rehabilitasi Dasar;300\n1.1.1;Permakanan;200\n1.1.2;Alat Bantu;100\n2;Program Lain;50\n2.1;Jaminan;50\n2.1.1;Bansos;50\n;Jumlah;350\n";
    for head in ["No;Uraian;Pagu\n", "Kode;Uraian;Pagu\n"] {
        let hasil = baca(&format!("{head}{rows}"), "").expect("reads");
        assert_eq!((anggaran(&hasil).simpul.len(), anggaran(&hasil).jumlah_daun(0)), (7, Some(350.into())));
        assert!(catatan(&hasil).contains("→ nomor bertingkat"), "{}", catatan(&hasil));
    }
    // A number that skips is one of something else.
    let said = masalah(baca(&format!("No;Uraian;Pagu\n{}", rows.replace("1.1.2", "1.1.4")), ""));
    assert!(said[0].contains("program, kegiatan atau sub kegiatan?"), "{said:?}");
}

#[test]
fn a_column_of_units_that_print_the_same_nodes_is_asked_about() {
    let text =
        "Kode;Uraian;Sub SKPD;Pagu\n1.02.02;A;Puskesmas Utara;100\n1.02.02;A;Puskesmas Selatan;200\n;Jumlah;;300\n";
    let said = masalah(baca(text, ""));
    assert!(said[0].contains("beberapa perangkat daerah atau unit") && said[0].contains("`skpd: semua`"), "{said:?}");
    assert_eq!(anggaran(&baca(text, "skpd: semua").expect("all")).jumlah_daun(0), Some(300.into()));
    assert_eq!(anggaran(&baca(text, "skpd: Puskesmas Utara").expect("one")).jumlah_daun(0), Some(100.into()));
    // Beside nodes of its own a unit says no more than who does the work.
    assert!(baca(&text.replace("1.02.02;A;Puskesmas S", "1.02.03;B;Puskesmas S"), "").is_ok());
}

#[test]
fn what_an_indicator_takes_from_a_column_is_not_called_unused() {
    let text = "No;Sasaran;Indikator;Satuan;Formulasi;Target;Realisasi\n1;Mutu;APM SD;%;a ÷ b;98;97\n";
    let said = catatan(&baca(text, "arah: {\"*\": naik}").expect("reads"));
    assert!(said.contains("D Satuan → satuan indikator") && said.contains("tidak dipakai: A No\n"), "{said}");
}

#[test]
fn an_ods_says_what_it_hides() {
    let cells = |list: [&str; 3]| -> String {
        list.iter()
            .map(|t| format!("<table:table-cell office:value-type=\"string\"><text:p>{t}</text:p></table:table-cell>"))
            .collect()
    };
    let row = |hidden: bool, list: [&str; 3]| {
        let own = if hidden { " table:visibility=\"filter\"" } else { "" };
        format!("<table:table-row{own}>{}</table:table-row>", cells(list))
    };
    let rows = [
        row(false, ["Kode", "Uraian", "Pagu"]),
        row(false, ["1.02.02", "Program A", "300"]),
        row(true, ["1.02.02.2.01", "Kegiatan A", "300"]),
    ];
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"Rekap\"><table:table-column table:number-columns-repeated=\"2\"/><table:table-column table:visibility=\"collapse\"/>{}</table:table></office:spreadsheet></office:body></office:document-content>",
        rows.concat()
    );
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let plain = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let manifest = "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    for (name, text) in [("mimetype", kind), ("META-INF/manifest.xml", manifest), ("content.xml", &content)] {
        zip.start_file(name, plain).expect("file");
        zip.write_all(text.as_bytes()).expect("write");
    }
    let bytes = zip.finish().expect("zip").into_inner();
    let hasil = isi(&bytes, "a.ods", "", &[]).expect("reads");
    assert!(
        catatan(&hasil).contains("lembar `Rekap` menyembunyikan baris 3 dan kolom C: ikut dibaca"),
        "{}",
        catatan(&hasil)
    );
}

#[test]
fn months_below_a_title_are_of_what_it_says_and_their_total_is_the_year() {
    let text = "REALISASI BELANJA BULANAN;;;;;\nKode;Uraian;Pagu;Jan;Feb;Total;Persen\n1.02.02;A;1200;500;580;1080;90\n1.02.02.2.01;K;1200;600;480;1080;90\n";
    let hasil = baca(text, "").expect("reads");
    assert_eq!(
        anggaran(&hasil).kolom,
        ["pagu.laporan", "realisasi 2025-01", "realisasi 2025-02", "realisasi", "serapan"]
    );
    let said = masalah(baca(&text.replace("REALISASI BELANJA", "REKAP"), ""));
    assert!(said[0].contains("rencana atau realisasi masa 2025-01?"), "{said:?}");
}

#[test]
fn codes_of_accounts_are_codes_below_any_head() {
    let text = "LAPORAN REALISASI ANGGARAN;;;\nNo. Urut;Uraian;Anggaran;Realisasi\n4;PENDAPATAN DAERAH;1000;1050\n4.1;PAD;400;420\n4.1.01;Pajak Daerah;400;420\n4.2;TRANSFER;600;630\n";
    let said = masalah(baca(text, ""));
    assert!(said.len() == 1 && said[0].contains("`jenis: tabel`"), "{said:?}");
    let free = baca(text, "jenis: tabel").expect("a free table");
    assert!(free.teks.contains("nama: Pajak Daerah, nilai: [\"4.1.01\", \"400\", \"420\"]"), "{}", free.teks);
}

#[test]
fn a_column_that_says_the_same_once_more_is_no_question() {
    let text = "RENSTRA 2021-2026;;;;\nNo;Indikator;Satuan;2026;Kondisi Akhir 2026\n1;APM SD;%;98;98\n"
        .replace(";2026;", ";Target 2026;");
    let peta = "tingkat: sasaran\narah: {\"*\": naik}";
    assert_eq!(kinerja(&baca(&text, peta).expect("reads")).kolom, ["target.renstra 2026"]);
    assert!(masalah(baca(&text.replace("98;98", "98;99"), peta))[0].contains("sama-sama terbaca"));
}

#[test]
fn spending_by_source_of_funds_gives_its_node_these_sources() {
    let text = "Kode Sub Kegiatan;Nama Sub Kegiatan;Kode Rekening;Sumber Dana;Anggaran;Realisasi\n1.02.02.2.01.0001;RS;5.2.03.01.01.0001;DAK Fisik;500;490\n1.02.02.2.01.0001;RS;5.1.02.01.01.0024;DAU;100;90\n1.02.02.2.01.0002;Ibu;5.1.02.02.01.0003;DAU;300;250\n1.02.02.2.01.0002;Ibu;5.1.02.02.01.0004;DAU;200;200\n";
    let hasil = baca(text, "nama: {\"1.02.02\": Program, \"1.02.02.2.01\": Layanan}").expect("reads");
    assert_eq!(anggaran(&hasil).jumlah_daun(1), Some(1100.into()));
    assert!(hasil.teks.contains("sumber dana DAK Fisik") && hasil.teks.contains("[\"500\", \"490\", \"DAK Fisik\"]"));
    assert!(hasil.teks.contains("[\"DAU\", \"500\", \"450\"]"), "{}", hasil.teks);
}

#[test]
fn the_sum_below_a_block_of_one_source_is_held_against_it() {
    let text = "Kode;Uraian;Pagu\n;SUMBER DANA : DAU;\n1.02.02;A;300\n1.02.02.2.01;K;300\n;Jumlah DAU;300\n;SUMBER DANA : PAD;\n1.02.02;A;200\n1.02.02.2.01;K;200\n;Jumlah PAD;210\n;TOTAL;500\n";
    let said = catatan(&baca(text, "").expect("reads"));
    assert!(
        said.contains("A5: jumlah DAU sama dengan") && said.contains("A9: jumlah PAD, pagu.laporan: tercetak Rp210")
    );
    assert!(
        said.contains("pagu.laporan: Rp500, sama dengan jumlah tercetak") && !said.contains("tidak dibaca"),
        "{said}"
    );
}

#[test]
fn capaian_of_money_is_a_percentage() {
    let text = "Kode;Program/Kegiatan;Indikator;Satuan;Target 2025;Target 2025;Realisasi 2025;Realisasi 2025;Capaian;Capaian\n;;;;K;Rp;K;Rp;K;Rp\n1.06.04;Program A;PPKS terlayani;%;85;1000000000;84;950000000;98,82;95\n1.06.04.2.01;Kegiatan A;Jumlah PPKS;orang;100;1000000000;98;950000000;98;95\n";
    let hasil = baca(text, "arah: {\"*\": naik}").expect("reads");
    assert_eq!(anggaran(&hasil).kolom, ["pagu.laporan", "realisasi", "serapan"]);
}
