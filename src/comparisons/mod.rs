//! comparisons
