//! Import of performance tables into an agency whose `opd.yaml` does not have their indicators yet.

use super::{KE, kata, portal, terang};
use std::path::Path;

fn baca(dir: &Path, berkas: &str) -> String {
    std::fs::read_to_string(dir.join("content/lumajang/dinas-sosial").join(berkas)).expect("file")
}

/// A performance table as a report prints it: a bound, a direction that the capaian proves, a letter.
const TABEL: &str = "\
PENGUKURAN KINERJA DINAS SOSIAL
No;Sasaran Strategis;Indikator Kinerja Utama;Satuan;Target;Realisasi;Capaian (%)
1;Meningkatnya layanan;Persentase anak yang bersekolah;%;92,50;90,10;97,41
2;;Waktu tunggu layanan;menit;≤ 15;12;120,00
3;;Angka putus sekolah;persen;4,00;5,00;75,00
4;Meningkatnya akuntabilitas;Nilai SAKIP;predikat;BB;A;100,00
";

fn siapkan() -> tempfile::TempDir {
    let dir = portal();
    let scale = "nama: AKIP\nkelas:\n  - {huruf: A, nama: Memuaskan}\n  - {huruf: BB, nama: Sangat Baik}\n";
    std::fs::create_dir_all(dir.path().join("content/skala")).expect("mkdir");
    std::fs::write(dir.path().join("content/skala/akip.yaml"), scale).expect("write");
    let opd = "\
nama: Dinas Sosial   # nama resmi
singkatan: Dinas Sosial
dokumen:
  lkjip-2025: {judul: LKjIP 2025, jenis: LKjIP, angka: indonesia}
tujuan:
  - kode: t1
    nama: Tujuan
    sasaran:
      - {kode: s1, nama: Meningkatnya Layanan}
indikator:
  # sudah ada
  lama:
    nama: Jumlah layanan yang sudah lama ada
    tingkat: program
    arah: naik
    definisi: (tidak tercetak)   # belum

# penutup
";
    std::fs::write(dir.path().join("content/lumajang/dinas-sosial/opd.yaml"), opd).expect("write");
    dir
}

#[test]
fn a_table_brings_its_indicators_with_it_and_what_stands_in_opd_yaml_stays() {
    let dir = siapkan();
    let before = baca(dir.path(), "opd.yaml");
    let args = ["impor", "-", "--ke", KE, "--letak", "Tabel 3.1"];
    let trial = terang(dir.path(), &[&args[..], &["--coba"]].concat(), TABEL.as_bytes());
    let shown = kata(&trial);
    assert!(shown.contains("+  angka-putus-sekolah:") && shown.contains("+kinerja:"), "both files as a diff: {shown}");
    assert_eq!(baca(dir.path(), "opd.yaml"), before);
    let done = terang(dir.path(), &args, TABEL.as_bytes());
    assert!(done.status.success(), "{}", kata(&done));
    let after = baca(dir.path(), "opd.yaml");
    let new = "
  persentase-anak-yang-bersekolah:
    nama: Persentase anak yang bersekolah
    tingkat: sasaran
    iku: true
    induk: s1
    satuan: \"%\"
    arah: naik
    alasan_arah: \"dibaca dari capaian tercetak: target 92,50, realisasi 90,10, capaian 97,41\"
    definisi: (tidak tercetak)
    dokumen: lkjip-2025
    letak: Tabel 3.1
  waktu-tunggu-layanan:
    nama: Waktu tunggu layanan
    tingkat: sasaran
    iku: true
    induk: s1
    satuan: \"menit\"
    arah: turun
    definisi: (tidak tercetak)
    dokumen: lkjip-2025
    letak: Tabel 3.1
  angka-putus-sekolah:
    nama: Angka putus sekolah
    tingkat: sasaran
    iku: true
    induk: s1
    satuan: \"%\"
    arah: turun
    alasan_arah: \"dibaca dari capaian tercetak: target 4,00, realisasi 5,00, capaian 75,00\"
    definisi: (tidak tercetak)
    dokumen: lkjip-2025
    letak: Tabel 3.1
  nilai-sakip:
    nama: Nilai SAKIP
    tingkat: sasaran
    iku: true
    satuan: \"predikat\"
    arah: naik
    definisi: (tidak tercetak)
    skala: akip
    dokumen: lkjip-2025
    letak: Tabel 3.1
";
    let (head, tail) = before.split_once("   # belum\n").expect("the last indicator");
    assert_eq!(after, format!("{head}   # belum{new}{tail}"));
    let record = baca(dir.path(), "2025.yaml");
    assert!(record.contains("angka-putus-sekolah: [\"4,00\", \"5,00\", \"75,00\"]"), "{record}");
    let check = terang(dir.path(), &["check"], b"");
    assert!(check.status.success() && kata(&check).contains("0 temuan"), "{}", kata(&check));
    let again = terang(dir.path(), &args, TABEL.as_bytes());
    assert!(kata(&again).contains("Tidak ada yang berubah"), "{}", kata(&again));
}

