//! Angka: one figure as a page shows it: text, exact value, where it comes from, and the address that accounts for it.

use super::data::DataOpd;
use super::kalimat::kata;
use super::{batas, huruf};
use crate::findings::Golongan;
use crate::measures::{Pilihan, Turunan, bagian_kosong, memuat, per_masa, pilih, sebagian};
use crate::number::{self, Lang, Satuan, round};
use crate::opd::Capaian;
use crate::records::{Arah, Indikator, Jenis, Nilai, Pernyataan, Rekaman, Sel};
use crate::teks;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What a figure is to a reader: the class it is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kelas {
    /// As a document prints it.
    Tertulis,
    /// Computed from what is printed.
    Terhitung,
    /// No figure.
    Kosong,
    /// Printed, and doubted.
    Ragu,
    /// Words in place of a figure.
    Teks,
}

/// One figure on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Angka {
    /// As shown.
    pub teks: String,
    /// Raw decimal for sorting; none when there is no number.
    pub mentah: Option<String>,
    /// Page that accounts for it, from the root of the site; none for text.
    pub url: Option<String>,
    /// Table and document, or the formula filled in.
    pub asal: String,
    /// What it is.
    pub kelas: Kelas,
    /// The other values the documents state for it.
    pub rentang: Option<String>,
    /// The lowest and the highest of them, for a drawing.
    #[serde(skip)]
    pub batas: Option<(Decimal, Decimal)>,
    /// Why there is no number, or why it is doubted.
    pub catatan: Option<String>,
    /// What does not agree about it, or what is noted about it, in one sentence.
    pub temuan: Option<String>,
    /// Whether that is an observation only: no sign of a contradiction stands beside it.
    pub amatan: bool,
    /// The part of a year it covers: `baru 9 bulan`, `triwulan III 2024`; shown beside it wherever it stands.
    pub masa: Option<String>,
    /// What the portal computes where the printed value stands first.
    pub hitungan: Option<String>,
    /// What is printed of another base, where the computed value stands first: `tertulis 95,00% dari pagu murni`.
    pub dasar: Option<String>,
}

/// What a figure rests on that is in dispute.
fn dipersoalkan(d: &DataOpd<'_>, alamat: &str) -> Option<String> {
    d.dipersoalkan(alamat).map(|t| {
        let apa = t.perihal.in_lang(d.lang);
        teks!(d.lang, "Memakai angka yang dipersoalkan: {apa}.", "Rests on a figure in dispute: {apa}.")
    })
}

/// The sign of a missing value.
const TIADA: &str = "—";

impl Angka {
    /// A figure as a document states it.
    pub fn tertulis(d: &DataOpd<'_>, p: &Pernyataan<'_>) -> Self {
        let asal = d.sumber_teks(&p.sumber.letak, &p.sumber.dokumen);
        let satuan = satuan(d, p);
        // A contradiction comes before what is only noted.
        let mut all: Vec<_> = d.temuan(&p.alamat).collect();
        all.sort_by_key(|t| t.golongan == Golongan::Pengamatan);
        let disputed = dipersoalkan(d, &p.alamat);
        let noted = all.first().is_some_and(|t| t.golongan == Golongan::Pengamatan);
        let amatan = noted && disputed.is_none();
        let mut found: Vec<&str> = all.iter().map(|t| t.pesan.in_lang(d.lang)).collect();
        found.dedup();
        // A mark names the first; all of them stand on the page it leads to.
        let temuan = found.split_first().map(|(first, rest)| match rest.len() {
            0 => (*first).to_string(),
            n => teks!(d.lang, "{first} ({n} temuan lagi)", "{first} ({n} more)"),
        });
        let temuan = if noted { disputed.or(temuan) } else { temuan.or(disputed) };
        let angka = Self::sel(d.lang, p.sel, p.jenis(), satuan.as_deref(), asal);
        let teks = match satuan_dulu(d, p) {
            Some(def) => super::kalimat::target::tertulis(d.lang, def, p),
            None => angka.teks,
        };
        Self { url: Some(url(d, &p.alamat)), temuan, amatan, teks, ..angka }
    }

