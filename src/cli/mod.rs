//! The command line: one file a command; this one holds what they share: languages, exit codes, dispatch.

mod bangun;
mod bantuan;
mod baru;
mod baru_portal;
mod cara;
mod diff;
mod edisi;
mod gabung;
mod impor;
mod jalan;
mod jelaskan;
mod kemajuan;
mod kemas;
mod kerangka;
mod kerangka_peta;
mod lapor;
mod lembar;
mod muat;
mod pakai;
mod periksa;
mod saji;
mod riwayat;
mod sebagian;
mod tema;
mod temuan;
mod terbitan;
mod utuh;
mod verify;

use crate::diagnostic::{Lang, Pesan};
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;

/// The content has errors.
const GALAT: u8 = 1;
/// Wrong usage (as clap exits), or something outside the content: a folder that cannot be written.
const LINGKUNGAN: u8 = 2;

/// Terang: situs transparansi dari rekaman YAML.
#[derive(Parser)]
#[command(name = "terang", version, about = bantuan::TENTANG, after_help = bantuan::CONTOH)]
#[command(help_template = bantuan::BENTUK)]
#[command(disable_help_subcommand = true, arg_required_else_help = true)]
struct Cli {
    /// Bahasa pesan
    #[arg(long, global = true, value_enum, default_value = "id", value_name = "id|en", hide_possible_values = true)]
    lang: Bahasa,
    #[command(subcommand)]
    perintah: Perintah,
}

#[derive(Clone, Copy, ValueEnum)]
enum Bahasa {
    Id,
    En,
}

#[derive(Subcommand)]
enum Perintah {
    /// Membuat situs ke dalam sebuah folder
    #[command(alias = "bangun", after_help = bantuan::CONTOH_BUILD, help_template = bantuan::BENTUK)]
    Build(bangun::Args),
    /// Menyatukan bagian-bagian situs yang dibuat beberapa mesin menjadi situs utuhnya
    #[command(after_help = bantuan::CONTOH_GABUNG, help_template = bantuan::BENTUK)]
    Gabung(gabung::Args),
    /// Memeriksa isi tanpa menulis apa pun
    #[command(alias = "periksa", after_help = bantuan::CONTOH_CHECK, help_template = bantuan::BENTUK)]
    Check(periksa::Args),
    /// Menyajikan situs di komputer ini dan memuat ulang setiap ada perubahan
    #[command(alias = "saji", after_help = bantuan::CONTOH_SERVE, help_template = bantuan::BENTUK)]
    Serve(saji::Args),
    /// Membuat berkas YAML berkomentar yang siap diisi
    #[command(visible_alias = "baru", after_help = bantuan::CONTOH_NEW, help_template = bantuan::BENTUK)]
    New(baru::Args),
    /// Membaca Excel, ODS, CSV atau rentang yang ditempel ke dalam sebuah rekaman
    #[command(after_help = bantuan::CONTOH_IMPOR, help_template = bantuan::BENTUK)]
    Impor(impor::Args),
    /// Menulis lembar kerja Excel sebuah rekaman untuk diisi; `terang impor` membacanya kembali
    #[command(after_help = bantuan::CONTOH_LEMBAR, help_template = bantuan::BENTUK)]
    Lembar(lembar::Args),
    /// Mengemas situs untuk sebuah hosting dan memeriksa batas-batasnya
    #[command(visible_alias = "kemas", after_help = bantuan::CONTOH_PACK, help_template = bantuan::BENTUK)]
    Pack(kemas::Args),
    /// Menjelaskan satu aturan temuan
    #[command(visible_alias = "jelaskan", after_help = bantuan::CONTOH_EXPLAIN, help_template = bantuan::BENTUK)]
    Explain(jelaskan::Args),
    /// Memeriksa apakah sebuah folder situs masih seperti yang terbit
    #[command(after_help = bantuan::CONTOH_VERIFY, help_template = bantuan::BENTUK)]
    Verify(verify::Args),
    /// Menyebut angka yang bertambah, hilang atau berubah antara dua folder situs
    #[command(after_help = bantuan::CONTOH_DIFF, help_template = bantuan::BENTUK)]
    Diff(diff::Args),
}

/// The form of what `verify` and `diff` say.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Bentuk {
    Human,
    Json,
}

/// The folders every command that reads a portal takes.
#[derive(clap::Args, Clone)]
struct Masukan {
    /// Folder isi portal
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
    /// Folder tema [bawaan: `tema` dalam portal.yaml, atau tema bawaan terang]
    #[arg(long, value_name = "DIR")]
    theme: Option<PathBuf>,
    /// Juga halaman gaya/: setiap komponen tema dalam setiap keadaannya
    #[arg(long)]
    gaya: bool,
    /// Folder terbitan yang lalu: angka yang berubah sejak itu harus ada ralatnya
    #[arg(long, value_name = "DIR")]
    published: Option<PathBuf>,
    /// Alamat tetap situs, misalnya https://contoh.go.id/terang/
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
}

/// Something outside the content stops the command: exit code 2.
struct Henti {
    pesan: Pesan,
    bantuan: Option<Pesan>,
}

impl Henti {
    fn new(pesan: Pesan, bantuan: Pesan) -> Self {
        Self { pesan, bantuan: Some(bantuan) }
    }
}

impl From<crate::output::OutputError> for Henti {
    fn from(error: crate::output::OutputError) -> Self {
        Self::new(error.message, error.help)
    }
}

/// Whether the content is fit to publish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Akhir {
    Baik,
    Galat,
}

/// Runs the program.
pub fn run() -> ExitCode {
    let parsed = bantuan::localized::<Cli>(std::env::args_os()).try_get_matches();
    let cli = match parsed.and_then(|matches| <Cli as clap::FromArgMatches>::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        // Help and version are no mistakes, in the language they were asked for in: results like any other.
        Err(error) if !error.use_stderr() => {
            let written = lapor::tulis(&error.render().ansi().to_string());
            return kode(written.map(|()| Akhir::Baik), bantuan::bahasa(std::env::args_os()));
        }
        Err(error) => {
            let lang = bantuan::bahasa(std::env::args_os());
            lapor::henti(&pakai::salah(&error), lang);
            return ExitCode::from(LINGKUNGAN);
        }
    };
    let lang = match cli.lang {
        Bahasa::Id => Lang::Id,
        Bahasa::En => Lang::En,
    };
    let result = match cli.perintah {
        Perintah::Build(args) => bangun::run(&args, lang),
        Perintah::Gabung(args) => gabung::run(&args, lang),
        Perintah::Check(args) => periksa::run(&args, lang),
        Perintah::Serve(args) => saji::run(&args, lang),
        Perintah::New(args) => baru::run(&args, lang),
        Perintah::Impor(args) => impor::run(&args, lang),
        Perintah::Lembar(args) => lembar::run(&args, lang),
        Perintah::Pack(args) => kemas::run(&args, lang),
        Perintah::Explain(args) => jelaskan::run(&args, lang),
        Perintah::Verify(args) => verify::run(&args, lang),
        Perintah::Diff(args) => diff::run(&args, lang),
    };
    kode(result, lang)
}

/// How the program ends; says why it stopped.
fn kode(result: Result<Akhir, Henti>, lang: Lang) -> ExitCode {
    match result {
        Ok(Akhir::Baik) => ExitCode::SUCCESS,
        Ok(Akhir::Galat) => ExitCode::from(GALAT),
        Err(henti) => {
            lapor::henti(&henti, lang);
            ExitCode::from(LINGKUNGAN)
        }
    }
}
