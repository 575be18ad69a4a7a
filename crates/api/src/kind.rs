//! The 15 notification types of the seed, their aliases, and any other the service may send.

/// `NotificationType` of a CoworkerNotification `[seed]`: fifteen "common values", and the list is open.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum NotificationType {
    /// `blog`: a new blog post was published.
    Blog,
    /// `community-event`: an event was added or changed.
    CommunityEvent,
    /// `community-message`: a new community message.
    CommunityMessage,
    /// `community-thread`: a new community thread.
    CommunityThread,
    /// `course`: a course was updated.
    Course,
    /// `coworkerinvoice`: a new invoice.
    CoworkerInvoice,
    /// `identitycheck-fail`: an identity check failed.
    IdentityCheckFail,
    /// `identity-check-failed`: the alternate spelling of [`Self::IdentityCheckFail`].
    IdentityCheckFailed,
    /// `identity-check-success`: an identity check succeeded.
    IdentityCheckSuccess,
    /// `identitycheck-success`: the alternate spelling of [`Self::IdentityCheckSuccess`].
    IdentitycheckSuccess,
    /// `push-notification`: a generic notification, also the one written by hand.
    PushNotification,
    /// `reply-like`: somebody liked a reply.
    ReplyLike,
    /// `salto-locker`: a locker event.
    SaltoLocker,
    /// `survey`: a survey.
    Survey,
    /// `thread-like`: somebody liked a thread.
    ThreadLike,
    /// Anything else, kept as it came.
    Other(String),
}

/// A handful of kinds that members tell apart; aliases and near relatives share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// Threads, messages, replies and likes.
    Community,
    /// Events and courses.
    Events,
    /// Invoices.
    Billing,
    /// Identity checks.
    Identity,
    /// Lockers.
    Access,
    /// Blog posts.
    News,
    /// Surveys.
    Surveys,
    /// Generic notifications and unknown types.
    General,
}

impl Family {
    /// All of them, in the order in which people are offered them.
    pub const ALL: [Self; 8] = [
        Self::Billing,
        Self::Identity,
        Self::Access,
        Self::Events,
        Self::Community,
        Self::News,
        Self::Surveys,
        Self::General,
    ];

    /// Names it in code.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Billing => "billing",
            Self::Identity => "identity",
            Self::Access => "access",
            Self::Events => "events",
            Self::Community => "community",
            Self::News => "news",
            Self::Surveys => "surveys",
            Self::General => "general",
        }
    }
}

use NotificationType as T;

impl NotificationType {
    /// The fifteen known types with the spelling of the seed, in its order.
    pub const KNOWN: [(&'static str, NotificationType); 15] = [
        ("blog", T::Blog),
        ("community-event", T::CommunityEvent),
        ("community-message", T::CommunityMessage),
        ("community-thread", T::CommunityThread),
        ("course", T::Course),
        ("coworkerinvoice", T::CoworkerInvoice),
        ("identitycheck-fail", T::IdentityCheckFail),
        ("identity-check-failed", T::IdentityCheckFailed),
        ("identity-check-success", T::IdentityCheckSuccess),
        ("identitycheck-success", T::IdentitycheckSuccess),
        ("push-notification", T::PushNotification),
        ("reply-like", T::ReplyLike),
        ("salto-locker", T::SaltoLocker),
        ("survey", T::Survey),
        ("thread-like", T::ThreadLike),
    ];

    /// Reads a type by its exact spelling; anything unknown becomes [`Self::Other`].
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self::KNOWN
            .iter()
            .find(|(spelling, _)| *spelling == text)
            .map_or_else(|| Self::Other(text.to_owned()), |(_, known)| known.clone())
    }

    /// The spelling that goes over the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Other(text) => text,
            known => Self::KNOWN.iter().find(|(_, t)| t == known).map_or("", |(spelling, _)| spelling),
        }
    }

    /// The one of several spellings that stands for all of them, so that aliases fold together.
    #[must_use]
    pub fn canonical(&self) -> &Self {
        match self {
            Self::IdentityCheckFailed => &Self::IdentityCheckFail,
            Self::IdentitycheckSuccess => &Self::IdentityCheckSuccess,
            other => other,
        }
    }

    /// The family a member would look under.
    #[must_use]
    pub fn family(&self) -> Family {
        match self {
            T::CommunityMessage | T::CommunityThread | T::ReplyLike | T::ThreadLike => Family::Community,
            T::CommunityEvent | T::Course => Family::Events,
            T::CoworkerInvoice => Family::Billing,
            T::IdentityCheckFail | T::IdentityCheckFailed | T::IdentityCheckSuccess | T::IdentitycheckSuccess => {
                Family::Identity
            }
            T::SaltoLocker => Family::Access,
            T::Blog => Family::News,
            T::Survey => Family::Surveys,
            T::PushNotification | T::Other(_) => Family::General,
        }
    }

    /// True where the member is expected to do something: pay, repeat a check, look at a locker.
    #[must_use]
    pub fn needs_action(&self) -> bool {
        matches!(self.canonical(), T::CoworkerInvoice | T::IdentityCheckFail | T::SaltoLocker)
    }
}
