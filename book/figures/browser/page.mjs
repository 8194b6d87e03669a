// How a page behaves beside the drawing of its figures; matrix.mjs calls it once for
// every page. `open` opens a fresh profile, `check` counts.

/** Answers stay folded until the guess, and what is folded opens to links, searches and paper. */
const folds = async ({ open, check, url, file }) => {
    const { page, context, faults } = await open('light');
    await page.goto(url);
    const answers = page.locator('main [data-after]');
    for (let i = 0; i < await answers.count(); i += 1) {
        const answer = answers.nth(i);
        const name = await answer.getAttribute('data-after');
        const seen = () => answer.evaluate((one) =>
            one.checkVisibility({ contentVisibilityAuto: true }) && one.firstElementChild.checkVisibility());
        const figure = page.locator(`.figure[data-figure="${name}"]`);
        const gate = answer.locator('xpath=preceding-sibling::p[1]');
        check(`${file}: the answer to ${name} is folded`, !await seen() && await gate.isVisible());
        await gate.locator('button').click();
        check(`${file}: the answer to ${name} opens anyway`, await seen() && !await gate.isVisible());
        await page.goto(url);
        await figure.scrollIntoViewIfNeeded();
        await figure.locator('.figure-skip').click();
        await page.waitForTimeout(400);
        check(`${file}: the answer to ${name} opens after the guess`, await seen() && !await gate.isVisible());
        await figure.locator('.figure-again').click();
        check(`${file}: the answer to ${name} folds when it is asked again`, !await seen());
        await page.emulateMedia({ media: 'print' });
        check(`${file}: the answer to ${name} is printed`, await seen() && !await gate.isVisible());
        await page.emulateMedia({ media: 'screen' });
    }
    const folded = await page.$$eval('main details.machinery', (all) => all.map((one) => !one.open));
    check(`${file}: code is folded at first`, folded.every(Boolean));
    if (folded.length) {
        await page.goto('about:blank');
        await page.goto(url);
        await page.$eval('main details.machinery > :last-child', (one) => { one.id = 'inside'; });
        await page.evaluate(() => { location.hash = '#inside'; });
        await page.waitForTimeout(200);
        check(`${file}: a link into folded code opens it`,
            await page.$eval('#inside', (one) => one.closest('details').open));
    }
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const shut = await page.$$eval('main details:not(.figure-numbers)', (all) => all.filter((one) => !one.open).length);
    check(`${file}: paper is open`, shut === 0, shut);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    check(`${file}: no console error around what is folded`, faults.length === 0, faults.join('\n'));
    await context.close();

    const bare = await open('light', { javaScriptEnabled: false });
    await bare.page.goto(url);
    const hidden = await bare.page.locator('main [data-after]').evaluateAll(
        (all) => all.filter((one) => one.hidden || !one.offsetHeight).length);
    check(`${file}: every answer is open without scripts`, hidden === 0, hidden);
    await bare.context.close();
};

/** Picture and controls are in view together, and a figure fills a projector. */
const inView = async ({ open, check, url, file }) => {
    for (const [width, height] of [[1280, 720], [360, 740]]) {
        const { page, context } = await open('light');
        await page.setViewportSize({ width, height });
        await page.goto(url);
        for (const figure of await page.$$('.figure[data-figure]')) {
            const name = await figure.getAttribute('data-figure');
            await figure.scrollIntoViewIfNeeded();
            await page.waitForFunction((one) => one.classList.contains('awake'), figure);
            const skip = await figure.$('.figure-skip');
            if (skip && await skip.isVisible()) await skip.click();
            await page.waitForTimeout(200);
            const slider = await figure.$('.figure-controls input[type=range]');
            if (!slider) continue;
            await slider.evaluate((one) => one.scrollIntoView({ block: 'end' }));
            await page.waitForTimeout(100);
            const part = await figure.$eval('svg', (one) => {
                const { top, bottom } = one.getBoundingClientRect();
                return (Math.min(bottom, innerHeight) - Math.max(top, 0)) / (bottom - top);
            });
            check(`${file} ${name}: most of the picture is in view with its first slider at ${width} × ${height}`,
                part > 0.85, part);
        }
        await context.close();
    }
    const { page, context, faults } = await open('navy');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.goto(url);
    const figure = page.locator('.figure[data-figure]').first();
    if (await figure.count()) {
        await figure.locator('.figure-present').click();
        await page.waitForTimeout(400);
        const box = await figure.boundingBox();
        check(`${file}: a presented figure fills the screen`, box.width > 1900 && box.height > 1000, JSON.stringify(box));
        await figure.locator('.figure-present').click();
        await page.waitForTimeout(400);
        check(`${file}: a presented figure goes back into the text`, (await figure.boundingBox()).width < 900);
        check(`${file}: no console error around presenting`, faults.length === 0, faults.join('\n'));
    }
    await context.close();
};

/** A keyboard gets past the contents, and to them. */
const reached = async ({ open, check, url, file }) => {
    const { page, context } = await open('light');
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(url);
    await page.keyboard.press('Tab');
    check(`${file}: the first stop of the keyboard is the skip link`,
        await page.evaluate(() => document.activeElement.className === 'skip'));
    await page.keyboard.press('Enter');
    check(`${file}: the skip link leads to the text`,
        await page.evaluate(() => document.activeElement.tagName === 'MAIN'));
    const shown = () => page.evaluate(() => document.getElementById('mdbook-sidebar-toggle-anchor').checked);
    const before = await shown();
    await page.focus('.contents');
    await page.keyboard.press('Enter');
    check(`${file}: the contents open by keyboard at 400 %`, !before && await shown()
        && await page.getAttribute('.contents', 'aria-expanded') === 'true');
    await context.close();
};

/** Symbols and accents are found, and no label of a drawing is. */
const searched = async ({ open, check, url, file }) => {
    const { page, context } = await open('light');
    const found = async (word) => {
        await page.goto(`${url}?search=${encodeURIComponent(word)}`);
        await page.waitForFunction(() => document.querySelector('#mdbook-searchresults-header')?.textContent);
        return page.$$eval('#mdbook-searchresults a', (all) => all.map((one) => one.getAttribute('href')).join(' '));
    };
    for (const [word, place] of [['ρ', 'running.html'], ['ρ', 'gains.html'], ['δ', 'running.html'], ['Σ', 'trade.html'], ['agrement', 'glossary.html'], ['agrément', 'glossary.html']])
        check(`${file}: a search for ${word} finds ${place}`, (await found(word)).includes(place));
    // mdBook loads its index as a script when somebody searches.
    const index = await page.$eval('script[src*="searchindex"]', async (one) => (await fetch(one.src)).text());
    check(`${file}: the index holds the text and not the drawings`,
        index.includes('northern lights') && !index.includes('cooperates with its double'));
    await context.close();
};

export const behaves = async (given) => {
    if (given.file === 'running.html') await searched(given);
    await folds(given);
    await inView(given);
    await reached(given);
};
