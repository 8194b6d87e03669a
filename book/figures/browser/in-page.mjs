// What runs inside the page. Each function stands alone: it is sent as text.

/** Resolves after so many frames. */
export const frames = (count) => new Promise((resolve) => {
    const step = (left) => left ? requestAnimationFrame(() => step(left - 1)) : resolve();
    step(count);
});

/** Brings an element to the middle of the window, clear of the menu. */
export const centre = (one) => one.scrollIntoView({ block: 'center', behavior: 'instant' });

/** A point where a press falls on this part of a picture and on nothing above it, or null. */
export const spot = (group) => {
    const { left, top, width, height } = group.getBoundingClientRect();
    for (const u of [0.5, 0.3, 0.7, 0.1, 0.9])
        for (const v of [0.5, 0.3, 0.7, 0.1, 0.9]) {
            const at = [left + width * u, top + height * v];
            if (document.elementFromPoint(...at)?.parentNode === group) return at;
        }
    return null;
};

/** The settings that a figure's controls show. */
export const state = (box) => {
    const value = (one) => one.type === 'checkbox' ? (one.checked ? 'on' : 'off') : one.dataset.value ?? one.value;
    const pairs = [...box.querySelectorAll('[data-key]')].map((one) => `${one.dataset.key}:${value(one)}`);
    const said = box.querySelector('.figure-verdict')?.textContent.match(/^You said ([−0-9.]+)/);
    return pairs.concat(said ? [`guess:${said[1].replace('−', '-')}`] : []).join(',');
};

/** Moves the controls of a figure, as a reader would, all at once. */
export const set = (box, text) => {
    for (const pair of text.split(',')) {
        const [key, value] = pair.split(':');
        const one = box.querySelector(`[data-key="${key}"]`);
        if (one.type === 'checkbox') one.checked = value === 'on';
        else if (one.dataset.value) one.dataset.value = value;
        else one.value = value;
    }
    box.querySelector('[data-key]').dispatchEvent(new Event('input', { bubbles: true }));
};

/** How what stands in the page differs from an answer, or ''. */
export const differs = (box, [svg, sentence, table]) => {
    const parsed = (html) => {
        const element = document.createElement('div');
        element.innerHTML = html;
        return element.innerHTML;
    };
    const [now, then] = [box.querySelector('.figure-art').innerHTML, parsed(svg)];
    if (now !== then) {
        let i = 0;
        while (now[i] === then[i]) i += 1;
        return `the drawing differs at ${i}: ${now.slice(i - 30, i + 50)} | ${then.slice(i - 30, i + 50)}`;
    }
    if (box.querySelector('.figure-says').textContent !== sentence) return 'the sentence differs';
    if (box.querySelector('table').outerHTML !== parsed(table)) return 'the table differs';
    return '';
};

/** The answers of a chapter's module to requests for one figure, and how long one takes
    in microseconds: the best of several rounds, since what a machine does besides can
    only add. */
export const ask = async (requests) => {
    const bytes = await (await fetch(`demarche-${requests[0].split('-')[0]}.wasm`)).arrayBuffer();
    const rust = (await WebAssembly.instantiate(bytes)).instance.exports;
    const one = (request) => {
        const text = new TextEncoder().encode(request.replaceAll('\t', '\x1f'));
        const at = rust.input(text.length);
        new Uint8Array(rust.memory.buffer, at, text.length).set(text);
        const length = rust.answer();
        return new TextDecoder().decode(new Uint8Array(rust.memory.buffer, rust.output(), length));
    };
    const got = requests.map(one);
    const rounds = Array.from({ length: 9 }, () => {
        const began = performance.now();
        requests.forEach(one);
        return (performance.now() - began) / requests.length * 1000;
    });
    return [got, Math.min(...rounds)];
};

/** Notes how long each key press takes until after the repaint. */
export const watch = () => {
    window.pressed = [];
    window.addEventListener('keydown', (event) => {
        // The first frame draws, the second begins when that has been painted.
        requestAnimationFrame(() => requestAnimationFrame(() => window.pressed.push(performance.now() - event.timeStamp)));
    }, true);
};

/** What is wrong with a figure whose module did not come, or ''. */
export const still = (box) => {
    if (box.classList.contains('awake')) return 'it is awake';
    if (!box.querySelector('svg').getBoundingClientRect().height) return 'no drawing';
    if (getComputedStyle(box.querySelector('.answer .line, svg *')).visibility !== 'visible') return 'the answer is hidden';
    if (box.querySelector('.figure-controls').offsetHeight) return 'controls that do nothing';
    if (!box.querySelector('.figure-word')?.textContent.endsWith('.')) return 'no word about it';
    return '';
};

