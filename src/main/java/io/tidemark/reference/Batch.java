package io.tidemark.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Entries that are kept in one step. Of several about the same the last one counts; the others changed nothing. */
record Batch(List<Entry> entries) {

    /** Enough that the way to the database and back doesn't matter, few enough that its locks are held for moments. */
    static final int SIZE = 1_000;

    Mono<Count> keep(ReferenceData.Import into) {
        return into.keep(lastOfEach()).map(changed -> new Count(changed, entries.size() - changed));
    }

    private List<Entry> lastOfEach() {
        Map<String, Entry> last = new LinkedHashMap<>();
        entries.forEach(entry -> last.put(entry.key(), entry));
        return List.copyOf(last.values());
    }

    record Count(long accepted, long unchanged) {
        static final Count NONE = new Count(0, 0);

        Count plus(Count more) {
            return new Count(accepted + more.accepted, unchanged + more.unchanged);
        }
    }
}
