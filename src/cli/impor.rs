//! `terang impor`: a workbook, CSV or pasted range into a record, added in place; or everything that is unclear in it.

use super::{Akhir, Henti, lapor};
use crate::diagnostic::{self, Diagnostic, Format, Lang, Sources, Spot};
use crate::impor::{self, Ada, Masalah, Peta, Tujuan};
use crate::records::{BerkasOpd, Indikator, Isi, OpdTahun, muat};
use crate::{output, pesan};
use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct Args {
    /// Berkas .xlsx, .xls, .ods, .csv atau tabel HTML; `-` untuk rentang yang ditempel
    berkas: String,
    /// Alamat rekaman: <daerah>/<opd>/<tahun>
    #[arg(long, value_name = "ALAMAT")]
    ke: String,
    /// YAML kecil yang menjawab apa yang tidak jelas; dibuat bila belum ada
    #[arg(long, value_name = "FILE")]
    peta: Option<PathBuf>,
    /// Tempat tabelnya seperti tercetak [bawaan: nama berkas dan lembar]
    #[arg(long, value_name = "TEKS")]
    letak: Option<String>,
    /// Kode dokumennya di opd.yaml [bawaan: dari judul lembarnya, atau dokumen rekaman]
    #[arg(long, value_name = "KODE")]
    dokumen: Option<String>,
    /// Hanya menunjukkan perubahannya, tanpa menulis
    #[arg(long)]
    coba: bool,
    /// Folder isi portal
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

/// A record that is open: its text, its OPD, and what stands around it.
pub struct Rekam {
    /// `daerah/opd/tahun`.
    pub alamat: String,
    /// Its year.
    pub tahun: i32,
    /// Its file.
    pub file: PathBuf,
    /// Its YAML.
    pub teks: String,
    /// The YAML of its OPD.
    pub teks_opd: String,
    /// What all OPD share.
    pub shared: Isi,
    /// The files of its OPD.
    pub own: BerkasOpd,
    /// Its OPD with all years.
    pub opd: OpdTahun,
    /// The errors there were before.
    galat: BTreeSet<(String, String)>,
}

impl Rekam {
    /// Whether an error was there before.
    pub fn sudah(&self, d: &Diagnostic) -> bool {
        self.galat.contains(&kunci(d))
    }
}

/// Opens the record of an address.
pub fn buka(content: &Path, (daerah, opd, tahun): &(String, String, i32)) -> Result<Rekam, Henti> {
    let file = content.join(daerah).join(opd).join(format!("{tahun}.yaml"));
    let shown = file.display().to_string();
    let teks = std::fs::read_to_string(&file).map_err(|error| {
        Henti::new(
            pesan!("`{shown}` tidak bisa dibaca: {error}", "cannot read `{shown}`: {error}"),
            pesan!(
                "buat rekamannya dahulu: `terang new tahun {daerah}/{opd} {tahun}`",
                "make the record first: `terang new tahun {daerah}/{opd} {tahun}`"
            ),
        )
    })?;
    let teks_opd = std::fs::read_to_string(file.with_file_name("opd.yaml")).map_err(|_| rusak(&shown))?;
    let shared = muat(content).isi;
    let own = shared.opd.iter().find(|b| b.daerah == *daerah && b.opd == *opd).cloned().ok_or_else(|| rusak(&shown))?;
    let loaded = shared.muat_opd(&shared.baca(&own));
    let galat = loaded.diagnostics.iter().filter(|d| d.is_galat()).map(kunci).collect();
    let record = loaded.isi.ok_or_else(|| rusak(&shown))?;
    Ok(Rekam {
        alamat: format!("{daerah}/{opd}/{tahun}"),
        tahun: *tahun,
        file,
        teks,
        teks_opd,
        shared,
        own,
        opd: record,
        galat,
    })
}

pub fn run(args: &Args, lang: Lang) -> Result<Akhir, Henti> {
    let rekam = buka(&args.content, &alamat(&args.ke)?)?;
    let bytes = isi(&args.berkas)?;
    if let Some(sheets) = impor::baca(&bytes).ok().filter(|sheets| impor::is_lembar(sheets)) {
        return super::lembar::kembali(&rekam, &sheets, &args.berkas, args.coba, lang);
    }
    let peta = match peta(args.peta.as_deref(), lang)? {
        Ok(peta) => peta,
        Err(masalah) => return Ok(tolak(&[masalah], lang)),
    };
    let (sendiri, lain) = simpul(&rekam.opd, rekam.tahun, &rekam.shared, &rekam.own);
    let dikenal = Dikenal::dari(&rekam);
    let name = if args.berkas == "-" {
        "tempelan".to_string()
    } else {
        Path::new(&args.berkas).file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned())
    };
    let tujuan = Tujuan {
        tahun: rekam.tahun,
        teks: &rekam.teks,
        sendiri: &sendiri,
        lain: &lain,
        opd: &rekam.teks_opd,
        kenal: dikenal.kenal(),
        berkas: &name,
        letak: args.letak.as_deref(),
        dokumen: args.dokumen.as_deref(),
    };
    let hasil = match impor::impor(&bytes, &peta, &tujuan) {
        Ok(hasil) => hasil,
        Err(masalah) => return Ok(tolak(&masalah, lang)),
    };
    for line in &hasil.laporan {
        lapor::say(line, lang);
    }
    // Nothing is written that `terang check` would then refuse.
    let record = format!("/{}.yaml", rekam.tahun);
    let (new, sources) = coba(&rekam, &[("/opd.yaml", &hasil.opd), (&record, &hasil.teks)])?;
    let fresh: Vec<Diagnostic> = new.into_iter().filter(|d| d.is_galat() && !rekam.sudah(d)).collect();
    if !fresh.is_empty() {
        let n = fresh.len();
        let rest: Vec<Diagnostic> = fresh.into_iter().filter(|d| !di_sel(&hasil, d, lang)).collect();
        if !rest.is_empty() {
            lapor::line(&diagnostic::render(&rest, &sources, Format::Human, lang, false));
        }
        lapor::say(
            &pesan!(
                "{n} galat: yang terbaca belum bisa menjadi rekaman; tidak ada yang ditulis",
                "{n} errors: what was read cannot become a record yet; nothing was written"
            ),
            lang,
        );
        return Ok(Akhir::Galat);
    }
    let opd = rekam.file.with_file_name("opd.yaml");
    selesai(&[(&opd, &rekam.teks_opd, &hasil.opd), (&rekam.file, &rekam.teks, &hasil.teks)], args.coba, lang)
}

