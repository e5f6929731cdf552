//! Import: files in the shape of what agencies hold (`tests/impor/`, all invented), their right reading (`harapan/`), and
//! what the command does to a record. The small budget behind them is one and the same, so they must agree.

#![allow(clippy::disallowed_methods, reason = "tests write the files they are about")]

#[path = "impor_diam.rs"]
mod diam;
#[path = "impor_dpa.rs"]
mod dpa;
#[path = "impor_indikator.rs"]
mod indikator;
#[path = "impor_kinerja.rs"]
mod kinerja_lain;
#[path = "impor_jumlah.rs"]
mod jumlah;
#[path = "impor_lembar.rs"]
mod lembar;
#[path = "impor_utuh.rs"]
mod utuh;
#[path = "impor_lagi.rs"]
mod lagi;
#[path = "impor_temuan.rs"]
mod temuan;
#[path = "impor_tata.rs"]
mod tata;
#[path = "portal_baru.rs"]
mod portal_baru;
#[path = "skema.rs"]
mod skema;
#[path = "sore.rs"]
mod sore;

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use terang::diagnostic::{Lang, Langkah};
use terang::impor::{
    Anggaran, Bebas, Hasil, Isian, Kenal, Kinerja, Masalah, Naskah, Nilai, Peta, Rujukan, Sampul, Sel, Tujuan, balik,
    impor, kartu, lipat_nama, tulis_lembar,
};

const KE: &str = "lumajang/dinas-sosial/2025";
const REKAMAN: &str = "# rekaman kami\ntahun: 2025\nbatas_data: 2025-12-31   # akhir tahun\ndokumen: lkjip-2025\n";
const OPD: &str = "nama: Dinas\nsingkatan: Dinas\ndokumen:\n  lkjip-2025: {judul: LKjIP 2025, jenis: LKjIP}\n";
const TAHAP: &str = "kolom: {N: pagu.murni, S: pagu.perubahan}";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/impor")
}

fn baca(berkas: &str, peta: &str, indikator: &[&str]) -> Result<Hasil, Vec<Masalah>> {
    let bytes = std::fs::read(root().join(berkas)).expect("sample");
    isi(&bytes, berkas, peta, indikator)
}

fn isi(bytes: &[u8], berkas: &str, peta: &str, indikator: &[&str]) -> Result<Hasil, Vec<Masalah>> {
    let peta = Peta::baca(peta).expect("map");
    let names: Vec<(String, Vec<String>)> =
        indikator.iter().enumerate().map(|(n, nama)| (format!("i{}", n + 1), vec![lipat_nama(nama)])).collect();
    let (sendiri, lain) = (&[], &[]);
    let kenal = Kenal { indikator: &names, ..Kenal::default() };
    impor(
        bytes,
        &peta,
        &Tujuan { tahun: 2025, teks: REKAMAN, sendiri, lain, opd: OPD, kenal, berkas, letak: None, dokumen: None },
    )
}

/// What an import says, in Indonesian.
fn catatan(hasil: &Hasil) -> String {
    hasil.laporan.iter().map(|p| format!("{}\n", p.id)).collect()
}

fn masalah(hasil: Result<Hasil, Vec<Masalah>>) -> Vec<String> {
    hasil.expect_err("unclear").iter().map(|m| m.tulis(Lang::Id)).collect()
}

fn anggaran(hasil: &Hasil) -> &Anggaran {
    let found = hasil.isian.iter().find_map(|i| if let Isian::Anggaran(a) = i { Some(a) } else { None });
    found.expect("a budget")
}

fn kinerja(hasil: &Hasil) -> &Kinerja {
    let found = hasil.isian.iter().find_map(|i| if let Isian::Kinerja(k) = i { Some(k) } else { None });
    found.expect("indicators")
}

fn harapan(berkas: &str) -> Value {
    let stem = berkas.rsplit_once('.').expect("ending").0;
    let text = std::fs::read_to_string(root().join(format!("harapan/{stem}.json"))).expect("expected");
    serde_json::from_str(&text).expect("json")
}

/// The amount of a node: printed, or the sum of the leaves below it.
fn nilai(a: &Anggaran, key: &str, column: usize) -> Option<Decimal> {
    let own = a.simpul.get(key)?.sel.as_ref().and_then(|cells| cells[column].angka());
    own.or_else(|| {
        let below: Vec<&String> = a.simpul.keys().filter(|k| a.induk(k).as_deref() == Some(key)).collect();
        below.iter().filter_map(|k| nilai(a, k, column)).reduce(|x, y| x + y)
    })
}

/// Holds tree, names, amounts and totals against the expected reading; `kolom` names the column of each measure.
fn cocok(a: &Anggaran, harapan: &Value, kolom: &[(&str, &str)]) {
    let tree = harapan["pohon"].as_array().expect("pohon");
    let codes: Vec<&str> = tree.iter().map(|n| n["kode"].as_str().expect("kode")).collect();
    let read: Vec<&str> = a.simpul.keys().map(String::as_str).collect();
    assert_eq!(read, codes, "the tree in printed order");
    for node in tree {
        let key = node["kode"].as_str().expect("kode");
        if let (Some(nama), Some(read)) = (node["nama"].as_str(), &a.simpul[key].nama) {
            assert_eq!(read, nama, "{key}");
        }
        for (measure, column) in kolom {
            let at = a.kolom.iter().position(|k| k == column).expect("column");
            match &node[*measure] {
                Value::Null => assert!(a.simpul[key].sel.is_none(), "{key} prints nothing of its own"),
                value => {
                    let Ok(expected) = value.as_str().expect("text").parse::<Decimal>() else { continue };
                    assert_eq!(nilai(a, key, at), Some(expected), "{key} {column}");
                }
            }
        }
    }
    for (measure, column) in kolom {
        let at = a.kolom.iter().position(|k| k == column).expect("column");
        let expected: Decimal = harapan["total"][*measure].as_str().expect("total").parse().expect("decimal");
        assert_eq!(a.jumlah_daun(at), Some(expected), "total of {column}");
    }
}

