//! The card of a link preview as PNG. Only with the feature `kartu`: renderer and fonts weigh a few megabytes.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::{Arc, OnceLock};

/// Width and height of a card in pixels.
pub const UKURAN: (u32, u32) = (1200, 630);

// Beside the theme, not in it: the theme is built in whole, and would hold them a second time.
const HURUF: [&[u8]; 2] = [
    include_bytes!("../../themes/huruf/LiberationSans-Regular.ttf"),
    include_bytes!("../../themes/huruf/LiberationSans-Bold.ttf"),
];

/// The fonts, read once; those of the machine would make other bytes elsewhere.
fn huruf() -> Arc<fontdb::Database> {
    static BASIS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let load = || {
        let mut fonts = fontdb::Database::new();
        HURUF.iter().for_each(|font| fonts.load_font_data(font.to_vec()));
        fonts.set_sans_serif_family("Liberation Sans");
        Arc::new(fonts)
    };
    Arc::clone(BASIS.get_or_init(load))
}

/// Draws the SVG of a card; nothing when it is no SVG, which only a theme with a broken style sheet can cause.
pub fn png(svg: &str) -> Option<Vec<u8>> {
    let options = Options { fontdb: huruf(), font_family: "Liberation Sans".into(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).ok()?;
    let mut pixmap = Pixmap::new(UKURAN.0, UKURAN.1)?;
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    pixmap.encode_png().ok()
}
