//! What can be looked up of logging in: the mechanisms.

use crate::dialogue::{Note, Topic, TopicKind};

/// `text,name,source,example` of every mechanism with an explanation.
fn rows() -> impl Iterator<Item = [&'static str; 4]> {
    include_str!("mechanisms.csv").lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.splitn(4, ',');
        Some([fields.next()?, fields.next()?, fields.next()?, fields.next()?])
    })
}

/// The mechanisms.
pub fn topics() -> Vec<Topic> {
    let topic = |[key, name, source, example]: [&'static str; 4]| {
        let note = Note::new(format!("sasl-mechanism-{key}"));
        let topic = Topic::new("SASL", TopicKind::Mechanism, name, note).from(source, example);
        match key {
            "scram" => ["SCRAM", "SCRAM-SHA-1", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-512"]
                .into_iter()
                .fold(topic, Topic::alias),
            "gssapi" => topic.alias("KERBEROS").alias("GS2-KRB5"),
            _ => topic,
        }
    };
    rows().map(topic).collect()
}
