//! What stands below what: folds, lanes, days and filters.

use nexudus_api::{Family, Notification};
use nexudus_core::{
    known::{Row, day_of, until_midnight},
    lines::{Filter, Lane, Line, Lines},
};

use crate::{
    records::{of_kind, record},
    tab::finds,
};

const HOUR: i64 = 3_600_000;

const DAY: i64 = 24 * HOUR;

/// Headings by what they say, rows by the `Id`s that are folded into them.
fn laid_out(records: &[Notification], filter: &Filter) -> Vec<Result<Lane, Vec<i64>>> {
    let rows: Vec<Row> = records.iter().map(|record| Row::new(record.clone(), |_| 0)).collect();
    let rows: Vec<&Row> = rows.iter().collect();
    let lines = Lines::of(&rows, filter, finds, Lane::NeedsAction, &|row| row.record.kind.needs_action());
    let line = |line: &Line| match line {
        Line::Heading(lane) => Ok(*lane),
        Line::Row(range) => Err(lines.members(*range).iter().map(|at| rows[*at as usize].record.id).collect()),
    };
    lines.lines().iter().map(line).collect()
}

fn folds(records: &[Notification]) -> Vec<Vec<i64>> {
    laid_out(records, &Filter::default()).into_iter().filter_map(Result::err).collect()
}

#[test]
fn what_is_of_one_type_about_one_entity_of_one_customer_folds() {
    let at = |kind: &str, id| of_kind(kind, record(id, 7, 10 * HOUR - id));
    assert_eq!(folds(&[at("blog", 1), at("course", 2), at("blog", 3)]), [vec![1, 3], vec![2]]);
    assert_eq!(folds(&[at("identitycheck-fail", 1), at("identity-check-failed", 2)]), [vec![1, 2]], "aliases");
    assert_eq!(folds(&[at("identitycheck-success", 1), at("identity-check-success", 2)]), [vec![1, 2]]);
    assert_eq!(folds(&[at("new", 1), at("new", 2), at("newer", 3)]), [vec![1, 2], vec![3]], "unknown types as well");
    assert_eq!(folds(&[at("blog", 1), Notification { entity_id: 8, ..at("blog", 2) }]), [[1], [2]]);
    assert_eq!(folds(&[at("blog", 1), Notification { coworker_id: Some(43), ..at("blog", 2) }]), [[1], [2]]);
    let nothing = |id| Notification { entity_id: 0, ..at("blog", id) };
    assert_eq!(folds(&[nothing(1), nothing(2)]), [[1], [2]], "0 is about nothing in particular");
}

#[test]
fn a_fold_stands_where_its_newest_does() {
    let records = [record(3, 7, 3 * DAY), record(2, 8, 2 * DAY), record(1, 7, DAY)];
    let day = |day| Ok(Lane::Day(Some(day)));
    assert_eq!(laid_out(&records, &Filter::default()), [day(3), Err(vec![3, 1]), day(2), Err(vec![2])]);
}

#[test]
fn what_needs_an_action_stands_above_the_days() {
    let records = [record(3, 1, 2 * DAY), of_kind("coworkerinvoice", record(2, 2, DAY)), record(1, 3, DAY)];
    let day = |day| Ok(Lane::Day(Some(day)));
    let expected = [Ok(Lane::NeedsAction), Err(vec![2]), day(2), Err(vec![3]), day(1), Err(vec![1])];
    assert_eq!(laid_out(&records, &Filter::default()), expected);

    let rows: Vec<Row> = records.iter().map(|record| Row::new(record.clone(), |_| 0)).collect();
    let rows: Vec<&Row> = rows.iter().collect();
    let lines = Lines::of(&rows, &Filter::default(), finds, Lane::NeedsAction, &|row| row.record.kind.needs_action());
    let ids = |ranges: Vec<_>| -> Vec<i64> {
        ranges.into_iter().flat_map(|range| lines.members(range)).map(|at| rows[*at as usize].record.id).collect()
    };
    assert_eq!(ids(lines.below(0)), [2]);
    assert_eq!(ids(lines.below(2)), [3]);
    assert_eq!(ids(lines.rows()), [2, 3, 1]);
    assert_eq!(Lines::of(&[], &Filter::default(), finds, Lane::Leaving, &|_| true).lines(), []);
}

#[test]
fn a_day_ends_where_the_person_is() {
    let day = |at, zone| Row::new(record(1, 1, at), zone).day;
    assert_eq!(day(DAY - 1, |_| 0), Some(0));
    assert_eq!(day(DAY - 1, |_| HOUR), Some(1), "east of Greenwich it is tomorrow");
    assert_eq!(day(DAY, |_| -HOUR), Some(0));
    assert_eq!(day(-1, |_| 0), Some(-1));
    // The zone is asked for the moment itself: summer time begins in between.
    let zone = |at| if at < 2 * HOUR { HOUR } else { 2 * HOUR };
    assert_eq!((day(DAY - HOUR - 1, zone), day(HOUR, zone)), (Some(1), Some(0)));
    assert_eq!(Row::new(Notification { created_on: None, ..record(1, 1, 0) }, |_| 0).day, None);
}

#[test]
fn a_filter_leaves_what_is_of_the_family_and_has_the_text() {
    let say =
        |id, kind: &str, message: &str| Notification { message: message.into(), ..of_kind(kind, record(id, id, 0)) };
    let records = [say(1, "blog", "Über uns"), say(2, "course", "Yoga über Mittag"), say(3, "community-event", "Tea")];
    let left = |family, text: &str| -> Vec<i64> {
        let filter = Filter { family, text: text.into() };
        laid_out(&records, &filter).into_iter().filter_map(Result::err).flatten().collect()
    };
    assert_eq!(left(None, "  "), [1, 2, 3]);
    assert_eq!(left(None, " ÜBER "), [1, 2]);
    assert_eq!(left(Some(Family::Events), ""), [2, 3]);
    assert_eq!(left(Some(Family::Events), "über"), [2]);
    assert_eq!(left(Some(Family::Billing), ""), [] as [i64; 0]);
    assert!(Filter { family: None, text: " ".into() }.is_empty());
    assert!(!Filter { family: Some(Family::News), text: String::new() }.is_empty());
}

#[test]
fn midnight_is_where_the_person_is() {
    for (now, zone, day, left) in [
        (0, (|_| 0) as fn(i64) -> i64, 0, DAY),
        (DAY - 1, |_| 0, 0, 1),
        (DAY - HOUR, |_| HOUR, 1, DAY),
        (HOUR, |_| -2 * HOUR, -1, HOUR),
    ] {
        assert_eq!((day_of(now, zone), until_midnight(now, zone)), (day, left), "{now}");
    }
}
