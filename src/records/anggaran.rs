//! Anggaran: the budget tree program > kegiatan > sub kegiatan of any depth, and the tables printed about it.

use super::dekat::{sebut, usul};
use super::kode;
use super::reader::{At, Reader};
use super::tabel::{self, Konteks, Subjek, TabelUkur, read_rincian};
use crate::diagnostic::{Jalur, Langkah, Spot};
use crate::pesan;
use std::collections::BTreeSet;

/// A node of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Simpul {
    /// Code, unique in the tree: `rehabilitasi.k1.s2`.
    pub kode: String,
    /// The code of the national nomenclature, as printed: `1.06.04.2.01.0001`.
    pub kode_resmi: Option<String>,
    /// Name as printed.
    pub nama: String,
    /// Other printed spellings.
    pub alias: Vec<String>,
    /// The sasaran a program serves: several share its money.
    pub sasaran: Vec<String>,
    /// Its output indicators.
    pub indikator: Vec<String>,
    /// Unit of its physical target.
    pub satuan: Option<String>,
    /// The level the document wrongly prints.
    pub tingkat_tercetak: Option<String>,
    /// A remark.
    pub catatan: Option<String>,
    /// Its children.
    pub anak: Vec<Simpul>,
    /// Whether only some of its children are copied.
    pub sebagian: bool,
}

impl Simpul {
    /// The name of a level: 0 program, 1 kegiatan, 2 sub kegiatan, deeper rincian.
    pub fn tingkat(kedalaman: usize) -> &'static str {
        ["program", "kegiatan", "sub kegiatan"].get(kedalaman).copied().unwrap_or("rincian")
    }

    /// Its children where they are all of it: what is added up, counted or missed.
    pub fn lengkap(&self) -> Option<&[Simpul]> {
        (!self.sebagian && !self.anak.is_empty()).then_some(&self.anak)
    }

    /// This node and all below it with their depth, in printed order.
    pub fn semua(&self) -> Vec<(usize, &Simpul)> {
        let mut out = Vec::new();
        self.walk(0, &mut out);
        out
    }

    /// The node of a code, here or below. Asked for every figure: it collects nothing on the way.
    fn cari(&self, kode: &str) -> Option<&Simpul> {
        if self.kode == kode { Some(self) } else { self.anak.iter().find_map(|node| node.cari(kode)) }
    }

    fn walk<'a>(&'a self, depth: usize, out: &mut Vec<(usize, &'a Simpul)>) {
        out.push((depth, self));
        for child in &self.anak {
            child.walk(depth + 1, out);
        }
    }
}

/// The budget of one year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Anggaran {
    /// Programs.
    pub pohon: Vec<Simpul>,
    /// What is printed about them.
    pub tabel: Vec<TabelUkur>,
    /// Whether only some of the tree is copied.
    pub sebagian: bool,
}

impl Anggaran {
    /// The programs where they are all of it: what is added up, counted or missed.
    pub fn lengkap(&self) -> Option<&[Simpul]> {
        (!self.sebagian && !self.pohon.is_empty()).then_some(&self.pohon)
    }

    /// Whether some of the tree is not copied.
    pub fn ada_sebagian(&self) -> bool {
        self.sebagian || self.semua().iter().any(|(_, node)| node.sebagian)
    }

    /// Marks the whole tree as copied in part.
    pub(super) fn tandai_sebagian(&mut self) {
        fn turun(list: &mut [Simpul]) {
            list.iter_mut().for_each(|node| {
                node.sebagian = true;
                turun(&mut node.anak);
            });
        }
        self.sebagian = true;
        turun(&mut self.pohon);
    }

    /// All nodes with their depth, in printed order.
    pub fn semua(&self) -> Vec<(usize, &Simpul)> {
        self.pohon.iter().flat_map(Simpul::semua).collect()
    }

    /// A node by its code.
    pub fn simpul(&self, kode: &str) -> Option<&Simpul> {
        self.pohon.iter().find_map(|node| node.cari(kode))
    }
}

