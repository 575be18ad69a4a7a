//! What an inbox notices by itself: sign-ins, things created beside it, the network, and the page coming and going.

use leptos::prelude::*;

use super::model::Model;
use crate::{
    shell::{CHANGED, is_online, now},
    ui::{on_window, react},
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
        on_window(
            &["pagehide visibilitychange pageshow resume online offline ", CHANGED].concat(),
            Box::new(move |event| match event.type_().as_str() {
                "pagehide" => self.act(&mut |inbox| inbox.leave(now())),
                CHANGED => {
                    if self.client().is_some_and(|client| client.custody.name().is_some()) {
                        self.act(&mut |inbox| inbox.refresh(now()));
                    }
                }
                "online" | "offline" => self.set_online(),
                _ => self.wake(),
            }),
        );
        on_cleanup(move || {
            self.act(&mut |inbox| inbox.leave(now()));
            self.stop_timer();
            self.leave_tabs();
        });
    }

    /// The page is seen or not. One that comes back from where browsers keep those left has heard nothing meanwhile, not even of the
    /// network.
    fn wake(self) {
        let (visible, disk) = (!document().hidden(), self.disk());
        self.act(&mut |inbox| inbox.set_visible(now(), visible, disk.as_deref()));
        self.set_online();
        self.tick.try_set(true);
    }

    fn set_online(self) {
        self.act(&mut |inbox| inbox.set_online(now(), is_online()));
    }
}
