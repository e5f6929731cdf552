//! Sekitar: how the other values of a year stand to one of them, counted; in a portal of thousands every value is held
//! against every other, so this looks at numbers only.

use super::kelompok::Anggota;
use super::nilai::{Besaran, Tahap};
use crate::records::JenisDaerah;
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// From how many values on a side is counted instead of listed.
pub const TERBANYAK: usize = 3;

/// The values on one side of a value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sebelah {
    /// How many.
    pub jumlah: usize,
    /// Their places in the list of the year, where they are few enough to be listed by name; else none.
    pub pertama: Vec<usize>,
    /// Their daerah by kind, each counted once.
    pub daerah: BTreeMap<JenisDaerah, usize>,
    /// Their agencies.
    pub opd: usize,
    /// Whether the name of an agency belongs to that of its daerah.
    pub bernama: bool,
}

/// The four sides of a value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sekitar {
    /// The value lies below these.
    pub di_bawah: Sebelah,
    /// It equals these.
    pub sama: Sebelah,
    /// It lies above these.
    pub di_atas: Sebelah,
    /// Ranges overlap: nothing can be said.
    pub tak_pasti: Sebelah,
}

/// A first-hand value on the axis, as numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Lawan {
    /// Its place in the list of the year.
    di: usize,
    besaran: Besaran,
    /// Number of its daerah and of its owner: equal numbers stand side by side.
    daerah: usize,
    pemilik: usize,
    jenis: JenisDaerah,
    bernama: bool,
}

/// The values of a year that may be above or below each other: the same cut-off, the same budget.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pembanding {
    /// By part of the year and budget.
    kelas: BTreeMap<((i8, i8), Option<Tahap>), Kelas>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Kelas {
    /// In the order of their owners.
    lawan: Vec<Lawan>,
    /// Where no value is a range: their places by size, and what lies before and behind each.
    urutan: Option<Urutan>,
}

/// Values by size.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Urutan {
    /// Places in the list, the smallest first.
    naik: Vec<usize>,
    /// Of the first n.
    kecil: Vec<Cacah>,
    /// Of the last n.
    besar: Vec<Cacah>,
}

/// Some values, counted. A year holds two for every value of it, so it is small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Cacah {
    daerah: [u32; JenisDaerah::SEMUA.len()],
    opd: u32,
    bernama: bool,
}

impl Cacah {
    /// The daerah by kind, those that are there.
    fn daerah(&self) -> BTreeMap<JenisDaerah, usize> {
        let each = JenisDaerah::SEMUA.into_iter().zip(self.daerah);
        each.filter(|(_, n)| *n > 0).map(|((_, jenis), n)| (jenis, n as usize)).collect()
    }
}

/// How two sizes stand: none when their ranges overlap and nothing can be said.
pub fn urut(a: Besaran, b: Besaran) -> Option<Ordering> {
    if a.rentang().is_none() && b.rentang().is_none() {
        return Some(a.utama.cmp(&b.utama));
    }
    if a.rendah > b.tinggi {
        Some(Ordering::Greater)
    } else if a.tinggi < b.rendah {
        Some(Ordering::Less)
    } else {
        None
    }
}

impl Pembanding {
    /// Of all values of a year, in the order of their owners.
    pub fn dari(anggota: &[Anggota]) -> Self {
        let mut out = Self::default();
        let (mut daerah, mut pemilik) = (0, 0);
        for (di, a) in anggota.iter().enumerate() {
            let n = &a.nilai;
            if let Some(before) = di.checked_sub(1).and_then(|i| anggota.get(i)) {
                daerah += usize::from(before.nilai.pemilik.daerah != n.pemilik.daerah);
                pemilik += usize::from(before.nilai.pemilik.kunci() != n.pemilik.kunci());
            }
            if !a.kedudukan.sebanding() || n.tangan_kedua.is_some() {
                continue;
            }
            let (jenis, bernama) = (n.pemilik.jenis, n.pemilik.sebut_opd);
            let own = Lawan { di, besaran: n.besaran, daerah, pemilik, jenis, bernama };
            out.kelas.entry((n.hari_batas(), n.tahap)).or_default().lawan.push(own);
        }
        out.kelas.values_mut().for_each(Kelas::urutkan);
        out
    }

