//! The portal as a test wants it: the built page, with attributes of its own on the member's inbox and a script ahead of all.

use std::{env, fs, os::unix::fs::symlink, path::PathBuf};

use tempfile::TempDir;

use crate::engine::LISTEN;

/// What differs from the page that was built.
#[derive(Debug, Clone, Default)]
pub struct Portal {
    /// Attributes of the member's inbox, as they stand in the page.
    pub member: &'static str,
    /// Runs before anything else on the page.
    pub script: String,
}

const MEMBER: &str = "<nexudus-inbox audience=\"member\"";

impl Portal {
    /// A folder with this portal, for as long as it is held.
    pub(crate) fn lay_out(&self) -> TempDir {
        let (built, folder) = (built(), tempfile::tempdir().unwrap());
        for entry in fs::read_dir(&built).unwrap() {
            let entry = entry.unwrap();
            if entry.file_name() != "index.html" {
                symlink(entry.path().canonicalize().unwrap(), folder.path().join(entry.file_name())).unwrap();
            }
        }
        let page = fs::read_to_string(built.join("index.html")).unwrap();
        assert!(page.contains(MEMBER) && page.contains("<head>"), "the page has an inbox for members");
        let page = page
            .replace(MEMBER, &[MEMBER, " ", self.member].concat())
            .replace("<head>", &["<head><script>", LISTEN, &self.script, "</script>"].concat());
        fs::write(folder.path().join("index.html"), page).unwrap();
        folder
    }
}

fn built() -> PathBuf {
    let page = env::var_os("NEXUDUS_PAGE").map(PathBuf::from).filter(|page| page.join("index.html").is_file());
    page.expect("NEXUDUS_PAGE names no built page: run `make test`, which builds one and runs these tests on it")
}
