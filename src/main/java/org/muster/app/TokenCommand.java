package org.muster.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.muster.access.Access;
import org.muster.access.AccessException;
import org.muster.access.Creation;
import org.muster.access.Credential;
import org.muster.access.NewCredential;
import org.muster.config.Config;
import org.muster.config.SignIn;
import org.muster.geo.AreaMap;
import org.muster.model.Role;

/** Makes, lists and revokes credentials, whether or not the service runs. */
@Command(name = "token", mixinStandardHelpOptions = true,
        description = "Makes, lists and revokes the tokens by which units, desks and programs come in.",
        footerHeading = "%nExamples:%n",
        footer = {"  muster token create --role field --name RT21 --expires 30d",
                "  muster token create --role controller --name desk-2 --areas rotherham,barnsley",
                "  muster token list", "  muster token revoke RT21"})
public final class TokenCommand implements Callable<Integer> {
    /** Who did it, in the record. */
    private static final String BY = "command-line";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }

    /** {@code token create}. */
    @Command(name = "create", mixinStandardHelpOptions = true,
            description = {"Makes a token and prints it, alone, on the last line of the output.",
                    "It is kept as a hash only: it cannot be shown again."},
            footerHeading = "%nExamples:%n",
            footer = {"  muster token create --role field --name RT21 --expires 30d",
                    "  muster token create --role viewer --name wall --areas rotherham",
                    "  TOKEN=$(muster token create --role controller --name desk-2)"})
    int create(@Option(names = "--role", required = true, paramLabel = "ROLE",
            converter = RoleConverter.class,
            description = "viewer, field, controller, supervisor, auditor or admin") Role role,
            @Option(names = "--name", required = true, paramLabel = "NAME",
                    description = "call sign of the unit, or name of the desk or program; no person's name") String name,
            @Option(names = "--areas", split = ",", paramLabel = "AREA",
                    description = "areas it may read, with all below them; left out: all") @Nullable List<String> areas,
            @Option(names = "--expires", paramLabel = "SPAN", converter = SpanConverter.class,
                    description = "how long it holds, such as 30d or 12h; left out: until revoked") @Nullable Duration expires,
            @Option(names = "--rate", paramLabel = "N",
                    description = "single requests a second; left out: what its role has") @Nullable Integer rate,
            @Option(names = "--data", defaultValue = "data", paramLabel = "DIR",
                    description = "data folder of the service (default: ${DEFAULT-VALUE})") Path data,
            @Option(names = "--config", paramLabel = "DIR",
                    description = "settings, to warn of areas that are not on the map (default: config, of the"
                            + " working directory or else of the program)") @Nullable Path config) {
        NewCredential wish = wish(name, role, Objects.requireNonNullElse(areas, List.of()), expires,
                rate);
        warnOfUnknownAreas(wish.areas(), Configuration.folder(config));
        return with(data, true, access -> switch (access.create(wish, BY)) {
            case Creation.Created(Credential made, String token) -> {
                say("Made a token for %s (%s). It is shown this once: keep it where %s alone can read it."
                        .formatted(made.name(), made.role().slug(), made.name()));
                out().println(token);
                yield CommandLine.ExitCode.OK;
            }
            case Creation.NameTaken(Credential holder) -> failed(
                    "there is a token of the name %s since %s; revoke it first: muster token revoke %s"
                            .formatted(holder.name(), holder.createdAt(), holder.name()));
        });
    }

    /** {@code token list}. */
    @Command(name = "list", mixinStandardHelpOptions = true,
            description = "Lists the tokens by name, ended ones too. Shows no secrets.",
            footerHeading = "%nExamples:%n",
            footer = {"  muster token list", "  muster token list --data /var/lib/muster"})
    int list(@Option(names = "--data", defaultValue = "data", paramLabel = "DIR",
            description = "data folder of the service (default: ${DEFAULT-VALUE})") Path data) {
        return with(data, false, access -> {
            new TokenTable(InstantSource.system().instant()).print(access.all(), out());
            return CommandLine.ExitCode.OK;
        });
    }

    /** {@code token revoke}. */
    @Command(name = "revoke", mixinStandardHelpOptions = true,
            description = "Ends a token at once; a running service closes its connections within seconds.",
            footerHeading = "%nExamples:%n", footer = {"  muster token revoke RT21",
                    "  muster token revoke desk-2 --data /var/lib/muster"})
    int revoke(
            @Parameters(paramLabel = "NAME",
                    description = "name the token was made for") String name,
            @Option(names = "--data", defaultValue = "data", paramLabel = "DIR",
                    description = "data folder of the service (default: ${DEFAULT-VALUE})") Path data) {
        return with(data, false, access -> {
            Optional<Credential> revoked = access.revoke(name, BY);
            if (revoked.isEmpty()) {
                return failed("there is no token of the name " + name
                        + " to revoke; muster token list shows all");
            }
            say("Revoked the token of " + name + ".");
            return CommandLine.ExitCode.OK;
        });
    }

    /** What is done with the open file. */
    private interface Work {
        int on(Access access);
    }

    private int with(Path data, boolean make, Work work) {
        if (!make && !Files.exists(data.resolve(Access.FILE))) {
            return failed("there are no tokens in " + data + ": it holds no " + Access.FILE
                    + "; --data names the service's data folder");
        }
        try {
            DataFolder.make(data);
            try (Access access = Access.open(data, InstantSource.system(), SignIn.defaults())) {
                return work.on(access);
            }
        } catch (IOException | AccessException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    private NewCredential wish(String name, Role role, List<String> areas,
            @Nullable Duration expires, @Nullable Integer rate) {
        try {
            return new NewCredential(name, role, areas, expires, rate);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(
                    spec.subcommands().getOrDefault("create", spec.commandLine()),
                    String.valueOf(wrong.getMessage()));
        }
    }

    private void warnOfUnknownAreas(List<String> areas, Path config) {
        Path file = config.resolve(Config.AREAS_FILE);
        try {
            if (!areas.isEmpty() && Files.isReadable(file) && AreaMap
                    .read(Files.readAllBytes(file)) instanceof AreaMap.Read.Good(AreaMap map)) {
                areas.stream()
                        .filter(area -> !map.has(area))
                        .forEach(area -> say(
                                "Warning: %s has no area %s; the token will see nothing of it."
                                        .formatted(file, area)));
            }
        } catch (IOException unreadable) {
            say("Warning: " + file + " cannot be read, so the areas are taken as they are.");
        }
    }

    private int failed(String why) {
        say("muster token: " + why);
        return CommandLine.ExitCode.SOFTWARE;
    }

    private void say(String words) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(words);
        err.flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
