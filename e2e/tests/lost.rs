//! Answers that are lost on the way, and fingers that are too quick: nobody is written to twice.

use nexudus_e2e::{Form, STAFF, Stage, laid_out, play, play_without_reuse, until};
use nexudus_sandbox::{Fault, FaultKind, MEMBER_COWORKER_ID};

const CREATE: &str = "/api/spaces/coworkernotifications";
/// Time enough to see that it is under way, and to do something about it.
const A_WHILE: FaultKind = FaultKind::Latency { ms: 8_000 };

fn at_create(kind: FaultKind) -> Fault {
    Fault { method: Some("POST".into()), ..Fault::once(CREATE, kind) }
}

async fn written<'a>(stage: &'a Stage, message: &str) -> Form<'a> {
    stage.visit("staff").await;
    stage.desk().enter(STAFF).await;
    stage.staff().shows(&laid_out(&stage.waiting(None)[..25])).await;
    let form = stage.desk().compose();
    form.write(MEMBER_COWORKER_ID, message, "31").await;
    form
}

fn there(stage: &Stage, message: &str) -> usize {
    stage.notifications().iter().filter(|row| row["Message"] == message).count()
}

#[tokio::test]
async fn a_lost_answer_is_found_after_all() {
    play_without_reuse(async |stage| {
        let form = written(stage, "Lost on the way back").await;
        stage.sandbox.add_fault(at_create(FaultKind::DropAfter));
        form.press("Create notification").await;
        form.says("The answer was lost on the way, but it did arrive, as number").await;
        assert_eq!(there(stage, "Lost on the way back"), 1);
        let id = stage.notifications().last().unwrap()["Id"].to_string();
        form.says(&id).await;
        assert_eq!(stage.creations().len(), 1, "{:#?}", stage.creations());
        assert_eq!(form.value("Message").await, "");
    })
    .await;
}

#[tokio::test]
async fn a_lost_request_is_said_and_can_be_sent_again() {
    play_without_reuse(async |stage| {
        let form = written(stage, "Lost on the way there").await;
        stage.sandbox.add_fault(at_create(FaultKind::DropBefore));
        form.press("Create notification").await;
        form.says("We looked: it did not arrive. You can send it again.").await;
        assert_eq!(there(stage, "Lost on the way there"), 0);
        assert_eq!(form.value("Message").await, "Lost on the way there");
        form.press("Create notification").await;
        form.says("was created.").await;
        assert_eq!(there(stage, "Lost on the way there"), 1);
    })
    .await;
}

#[tokio::test]
async fn a_lost_answer_that_cannot_be_looked_up_is_said() {
    play_without_reuse(async |stage| {
        let form = written(stage, "Lost for good").await;
        // The look before the send is let through; the one after it is not.
        stage.sandbox.add_fault(at_create(A_WHILE));
        stage.sandbox.add_fault(at_create(FaultKind::DropAfter));
        form.press("Create notification").await;
        until("it is being sent", async || stage.creations().len() == 1).await;
        stage.sandbox.add_fault(Fault {
            method: Some("GET".into()),
            count: 9,
            ..Fault::once(CREATE, FaultKind::ServerError)
        });
        form.says("whether it arrived could not be looked up").await;
        assert_eq!(there(stage, "Lost for good"), 1);
        assert_eq!(form.value("Message").await, "Lost for good");
        stage.sandbox.clear_faults();
        form.press("Create notification").await;
        form.says("This customer already has the same notification").await;
        assert_eq!(stage.creations().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_double_click_creates_one() {
    play(async |stage| {
        let form = written(stage, "Only once").await;
        stage.sandbox.add_fault(at_create(A_WHILE));
        form.hammer("Create notification", 3).await;
        until("it is being sent", async || !stage.creations().is_empty()).await;
        form.press("Creating …").await;
        form.says("was created.").await;
        form.hammer("Create notification", 2).await;
        form.blames("Message", "Fill this in.").await;
        assert_eq!(there(stage, "Only once"), 1);
        assert_eq!(stage.creations().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_the_browser_repeats_by_itself_reaches_the_customer_once() {
    play(async |stage| {
        let form = written(stage, "Repeated by the browser").await;
        // A browser repeats a POST when a connection it has used before ends without an answer (HTTP/1.1).
        stage.sandbox.add_fault(at_create(FaultKind::DropAfter));
        form.press("Create notification").await;
        until("the page says how it ended", async || form.value("Message").await.is_empty()).await;
        let same: Vec<_> =
            stage.notifications().into_iter().filter(|row| row["Message"] == "Repeated by the browser").collect();
        let waiting = same.iter().filter(|row| row["IsDismissed"] == false).count();
        assert_eq!(waiting, 1, "{same:#?}");
        if same.len() > 1 {
            form.says("so the customer sees it once").await;
            for row in &same {
                form.says(&row["Id"].to_string()).await;
            }
        }
    })
    .await;
}
