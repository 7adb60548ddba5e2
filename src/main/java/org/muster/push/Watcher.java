package org.muster.push;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.model.Area;
import org.muster.model.Cursor;
import org.muster.model.Fault;
import org.muster.model.Rejection;
import org.muster.view.View;

/**
 * One connection: a place in the record and the view it was last shown. It holds no entries, so however slow it is, it
 * costs nothing and loses nothing. On its hub's thread only.
 */
public final class Watcher {

    /** How far a connection has come. */
    private enum Stage {
        CONNECTED, AWAITING_PICTURE, FOLLOWING, CLOSED
    }

    private final Hub hub;
    private final Sink sink;
    private final Credential credential;
    private @Nullable String session;
    private final Outbox outbox;
    private final Heartbeat heartbeat;
    private final Glances glances;
    private final Gaze gaze;
    private final long openedAt;

    private Stage stage = Stage.CONNECTED;
    private @Nullable Group group;
    private long seq;
    private @Nullable View told;
    private Lookout.Sight toldOf = Lookout.Sight.NOBODY;
    private long toldAt;
    private long cursorSentAt;
    private boolean awaitingPage;
    private boolean awaitingWhole;
    private boolean live;

    Watcher(Hub hub, Sink sink, Credential credential) {
        this.hub = hub;
        this.sink = sink;
        this.credential = credential;
        this.outbox = new Outbox(sink);
        this.openedAt = hub.now();
        this.heartbeat = new Heartbeat(hub.pace(), openedAt);
        this.glances = new Glances(hub, credential.name(), Scope.of(credential)::sees);
        this.gaze = new Gaze(hub, credential.name(), Scope.of(credential)::sees);
    }

    /** The client said something. */
    public void received(String text) {
        if (stage == Stage.CLOSED) {
            return;
        }
        switch (ClientMessage.parse(text)) {
            case ClientMessage.Bad(var why) -> close(Close.BAD_MESSAGE, why);
            case ClientMessage.Seen(var alerts) -> afterSubscribing(() -> glances.add(alerts));
            case ClientMessage.Looking(var alert) -> afterSubscribing(() -> gaze.say(alert));
            case ClientMessage.Subscribe subscribe -> {
                if (stage == Stage.CONNECTED) {
                    subscribe(subscribe);
                } else {
                    close(Close.BAD_MESSAGE, new Rejection(Rejection.Code.INVALID,
                            "A connection has one subscription; open another for another"));
                }
            }
        }
    }

    private void afterSubscribing(Runnable then) {
        if (stage == Stage.CONNECTED) {
            close(Close.BAD_MESSAGE, new Rejection(Rejection.Code.INVALID,
                    "Subscribe first: nothing was shown yet"));
        } else {
            then.run();
        }
    }

    /** The sink has room again. */
    public void drained() {
        outbox.drained();
        pump();
    }

    /** The other side answered a ping. */
    public void pong() {
        heartbeat.pong();
    }

    /** The connection is no more. */
    public void gone() {
        stage = Stage.CLOSED;
        gaze.end();
        hub.leave(this);
    }

    /** Ends the connection, saying why. */
    public void close(Close close, Rejection why) {
        if (stage == Stage.CLOSED) {
            return;
        }
        // First, so that whatever the sink does, nobody comes back to this watcher.
        gone();
        outbox.sendLast(Messages.problem(why));
        sink.close(close.code(), close.slug());
    }

    /** Ends the connection without a word. */
    void cut() {
        gone();
        sink.drop();
    }

    /** It lasts no longer than this session. */
    void within(@Nullable String session) {
        this.session = session;
    }

    boolean isWithin(String ended) {
        return ended.equals(session);
    }

    String credential() {
        return credential.id();
    }

    @Nullable
    Group group() {
        return group;
    }

    /** Entries it has still to get. */
    long lag() {
        return stage == Stage.FOLLOWING ? Math.max(0, hub.ring().head() - seq) : 0;
    }

    private void subscribe(ClientMessage.Subscribe asked) {
        List<Fault> faults = unknownAreas(asked.areas(), hub.newest().areas().values());
        if (!faults.isEmpty()) {
            close(Close.BAD_MESSAGE,
                    new Rejection(Rejection.Code.INVALID, "Cannot subscribe like this", faults));
            return;
        }
        String after = asked.after();
        if (after != null && !isKnown(after)) {
            close(Close.CURSOR_UNKNOWN, new Rejection(Rejection.Code.CURSOR_UNKNOWN,
                    "This cursor is not of this record; subscribe without it"));
            return;
        }
        group = hub.join(this, new Subscription(credential, asked.areas(), asked.topics()));
        if (after == null) {
            stage = Stage.AWAITING_PICTURE;
            group.pictures().want(this);
        } else {
            seq = Cursor.parse(after).orElseThrow().seq();
            cursorSentAt = hub.now();
            stage = Stage.FOLLOWING;
            pump();
        }
    }