    /// A value computed for a printed one: written in its kind and unit, never coarser than the print.
    pub fn nilai_hitung(d: &DataOpd<'_>, p: &Pernyataan<'_>, nilai: Decimal) -> String {
        let printed = p.sel.angka().map_or(0, |a| a.desimal);
        let satuan = satuan(d, p);
        let percent = p.jenis() == Jenis::Persen || matches!(satuan.as_deref(), Some("%" | "persen"));
        let own = round(nilai, 2).normalize();
        let desimal = if percent { printed.max(2) } else { printed.max(own.scale()) };
        nilai_teks(d.lang, own, p.jenis(), satuan.as_deref(), desimal)
    }

    /// One fact of which several statements may exist.
    pub fn pilihan(d: &DataOpd<'_>, pilihan: &Pilihan<'_, '_>) -> Self {
        let mut angka = Self::tertulis(d, pilihan.utama);
        let jenis = pilihan.utama.jenis();
        let satuan = satuan(d, pilihan.utama);
        angka.batas = pilihan.rentang();
        angka.rentang = angka.batas.map(|(low, high)| {
            let write = |v: Decimal| nilai_teks(d.lang, v, jenis, satuan.as_deref(), v.scale());
            kata::beberapa(d.lang, pilihan.berbeda().len(), &write(low), &write(high))
        });
        angka
    }

    /// A realisasi that is printed by parts of its year only, all of them: none of them is the year.
    pub fn per_bagian(d: &DataOpd<'_>, def: &Indikator, tahun: i32) -> Option<Self> {
        Self::bagian(d, def, &format!("{tahun}/indikator/{}/realisasi", def.kode))
    }

    /// What one set promises for parts of a year only.
    pub fn target_bagian(d: &DataOpd<'_>, def: &Indikator, tahun: i32, himpunan: &str) -> Option<Self> {
        Self::bagian(d, def, &format!("{tahun}/indikator/{}/target.{himpunan}", def.kode))
    }

    fn bagian(d: &DataOpd<'_>, def: &Indikator, alamat: &str) -> Option<Self> {
        let parts = per_masa(&d.kumpulan, alamat);
        let last = parts.last()?;
        let masa = d.lang.pilih("tercetak per bagian tahun", "printed by parts of the year").to_string();
        let masa = masa + &kata::bagian_kosong(d.lang, &bagian_kosong(&d.kumpulan, alamat));
        let teks = super::kalimat::indikator::daftar_bagian(d, def, &parts);
        Some(Self { teks, mentah: None, masa: Some(masa), ..Self::tertulis(d, last) })
    }

    /// A cell of a table whose source stands beside it.
    pub fn sel(lang: Lang, sel: &Sel, jenis: Jenis, satuan: Option<&str>, asal: String) -> Self {
        let mut angka = Self {
            teks: String::new(),
            mentah: sel.angka().map(|a| a.dalam(satuan).normalize().to_string()),
            asal,
            kelas: if sel.ragu { Kelas::Ragu } else { Kelas::Tertulis },
            catatan: sel.alasan.clone(),
            ..Self::kosong("")
        };
        angka.teks = sel_teks(lang, sel, jenis, satuan);
        // `98,3 (Tuntas Utama)` stands with what the report prints beside it.
        if let Some(remark) = &sel.keterangan {
            angka.teks = format!("{} {remark}", angka.teks);
        }
        match &sel.nilai {
            Nilai::Teks(_) => angka.kelas = Kelas::Teks,
            Nilai::Kosong(alasan) => {
                angka.kelas = Kelas::Kosong;
                angka.catatan = Some(kata::kosong_tercetak(lang, *alasan, &sel.tercetak));
            }
            _ => {}
        }
        angka
    }

