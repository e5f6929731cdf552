//! Which rows of a budget may be added up: of every branch the deepest level at which all its parts are printed. A part that
//! is printed for some siblings only would leave the others out; beside its parent it would count twice.

use crate::records::Simpul;

/// The codes to add up, in the order of the tree; `ada` tells which nodes have an amount. None where a program has none: the
/// rest would pass for the whole.
pub fn dijumlahkan<'s>(pohon: &'s [Simpul], ada: &dyn Fn(&str) -> bool) -> Vec<&'s str> {
    let all: Option<Vec<_>> = pohon.iter().map(|node| cabang(node, ada)).collect();
    all.unwrap_or_default().concat()
}

fn cabang<'s>(node: &'s Simpul, ada: &dyn Fn(&str) -> bool) -> Option<Vec<&'s str>> {
    let deeper =
        node.lengkap().and_then(|list| list.iter().map(|child| cabang(child, ada)).collect::<Option<Vec<_>>>());
    match deeper {
        Some(parts) => Some(parts.concat()),
        None => ada(&node.kode).then(|| vec![node.kode.as_str()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn simpul(kode: &str, sebagian: bool, anak: Vec<Simpul>) -> Simpul {
        Simpul {
            kode: kode.into(),
            kode_resmi: None,
            nama: kode.into(),
            alias: Vec::new(),
            sasaran: Vec::new(),
            indikator: Vec::new(),
            satuan: None,
            tingkat_tercetak: None,
            catatan: None,
            anak,
            sebagian,
        }
    }

    #[test]
    fn the_deepest_level_that_is_whole_is_added_up() {
        let leaf = |kode: &str| simpul(kode, false, Vec::new());
        let tree = [
            simpul("a", false, vec![simpul("a.k1", false, vec![leaf("a.k1.s1"), leaf("a.k1.s2")]), leaf("a.k2")]),
            simpul("b", true, vec![leaf("b.k1")]),
        ];
        let of = |there: &[&str]| dijumlahkan(&tree, &|kode| there.contains(&kode));
        assert_eq!(of(&["a", "a.k1", "a.k1.s1", "a.k1.s2", "a.k2", "b", "b.k1"]), ["a.k1.s1", "a.k1.s2", "a.k2", "b"]);
        assert_eq!(
            of(&["a", "a.k1", "a.k1.s1", "a.k2", "b"]),
            ["a.k1", "a.k2", "b"],
            "one sub kegiatan is not printed"
        );
        assert_eq!(
            of(&["a", "a.k1.s1", "a.k1.s2", "b", "b.k1"]),
            ["a", "b"],
            "a kegiatan is not printed; b has others"
        );
        assert_eq!(of(&["a", "b.k1"]), [""; 0], "of b only a part is known");
    }
}
