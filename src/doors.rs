//! Serde's doors: a struct comes by the names of its fields, never as a bare list, in
//! which a number too many would be dropped in silence.

use core::fmt;
use core::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

/// What derives `Deserialize`, read from a table only.
#[derive(Debug)]
pub(crate) struct Table<T>(pub(crate) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Names<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Names<T> {
            type Value = Table<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table of named fields")
            }

            fn visit_map<M: MapAccess<'de>>(
                self,
                map: M,
            ) -> Result<Table<T>, M::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(Table)
            }
        }
        from.deserialize_map(Names(PhantomData))
    }
}

/// Reads a struct from a table of its fields: `by_name!(Name { field: Type })`, the
/// fields with serde's attributes. Behind `=>` stands how a checked struct is made of
/// them, a `Result` whose error is told.
macro_rules! by_name {
    ($name:ident { $($(#[$attribute:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        by_name!($name { $($(#[$attribute])* $field: $type),+ } => {
            Ok::<_, core::convert::Infallible>(Self { $($field),+ })
        });
    };
    (
        $name:ident { $($(#[$attribute:meta])* $field:ident: $type:ty),+ $(,)? }
        => $made:expr
    ) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(
                from: D,
            ) -> Result<Self, D::Error> {
                #[derive(serde::Deserialize)]
                #[serde(deny_unknown_fields)]
                struct Fields {
                    $($(#[$attribute])* $field: $type),+
                }
                let crate::doors::Table(Fields { $($field),+ }) =
                    serde::Deserialize::deserialize(from)?;
                $made.map_err(serde::de::Error::custom)
            }
        }
    };
}

/// Lets serde write a type as its text and read it again, `#[serde(try_from = "String",
/// into = "String")]`: what `Display` says and `FromStr` reads.
macro_rules! as_text {
    ($name:ident, $error:ty) => {
        impl TryFrom<String> for $name {
            type Error = $error;

            fn try_from(text: String) -> Result<Self, $error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.to_string()
            }
        }
    };
}

/// Defines a module's `counted(what, (least, most), found)`, which refuses fewer than the
/// least and more than the most with the `Count` of its own error.
macro_rules! counted {
    ($error:ident) => {
        const fn counted(
            what: &'static str,
            (least, most): (usize, usize),
            found: usize,
        ) -> Result<(), $error> {
            if least <= found && found <= most {
                return Ok(());
            }
            Err($error::Count { what, least, most, found })
        }
    };
}
