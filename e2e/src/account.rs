//! The sandbox's sample sign-ins.

/// Address and password.
pub type Who = (&'static str, &'static str);

pub const MEMBER: Who = ("member@example.com", "member");
pub const STAFF: Who = ("staff@example.com", "staff");
/// May read and not write.
pub const CLERK: Who = ("clerk@example.com", "clerk");
/// Needs the one-time code 123456.
pub const TOTP: Who = ("totp@example.com", "totp");
/// Has to change the password first.
pub const RESET: Who = ("reset@example.com", "reset");
/// Has no notification.
pub const NEWCOMER: Who = ("newcomer@example.com", "newcomer");
