//! What is pasted or saved as CSV, TSV or HTML: a grid and a record, or a message.
#![no_main]
use libfuzzer_sys::fuzz_target;
use terang::impor::{Kenal, Peta, Tujuan, baca, impor};

fuzz_target!(|data: &[u8]| {
    if data.starts_with(b"PK") || data.starts_with(&[0xd0, 0xcf]) || baca(data).is_err() {
        return;
    }
    let kenal = Kenal::default();
    let tujuan = Tujuan {
        tahun: 2024,
        teks: "tahun: 2024\ndokumen: lkjip\n",
        sendiri: &[],
        lain: &[],
        opd: "nama: Dinas\ndokumen:\n  lkjip: {judul: LKjIP, tahun: 2024}\n",
        kenal,
        berkas: "tabel.csv",
        letak: Some("Tabel 1"),
        dokumen: Some("lkjip"),
    };
    let _ = impor(data, &Peta::default(), &tujuan);
});
