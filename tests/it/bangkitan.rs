//! Generated content: right, without findings, the same from the same seed; and the limits of a portal of 514 daerah.

use crate::{anggaran, situs_bantu};
#[path = "../../examples/bangkitan/isi/mod.rs"]
pub mod isi;

use isi::Ukuran;
use situs_bantu::{bangun, muat, repositori};
use terang::output::{compare, read_tree};
use terang::pages::data::DataOpd;

/// No page may weigh more than this: it must open on a slow telephone.
const TERBERAT: usize = 150_000;

fn bangkit(ukuran: &Ukuran) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("tempdir");
    isi::tulis(dir.path(), &repositori(), ukuran).expect("write");
    dir
}

#[test]
fn generated_content_has_no_error_and_no_finding_and_builds() {
    for benih in 1..4 {
        let dir = bangkit(&Ukuran { daerah: 20, opd: 2, tahun: 3, benih, keliru: false });
        let loaded = terang::records::load(dir.path());
        assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics.first());
        let content = loaded.content.expect("content");
        let all = DataOpd::semua(&content);
        let found: Vec<_> = all.iter().flat_map(|d| &d.hasil.temuan).map(|t| (&t.alamat, &t.pesan.id)).collect();
        assert!(found.is_empty(), "seed {benih}: {found:?}");
        assert!(all.iter().map(|d| d.hasil.diperiksa()).sum::<usize>() > 5_000, "there was something to check");
    }
    let dir = bangkit(&Ukuran { daerah: 20, opd: 1, tahun: 2, benih: 1, keliru: false });
    assert_eq!(bangun(dir.path(), None).ringkasan.rekaman, 40);
}

/// What a generated record may cost: files, and bytes. The aim is 400 kB.
const SEREKAMAN: (usize, usize) = (25, 730_000);

#[test]
fn a_generated_record_costs_no_more_files_and_bytes_than_its_budget() {
    let dir = bangkit(&Ukuran { daerah: 10, opd: 2, tahun: 3, benih: 1, keliru: false });
    let (files, rekaman) = anggaran::lengkap(dir.path());
    let (banyak, besar) = anggaran::per_rekaman(&files, rekaman);
    assert_eq!(rekaman, 60);
    assert!(
        banyak <= SEREKAMAN.0 && besar <= SEREKAMAN.1,
        "{banyak} files, {besar} bytes a record\n{}",
        anggaran::terberat(&files)
    );
}

#[test]
fn the_same_seed_gives_the_same_content_and_a_daerah_does_not_depend_on_how_many_there_are() {
    let tree = |daerah, benih| {
        let dir = bangkit(&Ukuran { daerah, opd: 1, tahun: 2, benih, keliru: false });
        read_tree(dir.path()).expect("read")
    };
    let (small, large) = (tree(3, 7), tree(9, 7));
    assert_eq!(compare(&small, &tree(3, 7)), []);
    assert!(small.iter().filter(|(path, _)| path.ends_with("2024.yaml")).all(|(path, bytes)| large[path] == *bytes));
    let other = tree(3, 8);
    assert!(small["kabupaten-001/dinas-sosial/2024.yaml"] != other["kabupaten-001/dinas-sosial/2024.yaml"]);
}

#[test]
fn a_misprint_in_every_record_is_found_in_every_record() {
    let dir = bangkit(&Ukuran { daerah: 10, opd: 1, tahun: 2, benih: 1, keliru: true });
    let content = muat(dir.path());
    for d in DataOpd::semua(&content) {
        for r in &d.sumber.rekaman {
            let own = d.hasil.temuan.iter().filter(|t| t.tahun == r.tahun && t.aturan.kode == "capaian-beda").count();
            assert_eq!(own, 1, "{} {}", d.daerah.kode, r.tahun);
        }
    }
}

/// The pages beyond [`TERBERAT`].
fn terberat(files: &terang::output::Tree) -> Vec<(&String, usize)> {
    files.iter().filter(|(p, b)| p.ends_with(".html") && b.len() > TERBERAT).map(|(p, b)| (p, b.len())).collect()
}

