//! The four entities of the contract, field by field and filter by filter.

use super::entity::{
    Entity, Field, Filter, Input, Kind,
    Source::{self, Documented, Inferred},
    Test,
};

const fn input(column: &'static str, required: bool) -> Option<Input> {
    Some(Input { column, required, relation: None })
}

const fn key(
    name: &'static str,
    expression: &'static str,
    column: &'static str,
    relation: (&'static str, &'static str),
) -> Field {
    Field {
        name,
        expression,
        kind: Kind::Integer,
        input: Some(Input { column, required: true, relation: Some(relation) }),
    }
}

const fn filter(parameter: &'static str, expression: &'static str, kind: Kind, test: Test, source: Source) -> Filter {
    Filter { parameter, expression, kind, test, source }
}

/// A field a client may write.
const fn written(name: &'static str, expression: &'static str, kind: Kind, input: Option<Input>) -> Field {
    Field { name, expression, kind, input }
}

/// `CoworkerNotification`: fields `[seed]`, filters `[doc]` and `[inferred]`.
pub static NOTIFICATION: Entity = Entity {
    name: "CoworkerNotification",
    path: "/api/spaces/coworkernotifications",
    table: "coworkernotifications",
    from: "coworkernotifications r",
    label: "r.message",
    fields: &[
        key("CoworkerId", "r.coworker_id", "coworker_id", ("Coworker", "coworkers")),
        written("Message", "r.message", Kind::Text, input("message", true)),
        written("NotificationType", "r.notification_type", Kind::Text, input("notification_type", true)),
        written("EntityId", "r.entity_id", Kind::Integer, input("entity_id", true)),
        written("IsDismissed", "r.is_dismissed", Kind::Boolean, input("is_dismissed", false)),
    ],
    filters: &[
        filter("CoworkerNotification_Coworker", "r.coworker_id", Kind::Integer, Test::Equal, Documented),
        filter("CoworkerNotification_Message", "r.message", Kind::Text, Test::Equal, Documented),
        filter("CoworkerNotification_NotificationType", "r.notification_type", Kind::Text, Test::Equal, Documented),
        filter("CoworkerNotification_EntityId", "r.entity_id", Kind::Integer, Test::Equal, Documented),
        filter("CoworkerNotification_IsDismissed", "r.is_dismissed", Kind::Boolean, Test::Equal, Inferred),
        filter("from_CoworkerNotification_CreatedOn", "r.created_on", Kind::Time, Test::From, Inferred),
        filter("to_CoworkerNotification_CreatedOn", "r.created_on", Kind::Time, Test::To, Inferred),
        filter("from_CoworkerNotification_UpdatedOn", "r.updated_on", Kind::Time, Test::From, Inferred),
        filter("to_CoworkerNotification_UpdatedOn", "r.updated_on", Kind::Time, Test::To, Inferred),
        filter("from_CoworkerNotification_EntityId", "r.entity_id", Kind::Integer, Test::From, Inferred),
        filter("to_CoworkerNotification_EntityId", "r.entity_id", Kind::Integer, Test::To, Inferred),
    ],
};

/// `CoworkerReminderAudit`: fields `[seed]`, filters `[doc]`.
pub static AUDIT: Entity = Entity {
    name: "CoworkerReminderAudit",
    path: "/api/crm/coworkerreminderaudits",
    table: "coworkerreminderaudits",
    from: "coworkerreminderaudits r JOIN coworkers c ON c.id = r.coworker_id \
           JOIN reminders m ON m.id = r.reminder_id",
    label: "m.name",
    fields: &[
        key("CoworkerId", "r.coworker_id", "coworker_id", ("Coworker", "coworkers")),
        Field::shown("CoworkerFullName", "c.full_name", Kind::Text),
        key("ReminderId", "r.reminder_id", "reminder_id", ("Reminder", "reminders")),
        Field::shown("ReminderName", "m.name", Kind::Text),
    ],
    filters: &[
        filter("CoworkerReminderAudit_Coworker", "r.coworker_id", Kind::Integer, Test::Equal, Documented),
        filter("CoworkerReminderAudit_Coworker_FullName", "c.full_name", Kind::Text, Test::Equal, Documented),
        filter("CoworkerReminderAudit_Reminder", "r.reminder_id", Kind::Integer, Test::Equal, Documented),
        filter("CoworkerReminderAudit_Reminder_Name", "m.name", Kind::Text, Test::Equal, Documented),
        filter("from_CoworkerReminderAudit_CreatedOn", "r.created_on", Kind::Time, Test::From, Documented),
        filter("to_CoworkerReminderAudit_CreatedOn", "r.created_on", Kind::Time, Test::To, Documented),
        filter("from_CoworkerReminderAudit_UpdatedOn", "r.updated_on", Kind::Time, Test::From, Documented),
        filter("to_CoworkerReminderAudit_UpdatedOn", "r.updated_on", Kind::Time, Test::To, Documented),
    ],
};

/// `Reminder`: only read `[doc]`.
pub static REMINDER: Entity = Entity {
    name: "Reminder",
    path: "/api/crm/reminders",
    table: "reminders",
    from: "reminders r",
    label: "r.name",
    fields: &[
        Field::shown("Name", "r.name", Kind::Text),
        Field::shown("BusinessId", "r.business_id", Kind::Integer),
        Field::shown("BusinessName", "r.business_name", Kind::Text),
        Field::shown("ReminderType", "r.reminder_type", Kind::Integer),
        Field::shown("ReminderAction", "r.reminder_action", Kind::Integer),
        Field::shown("BlockingPeriodMinutes", "r.blocking_period_minutes", Kind::Integer),
    ],
    filters: &[
        filter("Reminder_Name", "r.name", Kind::Text, Test::Equal, Documented),
        filter("Reminder_Business", "r.business_id", Kind::Integer, Test::Equal, Documented),
        filter("Reminder_ReminderType", "r.reminder_type", Kind::Integer, Test::Equal, Inferred),
    ],
};

/// `Coworker`, the customer: only read `[doc]`.
pub static COWORKER: Entity = Entity {
    name: "Coworker",
    path: "/api/spaces/coworkers",
    table: "coworkers",
    from: "coworkers r",
    label: "r.full_name",
    fields: &[
        Field::shown("FullName", "r.full_name", Kind::Text),
        Field::shown("Email", "r.email", Kind::Text),
        Field::shown("CompanyName", "r.company_name", Kind::Text),
        Field::shown("CoworkerType", "r.coworker_type", Kind::Integer),
        Field::shown("Active", "r.active", Kind::Boolean),
        Field::shown("Archived", "r.archived", Kind::Boolean),
    ],
    filters: &[
        filter("Coworker_FullName", "r.full_name", Kind::Text, Test::Equal, Documented),
        filter("Coworker_Email", "r.email", Kind::Text, Test::Equal, Documented),
        filter("Coworker_CompanyName", "r.company_name", Kind::Text, Test::Equal, Inferred),
        filter("Coworker_CoworkerType", "r.coworker_type", Kind::Integer, Test::Equal, Inferred),
        filter("Coworker_Active", "r.active", Kind::Boolean, Test::Equal, Inferred),
        filter("Coworker_Archived", "r.archived", Kind::Boolean, Test::Equal, Inferred),
    ],
};
