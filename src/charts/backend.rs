//! The plotters backend that writes SVG for a page: classes instead of colours, tenths of a unit
//! instead of pixels, elements of one class gathered in one group, a tooltip for every mark.

use super::{class, text};
use plotters::style::FontStyle;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt::Write;
use std::rc::Rc;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// What one `<g>` has in common.
#[derive(Clone, Copy, PartialEq)]
enum Group {
    /// Filled shapes and text.
    Fill((u8, u8, u8)),
    /// Lines and open shapes, with their stroke width in tenths.
    Stroke((u8, u8, u8), u32),
}

/// The SVG body as it is written.
#[derive(Default)]
pub struct Sheet {
    out: String,
    group: Option<Group>,
    mark: Option<String>,
    mark_open: bool,
}

impl Sheet {
    /// Starts a mark: what is drawn next carries this tooltip.
    pub fn open_mark(&mut self, title: &str) {
        self.close_mark();
        self.mark = Some(title.to_string());
    }

    /// Ends the mark.
    pub fn close_mark(&mut self) {
        if std::mem::take(&mut self.mark_open) {
            self.out.push_str("</g>");
        }
        self.mark = None;
    }

    /// Closes what is open and hands the body over.
    pub fn finish(&mut self) -> String {
        self.close_mark();
        self.switch(None);
        std::mem::take(&mut self.out)
    }

    /// Leaves the current group for another. A mark that spans two groups is written twice.
    fn switch(&mut self, group: Option<Group>) {
        if self.group != group {
            if std::mem::take(&mut self.mark_open) {
                self.out.push_str("</g>");
            }
            if self.group.is_some() {
                self.out.push_str("</g>\n");
            }
            self.group = group;
            // Writing to a String cannot fail.
            let _ = match group {
                None => Ok(()),
                Some(Group::Fill(rgb)) => write!(self.out, "<g class=\"{}\">", class::name(rgb)),
                Some(Group::Stroke(rgb, width)) => write!(
                    self.out,
                    "<g class=\"{} c-g\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"{}\">",
                    class::name(rgb),
                    Tenth(width as i32)
                ),
            };
        }
        if group.is_some()
            && !self.mark_open
            && let Some(title) = &self.mark
        {
            self.out.push_str("<g><title>");
            text::escape_into(&mut self.out, title);
            self.out.push_str("</title>");
            self.mark_open = true;
        }
    }

    fn put(&mut self, group: Group, element: std::fmt::Arguments) -> Drawn {
        self.switch(Some(group));
        let _ = self.out.write_fmt(element);
        Ok(())
    }
}

/// A length in tenths, written in units.
struct Tenth(i32);

impl std::fmt::Display for Tenth {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, tenth) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        match tenth {
            0 => write!(f, "{sign}{whole}"),
            _ => write!(f, "{sign}{whole}.{tenth}"),
        }
    }
}

/// Draws onto a shared sheet; sizes and coordinates are tenths of a unit.
pub struct SvgBackend {
    /// Width and height in tenths.
    pub size: (u32, u32),
    /// Where the elements go.
    pub sheet: Rc<RefCell<Sheet>>,
}

fn group<S: BackendStyle>(style: &S, fill: bool) -> Group {
    let rgb = style.color().rgb;
    if fill { Group::Fill(rgb) } else { Group::Stroke(rgb, style.stroke_width()) }
}

fn points(list: &[BackendCoord]) -> String {
    let all = list.iter().map(|&(x, y)| format!("{},{}", Tenth(x), Tenth(y)));
    all.collect::<Vec<_>>().join(" ")
}

impl DrawingBackend for SvgBackend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 10, y + 10), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S) -> Drawn {
        self.draw_path([a, b], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        (x2, y2): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y, w, h) = (Tenth(x), Tenth(y), Tenth(x2 - x), Tenth(y2 - y));
        self.sheet
            .borrow_mut()
            .put(group(style, fill), format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"/>"))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let list: Vec<_> = path.into_iter().collect();
        let (Some(first), Some(last)) = (list.first(), list.last()) else {
            return Ok(());
        };
        // A closed path is an open marker: never dashed, and the stylesheet fills it.
        if list.len() > 3 && first == last {
            let corners = points(&list[..list.len() - 1]);
            let element = format_args!("<polygon points=\"{corners}\"/>");
            return self.sheet.borrow_mut().put(group(style, false), element);
        }
        let mut d = format!("M{} {}", Tenth(first.0), Tenth(first.1));
        for pair in list.windows(2) {
            let ((x0, y0), (x, y)) = (pair[0], pair[1]);
            let _ = match (x == x0, y == y0) {
                (_, true) => write!(d, "H{}", Tenth(x)),
                (true, _) => write!(d, "V{}", Tenth(y)),
                _ => write!(d, "L{} {}", Tenth(x), Tenth(y)),
            };
        }
        let dash = class::dashes(style.color().rgb)
            .map_or_else(String::new, |pattern| format!(" stroke-dasharray=\"{pattern}\""));
        self.sheet.borrow_mut().put(group(style, false), format_args!("<path d=\"{d}\"{dash}/>"))
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        let (x, y, r) = (Tenth(x), Tenth(y), Tenth(radius as i32));
        self.sheet.borrow_mut().put(group(style, fill), format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>"))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vert: I, style: &S) -> Drawn {
        let corners = points(&vert.into_iter().collect::<Vec<_>>());
        let element = format_args!("<polygon points=\"{corners}\"/>");
        self.sheet.borrow_mut().put(group(style, true), element)
    }

    fn draw_text<T: BackendTextStyle>(&mut self, label: &str, style: &T, (x, y): BackendCoord) -> Drawn {
        let size = style.size();
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        // Baselines by proportion: `dominant-baseline` is not kept by every converter.
        let drop = match style.anchor().v_pos {
            VPos::Top => 0.8,
            VPos::Center => 0.35,
            VPos::Bottom => -0.2,
        };
        let bold = match style.style() {
            FontStyle::Bold => " font-weight=\"600\"",
            _ => "",
        };
        let font = match size == text::SIZE * 10.0 {
            true => String::new(),
            false => format!(" font-size=\"{}\"", Tenth(size as i32)),
        };
        let (x, y) = (Tenth(x), Tenth(y + (size * drop).round() as i32));
        let mut escaped = String::with_capacity(label.len());
        text::escape_into(&mut escaped, label);
        self.sheet.borrow_mut().put(
            Group::Fill(style.color().rgb),
            format_args!("<text x=\"{x}\" y=\"{y}\"{anchor}{bold}{font}>{escaped}</text>"),
        )
    }
}
