//! Sambung: a name that goes on in the row below it, as tables taken out of a PDF have it.

use super::isian::Anggaran;
use super::kata::{DANA, lipat, salah_satu};
use super::kisi::{Isi, Lembar};
use super::masalah::Masalah;
use crate::diagnostic::Pesan;
use crate::pesan;

/// What a row with one text and no figure is to the name above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sambung {
    /// The rest of that name.
    Ya,
    /// It may be.
    Tanya,
    /// A heading or a remark of its own.
    Bukan,
}

/// The only text of a row, where nothing else stands in it.
pub fn tunggal(lembar: &Lembar, row: usize) -> Option<(usize, String)> {
    let mut filled = lembar.baris[row].iter().enumerate().filter(|(_, c)| !c.kosong());
    let (at, cell) = filled.next()?;
    match &cell.isi {
        Isi::Teks(text) if filled.next().is_none() => Some((at, text.clone())),
        _ => None,
    }
}

/// Whether `next`, alone in the row below, goes on with the name `before`.
pub fn lanjutan(before: &str, next: &str) -> Sambung {
    let folded = lipat(next);
    let last = lipat(before).split(' ').next_back().unwrap_or_default().to_string();
    let open =
        ["dan", "atau", "serta", "di", "pada", "untuk", "dengan", "dari", "ke", "bagi", "yang", "dalam", "oleh", "per"];
    let first = next.chars().next().unwrap_or(' ');
    let numbered = super::nama::tanpa_nomor(next) != next
        || next
            .split([' ', '.', ')'])
            .next()
            .is_some_and(|w| w.len() <= 3 && w.chars().all(|c| "IVXABCDE".contains(c) || c.is_ascii_digit()));
    let level =
        ["program", "kegiatan", "sub", "urusan", "bidang", "belanja", "sumber", "lokasi", "target", "indikator"];
    let words: Vec<&str> = folded.split(' ').collect();
    let heading = words.first().is_some_and(|w| level.contains(w))
        || salah_satu(&folded, &DANA)
        || next.ends_with(':')
        || super::tanda_tangan::akhir(next)
        || super::total::total(next);
    let upper = |t: &str| t.chars().any(char::is_alphabetic) && !t.chars().any(char::is_lowercase);
    if numbered || !next.chars().any(char::is_alphabetic) || next.starts_with(['(', '[', '*', '-', '–', '•']) {
        return Sambung::Bukan;
    }
    if first.is_lowercase() || open.contains(&last.as_str()) || before.trim_end().ends_with([',', '/', '-', '&']) {
        return Sambung::Ya;
    }
    if heading || upper(next) != upper(before) || next.chars().count() > 120 {
        return Sambung::Bukan;
    }
    Sambung::Tanya
}

/// Names of a budget that go on in the row below.
pub struct Sambungan<'a> {
    /// What the map says of rows that may.
    jawab: Option<&'a str>,
    /// Whether rows are told apart by codes: only then a row without one names nothing of its own.
    berkode: bool,
    /// The row before, where it names a node, and the node.
    dinamai: Option<(usize, String)>,
    /// Rows that may.
    ragu: Vec<(usize, usize)>,
}

impl<'a> Sambungan<'a> {
    /// None yet.
    pub fn baru(jawab: Option<&'a str>, berkode: bool) -> Self {
        Self { jawab, berkode, dinamai: None, ragu: Vec::new() }
    }

    /// A row named a node.
    pub fn dinamai(&mut self, row: usize, key: &str) {
        self.dinamai = Some((row, key.to_string()));
    }

    /// Whether a row without figures goes on with the name of the row before it, or is asked about.
    pub fn uji(&mut self, lembar: &Lembar, row: usize, out: &mut Anggaran) -> bool {
        let Some((before, key)) = self.dinamai.clone().filter(|(before, _)| before + 1 == row) else { return false };
        let Some((at, text)) = tunggal(lembar, row) else { return false };
        let Some(nama) = out.simpul.get_mut(&key).and_then(|n| n.nama.as_mut()) else { return false };
        // A name that another row gave is not the one above.
        let above = lembar.sel(before, at).tulisan();
        if above.is_empty() || !nama.ends_with(above.split(' ').next_back().unwrap_or_default()) {
            return false;
        }
        match (lanjutan(nama, &text), self.jawab) {
            (Sambung::Ya, _) | (Sambung::Tanya, Some("nama")) => {
                *nama = format!("{nama} {text}");
                let (place, whole) = (lembar.alamat(row, at), nama.clone());
                self.dinamai = Some((row, key));
                out.catatan.push(disambung(&place, &whole));
                true
            }
            (Sambung::Tanya, None) if self.berkode => {
                self.ragu.push((row, at));
                true
            }
            _ => false,
        }
    }

    /// What is asked.
    pub fn tanya(&self, lembar: &Lembar) -> Option<Masalah> {
        tanya(lembar, &self.ragu)
    }
}

/// Says that a name went on.
pub fn disambung(place: &str, whole: &str) -> Pesan {
    pesan!("{place} menyambung nama di atasnya: “{whole}”", "{place} goes on with the name above it: “{whole}”")
}

/// Asks about all such rows of a table at once: address and text.
pub fn tanya(lembar: &Lembar, rows: &[(usize, usize)]) -> Option<Masalah> {
    let (row, at) = rows.first()?;
    let shown = |(r, c): &(usize, usize)| format!("{} `{}`", lembar.alamat(*r, *c), lembar.sel(*r, *c).tulisan());
    let (n, list) = (rows.len(), rows.iter().take(8).map(shown).collect::<Vec<_>>().join("; "));
    Some(Masalah::sel(
        lembar,
        *row,
        *at,
        pesan!(
            "{n} baris tanpa angka di bawah sebuah nama: sambungan nama itu, atau judul tersendiri? {list}",
            "{n} rows without figures below a name: do they go on with it, or are they headings? {list}"
        ),
        pesan!(
            "tulis dalam peta `sambungan: nama` bila menyambung nama di atasnya, `sambungan: judul` bila tidak",
            "write `sambungan: nama` in the map if they go on with the name above, `sambungan: judul` if not"
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_of_a_name_is_told_from_a_heading() {
        for (before, next, what) in [
            ("Persentase sekolah", "terakreditasi minimal B", Sambung::Ya),
            ("Penyediaan Layanan Kesehatan untuk", "UKM dan UKP", Sambung::Ya),
            ("Program Pemenuhan Upaya Kesehatan", "Perorangan dan Masyarakat", Sambung::Tanya),
            ("Program Upaya Kesehatan", "Program Lain", Sambung::Bukan),
            ("Program Upaya Kesehatan", "DAU", Sambung::Bukan),
            ("Program Upaya Kesehatan", "II. Belanja", Sambung::Bukan),
            ("Program Upaya Kesehatan", "BELANJA LANGSUNG", Sambung::Bukan),
            ("Program Upaya Kesehatan", "(lanjutan)", Sambung::Bukan),
        ] {
            assert_eq!(lanjutan(before, next), what, "{before} / {next}");
        }
    }
}