/// Reads `anggaran:`.
pub fn read(r: &mut Reader, at: &At<'_>, konteks: &Konteks<'_>, sasaran: &[String]) -> Option<Anggaran> {
    let mut obj = r.object(at)?;
    let pohon = match obj.get("pohon") {
        Some(at) => r.list(&at).iter().filter_map(|at| read_simpul(r, at, sasaran)).collect(),
        None => Vec::new(),
    };
    let sebagian = read_rincian(r, &mut obj);
    let mut anggaran = Anggaran { pohon, tabel: Vec::new(), sebagian: false };
    if sebagian {
        anggaran.tandai_sebagian();
    }
    let mut codes = BTreeSet::new();
    for (_, Simpul { kode, .. }) in anggaran.semua() {
        if !codes.insert(kode.clone()) {
            r.galat(
                "kode-ganda",
                &at.jalur.kunci("pohon"),
                pesan!(
                    "simpul `{kode}` tertulis dua kali dalam pohon",
                    "the node `{kode}` is written twice in the tree"
                ),
            );
        }
    }
    check_datar(r, &anggaran.pohon, &at.jalur.kunci("pohon"));
    let subjek = |r: &mut Reader, key: &str, jalur: &Jalur| read_subjek(r, key, jalur, &codes, sasaran);
    if let Some(at) = obj.get("tabel") {
        let list = r.list(&at);
        anggaran.tabel = list.iter().filter_map(|at| tabel::read_ukur(r, at, konteks, true, &subjek)).collect();
    }
    obj.finish(r);
    Some(anggaran)
}

/// Dotted codes carry the tree in themselves. A list that has parent and child side by side counts every rupiah once a
/// level: said once a list, for a pasted export has a hundred such rows.
fn check_datar(r: &mut Reader, list: &[Simpul], jalur: &Jalur) {
    let codes: Vec<&str> = list.iter().map(|node| node.kode_resmi.as_deref().unwrap_or(&node.kode)).collect();
    let semua: BTreeSet<&str> = codes.iter().copied().collect();
    // The nearest above it: under 1.06.04.2.01 and not under 1.06.04.
    let induk = |kode: &str| {
        let above = kode.rmatch_indices('.').map(|(at, _)| &kode[..at]);
        above.filter_map(|above| semua.get(above).copied()).next()
    };
    let wrong: Vec<(usize, &str, &str)> =
        codes.iter().enumerate().filter_map(|(i, kode)| Some((i, *kode, induk(kode)?))).collect();
    if let Some((index, kode, induk)) = wrong.first() {
        let n = wrong.len();
        r.galat(
            "pohon-datar",
            &jalur.urutan(*index),
            pesan!(
                "{n} simpul berdiri di samping induknya, misalnya `{kode}` di samping `{induk}`: uangnya akan terhitung sekali di setiap tingkat",
                "{n} nodes stand beside their parent, `{kode}` beside `{induk}` for one: their money would be counted once a level"
            ),
        )
        .help = Some(pesan!(
            "pindahkan `{kode}` ke dalam `anak:` milik `{induk}`, begitu pula yang lain; atau biarkan `terang impor` menyusunnya dari berkas asalnya",
            "move `{kode}` into the `anak:` of `{induk}`, and the others likewise; or let `terang impor` build the tree from the file it comes from"
        ));
    }
    for (index, node) in list.iter().enumerate() {
        check_datar(r, &node.anak, &jalur.urutan(index).kunci("anak"));
    }
}

