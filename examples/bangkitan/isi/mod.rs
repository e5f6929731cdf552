//! Isi: a content folder of any size whose figures agree with one another: `terang check` finds nothing in it.

#![allow(clippy::disallowed_methods, reason = "writes content, which is no output of a build")]

pub mod acak;
mod pohon;

use acak::{Acak, dua_desimal, persen, perseratus, ribuan};
use std::fmt::Write;
use std::io;
use std::path::Path;

/// How much of what.
pub struct Ukuran {
    /// Kabupaten.
    pub daerah: usize,
    /// Agencies of each.
    pub opd: usize,
    /// Years of each, the last of them 2024.
    pub tahun: usize,
    /// Seed.
    pub benih: u64,
    /// Whether every record misprints one figure, so that there is something to find.
    pub keliru: bool,
}

/// The last year of every agency.
const AKHIR: i32 = 2024;

const PROVINSI: [&str; 38] = [
    "Aceh",
    "Sumatera Utara",
    "Sumatera Barat",
    "Riau",
    "Jambi",
    "Sumatera Selatan",
    "Bengkulu",
    "Lampung",
    "Kepulauan Bangka Belitung",
    "Kepulauan Riau",
    "DKI Jakarta",
    "Jawa Barat",
    "Jawa Tengah",
    "DI Yogyakarta",
    "Jawa Timur",
    "Banten",
    "Bali",
    "Nusa Tenggara Barat",
    "Nusa Tenggara Timur",
    "Kalimantan Barat",
    "Kalimantan Tengah",
    "Kalimantan Selatan",
    "Kalimantan Timur",
    "Kalimantan Utara",
    "Sulawesi Utara",
    "Sulawesi Tengah",
    "Sulawesi Selatan",
    "Sulawesi Tenggara",
    "Gorontalo",
    "Sulawesi Barat",
    "Maluku",
    "Maluku Utara",
    "Papua",
    "Papua Barat",
    "Papua Selatan",
    "Papua Tengah",
    "Papua Pegunungan",
    "Papua Barat Daya",
];

const SKALA: &str = "\
nama: Skala tanpa celah
kelas:
  - {nama: Sangat Tinggi, dari: 90}
  - {nama: Tinggi, dari: 76, sampai: 90, sampai_termasuk: false}
  - {nama: Sedang, dari: 60, sampai: 76, sampai_termasuk: false}
  - {nama: Rendah, sampai: 60, sampai_termasuk: false}
";

/// Writes a content folder; portal, scales and padanan come from the content folder `dari`.
///
/// # Errors
/// What the file system says.
pub fn tulis(keluar: &Path, dari: &Path, ukuran: &Ukuran) -> io::Result<()> {
    std::fs::create_dir_all(keluar)?;
    std::fs::copy(dari.join("portal.yaml"), keluar.join("portal.yaml"))?;
    for folder in ["skala", "padanan"] {
        std::fs::create_dir_all(keluar.join(folder))?;
        for entry in std::fs::read_dir(dari.join(folder))? {
            let entry = entry?;
            std::fs::copy(entry.path(), keluar.join(folder).join(entry.file_name()))?;
        }
    }
    // The scales of real reports have gaps, and a value in a gap is a finding.
    std::fs::write(keluar.join("skala/rapat.yaml"), SKALA)?;
    for n in 0..ukuran.daerah {
        let folder = keluar.join(format!("kabupaten-{:03}", n + 1));
        let provinsi = PROVINSI[n * PROVINSI.len() / ukuran.daerah.max(PROVINSI.len())];
        std::fs::create_dir_all(&folder)?;
        let nama = format!("Kabupaten {:03}", n + 1);
        std::fs::write(folder.join("daerah.yaml"), format!("nama: {nama}\nprovinsi: {provinsi}\n"))?;
        for o in 0..ukuran.opd {
            let (kode, singkatan) = match o {
                0 => ("dinas-sosial".to_string(), "Dinas Sosial".to_string()),
                _ => (format!("dinas-{}", o + 1), format!("Dinas {}", o + 1)),
            };
            let own = folder.join(kode);
            std::fs::create_dir_all(&own)?;
            let mut acak = Acak::new(ukuran.benih, n * 1_000 + o);
            let years: Vec<i32> = (0..ukuran.tahun).rev().map(|t| AKHIR - t as i32).collect();
            let plan = Rencana::new(&mut acak, &years);
            std::fs::write(own.join("opd.yaml"), opd(&format!("{singkatan} {nama}"), &singkatan, &plan))?;
            for tahun in &plan.tahun {
                std::fs::write(
                    own.join(format!("{}.yaml", tahun.tahun)),
                    rekaman(&mut acak, tahun, &plan, ukuran.keliru),
                )?;
            }
        }
    }
    Ok(())
}

/// What an agency promises and reaches in a year; percentages in hundredths.
struct Tahun {
    tahun: i32,
    target: i64,
    target_nilai: i64,
    nilai: i64,
    terdata: Vec<i64>,
    tertangani: Vec<i64>,
}

impl Tahun {
    fn jumlah(list: &[i64]) -> i64 {
        list.iter().sum()
    }

