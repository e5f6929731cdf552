//! Bantuan: the help texts that are longer than a line, and the English ones for `--lang en`.

use crate::diagnostic::Lang;
use clap::{Command, CommandFactory};
use std::ffi::OsString;

/// First line of the help.
pub const TENTANG: &str = "Terang membuat situs transparansi dari rekaman YAML: satu berkas per tahun dan OPD.";

/// Shape of every help text.
pub const BENTUK: &str = "\
{about-with-newline}
Pemakaian: {usage}

{all-args}{after-help}
";

const SHAPE: &str = "\
{about-with-newline}
Usage: {usage}

{all-args}{after-help}
";

/// Examples of the whole program.
pub const CONTOH: &str = "\
Contoh:
  terang serve --open                     lihat situs sambil menyunting isi
  terang check                            periksa semua berkas, tanpa menulis
  terang build                            tulis situs ke folder public
  terang new tahun blitar/dinas-kesehatan 2025

Kode keluar: 0 baik; 1 isi portal mengandung galat; 2 salah pemakaian atau folder tidak bisa ditulis.
`terang <perintah> --help` menjelaskan setiap perintah.";

/// Examples of `build`.
pub const CONTOH_BUILD: &str = "\
Contoh:
  terang build
  terang build --content isi --out /var/www/terang --base-url https://contoh.go.id/terang/
  terang build --strict                   jangan terbitkan selama masih ada temuan
  terang build --konsep                   untuk diperiksa dinas sebelum terbit, ke folder konsep
  terang build --only blitar/dinas-kesehatan   hanya halaman dinas itu, ke folder sebagian
  terang build --bagian 2/3               bagian kedua dari tiga, ke folder bagian-2; lihat `terang gabung`

Berkas yang tidak berubah tidak ditulis ulang; berkas yang bukan tulisan terang tidak pernah dihapus.
Bila isi mengandung galat, situs yang sebelumnya tetap utuh.";

/// Examples of `gabung`.
pub const CONTOH_GABUNG: &str = "\
Contoh:
  terang build --bagian 1/2               di satu mesin
  terang build --bagian 2/2               di mesin lain, dari isi yang sama
  terang gabung bagian-1 bagian-2 --out public

Hasilnya sama byte demi byte dengan `terang build` di satu mesin. Isi, tema, pilihan dan berkas program harus sama di
semua mesin; bagian yang kurang, ganda, rusak atau lain ditolak. Polanya ada di docs/penerbitan.md.";

/// Examples of `check`.
pub const CONTOH_CHECK: &str = "\
Contoh:
  terang check
  terang check --format short             satu baris per masalah: berkas:baris:kolom: ...
  terang check --format json > hasil.json
  terang check --strict                   temuan juga dihitung sebagai galat";

/// Examples of `serve`.
pub const CONTOH_SERVE: &str = "\
Contoh:
  terang serve
  terang serve --open --port 8000

Hanya bisa dibuka dari komputer ini. Galat isi tampil di halaman dan di terminal; situs terakhir yang baik tetap
disajikan. Ctrl-C untuk berhenti.";

/// Examples of `new`.
pub const CONTOH_NEW: &str = "\
Contoh:
  terang new portal portal-kami
  terang new daerah lumajang --nama \"Kabupaten Lumajang\" --provinsi \"Jawa Timur\"
  terang new opd lumajang/dinas-kesehatan
  terang new tahun lumajang/dinas-kesehatan 2024

Berkas yang sudah ada tidak pernah ditimpa.";

/// Examples of `impor`.
pub const CONTOH_IMPOR: &str = "\
Contoh:
  terang impor dppa.xlsx --ke lumajang/dinas-kesehatan/2025 --coba
  terang impor dppa.xlsx --ke lumajang/dinas-kesehatan/2025 --peta sipd.yaml
  terang impor - --ke lumajang/dinas-kesehatan/2025 < tempelan.txt

Yang tidak jelas disebut dengan lembar dan selnya, dan tidak ada yang ditulis. Yang sudah ada dalam rekaman tidak diubah.";

/// Examples of `lembar`.
pub const CONTOH_LEMBAR: &str = "\
Contoh:
  terang lembar lumajang/dinas-kesehatan/2025
  terang lembar lumajang/dinas-kesehatan/2025 --out isian.xlsx
  terang impor isian.xlsx --ke lumajang/dinas-kesehatan/2025

