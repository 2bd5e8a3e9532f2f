//! Several files at a time, and one output that is the same whatever their number.
//!
//! Each file is read by a thread of its own. The first one that is not finished writes as it goes; a later one writes
//! ahead into memory, up to a bound, and then waits until it is the first. Messages on standard error wait for the
//! same turn. With one job, or one file, nothing waits and no thread is started.

use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::progress::Progress;

/// Bytes that are handed to the output at a time.
const CHUNK: usize = 64 << 10;
/// Bytes that a file may write before its turn.
const MAX_AHEAD: usize = 8 << 20;

/// Runs `work` for every file, at most `jobs` at a time (`None`: as many as the machine has processors), and gives what
/// they write to `out` in the order of the files. The first error, in that order, ends it.
///
/// # Errors
/// What `work` returned, or what writing met.
pub(super) fn run(
    files: &[String],
    jobs: Option<NonZeroUsize>,
    out: &mut (dyn Write + Send),
    work: &(dyn Fn(&str, &mut Outlet<'_>, &Progress) -> anyhow::Result<bool> + Sync),
) -> anyhow::Result<bool> {
    let progress = Progress::new(files);
    let shared = Shared {
        state: Mutex::new(State {
            opened: vec![None; files.len()],
            ended: vec![false; files.len()],
            turn: 0,
            failed: None,
            all_read: true,
        }),
        changed: Condvar::new(),
        out: Mutex::new(out),
        progress: &progress,
    };
    let next = AtomicUsize::new(0);
    let worker = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(path) = files.get(index) else { break };
            let mut outlet = Outlet { shared: &shared, index, buffer: Vec::new() };
            let result = work(path, &mut outlet, &progress);
            shared.end(index, result);
        }
    };
    let usual = || thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let jobs = jobs.unwrap_or_else(usual).get().min(files.len());
    if jobs < 2 {
        worker();
    } else {
        thread::scope(|scope| {
            for _ in 0..jobs {
                scope.spawn(worker);
            }
        });
    }
    progress.finish();
    let mut state = shared.state();
    match state.failed.take() {
        Some((_, error)) => Err(error),
        None => Ok(state.all_read),
    }
}

struct Shared<'a> {
    state: Mutex<State>,
    changed: Condvar,
    out: Mutex<&'a mut (dyn Write + Send)>,
    progress: &'a Progress,
}

struct State {
    /// Of each file, whether it is a capture; `None` until that is known.
    opened: Vec<Option<bool>>,
    /// Of each file, whether its job is done.
    ended: Vec<bool>,
    /// The file that writes to the output: the first one that is not done.
    turn: usize,
    failed: Option<(usize, anyhow::Error)>,
    all_read: bool,
}

