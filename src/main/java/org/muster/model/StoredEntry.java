package org.muster.model;

/**
 * An entry with the bytes that the journal keeps of it, which are also the bytes that readers get. The arrays are
 * shared, never changed.
 */
@SuppressWarnings("ArrayRecordComponent") // identity is the entry's; the arrays are its encoding, shared on purpose
public record StoredEntry(Entry entry, byte[] bytes, byte[] leaf) {

    /** The entry's number. */
    public long seq() {
        return entry.seq();
    }
}
