//! Bahan: what every rule looks at: one OPD with its statements, found by row, by table and by address.

use crate::number::Satuan;
use crate::records::{
    Anggaran, Bagian, Baris, BatasData, Cetakan, Daerah, Indikator, Jenis, Kolom, Kumpulan, Masa, Metode, OpdTahun,
    Pernyataan, Rekaman, Simpul, Skala, Subjek, Ukuran,
};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// One table of one file: year of the record, section, position.
pub type KunciTabel = (Option<i32>, &'static str, usize);

/// Everything a rule may look at.
pub struct Bahan<'b, 'a> {
    /// The daerah.
    pub daerah: &'b Daerah,
    /// The agency with its records.
    pub opd: &'a OpdTahun,
    /// All statements.
    pub k: &'b Kumpulan<'a>,
    /// Scales by code.
    pub skala: &'b BTreeMap<String, Skala>,
    /// All indices in order: rows and tables are stretches of it, because a file is read row by row.
    urut: Vec<usize>,
    /// The row of each statement.
    baris: Vec<Range<usize>>,
    tabel: BTreeMap<KunciTabel, Range<usize>>,
    ukuran: BTreeMap<Ukuran, Vec<usize>>,
    /// Tables that round to rupiah what another table prints with cents.
    bersen: BTreeSet<KunciTabel>,
    /// Nodes of the budget trees, by year of the record and code.
    simpul: BTreeMap<(i32, &'a str), &'a Simpul>,
}

impl<'b, 'a> Bahan<'b, 'a> {
    /// Indexes the statements of one OPD.
    pub fn new(daerah: &'b Daerah, opd: &'a OpdTahun, k: &'b Kumpulan<'a>, skala: &'b BTreeMap<String, Skala>) -> Self {
        let mut baris: Vec<Range<usize>> = Vec::with_capacity(k.semua.len());
        let mut tabel: BTreeMap<KunciTabel, Range<usize>> = BTreeMap::new();
        let mut ukuran: BTreeMap<Ukuran, Vec<usize>> = BTreeMap::new();
        let rows = k.semua.chunk_by(|p, q| kunci_tabel(p) == kunci_tabel(q) && sama_baris(p, q));
        for row in rows {
            let span = baris.len()..baris.len() + row.len();
            tabel.entry(kunci_tabel(&row[0])).or_insert(span.clone()).end = span.end;
            for (i, p) in span.clone().zip(row) {
                baris.push(span.clone());
                if let Some(kolom) = kolom(p).filter(|_| p.sel.bukti().is_some()) {
                    ukuran.entry(kolom.ukuran).or_default().push(i);
                }
            }
        }
        let nodes =
            |r: &'a Rekaman| r.anggaran.semua().into_iter().map(|(_, node)| ((r.tahun, node.kode.as_str()), node));
        let simpul = opd.rekaman.iter().flat_map(nodes).collect();
        let bersen = bersen(k);
        Self { daerah, opd, k, skala, urut: (0..k.semua.len()).collect(), baris, tabel, ukuran, bersen, simpul }
    }

    /// A statement.
    pub fn p(&self, i: usize) -> &'b Pernyataan<'a> {
        &self.k.semua[i]
    }

    /// The index of a statement of this collection.
    pub fn indeks(&self, p: &Pernyataan<'_>) -> Option<usize> {
        self.di(&p.alamat)
            .iter()
            .copied()
            .find(|i| std::ptr::eq(std::ptr::from_ref(self.p(*i)).cast::<u8>(), std::ptr::from_ref(p).cast::<u8>()))
    }

    /// The statements in the row of a statement, in the order of the columns.
    pub fn sebaris(&self, i: usize) -> &[usize] {
        &self.urut[self.baris[i].clone()]
    }

    /// The statements in the table of a statement.
    pub fn setabel(&self, i: usize) -> &[usize] {
        self.tabel.get(&kunci_tabel(self.p(i))).map_or(&[], |span| &self.urut[span.clone()])
    }

    /// The table of a statement.
    pub fn kunci(&self, i: usize) -> KunciTabel {
        kunci_tabel(self.p(i))
    }

    /// All tables with their statements, in the order of the files.
    pub fn semua_tabel(&self) -> impl Iterator<Item = (&KunciTabel, &[usize])> {
        self.tabel.iter().map(|(k, span)| (k, &self.urut[span.clone()]))
    }

    /// Whether the table of a statement rounds to rupiah what another table prints with cents.
    pub fn tabel_bersen(&self, i: usize) -> bool {
        self.bersen.contains(&kunci_tabel(self.p(i)))
    }

    /// The statements at an address.
    pub fn di(&self, alamat: &str) -> &'b [usize] {
        self.k.urutan(alamat)
    }

    /// All addresses, sorted.
    pub fn semua_alamat(&self) -> impl Iterator<Item = (&'b str, &'b [usize])> {
        self.k.urutan_di_bawah("")
    }

    /// All addresses that begin with a text, sorted.
    pub fn di_bawah<'s>(&self, awal: &'s str) -> impl Iterator<Item = (&'b str, &'b [usize])> + use<'b, 's, 'a> {
        self.k.urutan_di_bawah(awal)
    }

    /// Subject and column of a statement in a table of measures.
    pub fn ukur(&self, i: usize) -> Option<(&'a Subjek, &'a Kolom)> {
        match self.p(i).bagian {
            Bagian::Anggaran { subjek, kolom } | Bagian::Kinerja { subjek, kolom } => Some((subjek, kolom)),
            _ => None,
        }
    }

    /// The column of a statement in any table that names measures.
    pub fn kolom(&self, i: usize) -> Option<&'a Kolom> {
        kolom(self.p(i))
    }

    /// Whether a statement is about the budget tree.
    pub fn anggaran(&self, i: usize) -> bool {
        matches!(self.p(i).bagian, Bagian::Anggaran { .. })
    }

    /// The value of a statement when it may stand as evidence.
    pub fn bukti(&self, i: usize) -> Option<Decimal> {
        self.p(i).bukti()
    }

    /// Those of a list that measure `ukuran` and may stand as evidence.
    pub fn pilih<'s>(&'s self, list: &'s [usize], ukuran: Ukuran) -> impl Iterator<Item = usize> + 's {
        list.iter()
            .copied()
            .filter(move |i| self.kolom(*i).is_some_and(|k| k.ukuran == ukuran) && self.bukti(*i).is_some())
    }

    /// All statements with evidence of one measure, in the order of the files.
    pub fn semua(&self, ukuran: Ukuran) -> Vec<usize> {
        self.ukuran.get(&ukuran).cloned().unwrap_or_default()
    }

    /// The record of a year.
    pub fn rekaman(&self, tahun: i32) -> Option<&'a Rekaman> {
        self.opd.rekaman.iter().find(|r| r.tahun == tahun)
    }

    /// Whether the record a statement stands in holds only some of what its document prints.
    pub fn sebagian(&self, i: usize) -> bool {
        self.p(i).rekaman.and_then(|tahun| self.rekaman(tahun)).is_some_and(|r| r.sebagian)
    }

    /// The method of the report a statement stands in: its own, else that of the agency, else the portal's.
    pub fn metode(&self, i: usize) -> Metode {
        self.opd.metode(self.p(i).rekaman)
    }

    /// The budget of the record a statement stands in.
    pub fn pohon(&self, i: usize) -> Option<&'a Anggaran> {
        self.rekaman(self.p(i).rekaman?).map(|r| &r.anggaran)
    }

    /// What the table of a key prints about itself.
    pub fn cetakan(&self, key: &KunciTabel) -> Option<&'a Cetakan> {
        let (tahun, bagian, n) = *key;
        let record = tahun.and_then(|t| self.rekaman(t));
        match (bagian, record) {
            ("anggaran", Some(r)) => r.anggaran.tabel.get(n).map(|t| &t.cetakan),
            ("kinerja", Some(r)) => r.kinerja.get(n).map(|t| &t.cetakan),
            ("kinerja", None) => self.opd.opd.kinerja.get(n).map(|t| &t.cetakan),
            ("tabel", Some(r)) => r.tabel.get(n).map(|t| &t.cetakan),
            ("tabel", None) => self.opd.opd.tabel.get(n).map(|t| &t.cetakan),
            _ => None,
        }
    }

    /// The title the record gives to the table of a key.
    pub fn judul(&self, key: &KunciTabel) -> Option<String> {
        let (tahun, bagian, n) = *key;
        let record = tahun.and_then(|t| self.rekaman(t));
        match (bagian, record) {
            ("anggaran", Some(r)) => r.anggaran.tabel.get(n)?.judul.clone(),
            ("kinerja", Some(r)) => r.kinerja.get(n)?.judul.clone(),
            ("kinerja", None) => self.opd.opd.kinerja.get(n)?.judul.clone(),
            ("tabel", Some(r)) => Some(r.tabel.get(n)?.judul.clone()),
            ("tabel", None) => Some(self.opd.opd.tabel.get(n)?.judul.clone()),
            _ => None,
        }
    }

    /// A node of the budget tree a statement stands in.
    pub fn simpul(&self, i: usize) -> Option<&'a Simpul> {
        match self.ukur(i)?.0 {
            Subjek::Kode(kode) if self.anggaran(i) => self.simpul.get(&(self.p(i).rekaman?, kode.as_str())).copied(),
            _ => None,
        }
    }

    /// The indicator a statement is about.
    pub fn indikator(&self, i: usize) -> Option<&'a Indikator> {
        let kode = match self.p(i).bagian {
            Bagian::Kinerja { subjek: Subjek::Kode(kode), .. } => kode,
            Bagian::PihakLain { pihak, .. } => &pihak.indikator,
            _ => return None,
        };
        self.opd.opd.indikator.get(kode)
    }

    /// The kind of value, as the statement itself prints it: a percent sign counts, and an indicator in percent.
    pub fn jenis(&self, i: usize) -> Jenis {
        let p = self.p(i);
        match p.jenis() {
            Jenis::Nilai => {
                let angka = p.sel.angka();
                if angka.is_some_and(|a| a.satuan_sel().is_some_and(|s| !s.nilai() && s != Satuan::Persen)) {
                    return Jenis::Nilai;
                }
                let printed = angka.is_some_and(|a| a.persen);
                let own = self.indikator(i).is_some_and(Indikator::persen);
                let count = self.kolom(i).is_some_and(|k| matches!(k.ukuran, Ukuran::Pembilang | Ukuran::Penyebut));
                if printed || (own && !count) { Jenis::Persen } else { Jenis::Nilai }
            }
            other => other,
        }
    }

    /// Whether a measure may hold a percentage in one table and a count in another: the physical target of a node.
    pub fn jenis_tetap(&self, i: usize) -> bool {
        self.kolom(i).is_some_and(|k| matches!(k.ukuran, Ukuran::Target | Ukuran::RealisasiFisik))
    }

    /// Whether a statement stands in running text rather than in a table.
    pub fn prosa(&self, i: usize) -> bool {
        prosa(&self.p(i).sumber.letak)
    }

    /// Document and first words of the place: `Tabel 3.13, baris Tingkat efisiensi` belongs to `Tabel 3.13`.
    pub fn tempat_cetak(&self, i: usize) -> (&'b str, &'b str) {
        let s = &self.p(i).sumber;
        (s.dokumen.as_str(), s.letak.split(',').next().unwrap_or_default().trim())
    }

    /// Whether two statements stand in the same printed table.
    pub fn secetak(&self, a: usize, b: usize) -> bool {
        self.tempat_cetak(a) == self.tempat_cetak(b)
    }

    /// The last year of the Renstra that covers a year.
    pub fn akhir_renstra(&self, tahun: i32) -> Vec<i32> {
        self.opd.opd.renstra.iter().filter(|r| r.awal <= tahun && tahun <= r.akhir + 1).map(|r| r.akhir).collect()
    }

    /// From which month up to which day a statement covers the year of its fact: its own quarter or month, else the year to the
    /// cut-off of its record.
    pub fn cakupan(&self, i: usize) -> (u8, (i8, i8)) {
        let p = self.p(i);
        let own = p.masa.bulan_akhir().map(|month| BatasData::akhir_bulan(p.tahun, month));
        let record = || self.opd.rekaman.iter().find(|r| p.rekaman == Some(r.tahun)).map(|r| r.batas_data);
        let end = own.or_else(record).map_or((12, 31), |batas| batas.sampai(p.tahun));
        (p.masa.bulan_awal().unwrap_or(1), end)
    }

    /// Whether the period of a statement is the whole year of its fact.
    pub fn setahun(&self, i: usize) -> bool {
        let p = self.p(i);
        match p.bagian {
            Bagian::Tabel { kolom, .. } => kolom.masa.as_ref().is_none_or(Masa::setahun),
            _ => p.masa.setahun(),
        }
    }
}

