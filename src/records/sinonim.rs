//! `sinonim.yaml`: words people type beside the words documents print, one group a line.

use super::reader::{At, Reader};
use crate::pesan;

/// Reads the groups; a group says something only with two words or more.
pub fn read(r: &mut Reader, at: &At<'_>) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    for at in r.list(at) {
        let group = r.strings(&at);
        if group.len() < 2 {
            r.galat(
                "sinonim-sendiri",
                &at.jalur,
                pesan!("kelompok ini tidak berisi dua kata", "this group does not hold two words"),
            )
            .help = Some(pesan!(
                "tulis kata-kata yang berarti sama, misalnya `- [lansia, lanjut usia]`, atau hapus baris ini",
                "write words that mean the same, for example `- [lansia, lanjut usia]`, or remove this line"
            ));
            continue;
        }
        out.push(group);
    }
    out
}
