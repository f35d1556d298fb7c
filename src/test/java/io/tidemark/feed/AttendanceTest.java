package io.tidemark.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bank.ManagerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class AttendanceTest {
    private static final ManagerId ONE = new ManagerId("M-1");
    private static final ManagerId OTHER = new ManagerId("M-2");

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<Set<ManagerId>> told = new ArrayList<>();
    private boolean redisIsAway;
    private final Attendance attendance = new Attendance(this::there, time);
    private Disposable running = Disposables.disposed();

    private Mono<Void> there(Set<ManagerId> managers, Duration valid) {
        return redisIsAway
                ? Mono.error(new IllegalStateException("away"))
                : Mono.fromRunnable(() -> told.add(managers));
    }

    @BeforeEach
    void run() {
        running = attendance.run();
        time.advanceTimeBy(Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() {
        running.dispose();
    }

    @Test
    void whoeverComesIsToldOfWithinASecond() {
        attendance.enter(Set.of(ONE));
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(told).containsExactly(Set.of(ONE));
    }

    @Test
    void whoeverStaysIsToldOfAgain() {
        attendance.enter(Set.of(ONE));
        time.advanceTimeBy(Duration.ofSeconds(46));
        assertThat(told).hasSize(4).containsOnly(Set.of(ONE));
    }

    @Test
    void whoeverHasLeftTheirLastStreamIsNotToldOfAgain() {
        Disposable first = attendance.enter(Set.of(ONE, OTHER));
        Disposable second = attendance.enter(Set.of(ONE));
        time.advanceTimeBy(Duration.ofSeconds(1));
        told.clear();
        first.dispose();
        time.advanceTimeBy(Duration.ofSeconds(15));
        assertThat(told).containsExactly(Set.of(ONE));
        second.dispose();
        time.advanceTimeBy(Duration.ofSeconds(30));
        assertThat(told).hasSize(1);
    }

    @Test
    void leavingTwiceIsLeavingOnce() {
        Disposable first = attendance.enter(Set.of(ONE));
        attendance.enter(Set.of(ONE));
        first.dispose();
        first.dispose();
        time.advanceTimeBy(Duration.ofSeconds(15));
        assertThat(told).isNotEmpty().containsOnly(Set.of(ONE));
    }

    @Test
    void whoeverCouldNotBeToldOfIsToldOfAtTheNextTurn() {
        redisIsAway = true;
        attendance.enter(Set.of(ONE));
        time.advanceTimeBy(Duration.ofSeconds(2));
        redisIsAway = false;
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(told).containsExactly(Set.of(ONE));
    }
}