    private List<Fault> unknownAreas(List<String> asked, Collection<Area> areas) {
        Scope granted = Scope.of(credential);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (!Subscription.isKnown(granted, asked.get(i), areas)) {
                faults.add(new Fault("/areas/" + i, "no area that you may see is called this"));
            }
        }
        return faults;
    }

    private boolean isKnown(String after) {
        Optional<Cursor> cursor = Cursor.parse(after);
        Cursor head = hub.published().cursor();
        return cursor.isPresent() && cursor.get().epoch().equals(head.epoch())
                && cursor.get().seq() <= head.seq();
    }

    /** Something of the service failed that this watcher waited for: it comes back and goes on. */
    void failed() {
        close(Close.LEAVING, new Rejection(Rejection.Code.BUSY,
                "The record cannot be read at this moment; resume in a while"));
    }

    /** The picture, or after a resume everything that is shown, is made. */
    void shown(View view, List<byte[]> messages) {
        boolean isPicture = stage == Stage.AWAITING_PICTURE;
        awaitingWhole = false;
        if (stage == Stage.CLOSED || (!isPicture && !outbox.ready())) {
            return;
        }
        messages.forEach(outbox::send);
        told = view;
        toldAt = hub.now();
        if (isPicture) {
            seq = view.cursor().seq();
            cursorSentAt = toldAt;
            stage = Stage.FOLLOWING;
        }
        pump();
    }

    /** A page of the journal after {@code from} has been read. */
    void page(long from, List<Stretch> stretches) {
        awaitingPage = false;
        if (stage != Stage.FOLLOWING || from != seq) {
            return;
        }
        for (Stretch stretch : stretches) {
            if (!outbox.ready()) {
                return;
            }
            take(stretch);
        }
        pump();
    }

    /** Takes what is new in the record as far as the sink drains. */
    void pump() {
        if (stage != Stage.FOLLOWING || group == null || awaitingPage) {
            return;
        }
        while (outbox.ready() && seq < hub.ring().head()) {
            Stretch next = group.after(seq);
            if (next == null) {
                live = false;
                awaitingPage = true;
                hub.pages().want(seq, this);
                return;
            }
            take(next);
        }
        if (!outbox.ready()) {
            live = live && seq >= hub.ring().head();
        } else if (told == null && !awaitingWhole) {
            awaitingWhole = true;
            group.wholes().want(this);
        } else if (told != null && !live) {
            tellOfLookers();
            if (outbox.ready()) {
                sayLive(hub.now());
            }
        }
    }

    private void take(Stretch stretch) {
        seq = stretch.to();
        if (stretch.message() != null) {
            outbox.send(stretch.message());
            hub.wrote();
            cursorSentAt = hub.now();
        }
    }

    private void sayLive(long now) {
        live = true;
        cursorSentAt = now;
        outbox.send(Messages.live(new Cursor(hub.epoch(), seq).text()));
    }

    /** One beat: what changed, a sign of life, deadlines. */
    void tick(long now) {
        Pace pace = hub.pace();
        if (stage == Stage.CONNECTED && now - openedAt >= pace.subscribeWithin()) {
            close(Close.BAD_MESSAGE,
                    new Rejection(Rejection.Code.TIMED_OUT, "Nothing was subscribed to in time"));
        } else if (outbox.stuckNanos(now) >= pace.drainWithin()) {
            hub.meters().slowClosed();
            close(Close.SLOW, new Rejection(Rejection.Code.TIMED_OUT,
                    "This connection drains too slowly; resume from the last cursor"));
        } else {
            switch (heartbeat.beat(now, sink.full())) {
                case QUIET -> beat(now, pace);
                case PING -> {
                    sink.ping();
                    beat(now, pace);
                }
                case DEAD -> cut();
            }
        }
    }

    private void beat(long now, Pace pace) {
        if (stage != Stage.FOLLOWING || group == null) {
            return;
        }
        glances.beat();
        gaze.beat();
        pump();
        if (told != null && isOld(told) && now - toldAt >= pace.tick() && outbox.ready()) {
            group.changedSince(told).forEach(outbox::send);
            told = hub.view();
            toldAt = now;
        }
        tellOfLookers();
        boolean quiet = now - cursorSentAt >= pace.live() - pace.tick();
        if (live && quiet && seq >= hub.ring().head() && outbox.ready()) {
            sayLive(now);
        }
    }

    /**
     * Who looks at what, after what is looked at and before the watcher is live. It is of this moment: a watcher that has
     * no room is told later, as it is then.
     */
    private void tellOfLookers() {
        Lookout.Sight now = hub.lookout().sight();
        if (told != null && group != null && now.number() != toldOf.number() && outbox.ready()) {
            group.lookersSince(toldOf).forEach(outbox::send);
            toldOf = now;
        }
    }

    /** Views are compared as what they are: one published after the other. Their contents would take long. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isOld(View shown) {
        return shown != hub.view();
    }
}
