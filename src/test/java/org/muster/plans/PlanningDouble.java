package org.muster.plans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;

import org.muster.model.Command;
import org.muster.model.Cursor;
import org.muster.model.Figures;
import org.muster.model.Outcome;
import org.muster.model.Plan;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.Recording;
import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;
import org.muster.model.Settings;
import org.muster.view.Known;
import org.muster.view.View;
import org.muster.view.Views;

/** A recorder that knows plans and nothing else, answers on a thread of its own, and shows what it holds. */
final class PlanningDouble implements Recording, Views, AutoCloseable {

    private final ExecutorService writer = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("writer").daemon().factory());
    private final List<Command> applied = new ArrayList<>();
    private final Map<UUID, String> contents = new HashMap<>();
    private Known<Protest> protests = Known.none();
    private long seq;
    private @Nullable Code stopped;

    @Override
    public synchronized CompletableFuture<Outcome> submit(Command command) {
        if (stopped != null) {
            return CompletableFuture.completedFuture(refused(stopped));
        }
        return CompletableFuture.supplyAsync(() -> record(command), writer);
    }

    @Override
    public synchronized View now() {
        return new View(new Cursor("test", seq), Instant.EPOCH, HashTreePMap.empty(), Known.none(),
                protests, HashTreePMap.empty(), Settings.NONE);
    }

    /** Everything is refused for this reason. */
    synchronized void stop(Code why) {
        stopped = why;
    }

    synchronized List<Command> applied() {
        return List.copyOf(applied);
    }

    @Override
    public void close() {
        writer.shutdownNow();
    }

    private synchronized Outcome record(Command command) {
        return switch (command) {
            case Command.PlanProtest plan -> {
                String content = contents.putIfAbsent(plan.protest(), plan.contentSha256());
                yield content == null
                        ? apply(command, plan.protest(), plan.plan(), plan.areas(),
                                ProtestStatus.PLANNED)
                        : content.equals(plan.contentSha256()) ? unchanged()
                                : refused(Code.ID_TAKEN);
            }
            case Command.ChangeProtest change -> {
                Protest known = Objects.requireNonNull(protests.get(change.protest()));
                Long version = change.version();
                yield version != null && version != known.version() ? refused(Code.PLAN_CHANGED)
                        : apply(command, known.id(), change.plan(), change.areas(), known.status());
            }
            case Command.CancelProtest cancel -> {
                Protest known = Objects.requireNonNull(protests.get(cancel.protest()));
                yield known.status() == ProtestStatus.CANCELLED ? unchanged()
                        : apply(command, known.id(), known.plan(), known.areas(),
                                ProtestStatus.CANCELLED);
            }
            case Command.SubmitReport _,Command.NoteReading _,Command.ApplySettings _,Command.NoteAccess _,Command.WorkAlert _,Command.NoteSeen _ ->
                    throw new IllegalArgumentException("only plans come from here");
        };
    }

    private Outcome apply(Command command, UUID id, Plan plan, List<String> areas,
            ProtestStatus status) {
        applied.add(command);
        seq++;
        Protest known = protests.get(id);
        long opened = known == null ? seq : known.openedSeq();
        boolean cancelled = status == ProtestStatus.CANCELLED;
        protests = protests.with(id, opened,
                new Protest(id, opened, seq, status, true, plan.title(), plan, areas, null, null,
                        cancelled ? Instant.EPOCH : null, List.of(), Figures.NONE, false, false,
                        null));
        return new Outcome.Applied(new Cursor("test", seq));
    }

    private Outcome unchanged() {
        return new Outcome.Unchanged(new Cursor("test", seq));
    }

    private static Outcome refused(Code code) {
        return new Outcome.Refused(new Rejection(code, "Told so by the test."));
    }
}
