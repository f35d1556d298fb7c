package io.tidemark.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A partition in memory. */
final class MemoryLog {
    private final Partition partition;
    private final Deque<RawRecord> records = new ArrayDeque<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private long end;
    private long fetched;
    private long acknowledged = -1;

    MemoryLog(Partition partition) {
        this.partition = partition;
    }

    Partition partition() {
        return partition;
    }

    synchronized long append(byte[] key, byte[] value, List<RawRecord.Header> headers) {
        records.add(new RawRecord(end, key, value, headers));
        end++;
        watchers.forEach(Runnable::run);
        return end - 1;
    }

    synchronized void expire(long before) {
        while (!records.isEmpty() && records.peek().offset() < before) {
            records.remove();
        }
    }

    synchronized void watch(Runnable watcher) {
        watchers.add(watcher);
        watcher.run();
    }

    void forget(Runnable watcher) {
        watchers.remove(watcher);
    }

    synchronized long start() {
        return end - records.size();
    }

    synchronized List<RawRecord> read(long offset, int most) {
        if (offset < start() || offset > end) {
            throw new IllegalStateException(partition + " has no offset " + offset);
        }
        List<RawRecord> read = new ArrayList<>();
        records.stream().skip(offset - start()).limit(most).forEach(read::add);
        fetched = Math.max(fetched, offset + read.size());
        return read;
    }

    synchronized void acknowledge(long nextOffset) {
        acknowledged = nextOffset;
    }

    synchronized long acknowledged() {
        return acknowledged;
    }

    synchronized long fetched() {
        return fetched;
    }
}
