// Wakes the still figures with the book's own Rust, as WebAssembly. If anything
// fails, the still figure stays.
(() => {
    'use strict';
    const boxes = document.querySelectorAll('.figure[data-figure]');
    const root = typeof path_to_root === 'string' ? path_to_root : '';
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    const modules = {};

    // From a disk a page may load this, but fetch nothing.
    const spelled = (stem) => new Promise((onload, onerror) => {
        document.head.append(Object.assign(document.createElement('script'),
            { src: stem + '-wasm.js', onload, onerror }));
    }).then(() => WebAssembly.instantiate(
        Uint8Array.from(window.DEMARCHE_WASM.match(/../g), (pair) => parseInt(pair, 16))));
    const load = (stem) => modules[stem] ??= (location.protocol === 'file:' ? spelled(stem)
        : fetch(stem + '.wasm').then((sent) => sent.arrayBuffer()).then(WebAssembly.instantiate).catch(() => spelled(stem))
    ).then(({ instance }) => {
        const rust = instance.exports;
        return (...parts) => {
            const text = new TextEncoder().encode(parts.join('\x1f'));
            // `input` may move the memory: only then look at it.
            const at = rust.input(text.length);
            new Uint8Array(rust.memory.buffer, at, text.length).set(text);
            const length = rust.answer();
            const answer = new Uint8Array(rust.memory.buffer, rust.output(), length);
            return new TextDecoder().decode(answer).split('\x1f');
        };
    });

    const wake = (box) => {
        const name = box.dataset.figure;
        const part = (word) => box.querySelector('.figure-' + word);
        const add = (kind, word) => {
            const p = document.createElement('p');
            p.className = 'figure-' + word;
            if (kind) p.setAttribute('role', kind);
            box.append(p);
            return p;
        };
        const [art, says, controls, question, verdict] =
            ['art', 'says', 'controls', 'guess', 'verdict'].map(part);
        const voice = add('status', 'voice');
        const inputs = [...box.querySelectorAll('[data-key]')];
        const input = (key) => inputs.find((one) => one.dataset.key === key);
        const range = question?.querySelector('input');
        let ask, frame, saying, writing, gliding, full, guess;
        let narrow = false;

        const value = (one) => one.type === 'checkbox' ? (one.checked ? 'on' : 'off')
            : one.dataset.value ?? one.value;
        const state = () => inputs.map((one) => one.dataset.key + ':' + value(one))
            .concat(guess ? 'guess:' + guess : []).join(',');
        // A shared link asks its reader too: it carries no guess.
        const fit = (text) => text.split(',').filter((pair) => !pair.startsWith('guess:')).join();
        const read = (text, key) =>
            text.split(',').find((pair) => pair.startsWith(key + ':'))?.slice(key.length + 1);
        const book = () => {
            for (const one of inputs) {
                if (one.dataset.value) one.dataset.value = 0;
                else if (one.type === 'checkbox') one.checked = one.defaultChecked;
                else if (one.options) [...one.options].forEach((o) => { o.selected = o.defaultSelected; });
                else one.value = one.defaultValue;
            }
        };

        const fail = () => {
            box.classList.remove('asking', 'awake');
            for (const gone of [controls, question, verdict]) if (gone) gone.hidden = true;
            if (!part('word')) add('', 'word').textContent =
                'This figure stands still: the program that moves it did not load.';
        };
        const show = (text) => {
            const [svg, sentence, numbers, spoken, all, changes, off] =
                ask(name, narrow ? 'narrow' : 'wide', text);
            full = all;
            art.innerHTML = svg;
            says.textContent = sentence;
            box.querySelector('table').outerHTML = numbers;
            const words = spoken.split('\n');
            inputs.forEach((one, i) => {
                const now = read(all, one.dataset.key);
                if (one.type === 'checkbox') one.checked = now === 'on';
                else if (one.dataset.value) {
                    one.dataset.value = now;
                    one.disabled = +now >= +one.dataset.max;
                } else one.value = now;
                if (one.type === 'range') {
                    one.setAttribute('aria-valuetext', words[i]);
                    one.previousElementSibling.textContent = words[i];
                }
            });
            return [sentence, changes, off];
        };
        const redraw = () => {
            frame = 0;
            try {
                const [sentence, changes, off] = show(state());
                // The verdict answers the question as it was asked, and stays.
                if (guess && !verdict.textContent) verdict.textContent = off;
                if (verdict) verdict.hidden = !verdict.textContent;
                clearTimeout(saying);
                saying = setTimeout(() => { voice.textContent = sentence; }, 600);
                clearTimeout(writing);
                writing = setTimeout(() => remember(changes), 250);
            } catch { fail(); }
        };
        const queue = () => { frame ||= requestAnimationFrame(() => ready().then(() => ask && redraw())); };
        const remember = (changes) => {
            const rest = location.search.slice(1).split('&')
                .filter((pair) => pair && !pair.startsWith(name + '='));
            changes = fit(changes);
            if (changes) rest.push(name + '=' + changes);
            const query = rest.length ? '?' + rest.join('&') : location.pathname;
            try { history.replaceState(history.state, '', query + location.hash); } catch { /* a strict host */ }
        };
        const ready = () => ask ? Promise.resolve() : load(root + 'demarche-' + name.split('-')[0]).then((loaded) => {
            if (ask) return;
            ask = loaded;
            show(sent ?? state());
            box.classList.add('awake');
        }).catch(fail);

        const stop = () => {
            cancelAnimationFrame(gliding);
            gliding = 0;
            const play = part('play');
            if (play) play.textContent = 'Play';
        };
        const glide = (moves, ms, done) => {
            stop();
            const began = performance.now();
            const step = (now) => {
                const t = still.matches ? 1 : Math.min(1, Math.max(0, now - began) / ms);
                for (const [one, from, to] of moves) {
                    const at = from + (to - from) * t;
                    if (one.dataset.value) one.dataset.value = Math.round(at);
                    else one.value = at;
                }
                if (t < 1) gliding = requestAnimationFrame(step);
                else { stop(); done?.(); }
                queue();
            };
            gliding = requestAnimationFrame(step);
        };

        const sent = new URLSearchParams(location.search).get(name);
        controls.hidden = false;
        const puzzle = () => {
            box.classList.add('asking');
            controls.hidden = verdict.hidden = true;
            question.hidden = false;
        };
        if (question) {
            if (sent === null) puzzle();
            const say = () => {
                const unit = range.dataset.unit;
                const text = range.value + (unit && unit !== '%' ? '\u00a0' + unit : unit);
                range.setAttribute('aria-valuetext', text);
                range.previousElementSibling.textContent = text;
            };
            say();
            range.addEventListener('input', say);
            const reveal = (answer) => ready().then(() => {
                if (!ask) return;
                guess = answer;
                box.classList.remove('asking');
                question.hidden = true;
                controls.hidden = false;
                redraw();
                verdict.tabIndex = says.tabIndex = -1;
                (answer ? verdict : says).focus({ preventScroll: true });
            });
            part('commit').addEventListener('click', () => reveal(range.value));
            part('skip').addEventListener('click', () => reveal());
        }

        controls.addEventListener('input', () => { stop(); queue(); });
        controls.addEventListener('click', (event) => {
            const button = event.target.closest('button');
            if (!button) return;
            const copy = (text) => {
                const done = () => {
                    const word = button.textContent;
                    button.textContent = voice.textContent = 'Copied';
                    setTimeout(() => { button.textContent = word; }, 1500);
                };
                if (button.textContent !== 'Copied')
                    (navigator.clipboard?.writeText(text) ?? Promise.reject())
                        .then(done, () => prompt(button.textContent, text));
            };
            if (button.dataset.key) {
                stop();
                button.dataset.value = Math.min(+button.dataset.value + 1, +button.dataset.max);
                queue();
            } else if (button.dataset.play) {
                if (gliding) return stop();
                const one = input(button.dataset.play);
                const from = +(one.dataset.value ?? one.value);
                const [low, high] = [+(one.min || 0), +(one.max || one.dataset.max)];
                const start = from < high ? from : low;
                glide([[one, start, high]], 400 + 3600 * (high - start) / (high - low));
                if (gliding) button.textContent = 'Stop';
            } else if (button.matches('.figure-again')) {
                stop();
                book();
                guess = verdict.textContent = '';
                puzzle();
                queue();
                range.focus();
            } else if (button.matches('.figure-reset')) {
                const sliders = inputs.filter((one) => one.type === 'range');
                glide(sliders.map((one) => [one, +one.value, +one.defaultValue]), 300, book);
            } else ready().then(() => {
                if (!ask) return;
                if (button.matches('.figure-rust')) copy(ask(name, 'wide', state())[7]);
                else copy(location.href.split(/[?#]/)[0] + '?' + name + '=' + fit(full));
            });
        });

        // The picture is a control too: points are dragged, parts are pressed. Its controls
        // do the same by keyboard.
        let held;
        const drag = (event, data) => {
            const svg = art.firstElementChild;
            const outer = svg.getBoundingClientRect();
            const scale = svg.viewBox.baseVal.width / outer.width;
            const [x0, y0, x1, y1, kx, fx, tx, ky, fy, ty] = data.split(' ');
            const set = (key, from, to, share) => {
                const at = +from + (to - from) * Math.min(1, Math.max(0, share));
                // Behind ~ the axis counts in powers of ten.
                if (key !== '-') input(key.replace('~', '')).value = key[0] === '~' ? 10 ** at : at;
            };
            set(kx, fx, tx, ((event.clientX - outer.left) * scale - x0) / (x1 - x0));
            set(ky, fy, ty, ((event.clientY - outer.top) * scale - y0) / (y1 - y0));
            stop();
            queue();
        };
        const press = (data) => {
            const [key, to] = data.split(':');
            const one = input(key);
            if (one.type === 'checkbox') one.checked = to === 'on';
            else if (one.dataset.value) one.dataset.value = to;
            else one.value = to;
            stop();
            queue();
        };
        const grip = (event) => event.target.closest('[data-drag]')?.dataset.drag;
        art.addEventListener('pointerdown', (event) => {
            const data = grip(event);
            // A finger on the plane may want to scroll; on the handle it drags.
            if (!data || (event.pointerType === 'touch' && !event.target.matches('.handle'))) return;
            held = data;
            art.setPointerCapture(event.pointerId);
            drag(event, held);
        });
        art.addEventListener('pointermove', (event) => held && drag(event, held));
        for (const end of ['pointerup', 'pointercancel'])
            art.addEventListener(end, () => { held = null; });
        art.addEventListener('click', (event) => {
            const data = grip(event);
            if (data) return drag(event, data);
            const set = event.target.closest('[data-set]')?.dataset.set;
            if (set) press(set);
        });

        // Chromium scrolls at a finger on a handle, whatever its touch-action says, once
        // the drawing that it lay on has been replaced.
        art.addEventListener('touchstart', (event) => {
            if (event.target.matches('.handle')) event.preventDefault();
        }, { passive: false });

        // The book turns pages at arrow keys and opens its sidebar at a swipe.
        box.addEventListener('keydown', (event) => {
            if (event.key.startsWith('Arrow')) event.stopPropagation();
        });
        box.addEventListener('touchstart', (event) => {
            if (event.target.closest('[data-drag], input, select')) event.stopPropagation();
        }, { passive: true });

        new ResizeObserver(() => {
            const now = box.clientWidth < 520;
            if (now !== narrow) {
                narrow = now;
                if (ask) try { show(state()); } catch { fail(); }
            }
        }).observe(box);
        narrow = box.clientWidth < 520;
        const near = new IntersectionObserver((seen) => {
            if (seen.some((one) => one.isIntersecting)) {
                near.disconnect();
                ready();
            }
        }, { rootMargin: '300px' });
        near.observe(box);
        for (const touch of ['pointerdown', 'focusin']) box.addEventListener(touch, ready, { once: true });
        if (sent !== null) {
            ready();
            if (!location.hash) box.scrollIntoView({ block: 'center' });
        }
    };
    boxes.forEach(wake);
})();
