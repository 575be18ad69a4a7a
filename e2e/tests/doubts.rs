//! Where nobody knows what the service does, either truth is coped with.

use std::time::Duration;

use nexudus_e2e::{MEMBER, STAFF, Stage, folds, laid_out, play, until, within};
use nexudus_sandbox::{
    Fault, FaultKind, Filters, MEMBER_COWORKER_ID, MemberList, MemberShape, SortDir, Switches, ThrottleStatus, Zone,
};

/// Lets another truth hold and shows the page anew.
async fn suppose(stage: &Stage, switches: Switches) {
    stage.sandbox.set_switches(switches);
    stage.sandbox.clear_requests();
    stage.reload().await;
}

fn own(stage: &Stage) -> Vec<String> {
    laid_out(&stage.waiting(Some(MEMBER_COWORKER_ID)))
}

#[tokio::test]
async fn newest_comes_first_whatever_dir_means() {
    play(async |stage| {
        stage.visit("staff").await;
        let inbox = stage.staff();
        inbox.enter(STAFF).await;
        let waiting = laid_out(&stage.waiting(None)[..25]);
        // What is sent for "newest first", and how often it turned out to be the wrong way round.
        for (sort_dir, right, wrong) in
            [(SortDir::MinusOne, "dir=-1&", 0), (SortDir::ZeroOne, "dir=1&", 1), (SortDir::Words, "dir=descending&", 2)]
        {
            suppose(stage, Switches { sort_dir, ..Switches::default() }).await;
            let learnt = || {
                stage.staff_lists().iter().filter(|sent| sent.query.contains(right) && sent.status == Some(200)).count()
            };
            // The last list is painted before the answers have come.
            until("a list the right way round", async || learnt() > 0).await;
            inbox.shows(&waiting).await;
            // What was learnt holds for the rest of the session.
            inbox.press("Refresh").await;
            until("one list more", async || learnt() > 1).await;
            inbox.shows(&waiting).await;
            let lists = stage.staff_lists();
            let missed = lists.iter().filter(|sent| !sent.query.contains(right)).count();
            assert_eq!(missed, wrong, "{sort_dir:?}: {lists:#?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_members_list_is_read_in_every_shape() {
    play(async |stage| {
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        let all = stage.waiting(Some(MEMBER_COWORKER_ID)).len();
        for member_shape in [MemberShape::Records, MemberShape::Named, MemberShape::NamedRecords, MemberShape::Array] {
            for member_list in [MemberList::Waiting, MemberList::All] {
                suppose(stage, Switches { member_shape, member_list, ..Switches::default() }).await;
                inbox.shows(&own(stage)).await;
                inbox.counts(all).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_time_is_the_same_with_and_without_its_zone() {
    play(async |stage| {
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        inbox.shows(&own(stage)).await;
        let (times, metas) = (inbox.times().await, inbox.metas().await);
        assert_eq!(
            times[0],
            rfc3339_with_milliseconds(&folds(&stage.waiting(Some(MEMBER_COWORKER_ID)))[0][0]["CreatedOn"])
        );
        for zone in [Zone::Offset, Zone::None] {
            suppose(stage, Switches { zone, ..Switches::default() }).await;
            inbox.shows(&own(stage)).await;
            // How many are in the document is up to the heights that were measured so far.
            let again = inbox.times().await;
            let few = times.len().min(again.len());
            assert_eq!(again[..few], times[..few], "{zone:?}");
            // The newest rows age while the test runs; others count in days.
            let old = metas[..few].iter().rposition(|meta| meta.ends_with("days ago")).expect("a row from days ago");
            assert_eq!(inbox.metas().await[old], metas[old], "{zone:?}");
        }
    })
    .await;
}

fn rfc3339_with_milliseconds(time: &serde_json::Value) -> String {
    time.as_str().unwrap().replace('Z', ".000Z")
}

#[tokio::test]
async fn a_filter_without_effect_lets_no_dismissed_row_through() {
    play(async |stage| {
        stage.sandbox.set_switches(Switches { filters: Filters::Ignore, ..Switches::default() });
        stage.visit("staff").await;
        let inbox = stage.staff();
        inbox.enter(STAFF).await;
        let all = stage.newest(|_| true);
        // What waits among the newest so many: the service sends the dismissed ones along.
        let waits = |pages: usize| {
            let newest = all.iter().take(25 * pages);
            laid_out(&newest.filter(|row| row["IsDismissed"] == false).cloned().collect::<Vec<_>>())
        };
        inbox.shows(&waits(1)).await;
        until("a count that claims no more than it knows", async || inbox.count().await.ends_with("+ waiting")).await;
        assert!(inbox.has_button("Show more").await);
        // Pages load as the end comes in sight.
        until("more rows", async || {
            stage.ask("scrollTo(0, document.scrollingElement.scrollHeight)", vec![]).await;
            stage.staff_lists().len() > 1
        })
        .await;
        // To scroll through all of them takes an engine up to ten seconds.
        within(Duration::from_secs(90), "they are whole pages, and what waits of them", async || {
            let lists = stage.staff_lists();
            lists.iter().all(|sent| sent.status.is_some()) && inbox.rows_by_scrolling().await == waits(lists.len())
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn slow_down_is_understood_in_both_ways() {
    play(async |stage| {
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        inbox.shows(&own(stage)).await;
        for (throttle_status, code) in [(ThrottleStatus::Conflict, 409), (ThrottleStatus::TooManyRequests, 429)] {
            stage.sandbox.add_fault(Fault::once("/en/coworker/notifications", FaultKind::Throttle { seconds: 1 }));
            suppose(stage, Switches { throttle_status, ..Switches::default() }).await;
            let answers = || -> Vec<_> {
                stage.sent("GET", "/en/coworker/notifications").iter().filter_map(|sent| sent.status).collect()
            };
            until("it is asked again", async || answers().len() > 1).await;
            assert_eq!(answers()[..2], [code, 200]);
            inbox.shows(&own(stage)).await;
        }
    })
    .await;
}