    fn realisasi(&self) -> i64 {
        perseratus(Self::jumlah(&self.tertangani), Self::jumlah(&self.terdata))
    }
}

struct Rencana {
    tahun: Vec<Tahun>,
}

/// Rows of the table by type.
const JENIS: [(&str, &str); 6] = [
    ("fakir-miskin", "Fakir miskin"),
    ("anak-terlantar", "Anak terlantar"),
    ("lansia-terlantar", "Lanjut usia terlantar"),
    ("disabilitas", "Penyandang disabilitas"),
    ("anak-disabilitas", "Anak dengan disabilitas"),
    ("anak-berhadapan-hukum", "Anak yang berhadapan dengan hukum"),
];

impl Rencana {
    /// Targets grow by two points a year and realisasi stays below the next target: no rule has anything to say.
    fn new(acak: &mut Acak, years: &[i32]) -> Self {
        let first = acak.antara(70, 80) * 100;
        let nilai = acak.antara(62, 66) * 100;
        let tahun = years.iter().enumerate().map(|(at, tahun)| {
            let step = at as i64 * 200;
            let target = first + step;
            let terdata: Vec<i64> = JENIS.iter().map(|_| acak.antara(400, 9_000)).collect();
            let tertangani = terdata.iter().map(|n| n * (target + acak.antara(-900, 150)) / 10_000).collect();
            let nilai = nilai + step;
            Tahun {
                tahun: *tahun,
                target,
                target_nilai: nilai,
                nilai: nilai + acak.antara(-150, 90),
                terdata,
                tertangani,
            }
        });
        Self { tahun: tahun.collect() }
    }
}

fn opd(nama: &str, singkatan: &str, plan: &Rencana) -> String {
    let mut out = format!("nama: {nama}\nsingkatan: {singkatan}\nurusan: Sosial\n\ndokumen:\n");
    for t in &plan.tahun {
        let tahun = t.tahun;
        let _ = writeln!(
            out,
            "  lkjip-{tahun}: {{judul: Laporan Kinerja {nama} Tahun {tahun}, jenis: LKjIP, tahun: {tahun}, tanggal: {}-02-20, angka: indonesia}}",
            tahun + 1
        );
    }
    let last = format!("lkjip-{AKHIR}");
    let _ = write!(
        out,
        r#"
renstra:
  - {{kode: renstra-2021-2026, nama: Renstra 2021–2026, awal: 2021, akhir: 2026}}

tujuan:
  - kode: t1
    nama: Meningkatnya kesejahteraan sosial
    dokumen: {last}
    letak: Bab II
    sasaran:
      - {{kode: s1, nama: Meningkatnya pelayanan pada PPKS}}
      - {{kode: s2, nama: Meningkatnya akuntabilitas kinerja dinas}}

indikator:
  ppks-tertangani:
    nama: Persentase PPKS yang tertangani
    tingkat: sasaran
    iku: true
    utama: true
    induk: s1
    satuan: "%"
    arah: naik
    definisi: Bagian PPKS yang ditangani dari PPKS yang terdata pada tahun itu.
    rumus:
      pembilang: {{kode: ppks-tertangani, nama: Jumlah PPKS yang tertangani, satuan: orang}}
      penyebut: {{kode: ppks-terdata, nama: Jumlah PPKS yang terdata, satuan: orang}}
      pengali: 100
      dokumen: {last}
      letak: Tabel 2.1
    padanan: ppks-tertangani
    kalimat: menangani {{pembilang}} dari {{penyebut}} PPKS
    dokumen: {last}
    letak: Tabel 2.1
  nilai-sakip:
    nama: Nilai SAKIP
    tingkat: sasaran
    iku: true
    induk: s2
    arah: naik
    definisi: Nilai evaluasi akuntabilitas kinerja oleh Inspektorat.
    skala: akip
    padanan: nilai-sakip
    dokumen: {last}
    letak: Tabel 2.1

kinerja:
"#
    );
    let columns: Vec<String> = plan.tahun.iter().map(|t| format!("target.renstra {}", t.tahun)).collect();
    let row = |f: &dyn Fn(&Tahun) -> String| plan.tahun.iter().map(f).collect::<Vec<_>>().join(", ");
    let _ = write!(
        out,
        "  - letak: Tabel 2.2\n    dokumen: {last}\n    kolom: [{}]\n    baris:\n      ppks-tertangani: [{}]\n      nilai-sakip: [{}]\n",
        columns.join(", "),
        row(&|t| format!("\"{}\"", persen(t.target))),
        row(&|t| format!("\"{}\"", dua_desimal(t.target_nilai)))
    );
    out
}

fn rekaman(acak: &mut Acak, t: &Tahun, plan: &Rencana, keliru: bool) -> String {
    let tahun = t.tahun;
    let mut out = format!(
        "tahun: {tahun}\nbatas_data: {tahun}-12-31\ndokumen: lkjip-{tahun}\nskala: rapat\nefisiensi: seratus-kurang-serapan\n\n"
    );
    let total = pohon::tulis(&mut out, acak);
    kinerja(&mut out, t, plan, if keliru { 100 } else { 0 });
    tabel(&mut out, acak, t, total);
    out
}

