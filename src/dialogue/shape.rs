use std::collections::BTreeMap;

/// What a value of the JSON contract looks like, as far as an expression over it has to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Anything.
    Any,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A text; where only some are possible, those.
    Text(Vec<String>),
    /// A list of such values.
    List(Box<Shape>),
    /// An object of [`Shapes`], by its name.
    Object(String),
}

/// The objects of the JSON contract, by name: each with its members.
#[derive(Clone, Debug, Default)]
pub struct Shapes(pub BTreeMap<String, BTreeMap<String, Member>>);

/// A member of an object.
#[derive(Clone, Debug)]
pub struct Member {
    /// What it looks like.
    pub shape: Shape,
    /// Whether it may be `null`.
    pub nullable: bool,
    /// What it is.
    pub about: String,
}
