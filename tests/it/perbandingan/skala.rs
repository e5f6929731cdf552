//! 514 kabupaten and kota: every comparison page stays below 150 kB, strips included, and nobody gets lost.

use rust_decimal::Decimal;
use std::path::Path;
use terang::pages::semua::bandingkan;
use terang::records::{BatasData, Content, JenisDaerah, Nilai};

/// What a page of comparisons may weigh.
const TERBESAR: usize = 150_000;

/// Blitar 514 times, in 38 provinces, each with a realisasi of its own.
fn isi(n: usize) -> Content {
    let loaded = terang::records::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    let mut content = loaded.content.expect("content");
    let base = content.daerah.iter().find(|d| d.kode == "blitar").expect("blitar").clone();
    content.padanan.retain(|kode, _| matches!(kode.as_str(), "ppks-tertangani" | "serapan" | "nilai-sakip"));
    content.daerah = (0..n)
        .map(|i| {
            let mut daerah = base.clone();
            daerah.kode = format!("daerah-{i:03}");
            daerah.nama = format!("{} Contoh Panjang {i:03}", if i % 6 == 0 { "Kota" } else { "Kabupaten" });
            daerah.jenis = if i % 6 == 0 { JenisDaerah::Kota } else { JenisDaerah::Kabupaten };
            daerah.provinsi = format!("Provinsi Contoh {:02}", i % 38);
            let opd = &mut daerah.opd[0];
            opd.opd.indikator.retain(|kode, _| kode == "ppks-tertangani");
            // Counted as the comparison asks for.
            for def in opd.opd.indikator.values_mut() {
                if let Some(count) = def.rumus.as_mut().and_then(|r| r.penyebut.as_mut()) {
                    count.kode = Some("ppks-terdata".into());
                }
            }
            for r in &mut opd.rekaman {
                r.tabel.clear();
                r.daftar.clear();
                r.pihak_lain.clear();
                r.anggaran.tabel.truncate(1);
                r.anggaran.pohon.clear();
                for table in &mut r.kinerja {
                    table.baris.retain(|(_, key, _)| key == "ppks-tertangani");
                    for sel in table.baris.iter_mut().flat_map(|b| b.2.iter_mut().flatten()) {
                        if let Nilai::Angka(angka) = &mut sel.nilai
                            && angka.persen
                            && angka.desimal == 2
                        {
                            angka.nilai = Decimal::new(5000 + (i as i64 * 7919) % 5000, 2);
                        }
                    }
                }
            }
            daerah
        })
        .collect();
    content
}

#[test]
fn five_hundred_kabupaten_fit_their_pages() {
    let content = isi(514);
    let all = terang::pages::data::DataOpd::semua(&content);
    let b = bandingkan(&content, &all);
    let t = &b.padanan["ppks-tertangani"].tahun[&2024];
    assert_eq!((t.n(), t.hilang.len()), (514, 0));
    assert!(t.peringkat_tampil() && t.sebaran.is_some());
    // Every value stands on the page of exactly one province.
    let pages = terang::pages::banding::halaman(&b, &content.skala, terang::number::Lang::Id);
    let rows: usize = pages
        .iter()
        .filter(|p| p.alamat.starts_with("banding/ppks-tertangani/2024/") && p.alamat.matches('/').count() == 4)
        .map(|p| p.isi["baris"].as_array().map_or(0, Vec::len))
        .sum();
    assert_eq!(rows, 514);
    let theme = terang::templates::Theme::load(None).expect("theme");
    let built =
        terang::site::build(&content, &all, &theme, &terang::site::Options::default(), &|_, _| {}).expect("site");
    let mut seen = 0;
    for (path, bytes) in built.files.iter().filter(|(p, _)| p.starts_with("banding/") && p.ends_with(".html")) {
        assert!(bytes.len() < TERBESAR, "{path}: {} bytes", bytes.len());
        seen += 1;
    }
    assert!(seen > 100, "{seen} pages");
}

/// Of 20 and of 40 daerah, half of which stop in September: what a chart says of its values is what the page says.
#[test]
fn a_chart_says_the_median_of_its_page() {
    use terang::charts::{Lebar, svg};
    use terang::number::Lang;
    for n in [20, 40] {
        let mut content = isi(n);
        for r in content.daerah.iter_mut().step_by(2).flat_map(|d| &mut d.opd[0].rekaman) {
            r.batas_data = BatasData::akhir_bulan(r.tahun, 9);
        }
        let all = terang::pages::data::DataOpd::semua(&content);
        let b = bandingkan(&content, &all);
        assert_eq!(b.padanan["ppks-tertangani"].tahun[&2024].n(), n / 2);
        let mut held = 0;
        for page in terang::pages::banding::halaman(&b, &content.skala, Lang::Id) {
            let view = &page.isi["sebaran"];
            let strip = page.figure.iter().find(|f| f.bentuk == terang::pages::figure::Bentuk::Strip);
            assert_eq!(
                strip.is_some_and(|f| f.sebaran.is_some()),
                strip.is_some() && view.is_object(),
                "{}",
                page.alamat
            );
            let (Some(figure), true) = (strip, view.is_object()) else { continue };
            for lebar in [Lebar::Lebar, Lebar::Sempit] {
                // The words of a drawing stand in lines of their own.
                let drawn = svg(figure, lebar);
                let words: String = drawn.split(['<', '>']).skip(2).step_by(2).collect::<Vec<_>>().join(" ");
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                for key in ["kuartil_1", "median", "kuartil_3"] {
                    let text = view[key].as_str().expect("text");
                    assert!(words.contains(text), "{}: {key} {text} is not in {words}", page.alamat);
                }
                assert!(words.contains(&format!("dari {} kabupaten", n / 2)) || words.contains("kota dan"), "{words}");
            }
            held += 1;
        }
        assert!(held > 2, "{held} pages");
    }
}
