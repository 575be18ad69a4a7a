//! A run as text, for the browser's storage. One line a customer, cells parted by tabs, a checksum at the end: a text that
//! was cut or changed is refused as a whole, because a wrong digit in an `Id` is another customer. No token is in it.

use nexudus_api::{NewNotification, NotificationType};

use super::cells::{checksum, flag, join, line, read_flag, read_ids, unescape};
use super::{Cause, Checked, Copies, Draft, Reason, Recipient, SendRun, Slot, State, Stop, twice};

const FIRST: &str = "nexudus-send-run 3";

/// The text is not what was written, or was written by another version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Corrupt {
    /// The line, from 1, where it shows; 0 where the checksum does not fit or a customer comes twice.
    pub line: usize,
}

impl SendRun {
    /// All that a later page needs. A send that is under way reads back as in doubt.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = String::from(FIRST);
        // Signing in and storing are tried anew by whoever reads it.
        let paused = matches!(self.stop, Some(Stop::Paused | Stop::Refusals(_) | Stop::MayNotLook));
        let mut head = vec![self.started.to_string(), flag(paused), self.without.to_string()];
        head.extend(draft_cells(&self.draft));
        line(&mut out, &head);
        for slot in &self.slots {
            line(&mut out, &cells(slot));
        }
        out.push('\n');
        let sum = checksum(&out);
        out.push_str(&sum);
        out
    }

    /// Goes on where an earlier page has stopped. Who was being sent to is in doubt.
    ///
    /// # Errors
    /// [`Corrupt`]. Nothing of such a text is used.
    pub fn from_text(text: &str) -> Result<Self, Corrupt> {
        let (body, sum) = text.rsplit_once('\n').ok_or(Corrupt { line: 1 })?;
        if checksum(&[body, "\n"].concat()) != sum {
            return Err(Corrupt { line: 0 });
        }
        let mut lines = (1..).zip(body.split('\n').map(|line| line.split('\t').map(unescape).collect::<Vec<_>>()));
        let first = lines.next().filter(|(_, cells)| *cells == [FIRST]);
        first.ok_or(Corrupt { line: 1 })?;
        let (started, paused, without, draft) =
            lines.next().and_then(|(_, cells)| read_head(&cells)).ok_or(Corrupt { line: 2 })?;
        let slots =
            lines.map(|(line, cells)| read_slot(&cells).ok_or(Corrupt { line })).collect::<Result<Vec<_>, _>>()?;
        if twice(&slots).is_some() {
            return Err(Corrupt { line: 0 });
        }
        let mut run = Self::with(started, draft, slots).without(without);
        run.stop = paused.then_some(Stop::Paused);
        run.dirty = false;
        // What may still be under way gets its time from now on.
        let in_doubt = |slot: &Slot| matches!(slot.state, State::InDoubt(_)) || slot.tries > 1;
        run.last_doubt = run.slots.iter().any(in_doubt).then_some(0);
        Ok(run)
    }
}

fn draft_cells(draft: &Draft) -> Vec<String> {
    match draft {
        Draft::Notification(draft) => vec![
            "notification".to_owned(),
            draft.kind.as_str().to_owned(),
            draft.entity_id.to_string(),
            flag(draft.is_dismissed),
            draft.message.clone(),
        ],
        Draft::Reminder { reminder_id, name } => vec!["reminder".to_owned(), reminder_id.to_string(), name.clone()],
    }
}

fn cells(slot: &Slot) -> [String; 14] {
    let (word, ids, reason) = match &slot.state {
        State::Waiting => ("waiting", vec![], None),
        State::Sending | State::InDoubt(_) => ("doubt", vec![], None),
        State::Sent(id) => ("sent", id.iter().copied().collect(), None),
        State::Skipped(ids) => ("skipped", ids.clone(), None),
        State::Refused(reason) => ("refused", vec![], Some(reason)),
        State::Unknown(reason) => ("unknown", vec![], Some(reason)),
        State::NotSent => ("not-sent", vec![], None),
    };
    [
        slot.recipient.customer.to_string(),
        word.to_owned(),
        slot.tries.to_string(),
        [flag(slot.anyway), flag(slot.look_only), checked(slot.checked).to_owned()].concat(),
        join(&slot.before),
        join(&ids),
        reason.map_or("", |reason| reason.cause.as_str()).to_owned(),
        reason.map_or("", |reason| &reason.detail).to_owned(),
        join(&slot.copies.waiting),
        join(&slot.copies.dismissed),
        join(&slot.copies.left),
        slot.recipient.name.clone(),
        slot.recipient.email.clone(),
        // Room for what a later version adds.
        String::new(),
    ]
}

fn read_head(cells: &[String]) -> Option<(i64, bool, usize, Draft)> {
    let [started, paused, without, what, draft @ ..] = cells else { return None };
    let draft = match (what.as_str(), draft) {
        ("notification", [kind, entity, dismissed, message]) => Draft::Notification(NewNotification {
            coworker_id: 0,
            message: message.clone(),
            kind: NotificationType::parse(kind),
            entity_id: entity.parse().ok()?,
            is_dismissed: read_flag(dismissed)?,
        }),
        ("reminder", [reminder, name]) => Draft::Reminder { reminder_id: reminder.parse().ok()?, name: name.clone() },
        _ => return None,
    };
    Some((started.parse().ok()?, read_flag(paused)?, without.parse().ok()?, draft))
}

fn read_slot(cells: &[String]) -> Option<Slot> {
    let [customer, word, tries, flags, before, ids, cause, detail, waiting, dismissed, left, name, email, _] = cells
    else {
        return None;
    };
    let ids = read_ids(ids)?;
    let reason = || Some(Reason { cause: Cause::parse(cause)?, detail: detail.clone() });
    let state = match word.as_str() {
        "waiting" => State::Waiting,
        "doubt" => State::InDoubt(0),
        "sent" => State::Sent(ids.first().copied()),
        "skipped" => State::Skipped(ids),
        "refused" => State::Refused(reason()?),
        "unknown" => State::Unknown(reason()?),
        "not-sent" => State::NotSent,
        _ => return None,
    };
    let (anyway, rest) = flags.split_at_checked(1)?;
    let (look_only, checked) = rest.split_at_checked(1)?;
    Some(Slot {
        recipient: Recipient { customer: customer.parse().ok()?, name: name.clone(), email: email.clone() },
        state,
        before: read_ids(before)?,
        tries: tries.parse().ok()?,
        anyway: read_flag(anyway)?,
        look_only: read_flag(look_only)?,
        checked: read_checked(checked)?,
        copies: Copies { waiting: read_ids(waiting)?, dismissed: read_ids(dismissed)?, left: read_ids(left)? },
    })
}

fn checked(checked: Checked) -> &'static str {
    match checked {
        Checked::NotYet => "0",
        Checked::Done => "1",
        Checked::Failed => "2",
    }
}

fn read_checked(text: &str) -> Option<Checked> {
    [Checked::NotYet, Checked::Done, Checked::Failed].into_iter().find(|known| checked(*known) == text)
}
