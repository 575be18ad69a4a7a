//! What becomes of each line.

use nexudus_api::{ApiError, Coworker, Page};
use nexudus_core::{
    pace::{Limits, Pace},
    resolver::{BATCH, Outcome, Resolver, Shown, State, Step},
};

use crate::service::{Filters, Service, customer, list, resolved, run, short, some};

#[test]
fn every_line_ends_in_its_state_whether_filters_are_exact_or_loose() {
    for filters in [Filters::Exact, Filters::Contains] {
        let mut service = Service { filters, ..some() };
        let text = "5\nC5@x.com\nc1@x.com\n1\n5\n99\nnobody@x.com\nboth@x.com\n30\ngone@x.com\nhello\nc1@X.com";
        assert_eq!(
            resolved(text, &mut service),
            [
                "found 5",
                "Twice(0)",
                "found 1",
                "Twice(2)",
                "Twice(0)",
                "NotFound",
                "NotFound",
                "Several([20, 21])",
                "inactive 30",
                "inactive 31",
                "Unreadable(NeitherIdNorEmail)",
                "Twice(2)",
            ]
        );
    }
}

#[test]
fn a_filter_that_is_ignored_proves_nothing() {
    let mut ignored = Service { filters: Filters::Ignored, size: 5, ..some() };
    assert_eq!(resolved("c1@x.com\nnobody@x.com", &mut ignored), ["Failed(NotFiltered)", "Failed(NotFiltered)"]);
    assert_eq!(resolved("1\n30", &mut ignored), ["found 1", "Failed(NotFiltered)"]);
    // All there are on one page: nothing can be missing.
    let mut whole = Service { filters: Filters::Ignored, ..some() };
    assert_eq!(resolved("c1@x.com\nnobody@x.com", &mut whole), ["found 1", "NotFound"]);
}

fn short_failed(state: Option<State<'_>>) -> bool {
    matches!(state, Some(State::Failed(_)))
}

#[test]
fn loose_filters_are_read_page_by_page_and_not_for_ever() {
    let crowd = |count: i64| (1..=count).map(|id| customer(id, &format!("{id}a@x.com"))).collect::<Vec<_>>();
    let mut customers = crowd(8);
    customers.push(customer(100, "a@x.com"));
    let mut service = Service { filters: Filters::Contains, size: 2, ..Service::with(customers) };
    assert_eq!(resolved("a@x.com", &mut service), ["found 100"]);
    assert_eq!(service.questions.len(), 5);
    let mut service = Service { filters: Filters::Contains, size: 2, ..Service::with(crowd(50)) };
    assert_eq!(resolved("a@x.com", &mut service), ["Failed(TooMany)"]);
}

#[test]
fn ids_go_in_batches_and_one_bad_one_spoils_no_other() {
    let customers: Vec<_> = (1..=500).map(|id| customer(id, "")).collect();
    let text: String = (1..=500).map(|id| format!("{id}\n")).collect();
    let mut service = Service::with(customers.clone());
    let mut resolver = Resolver::new(list(&text));
    run(&mut resolver, &mut service);
    assert_eq!(service.questions.len(), 500 / BATCH);
    assert_eq!(
        resolver.customers(false).map(|c| c.id).collect::<Vec<_>>(),
        (1..=500).collect::<Vec<_>>(),
        "in their order"
    );
    assert!(service.questions.iter().all(|question| question.query().len() < 2_000));

    let mut service = Service { poison: Some(77), ..Service::with(customers) };
    let mut resolver = Resolver::new(list(&text));
    run(&mut resolver, &mut service);
    assert_eq!(resolver.progress().found, 499);
    assert!(short_failed(resolver.state(76)));
    assert!(service.questions.len() < 40, "{}", service.questions.len());
    service.poison = None;
    resolver.retry();
    run(&mut resolver, &mut service);
    assert_eq!(resolver.progress().found, 500);
}

#[test]
fn trouble_is_waited_out_and_a_missing_role_ends_it_for_all() {
    let mut pace = Pace::new(Limits::default());
    let mut resolver = Resolver::new(list("a@x.com\nb@x.com\n7"));
    let mut now = 0;
    let mut ask = |resolver: &mut Resolver, pace: &mut Pace, answer: Result<Page<Coworker>, ApiError>| {
        loop {
            match resolver.next(now, pace) {
                Step::Wait(ms) => now += ms,
                Step::Ask(_) => {
                    assert!(matches!(resolver.next(now, pace), Step::Wait(_)), "one question at a time");
                    return resolver.answered(now, 1.0, pace, answer);
                }
                Step::SignIn => resolver.signed_in(),
                Step::Done => panic!("too early"),
            }
        }
    };
    for _ in 0..20 {
        ask(&mut resolver, &mut pace, Err(ApiError::Offline));
    }
    ask(&mut resolver, &mut pace, Err(ApiError::NotSignedIn));
    ask(&mut resolver, &mut pace, Err(ApiError::Throttled { wait: Some(5_000) }));
    assert_eq!(resolver.progress().waiting, 3, "none of these ends anything");
    ask(&mut resolver, &mut pace, Ok(Page::whole(vec![customer(7, "a@x.com")])));
    for _ in 0..4 {
        ask(&mut resolver, &mut pace, Err(ApiError::Server { status: 503, message: String::new() }));
    }
    assert_eq!(short(&resolver), ["failed", "Waiting", "found 7"]);
    ask(&mut resolver, &mut pace, Err(ApiError::NotPermitted));
    assert_eq!(short(&resolver), ["failed", "failed", "found 7"]);
}

#[test]
fn addresses_keep_within_the_calls_a_minute() {
    let text: String = (0..300).map(|n| format!("p{n}@x.com\n")).collect();
    let mut resolver = Resolver::new(list(&text));
    let took = run(&mut resolver, &mut Service::with(vec![]));
    assert!((120_000..200_000).contains(&took), "300 calls at 112 a minute took {took} ms");
}

#[test]
fn lines_are_shown_with_what_needs_a_look_first() {
    let mut service = Service::with(vec![customer(1, "a@x.com"), customer(2, "b@x.com")]);
    let mut resolver = Resolver::new(list("1\nhello\nb@x.com\n9\n1\nc@x.com"));
    assert_eq!(resolver.calls_left(), 3, "a batch and two addresses");
    assert_eq!(resolver.shown(Shown::All), [1, 4, 0, 2, 3, 5], "what waits is no trouble yet");
    run(&mut resolver, &mut service);
    assert_eq!(resolver.calls_left(), 0);
    assert_eq!(resolver.shown(Shown::All), [1, 3, 4, 5, 0, 2]);
    assert_eq!(resolver.shown(Shown::Only(Outcome::NotFound)), [3, 5]);
    assert_eq!(
        resolver.counts(),
        [(Outcome::Unreadable, 1), (Outcome::NotFound, 2), (Outcome::Twice, 1), (Outcome::Found, 2)]
    );
}