impl Shared<'_> {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for file `index` until `ready`; an error when an earlier file failed, because then its turn never comes.
    fn wait(&self, index: usize, ready: impl Fn(&State) -> bool) -> io::Result<()> {
        let mut state = self.state();
        loop {
            if state.failed.as_ref().is_some_and(|(failed, _)| *failed < index) {
                return Err(io::ErrorKind::Interrupted.into());
            }
            if ready(&state) {
                return Ok(());
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn set_opened(&self, index: usize, is_capture: bool) {
        let mut state = self.state();
        if let Some(known @ None) = state.opened.get_mut(index) {
            *known = Some(is_capture);
            self.changed.notify_all();
        }
    }

    /// A file is done; the next one has the turn.
    fn end(&self, index: usize, result: anyhow::Result<bool>) {
        self.set_opened(index, false);
        let mut state = self.state();
        match result {
            Ok(read) => state.all_read &= read,
            Err(error) if state.failed.as_ref().is_none_or(|(earlier, _)| index < *earlier) => {
                state.failed = Some((index, error));
            }
            Err(_) => {}
        }
        if let Some(ended) = state.ended.get_mut(index) {
            *ended = true;
        }
        while state.ended.get(state.turn) == Some(&true) {
            state.turn += 1;
        }
        self.changed.notify_all();
    }
}

/// Where a file's results go.
pub(super) struct Outlet<'a> {
    shared: &'a Shared<'a>,
    index: usize,
    buffer: Vec<u8>,
}

impl Outlet<'_> {
    /// Which of the files it is.
    pub(super) fn index(&self) -> usize {
        self.index
    }

    /// The file is a capture. Returns how many captures come before it.
    pub(super) fn opened(&self) -> usize {
        self.shared.set_opened(self.index, true);
        let earlier = |state: &State| state.opened.get(..self.index).unwrap_or_default().to_vec();
        // When another file failed it is of no account which one this is.
        let _ = self.shared.wait(self.index, |state| earlier(state).iter().all(Option::is_some));
        earlier(&self.shared.state()).iter().filter(|opened| **opened == Some(true)).count()
    }

    /// Waits for the turn, writes what is left, and then runs `then`: for messages, which come in the order of the files
    /// as well.
    pub(super) fn finish(&mut self, then: impl FnOnce()) -> io::Result<()> {
        self.shared.wait(self.index, |state| state.turn == self.index)?;
        self.write_through()?;
        self.shared.progress.aside(then);
        Ok(())
    }

    fn write_through(&mut self) -> io::Result<()> {
        let mut out = self.shared.out.lock().unwrap_or_else(PoisonError::into_inner);
        let written = self.shared.progress.aside(|| out.write_all(&self.buffer).and_then(|()| out.flush()));
        self.buffer.clear();
        written
    }
}

impl Write for Outlet<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= CHUNK {
            if self.buffer.len() >= MAX_AHEAD {
                self.shared.wait(self.index, |state| state.turn == self.index)?;
                self.write_through()?;
            } else if self.shared.state().turn == self.index {
                self.write_through()?;
            }
        }
        Ok(bytes.len())
    }

    /// Does nothing: what is written goes out when it is this file's turn.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::num::NonZeroUsize;
    use std::time::Duration;

    use super::{MAX_AHEAD, Outlet, Progress, run};

    fn files() -> Vec<String> {
        (0..9).map(|number| number.to_string()).collect()
    }

    #[test]
    fn what_is_written_comes_in_the_order_of_the_files_whatever_the_jobs() {
        let work = |path: &str, outlet: &mut Outlet<'_>, _: &Progress| {
            let number: u64 = path.parse()?;
            // The later, the quicker; every third is no capture.
            std::thread::sleep(Duration::from_millis(9 - number));
            if number.is_multiple_of(3) {
                return Ok(false);
            }
            let rank = outlet.opened();
            for part in 0..3 {
                writeln!(outlet, "{path} is capture {rank}, part {part}")?;
                // Of one of them more than may wait, so that it has to stop for its turn.
                let dots = if number == 5 { MAX_AHEAD / 2 } else { 10 };
                outlet.write_all(&vec![b'.'; dots])?;
            }
            outlet.finish(|| {})?;
            Ok(true)
        };
        let written = |jobs| {
            let mut out = Vec::new();
            let all_read = run(&files(), NonZeroUsize::new(jobs), &mut out, &work).unwrap();
            assert!(!all_read);
            out
        };
        let one = written(1);
        let text = String::from_utf8_lossy(&one).replace('.', "");
        assert!(text.starts_with("1 is capture 0, part 0\n"), "{text}");
        assert!(text.ends_with("8 is capture 5, part 2\n"), "{text}");
        for jobs in [2, 4, 20] {
            assert!(written(jobs) == one, "{jobs} jobs write something else");
        }
    }

    #[test]
    fn a_failure_ends_everything_and_is_the_first_of_the_files() {
        let work = |path: &str, outlet: &mut Outlet<'_>, _: &Progress| {
            outlet.opened();
            anyhow::ensure!(path != "4" && path != "6", "{path} failed");
            outlet.finish(|| {})?;
            Ok(true)
        };
        for jobs in [1, 3] {
            let error = run(&files(), NonZeroUsize::new(jobs), &mut Vec::new(), &work).unwrap_err();
            assert_eq!(error.to_string(), "4 failed");
        }
    }
}
