//! Which bytes a text holds, and which of them stand beside each other, so that one pass tells what need not be
//! looked for.

use alloc::vec;
use alloc::vec::Vec;

use crate::seek;

/// Places for pairs of neighbours. Several pairs share one, so that a pair may seem to be there; one that is
/// there is never missed.
const PAIRS: usize = 4_096;

/// The set of bytes in a text, and of the pairs of neighbours.
#[derive(Debug, Clone)]
pub(crate) struct BytesPresent {
    bytes: [bool; 256],
    pairs: Vec<bool>,
}

impl BytesPresent {
    /// Reads the text once.
    pub(crate) fn of(text: &str) -> Self {
        let mut bytes = [false; 256];
        let mut pairs = vec![false; PAIRS];
        let mut before = 0u8;
        for byte in text.bytes() {
            if let Some(place) = bytes.get_mut(usize::from(byte)) {
                *place = true;
            }
            if let Some(place) = pairs.get_mut(pair(before, byte)) {
                *place = true;
            }
            before = byte;
        }
        Self { bytes, pairs }
    }

    /// Whether any of these bytes stands in the text.
    pub(crate) fn any(&self, bytes: &[u8]) -> bool {
        bytes.iter().any(|byte| self.bytes.get(usize::from(*byte)).is_some_and(|present| *present))
    }

    /// Whether these words may stand in the text: if not, nobody has to look for them.
    pub(crate) fn may_hold(&self, words: &str) -> bool {
        words.as_bytes().array_windows().all(|[first, second]| {
            self.pairs.get(pair(*first, *second)).is_some_and(|present| *present)
        })
    }

    /// Whether these words stand in the text that was read, or in a part of it.
    pub(crate) fn holds(&self, text: &str, words: &str) -> bool {
        self.may_hold(words) && seek::holds(text, words)
    }
}

/// The place of a pair.
fn pair(first: u8, second: u8) -> usize {
    (usize::from(first) << 5 ^ usize::from(second)) % PAIRS
}

#[cfg(test)]
mod tests {
    use super::BytesPresent;

    #[test]
    fn what_is_there_is_never_missed() {
        let text = "< HTTP/1.1 401 – ß\n";
        let present = BytesPresent::of(text);
        assert!(present.any(b"x<") && !present.any(b"x>"));
        assert!(present.may_hold("HTTP/") && present.may_hold("– ß") && present.may_hold("<"));
        assert!(present.holds(text, "401") && !present.holds(text, "402"));
        assert!(!present.may_hold("<= Recv"));
    }
}