/** Whether the question still hides the answer. */
export const veiled = (box) => {
    const hidden = [...box.querySelectorAll('.answer .line, .answer .area, .answer .cell, .answer .bar, .answer .mark, .answer .label')];
    const known = [...box.querySelectorAll('.asked text')].filter((one) => one.textContent);
    return box.querySelector('.figure-guess').offsetHeight > 0 && hidden.length > 0
        && known.every((one) => getComputedStyle(one).visibility === 'visible' && one.getBoundingClientRect().width > 0)
        && hidden.every((one) => getComputedStyle(one).visibility === 'hidden');
};

/** What is wrong with a figure on paper, or ''. */
export const paper = (box) => {
    const shade = (color) => color.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765;
    if (shade(getComputedStyle(box).backgroundColor) < 0.95) return 'a dark ground';
    for (const text of box.querySelectorAll('svg text, .figure-says')) {
        const style = getComputedStyle(text);
        if (style.visibility !== 'visible') return `${text.textContent} is hidden`;
        if (shade(text.closest('svg') ? style.fill : style.color) > 0.5) return `${text.textContent} is pale`;
    }
    for (const part of ['.figure-controls', '.figure-guess'])
        if (box.querySelector(part)?.offsetHeight) return `${part} is printed`;
    return '';
};

/** Texts of the drawing that leave it or lie on each other. */
export const layout = (box) => {
    const svg = box.querySelector('svg');
    const outer = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].filter((one) => one.getClientRects().length).map((one) => [one.textContent, one.getBoundingClientRect()]);
    const faults = [];
    texts.forEach(([text, a], i) => {
        if (a.left < outer.left - 3 || a.right > outer.right + 3 || a.top < outer.top - 3 || a.bottom > outer.bottom + 3)
            faults.push(`${text} leaves the drawing`);
        for (const [other, b] of texts.slice(i + 1)) {
            const w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            // A line box is taller than its letters.
            const h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) - 0.3 * Math.min(a.height, b.height);
            if (w > 2 && h > 2) faults.push(`${text} lies on ${other}`);
        }
    });
    return faults;
};

/** Controls too small for a finger, and texts too small to read. */
export const small = (box) => {
    const faults = [];
    for (const one of box.querySelectorAll('.figure-controls :is(input, select, button), summary')) {
        const area = (one.type === 'checkbox' ? one.closest('label') : one).getBoundingClientRect();
        if (area.height < 24 || area.width < 24) faults.push(`${one.dataset.key ?? one.textContent}: ${area.width} by ${area.height}`);
    }
    const svg = box.querySelector('svg');
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    for (const text of [...svg.querySelectorAll('text')].filter((one) => one.getClientRects().length)) {
        const size = parseFloat(getComputedStyle(text).fontSize) * scale;
        if (size < 11) faults.push(`${text.textContent}: ${size.toFixed(1)} px`);
    }
    return faults;
};

/** What axe finds in the text and in the bar above it. */
export const axe = async () => {
    const { violations } = await window.axe.run({ include: [['main'], ['.menu-bar'], ['.skip']] });
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120) + ' ' + (node.any[0]?.message ?? '')).join(' | ')}`);
};

/** Texts of the drawing with less contrast than 4.5 to 1 against what lies behind. */
export const contrast = (box) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const rgba = (color) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
        return [r, g, b, a / 255];
    };
    const over = ([r, g, b, a], below) => [r, g, b].map((part, i) => part * a + below[i] * (1 - a));
    const light = (rgb) => {
        const [r, g, b] = rgb.map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const svg = box.querySelector('svg');
    const weak = [];
    for (const text of [...svg.querySelectorAll('text')].filter((one) => one.getClientRects().length)) {
        const area = text.getBoundingClientRect();
        const [x, y] = [area.left + area.width / 2, area.top + area.height / 2];
        let ground = rgba(getComputedStyle(box).backgroundColor).slice(0, 3);
        // Elements lie upon each other in the order of the document.
        for (const shape of svg.querySelectorAll('.area, .cell, .span, .bar')) {
            if (!shape.getClientRects().length) continue;
            const point = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
            if (!shape.isPointInFill(point)) continue;
            const style = getComputedStyle(shape);
            const fill = rgba(style.fill);
            fill[3] *= style.opacity * style.fillOpacity;
            ground = over(fill, ground);
        }
        const style = getComputedStyle(text);
        const [a, b] = [light(over(rgba(style.fill), ground)), light(ground)].sort((p, q) => q - p);
        const ratio = (a + 0.05) / (b + 0.05);
        if (ratio < 4.5) weak.push(`${text.textContent}: ${ratio.toFixed(2)}`);
    }
    return weak;
};
