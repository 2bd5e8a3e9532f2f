use std::fmt;
use std::sync::Arc;

/// Passwords that the user gave to check digests with: they are compared with what travelled, and never shown.
#[derive(Clone, Default)]
pub struct Passwords(Arc<[(String, String)]>);

impl Passwords {
    /// Of user names and passwords.
    pub fn new(known: Vec<(String, String)>) -> Passwords {
        Passwords(known.into())
    }

    /// The password of a user, by the whole name, or, where one of both has no `@`, by what stands before it.
    pub fn of(&self, user: &str) -> Option<&str> {
        let short = |name: &str| name.split('@').next().unwrap_or("").to_owned();
        let exact = self.0.iter().find(|(known, _)| known == user);
        let whole = |name: &str| name.contains('@');
        let near = || {
            self.0.iter().find(|(known, _)| {
                let other_domain = whole(known) && whole(user);
                !known.is_empty() && !other_domain && short(known) == short(user)
            })
        };
        exact.or_else(near).map(|(_, password)| password.as_str())
    }
}

/// Hides them: a debug print must not leak what an output masks.
impl fmt::Debug for Passwords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Passwords({})", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::Passwords;

    #[test]
    fn a_user_is_found_by_the_whole_name_first_and_nothing_is_printed() {
        let pair = |user: &str, password: &str| (user.to_owned(), password.to_owned());
        let known =
            Passwords::new(vec![pair("ann@a.example", "one"), pair("ann", "two"), pair("bob", "three")]);
        assert_eq!((known.of("ann"), known.of("ann@a.example")), (Some("two"), Some("one")));
        assert_eq!((known.of("bob@b.example"), known.of("eve")), (Some("three"), None));
        assert_eq!(
            known.of("ann@b.example"),
            Some("two"),
            "the user without a domain, not the one of another"
        );
        let other = Passwords::new(vec![pair("ann@a.example", "one")]);
        assert_eq!((other.of("ann"), other.of("ann@b.example")), (Some("one"), None));
        assert_eq!(format!("{known:?}"), "Passwords(3)");
    }
}
