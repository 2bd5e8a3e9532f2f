//! Names of link types.

use std::sync::LazyLock;

/// `number,name` from tcpdump.org's registry of link-layer header types, as of 2026-11.
static REGISTRY: &str = include_str!("link_types.csv");

static NAMES: LazyLock<Vec<(u16, &'static str)>> = LazyLock::new(|| {
    REGISTRY
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(','))
        .filter_map(|(number, name)| Some((number.parse().ok()?, name)))
        .collect()
});

/// The name of a link type: `Ethernet`, `Linux cooked v2`, or `link type 147` where the registry has none.
pub fn link_name(link_type: u16) -> String {
    match NAMES.binary_search_by_key(&link_type, |entry| entry.0) {
        Ok(at) => NAMES.get(at).map(|entry| entry.1.to_owned()).unwrap_or_default(),
        Err(_) => format!("link type {link_type}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{NAMES, REGISTRY, link_name};

    #[test]
    fn every_line_is_read_and_numbers_ascend() {
        let lines = REGISTRY.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(NAMES.len(), lines);
        assert!(NAMES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(NAMES.len() >= 200);
    }

    #[test]
    fn a_type_without_a_name_keeps_its_number() {
        assert_eq!(link_name(1), "Ethernet");
        assert_eq!(link_name(147), "USER0");
        assert_eq!(link_name(13), "link type 13");
    }
}
