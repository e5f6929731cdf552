//! The search index: the same bytes whoever is ready first, everything a reader may look for, nothing twice.

use crate::situs_bantu;

use situs_bantu::{muat, repositori};
use std::collections::BTreeSet;
use terang::number::Lang;
use terang::output::{Tree, compare};
use terang::pages::cari::{self, Entri, Jenis};
use terang::pages::data::DataOpd;
use terang::pages::semua;
use terang::records::Content;
use terang::search::{self, Sinonim};
use terang::site::{self, Options};
use terang::templates::Theme;

/// Every entry of one language, in the order the pages give them.
fn entri(content: &Content, lang: Lang) -> Vec<Entri> {
    let all: Vec<DataOpd<'_>> = DataOpd::semua(content).iter().map(|d| d.dalam(lang)).collect();
    let banding = semua::bandingkan(content, &all);
    let mut out = cari::portal(content, &semua::semua_portal(content, &all, &banding, lang), lang);
    for page in all.iter().flat_map(|d| semua::satu_opd(d, &semua::letak(d, &banding))) {
        out.extend(page.entri);
    }
    out
}

fn site(content: &Content, threads: usize, cari: bool) -> Tree {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    pool.install(|| {
        let theme = Theme::load(None).map_err(|(found, _)| found).expect("theme");
        let options = Options { cari, ..Options::default() };
        site::build(content, &DataOpd::semua(content), &theme, &options, &|_, _| {}).expect("site").files
    })
}

#[test]
fn one_thread_and_many_give_the_same_index() {
    let content = muat(&repositori());
    let only = |mut tree: Tree| {
        tree.retain(|path, _| path.starts_with(search::FOLDER));
        tree
    };
    let one = only(site(&content, 1, true));
    assert!(one.contains_key("cari/pagefind/pagefind.js") && one.len() > 20, "{} files", one.len());
    assert_eq!(compare(&one, &only(site(&content, 4, true))), []);
}

#[test]
fn the_order_of_entries_changes_no_byte() {
    let content = muat(&repositori());
    let sinonim = Sinonim::new(&content.sinonim);
    let list = entri(&content, Lang::Id);
    let turned = list.iter().rev().cloned().collect();
    let files = |list: Vec<Entri>| search::indeks(&[(Lang::Id, list)], &sinonim).expect("index");
    assert!(files(list) == files(turned));
}

#[test]
fn without_the_option_there_is_no_index_and_the_page_asks_for_none() {
    let content = muat(&repositori());
    let tree = site(&content, 2, false);
    assert!(!tree.keys().any(|path| path.starts_with("cari/")));
    assert!(!String::from_utf8_lossy(&tree["isi/index.html"]).contains("data-indeks"));
}

#[test]
fn everything_somebody_may_look_for_is_there_once() {
    let content = muat(&repositori());
    for lang in [Lang::Id, Lang::En] {
        let list = entri(&content, lang);
        let urls: BTreeSet<&str> = list.iter().map(|e| e.url.as_str()).collect();
        assert_eq!(urls.len(), list.len(), "an address twice");
        for d in DataOpd::semua(&content).iter().map(|d| d.dalam(lang)) {
            let root = d.alamat();
            let mut expected = vec![root.clone(), format!("{}/", d.daerah.kode)];
            expected.extend(d.sumber.opd.indikator.keys().map(|kode| format!("{root}indikator/{kode}/")));
            for r in &d.sumber.rekaman {
                let year = format!("{root}{}/", r.tahun);
                let money = terang::pages::tampilan::alamat_uang(&d, r);
                expected.extend(r.anggaran.semua().iter().map(|(_, node)| format!("{money}#{}", node.kode)));
                expected.extend(r.tabel.iter().map(|t| format!("{year}tabel/#tabel-{}", t.kode)));
                expected.push(year);
            }
            let missing: Vec<&String> = expected.iter().filter(|url| !urls.contains(url.as_str())).collect();
            assert!(missing.is_empty(), "{missing:?}");
        }
        let count = |jenis| list.iter().filter(|e| e.jenis == jenis).count();
        assert_eq!(count(Jenis::Istilah), content.glosarium.len());
        // One for each padanan, and the page that lists them.
        assert_eq!(count(Jenis::Banding), content.padanan.len() + 1);
    }
}

#[test]
fn entries_hold_what_their_pages_say() {
    let content = muat(&repositori());
    let list = entri(&content, Lang::Id);
    let at = |url: &str| list.iter().find(|e| e.url == url).unwrap_or_else(|| panic!("no {url}"));
    // Read out of the views by key: a key that is renamed must not silently empty them.
    for (kode, p) in &content.padanan {
        let own = at(&format!("banding/{kode}/"));
        assert!(own.isi.contains(&p.definisi.id), "{kode}: {}", own.isi);
        assert!(p.pertanyaan.as_ref().is_none_or(|q| own.isi.contains(&q.id)), "{kode}: {}", own.isi);
    }
    assert!(at("banding/nilai-sakip/").tahun.len() > 1 && at("banding/nilai-sakip/").isi.contains("Blitar"));
    assert!(at("temuan/serapan-beda/").isi.contains("Toleransi"));
    let lists = at("temuan/jember-2025/");
    assert_eq!((lists.kabupaten.as_deref(), lists.tahun.as_slice()), (Some("Kabupaten Jember"), &[2025][..]));
    assert!(at("metodologi/").isi.contains("realisasi anggaran ÷ pagu"));
    let node = at("blitar/dinas-sosial/2024/uang/#rehabilitasi.k1.s1");
    assert!(node.isi.starts_with("Pagu Rp") && node.bagian.len() == 2, "{node:?}");
    assert!(at("blitar/dinas-sosial/2024/tabel/#tabel-alat-bantu-disabilitas").isi.contains("Kursi roda"));
}
