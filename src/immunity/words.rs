//! One macro for the chapter's vocabularies, so that each word is spelt once.

/// Two spellings are one word when they differ only in blanks, hyphens and the case
/// of plain letters. Accented ones keep their case: the tables of Unicode would weigh
/// more in the page than all the rules of the chapter.
pub(crate) fn same_word(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> Vec<u8> {
        let kept =
            text.bytes().filter(|b| b.is_ascii_alphanumeric() || !b.is_ascii());
        kept.map(|byte| byte.to_ascii_lowercase()).collect()
    };
    letters(one) == letters(other)
}

/// An enum with a list of all its values, a code for tables, words for prose, and
/// one door for both.
macro_rules! vocabulary {
    (
        $(#[$docs:meta])*
        $name:ident: $expected:literal {
            $( $(#[$inner:meta])* $variant:ident = $said:literal $(or $alias:literal)*, )+
        }
    ) => {
        $(#[$docs])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
        )]
        #[serde(try_from = "String", into = "String")]
        pub enum $name {
            $( $(#[$inner])* $variant, )+
        }

        impl $name {
            /// Every value, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// The word as tables spell it.
            pub const fn code(self) -> &'static str {
                match self { $( Self::$variant => stringify!($variant), )+ }
            }

            /// The word as prose spells it.
            pub const fn said(self) -> &'static str {
                match self { $( Self::$variant => $said, )+ }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.said())
            }
        }

        impl core::str::FromStr for $name {
            type Err = crate::immunity::ImmunityError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                use crate::immunity::words::same_word;
                $(
                    let spelt: &[&str] = &[stringify!($variant), $said $(, $alias)*];
                    if spelt.iter().any(|word| same_word(word, text)) {
                        return Ok(Self::$variant);
                    }
                )+
                let all: Vec<&str> = Self::ALL.iter().map(|word| word.code()).collect();
                Err(crate::immunity::ImmunityError::Word {
                    expected: format!(concat!($expected, " ({})"), all.join(", ")),
                    found: text.to_owned(),
                })
            }
        }

        impl TryFrom<String> for $name {
            type Error = crate::immunity::ImmunityError;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(word: $name) -> Self {
                word.code().to_owned()
            }
        }
    };
}

pub(crate) use vocabulary;

/// Tells one link of the chain of reasons; the articles are constants.
macro_rules! step {
    ($tell:ident, $stage:ident, $shield:expr, $because:expr, [$($article:expr),+]) => {
        $tell(Step {
            stage: Stage::$stage,
            articles: const { &[$($article),+] },
            because: $because,
            shield: $shield,
        })
    };
}

pub(crate) use step;
