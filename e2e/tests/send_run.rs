//! One notification for three hundred customers, over a road that loses every tenth answer, with reloads on the way.

use std::{collections::BTreeSet, time::Duration};

use nexudus_e2e::{Portal, STAFF, Setting, Stage, milliseconds, play_in, within};
use nexudus_sandbox::{Fault, FaultKind};

const CREATE: &str = "/api/spaces/coworkernotifications";
const MESSAGE: &str = "The lift is out of order on Monday.";
const MANY: usize = 300;
const MINUTES: Duration = Duration::from_secs(280);

/// The page's time passes ten times as fast: sixty writes a minute are ten in a second, and what may still be under way is
/// waited for six seconds. It goes on over reloads as any clock does.
const SPEED: i64 = 10;
const FAST: &str = "{
    const real = Date.now.bind(Date), later = setTimeout.bind(window);
    const began = Number(sessionStorage.began ??= real());
    Date.now = () => began + (real() - began) * 10;
    window.setTimeout = (act, wait, ...rest) => later(act, wait / 10, ...rest);
}";

fn written(stage: &Stage) -> Vec<i64> {
    let rows = stage.notifications().into_iter().filter(|row| row["Message"] == MESSAGE);
    rows.map(|row| row["CoworkerId"].as_i64().unwrap()).collect()
}

/// Waits until so many are there, and sees to it that every tenth answer is lost after the write took effect.
async fn until_written(stage: &Stage, count: usize, faults: &mut usize) {
    const KINDS: [FaultKind; 3] = [FaultKind::DropAfter, FaultKind::EmptyBody, FaultKind::TruncatedBody];
    within(MINUTES, &format!("{count} are written"), async || {
        while *faults * 10 <= stage.creations().len() {
            let kind = KINDS[*faults % KINDS.len()];
            stage.sandbox.add_fault(Fault { method: Some("POST".into()), ..Fault::once(CREATE, kind) });
            *faults += 1;
        }
        written(stage).len() >= count
    })
    .await;
}

#[tokio::test]
async fn three_hundred_customers_get_it_once_each() {
    let portal = Portal { script: FAST.into(), ..Portal::default() };
    play_in(Setting { portal, by_road: true, ..Setting::default() }, async |stage| {
        let guests = stage.sandbox.add_customers(MANY as u32).unwrap();
        // Half of them by number, half by address.
        let lines: Vec<String> = guests
            .iter()
            .enumerate()
            .map(|(nth, id)| if nth % 2 == 0 { id.to_string() } else { format!("guest.{id}@example.com") })
            .collect();
        stage.visit("staff").await;
        let desk = stage.desk();
        desk.enter(STAFF).await;
        let form = desk.compose();
        form.fill("Message", MESSAGE).await;
        form.fill("Entity", "31").await;
        form.tick("Several customers").await;
        let people = desk.form("recipients");
        people.fill("List of customers", &lines.join("\n")).await;
        people.press("Read the list").await;
        within(MINUTES, "all are found", async || desk.has_button("Send to 300 customers").await).await;
        desk.press("Send to 300 customers").await;
        desk.press("Start sending").await;
        // With a text in the form a reload would ask first.
        form.fill("Message", " ").await;

        let mut faults = 0;
        until_written(stage, 80, &mut faults).await;
        stage.reload().await;
        until_written(stage, 200, &mut faults).await;
        stage.reload().await;
        until_written(stage, MANY, &mut faults).await;
        within(MINUTES, "the run is finished", async || desk.text().await.contains("The run is finished.")).await;

        let written = written(stage);
        assert_eq!(written.len(), MANY, "somebody has it twice");
        assert_eq!(written.iter().collect::<BTreeSet<_>>(), guests.iter().collect());
        assert!(stage.notifications().iter().all(|row| row["Message"] != MESSAGE || row["IsDismissed"] == false));
        assert!(faults >= 30, "only {faults} answers were lost");
        desk.says("300 of 300 done").await;

        // No minute of the page's clock has seen more than sixty writes.
        let times = milliseconds(&stage.creations());
        let shortest = times.windows(61).map(|window| window[60] - window[0]).min().unwrap();
        assert!(shortest >= 60_000 / SPEED - 200, "61 writes in {shortest} ms");
    })
    .await;
}
