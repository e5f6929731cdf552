//! Import of files that a stranger to its code made to be misread. Each is a small text in `tests/impor/temuan/`: what it is
//! about, how it is held (`buku` with merged cells, or `csv`), the cells, and below them what is read of it or asked.
//! `TERANG_PERBARUI=1` writes that last part anew; its diff is to be read.

use super::{isi, tulisan};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use terang::diagnostic::Lang;
use terang::impor::{Hasil, Hubungan, Isian, Masalah, Nilai, baca_alamat};

/// The three parts of a case: its lines of `key: value`, its cells, what comes of it.
struct Kasus {
    sifat: Vec<(String, String)>,
    sel: String,
    harapan: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/impor/temuan")
}

fn baca(text: &str) -> Kasus {
    let mut parts = text.splitn(3, "\n---\n");
    let head = parts.next().unwrap_or_default();
    let pair = |line: &str| line.split_once(": ").map(|(a, b)| (a.to_string(), b.to_string()));
    Kasus {
        sifat: head.lines().filter_map(pair).collect(),
        sel: format!("{}\n", parts.next().unwrap_or_default()),
        harapan: parts.next().unwrap_or_default().to_string(),
    }
}

impl Kasus {
    fn semua<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.sifat.iter().filter(move |(k, _)| k == key).map(|(_, v)| v.as_str())
    }

    fn satu(&self, key: &str) -> &str {
        self.sifat.iter().find(|(k, _)| k == key).map_or("", |(_, v)| v)
    }

    /// The file of the case, and its name.
    fn berkas(&self) -> (Vec<u8>, &'static str) {
        match self.satu("bentuk") {
            "buku" => (self.buku(), "tabel.xlsx"),
            "html" => (self.sel.clone().into_bytes(), "tabel.xls"),
            _ => (self.sel.clone().into_bytes(), "tabel.csv"),
        }
    }

    /// A workbook of its cells: `#` before a number, `;` between cells.
    fn buku(&self) -> Vec<u8> {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        if !self.satu("lembar").is_empty() {
            sheet.set_name(self.satu("lembar")).expect("name");
        }
        let plain = rust_xlsxwriter::Format::new();
        for range in self.semua("gabung").flat_map(|line| line.split(' ')) {
            let (from, to) = range.split_once(':').expect("a range");
            let cell = |text: &str| {
                let (row, column) = baca_alamat(text).expect("an address");
                (u32::try_from(row).expect("row"), u16::try_from(column).expect("column"))
            };
            let ((a, b), (c, d)) = (cell(from), cell(to));
            sheet.merge_range(a, b, c, d, "", &plain).expect("merge");
        }
        for (row, line) in (0..).zip(self.sel.lines()) {
            for (column, cell) in (0..).zip(line.split(';')) {
                if let Some(number) = cell.strip_prefix('#') {
                    let number: Decimal = number.parse().expect("number");
                    sheet.write_number(row, column, number.to_f64().expect("a double")).expect("cell");
                } else if !cell.is_empty() {
                    sheet.write_string(row, column, cell).expect("cell");
                }
            }
        }
        book.save_to_buffer().expect("save")
    }
}

fn baris(out: &mut String, key: &str, nama: &str, cells: &[Nilai]) {
    let cells: String = cells.iter().map(|c| format!(" | {}", tulisan(c))).collect();
    let nama = if nama.is_empty() { String::new() } else { format!(" ({nama})") };
    let _ = writeln!(out, "{key}{nama}{cells}");
}

