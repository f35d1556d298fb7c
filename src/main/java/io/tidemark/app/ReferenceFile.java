package io.tidemark.app;

import io.tidemark.startup.StartupProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file of reference data at start-up; what is wrong with it is said with its name and line. */
final class ReferenceFile {
    private final JsonMapper json;

    ReferenceFile(JsonMapper json) {
        this.json = json;
    }

    /** Each line of NDJSON; nothing if there is no file. */
    <T> void lines(@Nullable Path file, Class<T> type, Consumer<T> consumer) {
        if (file == null) {
            return;
        }
        int number = 0;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            @Nullable String line;
            while ((line = reader.readLine()) != null) {
                number++;
                if (!line.isBlank()) {
                    consumer.accept(json.readValue(line, type));
                }
            }
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        } catch (JacksonException | IllegalArgumentException | ArithmeticException wrong) {
            throw new StartupProblem(
                    "Line " + number + " of " + file + " is wrong: " + reason(wrong), "Correct that line.", wrong);
        }
    }

    /** The whole file as one JSON document. */
    <T> T document(Path file, Class<T> type) {
        try {
            return json.readValue(Files.readString(file), type);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        } catch (JacksonException wrong) {
            throw new StartupProblem(file + " is wrong: " + reason(wrong), "Correct the file.", wrong);
        }
    }

    private static StartupProblem unreadable(Path file, IOException why) {
        String reason = why instanceof NoSuchFileException ? "there is no such file" : String.valueOf(why.getMessage());
        return new StartupProblem("Can't read " + file + ": " + reason + ".", "Name a readable file, or none.", why);
    }

    private static String reason(Exception wrong) {
        return wrong instanceof JacksonException json ? json.getOriginalMessage() : String.valueOf(wrong.getMessage());
    }
}
