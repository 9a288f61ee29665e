//! Responses to try the decoder with: built from the shape that each vendor documents, with made-up values.

/// A response to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// Vendor id.
    pub vendor: &'static str,
    /// What the button says.
    pub label: &'static str,
    /// The text.
    pub text: &'static str,
}

/// One for each vendor.
pub const SAMPLES: &[Sample] = &[
    Sample {
        vendor: "hhaexchange",
        label: "HHAeXchange: SOAP error",
        text: include_str!("../../samples/hhaexchange-soap-error.txt"),
    },
    Sample {
        vendor: "vision",
        label: "Vision: 207, one record refused",
        text: include_str!("../../samples/vision-207-batch.txt"),
    },
    Sample {
        vendor: "santedb",
        label: "SanteDB: fault with a cause",
        text: include_str!("../../samples/santedb-fault.txt"),
    },
    Sample {
        vendor: "updox",
        label: "Updox: 4010 inside a 200",
        text: include_str!("../../samples/updox-4010-inside-200.txt"),
    },
    Sample {
        vendor: "elevate-iq",
        label: "Elevate IQ: 400",
        text: include_str!("../../samples/elevate-iq-400.txt"),
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
            assert_eq!(vendors, [sample.vendor], "{}", sample.label);
        }
    }
}
