//! Warna: the two colours a portal may choose, checked for contrast, with their forms for the dark theme.
//!
//! Contrast is that of WCAG 2.2: `(L1 + 0,05) ÷ (L2 + 0,05)` of the relative luminances. All of it is whole numbers: a
//! channel's share of light comes from a table in billionths, computed when the program is compiled.

use super::reader::{At, Reader};
use crate::number::{Lang, round};
use crate::pesan;
use rust_decimal::Decimal;
use std::fmt;

/// The backgrounds of the built-in theme on which links, buttons and marks stand, by the names of `gaya.css`:
/// `--latar`, `--kertas`, `--sorot`, `--tanda-latar`. `tests/kontras.rs` holds them against the theme.
pub const LATAR_TERANG: [Rgb; 4] =
    [Rgb([0xfb, 0xfa, 0xf7]), Rgb([0xff, 0xff, 0xff]), Rgb([0xe9, 0xf1, 0xf5]), Rgb([0xfb, 0xf3, 0xe2])];
/// The same in the dark.
pub const LATAR_GELAP: [Rgb; 4] =
    [Rgb([0x14, 0x17, 0x1a]), Rgb([0x1a, 0x1e, 0x22]), Rgb([0x1d, 0x28, 0x30]), Rgb([0x2a, 0x25, 0x17])];

/// What text needs (WCAG 2.2, 1.4.3), in hundredths.
const CUKUP: u64 = 450;

/// A colour, `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