/// Whether a place names running text: what is neither table, annex nor a printed agreement.
pub fn prosa(letak: &str) -> bool {
    let first = letak.split([',', ':']).next().unwrap_or_default().to_lowercase();
    const TERCETAK: [&str; 7] =
        ["tabel", "lampiran", "perjanjian", "rencana aksi", "rencana kinerja", "capaian kinerja", "matriks"];
    let tail = letak.to_lowercase();
    let inner =
        tail.contains("tabel") && !tail.contains("prosa") && !tail.contains("uraian") && !tail.contains("penjelasan");
    !(TERCETAK.iter().any(|w| first.trim_start().starts_with(w)) || inner)
        || tail.contains("uraian")
        || tail.starts_with("prosa")
}

fn kunci_tabel(p: &Pernyataan<'_>) -> KunciTabel {
    (p.rekaman, p.tempat.bagian, p.tempat.tabel)
}

/// The tables with a whole amount that is printed with cents elsewhere.
fn bersen(k: &Kumpulan<'_>) -> BTreeSet<KunciTabel> {
    let mut out = BTreeSet::new();
    let money = |i: &usize| {
        let p = &k.semua[*i];
        (p.jenis() == Jenis::Uang).then(|| p.bukti().map(|v| (kunci_tabel(p), v))).flatten()
    };
    for (_, list) in k.urutan_di_bawah("").filter(|(_, list)| list.len() > 1) {
        let values: Vec<(KunciTabel, Decimal)> = list.iter().filter_map(money).collect();
        let hidden = values.iter().filter(|(_, whole)| values.iter().any(|(_, fine)| menyembunyikan(*whole, *fine)));
        out.extend(hidden.map(|(key, _)| *key));
    }
    out
}

/// Whether a whole amount is one with cents, rounded or cut.
pub fn menyembunyikan(whole: Decimal, fine: Decimal) -> bool {
    let (half, rest) = (Decimal::new(5, 1), fine.saturating_sub(whole));
    whole.fract().is_zero() && !fine.fract().is_zero() && (rest.abs() <= half || whole == fine.trunc())
}

/// Whether two statements of one table stand in one row.
fn sama_baris(p: &Pernyataan<'_>, q: &Pernyataan<'_>) -> bool {
    match (p.tempat.baris, q.tempat.baris) {
        (Baris::Kunci(a), Baris::Kunci(b)) => a == b,
        (Baris::Urutan(a), Baris::Urutan(b)) => a == b,
        (Baris::Tunggal, Baris::Tunggal) => true,
        _ => false,
    }
}

fn kolom<'a>(p: &Pernyataan<'a>) -> Option<&'a Kolom> {
    match p.bagian {
        Bagian::Anggaran { kolom, .. } | Bagian::Kinerja { kolom, .. } | Bagian::PihakLain { kolom, .. } => Some(kolom),
        Bagian::Tabel { .. } => None,
    }
}
