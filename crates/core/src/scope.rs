//! The name under which a device keeps what belongs to one account.

use crate::Audience;

/// The same for the same account at the same host, and without anything to read in it: an e-mail address does not belong on
/// a shared machine's disk.
#[must_use]
pub fn scope(audience: Audience, host: &str, name: &str) -> String {
    let whose = if audience == Audience::Staff { b's' } else { b'm' };
    let bytes = [whose].into_iter().chain(host.bytes()).chain([0]).chain(name.trim().to_ascii_lowercase().into_bytes());
    ["nexudus-inbox.", &fnv(bytes).to_string()].concat()
}

/// FNV-1a over 64 bits.
pub(crate) fn fnv(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::scope;
    use crate::Audience::{Member, Staff};

    #[test]
    fn one_account_has_one_scope_and_it_says_nothing() {
        let one = scope(Member, "https://a.example", "Ada@Example.com ");
        assert_eq!(one, scope(Member, "https://a.example", "ada@example.com"));
        for other in [
            scope(Staff, "https://a.example", "ada@example.com"),
            scope(Member, "https://b.example", "ada@example.com"),
            scope(Member, "https://a.example", "bob@example.com"),
        ] {
            assert_ne!(one, other);
        }
        assert!(!one.contains("ada"));
    }
}
