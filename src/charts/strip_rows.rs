//! A strip whose names lie too close for one line: one row per category on the same axis.

use super::canvas::{Anchor, Canvas};
use super::class::Class;
use super::scale::float;
use super::strip::Strip;
use super::text::{self, LINE};
use super::{Lebar, spread};

/// Draws it, in the order given.
pub fn draw(strip: &Strip, lebar: Lebar) -> Canvas {
    let (width, narrow) = (lebar.units(), lebar.narrow());
    let labels: Vec<(String, String)> =
        strip.known.iter().map(|(index, _)| strip.label(*index, if narrow { width } else { 280.0 })).collect();
    let names: Vec<&String> = labels.iter().map(|(name, _)| name).collect();
    let values = labels.iter().map(|(_, value)| text::width_bold(value));
    let left = if narrow { 0.0 } else { text::widest(&names) + 12.0 };
    // On a phone the value stands with the name, on a wide screen beside the dot.
    let right = if narrow { 14.0 } else { values.fold(0.0, f64::max) + 18.0 };
    let scale = strip.scale.clone().between(left + 14.0, width - right);
    let high = if narrow { LINE + 18.0 } else { 22.0 };

    let head = strip.reference_height(width);
    let axis = head + high * labels.len() as f64 + 4.0;
    let notes = spread::notes(strip, width);
    let canvas = Canvas::new(width, axis + strip.foot_height(&notes));
    strip.foot(&canvas, &scale, (head, axis), &notes);
    strip.reference(&canvas, &scale, axis);
    let class = Class::of(strip.figure, 0);
    let ends = (scale.at(scale.low), scale.at(scale.high));
    for (row, ((index, value), (name, teks))) in strip.known.iter().zip(&labels).enumerate() {
        let top = head + high * row as f64;
        let x = scale.at(float(*value));
        let y = if narrow { top + LINE + 6.0 } else { top + high / 2.0 };
        canvas.line(Class::Kisi, 1.0, &[(ends.0, y), (ends.1, y)]);
        if narrow {
            let middle = top + LINE / 2.0;
            canvas.text(Class::Nama, (0.0, middle), Anchor::Start, name);
            canvas.bold(Class::Nama, (width, middle), Anchor::End, teks);
        } else {
            canvas.text(Class::Nama, (left - 12.0, y), Anchor::End, name);
            // The text stands beyond the whisker of several values.
            let end = strip.deret.titik[*index].rentang.map_or(x, |(_, high)| scale.at(float(high)));
            canvas.bold(Class::Nama, (end + 10.0, y), Anchor::Start, teks);
        }
        let full = strip.deret.titik[*index].catatan.is_none();
        canvas.mark(&strip.tooltip(*index), |canvas| {
            canvas.rentang(class, &strip.deret.titik[*index], |v| scale.at(v), (y, 5.0));
            canvas.circle(class, (x, y), 5.0, full);
        });
    }
    canvas
}
