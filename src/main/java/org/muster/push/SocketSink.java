package org.muster.push;

import java.time.Duration;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.http.impl.ws.WebSocketFrameImpl;

/** A WebSocket as a sink. */
final class SocketSink implements Sink {

    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final HttpConnection upgraded;
    private final Duration closeWithin;

    /**
     * @param upgraded the connection that the socket was made of; the socket itself comes wrapped and hides its own
     */
    SocketSink(Vertx vertx, ServerWebSocket socket, HttpConnection upgraded, Duration closeWithin) {
        this.vertx = vertx;
        this.socket = socket;
        this.upgraded = upgraded;
        this.closeWithin = closeWithin;
    }

    @Override
    public void write(byte[] message, int from, int to) {
        if (!socket.isClosed()) {
            socket.writeFrame(frame(message, from, to));
        }
    }

    @Override
    public boolean full() {
        return !socket.isClosed() && socket.writeQueueFull();
    }

    @Override
    public void ping() {
        if (!socket.isClosed()) {
            socket.writePing(Buffer.buffer());
        }
    }

    @Override
    public void close(int code, String reason) {
        if (!socket.isClosed()) {
            socket.close((short) code, reason);
        }
        // A close frame waits behind whatever a stuck client does not take, and the library waits with it.
        vertx.setTimer(closeWithin.toMillis(), late -> drop());
    }

    @Override
    public void drop() {
        // All the library's ways to close first write out what waits, which a stuck client never takes; from the
        // pipeline's first place on, none of its handlers is asked.
        ChannelHandlerContext first = upgraded instanceof HttpServerConnection connection
                ? connection.channelHandlerContext().channel().pipeline().firstContext()
                : null;
        if (first != null) {
            var _ = first.close();
        } else {
            var _ = upgraded.close();
        }
    }

    /** The public way to a text frame encodes a String anew for each socket; this one wraps the shared bytes. */
    private static WebSocketFrame frame(byte[] message, int from, int to) {
        WebSocketFrameType type = from == 0 ? WebSocketFrameType.TEXT
                : WebSocketFrameType.CONTINUATION;
        return new WebSocketFrameImpl(type, Unpooled.wrappedBuffer(message, from, to - from),
                to == message.length);
    }
}
