package org.muster.ingest;

import org.muster.access.Credential;

/** How often a credential may send single reports. */
@FunctionalInterface
public interface Tempo {

    /** Takes one: 0 when it may be sent now, else the seconds after which it is worth another try. Never blocks. */
    long waitSeconds(Credential credential);
}
