//! Names above the dots of a strip: each begins or ends at its dot's line, no line crosses a name.

use super::canvas::Anchor;
use super::text;

/// A name on one of the rows above the dots.
#[derive(Debug, Clone)]
pub struct Flag {
    /// As written.
    pub text: String,
    /// Where its dot lies.
    pub at: f64,
    /// Row, counted upwards from the dots.
    pub row: usize,
    /// On which side of the line the text stands.
    pub anchor: Anchor,
}

/// Between the line and its text.
pub const GAP: f64 = 4.0;
/// Higher than this nobody follows the lines.
const ROWS: usize = 5;

impl Flag {
    /// Left and right end of the text.
    fn span(&self) -> (f64, f64) {
        let wide = text::width(&self.text);
        match self.anchor {
            Anchor::End => (self.at - GAP - wide, self.at - GAP),
            _ => (self.at + GAP, self.at + GAP + wide),
        }
    }

    /// Whether both can stand: no text on another, no line through a text below its own.
    fn agrees(&self, other: &Self) -> bool {
        let ((a, b), (c, d)) = (self.span(), other.span());
        let through = |x: f64, (from, to): (f64, f64)| x > from - 3.0 && x < to + 3.0;
        match self.row.cmp(&other.row) {
            std::cmp::Ordering::Equal => b + 8.0 <= c || d + 8.0 <= a,
            std::cmp::Ordering::Greater => !through(self.at, (c, d)),
            std::cmp::Ordering::Less => !through(other.at, (a, b)),
        }
    }
}

/// All names, given by place from left to right, on as few rows as possible; `None` if they do not
/// fit. Up to some dot the names run to the right, from there on to the left; every such split is
/// tried, so that the outcome does not hang on the order of the dots.
pub fn arrange(names: &[(f64, String)], width: f64) -> Option<Vec<Flag>> {
    let mut best: Option<(usize, Vec<Flag>)> = None;
    for split in 0..=names.len() {
        let rightward = (0..split).rev().map(|index| (index, Anchor::Start));
        let leftward = (split..names.len()).map(|index| (index, Anchor::End));
        let orders: [Vec<(usize, Anchor)>; 2] =
            [rightward.clone().chain(leftward.clone()).collect(), leftward.chain(rightward).collect()];
        for order in orders {
            if let Some(flags) = attempt(names, &order, width) {
                let rows = flags.iter().map(|flag| flag.row + 1).max().unwrap_or(0);
                if best.as_ref().is_none_or(|(least, _)| rows < *least) {
                    best = Some((rows, flags));
                }
            }
        }
    }
    best.map(|(_, flags)| flags)
}

fn attempt(names: &[(f64, String)], order: &[(usize, Anchor)], width: f64) -> Option<Vec<Flag>> {
    let mut flags: Vec<Flag> = Vec::with_capacity(order.len());
    for &(index, anchor) in order {
        let (at, text) = names.get(index)?;
        let mut flag = Flag { text: text.clone(), at: *at, row: 0, anchor };
        let (from, to) = flag.span();
        if from < 0.0 || to > width {
            return None;
        }
        while !flags.iter().all(|other| flag.agrees(other)) {
            flag.row += 1;
            if flag.row >= ROWS {
                return None;
            }
        }
        flags.push(flag);
    }
    Some(flags)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_names_stand_or_none() {
        let near: Vec<(f64, String)> = [500.0, 505.0, 520.0].map(|x| (x, "Kabupaten 95,39%".to_string())).to_vec();
        let flags = arrange(&near, 640.0).unwrap_or_default();
        assert_eq!(flags.len(), 3);
        for (index, flag) in flags.iter().enumerate() {
            assert!(flags[..index].iter().all(|other| flag.agrees(other)), "{flags:?}");
        }
        let many: Vec<(f64, String)> =
            (0..12).map(|n| (150.0 + f64::from(n), "Kabupaten 95,39%".to_string())).collect();
        assert!(arrange(&many, 320.0).is_none());
    }
}
