package org.muster.door;

import org.muster.access.Credential;

/** How often a credential may send single reports, or ask for other things. */
@FunctionalInterface
public interface Tempo {

    /** As often as it likes: what it asks for is bound elsewhere. */
    Tempo FREE = credential -> 0;

    /** Takes one: 0 when it may go on now, else the seconds after which it is worth another try. Never blocks. */
    long waitSeconds(Credential credential);
}
