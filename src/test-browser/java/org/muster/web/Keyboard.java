package org.muster.web;

import com.microsoft.playwright.Page;

/** Hands that have a keyboard and nothing else. */
final class Keyboard {
    /** More stops than any screen here has. */
    private static final int TABS_MAX = 200;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** One key after another, by name: {@code F2}, {@code Alt+N}, {@code a}. */
    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    void type(String words) {
        page.keyboard().type(words);
    }

    /** Types into what has the focus, and goes on to the next stop. */
    void fill(String words) {
        type(words);
        press("Tab");
    }

    /** Presses Tab until the focus is there. */
    void tabTo(String selector) {
        for (int pressed = 0; pressed < TABS_MAX; pressed++) {
            if (isAt(selector)) {
                return;
            }
            press("Tab");
        }
        throw new AssertionError("Tab does not lead to " + selector + "; the focus is at " + at());
    }

    boolean isAt(String selector) {
        return (boolean) page.evaluate(
                "selector => document.activeElement?.matches(selector) ?? false", selector);
    }

    /** What has the focus, in the page's own words, and where it is. */
    String at() {
        return String.valueOf(page.evaluate("""
                () => { const { tagName, id, className, textContent } = document.activeElement;
                  const { left, top, right, bottom } = document.activeElement.getBoundingClientRect();
                  const box = [left, top, right, bottom].map(Math.round);
                  const head = Math.round(document.querySelector('.top')?.getBoundingClientRect().bottom ?? 0);
                  return `${tagName}#${id}.${className} ${textContent.trim().slice(0, 60)}`
                    + ` in ${box} below ${head} of ${innerWidth} x ${innerHeight}`; }"""));
    }

    /**
     * Whether the focus can be seen: a ring around it, or in a list around the current row, and it lies in the window and
     * under no header.
     */
    boolean isSeen() {
        return (boolean) page.evaluate("""
                () => { const focused = document.activeElement;
                  const at = focused.querySelector('[data-current]') ?? focused;
                  const { outlineStyle, outlineWidth } = getComputedStyle(at);
                  const { top, bottom, left, right } = at.getBoundingClientRect();
                  const head = document.querySelector('.top');
                  const above = head && !head.contains(focused) && getComputedStyle(head).position === 'sticky'
                    && !focused.closest('dialog') ? head.getBoundingClientRect().bottom : 0;
                  return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && right > 0 && bottom > above
                    && (top >= above - 1 || bottom - top > innerHeight - above)
                    && left < innerWidth && top < innerHeight; }""");
    }
}
