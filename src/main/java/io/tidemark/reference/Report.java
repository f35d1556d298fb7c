package io.tidemark.reference;

import java.util.List;

/**
 * What became of the lines of a file; those that were empty are not counted.
 *
 * @param accepted were new, or changed what was known
 * @param unchanged said what was known, or were followed by a line about the same
 * @param rejected the first {@value Rejections#LISTED} that were wrong
 * @param rejectedMore how many more
 */
public record Report(long accepted, long unchanged, List<RejectedLine> rejected, long rejectedMore) {
    public Report {
        rejected = List.copyOf(rejected);
    }

    /** @param line counted from 1 */
    public record RejectedLine(long line, String reason) {}
}
