//! Responses to try the decoder with: built from the shape that each vendor documents, with made-up values.

/// A response to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// Ids of the vendors whose responses it holds, in order.
    pub vendors: &'static [&'static str],
    /// What the button says.
    pub label: &'static str,
    /// The text.
    pub text: &'static str,
}

/// One for each vendor, and one for each kind of paste that looks different.
pub const SAMPLES: &[Sample] = &[
    Sample {
        vendors: &["hhaexchange"],
        label: "HHAeXchange: SOAP error",
        text: include_str!("../../samples/hhaexchange-soap-error.txt"),
    },
    Sample {
        vendors: &["vision"],
        label: "Vision: 207, one record refused",
        text: include_str!("../../samples/vision-207-batch.txt"),
    },
    Sample {
        vendors: &["santedb"],
        label: "SanteDB: fault with a cause",
        text: include_str!("../../samples/santedb-fault.txt"),
    },
    Sample {
        vendors: &["updox"],
        label: "Updox: 4010 inside a 200",
        text: include_str!("../../samples/updox-4010-inside-200.txt"),
    },
    Sample {
        vendors: &["elevate-iq"],
        label: "Elevate IQ: 400",
        text: include_str!("../../samples/elevate-iq-400.txt"),
    },
    Sample {
        vendors: &["santedb"],
        label: "curl -v: expired token",
        text: include_str!("../../samples/curl-verbose-expired-token.txt"),
    },
    Sample {
        vendors: &["updox", "updox", "updox", "hhaexchange", "elevate-iq"],
        label: "Log: several calls",
        text: include_str!("../../samples/log-of-several-calls.txt"),
    },
];

#[cfg(test)]
mod tests {
    use respondex_core::{Catalog, DecodeOptions, decode};

    use super::*;

    #[test]
    fn each_sample_is_recognized_as_its_vendors() {
        for sample in SAMPLES {
            let decoding = decode(Catalog::builtin(), sample.text, &DecodeOptions::default());
            let vendors: Vec<_> = decoding
                .responses
                .iter()
                .filter_map(|response| response.vendor.as_ref().map(|vendor| vendor.id))
                .collect();
            assert_eq!(vendors, sample.vendors, "{}", sample.label);
        }
    }
}