/// Says an error of the record that was made with the cell that it was read from; whether there is one.
fn di_sel(hasil: &impor::Hasil, d: &Diagnostic, lang: Lang) -> bool {
    let text = if d.place.berkas.ends_with("opd.yaml") { &hasil.opd } else { &hasil.teks };
    let cells = match &d.place.spot {
        Spot::Nilai(way) => impor::asal(&hasil.lembar, text, way),
        Spot::Rentang(line, column, n) => impor::asal_bagian(&hasil.lembar, text, (*line, *column, *n)),
        _ => Vec::new(),
    };
    if cells.is_empty() {
        return false;
    }
    let (shown, more) = (cells[..cells.len().min(3)].join(", "), if cells.len() > 3 { ", …" } else { "" });
    lapor::line(&format!("{shown}{more}: {}", d.message.in_lang(lang)));
    if let Some(help) = &d.help {
        let word = pesan!(
            "bantuan: di sel itu, atau kolomnya `abaikan` dalam peta",
            "help: in that cell, or `abaikan` for its column in the map"
        );
        lapor::line(&format!("  {}; {}", word.in_lang(lang), help.in_lang(lang)));
    }
    true
}

/// What the OPD and the portal have, by folded names.
struct Dikenal {
    indikator: Vec<impor::Dikenal>,
    sasaran: Vec<impor::Dikenal>,
    tujuan: Vec<impor::Dikenal>,
    skala: Vec<impor::Dikenal>,
}

