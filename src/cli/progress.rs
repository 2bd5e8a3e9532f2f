//! How far the files have been read: a bar on standard error, where that is a terminal and the work takes long.

use std::fs::File;
use std::io::{self, IsTerminal, Read, stderr};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work that is done sooner shows no bar.
const PATIENCE: Duration = Duration::from_millis(700);

pub(super) struct Progress {
    /// `None` where nobody would see it.
    bar: Option<ProgressBar>,
    started: Instant,
}

impl Progress {
    /// For these files, all of them together.
    pub(super) fn new(files: &[String]) -> Self {
        let size = |path: &String| std::fs::metadata(path).map_or(0, |about| about.len());
        Progress::of(|| files.iter().map(size).sum())
    }

    /// For so many bytes.
    pub(super) fn of(bytes: impl FnOnce() -> u64) -> Self {
        let bar = stderr().is_terminal().then(|| {
            let bar = ProgressBar::with_draw_target(Some(bytes()), ProgressDrawTarget::hidden());
            let style =
                ProgressStyle::with_template("{bar:40} {bytes} / {total_bytes}  {bytes_per_sec}  {eta}");
            bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        Progress { bar, started: Instant::now() }
    }

    /// A file whose reading moves the bar.
    pub(super) fn counted(&self, file: File) -> Box<dyn Read + Send> {
        match &self.bar {
            None => Box::new(file),
            Some(bar) => Box::new(Counted { file, bar: bar.clone(), started: self.started, shown: false }),
        }
    }

    /// Runs `print` with the bar out of the way.
    pub(super) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        match &self.bar {
            None => print(),
            Some(bar) => bar.suspend(print),
        }
    }

    /// All is read.
    pub(super) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

struct Counted {
    file: File,
    bar: ProgressBar,
    started: Instant,
    shown: bool,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let bytes = self.file.read(buffer)?;
        if !self.shown && self.started.elapsed() > PATIENCE {
            self.shown = true;
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(bytes as u64);
        Ok(bytes)
    }
}
