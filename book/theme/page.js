// How a page behaves beside its figures. Without it everything is open and readable.
(() => {
    'use strict';
    const main = document.querySelector('main');
    const all = (what, where = main) => [...where.querySelectorAll(what)];
    const make = (tag, className, text) =>
        Object.assign(document.createElement(tag), { className, textContent: text });

    // The first thing that a keyboard reaches leads past the contents.
    main.id ||= 'text';
    main.tabIndex = -1;
    const skip = make('a', 'skip', 'Skip to the text');
    skip.href = '#' + main.id;
    skip.addEventListener('click', (event) => {
        event.preventDefault();
        main.focus();
        main.scrollIntoView();
    });
    document.body.prepend(skip);

    // mdBook's contents button is a label, which no keyboard reaches: a real one stands
    // in for it and follows its state.
    const label = document.getElementById('mdbook-sidebar-toggle');
    const toggle = document.getElementById('mdbook-sidebar-toggle-anchor');
    if (label && toggle) {
        const contents = make('button', 'icon-button contents', '');
        contents.type = 'button';
        contents.title = 'Contents';
        contents.setAttribute('aria-label', 'Contents');
        contents.setAttribute('aria-controls', 'mdbook-sidebar');
        contents.append(...[...label.childNodes].map((one) => one.cloneNode(true)));
        const follow = () => contents.setAttribute('aria-expanded', toggle.checked);
        contents.addEventListener('click', () => label.click());
        toggle.addEventListener('change', follow);
        follow();
        label.hidden = true;
        label.after(contents);
    }

    // mdBook's index knows plain letters only: a symbol is looked up by its name, and an
    // accent is left off.
    const greek = ('alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi '
        + 'omicron pi rho sigma sigma tau upsilon phi chi psi omega').split(' ');
    const plain = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
        .replace(/[α-ωΑ-Ω]/g, (letter) => greek[letter.toLowerCase().codePointAt(0) - 0x3b1]);
    const asked = new URLSearchParams(location.search);
    const query = asked.get('search');
    if (query && plain(query) !== query) {
        asked.set('search', plain(query));
        location.replace('?' + asked + location.hash);
    }
    document.getElementById('mdbook-searchbar')?.addEventListener('input', (event) => {
        const text = event.target.value;
        if (plain(text) !== text) event.target.value = plain(text);
    }, true);

    // The prose that answers a figure's question is folded while the question is open.
    const veils = all('[data-after]').flatMap((answer) => {
        const box = all('.figure').find((one) => one.dataset.figure === answer.dataset.after);
        if (!box) return [];
        const gate = make('p', 'gate', 'What follows answers the figure’s question. ');
        const open = make('button', '', 'Open it anyway');
        open.type = 'button';
        gate.append(open);
        answer.before(gate);
        let opened = false;
        const follow = () => {
            const folded = !opened && box.classList.contains('asking');
            gate.hidden = !folded;
            // Whoever looks for a word or follows a link into it opens it.
            if (folded) answer.setAttribute('hidden', 'until-found');
            else answer.removeAttribute('hidden');
        };
        const unveil = () => {
            opened = true;
            follow();
        };
        open.addEventListener('click', () => {
            unveil();
            answer.tabIndex = -1;
            answer.focus({ preventScroll: true });
        });
        answer.addEventListener('beforematch', unveil);
        new MutationObserver(follow).observe(box, { attributeFilter: ['class'] });
        follow();
        return [[answer, unveil]];
    });

    for (const box of all('.figure[data-figure]')) {
        // For a projector: the figure alone, as large as the screen, its question first.
        const present = make('button', 'figure-present', 'Present');
        present.type = 'button';
        box.prepend(present);
        const shown = () => document.fullscreenElement === box || box.classList.contains('presented');
        const set = (on) => {
            box.classList.toggle('presented', on);
            document.documentElement.classList.toggle('presenting', on);
            present.textContent = on ? 'Back to the text' : 'Present';
        };
        present.addEventListener('click', () => {
            if (shown()) {
                if (document.fullscreenElement) document.exitFullscreen();
                set(false);
                box.scrollIntoView({ block: 'center' });
            } else {
                set(true);
                // Where the whole screen is refused, the window will do.
                box.requestFullscreen?.().catch(() => {});
                box.querySelector('.asking .figure-guess input, .figure-controls input, .figure-controls select')?.focus();
            }
        });
        box.addEventListener('fullscreenchange', () => { if (!document.fullscreenElement) set(false); });
        box.addEventListener('keydown', (event) => { if (event.key === 'Escape' && shown()) set(false); });

        // On a narrow screen a picture that leaves room stays in view over its controls.
        const art = box.querySelector('.figure-art');
        new ResizeObserver(() => {
            box.classList.toggle('sticks', art.offsetHeight < 0.6 * innerHeight);
        }).observe(art);
    }

    // A link to a place, or a word that was searched for, opens what is around it.
    const reach = (place) => {
        for (let one = place; one && one !== main; one = one.parentElement) {
            if (one.tagName === 'DETAILS') one.open = true;
            for (const [answer, unveil] of veils) if (answer === one) unveil();
        }
    };
    const follow = () => {
        let place = null;
        try { place = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { /* no text */ }
        if (!place || !main.contains(place)) return;
        reach(place);
        place.scrollIntoView();
    };
    window.addEventListener('hashchange', follow);
    follow();
    if (/[?&]highlight=/.test(location.search)) {
        const words = new MutationObserver(() => all('mark').forEach(reach));
        words.observe(main, { childList: true, subtree: true });
        setTimeout(() => words.disconnect(), 10000);
    }

    // Paper cannot be opened.
    let shut = [];
    window.addEventListener('beforeprint', () => {
        shut = all('details:not([open], .figure-numbers)');
        for (const one of shut) one.open = true;
    });
    window.addEventListener('afterprint', () => {
        for (const one of shut) one.open = false;
    });
})();
