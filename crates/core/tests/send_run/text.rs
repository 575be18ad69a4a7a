//! A run as a text: what is stored, and the report.

use nexudus_api::{NewNotification, NotificationType};
use nexudus_core::{
    recipients::{Progress, Reader},
    send_run::{Corrupt, Draft, Recipient, SendRun},
};
use proptest::prelude::*;

use crate::scene::{Desk, Kind, draft, record, refusal};

#[test]
fn nobody_stands_on_a_run_twice() {
    let recipient = |customer| Recipient { customer, name: String::new(), email: String::new() };
    assert_eq!(SendRun::new(0, draft(), vec![recipient(4), recipient(5), recipient(4)]).err(), Some(4));
}

#[test]
fn the_report_is_csv_without_formulas_and_is_a_list_again() {
    let recipients = vec![
        Recipient { customer: 5, name: "=HYPERLINK(\"x\")".into(), email: "+a@x.com".into() },
        Recipient { customer: 6, name: "Lee, Ann".into(), email: "ann@x.com".into() },
    ];
    let mut desk = Desk::of(Kind::Notification, recipients);
    desk.look(vec![record(70, 5), record(71, 5)]);
    desk.look(vec![]);
    desk.send(Err(refusal()));
    assert_eq!(
        desk.run.report(),
        "\u{FEFF}CustomerId,Name,Email,Outcome,NotificationId,Reason\r\n\
         5,\"'=HYPERLINK(\"\"x\"\")\",'+a@x.com,skipped,70 71,has-the-same\r\n\
         6,\"Lee, Ann\",ann@x.com,refused,,invalid: Entity: is unknown\r\n"
    );
    let mut reader = Reader::of_bytes(desk.run.report().into_bytes()).unwrap();
    while reader.step().unwrap() != Progress::Done {}
    let ids: Vec<_> = reader.finish().entries.into_iter().map(|entry| entry.read).collect();
    assert_eq!(ids, [nexudus_core::recipients::Read::Id(5), nexudus_core::recipients::Read::Id(6)]);
}

#[test]
fn five_thousand_are_kept_in_little_time() {
    let mut desk = Desk::with(Kind::Notification, 5_000);
    let began = std::time::Instant::now();
    for _ in 0..10 {
        desk.look(vec![]);
        desk.send(Ok(Some(1)));
    }
    // A debug build; released code takes about a thirtieth.
    assert!(began.elapsed().as_secs() < 10, "{:?}", began.elapsed());
    assert!(desk.stored.len() < 300_000, "{} bytes", desk.stored.len());
}

proptest! {
    #[test]
    fn a_stored_text_reads_back_and_a_changed_one_is_refused(
        message in any::<String>(), names in prop::collection::vec(any::<String>(), 0..4), entity: i64, without: usize, reminds: bool, at: prop::sample::Index, with: char
    ) {
        let recipients = (1..).zip(&names).map(|(customer, name)| Recipient { customer, name: name.clone(), email: name.clone() });
        let draft = NewNotification { message, entity_id: entity, kind: NotificationType::Other("\t\\n".into()), ..draft() };
        let draft = if reminds { Draft::Reminder { reminder_id: entity, name: draft.message } } else { draft.into() };
        let run = SendRun::new(-5, draft.clone(), recipients.collect()).unwrap().without(without);
        let text = run.to_text();
        let read = SendRun::from_text(&text).unwrap();
        prop_assert_eq!(read.draft(), &draft);
        prop_assert_eq!(read.slots(), run.slots());
        prop_assert_eq!(read.to_text(), text.clone());
        let mut chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        let was = std::mem::replace(&mut chars[at], with);
        if was != with {
            prop_assert!(SendRun::from_text(&chars.iter().collect::<String>()).is_err());
        }
        chars.truncate(at);
        prop_assert!(SendRun::from_text(&chars.iter().collect::<String>()).is_err(), "cut");
    }

    #[test]
    fn nonsense_is_an_error(text in any::<String>()) {
        prop_assert!(SendRun::from_text(&text).is_err());
    }
}

#[test]
fn what_is_wrong_with_a_text_is_said() {
    assert_eq!(SendRun::from_text("").err(), Some(Corrupt { line: 1 }));
    assert_eq!(SendRun::from_text("nexudus-send-run 3\nx").err(), Some(Corrupt { line: 0 }));
}
