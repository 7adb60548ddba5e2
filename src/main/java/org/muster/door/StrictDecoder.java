package org.muster.door;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/**
 * The library's reader of requests, where it is too kind: folded header fields, more than one Host and versions that we
 * do not speak are no requests, and a body whose chunks are broken is told to whoever reads it, so that it can be
 * answered before the connection ends. It also tells how far the present request has come. On its connection's event
 * loop only.
 */
final class StrictDecoder extends VertxHttpRequestDecoder {

    private static final long LINGER_MILLIS = 1_000;

    private final Http1xServerConnection connection;
    private final Consumer<Part> progress;
    private Part part = Part.NOTHING;
    private boolean lineBegins;
    private boolean refused;

    /** What of a request has come so far. */
    enum Part {
        /** Not a byte. */
        NOTHING,
        /** Some of its header. */
        HEADER,
        /** Its header, and not yet all of its body. */
        BODY
    }

    private StrictDecoder(HttpServerOptions options, Http1xServerConnection connection,
            Consumer<Part> progress) {
        super(options);
        this.connection = connection;
        this.progress = progress;
    }

    /** Puts one in the place of the library's; from a connection handler, before anything is read. */
    static void install(HttpConnection on, HttpServerOptions options, Consumer<Part> progress) {
        if (on instanceof Http1xServerConnection connection) {
            connection.channelHandlerContext()
                    .pipeline()
                    .replace(VertxHttpRequestDecoder.class, "httpDecoder",
                            new StrictDecoder(options, connection, progress));
        }
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf buffer, List<Object> out)
            throws Exception {
        if (refused) {
            buffer.skipBytes(buffer.readableBytes());
            return;
        }
        if (part == Part.NOTHING && buffer.isReadable()) {
            become(Part.HEADER);
        }
        boolean inHeader = part == Part.HEADER;
        int from = buffer.readerIndex();
        super.decode(ctx, buffer, out);
        if (inHeader && isFolded(buffer, from)) {
            refuse(buffer, out);
        } else if (!out.isEmpty()) {
            look(ctx, buffer, out);
        }
    }

    /** Whether a line of the header that was just read goes on with the one before. */
    private boolean isFolded(ByteBuf buffer, int from) {
        for (int i = from; i < buffer.readerIndex(); i++) {
            byte read = buffer.getByte(i);
            if (lineBegins && (read == ' ' || read == '\t')) {
                return true;
            }
            lineBegins = read == '\n';
        }
        return false;
    }

    /** One step of the library's brings a header, a piece of a body, or a request that has no body. */
    private void look(ChannelHandlerContext ctx, ByteBuf buffer, List<Object> out) {
        if (out.getFirst() instanceof HttpRequest request) {
            become(Part.BODY);
            if (request.decoderResult().isSuccess() && !isSpoken(request)) {
                refuse(buffer, out);
                return;
            }
        }
        HttpObject last = (HttpObject) out.getLast();
        if (last instanceof LastHttpContent && last.decoderResult().isSuccess()) {
            become(Part.NOTHING);
        } else if (!(last instanceof HttpMessage) && last.decoderResult().isFailure()) {
            out.clear();
            breakOff(ctx, last.decoderResult().cause());
        }
    }

    private static boolean isSpoken(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        return (version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0))
                && request.headers().getAll(HttpHeaderNames.HOST).size() <= 1;
    }

    /** No request of ours: it goes on as one that cannot be read, and nothing after it is read. */
    private void refuse(ByteBuf buffer, List<Object> out) {
        refused = true;
        buffer.skipBytes(buffer.readableBytes());
        out.clear();
        HttpMessage none = createInvalidMessage();
        none.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("not spoken")));
        out.add(none);
    }

    /** The library would close at once, and nobody could be told why. */
    private void breakOff(ChannelHandlerContext ctx, Throwable cause) {
        refused = true;
        connection.handleException(cause);
        var _ = ctx.executor().schedule(() -> {
            var _ = ctx.close();
        }, LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void become(Part next) {
        part = next;
        lineBegins = false;
        progress.accept(next);
    }
}
