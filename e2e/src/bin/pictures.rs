//! The pictures in the docs, taken from the running page: `pictures FOLDER`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::{
    env,
    path::{Path, PathBuf},
};

use nexudus_e2e::{MEMBER, STAFF, Stage, laid_out, play};
use nexudus_sandbox::MEMBER_COWORKER_ID;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = PathBuf::from(env::args().nth(1).expect("say where the pictures go"));
    play(async |stage| inbox(stage, &folder).await).await;
    play(async |stage| phone(stage, &folder).await).await;
    play(async |stage| desk(stage, &folder).await).await;
    play(async |stage| run(stage, &folder).await).await;
    play(async |stage| outcomes(stage, &folder).await).await;
}

/// Just after a dismissal: light, dark, and from right to left.
async fn inbox(stage: &Stage, folder: &Path) {
    signed_in(stage).await;
    stage.member().dismiss(1).await;
    stage.member().says("Dismissed").await;
    take(stage, folder, "inbox.png").await;
    for (name, scheme, direction) in [("inbox-dark.png", "dark", "ltr"), ("inbox-rtl.png", "light", "rtl")] {
        let script = "
            const page = document.documentElement;
            page.style.colorScheme = document.querySelector('nexudus-inbox[audience=member]').theme = arguments[0];
            page.dir = arguments[1];
        ";
        stage.ask(script, vec![scheme.into(), direction.into()]).await;
        take(stage, folder, name).await;
    }
}

async fn phone(stage: &Stage, folder: &Path) {
    signed_in(stage).await;
    stage.browser.set_window_rect(0, 0, 500, 900).await.unwrap();
    take(stage, folder, "inbox-phone.png").await;
}

async fn signed_in(stage: &Stage) {
    stage.visit("member").await;
    stage.member().enter(MEMBER).await;
    stage.member().shows(&laid_out(&stage.waiting(Some(MEMBER_COWORKER_ID)))).await;
}

async fn desk(stage: &Stage, folder: &Path) {
    at_the_desk(stage).await;
    let form = stage.desk().compose();
    form.write(999_999, "The kitchen on floor 2 opens again at noon.", "31").await;
    form.press("Create notification").await;
    form.says("Was not found").await;
    take(stage, folder, "desk.png").await;
}

/// A run that somebody has paused.
async fn run(stage: &Stage, folder: &Path) {
    let guests = stage.sandbox.add_customers(40).unwrap();
    at_the_desk(stage).await;
    let desk = stage.desk();
    let form = desk.compose();
    form.fill("Message", "The lift is out of order on Monday.").await;
    form.fill("Entity", "31").await;
    form.tick("Several customers").await;
    let people = desk.form("recipients");
    people.fill("List of customers", &guests.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")).await;
    people.press("Read the list").await;
    desk.says("Send to 40 customers").await;
    desk.press("Send to 40 customers").await;
    desk.press("Start sending").await;
    desk.says("3 of 40 done").await;
    desk.press("Pause").await;
    desk.says("Paused.").await;
    alone(stage, "[part=run]").await;
    take(stage, folder, "run.png").await;
}

/// The charts.
async fn outcomes(stage: &Stage, folder: &Path) {
    at_the_desk(stage).await;
    let desk = stage.desk();
    desk.open("outcomes").await;
    let form = desk.form("outcomes-ask");
    form.fill("Entity", &most_spoken_of(stage)).await;
    form.press("Count").await;
    desk.says(" sent, ").await;
    alone(stage, "[part=outcome]").await;
    take(stage, folder, "outcomes.png").await;
}

/// What most notifications are about.
fn most_spoken_of(stage: &Stage) -> String {
    let entities: Vec<String> = stage.notifications().iter().map(|row| row["EntityId"].to_string()).collect();
    let count = |entity: &String| entities.iter().filter(|other| *other == entity).count();
    entities.iter().max_by_key(|entity| count(entity)).unwrap().clone()
}

/// The desk alone, from one of its parts on.
async fn alone(stage: &Stage, part: &str) {
    let script = "
        document.querySelector('nexudus-inbox[audience=staff]').remove();
        document.querySelector('nexudus-desk').shadowRoot.querySelector(arguments[0]).scrollIntoView();
    ";
    stage.ask(script, vec![part.into()]).await;
}

async fn at_the_desk(stage: &Stage) {
    stage.visit("staff").await;
    stage.desk().enter(STAFF).await;
    stage.staff().shows(&laid_out(&stage.waiting(None)[..25])).await;
}

async fn take(stage: &Stage, folder: &Path, name: &str) {
    // Colours take a moment to change.
    let script = "
        const roots = [...document.querySelectorAll('nexudus-inbox, nexudus-desk')].map((one) => one.shadowRoot);
        return Promise.all(roots.flatMap((root) => root.getAnimations()).map((one) => one.finished)).then(() => 0);
    ";
    stage.ask(script, vec![]).await;
    stage.browser.screenshot(&folder.join(name)).await.expect("a picture");
}
