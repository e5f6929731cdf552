//! `sinonim.yaml`: words people type beside the words documents print, one group a line.

use super::reader::{At, Reader};
use crate::pesan;
use std::collections::BTreeMap;

/// Words that may stand for one thing: each of them is written beside the others wherever it stands.
const TERBANYAK: usize = 200;

/// Reads the groups; a group says something only with two words or more.
pub fn read(r: &mut Reader, at: &At<'_>) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    let mut ways = Vec::new();
    for at in r.list(at) {
        let group = r.strings(&at);
        if group.len() < 2 {
            r.galat(
                "sinonim-sendiri",
                &at.jalur,
                pesan!("kelompok ini tidak berisi dua kata", "this group does not hold two words"),
            )
            .help = Some(pesan!(
                "tulis kata-kata yang berarti sama, misalnya `- [lansia, lanjut usia]`, atau hapus baris ini",
                "write words that mean the same, for example `- [lansia, lanjut usia]`, or remove this line"
            ));
            continue;
        }
        out.push(group);
        ways.push(at.jalur.clone());
    }
    // Groups that share a word are one, however few words each of them holds.
    let kata: Vec<Vec<String>> = out.iter().map(|g| g.iter().map(|w| w.to_lowercase()).collect()).collect();
    for members in satukan(&kata) {
        let banyak: usize = members.iter().map(|n| out[*n].len()).sum();
        let Some(way) = members.first().and_then(|n| ways.get(*n)).filter(|_| banyak > TERBANYAK) else { continue };
        let message = pesan!(
            "{banyak} kata dianggap sama, lebih dari {TERBANYAK}: kelompok yang berbagi satu kata menjadi satu kelompok",
            "{banyak} words stand for one thing, more than {TERBANYAK}: groups that share a word are one group"
        );
        r.galat("terlalu-banyak", way, message).help = Some(pesan!(
            "tulis hanya kata yang benar-benar berarti sama; hapus kata yang menyambung kelompok-kelompok itu",
            "write only words that mean the same; remove the word that joins those groups"
        ));
    }
    out
}

/// Which groups belong together because they share a word: the places of each set in their order, the sets by the first.
pub fn satukan<W: Ord>(groups: &[Vec<W>]) -> Vec<Vec<usize>> {
    // For every group one that it belongs to, and so on up to the first of all (union-find).
    let mut atas: Vec<usize> = (0..groups.len()).collect();
    fn puncak(atas: &mut [usize], mut n: usize) -> usize {
        while atas[n] != n {
            atas[n] = atas[atas[n]];
            n = atas[n];
        }
        n
    }
    let mut first: BTreeMap<&W, usize> = BTreeMap::new();
    for (n, group) in groups.iter().enumerate() {
        for word in group {
            let (one, other) = (puncak(&mut atas, n), puncak(&mut atas, *first.entry(word).or_insert(n)));
            let (low, high) = (one.min(other), one.max(other));
            atas[high] = low;
        }
    }
    let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for n in 0..groups.len() {
        sets.entry(puncak(&mut atas, n)).or_default().push(n);
    }
    sets.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_that_share_a_word_are_one_set() {
        let groups = [vec![1, 2], vec![3], vec![4, 5], vec![5, 1], vec![3, 3]];
        assert_eq!(satukan(&groups), [vec![0, 2, 3], vec![1, 4]]);
        assert_eq!(satukan::<i32>(&[]), Vec::<Vec<usize>>::new());
    }
}
