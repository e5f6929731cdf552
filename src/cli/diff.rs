//! `terang diff`: the figures that were added, removed or changed between two folders of a site.

use super::riwayat::{self, Angka};
use super::{Akhir, Bentuk, Henti, edisi, lapor, terbitan};
use crate::diagnostic::Lang;
use crate::exports::edisi::RalatTerbit;
use crate::exports::{Beda, TabelData, beda, isi_angka, ralat_terbit};
use crate::pesan;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A value is cut to this many characters in the table; JSON has it whole.
const LEBAR: usize = 28;

#[derive(clap::Args)]
pub struct Args {
    /// Folder terbitan yang lebih lama
    #[arg(value_name = "LAMA")]
    lama: PathBuf,
    /// Folder terbitan yang lebih baru
    #[arg(value_name = "BARU")]
    baru: PathBuf,
    /// Bentuk hasil: human atau json
    #[arg(long, value_enum, default_value = "human", value_name = "BENTUK", hide_possible_values = true)]
    format: Bentuk,
}

/// A figure as one edition has it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Nilai {
    nilai: String,
    tercetak: String,
    satuan: String,
}

/// One difference.
struct Satu {
    alamat: String,
    nama: String,
    dihitung: bool,
    lama: Option<Nilai>,
    baru: Option<Nilai>,
    ralat: Option<RalatTerbit>,
}

pub fn run(args: &Args, lang: Lang) -> Result<Akhir, Henti> {
    let (lama, kini) = (terbitan(&args.lama)?, terbitan(&args.baru)?);
    let baru = edisi::baca(&args.baru).ok();
    let ralat = baru.as_ref().map(|(e, _)| e.ralat.as_slice());
    let mut list = Vec::new();
    // One agency at a time: what is the same in both is not kept.
    for path in lama.berkas().union(&kini.berkas()) {
        list.extend(banding(&lama.tabel(path), &kini.tabel(path), ralat.unwrap_or_default()));
    }
    match args.format {
        Bentuk::Json => lapor::print(&format!("{:#}", tulis_json(args, &list)))?,
        Bentuk::Human => {
            if !list.is_empty() {
                lapor::print(&tabel(&list, lang))?;
            }
            lapor::say(&ringkasan(&list), lang);
            if ralat.is_none() {
                lapor::say(
                    &pesan!(
                        "Folder yang baru tidak punya edisi.json: ralatnya tidak diketahui.",
                        "The later folder has no edisi.json: its corrections are not known."
                    ),
                    lang,
                );
            }
        }
    }
    Ok(if list.is_empty() { Akhir::Baik } else { Akhir::Galat })
}

/// The figures of an edition: of a site, or of what a later one keeps of it.
fn terbitan(dir: &Path) -> Result<Angka<'_>, Henti> {
    if riwayat::tersimpan(dir) {
        return riwayat::kenangan(dir).map(|k| Angka::Kenangan(Box::new(k))).map_err(|why| riwayat::henti(dir, why));
    }
    terbitan::periksa(dir)?;
    Ok(Angka::Situs(dir))
}

/// What differs between the figures of an agency in two editions.
fn banding(old: &TabelData, new: &TabelData, ralat: &[RalatTerbit]) -> Vec<Satu> {
    let one = |b: Beda<'_>| {
        let of = |t: &TabelData, row: Option<&[String]>| {
            let sel = |nama| row.map(|row| t.sel(row, nama).to_string());
            Some(Nilai { nilai: sel("nilai")?, tercetak: sel("tercetak")?, satuan: sel("satuan")? })
        };
        let (table, row) = b.baru.map_or((old, b.lama), |row| (new, Some(row)));
        let sel = |nama| row.map_or("", |row| table.sel(row, nama));
        let lama = of(old, b.lama);
        let ralat = lama.as_ref().and_then(|l| ralat_terbit(ralat, b.alamat, &l.tercetak)).cloned();
        let (nama, dihitung) = (sel("nama").to_string(), sel("dihitung") == "ya");
        Satu { alamat: b.alamat.to_string(), nama, dihitung, lama, baru: of(new, b.baru), ralat }
    };
    beda(old, new, &isi_angka).into_iter().map(one).collect()
}

impl Satu {
    fn tanda(&self) -> char {
        match (&self.lama, &self.baru) {
            (None, _) => '+',
            (_, None) => '-',
            _ => '~',
        }
    }