/// Turns the key of a row into its subject: `total`, `sasaran:s1` or a code of `codes`.
pub fn read_subjek(
    r: &mut Reader,
    key: &str,
    jalur: &Jalur,
    codes: &BTreeSet<String>,
    sasaran: &[String],
) -> Option<Subjek> {
    if key == "total" {
        return Some(Subjek::Total);
    }
    if let Some(kode) = key.strip_prefix("sasaran:") {
        check_sasaran(r, kode, jalur, sasaran);
        return Some(Subjek::Sasaran(kode.to_string()));
    }
    if codes.contains(key) {
        return Some(Subjek::Kode(key.to_string()));
    }
    let list = sebut(codes.iter().map(String::as_str));
    let near = usul(r.found.len(), key, codes.iter().map(String::as_str));
    let d = r.galat("baris-tak-dikenal", jalur, pesan!("baris `{key}` tidak dikenal", "unknown row `{key}`"));
    // The key is wrong, not the cells behind it.
    d.place.spot = Spot::Kunci(jalur.clone(), 0);
    d.help = Some(match near {
        Some(near) => pesan!("mungkin maksudnya `{near}`", "did you mean `{near}`?"),
        None if codes.len() > 12 || codes.is_empty() => {
            pesan!(
                "tulis kode yang terdaftar, `sasaran:<kode>` atau `total`",
                "write a listed code, `sasaran:<code>` or `total`"
            )
        }
        None => {
            pesan!("yang terdaftar: {list}, `sasaran:<kode>`, `total`", "listed: {list}, `sasaran:<code>`, `total`")
        }
    });
    None
}

/// Reports a sasaran that `opd.yaml` does not list.
pub fn check_sasaran(r: &mut Reader, kode: &str, jalur: &Jalur, sasaran: &[String]) {
    if !sasaran.iter().any(|s| s == kode) {
        let list = sebut(sasaran.iter().map(String::as_str));
        r.galat(
            "sasaran-tak-dikenal",
            jalur,
            pesan!("sasaran `{kode}` tidak ada dalam opd.yaml", "the sasaran `{kode}` is not in opd.yaml"),
        )
        .help = Some(pesan!("yang terdaftar: {list}", "listed: {list}"));
    }
}

/// Levels of the deepest budget tree: templates draw one inside the other, and no budget has half as many.
const TERDALAM: usize = 12;

/// The code of a node; `total` is the row of all.
fn kode_simpul(r: &mut Reader, at: &At<'_>) -> Option<String> {
    let text = r.string(at)?;
    let Some((message, help)) = kode::salah_subjek(&text) else { return Some(text) };
    r.galat("kode-salah", &at.jalur, message).help = Some(help);
    None
}

fn read_simpul(r: &mut Reader, at: &At<'_>, sasaran: &[String]) -> Option<Simpul> {
    let depth = at.jalur.0.iter().filter(|step| matches!(step, Langkah::Kunci(key) if key == "anak")).count();
    if depth >= TERDALAM {
        let message = pesan!(
            "pohon anggaran ini lebih dalam dari {TERDALAM} tingkat",
            "this budget tree is deeper than {TERDALAM} levels"
        );
        r.galat("pohon-terlalu-dalam", &at.jalur, message).help = Some(pesan!(
            "program > kegiatan > sub kegiatan sudah tiga; periksa `anak:` yang tertulis di tempat yang salah",
            "program > kegiatan > sub kegiatan are three; check for an `anak:` in the wrong place"
        ));
        return None;
    }
    let mut obj = r.object(at)?;
    let kode = obj.need(r, "kode", ("`kode: rehabilitasi`", "`kode: rehabilitasi`")).and_then(|at| kode_simpul(r, &at));
    let nama = obj.need_string(r, "nama", "Program Rehabilitasi Sosial");
    let own = obj.get("sasaran").map_or_else(Vec::new, |at| {
        let list = r.strings(&at);
        list.iter().for_each(|kode| check_sasaran(r, kode, &at.jalur, sasaran));
        list
    });
    let simpul = Simpul {
        kode: String::new(),
        kode_resmi: obj.string(r, "kode_resmi"),
        nama: String::new(),
        alias: obj.strings(r, "alias"),
        sasaran: own,
        indikator: obj.strings(r, "indikator"),
        satuan: obj.string(r, "satuan"),
        tingkat_tercetak: obj.string(r, "tingkat_tercetak"),
        catatan: obj.string(r, "catatan"),
        sebagian: read_rincian(r, &mut obj),
        anak: obj.list(r, "anak", |r, at| read_simpul(r, at, sasaran)),
    };
    obj.finish(r);
    // A node without a name was reported; its rows are known all the same.
    Some(Simpul { kode: kode?, nama: nama.unwrap_or_default(), ..simpul })
}
