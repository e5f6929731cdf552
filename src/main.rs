//! The `terang` binary: everything is in `terang::cli`.

fn main() -> std::process::ExitCode {
    terang::cli::run()
}
