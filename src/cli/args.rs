//! The command line.

use std::net::IpAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::grade::GradeArgs;

/// Rebuilds the SMTP, POP3 and TLS-handshake dialogues of a packet capture and explains every line, in Chinese, English
/// and Japanese.
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[command(
    after_help = "Without a command: show. FILE may be - (standard input); .gz and .zst are recognised by content.\n\
    Exit status: 0 done; 1 grade: somebody is below the rubric's pass mark; 2 wrong usage, or some file could not be \
    read at all."
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) show: ShowArgs,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// The annotated dialogues (the default)
    Show(ShowArgs),
    /// What became of every frame; one row per conversation
    List(ListArgs),
    /// TLS handshakes as a lesson: flights, messages, what was checked, and which byte is what
    Tls(TlsArgs),
    /// The mails that were sent and fetched, and what is in them; --extract saves them
    Mail(MailArgs),
    /// A page of HTML that opens from a disk and prints: dialogues, mails and handshakes in the three languages
    Report(ReportArgs),
    /// The reassembled bytes of one conversation (the one place where secrets are not masked)
    Follow(FollowArgs),
    /// Marks for captures, folders and archives of a learning platform, by a rubric
    Grade(Box<GradeArgs>),
    /// What a command, reply code, extension, parameter, login mechanism or alert means
    Explain(ExplainArgs),
    /// The JSON Schema of what --format json and ndjson print
    Schema,
    /// The manual page, for man
    Man,
    /// A completion script for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
}

#[derive(Args)]
pub(super) struct ShowArgs {
    /// Capture files
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t = ShowFormat::Text)]
    pub(super) format: ShowFormat,
    /// The lines as they are on the wire, or as the lab report and Wireshark's Info column have them
    #[arg(long, value_enum, default_value_t = Style::Wire)]
    pub(super) style: Style,
    #[command(flatten)]
    pub(super) choice: Choice,
    #[command(flatten)]
    pub(super) keys: Keys,
    #[command(flatten)]
    pub(super) known: Known,
    #[command(flatten)]
    pub(super) work: Work,
    #[command(flatten)]
    pub(super) look: Look,
}

#[derive(Args)]
pub(super) struct ListArgs {
    /// Capture files
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(super) format: ListFormat,
    #[command(flatten)]
    pub(super) choice: Choice,
    #[command(flatten)]
    pub(super) keys: Keys,
    #[command(flatten)]
    pub(super) work: Work,
    #[command(flatten)]
    pub(super) look: Look,
}

#[derive(Args)]
pub(super) struct TlsArgs {
    /// Capture files
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t = TlsFormat::Text)]
    pub(super) format: TlsFormat,
    /// The messages of this frame byte by byte, and nothing else; all: those of every message, below the lesson
    #[arg(long, value_name = "FRAME,FRAME...|all", value_delimiter = ',')]
    pub(super) open: Vec<String>,
    /// The certificates in PEM, and nothing else
    #[arg(long, conflicts_with = "open")]
    pub(super) pem: bool,
    #[command(flatten)]
    pub(super) choice: Choice,
    #[command(flatten)]
    pub(super) keys: Keys,
    #[command(flatten)]
    pub(super) work: Work,
    #[command(flatten)]
    pub(super) look: Look,
}

#[derive(Args)]
pub(super) struct MailArgs {
    /// Capture files
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t = MailFormat::Text)]
    pub(super) format: MailFormat,
    /// Save mails (.eml) and attachments in this folder, which is made where it is missing; of several captures, each
    /// in a folder of its own there. Files that are there are never written over
    #[arg(long, value_name = "DIR")]
    pub(super) extract: Option<PathBuf>,
    #[command(flatten)]
    pub(super) choice: Choice,
    #[command(flatten)]
    pub(super) keys: Keys,
    #[command(flatten)]
    pub(super) work: Work,
    #[command(flatten)]
    pub(super) look: Look,
}

