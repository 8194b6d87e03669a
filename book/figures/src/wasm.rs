//! The three functions that the page calls, in the plain C ABI: no generated glue.
//! [`module!`](crate::module) exports them with the figures of one chapter. `input` makes room for a request and says where; `answer` answers it and says
//! how long the answer is; `output` says where it lies.
//!
//! A call needs nothing of the call before, so the memory is a pile that `input`
//! clears. The standard library's allocator would weigh 8 KB.

#![allow(unsafe_code, reason = "an allocator is unsafe to state")]

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32::{memory_grow, memory_size};
use core::cell::Cell;
use core::mem::forget;
use core::ptr::{self, with_exposed_provenance_mut};
use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use crate::figure::Figure;

const PAGE: usize = 1 << 16;

#[global_allocator]
static PILE: Pile = Pile { top: AtomicUsize::new(0) };

/// Memory handed out upwards. Only what lies on top can be given back or grow.
struct Pile {
    /// The first free address; 0 before the first use.
    top: AtomicUsize,
}

unsafe extern "C" {
    /// The linker's mark behind the program's own data and stack.
    static __heap_base: u8;
}

impl Pile {
    fn bottom() -> usize {
        (&raw const __heap_base).expose_provenance()
    }

    /// Puts the top there, if the memory reaches or can grow so far.
    fn reach(&self, top: usize) -> bool {
        let there = memory_size(0) * PAGE;
        if top > there && memory_grow(0, (top - there).div_ceil(PAGE)) == usize::MAX
        {
            return false;
        }
        self.top.store(top, Relaxed);
        true
    }

    fn clear(&self) {
        self.top.store(Self::bottom(), Relaxed);
    }
}

// SAFETY: addresses are handed out in rising order, so living blocks never overlap;
// the module has one thread.
unsafe impl GlobalAlloc for Pile {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let top = self.top.load(Relaxed).max(Self::bottom());
        let start = top.next_multiple_of(layout.align());
        match start.checked_add(layout.size()) {
            Some(end) if self.reach(end) => with_exposed_provenance_mut(start),
            _ => ptr::null_mut(),
        }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        if block.addr() + layout.size() == self.top.load(Relaxed) {
            self.top.store(block.addr(), Relaxed);
        }
    }

    unsafe fn realloc(&self, block: *mut u8, old: Layout, size: usize) -> *mut u8 {
        if block.addr() + old.size() == self.top.load(Relaxed) {
            let end = block.addr().checked_add(size);
            let fits = end.is_some_and(|end| self.reach(end));
            return if fits { block } else { ptr::null_mut() };
        }
        if size <= old.size() {
            return block;
        }
        // SAFETY: the caller vouches for `old` and `size`; the new block is as large.
        unsafe {
            let new =
                self.alloc(Layout::from_size_align_unchecked(size, old.align()));
            if !new.is_null() {
                ptr::copy_nonoverlapping(block, new, old.size());
            }
            new
        }
    }
}

thread_local! {
    static INPUT: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
    static OUTPUT: Cell<String> = const { Cell::new(String::new()) };
}

/// Makes room for a request of so many bytes.
pub fn input(length: usize) -> *mut u8 {
    // Both lie on the pile: forgotten before it is cleared, never freed after.
    forget(INPUT.take());
    forget(OUTPUT.take());
    PILE.clear();
    let mut room = vec![0; length];
    let at = room.as_mut_ptr();
    INPUT.set(room);
    at
}

/// Answers the request and says how long the answer is.
pub fn answer(figures: &'static [Figure]) -> usize {
    // Kept to the end of the call, so that the pile below it stays as it is.
    let input = INPUT.take();
    let answer = core::str::from_utf8(&input)
        .map(|request| crate::page::answer(figures, request))
        .unwrap_or_default();
    forget(input);
    let length = answer.len();
    OUTPUT.set(answer);
    length
}

/// Where the answer lies.
pub fn output() -> *const u8 {
    let output = OUTPUT.take();
    let at = output.as_ptr();
    OUTPUT.set(output);
    at
}