Setiap tabel rekaman menjadi satu lembar. Yang salah setelah diisi ditandai di salinan bernama -perbaiki.xlsx.";

/// Examples of `pack`.
pub const CONTOH_PACK: &str = "\
Contoh:
  terang pack --untuk cpanel
  terang pack --untuk cpanel --jalur /terang/ --sejak terang-september.zip --out perubahan.zip
  terang pack situs --untuk cloudflare --out unggah

Folder situs tidak diubah. Bila situs melebihi batas hosting itu, tidak ada yang ditulis dan kode keluarnya 1.";

/// Examples of `explain`.
pub const CONTOH_EXPLAIN: &str = "\
Contoh:
  terang explain                          daftar semua aturan
  terang explain serapan-beda";

/// Examples of `verify`.
pub const CONTOH_VERIFY: &str = "\
Contoh:
  terang verify public
  terang verify public --published lalu   juga rantainya: edisi ini menyambung yang di folder lalu
  terang verify public --format json > hasil.json

Setiap angka yang diubah, hilang atau ditambahkan disebut dengan alamatnya. Apa yang dibuktikan dan apa yang tidak:
docs/penerbitan.md. Kode keluar: 0 utuh; 1 ada yang berbeda; 2 salah pemakaian.";

/// Examples of `diff`.
pub const CONTOH_DIFF: &str = "\
Contoh:
  terang diff lalu public
  terang diff lalu public --format json > beda.json

Yang dibandingkan nilai, teks tercetak dan satuan setiap angka. Kode keluar: 0 sama; 1 ada yang berbeda; 2 salah pemakaian.";

