//! The tree that html5ever's parser builds, kept flat, with lines.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName};

/// A parsed document. Its first node is the document itself.
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
    pub(super) faults: Vec<(u64, String)>,
}

pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) line: u64,
    pub(super) parent: Option<usize>,
    pub(super) children: Vec<usize>,
}

pub(super) enum Kind {
    Element {
        name: QualName,
        attributes: Vec<Attribute>,
    },
    Text(String),
    /// The document, a template's contents, a comment, an instruction.
    Other,
}

impl Node {
    pub(super) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Tree {
    fn add(&mut self, kind: Kind, line: u64) -> usize {
        self.nodes.push(Node { kind, line, parent: None, children: Vec::new() });
        self.nodes.len() - 1
    }

    fn detach(&mut self, at: usize) {
        if let Some(parent) = self.nodes[at].parent.take() {
            self.nodes[parent].children.retain(|&child| child != at);
        }
    }

    /// Puts a child at a place among its parent's; text joins the text before it.
    fn insert(
        &mut self,
        parent: usize,
        place: usize,
        child: NodeOrText<usize>,
        line: u64,
    ) {
        let at = match child {
            NodeOrText::AppendNode(at) => at,
            NodeOrText::AppendText(text) => {
                let before =
                    place.checked_sub(1).map(|it| self.nodes[parent].children[it]);
                if let Some(before) = before
                    && let Kind::Text(so_far) = &mut self.nodes[before].kind
                {
                    so_far.push_str(&text);
                    return;
                }
                self.add(Kind::Text(text.to_string()), line)
            }
        };
        self.nodes[at].parent = Some(parent);
        self.nodes[parent].children.insert(place, at);
    }
}

/// What the parser builds into.
pub(super) struct Sink {
    tree: RefCell<Tree>,
    line: Cell<u64>,
}

impl Default for Sink {
    fn default() -> Self {
        let mut tree = Tree { nodes: Vec::new(), faults: Vec::new() };
        tree.add(Kind::Other, 1);
        Self { tree: RefCell::new(tree), line: Cell::new(1) }
    }
}

impl Sink {
    fn create(&self, kind: Kind) -> usize {
        self.tree.borrow_mut().add(kind, self.line.get())
    }
}

impl TreeSink for Sink {
    type Handle = usize;
    type Output = Tree;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, message: Cow<'static, str>) {
        let fault = (self.line.get(), message.into_owned());
        self.tree.borrow_mut().faults.push(fault);
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(line);
    }

    fn get_document(&self) -> usize {
        0
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> Ref<'a, QualName> {
        Ref::map(self.tree.borrow(), |tree| match &tree.nodes[*target].kind {
            Kind::Element { name, .. } => name,
            _ => unreachable!("the parser asks elements only"),
        })
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> usize {
        let at = self.create(Kind::Element { name, attributes });
        if flags.template {
            let contents = self.create(Kind::Other);
            let inside = NodeOrText::AppendNode(contents);
            self.tree.borrow_mut().insert(at, 0, inside, 0);
        }
        at
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.create(Kind::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.create(Kind::Other)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        let mut tree = self.tree.borrow_mut();
        let place = tree.nodes[*parent].children.len();
        tree.insert(*parent, place, child, self.line.get());
    }

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        let mut tree = self.tree.borrow_mut();
        if let NodeOrText::AppendNode(at) = child {
            tree.detach(at);
        }
        let Some(parent) = tree.nodes[*sibling].parent else { return };
        let mut children = tree.nodes[parent].children.iter();
        if let Some(place) = children.position(|one| one == sibling) {
            tree.insert(parent, place, child, self.line.get());
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &usize,
        previous: &usize,
        child: NodeOrText<usize>,
    ) {
        let has_parent = self.tree.borrow().nodes[*element].parent.is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(
        &self,
        _: StrTendril,
        _: StrTendril,
        _: StrTendril,
    ) {
    }

    fn get_template_contents(&self, target: &usize) -> usize {
        self.tree.borrow().nodes[*target].children[0]
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, target: &usize, more: Vec<Attribute>) {
        let mut tree = self.tree.borrow_mut();
        if let Kind::Element { attributes, .. } = &mut tree.nodes[*target].kind {
            for one in more {
                if attributes.iter().all(|had| had.name != one.name) {
                    attributes.push(one);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        self.tree.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &usize, parent: &usize) {
        let mut tree = self.tree.borrow_mut();
        let children = std::mem::take(&mut tree.nodes[*node].children);
        for &child in &children {
            tree.nodes[child].parent = Some(*parent);
        }
        tree.nodes[*parent].children.extend(children);
    }
}
