package org.muster.exercise.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A keep-alive connection that speaks just enough HTTP/1.1 for a load: the less it does, the more of the machine is left
 * to whom it asks. One thread, or one that sends and one that reads. Every call blocks.
 */
final class Wire implements AutoCloseable {
    private static final int WITHIN_MILLIS = 30_000;
    private static final byte[] END_OF_CHUNKS = ascii("0\r\n\r\n");
    private static final byte[] END_OF_LINE = ascii("\r\n");

    private final Socket socket = new Socket();
    private final Incoming in;
    private final OutputStream out;
    private final String always;
    private long left;
    private boolean chunked;

    /** Connects; waits at most half a minute here and for each part of an answer. */
    Wire(URI service, String token) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(WITHIN_MILLIS);
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()),
                    WITHIN_MILLIS);
            in = new Incoming(socket.getInputStream());
            out = socket.getOutputStream();
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
        always = "Host: " + service.getAuthority() + "\r\nAuthorization: Bearer " + token + "\r\n";
    }

    /** An answer with its whole body. */
    static final class Answer {
        private final int status;
        private final byte[] body;

        Answer(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        /** Bytes of the body. */
        int length() {
            return body.length;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Sends a body in one go and reads the answer. */
    Answer post(String path, String type, byte[] body) throws IOException {
        var head = ascii("POST " + path + " HTTP/1.1\r\n" + always + "Content-Type: " + type
                + "\r\nContent-Length: " + body.length + "\r\n\r\n");
        var whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        out.write(whole);
        return answer();
    }

    Answer get(String path) throws IOException {
        out.write(ascii("GET " + path + " HTTP/1.1\r\n" + always + "\r\n"));
        return answer();
    }

    /** Begins a body whose length nobody knows yet. */
    void begin(String path, String type) throws IOException {
        out.write(ascii("POST " + path + " HTTP/1.1\r\n" + always + "Content-Type: " + type
                + "\r\nTransfer-Encoding: chunked\r\n\r\n"));
    }

    /** Sends a part of it. */
    void part(byte[] bytes) throws IOException {
        var size = ascii(Integer.toHexString(bytes.length) + "\r\n");
        var whole = new ByteArrayOutputStream(size.length + bytes.length + 2);
        whole.writeBytes(size);
        whole.writeBytes(bytes);
        whole.writeBytes(END_OF_LINE);
        whole.writeTo(out);
    }

    /** Ends it. */
    void end() throws IOException {
        out.write(END_OF_CHUNKS);
    }

    /** Reads the head of an answer; its body follows with {@link #some}. */
    int status() throws IOException {
        var first = in.line();
        if (!first.startsWith("HTTP/1.1 ")) {
            throw new IOException("an answer that is no HTTP: " + first);
        }
        left = 0;
        chunked = false;
        for (var line = in.line(); !line.isEmpty(); line = in.line()) {
            var field = line.toLowerCase(Locale.ROOT);
            if (field.startsWith("content-length:")) {
                left = Long.parseLong(field.substring(field.indexOf(':') + 1).trim());
            } else if (field.startsWith("transfer-encoding:")) {
                chunked = true;
            }
        }
        if (chunked) {
            left = size(in.line());
        }
        return Integer.parseInt(first.substring(9, 12));
    }

    /** More of the body, or -1 at its end. */
    int some(byte[] into) throws IOException {
        if (left == 0) {
            return -1;
        }
        var count = in.some(into, 0, (int) Math.min(into.length, left));
        left -= count;
        if (left == 0 && chunked) {
            in.line();
            left = size(in.line());
        }
        return count;
    }

    private long size(String line) throws IOException {
        var size = Long.parseLong(line.trim(), 16);
        if (size == 0) {
            in.line();
        }
        return size;
    }

    private Answer answer() throws IOException {
        var status = status();
        if (!chunked) {
            var body = in.exactly(Math.toIntExact(left));
            left = 0;
            return new Answer(status, body);
        }
        var body = new ByteArrayOutputStream();
        var some = new byte[16 * 1024];
        for (var count = some(some); count >= 0; count = some(some)) {
            body.write(some, 0, count);
        }
        return new Answer(status, body.toByteArray());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