/// What is read of a file, or what is asked.
fn hasil(read: &Result<Hasil, Vec<Masalah>>) -> String {
    let mut out = String::new();
    let read = match read {
        Ok(read) => read,
        Err(list) => {
            let said: Vec<String> = list.iter().map(|m| m.tulis(Lang::Id)).collect();
            return format!("{}\n", said.join("\n"));
        }
    };
    for isian in &read.isian {
        match isian {
            Isian::Anggaran(a) => {
                let _ = writeln!(out, "anggaran: {}", a.kolom.join(", "));
                for (key, node) in &a.simpul {
                    let cells = node.sel.clone().unwrap_or_default();
                    baris(&mut out, key, node.nama.as_deref().unwrap_or_default(), &cells);
                }
                if let Some(total) = &a.total {
                    baris(&mut out, "total", "", total);
                }
            }
            Isian::Kinerja(k) => {
                let _ = writeln!(out, "kinerja: {}", k.kolom.join(", "));
                k.baris.iter().for_each(|(kode, cells)| baris(&mut out, kode, "", cells));
                for b in &k.baru {
                    let _ = writeln!(out, "baru: {} ({}), {}, {}", b.kode, b.nama, b.tingkat, b.arah);
                }
            }
            Isian::Uang(u) => {
                let _ = writeln!(out, "uang: {}", u.kolom.join(", "));
                u.baris.iter().for_each(|(kode, cells)| baris(&mut out, kode, "", cells));
            }
            Isian::Bebas(b) => {
                let names: Vec<&str> = b.kolom.iter().map(|(_, nama, _)| nama.as_str()).collect();
                let _ = writeln!(out, "tabel bebas: {}", names.join(", "));
                let called = |n: &usize| b.baris[*n].1.as_str();
                for (_, nama, own, cells) in &b.baris {
                    let said = match own {
                        Hubungan { induk: Some(n), .. } => format!("rincian {}", called(n)),
                        Hubungan { selisih: Some((a, b)), .. } => {
                            format!("selisih {} dan {}", called(a), called(b))
                        }
                        Hubungan { jumlah: true, .. } => "jumlah".to_string(),
                        Hubungan { dari, .. } if !dari.is_empty() => {
                            format!("jumlah dari {}", dari.iter().map(called).collect::<Vec<_>>().join(", "))
                        }
                        Hubungan { .. } => String::new(),
                    };
                    baris(&mut out, nama, &said, cells);
                }
            }
        }
    }
    let plain = |line: &&str| {
        !line.starts_with("  ") && !line.contains("kepala tabel baris")
            || line.starts_with("  tidak dipakai")
            || line.starts_with("  indikator ")
    };
    read.laporan.iter().map(|p| p.id.as_str()).filter(plain).for_each(|line| {
        let _ = writeln!(out, "{line}");
    });
    out
}

#[test]
fn what_was_made_to_be_misread_is_read_right_or_asked() {
    let mut names: Vec<PathBuf> =
        std::fs::read_dir(folder()).expect("cases").map(|e| e.expect("entry").path()).collect();
    names.sort();
    assert!(names.len() > 90, "{} cases", names.len());
    let mut wrong = String::new();
    for path in names {
        let text = std::fs::read_to_string(&path).expect("case");
        let case = baca(&text);
        let (bytes, berkas) = case.berkas();
        let peta: String = case.semua("peta").map(|line| format!("{line}\n")).collect();
        let indikator: Vec<&str> = case.semua("indikator").collect();
        let read = hasil(&isi(&bytes, berkas, &peta, &indikator));
        if std::env::var_os("TERANG_PERBARUI").is_some() {
            let kept = text.strip_suffix(&case.harapan).expect("its end");
            std::fs::write(&path, format!("{kept}{read}")).expect("write");
        } else if read != case.harapan {
            let name = path.file_name().expect("name").to_string_lossy().into_owned();
            let _ = writeln!(wrong, "== {name}: {}\nharapan:\n{}terbaca:\n{read}", case.satu("judul"), case.harapan);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_file_of_another_agency_is_asked_about_and_one_of_a_part_of_the_same_is_not() {
    let dir = super::portal();
    let said = |title: &str, peta: &str| {
        let csv = format!("{title};;\nKode;Uraian;Pagu\n1.06.04;Program A;1.000.000\n");
        std::fs::write(dir.path().join("p.yaml"), peta).expect("write");
        let args = ["impor", "-", "--ke", super::KE, "--peta", "p.yaml", "--letak", "Tabel 1", "--coba"];
        super::kata(&super::terang(dir.path(), &args, csv.as_bytes()))
    };
    for other in ["DINAS KESEHATAN", "SKPD : Badan Kepegawaian Daerah"] {
        let asked = said(other, "strip: \"0\"\n");
        assert!(asked.contains("rekaman ini milik `Dinas Sosial`"), "{asked}");
    }
    assert!(!said("SKPD : Badan Kepegawaian Daerah", "skpd: semua\n").contains("rekaman ini milik"));
    for own in ["DINAS SOSIAL KABUPATEN LUMAJANG", "SKPD : 1.06.0.00.0.00.01.0000 Dinas Sosial", "LAPORAN"] {
        let read = said(own, "strip: \"0\"\n");
        assert!(!read.contains("rekaman ini milik"), "{read}");
    }
}
