//! Sinonim: words that mean the same, so that who types one finds what is printed with the other.

use crate::records::satukan;
use std::collections::{BTreeMap, BTreeSet};

/// Other names one text gets at most: terms of the glossary can join groups that are small by themselves.
const TERBANYAK: usize = 200;

/// Groups of words and phrases that stand for each other.
pub struct Sinonim {
    /// Every form as written, group by group.
    kelompok: Vec<Vec<String>>,
    /// First word of a form, then the whole form in lower case and its group; the longest first.
    awal: BTreeMap<String, Vec<(Vec<String>, usize)>>,
}

impl Sinonim {
    /// Groups that share a form are one group; each form stands in it once.
    pub fn new(groups: &[Vec<String>]) -> Self {
        // `- ` says nothing, and two groups that hold it have nothing in common.
        let bare = |g: &Vec<String>| g.iter().filter(|f| !kata(f).is_empty()).cloned().collect();
        let groups: Vec<Vec<String>> = groups.iter().map(bare).collect();
        let forms: Vec<Vec<Vec<String>>> = groups.iter().map(|g| g.iter().map(|f| kata(f)).collect()).collect();
        let own = |members: Vec<usize>| {
            let mut seen = BTreeSet::new();
            let all = members.into_iter().flat_map(|n| groups[n].iter().zip(&forms[n]));
            all.filter(|(_, form)| seen.insert(*form)).map(|(text, _)| text.clone()).collect()
        };
        let kelompok: Vec<Vec<String>> = satukan(&forms).into_iter().map(own).collect();
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
        forms.filter(|form| !here.contains(&kata(form))).map(String::as_str).take(TERBANYAK).collect()
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

    #[test]
    fn many_groups_cost_no_square_and_a_giant_one_is_cut() {
        let apart: Vec<Vec<String>> =
            (0..50_000).map(|n| vec![format!("a{n}"), format!("b{n}"), "--".into()]).collect();
        assert_eq!(Sinonim::new(&apart).lain("a49999"), ["b49999"]);
        let chain: Vec<Vec<String>> = (0..50_000).map(|n| vec![format!("a{n}"), format!("a{}", n + 1)]).collect();
        assert_eq!(Sinonim::new(&chain).lain("a7 dan a8").len(), TERBANYAK);
    }
}
