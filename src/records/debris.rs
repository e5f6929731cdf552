//! Debris: what operating systems and editors leave in a folder without being asked. It is ignored like a hidden file.

/// Names that systems use, compared without regard to case.
const NAMA: [&str; 9] = [
    "thumbs.db",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "desktop.ini",
    "$recycle.bin",
    "system volume information",
    "__macosx",
    "icon\r",
    "lost+found",
];
/// Endings that editors give to the copy they made before saving.
const AKHIRAN: [&str; 6] = [".bak", "~", ".tmp", ".swp", ".orig", ".rej"];

/// Whether a file or folder of this name is debris.
pub fn is_debris(nama: &str) -> bool {
    let small = nama.to_lowercase();
    NAMA.contains(&small.as_str())
        || AKHIRAN.iter().any(|end| small.ends_with(end))
        // Word and Excel while a file is open; Emacs before it is saved.
        || small.starts_with("~$")
        || (small.len() > 1 && small.starts_with('#') && small.ends_with('#'))
}

#[cfg(test)]
mod tests {
    use super::is_debris;

    #[test]
    fn what_nobody_wrote_is_debris() {
        for nama in
            ["Thumbs.db", "DESKTOP.INI", "~$2024.xlsx", "2024.yaml.bak", "2024.yaml~", "#2024.yaml#", "~wrl0001.tmp"]
        {
            assert!(is_debris(nama), "{nama}");
        }
    }

    #[test]
    fn what_somebody_wrote_is_not() {
        for nama in ["2024.yaml", "2023.yaml.txt", "thumbs.yaml", "bak", "desktop.ini.yaml", "#", "tmp.md"] {
            assert!(!is_debris(nama), "{nama}");
        }
    }
}
