//! The rows one agency brings to the tables of the archive. They are kept as plain CSV, a fraction of what they weigh as
//! values: whatever form is written later is read from it.

use super::ekor::{Ekor, akhir, halaman, masa};
use super::tabel::{ANGGARAN, ANGKA, DOKUMEN, OPD, TEMUAN, TEMUAN_ANGKA, Tabel};
use super::{keadaan, rinci};
use crate::exports::pernyataan::{bagian_tahun, hitungan, satu};
use crate::exports::temuan;
use crate::findings::Temuan;
use crate::measures::{self, sebagian};
use crate::number::Lang;
use crate::pages::data::DataOpd;
use crate::pages::{angka, asal};
use crate::records::{Bagian, Simpul, Subjek, Ukuran};
use std::collections::{BTreeMap, BTreeSet};

/// The rows of one agency: plain CSV without headings, by table.
#[derive(Debug, Default)]
pub struct Milik {
    tabel: BTreeMap<&'static str, Vec<u8>>,
}

impl Milik {
    /// Everything an agency brings; `akar` is the address of the site, empty where it has none.
    pub fn dari(d: &DataOpd<'_>, akar: &str) -> Self {
        let own = Pembuat::baru(d, akar);
        let mut tabel = BTreeMap::new();
        let mut put = |t: &Tabel, rows: Vec<Vec<String>>| drop(tabel.insert(t.nama, polos(&rows)));
        put(&ANGKA, own.angka());
        put(&ANGGARAN, own.anggaran());
        put(&TEMUAN, own.temuan());
        put(&TEMUAN_ANGKA, own.temuan_angka());
        put(&OPD, vec![own.opd()]);
        put(&DOKUMEN, own.dokumen());
        Self { tabel }
    }

    /// The rows of a table.
    pub fn baris(&self, t: &Tabel) -> &[u8] {
        self.tabel.get(t.nama).map_or(&[], Vec::as_slice)
    }
}

/// Rows as plain CSV: no heading, nothing guarded.
pub fn polos(rows: &[Vec<String>]) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new().from_writer(Vec::new());
    // Writing into memory cannot fail.
    rows.iter().for_each(|row| drop(out.write_record(row)));
    out.into_inner().unwrap_or_default()
}

/// A node of a budget on its way from the root: with those above it, the program first.
type Jalan<'a> = Vec<&'a Simpul>;

struct Pembuat<'d, 'a> {
    d: &'d DataOpd<'a>,
    akar: &'d str,
    /// `blitar/dinas-sosial`
    id: String,
    /// By statement, in the order of the records: the how-manieth it is at its address.
    ke: Vec<usize>,
    /// Of every record its nodes by code.
    pohon: BTreeMap<i32, BTreeMap<&'d str, Jalan<'d>>>,
}

