//! From the way to a value to its line and column: a marked tree, made only of files that have diagnostics.

use super::{Jalur, Langkah, Spot};
use saphyr_parser::{Event, Parser, Span as MarkSpan};
use std::collections::BTreeMap;

/// Deeper than any file that can be read: what lies below has the place of what holds it.
const TERDALAM: usize = 128;

/// A stretch of one file: line and column from 1, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First line.
    pub line: usize,
    /// First column.
    pub column: usize,
    /// Byte offsets of begin and end.
    pub bytes: (usize, usize),
}

/// The marked tree of one file, and its text.
pub struct Marks<'a> {
    text: &'a str,
    root: Option<Mark>,
    /// Byte offset of every line.
    lines: Vec<usize>,
}

struct Mark {
    span: (usize, usize, usize, usize),
    inner: Inner,
}

enum Inner {
    Scalar,
    List(Vec<Mark>),
    /// Keys and values in written order; where each key stands among them.
    Map(Vec<(Mark, Mark)>, BTreeMap<String, Vec<usize>>),
}

impl Inner {
    fn map(pairs: Vec<(String, Mark, Mark)>) -> Self {
        let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut marks = Vec::with_capacity(pairs.len());
        for (n, (name, key, value)) in pairs.into_iter().enumerate() {
            index.entry(name).or_default().push(n);
            marks.push((key, value));
        }
        Inner::Map(marks, index)
    }
}

impl<'a> Marks<'a> {
    /// Marks a text; a text that is no YAML has no marks, and every spot in it is its first line.
    pub fn new(text: &'a str) -> Self {
        let mut lines = vec![0];
        lines.extend(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1));
        let events = Parser::new_from_str(text).map_while(Result::ok).filter(|(event, _)| {
            !matches!(event, Event::StreamStart | Event::DocumentStart(_) | Event::StreamEnd | Event::Nothing)
        });
        Self { text, root: build(events), lines }
    }

    /// The stretch of a spot; of a way that leads nowhere the last value that exists.
    pub fn find(&self, spot: &Spot) -> Span {
        match spot {
            Spot::Berkas => self.span((1, 0, 1, 0)),
            Spot::Baris(line, column) => self.span((*line, column - 1, *line, *column)),
            Spot::Rentang(line, column, width) => self.span((*line, column - 1, *line, column - 1 + width)),
            Spot::Nilai(way) => self.span(self.walk(way).map_or((1, 0, 1, 0), |mark| mark.span)),
            Spot::Kunci(way, nth) => self.span(self.key(way, *nth)),
        }
    }

    fn walk(&self, way: &Jalur) -> Option<&Mark> {
        let mut mark = self.root.as_ref()?;
        for step in &way.0 {
            let next = match (step, &mark.inner) {
                (Langkah::Kunci(key), Inner::Map(pairs, index)) => index.get(key).map(|at| &pairs[at[0]].1),
                (Langkah::Urutan(n), Inner::List(list)) => list.get(*n),
                _ => None,
            };
            match next {
                Some(next) => mark = next,
                None => break,
            }
        }
        Some(mark)
    }

    fn key(&self, way: &Jalur, nth: usize) -> (usize, usize, usize, usize) {
        let Some((Langkah::Kunci(key), before)) = way.0.split_last() else { return (1, 0, 1, 0) };
        let Some(parent) = self.walk(&Jalur(before.to_vec())) else { return (1, 0, 1, 0) };
        match &parent.inner {
            Inner::Map(pairs, index) => {
                index.get(key).and_then(|at| at.get(nth)).map_or(parent.span, |at| pairs[*at].0.span)
            }
            _ => parent.span,
        }
    }

    /// Turns line and column (column from 0) into bytes; a span over several lines is cut to its first.
    fn span(&self, (line, column, end_line, end_column): (usize, usize, usize, usize)) -> Span {
        let line = line.clamp(1, self.lines.len());
        let start = self.lines[line - 1];
        let row = self.text[start..].split('\n').next().unwrap_or("").trim_end_matches('\r');
        let offset = |column: usize| row.char_indices().nth(column).map_or(row.len(), |(i, _)| i);
        let first = offset(column);
        let last = if end_line == line { offset(end_column).max(first) } else { row.len() };
        Span { line, column: column + 1, bytes: (start + first, start + last) }
    }
}

