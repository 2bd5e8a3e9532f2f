//! Names of addresses that the capture itself tells.

use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;

use crate::dialogue::{Fault, Finding, Severity};

/// Addresses with names kept of one capture: more than anyone reads, and a few megabytes.
const MAX_ADDRESSES: usize = 16_384;
/// Names kept of one address.
const MAX_NAMES: usize = 32;

#[derive(Default)]
pub(super) struct Names {
    known: HashMap<IpAddr, Vec<Known>>,
    /// Names that were not kept.
    refused: u64,
}

struct Known {
    name: String,
    /// The DNS answer's frame; `None` for a name-resolution block.
    frame: Option<u64>,
}

impl Names {
    pub(super) fn add_answer(&mut self, address: IpAddr, name: String, frame: u64) {
        self.add(address, Known { name, frame: Some(frame) });
    }

    pub(super) fn add_record(&mut self, address: IpAddr, name: String) {
        self.add(address, Known { name, frame: None });
    }

    fn add(&mut self, address: IpAddr, known: Known) {
        if self.known.len() >= MAX_ADDRESSES && !self.known.contains_key(&address) {
            self.refused += 1;
            return;
        }
        let names = self.known.entry(address).or_default();
        if names.len() < MAX_NAMES {
            names.push(known);
        }
    }

    /// Says when names were not kept.
    pub(super) fn finding(&self) -> Option<Finding> {
        (self.refused > 0).then(|| {
            Finding::new("capture.too-many-names", Severity::Warning, Fault::Wiretale)
                .with("names", self.refused)
                .with("limit", MAX_ADDRESSES)
        })
    }

    /// The name that was looked up last before `frame`, else any that is known, with its source.
    pub(super) fn of(&self, address: IpAddr, frame: u64) -> Option<(String, String)> {
        // Most captures have none, and every connection asks.
        if self.known.is_empty() {
            return None;
        }
        let names = self.known.get(&address)?;
        let before = names.iter().rev().find(|known| known.frame.is_some_and(|at| at < frame));
        let known = before.or_else(|| names.iter().find(|known| known.frame.is_none())).or(names.first())?;
        Some((known.name.clone(), known.source()))
    }

    /// All names, each once, in order of appearance.
    pub(super) fn into_map(self) -> BTreeMap<IpAddr, Vec<(String, String)>> {
        let mut map = BTreeMap::new();
        for (address, names) in self.known {
            let mut once: Vec<(String, String)> = Vec::new();
            for known in names {
                if !once.iter().any(|(name, _)| *name == known.name) {
                    let source = known.source();
                    once.push((known.name, source));
                }
            }
            map.insert(address, once);
        }
        map
    }
}

impl Known {
    fn source(&self) -> String {
        match self.frame {
            Some(frame) => format!("DNS #{frame}"),
            None => "NRB".to_owned(),
        }
    }
}