#[derive(Args)]
pub(super) struct ReportArgs {
    /// Capture files
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<String>,
    /// Where to write it; - for standard output. A file that is there is written over
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: String,
    /// The sequence ladder of this conversation alone, as a drawing (SVG), in place of the page
    #[arg(long, value_name = "N")]
    pub(super) ladder: Option<u64>,
    #[command(flatten)]
    pub(super) choice: Choice,
    #[command(flatten)]
    pub(super) keys: Keys,
    #[command(flatten)]
    pub(super) known: Known,
    #[command(flatten)]
    pub(super) look: Look,
}

#[derive(Args)]
pub(super) struct FollowArgs {
    /// Capture file
    #[arg(value_name = "FILE")]
    pub(super) file: String,
    /// Number of the conversation (Wireshark's tcp.stream)
    #[arg(long, value_name = "N")]
    pub(super) stream: u64,
    /// Only what this side sent
    #[arg(long, value_enum)]
    pub(super) side: Option<SideArg>,
    /// Exactly the bytes of --side, nothing for gaps
    #[arg(long, requires = "side")]
    pub(super) raw: bool,
    /// What was inside encryption, read with the key log, in place of the encrypted bytes
    #[arg(long)]
    pub(super) decrypted: bool,
    #[command(flatten)]
    pub(super) keys: Keys,
    /// A recording in asciinema's format (asciicast v2): the conversation as it went, key by key, with its pauses
    #[arg(long, conflicts_with = "raw")]
    pub(super) play: bool,
}

#[derive(Args)]
pub(super) struct ExplainArgs {
    /// Names (EHLO, 250, 5.7.1, STARTTLS, unknown_ca); without one, the list of all
    #[arg(value_name = "TOPIC")]
    pub(super) topic: Vec<String>,
    #[command(flatten)]
    pub(super) look: Look,
}

/// Which conversations.
#[derive(Args)]
pub(super) struct Choice {
    /// Only these conversations (Wireshark's tcp.stream)
    #[arg(long, value_name = "N,N...", value_delimiter = ',')]
    pub(super) stream: Vec<u64>,
    /// Only these protocols (smtp, pop3, tls)
    #[arg(long, value_name = "P,P...", value_delimiter = ',', value_parser = protocol)]
    pub(super) protocol: Vec<String>,
    /// Only conversations with this address
    #[arg(long, value_name = "IP")]
    pub(super) host: Vec<IpAddr>,
    /// Only conversations with this port
    #[arg(long, value_name = "N")]
    pub(super) port: Vec<u16>,
    /// Only conversations in which this user logs in
    #[arg(long, value_name = "NAME")]
    pub(super) user: Vec<String>,
    /// Only conversations with frames in this time: seconds since the first frame (10-20, 10-, -20)
    #[arg(long, value_name = "FROM-TO", value_parser = times, allow_hyphen_values = true)]
    pub(super) time: Option<(i64, i64)>,
}

/// How it is done.
#[derive(Args)]
pub(super) struct Work {
    /// Files read at a time; default: one per processor. The output is the same
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,
}

/// What opens encrypted sessions.
#[derive(Args)]
pub(super) struct Keys {
    /// Read encrypted sessions with this key log (what SSLKEYLOGFILE makes browsers and OpenSSL write). One that the
    /// capture brings itself is used without asking
    #[arg(long, value_name = "FILE")]
    pub(super) keylog: Vec<String>,
    /// Read encrypted sessions with the server's private RSA key (PEM or DER). That works only where the key exchange
    /// is RSA itself; where it does not, the reason is told
    #[arg(long, value_name = "FILE")]
    pub(super) rsa_key: Vec<String>,
}

/// What the user knows of what is hidden.
#[derive(Args)]
pub(super) struct Known {
    /// Check APOP, CRAM-MD5, DIGEST-MD5 and SCRAM-SHA-256 with this password (it is not shown)
    #[arg(long, value_name = "USER=PASSWORD", value_parser = password)]
    pub(super) password: Vec<(String, String)>,
}

