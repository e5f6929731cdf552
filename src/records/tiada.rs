//! Tiada: why a definition or a formula is missing, written in its place.

use super::node::Node;
use super::reader::{At, Reader};
use super::tanda::Alasan;
use crate::pesan;

/// Whether all of a text stands in parentheses: a reason, never a definition or a formula.
pub(super) fn berkurung(at: &At<'_>) -> bool {
    let Node::Teks(text) = at.node else { return false };
    let text = text.isi.trim();
    text.starts_with('(') && text.find(')') == Some(text.len().saturating_sub(1))
}

/// Why a definition or formula is missing, `(tidak tercetak)` or `(belum disalin)`; a word nobody knows is an error.
pub(super) fn tiada(r: &mut Reader, at: &At<'_>) -> Option<Alasan> {
    if !berkurung(at) {
        return None;
    }
    let text = r.string(at)?;
    let reason = Alasan::dari(text.trim_matches(['(', ')']).trim());
    if reason.is_none() {
        let message = pesan!("`{text}` bukan alasan yang dikenal", "`{text}` is not a known reason");
        r.galat("alasan-salah", &at.jalur, message).help = Some(pesan!(
            "tulis `(tidak tercetak)` bila dokumennya tidak mencetaknya, `(belum disalin)` bila ada di sana tetapi belum disalin, atau hapus tanda kurungnya bila itu memang isinya",
            "write `(tidak tercetak)` where the document prints none, `(belum disalin)` where it does but it is not copied yet, or remove the parentheses if this is the text itself"
        ));
    }
    reason
}
