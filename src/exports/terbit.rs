//! Terbit: what an earlier edition of the site published, held against the content of now: no figure changes or goes
//! without a correction in `ralat.yaml`: not its print, not the value, unit or doubt it was read with, and not what is computed
//! from prints that stayed the same. A correction that was published stays.

use super::beda::TabelData;
use super::edisi::RalatTerbit;
use super::jaga::tanpa_jaga;
use super::pernyataan::{DIRAGUKAN, nilai_terhitung, satuan_terhitung};
use crate::diagnostic::{Diagnostic, Jalur, Spot};
use crate::measures::Turunan;
use crate::opd::Opd;
use crate::pesan;
use crate::records::{Pernyataan, Ralat, bacaan};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Reports figures of the earlier edition, `lama` its CSV of this OPD, that the content no longer prints or computes and no
/// correction names; and corrections it published, `ralat`, that are gone.
pub fn periksa(d: &Opd<'_>, lama: &[u8], ralat: &[RalatTerbit]) -> Vec<Diagnostic> {
    let (daerah, opd) = (&d.daerah.kode, &d.sumber.opd.kode);
    let own = format!("{daerah}/{opd}/");
    let Some(old) = baca(lama, &own) else {
        let (nama, berkas) = (crate::opd::csv(daerah, opd), Arc::from(format!("{own}opd.yaml").as_str()));
        let said = pesan!(
            "`{nama}` pada terbitan lama tidak terbaca sebagai data terang",
            "`{nama}` of the earlier edition cannot be read as data of terang"
        );
        let help = pesan!("sebut folder situs yang utuh", "name the folder of a whole site");
        return vec![Diagnostic::galat("terbitan-rusak", &berkas, Spot::Berkas, said).bantuan(help)];
    };
    let noted = |alamat: &str, text: &str| d.sumber.ralat.iter().any(|r| r.alamat == alamat && sama(&r.lama, text));
    let mut out: Vec<Diagnostic> = ralat.iter().filter_map(|r| ralat_hilang(d, &own, r)).collect();
    // Addresses whose print or reading is another one now.
    let mut berubah: BTreeSet<String> = BTreeSet::new();
    for (alamat, cells) in &old.tercetak {
        let mut said = BTreeSet::new();
        let all: Vec<&Pernyataan<'_>> = d.kumpulan.di(alamat).collect();
        for cell in cells {
            // Where the same place still prints the figure, it counts and no other does.
            let here: Vec<&Pernyataan<'_>> = all.iter().copied().filter(|p| cell.di(p)).collect();
            let now = if here.is_empty() { &all } else { &here };
            if now.iter().any(|p| cell.tetap(d, p)) {
                continue;
            }
            let same = now.iter().find(|p| sama(&p.tulisan(), &cell.tercetak));
            let (lama, baru) = match same {
                Some(p) => (cell.bacaan(), Some((*p, p.bacaan(&d.sumber.opd)))),
                None => (cell.tercetak.clone(), now.first().map(|p| (*p, p.tulisan()))),
            };
            berubah.insert(alamat.clone());
            // Printed alike in several places, it is one figure.
            if !noted(alamat, &lama) && said.insert(lama.clone()) {
                let baru = baru.map(|(p, text)| (tempat(&own, p), text));
                out.push(tanpa_ralat(&own, alamat, &lama, baru));
            }
        }
    }
    let tetap = Tetap { d, old: &old.tercetak, berubah };
    for (alamat, text) in &old.terhitung {
        let now = d.turunan.get(alamat);
        let baru = now.map(|t| terhitung(&nilai_terhitung(t), satuan_terhitung(t)));
        let same = baru.as_ref().is_some_and(|b| b == text);
        if same || text.is_empty() || noted(alamat, text) || !now.map_or_else(|| tetap.semua(), |t| tetap.masukan(t)) {
            continue;
        }
        let spot = (format!("{own}opd.yaml"), Spot::Berkas);
        out.push(tanpa_ralat(&own, alamat, text, baru.map(|b| (spot, b))));
    }
    out
}

/// What of the content is as the edition before published it: what is computed may be another value where what is printed is,
/// and nowhere else.
struct Tetap<'t> {
    d: &'t Opd<'t>,
    old: &'t BTreeMap<String, BTreeSet<Lama>>,
    berubah: BTreeSet<String>,
}

