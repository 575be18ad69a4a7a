//! Search as you type.

use nexudus_core::suggest::{Ask, Choice, MOST_CHOICES, Suggest, everything, step};

fn choice(id: i64, name: &str, detail: &str) -> Choice {
    Choice { id, name: name.into(), detail: detail.into(), inactive: false }
}

fn contains(text: &str, wanted: &str) -> bool {
    text.to_lowercase().contains(&wanted.to_lowercase())
}

fn ids(ask: &Ask, found: Vec<Choice>) -> Vec<i64> {
    ask.choose(found, contains).into_iter().map(|choice| choice.id).collect()
}

#[test]
fn what_is_typed_decides_what_is_asked() {
    for (text, ask) in [
        ("", Ask::Nothing),
        (" a ", Ask::Nothing),
        ("0", Ask::Nothing),
        ("-3", Ask::Name("-3".into())),
        ("7", Ask::Number(7)),
        (" 42 ", Ask::Number(42)),
        ("ad", Ask::Name("ad".into())),
        ("ada@", Ask::Email("ada@".into())),
        ("99999999999999999999", Ask::Name("99999999999999999999".into())),
    ] {
        assert_eq!(Ask::of(text), ask, "{text:?}");
    }
}

#[test]
fn each_question_has_its_query() {
    assert_eq!(Ask::Nothing.customers(), None);
    assert_eq!(Ask::Number(7).customers().as_deref(), Some("?id=%5B7%5D"));
    assert_eq!(Ask::of("ada l").customers().as_deref(), Some("?page=1&size=50&Coworker_FullName=ada%20l"));
    assert_eq!(Ask::of("a@b").customers().as_deref(), Some("?page=1&size=50&Coworker_Email=a%40b"));
    assert_eq!(everything(3), "?page=3&size=100");
    assert_eq!(Ask::of("renew").reminders().as_deref(), Some("?page=1&size=50&Reminder_Name=renew"));
}

/// D5: a service that ignores the filter answers with anybody.
#[test]
fn d5_who_does_not_fit_is_left_out() {
    let found = vec![choice(1, "Bob", "bob@example.com"), choice(2, "Ada Lovelace", "ada@example.com")];
    assert_eq!(ids(&Ask::of("ada"), found.clone()), [2]);
    assert_eq!(ids(&Ask::of("7"), found), Vec::<i64>::new());
}

#[test]
fn what_begins_so_comes_first_and_who_is_inactive_last() {
    let mut gone = choice(1, "Lea Archived", "");
    gone.inactive = true;
    let found = vec![gone, choice(2, "Galea", ""), choice(3, "Lea", ""), choice(4, "x", "lea@example.com")];
    assert_eq!(ids(&Ask::of("lea"), found), [3, 4, 2, 1]);
    let many = (1..=50).map(|id| choice(id, "Same", "")).collect();
    assert_eq!(ids(&Ask::of("same"), many).len(), MOST_CHOICES);
}

#[test]
fn an_answer_counts_only_while_nothing_else_was_typed() {
    let mut field = Suggest::default();
    let first = field.typed();
    assert!(field.is_current(first));
    let second = field.typed();
    assert!(!field.is_current(first) && field.is_current(second));
}

#[test]
fn arrows_go_round_by_way_of_the_text() {
    assert_eq!(step(None, 0, true), None);
    let mut at = None;
    let mut seen = vec![];
    for _ in 0..4 {
        at = step(at, 2, true);
        seen.push(at);
    }
    assert_eq!(seen, [Some(0), Some(1), None, Some(0)]);
    assert_eq!(step(None, 2, false), Some(1));
    assert_eq!(step(Some(0), 2, false), None);
}
