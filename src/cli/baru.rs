//! `terang new`: stub

use super::{Akhir, Henti};
use crate::diagnostic::Lang;

#[derive(clap::Args)]
pub struct Args {}

pub fn run(_args: &Args, _lang: Lang) -> Result<Akhir, Henti> {
    todo!()
}