#[test]
fn sipd_documents_are_added_up_by_sub_kegiatan_less_what_was_paid_back_and_no_person_is_read() {
    let hasil = baca("01-sipd-realisasi-dokumen.xlsx", "", &[]).expect("reads");
    cocok(anggaran(&hasil), &harapan("01-sipd-realisasi-dokumen.xlsx"), &[("realisasi", "realisasi")]);
    assert!(!hasil.teks.contains("REKAAN"), "names and numbers of persons stay out");
    let said: String = hasil.laporan.iter().map(|p| format!("{}\n", p.id)).collect();
    assert!(said.contains("AD NIP Pegawai") && said.contains("AA Keterangan Dokumen"), "what is dropped is named");
}

#[test]
fn a_recap_asks_what_before_and_after_mean_and_reads_each_rupiah_once() {
    let said = masalah(baca("02a-sipd-rekap-belanja-perubahan.xlsx", "", &[]));
    assert_eq!(said.len(), 2);
    assert!(said[0].starts_with("BELANJA_1.06.0!N11: "), "{}", said[0]);
    for berkas in ["02a-sipd-rekap-belanja-perubahan.xlsx", "02b-sipd-rekap-belanja-rumus.xlsx"] {
        let hasil = baca(berkas, TAHAP, &[]).expect("reads");
        let (a, expected) = (anggaran(&hasil), harapan(berkas));
        cocok(a, &expected, &[("murni", "pagu.murni"), ("perubahan", "pagu.perubahan")]);
        let at = a.kolom.iter().position(|k| k == "kenaikan murni..perubahan").expect("difference");
        for (key, value) in expected["selisih"].as_object().expect("selisih") {
            assert_eq!(nilai(a, key, at), value.as_str().map(|v| v.parse().expect("decimal")), "{key}");
        }
    }
}

#[test]
fn the_detail_of_one_sub_kegiatan_says_nothing_of_its_program() {
    let said = masalah(baca("03-sipd-dpa-rincian.xlsx", "", &[]));
    assert!(said.len() == 1 && said[0].starts_with("4.2.01.0001PenyPerm!L31: "), "only what came before: {said:#?}");
    let hasil = baca("03-sipd-dpa-rincian.xlsx", "kolom: {L: pagu.murni}", &[]).expect("reads");
    let expected = harapan("03-sipd-dpa-rincian.xlsx");
    cocok(anggaran(&hasil), &expected, &[("murni", "pagu.murni"), ("perubahan", "pagu.perubahan")]);
    assert!(!hasil.teks.contains("PEJABAT"));
}

#[test]
fn html_under_the_name_xls_is_read_as_what_it_is() {
    let said = masalah(baca("05-rfk-html.xls", "", &[]));
    assert!(said[0].contains("kolom G dan H sama-sama terbaca `pagu.murni`"), "{}", said[0]);
    let peta = "kolom: {\"RKA SIPD (Rp.)\": pagu.murni, \"DPA (Rp.)\": pagu.perubahan}";
    let hasil = baca("05-rfk-html.xls", peta, &[]).expect("reads");
    let columns = [("murni", "pagu.murni"), ("perubahan", "pagu.perubahan"), ("realisasi", "realisasi")];
    let (a, expected) = (anggaran(&hasil), harapan("05-rfk-html.xls"));
    // Rounded to rupiah, parts and total may differ by one: the printed total is kept beside its parts.
    let tree = expected["pohon"].as_array().expect("pohon");
    for node in tree {
        for (measure, column) in columns {
            let at = a.kolom.iter().position(|k| k == column).expect("column");
            let value: Decimal = node[measure].as_str().expect("text").parse().expect("decimal");
            assert_eq!(nilai(a, node["kode"].as_str().expect("kode"), at), Some(value));
        }
    }
    assert_eq!(a.total.as_ref().expect("total")[2].angka(), Some(7_263_660_806_i64.into()));
}

const NAMA: &str = "nama: {\"1.06.01\": A, \"1.06.01.2.01\": B, \"1.06.01.2.02\": C, \"1.06.01.2.10\": D, \"1.06.04\": E, \"1.06.04.2.01\": F, \"1.06.04.2.02\": G}";

#[test]
fn a_csv_of_sub_kegiatan_makes_their_parents_and_asks_for_names_and_for_the_dash() {
    let said = masalah(baca("06a-sub-kegiatan.csv", "", &[]));
    assert_eq!(said.len(), 8, "{said:#?}");
    assert!(said[0].starts_with("E8: `-`"), "{}", said[0]);
    let peta = format!("{NAMA}\nstrip: belum dilaporkan\nkolom: {{Anggaran: pagu.perubahan}}");
    let hasil = baca("06a-sub-kegiatan.csv", &peta, &[]).expect("reads");
    let columns = [("perubahan", "pagu.perubahan"), ("realisasi", "realisasi")];
    cocok(anggaran(&hasil), &harapan("06a-sub-kegiatan.csv"), &columns);
    assert!(hasil.teks.contains("\"Rp 45.000.000,00\", \"- (belum dilaporkan)\", \"0,00%\""), "as printed");
}

#[test]
fn english_numbers_in_windows_encoding_are_known_from_their_column() {
    let bagian = "\"1.06.01.2.01.0001\": H, \"1.06.01.2.01.0006\": I, \"1.06.01.2.02.0001\": J, \"1.06.01.2.10.0001\": K, \"1.06.04.2.01.0001\": L, \"1.06.04.2.01.0003\": M, \"1.06.04.2.01.0008\": N, \"1.06.04.2.02.0010\": O";
    let peta = format!("{}, {bagian}}}\nkolom: {{Pagu (Rp): pagu.perubahan}}", NAMA.trim_end_matches('}'));
    let hasil = baca("06b-gaya-inggris.csv", &peta, &[]).expect("reads");
    let columns = [("perubahan", "pagu.perubahan"), ("realisasi", "realisasi")];
    cocok(anggaran(&hasil), &harapan("06b-gaya-inggris.csv"), &columns);
    assert!(hasil.teks.contains("angka: inggris"));
}