impl Rgb {
    /// Reads `#0b5f8a`; nothing else is a colour here, so nothing else can reach a style sheet.
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.strip_prefix('#').filter(|h| h.len() == 6 && h.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let part = |i: usize| u8::from_str_radix(&hex[i..i + 2], 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// Relative luminance, 0 to 10¹³.
    fn luminansi(self) -> u64 {
        let [r, g, b] = self.0.map(|c| CAHAYA[usize::from(c)]);
        2_126 * r + 7_152 * g + 722 * b
    }

    /// Whether text of this colour is readable on every one of these backgrounds.
    fn cukup(self, latar: &[Rgb]) -> bool {
        latar.iter().all(|l| {
            let (a, b) = pasangan(self, *l);
            a * 100 >= b * CUKUP
        })
    }

    /// The first colour that is readable there, going darker or lighter in steps of 1/510 of the lightness (HSL) with hue
    /// and saturation kept.
    fn terdekat(self, latar: &[Rgb], lebih_terang: bool) -> Rgb {
        let jumlah = self.jumlah();
        let found = if lebih_terang {
            (jumlah..=510).map(|s| self.dengan(s)).find(|c| c.cukup(latar))
        } else {
            (0..=jumlah).rev().map(|s| self.dengan(s)).find(|c| c.cukup(latar))
        };
        found.unwrap_or(if lebih_terang { Rgb([255; 3]) } else { Rgb([0; 3]) })
    }

    /// Smallest and largest channel added: the lightness of HSL in 1/510.
    fn jumlah(self) -> i32 {
        let [r, g, b] = self.0.map(i32::from);
        r.max(g).max(b) + r.min(g).min(b)
    }

    /// This hue and saturation at another lightness.
    fn dengan(self, jumlah: i32) -> Rgb {
        // How far apart channels can be at a lightness; the saturation is the part of it that is used.
        let luas = |s: i32| 255 - (s - 255).abs();
        let channels = self.0.map(i32::from);
        let least = channels.into_iter().min().unwrap_or(0);
        let used = channels.into_iter().max().unwrap_or(0) - least;
        let (lama, baru) = (luas(self.jumlah()), luas(jumlah));
        if lama == 0 {
            return Rgb([u8::try_from((jumlah + 1) / 2).unwrap_or(255); 3]);
        }
        Rgb(channels.map(|c| {
            let twice = jumlah * lama - used * baru + 2 * (c - least) * baru;
            u8::try_from((twice + lama) / (2 * lama)).unwrap_or(255)
        }))
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

/// A channel's share of light in billionths, for every byte: `c/255 ÷ 12,92` up to 0,04045, above it
/// `((c/255 + 0,055) ÷ 1,055)^2,4`.
static CAHAYA: [u64; 256] = {
    let mut table = [0; 256];
    let mut c = 0;
    while c < 256 {
        table[c] = cahaya(c as u128);
        c += 1;
    }
    table
};

const fn cahaya(c: u128) -> u64 {
    if c <= 10 {
        return (c * 100_000_000_000 / (255 * 1_292)) as u64;
    }
    // x = a/b; x^2,4 = x² · (x²)^(1/5), the fifth root by halving, in ten millionths.
    let (a, b): (u128, u128) = (1_000 * c + 14_025, 269_025);
    let square = a * a * 10_u128.pow(27) / (b * b) * 10_u128.pow(8);
    let (mut low, mut high) = (0, 10_u128.pow(7) + 1);
    while high - low > 1 {
        let mid = (low + high) / 2;
        if mid.pow(5) <= square {
            low = mid;
        } else {
            high = mid;
        }
    }
    (a * a * low * 100 / (b * b)) as u64
}

/// The lighter and the darker of two colours, each with the light that is always added.
fn pasangan(a: Rgb, b: Rgb) -> (u64, u64) {
    let (a, b) = (a.luminansi() + 500_000_000_000, b.luminansi() + 500_000_000_000);
    (a.max(b), a.min(b))
}

/// The contrast of two colours, 1 to 21.
pub fn kontras(a: Rgb, b: Rgb) -> Decimal {
    let (a, b) = pasangan(a, b);
    Decimal::from(a).checked_div(Decimal::from(b)).unwrap_or(Decimal::ONE)
}

/// One chosen colour in both forms of the theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nada {
    /// As written.
    pub terang: Rgb,
    /// Lightened until it is readable in the dark.
    pub gelap: Rgb,
}

/// The colours of a portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Warna {
    /// Links, buttons, bars.
    pub utama: Nada,
    /// Marks: findings, doubt.
    pub aksen: Nada,
}

impl Warna {
    /// The custom properties of the theme in these colours, for a `<style>` after the style sheets of the theme. It
    /// holds nothing but colours read as `#rrggbb`. Print keeps the theme's black.
    pub fn css(&self) -> String {
        let set = |utama: Rgb, aksen: Rgb| format!("--tautan:{utama};--pita-isi:{utama};--tanda:{aksen}");
        let terang = set(self.utama.terang, self.aksen.terang);
        let gelap = set(self.utama.gelap, self.aksen.gelap);
        format!("@media screen{{:root{{{terang}}}}}@media screen and (prefers-color-scheme:dark){{:root{{{gelap}}}}}")
    }
}

/// Reads `warna` of `portal.yaml`.
pub fn read(r: &mut Reader, at: &At<'_>) -> Option<Warna> {
    let mut obj = r.object(at)?;
    let utama = obj
        .need(r, "utama", ("`utama: \"#0b5f8a\"`, dalam tanda kutip", "`utama: \"#0b5f8a\"`, in quotes"))
        .and_then(|at| read_nada(r, &at));
    let aksen = obj
        .need(r, "aksen", ("`aksen: \"#8a5a00\"`, dalam tanda kutip", "`aksen: \"#8a5a00\"`, in quotes"))
        .and_then(|at| read_nada(r, &at));
    obj.finish(r);
    Some(Warna { utama: utama?, aksen: aksen? })
}

fn read_nada(r: &mut Reader, at: &At<'_>) -> Option<Nada> {
    let text = r.string(at)?;
    let Some(warna) = Rgb::parse(&text) else {
        r.galat("warna-salah", &at.jalur, pesan!("`{text}` bukan warna", "`{text}` is not a colour")).help =
            Some(pesan!(
                "tulis `#` dan enam digit heksadesimal dalam tanda kutip, misalnya `\"#0b5f8a\"`",
                "write `#` and six hexadecimal digits in quotes, for example `\"#0b5f8a\"`"
            ));
        return None;
    };
    if !warna.cukup(&LATAR_TERANG) {
        let usul = warna.terdekat(&LATAR_TERANG, false);
        let (ratio, latar) = terburuk(warna, &LATAR_TERANG);
        let (lolos, _) = terburuk(usul, &LATAR_TERANG);
        let (id, en) = (tulis(ratio, Lang::Id), tulis(ratio, Lang::En));
        r.galat(
            "kontras-kurang",
            &at.jalur,
            pesan!(
                "tulisan berwarna `{warna}` sulit dibaca: kontrasnya {id} : 1 terhadap latar `{latar}`, sedikitnya harus 4,5 : 1",
                "text in `{warna}` is hard to read: its contrast is {en}:1 on the background `{latar}`, it must be at least 4.5:1"
            ),
        )
        .help = Some(pesan!(
            "warna terdekat yang lolos, dengan rona dan kejenuhan yang sama: `\"{usul}\"` ({id} : 1)",
            "the nearest colour that passes, of the same hue and saturation: `\"{usul}\"` ({en}:1)",
            id = tulis(lolos, Lang::Id),
            en = tulis(lolos, Lang::En)
        ));
    }
    Some(Nada { terang: warna, gelap: warna.terdekat(&LATAR_GELAP, true) })
}

/// The least contrast on any of these backgrounds, and on which.
fn terburuk(warna: Rgb, latar: &[Rgb]) -> (Decimal, Rgb) {
    let mut all = latar.iter().map(|l| (kontras(warna, *l), *l));
    let first = all.next().unwrap_or((Decimal::ONE, warna));
    all.fold(first, |least, next| if next.0 < least.0 { next } else { least })
}

/// Two decimals; a third where two would hide that it is not enough.
fn tulis(ratio: Decimal, lang: Lang) -> String {
    let needed = Decimal::new(45, 1);
    lang.decimal(ratio, if ratio < needed && round(ratio, 2) >= needed { 3 } else { 2 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rgb(text: &str) -> Rgb {
        Rgb::parse(text).expect("colour")
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        for (a, b, expected) in [
            ("#000000", "#ffffff", "21.00"),
            ("#ffffff", "#ffffff", "1.00"),
            ("#767676", "#ffffff", "4.54"),
            ("#777777", "#ffffff", "4.48"),
            ("#949494", "#ffffff", "3.03"),
            ("#0000ff", "#ffffff", "8.59"),
            ("#ff0000", "#ffffff", "4.00"),
            ("#00ff00", "#ffffff", "1.37"),
        ] {
            assert_eq!(tulis(kontras(rgb(a), rgb(b)), Lang::En), expected, "{a} on {b}");
            assert_eq!(kontras(rgb(a), rgb(b)), kontras(rgb(b), rgb(a)));
        }
    }

    #[test]
    fn the_table_of_light_agrees_with_published_values() {
        // IEC 61966-2-1, in billionths: 1/255 of the straight part, the two sides of the bend, the middle, white.
        for (c, expected) in
            [(0, 0), (1, 303_527), (10, 3_035_270), (11, 3_346_536), (128, 215_860_500), (255, 1_000_000_000)]
        {
            let off = CAHAYA[c].abs_diff(expected);
            assert!(off <= 200, "{c}: {} and {expected}", CAHAYA[c]);
        }
        assert!(CAHAYA.windows(2).all(|w| w[0] < w[1]), "more light is more light");
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        assert_eq!(rgb("#0B5f8a").to_string(), "#0b5f8a");
        for text in ["0b5f8a", "#fff", "#0b5f8a0", "#0b5f8g", "#é5f8a", "red", "", "#", "#-12345", "#+1+2+3"] {
            assert_eq!(Rgb::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_nearest_colour_passes_keeps_its_hue_and_is_the_first_that_passes() {
        for text in ["#7fb2d6", "#ffcc00", "#777777", "#ffffff", "#00ff00", "#e06090"] {
            let colour = rgb(text);
            assert!(!colour.cukup(&LATAR_TERANG), "{text} is a case");
            let found = colour.terdekat(&LATAR_TERANG, false);
            assert!(found.cukup(&LATAR_TERANG), "{text} became {found}");
            let step = colour.dengan(found.jumlah() + 2);
            assert!(!step.cukup(&LATAR_TERANG) || step == found, "{text}: {step} passes before {found}");
            let rank = |c: Rgb| {
                let mut order = [0, 1, 2];
                order.sort_by_key(|i| c.0[*i]);
                (c.0[order[0]] < c.0[order[2]]).then_some(order[2])
            };
            assert_eq!(rank(colour), rank(found), "{text} became {found}");
        }
    }

    #[test]
    fn the_dark_form_passes_in_the_dark_and_black_becomes_grey() {
        for text in ["#0b5f8a", "#8a5a00", "#000000", "#800000", "#0000ff"] {
            let dark = rgb(text).terdekat(&LATAR_GELAP, true);
            assert!(dark.cukup(&LATAR_GELAP), "{text} became {dark}");
        }
        let [r, g, b] = rgb("#000000").terdekat(&LATAR_GELAP, true).0;
        assert!(r == g && g == b);
    }

    #[test]
    fn a_colour_at_its_own_lightness_is_itself() {
        for r in (0..=255).step_by(15) {
            for g in (0..=255).step_by(15) {
                for b in (0..=255).step_by(15) {
                    let colour = Rgb([r, g, b]);
                    assert_eq!(colour.dengan(colour.jumlah()), colour);
                }
            }
        }
    }

    #[test]
    fn the_style_holds_four_colours_and_no_quotes() {
        let nada = |text| Nada { terang: rgb(text), gelap: rgb(text).terdekat(&LATAR_GELAP, true) };
        let css = Warna { utama: nada("#0b5f8a"), aksen: nada("#8a5a00") }.css();
        assert!(css.contains("--tautan:#0b5f8a;--pita-isi:#0b5f8a;--tanda:#8a5a00"), "{css}");
        assert!(!css.contains(['"', '\'', '<', '&']), "{css}");
    }
}
