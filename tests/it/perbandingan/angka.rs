//! Ranks and quartiles, number by number, exact.

use rust_decimal::Decimal;
use std::str::FromStr;
use terang::comparisons::{Besaran, peringkat, sebaran};
use terang::records::Arah;

fn d(text: &str) -> Decimal {
    Decimal::from_str(text).unwrap()
}

fn satu(text: &str) -> Besaran {
    Besaran::satu(d(text))
}

#[test]
fn quartiles_are_exact_and_those_of_a_spreadsheet() {
    let even: Vec<Besaran> = ["1", "2", "3", "4", "5", "6"].map(satu).to_vec();
    let s = sebaran(&even).unwrap();
    assert_eq!((s.n, s.kuartil_1, s.median, s.kuartil_3), (6, d("2.25"), d("3.5"), d("4.75")));
    let odd: Vec<Besaran> = ["95.39", "82.18", "88", "95.76", "67"].map(satu).to_vec();
    let s = sebaran(&odd).unwrap();
    assert_eq!((s.kuartil_1, s.median, s.kuartil_3), (d("82.18"), d("88"), d("95.39")));
    assert_eq!(sebaran(&[satu("7")]).unwrap().median, d("7"));
    assert_eq!(sebaran(&[]), None);
}

#[test]
fn ties_share_a_rank_and_the_next_one_is_skipped() {
    let ranks = peringkat(&["90", "95", "95", "80"].map(satu), Arah::Naik);
    let pairs: Vec<(usize, usize, usize)> = ranks.iter().map(|r| (r.terbaik, r.terburuk, r.seri)).collect();
    assert_eq!(pairs, [(3, 3, 0), (1, 1, 1), (1, 1, 1), (4, 4, 0)]);
}

#[test]
fn where_lower_is_better_the_lowest_is_first() {
    let ranks = peringkat(&["8.76", "9.19"].map(satu), Arah::Turun);
    assert_eq!((ranks[0].terbaik, ranks[1].terbaik), (1, 2));
}

#[test]
fn a_range_has_every_rank_it_may_have() {
    let range = Besaran { utama: d("67"), rendah: d("67"), tinggi: d("76") };
    let ranks = peringkat(&[range, satu("70"), satu("80")], Arah::Naik);
    assert_eq!((ranks[0].terbaik, ranks[0].terburuk), (2, 3));
    assert_eq!((ranks[1].terbaik, ranks[1].terburuk), (2, 3));
    assert_eq!((ranks[2].terbaik, ranks[2].terburuk), (1, 1));
    assert!(ranks.iter().all(|r| r.dari == 3));
}

/// `0.1 + 0.2` of binary fractions would separate these two.
#[test]
fn equal_decimals_are_equal() {
    let ranks = peringkat(&[Besaran::satu(d("0.1") + d("0.2")), satu("0.30")], Arah::Naik);
    assert_eq!((ranks[0].terbaik, ranks[1].terbaik), (1, 1));
}
