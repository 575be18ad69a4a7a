//! The sign-in form: what is refused is said, and what was typed stays.

use nexudus_e2e::{MEMBER, RESET, STAFF, TOTP, laid_out, play, until};
use nexudus_sandbox::{MEMBER_COWORKER_ID, TOTP_COWORKER_ID};

#[tokio::test]
async fn a_wrong_password_is_said_and_the_address_stays() {
    play(async |stage| {
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.form("sign-in").press("Sign in").await;
        inbox.says("Type your e-mail address and your password.").await;
        assert_eq!(stage.sign_ins(), []);

        inbox.sign_in((MEMBER.0, "guess")).await;
        inbox.says("E-mail address or password is wrong. Check both and try again.").await;
        assert_eq!(inbox.form("sign-in").value("E-mail").await, MEMBER.0);
        assert_eq!(stage.ask("return sessionStorage.length", vec![]).await, 0);

        inbox.form("sign-in").fill("Password", MEMBER.1).await;
        inbox.form("sign-in").press("Sign in").await;
        inbox.counts(stage.waiting(Some(MEMBER_COWORKER_ID)).len()).await;
        assert_eq!(stage.sign_ins().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_one_time_code_is_asked_for_when_the_account_wants_one() {
    play(async |stage| {
        stage.visit("member").await;
        let (inbox, form) = (stage.member(), stage.member().form("sign-in"));
        inbox.sign_in(TOTP).await;
        inbox.says("Your account is protected by a one-time code. Type it below.").await;
        assert_eq!(form.value("E-mail").await, TOTP.0);

        form.fill("One-time code", "000000").await;
        form.press("Sign in").await;
        inbox.says("This one-time code is not right. Type the newest one.").await;
        assert_eq!(form.value("E-mail").await, TOTP.0);

        form.fill("One-time code", "123456").await;
        form.press("Sign in").await;
        until("the sign-in form leaves", async || !inbox.asks_who_is_there().await).await;
        inbox.counts(stage.waiting(Some(TOTP_COWORKER_ID)).len()).await;
        assert_eq!(stage.sign_ins().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_password_that_must_be_changed_is_said() {
    play(async |stage| {
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.sign_in(RESET).await;
        inbox.says("Your password has to be changed first.").await;
        assert_eq!(inbox.form("sign-in").value("E-mail").await, RESET.0);
    })
    .await;
}

#[tokio::test]
async fn the_desk_and_the_staffs_inbox_share_one_sign_in() {
    play(async |stage| {
        stage.visit("staff").await;
        stage.desk().enter(STAFF).await;
        stage.staff().shows(&laid_out(&stage.waiting(None)[..25])).await;
        assert_eq!(stage.sign_ins().len(), 1);
        stage.staff().press("Sign out").await;
        until("the desk has signed out too", async || stage.desk().asks_who_is_there().await).await;
        assert!(stage.staff().asks_who_is_there().await);
    })
    .await;
}
