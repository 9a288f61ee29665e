//! The words after `cargo xtask TASK`. A word that nobody takes is an error, so that a slip never passes unseen.

use crate::failure::{Failure, Outcome};

/// What is left of the command line.
#[derive(Debug)]
pub(crate) struct Arguments {
    words: Vec<String>,
}

impl Arguments {
    pub(crate) fn new(words: impl Iterator<Item = String>) -> Self {
        Self { words: words.collect() }
    }

    /// Takes the first word.
    pub(crate) fn word(&mut self) -> Option<String> {
        if self.words.is_empty() { None } else { Some(self.words.remove(0)) }
    }

    /// Takes `--name`, and says whether it was there.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let position = self.words.iter().position(|word| word == name);
        position.map(|at| self.words.remove(at)).is_some()
    }

    /// Takes `--name VALUE` or `--name=VALUE`, and gives the value.
    pub(crate) fn option(&mut self, name: &str) -> Outcome<Option<String>> {
        let with_equals = format!("{name}=");
        let found = |word: &String| word == name || word.starts_with(&with_equals);
        let Some(at) = self.words.iter().position(found) else { return Ok(None) };
        let word = self.words.remove(at);
        if let Some(value) = word.strip_prefix(&with_equals) {
            return Ok(Some(value.to_owned()));
        }
        if at < self.words.len() {
            return Ok(Some(self.words.remove(at)));
        }
        Err(Failure::new(format!("{name} needs a value")))
    }

    /// Takes every word that is left and does not begin with a dash.
    pub(crate) fn rest(&mut self) -> Vec<String> {
        let (options, words) = self.words.drain(..).partition(|word| word.starts_with('-'));
        self.words = options;
        words
    }

    /// Fails when something is left.
    pub(crate) fn finish(self) -> Outcome {
        match self.words.first() {
            None => Ok(()),
            Some(word) => Err(Failure::new(format!(
                "\"{word}\" means nothing here; `cargo xtask help` shows what there is"
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(line: &str) -> Arguments {
        Arguments::new(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn an_option_takes_the_next_word_or_what_follows_the_equals_sign() {
        for line in ["--port 81 --fix", "--fix --port=81"] {
            let mut arguments = arguments(line);
            assert_eq!(arguments.option("--port").unwrap().as_deref(), Some("81"));
            assert!(arguments.flag("--fix"));
            arguments.finish().unwrap();
        }
    }

    #[test]
    fn an_option_without_its_value_is_an_error() {
        assert!(arguments("--port").option("--port").is_err());
    }

    #[test]
    fn a_word_that_nobody_took_is_an_error() {
        let mut arguments = arguments("start-up --quick");
        assert_eq!(arguments.rest(), ["start-up"]);
        assert!(arguments.finish().unwrap_err().to_string().contains("--quick"));
    }
}
