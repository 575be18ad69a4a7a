//! What an inbox notices by itself: sign-ins, things created beside it, the network, and the page coming and going.

use leptos::prelude::*;

use super::model::Model;
use crate::{
    shell::{CHANGED, is_online, now},
    ui::react,
};

impl Model {
    /// Loads when somebody signs in, forgets when they sign out, and lets go of nothing when the page does.
    pub fn watch(self, signed_in: RwSignal<bool>) {
        react(Box::new(move || {
            let name = self.client().filter(|_| signed_in.get()).and_then(|client| client.custody.name());
            match name {
                Some(name) => self.start(&name),
                None => self.forget(),
            }
        }));
        let listeners = [
            window_event_listener_untyped("pagehide", move |_| self.act(&mut |inbox| inbox.leave(now()))),
            window_event_listener_untyped("visibilitychange", move |_| self.wake()),
            // A page that comes back from where browsers keep those left has heard nothing meanwhile.
            window_event_listener_untyped("pageshow", move |_| self.wake()),
            window_event_listener_untyped("resume", move |_| self.wake()),
            window_event_listener_untyped("online", move |_| self.set_online()),
            window_event_listener_untyped("offline", move |_| self.set_online()),
            window_event_listener_untyped(CHANGED, move |_| {
                if self.client().is_some_and(|client| client.custody.name().is_some()) {
                    self.act(&mut |inbox| inbox.refresh(now()));
                }
            }),
        ];
        on_cleanup(move || {
            self.act(&mut |inbox| inbox.leave(now()));
            self.stop_timer();
            self.leave_tabs();
            for listener in listeners {
                listener.remove();
            }
        });
    }

    fn wake(self) {
        let (visible, disk) = (!document().hidden(), self.disk());
        self.act(&mut |inbox| inbox.set_visible(now(), visible, disk.as_deref()));
        self.tick.try_set(true);
    }

    fn set_online(self) {
        self.act(&mut |inbox| inbox.set_online(now(), is_online()));
    }
}
