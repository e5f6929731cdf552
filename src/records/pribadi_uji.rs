//! Uji pribadi: numbers of persons in every way they are written, and what only looks like one.

use super::*;

fn jenis(text: &str) -> Vec<Jenis> {
    cari(text).into_iter().map(|(_, jenis)| jenis).collect()
}

#[test]
fn a_person_is_found_in_every_way_a_number_is_written() {
    for text in [
        "3505104101900001",
        "3505 1041 0190 0001",
        "350510 410190 0001",
        "35.05.10.410190.0001",
        "3505-1041-0190-0001",
        "3505\t1041\t0190\t0001",
        "NIK3505104101900001a",
        "350510410190\n  0001",
        "3505\u{a0}1041\u{a0}0190\u{a0}0001",
        "35051041\u{200b}01900001",
        "３５０５１０４１０１９０００01",
        "**350510**4101900001",
        "?nik=3505104101900001",
        "NIK: 1234567890123456",
        "No. KK 3505101201150003",
        "3505,1041,0190,0001",
        "350510|410190|0001",
        "3505104101900001,45",
        "1,3505104101900001",
        "1.3505104101900001",
        "Nova 3505104101900001",
        "penerima SPM 3505104101900001",
        "akun siswa 3505104101900001",
        "NIK pemilik rekening 3505104101900001",
        "NIK/NOP 3505104101900001",
        "٣٥٠٥١٠٤١٠١٩٠٠٠٠١",
        "𝟑𝟓𝟎𝟓𝟏𝟎𝟒𝟏𝟎𝟏𝟗𝟎𝟎𝟎𝟎𝟏",
        "³⁵⁰⁵¹⁰⁴¹⁰¹⁹⁰⁰⁰⁰¹",
        "3505\u{2800}1041\u{3164}0190\u{fe0f}0001",
        "3505\u{206a}1041\u{34f}0190\u{115f}0001",
    ] {
        assert_eq!(jenis(text), [Jenis::Nik], "{text}");
    }
    for text in [
        "197001011990031001",
        "19700101 199003 1 001",
        "19700101  199003  1  001",
        "19700101.199003.1.001",
        "19700101-199003-1-001",
        "19700101 1990031001",
        "19700101199003 1 001",
        "198505152023211003",
        "NIP. 131234567",
        "NIP: 131.234.567",
        "Budi (NIP lama: 131234567)",
        "197001011990031001,1",
    ] {
        assert_eq!(jenis(text), [Jenis::Nip], "{text}");
    }
    for text in [
        "081234567890",
        "0 8 1 2 3 4 5 6 7 8 9 0",
        "0812-3456-7890",
        "+62 812 3456 7890",
        "WA 6281234567890",
        "(hp: 6281234567890)",
        "wa.me/6281234567890",
        "0812.3456.7890",
        "(+62)81234567890",
        "62812-3456-7890",
        "081.234.567.890",
        "WA 62 812 3456 7890",
        "https://wa.me/6281234567890",
        "https://api.whatsapp.com/send?phone=6281234567890",
        "+62 (0)81234567890",
        "HP 81234567890",
    ] {
        assert_eq!(jenis(text), [Jenis::Ponsel], "{text}");
    }
    for text in [
        "budi.s@gmail.com",
        "budi.dinsos@gmail.com",
        "desanti.putri@gmail.com",
        "mailto:Budi@Yahoo.co.id",
        "<a_b@outlook.com>.",
        "budi@hotmail.co.id",
        "budi@mail.ru",
        "budi @ gmail.com",
        "budi(at)yahoo.com",
        "budi [at] gmail [dot] com",
        "budi @gmail.com",
        "budi at gmail dot com",
        "budi＠gmail.com",
        "mailto:budi%40gmail.com",
        "budi@pm.me",
        "budi@tutanota.com",
        "budi {at} gmail.com",
    ] {
        assert_eq!(jenis(text), [Jenis::Surel], "{text}");
    }
    assert_eq!(cari("a 3505104101900001 b 19700101 199003 1 001 c").len(), 2);
}

#[test]
fn what_only_looks_like_a_person_is_left_alone() {
    for text in [
        "95,3505104101900001",
        "112.3505104101900001",
        "-8.0954321234567891, 112.1612345678901234",
        "https://contoh.go.id/berkas/3505104101900001.pdf",
        "NPWP 3505104101900001",
        "SP2D 3505104101900001",
        "01.234.567.8-901.000",
        "5.1.02.01.01.0024",
        "1.06.01.2.01.0001",
        "Rp3.505.104.101.900.001",
        "57.817.764.115",
        "628123456789",
        "Rp628123456789",
        "6281234567890",
        "1234567890123456",
        "9999999999999999",
        "2020 2021 2022 2023",
        "2021, 2022, 2023, 2024",
        "(0342) 801234",
        "0342-801234",
        "021 3456 7890",
        "dinsos@blitarkab.go.id",
        "info@live.undip.ac.id",
        "humas@mail.blitarkab.go.id",
        "@gmail.com",
        "dinsos.blitar@gmail.com",
        "dinaskesehatan_kab@yahoo.co.id",
        "kec.wlingi@gmail.com",
        "Rp 3505104101900001",
        "Rp3505104101900001,00",
        "3505104101900001 rupiah",
        "1111111111111111",
        "628 123 456 789",
        "900.1/123/409.105/2024",
        "1.500\n- 2.000",
        "8 6 1 3",
        "100.000.000.000",
        "Tahun 2024",
        "20240101 20241231",
    ] {
        assert_eq!(jenis(text), [], "{text}");
    }
}

#[test]
fn a_false_alarm_is_marked_with_its_reason() {
    assert_eq!(jenis("3505104101900001 (bukan data pribadi: nomor surat)"), []);
    assert_eq!(jenis("dinsos@gmail.com (bukan data pribadi: surel kantor)"), []);
    assert_eq!(jenis("3505104101900001 (bukan data pribadi: )"), [Jenis::Nik]);
    assert_eq!(jenis("3505104101900001 (bukan data pribadi: ...)"), [Jenis::Nik]);
    assert_eq!(
        jenis("3505104101900001 (bukan data pribadi: nomor SP2D) lalu 3505104101900002"),
        [Jenis::Nik],
        "a reason excuses its own number"
    );
    assert_eq!(jenis("3505104101900001 dan (bukan data pribadi: lain)"), [Jenis::Nik]);
}