impl<'d, 'a> Pembuat<'d, 'a> {
    fn baru(d: &'d DataOpd<'a>, akar: &'d str) -> Self {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        let ke = d.kumpulan.semua.iter().map(|p| {
            let n = seen.entry(p.alamat.as_str()).or_default();
            *n += 1;
            *n
        });
        let ke = ke.collect();
        let mut pohon = BTreeMap::new();
        for r in &d.sumber.rekaman {
            let own: &mut BTreeMap<&str, Jalan<'_>> = pohon.entry(r.tahun).or_default();
            let mut jalan: Jalan<'_> = Vec::new();
            for (depth, node) in r.anggaran.semua() {
                jalan.truncate(depth);
                jalan.push(node);
                own.insert(&node.kode, jalan.clone());
            }
        }
        Self { d, akar, id: format!("{}/{}", d.daerah.kode, d.sumber.opd.kode), ke, pohon }
    }

    /// The way to a node: that of its year, or of the newest record that has it.
    fn jalan(&self, tahun: i32, kode: &str) -> Option<&Jalan<'d>> {
        let any = || self.pohon.values().rev().find_map(|own| own.get(kode));
        self.pohon.get(&tahun).and_then(|own| own.get(kode)).or_else(any)
    }

    fn url(&self, alamat: &str) -> String {
        format!("{}{}", self.akar, angka::url(self.d, alamat))
    }

    /// The level of what is measured, and the official code of a node.
    fn tingkat(&self, tahun: i32, bagian: &str, kode: &str) -> (String, String) {
        let level = |text: &str| (text.to_string(), String::new());
        match bagian {
            _ if kode == "total" => level("seluruh program"),
            _ if kode.starts_with("sasaran:") => level("sasaran"),
            "anggaran" => self.jalan(tahun, kode).map_or_else(
                || level(""),
                |jalan| {
                    let resmi = jalan.last().and_then(|node| node.kode_resmi.clone()).unwrap_or_default();
                    (Simpul::tingkat(jalan.len().saturating_sub(1)).to_string(), resmi)
                },
            ),
            _ => level(self.d.sumber.opd.indikator.get(kode).map_or("", |i| i.tingkat.kata())),
        }
    }

    /// The contradictions about a figure.
    fn pertentangan(&self, alamat: &str) -> String {
        let own = self.d.temuan(alamat).filter(|t| t.golongan == crate::findings::Golongan::Pertentangan);
        own.count().to_string()
    }

    fn angka(&self) -> Vec<Vec<String>> {
        let statements = self.d.kumpulan.semua.iter().enumerate().map(|(n, p)| {
            let own = Ekor::pernyataan(p);
            let (nama, _) = asal::dua_nama(self.d, p);
            let keadaan = keadaan::pernyataan(p, sebagian(self.d.sumber, p).is_some());
            let mut row = satu(self.d, p);
            let batas = p.rekaman.and_then(|t| self.d.sumber.rekaman.iter().find(|r| r.tahun == t));
            let batas = batas.map(|r| r.batas_data.to_string()).unwrap_or_default();
            let dokumen = format!("{}/{}", self.id, p.sumber.dokumen);
            row.extend(self.ekor(p.tahun, &p.alamat, &own, nama, batas, keadaan));
            row.extend([dokumen, halaman(&p.sumber.letak), self.pertentangan(&p.alamat), self.ke[n].to_string()]);
            row
        });
        let derived = self.d.turunan.values().map(|t| {
            let own = Ekor::alamat(&t.alamat);
            let (nama, _) = asal::nama_turunan(self.d, &t.alamat);
            let part = bagian_tahun(self.d, t).is_some();
            let mut row = hitungan(self.d, t);
            let keadaan = keadaan::hitungan(t.nilai.is_some(), part);
            row.extend(self.ekor(t.tahun, &t.alamat, &own, nama, String::new(), keadaan));
            row.extend([String::new(), String::new(), self.pertentangan(&t.alamat), "1".to_string()]);
            row
        });
        statements.chain(derived).collect()
    }

    /// What a row says more than the file of its agency does.
    fn ekor(
        &self,
        tahun: i32,
        alamat: &str,
        e: &Ekor,
        nama: String,
        batas: String,
        (kata, sdmx): (&str, &str),
    ) -> Vec<String> {
        let kind = alamat.split('/').nth(1).unwrap_or_default();
        let (tingkat, resmi) = self.tingkat(tahun, kind, &e.kode);
        vec![
            self.id.clone(),
            self.d.daerah.jenis.kata().to_string(),
            self.d.daerah.provinsi.clone(),
            kind.to_string(),
            tingkat,
            e.subjek.clone(),
            resmi,
            nama,
            e.ukuran.clone(),
            e.himpunan.clone(),
            batas,
            kata.to_string(),
            sdmx.to_string(),
        ]
    }

    /// By year and measure, the nodes to add up.
    fn dijumlahkan(&self) -> BTreeMap<(i32, String), BTreeSet<&str>> {
        let mut there: BTreeMap<(i32, String), BTreeSet<&str>> = BTreeMap::new();
        for p in &self.d.kumpulan.semua {
            if let Bagian::Anggaran { subjek: Subjek::Kode(kode), kolom } = p.bagian
                && matches!(kolom.ukuran, Ukuran::Pagu | Ukuran::Realisasi)
                && p.nilai().is_some()
            {
                there.entry((p.tahun, akhir(&p.alamat))).or_default().insert(kode);
            }
        }
        let rekaman = &self.d.sumber.rekaman;
        // What a later record prints of an earlier year is about its own tree.
        let tree = |tahun: i32| rekaman.iter().find(|r| r.tahun == tahun).and_then(|r| r.anggaran.lengkap());
        let one = |((tahun, ekor), codes): ((i32, String), BTreeSet<&str>)| {
            let pohon = tree(tahun).unwrap_or_default();
            let own = rinci::dijumlahkan(pohon, &|kode| codes.contains(kode)).into_iter().collect();
            ((tahun, ekor), own)
        };
        there.into_iter().map(one).collect()
    }

    fn anggaran(&self) -> Vec<Vec<String>> {
        let added = self.dijumlahkan();
        let mut out = Vec::new();
        for (n, p) in self.d.kumpulan.semua.iter().enumerate() {
            let Bagian::Anggaran { subjek: Subjek::Kode(kode), kolom } = p.bagian else { continue };
            let (Some(nilai), Some(jalan)) = (p.nilai(), self.jalan(p.tahun, kode)) else { continue };
            let fase = match (kolom.ukuran, kolom.himpunan) {
                (Ukuran::Pagu, Some(set)) => set,
                (Ukuran::Pagu, None) => "pagu",
                (Ukuran::Realisasi, _) => "realisasi",
                _ => continue,
            };
            let shown = measures::pilih(self.d.kumpulan.di(&p.alamat)).is_some_and(|s| std::ptr::eq(s.utama, p));
            let leaf = added.get(&(p.tahun, akhir(&p.alamat))).is_some_and(|own| own.contains(kode.as_str()));
            let own = |node: &Simpul| node.kode_resmi.clone().unwrap_or_else(|| node.kode.clone());
            let step = |depth: usize| jalan.get(depth).map(|node| (own(node), node.nama.clone())).unwrap_or_default();
            let [program, kegiatan, sub] = [0, 1, 2].map(step);
            let yes = |is: bool| if is { "ya" } else { "tidak" }.to_string();
            out.push(vec![
                format!("{}{}", self.d.alamat(), p.alamat),
                self.ke[n].to_string(),
                self.id.clone(),
                self.d.sumber.opd.nama.clone(),
                p.tahun.to_string(),
                fase.to_string(),
                masa(p),
                Simpul::tingkat(jalan.len().saturating_sub(1)).to_string(),
                program.0,
                program.1,
                kegiatan.0,
                kegiatan.1,
                sub.0,
                sub.1,
                yes(jalan.last().is_some_and(|node| node.kode_resmi.is_some())),
                yes(shown),
                yes(shown && leaf),
                nilai.normalize().to_string(),
                "IDR".to_string(),
            ]);
        }
        out
    }

    /// The keys of all findings, in their order.
    fn kunci_temuan(&self) -> Vec<String> {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let one = |t: &Temuan| {
            let key = format!("{}/{}#{}", self.id, t.alamat, t.aturan.kode);
            let n = seen.entry(key.clone()).or_default();
            *n += 1;
            if *n == 1 { key } else { format!("{key}~{n}") }
        };
        self.d.hasil.temuan.iter().map(one).collect()
    }

    fn temuan(&self) -> Vec<Vec<String>> {
        let rows = temuan::baris(self.d).into_iter().zip(&self.d.hasil.temuan).zip(self.kunci_temuan());
        rows.map(|((row, t), key)| {
            let mut out = vec![key];
            out.extend(row);
            out.extend([
                self.id.clone(),
                t.aturan.sifat.kata().to_string(),
                t.alasan_bobot.as_ref().map(|p| p.in_lang(Lang::Id).to_string()).unwrap_or_default(),
                t.rumus.id.clone(),
                t.akibat.len().to_string(),
                t.tanggapan.len().to_string(),
                self.url(&t.alamat),
            ]);
            out
        })
        .collect()
    }

    fn temuan_angka(&self) -> Vec<Vec<String>> {
        let mut out = Vec::new();
        let full = |alamat: &str| format!("{}{alamat}", self.d.alamat());
        for (t, key) in self.d.hasil.temuan.iter().zip(self.kunci_temuan()) {
            let mut places = t.sengketa.clone();
            places.extend(t.rujukan.iter().filter_map(|r| r.pernyataan).filter(|i| !t.sengketa.contains(i)));
            for i in places {
                let Some(p) = self.d.kumpulan.semua.get(i) else { continue };
                let peran = if t.sengketa.contains(&i) { "dipersoalkan" } else { "dirujuk" };
                let own = [key.clone(), peran.into(), full(&p.alamat), self.ke[i].to_string()];
                out.push(own.into_iter().chain([String::new(), String::new()]).collect());
            }
            for a in &t.akibat {
                let own = [key.clone(), "akibat".into(), full(&a.alamat), String::new()];
                out.push(own.into_iter().chain([a.aturan.to_string(), a.pesan.id.clone()]).collect());
            }
        }
        out
    }

    fn opd(&self) -> Vec<String> {
        let (daerah, opd) = (self.d.daerah, &self.d.sumber.opd);
        let tahun: Vec<String> = self.d.sumber.rekaman.iter().map(|r| r.tahun.to_string()).collect();
        vec![
            self.id.clone(),
            daerah.kode.clone(),
            daerah.jenis.kata().to_string(),
            daerah.nama.clone(),
            daerah.provinsi.clone(),
            daerah.kode_kemendagri.clone().unwrap_or_default(),
            daerah.kode_bps.clone().unwrap_or_default(),
            opd.kode.clone(),
            opd.nama.clone(),
            opd.singkatan.clone(),
            opd.urusan.join("; "),
            tahun.join(" "),
            format!("{}{}", self.akar, self.d.alamat()),
        ]
    }

    fn dokumen(&self) -> Vec<Vec<String>> {
        let all = self.d.sumber.opd.dokumen.values();
        all.map(|dok| {
            vec![
                format!("{}/{}", self.id, dok.kode),
                self.id.clone(),
                dok.kode.clone(),
                dok.judul.clone(),
                dok.jenis.clone(),
                dok.tahun.map(|t| t.to_string()).unwrap_or_default(),
                dok.tanggal.clone().unwrap_or_default(),
            ]
        })
        .collect()
    }
}
