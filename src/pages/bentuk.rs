//! Bentuk: which kind of chart a set of data gets. The one place that decides; pages ask it and draw nothing of their own choice.
//!
//! | what the data are | none | one | two | three or more |
//! |---|---|---|---|---|
//! | a value through the years ([`Bahan::Perjalanan`]) | no chart | bullet, where that year has a target | slope; a line where a plan lies ahead or several values are printed | line |
//! | parts within wholes ([`Bahan::Bagian`]), money | no chart | no chart | one rupiah axis: size matters | the same |
//! | the same, counts | no chart | no chart | each bar as long as its group | the same |
//! | target and result, units of their own ([`Bahan::Janji`]) | no chart | bullet | bullets | bullets |
//! | printed and computed ([`Bahan::Tertulis`]) | no chart | dumbbell | dumbbells | dumbbells |
//! | totals and what changed between them ([`Bahan::Perubahan`]) | no chart | no chart | waterfall | waterfall |
//! | amounts by owner and part ([`Bahan::Susunan`]) | no chart | stacked bar | stacked bars | the same; from [`TERBANYAK`] rows on a table |
//! | own value among others ([`Bahan::Sejawat`]) | no chart | no chart: a sentence says it | dot strip from zero | the same |
//!
//! A part of a year is hollow and unjoined, a break unjoined and named, in every kind; that is the drawing's business. Equal labels
//! and outliers change nothing here: kinds with a scale for each row are chosen where one row could hide the rest.

use super::figure::{Bentuk, Figure, Jenis, Peran};

/// A picture holds at most this many rows; with more a table is read faster.
pub const TERBANYAK: usize = 12;

/// What is to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bahan {
    /// Values through the years: how many, whether the only one has its target, a plan lies ahead, a year has several values.
    Perjalanan {
        /// Years with a value.
        nilai: usize,
        /// Whether some year with a value has a target too.
        bertarget: bool,
        /// Whether a plan reaches beyond the last value.
        rencana: bool,
        /// Whether some year states several values.
        rentang: bool,
    },
    /// Rows of a part within its whole.
    Bagian {
        /// Rows with a whole above zero.
        baris: usize,
        /// What the numbers are.
        jenis: Jenis,
    },
    /// Rows of a target and what was reached.
    Janji {
        /// Rows with both.
        baris: usize,
    },
    /// Rows of a printed and a computed value.
    Tertulis {
        /// Rows with both.
        baris: usize,
    },
    /// Totals, and the changes between them.
    Perubahan {
        /// Totals known.
        jumlah: usize,
    },
    /// Rows of owners, each made of parts.
    Susunan {
        /// Rows with an amount.
        baris: usize,
    },
    /// Rows of an own value among those of others.
    Sejawat {
        /// Different values in a row, the own one too: where all are alike a sentence says more.
        nilai: usize,
    },
}

/// The kind of chart; none where a sentence or a table says more.
pub fn pilih(bahan: Bahan) -> Option<Bentuk> {
    match bahan {
        Bahan::Perjalanan { nilai: 0, .. } => None,
        Bahan::Perjalanan { nilai: 1, bertarget: true, rencana: false, .. } => Some(Bentuk::Peluru),
        Bahan::Perjalanan { nilai: 2, rencana: false, rentang: false, .. } => Some(Bentuk::Lereng),
        Bahan::Perjalanan { .. } => Some(Bentuk::Garis),
        Bahan::Bagian { baris: 0 | 1, .. } => None,
        Bahan::Bagian { jenis: Jenis::Angka, .. } => Some(Bentuk::Terlayani),
        Bahan::Bagian { .. } => Some(Bentuk::BatangGanda),
        Bahan::Janji { baris: 0 } | Bahan::Tertulis { baris: 0 } => None,
        Bahan::Janji { .. } => Some(Bentuk::Peluru),
        Bahan::Tertulis { .. } => Some(Bentuk::Halter),
        Bahan::Perubahan { jumlah: 0 | 1 } => None,
        Bahan::Perubahan { .. } => Some(Bentuk::AirTerjun),
        Bahan::Susunan { baris: 1..=TERBANYAK } => Some(Bentuk::Tumpuk),
        Bahan::Susunan { .. } => None,
        Bahan::Sejawat { nilai: 0 | 1 } => None,
        Bahan::Sejawat { .. } => Some(Bentuk::StripBaris),
    }
}

