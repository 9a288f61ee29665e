//! What this browser remembers: settings and ids of codes, each under a name of ours. Pasted text never.

/// What is remembered under a name.
pub fn read(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Remembers a value; an empty one is forgotten. Storage may be full or switched off: what was chosen then holds until the page is left.
pub fn write(name: &str, value: &str) {
    if let Some(storage) = storage() {
        let _refused = if value.is_empty() {
            storage.remove_item(name)
        } else {
            storage.set_item(name, value)
        };
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