impl Dikenal {
    fn dari(rekam: &Rekam) -> Self {
        let names = |i: &Indikator| std::iter::once(&i.nama).chain(&i.alias).map(|n| impor::lipat_nama(n)).collect();
        let opd = &rekam.opd.opd;
        let named = |kode: &String, nama: &str| (kode.clone(), vec![impor::lipat_nama(nama)]);
        let goals = opd.tujuan.iter().flat_map(|t| &t.sasaran);
        // A portal's own scale comes before the national one with the same letters.
        let all = || rekam.shared.content.iter().flat_map(|c| c.skala.values());
        let own: BTreeSet<String> = all().filter(|s| !s.bawaan).flat_map(|s| s.kata()).map(|w| w.teks).collect();
        let scales = all().filter(|s| !(s.bawaan && s.kata().iter().any(|w| own.contains(&w.teks))));
        Self {
            indikator: opd.indikator.values().map(|i| (i.kode.clone(), names(i))).collect(),
            sasaran: goals.map(|s| named(&s.kode, &s.nama)).collect(),
            tujuan: opd.tujuan.iter().map(|t| named(&t.kode, &t.nama)).collect(),
            skala: scales.map(|s| (s.kode.clone(), s.kata().into_iter().map(|w| w.teks).collect())).collect(),
        }
    }

    fn kenal(&self) -> impor::Kenal<'_> {
        impor::Kenal {
            indikator: &self.indikator,
            sasaran: &self.sasaran,
            tujuan: &self.tujuan,
            skala: &self.skala,
            simpul: &[],
        }
    }
}

/// Shows or writes what changes: file, text before, text after.
pub fn selesai(files: &[(&Path, &str, &str)], coba: bool, lang: Lang) -> Result<Akhir, Henti> {
    let changed: Vec<_> = files.iter().filter(|(_, old, new)| old != new).collect();
    if changed.is_empty() {
        let shown = files.last().map(|(file, ..)| file.display().to_string()).unwrap_or_default();
        lapor::print(pesan!("Tidak ada yang berubah: {shown}", "Nothing changes: {shown}").in_lang(lang))?;
        return Ok(Akhir::Baik);
    }
    for (file, old, new) in &changed {
        let shown = file.display().to_string();
        if coba {
            let diff = similar::TextDiff::from_lines(*old, *new);
            let diff = diff.unified_diff().context_radius(3).header(&shown, &shown).to_string();
            lapor::tulis(&diff)?;
            continue;
        }
        output::replace(file, new.as_bytes())?;
        let added = new.lines().count().saturating_sub(old.lines().count());
        lapor::print(pesan!("Ditulis: {shown} (+{added} baris)", "Written: {shown} (+{added} lines)").in_lang(lang))?;
    }
    if !coba {
        lapor::print(pesan!("Berikutnya: `terang check`", "Next: `terang check`").in_lang(lang))?;
    }
    Ok(Akhir::Baik)
}

/// Prints what stops the import.
fn tolak(masalah: &[Masalah], lang: Lang) -> Akhir {
    for one in masalah {
        lapor::line(&one.tulis(lang));
    }
    let n = masalah.len();
    lapor::say(
        &pesan!("{n} hal belum jelas; tidak ada yang ditulis", "{n} things are unclear; nothing was written"),
        lang,
    );
    Akhir::Galat
}

/// Daerah, OPD and year of an address.
pub fn alamat(text: &str) -> Result<(String, String, i32), Henti> {
    let parts: Vec<&str> = text.trim_matches('/').split('/').collect();
    if let [daerah, opd, tahun] = parts.as_slice() {
        // No more than that it stays inside the content: whether the folder is one of the portal is asked next.
        let plain = |code: &str| {
            !code.starts_with('.') && code.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
        };
        if let (true, true, Ok(tahun)) = (plain(daerah), plain(opd), tahun.parse()) {
            return Ok(((*daerah).to_string(), (*opd).to_string(), tahun));
        }
    }
    Err(Henti::new(
        pesan!("`{text}` bukan alamat rekaman", "`{text}` is not the address of a record"),
        pesan!(
            "tulis <daerah>/<opd>/<tahun>, misalnya lumajang/dinas-kesehatan/2024",
            "write <daerah>/<opd>/<year>, for example lumajang/dinas-kesehatan/2024"
        ),
    ))
}

