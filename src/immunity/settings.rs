//! The settings of one line of `key=value;` text.

use core::str::FromStr;

use super::ImmunityError;
use super::pair::Pair;

/// The settings of one line, each taken once.
pub(crate) struct Settings<'a> {
    known: &'static [&'static str],
    pairs: Vec<(&'a str, &'a str)>,
}

impl<'a> Settings<'a> {
    pub(crate) fn read(
        text: &'a str,
        known: &'static [&'static str],
    ) -> Result<Self, ImmunityError> {
        let wrong = |found: String| ImmunityError::Setting {
            expected: format!("settings {} as key=value", known.join(", ")),
            found,
        };
        let mut pairs: Vec<(&str, &str)> = Vec::new();
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (key, value) =
                part.split_once('=').ok_or_else(|| wrong(format!("{part:?}")))?;
            let (key, value) = (key.trim(), value.trim());
            if !known.contains(&key) {
                return Err(wrong(format!("{key:?}")));
            }
            if pairs.iter().any(|(other, _)| *other == key) {
                return Err(wrong(format!("{key:?} twice")));
            }
            pairs.push((key, value));
        }
        Ok(Self { known, pairs })
    }

    pub(crate) fn text(&self, key: &str) -> Option<&'a str> {
        debug_assert!(self.known.contains(&key), "a key that the reader refuses");
        self.pairs.iter().find(|(other, _)| *other == key).map(|(_, value)| *value)
    }

    pub(crate) fn flag(&self, key: &str) -> Result<bool, ImmunityError> {
        match self.text(key) {
            None | Some("0" | "false" | "no") => Ok(false),
            Some("1" | "true" | "yes") => Ok(true),
            Some(other) => Err(ImmunityError::Setting {
                expected: format!("{key} 0 or 1"),
                found: format!("{other:?}"),
            }),
        }
    }

    pub(crate) fn word<T: FromStr<Err: Into<ImmunityError>>>(
        &self,
        key: &str,
    ) -> Result<Option<T>, ImmunityError> {
        self.text(key).map(str::parse).transpose().map_err(Into::into)
    }

    pub(crate) fn must<T: FromStr<Err: Into<ImmunityError>>>(
        &self,
        key: &str,
    ) -> Result<T, ImmunityError> {
        self.word(key)?.ok_or_else(|| ImmunityError::Setting {
            expected: format!("a setting {key}"),
            found: "none".to_owned(),
        })
    }

    pub(crate) fn pair(&self) -> Result<Pair, ImmunityError> {
        match (self.text("sending"), self.text("receiving")) {
            (None, None) => Ok(Pair::PLAIN),
            (sending, receiving) => {
                Pair::between(sending.unwrap_or(""), receiving.unwrap_or(""))
            }
        }
    }
}
