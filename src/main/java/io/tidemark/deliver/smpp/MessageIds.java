package io.tidemark.deliver.smpp;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** How a provider writes the id of a message where, so that a receipt finds what it is about. */
enum MessageIds {
    /** The same everywhere. */
    AS_IS {
        @Override
        String answered(String id) {
            return id;
        }

        @Override
        String received(String id) {
            return id;
        }
    },
    /** Hexadecimal in the answer to the submission, decimal in the text of the receipt. */
    HEX_TO_DECIMAL {
        @Override
        String answered(String id) {
            return HEX.matcher(id).matches() ? new BigInteger(id, 16).toString() : id;
        }

        @Override
        String received(String id) {
            return DECIMAL.matcher(id).matches() ? new BigInteger(id).toString() : id;
        }
    };

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{1,64}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,65}");

    /** The part's id, from the answer to its submission or from the parameter that repeats it. */
    abstract String answered(String id);

    /** The part's id, from the text of a receipt. */
    abstract String received(String id);
}