/// The bytes of a file or of standard input; one byte more than is read tells that there is too much.
fn isi(berkas: &str) -> Result<Vec<u8>, Henti> {
    let limit = impor::BESAR as u64 + 1;
    let mut out = Vec::new();
    let read = if berkas == "-" {
        std::io::stdin().lock().take(limit).read_to_end(&mut out)
    } else {
        std::fs::File::open(berkas).and_then(|file| file.take(limit).read_to_end(&mut out))
    };
    read.map_err(|error| {
        Henti::new(
            pesan!("`{berkas}` tidak bisa dibaca: {error}", "cannot read `{berkas}`: {error}"),
            pesan!("periksa nama dan tempat berkasnya", "check the name of the file and where it is"),
        )
    })?;
    Ok(out)
}

/// The map; one that does not exist yet is made, ready to be filled.
fn peta(path: Option<&Path>, lang: Lang) -> Result<Result<Peta, Masalah>, Henti> {
    let Some(path) = path else { return Ok(Ok(Peta::default())) };
    if !path.exists() {
        output::create(path, super::kerangka_peta::PETA.as_bytes())?;
        let shown = path.display();
        lapor::print(pesan!("Dibuat: {shown}", "Created: {shown}").in_lang(lang))?;
    }
    let shown = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| {
        Henti::new(
            pesan!("`{shown}` tidak bisa dibaca: {error}", "cannot read `{shown}`: {error}"),
            pesan!("periksa nama dan tempat berkasnya", "check the name of the file and where it is"),
        )
    })?;
    Ok(Peta::baca(&text))
}

/// Nodes of this record, and those of other years and agencies whose codes are used again.
fn simpul(record: &OpdTahun, tahun: i32, shared: &Isi, own: &BerkasOpd) -> (Vec<Ada>, Vec<Ada>) {
    let mut sendiri = Vec::new();
    let mut lain = Vec::new();
    // The newest year first: its names are the nearest.
    for year in record.rekaman.iter().rev() {
        if year.tahun == tahun {
            sendiri = impor::daftar(&year.anggaran.pohon, true);
        } else {
            lain.extend(impor::daftar(&year.anggaran.pohon, false));
        }
    }
    // Programs have one code in all kabupaten: agencies of the same kind are asked for theirs.
    for other in shared.opd.iter().filter(|b| b.opd == own.opd && b.daerah != own.daerah) {
        let years = shared.muat_opd(&shared.baca(other)).isi.map(|o| o.rekaman).unwrap_or_default();
        for year in years.iter().rev() {
            let programs = impor::daftar(&year.anggaran.pohon, false).into_iter().filter(|a| a.dalam == 0);
            lain.extend(programs.map(|a| Ada { tetangga: true, ..a }));
        }
    }
    (sendiri, lain)
}

/// Reads the OPD once more with new texts in the place of some of its files, each named by its ending.
pub fn coba(rekam: &Rekam, teks: &[(&str, &str)]) -> Result<(Vec<Diagnostic>, Sources), Henti> {
    let failed = |error: std::io::Error| {
        Henti::new(
            pesan!("berkas sementara tidak bisa ditulis: {error}", "cannot write a temporary file: {error}"),
            pesan!("periksa ruang dan izin folder sementara", "check space and permissions of the temporary folder"),
        )
    };
    let mut trial = rekam.own.clone();
    let mut kept = Vec::new();
    for (ending, text) in teks {
        let mut file = tempfile::NamedTempFile::new().map_err(failed)?;
        file.write_all(text.as_bytes()).map_err(failed)?;
        for (_, path) in trial.berkas.iter_mut().filter(|(nama, _)| nama.ends_with(ending)) {
            *path = file.path().to_path_buf();
        }
        kept.push(file);
    }
    let read = rekam.shared.muat_opd(&rekam.shared.baca(&trial));
    Ok((read.diagnostics, read.sources))
}

fn kunci(d: &Diagnostic) -> (String, String) {
    (d.place.berkas.to_string(), d.message.id.clone())
}

/// What stands around the record cannot be read.
pub fn rusak(shown: &str) -> Henti {
    Henti::new(
        pesan!("opd.yaml di samping `{shown}` belum bisa dibaca", "opd.yaml beside `{shown}` cannot be read yet"),
        pesan!("jalankan `terang check` dan perbaiki dahulu", "run `terang check` and mend it first"),
    )
}