/// A figure through the years in the kind its data call for: with one value only its year stays, with two only the two.
pub fn perjalanan(mut f: Figure) -> Option<Figure> {
    let real = |f: &Figure| f.deret.iter().position(|d| d.peran == Peran::Realisasi);
    let at = real(&f)?;
    let with: Vec<usize> =
        (0..f.kategori.len()).filter(|i| f.deret[at].titik.get(*i).is_some_and(|t| t.nilai.is_some())).collect();
    let goal = f.deret.iter().position(|d| d.peran == Peran::Target);
    let bertarget = goal.is_some_and(|g| with.iter().any(|i| f.deret[g].titik[*i].nilai.is_some()));
    let bahan = Bahan::Perjalanan {
        nilai: with.len(),
        bertarget,
        rencana: f.deret.iter().any(|d| d.peran == Peran::Rencana),
        rentang: f.deret.iter().flat_map(|d| &d.titik).any(|t| t.rentang.is_some()),
    };
    f.bentuk = pilih(bahan)?;
    if f.bentuk == Bentuk::Garis {
        return Some(f);
    }
    // What else is printed for a year without a value stays said: then the years stay as they are.
    let other =
        |i: &usize| f.deret.iter().any(|d| d.titik.get(*i).is_some_and(|t| t.nilai.is_some() || t.catatan.is_some()));
    if (0..f.kategori.len()).filter(|i| !with.contains(i)).any(|i| other(&i)) {
        f.bentuk = Bentuk::Garis;
        return Some(f);
    }
    f.putus = f.putus.into_iter().filter_map(|(i, why)| Some((with.iter().rposition(|w| *w <= i)?, why))).collect();
    f.kategori = with.iter().map(|i| f.kategori[*i].clone()).collect();
    for deret in &mut f.deret {
        deret.titik = with.iter().filter_map(|i| deret.titik.get(*i).cloned()).collect();
    }
    if f.bentuk == Bentuk::Peluru {
        // A bullet reads its target first.
        f.deret.sort_by_key(|d| d.peran != Peran::Target);
    }
    Some(f)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Lang;
    use crate::pages::figure::{Deret, Titik};

    const JALAN: Bahan = Bahan::Perjalanan { nilai: 0, bertarget: true, rencana: false, rentang: false };

    fn jalan(nilai: usize, bertarget: bool, rencana: bool, rentang: bool) -> Option<Bentuk> {
        pilih(Bahan::Perjalanan { nilai, bertarget, rencana, rentang })
    }

    #[test]
    fn years_give_nothing_a_bullet_a_slope_a_line() {
        assert_eq!(pilih(JALAN), None);
        assert_eq!(jalan(1, true, false, false), Some(Bentuk::Peluru));
        assert_eq!(jalan(1, false, false, false), Some(Bentuk::Garis), "a value without a target has no bullet");
        assert_eq!(jalan(2, true, false, false), Some(Bentuk::Lereng));
        assert_eq!(jalan(3, true, false, false), Some(Bentuk::Garis));
    }

    #[test]
    fn a_plan_ahead_and_several_printed_values_need_a_line() {
        assert_eq!(jalan(2, true, true, false), Some(Bentuk::Garis));
        assert_eq!(jalan(2, true, false, true), Some(Bentuk::Garis));
        assert_eq!(jalan(1, true, true, false), Some(Bentuk::Garis));
    }

    #[test]
    fn parts_of_money_share_an_axis_and_parts_of_counts_do_not() {
        assert_eq!(pilih(Bahan::Bagian { baris: 1, jenis: Jenis::Angka }), None);
        assert_eq!(pilih(Bahan::Bagian { baris: 2, jenis: Jenis::Angka }), Some(Bentuk::Terlayani));
        assert_eq!(pilih(Bahan::Bagian { baris: 2, jenis: Jenis::Rupiah }), Some(Bentuk::BatangGanda));
    }

    #[test]
    fn nothing_is_no_chart_and_too_much_is_a_table() {
        for bahan in [
            Bahan::Janji { baris: 0 },
            Bahan::Tertulis { baris: 0 },
            Bahan::Perubahan { jumlah: 1 },
            Bahan::Susunan { baris: 0 },
            Bahan::Susunan { baris: TERBANYAK + 1 },
            Bahan::Sejawat { nilai: 1 },
        ] {
            assert_eq!(pilih(bahan), None, "{bahan:?}");
        }
        assert_eq!(pilih(Bahan::Janji { baris: 1 }), Some(Bentuk::Peluru));
        assert_eq!(pilih(Bahan::Tertulis { baris: 1 }), Some(Bentuk::Halter));
        assert_eq!(pilih(Bahan::Perubahan { jumlah: 2 }), Some(Bentuk::AirTerjun));
        assert_eq!(pilih(Bahan::Susunan { baris: TERBANYAK }), Some(Bentuk::Tumpuk));
        assert_eq!(pilih(Bahan::Sejawat { nilai: 2 }), Some(Bentuk::StripBaris));
    }

    fn figure(real: &[Option<i64>], target: &[Option<i64>]) -> Figure {
        let titik = |v: &Option<i64>| Titik {
            nilai: v.map(Into::into),
            teks: v.map_or("—".into(), |v| v.to_string()),
            lengkap: String::new(),
            rentang: None,
            catatan: None,
            jenjang: None,
        };
        let deret =
            |peran, list: &[Option<i64>]| Deret { nama: String::new(), peran, titik: list.iter().map(titik).collect() };
        Figure {
            lang: Lang::Id,
            kode: "uji".into(),
            judul: String::new(),
            subjudul: String::new(),
            kalimat: String::new(),
            bentuk: Bentuk::Garis,
            jenis: Jenis::Angka,
            satuan: String::new(),
            kepala: String::new(),
            kategori: (0..real.len()).map(|i| (2020 + i).to_string()).collect(),
            deret: vec![deret(Peran::Realisasi, real), deret(Peran::Target, target)],
            acuan: None,
            sebaran: None,
            putus: vec![(1, "rumus".into())],
            sumber: String::new(),
            keadaan: String::new(),
        }
    }

    #[test]
    fn a_year_without_anything_is_left_out_and_the_break_stays_between_its_years() {
        let f = perjalanan(figure(&[Some(1), None, Some(3)], &[Some(1), None, Some(4)])).expect("a slope");
        assert_eq!((f.bentuk, f.kategori.as_slice()), (Bentuk::Lereng, ["2020".to_string(), "2022".into()].as_slice()));
        assert_eq!(f.putus, [(0, "rumus".into())]);
    }

    #[test]
    fn a_bullet_has_its_target_first_and_a_lone_target_keeps_the_line() {
        let f = perjalanan(figure(&[None, Some(2), None], &[None, Some(3), None])).expect("a bullet");
        assert_eq!((f.bentuk, f.deret[0].peran, f.kategori.len()), (Bentuk::Peluru, Peran::Target, 1));
        let f = perjalanan(figure(&[None, Some(2), None], &[Some(1), Some(3), None])).expect("a line");
        assert_eq!((f.bentuk, f.kategori.len()), (Bentuk::Garis, 3), "the target of the other year is not dropped");
        assert_eq!(perjalanan(figure(&[None], &[Some(1)])), None);
    }
}
