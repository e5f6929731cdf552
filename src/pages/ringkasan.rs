//! Ringkasan: a record as plain text, for a message, a slow line, or a program that reads no HTML. Every line is what its pages say:
//! a figure with its unit, its part of the year and what does not agree about it.

use super::angka::{Angka, Kelas};
use super::capaian::Baris;
use super::data::DataOpd;
use super::figure::Figure;
use super::pohon::Pohon;
use super::rekaman::Halaman;
use super::temuan_baris::milik;
use crate::findings::{Golongan, Temuan};
use crate::number::Lang;
use crate::teks;

/// The name of the file, beside the first view of its record.
pub const BERKAS: &str = "ringkasan.txt";

/// The text of a record: what it promises and reached, its money, its pictures in words, everything that was found.
pub fn teks(d: &DataOpd<'_>, h: &Halaman, figures: &[Figure]) -> String {
    let lang = d.lang;
    let judul = format!("{}, {}", h.nama, h.tahun);
    let mut out = Lembar::default();
    out.baris(&judul);
    out.baris(&"=".repeat(judul.chars().count()));
    let (keadaan, dokumen) = (&h.keadaan, &h.dokumen);
    out.baris(&match h.belum_setahun {
        true => {
            teks!(lang, "Baru sampai {keadaan}: belum satu tahun penuh.", "Only until {keadaan}: not a whole year yet.")
        }
        false => teks!(lang, "Keadaan {keadaan}.", "As of {keadaan}."),
    });
    out.baris(&teks!(lang, "Sumber utama: {dokumen}.", "Main source: {dokumen}."));
    if h.sebagian {
        out.baris(lang.pilih(
            "Laporan ini disalin sebagian: yang tidak ada di sini belum tentu tidak ada di laporannya.",
            "This report is copied in part: what is not here may stand in the report.",
        ));
    }
    out.alinea(&h.kalimat);
    out.daftar(lang.pilih("Janji dan hasil", "Promises and results"), h.hasil().map(|r| hasil(lang, r)));
    out.daftar(
        lang.pilih("Target tanpa angka realisasi", "Targets without a figure of the result"),
        h.belum.iter().map(|r| hasil(lang, r)),
    );
    let uang = h.pohon.as_ref().map(|p| uang(lang, p)).unwrap_or_default();
    out.daftar(lang.pilih("Uangnya", "The money"), uang.into_iter());
    out.daftar(
        lang.pilih("Gambar dalam kata", "The pictures in words"),
        figures.iter().map(|f| format!("{}: {}", f.judul, f.kalimat)),
    );
    out.kepala(lang.pilih("Pemeriksaan angka", "Checks of the figures"));
    let checks = &h.verifikasi.kalimat;
    out.baris(&format!("{} {}", checks.jumlah.as_deref().unwrap_or_default(), checks.rincian));
    let found: Vec<&Temuan> = d.hasil.temuan.iter().filter(|t| milik(d, t, h.tahun)).collect();
    let of = |g: Golongan| found.iter().filter(move |t| t.golongan == g).map(|t| temuan(lang, t));
    out.daftar(lang.pilih("Ketidakcocokan", "Contradictions"), of(Golongan::Pertentangan));
    out.daftar(lang.pilih("Pengamatan", "Observations"), of(Golongan::Pengamatan));
    out.0
}

/// Lines of a text.
#[derive(Default)]
struct Lembar(String);

impl Lembar {
    fn baris(&mut self, teks: &str) {
        // What is printed over several lines is one here.
        self.0.extend(teks.split_whitespace().flat_map(|word| [word, " "]));
        self.0.truncate(self.0.trim_end_matches(' ').len());
        self.0.push('\n');
    }

    fn alinea(&mut self, teks: &str) {
        self.0.push('\n');
        self.baris(teks);
    }

    fn kepala(&mut self, judul: &str) {
        self.alinea(judul);
        self.baris(&"-".repeat(judul.chars().count()));
    }

    /// A heading with its items; neither where there are none.
    fn daftar(&mut self, judul: &str, butir: impl Iterator<Item = String>) {
        let mut butir = butir.peekable();
        if butir.peek().is_some() {
            self.kepala(judul);
            butir.for_each(|b| self.baris(&format!("* {b}")));
        }
    }
}

/// A figure in words: its text, then all that stands beside it on a page.
fn angka(lang: Lang, a: &Angka) -> String {
    let terhitung = lang.pilih("terhitung", "computed");
    let mut beside: Vec<String> = Vec::new();
    beside.extend(a.catatan.clone().filter(|_| a.kelas == Kelas::Kosong));
    beside.extend(a.masa.clone());
    beside.extend((a.kelas == Kelas::Ragu).then(|| lang.pilih("diragukan", "doubted").to_string()));
    beside.extend(a.hitungan.as_ref().map(|v| format!("{terhitung} {v}")));
    beside.extend(a.rentang.as_ref().map(|v| match a.kelas {
        Kelas::Terhitung => format!("{terhitung} {v}"),
        _ => teks!(lang, "tertulis {v}", "printed {v}"),
    }));
    beside.extend(a.temuan.as_ref().map(|_| match a.amatan {
        true => lang.pilih("ada pengamatan", "an observation").to_string(),
        false => lang.pilih("ada ketidakcocokan", "a contradiction").to_string(),
    }));
    match beside.is_empty() {
        true => a.teks.clone(),
        false => format!("{} ({})", a.teks, beside.join("; ")),
    }
}

fn hasil(lang: Lang, r: &Baris) -> String {
    let (realisasi, target) = (angka(lang, &r.realisasi), angka(lang, &r.target));
    let mut parts =
        vec![teks!(lang, "realisasi {realisasi}", "result (realisasi) {realisasi}"), format!("target {target}")];
    if let Some(t) = &r.target_semasa {
        parts.push(format!("target {} {}", t.masa, angka(lang, &t.angka)));
    }
    if r.capaian.kelas != Kelas::Kosong {
        let capaian = angka(lang, &r.capaian);
        parts.push(teks!(lang, "capaian {capaian}", "achievement (capaian) {capaian}"));
    }
    parts.extend(r.predikat.clone());
    format!("{}: {}", r.nama, parts.join(", "))
}

fn uang(lang: Lang, p: &Pohon) -> Vec<String> {
    let line = |nama: &str, a: &Angka| format!("{nama}: {}", angka(lang, a));
    let mut out = vec![line(&p.nama_pagu, &p.pagu)];
    out.extend(p.murni.as_ref().map(|a| line(lang.pilih("Pagu murni", "Original ceiling (pagu murni)"), a)));
    out.push(line(lang.pilih("Realisasi", "Spent (realisasi)"), &p.realisasi));
    out.push(line(lang.pilih("Serapan", "Absorption (serapan)"), &p.serapan));
    out.push(line(lang.pilih("Sisa", "Unspent (sisa)"), &p.sisa));
    out.extend(p.program.iter().map(|c| {
        let (pagu, realisasi) = (angka(lang, &c.pagu), angka(lang, &c.realisasi));
        format!("{}: pagu {pagu}, realisasi {realisasi}, serapan {}", c.nama, angka(lang, &c.serapan))
    }));
    out
}

fn temuan(lang: Lang, t: &Temuan) -> String {
    let (perihal, pesan) = (t.perihal.in_lang(lang), t.pesan.in_lang(lang));
    format!("{perihal}: {pesan}")
}
