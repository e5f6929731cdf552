//! Tulis: what was read becomes insertions into the record: new nodes, official codes, one more table.

use super::angka::{Nilai, sel};
use super::besaran;
use super::dana::kunci;
use super::isian::{Anggaran, Simpul};
use super::masalah::Masalah;
use super::pohon::Letak;
use super::sunting::{Naskah, Sisipan, Titik, kutip, tulis};
use crate::number::Style;
use crate::pesan;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A table as an item of a list, at a depth.
pub type Blok = Box<dyn Fn(usize) -> String>;

/// Insertions for a budget: its nodes, and the tables that the record does not have already.
///
/// # Errors
/// Places that are written in a way nothing can be added to.
pub fn anggaran(
    naskah: &Naskah<'_>,
    dibaca: &Anggaran,
    letak: &BTreeMap<String, Letak>,
    tabel: &[Blok],
) -> Result<Vec<Sisipan>, Masalah> {
    let root = &naskah.akar;
    let section = root.kunci("anggaran").filter(|t| !t.kosong());
    let mut out = Vec::new();
    for key in dibaca.simpul.keys() {
        let Some(place) = letak.get(key) else { continue };
        let Some(node) = place.jalur.as_ref().and_then(|j| root.cari(j)) else { continue };
        if place.tanpa_resmi {
            out.extend(di_samping_kode(naskah, node, &format!("kode_resmi: {}", kutip(key))));
        }
        if node.kunci("indikator").is_none() {
            for line in indikator(&dibaca.simpul[key]).into_iter().flatten() {
                out.extend(di_samping_kode(naskah, node, &line));
            }
        }
    }
    // New nodes by the nearest node above them that the record has; "" is the root of the tree.
    let mut groups: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for key in dibaca.simpul.keys().filter(|k| letak.get(*k).is_some_and(|l| l.jalur.is_none())) {
        let above = dibaca.induk(key).filter(|k| letak.contains_key(k));
        match above {
            None => groups.entry(String::new()).or_default().push(key),
            Some(k) if letak[&k].jalur.is_some() => groups.entry(k).or_default().push(key),
            Some(_) => {}
        }
    }
    let tree = Pohon { dibaca, letak };
    for (above, keys) in groups.iter().filter(|(k, _)| !k.is_empty()) {
        let Some(node) = letak[above].jalur.as_ref().and_then(|j| root.cari(j)) else { continue };
        out.push(anak(naskah, node, &tree, keys)?);
    }
    let programs = groups.get("").cloned().unwrap_or_default();
    let items = |depth: usize| tabel.iter().map(|item| item(depth)).collect::<String>();
    let Some(section) = section else {
        let mut text = String::new();
        if !programs.is_empty() {
            text.push_str("  pohon:\n");
            text.push_str(&programs.iter().map(|k| tree.blok(k, 4)).collect::<String>());
        }
        if !tabel.is_empty() {
            let _ = write!(text, "  tabel:\n{}", items(4));
        }
        out.push(match root.pasangan("anggaran") {
            Some((key, _)) => Sisipan::baru(naskah.baris_akhir(key), text),
            None => Sisipan::baru(naskah.teks.len(), format!("\nanggaran:\n{text}")),
        });
        return Ok(out);
    };
    if !programs.is_empty() {
        let block = |depth: usize| programs.iter().map(|k| tree.blok(k, depth)).collect::<String>();
        out.push(ke_daftar(naskah, section, "pohon", &block)?);
    }
    if !tabel.is_empty() {
        out.push(ke_daftar(naskah, section, "tabel", &items)?);
    }
    Ok(out)
}

/// An item more in the list under a key of a map; the list is made where there is none.
pub fn ke_daftar(
    naskah: &Naskah<'_>,
    peta: &Titik,
    key: &str,
    item: &dyn Fn(usize) -> String,
) -> Result<Sisipan, Masalah> {
    if naskah.sebaris(peta) {
        return Err(sebaris(key));
    }
    let depth = naskah.kolom(peta.awal);
    match peta.pasangan(key) {
        Some((_, list)) if naskah.sebaris(list) => Err(sebaris(key)),
        Some((_, list)) if !list.kosong() => {
            let dash = list.urutan(0).map_or(depth + 2, |first| naskah.strip(first));
            Ok(Sisipan::baru(naskah.baris_akhir(list), item(dash)))
        }
        Some((at, _)) => Ok(Sisipan::baru(naskah.baris_akhir(at), item(depth + 2))),
        None => {
            let text = format!("{:depth$}{key}:\n{}", "", item(depth + 2));
            Ok(Sisipan::baru(naskah.baris_akhir(peta), text))
        }
    }
}

