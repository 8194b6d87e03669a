//! A figure as HTML: one block without blank lines (Markdown would end it there)
//! and without ids (the print page repeats every chapter).

use crate::figure::{Control, Drawing, Figure, Guess, Table};
use crate::kit::number::{decimals, plain, short};
use crate::kit::svg::escape;
use crate::settings::{GUESS, Settings, with_unit};

/// The still figure at the book's values, as a chapter includes it.
pub fn fragment(figure: &'static Figure) -> String {
    let settings = Settings::of(figure);
    let Drawing { svg, sentence, table: numbers } = (figure.draw)(&settings);
    let mut html = String::new();
    let out = &mut html;
    put(out, "<div class=\"figure\" data-figure=\"", figure.name, "\">\n<figure>\n");
    put(
        out,
        "<div class=\"figure-title\" aria-hidden=\"true\">",
        figure.title,
        "</div>\n",
    );
    out.push_str("<div class=\"figure-art\">");
    out.push_str(&svg.finish(figure.title));
    put(
        out,
        "</div>\n<figcaption class=\"figure-says\">",
        &sentence,
        "</figcaption>\n</figure>\n",
    );
    if let Some(guess) = &figure.guess {
        ask(out, guess);
    }
    out.push_str("<div class=\"figure-controls\" hidden>\n");
    for (i, control) in figure.controls.iter().enumerate() {
        write_control(out, control, &settings, i);
    }
    out.push_str("<div class=\"figure-tools\">");
    if let Some(key) = figure.play {
        put(
            out,
            "<button type=\"button\" class=\"figure-play\" data-play=\"",
            key,
            "\">Play</button>",
        );
    }
    out.push_str(
        "<button type=\"button\" class=\"figure-reset\">Back to the book’s values\
         </button>",
    );
    if figure.guess.is_some() {
        out.push_str(
            "<button type=\"button\" class=\"figure-again\">Ask again</button>",
        );
    }
    out.push_str(
        "<button type=\"button\" class=\"figure-rust\">Copy as Rust</button>\
         <button type=\"button\" class=\"figure-link\">Copy link</button></div>\n\
         </div>\n<details class=\"figure-numbers\"><summary>The numbers</summary>",
    );
    out.push_str(&table(&numbers));
    out.push_str("</details>\n</div>\n");
    html
}

/// The table of numbers.
pub(crate) fn table(table: &Table) -> String {
    let mut html = String::from("<table><thead><tr>");
    for head in table.head() {
        put(&mut html, "<th scope=\"col\">", head, "</th>");
    }
    html.push_str("</tr></thead><tbody>");
    for row in table.rows() {
        html.push_str("<tr>");
        for (i, cell) in row.iter().enumerate() {
            if i == 0 {
                put(&mut html, "<th scope=\"row\">", cell, "</th>");
            } else {
                put(&mut html, "<td>", cell, "</td>");
            }
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table>");
    html
}

/// The figure's lines of Rust as a whole program.
pub fn program(settings: &Settings) -> String {
    let figure = settings.figure();
    let lines = (figure.rust)(settings);
    let mut text = String::from("// Figure ");
    text.push_str(figure.name);
    text.push_str(" of the book, at ");
    text.push_str(&settings.text());
    text.push('\n');
    let mut within = false;
    for line in lines.lines() {
        if !within && !line.starts_with("use ") {
            text.push_str(
                "\nfn main() -> Result<(), Box<dyn std::error::Error>> {\n",
            );
            within = true;
        }
        if within && !line.is_empty() {
            text.push_str("    ");
        }
        text.push_str(line);
        text.push('\n');
    }
    text.push_str("    Ok(())\n}\n");
    text
}

fn ask(out: &mut String, guess: &Guess) {
    put(
        out,
        "<div class=\"figure-guess\" hidden><label class=\"figure-slider\">\
         <span class=\"figure-name\">",
        guess.question,
        "</span><span class=\"figure-value\" aria-hidden=\"true\"></span>",
    );
    let digits = decimals(guess.range[2]);
    out.push_str("<input type=\"range\" autocomplete=\"off\"");
    put(out, " data-guess=\"", GUESS, "\"");
    range(out, guess.range, guess.start);
    put(out, " data-unit=\"", guess.unit, "\"");
    put(
        out,
        " aria-valuetext=\"",
        &with_unit(guess.start, digits, guess.unit),
        "\"/></label>",
    );
    out.push_str(
        "<div class=\"figure-tools\"><button type=\"button\" class=\"figure-commit\">\
         That is my guess</button><button type=\"button\" class=\"figure-skip\">\
         Just show me</button></div></div>\n\
         <p class=\"figure-verdict\" hidden></p>\n",
    );
}

fn range(out: &mut String, [min, max, step]: [f64; 3], value: f64) {
    let digits = decimals(step).max(decimals(min));
    for (name, number) in [
        (" min=\"", min),
        (" max=\"", max),
        (" step=\"", step),
        (" value=\"", value),
    ] {
        put(out, name, &plain(number, digits), "\"");
    }
}

fn write_control(
    out: &mut String,
    control: &Control,
    settings: &Settings,
    i: usize,
) {
    match control {
        Control::Slider { key, label, min, max, step, default, .. } => {
            let spoken = settings.spoken(i);
            put(
                out,
                "<label class=\"figure-slider\"><span class=\"figure-name\">",
                label,
                "</span><span class=\"figure-value\" aria-hidden=\"true\">",
            );
            put(out, "", &spoken, "</span>");
            put(
                out,
                "<input type=\"range\" autocomplete=\"off\" data-key=\"",
                key,
                "\"",
            );
            range(out, [*min, *max, *step], *default);
            put(out, " aria-valuetext=\"", &spoken, "\"/></label>\n");
        }
        Control::Choice { key, label, options, default } => {
            put(
                out,
                "<label class=\"figure-choice\"><span class=\"figure-name\">",
                label,
                "</span>",
            );
            put(out, "<select autocomplete=\"off\" data-key=\"", key, "\">");
            for (option, words) in *options {
                put(out, "<option value=\"", option, "\"");
                if option == default {
                    out.push_str(" selected");
                }
                put(out, ">", words, "</option>");
            }
            out.push_str("</select></label>\n");
        }
        Control::Switch { key, label, default } => {
            out.push_str("<label class=\"figure-switch\">");
            put(
                out,
                "<input type=\"checkbox\" autocomplete=\"off\" data-key=\"",
                key,
                "\"",
            );
            if *default {
                out.push_str(" checked");
            }
            put(out, "/><span>", label, "</span></label>\n");
        }
        Control::Button { key, label, max } => {
            put(
                out,
                "<button type=\"button\" class=\"figure-step\" data-key=\"",
                key,
                "\"",
            );
            put(
                out,
                " data-value=\"0\" data-max=\"",
                &short(f64::from(*max), 0),
                "\">",
            );
            put(out, "", label, "</button>\n");
        }
    }
}

/// Markup, escaped text, markup.
fn put(out: &mut String, before: &str, text: &str, after: &str) {
    out.push_str(before);
    escape(out, text);
    out.push_str(after);
}
