//! The three functions that the page calls, in the plain C ABI: no generated glue.
//! `input` makes room for a request and says where; `answer` answers it and says
//! how long the answer is; `output` says where it lies.

#![allow(unsafe_code, reason = "an exported name has to be declared unsafe")]

use std::cell::RefCell;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<String> = const { RefCell::new(String::new()) };
}

#[unsafe(no_mangle)]
extern "C" fn input(length: usize) -> *mut u8 {
    INPUT.with_borrow_mut(|input| {
        input.clear();
        input.resize(length, 0);
        input.as_mut_ptr()
    })
}

#[unsafe(no_mangle)]
extern "C" fn answer() -> usize {
    // Taken out, so that a figure that panics leaves no borrow behind.
    let input = INPUT.take();
    let answer =
        core::str::from_utf8(&input).map(crate::page::answer).unwrap_or_default();
    let length = answer.len();
    OUTPUT.set(answer);
    length
}

#[unsafe(no_mangle)]
extern "C" fn output() -> *const u8 {
    OUTPUT.with_borrow(|output| output.as_ptr())
}
