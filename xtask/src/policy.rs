//! The content policy of the built site: what a page may load and send. Measured in a browser by `tests/e2e/`.
//!
//! Three parts add up. The *header* policy is for hosts that can set headers (`dist/_headers`). The *page* policy
//! repeats what a meta element can say, for hosts that cannot. The *closing* policy is appended by `web/boot.js`
//! once the app runs: from then on nothing that the page does can send anything.

/// What each page is allowed from the start.
const BASE: &[&str] = &[
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    // The icon, written into the page; an image of our own server could carry text to it.
    "img-src data:",
    // The wasm is fetched by the page; the closing policy takes this back.
    "connect-src 'self'",
    // Trunk's base element needs it; 'none' would make every relative address wrong.
    "base-uri 'self'",
    "form-action 'none'",
    "object-src 'none'",
    // The worker that reads long texts is made of what the page has fetched already.
    "worker-src blob:",
    "require-trusted-types-for 'script'",
    "trusted-types respondex-reader",
];

/// What is taken back once the app runs.
pub(crate) const CLOSING: &str = "default-src 'none'; script-src 'wasm-unsafe-eval'; img-src data:; worker-src blob:; form-action 'none'";

/// The policy for a meta element.
pub(crate) fn page() -> String {
    BASE.join("; ")
}

/// The file `_headers`, in the form that Netlify and Cloudflare Pages read; our own server reads it too.
pub(crate) fn headers_file() -> String {
    // A meta element cannot say who may frame the page.
    let policy = format!("{}; frame-ancestors 'none'", page());
    let headers: &[(&str, &str)] = &[
        ("Content-Security-Policy", &policy),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Referrer-Policy", "no-referrer"),
        ("Strict-Transport-Security", "max-age=31536000"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
    ];
    headers
        .iter()
        .fold("/*\n".to_owned(), |file, (name, value)| format!("{file}  {name}: {value}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_allows_no_inline_script_and_no_inline_style() {
        assert!(!headers_file().contains("unsafe-inline"));
        assert!(!headers_file().contains("'unsafe-eval'"));
    }

    #[test]
    fn only_the_header_says_who_may_frame_the_page() {
        assert!(headers_file().contains("frame-ancestors 'none'"));
        assert!(!page().contains("frame-ancestors"));
    }
}
