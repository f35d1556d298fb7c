package io.tidemark.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The phone of everybody in the invented bank: shows each message as a line, its number without the middle. */
final class Phone {
    private static final Pattern CHINESE = Pattern.compile("(?:\\+?86)?(1\\d{2})\\d{5}(\\d{3})");

    private final PrintStream screen;

    Phone(PrintStream screen) {
        this.screen = screen;
    }

    /** In UTF-8, as messages are Chinese whatever this machine's language is. */
    static Phone onStandardOutput() {
        return new Phone(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    void shows(String number, String protocol, String text) {
        screen.println("SMS to " + masked(number) + " by " + protocol + ": " + text);
    }

    private static String masked(String number) {
        var parts = CHINESE.matcher(number);
        return parts.matches() ? "+86" + parts.group(1) + "…" + parts.group(2) : "another number";
    }
}
