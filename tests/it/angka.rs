//! Numbers: hand cases in `tests/angka/*.tsv`, and what must hold for every number (proptest).

use proptest::prelude::*;
use rust_decimal::Decimal;
use std::path::Path;
use std::str::FromStr;
use terang::number::{Angka, Boleh, Isi, Lang, NumberError, Reading, Satu, Style, baca, parse};

fn rows(file: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/angka").join(file);
    let text = std::fs::read_to_string(path).expect("read");
    let lines = text.lines().filter(|l| !l.starts_with("# "));
    lines.map(|l| l.split('\t').map(ToString::to_string).collect()).collect()
}

fn shown(result: Result<Isi, NumberError>) -> String {
    let readings = |list: Vec<Reading>| list.iter().map(|r| r.nilai.to_string()).collect::<Vec<_>>().join(" | ");
    let one = |angka: &Angka| {
        let persen = if angka.persen { " %" } else { "" };
        let satuan = angka.satuan.as_ref().map(|s| format!(" {s}")).unwrap_or_default();
        let step = if angka.pangkat > 0 { format!(" ±{}", angka.langkah / Decimal::TWO) } else { String::new() };
        format!("{}{persen}{satuan}{step}", angka.nilai)
    };
    match result {
        Ok(Isi::Satu(a)) => one(&a),
        Ok(Isi::Komposit(all)) => all.iter().map(one).collect::<Vec<_>>().join("; "),
        Ok(Isi::Rentang(a, b)) => format!("{} .. {}", one(&a), one(&b)),
        Ok(Isi::Batas(batas, a)) => format!("{} {}", batas.tanda(), one(&a)),
        Ok(Isi::Rasio(a, b)) => format!("{} : {}", one(&a), one(&b)),
        Ok(Isi::Durasi(a, _)) => format!("waktu {}", one(&a)),
        Err(NumberError::Kosong) => "kosong".to_string(),
        Err(NumberError::BukanAngka) => "bukan angka".to_string(),
        Err(NumberError::TerlaluPanjang) => "terlalu panjang".to_string(),
        Err(NumberError::Jam) => "jam".to_string(),
        Err(NumberError::Tanggal) => "tanggal".to_string(),
        Err(NumberError::Waktu) => "waktu".to_string(),
        Err(NumberError::TidakDiSini(id, _)) => format!("tidak di sini: {id}"),
        Err(NumberError::Sisa(text)) => format!("sisa: {text}"),
        Err(NumberError::Banyak(list)) => format!("banyak: {}", readings(list)).trim().to_string(),
        Err(NumberError::Ilmiah(list)) => format!("ilmiah: {}", readings(list)),
        Err(NumberError::Ambigu(list)) => format!("ambigu: {}", readings(list)),
        Err(NumberError::Menyimpang(list)) => format!("menyimpang: {}", readings(list)),
    }
}

