//! Terang: a static site generator for public transparency portals.
//!
//! One direction: content files → records → measures → findings → opd → comparisons → pages → charts, exports, templates, search → output.
//! A module imports only from the modules declared above it; `tests/layers.rs` holds that.

// Decimal panics where it overflows: in the product it is computed with checked operations only.
#![cfg_attr(not(test), warn(clippy::arithmetic_side_effects))]

pub mod number;
pub mod diagnostic;
pub mod simpanan;
pub mod records;
pub mod measures;
pub mod findings;
pub mod opd;
pub mod comparisons;
pub mod pages;
#[allow(clippy::disallowed_types, reason = "plotters takes its coordinates as f64; no figure comes back from there")]
pub mod charts;
pub mod exports;
pub mod templates;
pub mod search;
pub mod output;
pub mod site;
pub mod bagian;
pub mod kemas;
pub mod serve;
pub mod impor;
pub mod cli;