impl Tetap<'_> {
    /// Whether a printed figure is the same, with no statement more.
    fn satu(&self, alamat: &str) -> bool {
        let old = self.old.get(alamat);
        !self.berubah.contains(alamat)
            && self.d.kumpulan.di(alamat).all(|p| old.is_some_and(|cells| cells.iter().any(|c| c.tetap(self.d, p))))
    }

    /// Whether all that a figure is computed from is the same.
    fn masukan(&self, t: &Turunan) -> bool {
        t.masukan.iter().all(|m| match self.d.turunan.get(&m.alamat) {
            Some(own) => self.masukan(own),
            None => self.satu(&m.alamat),
        })
    }

    /// Whether all printed figures are the same.
    fn semua(&self) -> bool {
        self.berubah.is_empty() && self.d.kumpulan.per_alamat().all(|(alamat, _)| self.satu(alamat))
    }
}

/// A computed figure as a correction names it; nothing where it has no value.
fn terhitung(nilai: &str, satuan: &str) -> String {
    let gap = if satuan == "%" || satuan.is_empty() || nilai.is_empty() { "" } else { " " };
    if nilai.is_empty() { String::new() } else { format!("{nilai}{gap}{satuan}") }
}

/// Corrections of computed figures, which the reader of `ralat.yaml` cannot compute: what each names is what it is now.
pub fn periksa_ralat(d: &Opd<'_>) -> Vec<Diagnostic> {
    let list = &d.sumber.ralat;
    let one = |(n, r): (usize, &Ralat)| {
        if !r.terhitung() || list[n + 1..].iter().any(|o| o.alamat == r.alamat) {
            return None;
        }
        let now = d.turunan.get(&r.alamat).map(|t| terhitung(&nilai_terhitung(t), satuan_terhitung(t)));
        let now = now.filter(|text| !text.is_empty());
        if now.as_deref() == r.baru.as_deref().map(str::trim) {
            return None;
        }
        let (alamat, said) = (&r.alamat, now.as_ref().map_or("—", String::as_str));
        let help = match &now {
            Some(text) => pesan!("tulis `baru: \"{text}\"`", "write `baru: \"{text}\"`"),
            None => pesan!(
                "hapus baris `baru`: angka itu tidak dihitung lagi",
                "remove the line `baru`: it is computed no more"
            ),
        };
        let berkas = Arc::from(format!("{}/{}/ralat.yaml", d.daerah.kode, d.sumber.opd.kode).as_str());
        let spot = Spot::Nilai(Jalur::default().urutan(n).kunci(if r.baru.is_some() { "baru" } else { "alamat" }));
        let said = pesan!("`{alamat}` kini terhitung {said}", "`{alamat}` is computed as {said} now");
        Some(Diagnostic::galat("ralat-lain", &berkas, spot, said).bantuan(help))
    };
    list.iter().enumerate().filter_map(one).collect()
}

/// A correction that the edition before published and `ralat.yaml` no longer holds.
fn ralat_hilang(d: &Opd<'_>, own: &str, r: &RalatTerbit) -> Option<Diagnostic> {
    let alamat = r.alamat.strip_prefix(own)?;
    if d.sumber.ralat.iter().any(|now| now.alamat == alamat && now.lama == r.lama) {
        return None;
    }
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let baru = r.baru.as_ref().map_or_else(String::new, |b| format!(", baru: {}", quoted(b)));
    let (alasan, tanggal) = (quoted(&r.alasan), &r.tanggal);
    let entry = format!(
        "- {{alamat: {}, lama: {}{baru}, alasan: {alasan}, tanggal: {tanggal}}}",
        quoted(alamat),
        quoted(&r.lama)
    );
    let lama = &r.lama;
    let said = pesan!(
        "ralat atas `{alamat}` (dahulu “{lama}”) sudah terbit dan kini tidak ada",
        "the correction of `{alamat}` (“{lama}” before) was published and is gone"
    );
    let help = pesan!(
        "kembalikan pada {own}ralat.yaml, di tempatnya menurut urutan waktu: {entry}",
        "put it back into {own}ralat.yaml, at its place in time: {entry}"
    );
    let berkas = Arc::from(format!("{own}opd.yaml").as_str());
    Some(Diagnostic::galat("ralat-hilang", &berkas, Spot::Berkas, said).bantuan(help))
}

/// A printed figure as the edition before published it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Lama {
    tercetak: String,
    nilai: String,
    satuan: String,
    ragu: bool,
    dokumen: String,
    letak: String,
}

impl Lama {
    /// Whether a statement stands at the place where this one stood.
    fn di(&self, p: &Pernyataan<'_>) -> bool {
        self.dokumen == p.sumber.dokumen && sama(&p.sumber.letak, &self.letak)
    }

    /// Whether a statement says the same: as printed, and as read.
    fn tetap(&self, d: &Opd<'_>, p: &Pernyataan<'_>) -> bool {
        sama(&p.tulisan(), &self.tercetak)
            && sama(&p.nilai_data(), &self.nilai)
            && sama(&p.satuan_tercetak(&d.sumber.opd), &self.satuan)
            && p.sel.ragu == self.ragu
    }

