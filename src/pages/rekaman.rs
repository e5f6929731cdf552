//! The record of one year: the page a citizen opens.

use super::alur_uang;
use super::angka::{Angka, Kelas};
use super::capaian;
use super::capaian_gambar;
use super::data::DataOpd;
use super::figure::Figure;
use super::kalimat::{kapital, kata, rekaman as kalimat};
use super::pohon::{self, Pohon};
use super::program;
use super::tabel::{self, Tabel};
use super::tampilan::{self, Tab, Tautan};
use super::umum::{bahasa, dalam};
use crate::records::{Butir, Daftar, PihakLain, Rekaman};
use serde::Serialize;

/// The view of a record.
#[derive(Debug, Clone, Serialize)]
pub struct Halaman {
    /// Year.
    pub tahun: i32,
    /// Name of the OPD with its daerah.
    pub nama: String,
    /// Opening sentence.
    pub kalimat: String,
    /// `31 Desember 2024`.
    pub keadaan: String,
    /// Whether the data stop before the end of the year.
    pub belum_setahun: bool,
    /// Main document.
    pub dokumen: String,
    /// Where that can be opened.
    pub tautan_dokumen: Option<String>,
    /// Remark of the transcriber.
    pub catatan: Option<String>,
    /// Whether only some of the report is copied.
    pub sebagian: bool,
    /// Years before and after with a record.
    pub tahun_lain: Vec<i32>,
    /// Which view it is, and the ways to all of them; none where the record is one page.
    pub tampilan: &'static str,
    /// The ways to the views.
    pub tab: Vec<Tab>,
    /// Codes of the figures the view shows; empty where all are.
    pub gambar: Vec<String>,
    /// Where the figures of the first view stand whole: view and code.
    pub gambar_ke: Vec<(&'static str, String)>,
    /// The first sentences of the summary, as Markdown.
    pub kisah: Option<String>,
    /// Indicators with a realisasi: the main ones, or all where they are few.
    pub capaian: Vec<capaian::Baris>,
    /// The others, by their level in words.
    pub capaian_lain: Vec<(String, Vec<capaian::Baris>)>,
    /// Indicators with a target only.
    pub belum: Vec<capaian::Baris>,
    /// Whether the figure of capaian exists.
    pub grafik_capaian: bool,
    /// Whether any of them has a predikat: a part of a year has none.
    pub berpredikat: bool,
    /// The scale of predikat.
    pub skala: Option<Skala>,
    /// Budget.
    pub pohon: Option<Pohon>,
    /// Whether the figure of programs exists.
    pub grafik_anggaran: bool,
    /// Whether the figure of how the budget changed exists.
    pub grafik_berubah: bool,
    /// Whether the figure of how it is divided exists.
    pub grafik_petak: bool,
    /// Free tables by theme.
    pub tema: Vec<Tema>,
    /// All its tables, by name.
    pub tautan: Vec<Tautan>,
    /// Lists.
    pub daftar: Vec<DaftarView>,
    /// Values of other daerah.
    pub pihak_lain: Vec<Pihak>,
    /// How many figures were checked, and what does not agree.
    pub verifikasi: super::temuan::Verifikasi,
    /// The comparisons the regulation asks for: name, whether the record holds it, where.
    pub kelengkapan: Vec<(String, bool, Vec<String>)>,
    /// How many of them it does not hold.
    pub tiada: usize,
    /// The regulation.
    pub dasar_kelengkapan: &'static str,
    /// Narrative, as Markdown: the site turns it into HTML.
    pub narasi: Option<String>,
    /// `id` where the narrative is Indonesian on a page in another language.
    pub narasi_bahasa: Option<&'static str>,
}

/// A scale as printed.
#[derive(Debug, Clone, Serialize)]
pub struct Skala {
    /// Name.
    pub nama: String,
    /// Regulation it quotes.
    pub dasar: Option<String>,
    /// Where printed.
    pub asal: String,
    /// Classes: name and interval.
    pub kelas: Vec<(String, String)>,
    /// How a value in a gap is read.
    pub celah: &'static str,
    /// A remark.
    pub catatan: Option<String>,
}

/// Free tables of one theme.
#[derive(Debug, Clone, Serialize)]
pub struct Tema {
    /// Code.
    pub kode: String,
    /// Heading.
    pub judul: String,
    /// `id` where the heading is Indonesian on a page in another language.
    pub bahasa: Option<&'static str>,
    /// Tables.
    pub tabel: Vec<Tabel>,
    /// Whether the portal gives it a name: else its heading is its key.
    pub bernama: bool,
    /// Whether it opens at once: what a citizen asks for.
    pub terbuka: bool,
}

/// A list as shown.
#[derive(Debug, Clone, Serialize)]
pub struct DaftarView {
    /// Code.
    pub kode: String,
    /// Code of its kind.
    pub jenis: String,
    /// Title.
    pub judul: String,
    /// Place and document.
    pub sumber: String,
    /// Items.
    pub butir: Vec<ButirView>,
}

/// An item as shown.
#[derive(Debug, Clone, Serialize)]
pub struct ButirView {
    /// In our words.
    pub teks: String,
    /// Name of its program.
    pub program: Option<String>,
    /// What is done about it.
    pub tindak_lanjut: Option<String>,
    /// By whom.
    pub penanggung_jawab: Option<String>,
    /// By when.
    pub tenggat: Option<String>,
    /// A link as printed.
    pub tautan: Option<String>,
    /// A remark.
    pub catatan: Option<String>,
    /// Items below.
    pub butir: Vec<ButirView>,
}

/// A value of another daerah.
#[derive(Debug, Clone, Serialize)]
pub struct Pihak {
    /// Name.
    pub nama: String,
    /// Other printed names.
    pub alias: Vec<String>,
    /// Indicator.
    pub indikator: String,
    /// Its page.
    pub url: String,
    /// Measure and value.
    pub nilai: Vec<(String, Angka)>,
    /// Place and document.
    pub sumber: String,
    /// A remark.
    pub catatan: Option<String>,
}

impl Halaman {
    /// Every indicator with a realisasi, the main ones first.
    pub fn hasil(&self) -> impl Iterator<Item = &capaian::Baris> {
        self.capaian.iter().chain(self.capaian_lain.iter().flat_map(|(_, rows)| rows))
    }
}

/// Builds the view and its figures.
pub fn halaman(d: &DataOpd<'_>, rekaman: &Rekaman) -> (Halaman, Vec<Figure>) {
    let mut figures = Vec::new();
    let rows = capaian::baris(d, rekaman);
    let fig = capaian_gambar::figure(d, rekaman, &rows);
    let (rows, belum): (Vec<_>, Vec<_>) = rows.into_iter().partition(|r| r.realisasi.kelas != Kelas::Kosong);
    let grafik_capaian = fig.is_some();
    figures.extend(fig);
    let fig = program::figure(d, rekaman);
    let grafik_anggaran = fig.is_some();
    figures.extend(fig);
    let fig = alur_uang::air_terjun(d, rekaman);
    let grafik_berubah = fig.is_some();
    figures.extend(fig);
    // A light record lists its few rows below: an icicle would say them twice.
    let fig = tampilan::terbagi(rekaman).then(|| alur_uang::petak(d, rekaman)).flatten();
    let grafik_petak = fig.is_some();
    figures.extend(fig);
    let (tables, more) = tabel::semua(d, Some(rekaman.tahun), &rekaman.tabel);
    figures.extend(more);
    let kelengkapan = || d.hasil.kelengkapan.iter().filter(|k| k.tahun == rekaman.tahun).flat_map(|k| &k.butir);
    let (capaian, capaian_lain) = tampilan::bertingkat(rows);
    let tema = tema(d, tables);
    let narasi = rekaman.narasi.as_ref().map(|n| dalam(d.lang, n));
    let view = Halaman {
        tampilan: tampilan::Tampilan::Satu.kode(),
        tab: Vec::new(),
        gambar: Vec::new(),
        gambar_ke: Vec::new(),
        kisah: narasi.as_deref().and_then(tampilan::kisah),
        tautan: tautan(&tema),
        tahun: rekaman.tahun,
        nama: d.nama_pada(rekaman.tahun),
        kalimat: kalimat::pembuka(d, rekaman),
        keadaan: rekaman.batas_data.kata(d.lang),
        belum_setahun: !rekaman.setahun(),
        tautan_dokumen: d.tautan(&rekaman.dokumen),
        dokumen: d
            .sumber
            .opd
            .dokumen
            .get(&rekaman.dokumen)
            .map_or_else(|| rekaman.dokumen.clone(), |dok| dok.judul.clone()),
        catatan: rekaman.catatan.clone(),
        sebagian: rekaman.sebagian,
        tahun_lain: d.sumber.rekaman.iter().map(|r| r.tahun).filter(|t| *t != rekaman.tahun).collect(),
        berpredikat: capaian.iter().chain(capaian_lain.iter().flat_map(|k| &k.1)).any(|r| r.predikat.is_some()),
        capaian,
        capaian_lain,
        belum,
        grafik_capaian,
        skala: d.skala(rekaman).map(|s| skala(d, s)),
        pohon: pohon::pohon(d, rekaman),
        grafik_anggaran,
        grafik_berubah,
        grafik_petak,
        tema,
        daftar: rekaman.daftar.iter().map(|list| daftar(d, Some(rekaman), list)).collect(),
        pihak_lain: rekaman.pihak_lain.iter().map(|p| pihak(d, rekaman, p)).collect(),
        verifikasi: super::temuan::verifikasi(d, rekaman.tahun),
        tiada: kelengkapan().filter(|b| !b.ada).count(),
        kelengkapan: kelengkapan().map(|b| (b.nama.in_lang(d.lang).to_string(), b.ada, b.letak.clone())).collect(),
        dasar_kelengkapan: crate::findings::DASAR_KELENGKAPAN,
        narasi,
        narasi_bahasa: rekaman.narasi.as_ref().and_then(|n| bahasa(d.lang, n)),
    };
    (view, figures)
}

fn tautan(themes: &[Tema]) -> Vec<Tautan> {
    let of = |m: &Tema| {
        // The key of a theme that the portal gave no name is no word for readers.
        let tema = m.bernama.then(|| m.judul.clone());
        let one = move |t: &Tabel| Tautan {
            kode: t.kode.clone(),
            judul: t.judul.clone(),
            tema: tema.clone().filter(|tema| *tema != t.judul),
            baris: t.baris.len(),
        };
        m.tabel.iter().map(one).collect::<Vec<_>>()
    };
    themes.iter().flat_map(of).collect()
}

/// The figures of the record's own page, and those that stand beside their table.
pub fn pisah(themes: &[Tema], figures: Vec<Figure>) -> (Vec<Figure>, Vec<Figure>) {
    let folded = |f: &Figure| {
        themes.iter().any(|m| !m.terbuka && m.tabel.iter().any(|t| t.grafik.as_deref() == Some(f.kode.as_str())))
    };
    let (beside, own) = figures.into_iter().partition(folded);
    (own, beside)
}

/// The tables as their own page shows them: with the figures that stand there.
pub fn di_samping(themes: &[Tema]) -> Vec<Tema> {
    let mut themes = themes.to_vec();
    for table in themes.iter_mut().filter(|m| m.terbuka).flat_map(|m| &mut m.tabel) {
        table.grafik = None;
    }
    themes
}

fn skala(d: &DataOpd<'_>, s: &crate::records::Skala) -> Skala {
    let lang = d.lang;
    Skala {
        nama: s.nama.clone(),
        dasar: s.dasar.clone(),
        asal: [s.letak.clone(), s.dokumen.clone()].into_iter().flatten().collect::<Vec<_>>().join(", "),
        kelas: s.kelas.iter().map(|k| (k.nama.clone(), kata::kelas(lang, k))).collect(),
        celah: match s.celah_ke_bawah {
            true => lang.pilih("kelas di bawahnya", "class below"),
            false => lang.pilih("kelas di atasnya", "class above"),
        },
        catatan: s.catatan.clone(),
    }
}

/// Groups tables by theme, as `portal.yaml` says; an unknown theme stands at the end under its own name.
pub fn tema(d: &DataOpd<'_>, tables: Vec<Tabel>) -> Vec<Tema> {
    let mut groups: Vec<Tema> = Vec::new();
    for table in tables {
        match groups.iter_mut().find(|g| g.kode == table.tema) {
            Some(group) => group.tabel.push(table),
            None => {
                let known = d.content.portal.kelompok_tabel.iter().find(|g| g.tema == table.tema);
                groups.push(Tema {
                    kode: table.tema.clone(),
                    bahasa: known.and_then(|g| bahasa(d.lang, &g.judul)),
                    judul: known.map_or_else(|| judul_tema(&table), |g| dalam(d.lang, &g.judul)),
                    bernama: known.is_some(),
                    terbuka: known.is_some_and(|g| g.terbuka),
                    tabel: vec![table],
                });
            }
        }
    }
    groups
}

/// The heading of a theme the portal gave no name: its key, written as its table writes that word.
fn judul_tema(table: &Tabel) -> String {
    let key = table.tema.replace('-', " ");
    let own = table.judul.split(|c: char| !c.is_alphanumeric()).find(|w| w.to_lowercase() == key);
    kapital(own.unwrap_or(&key))
}

/// A list as shown, with the names of the programs it mentions.
pub fn daftar(d: &DataOpd<'_>, rekaman: Option<&Rekaman>, list: &Daftar) -> DaftarView {
    DaftarView {
        kode: list.kode.clone(),
        jenis: list.jenis.to_string(),
        judul: list.judul.clone(),
        sumber: d.sumber_teks(&list.sumber.letak, &list.sumber.dokumen),
        butir: list.butir.iter().map(|b| butir(rekaman, b)).collect(),
    }
}

fn butir(rekaman: Option<&Rekaman>, b: &Butir) -> ButirView {
    ButirView {
        teks: b.teks.clone(),
        program: b.program.as_ref().map(|kode| {
            rekaman.and_then(|r| r.anggaran.simpul(kode)).map_or_else(|| kode.clone(), |node| node.nama.clone())
        }),
        tindak_lanjut: b.tindak_lanjut.clone(),
        penanggung_jawab: b.penanggung_jawab.clone(),
        tenggat: b.tenggat.clone(),
        tautan: b.tautan.clone(),
        catatan: b.catatan.clone(),
        butir: b.butir.iter().map(|b| butir(rekaman, b)).collect(),
    }
}

fn pihak(d: &DataOpd<'_>, rekaman: &Rekaman, p: &PihakLain) -> Pihak {
    let statements = d.kumpulan.semua.iter().filter(|s| {
        s.rekaman == Some(rekaman.tahun)
            && matches!(s.bagian, crate::records::Bagian::PihakLain { pihak, .. } if std::ptr::eq(pihak, p))
    });
    Pihak {
        nama: p.nama.clone(),
        alias: p.alias.clone(),
        indikator: d.sumber.opd.indikator.get(&p.indikator).map_or_else(|| p.indikator.clone(), |i| i.nama.clone()),
        url: format!("{}indikator/{}/", d.alamat(), p.indikator),
        nilai: statements
            .map(|s| {
                let name = match s.bagian {
                    crate::records::Bagian::PihakLain { kolom, .. } => kata::kolom(d.lang, kolom),
                    _ => String::new(),
                };
                (name, Angka::tertulis(d, s))
            })
            .collect(),
        sumber: d.sumber_teks(&p.sumber.letak, &p.sumber.dokumen),
        catatan: p.catatan.clone(),
    }
}
