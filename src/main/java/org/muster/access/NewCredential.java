package org.muster.access;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.muster.model.Role;
import org.muster.model.Settings;

/**
 * What a credential shall be.
 *
 * @param areas the areas it may read; empty for all
 * @param expiresAfter how long it holds, or null for ever
 * @param rate single requests a second, or null for what its role has
 */
public record NewCredential(String name, Role role, List<String> areas,
        @Nullable Duration expiresAfter, @Nullable Integer rate) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern AREA = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** The service's own name in the record. */
    private static final String SYSTEM = "system";

    public NewCredential {
        areas = List.copyOf(areas);
        require(isName(name),
                "a name is 1 to 64 letters, digits, dots, hyphens or underscores, begins with a"
                        + " letter or digit, and is not \"system\"");
        require(areas.stream().allMatch(NewCredential::isArea),
                "areas are ids such as rotherham; \"elsewhere\" and \"everywhere\" cannot be"
                        + " granted");
        require(expiresAfter == null || expiresAfter.isPositive(), "an expiry lies ahead");
        require(rate == null || rate > 0, "a rate is 1 or more requests a second");
    }

    /** Whether a call sign or desk can be called this. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches() && !text.equals(SYSTEM);
    }

    /** Whether this can be an area that is granted. */
    public static boolean isArea(String text) {
        return AREA.matcher(text).matches() && !text.equals(Settings.ELSEWHERE)
                && !text.equals(Settings.EVERYWHERE);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
