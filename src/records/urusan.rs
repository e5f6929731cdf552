//! Urusan: the affairs of government an agency is charged with. A padanan finds its agencies by them.

use super::reader::{Obj, Reader};
use crate::pesan;

/// Reads `urusan:`, one text or a list of them.
pub fn read(r: &mut Reader, obj: &mut Obj<'_>) -> Vec<String> {
    let Some(at) = obj.get("urusan") else { return Vec::new() };
    let list = r.strings(&at);
    let contoh = || pesan!("tulis `urusan: [Sosial, Kesehatan]`", "write `urusan: [Sosial, Kesehatan]`");
    if list.is_empty() && r.strings_at(&at).is_some_and(|l| l.is_empty()) {
        r.galat("urusan-salah", &at.jalur, pesan!("`urusan` kosong", "`urusan` is empty")).help = Some(pesan!(
            "tulis `urusan: [Sosial]`, atau hapus baris ini",
            "write `urusan: [Sosial]`, or remove this line"
        ));
    }
    for (n, own) in list.iter().enumerate() {
        // An affair with a comma in its name ends it with `dan`: Ketenteraman, Ketertiban Umum, dan Pelindungan Masyarakat.
        let names = own.split([',', ';']).all(|part| {
            let part = part.trim();
            !part.is_empty() && part.chars().all(|c| c.is_alphabetic() || c == ' ')
        });
        if names && own.contains([',', ';']) && !own.to_lowercase().contains(" dan ") {
            r.galat(
                "urusan-salah",
                &at.jalur,
                pesan!("“{own}” dibaca sebagai satu urusan", "“{own}” is read as one affair"),
            )
            .help = Some(contoh());
        }
        if list[..n].iter().any(|o| o.trim().eq_ignore_ascii_case(own.trim())) {
            r.galat(
                "urusan-salah",
                &at.jalur,
                pesan!("urusan “{own}” ditulis dua kali", "the affair “{own}” is written twice"),
            )
            .help = Some(pesan!("tulis satu kali", "write it once"));
        }
    }
    list
}
