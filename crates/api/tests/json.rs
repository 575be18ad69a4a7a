//! The JSON reader says what the usual one says, of good texts and of bad ones.
#![allow(missing_docs, clippy::unwrap_used)]

use nexudus_api::Value;
use proptest::prelude::*;
use serde_json::Value as Usual;

fn same(usual: &Usual) -> Value {
    match usual {
        Usual::Null => Value::Null,
        Usual::Bool(set) => Value::Bool(*set),
        Usual::Number(number) => Value::Number(number.as_i64()),
        Usual::String(text) => Value::String(text.clone()),
        Usual::Array(items) => Value::Array(items.iter().map(same).collect()),
        Usual::Object(members) => {
            Value::Object(members.iter().map(|(name, value)| (name.clone(), same(value))).collect())
        }
    }
}

/// Names in one order, and of equal ones the last.
fn sorted(value: Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        Value::Object(members) => {
            let map: std::collections::BTreeMap<_, _> = members.into_iter().map(|(n, v)| (n, sorted(v))).collect();
            Value::Object(map.into_iter().collect())
        }
        other => other,
    }
}

fn agree(text: &str) -> Result<(), TestCaseError> {
    let (ours, usual) = (Value::parse(text).map(sorted), serde_json::from_str::<Usual>(text).ok().map(|v| same(&v)));
    // A float too large for one is an error to the usual reader, and just no integer here.
    let too_large = usual.is_none() && text.contains(['e', 'E']);
    prop_assert!(ours == usual || too_large, "{text:?}: {ours:?} and {usual:?}");
    Ok(())
}

fn json() -> impl Strategy<Value = Usual> {
    let leaf = prop_oneof![
        Just(Usual::Null),
        any::<bool>().prop_map(Usual::from),
        any::<i64>().prop_map(Usual::from),
        any::<u64>().prop_map(Usual::from),
        (-1e300..1e300).prop_map(Usual::from),
        any::<String>().prop_map(Usual::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Usual::from),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|members| Usual::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_json_is_read_alike(value in json(), pretty: bool) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
        agree(&text)?;
    }

    #[test]
    fn cut_and_bent_json_is_read_alike(value in json(), at in 0usize..400, bent in "[\\[\\]{}:,\"\\\\0-9eE+.truefalsn \u{0}-\u{1f}-]{0,2}") {
        let text = serde_json::to_string(&value).unwrap();
        let cut: String = text.chars().take(at).collect();
        agree(&cut)?;
        let rest: String = text.chars().skip(at + 1).collect();
        agree(&[cut, bent, rest].concat())?;
    }

    #[test]
    fn texts_that_look_like_json_are_read_alike(text in "[\\[\\]{}:,\"\\\\0-9eE+.truefalsn u-]{0,14}") {
        agree(&text)?;
    }

    #[test]
    fn any_text_at_all_is_no_panic(text: String) {
        agree(&text)?;
    }
}

#[test]
fn the_corners() {
    for text in [
        "0",
        "-0",
        "01",
        "-",
        "1.",
        ".5",
        "1e5",
        "1E+2",
        "1e",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "1.0",
        r#""\u00e9""#,
        r#""\ud83d\ude42""#,
        r#""\u12""#,
        r#""\u+123""#,
        "\"a\nb\"",
        r#"{"a":1,"a":2}"#,
        "[1,]",
        "{,}",
        "[] []",
        "",
        " ",
        "nul",
        "\u{feff}1",
        r#""\x""#,
        "\"\u{7f}\"",
        "[1 2]",
    ] {
        agree(text).unwrap();
    }
    // What a browser reads and the usual reader does not: a text that was cut within a pair.
    for (text, read) in [
        (r#""a\ud83d""#, "a\u{fffd}"),
        (r#""\ude42""#, "\u{fffd}"),
        (r#""\ud83dx\n""#, "\u{fffd}x\n"),
        (r#""\ud83d\ud83d\ude42""#, "\u{fffd}🙂"),
    ] {
        assert_eq!(Value::parse(text), Some(Value::String(read.into())), "{text}");
    }
    for broken in [r#""\ud83d\u12""#, r#""\ud83d\"#, r#""\ud83"#] {
        assert_eq!(Value::parse(broken), None, "{broken}");
    }
    let deep = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
    for depth in [1, 127, 128, 129, 100_000] {
        agree(&deep(depth)).unwrap();
    }
}
