package org.muster.docs;

import java.util.List;

import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** CommonMark, in which both documents and the words around them are written, as HTML. */
final class Markup {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();
    /** Headings of a text stand below the one over it. */
    private static final List<String> LOWERED = List.of("h3", "h2", "h1");

    private Markup() {}

    /** Paragraphs, lists, examples. */
    static String blocks(String text) {
        String html = RENDERER.render(PARSER.parse(text));
        for (String tag : LOWERED) {
            String below = "h" + (tag.charAt(1) - '0' + 1);
            html = html.replace('<' + tag + '>', '<' + below + '>')
                    .replace("</" + tag + '>', "</" + below + '>');
        }
        return html;
    }

    /** Words within a line, without a paragraph around them. */
    static String words(String text) {
        Node parsed = PARSER.parse(text);
        String html = RENDERER.render(parsed).strip();
        boolean one = html.startsWith("<p>") && html.indexOf("<p>", 1) < 0;
        return one ? html.substring("<p>".length(), html.length() - "</p>".length()) : html;
    }
}
