//! Which bytes a text holds, so that one pass tells what need not be looked for.

/// The set of bytes in a text.
#[derive(Debug, Clone)]
pub(crate) struct BytesPresent([bool; 256]);

impl Default for BytesPresent {
    fn default() -> Self {
        Self([false; 256])
    }
}

impl BytesPresent {
    /// Reads the text once.
    pub(crate) fn of(text: &str) -> Self {
        let mut present = [false; 256];
        for byte in text.bytes() {
            if let Some(place) = present.get_mut(usize::from(byte)) {
                *place = true;
            }
        }
        Self(present)
    }

    /// Whether any of these bytes stands in the text.
    pub(crate) fn any(&self, bytes: &[u8]) -> bool {
        bytes.iter().any(|byte| self.0.get(usize::from(*byte)).is_some_and(|present| *present))
    }
}
