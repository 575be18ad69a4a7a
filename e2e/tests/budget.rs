//! The request budget, as the service counts it.

use std::time::Duration;

use nexudus_e2e::{
    MEMBER, Portal, Setting, entities, kept_by_dismiss_all, laid_out, milliseconds, play_in, until, within,
};
use nexudus_sandbox::{Config, Limits, LoggedRequest, MEMBER_COWORKER_ID};

const MINUTE: i64 = 60_000;
const GAP: f64 = 100.0;
/// On the way to the service one call may be held up for longer than another, above all the first, which sees hundreds of rows
/// leave; on a busy machine for long.
const JITTER: i64 = 1_000;
/// So long a page on a busy machine may be held up between its look at the clock and its call.
const LATE: f64 = 250.0;
/// When the page has begun its calls, in milliseconds.
const BEGUN: &str = "
    const calls = performance.getEntriesByType('resource').filter(({ name }) => new URL(name).pathname.startsWith('/en/'));
    return calls.map(({ startTime }) => startTime);
";

#[tokio::test]
async fn no_minute_sees_more_than_sixty_dismissals() {
    // The member's service is held to its own limit, too: it refuses the eleventh call in 5 seconds.
    let limits = Limits { writes: vec![], all: vec![], ..Limits::default() };
    let config = Config { notifications: 600, limits: Some(limits), ..Config::default() };
    let portal = Portal { member: "undo-seconds=\"0\"", ..Portal::default() };
    play_in(Setting { config, portal, ..Setting::default() }, async |stage| {
        let waiting = stage.waiting(Some(MEMBER_COWORKER_ID));
        let stays = kept_by_dismiss_all(&waiting);
        assert!(entities(&waiting).len() - entities(&stays).len() >= 70, "the sample has enough to dismiss");
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        inbox.shows(&laid_out(&waiting)).await;
        stage.sandbox.clear_requests();
        stage.ask("performance.clearResourceTimings()", vec![]).await;
        inbox.press("Dismiss all").await;
        within(Duration::from_secs(120), "the budget is spent", async || stage.dismissals().len() >= 60).await;
        until("it says that the rest takes a while", async || {
            let words = inbox.strip("progress").await;
            words.starts_with("Dismissed ") && words.contains(", about ") && words.contains(" minute")
        })
        .await;
        within(Duration::from_secs(120), "the next minute has begun", async || stage.dismissals().len() >= 62).await;
        inbox.press("Cancel").await;
        stage.settles().await;

        let requests = stage.answered().await.into_iter();
        let calls: Vec<LoggedRequest> = requests.filter(|sent| sent.path.starts_with("/en/")).collect();
        assert!(calls.iter().all(|sent| sent.status == Some(200)), "{calls:#?}");
        let times = milliseconds(&stage.dismissals());
        for (nth, pair) in times.windows(61).map(|few| (few[0], few[60])).enumerate() {
            assert!(pair.1 - pair.0 >= MINUTE - JITTER, "from dismissal {nth} on: 61 within {} ms", pair.1 - pair.0);
        }
        // The distance is kept where calls begin, and seen there: a busy machine brings them closer together on the way.
        let begun: Vec<f64> = serde_json::from_value(stage.ask(BEGUN, vec![]).await).unwrap();
        assert_eq!(begun.len(), calls.len());
        // Each was due at the distance from the one before, however late it has begun.
        let mut due = f64::MIN;
        for at in &begun {
            due = (due + GAP).max(at - LATE);
            assert!(due <= *at, "{at} is sooner than it may be: {begun:?}");
        }
    })
    .await;
}