#[test]
fn codes_that_a_spreadsheet_broke_are_mended_or_refused_never_guessed() {
    let hasil = baca("08-kode-rusak.xlsx", "kolom: {Pagu: pagu.perubahan}", &[]).expect("reads");
    cocok(anggaran(&hasil), &harapan("08-kode-rusak.xlsx")["lembar_1"], &[("perubahan", "pagu.perubahan")]);
    let said = masalah(baca("08-kode-rusak.xlsx", "lembar: Satu kolom", &[]));
    let refused: Vec<&String> = said.iter().filter(|s| s.contains("sudah berubah")).collect();
    assert_eq!(refused.len(), 2, "{said:#?}");
    assert!(refused[0].starts_with("Satu kolom!A8: kode ini sudah berubah menjadi angka 1.06"));
    assert!(refused[1].starts_with("Satu kolom!A9: kode ini sudah berubah menjadi tanggal"));
    for written in harapan("08-kode-rusak.xlsx")["lembar_2"].as_array().expect("list") {
        // The readable ones are asked for the names of their parents, by the code that was read.
        if let Some(read) = written["dibaca"].as_str() {
            let parent = read.rsplit_once('.').expect("segments").0;
            assert!(said.iter().any(|s| s.contains(&format!("`{parent}` tidak bernama"))), "{read}");
        }
    }
}

#[test]
fn the_row_that_adds_two_sources_up_is_no_third_source() {
    let said = masalah(baca("09-efisiensi-sumber-dana.xlsx", "", &[]));
    assert!(said.iter().filter(|s| s.contains("tahap pagu yang mana?")).count() == 1, "{said:#?}");
    let peta = "kolom: {D: pagu.murni}\nnama: {\"1.06.04\": A, \"1.06.04.2.02\": B}";
    let hasil = baca("09-efisiensi-sumber-dana.xlsx", peta, &[]).expect("reads");
    let a = anggaran(&hasil);
    let sum = |column: &str| a.jumlah_daun(a.kolom.iter().position(|k| k == column).expect("column")).expect("sum");
    assert_eq!(sum("pagu.murni"), 100_000_000.into());
    assert_eq!(sum("pagu.efisiensi"), 95_000_000.into());
    assert_eq!(sum("pagu.perubahan"), 93_000_000.into());
    let months = ["realisasi 2025-10", "realisasi 2025-11", "realisasi 2025-12"];
    assert_eq!(months.iter().map(|m| sum(m)).fold(Decimal::ZERO, |x, y| x + y), 89_750_000.into());
    assert_eq!(sum("rencana 2025-10"), 30_000_000.into());
}

const PK: [&str; 7] = [
    "Persentase PPKS yang terlayani",
    "Waktu tanggap layanan darurat",
    "Tingkat kemiskinan ekstrem",
    "Nilai SAKIP",
    "Opini atas laporan keuangan",
    "Indeks Kepuasan Masyarakat",
    "Jumlah pengaduan tertangani",
];

#[test]
fn a_performance_agreement_holds_two_tables_and_a_percent_cell_is_a_percentage() {
    let said = masalah(baca("10-perjanjian-kinerja.xlsx", "", &[]));
    // The bound `≤ 30` says its direction; the six others are asked about, all at once.
    assert_eq!(said.len(), 6, "{said:#?}");
    assert!(said[0].starts_with("PK 2025!C6: indikator `Persentase PPKS yang terlayani` belum ada dalam opd.yaml"));
    let hasil = baca("10-perjanjian-kinerja.xlsx", "", &PK).expect("reads");
    let k = kinerja(&hasil);
    assert_eq!(k.kolom, ["target.perjanjian"]);
    let cells: Vec<String> = k.baris.iter().map(|(_, cells)| tulisan(&cells[0])).collect();
    assert_eq!(cells, ["92,5%", "≤ 30", "0,5 – 0,9", "BB (72,50)", "WTP", "83,25", "1250"]);
    let a = anggaran(&hasil);
    assert_eq!(a.kolom[0], "pagu.perjanjian");
    assert_eq!(a.jumlah_daun(0), Some(7_079_845_678_i64.into()));
    assert!(!hasil.teks.contains("PEJABAT"));
}

fn tulisan(value: &Nilai) -> String {
    match value {
        Nilai::Angka(_, text) | Nilai::Tulis(text) => text.clone(),
        Nilai::Tiada => String::new(),
    }
}

#[test]
fn the_fourth_quarter_is_a_target_once_and_a_heading_once() {
    let names = ["Persentase PPKS yang terlayani", "Angka putus layanan", "Nilai SAKIP"];
    let hasil = baca("11-pengukuran-triwulan.xlsx", "", &names).expect("a dash is no target for the quarter");
    let k = kinerja(&hasil);
    let quarters = (1..=4).map(|n| format!("target.rencana_aksi 2025-tw{n}"));
    let columns: Vec<String> = std::iter::once("target.laporan".to_string())
        .chain(quarters)
        .chain(["realisasi", "capaian", "predikat"].map(ToString::to_string))
        .collect();
    assert_eq!(k.kolom, columns);
    for (row, expected) in
        k.baris.iter().zip(harapan("11-pengukuran-triwulan.xlsx")["kinerja"].as_array().expect("rows"))
    {
        for (at, key) in [(0, "target"), (5, "realisasi"), (6, "capaian_tercetak"), (7, "predikat")] {
            // One row of the expected reading names no predikat, because none of it matters there.
            if let Some(text) = expected[key].as_str() {
                assert_eq!(tulisan(&row.1[at]), text);
            }
        }
    }
}

#[test]
fn a_table_of_sixteen_formulas_is_copied_as_printed() {
    let names: Vec<String> = ('a'..='p').map(String::from).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let hasil = baca("13-capaian-rumus.csv", "", &names).expect("reads");
    let k = kinerja(&hasil);
    assert_eq!((k.kolom.len(), k.baris.len()), (3, 16));
    assert_eq!(tulisan(&k.baris[9].1[0]), "80 - 90%");
    assert_eq!(tulisan(&k.baris[13].1[2]), "Melampaui (tidak berlaku)", "letters have no percentage");
}

#[test]
fn open_data_in_long_form_is_widened_and_gives_the_year_of_the_record() {
    let hasil = baca("14-opendata.csv", "", &[]).expect("reads");
    let a = anggaran(&hasil);
    assert_eq!(a.kolom, ["pagu.laporan", "realisasi"]);
    let expected = harapan("14-opendata.csv");
    for (node, key) in a.simpul.values().zip(["1.06.01", "1.06.04"]) {
        for (at, measure) in ["pagu", "realisasi"].into_iter().enumerate() {
            let value: Decimal = expected["baris"][key][measure].as_str().expect("text").parse().expect("decimal");
            assert_eq!(node.sel.as_ref().expect("cells")[at].angka(), Some(value));
        }
    }
}

