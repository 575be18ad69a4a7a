//! A tab comes, is given its part among the others, is seen or not, and on the network or not.

use nexudus_api::Millis;

use super::{Effect, Inbox, Role, sending::GRACE};

impl Inbox {
    /// The account is there: asks for the list, and for its part among the tabs. `disk` is what other visits and tabs have
    /// left; `None` where nothing can be kept.
    pub fn start(&mut self, now: Millis, disk: Option<&[(String, String)]>) {
        self.sync(now, disk);
        self.effects.push(Effect::Lead(Role::Send, true));
        self.effects.push(Effect::Lead(Role::Look, self.visible));
        self.refresh(now);
    }

    /// A role was granted or lost.
    pub fn lead(&mut self, now: Millis, role: Role, granted: bool, disk: Option<&[(String, String)]>) {
        match role {
            // It has gone out of sight before the role came.
            Role::Look if granted && !self.visible => self.effects.push(Effect::Lead(role, false)),
            Role::Look => self.looks = granted,
            Role::Send => {
                self.sends = granted;
                self.walk = None;
                if granted {
                    self.sync(now, disk);
                    self.inherit(now);
                    // Words may be under way from a tab that did this before; where none has sent anything lately, there was none.
                    if !self.outbox.wishes().is_empty() || !self.budget.is_untouched(now) {
                        self.retry_at = self.retry_at.max(now + GRACE);
                    }
                }
            }
        }
        self.tick(now);
    }

    /// The page came into sight, went out of it, or woke up: a frozen page hears nothing, so this comes before anything else
    /// that it has missed.
    pub fn set_visible(&mut self, now: Millis, visible: bool, disk: Option<&[(String, String)]>) {
        self.sync(now, disk);
        if self.sends {
            // Last words whose page came back.
            self.inherit(now);
        }
        if self.visible != visible {
            self.visible = visible;
            self.poller.set_visible(visible);
            self.seen.set_visible(now, visible);
            self.looks &= visible;
            self.effects.push(Effect::Lead(Role::Look, visible));
        }
        if !visible {
            self.hurry(now);
        }
        self.tick(now);
    }

    /// The network came or went, or is as it was.
    pub fn set_online(&mut self, now: Millis, online: bool) {
        if self.online != online {
            self.online = online;
            self.retry_at = Millis::MIN;
            self.tick(now);
        }
    }
}
