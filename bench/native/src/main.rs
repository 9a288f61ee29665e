//! `respondex-bench-native ROUNDS FILE…`: decodes each file beside parsers of the same text, in turns, and
//! prints the medians in microseconds as JSON: `{"FILE": {"decode": 12.3, …}}`.

use std::hint::black_box;
use std::time::Instant;
use std::{env, fs};

use respondex_core::{Catalog, DecodeOptions, decode};

type Candidate<'t> = (&'static str, Box<dyn Fn() + 't>);

fn main() {
    let mut words = env::args().skip(1);
    let rounds: usize = words.next().and_then(|word| word.parse().ok()).unwrap_or(15);
    let files: Vec<String> = words
        .map(|file| {
            let text = fs::read_to_string(&file).expect("the text can be read");
            let rows: Vec<String> = measure(&text, rounds)
                .into_iter()
                .map(|(name, time)| format!("{name:?}: {time:.2}"))
                .collect();
            format!("{file:?}: {{{}}}", rows.join(", "))
        })
        .collect();
    println!("{{{}}}", files.join(", "));
}

fn measure(text: &str, rounds: usize) -> Vec<(&'static str, f64)> {
    let catalog = Catalog::builtin();
    let content = text.split_once("\r\n\r\n").map_or(text, |(_, content)| content);
    let mut candidates: Vec<Candidate<'_>> = vec![(
        "decode",
        Box::new(|| {
            black_box(decode(catalog, black_box(text), &DecodeOptions::default()));
        }),
    )];
    if serde_json::from_str::<serde_json::Value>(content).is_ok() {
        candidates.push((
            "serde_json",
            Box::new(|| {
                black_box(serde_json::from_str::<serde_json::Value>(black_box(content)).ok());
            }),
        ));
    }
    if content.trim_start().starts_with('<') {
        candidates.push(("quick-xml", Box::new(|| events(black_box(content)))));
    }
    if text.starts_with("HTTP/") {
        candidates.push((
            "httparse",
            Box::new(|| {
                let mut fields = [httparse::EMPTY_HEADER; 64];
                let mut response = httparse::Response::new(&mut fields);
                let _ = black_box(response.parse(black_box(text.as_bytes())));
            }),
        ));
    }
    // So many calls a round that the clock does not matter.
    let calls = (2_000_000 / text.len()).clamp(1, 2_000);
    let mut times: Vec<Vec<f64>> = vec![Vec::new(); candidates.len()];
    for round in 0..=rounds {
        for (times, (_, run)) in times.iter_mut().zip(&candidates) {
            let start = Instant::now();
            for _ in 0..calls {
                run();
            }
            // The first round warms up.
            if round > 0 {
                times.push(start.elapsed().as_secs_f64() * 1e6 / calls as f64);
            }
        }
    }
    candidates
        .iter()
        .zip(times)
        .map(|((name, _), mut times)| {
            times.sort_by(f64::total_cmp);
            (*name, times[times.len() / 2])
        })
        .collect()
}

fn events(text: &str) {
    let mut reader = quick_xml::reader::Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) | Err(_) => return,
            Ok(event) => {
                black_box(event);
            }
        }
    }
}
