//! A YAML file as a tree whose scalars keep their text: no number passes through `f64`, repeated keys stay visible.

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::cell::Cell;
use std::fmt;

/// A node of a YAML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// `~`, `null` or nothing.
    Kosong,
    /// A scalar as text.
    Teks(Teks),
    /// A list.
    Daftar(Vec<Node>),
    /// A map in written order; a key may occur twice.
    Peta(Vec<(String, Node)>),
}

/// The text of a scalar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teks {
    /// As written (without quotes).
    pub isi: String,
    /// Whether YAML took it for a number with decimals: written without quotes.
    pub pecahan: bool,
}

/// Parses one YAML document.
///
/// Serde hands a plain `95.390` over as `f64`. So the file is read once for its shape, and, where a decimal number
/// occurred, a second time guided by that shape, asking for the text of every scalar.
///
/// # Errors
/// The parser's own error, with its location.
pub fn parse(text: &str) -> Result<Node, serde_yaml::Error> {
    let pecahan = Cell::new(false);
    let shape = Shape { pecahan: &pecahan }.deserialize(serde_yaml::Deserializer::from_str(text))?;
    // `0x10` and `+5` come as the numbers a programmer means; the text says what was written.
    let program = ["0x", "0X", "0o", "0b", "+"].iter().any(|mark| text.contains(mark));
    if !pecahan.get() && !program {
        return Ok(shape);
    }
    Guided(&shape).deserialize(serde_yaml::Deserializer::from_str(text))
}

/// First reading: the shape, and whether any scalar was a decimal number.
#[derive(Clone, Copy)]
struct Shape<'a> {
    pecahan: &'a Cell<bool>,
}

impl<'de> DeserializeSeed<'de> for Shape<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

fn teks(isi: impl Into<String>) -> Node {
    Node::Teks(Teks { isi: isi.into(), pecahan: false })
}

impl<'de> Visitor<'de> for Shape<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nilai YAML")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Kosong)
    }

    fn visit_none<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Kosong)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        Ok(teks(value.to_string()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        Ok(teks(value.to_string()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        Ok(teks(value.to_string()))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Node, E> {
        Ok(teks(value.to_string()))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Node, E> {
        Ok(teks(value.to_string()))
    }

    #[allow(clippy::disallowed_types, reason = "the parser hands it over; only that it came is noted")]
    fn visit_f64<E: Error>(self, _: f64) -> Result<Node, E> {
        self.pecahan.set(true);
        Ok(Node::Teks(Teks { isi: String::new(), pecahan: true }))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        Ok(teks(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(node) = access.next_element_seed(self)? {
            list.push(node);
        }
        Ok(Node::Daftar(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut pairs = Vec::new();
        while let Some(key) = access.next_key::<String>()? {
            pairs.push((key, access.next_value_seed(self)?));
        }
        Ok(Node::Peta(pairs))
    }
}

/// Second reading: the same shape again, the text of each scalar this time.
struct Guided<'a>(&'a Node);

impl<'de> DeserializeSeed<'de> for Guided<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        match self.0 {
            Node::Kosong => {
                serde::de::IgnoredAny::deserialize(deserializer)?;
                Ok(Node::Kosong)
            }
            Node::Teks(known) => {
                let isi = String::deserialize(deserializer)?;
                Ok(Node::Teks(Teks { isi, pecahan: known.pecahan }))
            }
            Node::Daftar(_) => deserializer.deserialize_seq(self),
            Node::Peta(_) => deserializer.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for Guided<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nilai YAML")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let Node::Daftar(shapes) = self.0 else { return Err(A::Error::custom("bentuk berubah")) };
        let mut list = Vec::with_capacity(shapes.len());
        for shape in shapes {
            list.extend(access.next_element_seed(Guided(shape))?);
        }
        Ok(Node::Daftar(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let Node::Peta(shapes) = self.0 else { return Err(A::Error::custom("bentuk berubah")) };
        let mut pairs = Vec::with_capacity(shapes.len());
        for (_, shape) in shapes {
            if let Some(key) = access.next_key::<String>()? {
                pairs.push((key, access.next_value_seed(Guided(shape))?));
            }
        }
        Ok(Node::Peta(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_decimal_keeps_every_digit_and_its_trailing_zero() {
        let node = parse("a: [12345678901234567.890, 60.70, 5]\nb: ~").expect("yaml");
        let Node::Peta(pairs) = node else { panic!("map") };
        let Node::Daftar(list) = &pairs[0].1 else { panic!("list") };
        let text = |n: &Node| match n {
            Node::Teks(t) => t.isi.clone(),
            _ => String::new(),
        };
        assert_eq!(list.iter().map(text).collect::<Vec<_>>(), ["12345678901234567.890", "60.70", "5"]);
        assert_eq!(pairs[1].1, Node::Kosong);
    }

    #[test]
    fn a_repeated_key_stays_visible() {
        let Node::Peta(pairs) = parse("a: 1\na: 2").expect("yaml") else { panic!("map") };
        assert_eq!(pairs.len(), 2);
    }
}