/// A collection that is still open: where it began, and what it holds so far.
enum Terbuka {
    List(Tempat, Vec<Mark>),
    /// The last is the key whose value has not come yet.
    Map(Tempat, Vec<(String, Mark, Mark)>, Option<(String, Mark)>),
}

/// First and last line and column, columns from 0.
type Tempat = (usize, usize, usize, usize);

impl Terbuka {
    fn add(&mut self, name: String, mark: Mark) {
        match self {
            Terbuka::List(_, list) => list.push(mark),
            Terbuka::Map(_, pairs, key) => match key.take() {
                Some((name, key)) => pairs.push((name, key, mark)),
                None => *key = Some((name, mark)),
            },
        }
    }

    /// The finished collection; `end` is where it was closed, if it was.
    fn close(self, end: Option<(usize, usize)>) -> Mark {
        let to = |place: Tempat| end.map_or(place, |(line, column)| (place.0, place.1, line, column));
        match self {
            Terbuka::List(place, list) => Mark { span: to(place), inner: Inner::List(list) },
            Terbuka::Map(place, pairs, _) => Mark { span: to(place), inner: Inner::map(pairs) },
        }
    }
}

/// The marked tree of the first document. What nests deeper than any record, and what a broken file leaves open, ends there:
/// never by recursion, for a file of a few kilobytes can nest thousands of levels.
fn build<'a>(events: impl Iterator<Item = (Event<'a>, MarkSpan)>) -> Option<Mark> {
    let mut open: Vec<Terbuka> = Vec::new();
    for (event, span) in events {
        let place = (span.start.line(), span.start.col(), span.end.line(), span.end.col());
        let (name, mark) = match event {
            Event::SequenceStart(..) | Event::MappingStart(..) if open.len() >= TERDALAM => break,
            Event::SequenceStart(..) => {
                open.push(Terbuka::List(place, Vec::new()));
                continue;
            }
            Event::MappingStart(..) => {
                open.push(Terbuka::Map(place, Vec::new(), None));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(done) => (String::new(), done.close(Some((span.end.line(), span.end.col())))),
                None => break,
            },
            Event::Scalar(text, ..) => (text.to_string(), Mark { span: place, inner: Inner::Scalar }),
            _ => (String::new(), Mark { span: place, inner: Inner::Scalar }),
        };
        match open.last_mut() {
            Some(parent) => parent.add(name, mark),
            None => return Some(mark),
        }
    }
    let mut inner = open.pop()?.close(None);
    while let Some(mut outer) = open.pop() {
        outer.add(String::new(), inner);
        inner = outer.close(None);
    }
    Some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_nests_without_end_has_marks_all_the_same() {
        for shape in ["- ", "[", "? ", "{a: "] {
            let text = shape.repeat(50_000);
            let marks = Marks::new(&text);
            assert_eq!(marks.find(&Spot::Nilai(Jalur::default())).line, 1);
        }
    }

    #[test]
    fn a_broken_file_keeps_the_marks_of_what_came_before() {
        let marks = Marks::new("a: 1\nb:\n  c: 2\n  d: [\n");
        let way = Jalur::default().kunci("b").kunci("c");
        assert_eq!(marks.find(&Spot::Nilai(way)).line, 3);
    }

    #[test]
    fn the_nth_of_equal_keys_has_its_own_place() {
        let marks = Marks::new("a: 1\nb: 2\na: 3\n");
        assert_eq!(marks.find(&Spot::Kunci(Jalur::default().kunci("a"), 1)).line, 3);
        assert_eq!(marks.find(&Spot::Nilai(Jalur::default().kunci("a"))).line, 1);
    }
}
