//! Import of a DPA of one sub kegiatan: what stands around its table, in the layouts there are.

use super::{KE, anggaran, harapan, isi, kata, masalah, portal, rekaman, root, terang};
use serde_json::Value;
use terang::diagnostic::Pesan;

#[test]
fn a_dppa_gives_targets_sources_and_the_plan_of_its_node_and_no_person() {
    let dir = portal();
    std::fs::write(dir.path().join("p.yaml"), "kolom: {L: pagu.murni}\n").expect("write");
    let file = root().join("03-sipd-dpa-rincian.xlsx").display().to_string();
    let args = ["impor", &file, "--ke", KE, "--peta", "p.yaml"];
    let done = terang(dir.path(), &args, b"");
    assert!(done.status.success(), "{}", kata(&done));
    let (text, said) = (rekaman(dir.path()), kata(&done));
    let expected = harapan("03-sipd-dpa-rincian.xlsx");
    let word = |value: &Value| value.as_str().expect("text").to_string();
    let plan = expected["rencana"].as_object().expect("plan");
    let months: Vec<String> = plan.keys().map(|m| format!("rencana {m}")).collect();
    let amounts: Vec<String> = plan.values().map(|v| format!("\"{}\"", word(v))).collect();
    let output = &expected["keluaran"];
    let above = &expected["capaian_kegiatan"];
    let targets =
        |block: &Value| format!("[\"{}\", \"{}\"]", word(&block["target.murni"]), word(&block["target.perubahan"]));
    for part in [
        "kolom: [pagu.murni, pagu.perubahan, kenaikan murni..perubahan, sumber_dana, jadwal]".to_string(),
        format!("\"{}\", \"Mulai Januari sampai Desember\"]", word(&expected["sumber_dana"])),
        format!("rehabilitasi-sosial.k1.s1: {}", targets(output)),
        format!("rehabilitasi-sosial.k1: {}", targets(above)),
        format!("indikator: {}, satuan: \"Orang\"}}", word(&output["indikator"])),
        format!("indikator: {}\n", word(&above["indikator"])),
        format!("kolom: [{}]", months.join(", ")),
        format!("rehabilitasi-sosial.k1.s1: [{}]", amounts.join(", ")),
    ] {
        assert!(text.contains(&part), "{part}\n{text}");
    }
    assert!(!text.contains("REKAAN") && !text.contains("total:") && !text.contains("1100000000"), "{text}");
    for part in [
        "tabel berkepala baris 59 berisi orang: tidak pernah dibaca",
        "rencana 12 masa: Rp1.400.000.000, sama dengan pagu.perubahan",
        "`alokasi tahun 2024`, `alokasi tahun 2025`, `alokasi tahun 2026` tidak dibaca sebagai pagu",
        "`lokasi` tidak disimpan",
        "Q20 masukan: Rp1.400.000.000, sama dengan pagu.perubahan",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
    let check = terang(dir.path(), &["check"], b"");
    assert!(check.status.success() && kata(&check).contains("0 temuan"), "{}", kata(&check));
    let again = terang(dir.path(), &args, b"");
    assert!(kata(&again).contains("Tidak ada yang berubah"), "{}", kata(&again));
}

#[test]
fn nodes_a_record_has_get_the_indicator_beside_their_code_and_keep_one_they_have() {
    let dir = portal();
    let path = dir.path().join("content/lumajang/dinas-sosial/2025.yaml");
    let tree = "anggaran:\n  pohon:\n    - kode: rehab\n      nama: Rehabilitasi Sosial\n      anak:\n        - kode: rehab.k1   # lama\n          nama: Rehabilitasi Sosial Dasar di Luar Panti Sosial\n          indikator: punya sendiri\n          anak:\n            - {kode: rehab.k1.s1, nama: Penyediaan Permakanan}\n";
    std::fs::write(&path, format!("{}{tree}", rekaman(dir.path()))).expect("write");
    std::fs::write(dir.path().join("p.yaml"), "kolom: {L: pagu.murni}\n").expect("write");
    let file = root().join("03-sipd-dpa-rincian.xlsx").display().to_string();
    let done = terang(dir.path(), &["impor", &file, "--ke", KE, "--peta", "p.yaml"], b"");
    assert!(done.status.success(), "{}", kata(&done));
    let text = rekaman(dir.path());
    let node = "- {kode: rehab.k1.s1, kode_resmi: \"1.06.04.2.01.0001\", indikator: Jumlah orang yang menerima permakanan, satuan: \"Orang\", nama: Penyediaan Permakanan}";
    assert!(text.contains(node), "{text}");
    assert!(text.contains("indikator: punya sendiri") && !text.contains("indikator: Persentase"), "{text}");
}

/// A DPA before any change: one column of amounts, codes and names apart, two outputs, the plan in two columns.
const MURNI: &str = "\
DOKUMEN PELAKSANAAN ANGGARAN
Pemerintah Kota Contoh Tahun Anggaran 2025
Program;:;1.01.02;PROGRAM PENGELOLAAN PENDIDIKAN
Kegiatan;:;1.01.02.2.01;Pengelolaan Pendidikan Sekolah Dasar
Sub Kegiatan;:;1.01.02.2.01.0003;Pembangunan Ruang Kelas Baru
Sumber Pendanaan;:;DAK Fisik
Alokasi Tahun 2024;:;500000000
Indikator;Tolok Ukur Kinerja;Target Kinerja
Capaian Program;Persentase sekolah layak;85 %
Masukan;Dana yang dibutuhkan;960000000
Keluaran;Jumlah ruang kelas;12 Ruang
;Jumlah mebel;240 Set
Hasil;Kelas nyaman;100 %
Kode Rekening;Uraian;Koefisien;Satuan;Harga;PPN;Jumlah
5;BELANJA DAERAH;;;;;960000000
5.2.03.01.01;Belanja Bangunan Gedung;;;;;960000000
5.2.03.01.01.0010;Bangunan Pendidikan;;;;;900000000
;Ruang kelas;12 Ruang;Ruang;75000000;0;900000000
5.2.03.01.01.0036;Bangunan Lain;;;;;60000000
Jumlah;;;;;;960000000
Rencana Penarikan Dana per Bulan
Januari;0;Juli;200000000
Februari;0;Agustus;200000000
Maret;100000000;September;160000000
April;100000000;Oktober;0
Mei;100000000;November;0
Juni;100000000;Desember;0
Jumlah;960000000
Kota Contoh, 2 Januari 2025
Kepala Dinas,
NAMA REKAAN
";

#[test]
fn a_dpa_before_any_change_is_murni_and_its_total_is_that_of_the_node() {
    let hasil = isi(MURNI.as_bytes(), "dpa.csv", "", &[]).expect("reads");
    let a = anggaran(&hasil);
    assert_eq!((a.kolom[0].as_str(), a.jumlah_daun(0)), ("pagu.murni", Some(960_000_000.into())));
    let months: Vec<String> = (1..=12).map(|m| format!("rencana 2025-{m:02}")).collect();
    for part in [
        "nama: PROGRAM PENGELOLAAN PENDIDIKAN\n      indikator: Persentase sekolah layak\n      satuan: \"%\"",
        "nama: Pembangunan Ruang Kelas Baru, indikator: [\"Jumlah ruang kelas\", \"Jumlah mebel\"]}",
        "pengelolaan-pendidikan: [\"85 %\"]",
        "pengelolaan-pendidikan.k1.s1: [\"12 Ruang, 240 Set\"]",
        "kolom: [target.murni]",
        &format!("kolom: [{}]", months.join(", ")),
        "[\"0\", \"0\", \"100000000\", \"100000000\", \"100000000\", \"100000000\", \"200000000\", \"200000000\", \"160000000\", \"0\", \"0\", \"0\"]",
    ] {
        assert!(hasil.teks.contains(part), "{part}\n{}", hasil.teks);
    }
    assert!(!hasil.teks.contains("total:") && !hasil.teks.contains("REKAAN"), "{}", hasil.teks);
    let said: Vec<&str> = hasil.laporan.iter().map(|p| p.id.as_str()).collect();
    assert!(said.iter().any(|s| s.starts_with("baris hasil tidak dibaca")), "{said:#?}");
    assert!(said.contains(&"C10 masukan: Rp960.000.000, sama dengan pagu.murni"), "{said:#?}");
    let other = MURNI.replace("Dana yang dibutuhkan;960000000", "Dana yang dibutuhkan;900000000");
    let hasil = isi(other.as_bytes(), "dpa.csv", "", &[]).expect("reads");
    let differs = "C10 masukan: Rp900.000.000 TIDAK SAMA dengan pagu.murni Rp960.000.000";
    assert!(hasil.laporan.iter().any(|p| p.id.starts_with(differs)), "{:#?}", hasil.laporan);
}

#[test]
fn a_plan_across_the_page_or_by_quarter_is_read_and_one_with_several_amounts_is_left() {
    let (head, _) = MURNI.split_once("Rencana Penarikan").expect("plan");
    let with = |plan: &str| isi(format!("{head}{plan}").as_bytes(), "dpa.csv", "", &[]).expect("reads");
    let across = with("Anggaran Kas;;;;;;\nTriwulan I;Triwulan II;Triwulan III;Triwulan IV;;;\n100;200;300;400;;;\n");
    assert!(across.teks.contains("kolom: [rencana 2025-tw1, rencana 2025-tw2, rencana 2025-tw3, rencana 2025-tw4]"));
    assert!(across.laporan.iter().any(|p| p.id.contains("rencana 4 masa: Rp1.000 TIDAK SAMA dengan pagu.murni")));
    let several = with("Bulan;Operasi;Modal\nJanuari;1;2\nFebruari;3;4\n");
    assert!(!several.teks.contains("rencana"), "{}", several.teks);
    assert!(several.laporan.iter().any(|p| p.id.starts_with("rencana per bulan tidak dibaca")));
}

#[test]
fn a_second_sub_kegiatan_on_the_sheet_gets_its_own_money() {
    let (head, _) = MURNI.split_once("Rencana Penarikan").expect("plan");
    let next = "Sub Kegiatan;1.01.02.2.01.0004 Rehabilitasi Ruang Kelas\nKode Rekening;Uraian;Koefisien;Satuan;Harga;PPN;Jumlah\n5;BELANJA DAERAH;;;;;40000000\n5.2.03.01.01.0010;Bangunan Pendidikan;;;;;40000000\n";
    let hasil = isi(format!("{head}{next}").as_bytes(), "dpa.csv", "", &[]).expect("reads");
    let a = anggaran(&hasil);
    let of = |key: &str| a.simpul[key].sel.as_ref().and_then(|cells| cells[0].angka());
    assert_eq!(of("1.01.02.2.01.0003"), Some(960_000_000.into()));
    assert_eq!(of("1.01.02.2.01.0004"), Some(40_000_000.into()));
    let left = |p: &Pesan| p.id.contains("tidak dibaca: lembar ini memuat 2 sub kegiatan");
    assert!(hasil.laporan.iter().any(left), "what stands around them is not lost unsaid: {:#?}", hasil.laporan);
    assert!(!hasil.teks.contains("sumber_dana"), "what stands above is of the first one only: {}", hasil.teks);
}

#[test]
fn a_list_of_persons_alone_is_no_table() {
    let csv = "No;Nama;NIP;Jabatan;Tanda Tangan\n1;PEJABAT REKAAN;-;Ketua;\n2;ORANG REKAAN;-;Anggota;\n";
    for peta in ["", "kepala: 1", "jenis: tabel"] {
        let said = masalah(isi(csv.as_bytes(), "a.csv", peta, &[]));
        assert!(said.iter().all(|s| !s.contains("REKAAN")), "{said:#?}");
    }
}

#[test]
fn the_time_above_a_table_stands_in_the_rows_of_its_sources_too() {
    let text = "Sub Kegiatan;1.06.04.2.01.0001 Permakanan;;\nWaktu Pelaksanaan;: Januari s.d. Desember;;\nKode;Uraian;Pagu;Realisasi\n1.06.04;Program Rehabilitasi;300;270\n1.06.04.2.01;Rehabilitasi Dasar;300;270\nPAD;;;\n1.06.04.2.01.0001;Permakanan;200;180\nDAU;;;\n1.06.04.2.01.0001;Permakanan;100;90\n";
    let dir = portal();
    std::fs::write(dir.path().join("a.csv"), text).expect("write");
    let done = terang(dir.path(), &["impor", "a.csv", "--ke", KE], b"");
    assert!(done.status.success(), "{}", kata(&done));
    assert_eq!(rekaman(dir.path()).matches("Januari s.d. Desember").count(), 2, "{}", rekaman(dir.path()));
}