fn password(text: &str) -> Result<(String, String), String> {
    let (user, password) = text.split_once('=').ok_or("USER=PASSWORD is wanted")?;
    Ok((user.to_owned(), password.to_owned()))
}

/// How it looks.
#[derive(Args)]
pub(super) struct Look {
    /// Language of the explanations; default: LC_ALL, LC_MESSAGES, LANG, else en
    #[arg(long, value_enum)]
    pub(super) lang: Option<LangArg>,
    /// Show passwords, tokens and digests instead of ********
    #[arg(long)]
    pub(super) reveal: bool,
    /// Colour; NO_COLOR is respected
    #[arg(long, value_enum, default_value_t = ColorArg::Auto)]
    pub(super) color: ColorArg,
    /// Columns to fill; default: the terminal's, 120 in a pipe
    #[arg(long, value_name = "N")]
    pub(super) width: Option<usize>,
    /// More: replies line by line, mails in full; -vv: also the keys of typed lines, headers as they were sent
    #[arg(short, long, action = clap::ArgAction::Count)]
    pub(super) verbose: u8,
    /// Less: no account of the file, no findings
    #[arg(short, long)]
    pub(super) quiet: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TlsFormat {
    /// A lesson for people
    Text,
    /// One document, with the byte map
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ShowFormat {
    /// Rows for people
    Text,
    /// One document
    Json,
    /// One object per line
    Ndjson,
    /// A report to hand in, with sequence diagrams for Mermaid
    Markdown,
    /// One line per step
    Csv,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// A table for people
    Text,
    /// One document
    Json,
    /// One line per conversation
    Csv,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum MailFormat {
    /// A table for people; with -v, each mail in full
    Text,
    /// One document
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Style {
    /// The wire
    Wire,
    /// The lab report
    Report,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SideArg {
    /// The client
    Client,
    /// The server
    Server,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LangArg {
    /// 简体中文
    Zh,
    /// English
    En,
    /// 日本語
    Ja,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorArg {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

fn protocol(name: &str) -> Result<String, String> {
    let name = name.to_ascii_lowercase();
    if crate::proto::by_id(&name).is_some() {
        return Ok(name);
    }
    let known: Vec<&str> = crate::proto::PROTOCOLS.iter().map(|protocol| protocol.id).collect();
    Err(format!("known protocols: {}", known.join(", ")))
}

/// `10-20`, `10-`, `-20`: seconds, as nanoseconds.
fn times(text: &str) -> Result<(i64, i64), String> {
    let wrong = || "two numbers of seconds with a - between them; one may be left out".to_owned();
    let nanos = |text: &str, usual: i64| match text {
        "" => Ok(usual),
        text => match text.parse::<f64>() {
            Ok(seconds) if seconds.is_finite() && seconds >= 0.0 => Ok((seconds * 1e9) as i64),
            _ => Err(wrong()),
        },
    };
    let (from, to) = text.split_once('-').ok_or_else(wrong)?;
    let (from, to) = (nanos(from, 0)?, nanos(to, i64::MAX)?);
    if from <= to { Ok((from, to)) } else { Err("the second time is before the first".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::Cli;
    use clap::{CommandFactory, Parser};

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn files_without_a_command_are_shown_and_a_command_needs_no_file_before_it() {
        assert!(Cli::try_parse_from(["wiretale", "a.pcap", "b.pcap"]).unwrap().command.is_none());
        assert!(Cli::try_parse_from(["wiretale", "list", "a.pcap"]).unwrap().command.is_some());
        assert!(Cli::try_parse_from(["wiretale"]).is_err());
        assert!(Cli::try_parse_from(["wiretale", "follow", "a", "--stream", "1", "--raw"]).is_err());
    }
}
