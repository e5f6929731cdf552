//! Tanda: what a part says of itself, so that only parts of one whole are joined.

use crate::output::OutputError;
use crate::pesan;
use crate::simpanan::Kunci;
use crate::site::{Jatah, Options};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The file by which a folder is known as a part.
pub const TANDA: &str = "bagian.json";
/// The form of a part; another one has another number.
const BENTUK: u32 = 1;
/// The options whose difference a reader can mend.
const PILIHAN: [(&str, &str); 3] = [("base_url", "--base-url"), ("gaya", "--gaya"), ("konsep", "--konsep")];

/// What a part is made of: parts of one whole have the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asal {
    /// Version of the program, for people.
    versi: String,
    /// Hash of the program.
    program: String,
    /// Hash of all content.
    isi: String,
    /// Hash of the theme.
    tema: String,
    /// Options of the site.
    pilihan: Map<String, Value>,
}

impl Asal {
    /// Of this program with some content, theme and options.
    pub fn dari(isi: &Kunci, tema: &Kunci, options: &Options) -> Self {
        let pilihan = match serde_json::to_value(options) {
            Ok(Value::Object(map)) => map,
            _ => Map::new(),
        };
        let (program, versi) = (Kunci::program_utuh().hex(), env!("CARGO_PKG_VERSION").to_string());
        Self { versi, program, isi: isi.hex(), tema: tema.hex(), pilihan }
    }

    /// What stands for program and shared content in the keys of values.
    pub fn kunci(&self) -> Kunci {
        Kunci::nilai(self)
    }

    /// What stands against joining a part with this whole: what differs, and what to do.
    pub(super) fn beda(&self, shown: &str, part: &Self) -> Option<OutputError> {
        if self.program != part.program {
            let (own, other) = (&self.versi, &part.versi);
            return Some(OutputError::new(
                pesan!(
                    "`{shown}` dibuat oleh program terang yang lain (versi {other}; yang ini {own})",
                    "`{shown}` was made by another program terang (version {other}; this is {own})"
                ),
                pesan!(
                    "buat semua bagian dan gabungkan dengan satu berkas program yang sama, bukan yang dikompilasi di setiap mesin",
                    "make all parts and join them with one and the same file of the program, not one compiled on each machine"
                ),
            ));
        }
        let (what, help) = if self.isi != part.isi {
            (
                pesan!("isi portal", "content"),
                pesan!(
                    "buat bagian itu lagi dari isi yang sama (commit yang sama, tanpa berkas tambahan)",
                    "make that part again from the same content (the same commit, no further files)"
                ),
            )
        } else if self.tema != part.tema {
            let help = pesan!("buat bagian itu lagi dengan tema yang sama", "make that part again with the same theme");
            (pesan!("tema", "theme"), help)
        } else if self.pilihan != part.pilihan {
            let differ = PILIHAN.iter().filter(|(name, _)| self.pilihan.get(*name) != part.pilihan.get(*name));
            let list = differ.map(|(_, flag)| *flag).collect::<Vec<_>>().join(", ");
            let help = pesan!(
                "beri `terang build --bagian` dan `terang gabung` pilihan yang sama",
                "give `terang build --bagian` and `terang gabung` the same options"
            );
            (pesan!("pilihan ({list})", "options ({list})"), help)
        } else {
            return None;
        };
        let said = pesan!(
            "`{shown}` dibuat dari {what} yang lain daripada gabungan ini",
            "`{shown}` was made of other {what} than this whole",
            what
        );
        Some(OutputError::new(said, help))
    }
}

/// What a part says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tanda {
    bentuk: u32,
    ke: usize,
    dari: usize,
    pub(super) asal: Asal,
    /// Names of the values it keeps.
    pub(super) simpanan: Vec<String>,
}

impl Tanda {
    pub(super) fn baru(jatah: Jatah, asal: Asal, simpanan: Vec<String>) -> Self {
        Self { bentuk: BENTUK, ke: jatah.ke, dari: jatah.dari, asal, simpanan }
    }

    /// Which part it is.
    pub(super) fn jatah(&self) -> Jatah {
        Jatah { ke: self.ke, dari: self.dari }
    }

    pub(super) fn teks(&self) -> Vec<u8> {
        let mut out = serde_json::to_vec_pretty(self).unwrap_or_default();
        out.push(b'\n');
        out
    }

    /// Reads it back; nothing of another form.
    pub(super) fn baca(isi: &[u8]) -> Option<Self> {
        let own: Self = serde_json::from_slice(isi).ok()?;
        (own.bentuk == BENTUK && own.ke >= 1 && own.ke <= own.dari).then_some(own)
    }
}
