package io.tidemark.feed.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.tidemark.feed.FeedEvent.Kind;
import io.tidemark.feed.HotTail;
import io.tidemark.feed.StoredEvent;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** A stream whose entries' ids are the positions. Waiting readers have a connection to themselves. */
final class RedisHotTail implements HotTail {
    private static final String KIND = "kind";
    private static final String ALERT = "alert";
    private static final String RESTART = "restart";
    private static final String CONTINUE = "continue";

    /** {@code expected, RESTART or CONTINUE, most entries, then position, kind and alert of each event}. */
    private static final String APPEND = """
            local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
            local last = #newest == 0 and '0' or string.match(newest[1][1], '^%d+')
            if last ~= ARGV[1] then
                return 0
            end
            if ARGV[2] == 'restart' then
                redis.call('DEL', KEYS[1])
            end
            for i = 4, #ARGV, 3 do
                redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[3], ARGV[i] .. '-0',
                    'kind', ARGV[i + 1], 'alert', ARGV[i + 2])
            end
            return 1
            """;

    private final RedisLink writing;
    private final RedisLink waiting;
    private final String stream;
    private final int mostEvents;

    RedisHotTail(RedisLink writing, RedisLink waiting, String stream, int mostEvents) {
        this.writing = writing;
        this.waiting = waiting;
        this.stream = stream;
        this.mostEvents = mostEvents;
    }

    @Override
    public Mono<Long> last() {
        return writing.commands()
                .flatMapMany(redis -> redis.xrevrange(stream, Range.unbounded(), Limit.from(1)))
                .next()
                .map(RedisHotTail::position)
                .defaultIfEmpty(0L);
    }

    @Override
    public Mono<Boolean> append(long expected, List<StoredEvent> events) {
        return append(expected, CONTINUE, events);
    }

    @Override
    public Mono<Boolean> restart(long expected, List<StoredEvent> events) {
        return append(expected, RESTART, events);
    }

    private Mono<Boolean> append(long expected, String how, List<StoredEvent> events) {
        String[] arguments = Stream.concat(
                        Stream.of(Long.toString(expected), how, Integer.toString(mostEvents)),
                        events.stream().flatMap(RedisHotTail::fields))
                .toArray(String[]::new);
        return writing.commands()
                .flatMapMany(
                        redis -> redis.<Long>eval(APPEND, ScriptOutputType.INTEGER, new String[] {stream}, arguments))
                .single()
                .map(appended -> appended == 1);
    }

    @Override
    public Mono<List<StoredEvent>> after(long position, int limit, Duration wait) {
        return waiting.commands()
                .flatMapMany(redis -> redis.xread(
                        XReadArgs.Builder.block(wait).count(limit), StreamOffset.from(stream, position + "-0")))
                .map(RedisHotTail::event)
                .collectList();
    }

    private static Stream<String> fields(StoredEvent event) {
        return Stream.of(Long.toString(event.position()), event.kind().name(), event.document());
    }

    private static StoredEvent event(StreamMessage<String, String> entry) {
        return new StoredEvent(position(entry), Kind.valueOf(field(entry, KIND)), field(entry, ALERT));
    }

    private static long position(StreamMessage<String, String> entry) {
        return Long.parseLong(entry.getId(), 0, entry.getId().indexOf('-'), 10);
    }

    private static String field(StreamMessage<String, String> entry, String name) {
        return Objects.requireNonNull(entry.getBody().get(name), name);
    }
}
