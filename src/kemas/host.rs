//! Host: where a site can go, and what each of them takes.

use clap::ValueEnum;

/// A kind of host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Host {
    Cpanel,
    Cloudflare,
    Github,
    Gitlab,
    Netlify,
    /// No host at all: a file to send or to keep.
    Zip,
}

impl Host {
    /// All, in the order of the help.
    pub const SEMUA: [Self; 6] = [Self::Cpanel, Self::Cloudflare, Self::Github, Self::Gitlab, Self::Netlify, Self::Zip];

    /// As written after `--untuk`.
    pub fn kode(self) -> &'static str {
        match self {
            Self::Cpanel => "cpanel",
            Self::Cloudflare => "cloudflare",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Netlify => "netlify",
            Self::Zip => "zip",
        }
    }

    /// As its users call it.
    pub fn nama(self) -> &'static str {
        match self {
            Self::Cpanel => "cPanel (Apache)",
            Self::Cloudflare => "Cloudflare Pages",
            Self::Github => "GitHub Pages",
            Self::Gitlab => "GitLab Pages",
            Self::Netlify => "Netlify",
            Self::Zip => "zip",
        }
    }

    /// Whether it is handed one archive. The others take the whole folder, and send only what changed by themselves: a part of
    /// a site would there become the site.
    pub fn arsip(self) -> bool {
        matches!(self, Self::Cpanel | Self::Zip)
    }
}
