//! The same content gives the same bytes: with one thread and with many, in any locale and time zone, a second time.

use crate::situs_bantu;

use assert_cmd::Command;
use situs_bantu::{bangun, repositori};
use std::path::Path;
use terang::output::{Tree, compare, publish, read_tree};

fn with_threads(n: usize) -> Tree {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(n).build().expect("threads");
    pool.install(|| bangun(&repositori(), None).files)
}

#[test]
fn one_thread_and_many_give_the_same_bytes_again_and_again() {
    let one = with_threads(1);
    for threads in [4, 1] {
        assert_eq!(compare(&one, &with_threads(threads)), [], "{threads} threads");
    }
}

#[test]
fn publishing_the_same_site_a_second_time_writes_nothing() {
    let dir = tempfile::tempdir().expect("tempdir");
    let built = bangun(&repositori(), None);
    let first = publish(dir.path(), &built.files, &[]).expect("first");
    assert_eq!((first.ditulis, first.tetap, first.dihapus), (built.files.len(), 0, 0));
    let second = publish(dir.path(), &bangun(&repositori(), None).files, &[]).expect("second");
    assert_eq!((second.ditulis, second.tetap, second.dihapus), (0, built.files.len(), 0));
    assert_eq!(compare(&built.files, &read_tree(dir.path()).expect("read")), []);
}

#[test]
fn locale_time_zone_and_home_change_no_byte() {
    let dir = tempfile::tempdir().expect("tempdir");
    let build = |name: &str, env: &[(&str, &str)]| -> Tree {
        let out = dir.path().join(name);
        let mut command = Command::new(env!("CARGO_BIN_EXE_terang"));
        command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR"))).env("RAYON_NUM_THREADS", "2");
        command.envs(env.iter().copied()).args(["build", "--out"]).arg(&out).assert().success();
        read_tree(&out).expect("read")
    };
    let plain = build("c", &[("LC_ALL", "C"), ("TZ", "UTC")]);
    let other = [("LC_ALL", "id_ID.UTF-8"), ("LANG", "id_ID.UTF-8"), ("TZ", "Asia/Jakarta"), ("HOME", "/tmp")];
    assert_eq!(compare(&plain, &build("id", &other)), []);
    let turkish = [("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Pacific/Auckland"), ("SOURCE_DATE_EPOCH", "1")];
    assert_eq!(compare(&plain, &build("tr", &turkish)), []);
}
