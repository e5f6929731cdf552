//! Kalimat: the generated Indonesian sentences of the site, all made here. They state what the figures say, never why.

pub mod rekaman;
