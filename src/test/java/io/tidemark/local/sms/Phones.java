package io.tidemark.local.sms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Puts segments together and remembers the last messages, and of the unfinished ones the last too. */
final class Phones {
    private static final int MOST_UNFINISHED = 10_000;

    private final int mostRemembered;
    private final Consumer<Sms> shown;
    private final ArrayDeque<Sms> messages = new ArrayDeque<>();
    private final Map<String, SortedMap<Integer, Submitted>> unfinished = new LinkedHashMap<>();

    Phones(int mostRemembered, Consumer<Sms> shown) {
        this.mostRemembered = mostRemembered;
        this.shown = shown;
    }

    /** The segments of the message in order, if this one completes it. */
    Optional<List<Submitted>> take(Submitted segment) {
        Optional<List<Submitted>> complete = put(segment);
        complete.ifPresent(parts -> shown.accept(joined(parts)));
        return complete;
    }

    private synchronized Optional<List<Submitted>> put(Submitted segment) {
        String key = segment.from() + ">" + segment.to() + "#" + segment.reference() + "/" + segment.of();
        SortedMap<Integer, Submitted> parts = unfinished.computeIfAbsent(key, first -> new TreeMap<>());
        parts.put(segment.number(), segment);
        if (parts.size() < segment.of()) {
            if (unfinished.size() > MOST_UNFINISHED) {
                unfinished.remove(unfinished.keySet().iterator().next());
            }
            return Optional.empty();
        }
        unfinished.remove(key);
        messages.add(joined(List.copyOf(parts.values())));
        if (messages.size() > mostRemembered) {
            messages.removeFirst();
        }
        return Optional.of(List.copyOf(parts.values()));
    }

    private static Sms joined(List<Submitted> parts) {
        return new Sms(
                parts.get(0).to(), parts.stream().map(Submitted::text).collect(Collectors.joining()), parts.size());
    }

    synchronized List<Sms> messages() {
        return new ArrayList<>(messages);
    }
}
