//! A formula as the tree that a page draws: MathML, of which only what is listed here exists.

use serde::{Deserialize, Serialize};

/// A formula.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
pub struct Formula {
    /// What the author wrote, in TeX.
    pub tex: String,
    /// What is drawn.
    pub nodes: Vec<FormulaNode>,
}

/// A part of a formula.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FormulaNode {
    /// Letters.
    Text {
        /// The characters.
        text: String,
    },
    /// An element.
    Element {
        /// Its name.
        name: FormulaElement,
        /// What is said of it.
        attributes: Vec<(FormulaAttribute, String)>,
        /// How it is to look, beyond that.
        styles: Vec<(FormulaStyle, String)>,
        /// What it holds.
        #[cfg_attr(feature = "describe", schema(no_recursion))]
        children: Vec<FormulaNode>,
    },
}

/// Makes an enum of words that are written as they are in MathML.
macro_rules! words {
    ($(#[$doc:meta])* $Name:ident { $( $(#[$word_doc:meta])* $Word:ident = $word:tt, )+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "describe", derive(ts_rs::TS, utoipa::ToSchema))]
        #[allow(missing_docs, reason = "each is the word of MathML that it is named after")]
        pub enum $Name {
            $( #[serde(rename = $word)] $Word, )+
        }

        impl $Name {
            /// The word of this name, if there is one.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $( $word => Some(Self::$Word), )+
                    _ => None,
                }
            }
        }
    };
}

words! {
    /// The elements of a formula.
    FormulaElement {
        Row = "mrow",
        Identifier = "mi",
        Number = "mn",
        Operator = "mo",
        Text = "mtext",
        Space = "mspace",
        Fraction = "mfrac",
        Root = "msqrt",
        RootOf = "mroot",
        Sub = "msub",
        Sup = "msup",
        SubSup = "msubsup",
        Under = "munder",
        Over = "mover",
        UnderOver = "munderover",
        Scripts = "mmultiscripts",
        Prescripts = "mprescripts",
        Style = "mstyle",
        Padded = "mpadded",
        Phantom = "mphantom",
        Table = "mtable",
        TableRow = "mtr",
        Cell = "mtd",
    }
}

words! {
    /// What may be said of an element.
    FormulaAttribute {
        Accent = "accent",
        AccentUnder = "accentunder",
        ColumnSpan = "columnspan",
        Depth = "depth",
        DisplayStyle = "displaystyle",
        Fence = "fence",
        Form = "form",
        Height = "height",
        LargeOperator = "largeop",
        LineThickness = "linethickness",
        LeftSpace = "lspace",
        RightSpace = "rspace",
        Variant = "mathvariant",
        MaximumSize = "maxsize",
        MinimumSize = "minsize",
        MovableLimits = "movablelimits",
        RowSpan = "rowspan",
        ScriptLevel = "scriptlevel",
        Separator = "separator",
        Stretchy = "stretchy",
        Symmetric = "symmetric",
        VerticalOffset = "voffset",
        Width = "width",
    }
}

words! {
    /// How an element may be made to look.
    FormulaStyle {
        BorderBottom = "border-bottom",
        BorderLeft = "border-left",
        BorderRight = "border-right",
        BorderTop = "border-top",
        JustifyItems = "justify-items",
        MarginLeft = "margin-left",
        PaddingLeft = "padding-left",
        PaddingRight = "padding-right",
        PaddingTop = "padding-top",
        TextAlign = "text-align",
        StyleWidth = "width",
    }
}