fn kinerja(out: &mut String, t: &Tahun, plan: &Rencana, salah: i64) {
    let huruf = match t.nilai {
        ..=6_000 => "CC",
        6_001..=7_000 => "B",
        _ => "BB",
    };
    let (a, b) = (ribuan(Tahun::jumlah(&t.tertangani)), ribuan(Tahun::jumlah(&t.terdata)));
    let (real, target) = (t.realisasi(), t.target);
    let so_far: Vec<&Tahun> = plan.tahun.iter().filter(|other| other.tahun <= t.tahun).collect();
    let columns: Vec<String> = so_far.iter().map(|o| format!("realisasi {}", o.tahun)).collect();
    let values: Vec<String> = so_far.iter().map(|o| format!("\"{}\"", persen(o.realisasi()))).collect();
    let _ = write!(
        out,
        r#"
kinerja:
  - letak: Tabel 3.2
    kolom: [target.laporan, realisasi, capaian]
    baris:
      ppks-tertangani: ["{}", "{}", "{}"]
      nilai-sakip: ["{}", "{}", "{}"]
  - letak: Tabel 3.3
    kolom: [pembilang, penyebut, hasil]
    baris:
      ppks-tertangani: ["{a}", "{b}", "{}"]
  - letak: Tabel 3.4
    kolom: [{}]
    baris:
      ppks-tertangani: [{}]
  - letak: Tabel 3.5
    kolom: [realisasi, huruf]
    baris:
      nilai-sakip: ["{}", "{huruf}"]
"#,
        persen(target),
        persen(real),
        persen(perseratus(real, target) + salah),
        dua_desimal(t.target_nilai),
        dua_desimal(t.nilai),
        persen(perseratus(t.nilai, t.target_nilai)),
        persen(real),
        columns.join(", "),
        values.join(", "),
        dua_desimal(t.nilai)
    );
}

fn tabel(out: &mut String, acak: &mut Acak, t: &Tahun, total: pohon::Uang) {
    let _ = write!(
        out,
        r#"
tabel:
  - kode: ppks-jenis
    tema: ppks
    judul: PPKS menurut jenis
    letak: Tabel 3.8
    kolom:
      - {{kode: terdata, nama: Terdata, satuan: orang}}
      - {{kode: tertangani, nama: Tertangani, satuan: orang}}
      - {{kode: persen, nama: Persentase, satuan: "%", rumus: "persen(tertangani, terdata)"}}
    baris:
"#
    );
    let row = |a: i64, b: i64| format!("[\"{}\", \"{}\", \"{}\"]", ribuan(b), ribuan(a), persen(perseratus(a, b)));
    for ((kode, nama), (b, a)) in JENIS.iter().zip(t.terdata.iter().zip(&t.tertangani)) {
        let _ = writeln!(out, "      - {{kode: {kode}, nama: {nama}, nilai: {}}}", row(*a, *b));
    }
    let sums = row(Tahun::jumlah(&t.tertangani), Tahun::jumlah(&t.terdata));
    let _ = writeln!(out, "      - {{kode: jumlah, nama: Jumlah, jumlah: true, nilai: {sums}}}");
    let pegawai = total.pagu / 10 * 4;
    let barang = total.pagu / 10 * 5;
    let modal = total.pagu - pegawai - barang;
    let _ = write!(
        out,
        r#"  - kode: belanja
    tema: belanja
    judul: Pagu menurut jenis belanja
    letak: Tabel 3.18
    kolom:
      - {{kode: pagu, nama: Pagu, satuan: Rp}}
    baris:
      - {{kode: pegawai, nama: Belanja Pegawai, nilai: ["{}"]}}
      - {{kode: barang-jasa, nama: Belanja Barang dan Jasa, nilai: ["{}"]}}
      - {{kode: modal, nama: Belanja Modal, nilai: ["{}"]}}
      - {{kode: jumlah, nama: Jumlah, jumlah: true, nilai: ["{}"]}}
  - kode: spm
    tema: spm
    judul: Capaian SPM bidang sosial
    letak: Tabel 3.11
    penjumlahan: tidak
    alasan: persentase tiap jenis layanan berdiri sendiri
    kolom:
      - {{kode: target, nama: Target, satuan: "%"}}
      - {{kode: realisasi, nama: Realisasi, satuan: "%"}}
    baris:
"#,
        ribuan(pegawai),
        ribuan(barang),
        ribuan(modal),
        ribuan(total.pagu)
    );
    const SPM: [(&str, &str); 5] = [
        ("disabilitas-terlantar", "Penyandang disabilitas terlantar"),
        ("anak-terlantar", "Anak terlantar"),
        ("lansia-terlantar", "Lanjut usia terlantar"),
        ("gelandangan-pengemis", "Gelandangan dan pengemis"),
        ("korban-bencana", "Korban bencana"),
    ];
    for (kode, nama) in SPM {
        let value = persen(acak.antara(8_500, 9_990));
        let _ = writeln!(out, "      - {{kode: {kode}, nama: {nama}, nilai: [\"100%\", \"{value}\"]}}");
    }
}
