//! Muat: from folders to checked content and a site, and all that was found on the way; what `build`, `check` and
//! `serve` share.

use super::jalan::{join, places, prefix};
use super::tema::{theme_dir, theme_file};
use super::temuan::{self, Semua};
use super::{Henti, Masukan, edisi, terbitan};
use crate::bagian::Asal;
use crate::comparisons::Gudang;
use crate::diagnostic::{self, Diagnostic, Sources};
use crate::exports::{self, edisi::RalatTerbit};
use crate::findings;
use crate::opd::Opd;
use crate::output::{self, Keluaran};
use crate::pesan;
use crate::records::{self, BerkasOpd, DariBerkas, Isi, Muatan, Sidik};
use crate::simpanan::{Kunci, Simpanan};
use crate::site::{self, Gagal, Lingkup, Ringkas};
use crate::templates::Theme;
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What reading and checking found, and what a site can be made of.
pub struct Hasil {
    /// The parts of the site; none while there are errors.
    siap: Option<Siap>,
    /// What was made, once something was.
    pub built: Option<site::Hasil>,
    /// Errors and warnings; paths as a person in this folder would write them.
    pub diagnostics: Vec<Diagnostic>,
    /// Findings: figures that do not agree; empty when they were not asked for.
    pub temuan: Semua,
    /// The findings as diagnostics.
    pub temuan_tampil: Vec<Diagnostic>,
    /// The texts all of them point into.
    pub sources: Sources,
    /// How many files were read.
    pub berkas: usize,
    /// The theme folder, if there is one.
    pub theme: Option<PathBuf>,
}

/// Content without errors after the first pass, with its theme.
struct Siap {
    isi: Isi,
    ringkas: Vec<Ringkas>,
    sidik: Vec<Sidik>,
    theme: Theme,
    /// Of the program and the shared content.
    kunci: Kunci,
}

/// A daerah, one of its OPD, and the years of that.
pub type AlamatOpd<'a> = (&'a str, &'a str, &'a [i32]);

/// How a site is to be made.
#[derive(Debug, Clone, Default)]
pub struct Rencana {
    /// Options of the site.
    pub options: site::Options,
    /// Which of its pages.
    pub lingkup: Lingkup,
    /// What it is made of, where several machines must know that they make one site.
    pub asal: Option<Asal>,
}

impl Rencana {
    /// What the command line says of every site.
    pub fn dari(masukan: &Masukan) -> Self {
        let options =
            site::Options { base_url: masukan.base_url.clone(), gaya: masukan.gaya, ..site::Options::default() };
        Self { options, ..Self::default() }
    }
}

impl Hasil {
    /// Whether any diagnostic stops publishing.
    pub fn ada_galat(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_galat)
    }

    /// Whether the content may be published: under `strict` only without any warning or finding.
    pub fn lolos(&self, strict: bool) -> bool {
        !self.ada_galat() && !(strict && (!self.temuan.temuan.is_empty() || !self.diagnostics.is_empty()))
    }
}

/// What the first pass keeps of one OPD.
struct Satu {
    ringkas: Option<Ringkas>,
    sidik: Sidik,
    temuan: Semua,
    diagnostics: Vec<Diagnostic>,
    sources: Sources,
}

/// Of the content of one OPD, the shared content and the program.
fn kunci_opd(bersama: &Kunci, sidik: &Sidik) -> Kunci {
    Kunci::dari([&bersama.bytes()[..], sidik])
}

/// Reads and checks one OPD, and drops it. Of one whose files are those of an earlier run, which found nothing to say
/// of them, the summary of that run is taken.
fn satu(
    isi: &Isi,
    berkas: &BerkasOpd,
    temuan: bool,
    terbitan: Option<(&Path, &[RalatTerbit])>,
    (simpanan, bersama): (&dyn Simpanan, &Kunci),
    gudang: &Gudang,
) -> Satu {
    let nama = format!("ringkas/{}/{}", berkas.daerah, berkas.opd);
    // Whether a file is right depends on the names of the other OPD of its daerah too; its pages do not.
    let of = |sidik: &Sidik| {
        let names = isi.sedaerah(&berkas.daerah).map(str::as_bytes);
        Kunci::dari([kunci_opd(bersama, sidik).bytes().as_slice()].into_iter().chain(names))
    };
    if simpanan.ada() && !temuan && terbitan.is_none() {
        let sidik = isi.sidik_opd(berkas);
        if let Some(ringkas) = simpanan.baca::<Ringkas>(&nama, &of(&sidik)) {
            let (temuan, diagnostics, sources) = (Semua::default(), Vec::new(), Sources::default());
            return Satu { ringkas: Some(ringkas.hemat(gudang)), sidik, temuan, diagnostics, sources };
        }
    }
    let mentah = isi.baca(berkas);
    let Muatan { isi: opd, diagnostics, sources } = isi.muat_opd(&mentah);
    let mut out = Satu { ringkas: None, sidik: mentah.sidik, temuan: Semua::default(), diagnostics, sources };
    let daerah = isi.content.as_ref().and_then(|c| Some((c, c.daerah.iter().find(|d| d.kode == berkas.daerah)?)));
    // Findings about content that did not read whole would blame figures for errors of the file.
    if let (Some((content, daerah)), Some(opd)) = (daerah, opd)
        && !out.diagnostics.iter().any(Diagnostic::is_galat)
    {
        let d = Opd::new(content, daerah, &opd);
        // An agency without a file in that edition is new.
        let csv = crate::opd::csv(&berkas.daerah, &berkas.opd);
        let before = terbitan.and_then(|(dir, ralat)| Some((output::baca(dir, &csv)?, ralat)));
        out.diagnostics.extend(exports::periksa_ralat(&d));
        out.diagnostics.extend(before.iter().flat_map(|(lama, ralat)| exports::periksa_terbitan(&d, lama, ralat)));
        let ringkas = Ringkas::dari(&d);
        if out.diagnostics.is_empty() {
            simpanan.tulis(&nama, &of(&mentah.sidik), &ringkas);
        }
        out.ringkas = Some(ringkas.hemat(gudang));
        if temuan {
            out.temuan = temuan::periksa(&d);
        }
    }
    out
}

