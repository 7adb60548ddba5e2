package org.muster.app;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.muster.config.Config;
import org.muster.config.ConfigFault;
import org.muster.config.Loaded;
import org.muster.geo.LocalGround;
import org.muster.journal.JournalException;
import org.muster.journal.Replay;
import org.muster.journal.sqlite.SqliteCopy;
import org.muster.journal.sqlite.SqliteJournalReader;
import org.muster.model.Places;
import org.muster.model.Settings;
import org.muster.rehearsal.Rehearsal;
import org.muster.rehearsal.Rehearsed;
import org.muster.rules.CelRulebook;

/** Says what other rules would have done in the past. */
@Command(name = "rehearse", mixinStandardHelpOptions = true, description = {
        "Lets other rules live through the recorded past, beside those that were in force, and says"
                + " what they would have raised: the same, earlier, later, not at all, or more.",
        "Reads the record and writes nothing, also while the service runs; a backup will do as"
                + " well. What people did with alerts is done again, where these alerts are there.",
        "Put rules to use that stood the test: copy them over rules.yaml, and reload the service."},
        footerHeading = "%nExamples:%n",
        footer = {"  muster rehearse rules.new.yaml                     over the whole record",
                "  muster rehearse rules.new.yaml --data /var/lib/muster \\",
                "      --from 2014-09-06T18:00:00+01:00 --to 2014-09-07T06:00:00+01:00",
                "  muster rehearse rules.new.yaml --data /backups/2026-11-22 --clock observed",
                "  muster rehearse rules.new.yaml --json | jq '.missed'"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, and no critical alert of the past would be missed",
                "1:a critical alert of the past would be missed",
                "2:wrong arguments, rules or configuration", "3:the record could not be read"})
public final class RehearseCommand implements Callable<Integer> {
    private static final int WRONG = 2;
    private static final int UNREADABLE = 3;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RULES", description = "The rules to rehearse, like rules.yaml.")
    private Path rules;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data",
            description = "Folder of the record, or a backup (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(names = "--from", paramLabel = "T", converter = InstantConverter.class,
            description = "First moment, such as 2014-09-06T21:40:00+01:00 (default: that of the"
                    + " record).")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "T", converter = InstantConverter.class,
            description = "Last moment (default: that of the record).")
    private @Nullable Instant to;

    @Option(names = "--clock", paramLabel = "CLOCK", defaultValue = "received",
            description = "received: everything happens when the service heard of it; observed:"
                    + " when it was so (default: ${DEFAULT-VALUE}).")
    private Clock clock;

    @Option(names = "--config", paramLabel = "DIR",
            description = "Folder of the configuration, for the area map (default: config, of the"
                    + " working directory or else of the program).")
    private @Nullable Path config;

    @Option(names = "--json", description = "Prints one JSON object instead of the table.")
    private boolean json;

    /** By which clock things happen. */
    enum Clock {
        /** When the service heard of them. */
        received,
        /** When they were so. */
        observed
    }

    /** Something is not as it must be; the words say what. */
    private static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int code;

        Unfit(int code, String words) {
            super(words);
            this.code = code;
        }
    }

    @Override
    public Integer call() {
        try {
            Rehearsed found = rehearse(read());
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(new String(RehearsalJson.of(found, clock == Clock.observed),
                        StandardCharsets.UTF_8));
            } else {
                new RehearsalTable(out).print(found, clock == Clock.observed);
            }
            out.flush();
            return found.missed().isEmpty() ? 0 : 1;
        } catch (Unfit why) {
            say(String.valueOf(why.getMessage()));
            return why.code;
        } catch (JournalException unreadable) {
            say("The record in " + data + " cannot be read: " + unreadable.getMessage()
                    + ". Nothing was changed. muster doctor looks over the folder.");
            return UNREADABLE;
        }
    }

    /** The configuration with the rules to rehearse. */
    private Config read() {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new Unfit(WRONG, "--from must be before --to.");
        }
        if (!Files.isRegularFile(data.resolve(Manifest.JOURNAL))) {
            throw new Unfit(WRONG, data + " holds no " + Manifest.JOURNAL
                    + ": --data names the service's data folder, or a backup.");
        }
        Config ready = Configuration.load(config, System.getenv(), spec.commandLine().getErr());
        if (ready == null) {
            throw new Unfit(WRONG, "The rules are read with the areas of that configuration.");
        }
        return switch (ready.withRulesOf(rules)) {
            case Loaded.Ready(var with) -> with;
            case Loaded.Faulty(var faults) -> {
                say(rules + " cannot be used:");
                faults.stream().map(ConfigFault::text).forEach(text -> say("  " + text));
                throw new Unfit(WRONG, "Nothing was rehearsed.");
            }
        };
    }

    private Rehearsed rehearse(Config with) {
        Path file = data.resolve(Manifest.JOURNAL);
        String epoch = SqliteCopy.epoch(file);
        Path kept = data.resolve("snapshots.db");
        try (var record = new SqliteJournalReader(file, epoch);
                var snapshots = KeptSnapshots.beside(kept, epoch)) {
            if (record.head() == 0) {
                throw new Unfit(WRONG, "The record in " + data + " is empty.");
            }
            var world = new Rehearsal.World(record, new Replay(record, snapshots),
                    new LocalGround(), new CelRulebook(), settings -> places(settings, with));
            var bar = new Bar(System::nanoTime, spec.commandLine().getErr(),
                    Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
            try {
                return new Rehearsal(world, new BarProgress(bar, System::nanoTime)::at).of(
                        new Rehearsal.Rules(with.rules(), with.settings().alerting().schedules()),
                        new Rehearsal.Asked(from, to, clock == Clock.observed));
            } finally {
                bar.end();
            }
        }
    }

    private Places places(Settings settings, Config with) {
        if (!settings.areaMap().equals(with.areaMap().version())) {
            throw new Unfit(WRONG, String.format(Locale.ROOT,
                    "The record went by another area map at that time (%.12s) than the"
                            + " configuration holds (%.12s). Name one with the map of that time"
                            + " with --config, or rehearse another time.",
                    settings.areaMap(), with.areaMap().version()));
        }
        return with.areaMap();
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
