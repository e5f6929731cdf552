//! One printed cell in every style: it is read, or it is an error; what was read is written down and read again as the same.
#![no_main]
use libfuzzer_sys::fuzz_target;
use terang::number::{Boleh, Isi, Lang, Style, baca, parse};

fuzz_target!(|text: &str| {
    for style in [Style::Indonesia, Style::Inggris, Style::TidakDinyatakan] {
        for boleh in [Boleh::satu(), Boleh::semua()] {
            if let Ok(Isi::Satu(angka)) = baca(text, style, &boleh) {
                for lang in [Lang::Id, Lang::En] {
                    let _ = lang.rupiah_short(angka.nilai);
                    let _ = lang.percent(angka.nilai, 2);
                    let _ = lang.decimal(angka.nilai, 2);
                }
                let written = Lang::Id.grouped(angka.nilai);
                if let Ok(again) = parse(&written, Style::Indonesia) {
                    assert_eq!(again.nilai, angka.nilai, "{text:?} was read as {written}");
                }
            }
        }
    }
});
