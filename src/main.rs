//! The `terang` binary: everything is in `terang::cli`.

/// A build makes and drops millions of small texts; the allocator of the system takes a quarter of its time for them.
#[global_allocator]
static PEMBAGI: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    terang::cli::run()
}
