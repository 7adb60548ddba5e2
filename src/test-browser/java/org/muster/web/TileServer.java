package org.muster.web;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A tile server in the operator's network: squares of one colour with a border. */
final class TileServer implements AutoCloseable {
    /** What it does with who asks. */
    enum Mood {
        WELL, FAILING, SILENT
    }

    private final HttpServer server;
    private final byte[] square = square();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private volatile Mood mood = Mood.WELL;

    TileServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    64);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        for (String personal : List.of("Cookie", "Referer", "Authorization")) {
            if (exchange.getRequestHeaders().containsKey(personal)) {
                told.add(personal);
            }
        }
        if (mood == Mood.FAILING) {
            exchange.sendResponseHeaders(503, -1);
        } else if (mood == Mood.WELL) {
            exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
            exchange.getResponseHeaders().add("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, square.length);
            exchange.getResponseBody().write(square);
        }
        // Who is silent keeps the connection.
        if (mood != Mood.SILENT) {
            exchange.close();
        }
    }

    private static byte[] square() {
        var image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(242, 239, 233));
        pen.fillRect(0, 0, 256, 256);
        pen.setColor(new Color(196, 120, 60));
        pen.drawRect(0, 0, 255, 255);
        pen.fillRect(0, 120, 256, 12);
        pen.setColor(new Color(150, 190, 220));
        pen.fillOval(150, 20, 80, 60);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    void be(Mood next) {
        mood = next;
        asked.clear();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The paths that were asked for since the mood changed. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Names of headers that say who asks, from where or with which right. */
    List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
