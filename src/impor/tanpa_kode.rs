//! Tanpa kode: rows of a budget without official codes: their level stands in a column of its own, in the column of their
//! name, or in its first word.

use super::baris::Baris;
use super::isian::Simpul;
use super::kisi::Lembar;
use super::makna::lipat;
use super::masalah::Masalah;
use crate::diagnostic::Pesan;
use crate::pesan;
use indexmap::IndexMap;

/// The way down to the row that was read last: a key a level.
#[derive(Debug, Default)]
pub struct Jalan([Option<String>; 3]);

/// The level that the first word of a name says.
fn awalan(nama: &str) -> Option<usize> {
    let own = lipat(nama);
    ["program ", "kegiatan ", "sub kegiatan "].iter().position(|w| own.starts_with(w))
}

/// Puts the node of a row, and those above it, into the tree; its key.
///
/// # Errors
/// A row whose level nothing says, or one below a level that is not there.
pub fn taruh(
    lembar: &Lembar,
    row: &Baris,
    jalan: &mut Jalan,
    simpul: &mut IndexMap<String, Simpul>,
) -> Result<String, Masalah> {
    let plain = |n: &Option<String>| n.as_deref().map(|n| super::nama::tanpa_nomor(n).to_string());
    let mut names = row.tingkat.clone().map(|n| plain(&n));
    if names.iter().all(Option::is_none) {
        let nama = plain(&row.nama).unwrap_or_default();
        match row.level.or_else(|| awalan(&nama)) {
            Some(level) => names[level] = Some(nama),
            None => return Err(tanpa_tingkat(lembar, row.nomor, &nama)),
        }
    }
    let dalam = names.iter().rposition(Option::is_some).unwrap_or(0);
    let mut key = String::new();
    for (level, nama) in names.iter().enumerate().take(dalam + 1) {
        let own = match (nama, &jalan.0[level]) {
            (Some(nama), _) => {
                let folded = lipat(nama).replace('.', " ");
                if level == 0 { folded } else { format!("{key} / {folded}") }
            }
            (None, Some(known)) => known.clone(),
            (None, None) => return Err(tanpa_induk(lembar, row.nomor, dalam)),
        };
        let induk = (level > 0).then(|| key.clone());
        let fresh = Simpul {
            resmi: None,
            dalam: level,
            nama: nama.clone(),
            induk,
            sel: None,
            sumber: Vec::new(),
            dijumlahkan: false,
            baris: row.nomor,
            indikator: (Vec::new(), None),
        };
        simpul.entry(own.clone()).or_insert(fresh);
        if jalan.0[level].as_ref() != Some(&own) {
            jalan.0[level] = Some(own.clone());
            jalan.0.iter_mut().skip(level + 1).for_each(|below| *below = None);
        }
        key = own;
    }
    Ok(key)
}

fn tanpa_tingkat(lembar: &Lembar, row: usize, nama: &str) -> Masalah {
    let message = pesan!(
        "`{nama}`: program, kegiatan atau sub kegiatan? Baris ini tidak berkode",
        "`{nama}`: a program, kegiatan or sub kegiatan? This row has no code"
    );
    Masalah::sel(lembar, row, 0, message, bantuan_tingkat())
}

fn bantuan_tingkat() -> Pesan {
    pesan!(
        "tambahkan kolom Kode atau Tingkat di berkasnya, atau awali namanya dengan Program, Kegiatan, Sub Kegiatan; bila bukan pohon program, tulis dalam peta `jenis: tabel`",
        "add a column Kode or Tingkat to the file, or begin its name with Program, Kegiatan, Sub Kegiatan; if it is no tree of programs, write `jenis: tabel` in the map"
    )
}

/// Makes one question of all rows whose level is not known; whether there are any.
pub fn satukan(masalah: &mut Vec<Masalah>) -> bool {
    let help = bantuan_tingkat();
    let rows: Vec<String> = masalah.iter().filter(|m| m.bantuan == help).map(|m| m.tempat.clone()).collect();
    let Some(first) = masalah.iter_mut().find(|m| m.bantuan == help) else { return false };
    if let [_, others @ ..] = rows.as_slice()
        && !others.is_empty()
    {
        let (n, list) = (others.len(), others.iter().take(8).cloned().collect::<Vec<_>>().join(", "));
        let more = if n > 8 { ", …" } else { "" };
        first
            .pesan
            .sambung(&pesan!("; begitu juga {n} baris lain: {list}{more}", "; so do {n} other rows: {list}{more}"));
    }
    let kept = first.tempat.clone();
    masalah.retain(|m| m.bantuan != help || m.tempat == kept);
    true
}

fn tanpa_induk(lembar: &Lembar, row: usize, dalam: usize) -> Masalah {
    let (own, above) = if dalam == 1 { ("kegiatan", "program") } else { ("sub kegiatan", "kegiatan") };
    Masalah::sel(
        lembar,
        row,
        0,
        pesan!("{own} ini tidak berada di bawah {above}", "this {own} stands below no {above}"),
        pesan!("tambahkan baris {above}-nya di atasnya", "add the row of its {above} above it"),
    )
}
