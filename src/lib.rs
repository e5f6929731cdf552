//! Terang: a static site generator for public transparency portals.
//!
//! One direction: content files → records → measures → findings → comparisons → pages → charts, exports, templates → output.
//! A module imports only from the modules declared above it; `tests/layers.rs` holds that.

#[allow(clippy::disallowed_types, reason = "plotters takes its coordinates as f64; no figure comes back from there")]
pub mod charts;
pub mod cli;
pub mod comparisons;
pub mod diagnostic;
pub mod exports;
pub mod findings;
pub mod measures;
pub mod number;
pub mod output;
pub mod pages;
pub mod records;
pub mod serve;
pub mod site;
pub mod templates;
