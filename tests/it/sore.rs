//! One afternoon, by the guide alone: a Dinas Kesehatan of a city, from last year's workbook to a site, then its second year,
//! its new name and its corrections. The chapter's commands are run, and what it shows is what they say.

use super::{bab, jalankan, kata, terang};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use std::path::Path;

/// A row of the budget: code, name, murni, perubahan, realisasi.
type Baris = (String, String, [i64; 3]);

/// 62 rows with official codes; what stands above others is their sum.
fn pohon() -> Vec<Baris> {
    let mut out: Vec<Baris> = Vec::new();
    let mut n = 0_i64;
    for (k, many) in [5, 5, 5, 5, 5, 5, 5, 4, 4, 4].into_iter().enumerate() {
        let (program, kegiatan) =
            (format!("1.02.{:02}", k / 2 + 1), format!("1.02.{:02}.2.{:02}", k / 2 + 1, k % 2 + 1));
        if k % 2 == 0 {
            out.push((program.clone(), format!("PROGRAM KESEHATAN BAGIAN {}", k / 2 + 1), [0; 3]));
        }
        out.push((kegiatan.clone(), format!("Kegiatan Pelayanan {}", k + 1), [0; 3]));
        for s in 1..=many {
            n += 1;
            let murni = (n * 37 % 91 + 9) * 1_000_000;
            let perubahan = murni + (n % 3 - 1) * 1_500_000;
            let own = [murni, perubahan, perubahan - n * 12_345];
            for above in out.iter_mut().filter(|row| row.0 == program || row.0 == kegiatan) {
                (0..3).for_each(|at| above.2[at] += own[at]);
            }
            out.push((format!("{kegiatan}.{s:04}"), format!("Sub Kegiatan Pelayanan {n}"), own));
        }
    }
    out
}

fn ribuan(value: i64) -> String {
    let digits = value.to_string();
    let from_end = |at: usize| at > 0 && (digits.len() - at).is_multiple_of(3);
    digits.char_indices().map(|(at, c)| if from_end(at) { format!(".{c}") } else { c.to_string() }).collect()
}

fn tulis(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, cell) in (0..).zip(cells) {
        if !cell.is_empty() {
            sheet.write_string(row, column, *cell).expect("cell");
        }
    }
}

/// Title, merged head, rows of numbers and of texts in turn, blank rows, the total, a remark, a signature.
fn anggaran(sheet: &mut Worksheet, tahun: i32, rows: &[Baris]) {
    let (plain, money, rate) =
        (Format::new(), Format::new().set_num_format("#,##0"), Format::new().set_num_format("0.00%"));
    tulis(sheet, 0, &["Tabel 3.15 Anggaran dan Realisasi per Program"]);
    tulis(sheet, 1, &[&format!("Dinas Kesehatan Kota Contoh Tahun Anggaran {tahun}")]);
    for (area, text) in [((3, 0, 4, 0), "Kode"), ((3, 1, 4, 1), "Uraian"), ((3, 2, 3, 3), "Anggaran (Rp)")] {
        sheet.merge_range(area.0, area.1, area.2, area.3, text, &plain).expect("merge");
    }
    tulis(sheet, 3, &["", "", "", "", "Realisasi (Rp)", "%"]);
    tulis(sheet, 4, &["", "", "Murni", "Perubahan"]);
    let total = (0..3).map(|at| rows.iter().filter(|r| r.0.len() == 7).map(|r| r.2[at]).sum()).collect::<Vec<i64>>();
    let last = (String::new(), "JUMLAH".to_string(), [total[0], total[1], total[2]]);
    let angka = |value: Decimal| value.to_f64().expect("a double");
    let mut at = 5;
    for (n, (kode, nama, own)) in rows.iter().chain([&last]).enumerate() {
        at += u32::from(kode.len() <= 7);
        tulis(sheet, at, &[kode, nama]);
        for (column, value) in (2..).zip(own) {
            if n % 3 == 0 {
                sheet.write_string(at, column, format!("{},00", ribuan(*value))).expect("cell");
            } else {
                sheet.write_number_with_format(at, column, angka(Decimal::from(*value)), &money).expect("cell");
            }
        }
        sheet
            .write_number_with_format(at, 5, angka(Decimal::from(own[2]) / Decimal::from(own[1])), &rate)
            .expect("cell");
        at += 1;
    }
    tulis(sheet, at + 1, &["Catatan: sebelum pemeriksaan BPK"]);
    tulis(sheet, at + 2, &["", "", "", "Contoh, 31 Januari 2025"]);
    tulis(sheet, at + 3, &["", "", "", "KEPALA DINAS KESEHATAN"]);
}