fn sebaris(key: &str) -> Masalah {
    Masalah::berkas(
        pesan!(
            "`{key}` dalam rekaman ditulis dalam satu baris dengan kurung",
            "`{key}` in the record is written on one line in brackets"
        ),
        pesan!(
            "tulis sebagai daftar dengan `- ` di baris-baris sendiri, lalu ulangi",
            "write it as a list with `- ` on lines of its own, then try again"
        ),
    )
}

/// The indicators of a node, and their unit, as lines of it.
fn indikator(node: &Simpul) -> [Option<String>; 2] {
    let (names, unit) = &node.indikator;
    let list = match names.as_slice() {
        [] => None,
        [only] => Some(tulis(only)),
        several => Some(format!("[{}]", several.iter().map(|n| kutip(n)).collect::<Vec<_>>().join(", "))),
    };
    [list.map(|l| format!("indikator: {l}")), unit.as_ref().map(|u| format!("satuan: {}", kutip(u)))]
}

/// One more line, `kode_resmi: ...`, beside the code of a node that the record has.
fn di_samping_kode(naskah: &Naskah<'_>, node: &Titik, text: &str) -> Option<Sisipan> {
    let (at, value) = node.pasangan("kode")?;
    if naskah.sebaris(node) {
        return Some(Sisipan::baru(value.akhir, format!(", {text}")));
    }
    let depth = naskah.kolom(at.awal);
    Some(Sisipan::baru(naskah.baris_akhir(value), format!("{:depth$}{text}\n", "")))
}

/// Children more for a node that the record has.
fn anak(naskah: &Naskah<'_>, node: &Titik, tree: &Pohon<'_>, keys: &[&String]) -> Result<Sisipan, Masalah> {
    if naskah.sebaris(node) {
        let inline = keys.iter().map(|k| tree.sebaris(k)).collect::<Vec<_>>().join(", ");
        return match node.kunci("anak") {
            Some(list) if naskah.sebaris(list) && !list.kosong() => {
                Ok(Sisipan::baru(list.akhir - 1, format!(", {inline}")))
            }
            Some(_) => Err(sebaris("anak")),
            None => Ok(Sisipan::baru(node.akhir - 1, format!(", anak: [{inline}]"))),
        };
    }
    let block = |depth: usize| keys.iter().map(|k| tree.blok(k, depth)).collect::<String>();
    ke_daftar(naskah, node, "anak", &block)
}

struct Pohon<'a> {
    dibaca: &'a Anggaran,
    letak: &'a BTreeMap<String, Letak>,
}

impl Pohon<'_> {
    fn anak(&self, key: &str) -> Vec<&String> {
        let own = |k: &&String| self.dibaca.induk(k).as_deref() == Some(key) && self.letak.contains_key(*k);
        self.dibaca.simpul.keys().filter(own).collect()
    }

    fn kepala(&self, key: &str) -> [Option<String>; 5] {
        let place = &self.letak[key];
        let node = self.dibaca.simpul.get(key);
        let resmi = node.and_then(|n| n.resmi.as_ref());
        let [indikator, satuan] = node.map_or([None, None], indikator);
        [
            Some(format!("kode: {}", tulis(&place.kode))),
            resmi.map(|r| format!("kode_resmi: {}", kutip(r))),
            Some(format!("nama: {}", tulis(&place.nama))),
            indikator,
            satuan,
        ]
    }

    fn sebaris(&self, key: &str) -> String {
        let own = self.kepala(key).into_iter().flatten().collect::<Vec<_>>().join(", ");
        let below = self.anak(key);
        if below.is_empty() {
            return format!("{{{own}}}");
        }
        let inner = below.iter().map(|k| self.sebaris(k)).collect::<Vec<_>>().join(", ");
        format!("{{{own}, anak: [{inner}]}}")
    }

    fn blok(&self, key: &str, depth: usize) -> String {
        let below = self.anak(key);
        if below.is_empty() && self.dibaca.simpul.get(key).is_some_and(|s| s.dalam == 2) {
            return format!("{:depth$}- {}\n", "", self.sebaris(key));
        }
        let mut out = String::new();
        for (index, line) in self.kepala(key).into_iter().flatten().enumerate() {
            let lead = if index == 0 { "- " } else { "  " };
            let _ = writeln!(out, "{:depth$}{lead}{line}", "");
        }
        if !below.is_empty() {
            let _ = writeln!(out, "{:depth$}  anak:", "");
            out.extend(below.iter().map(|k| self.blok(k, depth + 4)));
        }
        out
    }
}

