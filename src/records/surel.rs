//! Surel: addresses of private mail in a text. An agency that writes from a free provider is no person.

use std::ops::Range;

/// Providers whose addresses belong to persons, under whichever ending: `yahoo.com`, `yahoo.co.id`.
const PENYEDIA: [&str; 20] = [
    "gmail",
    "googlemail",
    "yahoo",
    "ymail",
    "rocketmail",
    "hotmail",
    "outlook",
    "live",
    "msn",
    "icloud",
    "aol",
    "protonmail",
    "gmx",
    "yandex",
    "plasa",
    "zoho",
    "tutanota",
    "tuta",
    "fastmail",
    "qq",
];
/// How the address of an office begins.
const KANTOR: [&str; 46] = [
    "bagian",
    "balai",
    "bapenda",
    "bappeda",
    "baperlitbang",
    "bkd",
    "bkpsdm",
    "bkad",
    "bpbd",
    "bpkad",
    "damkar",
    "desa",
    "dinas",
    "dinkes",
    "dinkop",
    "dinpar",
    "dinperkim",
    "dinsos",
    "disbud",
    "disdag",
    "disdik",
    "disdukcapil",
    "dishub",
    "diskominfo",
    "diskop",
    "disnaker",
    "disparbud",
    "dispar",
    "dispora",
    "distan",
    "dlh",
    "dpmd",
    "dpmptsp",
    "dpupr",
    "dpu",
    "inspektorat",
    "kantor",
    "kecamatan",
    "kec",
    "kelurahan",
    "ppid",
    "puskesmas",
    "rsud",
    "satpolpp",
    "sekretariat",
    "setda",
];
/// And those whose name alone says too little.
const PENYEDIA_UTUH: [&str; 6] = ["me.com", "proton.me", "pm.me", "mail.com", "mail.ru", "telkom.net"];
/// How an `@` is written by who hides it from machines.
const AT: [&str; 13] =
    ["@", " @ ", " @", "@ ", "\u{ff20}", "%40", "(at)", " (at) ", "[at]", " [at] ", "{at}", " {at} ", " at "];
/// Whether a host is one of private mail: the provider and a short ending, not a part of another's name.
fn pribadi(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    PENYEDIA_UTUH.contains(&host)
        || (PENYEDIA.contains(&labels[0])
            && (2..=3).contains(&labels.len())
            && labels[1..].iter().all(|l| l.len() <= 3))
}

/// Whether the name before the provider is that of an office: many agencies write from a free provider.
fn kantor(name: &str) -> bool {
    let first: String = name.trim().chars().take_while(char::is_ascii_alphabetic).collect();
    KANTOR.iter().any(|w| first == *w || w.len() > 4 && first.starts_with(w))
}

/// Addresses of private mail.
pub fn surel(text: &str) -> Vec<Range<usize>> {
    // Lower case of the same length, so that places stay places.
    let small = text.to_ascii_lowercase();
    let letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    let one = |at: usize, sign: &str| {
        let behind = &small[at + sign.len()..];
        let end = behind.find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-').unwrap_or(behind.len());
        let host = behind[..end].trim_end_matches(['.', '-']);
        // `gmail [dot] com`: the provider alone says enough there.
        let dot =
            [" [dot]", "[dot]", " (dot)", "(dot)", " dot ", " . com"].iter().any(|d| behind[end..].starts_with(d));
        let name =
            small[..at].rfind(|c| !letter(c)).map_or(0, |i| i + small[i..].chars().next().map_or(1, char::len_utf8));
        let own = pribadi(host) || (dot && PENYEDIA.contains(&host));
        (own && name < at && !kantor(&small[name..at])).then_some(name..at + sign.len() + host.len())
    };
    AT.iter()
        .flat_map(|sign| small.match_indices(sign).filter_map(|(at, _)| one(at, sign)).collect::<Vec<_>>())
        .collect()
}
