//! Sinonim: words that mean the same, so that who types one finds what is printed with the other.

use std::collections::{BTreeMap, BTreeSet};

/// Groups of words and phrases that stand for each other.
pub struct Sinonim {
    /// Every form as written, group by group.
    kelompok: Vec<Vec<String>>,
    /// First word of a form, then the whole form in lower case and its group; the longest first.
    awal: BTreeMap<String, Vec<(Vec<String>, usize)>>,
}

impl Sinonim {
    /// Groups that share a form are one group.
    pub fn new(groups: &[Vec<String>]) -> Self {
        let mut kelompok: Vec<Vec<String>> = Vec::new();
        for group in groups {
            let mut own: Vec<String> = Vec::new();
            let forms: BTreeSet<Vec<String>> = group.iter().map(|f| kata(f)).collect();
            // Whatever shares a form moves into the new group, in its old order.
            let (shared, rest): (Vec<_>, Vec<_>) =
                kelompok.into_iter().partition(|g| g.iter().any(|f| forms.contains(&kata(f))));
            for form in shared.into_iter().flatten().chain(group.iter().cloned()) {
                if !own.iter().any(|f| kata(f) == kata(&form)) {
                    own.push(form);
                }
            }
            kelompok = rest;
            kelompok.push(own);
        }
        let mut awal: BTreeMap<String, Vec<(Vec<String>, usize)>> = BTreeMap::new();
        for (index, group) in kelompok.iter().enumerate() {
            for words in group.iter().map(|f| kata(f)) {
                if let Some(first) = words.first().cloned() {
                    awal.entry(first).or_default().push((words, index));
                }
            }
        }
        for list in awal.values_mut() {
            list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Self { kelompok, awal }
    }

    /// What else the things named in a text are called; nothing that stands in it already.
    pub fn lain(&self, teks: &str) -> Vec<&str> {
        let words = kata(teks);
        let mut found = BTreeSet::new();
        let mut here = BTreeSet::new();
        for at in 0..words.len() {
            for (form, group) in self.awal.get(&words[at]).into_iter().flatten() {
                if words[at..].starts_with(form) {
                    found.insert(*group);
                    here.insert(form.clone());
                }
            }
        }
        let forms = found.into_iter().flat_map(|group| &self.kelompok[group]);
        forms.filter(|form| !here.contains(&kata(form))).map(String::as_str).collect()
    }
}

/// The words of a text in lower case.
fn kata(teks: &str) -> Vec<String> {
    teks.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sinonim(groups: &[&[&str]]) -> Sinonim {
        Sinonim::new(&groups.iter().map(|g| g.iter().map(ToString::to_string).collect()).collect::<Vec<_>>())
    }

    #[test]
    fn a_phrase_brings_its_other_names_and_a_part_of_it_does_not() {
        let s = sinonim(&[&["lansia", "lanjut usia"], &["TMP", "Taman Makam Pahlawan"]]);
        assert_eq!(s.lain("Lanjut Usia Terlantar"), ["lansia"]);
        assert_eq!(s.lain("Pemeliharaan Taman Makam Pahlawan/TMP"), Vec::<&str>::new());
        assert_eq!(s.lain("usia lanjut, taman makam"), Vec::<&str>::new());
    }

    #[test]
    fn groups_that_share_a_form_are_one() {
        let s = sinonim(&[&["PMKS", "Penyandang"], &["x", "y"], &["ppks", "pmks"]]);
        assert_eq!(s.lain("Penyandang lain"), ["PMKS", "ppks"]);
        assert_eq!(s.lain("X"), ["y"]);
    }
}
