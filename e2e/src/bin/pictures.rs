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
    play(async |stage| {
        stage.visit("member").await;
        stage.member().enter(MEMBER).await;
        stage.member().shows(&laid_out(&stage.waiting(Some(MEMBER_COWORKER_ID)))).await;
        stage.member().dismiss(1).await;
        stage.member().says("Dismissed").await;
        take(stage, &folder, "inbox.png").await;
    })
    .await;
    play(async |stage| {
        stage.visit("staff").await;
        stage.desk().enter(STAFF).await;
        stage.staff().shows(&laid_out(&stage.waiting(None)[..25])).await;
        let form = stage.desk().compose();
        form.write(999_999, "The kitchen on floor 2 opens again at noon.", "31").await;
        form.press("Create notification").await;
        form.says("Was not found").await;
        take(stage, &folder, "desk.png").await;
    })
    .await;
}

async fn take(stage: &Stage, folder: &Path, name: &str) {
    stage.browser.screenshot(&folder.join(name)).await.expect("a picture");
}
