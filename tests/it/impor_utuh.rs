//! Import leaves nothing out in silence: rows above and below the tree, names of two rows, units, kinds of spending.

use super::*;

const KODE: &str = "Kode;Uraian;Pagu;Realisasi\n";

fn baca(rows: &str, peta: &str) -> Result<Hasil, Vec<Masalah>> {
    isi(format!("{KODE}{rows}").as_bytes(), "a.csv", peta, &[])
}

fn kata_catatan(hasil: &Hasil) -> String {
    hasil.laporan.iter().map(|p| format!("{}\n", p.id)).collect()
}

#[test]
fn units_of_one_agency_below_the_same_codes_are_asked_about() {
    let tree = |n: u32| format!("1.02.02;Program A;{n};{n}\n1.02.02.2.01;Kegiatan A;{n};{n}\n");
    let rows = |first: u32| {
        format!(
            "1.02.0.00.0.00.01.0000;Dinas Kesehatan;{first};300\n{}1.02.0.00.0.00.01.0001;Puskesmas Utara;100;100\n{}",
            tree(300),
            tree(100)
        )
    };
    let said = masalah(baca(&rows(300), ""));
    assert!(said.len() == 1 && said[0].contains("beberapa perangkat daerah atau unit"), "{said:?}");
    let pagu = |hasil: &Hasil| nilai(anggaran(hasil), "1.02.02", 0);
    let one = baca(&rows(300), "skpd: 1.02.0.00.0.00.01.0001 Puskesmas Utara").expect("reads");
    assert_eq!(pagu(&one), Some(100.into()));
    let all = baca(&rows(300), "skpd: semua").expect("reads");
    assert!(pagu(&all) == Some(400.into()) && !kata_catatan(&all).contains("TIDAK SAMA"));
    // The agency's own row holds that of its unit: then all of it is counted twice, and that is said.
    let twice = kata_catatan(&baca(&rows(200), "skpd: semua").expect("reads"));
    assert!(twice.contains("A2 `1.02.0.00.0.00.01.0000 + 1`, pagu.laporan: tercetak Rp300"), "{twice}");
}

#[test]
fn a_name_goes_on_in_the_row_below_or_is_asked_about() {
    let rows = "1.02.02;Program Pemenuhan Upaya Kesehatan;3;2\n;Perorangan dan Masyarakat;;\n1.02.02.2.01;Penyediaan layanan;3;2\n;untuk ibu;;\n";
    let said = masalah(baca(rows, ""));
    assert!(said.len() == 1 && said[0].starts_with("B3: 1 baris tanpa angka"), "{said:?}");
    let read = |answer: &str| {
        let hasil = baca(rows, &format!("sambungan: {answer}")).expect("reads");
        anggaran(&hasil).simpul.values().filter_map(|n| n.nama.clone()).collect::<Vec<_>>()
    };
    let whole = "Program Pemenuhan Upaya Kesehatan Perorangan dan Masyarakat";
    assert_eq!(read("nama"), [whole, "Penyediaan layanan untuk ibu"]);
    assert_eq!(read("judul"), ["Program Pemenuhan Upaya Kesehatan", "Penyediaan layanan untuk ibu"]);
    let heading = rows.replace("Perorangan dan Masyarakat", "BELANJA LANGSUNG").replace(";untuk ibu;;\n", "");
    assert_eq!(anggaran(&baca(&heading, "").expect("a heading")).simpul.len(), 2);
}

#[test]
fn a_sum_below_its_parts_is_of_its_node_and_one_above_all_is_the_total() {
    let rows = "1.02.02;Program A;;\n1.02.02.2.01;Layanan;;\n1.02.02.2.01.0001;Obat;200;180\n1.02.02.2.01.0002;Alat;100;70\n;Jumlah Kegiatan;300;250\n;Jumlah Program A;310;250\n1.02.03;Program B;50;40\n1.02.03.2.01;Pelatihan;50;40\n;Jumlah Program B;60;40\n;TOTAL;350;290\n";
    let hasil = baca(rows, "").expect("reads");
    let (read, said) = (anggaran(&hasil), kata_catatan(&hasil));
    assert_eq!((nilai(read, "1.02.02", 0), nilai(read, "1.02.02.2.01", 0)), (Some(310.into()), Some(300.into())));
    assert!(said.contains("A10 `Jumlah Program B`, pagu.laporan: tercetak Rp60, barisnya sendiri Rp50"), "{said}");
    assert_eq!(read.total.as_ref().and_then(|t| t[0].angka()), Some(350.into()));
    let above = |sum: &str| {
        format!(";DINAS KESEHATAN;{sum};\n1.02;URUSAN KESEHATAN;350;\n1.02.02;Program A;300;\n1.02.03;Program B;50;\n")
    };
    let right = baca(&above("350"), "").expect("reads");
    assert_eq!(anggaran(&right).total.as_ref().and_then(|t| t[0].angka()), Some(350.into()));
    assert!(kata_catatan(&right).contains("2 baris urusan atau perangkat daerah di atas program sama"));
    let wrong = kata_catatan(&baca(&above("360"), "").expect("reads"));
    assert!(wrong.contains("A2 `DINAS KESEHATAN`, pagu.laporan: tercetak Rp360, jumlah programnya Rp350"), "{wrong}");
}

#[test]
fn kinds_of_spending_are_held_against_the_node_above_them() {
    let rows = |paper: u32| {
        format!(
            "1.02.02;Program A;300;\n1.02.02.2.01;Layanan;300;\n1.02.02.2.01.0001;Obat;300;\n5.1;Belanja Operasi;300;\n5.1.02.01.01.0024;ATK;100;\n5.1.02.01.01.0025;Kertas;{paper};\n"
        )
    };
    assert!(kata_catatan(&baca(&rows(200), "").expect("reads")).contains("3 baris rekening belanja dibaca"));
    let said = kata_catatan(&baca(&rows(150), "").expect("reads"));
    assert!(
        said.contains("A5 sampai A7, pagu.laporan: rekening belanja di bawah 1.02.02.2.01.0001 berjumlah Rp250"),
        "{said}"
    );
    // The code in front of its name is as good as one in a column.
    let names = "Uraian;Pagu\n1.02 - URUSAN KESEHATAN;300\n1.02.02 PROGRAM A;300\n1.02.02.2.01 Layanan;300\n5.1.02.01.01.0024 Belanja ATK;290\n";
    let said = kata_catatan(&isi(names.as_bytes(), "a.csv", "", &[]).expect("reads"));
    assert!(said.contains("A5 sampai A5, pagu.laporan: rekening belanja") && said.contains("A2"), "{said}");
}
