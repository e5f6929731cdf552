//! Pages as plain views: one file per kind of page, no HTML, no drawing.

pub mod figure;
