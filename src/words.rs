//! Closed sets of words: an enum each of whose values has one spelling.
//!
//! The spelling is the value's own name, in small letters with hyphens, for files, for
//! JSON and for arguments alike; prose may call it something else. Reading is kinder
//! than writing: blanks, hyphens and capitals may fall as they like.

/// A word that is none of those expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, found {found:?}")]
pub struct WordError {
    /// The words that would do.
    pub expected: String,
    /// The word that came.
    pub found: String,
}

/// Two spellings are one word when they differ only in blanks, hyphens and the case
/// of plain letters.
pub(crate) fn same_word(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> Vec<u8> {
        let kept =
            text.bytes().filter(|b| b.is_ascii_alphanumeric() || !b.is_ascii());
        kept.map(|byte| byte.to_ascii_lowercase()).collect()
    };
    letters(one) == letters(other)
}

/// A name such as `StagHunt` spelt as `stag-hunt`.
pub(crate) struct Hyphened {
    bytes: [u8; 64],
    len: usize,
}

impl Hyphened {
    pub(crate) const fn of(name: &str) -> Self {
        let name = name.as_bytes();
        let mut word = Self { bytes: [0; 64], len: 0 };
        let mut at = 0;
        while at < name.len() {
            if name[at].is_ascii_uppercase() && at > 0 {
                word.bytes[word.len] = b'-';
                word.len += 1;
            }
            word.bytes[word.len] = name[at].to_ascii_lowercase();
            word.len += 1;
            at += 1;
        }
        word
    }

    pub(crate) const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(word) => word,
            Err(_) => unreachable!(),
        }
    }
}

/// An enum with its values in one list and one spelling of each. Behind `=` stands
/// what prose calls the value, where that is another word, and behind `or` what else
/// readers may write for it.
macro_rules! words {
    (
        $(#[$docs:meta])*
        $name:ident: $expected:literal {
            $(
                $(#[$about:meta])*
                $variant:ident $(= $prose:literal $(or $alias:literal)*)?,
            )+
        }
    ) => {
        $(#[$docs])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( $(#[$about])* $variant, )+
        }

        impl $name {
            /// Every value, in the order of the declaration.
            pub const ALL: [Self; [$( Self::$variant ),+].len()] =
                [$( Self::$variant ),+];

            /// The word as files and JSON spell it.
            pub const fn word(self) -> &'static str {
                match self {
                    $( Self::$variant => {
                        const WORD: $crate::words::Hyphened =
                            $crate::words::Hyphened::of(stringify!($variant));
                        WORD.as_str()
                    } )+
                }
            }

            /// The word as prose has it.
            #[allow(unreachable_patterns, reason = "all may be called otherwise")]
            pub const fn name(self) -> &'static str {
                match self {
                    $( $( Self::$variant => $prose, )? )+
                    _ => self.word(),
                }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.name())
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::words::WordError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $(
                    let spelt = [stringify!($variant) $(, $prose $(, $alias)*)?];
                    if spelt.iter().any(|word| $crate::words::same_word(word, text)) {
                        return Ok(Self::$variant);
                    }
                )+
                let all = Self::ALL.map(Self::word).join(", ");
                Err($crate::words::WordError {
                    expected: format!(concat!($expected, " ({})"), all),
                    found: text.to_owned(),
                })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.word())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text: String = serde::Deserialize::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use words;

#[cfg(test)]
mod tests {
    use crate::games::{GameClass, Move};

    #[test]
    fn a_word_is_written_in_one_way_and_read_in_many() {
        let hunt = GameClass::StagHunt;
        assert_eq!((hunt.word(), hunt.name()), ("stag-hunt", "stag hunt"));
        assert_eq!(serde_json::to_string(&hunt).unwrap(), "\"stag-hunt\"");
        for text in ["stag-hunt", "stag_hunt", "StagHunt", "Stag hunt"] {
            assert_eq!(text.parse(), Ok(hunt), "{text}");
        }
        for class in GameClass::ALL {
            assert_eq!(class.word().parse(), Ok(class));
            assert_eq!(class.name().parse(), Ok(class));
        }
    }

    #[test]
    fn a_word_outside_the_set_is_told_the_set() {
        let told = "betray".parse::<Move>().unwrap_err().to_string();
        assert_eq!(told, "expected a move (cooperate, defect), found \"betray\"");
        assert!(serde_json::from_str::<Move>("0").is_err());
    }
}
