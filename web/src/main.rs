//! The app in the browser.

fn main() {}

/// Starts the app with the packed data of the catalogue; called once, by `web/boot.js`.
///
/// # Errors
///
/// When the data are not those of this build.
#[cfg(feature = "hydration")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn start(data: Vec<u8>) -> Result<(), wasm_bindgen::JsValue> {
    respondex_web::start(data).map_err(|error| error.to_string().into())
}
