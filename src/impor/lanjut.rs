//! Lanjut: what a new year takes from the one before: its budget tree, word for word, with the comments in it.

use super::sunting::{Naskah, Nilai, Titik};

/// The tree of a record as YAML at four blanks, and the codes of its nodes; nothing where it has none in block form.
pub fn pohon(teks: &str) -> Option<(String, Vec<String>)> {
    let naskah = Naskah::baca(teks)?;
    let list = naskah.akar.kunci("anggaran")?.kunci("pohon").filter(|t| !t.kosong() && !naskah.sebaris(t))?;
    let dash = naskah.strip(list.urutan(0)?);
    let start = list.awal - naskah.kolom(list.awal);
    let mut out = String::new();
    for line in teks[start..naskah.baris_akhir(list)].lines() {
        let own = line.len() - line.trim_start().len();
        // A comment may stand further left than the list.
        let depth = (own + 4).saturating_sub(dash);
        if line.trim().is_empty() {
            out.push('\n');
        } else {
            out.push_str(&format!("{:depth$}{}\n", "", line.trim_start()));
        }
    }
    let mut codes = Vec::new();
    kode(list, &mut codes);
    Some((out, codes))
}

fn kode(list: &Titik, out: &mut Vec<String>) {
    let Nilai::Daftar(nodes) = &list.isi else { return };
    for node in nodes {
        if let Some(Nilai::Skalar(code)) = node.kunci("kode").map(|t| &t.isi) {
            out.push(code.clone());
        }
        if let Some(below) = node.kunci("anak") {
            kode(below, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_moves_whole_to_its_new_indent() {
        let text = "anggaran:\n  pohon:\n  # dari DPA\n  - kode: a\n    nama: A   # asli\n    anak:\n      - {kode: a.k1, nama: B}\n  tabel: []\n";
        let (tree, codes) = pohon(text).expect("tree");
        assert_eq!(tree, "    - kode: a\n      nama: A   # asli\n      anak:\n        - {kode: a.k1, nama: B}\n");
        assert_eq!(codes, ["a", "a.k1"]);
        assert_eq!(pohon("anggaran:\n  pohon: [{kode: a, nama: A}]\n"), None);
    }
}
