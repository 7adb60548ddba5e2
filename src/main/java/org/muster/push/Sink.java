package org.muster.push;

/**
 * Where one watcher's messages go: a socket, or a test's double of one. Everything happens on the watcher's event loop.
 */
public interface Sink {

    /**
     * Writes bytes {@code from} to {@code to} of a message as one frame. The array is shared between sinks and never
     * changed. A message begins with {@code from} 0 and ends with {@code to} at the array's length; nothing else is
     * written in between.
     */
    void write(byte[] message, int from, int to);

    /** Whether what was written is still piled up, so that nothing should be added. A closed sink is not full. */
    boolean full();

    /** Asks the other side for a sign of life. */
    void ping();

    /** Says goodbye with a close code and ends, whether the other side answers or not. */
    void close(int code, String reason);

    /** Ends without a word. */
    void drop();
}
