package io.tidemark.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * As whom PostgreSQL runs: it refuses to be root. Either root in a user namespace of its own, where it is called nobody
 * but still owns its files, or, where containers forbid that, really nobody.
 *
 * @param prefix of every command
 * @param owner whom its data directory must belong to, if not to us
 */
record Account(List<String> prefix, @Nullable Integer owner) {
    private static final int NOBODY = 65_534;

    Account {
        prefix = List.copyOf(prefix);
    }

    static Account forFilesIn(Path directory) throws IOException {
        if (!Integer.valueOf(0).equals(Files.getAttribute(directory, "unix:uid"))) {
            return new Account(List.of(), null);
        }
        return Stream.of(
                        new Account(List.of("unshare", "-U"), null),
                        new Account(
                                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY))
                .filter(Account::works)
                .findFirst()
                .orElseThrow(() -> new CannotStart("PostgreSQL refuses to run as root, and neither `unshare` nor"
                        + " `setpriv` (package util-linux) works here: start as another user."));
    }

    private boolean works() {
        return Shell.run(as(List.of("true"))).succeeded();
    }

    List<String> as(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    void give(Path path) throws IOException {
        if (owner != null) {
            Files.setAttribute(path, "unix:uid", owner);
        }
    }
}