    /// How the others stand to the value `milik`.
    pub fn sekitar(&self, milik: &Anggota, anggota: &[Anggota]) -> Sekitar {
        let n = &milik.nilai;
        let Some(kelas) = self.kelas.get(&(n.hari_batas(), n.tahap)) else { return Sekitar::default() };
        let key = |l: &Lawan| anggota.get(l.di).map(|a| a.nilai.pemilik.kunci());
        // Those of one owner stand side by side; it is looked for once.
        let at = kelas.lawan.partition_point(|l| key(l).is_some_and(|k| k < n.pemilik.kunci()));
        let mine = kelas.lawan.get(at..).unwrap_or_default().iter().take_while(|l| key(l) == Some(n.pemilik.kunci()));
        let own = |l: &&Lawan| anggota.get(l.di).is_some_and(|a| a.nilai.pemilik == n.pemilik);
        let mine: Vec<usize> = mine.filter(own).map(|l| l.di).collect();
        match &kelas.urutan {
            Some(urutan) if n.besaran.rentang().is_none() && mine.len() == 1 => {
                kelas.cepat(urutan, n.besaran.utama, &mine)
            }
            _ => kelas.satu_per_satu(n.besaran, &mine),
        }
    }
}

impl Kelas {
    /// Sorts by size, where every value is one.
    fn urutkan(&mut self) {
        if self.lawan.iter().any(|l| l.besaran.rentang().is_some()) {
            return;
        }
        let mut naik: Vec<usize> = (0..self.lawan.len()).collect();
        naik.sort_by(|a, b| self.lawan[*a].besaran.utama.cmp(&self.lawan[*b].besaran.utama).then(a.cmp(b)));
        let kecil = self.berturut(naik.iter());
        let besar = self.berturut(naik.iter().rev());
        self.urutan = Some(Urutan { naik, kecil, besar });
    }

    /// What the first n of some values are, for every n.
    fn berturut<'i>(&self, list: impl Iterator<Item = &'i usize>) -> Vec<Cacah> {
        let (mut daerah, mut pemilik) = (BTreeSet::new(), BTreeSet::new());
        let mut now = Cacah::default();
        let mut out = Vec::with_capacity(self.lawan.len() + 1);
        out.push(now);
        for l in list.filter_map(|at| self.lawan.get(*at)) {
            if daerah.insert(l.daerah) {
                let kinds = JenisDaerah::SEMUA.iter().zip(&mut now.daerah);
                kinds.for_each(|((_, jenis), n)| *n += u32::from(*jenis == l.jenis));
            }
            now.opd += u32::from(pemilik.insert(l.pemilik));
            now.bernama |= l.bernama;
            out.push(now);
        }
        out
    }

    /// By the order of sizes: both ends are known, and what equals the value lies between them.
    fn cepat(&self, urutan: &Urutan, value: Decimal, mine: &[usize]) -> Sekitar {
        let size = |at: &usize| self.lawan[*at].besaran.utama;
        let from = urutan.naik.partition_point(|at| size(at) < value);
        let to = urutan.naik.partition_point(|at| size(at) <= value);
        let (smaller, rest) = urutan.naik.split_at(from);
        let (same, larger) = rest.split_at(to - from);
        let end = |list: &[usize], counts: &[Cacah]| {
            let cacah = counts.get(list.len()).copied().unwrap_or_default();
            let mut pertama: Vec<usize> = match list.len() <= TERBANYAK {
                true => list.iter().map(|at| self.lawan[*at].di).collect(),
                false => Vec::new(),
            };
            pertama.sort_unstable();
            let (daerah, opd, bernama) = (cacah.daerah(), cacah.opd as usize, cacah.bernama);
            Sebelah { jumlah: list.len(), pertama, daerah, opd, bernama }
        };
        let mut equal: Vec<&Lawan> = same.iter().map(|at| &self.lawan[*at]).filter(|l| !mine.contains(&l.di)).collect();
        equal.sort_by_key(|l| l.di);
        let mut sama = Hitungan::default();
        equal.into_iter().for_each(|l| sama.tambah(l));
        Sekitar {
            di_bawah: end(larger, &urutan.besar),
            sama: sama.sebelah,
            di_atas: end(smaller, &urutan.kecil),
            tak_pasti: Sebelah::default(),
        }
    }

    /// Where values are ranges, or one owner has several.
    fn satu_per_satu(&self, value: Besaran, mine: &[usize]) -> Sekitar {
        let mut sides: [Hitungan; 4] = Default::default();
        for l in self.lawan.iter().filter(|l| !mine.contains(&l.di)) {
            let side = match urut(value, l.besaran) {
                Some(Ordering::Less) => 0,
                Some(Ordering::Equal) => 1,
                Some(Ordering::Greater) => 2,
                None => 3,
            };
            sides[side].tambah(l);
        }
        let [di_bawah, sama, di_atas, tak_pasti] = sides.map(|h| h.sebelah);
        Sekitar { di_bawah, sama, di_atas, tak_pasti }
    }
}