/// English texts: command, argument (empty for the command itself), text.
const ENGLISH: &[(&str, &str, &str)] = &[
    ("", "", "Terang makes a transparency site from YAML records: one file a year and OPD (agency)."),
    ("", "lang", "Language of messages"),
    ("build", "", "Build the site into a folder"),
    ("check", "", "Check the content, write nothing"),
    ("serve", "", "Serve the site on this computer and reload on every change"),
    ("new", "", "Create a commented YAML file ready to fill"),
    ("impor", "", "Read Excel, ODS, CSV or a pasted range into a record"),
    ("impor", "berkas", "File .xlsx, .xls, .ods, .csv or an HTML table; `-` for a pasted range"),
    ("impor", "ke", "Address of the record: <daerah>/<opd>/<year>"),
    ("impor", "peta", "Small YAML that answers what is unclear; made where there is none"),
    ("impor", "letak", "Place of the table as printed [default: name of file and sheet]"),
    (
        "impor",
        "dokumen",
        "Code of its document in opd.yaml [default: by the title of its sheet, or that of the record]",
    ),
    ("impor", "coba", "Only show the change, write nothing"),
    ("lembar", "", "Write the Excel workbook of a record to fill; `terang impor` reads it back"),
    ("lembar", "alamat", "Address of the record: <daerah>/<opd>/<year>"),
    ("lembar", "out", "File to write [default: <opd>-<year>.xlsx]"),
    ("pack", "", "Pack the site for a host and check the limits of that host"),
    ("pack", "folder", "Folder of the site that `terang build` wrote"),
    ("pack", "untuk", "Where the site will be: cpanel, cloudflare, github, gitlab, netlify or zip"),
    (
        "pack",
        "out",
        "Folder or .zip to write [default: terang-<host>.zip for cpanel and zip, the folder terang-<host> for the others]",
    ),
    (
        "pack",
        "jalur",
        "Where on the server the site is, such as /terang/ [default: from the site's permanent address, or /]",
    ),
    ("pack", "sejak", "Pack, zip or folder of the site that was uploaded last: only what changed since then is packed"),
    ("explain", "", "Explain one rule of findings"),
    ("*", "tanggal_edisi", "Date of this edition, YYYY-MM-DD, for edisi.json"),
    ("verify", "", "Check whether the folder of a site is still as it was published"),
    ("verify", "folder", "Folder of the site to check"),
    ("verify", "published", "Folder of the earlier edition: this one has to follow it"),
    ("verify", "format", "Form of the result: human or json"),
    ("diff", "", "Name the figures added, removed or changed between two folders of a site"),
    ("diff", "lama", "Folder of the earlier edition"),
    ("diff", "baru", "Folder of the later edition"),
    ("diff", "format", "Form of the result: human or json"),
    ("*", "content", "Folder of the portal's content"),
    ("*", "theme", "Theme folder [default: `tema` in portal.yaml, or the built-in theme]"),
    ("*", "published", "Folder of the earlier edition: what changed since then needs its correction"),
    ("*", "base_url", "Permanent address of the site, such as https://example.go.id/terang/"),
    ("*", "gaya", "Also the page gaya/: every component of the theme in every state"),
    ("*", "strict", "Treat findings and warnings as errors"),
    ("check", "calon", "Propose pairs of figures that may be one thing (`setara`) and were not judged yet"),
    ("*", "format", "Form of the messages: human, short or json"),
    ("*", "out", "Folder the site is written to [default: `public`; with --konsep: `konsep`]"),
    (
        "build",
        "only",
        "Only the pages of this address, as in the whole site, into the folder `sebagian`: <daerah>, <daerah>/<opd> or <daerah>/<opd>/<year>; may be repeated",
    ),
    (
        "build",
        "bagian",
        "Part KE of the DARI parts of the site, to be made on several machines, into the folder `bagian-KE`; `terang gabung` joins them",
    ),
    ("gabung", "", "Join the parts of a site that several machines made into the whole"),
    ("gabung", "bagian", "Folder of each part that `terang build --bagian` wrote"),
    ("*", "bersih", "Work everything out again, without what earlier builds kept"),
    ("*", "simpanan", "Folder of what is kept for the next build [default: `.terang` beside the content]"),
    ("serve", "konsep", "As a draft: every page marked, with the checklist of every record"),
    ("*", "konsep", "A draft for the agency before it is published: every page marked, not indexed, no edition"),
    ("serve", "port", "Port [default: 1111, or the next free one]"),
    ("serve", "open", "Open the browser"),
    ("portal", "", "A portal of your own: a folder that can be built at once"),
    ("portal", "folder", "Folder to make; `.` for this one"),
    ("portal", "judul", "Title of the site [default: from the name of its folder]"),
    ("daerah", "", "A kabupaten, kota or provinsi"),
    ("opd", "", "An agency (organisasi perangkat daerah)"),
    ("tahun", "", "The record of one year of an agency"),
    ("daerah", "kode", "Code: folder name and address, such as lumajang"),
    ("daerah", "jenis", "Its kind: kabupaten, kota, provinsi, pemda [default: from its code]"),
    ("daerah", "provinsi", "Province"),
    ("*", "nama", "Official name"),
    ("*", "alamat", "Address: <daerah>/<opd>, such as lumajang/dinas-kesehatan"),
    ("*", "tahun", "The year it reports"),
    ("*", "kode_kemendagri", "Code of the Ministry of Home Affairs, such as 35.08"),
    ("*", "kode_bps", "Code of Statistics Indonesia, such as 3508"),
    ("explain", "kode", "The code, as printed in brackets: warning[serapan-beda]"),
];

const EXAMPLES: &str = "\
Examples:
  terang serve --open                     watch the site while editing
  terang check                            check every file, write nothing
  terang build                            write the site to the folder public
  terang new tahun blitar/dinas-kesehatan 2025

Exit codes: 0 good; 1 the content has errors; 2 wrong usage, or a folder that cannot be written.";

/// What clap writes by itself, in a language.
struct Kata {
    bentuk: &'static str,
    perintah: &'static str,
    isian: &'static str,
    pilihan: &'static str,
    bawaan: &'static str,
    bantuan: &'static str,
    versi: &'static str,
}

const INDONESIA: Kata = Kata {
    bentuk: BENTUK,
    perintah: "Perintah",
    isian: "Isian",
    pilihan: "Pilihan",
    bawaan: "bawaan",
    bantuan: "Menampilkan bantuan ini",
    versi: "Menampilkan versi",
};

const INGGRIS: Kata = Kata {
    bentuk: SHAPE,
    perintah: "Commands",
    isian: "Arguments",
    pilihan: "Options",
    bawaan: "default",
    bantuan: "Print this help",
    versi: "Print the version",
};

