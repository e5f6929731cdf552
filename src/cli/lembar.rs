//! `terang lembar`: the workbook of a record to fill in Excel; and what `terang impor` does when it comes back.

use super::impor::{Rekam, alamat, buka, coba, selesai};
use super::{Akhir, Henti, lapor};
use crate::diagnostic::{Diagnostic, Lang, Spot};
use crate::impor::{self, Kartu, Lembar, Masalah, Naskah, Salah, Sampul};
use crate::{output, pesan};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct Args {
    /// Alamat rekaman: <daerah>/<opd>/<tahun>
    alamat: String,
    /// Berkas yang ditulis [bawaan: <opd>-<tahun>.xlsx]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Folder isi portal
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

pub fn run(args: &Args, lang: Lang) -> Result<Akhir, Henti> {
    let tempat = alamat(&args.alamat)?;
    let rekam = buka(&args.content, &tempat)?;
    let path = args.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}-{}.xlsx", tempat.1, tempat.2)));
    let naskah = naskah(&rekam)?;
    let kartu = kartu(&rekam, &naskah);
    if kartu.is_empty() {
        return Err(Henti::new(
            pesan!(
                "rekaman ini belum punya tabel, pohon anggaran atau indikator",
                "this record has no table, budget tree or indicator yet"
            ),
            pesan!(
                "mulai dengan `terang impor`, atau daftarkan indikator di opd.yaml",
                "start with `terang impor`, or list indicators in opd.yaml"
            ),
        ));
    }
    let bytes = tulis(&rekam, &kartu, &[], &[])?;
    output::create(&path, &bytes)?;
    let (shown, n) = (path.display(), kartu.len());
    lapor::print(
        pesan!("Dibuat: {shown} ({n} lembar tabel)", "Created: {shown} ({n} sheets of tables)").in_lang(lang),
    )?;
    let ke = &args.alamat;
    lapor::print(
        pesan!(
            "Berikutnya: isi, simpan, lalu `terang impor {shown} --ke {ke}`",
            "Next: fill it, save it, then `terang impor {shown} --ke {ke}`"
        )
        .in_lang(lang),
    )?;
    Ok(Akhir::Baik)
}

/// Reads a workbook of `terang lembar` back into its record.
pub fn kembali(rekam: &Rekam, sheets: &[Lembar], berkas: &str, hanya_coba: bool, lang: Lang) -> Result<Akhir, Henti> {
    let naskah = naskah(rekam)?;
    let kartu = kartu(rekam, &naskah);
    let balik = match impor::balik(sheets, &kartu, &naskah, &rekam.alamat) {
        Ok(balik) => balik,
        Err(masalah) => {
            let salah: Vec<Salah> = masalah.iter().filter_map(|m| tempat(m, lang)).collect();
            for one in &masalah {
                lapor::line(&one.tulis(lang));
            }
            // A copy is written from the record's own frame: what stands in another frame would end in wrong cells.
            if masalah.iter().any(|m| !impor::is_isi(m, &kartu)) {
                lapor::say(
                    &pesan!(
                        "Kerangka berkas ini bukan lagi yang dibuat `terang lembar`; rekamannya tidak berubah dan salinan bertanda tidak dibuat",
                        "The frame of this file is no longer what `terang lembar` made; the record is unchanged and no marked copy is written"
                    ),
                    lang,
                );
                return Ok(Akhir::Galat);
            }
            return perbaiki(rekam, &kartu, sheets, &salah, masalah.len(), berkas, lang);
        }
    };
    let record = format!("/{}.yaml", rekam.tahun);
    let (new, _) = coba(rekam, &[(&record, &balik.teks)])?;
    let fresh: Vec<&Diagnostic> = new.iter().filter(|d| d.is_galat() && !rekam.sudah(d)).collect();
    if !fresh.is_empty() {
        let mut salah = Vec::new();
        for d in &fresh {
            let way = if let Spot::Nilai(way) = &d.place.spot { Some(way) } else { None };
            let cell = way.and_then(|way| balik.sel.iter().find(|(own, ..)| own == way));
            let help = d.help.as_ref().map(|h| format!("\n  {}", h.in_lang(lang))).unwrap_or_default();
            let text = format!("{}{help}", d.message.in_lang(lang));
            match cell {
                Some((_, nama, row, column)) => {
                    lapor::line(&format!("{nama}!{}: {text}", impor::alamat_sel(*row, *column)));
                    salah.push((nama.clone(), *row, *column, text));
                }
                None => lapor::line(&format!("{}: {text}", d.place.berkas)),
            }
        }
        return perbaiki(rekam, &kartu, sheets, &salah, fresh.len(), berkas, lang);
    }
    if !balik.tiada.is_empty() {
        let (n, list) = (balik.tiada.len(), balik.tiada[..balik.tiada.len().min(8)].join("; "));
        lapor::say(
            &pesan!(
                "{n} baris rekaman tidak ada di lembar kerja dan tetap seperti semula: {list}; yang memang salah dihapus di berkas YAML",
                "{n} rows of the record are not in the workbook and stay as they were: {list}; take out what is wrong in the YAML"
            ),
            lang,
        );
    }
    let (cells, rows) = balik.berubah;
    lapor::say(&pesan!("{cells} sel berubah, {rows} baris baru", "{cells} cells changed, {rows} new rows"), lang);
    selesai(&[(&rekam.file, &rekam.teks, &balik.teks)], hanya_coba, lang)
}