#[test]
fn printed_numbers_read_as_the_hand_cases_say() {
    let files = [
        ("indonesia.tsv", Style::Indonesia),
        ("inggris.tsv", Style::Inggris),
        ("tanpa-gaya.tsv", Style::TidakDinyatakan),
    ];
    let uang = Boleh { satu: Satu::Uang, ..Boleh::satu() };
    let juta = Boleh { pangkat: 6, ..uang };
    let persen = Boleh { satu: Satu::Persen, ..Boleh::satu() };
    let kinds = [("uang.tsv", uang), ("jutaan.tsv", juta), ("persen.tsv", persen), ("satu.tsv", Boleh::satu())];
    let mut wrong = Vec::new();
    for (file, style) in files {
        for row in rows(file) {
            let actual = shown(baca(&row[0], style, &Boleh::semua()));
            if actual != row[1] {
                wrong.push(format!("{file}: `{}` read as `{actual}`, expected `{}`", row[0], row[1]));
            }
        }
    }
    for (file, boleh) in kinds {
        for row in rows(file) {
            let actual = shown(baca(&row[0], Style::Indonesia, &boleh));
            if actual != row[1] {
                wrong.push(format!("{file}: `{}` read as `{actual}`, expected `{}`", row[0], row[1]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers_are_written_as_the_hand_cases_say() {
    let mut wrong = Vec::new();
    let all = [("tulis.tsv", Lang::Id), ("tulis-en.tsv", Lang::En)];
    for (lang, row) in all.iter().flat_map(|(file, lang)| rows(file).into_iter().map(move |row| (lang, row))) {
        let value = Decimal::from_str(&row[1]).expect("decimal");
        let places = row[2].parse().unwrap_or(0);
        let actual = match row[0].as_str() {
            "rupiah" => lang.rupiah(value),
            "pendek" => lang.rupiah_short(value),
            "persen" => lang.percent(value, places),
            "poin" => lang.points(value, places),
            "desimal" => lang.decimal(value, places),
            "kelompok" => lang.grouped(value),
            "bertanda" => lang.signed(value, places),
            other => panic!("unknown function {other}"),
        };
        if actual != row[3] {
            wrong.push(format!("{} {} {}: `{actual}`, expected `{}`", row[0], row[1], row[2], row[3]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn dates_and_months_are_written_in_both_languages() {
    assert_eq!(Lang::Id.tanggal("2024-08-05"), "5 Agustus 2024");
    assert_eq!(Lang::En.tanggal("2024-08-05"), "5 August 2024");
    // What is no date is shown as it is.
    for text in ["", "2024", "2024-13-01", "2024-00-01", "31/12/2024"] {
        assert_eq!(Lang::En.tanggal(text), text);
    }
    assert_eq!([8, 5, 12].map(|n| Lang::Id.bulan_pendek(n).expect("month")), ["Agt", "Mei", "Des"]);
    assert_eq!([8, 5, 12].map(|n| Lang::En.bulan_pendek(n).expect("month")), ["Aug", "May", "Dec"]);
    assert_eq!((Lang::Id.bulan(0), Lang::En.bulan_pendek(13)), (None, None));
}

#[test]
fn a_print_says_how_far_its_value_may_have_been_rounded() {
    let ends = |text| {
        let (low, high) = parse(text, Style::Indonesia).expect("one number").selang();
        format!("{} {}", low.normalize(), high.normalize())
    };
    assert_eq!(ends("95,39%"), "95.385 95.395");
    assert_eq!(ends("Rp5.368"), "5367.5 5368.5");
    assert_eq!(ends("-0,5"), "-0.55 -0.45");
}

#[test]
fn several_numbers_where_one_is_expected_are_refused() {
    assert!(matches!(parse("3 orang, 4 orang", Style::Indonesia), Err(NumberError::Banyak(_))));
}

/// Any number a document may print: below 10^18, 26 digits at most, any scale.
fn any_decimal() -> impl Strategy<Value = Decimal> {
    (-99_999_999_999_999_999_999_999_999_i128..=99_999_999_999_999_999_999_999_999, 0u32..=25)
        .prop_map(|(digits, scale)| Decimal::from_i128_with_scale(digits, scale))
        .prop_filter("a number that is printed", |value| terang::number::muat(*value))
}

/// Amounts as reports have them.
fn amount() -> impl Strategy<Value = Decimal> {
    (-9_999_999_999_999_i64..=9_999_999_999_999, 0u32..=6).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

/// Each language with the style its numbers are read in.
const BOTH: [(Lang, Style); 2] = [(Lang::Id, Style::Indonesia), (Lang::En, Style::Inggris)];

proptest! {
    #[test]
    fn what_is_written_in_either_notation_reads_back_exactly(value in prop_oneof![any_decimal(), amount()]) {
        for (lang, style) in BOTH {
            let angka = parse(&lang.grouped(value), style).expect("reads back");
            prop_assert_eq!(angka.nilai, value);
            prop_assert_eq!(angka.desimal, value.scale());
        }
    }

    #[test]
    fn rupiah_reads_back_exactly(value in amount()) {
        for (lang, style) in BOTH {
            prop_assert_eq!(parse(&lang.rupiah(value), style).expect("reads back").nilai, value);
        }
    }

    #[test]
    fn both_notations_are_one_number_with_its_separators_exchanged(value in amount(), places in 0u32..4) {
        let exchanged = |text: String| text.chars().map(|c| match c { '.' => ',', ',' => '.', c => c }).collect::<String>();
        prop_assert_eq!(exchanged(Lang::Id.grouped(value)), Lang::En.grouped(value));
        prop_assert_eq!(exchanged(Lang::Id.percent(value, places)), Lang::En.percent(value, places));
        prop_assert_eq!(exchanged(Lang::Id.rupiah(value)), Lang::En.rupiah(value));
    }

    #[test]
    fn a_plain_number_without_three_decimals_needs_no_style(digits in 0i64..10_000_000_000_000, scale in prop_oneof![Just(0u32), Just(1), Just(2), Just(4)]) {
        let value = Decimal::new(digits, scale);
        prop_assert_eq!(parse(&value.to_string(), Style::TidakDinyatakan).expect("reads").nilai, value);
    }

    #[test]
    fn three_digits_behind_one_separator_are_ambiguous_without_a_style_and_decided_by_one(
        whole in 1u32..1000, behind in 0u32..1000, comma in any::<bool>(),
    ) {
        let separator = if comma { ',' } else { '.' };
        let text = format!("{whole}{separator}{behind:03}");
        let thousands = Decimal::from(whole * 1000 + behind);
        let fraction = Decimal::new(i64::from(whole * 1000 + behind), 3);
        match parse(&text, Style::TidakDinyatakan) {
            Err(NumberError::Ambigu(readings)) => {
                let mut values: Vec<Decimal> = readings.iter().map(|r| r.nilai).collect();
                values.sort();
                prop_assert_eq!(values, vec![fraction, thousands]);
            }
            other => prop_assert!(false, "{} read as {:?}", text, other),
        }
        let (indonesia, inggris) = if comma { (fraction, thousands) } else { (thousands, fraction) };
        prop_assert_eq!(parse(&text, Style::Indonesia).expect("decided").nilai, indonesia);
        prop_assert_eq!(parse(&text, Style::Inggris).expect("decided").nilai, inggris);
    }

    #[test]
    fn rounding_for_display_is_off_by_at_most_half_a_digit(value in amount(), places in 0u32..4) {
        for (lang, style) in BOTH {
            let back = parse(&lang.decimal(value, places), style).expect("reads back").nilai;
            prop_assert!((back - value).abs() * Decimal::TWO <= Decimal::new(1, places));
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,40}") {
        for style in [Style::Indonesia, Style::Inggris, Style::TidakDinyatakan] {
            for boleh in [Boleh::semua(), Boleh::satu(), Boleh { satu: Satu::Uang, pangkat: 6, ..Boleh::satu() }] {
                let _ = baca(&text, style, &boleh);
            }
        }
    }

    #[test]
    fn no_text_made_of_the_words_of_cells_makes_the_reader_panic(
        parts in prop::collection::vec(prop::sample::select(vec![
            "5", "0", "1.234", "5,5", ".5", "%", " ", "-", "–", "(", ")", ":", "/", ",", "Rp", "Rp.", "miliar", " jt", "≥", "maks.", "s.d.",
            " sampai ", " dan ", "orang", "menit", " jam ", "per 1.000", "E+9", "m2", "\u{a0}", "antara ", "±", "é", "99999999999999999999999999999",
        ]), 0..9),
    ) {
        for style in [Style::Indonesia, Style::TidakDinyatakan] {
            for boleh in [Boleh::semua(), Boleh { satu: Satu::Persen, ..Boleh::satu() }, Boleh { satu: Satu::Uang, pangkat: 12, ..Boleh::satu() }] {
                let _ = baca(&parts.concat(), style, &boleh);
            }
        }
    }

    #[test]
    fn every_kind_reads_back_as_the_same_value_and_kind(
        a in 1_i64..9_999_999, scale in 0_u32..3, more in 1_i64..1_000_000, unit in prop::sample::select(vec!["", "%", " orang", " menit"]),
    ) {
        let low = Decimal::new(a, scale);
        let high = low + Decimal::from(more);
        let style = Style::Indonesia;
        let text = |v: Decimal| format!("{}{unit}", Lang::Id.grouped(v));
        let read = |text: &str| baca(text, style, &Boleh::semua()).expect("reads");
        match read(&text(low)) {
            Isi::Satu(angka) => prop_assert_eq!(angka.nilai, low),
            other => prop_assert!(false, "{:?}", other),
        }
        for sign in ["≥ ", "≤ ", "> ", "< ", "maks. ", "min. ", "paling banyak ", "kurang dari "] {
            match read(&format!("{sign}{}", text(low))) {
                Isi::Batas(batas, angka) => {
                    prop_assert_eq!(angka.nilai, low);
                    prop_assert_eq!(read(&format!("{} {}", batas.tanda(), text(low))), Isi::Batas(batas, angka));
                }
                other => prop_assert!(false, "{:?}", other),
            }
        }
        for between in [" – ", "-", " s.d. ", " sampai ", " hingga "] {
            match read(&format!("{}{between}{}", text(low), text(high))) {
                Isi::Rentang(x, y) => prop_assert_eq!((x.nilai, y.nilai), (low, high)),
                other => prop_assert!(false, "{between}: {:?}", other),
            }
        }
        match read(&format!("1 : {}", Lang::Id.grouped(high))) {
            Isi::Rasio(x, y) => prop_assert_eq!((x.nilai, y.nilai), (Decimal::ONE, high)),
            other => prop_assert!(false, "{:?}", other),
        }
        let uang = Boleh { satu: Satu::Uang, ..Boleh::satu() };
        let fits = |power: u32| terang::number::muat(low * Decimal::from(10_u64.pow(power)));
        for (word, power) in [("ribu", 3), ("jt", 6), ("miliar", 9), ("T", 12)].into_iter().filter(|(_, p)| fits(*p)) {
            match baca(&format!("Rp{} {word}", Lang::Id.grouped(low)), style, &uang).expect("reads") {
                Isi::Satu(angka) => {
                    prop_assert_eq!(angka.nilai, low * Decimal::from(10_u64.pow(power)));
                    let (from, to) = angka.selang();
                    prop_assert!(from < angka.nilai && angka.nilai < to);
                    prop_assert_eq!(to - from, angka.langkah);
                }
                other => prop_assert!(false, "{:?}", other),
            }
        }
        match baca(&format!("({})", Lang::Id.grouped(low)), style, &uang).expect("reads") {
            Isi::Satu(angka) => prop_assert_eq!(angka.nilai, -low),
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn no_run_of_digits_and_separators_makes_the_reader_panic(text in "[0-9., %Rp-]{0,40}") {
        for style in [Style::Indonesia, Style::Inggris, Style::TidakDinyatakan] {
            for boleh in [Boleh::semua(), Boleh::satu(), Boleh { satu: Satu::Uang, pangkat: 6, ..Boleh::satu() }] {
                let _ = baca(&text, style, &boleh);
            }
        }
    }
}