/// The command with its help in the language the arguments ask for.
pub fn localized<C: CommandFactory>(args: impl Iterator<Item = OsString>) -> Command {
    let command = C::command();
    if bahasa(args) == Lang::En {
        with_flags(to_english(command, ""), &INGGRIS)
    } else {
        let command = with_flags(command, &INDONESIA);
        let mut built = command.clone();
        built.build();
        dengan_bentuk(command, &mut built)
    }
}

/// The form of each command without the English words that clap puts into it.
fn dengan_bentuk(command: Command, built: &mut Command) -> Command {
    let form = built.render_usage().to_string();
    let mut form = form.trim_start_matches("Usage:").trim().to_string();
    for (english, own) in [("[OPTIONS]", "[PILIHAN]"), ("[COMMAND]", "[PERINTAH]"), ("<COMMAND>", "<PERINTAH>")] {
        form = form.replace(english, own);
    }
    command.override_usage(form).mut_subcommands(|sub| {
        let name = sub.get_name().to_string();
        match built.find_subcommand_mut(&name) {
            Some(own) => dengan_bentuk(sub, own),
            None => sub,
        }
    })
}

/// The language a command line asks for, before it is known to be a right one.
pub fn bahasa(args: impl Iterator<Item = OsString>) -> Lang {
    let words: Vec<String> = args.map(|a| a.to_string_lossy().into_owned()).collect();
    let english = words.iter().any(|w| w == "--lang=en") || words.windows(2).any(|w| w[0] == "--lang" && w[1] == "en");
    if english { Lang::En } else { Lang::Id }
}

fn text(command: &str, arg: &str) -> Option<&'static str> {
    ENGLISH.iter().find(|(c, a, _)| (*c == command || *c == "*" && !arg.is_empty()) && *a == arg).map(|(_, _, t)| *t)
}

fn to_english(mut command: Command, name: &str) -> Command {
    if let Some(about) = text(name, "") {
        command = command.about(about);
    }
    command = command.help_template(SHAPE).mut_args(|arg| match text(name, arg.get_id().as_str()) {
        Some(help) => arg.help(help),
        None => arg,
    });
    command = if name.is_empty() { command.after_help(EXAMPLES) } else { english_examples(command) };
    command.mut_subcommands(|sub| {
        let name = sub.get_name().to_string();
        to_english(sub, &name)
    })
}

/// The example lines stay, their prose goes.
fn english_examples(command: Command) -> Command {
    let Some(help) = command.get_after_help().map(ToString::to_string) else { return command };
    let lines: Vec<String> = help
        .lines()
        .filter(|line| line.starts_with("  "))
        .map(|line| {
            let shown = line.trim_start();
            format!("  {}", shown.split("   ").next().unwrap_or(shown))
        })
        .collect();
    if lines.is_empty() { command } else { command.after_help(format!("Examples:\n{}", lines.join("\n"))) }
}

/// The flags, headings and defaults that clap adds by itself speak the same language, in commands of commands too.
fn with_flags(command: Command, kata: &'static Kata) -> Command {
    let flag = |name: &'static str, short: char, action, text: &'static str| {
        clap::Arg::new(name).short(short).long(name).action(action).help(text)
    };
    let mut command = command.disable_help_flag(true).arg(flag("help", 'h', clap::ArgAction::Help, kata.bantuan));
    if command.get_version().is_some() {
        command = command.disable_version_flag(true).arg(flag("version", 'V', clap::ArgAction::Version, kata.versi));
    }
    let arg = |arg: clap::Arg| {
        let defaults: Vec<String> = arg.get_default_values().iter().map(|v| v.to_string_lossy().into_owned()).collect();
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        let own = if arg.is_positional() { kata.isian } else { kata.pilihan };
        let arg = arg.help_heading(own);
        if defaults.is_empty() || !arg.get_action().takes_values() {
            return arg;
        }
        arg.hide_default_value(true).help(format!("{help} [{}: {}]", kata.bawaan, defaults.join(", ")))
    };
    command
        .help_template(kata.bentuk)
        .subcommand_help_heading(kata.perintah)
        .mut_args(arg)
        .mut_subcommands(|sub| with_flags(sub, kata))
}
