//! A program of a test's own, and everything it starts.

use std::io::{BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// A program and everything it starts. All of it ends when this is dropped, and also when the test itself is killed.
#[derive(Debug)]
pub struct Group {
    /// The program itself.
    pub leader: Child,
    /// Waits until nobody holds its input any more, then ends the group.
    guard: Child,
}

impl Group {
    /// Starts it, with its output piped. `package` is the system's package that has it.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start(command: &mut Command, package: &str) -> Self {
        let started = command
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn();
        let name = command.get_program().display();
        let leader = started.unwrap_or_else(|error| {
            panic!("{name}: {error}; `cargo xtask test` installs what is needed, or: apt-get install {package}")
        });
        let guard = Command::new("sh")
            .args(["-c", "read _; kill -s KILL -- -$0", &leader.id().to_string()])
            .process_group(0)
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a shell starts");
        Self { leader, guard }
    }

    /// Waits for a line of its output.
    ///
    /// # Panics
    /// When it ends without.
    pub fn says(&mut self, wanted: impl Fn(&str) -> bool) -> String {
        self.first_line(wanted).expect("it says so before it ends")
    }

    /// The first such line of its output, unless it ends before.
    ///
    /// # Panics
    /// When somebody else took its output.
    pub fn first_line(&mut self, wanted: impl Fn(&str) -> bool) -> Option<String> {
        let output = self.leader.stdout.as_mut().expect("BUG: its output is piped");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        lines.find(|line| wanted(line))
    }

    /// Fails once it has ended.
    ///
    /// # Panics
    /// Then.
    pub fn assert_runs(&mut self) {
        let ended = self.leader.try_wait().expect("its state can be asked");
        assert!(ended.is_none(), "it ended: {ended:?}");
    }

    /// The programs of the group.
    ///
    /// # Panics
    /// Where processes cannot be listed.
    #[must_use]
    pub fn members(&self) -> Vec<PathBuf> {
        let group = self.leader.id().to_string();
        let processes = std::fs::read_dir("/proc").expect("processes can be listed");
        processes
            .flatten()
            .filter(|process| {
                let stat = std::fs::read_to_string(process.path().join("stat")).unwrap_or_default();
                // After the name, which ends in a parenthesis: state, parent, group.
                let mut fields = stat.rsplit(") ").next().unwrap_or_default().split(' ');
                fields.next() != Some("Z") && fields.nth(1) == Some(&group)
            })
            .filter_map(|process| std::fs::read_link(process.path().join("exe")).ok())
            .collect()
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        // Both may have ended by themselves.
        let _ = self.guard.wait();
        let _ = self.leader.wait();
    }
}
