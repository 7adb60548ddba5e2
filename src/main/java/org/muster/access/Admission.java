package org.muster.access;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who may open a stream.
 *
 * @param session what else must hold as long as the stream does: a browser's session, by a name that is no secret; null
 *        for who came with a token
 */
public record Admission(Credential credential, @Nullable String session) {}
