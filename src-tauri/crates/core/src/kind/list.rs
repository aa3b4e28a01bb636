//! What is made of the list of kinds.

/// Makes the closed enums over kinds and over shapes, and the way from a question to its kind's module.
macro_rules! kinds {
    (
        kinds { $( $(#[$doc:meta])* $word:literal $Kind:ident($View:ident): $Of:ident, )+ }
        shapes { $( $(#[$shape_doc:meta])* $Shape:ident($Marks:ident, $Counts:ident, $Figures:ident), )+ }
    ) => {
        /// Names a kind of question.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum KindName { $( $(#[$doc])* $Kind, )+ }

        impl KindName {
            /// All kinds.
            pub const ALL: &[Self] = &[ $( Self::$Kind, )+ ];

            /// The word that names it, in talk files and on the wire.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $( Self::$Kind => $word, )+ }
            }
        }

        impl QuestionView {
            /// The kind.
            #[must_use]
            pub fn name(&self) -> KindName {
                match self { $( Self::$Kind(_) => KindName::$Kind, )+ }
            }
        }

        /// A question with its settings.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "kind", rename_all = "snake_case")]
        pub enum Question { $( $(#[$doc])* $Kind($Kind), )+ }

        /// A question as everybody sees it.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
        #[serde(tag = "kind", rename_all = "snake_case")]
        pub enum QuestionView { $( $(#[$doc])* $Kind($View), )+ }

        /// What a ballot says.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum Marks { $( $(#[$shape_doc])* $Shape($Marks), )+ }

        /// What is counted of a poll.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Counts { $( $(#[$shape_doc])* $Shape($Counts), )+ }

        /// What is told of the answers to a question.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
        #[serde(tag = "shape", rename_all = "snake_case")]
        pub enum Figures { $( $(#[$shape_doc])* $Shape($Figures), )+ }

        $(
            impl From<$Kind> for Question {
                fn from(kind: $Kind) -> Self {
                    Self::$Kind(kind)
                }
            }
        )+

        impl Marks {
            /// The shape's number in the log, and the marks as they are kept.
            #[must_use]
            pub fn record(&self) -> (u8, Record) {
                match self { $( Self::$Shape(marks) => (<$Marks as Shape>::TAG, marks.record()), )+ }
            }

            /// The marks that were kept; `None` when this program has never written such.
            #[must_use]
            pub fn from_record(tag: u8, record: &Record) -> Option<Self> {
                match tag {
                    $( <$Marks as Shape>::TAG => $Marks::from_record(record).map(Self::$Shape), )+
                    _ => None,
                }
            }
        }

        impl Question {
            /// The kind.
            #[must_use]
            pub fn name(&self) -> KindName {
                match self { $( Self::$Kind(_) => <$Kind as Kind>::NAME, )+ }
            }

            /// What an answer says: see [`Kind::read`].
            ///
            /// # Errors
            /// When it does not fit the question.
            pub fn read(&self, answer: &Answer) -> Result<Marks, InvalidAnswer> {
                match self { $( Self::$Kind(kind) => kind.read(answer).map(Marks::$Of), )+ }
            }

            /// The answer that says this: see [`Kind::answer`].
            #[must_use]
            pub fn answer(&self, marks: &Marks) -> Answer {
                match (self, marks) {
                    $( (Self::$Kind(kind), Marks::$Of(marks)) => kind.answer(marks), )+
                    _ => other_shape(),
                }
            }

            /// Whether marks are such as the question's answers give: see [`Kind::fits`].
            #[must_use]
            pub fn fits(&self, marks: &Marks) -> bool {
                match (self, marks) {
                    $( (Self::$Kind(kind), Marks::$Of(marks)) => kind.fits(marks), )+
                    _ => false,
                }
            }

            /// Nothing counted yet.
            #[must_use]
            pub fn counts(&self) -> Counts {
                match self { $( Self::$Kind(kind) => Counts::$Of(kind.counts()), )+ }
            }

            /// Counts a ballot: see [`Kind::add`].
            pub fn add(&self, counts: &mut Counts, marks: &Marks, seq: u64) {
                match (self, counts, marks) {
                    $( (Self::$Kind(kind), Counts::$Of(counts), Marks::$Of(marks)) => kind.add(counts, marks, seq), )+
                    _ => other_shape(),
                }
            }

            /// Takes a counted ballot out again: see [`Kind::remove`].
            pub fn remove(&self, counts: &mut Counts, marks: &Marks, seq: u64) {
                match (self, counts, marks) {
                    $( (Self::$Kind(kind), Counts::$Of(counts), Marks::$Of(marks)) => kind.remove(counts, marks, seq), )+
                    _ => other_shape(),
                }
            }

            /// The question as everybody sees it.
            #[must_use]
            pub fn view(&self) -> QuestionView {
                match self { $( Self::$Kind(kind) => QuestionView::$Kind(kind.view()), )+ }
            }

            /// The pictures of the talk that whoever answers has to see.
            #[must_use]
            pub fn pictures(&self) -> Vec<&Picture> {
                match self { $( Self::$Kind(kind) => kind.pictures(), )+ }
            }

            /// The question as far as everybody sees it: see [`Kind::seen`].
            #[must_use]
            pub fn seen(view: &QuestionView) -> Self {
                match view { $( QuestionView::$Kind(view) => Self::$Kind(<$Kind as Kind>::seen(view)), )+ }
            }

            /// What is told of so many counted ballots.
            #[must_use]
            pub fn figures(&self, counts: &Counts, ballots: u32, moderation: &Moderation) -> Figures {
                match (self, counts) {
                    $( (Self::$Kind(kind), Counts::$Of(counts)) => Figures::$Of(kind.figures(counts, ballots, moderation)), )+
                    _ => other_shape(),
                }
            }

            /// What a summary keeps of so many counted ballots: see [`Kind::kept`].
            #[must_use]
            pub fn kept(&self, counts: &Counts, ballots: u32, moderation: &Moderation) -> Figures {
                match (self, counts) {
                    $( (Self::$Kind(kind), Counts::$Of(counts)) => Figures::$Of(kind.kept(counts, ballots, moderation)), )+
                    _ => other_shape(),
                }
            }

            /// What the presenter has to look at: see [`Kind::queue`].
            #[must_use]
            pub fn queue(&self, counts: &Counts, moderation: &Moderation) -> Option<Queue> {
                match (self, counts) {
                    $( (Self::$Kind(kind), Counts::$Of(counts)) => kind.queue(counts, moderation), )+
                    _ => other_shape(),
                }
            }

            /// Whether all that is told has been let through by the presenter: see [`Kind::is_let_through`].
            #[must_use]
            pub fn is_let_through(&self, moderation: &Moderation) -> bool {
                match self { $( Self::$Kind(kind) => kind.is_let_through(moderation), )+ }
            }

            /// The texts that phones may upvote now: see [`Kind::upvotable`].
            #[must_use]
            pub fn upvotable(&self, counts: &Counts, moderation: &Moderation) -> Option<Vec<UpvoteCard>> {
                match (self, counts) {
                    $( (Self::$Kind(kind), Counts::$Of(counts)) => kind.upvotable(counts, moderation), )+
                    _ => other_shape(),
                }
            }

            /// Whether a text may be upvoted: see [`Kind::is_upvotable`].
            #[must_use]
            pub fn is_upvotable(&self, counts: &Counts, moderation: &Moderation, text: u64) -> bool {
                match (self, counts) {
                    $( (Self::$Kind(kind), Counts::$Of(counts)) => kind.is_upvotable(counts, moderation, text), )+
                    _ => other_shape(),
                }
            }

            /// Whether phones may upvote the texts of others.
            #[must_use]
            pub fn takes_upvotes(&self) -> bool {
                match self { $( Self::$Kind(kind) => kind.takes_upvotes(), )+ }
            }

            /// Whether there is a right answer.
            #[must_use]
            pub fn has_solution(&self) -> bool {
                match self { $( Self::$Kind(kind) => kind.has_solution(), )+ }
            }

            /// The right answer, and what is told with it.
            #[must_use]
            pub fn solution(&self, counts: &Counts) -> Option<Solution> {
                match (self, counts) {
                    $( (Self::$Kind(kind), Counts::$Of(counts)) => kind.solution(counts), )+
                    _ => other_shape(),
                }
            }

            /// Whether marks are the right answer: see [`Kind::is_solved_by`].
            #[must_use]
            pub fn is_solved_by(&self, marks: &Marks) -> bool {
                match (self, marks) {
                    $( (Self::$Kind(kind), Marks::$Of(marks)) => kind.is_solved_by(marks), )+
                    _ => other_shape(),
                }
            }

            /// Whether answers give points to profiles.
            #[must_use]
            pub fn is_scoring(&self) -> bool {
                match self { $( Self::$Kind(kind) => kind.is_scoring(), )+ }
            }

            /// The points that marks give: (index into the typology's profiles, points).
            #[must_use]
            pub fn points(&self, marks: &Marks) -> Vec<(usize, u32)> {
                match (self, marks) {
                    $( (Self::$Kind(kind), Marks::$Of(marks)) => kind.points(marks), )+
                    _ => other_shape(),
                }
            }

            /// What was answered, in words, part by part.
            #[must_use]
            pub fn reasons(&self, marks: &Marks) -> Vec<Reason> {
                match (self, marks) {
                    $( (Self::$Kind(kind), Marks::$Of(marks)) => kind.reasons(marks), )+
                    _ => other_shape(),
                }
            }

            /// The ways in which the question can be answered, as far as points go.
            #[must_use]
            pub fn ways(&self) -> Vec<Way> {
                match self { $( Self::$Kind(kind) => kind.ways(), )+ }
            }

            /// The same, part by part: see [`Kind::answers_apart`].
            #[must_use]
            pub fn answers_apart(&self) -> Vec<Vec<Way>> {
                match self { $( Self::$Kind(kind) => kind.answers_apart(), )+ }
            }

            /// How answers are compared when the question is asked twice.
            #[must_use]
            pub fn comparison(&self) -> Option<Comparison> {
                match self { $( Self::$Kind(kind) => kind.comparison(), )+ }
            }

            /// The rows of the comparison that a ballot is in.
            #[must_use]
            pub fn rows(&self, marks: &Marks) -> Choices {
                match (self, marks) {
                    $( (Self::$Kind(kind), Marks::$Of(marks)) => kind.rows(marks), )+
                    _ => other_shape(),
                }
            }

            /// How many of the ballots counted are in each row of the comparison.
            #[must_use]
            pub fn row_counts(&self, counts: &Counts) -> Vec<u32> {
                match (self, counts) {
                    $( (Self::$Kind(kind), Counts::$Of(counts)) => kind.row_counts(counts), )+
                    _ => other_shape(),
                }
            }

            /// Takes the points away: see [`Kind::without_points`].
            pub fn without_points(&mut self) {
                match self { $( Self::$Kind(kind) => kind.without_points(), )+ }
            }

            /// How somebody of a rehearsal answers.
            #[must_use]
            pub fn rehearsed(&self, person: &Rehearsed<'_>, dice: &mut SplitMix64) -> Answer {
                match self { $( Self::$Kind(kind) => kind.rehearsed(person, dice), )+ }
            }
        }
    };
}