    /// A derived figure.
    pub fn terhitung(d: &DataOpd<'_>, t: &Turunan) -> Self {
        Self {
            teks: t.tulis(d.lang).unwrap_or_else(|| TIADA.to_string()),
            // A quotient has no end; ten decimals are what the downloads write.
            mentah: t.nilai.map(|v| round(v, 10).normalize().to_string()),
            url: Some(url(d, &t.alamat)),
            asal: format!("{} = {}", t.rumus.in_lang(d.lang), t.isi.in_lang(d.lang)),
            kelas: if t.nilai.is_some() { Kelas::Terhitung } else { Kelas::Kosong },
            rentang: t
                .tulis_batas(d.lang)
                .and_then(|(low, high)| (low != high).then(|| teks!(d.lang, "{low} sampai {high}", "{low} to {high}"))),
            batas: t.batas,
            catatan: t.nilai.is_none().then(|| nol(d.lang).to_string()),
            temuan: dipersoalkan(d, &t.alamat),
            ..Self::kosong("")
        }
    }

    /// A derived figure by its address.
    pub fn turunan(d: &DataOpd<'_>, alamat: &str) -> Option<Self> {
        d.turunan.get(alamat).map(|t| Self::terhitung(d, t))
    }

    /// The capaian of a year, the printed one first where the portal computes another; what it computes stands beside it.
    pub fn capaian(d: &DataOpd<'_>, tahun: i32, kode: &str) -> Option<Self> {
        let t = d.turunan.get(&format!("{tahun}/indikator/{kode}/capaian-terhitung"));
        let computed = t.map(|t| Self::terhitung(d, t));
        let Some(known) = d.capaian(tahun, kode) else {
            // Of a part of the year nothing is computed and no verdict given; what is printed is not absent. Fewer deaths in nine
            // months are not held up all the same, but for what is printed of the part itself.
            if let Some(parts) = Self::uang_bagian(d, &format!("{tahun}/indikator/{kode}/capaian")) {
                return Some(parts);
            }
            d.sumber.opd.indikator.get(kode).filter(|def| def.arah == Arah::Naik)?;
            let printed = pilih(d.kumpulan.indikator(tahun, kode, "capaian")).filter(|p| p.utama.bukti().is_some())?;
            let masa = sebagian(d.sumber, printed.utama).map(|batas| batas.baru(d.lang));
            return Some(Self { masa, ..Self::pilihan(d, &printed) });
        };
        match known {
            Capaian::Tercetak { printed, .. } => {
                let shown = Self::pilihan(d, &printed);
                let mark = computed.as_ref().and_then(|c| c.temuan.clone());
                // Beside what the report's own way explains another way would look like a contradiction.
                let beside = computed.filter(|c| c.mentah.is_some() && !d.terjelaskan(printed.utama)).map(|c| c.teks);
                Some(shown.dengan(mark, beside))
            }
            // The printed one holds with it: it stands as it is printed.
            Capaian::Terhitung(value) => {
                let printed = pilih(d.kumpulan.indikator(tahun, kode, "capaian"));
                let holds = |p: &Pilihan<'_, '_>| p.utama.sel.bukti().zip(value).is_some_and(|(a, v)| memuat(a, v));
                match printed.filter(holds) {
                    Some(printed) => {
                        let shown = Self::pilihan(d, &printed);
                        let computed = computed?;
                        Some(Self { temuan: shown.temuan.or(computed.temuan), ..shown })
                    }
                    None => computed,
                }
            }
        }
    }

    /// A printed figure with what the portal computes beside it: what that rests on in dispute weighs more than a remark.
    pub(super) fn dengan(self, sengketa: Option<String>, hitungan: Option<String>) -> Self {
        match sengketa.filter(|_| self.temuan.is_none() || self.amatan) {
            Some(why) => Self { temuan: Some(why), amatan: false, hitungan, ..self },
            None => Self { hitungan, ..self },
        }
    }