/// The tables as printed, each with its place: columns and rows the file has, subtotals and percentages too. What a file
/// prints once for each source of funds becomes one table a source, because each is a part and not the whole.
pub fn tabel(dibaca: &Anggaran, letak: &BTreeMap<String, Letak>, tempat: &str) -> Vec<(String, Blok)> {
    let mut sources: Vec<&str> = Vec::new();
    for (source, _) in dibaca.simpul.values().filter(|n| n.sumber.len() > 1).flat_map(|node| &node.sumber) {
        if !sources.iter().any(|own| kunci(own) == kunci(source)) {
            sources.push(source);
        }
    }
    let mut rows: Vec<(String, Vec<Nilai>)> = Vec::new();
    for (key, node) in &dibaca.simpul {
        if let (Some(cells), Some(place)) = (&node.sel, letak.get(key))
            && (node.sumber.len() < 2 || !node.dijumlahkan)
        {
            let mut cells = cells.clone();
            // Rows of spending of one source were added up: it is that of their node.
            let words = dibaca.kolom.iter().position(|k| k == "sumber_dana");
            if let (Some(n), [(only, _)]) = (words, node.sumber.as_slice())
                && cells[n] == Nilai::Tiada
            {
                cells[n] = Nilai::Tulis(only.clone());
            }
            rows.push((place.kode.clone(), cells));
        }
    }
    if let Some(total) = &dibaca.total {
        rows.push(("total".to_string(), total.clone()));
    }
    let mut out = Vec::new();
    if !rows.is_empty() {
        out.push((tempat.to_string(), satu(dibaca, tempat, None, rows)));
    }
    for source in sources {
        let mut names = Vec::new();
        let mut rows = Vec::new();
        for (key, node) in dibaca.simpul.iter().filter(|(_, n)| n.sumber.len() > 1) {
            let own = node.sumber.iter().find(|(name, _)| kunci(name) == kunci(source));
            if let (Some((name, cells)), Some(at)) = (own, letak.get(key)) {
                names.push(name.clone());
                rows.push((at.kode.clone(), cells.clone()));
            }
        }
        let place = format!("{tempat}, sumber dana {source}");
        out.push((place.clone(), satu(dibaca, &place, Some(names), rows)));
    }
    out
}

/// One table; `sumber` are the words of the one source of funds that its rows are of.
fn satu(dibaca: &Anggaran, tempat: &str, sumber: Option<Vec<String>>, rows: Vec<(String, Vec<Nilai>)>) -> Blok {
    // A column that says nothing about any row is not there.
    let own = |n: &usize| sumber.is_none() || dibaca.kolom[*n] != "sumber_dana";
    let keep: Vec<usize> =
        (0..dibaca.kolom.len()).filter(own).filter(|n| rows.iter().any(|(_, c)| c[*n] != Nilai::Tiada)).collect();
    let mut kolom: Vec<String> = keep.iter().map(|n| dibaca.kolom[*n].clone()).collect();
    let rows: Vec<(String, Vec<Nilai>)> =
        rows.into_iter().map(|(k, c)| (k, keep.iter().map(|n| c[*n].clone()).collect())).collect();
    let (dalam, mut rows) = besaran::tulisan(&kolom, &rows, dibaca.style);
    if let Some(names) = sumber {
        kolom.push("sumber_dana".to_string());
        rows.iter_mut().zip(names).for_each(|((_, cells), name)| cells.push(name));
    }
    let (style, tempat) = (dibaca.style, tempat.to_string());
    Box::new(move |depth| blok_tabel(depth, &tempat, (style, dalam), &kolom, &rows))
}

/// Rows as the record writes them.
pub fn tulisan(rows: &[(String, Vec<Nilai>)]) -> Vec<(String, Vec<String>)> {
    rows.iter().map(|(kode, cells)| (kode.clone(), cells.iter().map(sel).collect())).collect()
}

/// A table of measures as a list item.
pub fn blok_tabel(
    depth: usize,
    tempat: &str,
    (style, dalam): (Style, Option<&str>),
    kolom: &[String],
    rows: &[(String, Vec<String>)],
) -> String {
    let style = style.kata();
    let mut out = format!("{:depth$}- letak: {}\n", "", tulis(tempat));
    let _ = writeln!(out, "{:depth$}  angka: {style}", "");
    if let Some(dalam) = dalam {
        let _ = writeln!(out, "{:depth$}  dalam: {dalam}", "");
    }
    let _ = writeln!(out, "{:depth$}  kolom: [{}]", "", kolom.join(", "));
    let _ = writeln!(out, "{:depth$}  baris:", "");
    for (kode, cells) in rows {
        let cells = cells.iter().map(|c| kutip(c)).collect::<Vec<_>>().join(", ");
        let _ = writeln!(out, "{:depth$}    {}: [{cells}]", "", tulis(kode));
    }
    out
}
