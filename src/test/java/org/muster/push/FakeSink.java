package org.muster.push;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A socket that a test fills, drains and cuts. */
public final class FakeSink implements Sink {

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<JsonNode> messages = new ArrayList<>();
    final List<byte[]> shared = new ArrayList<>();
    final List<Integer> frames = new ArrayList<>();
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    int room = Integer.MAX_VALUE;
    int pings;
    int closeCode;
    boolean dropped;
    boolean broken;

    @Override
    public void write(byte[] message, int from, int to) {
        if (broken) {
            throw new IllegalStateException("this sink is broken");
        }
        if (from != open.size()) {
            throw new AssertionError("a message was torn");
        }
        frames.add(to - from);
        room--;
        open.write(message, from, to - from);
        if (to == message.length) {
            messages.add(parse(open.toString(StandardCharsets.UTF_8)));
            shared.add(message);
            open.reset();
        }
    }

    @Override
    public boolean full() {
        return room <= 0;
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public void close(int code, String reason) {
        closeCode = code;
    }

    @Override
    public void drop() {
        dropped = true;
    }

    List<String> types() {
        return messages.stream().map(message -> message.path("type").asText()).toList();
    }

    JsonNode last() {
        return messages.getLast();
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(text, notJson);
        }
    }

    /** Whether the service has ended it, with a word or without. */
    public boolean isClosed() {
        return closeCode != 0 || dropped;
    }

    /** So many frames may be written before it is full. */
    public void room(int frames) {
        room = frames;
    }

    /** The messages since the last time. */
    public List<JsonNode> takeMessages() {
        List<JsonNode> taken = List.copyOf(messages);
        messages.clear();
        shared.clear();
        frames.clear();
        return taken;
    }
}