    /// The same, named with the part of the year a record covers.
    #[must_use]
    pub fn bagian_tahun(self, lang: Lang, rekaman: &Rekaman) -> Self {
        let part = (!rekaman.setahun() && self.mentah.is_some()).then(|| rekaman.batas_data.baru(lang));
        Self { masa: self.masa.or(part), ..self }
    }

    /// No figure, and why.
    pub fn kosong(catatan: &str) -> Self {
        Self {
            teks: TIADA.to_string(),
            mentah: None,
            url: None,
            asal: String::new(),
            kelas: Kelas::Kosong,
            rentang: None,
            batas: None,
            catatan: Some(catatan.to_string()),
            temuan: None,
            amatan: false,
            masa: None,
            hitungan: None,
            dasar: None,
        }
    }
}

/// Why a derived figure has no value.
pub fn nol(lang: Lang) -> &'static str {
    lang.pilih("tidak terhitung: pembaginya tidak lebih dari nol", "not computable: it would divide by zero or less")
}

/// A value as its kind is written; `desimal` is the printed precision.
pub fn nilai_teks(lang: Lang, value: Decimal, jenis: Jenis, satuan: Option<&str>, desimal: u32) -> String {
    match jenis {
        Jenis::Persen => lang.percent(value, desimal),
        Jenis::Uang => lang.rupiah(value),
        _ => match satuan {
            Some("%" | "persen") => lang.percent(value, desimal),
            Some("Rp" | "rupiah") => lang.rupiah(value),
            _ => lang.decimal(value, desimal),
        },
    }
}

/// A cell as a page writes it: every kind in its own form, numbers as the reader's language writes them.
pub fn sel_teks(lang: Lang, sel: &Sel, jenis: Jenis, satuan: Option<&str>) -> String {
    let write = |a: &number::Angka| satu_teks(lang, a, jenis, satuan);
    match &sel.nilai {
        Nilai::Angka(a) => write(a),
        // Several numbers stand as they are printed, with the words between them.
        Nilai::Komposit(_) if lang == Lang::Id && !sel.dibaca => sel.tercetak.clone(),
        Nilai::Komposit(parts) => parts
            .iter()
            .map(|a| match &a.satuan {
                Some(unit) => format!("{} {unit}", lang.grouped(a.nilai)),
                None if a.persen => lang.percent(a.nilai, a.desimal),
                None => lang.grouped(a.nilai),
            })
            .collect::<Vec<_>>()
            .join(", "),
        // A bound or a range in words is shown in these words, an approximation around its middle.
        Nilai::Rentang(..) | Nilai::Batas(..) if lang == Lang::Id && batas::berkata(sel) => sel.tercetak.clone(),
        Nilai::Rentang(a, b) => match batas::sekitar(sel, a, b) {
            Some([mid, apart]) => format!("{} ± {}", write(&mid), write(&apart)),
            None => format!("{} – {}", write(a), write(b)),
        },
        Nilai::Batas(batas, a) => format!("{} {}", batas.tanda(), write(a)),
        Nilai::Rasio(a, b) => {
            let unit = b.satuan.as_ref().map_or(String::new(), |u| format!(" {u}"));
            format!("{} : {}{unit}", lang.grouped(a.nilai), lang.grouped(b.nilai))
        }
        Nilai::Durasi(_, parts) => {
            parts.iter().map(|a| satu_teks(lang, a, Jenis::Nilai, None)).collect::<Vec<_>>().join(" ")
        }
        Nilai::Huruf(text) => huruf::tercetak(sel, text).to_string(),
        Nilai::Teks(text) => text.clone(),
        Nilai::Kosong(_) => TIADA.to_string(),
    }
}

