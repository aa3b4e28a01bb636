//! How high content stands, in units of a stage that is 1080 of them high. The figures are those of `ui/src/stage/content`.

use gazouillis_core::content::{Block, Inline, ListItem, Tweet};

use super::formula;
use super::letters::Face;
use super::lines::{Set, Setting, lines_of};

/// No text is smaller: `--stage-note`.
pub(super) const NOTE: f64 = 28.0;

/// Letters in a column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// How wide it is.
    pub(super) width: f64,
    /// How large its letters are.
    pub(super) size: f64,
    /// The step of `fit`, by which some gaps shrink.
    pub(super) k: f64,
    /// The lines of a paragraph, as multiples of its letters.
    pub(super) leading: f64,
    pub(super) face: Face,
}

impl Column {
    pub(super) fn new(width: f64, size: f64, k: f64) -> Self {
        Self {
            width,
            size,
            k,
            leading: 1.36,
            face: Face::Text,
        }
    }

    /// The height of blocks under each other.
    pub(super) fn height(&self, blocks: &[Block]) -> f64 {
        let last = blocks.len().saturating_sub(1);
        let of = |(place, block): (usize, &Block)| {
            let (height, margin) = self.block(block);
            if place == last { height } else { height + margin }
        };
        blocks.iter().enumerate().map(of).sum()
    }

    /// The height of a block, and what is kept free under it.
    fn block(&self, block: &Block) -> (f64, f64) {
        let size = self.size;
        match block {
            Block::Heading { level, inlines } => {
                let size = if *level <= 2 { 1.15 * size } else { size };
                let set = Setting::new(self.width / size, Face::Display)
                    .inlines(inlines, false)
                    .finish();
                (set.lines as f64 * 1.15 * size, 0.6 * size)
            }
            Block::Paragraph { inlines } => (self.set(inlines).lines as f64 * self.leading * size, 0.6 * size),
            Block::List { ordered, items } => (self.list(*ordered, items), 0.6 * size),
            Block::Quote { blocks } => {
                let inside = Self {
                    width: self.width - 0.8 * size - 8.0,
                    leading: 1.36,
                    ..*self
                };
                (inside.height(blocks), 0.6 * size)
            }
            Block::Code { text, .. } => {
                let size = NOTE.max(0.8 * size);
                let lines: f64 = text
                    .trim_end_matches('\n')
                    .split('\n')
                    .map(|line| lines_of(line, self.width - 1.6 * size, size, Face::Code))
                    .sum();
                (lines * 1.4 * size + 1.2 * size, 0.6 * size)
            }
            // As high as a picture may be: most are larger.
            Block::Image { .. } | Block::Video { .. } => (700.0 * self.k, 0.0),
            Block::Formula { formula } => (formula::height(&formula.nodes) * size, 0.6 * size),
            Block::Table { head, rows, .. } => (self.table(head, rows), 0.7 * size),
            Block::Tweet { tweet } => (self.tweet(tweet), 0.0),
        }
    }

    fn set(&self, inlines: &[Inline]) -> Set {
        Setting::new(self.width / self.size, self.face)
            .inlines(inlines, false)
            .finish()
    }

    fn list(&self, ordered: bool, items: &[ListItem]) -> f64 {
        let digits = if items.len() > 9 { 1.2 } else { 0.6 };
        let mark = if ordered { digits } else { 0.46 };
        let inside = Self {
            width: self.width - (mark + 0.6) * self.size,
            leading: 1.26,
            ..*self
        };
        let heights: f64 = items.iter().map(|item| inside.height(&item.blocks)).sum();
        heights + items.len().saturating_sub(1) as f64 * 0.72 * self.k * self.size
    }

    /// Columns as a browser shares them out: each as wide as its longest line wants, or what is beyond its longest word in proportion.
    fn table(&self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> f64 {
        let size = self.size;
        let small = NOTE.max(0.68 * size);
        let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
        let endless = |cell: &Vec<Inline>, size: f64, bold: bool| {
            let set = Setting::new(f64::INFINITY, self.face).inlines(cell, bold).finish();
            (set.longest_word * size, set.longest_line * size)
        };
        let wishes: Vec<(f64, f64)> = (0..columns)
            .map(|column| {
                let padding = if column + 1 == columns { 0.0 } else { size };
                let cells = rows.iter().filter_map(|row| row.get(column));
                let cells = cells.map(|cell| endless(cell, size, false));
                let heads = head.get(column).map(|cell| endless(cell, small, true));
                let (word, line) = cells.chain(heads).fold((0.0, 0.0), |most: (f64, f64), cell| {
                    (most.0.max(cell.0), most.1.max(cell.1))
                });
                // The first column is never broken.
                (if column == 0 { line } else { word } + padding, line + padding)
            })
            .collect();
        let (least, most) = wishes
            .iter()
            .fold((0.0, 0.0), |sum, wish| (sum.0 + wish.0, sum.1 + wish.1));
        let share = if most > least {
            ((self.width - least) / (most - least)).clamp(0.0, 1.0)
        } else {
            1.0
        };
        let wide = |column: usize| {
            let (least, most) = wishes[column];
            let padding = if column + 1 == columns { 0.0 } else { size };
            least + (most - least) * share - padding + 0.5
        };
        let row = |cells: &[Vec<Inline>], size: f64, bold: bool| {
            let lines = cells.iter().enumerate().map(|(column, cell)| {
                let set = Setting::new(wide(column) / size, self.face)
                    .inlines(cell, bold)
                    .finish();
                set.lines
            });
            lines.max().unwrap_or(1) as f64
        };
        // A small slide has its rows closer together.
        let row_of = |cells: &Vec<Vec<Inline>>| row(cells, size, false) * 1.25 * size + self.k * size + 3.0;
        let body: f64 = rows.iter().map(row_of).sum();
        row(head, small, true) * size + 0.4 * size + body
    }

    fn tweet(&self, tweet: &Tweet) -> f64 {
        let alone = tweet.callouts.is_empty();
        let size = if alone { 0.86 } else { 0.7 } * self.size;
        let card = if alone {
            self.width.min(1320.0)
        } else {
            (self.width - 84.0) * 0.6
        };
        let inside = card - 2.3 * size - 8.0;
        let text = lines_of(&tweet.text, inside, size, Face::Text) * 1.46 * size;
        let quoted = tweet.quoted.as_ref().map_or(0.0, |quoted| {
            let size = NOTE.max(0.86 * size);
            let words = lines_of(&quoted.text, inside - 1.6 * size, size, Face::Text);
            (words + 1.0) * 1.46 * size + 1.2 * size + 0.62 * size
        });
        let foot = 0.5 * size + NOTE.max(0.7 * size) * 1.46;
        let card_height = 1.7 * size + 2.6 * size + text + quoted + foot + 1.24 * size + 8.0;
        let callouts: f64 = tweet
            .callouts
            .iter()
            .map(|callout| lines_of(&callout.text, (self.width - 84.0) * 0.4 - 72.0, size, Face::Text) * 1.26 * size)
            .sum();
        card_height.max(callouts + tweet.callouts.len().saturating_sub(1) as f64 * 40.0)
    }
}

/// The height of a title.
pub(super) fn title(text: &str, width: f64, size: f64, leading: f64) -> f64 {
    lines_of(text, width, size, Face::Display) * leading * size
}