#[test]
fn packages_become_a_free_table_and_the_repeated_one_is_left_out_and_named() {
    let hasil = baca("15-sirup-paket.xlsx", "", &[]).expect("reads");
    let found: Option<&Bebas> = hasil.isian.iter().find_map(|i| if let Isian::Bebas(b) = i { Some(b) } else { None });
    let table = found.expect("a free table");
    assert_eq!(table.baris.len(), 4);
    let at = table.kolom.iter().position(|(kode, ..)| kode == "total-nilai-rp").expect("column");
    let sum = table.baris.iter().filter_map(|(_, _, _, cells)| cells[at].angka()).fold(Decimal::ZERO, |x, y| x + y);
    assert_eq!(sum, 1_750_500_000.into());
    assert!(hasil.laporan.iter().any(|p| p.id.contains("RUP!A6: `51234567`")));
}

#[test]
fn an_ods_keeps_stored_values_and_its_fractions_are_known_as_percentages() {
    let hasil = baca("17-lra-kecil.ods", "", &[]).expect("reads");
    let (a, expected) = (anggaran(&hasil), harapan("17-lra-kecil.ods"));
    for (key, node) in &a.simpul {
        let cells = node.sel.as_ref().expect("cells");
        let row = &expected["baris"][key];
        assert_eq!(cells[0].angka().map(|v| v.to_string()).as_deref(), row["pagu"].as_str());
        let realisasi: Decimal = row["realisasi"].as_str().expect("text").parse().expect("decimal");
        assert_eq!(cells[1].angka(), Some(realisasi));
        assert_eq!(tulisan(&cells[2]), row["serapan"].as_str().expect("text"));
    }
    assert_eq!(a.jumlah_daun(1), Some("7263660805.50".parse().expect("decimal")));
}

#[test]
fn what_a_screen_shows_of_a_number_is_refused() {
    let said = masalah(baca("18-tempelan.tsv", "", &[]));
    assert!(said.iter().any(|s| s.starts_with("C5: `4,93E+09`")), "{said:#?}");
    assert!(said.iter().any(|s| s.starts_with("D5: `########`")));
    assert!(said.iter().any(|s| s.starts_with("D4: `-`")));
    let text = std::fs::read_to_string(root().join("18-tempelan.tsv")).expect("sample");
    let good: String = text.split_inclusive("\r\n").filter(|l| !l.contains("E+09") && !l.contains(" -   ")).collect();
    let hasil = isi(good.as_bytes(), "t.tsv", "nama: {\"1.06.04\": A, \"1.06.04.2.01\": B}", &[]).expect("reads");
    let a = anggaran(&hasil);
    assert_eq!(a.simpul["1.06.04.2.01.0001"].nama.as_deref(), Some("Penyediaan Permakanan"));
    assert_eq!(a.simpul["1.06.04.2.01.0003"].nama.as_deref(), Some("Penyediaan \"Alat Bantu\""));
    assert_eq!(a.jumlah_daun(0), Some(1_675_500_000.into()));
}

#[test]
fn thousands_are_asked_about_and_multiplied_exactly() {
    let csv = "Anggaran (dalam ribuan rupiah)\nKode;Uraian;Pagu\n1.06.04;Program Satu;17999,2505\n";
    let said = masalah(isi(csv.as_bytes(), "a.csv", "", &[]));
    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with("A1: ") && said[0].contains("satuan: ribuan"), "{}", said[0]);
    let hasil = isi(csv.as_bytes(), "a.csv", "satuan: ribuan", &[]).expect("reads");
    assert_eq!(anggaran(&hasil).jumlah_daun(0), Some("17999250.5".parse().expect("decimal")));
    assert!(
        hasil.teks.contains("dalam: ribuan rupiah") && hasil.teks.contains("[\"17999,2505\"]"),
        "as printed: {}",
        hasil.teks
    );
}

// The command, on a portal.

fn portal() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("tempdir");
    let files = [
        ("portal.yaml", "judul: Portal\nketerangan: Janji, hasil dan uang.\n"),
        ("lumajang/daerah.yaml", "nama: Kabupaten Lumajang\nprovinsi: Jawa Timur\n"),
        (
            "lumajang/dinas-sosial/opd.yaml",
            "nama: Dinas Sosial\nsingkatan: Dinas Sosial\ndokumen:\n  lkjip-2025: {judul: LKjIP 2025, jenis: LKjIP, angka: indonesia}\n",
        ),
        ("lumajang/dinas-sosial/2025.yaml", REKAMAN),
    ];
    for (path, text) in files {
        let path = dir.path().join("content").join(path);
        std::fs::create_dir_all(path.parent().expect("parent")).expect("mkdir");
        std::fs::write(path, text).expect("write");
    }
    dir
}

fn terang(dir: &Path, args: &[&str], stdin: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_terang"));
    command.current_dir(dir).args(args).env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE");
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("run terang");
    child.stdin.take().expect("stdin").write_all(stdin).expect("write");
    child.wait_with_output().expect("output")
}

