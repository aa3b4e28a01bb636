//! The presenter's hand on the projector. It is in memory only, and what was drawn goes with its slide.

use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use gazouillis_core::session::Cursor;
use gazouillis_protocol::{HandPoint, HandRequest, HandView, VideoPlay};
use tokio::sync::watch;

/// More points than this are not drawn on one slide.
const MOST_POINTS: usize = 4_000;

/// More strokes than this are not drawn on one slide.
const MOST_STROKES: usize = 200;

/// More points than this do not come at once.
const MOST_AT_ONCE: usize = 64;

/// What the hand does, and who follows it.
pub(crate) struct Hand {
    now: Mutex<(HandView, Option<(u64, Cursor)>)>,
    view: watch::Sender<Bytes>,
}

impl Default for Hand {
    fn default() -> Self {
        Self {
            now: Mutex::default(),
            view: watch::Sender::new(event(&HandView::default())),
        }
    }
}

fn event(view: &HandView) -> Bytes {
    let json = serde_json::to_string(view).expect("BUG: a view is always JSON");
    format!("data: {json}\n\n").into()
}

impl Hand {
    fn lock(&self) -> MutexGuard<'_, (HandView, Option<(u64, Cursor)>)> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the stage follows.
    pub(crate) fn view(&self) -> &watch::Sender<Bytes> {
        &self.view
    }

    /// Does something. Says no to what is no point of a slide.
    pub(crate) fn act(&self, request: HandRequest) -> bool {
        let mut now = self.lock();
        let view = &mut now.0;
        match request {
            HandRequest::Point { pointer } if is_on_slide(&pointer.at) => view.pointer = Some(pointer),
            HandRequest::Lift => view.pointer = None,
            HandRequest::Draw { points, begins } if points.len() <= MOST_AT_ONCE && points.iter().all(is_on_slide) => {
                draw(view, points, begins);
            }
            HandRequest::Undo => drop(view.strokes.pop()),
            HandRequest::Clear => view.strokes.clear(),
            HandRequest::Video { paused } => view.video.paused = paused,
            HandRequest::BeginVideo => {
                let begun_again = view.video.begun_again.wrapping_add(1);
                view.video = VideoPlay {
                    paused: false,
                    begun_again,
                };
            }
            HandRequest::Point { .. } | HandRequest::Draw { .. } => return false,
        }
        self.view.send_replace(event(&now.0));
        true
    }

    /// The talk is here: on another slide nothing is drawn yet, and nothing is enlarged or lit; at another step no video stands still.
    pub(crate) fn follow(&self, session: u64, place: Cursor) {
        let mut now = self.lock();
        let is_same = |known: &(u64, Cursor)| known.0 == session && known.1.slide == place.slide;
        if now.1.as_ref().is_none_or(is_same) {
            let stays = now.1 == Some((session, place));
            now.1 = Some((session, place));
            if !stays && now.0.video.paused {
                now.0.video.paused = false;
                self.view.send_replace(event(&now.0));
            }
            return;
        }
        now.1 = Some((session, place));
        if now.0 != HandView::default() {
            now.0 = HandView::default();
            self.view.send_replace(event(&now.0));
        }
    }
}

fn draw(view: &mut HandView, points: Vec<HandPoint>, begins: bool) {
    let drawn: usize = view.strokes.iter().map(Vec::len).sum();
    let room = MOST_POINTS.saturating_sub(drawn);
    if begins && view.strokes.len() < MOST_STROKES {
        view.strokes.push(Vec::new());
    }
    if let Some(stroke) = view.strokes.last_mut() {
        stroke.extend(points.into_iter().take(room));
    }
}

fn is_on_slide(point: &HandPoint) -> bool {
    [point.x, point.y].iter().all(|share| (0.0..=1.0).contains(share))
}

#[cfg(test)]
mod tests {
    use gazouillis_protocol::{PointerKind, PointerView};

    use super::*;

    fn strokes(hand: &Hand) -> Vec<usize> {
        hand.lock().0.strokes.iter().map(Vec::len).collect()
    }

    fn point(hand: &Hand, [x, y]: [f32; 2]) -> bool {
        let (kind, at) = (PointerKind::Dot, HandPoint { x, y });
        hand.act(HandRequest::Point {
            pointer: PointerView { kind, at },
        })
    }

    fn draws(hand: &Hand, count: usize, begins: bool) -> bool {
        let points = vec![HandPoint { x: 0.5, y: 0.5 }; count];
        hand.act(HandRequest::Draw { points, begins })
    }

    #[test]
    fn strokes_grow_are_taken_back_and_go_with_their_slide() {
        let hand = Hand::default();
        let place = |slide, step| Cursor { slide, step };
        hand.follow(1, place(3, 0));
        assert!(draws(&hand, 5, true) && draws(&hand, 2, false) && draws(&hand, 1, true));
        assert_eq!(strokes(&hand), [7, 1]);
        hand.act(HandRequest::Undo);
        assert_eq!(strokes(&hand), [7]);
        hand.follow(1, place(3, 1));
        assert_eq!(strokes(&hand), [7], "another step of the same slide");
        assert!(point(&hand, [0.1, 0.2]));
        hand.follow(1, place(4, 0));
        assert_eq!(*hand.lock(), (HandView::default(), Some((1, place(4, 0)))));
        draws(&hand, 1, true);
        hand.follow(2, place(4, 0));
        assert_eq!(strokes(&hand), Vec::<usize>::new(), "another session");
    }

    #[test]
    fn a_video_stands_still_until_the_talk_goes_on() {
        let hand = Hand::default();
        let place = |slide, step| Cursor { slide, step };
        let plays = || hand.lock().0.video;
        hand.follow(1, place(3, 1));
        hand.act(HandRequest::Video { paused: true });
        hand.follow(1, place(3, 1));
        assert!(plays().paused, "the same step");
        hand.act(HandRequest::BeginVideo);
        assert_eq!((plays().paused, plays().begun_again), (false, 1));
        hand.act(HandRequest::Video { paused: true });
        hand.follow(1, place(3, 2));
        assert_eq!((plays().paused, plays().begun_again), (false, 1), "the next step");
        hand.follow(1, place(4, 0));
        assert_eq!(plays(), VideoPlay::default());
    }

    #[test]
    fn nothing_is_pointed_at_beside_the_slide_and_no_hand_draws_for_ever() {
        let hand = Hand::default();
        for at in [[-0.1, 0.5], [0.5, 1.1], [f32::NAN, 0.5], [f32::INFINITY, 0.0]] {
            assert!(!point(&hand, at), "{at:?}");
        }
        assert!(!draws(&hand, MOST_AT_ONCE + 1, true));
        for _ in 0..1_000 {
            draws(&hand, MOST_AT_ONCE, true);
        }
        assert!(strokes(&hand).len() <= MOST_STROKES && strokes(&hand).iter().sum::<usize>() <= MOST_POINTS);
    }
}
