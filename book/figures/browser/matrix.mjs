// Every page with figures in a real browser: node matrix.mjs [SITE [PAGE]]
// SITE is a built book, target/book unless told otherwise. Closes with one line,
// "N passed, N failed", and exit code 1 if anything failed.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';
import * as inPage from './in-page.mjs';
import { behaves } from './page.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const house = path.resolve(here, '../../..');
const only = process.argv[3];
const site = path.resolve(process.argv[2] ?? path.join(house, 'target/book'));
const THEMES = ['light', 'rust', 'coal', 'navy', 'ayu'];
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
    .find((program) => existsSync(program));
if (!executablePath) throw new Error('no chromium found; ./install brings one');

// What the native code draws, to compare with. Cargo is asked once: some hundred calls
// follow, while the pages wait.
const artifacts = execFileSync(process.env.CARGO ?? 'cargo',
    ['build', '--quiet', '--example', 'draw', '--message-format', 'json'],
    { cwd: house, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
const { executable } = artifacts.trim().split('\n').map((line) => JSON.parse(line))
    .find(({ executable, target }) => executable && target.name === 'draw');
const draw = (args, input) => JSON.parse(execFileSync(executable, args,
    { input, maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'inherit'] }));
const figures = new Map(draw([]).map((figure) => [figure.name, figure]));
const key = (name, narrow, state) => `${name}\t${narrow ? 'narrow' : 'wide'}\t${state}`;
const requests = [...figures.values()].flatMap(({ name, random, extreme }) =>
    [false, true].flatMap((narrow) =>
        ['', ...random, ...extreme, 'guess:1'].map((state) => key(name, narrow, state))));
const answers = draw(['--answer'], requests.join('\n') + '\n');
const native = new Map(requests.map((request, i) => [request, answers[i].split('\x1f')]));
const nativeNow = (name, narrow, state) =>
    native.get(key(name, narrow, state)) ?? draw(['--answer'], key(name, narrow, state) + '\n')[0].split('\x1f');

let passed = 0;
const failed = [];
const check = (what, holds, detail = '') => {
    if (holds) passed += 1;
    else {
        failed.push(what);
        console.log(`FAILED  ${what}${detail ? ': ' + String(detail).slice(0, 600) : ''}`);
    }
};

const host = await serve(site);
const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

/** A fresh profile; notes console errors and requests to other hosts. */
const open = async (theme, options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
    await context.addInitScript((name) => {
        try { localStorage.setItem('mdbook-theme', name); } catch { /* none on this page */ }
    }, theme);
    const faults = [];
    context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(host.origin) && !/^(file|data|blob):/.test(url)) faults.push('foreign request ' + url);
    });
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    return { context, page, faults };
};

const box = (page, name) => page.locator(`.figure[data-figure="${name}"]`).first();
const awake = async (page, name) => {
    const figure = box(page, name);
    await figure.scrollIntoViewIfNeeded();
    try {
        await page.waitForFunction(
            (word) => document.querySelector(`.figure[data-figure="${word}"]`).classList.contains('awake'),
            name, { timeout: 8000 });
        if (await figure.evaluate((one) => one.classList.contains('asking')))
            await figure.locator('.figure-skip').click();
        return true;
    } catch { return false; }
};
/** The settings that the controls show, once the drawing has followed them. */
const settled = async (page, name) => {
    await page.evaluate(inPage.frames, 3);
    return box(page, name).evaluate(inPage.state);
};
const same = async (page, name, what, narrow = false) => {
    const state = await settled(page, name);
    const now = nativeNow(name, narrow, state);
    const fault = await box(page, name).evaluate(inPage.differs, now);
    check(`${what} (${state})`, !fault, fault);
    return state;
};

/** From a handle to the other half of what it can be dragged over. */
const pull = async (page, grip) => {
    await grip.locator('.drag').evaluate(inPage.centre);
    const [handle, frame] = [await grip.locator('.handle').boundingBox(), await grip.locator('.drag').boundingBox()];
    const from = [handle.x + handle.width / 2, handle.y + handle.height / 2];
    const keys = (await grip.getAttribute('data-drag')).split(' ');
    const to = [
        keys[4] === '-' ? from[0] : frame.x + frame.width * (from[0] > frame.x + frame.width / 2 ? 0.3 : 0.7),
        keys[7] === '-' ? from[1] : frame.y + frame.height * (from[1] > frame.y + frame.height / 2 ? 0.3 : 0.7),
    ];
    return { from, to };
};