fn kata(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn rekaman(dir: &Path) -> String {
    std::fs::read_to_string(dir.join("content/lumajang/dinas-sosial/2025.yaml")).expect("record")
}

#[test]
fn a_record_made_from_two_files_passes_the_check_and_the_same_file_again_changes_nothing() {
    let dir = portal();
    std::fs::write(dir.path().join("sipd.yaml"), TAHAP).expect("write");
    let recap = root().join("02a-sipd-rekap-belanja-perubahan.xlsx").display().to_string();
    let first = ["impor", &recap, "--ke", "lumajang/dinas-sosial/2025", "--peta", "sipd.yaml"];
    let trial = terang(dir.path(), &[&first[..], &["--coba"]].concat(), b"");
    assert!(trial.status.success(), "{}", kata(&trial));
    assert!(kata(&trial).contains("+anggaran:") && rekaman(dir.path()) == REKAMAN, "a diff, and nothing written");
    let done = terang(dir.path(), &first, b"");
    assert!(done.status.success(), "{}", kata(&done));
    let once = rekaman(dir.path());
    assert!(once.starts_with(REKAMAN), "what was there stays, comments too");
    let again = terang(dir.path(), &first, b"");
    assert!(kata(&again).contains("Tidak ada yang berubah"), "{}", kata(&again));
    // The second file has codes only for what the first one named.
    let details = root().join("06b-gaya-inggris.csv").display().to_string();
    let second = ["impor", &details, "--ke", "lumajang/dinas-sosial/2025"];
    let done = terang(dir.path(), &second, b"");
    assert!(done.status.success(), "{}", kata(&done));
    let twice = rekaman(dir.path());
    assert_eq!(twice.matches("kode_resmi").count(), once.matches("kode_resmi").count(), "no node twice");
    assert_eq!(twice.matches("- letak:").count(), 2);
    let check = terang(dir.path(), &["check"], b"");
    assert!(check.status.success(), "{}", kata(&check));
}

#[test]
fn nodes_that_a_record_has_keep_their_codes_and_get_their_official_ones_in_place() {
    let dir = portal();
    let hand = "\
tahun: 2025
batas_data: 2025-12-31
dokumen: lkjip-2025
anggaran:
  pohon:
    # ditulis tangan
    - kode: penunjang   # sama di mana-mana
      nama: Program Penunjang Urusan Pemerintahan Daerah Kab/Kota
      anak:
        - {kode: penunjang.k1, nama: \"Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah\"}
    - {kode: rehabilitasi, nama: Rehabilitasi Sosial}
  tabel:
    - letak: Tabel 3.1
      kolom: [pagu.perubahan]
      baris:
        penunjang: [\"5.571.976.410\"]   # halaman 40

catatan: akhir
";
    let path = dir.path().join("content/lumajang/dinas-sosial/2025.yaml");
    std::fs::write(&path, hand).expect("write");
    std::fs::write(dir.path().join("sipd.yaml"), TAHAP).expect("write");
    let recap = root().join("02a-sipd-rekap-belanja-perubahan.xlsx").display().to_string();
    let done = terang(dir.path(), &["impor", &recap, "--ke", "lumajang/dinas-sosial/2025", "--peta", "sipd.yaml"], b"");
    assert!(done.status.success(), "{}", kata(&done));
    let text = rekaman(dir.path());
    for line in hand.lines().filter(|l| !l.contains('{')) {
        assert!(text.lines().any(|l| l == line), "lost: {line}\n{text}");
    }
    assert!(text.contains("    - kode: penunjang   # sama di mana-mana\n      kode_resmi: \"1.06.01\"\n"), "{text}");
    assert!(
        text.contains("{kode: rehabilitasi, kode_resmi: \"1.06.04\", nama: Rehabilitasi Sosial, anak: ["),
        "{text}"
    );
    assert!(text.contains("rehabilitasi.k1.s1: ["), "{text}");
    let check = terang(dir.path(), &["check"], b"");
    assert!(check.status.success(), "{}", kata(&check));
}

#[test]
fn an_unclear_file_changes_nothing_and_every_question_comes_at_once() {
    let dir = portal();
    let file = root().join("18-tempelan.tsv");
    let pasted = std::fs::read(&file).expect("sample");
    let output = terang(dir.path(), &["impor", "-", "--ke", "lumajang/dinas-sosial/2025"], &pasted);
    assert_eq!(output.status.code(), Some(1));
    let said = kata(&output);
    for part in ["C5: `4,93E+09`", "D5: `########`", "D4: `-`", "`1.06.04` tidak bernama", "tidak ada yang ditulis"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(rekaman(dir.path()), REKAMAN);
    let english = terang(dir.path(), &["impor", "-", "--ke", "lumajang/dinas-sosial/2025", "--lang", "en"], &pasted);
    assert!(kata(&english).contains("nothing was written"));
}

#[test]
fn a_map_that_does_not_exist_yet_is_made_and_a_wrong_one_is_named() {
    let dir = portal();
    let csv = b"Kode;Uraian;Pagu\n1.06.04;Program Satu;1.000.000\n";
    let args = ["impor", "-", "--ke", "lumajang/dinas-sosial/2025", "--peta", "peta.yaml", "--letak", "Lampiran I"];
    let output = terang(dir.path(), &args, csv);
    assert!(output.status.success(), "{}", kata(&output));
    let made = std::fs::read_to_string(dir.path().join("peta.yaml")).expect("map");
    // Every line of it is an answer that is understood.
    let whole: String = made.lines().filter(|l| !l.starts_with("##")).map(|l| format!("{}\n", &l[2..])).collect();
    assert!(Peta::baca(&whole).is_ok(), "{whole}");
    assert!(rekaman(dir.path()).contains("- letak: Lampiran I\n"));
    std::fs::write(dir.path().join("peta.yaml"), "kolom: {C: pagi.murni}\n").expect("write");
    let output = terang(dir.path(), &args, csv);
    assert_eq!(output.status.code(), Some(1));
    assert!(kata(&output).contains("`pagi.murni` bukan makna kolom"), "{}", kata(&output));
}

#[test]
fn a_new_year_takes_the_tree_of_the_one_before_with_its_codes_and_comments() {
    let dir = portal();
    let csv = b"Kode;Uraian;Pagu\n1.06.04;Program Satu;1.000.000\n1.06.04.2.01;Kegiatan Dua;1.000.000\n";
    let first = terang(dir.path(), &["impor", "-", "--ke", "lumajang/dinas-sosial/2025", "--letak", "Tabel 1"], csv);
    assert!(first.status.success(), "{}", kata(&first));
    let path = dir.path().join("content/lumajang/dinas-sosial/2025.yaml");
    let text = rekaman(dir.path()).replace("nama: Program Satu\n", "nama: Program Satu   # nama resmi\n");
    std::fs::write(&path, text).expect("write");
    let made = terang(dir.path(), &["new", "tahun", "lumajang/dinas-sosial", "2026"], b"");
    assert!(kata(&made).contains("Pohon anggaran dibawa dari 2025"), "{}", kata(&made));
    let new = std::fs::read_to_string(path.with_file_name("2026.yaml")).expect("record");
    assert!(
        new.contains("    - kode: satu\n      kode_resmi: \"1.06.04\"\n      nama: Program Satu   # nama resmi\n"),
        "{new}"
    );
    assert!(new.contains("#       satu.k1: ["), "{new}");
    let check = terang(dir.path(), &["check"], b"");
    assert!(check.status.success(), "{}", kata(&check));
    // The next file meets its nodes again.
    let second = terang(dir.path(), &["impor", "-", "--ke", "lumajang/dinas-sosial/2026", "--letak", "Tabel 1"], csv);
    assert!(second.status.success(), "{}", kata(&second));
    let new = std::fs::read_to_string(path.with_file_name("2026.yaml")).expect("record");
    assert_eq!(new.matches("kode_resmi").count(), 2, "{new}");
}

// The workbook, there and back.

/// Address, text, and what its OPD adds to it.
type Satu = (String, String, Rujukan);

/// Every record of this repository: its text and the names of its indicators.
fn semua() -> Vec<Satu> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let content = terang::records::load(&root).content.expect("content");
    let mut out = Vec::new();
    for daerah in &content.daerah {
        for opd in &daerah.opd {
            let rujukan = Rujukan::dari(&opd.opd);
            for year in &opd.rekaman {
                let alamat = format!("{}/{}/{}", daerah.kode, opd.opd.kode, year.tahun);
                let text = std::fs::read_to_string(root.join(format!("{alamat}.yaml"))).expect("record");
                out.push((alamat, text, rujukan.clone()));
            }
        }
    }
    out
}

#[test]
fn every_record_comes_back_from_its_workbook_byte_for_byte_and_every_cell_reaches_its_place() {
    let records = semua();
    assert!(records.len() >= 8);
    for (alamat, text, rujukan) in records {
        let naskah = Naskah::baca(&text).expect("yaml");
        let cards = kartu(&naskah, &rujukan);
        let sampul = Sampul { alamat: &alamat, opd: "OPD", batas_data: "", dokumen: "" };
        let bytes = tulis_lembar(&sampul, &cards, &[], &[]).expect("workbook");
        assert_eq!(bytes, tulis_lembar(&sampul, &cards, &[], &[]).expect("workbook"), "the same bytes");
        let mut sheets = terang::impor::baca(&bytes).expect("reads");
        let same = balik(&sheets, &cards, &naskah, &alamat).unwrap_or_else(|m| panic!("{alamat}: {m:#?}"));
        assert!(same.teks == text && same.berubah == (0, 0), "{alamat} changes on its way");
        // A token of its own in every cell, and every token where its cell stands in the YAML.
        for sheet in sheets.iter_mut().filter(|s| cards.iter().any(|c| c.nama == s.nama && c.jalur.is_some())) {
            for (row, column) in
                same.sel.iter().filter(|(_, nama, ..)| *nama == sheet.nama).map(|(_, _, r, c)| (*r, *c))
            {
                let cells = &mut sheet.baris[row];
                cells.resize_with(cells.len().max(column + 1), Sel::default);
                cells[column] = Sel::teks(&format!("{}!{row}.{column}", sheet.nama));
            }
        }
        let changed = balik(&sheets, &cards, &naskah, &alamat).unwrap_or_else(|m| panic!("{alamat}: {m:#?}"));
        assert_eq!(changed.berubah.0, same.sel.len(), "{alamat}");
        let value: serde_yaml::Value = serde_yaml::from_str(&changed.teks).expect("still yaml");
        for (way, nama, row, column) in &same.sel {
            let cell = way.0.iter().try_fold(&value, |at, step| match step {
                Langkah::Kunci(key) => at.get(key.as_str()),
                Langkah::Urutan(n) => at.get(*n),
            });
            assert_eq!(
                cell.and_then(|c| c.as_str()),
                Some(format!("{nama}!{row}.{column}").as_str()),
                "{alamat} {way}"
            );
        }
        let comments = |text: &str| text.lines().filter(|l| l.trim_start().starts_with('#')).count();
        assert_eq!(comments(&changed.teks), comments(&text), "comments stay");
    }
}

/// Writes the workbook of the record, lets `ubah` change its cells, and imports it.
fn isi_lembar(dir: &Path, ubah: &dyn Fn(&mut rust_xlsxwriter::Workbook)) -> Output {
    let mut book = rust_xlsxwriter::Workbook::new();
    ubah(&mut book);
    book.save(dir.join("isian.xlsx")).expect("save");
    terang(dir, &["impor", "isian.xlsx", "--ke", "lumajang/dinas-sosial/2025"], b"")
}

fn tulis_baris(book: &mut rust_xlsxwriter::Workbook, nama: &str, baris: &[&[&str]]) {
    let sheet = book.add_worksheet().set_name(nama).expect("name");
    for (row, cells) in (0..).zip(baris) {
        for (column, cell) in (0..).zip(*cells) {
            sheet.write_string(row, column, *cell).expect("cell");
        }
    }
}

const SAMPUL: &[&[&str]] = &[&["Lembar kerja Terang", "1"], &["Rekaman", "lumajang/dinas-sosial/2025"]];
const POHON: &str =
    "anggaran:\n  pohon:\n    - {kode: satu, nama: Program Satu}\n    - {kode: dua, nama: Program Dua}\n";

#[test]
fn a_workbook_filled_for_a_new_year_becomes_a_table_and_what_is_wrong_comes_back_marked() {
    let dir = portal();
    let path = dir.path().join("content/lumajang/dinas-sosial/2025.yaml");
    std::fs::write(&path, format!("{REKAMAN}{POHON}")).expect("write");
    let made = terang(dir.path(), &["lembar", "lumajang/dinas-sosial/2025"], b"");
    assert!(made.status.success(), "{}", kata(&made));
    let sheets = terang::impor::baca(&std::fs::read(dir.path().join("dinas-sosial-2025.xlsx")).expect("workbook"))
        .expect("reads");
    let sheet = sheets.iter().find(|s| s.nama == "Anggaran baru").expect("a sheet that waits for its figures");
    assert_eq!(sheet.sel(3, 1).tulisan(), "Program Satu");
    assert!(sheets.iter().any(|s| s.nama == "Pilihan" && s.tersembunyi));
    let again = terang(dir.path(), &["lembar", "lumajang/dinas-sosial/2025"], b"");
    assert_eq!(again.status.code(), Some(2), "an existing file is not overwritten");

    let fill = |letak: &'static str, satu: &'static str| {
        move |book: &mut rust_xlsxwriter::Workbook| {
            tulis_baris(book, "Sampul", SAMPUL);
            let head: &[&str] = &["kode", "nama", "pagu.murni", "pagu.perubahan", "realisasi", "serapan"];
            let rows: &[&[&str]] = &[
                &["Letak", letak],
                &[],
                head,
                &["satu", "Program Satu", "", "12.345.678.901.234.567,50", satu],
                &["dua", "Program Dua", "", "2.000", "1.000"],
            ];
            tulis_baris(book, "Anggaran baru", rows);
        }
    };
    let output = isi_lembar(dir.path(), &fill("", "1.000"));
    assert!(kata(&output).contains("Anggaran baru!B1: tempat tabel ini belum ditulis"), "{}", kata(&output));
    let output = isi_lembar(dir.path(), &fill("Tabel 3.1", ""));
    assert_eq!(output.status.code(), Some(1));
    assert!(kata(&output).contains("Anggaran baru!E4: sel ini kosong"), "{}", kata(&output));
    let marked =
        terang::impor::baca(&std::fs::read(dir.path().join("isian-perbaiki.xlsx")).expect("marked")).expect("reads");
    let list = marked.iter().find(|s| s.nama == "Perbaiki").expect("a list");
    assert_eq!((list.sel(1, 0).tulisan(), list.sel(1, 1).tulisan()), ("Anggaran baru".into(), "E4".into()));
    let kept = marked.iter().find(|s| s.nama == "Anggaran baru").expect("sheet");
    assert_eq!(kept.sel(3, 3).tulisan(), "12.345.678.901.234.567,50", "what was filled in is there");
    assert_eq!(std::fs::read_to_string(&path).expect("record"), format!("{REKAMAN}{POHON}"));

    let output = isi_lembar(dir.path(), &fill("Tabel 3.1", "12.000"));
    assert!(output.status.success(), "{}", kata(&output));
    let text = rekaman(dir.path());
    assert!(text.contains("kolom: [pagu.perubahan, realisasi]"), "{text}");
    assert!(text.contains("satu: [\"12.345.678.901.234.567,50\", \"12.000\"]"), "{text}");

    // The table that exists now: a changed cell, a new row, a wrong one.
    let edit = |satu: &'static str| {
        move |book: &mut rust_xlsxwriter::Workbook| {
            tulis_baris(book, "Sampul", SAMPUL);
            let rows: &[&[&str]] = &[
                &["Letak", "Tabel 3.1"],
                &[],
                &["kode", "nama", "pagu.perubahan", "realisasi"],
                &["satu", "Program Satu", "12.345.678.901.234.567,50", satu],
                &["dua", "Program Dua", "2.000", "1.000"],
                &["total", "", "2.000", "1.000"],
            ];
            tulis_baris(book, "Anggaran 1", rows);
        }
    };
    let output = isi_lembar(dir.path(), &edit("14.972.00"));
    assert_eq!(output.status.code(), Some(1));
    assert!(kata(&output).contains("Anggaran 1!D4: "), "{}", kata(&output));
    let output = isi_lembar(dir.path(), &edit("13.000"));
    assert!(kata(&output).contains("1 sel berubah, 1 baris baru"), "{}", kata(&output));
    assert!(rekaman(dir.path()).contains("        total: [\"2.000\", \"1.000\"]\n"), "{}", rekaman(dir.path()));
}

#[test]
fn a_number_typed_into_a_cell_stays_that_number_in_the_style_of_its_document() {
    for (angka, ribuan, pecahan) in [("indonesia", "123.456", "123,45"), ("inggris", "123,456", "123.45")] {
        let dir = portal();
        let folder = dir.path().join("content/lumajang/dinas-sosial");
        std::fs::write(folder.join("opd.yaml"), OPD.replace("jenis: LKjIP", &format!("jenis: LKjIP, angka: {angka}")))
            .expect("write");
        std::fs::write(folder.join("2025.yaml"), format!("{REKAMAN}{POHON}")).expect("write");
        let fill = |realisasi: &'static str| {
            move |book: &mut rust_xlsxwriter::Workbook| {
                tulis_baris(book, "Sampul", SAMPUL);
                let head: &[&str] = &["kode", "nama", "pagu.murni", "pagu.perubahan", "realisasi", "serapan"];
                let rows: &[&[&str]] =
                    &[&["Letak", "Tabel 3.1"], &[], head, &["satu", "Program Satu"], &["dua", "Program Dua"]];
                tulis_baris(book, "Anggaran baru", rows);
                let sheet = book.worksheet_from_name("Anggaran baru").expect("sheet");
                let percent = rust_xlsxwriter::Format::new().set_num_format("0%");
                for row in [3, 4] {
                    sheet.write_number(row, 3, 123_456).expect("cell");
                    sheet.write_number_with_format(row, 5, 1, &percent).expect("cell");
                }
                sheet.write_number(3, 4, 123.45).expect("cell");
                sheet.write_string(4, 4, realisasi).expect("cell");
            }
        };
        let output = isi_lembar(dir.path(), &fill(""));
        assert!(kata(&output).contains("Anggaran baru!E5: sel ini kosong"), "{}", kata(&output));
        let marked = std::fs::read(dir.path().join("isian-perbaiki.xlsx")).expect("marked");
        let marked = terang::impor::baca(&marked).expect("reads");
        let sheet = marked.iter().find(|s| s.nama == "Anggaran baru").expect("sheet");
        let shown = [3, 4, 5].map(|column| sheet.sel(3, column).tulisan());
        assert_eq!(shown[1..], [pecahan, "100%"], "{angka}: the copy to mend says what was typed");
        let output = isi_lembar(dir.path(), &fill("(tidak tercetak)"));
        assert!(output.status.success(), "{}", kata(&output));
        let text = rekaman(dir.path());
        assert!(text.contains(&format!("angka: {angka}")), "{text}");
        let whole =
            [ribuan, "123456"].iter().any(|n| text.contains(&format!("satu: [\"{n}\", \"{pecahan}\", \"100%\"]")));
        assert!(whole, "{text}");
    }
}

#[test]
fn another_or_an_older_workbook_is_recognised_first() {
    let dir = portal();
    std::fs::write(dir.path().join("content/lumajang/dinas-sosial/2025.yaml"), format!("{REKAMAN}{POHON}"))
        .expect("write");
    let output = isi_lembar(dir.path(), &|book| {
        tulis_baris(book, "Sampul", &[&["Lembar kerja Terang", "1"], &["Rekaman", "blitar/dinas-sosial/2025"]]);
    });
    assert!(kata(&output).contains("milik `blitar/dinas-sosial/2025`"), "{}", kata(&output));
    let output = isi_lembar(dir.path(), &|book| tulis_baris(book, "Sampul", &[&["Lembar kerja Terang", "0"]]));
    assert!(kata(&output).contains("berversi `0`"), "{}", kata(&output));
}

// The chapter of the guide.

/// The fenced blocks of the chapter, each with its language.
fn bab(awal: &str, akhir: &str) -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/panduan.md");
    let text = std::fs::read_to_string(path).expect("guide");
    let (_, rest) = text.split_once(awal).expect("chapter");
    let (chapter, _) = rest.split_once(akhir).expect("the next chapter");
    let mut parts = chapter.split("```");
    let mut out = Vec::new();
    while let (Some(_), Some(block)) = (parts.next(), parts.next()) {
        let (lang, body) = block.split_once('\n').expect("fence");
        out.push((lang.to_string(), body.to_string()));
    }
    out
}