/// Ten indicators: ceilings, rates, letters, fewer is better, a capaian cut off at 120%.
fn kinerja(sheet: &mut Worksheet, tahun: i32) {
    let plain = Format::new();
    tulis(sheet, 0, &[&format!("Tabel 3.2 Pengukuran Kinerja Tahun {tahun}")]);
    for (column, text) in (0..).zip(["No", "Sasaran", "Indikator Kinerja", "Satuan"]) {
        sheet.merge_range(2, column, 3, column, text, &plain).expect("merge");
    }
    sheet.merge_range(2, 4, 2, 6, &format!("Tahun {tahun}"), &plain).expect("merge");
    tulis(sheet, 3, &["", "", "", "", "Target", "Realisasi", "Capaian (%)"]);
    tulis(sheet, 4, &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"]);
    for (at, row) in (5..).zip([
        ["Menurunnya kematian", "Angka Kematian Ibu", "per 100.000 kelahiran hidup", "≤ 80", "76,20", "104,75%"],
        ["", "Angka Kematian Bayi", "per 1.000 kelahiran hidup", "≤ 5", "4,3", "114,00%"],
        ["Membaiknya gizi", "Prevalensi stunting", "%", "14,00%", "12,80%", "108,57%"],
        ["", "Imunisasi dasar lengkap", "%", "95,00%", "96,20%", "101,26%"],
        ["Membaiknya layanan", "Indeks Kepuasan Masyarakat", "Indeks", "84,50", "86,12", "101,92%"],
        ["", "Puskesmas terakreditasi paripurna", "%", "60", "100", "120,00% "],
        ["Terkendalinya penyakit", "Keberhasilan pengobatan TBC", "%", "90,00", "88,40", "98,22%"],
        ["", "Angka kesakitan DBD", "per 100.000 penduduk", "≤ 49", "61,3", "74,90%"],
        ["Akuntabilitas", "Nilai SAKIP", "Predikat", "A", "A (82,15)", "100,00%"],
        ["", "Usia Harapan Hidup", "Tahun", "73,50", "73,90", "100,54%"],
    ]) {
        sheet.write_number(at, 0, at - 4).expect("number");
        for (column, cell) in (1..).zip(row) {
            if !cell.is_empty() {
                sheet.write_string(at, column, cell).expect("cell");
            }
        }
    }
    tulis(sheet, 15, &["", "Rata-rata capaian", "", "", "", "", "102,42%"]);
    tulis(sheet, 17, &["*) capaian dibatasi paling tinggi 120%"]);
}

fn buku(path: &Path, tahun: i32, rows: &[Baris]) {
    let mut book = Workbook::new();
    kinerja(book.add_worksheet().set_name("Kinerja").expect("name"), tahun);
    anggaran(book.add_worksheet().set_name("Anggaran").expect("name"), tahun, rows);
    book.save(path).expect("save");
}

#[test]
fn the_afternoon_of_the_guide_goes_from_a_workbook_to_a_site_without_a_question() {
    let dir = tempfile::tempdir().expect("tempdir");
    let own = dir.path().join("kinerja-contoh");
    let rows = pohon();
    assert_eq!(rows.len(), 62);
    let blocks = bab("## 11. Kota, provinsi, dinas lain: satu sore", "\n## 12.");
    let (mut said, mut commands, mut maps) = (String::new(), 0, 0);
    for (lang, body) in &blocks {
        match lang.as_str() {
            "yaml" if body.starts_with("lembar:") => {
                let name = ["peta-kinerja.yaml", "peta-anggaran.yaml"][maps];
                maps += 1;
                std::fs::write(own.join(name), body).expect("map");
            }
            // What goes into a file of the portal, its first line says.
            "yaml" => {
                let (first, text) = body.split_once('\n').expect("a line with the file");
                let path = own.join("content/kota-contoh/dinas-kesehatan").join(first.trim_start_matches("# "));
                let old = std::fs::read_to_string(&path).unwrap_or_default();
                std::fs::write(&path, format!("{}\n{text}", old.trim_end())).expect("write");
            }
            _ if body.starts_with("terang ") => {
                for line in body.lines() {
                    commands += 1;
                    let at = if line.starts_with("terang new portal") { dir.path() } else { &own };
                    said.push_str(&jalankan(at, line, ""));
                    if line.starts_with("terang new tahun") {
                        let tahun: i32 = line.rsplit(' ').next().and_then(|y| y.parse().ok()).expect("a year");
                        buku(&own.join(format!("lkjip-{tahun}.xlsx")), tahun, &rows);
                    }
                }
            }
            _ => assert!(said.contains(body.trim_end()), "the guide shows\n{body}\nand the commands say\n{said}"),
        }
    }
    assert!(commands < 20 && maps == 2, "{commands} commands");
    let check = terang(&own, &["check", "--format", "short"], b"");
    assert!(check.status.success(), "what the guide writes by hand is read: {}", kata(&check));
    assert!(said.contains(" 0 temuan; situs bisa dibuat"), "no finding, true or false: {said}");
    let record = std::fs::read_to_string(own.join("content/kota-contoh/dinas-kesehatan/2024.yaml")).expect("record");
    for line in ["letak: Tabel 3.2", "letak: Tabel 3.15", "kolom: [pagu.murni, pagu.perubahan, realisasi, serapan]"] {
        assert!(record.contains(line), "{line}");
    }
    let written = record.lines().filter(|l| !l.starts_with('#'));
    let rates = written.filter_map(|l| Some(l.strip_suffix("%\"]")?.rsplit_once('"')?.1));
    let two = |cell: &&str| cell.split_once(',').is_some_and(|(_, decimals)| decimals.len() == 2);
    assert_eq!(
        (rates.clone().count(), rates.clone().filter(two).count()),
        (74, 74),
        "decimals as the sheet shows them"
    );
    assert_eq!(record.matches("kode_resmi:").count(), 62);
    let second = std::fs::read_to_string(own.join("content/kota-contoh/dinas-kesehatan/2025.yaml")).expect("record");
    assert_eq!(second.matches("kode_resmi:").count(), 62, "the second year finds the nodes of the first");
}
