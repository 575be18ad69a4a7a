//! Where a notification leads, and where none may lead.

use nexudus_core::links::Links;

use crate::records::{of_kind, record};

fn links(pairs: &[(&str, &str)]) -> (Links, Vec<String>) {
    Links::new(pairs.iter().map(|(kind, address)| ((*kind).to_owned(), (*address).to_owned())))
}

#[test]
fn the_exact_type_goes_before_its_alias_and_both_before_all_others() {
    let (map, bad) =
        links(&[("*", "/all"), ("identitycheck-fail", "/check/{id}"), ("blog", "https://a.example/{id}?b={id}")]);
    assert_eq!(bad, [] as [String; 0]);
    let of = |kind: &str| map.of(&of_kind(kind, record(1, 77, 0)));
    assert_eq!(of("identitycheck-fail").as_deref(), Some("/check/77"));
    assert_eq!(of("identity-check-failed").as_deref(), Some("/check/77"), "an alias");
    assert_eq!(of("blog").as_deref(), Some("https://a.example/77?b=77"));
    assert_eq!(of("course").as_deref(), Some("/all"));
    let (map, _) = links(&[("identitycheck-fail", "/one"), ("identity-check-failed", "/other")]);
    assert_eq!(map.of(&of_kind("identity-check-failed", record(1, 1, 0))).as_deref(), Some("/other"));
    let (map, _) = links(&[("new-kind", "/new/{id}")]);
    assert_eq!(map.of(&of_kind("new-kind", record(1, -3, 0))).as_deref(), Some("/new/-3"));
    assert_eq!(map.of(&record(1, 1, 0)), None, "no entry, no link");
}

#[test]
fn only_the_web_and_the_pages_own_paths_are_safe() {
    for good in ["/", "/a/{id}", "/a?b=//c", "http://a.example", "HTTPS://a.example/{id}", "/ü"] {
        assert_eq!(links(&[("blog", good)]).1, [] as [String; 0], "{good}");
    }
    for bad in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "\u{1}javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "blob:x",
        "file:///etc/passwd",
        "ftp://a.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/a\\b",
        "/\t/evil.example",
        "/\n/evil.example",
        "/a b",
        "",
        "a/b",
        "?a",
        "#a",
        "{id}",
        "{id}:x",
        "http:a.example",
        "http:/a.example",
        "https:\\\\a.example",
        "https://a.example/\u{0}",
        "mailto:a@b.example",
        "é://x",
    ] {
        let (map, left_out) = links(&[("blog", bad)]);
        assert_eq!((map.of(&record(1, 1, 0)), left_out), (None, vec!["blog".to_owned()]), "{bad:?}");
    }
}
