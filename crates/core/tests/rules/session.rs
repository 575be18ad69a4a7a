//! What a 401 means, and who hears of a new token.

use nexudus_core::session::{Given, Origin, Verdict, asks_page, heirs, judge_given, judge_unauthorized};

#[test]
fn a_401_is_a_bad_token_until_a_new_one_is_refused_too() {
    use Verdict::*;
    for (origin, can_refresh, accepted, verdict) in [
        (Origin::SignIn, true, false, Refresh),
        (Origin::SignIn, true, true, Refresh),
        (Origin::SignIn, false, true, NotPermitted),
        (Origin::SignIn, false, false, SignIn),
        (Origin::Refresh(95_000), true, true, NotPermitted),
        (Origin::Refresh(95_000), true, false, NotPermitted),
        (Origin::Refresh(10_000), true, true, Refresh),
        (Origin::Refresh(200_000), true, true, Refresh),
    ] {
        assert_eq!(judge_unauthorized(origin, can_refresh, accepted, 100_000), verdict, "{origin:?} {can_refresh}");
    }
}

#[test]
fn a_page_is_asked_once_for_all_calls_of_a_wave_and_not_twice_a_second() {
    for (asked, sent, now, asks) in [
        // Never asked after a refusal before.
        (0, 50_000, 50_010, true),
        // It has answered since the call was sent: once more would be twice for one wave, however late the refusal came.
        (50_020, 50_000, 50_030, false),
        (50_020, 50_000, 90_000, false),
        // Just answered, and its token was refused as well.
        (50_020, 50_030, 50_040, false),
        (50_020, 50_030, 51_019, false),
        (50_020, 50_030, 51_020, true),
        // A clock that was set back holds nothing up.
        (90_000, 50_000, 50_010, false),
        (50_000, 50_001, 49_000, true),
    ] {
        assert_eq!(asks_page(asked, sent, now), asks, "asked {asked} sent {sent} now {now}");
    }
}

#[test]
fn a_token_that_the_page_has_no_better_one_for_lacks_a_role_once_it_was_taken() {
    for (given, taken, never_taken) in [
        (Given::Another, Verdict::Refresh, Verdict::Refresh),
        (Given::Same, Verdict::NotPermitted, Verdict::SignIn),
        (Given::Nothing, Verdict::NotPermitted, Verdict::SignIn),
        (Given::Nobody, Verdict::SignIn, Verdict::SignIn),
    ] {
        assert_eq!((judge_given(given, true), judge_given(given, false)), (taken, never_taken), "{given:?}");
    }
}

#[test]
fn heirs_meet_where_only_they_can() {
    assert_eq!(heirs("refresh-1"), heirs("refresh-1"));
    assert_ne!(heirs("refresh-1"), heirs("refresh-2"));
    assert!(!heirs("refresh-1").contains("refresh-1"));
}
