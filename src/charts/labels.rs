//! Placing labels: a board that knows what is already drawn and finds the place that covers least.

use super::canvas::Point;

/// A rectangle in units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Area {
    /// The rectangle around a point.
    pub fn around((x, y): Point, radius: f64) -> Self {
        Self { x: x - radius, y: y - radius, w: radius * 2.0, h: radius * 2.0 }
    }

    fn overlap(&self, other: &Self) -> f64 {
        let w = (self.x + self.w).min(other.x + other.w) - self.x.max(other.x);
        let h = (self.y + self.h).min(other.y + other.h) - self.y.max(other.y);
        w.max(0.0) * h.max(0.0)
    }

    fn holds(&self, inner: &Self) -> bool {
        inner.x >= self.x
            && inner.y >= self.y
            && inner.x + inner.w <= self.x + self.w
            && inner.y + inner.h <= self.y + self.h
    }

    /// How much of a line lies inside (Liang and Barsky's clipping).
    fn crossed(&self, (x0, y0): Point, (x1, y1): Point) -> f64 {
        let (dx, dy) = (x1 - x0, y1 - y0);
        let (mut start, mut end) = (0.0f64, 1.0f64);
        let edges = [(-dx, x0 - self.x), (dx, self.x + self.w - x0), (-dy, y0 - self.y), (dy, self.y + self.h - y0)];
        for (step, room) in edges {
            if step == 0.0 {
                if room < 0.0 {
                    return 0.0;
                }
            } else if step < 0.0 {
                start = start.max(room / step);
            } else {
                end = end.min(room / step);
            }
        }
        (end - start).max(0.0) * dx.hypot(dy)
    }
}

/// What is drawn so far.
#[derive(Clone)]
pub struct Board {
    frame: Area,
    taken: Vec<Area>,
    lines: Vec<(Point, Point)>,
}

impl Board {
    /// An empty board.
    pub fn new(width: f64, height: f64) -> Self {
        let frame = Area { x: 0.0, y: 0.0, w: width, h: height };
        Self { frame, taken: Vec::new(), lines: Vec::new() }
    }

    /// Something that must not be covered.
    pub fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// A line that should not be covered.
    pub fn line(&mut self, from: Point, to: Point) {
        self.lines.push((from, to));
    }

    /// Takes the best of the candidates, earlier ones first where equal, and says which it was.
    /// With `strict`, none if each would cover something that must not be covered.
    pub fn place(&mut self, candidates: &[Area], strict: bool) -> Option<usize> {
        let mut best: Option<(f64, usize)> = None;
        for (index, area) in candidates.iter().enumerate() {
            if !self.frame.holds(area) {
                continue;
            }
            let covered: f64 = self.taken.iter().map(|taken| taken.overlap(area)).sum();
            if strict && covered > 0.0 {
                continue;
            }
            let crossed: f64 = self.lines.iter().map(|&(a, b)| area.crossed(a, b)).sum();
            let cost = covered * 10.0 + crossed * 4.0 + index as f64;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, index));
            }
        }
        let (_, index) = best?;
        self.taken.push(candidates[index]);
        Some(index)
    }
}

/// Where blocks of these tops and heights come to lie when none may cover another: those that touch
/// move together, each as far as the others. In the order given.
pub fn stack(wanted: &[(f64, f64)], (from, to): (f64, f64)) -> Vec<f64> {
    // Runs of touching blocks: top, height, how many.
    let mut runs: Vec<(f64, f64, usize)> = Vec::new();
    for &(top, height) in wanted {
        let mut run = (top.min(to - height).max(from), height, 1);
        while let Some(&(above, high, count)) = runs.last() {
            if above + high <= run.0 {
                break;
            }
            let (a, b) = (count as f64, run.2 as f64);
            let middle = (above * a + (run.0 - high) * b) / (a + b);
            run = (middle.min(to - high - run.1).max(from), high + run.1, count + run.2);
            runs.pop();
        }
        runs.push(run);
    }
    let mut tops = Vec::with_capacity(wanted.len());
    let mut blocks = wanted.iter();
    for (top, _, count) in runs {
        let mut y = top;
        for (_, height) in blocks.by_ref().take(count) {
            tops.push(y);
            y += height;
        }
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_move_apart_together_and_stay_in_the_frame() {
        assert_eq!(stack(&[(10.0, 20.0), (60.0, 20.0)], (0.0, 100.0)), [10.0, 60.0]);
        assert_eq!(stack(&[(50.0, 20.0), (50.0, 20.0)], (0.0, 100.0)), [40.0, 60.0]);
        assert_eq!(stack(&[(0.0, 20.0), (0.0, 20.0)], (0.0, 100.0)), [0.0, 20.0]);
        assert_eq!(stack(&[(90.0, 20.0), (95.0, 20.0)], (0.0, 100.0)), [60.0, 80.0]);
    }

    #[test]
    fn takes_the_free_place_and_refuses_when_there_is_none() {
        let mut board = Board::new(100.0, 100.0);
        board.take(Area { x: 0.0, y: 0.0, w: 50.0, h: 50.0 });
        board.line((60.0, 0.0), (60.0, 50.0));
        let here = Area { x: 10.0, y: 10.0, w: 20.0, h: 20.0 };
        let crossed = Area { x: 55.0, y: 10.0, w: 20.0, h: 20.0 };
        let free = Area { x: 10.0, y: 60.0, w: 20.0, h: 20.0 };
        let outside = Area { x: 90.0, y: 60.0, w: 20.0, h: 20.0 };
        assert_eq!(board.place(&[outside, here, crossed, free], true), Some(3));
        assert_eq!(board.place(&[here, outside], true), None);
        assert_eq!(board.place(&[here, outside], false), Some(0));
    }
}
