package org.muster.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says CEL's complaints in the words of this project; what it does not know it passes on. */
final class Wording {
    private static final Pattern UNEXPECTED = Pattern
            .compile("(?:mismatched|extraneous) input '(.*?)' expecting .*", Pattern.DOTALL);
    private static final Pattern MISSING = Pattern.compile("missing '(.*?)' at '.*'",
            Pattern.DOTALL);
    private static final Pattern UNREADABLE = Pattern.compile("token recognition error at: '(.*)'",
            Pattern.DOTALL);
    private static final Pattern TOO_LARGE = Pattern.compile("For input string: \"(.*)\"");
    private static final Pattern NO_MATCH = Pattern.compile(
            "found no matching overload for '(.*?)' applied to '\\((.*?)\\)'.*", Pattern.DOTALL);

    /** What people write who think of another language. */
    private static final Map<String, String> MEANT = Map.of("=", "==", "and", "&&", "or", "||",
            "not", "!", "<>", "!=", "then", "?", "else", ":");
    private static final Map<String, String> TYPES = Map.of("int", "a number", "bool",
            "a yes or no", "string", "words", "null", "null", "wrapper(int)", "a number");

    private Wording() {}

    /** Of a text that is no expression. */
    static String syntax(String complaint) {
        Matcher unexpected = UNEXPECTED.matcher(complaint);
        Matcher missing = MISSING.matcher(complaint);
        Matcher unreadable = UNREADABLE.matcher(complaint);
        Matcher number = TOO_LARGE.matcher(complaint);
        if (unexpected.matches()) {
            return unexpected.group(1).equals("<EOF>") ? "something is missing here"
                    : misplaced(unexpected.group(1));
        }
        if (missing.matches()) {
            return '"' + missing.group(1) + "\" is missing here";
        }
        if (unreadable.matches()) {
            return misplaced(unreadable.group(1).strip());
        }
        if (number.matches()) {
            return number.group(1) + " is too large a number";
        }
        if (complaint.contains("recursion limit")) {
            return "has too many brackets or signs within one another";
        }
        return "this cannot be read: " + complaint;
    }

    private static String misplaced(String word) {
        String meant = MEANT.get(word);
        return '"' + word + "\" does not belong here"
                + (meant == null ? "" : "; did you mean \"" + meant + "\"?");
    }

    /** Of things of different kinds. */
    static String types(String complaint) {
        Matcher matcher = NO_MATCH.matcher(complaint);
        if (!matcher.matches()) {
            return complaint;
        }
        List<String> kinds = new ArrayList<>();
        for (String type : matcher.group(2).split(", ", -1)) {
            kinds.add(TYPES.getOrDefault(type, type));
        }
        String function = matcher.group(1);
        if (function.equals("_?_:_")) {
            return kinds.getFirst().equals(TYPES.get("bool"))
                    ? "what stands behind ? and behind : must be of one kind, not "
                            + String.join(" and ", kinds.subList(1, kinds.size()))
                    : "what stands before ? must be a yes or no, not " + kinds.getFirst();
        }
        return '"' + written(function) + "\" does not go with " + String.join(" and ", kinds);
    }

    /** An operator or function as one writes it. */
    static String written(String function) {
        return function.isEmpty() || Character.isLetter(function.charAt(0)) ? function + "()"
                : function.replace("_", "").replace("@", "");
    }
}