#[test]
fn a_direction_nobody_can_read_is_asked_for_once_and_answered_for_all() {
    let dir = siapkan();
    let list = "No;Sasaran;Indikator;Target\n1;S;Indeks layanan;80\n2;S;Angka kematian;4\n";
    let output = terang(dir.path(), &["impor", "-", "--ke", KE], list.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let said = kata(&output);
    assert!(said.contains("C2: indikator `Indeks layanan` belum ada") && said.contains("C3: "), "{said}");
    assert!(!baca(dir.path(), "opd.yaml").contains("indeks"));
    std::fs::write(dir.path().join("peta.yaml"), "arah: {Angka kematian: turun, \"*\": naik}\n").expect("write");
    let output = terang(dir.path(), &["impor", "-", "--ke", KE, "--peta", "peta.yaml"], list.as_bytes());
    assert!(output.status.success(), "{}", kata(&output));
    let opd = baca(dir.path(), "opd.yaml");
    let of = |kode: &str| {
        let (_, rest) = opd.split_once(&format!("  {kode}:\n")).expect("indicator");
        rest.lines().find_map(|l| l.trim().strip_prefix("arah: ").map(ToString::to_string)).expect("arah")
    };
    assert_eq!((of("indeks-layanan").as_str(), of("angka-kematian").as_str()), ("naik", "turun"));
}

#[test]
fn a_name_that_is_nearly_the_same_is_asked_about_and_never_made_twice() {
    let dir = siapkan();
    let list = "No;Sasaran;Indikator;Target\n1;S;Jumlah layanan yg sudah lama ada;≥ 80\n";
    let output = terang(dir.path(), &["impor", "-", "--ke", KE], list.as_bytes());
    assert!(kata(&output).contains("mirip dengan `lama`"), "{}", kata(&output));
    for (answer, has) in [("lama", false), ("baru", true)] {
        let map = format!("indikator: {{Jumlah layanan yg sudah lama ada: {answer}}}\n");
        std::fs::write(dir.path().join("peta.yaml"), map).expect("write");
        let args = ["impor", "-", "--ke", KE, "--peta", "peta.yaml", "--coba"];
        let output = terang(dir.path(), &args, list.as_bytes());
        assert!(output.status.success(), "{}", kata(&output));
        assert_eq!(kata(&output).contains("+  jumlah-layanan-yg-sudah-lama-ada:"), has, "{}", kata(&output));
    }
}

#[test]
fn targets_of_several_years_are_each_of_its_year_and_what_was_reached_is_no_percentage() {
    let dir = siapkan();
    let list = "\
INDIKATOR KINERJA UTAMA
Sasaran;Indikator;Arah;Target 2024;Target 2025;Target 2026;Capaian;Capaian (%)
S;Indeks layanan;naik;78;80;82;79,5;99,38%
";
    let output = terang(dir.path(), &["impor", "-", "--ke", KE], list.as_bytes());
    assert!(output.status.success(), "{}", kata(&output));
    let record = baca(dir.path(), "2025.yaml");
    assert!(record.contains("kolom: [target.iku 2024, target.iku, target.iku 2026, realisasi, capaian]"), "{record}");
}