/// One number as its cell prints it: its own unit before the one of the heading, its word of magnitude kept.
fn satu_teks(lang: Lang, a: &number::Angka, jenis: Jenis, satuan: Option<&str>) -> String {
    let heading = satuan.and_then(Satuan::baca);
    let unit = a.satuan_sel().or(match jenis {
        Jenis::Uang => Some(Satuan::Rupiah),
        Jenis::Persen => Some(Satuan::Persen),
        _ => heading.clone(),
    });
    // `Rp2,9 miliar` is not shown as if its last eight digits were known.
    let word = number::kata_besaran(lang, a.pangkat);
    let text = match word.zip(a.tercetak()) {
        Some((word, (short, decimals))) => {
            let text = lang.decimal(short, decimals);
            match (&unit, text.strip_prefix('−')) {
                (Some(Satuan::Rupiah), Some(rest)) => format!("−Rp{rest} {word}"),
                (Some(Satuan::Rupiah), None) => format!("Rp{text} {word}"),
                _ => format!("{text} {word}"),
            }
        }
        None => match &unit {
            _ if a.persen => lang.percent(a.nilai, a.desimal),
            Some(Satuan::Persen) => lang.percent(a.nilai, a.desimal),
            Some(Satuan::Rupiah) => lang.rupiah(a.nilai),
            _ => lang.decimal(a.nilai, a.desimal),
        },
    };
    // The unit of the cell stands only where the heading does not say it already.
    match (&a.satuan, &unit) {
        (Some(own), Some(Satuan::Lain(_))) if unit != heading => format!("{text} {}", lang.satuan(own)),
        _ => text,
    }
}

/// The indicator of a value whose unit was another in its year than its heading says.
fn satuan_dulu<'d>(d: &'d DataOpd<'_>, p: &Pernyataan<'_>) -> Option<&'d crate::records::Indikator> {
    use crate::records::{Bagian, Subjek, Ukuran as U};
    let Bagian::Kinerja { subjek: Subjek::Kode(kode), kolom } = p.bagian else { return None };
    let def = d.sumber.opd.indikator.get(kode)?;
    let own = matches!(kolom.ukuran, U::Target | U::Realisasi | U::Baseline);
    (own && p.sel.angka().is_some() && def.satuan_pada(p.tahun) != def.satuan.as_deref()).then_some(def)
}

/// The unit of what a statement is about.
fn satuan(d: &DataOpd<'_>, p: &Pernyataan<'_>) -> Option<String> {
    use crate::records::{Bagian, Subjek, Ukuran as U};
    match p.bagian {
        Bagian::Kinerja { subjek: Subjek::Kode(kode), kolom } => {
            let def = d.sumber.opd.indikator.get(kode)?;
            let rumus = def.rumus.as_ref();
            match kolom.ukuran {
                U::Pembilang => rumus?.pembilang.as_ref()?.satuan.clone(),
                U::Penyebut => rumus?.penyebut.as_ref()?.satuan.clone(),
                U::Huruf | U::Keterangan | U::Predikat => None,
                _ => def.satuan_pada(p.tahun).map(str::to_string),
            }
        }
        Bagian::Tabel { baris, kolom, .. } => baris.satuan.clone().or_else(|| kolom.satuan.clone()),
        _ => None,
    }
}

/// The page and anchor that account for a figure: `blitar/dinas-sosial/angka/2024/#anggaran-penunjang.k1-serapan`.
pub fn url(d: &DataOpd<'_>, alamat: &str) -> String {
    let (page, anchor) = tempat(alamat);
    format!("{}angka/{page}/#{anchor}", d.alamat())
}

/// Splits an address into the page that lists it and its anchor there. All figures about a year stand together; those of indicators, which are read through the years, on one page for all
/// years. An address leads to its page by its letters alone, so that a link made once stays right.
pub fn tempat(alamat: &str) -> (String, String) {
    let (year, rest) = alamat.split_once('/').unwrap_or((alamat, ""));
    let (page, anchor) = match rest.strip_prefix("indikator/") {
        Some(own) => {
            let (subject, measure) = own.split_once('/').unwrap_or((own, ""));
            ("indikator", format!("{subject}/{year}/{measure}"))
        }
        None => (year, rest.to_string()),
    };
    (page.to_string(), anchor.replace(['/', '@', ':', '~'], "-"))
}
