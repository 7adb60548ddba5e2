package org.muster.exercise.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** How a watcher begins: RFC 6455's handshake and a subscription to reports. */
final class ScreenHandshake {
    private static final String SUBSCRIBE = "{\"type\":\"subscribe\",\"topics\":[\"reports\"]}";
    private static final int MASKED = 0x80;
    private static final int FINAL = 0x80;
    private static final int MASK_BYTES = 4;
    private static final int HEAD_MAX = 8 * 1024;

    private ScreenHandshake() {}

    /** A watcher that subscribed and has read nothing yet. Blocks. */
    static SocketChannel open(URI service, String token) throws IOException {
        var channel = SocketChannel.open();
        try {
            channel.connect(new InetSocketAddress(service.getHost(), service.getPort()));
            channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
            write(channel, ("GET /api/v1/stream HTTP/1.1\r\nHost: " + service.getAuthority()
                    + "\r\nAuthorization: Bearer " + token
                    + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                    + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: "
                    + Screens.PROTOCOL + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var head = head(channel);
            if (!head.startsWith("HTTP/1.1 101")) {
                throw new IOException(
                        "the stream was refused: " + head.lines().findFirst().orElse(""));
            }
            write(channel, frame(1, SUBSCRIBE.getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    /** A frame of a client, of at most 125 bytes. Its mask is 0, which changes nothing and is allowed. */
    static byte[] frame(int opcode, byte[] payload) {
        return ByteBuffer.allocate(2 + MASK_BYTES + payload.length)
                .put((byte) (FINAL | opcode))
                .put((byte) (MASKED | payload.length))
                .putInt(0)
                .put(payload)
                .array();
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Byte by byte: what follows belongs to the stream. */
    private static String head(SocketChannel channel) throws IOException {
        var head = new StringBuilder();
        var one = ByteBuffer.allocate(1);
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < HEAD_MAX) {
            one.clear();
            if (channel.read(one) < 0) {
                throw new IOException("the connection was closed" + (head.isEmpty() ? ""
                        : " after " + head.toString().lines().findFirst().orElse("")));
            }
            head.append((char) one.get(0));
        }
        return head.toString();
    }
}
