//! The addresses of the site. Nothing else knows one.
//!
//! Links are written relative to `<base href>`, so that the same page works under any path.

use respondex_core::Code;

/// A page of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The box for a number, words or a pasted line.
    Home,
    /// One vendor's code.
    Code {
        /// Vendor id.
        vendor: String,
        /// The number.
        code: Code,
    },
    /// The decoder of pasted responses.
    Decode,
    /// Every number by vendor.
    Compare,
    /// One number across vendors.
    CompareCode(Code),
    /// One condition across vendors, by id.
    CompareCondition(String),
    /// One vendor against another, by id.
    CompareVendors(String, String),
    /// All vendors.
    Vendors,
    /// One vendor, by id.
    Vendor(String),
    /// Sources, privacy, keys.
    About,
    /// An address that is none of these.
    NotFound,
}

impl Route {
    /// Reads the part of an address that follows the base path.
    ///
    /// # Examples
    ///
    /// ```
    /// use respondex_core::Code;
    /// use respondex_web::route::Route;
    ///
    /// let route = Route::parse("code/updox/4071");
    /// assert_eq!(route, Route::Code { vendor: "updox".into(), code: Code::new(4071) });
    /// assert_eq!(Route::parse("no/such/page"), Route::NotFound);
    /// ```
    pub fn parse(path: &str) -> Self {
        let path = path.trim_matches('/');
        let path = path.strip_suffix(".html").unwrap_or(path);
        let mut parts = path.split('/');
        let parts = (parts.next(), parts.next(), parts.next(), parts.next());
        match parts {
            (Some("" | "index"), None, ..) => Self::Home,
            (Some("decode"), None, ..) => Self::Decode,
            (Some("compare"), None, ..) => Self::Compare,
            (Some("compare"), Some(code), None, _) => {
                Code::parse(code).map_or(Self::NotFound, Self::CompareCode)
            }
            (Some("compare"), Some("condition"), Some(id), None) if !id.is_empty() => {
                Self::CompareCondition(id.into())
            }
            (Some("compare"), Some(one), Some(other), None)
                if !one.is_empty() && !other.is_empty() =>
            {
                Self::CompareVendors(one.into(), other.into())
            }
            (Some("vendors"), None, ..) => Self::Vendors,
            (Some("vendor"), Some(id), None, _) if !id.is_empty() => Self::Vendor(id.into()),
            (Some("code"), Some(vendor), Some(code), None) if !vendor.is_empty() => {
                Code::parse(code).map_or(Self::NotFound, |code| Self::code(vendor, code))
            }
            (Some("about"), None, ..) => Self::About,
            _ => Self::NotFound,
        }
    }

    /// The page of a vendor's code.
    pub fn code(vendor: &str, code: Code) -> Self {
        Self::Code { vendor: vendor.into(), code }
    }

    /// The address below the base path, without a slash at either end; home is empty.
    pub fn path(&self) -> String {
        match self {
            Self::Home | Self::NotFound => String::new(),
            Self::Code { vendor, code } => format!("code/{vendor}/{code}"),
            Self::Decode => "decode".into(),
            Self::Compare => "compare".into(),
            Self::CompareCode(code) => format!("compare/{code}"),
            Self::CompareCondition(id) => format!("compare/condition/{id}"),
            Self::CompareVendors(one, other) => format!("compare/{one}/{other}"),
            Self::Vendors => "vendors".into(),
            Self::Vendor(id) => format!("vendor/{id}"),
            Self::About => "about".into(),
        }
    }

    /// The address as a link writes it: relative to `<base href>`.
    pub fn href(&self) -> String {
        let path = self.path();
        if path.is_empty() { "./".into() } else { path }
    }

    /// The address of home with a query in the box.
    pub fn query_href(query: &str) -> String {
        format!("./?q={}", encode(query))
    }

    /// The query of home in the part of an address that begins with `?`, if it has one.
    pub fn query_of(search: &str) -> Option<String> {
        search
            .trim_start_matches('?')
            .split('&')
            .find_map(|pair| pair.strip_prefix("q="))
            .map(decode)
            .filter(|query| !query.trim().is_empty())
    }
}

/// Percent-encodes what is not unreserved (RFC 3986, section 2.3).
fn encode(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            b' ' => encoded.push('+'),
            _ => {
                encoded.push('%');
                for digit in [byte >> 4, byte & 15] {
                    encoded.extend(char::from_digit(u32::from(digit), 16));
                }
            }
        }
        encoded
    })
}

/// Undoes [`encode`]; a percent sign that begins no byte stays as it is.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        let digit = |at: usize| {
            after
                .get(at)
                .and_then(|byte| char::from(*byte).to_digit(16))
                .and_then(|digit| u8::try_from(digit).ok())
        };
        match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(high << 4 | low);
                rest = after.get(2..).unwrap_or_default();
            }
            (b'+', ..) => bytes.push(b' '),
            _ => bytes.push(first),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_again_by_its_own_address() {
        for route in [
            Route::Home,
            Route::code("elevate-iq", Code::new(429)),
            Route::Decode,
            Route::Compare,
            Route::CompareCode(Code::new(4010)),
            Route::CompareCondition("already-exists".into()),
            Route::CompareVendors("vision".into(), "elevate-iq".into()),
            Route::Vendors,
            Route::Vendor("hhaexchange".into()),
            Route::About,
        ] {
            assert_eq!(Route::parse(&route.path()), route);
            assert_eq!(Route::parse(&format!("/{}.html", route.path())), route);
        }
    }

    #[test]
    fn other_addresses_are_not_found() {
        for path in [
            "code",
            "code/updox",
            "code/updox/x",
            "code/updox/1/2",
            "compare/x",
            "vendor/",
            "q",
            "compare/condition/",
            "compare/a/b/c",
        ] {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
    }

    #[test]
    fn a_query_survives_the_address() {
        for query in ["4071", "recipient not found", "50% & more+", "é?"] {
            let href = Route::query_href(query);
            assert_eq!(Route::query_of(href.trim_start_matches("./")).as_deref(), Some(query));
        }
        assert_eq!(Route::query_of("?x=1"), None);
        assert_eq!(Route::query_of("?q=%zz").as_deref(), Some("%zz"));
    }
}
