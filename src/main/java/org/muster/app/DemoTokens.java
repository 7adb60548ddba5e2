package org.muster.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.muster.access.Access;
import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.model.Role;

/** The tokens of a demo; they would end by themselves if the data were ever kept. */
final class DemoTokens {
    private static final Duration HOLD = Duration.ofDays(1);
    private static final String BY = "demo";

    private DemoTokens() {}

    /** A token for each name, by name. Blocks. */
    static Map<String, String> make(Access access, Map<String, Role> wanted) {
        var tokens = new HashMap<String, String>();
        wanted.forEach((name, role) -> {
            var wish = new NewCredential(name, role, List.of(), HOLD, null);
            switch (access.create(wish, BY)) {
                case Creation.Created(var made, var token) -> tokens.put(made.name(), token);
                case Creation.NameTaken(var holder) -> throw new StartFailed(
                        "There is a token of the name " + holder.name() + " in fresh data.");
            }
        });
        return tokens;
    }
}
