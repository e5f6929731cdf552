//! Arti: what each column of a table was taken for, as the command says it.

use super::kepala::Tabel;
use super::kisi::{self, Lembar};
use super::makna::{BELANJA, Bentuk, Makna};
use crate::diagnostic::Pesan;
use crate::pesan;

/// Says what each column of a table was taken for.
///
/// `pohon` is the tree that a table of indicators prints beside them: what it reads is used too.
pub fn arti(lembar: &Lembar, table: &Tabel, pohon: Option<&Tabel>) -> Vec<Pesan> {
    let mut out = Vec::new();
    let (first, last) = (table.kepala.0 + 1, table.kepala.1 + 1);
    let name = &lembar.nama;
    let (id, en) = if name.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("lembar `{name}`, "), format!("sheet `{name}`, "))
    };
    out.push(pesan!("{id}kepala tabel baris {first}–{last}", "{en}head of the table in rows {first}–{last}"));
    let (mut skipped, mut persons) = (Vec::new(), Vec::new());
    let free = table.bentuk == Bentuk::Bebas;
    if free {
        out.push(pesan!(
            "  dibaca sebagai tabel bebas: bukan anggaran dan bukan indikator; bila keliru, tulis dalam peta `jenis: anggaran` atau `jenis: kinerja`",
            "  read as a free table: neither a budget nor indicators; if that is wrong, write `jenis: anggaran` or `jenis: kinerja` in the map"
        ));
    }
    for column in table.kolom.iter().filter(|k| !free || k.makna == Makna::Orang) {
        let (letter, head) = (kisi::huruf(column.indeks), &column.kepala);
        let tree = pohon.and_then(|p| p.kolom.iter().find(|k| k.indeks == column.indeks)).map(|k| &k.makna);
        let own = match (&column.makna, tree) {
            (Makna::Abaikan(_), Some(tree)) => tree,
            (makna, _) => makna,
        };
        let makna = match own {
            Makna::Bagian(n) if *n >= BELANJA => pesan!("kode rekening", "code of spending"),
            Makna::Kode | Makna::Bagian(_) => pesan!("kode resmi", "official code"),
            Makna::Rekening => pesan!("kode rekening", "code of spending"),
            Makna::Tingkat => pesan!("tingkat", "level"),
            Makna::Nomor => pesan!(
                "nomor bertingkat: program, kegiatan, sub kegiatan",
                "numbers of an outline: program, kegiatan, sub kegiatan"
            ),
            Makna::Nama | Makna::NamaTingkat(_) => pesan!("nama", "name"),
            Makna::Indikator => pesan!("indikator", "indicator"),
            Makna::Ukuran(measure) => pesan!("{measure}", "{measure}"),
            Makna::Uang(measure) => pesan!("uang: {measure}", "money: {measure}"),
            Makna::Setoran => pesan!("dikurangkan dari realisasi", "taken off the realisasi"),
            Makna::Kategori | Makna::Panjang => pesan!("ukuran per baris", "measure of the row"),
            Makna::Tahun => pesan!("tahun", "year"),
            Makna::Orang => {
                persons.push(format!("{letter} {head}"));
                continue;
            }
            Makna::Abaikan(_) if table.bentuk == Bentuk::Kinerja && dipakai(&column.akhir).is_some() => {
                dipakai(&column.akhir).unwrap_or_else(|| pesan!("keterangan", "remark"))
            }
            Makna::Abaikan(_) => {
                skipped.push(format!("{letter} {head}"));
                continue;
            }
            Makna::Tanya(..) => continue,
        };
        out.push(pesan!("  {letter} {head} → {id}", "  {letter} {head} → {en}", id = makna.id, en = makna.en));
    }
    if !skipped.is_empty() {
        let list = skipped.join("; ");
        out.push(pesan!("  tidak dipakai: {list}", "  not used: {list}"));
    }
    if !persons.is_empty() {
        let list = persons.join("; ");
        out.push(pesan!(
            "  tidak pernah dibaca (orang dan rekening bank): {list}",
            "  never read (persons and bank accounts): {list}"
        ));
    }
    out.extend(super::catatan::di_bawah(lembar, table));
    out
}

/// What a new indicator takes from a column that measures nothing.
fn dipakai(akhir: &str) -> Option<Pesan> {
    let starts = |words: &[&str]| words.iter().any(|w| akhir.starts_with(w));
    Some(match akhir {
        _ if starts(&["satuan"]) => pesan!("satuan indikator", "unit of the indicator"),
        _ if starts(&["definisi", "formula", "rumus", "penjelasan"]) => pesan!("definisi indikator", "definition"),
        _ if starts(&["arah", "tren", "polari", "sifat"]) => pesan!("arah indikator", "direction of the indicator"),
        _ if starts(&["sasaran", "tujuan", "program", "kegiatan", "sub kegiatan"]) => {
            pesan!("induk indikator di barisnya", "what the indicators of its rows belong to")
        }
        _ => return None,
    })
}