/// Reads and checks everything; `temuan` asks for the findings too. What `simpanan` knows is not checked again.
///
/// # Errors
/// [`Henti`] when a folder named on the command line does not exist.
pub fn periksa(masukan: &Masukan, temuan: bool, simpanan: &dyn Simpanan) -> Result<Hasil, Henti> {
    check_dirs(masukan)?;
    let Muatan { isi, diagnostics, sources } = records::muat(&masukan.content);
    let mut hasil = Hasil {
        siap: None,
        built: None,
        diagnostics,
        temuan: Semua::default(),
        temuan_tampil: Vec::new(),
        sources,
        berkas: isi.berkas,
        theme: None,
    };
    let bersama = match simpanan.ada() {
        true => Kunci::dari([&Kunci::program().bytes()[..], &isi.sidik]),
        false => Kunci::default(),
    };
    let all = isi.opd.par_iter();
    let lama = masukan.published.as_deref();
    let ralat = lama.and_then(|dir| edisi::baca(dir).ok()).map(|(edisi, _)| edisi.ralat).unwrap_or_default();
    let before = lama.map(|dir| (dir, ralat.as_slice()));
    let gudang = Gudang::default();
    let all: Vec<Satu> = all.map(|b| satu(&isi, b, temuan, before, (simpanan, &bersama), &gudang)).collect();
    let names = || isi.opd.iter().map(|b| (b.daerah.as_str(), b.opd.as_str()));
    hasil.diagnostics.extend(lama.into_iter().flat_map(|dir| terbitan::hilang(dir, names())));
    let (mut ringkas, mut sidik) = (Vec::new(), Vec::new());
    let mut found = Semua::default();
    for one in all {
        ringkas.extend(one.ringkas);
        sidik.push(one.sidik);
        found.diperiksa += one.temuan.diperiksa;
        found.temuan.extend(one.temuan.temuan);
        hasil.diagnostics.extend(one.diagnostics);
        hasil.sources.0.extend(one.sources.0);
    }
    if temuan && !hasil.ada_galat() {
        hasil.temuan_tampil = found.temuan.iter().map(findings::Temuan::diagnostic).collect();
        hasil.temuan = found;
    }
    hasil.theme = match &isi.content {
        Some(content) => theme_dir(masukan, content, &mut hasil.diagnostics),
        None => masukan.theme.clone(),
    };
    // Content and theme are checked in the same run, so that all errors appear at once.
    let theme = Theme::load(hasil.theme.as_deref());
    let whole = !hasil.ada_galat();
    hasil.diagnostics = diagnostic::ringkas(std::mem::take(&mut hasil.diagnostics));
    name_files(&mut hasil, &masukan.content);
    match theme {
        Ok(theme) if whole => hasil.siap = Some(Siap { isi, ringkas, sidik, theme, kunci: bersama }),
        Ok(_) => {}
        Err((found, sources)) => hasil.tema_salah(found, sources),
    }
    Ok(hasil)
}

impl Hasil {
    /// Whether templates that are not built in could still be wrong.
    pub fn ada_tema(&self) -> bool {
        self.theme.is_some()
    }

    /// Every daerah, and every OPD with its years, by code; none while there are errors.
    pub fn alamat(&self) -> (Vec<&str>, Vec<AlamatOpd<'_>>) {
        let Some(siap) = &self.siap else { return Default::default() };
        let daerah = siap.isi.content.iter().flat_map(|c| &c.daerah).map(|d| d.kode.as_str()).collect();
        let opd = siap.ringkas.iter().map(|r| &r.bahan);
        (daerah, opd.map(|b| (b.daerah.as_str(), b.opd.kode.as_str(), b.opd.tahun.as_slice())).collect())
    }

