package io.tidemark.deliver.smpp;

import io.tidemark.deliver.Receipt.State;
import java.util.List;
import java.util.Locale;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/** The states of a message, by their word and by their number. */
final class ReceiptStates {
    private static final List<String> FAILED = List.of("UNDEL", "REJEC", "DELET", "FAILE");

    private ReceiptStates() {}

    /** The word counts if there is one; its first letters, as providers differ about how to cut it to seven. */
    static State of(String word, OptionalParameter.@Nullable Message_state number) {
        String start = word.toUpperCase(Locale.ROOT);
        if (start.length() < 5) {
            return number == null ? State.UNKNOWN : of(number.getValue());
        }
        return switch (start.substring(0, 5)) {
            case "DELIV" -> State.DELIVERED;
            case "EXPIR" -> State.EXPIRED;
            default -> FAILED.contains(start.substring(0, 5)) ? State.FAILED : State.UNKNOWN;
        };
    }

    /** ENROUTE is 1, ACCEPTED 6 and UNKNOWN 7: none of them final. */
    private static State of(byte number) {
        return switch (number) {
            case 2 -> State.DELIVERED;
            case 3 -> State.EXPIRED;
            case 4, 5, 8 -> State.FAILED;
            default -> State.UNKNOWN;
        };
    }
}
