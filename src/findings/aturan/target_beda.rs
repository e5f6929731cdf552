//! Rule target-beda: the target a report measures against is none of the targets agreed for that year.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::pengganti::satu_angka;
use crate::findings::sama::sama;
use crate::findings::temuan::Isi;
use crate::pesan;
use crate::records::Ukuran as U;
use std::collections::BTreeSet;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "target-beda",
    nama: "Target berbeda antardokumen perencanaan",
    nama_en: "Targets differ between planning documents",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: Some("PermenPANRB 53/2014: laporan mengukur kinerja terhadap target yang diperjanjikan"),
    dasar_en: Some("PermenPANRB 53/2014: the report measures performance against the agreed targets"),
    dokumentasi: r"
**Artinya.** Target satu indikator untuk tahun yang sama disebut berbeda: dalam perjanjian kinerja, rencana aksi, rencana tahunan,
monitoring, Renstra, atau kolom target laporan.

**Definisi.** Kolom target laporan cocok bila sama dengan salah satu target perjanjian (awal atau perubahan); himpunan lain cocok
bila sama dengan target perjanjian atau laporan. Tanpa keduanya, target monitoring dibandingkan dengan target rencana aksinya, dan himpunan lain
dengan himpunan pertama yang menyebut target (rencana aksi, monitoring, RKT, Renja, IKU, Renstra, RPJMD). Yang tidak cocok dengan satu pun dicatat.

**Toleransi.** Angka yang tercetak dengan desimal lebih sedikit cocok bila sama setelah dibulatkan atau dipotong.

**Batas.** Perbedaan laporan, perjanjian, dan rencana aksi tahun itu berbobot sedang, begitu pula monitoring terhadap rencana aksinya;
perbedaan lain dengan Renstra, RPJMD, IKU, RKT, dan monitoring rendah, karena target tahunan memang dapat diubah.

**Contoh.** Target realisasi anggaran 82% dalam perjanjian kinerja perubahan, 90 dalam kolom target laporan.
",
    dokumentasi_en: r"
**Meaning.** The target of one indicator for one year is stated differently: in the performance agreement (perjanjian
kinerja), the action plan (rencana aksi), the annual plan, the monitoring, the five-year plan (Renstra), or the target
column of the report.

**Definition.** The target column of the report agrees when it equals one of the agreed targets (first or revised);
other sets agree when they equal a target of the agreement or the report. Without either, the target in the monitoring
is held against that of its action plan, and other sets against the first set that states a target (action plan,
monitoring, RKT, Renja, IKU, Renstra, RPJMD). What agrees with none is recorded.

**Tolerance.** A figure printed with fewer decimals agrees when it is equal after rounding or cutting off.

**Limits.** Differences between the report, the agreement and the action plan of the year have medium weight, as has the
monitoring held against its own action plan; differences with the Renstra, RPJMD, IKU, RKT and the monitoring otherwise
have low weight, because annual targets may indeed be changed.

**Example.** Target for budget spending 82% in the revised performance agreement, 90 in the target column of the report.
",
    periksa,
};

const SEPAKAT: [&str; 3] = ["perubahan", "perjanjian_perubahan", "perjanjian"];
const LAIN: [&str; 8] = ["rencana_aksi", "monev", "rkt", "renja", "iku", "renstra", "rpjmd", "murni"];

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let facts: BTreeSet<String> = b
        .semua(U::Target)
        .into_iter()
        .filter(|i| b.setahun(*i))
        .filter_map(|i| b.p(i).alamat.rsplit_once('/').map(|(head, _)| head.to_string()))
        .collect();
    for head in facts {
        let find = |set: &str| -> Vec<usize> {
            b.di(&format!("{head}/target.{set}")).iter().copied().filter(|i| b.bukti(*i).is_some()).collect()
        };
        let agreed: Vec<usize> = SEPAKAT.iter().flat_map(|s| find(s)).collect();
        let report = find("laporan");
        lapor(b, hasil, &report, &agreed, None);
        let mut base: Vec<usize> = agreed.iter().chain(&report).copied().collect();
        if base.is_empty() {
            // Without an agreement the monitoring is held against the action plan it monitors, and every other plan
            // against the first that states a target.
            base = find("rencana_aksi");
            let own = find("monev");
            lapor(b, hasil, &own, &base, None);
            let mut first: Vec<usize> = Vec::new();
            for set in LAIN {
                let own = find(set);
                if first.is_empty() {
                    first = own;
                } else if set != "monev" {
                    lapor(b, hasil, &own, &first, Some(Bobot::Rendah));
                }
            }
            continue;
        }
        for set in LAIN {
            let own = find(set);
            // The action plan of the year carries out the agreement of the year.
            let weight = if set == "rencana_aksi" { Bobot::Sedang } else { Bobot::Rendah };
            lapor(b, hasil, &own, &base, Some(weight));
        }
    }
}

fn lapor(b: &Bahan<'_, '_>, hasil: &mut Hasil, own: &[usize], base: &[usize], bobot: Option<Bobot>) {
    // The same number with and without a percent sign is the same target; different kinds are not compared.
    let comparable = |i: usize, j: usize| b.jenis(i) == b.jenis(j) || sama(b, i, j);
    let mut told = Vec::new();
    for i in own.iter().copied() {
        let known: Vec<usize> = base.iter().copied().filter(|j| comparable(i, *j)).collect();
        let Some(j) = known.first().copied() else { continue };
        if known.iter().any(|j| sama(b, i, *j)) || told.contains(&b.bukti(i)) {
            continue;
        }
        told.push(b.bukti(i));
        let (a, z) = (kata::nilai(b, i), kata::nilai(b, j));
        let (letak, place) = (kata::letak(b, i), kata::tempat(b, j, i));
        let (x, y) = (kata::label(b, i), kata::label(b, j));
        let mut pesan = pesan!(
            "Tertulis {x} {a} ({letak}), tetapi {y} {z} ({place}).",
            "Printed {x} {a} ({letak}), but {y} {z} ({place}).",
            x,
            a,
            y,
            z
        );
        if let (Some(v), Some(w)) = (b.bukti(i), b.bukti(j))
            && let Some(remark) = satu_angka(v, w)
        {
            pesan.sambung(&remark);
        }
        let isi = Isi::tentang(i, pesan).bersama([j]);
        hasil.temuan.push(b.temuan(
            &ATURAN,
            match bobot {
                Some(w) => isi.berbobot(w),
                None => isi,
            },
        ));
    }
}