/// Counts one side of a value; what is counted comes in the order of its owners.
#[derive(Default)]
struct Hitungan {
    sebelah: Sebelah,
    /// The daerah and the owner counted last: another one is a new one.
    akhir: Option<(usize, usize)>,
}

impl Hitungan {
    fn tambah(&mut self, l: &Lawan) {
        let own = &mut self.sebelah;
        own.jumlah += 1;
        if own.jumlah <= TERBANYAK {
            own.pertama.push(l.di);
        } else {
            own.pertama.clear();
        }
        if self.akhir.is_none_or(|(daerah, _)| daerah != l.daerah) {
            *own.daerah.entry(l.jenis).or_default() += 1;
        }
        own.opd += usize::from(self.akhir.is_none_or(|(_, pemilik)| pemilik != l.pemilik));
        own.bernama |= l.bernama;
        self.akhir = Some((l.daerah, l.pemilik));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lawan(values: &[(i64, usize, bool)]) -> Kelas {
        let mut pemilik = 0;
        let each = |(di, (value, daerah, bernama)): (usize, &(i64, usize, bool))| {
            pemilik += 1;
            let besaran = Besaran::satu(Decimal::from(*value));
            let jenis = if daerah % 3 == 0 { JenisDaerah::Kota } else { JenisDaerah::Kabupaten };
            Lawan { di, besaran, daerah: *daerah, pemilik, jenis, bernama: *bernama }
        };
        let mut kelas = Kelas { lawan: values.iter().enumerate().map(each).collect(), urutan: None };
        kelas.urutkan();
        kelas
    }

    proptest! {
        /// Both ways of counting agree, whatever the values and whoever owns them.
        #[test]
        fn the_quick_count_is_the_slow_one(
            values in prop::collection::vec((0i64..8, 0usize..3, any::<bool>()), 1..30),
            me in 0usize..30,
        ) {
            let mut daerah = 0;
            let values: Vec<(i64, usize, bool)> =
                values.into_iter().map(|(v, step, b)| { daerah += step; (v, daerah, b) }).collect();
            let kelas = lawan(&values);
            let me = me % values.len();
            let own = kelas.lawan[me].besaran.utama;
            let quick = kelas.cepat(kelas.urutan.as_ref().expect("sorted"), own, &[me]);
            prop_assert_eq!(quick, kelas.satu_per_satu(Besaran::satu(own), &[me]));
        }
    }
}
