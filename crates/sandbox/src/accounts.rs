//! The sample sign-ins. They are evidently samples: `example.com` addresses and passwords equal to the name.

/// The `CoworkerId` of `member@example.com`, who owns two fifths of the sample notifications.
pub const MEMBER_COWORKER_ID: i64 = 1_200_001;
/// The `CoworkerId` of `totp@example.com`.
pub const TOTP_COWORKER_ID: i64 = 1_200_002;
/// The `CoworkerId` of `reset@example.com`.
pub const RESET_COWORKER_ID: i64 = 1_200_003;
/// The `CoworkerId` of `newcomer@example.com`, who owns no notification.
pub const NEWCOMER_COWORKER_ID: i64 = 1_200_004;

/// What an account may do in the staff API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Staff {
    /// Nothing: a member's bearer token is refused there `[client]`.
    No,
    /// Everything: a full unrestricted administrator `[seed]`.
    Unrestricted,
    /// What these roles name, for example `CoworkerNotification-List`.
    Roles(&'static [&'static str]),
}

/// One sample sign-in.
#[derive(Debug, PartialEq, Eq)]
pub struct Account {
    /// The user's own id, which is not the `CoworkerId`.
    pub user_id: i64,
    /// The e-mail address, compared without letter case.
    pub email: &'static str,
    /// The password.
    pub password: &'static str,
    /// The name that `user/me` answers.
    pub full_name: &'static str,
    /// What the account may do in the staff API.
    pub staff: Staff,
    /// The customer profile, if any: without one the customer API answers 401 `[doc]`.
    pub coworker_id: Option<i64>,
    /// The one-time code that a sign-in needs beside the password.
    pub totp: Option<&'static str>,
    /// The sign-in is refused until the password is changed `[doc]`.
    pub must_reset_password: bool,
}

impl Account {
    /// Whether the account may use what `role` names.
    pub fn has_role(&self, role: &str) -> bool {
        match self.staff {
            Staff::No => false,
            Staff::Unrestricted => true,
            Staff::Roles(roles) => roles.contains(&role),
        }
    }
}

const fn member(user_id: i64, name: (&'static str, &'static str), coworker_id: i64) -> Account {
    Account {
        user_id,
        email: name.0,
        password: name.1,
        full_name: "",
        staff: Staff::No,
        coworker_id: Some(coworker_id),
        totp: None,
        must_reset_password: false,
    }
}

/// All sample sign-ins.
pub static ACCOUNTS: [Account; 6] = [
    Account { full_name: "Juniper Harbour", ..member(9_001, ("member@example.com", "member"), MEMBER_COWORKER_ID) },
    Account {
        full_name: "Clover Staff",
        staff: Staff::Unrestricted,
        coworker_id: None,
        ..member(9_002, ("staff@example.com", "staff"), 0)
    },
    Account {
        full_name: "Sorrel Clerk",
        staff: Staff::Roles(&[
            "CoworkerNotification-List",
            "CoworkerNotification-Read",
            "CoworkerReminderAudit-List",
            "CoworkerReminderAudit-Read",
            "Reminder-List",
            "Reminder-Read",
            "Coworker-List",
            "Coworker-Read",
        ]),
        coworker_id: None,
        ..member(9_003, ("clerk@example.com", "clerk"), 0)
    },
    Account {
        full_name: "Willow Lighthouse",
        totp: Some("123456"),
        ..member(9_004, ("totp@example.com", "totp"), TOTP_COWORKER_ID)
    },
    Account {
        full_name: "Hazel Causeway",
        must_reset_password: true,
        ..member(9_005, ("reset@example.com", "reset"), RESET_COWORKER_ID)
    },
    Account { full_name: "Aster Landing", ..member(9_006, ("newcomer@example.com", "newcomer"), NEWCOMER_COWORKER_ID) },
];

/// The account with this address and password.
pub fn find(email: &str, password: &str) -> Option<&'static Account> {
    ACCOUNTS.iter().find(|account| account.email.eq_ignore_ascii_case(email) && account.password == password)
}