const pages = readdirSync(site).filter((file) => file.endsWith('.html')
    && !['print.html', 'toc.html', '404.html'].includes(file)
    && (!only || file === only));
const shown = new Set();
const slowest = [];
const drawing = [];

/** Everything about one page that does not mind what the machine does beside it. */
const inspect = async (file) => {
    const url = `${host.origin}/${file}`;
    const main = await open('light');
    const { page } = main;
    await page.goto(url);
    const names = await page.$$eval('.figure[data-figure]', (all) => all.map((one) => one.dataset.figure));
    for (const name of names) {
        shown.add(name);
        const figure = figures.get(name);
        const label = `${file} ${name}`;
        check(`${label} is known to the crate`, figure);
        if (!figure) continue;
        const woke = await awake(page, name);
        check(`${label} wakes`, woke);
        if (!woke) continue;
        await same(page, name, `${label} draws the book's values`);

        for (const { key: word, kind } of figure.controls) {
            const input = box(page, name).locator(`[data-key="${word}"]`);
            await input.scrollIntoViewIfNeeded();
            const before = await settled(page, name);
            if (kind === 'slider') {
                const area = await input.boundingBox();
                const share = await input.evaluate((one) => (one.value - one.min) / (one.max - one.min));
                await page.mouse.click(area.x + area.width * (share > 0.5 ? 0.22 : 0.78), area.y + area.height / 2);
                const after = await same(page, name, `${label} follows ${word} by mouse`);
                check(`${label} moves at a click on ${word}`, after !== before, after);
                const place = page.url().split('?')[0];
                for (const press of ['Home', 'ArrowRight', 'End', 'ArrowLeft']) {
                    await input.press(press);
                    const state = await same(page, name, `${label} follows ${word} at ${press}`);
                    check(`${label} speaks ${word} at ${press}`,
                        nativeNow(name, false, state)[3].split('\n').includes(await input.getAttribute('aria-valuetext')));
                }
                check(`${label}: arrows at ${word} turn no page`, page.url().split('?')[0] === place, page.url());
            } else if (kind === 'choice') {
                const last = await input.locator('option').last().getAttribute('value');
                await input.selectOption(last);
                await same(page, name, `${label} follows ${word} by choice`);
                await input.focus();
                await input.press('Home');
                await same(page, name, `${label} follows ${word} by keyboard`);
            } else {
                await input.click();
                const after = await same(page, name, `${label} follows ${word} by mouse`);
                check(`${label} moves at a click on ${word}`, after !== before, after);
                await input.press('Space');
                await same(page, name, `${label} follows ${word} by keyboard`);
            }
        }
        const grips = box(page, name).locator('[data-drag]');
        for (let i = 0; i < await grips.count(); i += 1) {
            const before = await settled(page, name);
            const { from, to } = await pull(page, grips.nth(i));
            await page.mouse.move(...from);
            await page.mouse.down();
            await page.mouse.move(...to, { steps: 4 });
            await page.mouse.up();
            const after = await same(page, name, `${label} follows drag ${i}`);
            check(`${label} moves at drag ${i}`, after !== before, after);
        }
        // What can be pressed sets what it says, each control by the first that changes it.
        const pressed = new Set();
        for (let i = 0; i < await box(page, name).locator('[data-set]').count(); i += 1) {
            const part = box(page, name).locator('[data-set]').nth(i);
            const pair = await part.getAttribute('data-set');
            const before = await settled(page, name);
            if (pressed.has(pair.split(':')[0]) || before.split(',').includes(pair)) continue;
            pressed.add(pair.split(':')[0]);
            await part.evaluate(inPage.centre);
            const spot = await part.evaluate(inPage.spot);
            check(`${label}: ${pair} can be reached`, spot);
            if (!spot) continue;
            await page.mouse.click(...spot);
            const after = await same(page, name, `${label} follows a press on ${pair}`);
            check(`${label} is ${pair} after a press`, after.split(',').includes(pair), after);
        }
        // The address carries the state, the status speaks the sentence.
        await page.waitForTimeout(750);
        const state = await settled(page, name);
        const answer = nativeNow(name, false, state);
        check(`${label} puts its state into the address`,
            answer[5] === (new URLSearchParams(new URL(page.url()).search).get(name) ?? ''), page.url());
        check(`${label} speaks its sentence`,
            await box(page, name).locator('.figure-voice').textContent() === answer[1]);
        await box(page, name).locator('.figure-reset').click();
        await page.waitForTimeout(600);
        const fault = await box(page, name).evaluate(inPage.differs, nativeNow(name, false, ''));
        check(`${label} goes back to the book's values`, !fault, fault);
        const play = box(page, name).locator('.figure-play');
        if (await play.count()) {
            await play.click();
            let moved = false;
            // A slider over few values takes its time to the next.
            for (let i = 0; i < 8 && !moved; i += 1) {
                await page.waitForTimeout(250);
                moved = await settled(page, name) !== nativeNow(name, false, '')[4];
            }
            check(`${label} plays`, moved);
            if (await play.textContent() === 'Stop') await play.click();
        }
        // Ten random settings and the two extremes, by its controls.
        for (const random of [...figure.random, ...figure.extreme]) {
            await box(page, name).evaluate(inPage.set, random);
            await page.evaluate(inPage.frames, 3);
            const fault = await box(page, name).evaluate(inPage.differs, nativeNow(name, false, random));
            check(`${label} equals the native drawing at ${random}`, !fault, fault);
            const crowded = await box(page, name).evaluate(inPage.layout);
            check(`${label}: texts lie inside and apart at ${random}`, crowded.length === 0, crowded.join('; '));
        }
    }
    check(`${file}: no console error, no foreign request`, main.faults.length === 0, main.faults.join('\n'));
    await main.context.close();

    // The address wakes a state; nonsense in it does no harm.
    const addressed = await open('light');
    for (const name of names.filter((word) => figures.has(word))) {
        const state = figures.get(name).random[0];
        await addressed.page.goto(`${url}?${name}=${state}`);
        await awake(addressed.page, name);
        await addressed.page.evaluate(inPage.frames, 3);
        const fault = await box(addressed.page, name).evaluate(inPage.differs, nativeNow(name, false, state));
        check(`${file} ${name} opens at its address`, !fault, fault);
        await addressed.page.goto(`${url}?${name}=k:1e99,zz:%00,%F0%9F%92%A5&x=<b>#nowhere`);
        check(`${file} ${name} survives nonsense in the address`, await awake(addressed.page, name));
    }
    check(`${file}: addresses raise no error`, addressed.faults.length === 0, addressed.faults.join('\n'));
    await addressed.context.close();

    // From disk.
    const disk = await open('light');
    await disk.page.goto(pathToFileURL(path.join(site, file)).href);
    for (const name of names) {
        check(`${file} ${name} wakes from disk`, await awake(disk.page, name));
        const input = box(disk.page, name).locator('input[type=range][data-key]').first();
        if (await input.count()) {
            await input.press('End');
            await same(disk.page, name, `${file} ${name} follows from disk`);
        }
    }
    check(`${file}: no console error from disk`, disk.faults.length === 0, disk.faults.join('\n'));
    await disk.context.close();

    // A telephone: touch, and no sideways scroll.
    const phone = await open('navy', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await phone.page.goto(url);
    const wire = await phone.context.newCDPSession(phone.page);
    const touch = (type, points) => wire.send('Input.dispatchTouchEvent', {
        type, touchPoints: points.map(([x, y]) => ({ x, y })),
    });
    for (const name of names.filter((word) => figures.has(word))) {
        const label = `${file} ${name} on a telephone`;
        check(`${label} wakes`, await awake(phone.page, name));
        for (const { key: word, kind } of figures.get(name).controls) {
            const input = box(phone.page, name).locator(`[data-key="${word}"]`);
            const before = await settled(phone.page, name);
            // Below the picture, which stays in view above its controls.
            await input.evaluate((one) => one.scrollIntoView({ block: 'end' }));
            if (kind === 'choice') continue;
            if (kind !== 'slider') await input.tap();
            else {
                const area = await input.boundingBox();
                const share = await input.evaluate((one) => (one.value - one.min) / (one.max - one.min));
                const [from, to] = [share, share > 0.5 ? 0.2 : 0.8].map((s) => area.x + 8 + (area.width - 16) * s);
                const y = area.y + area.height / 2;
                await touch('touchStart', [[from, y]]);
                for (let i = 1; i <= 6; i += 1) await touch('touchMove', [[from + (to - from) * i / 6, y]]);
                await touch('touchEnd', []);
            }
            const after = await same(phone.page, name, `${label} follows ${word} by touch`, true);
            check(`${label} moves ${word} by touch`, before !== after, after);
        }
        const grip = box(phone.page, name).locator('[data-drag]').first();
        if (await grip.count()) {
            const before = await settled(phone.page, name);
            const { from: [x, y], to: [tx, ty] } = await pull(phone.page, grip);
            await touch('touchStart', [[x, y]]);
            for (let i = 1; i <= 6; i += 1) await touch('touchMove', [[x + (tx - x) * i / 6, y + (ty - y) * i / 6]]);
            await touch('touchEnd', []);
            check(`${label} follows a finger on the handle`, before !== await same(phone.page, name, `${label} follows a finger`, true));
        }
        const faults = await box(phone.page, name).evaluate(inPage.layout);
        check(`${label}: texts lie inside and apart`, faults.length === 0, faults.join('; '));
        const small = await box(phone.page, name).evaluate(inPage.small);
        check(`${label}: targets of 24 px, text of 11 px`, small.length === 0, small.join('; '));
    }
    const [wide, menu] = await phone.page.evaluate(() => [
        document.documentElement.scrollWidth, document.documentElement.classList.contains('sidebar-visible')]);
    check(`${file} fits 360 px`, wide <= 360, wide + ' px');
    check(`${file}: a swipe on a slider opens no sidebar`, !menu);
    check(`${file}: no console error on a telephone`, phone.faults.length === 0, phone.faults.join('\n'));
    await phone.context.close();

    // Without its module, and without scripts: the still figure.
    const blocked = await open('light');
    await blocked.context.route(/demarche-\w+(-wasm\.js|\.wasm)/, (route) => route.abort());
    await blocked.page.goto(url);
    const spelled = await open('light');
    await spelled.context.route('**/demarche-*.wasm', (route) => route.abort());
    await spelled.page.goto(url);
    const bare = await open('light', { javaScriptEnabled: false });
    await bare.page.goto(url);
    for (const name of names) {
        await box(blocked.page, name).scrollIntoViewIfNeeded();
        await blocked.page.waitForTimeout(400);
        const still = await box(blocked.page, name).evaluate(inPage.still);
        check(`${file} ${name} stands still without its module`, still === '', still);
        check(`${file} ${name} wakes from the script where no module comes`, await awake(spelled.page, name));
        check(`${file} ${name} stands still without scripts`,
            await box(bare.page, name).locator('svg').isVisible()
            && await box(bare.page, name).locator('.figure-says').isVisible()
            && !await box(bare.page, name).locator('.figure-controls').isVisible());
    }
    await blocked.context.close();
    await spelled.context.close();
    await bare.context.close();

    // On paper, from the darkest theme.
    const paper = await open('coal');
    await paper.page.goto(url);
    for (const name of names) await awake(paper.page, name);
    await paper.page.emulateMedia({ media: 'print' });
    for (const name of names) {
        const fault = await box(paper.page, name).evaluate(inPage.paper);
        check(`${file} ${name} prints in a light palette without controls`, fault === '', fault);
    }
    await paper.context.close();

    // Every theme: axe on all of the text, answers and code open, and on the title bar;
    // and the contrast of text in drawings.
    const axe = readFileSync(path.join(here, 'node_modules/axe-core/axe.min.js'), 'utf8');
    for (const theme of THEMES) {
        const themed = await open(theme, { reducedMotion: 'reduce' });
        await themed.page.goto(url);
        for (const name of names) await awake(themed.page, name);
        await themed.page.$$eval('.figure-skip', (all) => all.forEach((one) => { if (one.checkVisibility()) one.click(); }));
        await themed.page.$$eval('main details', (all) => all.forEach((one) => { one.open = true; }));
        await themed.page.waitForTimeout(300);
        await themed.page.evaluate(axe);
        const violations = await themed.page.evaluate(inPage.axe);
        check(`${file} passes axe in ${theme}`, violations.length === 0, violations.join('; '));
        for (const name of names) {
            await box(themed.page, name).locator('svg').scrollIntoViewIfNeeded();
            const weak = await box(themed.page, name).evaluate(inPage.contrast);
            check(`${file} ${name}: text of 4.5 to 1 in ${theme}`, weak.length === 0, weak.join('; '));
            if (theme === 'light') {
                const faults = await box(themed.page, name).evaluate(inPage.layout);
                check(`${file} ${name}: texts lie inside and apart`, faults.length === 0, faults.join('; '));
            }
        }
        await themed.context.close();
    }

    await behaves({ open, check, url, file });

    // A question is asked before it is answered.
    for (const name of names.filter((word) => figures.get(word)?.asks)) {
        const asked = await open('light');
        await asked.page.goto(url);
        const figure = box(asked.page, name);
        await figure.scrollIntoViewIfNeeded();
        const label = `${file} ${name}`;
        check(`${label} asks first`, await figure.evaluate(inPage.veiled));
        await figure.locator('.figure-guess input').press('End');
        await figure.locator('.figure-commit').click();
        await asked.page.waitForTimeout(300);
        const state = await settled(asked.page, name);
        const answer = nativeNow(name, false, state);
        check(`${label} tells how far the guess was off`,
            answer[6] && await figure.locator('.figure-verdict').textContent() === answer[6], state);
        check(`${label} shows the answer after the guess`, !await figure.evaluate(inPage.veiled));
        check(`${label} keeps the guess out of the address`, !/guess/.test(asked.page.url()), asked.page.url());
        const verdict = await figure.locator('.figure-verdict').textContent();
        const control = figure.locator('.figure-controls :is(input[type=range], select)').first();
        const choices = await control.locator('option').count();
        for (const end of ['Home', 'End']) {
            if (choices) await control.selectOption({ index: end === 'Home' ? 0 : choices - 1 });
            else await control.press(end);
            await asked.page.evaluate(inPage.frames, 3);
        }
        check(`${label} keeps its verdict when a control moves`,
            await figure.locator('.figure-verdict').textContent() === verdict);
        await figure.locator('.figure-again').click();
        await asked.page.evaluate(inPage.frames, 3);
        check(`${label} asks again`, await figure.evaluate(inPage.veiled));
        await figure.locator('.figure-guess input').press('Home');
        await figure.locator('.figure-commit').click();
        await asked.page.waitForTimeout(300);
        const again = nativeNow(name, false, await settled(asked.page, name));
        check(`${label} answers the second guess`,
            await figure.locator('.figure-verdict').textContent() === again[6], again[6]);
        check(`${label}: no console error around the question`, asked.faults.length === 0, asked.faults.join('\n'));
        await asked.context.close();
    }
};

/** How fast a page draws, and that its module draws what the native code does. */
const clock = async (file) => {
    const { page, context } = await open('light');
    await page.goto(`${host.origin}/${file}`);
    const names = await page.$$eval('.figure[data-figure]', (all) => all.map((one) => one.dataset.figure));
    for (const name of names) {
        const figure = figures.get(name);
        const label = `${file} ${name}`;
        if (!figure || !await awake(page, name)) continue;
        const wanted = requests.filter((request) => request.startsWith(name + '\t'));
        const [got, micros] = await page.evaluate(inPage.ask, wanted);
        check(`${label}: every answer of the module equals the native one`,
            wanted.every((request, i) => got[i] === native.get(request).join('\x1f')),
            wanted.find((request, i) => got[i] !== native.get(request).join('\x1f')));
        drawing.push([micros, name]);
        check(`${label} draws within 2 ms`, micros < 2000, micros + ' µs');

        const slider = figure.controls.find((control) => control.kind === 'slider');
        if (!slider) continue;
        await box(page, name).locator(`[data-key="${slider.key}"]`).focus();
        await page.evaluate(inPage.watch);
        for (let i = 0; i < 40; i += 1) {
            await page.keyboard.press(i % 8 < 4 ? 'ArrowLeft' : 'ArrowRight');
            await page.evaluate(inPage.frames, 2);
        }
        const times = (await page.evaluate(() => window.pressed)).sort((a, b) => a - b);
        slowest.push([times[Math.floor(times.length * 0.95)], times[times.length >> 1], name]);
    }
    await context.close();
};

// A page waits more than it works: each core has one more of them than it can draw.
const queue = [...pages];
await Promise.all(Array.from({ length: availableParallelism() + 1 }, async () => {
    for (let file = queue.shift(); file; file = queue.shift()) await inspect(file);
}));
for (const file of pages) await clock(file);

if (!only) for (const name of figures.keys()) check(`${name} is shown on a page`, shown.has(name));
await browser.close();
host.close();

slowest.sort((a, b) => b[0] - a[0]);
drawing.sort((a, b) => b[0] - a[0]);
if (slowest.length) {
    const [p95, middle, name] = slowest[0];
    console.log(`from key press to after the repaint, slowest figure: p95 ${p95.toFixed(1)} ms, median ${middle.toFixed(1)} ms (${name})`);
    console.log(`one drawing in the module, slowest figure: ${drawing[0][0].toFixed(0)} µs (${drawing[0][1]})`);
}
console.log(`${passed} passed, ${failed.length} failed`);
process.exit(failed.length ? 1 : 0);