    /// Whether a printed figure changed or went and no correction says so.
    fn tanpa_ralat(&self) -> bool {
        self.lama.is_some() && !self.dihitung && self.ralat.is_none()
    }
}

/// A value in a table: as printed, or as computed; where both editions print the same, only what each reads:
/// behind the print it would be cut off.
fn tampil(nilai: Option<&Nilai>, lain: Option<&Nilai>) -> String {
    let Some(v) = nilai else { return "—".into() };
    let text = match v.tercetak.as_str() {
        "" => format!("{} {}", v.nilai, v.satuan).trim().to_string(),
        text if lain.is_some_and(|l| l.tercetak == text) => format!("= {} {}", v.nilai, v.satuan).trim().to_string(),
        text => text.to_string(),
    };
    let text = edisi::polos(&text);
    if text.chars().count() <= LEBAR { text } else { text.chars().take(LEBAR - 1).chain(['…']).collect() }
}

fn tabel(list: &[Satu], lang: Lang) -> String {
    let head = [lang.pilih("lama", "old"), lang.pilih("baru", "new"), lang.pilih("ralat", "correction")];
    let mut rows = vec![head.map(str::to_string)];
    rows.extend(list.iter().map(|s| {
        let noted = match &s.ralat {
            Some(r) => edisi::polos(&r.tanggal),
            None if s.tanpa_ralat() => lang.pilih("tidak ada", "none").to_string(),
            None if s.dihitung => lang.pilih("terhitung", "computed").to_string(),
            None => String::new(),
        };
        let (lama, baru) = (s.lama.as_ref(), s.baru.as_ref());
        [tampil(lama, baru), tampil(baru, lama), noted]
    }));
    let wide = |n: usize| rows.iter().map(|r| r[n].chars().count()).max().unwrap_or(0);
    let [a, b, c] = [wide(0), wide(1), wide(2)];
    let line = |[x, y, z]: &[String; 3]| format!("{x:<a$}  {y:<b$}  {z:<c$}");
    let mut out = vec![format!("   {}  {}", line(&rows[0]), lang.pilih("alamat: nama", "address: name"))];
    for (s, row) in list.iter().zip(&rows[1..]) {
        // What is kept of an edition has no names.
        let nama = if s.nama.is_empty() { String::new() } else { format!(": {}", edisi::polos(&s.nama)) };
        out.push(format!("{}  {}  {}{nama}", s.tanda(), line(row), edisi::polos(&s.alamat)));
    }
    out.join("\n")
}

fn ringkasan(list: &[Satu]) -> crate::diagnostic::Pesan {
    if list.is_empty() {
        return pesan!("Tidak ada angka yang berbeda.", "No figure differs.");
    }
    let n = |sign| list.iter().filter(|s| s.tanda() == sign).count();
    let (tambah, hapus, ubah) = (n('+'), n('-'), n('~'));
    let tanpa = list.iter().filter(|s| s.tanpa_ralat()).count();
    pesan!(
        "{tambah} angka ditambah, {hapus} dihapus, {ubah} berubah; {tanpa} tanpa ralat.",
        "{tambah} figures added, {hapus} removed, {ubah} changed; {tanpa} without a correction."
    )
}

fn tulis_json(args: &Args, list: &[Satu]) -> Value {
    let nilai =
        |v: &Option<Nilai>| v.as_ref().map(|v| json!({"nilai": v.nilai, "tercetak": v.tercetak, "satuan": v.satuan}));
    let some = |sign: char| -> Vec<Value> {
        let own = list.iter().filter(|s| s.tanda() == sign);
        own.map(|s| {
            json!({
                "alamat": s.alamat, "nama": s.nama, "dihitung": s.dihitung, "lama": nilai(&s.lama), "baru": nilai(&s.baru),
                "ralat": s.ralat.as_ref().map(|r| json!({"tanggal": r.tanggal, "alasan": r.alasan})),
            })
        })
        .collect()
    };
    let folder = |dir: &Path| {
        let edisi = edisi::baca(dir).ok();
        json!({
            "folder": dir.display().to_string(),
            "edisi": edisi.as_ref().map(|(_, sha256)| sha256),
            "tanggal": edisi.as_ref().and_then(|(e, _)| e.tanggal.as_ref()),
        })
    };
    json!({
        "versi": 1, "lama": folder(&args.lama), "baru": folder(&args.baru),
        "ditambah": some('+'), "dihapus": some('-'), "berubah": some('~'),
    })
}
