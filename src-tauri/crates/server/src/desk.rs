//! The presenter's side on a thread of its own.
//!
//! Whatever phones and strangers ask shares the workers of the main runtime; however many are ready there, the stage, the
//! console and every click wait for none of them: the operating system gives this thread its turn.

use std::future::Future;
use std::io;
use std::net::TcpListener as StdListener;
use std::thread::JoinHandle;

use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// The running thread. Dropping it ends what runs on it.
pub(crate) struct Desk {
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Desk {
    /// Runs a future, which is given the listener, until it ends or the desk is dropped.
    pub(crate) fn start<F>(
        listener: TcpListener,
        run: impl FnOnce(TcpListener) -> F + Send + 'static,
    ) -> io::Result<Self>
    where
        F: Future<Output = ()>,
    {
        // A listener belongs to the runtime that it was made on.
        let listener: StdListener = listener.into_std()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = std::thread::Builder::new().name("desk".to_owned()).spawn(move || {
            runtime.block_on(async {
                let Ok(listener) = TcpListener::from_std(listener) else {
                    tracing::error!("The presenter's listener could not be served.");
                    return;
                };
                tokio::select! {
                    () = run(listener) => {}
                    _ = stopped => {}
                }
            });
            // A summary that is being rendered is not waited for.
            runtime.shutdown_background();
        })?;
        Ok(Self {
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // It has nothing to say when it panicked: the hook has said it.
            let _ = thread.join();
        }
    }
}
