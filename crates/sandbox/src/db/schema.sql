-- Rules that hold for every row stand here, so that no handler can forget one. Times are seconds since 1970.
-- There is no rule against a second audit of the same pair: whether the service has one is unknown.

CREATE TABLE IF NOT EXISTS coworkers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unique_id TEXT NOT NULL UNIQUE CHECK (length(unique_id) = 36),
    created_on INTEGER NOT NULL,
    updated_on INTEGER NOT NULL CHECK (updated_on >= created_on),
    updated_by TEXT NOT NULL CHECK (instr(updated_by, '@') > 1),
    full_name TEXT NOT NULL CHECK (trim(full_name) <> ''),
    email TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (instr(email, '@') > 1),
    company_name TEXT,
    coworker_type INTEGER NOT NULL CHECK (coworker_type IN (1, 2)),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE IF NOT EXISTS coworkernotifications (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unique_id TEXT NOT NULL UNIQUE CHECK (length(unique_id) = 36),
    created_on INTEGER NOT NULL,
    updated_on INTEGER NOT NULL CHECK (updated_on >= created_on),
    updated_by TEXT NOT NULL CHECK (instr(updated_by, '@') > 1),
    coworker_id INTEGER NOT NULL REFERENCES coworkers (id),
    message TEXT NOT NULL CHECK (trim(message) <> ''),
    notification_type TEXT NOT NULL CHECK (trim(notification_type) <> ''),
    entity_id INTEGER NOT NULL,
    is_dismissed INTEGER NOT NULL DEFAULT 0 CHECK (is_dismissed IN (0, 1))
) STRICT;

CREATE INDEX IF NOT EXISTS notifications_of_a_member
    ON coworkernotifications (coworker_id, entity_id);
CREATE INDEX IF NOT EXISTS notifications_by_time
    ON coworkernotifications (created_on);

CREATE TABLE IF NOT EXISTS reminders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unique_id TEXT NOT NULL UNIQUE CHECK (length(unique_id) = 36),
    created_on INTEGER NOT NULL,
    updated_on INTEGER NOT NULL CHECK (updated_on >= created_on),
    updated_by TEXT NOT NULL CHECK (instr(updated_by, '@') > 1),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    business_id INTEGER NOT NULL,
    business_name TEXT NOT NULL CHECK (trim(business_name) <> ''),
    reminder_type INTEGER NOT NULL CHECK (reminder_type BETWEEN 1 AND 22),
    reminder_action INTEGER NOT NULL CHECK (reminder_action BETWEEN 1 AND 3),
    blocking_period_minutes INTEGER CHECK (blocking_period_minutes >= 0),
    UNIQUE (business_id, name)
) STRICT;

CREATE TABLE IF NOT EXISTS coworkerreminderaudits (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unique_id TEXT NOT NULL UNIQUE CHECK (length(unique_id) = 36),
    created_on INTEGER NOT NULL,
    updated_on INTEGER NOT NULL CHECK (updated_on >= created_on),
    updated_by TEXT NOT NULL CHECK (instr(updated_by, '@') > 1),
    coworker_id INTEGER NOT NULL REFERENCES coworkers (id),
    reminder_id INTEGER NOT NULL REFERENCES reminders (id)
) STRICT;
