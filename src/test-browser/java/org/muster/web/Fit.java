package org.muster.web;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Measures whether all that is written on a page has its room. */
final class Fit {
    private static final String LOOK = """
            () => {
              const root = document.querySelector('dialog[open]') ?? document.body;
              const style = one => getComputedStyle(one);
              const seen = one => one.checkVisibility({ opacityProperty: true, visibilityProperty: true })
                && !one.closest('.unseen, .skip, [aria-hidden="true"]') && !one.ownerSVGElement;
              // What is fixed is cut by nothing that it is in.
              const above = function* (one) {
                for (let it = one; it && it !== document.documentElement; it = it.parentElement) {
                  yield it;
                  if (style(it).position === 'fixed') { yield document.body; return; }
                }
              };
              const both = (a, b) => ({ left: Math.max(a.left, b.left), right: Math.min(a.right, b.right),
                top: Math.max(a.top, b.top), bottom: Math.min(a.bottom, b.bottom) });
              const box = one => { const { left, right, top, bottom } = one.getBoundingClientRect(); return { left, right, top, bottom }; };
              const hidden = one => [...above(one)].some(it => style(it).clipPath !== 'none');
              // What is seen of something: within all that cuts or scrolls it.
              const within = (rect, one) => [...above(one.parentElement)]
                .filter(it => style(it).overflowX !== 'visible' || style(it).overflowY !== 'visible')
                .reduce((left, it) => both(left, box(it)), rect);
              const layer = one => [...above(one)].find(it => ['fixed', 'sticky'].includes(style(it).position) || style(it).zIndex !== 'auto');
              const name = one => `${one.localName}${one.id ? `#${one.id}` : ''}${[...one.classList].map(it => `.${it}`).join('')} `
                + `"${(one.innerText || one.value || '').trim().replaceAll('\\n', ' ').slice(0, 40)}" in ${one.parentElement?.className || one.parentElement?.localName}`;
              const faults = new Set();

              const side = document.documentElement;
              if (side.scrollWidth > side.clientWidth) {
                faults.add(`the page is ${side.scrollWidth - side.clientWidth} px too wide`);
              }

              const texts = [];
              const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const one = walker.currentNode.parentElement;
                if (walker.currentNode.data.trim() === '' || !seen(one) || hidden(one)) continue;
                const range = document.createRange();
                range.selectNodeContents(walker.currentNode);
                const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
                const titled = [...above(one)].some(it => it.title);
                for (const { left, right, top, bottom } of lines) {
                  const rect = { left, right, top, bottom };
                  for (const it of above(one)) {
                    const { overflowX, overflowY } = style(it);
                    const room = box(it);
                    const scrolls = ['auto', 'scroll'];
                    if (scrolls.includes(overflowX)) break;
                    if (['hidden', 'clip'].includes(overflowX) && !titled && (left < room.left - 1.5 || right > room.right + 1.5)) {
                      faults.add(`cut at its side: ${name(one)}`);
                    }
                    if (scrolls.includes(overflowY)) break;
                    if (['hidden', 'clip'].includes(overflowY) && !titled && (top < room.top - 4 || bottom > room.bottom + 4)) {
                      faults.add(`cut below or above: ${name(one)}`);
                    }
                    if (it.matches('button, a.button, summary, [role=tab], .chip, dialog') && (left < room.left - 1.5 || right > room.right + 1.5)) {
                      faults.add(`leaves its box: ${name(one)}`);
                    }
                    if (it === document.body && (left < -1.5 || right > innerWidth + 1.5)) {
                      faults.add(`out of the window: ${name(one)}`);
                    }
                  }
                  const shown = within(rect, one);
                  if (shown.right - shown.left > 2 && shown.bottom - shown.top > 4) {
                    texts.push({ one, shown, layer: layer(one) });
                  }
                }
                if (style(one).textOverflow === 'ellipsis' && one.scrollWidth > one.clientWidth + 1 && !titled) {
                  faults.add(`ends in dots: ${name(one)}`);
                }
              }
              const pen = document.createElement('canvas').getContext('2d');
              for (const one of root.querySelectorAll('input[placeholder]')) {
                const { font, paddingInlineStart, paddingInlineEnd } = style(one);
                Object.assign(pen, { font });
                const room = one.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
                if (seen(one) && one.value === '' && pen.measureText(one.placeholder).width > room + 1) {
                  faults.add(`its hint is cut: ${name(one)} ${one.placeholder}`);
                }
              }

              const overlaps = (all, wide, high, what) => all.forEach((a, at) => all.slice(at + 1).forEach(b => {
                const same = both(a.shown, b.shown);
                if (same.right - same.left > wide && same.bottom - same.top > high && a.layer === b.layer
                  && !a.one.contains(b.one) && !b.one.contains(a.one)) {
                  faults.add(`${what} lie over each other: ${name(a.one)} and ${name(b.one)}`);
                }
              }));
              overlaps(texts.filter(({ one }) => !one.matches('kbd')), 2, 5, 'texts');
              overlaps([...root.querySelectorAll('button, a[href], input, select, textarea, summary')]
                .filter(one => seen(one) && !hidden(one))
                .map(one => ({ one, shown: within(box(one), one), layer: layer(one) })), 1, 1, 'controls');
              return [...faults];
            }""";

    static final int WIDE = 1920;
    static final int HIGH = 1080;
    private static final int[] WIDTHS = {WIDE, 1280, 360, 320};
    private static final double FRAMES_MILLIS = 150;

    private Fit() {}

    /** Looks at every width, and where the places are tabs at each of them. */
    static void look(Watched screen, String name, List<String> wrong) {
        for (int width : WIDTHS) {
            screen.page.setViewportSize(width, HIGH);
            screen.page.waitForTimeout(FRAMES_MILLIS);
            Locator tabs = screen.page.locator("[id^='tab-board-']:visible");
            if (tabs.count() == 0 || screen.page.locator("dialog[open]").count() > 0) {
                look(screen, name, width, wrong);
                continue;
            }
            for (Locator tab : tabs.all()) {
                tab.click();
                look(screen, name + "-" + tab.getAttribute("id"), width, wrong);
            }
        }
    }

    /** Keeps in words what is wrong at one width. */
    static void look(Watched screen, String name, int width, List<String> wrong) {
        screen.page.setViewportSize(width, HIGH);
        screen.page.waitForTimeout(FRAMES_MILLIS);
        screen.picture(name + "-" + width);
        faults(screen.page).forEach(fault -> wrong.add(name + " at " + width + ": " + fault));
    }

    /** What is cut, lies over something else, or leaves its box or the page, in words; of an open dialog only what is in it. */
    @SuppressWarnings("unchecked")
    private static List<String> faults(Page page) {
        return (List<String>) page.evaluate(LOOK);
    }
}
