//! Where a notification leads: a map from type to address that the host gives. No entry, no link (D4).

use nexudus_api::{Notification, NotificationType};

/// The host's map.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Links(Vec<(String, String)>);

impl Links {
    /// A map of pairs: a type (any of its spellings, or `*` for all others) and an address in which `{id}` stands for the
    /// `EntityId`. What leads elsewhere than to http, https or a path of the page's own origin is left out, and returned.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> (Self, Vec<String>) {
        let (good, bad): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(_, address)| is_safe(address));
        (Self(good), bad.into_iter().map(|(kind, _)| kind).collect())
    }

    /// The address for a notification.
    #[must_use]
    pub fn of(&self, record: &Notification) -> Option<String> {
        let kind = &record.kind;
        let exact = self.0.iter().find(|(key, _)| key == kind.as_str());
        let alias = || self.0.iter().find(|(key, _)| NotificationType::parse(key).canonical() == kind.canonical());
        let any = || self.0.iter().find(|(key, _)| key == "*");
        let (_, address) = exact.or_else(alias).or_else(any)?;
        let id = record.entity_id.to_string();
        // Split at the braces, every second part is a name.
        let parts = address.split(['{', '}']).enumerate();
        Some(parts.map(|(at, part)| if at % 2 == 1 && part == "id" { id.as_str() } else { part }).collect())
    }
}

/// True for http, https and paths of the same origin. Anything a browser might read otherwise is refused: control characters
/// and backslashes are dropped or turned into slashes by its parser, and `//` begins another host.
fn is_safe(address: &str) -> bool {
    let web = ["http://", "https://"]
        .iter()
        .any(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    let path = address.starts_with('/') && !address.starts_with("//");
    (web || path) && !address.chars().any(|char| char.is_control() || char == '\\' || char == ' ')
}
