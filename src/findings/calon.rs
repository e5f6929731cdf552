//! Calon: where the inputs of a derived figure are looked for: its own row, its own table, the rest of the record.

use super::bahan::Bahan;
use super::operasi::Operasi;
use super::uji::{Asal, Calon};
use crate::diagnostic::Pesan;
use crate::measures::{TAHAP_PAGU, TARGET};
use crate::number::Satuan;
use crate::records::{Alasan, Bagian, Kolom, Masa, Nilai, Subjek, Tingkat, Ukuran as U};

/// The inputs of one kind: in the row of the figure, and elsewhere.
#[derive(Debug, Default, Clone)]
pub struct Sumber {
    /// In the row.
    pub baris: Vec<usize>,
    /// Elsewhere, the nearest first.
    pub lain: Vec<usize>,
    /// The row has a column for it, but its cell may not stand as evidence.
    pub tanpa_bukti: bool,
}

impl<'b, 'a> Bahan<'b, 'a> {
    /// Inputs for statement `i`: columns for which `cocok` holds, in its row and at the addresses below `awal`.
    pub fn sumber(&self, i: usize, awal: &[String], cocok: &dyn Fn(&Kolom) -> bool) -> Sumber {
        let fits = |j: usize| j != i && self.kolom(j).is_some_and(cocok);
        // The amount of one source of funds is no input of the whole, nor of another source.
        let mut out = Sumber::default();
        for j in self.sebaris(i).iter().copied().filter(|j| fits(*j)) {
            if self.bukti(j).is_some() { out.baris.push(j) } else { out.tanpa_bukti = true }
        }
        for prefix in awal {
            for (_, list) in self.di_bawah(prefix) {
                let more = list.iter().copied().filter(|j| {
                    fits(*j)
                        && self.p(*j).cabang() == self.p(i).cabang()
                        && self.bukti(*j).is_some()
                        && !out.baris.contains(j)
                });
                out.lain.extend(more);
            }
        }
        out.baris.sort_by_key(|j| (self.tahap(*j), *j));
        // A later phase, or a target agreed later, that is doubted or not known is what the row speaks of: an earlier one is no
        // stand-in.
        let hidden = self.sebaris(i).iter().copied().filter(|j| fits(*j) && self.tersamar(*j));
        if let Some(first) = out.baris.first().copied()
            && hidden.into_iter().any(|j| self.sesudah(j, first))
        {
            (out.baris, out.lain) = (Vec::new(), Vec::new());
            out.tanpa_bukti = true;
        }
        out.lain.sort_by_key(|j| (self.jarak(i, *j), self.tahap(*j), *j));
        out.lain.dedup();
        out
    }

    /// Whether a cell prints what is doubted, not legible or not copied.
    pub fn tersamar(&self, i: usize) -> bool {
        let sel = self.p(i).sel;
        sel.ragu || matches!(sel.nilai, Nilai::Kosong(Alasan::TidakTerbaca | Alasan::BelumDisalin))
    }

    /// Whether a budget is of a later phase than another, a target agreed later.
    fn sesudah(&self, i: usize, j: usize) -> bool {
        self.tahap(i) < self.tahap(j)
    }

    /// The phase of a budget column, the last first, and of a target the set it belongs to, the one measured against first; 0 for
    /// what is neither.
    pub fn tahap(&self, i: usize) -> usize {
        let Some(kolom) = self.kolom(i) else { return 0 };
        let order: &[&str] = match kolom.ukuran {
            U::Pagu => &TAHAP_PAGU,
            U::Target => &TARGET,
            _ => return 0,
        };
        let name = kolom.nama();
        order.iter().position(|t| *t == name).unwrap_or(order.len())
    }

    /// How far another statement is: same printed table, same document, same record, anywhere.
    fn jarak(&self, i: usize, j: usize) -> u8 {
        let (p, q) = (self.p(i), self.p(j));
        if self.secetak(i, j) {
            0
        } else if p.sumber.dokumen == q.sumber.dokumen {
            1
        } else if p.rekaman == q.rekaman {
            2
        } else {
            3
        }
    }

