package io.tidemark.deliver.cmpp;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Phone numbers as gateways write them and as messages have them.
 *
 * @param domesticPrefix what the gateway wants in front of the eleven digits of a Chinese mobile number; mostly nothing
 */
record Phones(String domesticPrefix) {
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{4,14}");
    private static final Pattern CHINESE = Pattern.compile("(?:(?:00|\\+)?86)?(1\\d{10})");
    private static final String ABROAD = "00";

    /** Empty if there can be no such number. */
    Optional<String> dialled(String mobile) {
        if (!INTERNATIONAL.matcher(mobile).matches()) {
            return Optional.empty();
        }
        var chinese = CHINESE.matcher(mobile);
        return Optional.of(chinese.matches() ? domesticPrefix + chinese.group(1) : ABROAD + mobile.substring(1));
    }

    /** In international form; empty if it cannot be told what the gateway means. */
    static Optional<String> international(String dialled) {
        var chinese = CHINESE.matcher(dialled);
        if (chinese.matches()) {
            return Optional.of("+86" + chinese.group(1));
        }
        String number = dialled.startsWith(ABROAD) ? "+" + dialled.substring(ABROAD.length()) : dialled;
        return Optional.of(number).filter(INTERNATIONAL.asMatchPredicate());
    }
}