#[test]
fn no_page_of_a_few_daerah_with_many_agencies_is_too_heavy() {
    // What can be compared is split by agencies, not by daerah: twelve daerah would fit one page, their agencies do not.
    let dir = bangkit(&Ukuran { daerah: 12, opd: 6, tahun: 1, benih: 1, keliru: false });
    let files = bangun(dir.path(), None).files;
    assert_eq!(terberat(&files), []);
    assert!(files.contains_key("banding/provinsi/aceh/index.html"), "a part has a page of its own");
}

/// The lengths of the bars on the first page: budget and what was spent of it, in thousandths of the largest budget.
fn batang(page: &str) -> Vec<(u16, u16)> {
    let number = |text: &str| text.split('"').next().and_then(|n| n.parse().ok()).expect("a width");
    let each = page.split("class=\"ukur\"").skip(1).map(|bar| {
        let mut widths = bar.split("<rect width=\"").skip(1).map(number);
        (widths.next().expect("budget"), widths.next().expect("spent"))
    });
    each.collect()
}

#[test]
fn one_government_with_many_agencies_shows_them_by_budget_and_lists_them() {
    let dir = bangkit(&Ukuran { daerah: 1, opd: 15, tahun: 1, benih: 1, keliru: false });
    let page = |files: &terang::output::Tree, path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    let files = bangun(dir.path(), None).files;
    let first = page(&files, "index.html");
    let bars = batang(&first);
    assert_eq!(bars.len(), 15);
    assert_eq!(bars[0].0, 1000, "the largest budget fills its row");
    assert!(bars.windows(2).all(|w| w[0].0 >= w[1].0), "the largest comes first: {bars:?}");
    assert!(bars.iter().all(|(budget, spent)| spent <= budget && *spent > budget * 8 / 10), "{bars:?}");
    assert!(first.contains("Cari dinas, program") && first.contains("dinas-daftar"), "{first}");
    assert!(!first.contains("sebagian-tahun"), "a whole year is solid");
    assert!(page(&files, "kabupaten-001/index.html").matches("<article").count() == 15, "a card each");
    let table = page(&files, "banding/index.html");
    assert!(table.contains("Perbandingan antardinas") && table.contains("untuk 15 dinas Kabupaten 001"), "{table}");
    assert!(!table.contains("id=\"pilih\""), "there is no other region to pick");
    assert_eq!(terberat(&files), [], "and no page is heavy for it");
    let folded: Vec<&str> = table.split(">15 dinas").skip(1).filter_map(|t| t.split('<').next()).collect();
    assert!(folded.len() > 10 && folded.iter().all(|t| t.starts_with(": ") && t.contains(" sampai ")), "{folded:?}");

    // Nine months, and one budget of another phase: hollow, named, and nobody is ranked.
    for (n, entry) in std::fs::read_dir(dir.path().join("kabupaten-001")).expect("list").flatten().enumerate() {
        let path = entry.path().join("2024.yaml");
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let text = text.replace("batas_data: 2024-12-31", "batas_data: 2024-09-30");
        let text = if n == 3 { text.replace("pagu.perubahan", "pagu.murni") } else { text };
        std::fs::write(&path, text).expect("write");
    }
    let first = page(&bangun(dir.path(), None).files, "index.html");
    assert!(first.contains("2024, baru 9 bulan") && first.contains("sebagian-tahun"), "{first}");
    assert!(first.contains("Urut nama") && first.contains(">murni</small>"), "{first}");
    let names: Vec<&str> =
        first.split("index.html#anggaran\">").skip(1).filter_map(|t| t.split('<').next()).take(15).collect();
    assert!(names.len() == 15 && names.is_sorted(), "{names:?}");
}

#[test]
fn no_page_of_a_portal_with_many_daerah_is_too_heavy() {
    // 120 daerah with findings reach every split; 514 are measured by hand, see docs/kecepatan.md.
    let dir = bangkit(&Ukuran { daerah: 120, opd: 1, tahun: 1, benih: 1, keliru: true });
    let files = bangun(dir.path(), None).files;
    assert_eq!(terberat(&files), []);
    for page in ["isi/kabupaten-001/index.html", "data/provinsi/aceh/index.html"] {
        assert!(files.contains_key(page), "{page}");
    }
    let first = String::from_utf8_lossy(&files["index.html"]);
    assert!(first.matches("<details").count() >= 38, "the provinces fold");
}