/// The same workbook with the cells coloured, beside the one that was given.
fn perbaiki(
    rekam: &Rekam,
    kartu: &[Kartu],
    sheets: &[Lembar],
    salah: &[Salah],
    n: usize,
    berkas: &str,
    lang: Lang,
) -> Result<Akhir, Henti> {
    lapor::say(
        &pesan!(
            "{n} hal perlu diperbaiki; rekamannya tidak berubah",
            "{n} things need mending; the record is unchanged"
        ),
        lang,
    );
    if salah.is_empty() || berkas == "-" {
        return Ok(Akhir::Galat);
    }
    let path = Path::new(berkas);
    let stem = path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
    let out = path.with_file_name(format!("{}-perbaiki.xlsx", stem.trim_end_matches("-perbaiki")));
    let bytes = tulis(rekam, kartu, sheets, salah)?;
    output::replace(&out, &bytes)?;
    let shown = out.display();
    lapor::say(
        &pesan!(
            "Selnya ditandai di {shown}, dengan daftar di lembar Perbaiki",
            "The cells are marked in {shown}, with a list on the sheet Perbaiki"
        ),
        lang,
    );
    Ok(Akhir::Galat)
}

/// `Anggaran 1!D7` as sheet, row and column.
fn tempat(masalah: &Masalah, lang: Lang) -> Option<Salah> {
    let (nama, cell) = masalah.tempat.rsplit_once('!')?;
    let (row, column) = impor::baca_alamat(cell)?;
    let text = format!("{}\n  {}", masalah.pesan.in_lang(lang), masalah.bantuan.in_lang(lang));
    Some((nama.to_string(), row, column, text))
}

fn naskah(rekam: &Rekam) -> Result<Naskah<'_>, Henti> {
    Naskah::baca(&rekam.teks).ok_or_else(|| super::impor::rusak(&rekam.file.display().to_string()))
}

fn kartu(rekam: &Rekam, naskah: &Naskah<'_>) -> Vec<Kartu> {
    impor::kartu(naskah, &impor::Rujukan::dari(&rekam.opd.opd))
}

fn tulis(rekam: &Rekam, kartu: &[Kartu], isi: &[Lembar], salah: &[Salah]) -> Result<Vec<u8>, Henti> {
    let year = rekam.opd.rekaman.iter().find(|r| r.tahun == rekam.tahun);
    let (batas, dokumen) = year.map_or((String::new(), ""), |r| (r.batas_data.to_string(), r.dokumen.as_str()));
    let sampul = Sampul { alamat: &rekam.alamat, opd: &rekam.opd.opd.nama, batas_data: &batas, dokumen };
    impor::tulis_lembar(&sampul, kartu, isi, salah).map_err(|error| {
        Henti::new(
            pesan!("lembar kerja tidak bisa dibuat: {error}", "the workbook cannot be made: {error}"),
            pesan!("laporkan ini sebagai kesalahan terang", "please report this as a bug of terang"),
        )
    })
}
