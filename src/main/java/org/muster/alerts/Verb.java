package org.muster.alerts;

import org.muster.model.Slug;

/** What can be done with an alert; its slug ends the path. */
enum Verb implements Slug {
    ACKNOWLEDGE(false),
    UNACKNOWLEDGE(false),
    ASSIGN(true),
    COMMENT(true),
    SHELVE(true),
    UNSHELVE(false),
    CLEAR(true);

    private final boolean needsBody;

    Verb(boolean needsBody) {
        this.needsBody = needsBody;
    }

    /** Whether the verb alone does not say it all. */
    boolean needsBody() {
        return needsBody;
    }
}
