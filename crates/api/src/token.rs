//! Signing in: `POST /api/token`, form-encoded `[doc]`.

use crate::{ApiError, Record, Response, Value, encode};

/// What a successful sign-in or refresh gives.
///
/// `Debug` is left out on purpose: a token must not reach a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    /// `access_token`: the bearer.
    pub access: String,
    /// `refresh_token`: single use, rotates, lives 15 days `[doc, client]`. Empty where none came.
    pub refresh: String,
    /// `expires_in`, seconds. Not to be relied on: "do not assume a life of more than minutes" `[doc]`.
    pub expires_in: i64,
}

/// Why signing in failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignInError {
    /// `invalid_grant`: wrong name, password or refresh token.
    Refused,
    /// `two_factor_auth_check`: the account wants a one-time code, or the code was wrong.
    NeedsCode,
    /// `must_reset_password`.
    MustResetPassword,
    /// Any other code of the token endpoint, with its description.
    Other {
        /// `error`.
        code: String,
        /// `error_description`; may be empty.
        description: String,
    },
    /// The call itself went wrong.
    Api(ApiError),
}

/// The form body for a password sign-in; `code` is the one-time code where the account needs one.
#[must_use]
pub fn password_form(username: &str, password: &str, code: Option<&str>) -> String {
    let mut form = ["grant_type=password&username=", &encode(username), "&password=", &encode(password)].concat();
    if let Some(code) = code {
        form.push_str("&totp=");
        form.push_str(&encode(code));
    }
    form
}

/// The form body for a refresh. The `client_id` header goes with it `[doc]`.
#[must_use]
pub fn refresh_form(refresh_token: &str) -> String {
    ["grant_type=refresh_token&refresh_token=", &encode(refresh_token)].concat()
}

/// Reads the answer of the token endpoint.
///
/// # Errors
/// [`SignInError`], by the `error` code of a 400 or by what went wrong with the call.
pub fn decode_token(response: &Response) -> Result<Token, SignInError> {
    if response.status == 400
        && let Some(value) = Value::parse(&response.body)
        && let Ok(answer) = Record::new(&value)
        && let Some(code) = answer.get("error").as_str()
    {
        return Err(match code {
            "invalid_grant" => SignInError::Refused,
            "two_factor_auth_check" => SignInError::NeedsCode,
            "must_reset_password" => SignInError::MustResetPassword,
            other => SignInError::Other {
                code: other.to_owned(),
                description: answer.text("error_description").unwrap_or_default(),
            },
        });
    }
    read_token(response).map_err(SignInError::Api)
}

fn read_token(response: &Response) -> Result<Token, ApiError> {
    let value = response.json()?;
    let answer = Record::new(&value)?;
    let access = answer.text("access_token")?;
    if access.is_empty() {
        return Err(crate::ShapeError { expected: "a text in access_token".into(), received: "nothing".into() }.into());
    }
    Ok(Token {
        access,
        refresh: answer.text("refresh_token")?,
        expires_in: answer.int_or_none("expires_in").unwrap_or_default(),
    })
}
