//! Numbers: any vendor's code, the status code of a status line, and its class.
//!
//! The only place that knows which numbers are which.

use core::fmt;

use serde::Serialize;

/// A response code of any vendor, wherever it travels.
///
/// # Examples
///
/// ```
/// use respondex_core::{Code, StatusClass};
///
/// assert_eq!(Code::new(404).class(), Some(StatusClass::ClientError));
/// assert_eq!(Code::new(4010).class(), None);
/// assert_eq!(Code::parse("4010"), Some(Code::new(4010)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Code(u32);

impl Code {
    /// Wraps a number; every number is a possible code of somebody.
    pub const fn new(number: u32) -> Self {
        Self(number)
    }

    /// Reads a plain decimal number of at most nine digits.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if plain { text.parse().ok().map(Self) } else { None }
    }

    /// The number.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The number as a status code, where it is one.
    pub fn as_status(self) -> Option<u16> {
        self.class().and_then(|_| u16::try_from(self.0).ok())
    }

    /// The class of the status code, or nothing for a number outside 100 to 599.
    ///
    /// # Source
    ///
    /// RFC 9110, section 15.
    pub const fn class(self) -> Option<StatusClass> {
        match self.0 {
            100..=199 => Some(StatusClass::Informational),
            200..=299 => Some(StatusClass::Successful),
            300..=399 => Some(StatusClass::Redirection),
            400..=499 => Some(StatusClass::ClientError),
            500..=599 => Some(StatusClass::ServerError),
            _ => None,
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl From<u16> for Code {
    fn from(number: u16) -> Self {
        Self(u32::from(number))
    }
}

/// The class of a status code: its first digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StatusClass {
    /// 1xx: a first word; the final response follows.
    Informational,
    /// 2xx.
    Successful,
    /// 3xx.
    Redirection,
    /// 4xx.
    ClientError,
    /// 5xx.
    ServerError,
}

impl StatusClass {
    /// How the class is written: `4xx`.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Informational => "1xx",
            Self::Successful => "2xx",
            Self::Redirection => "3xx",
            Self::ClientError => "4xx",
            Self::ServerError => "5xx",
        }
    }

    /// The code whose meaning an unrecognised code of the class takes.
    ///
    /// # Source
    ///
    /// RFC 9110, section 15: a client treats an unrecognised code as the x00 of its class.
    pub const fn generic_status(self) -> u16 {
        match self {
            Self::Informational => 100,
            Self::Successful => 200,
            Self::Redirection => 300,
            Self::ClientError => 400,
            Self::ServerError => 500,
        }
    }
}
