package io.tidemark.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of the movements' topic as it was written, before anybody tried to understand it. */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy for each record would be the intake's largest cost
public record RawRecord(long offset, byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {
    /** One header of a record. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Header(String name, byte @Nullable [] value) {}
}