    /// Every candidate of a formula of two inputs, the most trusted first.
    ///
    /// None when the row has a column for an input whose cell may not stand as evidence: what the figure follows from
    /// is then unknown, and nothing is said.
    pub fn pasangan(&self, operasi: Operasi, a: &Sumber, b: &Sumber) -> Vec<Calon> {
        let lost = |s: &Sumber| s.baris.is_empty() && s.tanpa_bukti;
        if lost(a) || lost(b) {
            return Vec::new();
        }
        let mut out = Vec::new();
        let mut push = |x: &[usize], y: &[usize], asal: &Asal| {
            for p in x {
                for q in y {
                    out.push(Calon { operasi, masukan: vec![*p, *q], asal: asal.clone() });
                }
            }
        };
        push(&a.baris, &b.baris, &Asal::Baris);
        // A row that lacks one input borrows it only from rows that say the same about the other.
        let whole = !a.baris.is_empty() && !b.baris.is_empty();
        let lend = |list: &[usize], own: &[usize]| -> Vec<usize> {
            list.iter().copied().filter(|j| whole || own.iter().all(|i| self.seia(*j, *i))).collect()
        };
        push(&a.baris, &lend(&b.lain, &a.baris), &Asal::Lain);
        push(&lend(&a.lain, &b.baris), &b.baris, &Asal::Lain);
        if a.baris.is_empty() && b.baris.is_empty() {
            push(&a.lain, &b.lain, &Asal::Lain);
        }
        // Of several columns of one row only the first pair is what the figure claims; the others are other bases.
        let mut first = true;
        for c in &mut out {
            if c.asal == Asal::Baris && !std::mem::take(&mut first) {
                c.asal = Asal::Basis(super::kata::basis(self, &c.masukan, &[a.baris[0], b.baris[0]]));
            }
        }
        out
    }

    /// Whether the row of `j` prints the same value as `i` in the column of `i`, or has no such column.
    fn seia(&self, j: usize, i: usize) -> bool {
        let Some(kolom) = self.kolom(i) else { return true };
        let same = |k: &Kolom| k.ukuran == kolom.ukuran && k.masa == kolom.masa;
        let mut there = self.sebaris(j).iter().copied().filter(|x| self.kolom(*x).is_some_and(same)).peekable();
        there.peek().is_none() || there.any(|x| self.bukti(x) == self.bukti(i))
    }

    /// The same candidates under another formula, as another base.
    pub fn rumus_lain(&self, calon: &[Calon], operasi: Operasi, nama: &Pesan) -> Vec<Calon> {
        let own = calon.iter().filter(|c| c.asal == Asal::Baris);
        own.map(|c| Calon { operasi, masukan: c.masukan.clone(), asal: Asal::Basis(nama.clone()) }).collect()
    }
}

/// Whether a column is of a measure and period.
pub fn pada(ukuran: U, masa: &Masa) -> impl Fn(&Kolom) -> bool {
    let masa = masa.clone();
    move |k| k.ukuran == ukuran && k.masa == masa
}

/// The budget of a year: a table of two years prints two.
pub fn pagu(tahun: i32) -> impl Fn(&Kolom) -> bool {
    move |k| k.ukuran == U::Pagu && k.masa.tahun().is_none_or(|own| own == tahun)
}

/// The quotient of an indicator and where its counts stand.
pub fn rumus(b: &Bahan<'_, '_>, i: usize) -> Option<(Operasi, [String; 1])> {
    let x = b.indikator(i)?;
    let p = b.p(i);
    // 0,31% in the row of a rate per 100.000 is a percentage all the same.
    let percent = !x.persen() && p.sel.angka().is_some_and(|a| a.satuan_sel() == Some(Satuan::Persen));
    let times = if percent { 100 } else { x.pengali()? };
    let awal = match p.bagian {
        Bagian::Kinerja { subjek: Subjek::Kode(kode), .. } => format!("{}/indikator/{kode}/", p.tahun),
        Bagian::PihakLain { pihak, .. } => format!("{}/pihak-lain/{}/{}/", p.tahun, pihak.daerah, pihak.indikator),
        _ => return None,
    };
    Some((Operasi::Bagi(times), [awal]))
}

/// The values at both ends of a change: two years, or two phases of a budget.
pub fn ujung(b: &Bahan<'_, '_>, i: usize) -> Option<(Sumber, Sumber)> {
    let p = b.p(i);
    let (subjek, _) = b.ukur(i)?;
    let kind = if b.anggaran(i) { "anggaran" } else { "indikator" };
    match p.masa {
        Masa::Rentang(a, z) => {
            let find =
                |t: i32| b.sumber(i, &[format!("{t}/{kind}/{subjek}/realisasi")], &pada(U::Realisasi, &Masa::Tahun(t)));
            Some((find(*a), find(*z)))
        }
        Masa::Tahap(a, z) => {
            let find = |set: &str| {
                b.sumber(i, &[format!("{}/anggaran/{subjek}/pagu.{set}", p.tahun)], &|k| {
                    k.ukuran == U::Pagu && k.himpunan == Some(set)
                })
            };
            Some((find(a), find(z)))
        }
        _ => None,
    }
}

/// The budget row an indicator belongs to.
pub fn subjek_anggaran(b: &Bahan<'_, '_>, i: usize) -> Option<String> {
    match b.ukur(i)?.0 {
        Subjek::Sasaran(kode) => Some(format!("sasaran:{kode}")),
        Subjek::Total => Some("total".to_string()),
        Subjek::Kode(_) => {
            let x = b.indikator(i)?;
            let induk = x.induk.as_deref()?;
            Some(match x.tingkat {
                Tingkat::Sasaran => format!("sasaran:{induk}"),
                _ => induk.to_string(),
            })
        }
    }
}
