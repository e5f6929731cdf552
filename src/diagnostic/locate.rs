//! From the way to a value to its line and column: a marked tree, made only of files that have diagnostics.

use super::{Jalur, Langkah, Spot};
use saphyr_parser::{Event, Parser, Span as MarkSpan};

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
    Map(Vec<(String, Mark, Mark)>),
}

impl<'a> Marks<'a> {
    /// Marks a text; a text that is no YAML has no marks, and every spot in it is its first line.
    pub fn new(text: &'a str) -> Self {
        let mut lines = vec![0];
        lines.extend(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1));
        let mut events = Parser::new_from_str(text).map_while(Result::ok).filter(|(event, _)| {
            !matches!(event, Event::StreamStart | Event::DocumentStart(_) | Event::StreamEnd | Event::Nothing)
        });
        let root = events.next().and_then(|(event, span)| build(event, span, &mut events));
        Self { text, root, lines }
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
                (Langkah::Kunci(key), Inner::Map(pairs)) => {
                    pairs.iter().find(|(name, _, _)| name == key).map(|(_, _, value)| value)
                }
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
            Inner::Map(pairs) => {
                pairs.iter().filter(|(name, _, _)| name == key).nth(nth).map_or(parent.span, |(_, mark, _)| mark.span)
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

fn build<'a>(
    event: Event<'a>,
    span: MarkSpan,
    events: &mut impl Iterator<Item = (Event<'a>, MarkSpan)>,
) -> Option<Mark> {
    let mut place = (span.start.line(), span.start.col(), span.end.line(), span.end.col());
    let inner = match event {
        Event::SequenceStart(..) => {
            let mut list = Vec::new();
            loop {
                let (event, span) = events.next()?;
                if matches!(event, Event::SequenceEnd) {
                    place = (place.0, place.1, span.end.line(), span.end.col());
                    break Inner::List(list);
                }
                list.push(build(event, span, events)?);
            }
        }
        Event::MappingStart(..) => {
            let mut pairs = Vec::new();
            loop {
                let (event, span) = events.next()?;
                if matches!(event, Event::MappingEnd) {
                    place = (place.0, place.1, span.end.line(), span.end.col());
                    break Inner::Map(pairs);
                }
                let name = match &event {
                    Event::Scalar(text, ..) => text.to_string(),
                    _ => String::new(),
                };
                let key = build(event, span, events)?;
                let (event, span) = events.next()?;
                pairs.push((name, key, build(event, span, events)?));
            }
        }
        _ => Inner::Scalar,
    };
    Some(Mark { span: place, inner })
}
