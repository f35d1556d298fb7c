package io.tidemark.deliver.cmpp;

/** The two versions in use; they differ in the widths of some fields. */
enum Version {
    V2_0(0x20, 21, 1, 8),
    V3_0(0x30, 32, 4, 20);

    private final int code;
    private final int phoneWidth;
    private final int resultWidth;
    private final int submitTail;

    Version(int code, int phoneWidth, int resultWidth, int submitTail) {
        this.code = code;
        this.phoneWidth = phoneWidth;
        this.resultWidth = resultWidth;
        this.submitTail = submitTail;
    }

    /** Major version in the high four bits, minor in the low. */
    int code() {
        return code;
    }

    /** Octets of a phone number. */
    int phoneWidth() {
        return phoneWidth;
    }

    /** Octets of a result that we send; what we are sent shows its own width. */
    int resultWidth() {
        return resultWidth;
    }

    /** Octets behind a submit's content that nobody here uses. */
    int submitTail() {
        return submitTail;
    }

    /** Whether an octet behind each phone number says if it is a true one. */
    boolean typesPhones() {
        return this == V3_0;
    }

    /** As it is written in settings, such as {@code 3.0}. */
    static Version of(String text) {
        return switch (text) {
            case "2.0" -> V2_0;
            case "3.0" -> V3_0;
            default -> throw new IllegalArgumentException("There is no CMPP " + text + " here.");
        };
    }
}
