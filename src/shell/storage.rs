//! The tab's `sessionStorage`, where it may be used; where it may not, nothing is kept and nothing breaks.

use web_sys::{Storage, window};

/// Access by key. Each call asks anew, because a sandboxed frame may refuse at any of them.
pub struct SessionStorage;

impl SessionStorage {
    fn storage() -> Option<Storage> {
        window()?.session_storage().ok()?
    }

    /// Whether it can be used at all.
    #[must_use]
    pub fn works() -> bool {
        Self::storage().is_some()
    }

    /// What stands under the key.
    #[must_use]
    pub fn get(key: &str) -> Option<String> {
        Self::storage()?.get_item(key).ok()?
    }

    /// Writes or, with `None`, removes.
    pub fn set(key: &str, value: Option<&str>) {
        let Some(storage) = Self::storage() else { return };
        // Storage that is full or refused leaves the value in memory alone.
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}