    /// What a site of it would be made of; none while there are errors.
    pub fn asal(&self, options: &site::Options) -> Option<Asal> {
        let siap = self.siap.as_ref()?;
        Some(Asal::dari(&Kunci::nilai(&(&siap.isi.sidik, &siap.sidik)), &siap.theme.kunci(), options))
    }

    /// Makes the site into `keluar`, if nothing stands against it; what was wrong with templates or is heavy joins the
    /// diagnostics.
    ///
    /// # Errors
    /// [`Henti`] when a file cannot be handed over, or files changed since they were checked.
    pub fn bangun(
        &mut self,
        rencana: &Rencana,
        keluar: &dyn Keluaran,
        simpanan: &dyn Simpanan,
        progress: &(dyn Fn(usize, usize) + Sync),
    ) -> Result<(), Henti> {
        let Some(siap) = self.siap.take() else { return Ok(()) };
        let Some(content) = &siap.isi.content else { return Ok(()) };
        let sumber = DariBerkas::baru(&siap.isi, siap.sidik.clone());
        let kunci = rencana.asal.as_ref().map_or(siap.kunci, Asal::kunci);
        let kunci_opd = siap.sidik.iter().map(|sidik| kunci_opd(&kunci, sidik)).collect();
        let (ringkas, theme) = (siap.ringkas, &siap.theme);
        let (options, lingkup) = (&rencana.options, rencana.lingkup.clone());
        let bahan =
            site::Bahan { content, ringkas, sumber: &sumber, theme, options, lingkup, simpanan, kunci, kunci_opd };
        match site::bangun(bahan, keluar, progress) {
            Ok(built) => {
                // Named after files of the site, which are not in the content folder.
                self.diagnostics.extend(built.peringatan.iter().cloned());
                self.built = Some(built);
                Ok(())
            }
            Err(Gagal::Templat(found)) => {
                self.tema_salah(found.clone(), siap.theme.sources(&found));
                Ok(())
            }
            Err(Gagal::Keluaran(error)) => Err(error.into()),
            Err(Gagal::Berubah(opd)) => Err(Henti::new(
                pesan!(
                    "berkas `{opd}` berubah saat situs dibuat; situs yang lama tidak disentuh",
                    "files of `{opd}` changed while the site was made; the previous site is untouched"
                ),
                pesan!(
                    "jalankan sekali lagi setelah berkasnya selesai disimpan",
                    "run it again once the files are saved"
                ),
            )),
        }
    }

    /// Mistakes of a theme, named as a person would open its files.
    fn tema_salah(&mut self, mut found: Vec<Diagnostic>, sources: Sources) {
        let dir = self.theme.as_deref();
        for d in &mut found {
            d.place.berkas = Arc::from(theme_file(dir, &d.place.berkas));
        }
        let named = |name: &str| Arc::from(theme_file(dir, name));
        self.sources.0.extend(sources.0.into_iter().map(|(name, text)| (named(&name), text)));
        self.diagnostics.extend(found);
    }
}

fn check_dirs(masukan: &Masukan) -> Result<(), Henti> {
    if let Some(url) = masukan.base_url.as_ref().filter(|u| !u.starts_with("https://") && !u.starts_with("http://")) {
        return Err(Henti::new(
            pesan!("`{url}` bukan alamat lengkap", "`{url}` is not a full address"),
            pesan!(
                "tulis misalnya `--base-url https://contoh.go.id/terang/`",
                "write for example `--base-url https://example.go.id/terang/`"
            ),
        ));
    }
    let content = &masukan.content;
    if !content.is_dir() {
        let shown = content.display();
        return Err(Henti::new(
            pesan!("folder isi `{shown}` tidak ada", "there is no content folder `{shown}`"),
            pesan!(
                "jalankan terang di folder portal, atau sebut tempatnya: `--content DIR`",
                "run terang in the portal's folder, or name it: `--content DIR`"
            ),
        ));
    }
    masukan.published.as_deref().map_or(Ok(()), terbitan::periksa)?;
    if let Some(theme) = masukan.theme.as_ref().filter(|t| !t.is_dir()) {
        let shown = theme.display();
        return Err(Henti::new(
            pesan!("folder tema `{shown}` tidak ada", "there is no theme folder `{shown}`"),
            pesan!("periksa nama foldernya, atau hapus `--theme`", "check the name, or leave `--theme` out"),
        ));
    }
    Ok(())
}

/// Gives every place the path a person here would open, and the text of its file.
fn name_files(hasil: &mut Hasil, content: &Path) {
    let Hasil { diagnostics, temuan_tampil: temuan, sources, .. } = hasil;
    for place in diagnostics.iter().chain(temuan.iter()).flat_map(places) {
        if !sources.0.contains_key(&place.berkas)
            && let Ok(text) = records::read_text(content, &place.berkas)
        {
            sources.0.insert(Arc::clone(&place.berkas), text);
        }
    }
    prefix(diagnostics, content);
    prefix(temuan, content);
    let own = std::mem::take(&mut sources.0);
    sources.0 = own.into_iter().map(|(name, text)| (Arc::from(join(content, &name)), text)).collect();
}
