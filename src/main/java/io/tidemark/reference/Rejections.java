package io.tidemark.reference;

import io.tidemark.reference.Report.RejectedLine;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file that were wrong: the first of them, and how many more. */
final class Rejections {
    static final int LISTED = 1_000;

    private final List<RejectedLine> listed = new ArrayList<>();
    private long more;

    void add(long line, String reason) {
        if (listed.size() < LISTED) {
            listed.add(new RejectedLine(line, reason));
        } else {
            more++;
        }
    }

    List<RejectedLine> listed() {
        return listed;
    }

    long more() {
        return more;
    }
}