/// Runs a line of the guide as a shell would, and gives what it says.
fn jalankan(dir: &Path, line: &str, tempel: &str) -> String {
    let (command, stdin) = line.split_once(" < ").unwrap_or((line, ""));
    let parts = command.split('"').enumerate().flat_map(|(n, part)| {
        if n % 2 == 1 { vec![part.to_string()] } else { part.split(' ').map(ToString::to_string).collect() }
    });
    let words: Vec<String> = parts.filter(|w| !w.is_empty()).skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let output = terang(dir, &words, if stdin.is_empty() { b"" } else { tempel.as_bytes() });
    assert!(output.status.success(), "{line}: {}", kata(&output));
    kata(&output)
}

#[test]
fn the_guide_shows_what_its_commands_do_and_say() {
    let dir = portal();
    for (path, text) in [
        ("blitar/daerah.yaml", "nama: Kabupaten Blitar\nprovinsi: Jawa Timur\n"),
        (
            "blitar/dinas-sosial/opd.yaml",
            "nama: Dinas Sosial\nsingkatan: Dinas Sosial\ndokumen:\n  lkjip-2024: {judul: LKjIP 2024, jenis: LKjIP}\n",
        ),
        ("blitar/dinas-sosial/2024.yaml", "tahun: 2024\nbatas_data: 2024-12-31\ndokumen: lkjip-2024\n"),
    ] {
        let path = dir.path().join("content").join(path);
        std::fs::create_dir_all(path.parent().expect("parent")).expect("mkdir");
        std::fs::write(path, text).expect("write");
    }
    let blocks = bab("### Dari Excel: `terang impor`", "\n### Tabel kinerja dan DPA");
    let csv = &blocks.iter().find(|(lang, _)| lang == "csv").expect("the file").1;
    std::fs::write(dir.path().join("anggaran.csv"), csv).expect("write");
    let commands: Vec<&str> =
        blocks.iter().flat_map(|(_, body)| body.lines()).filter(|line| line.starts_with("terang ")).collect();
    assert_eq!(commands.len(), 6, "{commands:#?}");
    let mut said: String = commands.into_iter().map(|line| jalankan(dir.path(), line, csv)).collect();
    let dashed = csv
        .replace("275.500.000;275.500.000;100,00%", "275.500.000;-;0,00%")
        .replace("1.06.04.2.01.0001;Penyediaan Permakanan;1.400.000.000;1.388.640.000;99,19%\n", "");
    let output =
        terang(dir.path(), &["impor", "-", "--ke", "blitar/dinas-sosial/2024", "--letak", "x"], dashed.as_bytes());
    said.push_str(&kata(&output));
    for (lang, body) in &blocks {
        if lang.is_empty() && !body.starts_with("terang ") {
            assert!(said.contains(body.trim_end()), "the guide shows\n{body}\nand the commands say\n{said}");
        }
        if lang == "yaml" {
            assert!(Peta::baca(body).is_ok(), "{body}");
        }
    }
    let check = terang(dir.path(), &["check"], b"");
    assert!(check.status.success(), "{}", kata(&check));
}

