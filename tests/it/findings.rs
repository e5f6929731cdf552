//! Findings: each rule's cases, what must never be reported, consistent records of any size, and the independent oracle.

#![allow(clippy::disallowed_methods)] // Tests build small content folders and write their own report.

use crate::temuan_bantu;

use proptest::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use temuan_bantu::{Kasus, baca_kasus, content, per_opd, periksa_kasus};
use terang::findings;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings")
}

/// Runs the cases of one file; every difference is reported.
fn jalankan(path: &Path) -> Vec<String> {
    let mut wrong = Vec::new();
    for kasus in baca_kasus(path) {
        let found = periksa_kasus(&kasus);
        if found != kasus.temuan {
            wrong.push(format!(
                "{}: {}\n  diharapkan {:#?}\n  ditemukan {found:#?}",
                path.display(),
                kasus.nama,
                kasus.temuan
            ));
        }
    }
    wrong
}

#[test]
fn setiap_aturan_punya_kasus_yang_menemukan_dan_yang_tidak() {
    let mut wrong = Vec::new();
    for rule in findings::ATURAN {
        let path = folder().join(rule.kode).join("kasus.yaml");
        let list: Vec<Kasus> = if path.exists() { baca_kasus(&path) } else { Vec::new() };
        let own = |k: &Kasus| k.temuan.iter().any(|t| t.starts_with(&format!("{} ", rule.kode)));
        if !list.iter().any(own) || list.iter().all(own) {
            wrong.push(format!("{}: perlu satu kasus yang ditemukan dan satu yang tidak", rule.kode));
        }
        if path.exists() {
            wrong.extend(jalankan(&path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn folder_kasus_milik_aturan_yang_ada() {
    for entry in std::fs::read_dir(folder()).expect("tests/findings").flatten() {
        let name = entry.file_name().to_string_lossy().to_string();
        assert!(
            ["tidak-dilaporkan", "satu-kesalahan"].contains(&name.as_str()) || findings::aturan(&name).is_some(),
            "tests/findings/{name} bukan aturan"
        );
    }
}

#[test]
fn yang_tidak_boleh_dilaporkan_tidak_dilaporkan() {
    let mut wrong = Vec::new();
    let mut n = 0;
    for entry in std::fs::read_dir(folder().join("tidak-dilaporkan")).expect("folder").flatten() {
        n += 1;
        assert!(baca_kasus(&entry.path()).iter().all(|k| k.temuan.is_empty()));
        wrong.extend(jalankan(&entry.path()));
    }
    assert!(n >= 9, "{n} berkas");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Records of agencies that were invented against the rules: each has one changed cell, and one finding names it.
#[test]
fn satu_angka_yang_diubah_memberi_satu_temuan() {
    let mut wrong = Vec::new();
    let mut n = 0;
    for entry in std::fs::read_dir(folder().join("satu-kesalahan")).expect("folder").flatten() {
        let list = baca_kasus(&entry.path());
        n += list.len();
        wrong.extend(list.iter().filter(|k| k.temuan.len() != 1).map(|k| format!("{}: bukan satu temuan", k.nama)));
        wrong.extend(jalankan(&entry.path()));
    }
    assert!(n >= 20, "{n} rekaman");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn urutan_dan_isi_tetap_sama() {
    let content = content();
    let once = |out: &mut Vec<String>| {
        per_opd(&content, |_, _, _, hasil| {
            out.extend(hasil.temuan.iter().map(|t| format!("{} {} {}", t.aturan.kode, t.alamat, t.pesan.id)));
        });
    };
    let (mut a, mut b) = (Vec::new(), Vec::new());
    once(&mut a);
    once(&mut b);
    assert_eq!(a, b);
    assert!(!a.is_empty());
}

#[test]
fn setiap_temuan_menunjuk_tempatnya() {
    let content = content();
    per_opd(&content, |daerah, opd, kumpulan, hasil| {
        for t in &hasil.temuan {
            let own = t.tempat().unwrap_or_else(|| panic!("{} {} tanpa tempat", t.aturan.kode, t.alamat));
            assert!(own.berkas.starts_with(&format!("{daerah}/{opd}/")));
            for r in &t.rujukan {
                assert!(!r.tertulis.contains('\n'), "{}: {}", t.alamat, r.tertulis);
                // A place in no document of the agency says whose it is.
                let known = content.daerah.iter().flat_map(|d| &d.opd).any(|o| o.opd.dokumen.contains_key(&r.sumber));
                assert!(known || !r.sumber.is_empty() && r.letak.contains(&r.sumber), "{}: {}", t.alamat, r.letak);
                if let Some(i) = r.pernyataan {
                    assert_eq!(kumpulan.semua[i].sel.tercetak, r.tertulis);
                    assert!(!kumpulan.semua[i].sel.ragu, "{} memakai sel yang diragukan: {}", t.aturan.kode, t.alamat);
                }
            }
            assert!(!t.pesan.id.is_empty() && !t.pesan.en.is_empty() && !t.perihal.id.is_empty());
            // Whoever quotes a contradiction quotes what it is about.
            for (text, what) in [(&t.utuh.id, &t.perihal.id), (&t.utuh.en, &t.perihal.en)] {
                let subject = what.split(" · ").nth(1).unwrap_or_default().to_lowercase();
                let first = text.split(". ").next().unwrap_or_default().to_lowercase();
                assert!(t.golongan.kata() != "pertentangan" || first.contains(&subject), "{what}: {text}");
            }
        }
    });
}

/// Whoever proves a finding needs both sides: every rule that holds something against something names a second place in each of
/// its cases. What is missing, or is known from the portal's reading alone, has one side.
#[test]
fn setiap_temuan_menunjuk_kedua_sisi() {
    let satu_sisi = ["tanpa-realisasi", "bentuk-angka", "nama-beda"];
    let mut wrong = Vec::new();
    for rule in findings::ATURAN.iter().filter(|r| !satu_sisi.contains(&r.kode)) {
        for kasus in baca_kasus(&folder().join(rule.kode).join("kasus.yaml")) {
            let content = temuan_bantu::isi_kasus(&kasus);
            per_opd(&content, |_, _, _, hasil| {
                for t in hasil.temuan.iter().filter(|t| !satu_sisi.contains(&t.aturan.kode) && t.rujukan.len() < 2) {
                    wrong.push(format!("{}: {} {}", kasus.nama, t.aturan.kode, t.pesan.id));
                }
                // A consequence can be quoted alone as well: it does not begin with its bare figure.
                for a in hasil.temuan.iter().flat_map(|t| &t.akibat) {
                    let bare = |text: &str, open: &str| {
                        let rest = text.strip_prefix(open);
                        text.is_empty() || rest.is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit() || c == 'R'))
                    };
                    if bare(&a.pesan.id, "Tertulis ") || bare(&a.pesan.en, "Printed ") {
                        wrong.push(format!("{}: akibat tanpa perihal: {}", kasus.nama, a.pesan.id));
                    }
                }
            });
        }
    }
    // A definition and a count of nodes are held against what the portal may not hold.
    wrong.retain(|w| !w.contains("tidak dicatat portal ini") && !w.contains("sebagaimana tersusun di portal ini"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Prints everything: `TERANG_TAMPIL=1 cargo test --test it findings::tampil -- --nocapture`.
#[test]
fn tampil() {
    if std::env::var_os("TERANG_TAMPIL").is_none() {
        return;
    }
    let content = content();
    per_opd(&content, |daerah, _, _, hasil| {
        let cacah = hasil.cacah(|_| true);
        println!("== {daerah}: {cacah:?}, {} pemeriksaan, {} temuan", hasil.pemeriksaan.len(), hasil.temuan.len());
        for t in &hasil.temuan {
            let (kind, n) = (t.golongan.kata(), t.akibat.len());
            println!(
                "{kind} {} {} {} +{n} | {} | {}",
                t.tingkat.kata(),
                t.aturan.kode,
                t.alamat,
                t.perihal.id,
                t.pesan.id
            );
        }
    });
}

/// A second program, written apart from this one, recomputes every check from the YAML.
#[test]
fn oracle_sependapat() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let content = content();
    let mut all = Vec::new();
    per_opd(&content, |daerah, opd, kumpulan, hasil| all.push(findings::dump(daerah, opd, hasil, kumpulan)));
    let dump = tempfile::NamedTempFile::new().expect("temp");
    serde_json::to_writer(&dump, &all).expect("json");
    let output = std::process::Command::new("python3")
        .arg(root.join("tests/oracle/periksa.py"))
        .arg(root.join("content"))
        .arg(dump.path())
        .output();
    let output = match output {
        Ok(output) => output,
        // `tests/run` installs Python; a machine without it says so instead of failing.
        Err(error) if std::env::var_os("TERANG_TANPA_PYTHON").is_some() => {
            return eprintln!("oracle dilewati: {error}");
        }
        Err(error) => panic!("python3: {error}"),
    };
    let text = String::from_utf8_lossy(&output.stdout).to_string() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}");
    println!("{text}");
}

/// Rounds half away from zero to two decimals, written as Indonesians do.
fn persen(a: i128, b: i128) -> String {
    let scaled = (a * 1_000_000 + b * 50) / (b * 100);
    format!("{},{:02}%", scaled / 100, scaled % 100)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// No finding on a consistent record, whatever its size.
    #[test]
    fn rekaman_taat_asas_tanpa_temuan(
        tree in prop::collection::vec(prop::collection::vec(prop::collection::vec((1i128..9_000_000_000, 0u32..1000), 1..4), 1..4), 1..5),
        counts in (1i128..500_000, 0u32..1000),
    ) {
        let mut rows: Vec<(String, i128, i128)> = Vec::new();
        let mut pohon = Vec::new();
        let mut total = (0, 0);
        for (p, kegiatan) in tree.iter().enumerate() {
            let at = rows.len();
            rows.push((format!("p{p}"), 0, 0));
            let mut anak = Vec::new();
            for (k, subs) in kegiatan.iter().enumerate() {
                let own = rows.len();
                rows.push((format!("p{p}.k{k}"), 0, 0));
                let mut leaves = Vec::new();
                for (s, (pagu, share)) in subs.iter().enumerate() {
                    let spent = pagu * i128::from(*share) / 1000;
                    rows.push((format!("p{p}.k{k}.s{s}"), *pagu, spent));
                    leaves.push(format!("{{kode: p{p}.k{k}.s{s}, nama: Sub {s}}}"));
                    for n in [at, own] {
                        rows[n].1 += pagu;
                        rows[n].2 += spent;
                    }
                }
                anak.push(format!("{{kode: p{p}.k{k}, nama: Kegiatan {k}, anak: [{}]}}", leaves.join(", ")));
            }
            total = (total.0 + rows[at].1, total.1 + rows[at].2);
            pohon.push(format!("{{kode: p{p}, nama: Program {p}, sasaran: s1, anak: [{}]}}", anak.join(", ")));
        }
        rows.push(("total".into(), total.0, total.1));
        rows.push(("sasaran:s1".into(), total.0, total.1));
        let lines: Vec<String> = rows
            .iter()
            .map(|(kode, pagu, spent)| format!("\"{kode}\": [\"{pagu}\", \"{spent}\", \"{}\", \"{}\", \"{pagu}\", \"{spent}\"]", persen(*spent, *pagu), pagu - spent))
            .collect();
        let (whole, share) = counts;
        let part = whole * i128::from(share) / 1001;
        let rate = persen(part, whole);
        let (rest, reached) = (whole - part, u8::from(part == whole));
        let text = format!(
            "- nama: taat asas\n  pohon: [{}]\n  anggaran:\n    - letak: Tabel 1\n      kolom: [pagu.perubahan, realisasi, serapan, sisa, target.laporan, realisasi_fisik]\n      baris: {{{}}}\n  kinerja:\n    - letak: Tabel 2\n      kolom: [target.laporan, target.perjanjian, realisasi, capaian, pembilang, penyebut, hasil]\n      baris: {{ppks: [\"100%\", \"100%\", \"{rate}\", \"{rate}\", \"{part}\", \"{whole}\", \"{rate}\"]}}\n    - letak: Tabel 3\n      kolom: [baseline 2023, realisasi 2023, target.renstra, target.rencana_aksi]\n      baris: {{ppks: [\"0%\", \"0%\", \"100%\", \"100%\"]}}\n  tabel:\n    - {{kode: t, tema: lain, judul: T, letak: Tabel 4, kolom: [{{kode: n, nama: N, ukuran: jumlah_indikator}}, {{kode: c, nama: C, ukuran: jumlah_tercapai}}], baris: [{{kode: r, nama: R, nilai: [\"1\", \"{reached}\"]}}]}}\n    - {{kode: u, tema: lain, judul: U, letak: Tabel 5, kolom: [{{kode: m, nama: M}}], baris: [{{kode: x, nama: X, nilai: [\"{part}\"]}}, {{kode: s, nama: S, nilai: [\"{rest}\"]}}, {{kode: w, nama: W, nilai: [\"{whole}\"]}}]}}\n  setara:\n    - {{nama: Jumlah, kiri: [tabel/u/x/m, tabel/u/s/m], kanan: [tabel/u/w/m]}}\n    - {{nama: Bagian, kiri: [tabel/u/x/m], kanan: [indikator/ppks/penyebut], hubungan: paling_banyak}}\n  temuan: []\n",
            pohon.join(", "), lines.join(", "),
        );
        let kasus = temuan_bantu::baca_teks(&text).remove(0);
        prop_assert_eq!(periksa_kasus(&kasus), Vec::<String>::new());
    }
}

/// How often each rule speaks about the real content: a change here is read before it is accepted.
#[test]
fn semua_aturan_dikenal_dalam_isi() {
    let content = content();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    per_opd(&content, |_, _, _, hasil| {
        for t in &hasil.temuan {
            *count.entry(t.aturan.kode).or_default() += 1;
        }
    });
    assert!(count.len() >= 15, "{count:?}");
}

/// A budget in which every figure is bound: row, then pagu, realisasi, serapan and sisa.
const TERIKAT: [(&str, [&str; 4]); 8] = [
    ("a", ["731.450.000", "689.120.300", "94,21%", "42.329.700"]),
    ("a.k1", ["512.300.000", "498.765.300", "97,36%", "13.534.700"]),
    ("a.k1.s1", ["312.000.000", "305.400.300", "97,88%", "6.599.700"]),
    ("a.k1.s2", ["200.300.000", "193.365.000", "96,54%", "6.935.000"]),
    ("a.k2", ["219.150.000", "190.355.000", "86,86%", "28.795.000"]),
    ("b", ["148.600.000", "140.000.000", "94,21%", "8.600.000"]),
    ("b.k1", ["148.600.000", "140.000.000", "94,21%", "8.600.000"]),
    ("total", ["880.050.000", "829.120.300", "94,21%", "50.929.700"]),
];

/// What is found in that budget when one cell prints something else.
fn terikat(ubah: Option<(usize, usize, &str)>) -> Vec<(String, Vec<String>)> {
    let row = |(n, (kode, cells)): (usize, &(&str, [&str; 4]))| {
        let cell = |(m, text): (usize, &&str)| match ubah {
            Some((r, c, other)) if (r, c) == (n, m) => format!("\"{other}\""),
            _ => format!("\"{text}\""),
        };
        format!("{kode}: [{}]", cells.iter().enumerate().map(cell).collect::<Vec<_>>().join(", "))
    };
    let rows: Vec<String> = TERIKAT.iter().enumerate().map(row).collect();
    let text = format!(
        "- nama: terikat\n  anggaran: [{{letak: Tabel 1, kolom: [pagu.perubahan, realisasi, serapan, sisa], baris: {{{}}}}}]\n  temuan: []\n",
        rows.join(", ")
    );
    let content = temuan_bantu::isi_kasus(&temuan_bantu::baca_teks(&text).remove(0));
    let mut out = Vec::new();
    per_opd(&content, |_, _, _, hasil| {
        out.extend(hasil.temuan.iter().map(|t| {
            (format!("{} {}", t.aturan.kode, t.pesan.id), t.rujukan.iter().map(|r| r.jalur.to_string()).collect())
        }));
    });
    out
}

#[test]
fn satu_angka_yang_berubah_memberi_satu_temuan_yang_menunjuknya() {
    assert_eq!(terikat(None), Vec::new());
    let mut wrong = Vec::new();
    for (r, (kode, cells)) in TERIKAT.iter().enumerate() {
        for (c, text) in cells.iter().enumerate() {
            // The second digit, so that the change is seen in every percentage.
            let digits: Vec<usize> = text.char_indices().filter(|(_, d)| d.is_ascii_digit()).map(|(n, _)| n).collect();
            let at = digits[1];
            let old = text[at..].chars().next().and_then(|d| d.to_digit(10)).expect("digit");
            let other = format!("{}{}{}", &text[..at], (old + 4) % 10, &text[at + 1..]);
            let found = terikat(Some((r, c, &other)));
            let place = format!("anggaran.tabel[0].baris.{kode}[{c}]");
            if found.len() != 1 || !found[0].1.contains(&place) {
                wrong.push(format!("{place} {text} → {other}: {found:#?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
