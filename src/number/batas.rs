//! Words and signs of bounds: `≥ 90%`, `maks. 10`, `90% ke atas`.

use super::Batas;

/// Words and signs of a bound in front of a number, the longest first.
const DEPAN: [(&str, Batas); 49] = [
    (">=", Batas::PalingSedikit),
    ("=>", Batas::PalingSedikit),
    ("<=", Batas::PalingBanyak),
    ("=<", Batas::PalingBanyak),
    ("≥", Batas::PalingSedikit),
    ("≧", Batas::PalingSedikit),
    ("⩾", Batas::PalingSedikit),
    ("≤", Batas::PalingBanyak),
    ("≦", Batas::PalingBanyak),
    ("⩽", Batas::PalingBanyak),
    (">", Batas::LebihDari),
    ("<", Batas::KurangDari),
    ("sekurang-kurangnya", Batas::PalingSedikit),
    ("setidak-tidaknya", Batas::PalingSedikit),
    ("setidaknya", Batas::PalingSedikit),
    ("sedikitnya", Batas::PalingSedikit),
    ("paling sedikit", Batas::PalingSedikit),
    ("paling kurang", Batas::PalingSedikit),
    ("paling rendah", Batas::PalingSedikit),
    ("paling cepat", Batas::PalingSedikit),
    ("tidak kurang dari", Batas::PalingSedikit),
    ("minimum", Batas::PalingSedikit),
    ("minimal", Batas::PalingSedikit),
    ("min.", Batas::PalingSedikit),
    ("min", Batas::PalingSedikit),
    ("tidak lebih dari", Batas::PalingBanyak),
    ("tidak melebihi", Batas::PalingBanyak),
    ("paling banyak", Batas::PalingBanyak),
    ("paling tinggi", Batas::PalingBanyak),
    ("paling lama", Batas::PalingBanyak),
    ("paling lambat", Batas::PalingBanyak),
    ("maksimum", Batas::PalingBanyak),
    ("maksimal", Batas::PalingBanyak),
    ("maks.", Batas::PalingBanyak),
    ("maks", Batas::PalingBanyak),
    ("max.", Batas::PalingBanyak),
    ("max", Batas::PalingBanyak),
    ("lebih dari", Batas::LebihDari),
    ("di atas", Batas::LebihDari),
    ("diatas", Batas::LebihDari),
    ("melebihi", Batas::LebihDari),
    ("kurang dari", Batas::KurangDari),
    ("di bawah", Batas::KurangDari),
    ("dibawah", Batas::KurangDari),
    ("sampai dengan", Batas::PalingBanyak),
    ("hingga", Batas::PalingBanyak),
    ("s.d.", Batas::PalingBanyak),
    ("s/d", Batas::PalingBanyak),
    ("sd", Batas::PalingBanyak),
];

/// Words of a bound behind a number.
const BELAKANG: [(&str, Batas); 11] = [
    (" ke atas", Batas::PalingSedikit),
    (" keatas", Batas::PalingSedikit),
    (" atau lebih", Batas::PalingSedikit),
    (" lebih", Batas::LebihDari),
    (" ke bawah", Batas::PalingBanyak),
    (" kebawah", Batas::PalingBanyak),
    (" atau kurang", Batas::PalingBanyak),
    (" minimal", Batas::PalingSedikit),
    (" maksimal", Batas::PalingBanyak),
    (" (minimal)", Batas::PalingSedikit),
    (" (maksimal)", Batas::PalingBanyak),
];

/// Words behind a number that make it an estimate: its last part says no bound.
const TAKSIRAN: [&str; 5] = ["lebih kurang", "kurang lebih", "kira-kira", "(perkiraan)", "(estimasi)"];

/// The word that makes what stands before it an estimate: `90% lebih kurang`.
pub fn taksiran_di_belakang(text: &str) -> Option<&'static str> {
    let text = text.trim_end();
    let last = |word: &str| text.len().checked_sub(word.len()).and_then(|from| text.get(from..));
    TAKSIRAN.into_iter().find(|word| last(word).is_some_and(|end| end.eq_ignore_ascii_case(word)))
}

/// The bound a text states, and the number it bounds.
pub(super) fn batas(text: &str) -> Option<(Batas, &str)> {
    let starts = |word: &str| text.get(..word.len()).is_some_and(|head| head.to_lowercase() == word);
    if let Some((word, batas)) = DEPAN.iter().find(|(word, _)| starts(word)) {
        let rest = text[word.len()..].trim_start().trim_start_matches(':').trim_start();
        // A word ends where the number begins, or with a space: `minyak 5` states no bound.
        let ends = !word.ends_with(char::is_alphabetic) || !text[word.len()..].starts_with(char::is_alphabetic);
        return ends.then_some((*batas, rest));
    }
    let ends = |word: &str| {
        text.len() > word.len() && text.get(text.len() - word.len()..).is_some_and(|t| t.to_lowercase() == word)
    };
    let (word, batas) = BELAKANG.iter().find(|(word, _)| ends(word))?;
    Some((*batas, text[..text.len() - word.len()].trim_end()))
}