// Untrusted bytes.

#[test]
fn a_zip_bomb_and_a_million_repeated_rows_are_too_large_and_a_torn_book_is_damaged() {
    let said = |bytes: &[u8]| masalah(isi(bytes, "x.xlsx", "", &[])).join(" ");
    let zip = |name: &str, fill: &dyn Fn(&mut dyn Write)| {
        let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        out.start_file(name, zip::write::SimpleFileOptions::default()).expect("file");
        fill(&mut out);
        out.finish().expect("zip").into_inner()
    };
    let zeros = vec![0_u8; 1 << 20];
    let bomb = zip("xl/sharedStrings.xml", &|out| (0..260).for_each(|_| out.write_all(&zeros).expect("write")));
    assert!(bomb.len() < 1 << 20);
    assert!(said(&bomb).contains("terlalu besar"));
    let row = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
    let rows = zip("content.xml", &|out| out.write_all(row.as_bytes()).expect("write"));
    assert!(said(&rows).contains("terlalu besar"));
    let book = std::fs::read(root().join("08-kode-rusak.xlsx")).expect("sample");
    assert!(said(&book[..book.len() / 2]).contains("rusak"));
    assert!(said(b"%PDF-1.7").contains("bukan tabel"));
}

/// A workbook whose parts are stored, with some bytes of one sheet changed.
fn rusakkan(book: &[u8], changes: &[(usize, u8)]) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(std::io::Cursor::new(book)).expect("zip");
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for index in 0..from.len() {
        let mut file = from.by_index(index).expect("file");
        let name = file.name().expect("name").into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("read");
        if name.contains("sheet1") || name.contains("sharedStrings") {
            for (at, byte) in changes {
                let at = at % bytes.len();
                bytes[at] = *byte;
            }
        }
        to.start_file(name, options).expect("start");
        to.write_all(&bytes).expect("write");
    }
    to.finish().expect("zip").into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn changed_bytes_never_panic(
        changes in proptest::collection::vec((0..400_000_usize, any::<u8>()), 1..30),
        which in 0..5_usize,
    ) {
        let name = ["08-kode-rusak.xlsx", "02b-sipd-rekap-belanja-rumus.xlsx", "11-pengukuran-triwulan.xlsx", "06b-gaya-inggris.csv", "05-rfk-html.xls"][which];
        let bytes = std::fs::read(root().join(name)).expect("sample");
        let changed = if which < 3 {
            rusakkan(&bytes, &changes)
        } else {
            let mut bytes = bytes;
            let length = bytes.len();
            for (at, byte) in &changes {
                bytes[at % length] = *byte;
            }
            bytes
        };
        // Either it is read, or something says why not.
        if let Err(list) = isi(&changed, name, TAHAP, &PK) {
            prop_assert!(!list.is_empty());
        }
    }
}
