package org.muster.push;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket client that sends frames no library would, and reads only when told to. */
public final class RawSocket implements AutoCloseable {

    static final String PATH = "/api/v1/stream";
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    public static final int CONTINUATION = 0x0;
    private static final int CLOSE = 0x8;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int PATIENCE_MILLIS = 60_000;

    private final String head;
    private final Socket socket = new Socket();
    private final DataInputStream in;

    /** One frame from the server. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares frames
    public record Frame(int opcode, boolean last, byte[] payload) {

        /** Of a text frame. */
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        public boolean closes() {
            return opcode == CLOSE;
        }

        public int closeCode() {
            return ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
        }
    }

    public RawSocket(int port, String headers) {
        try {
            socket.setReceiveBufferSize(16 * 1024);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            in = new DataInputStream(socket.getInputStream());
            String request = "GET " + PATH + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                    + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                    + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            StringBuilder read = new StringBuilder();
            while (read.indexOf("\r\n\r\n") < 0) {
                read.append((char) in.readUnsignedByte());
            }
            head = read.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static String bearer(String token) {
        return "Sec-WebSocket-Protocol: muster.v1\r\nAuthorization: Bearer " + token + "\r\n";
    }

    /** Status line and header of the answer. */
    public String head() {
        return head;
    }

    public int status() {
        return Integer.parseInt(head.substring(9, 12));
    }

    public void send(int opcode, boolean last, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length);
        frame.put((byte) (opcode | (last ? FINAL : 0)));
        if (payload.length < 126) {
            frame.put((byte) (MASKED | payload.length));
        } else if (payload.length < 1 << 16) {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (MASKED | 127)).putLong(payload.length);
        }
        // A mask of zeros leaves the payload as it is.
        frame.putInt(0).put(payload);
        try {
            socket.getOutputStream().write(frame.array(), 0, frame.position());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public void text(String text) {
        send(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the server has cut the connection, which a client that reads nothing sees only when it writes. */
    boolean isCut() {
        try {
            text("{}");
            return false;
        } catch (UncheckedIOException reset) {
            return true;
        }
    }

    /** Reads, and answers nothing, until the server cuts the connection without a word. */
    public void readToCut() {
        try {
            while (!read().closes()) {
                // What it says in the meantime is of no interest.
            }
            throw new AssertionError("the server said goodbye");
        } catch (UncheckedIOException cut) {
            if (cut.getCause() instanceof SocketTimeoutException) {
                throw cut;
            }
        }
    }

    public Frame read() {
        try {
            int first = in.readUnsignedByte();
            long length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            byte[] payload = new byte[(int) length];
            in.readFully(payload);
            return new Frame(first & 0xF, (first & FINAL) != 0, payload);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads until the server closes; the code. */
    public int closeCode() {
        Frame frame = read();
        while (!frame.closes()) {
            frame = read();
        }
        return frame.closeCode();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
