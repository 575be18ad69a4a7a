//! Ten thousand rows: how long things take, printed and not judged, because machines differ.
//!
//! `cargo test -p nexudus-core --test inbox -- --ignored --nocapture`; the core is optimized in tests as well.

use std::time::Instant;

use nexudus_api::Page;
use nexudus_core::{
    Audience,
    inbox::{Job, Reply, Role},
    lines::Filter,
    list::View,
};

use crate::{records::record, tab::Tab};

fn timed<T>(what: &str, act: impl FnOnce() -> T) -> T {
    let from = Instant::now();
    let done = act();
    println!("{what:<40} {:>9.2} ms", from.elapsed().as_secs_f64() * 1_000.0);
    done
}

fn all(count: i64) {
    println!("{count} rows");
    let records: Vec<_> = (1..=count).map(|id| record(id, id / 3 + 1, id * 60_000)).rev().collect();
    let page = Page { records, page: 1, total_items: count, has_next: false };
    let mut tab = Tab::new(Audience::Member, 1);
    tab.inbox.start(0, Some(&[]));
    tab.inbox.lead(0, Role::Send, true, Some(&[]));
    let asked = tab.inbox.effects().into_iter().find_map(|effect| match effect {
        nexudus_core::inbox::Effect::Call(job @ Job::Page(View::Waiting, ..)) => Some(job),
        _ => None,
    });
    let job = asked.unwrap();
    timed("take, the first time", || tab.inbox.answered(0, job, Ok(Reply::Page(page.clone())), 0.0));
    timed("take, again", || tab.inbox.answered(0, job, Ok(Reply::Page(page.clone())), 0.0));
    let rows = timed("rows", || tab.inbox.rows());
    let ids: Vec<i64> = rows.iter().map(|row| row.record.id).collect();
    timed("lines", || tab.inbox.lines(&rows, &Filter::default()));
    let filter = Filter { family: None, text: "number 9".into() };
    timed("lines, filtered", || tab.inbox.lines(&rows, &filter));
    timed("dismiss one", || tab.inbox.dismiss(0, &[count / 2], false));
    timed("undo", || tab.inbox.undo(1));
    timed("dismiss all", || tab.inbox.dismiss(2, &ids, false));
    let effects = timed("effects", || tab.inbox.effects());
    timed("linger", || tab.inbox.linger(3, true));
    timed("wait and tick", || (tab.inbox.wait(3), tab.inbox.tick(3)));
    timed("hurry: out of sight", || tab.inbox.set_visible(4, false, None));
    let mut other = Tab::new(Audience::Member, 9_000_000);
    timed("another tab hears it all", || {
        for effect in &effects {
            if let nexudus_core::inbox::Effect::Tell(text) = effect {
                other.inbox.heard(5, text);
            }
        }
    });
    let disk: Vec<(String, String)> = effects
        .iter()
        .filter_map(|effect| match effect {
            nexudus_core::inbox::Effect::Store(name, Some(text)) => Some((name.clone(), text.clone())),
            _ => None,
        })
        .collect();
    let mut third = Tab::new(Audience::Member, 99_000_000);
    timed("a third reads it from disk", || third.inbox.start(6, Some(&disk)));
    timed("and again", || third.inbox.set_visible(6, true, Some(&disk)));
    let act = other.inbox.progress(99_000_000).unwrap().act;
    timed("cancel", || other.inbox.cancel(7, act));
    let dismissed: Vec<_> =
        page.records.iter().map(|r| nexudus_api::Notification { is_dismissed: true, ..r.clone() }).collect();
    let page = Page { records: dismissed, ..page };
    timed("take of dismissed ones (D5)", || other.inbox.answered(8, job, Ok(Reply::Page(page.clone())), 0.0));
    timed("the same again", || other.inbox.answered(8, job, Ok(Reply::Page(page.clone())), 0.0));
}

#[test]
#[ignore = "prints times"]
fn ten_thousand_rows() {
    all(2_500);
    all(10_000);
}