    fn bacaan(&self) -> String {
        let plain = [&self.tercetak, &self.nilai, &self.satuan].map(|text| tanpa_jaga(text));
        bacaan(&plain[0], &plain[1], &plain[2], self.ragu)
    }
}

/// Whether a CSV is one of figures, with a row at least.
pub fn memuat_angka(csv: &[u8]) -> bool {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(csv);
    let named = reader.headers().is_ok_and(|head| {
        let has = |name: &str| head.iter().any(|h| h.trim_start_matches('\u{feff}') == name);
        ["alamat", "tercetak", "dihitung"].into_iter().all(has)
    });
    named && reader.records().next().is_some()
}

/// The figures of an OPD, by address.
#[derive(Default)]
struct Terbitan {
    tercetak: BTreeMap<String, BTreeSet<Lama>>,
    terhitung: BTreeMap<String, String>,
}

/// The figures of an OPD; nothing where it is no such file.
fn baca(csv: &[u8], own: &str) -> Option<Terbitan> {
    if !memuat_angka(csv) {
        return None;
    }
    let tabel = TabelData::csv(csv)?;
    let mut out = Terbitan::default();
    let mut banyak = 0_usize;
    for (alamat, row) in tabel.semua() {
        let place = alamat.strip_prefix(own)?;
        banyak += 1;
        let sel = |nama| tabel.sel(row, nama).to_string();
        let (tercetak, nilai, note) = (sel("tercetak"), sel("nilai"), sel("keterangan"));
        if sel("dihitung") != "tidak" {
            out.terhitung.insert(place.to_string(), terhitung(&tanpa_jaga(&nilai), &sel("satuan")));
        } else if !(tercetak.is_empty() && nilai.is_empty()) {
            let ragu = note == DIRAGUKAN || note.starts_with(&format!("{DIRAGUKAN};"));
            let (satuan, dokumen, letak) = (sel("satuan"), sel("kode_dokumen"), sel("letak"));
            // Where nothing was printed nothing was published.
            out.tercetak.entry(place.to_string()).or_default().insert(Lama {
                tercetak,
                nilai,
                satuan,
                ragu,
                dokumen,
                letak,
            });
        }
    }
    (banyak > 0).then_some(out)
}

/// Whether a text is what a CSV holds, with the apostrophe that keeps it from running or without.
fn sama(text: &str, cell: &str) -> bool {
    text == cell || tanpa_jaga(text) == tanpa_jaga(cell)
}

/// The correction that says a figure was published so, its text as a CSV holds it, alone or with how it was read.
pub fn ralat<'r>(list: &'r [RalatTerbit], alamat: &str, tercetak: &str) -> Option<&'r RalatTerbit> {
    let text = tanpa_jaga(tercetak);
    let read = |lama: &str| lama.strip_prefix(text.as_str()).is_some_and(|rest| rest.starts_with(" (dibaca "));
    list.iter().rev().find(|r| r.alamat == alamat && (sama(&r.lama, tercetak) || read(&r.lama)))
}

/// Where a statement stands.
fn tempat(own: &str, p: &Pernyataan<'_>) -> (String, Spot) {
    let file = p.rekaman.map_or_else(|| "opd.yaml".to_string(), |year| format!("{year}.yaml"));
    (format!("{own}{file}"), Spot::Nilai(p.jalur()))
}

fn tanpa_ralat(own: &str, alamat: &str, lama: &str, now: Option<((String, Spot), String)>) -> Diagnostic {
    let spot = now.as_ref().map(|(place, _)| place.clone());
    let (berkas, spot) = spot.unwrap_or_else(|| (format!("{own}opd.yaml"), Spot::Berkas));
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let entry = now.as_ref().map_or_else(String::new, |(_, baru)| format!(", baru: {}", quoted(baru)));
    let entry = format!("- {{alamat: {}, lama: {}{entry}, alasan: ..., tanggal: ...}}", quoted(alamat), quoted(lama));
    let said = match &now {
        Some((_, baru)) => {
            pesan!(
                "`{alamat}` terbit sebagai “{lama}”, kini “{baru}”, dan tidak ada ralatnya",
                "`{alamat}` was published as “{lama}”, is now “{baru}”, and no correction says so"
            )
        }
        None => pesan!(
            "`{alamat}` terbit sebagai “{lama}”, kini tidak ada, dan tidak ada ralatnya",
            "`{alamat}` was published as “{lama}”, is gone now, and no correction says so"
        ),
    };
    let file = format!("{own}ralat.yaml");
    let help = pesan!(
        "tambahkan pada {file}, dengan sebab dan tanggalnya: {entry}",
        "add to {file}, with reason and date: {entry}"
    );
    Diagnostic::galat("tanpa-ralat", &Arc::from(berkas.as_str()), spot, said).bantuan(help)
}
