//! What can be copied, and by which keys.

/// What can be copied of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyKind {
    /// What is said to the caller.
    Reply,
    /// What a ticket needs.
    Ticket,
    /// The answer as Markdown.
    Markdown,
    /// The answer as plain text.
    Plain,
    /// The answer as JSON.
    Json,
    /// The address of the page on the code.
    Link,
}

impl CopyKind {
    /// All of them, in the order in which the buttons stand.
    pub const ALL: [Self; 6] =
        [Self::Reply, Self::Ticket, Self::Markdown, Self::Plain, Self::Json, Self::Link];

    /// The words on the button.
    pub fn label(self) -> &'static str {
        match self {
            Self::Reply => "Copy reply",
            Self::Ticket => "Copy ticket",
            Self::Markdown => "Markdown",
            Self::Plain => "Plain text",
            Self::Json => "JSON",
            Self::Link => "Copy link",
        }
    }

    /// What was copied, as it is announced.
    pub fn said(self) -> &'static str {
        match self {
            Self::Reply => "Reply copied",
            Self::Ticket => "Ticket summary copied",
            Self::Markdown => "Markdown copied",
            Self::Plain => "Plain text copied",
            Self::Json => "JSON copied",
            Self::Link => "Link copied",
        }
    }

    /// The value of `data-copy`, by which keys find the button.
    pub fn id(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Ticket => "ticket",
            Self::Markdown => "markdown",
            Self::Plain => "plain",
            Self::Json => "json",
            Self::Link => "link",
        }
    }

    /// The keys that copy it, as they are shown.
    pub fn keys(self) -> &'static str {
        match self {
            Self::Reply => "Ctrl+Enter, or C",
            Self::Ticket => "Ctrl+Shift+Enter, or T",
            Self::Markdown => "M",
            Self::Plain => "P",
            Self::Json => "J",
            Self::Link => "L",
        }
    }

    /// The kind that a letter copies.
    pub fn of_letter(letter: &str) -> Option<Self> {
        Some(match letter {
            "c" => Self::Reply,
            "t" => Self::Ticket,
            "m" => Self::Markdown,
            "p" => Self::Plain,
            "j" => Self::Json,
            "l" => Self::Link,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_a_letter_of_its_own() {
        for kind in CopyKind::ALL {
            let letter = kind.keys().chars().last().expect("it has keys").to_ascii_lowercase();
            assert_eq!(CopyKind::of_letter(&letter.to_string()), Some(kind));
        }
        assert_eq!(CopyKind::of_letter("x"), None);
    }
}
