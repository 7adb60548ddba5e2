package org.muster.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

/**
 * A language that nobody speaks, made of the English messages: each of its words is longer by 40 %. It comes to a page the
 * way any other language would.
 *
 * @param locale of its numbers and dates
 * @param direction {@code ltr} or {@code rtl}; in the latter it is written in Hebrew letters
 */
record Tongue(String locale, String direction) {
    static final Tongue LONG = new Tongue("de-DE", "ltr");
    static final Tongue FROM_THE_RIGHT = new Tongue("ar-EG", "rtl");

    private static final Path MESSAGES = Path.of("src/main/web/messages");
    /** Nothing is asked of it: what it has is given here. */
    private static final String ORIGIN = "http://messages.test/";
    private static final String TELL = """
            async ([names, locale, direction]) => {
              const all = {};
              for (const name of names) {
                Object.assign(all, (await import(`/${name}`)).default);
              }
              const longer = word => word + word.slice(0, Math.ceil(word.length * 0.4));
              const turned = word => (direction === 'ltr' ? word : word.toLowerCase()
                .replace(/[a-z]/g, letter => String.fromCharCode(0x5d0 + letter.charCodeAt(0) % 27)));
              const told = text => text.split(/(\\{\\w+\\})/)
                .map((part, at) => (at % 2 ? part : part.replace(/\\p{L}+/gu, word => turned(longer(word))))).join('');
              const every = message => (typeof message === 'string' ? told(message)
                : Object.fromEntries(Object.entries(message).map(([form, text]) => [form, told(text)])));
              const made = Object.fromEntries(Object.entries(all).map(([key, message]) => [key, every(message)]));
              return JSON.stringify({ ...made, locale, direction });
            }""";

    /** Has the pages of a profile speak it, with the messages of the board and of all that is loaded later. */
    BrowserContext onBoard(BrowserContext profile) throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return spoken(profile,
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("en") && !name.equals("en-field.js"))
                            .toList());
        }
    }

    /** The same with those of the field page: of some keys it has other texts. */
    BrowserContext onField(BrowserContext profile) {
        return spoken(profile, List.of("en-shared.js", "en-field.js"));
    }

    /** A script before the page's brings them. */
    private BrowserContext spoken(BrowserContext profile, List<String> names) {
        try (Page page = profile.newPage()) {
            page.route(ORIGIN + "**", Tongue::give);
            page.navigate(ORIGIN);
            profile.addInitScript("globalThis.musterMessages = "
                    + page.evaluate(TELL, List.of(names, locale, direction)));
        }
        return profile;
    }

    private static void give(Route route) {
        String name = route.request().url().substring(ORIGIN.length());
        route.fulfill(
                name.isEmpty() ? new Route.FulfillOptions().setBody("").setContentType("text/html")
                        : new Route.FulfillOptions().setPath(MESSAGES.resolve(name))
                                .setContentType("text/javascript"));
    }
}
