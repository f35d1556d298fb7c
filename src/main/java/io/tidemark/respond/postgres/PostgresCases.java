package io.tidemark.respond.postgres;

import io.r2dbc.spi.R2dbcException;
import io.tidemark.alert.Alert;
import io.tidemark.alert.AlertId;
import io.tidemark.bank.ManagerId;
import io.tidemark.respond.Answer;
import io.tidemark.respond.Assignment;
import io.tidemark.respond.Cases;
import io.tidemark.respond.Once;
import io.tidemark.respond.Ruling;
import io.tidemark.respond.Scene;
import io.tidemark.respond.Step;
import io.tidemark.respond.Story;
import io.tidemark.respond.Undecided;
import io.tidemark.respond.postgres.AlertRows.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Whoever decides about an alert holds its row. The router never waits for an alert while it holds one, and people wait
 * for one alert only: so they can't wait for each other.
 */
final class PostgresCases implements Cases {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Somebody else holds a row of the same episode, or two have waited for each other's deliveries. */
    private static final Set<String> GONE_IN_A_MOMENT = Set.of("55P03", "40P01");

    private static final Retry IN_A_MOMENT = Retry.backoff(50, Duration.ofMillis(5))
            .maxBackoff(Duration.ofMillis(200))
            .jitter(1)
            .filter(PostgresCases::isGoneInAMoment);

    private final TransactionalOperator transaction;
    private final Tables tables;

    PostgresCases(TransactionalOperator transaction, Tables tables) {
        this.transaction = transaction;
        this.tables = tables;
    }

    record Tables(
            AlertRows alerts, AssignmentRows assignments, StepRows steps, ReplyRows replies, TimelineRows timeline) {}

    @Override
    public Mono<AlertId> look(Instant now, Function<Scene, List<Step>> decision) {
        return tables.alerts()
                .due(now)
                .flatMap(due -> tables.alerts()
                        .others(due)
                        .flatMap(others -> steps(due, others, now, decision))
                        .flatMap(steps -> keep(due, steps)))
                .as(transaction::transactional)
                .retryWhen(IN_A_MOMENT)
                .timeout(PATIENCE);
    }

    private Mono<List<Step>> steps(Due due, List<String> others, Instant now, Function<Scene, List<Step>> decision) {
        return undecidedIfFailed(due, () -> tables.alerts().alert(due.document()))
                .flatMap(alert -> tables.assignments()
                        .of(alert.client())
                        .flatMap(assignments -> undecidedIfFailed(
                                due,
                                () -> decision.apply(new Scene(
                                        alert,
                                        others.stream()
                                                .map(tables.alerts()::alert)
                                                .toList(),
                                        Assignment.responsibility(alert, assignments, now))))));
    }

    private Mono<AlertId> keep(Due due, List<Step> steps) {
        return Flux.fromIterable(steps)
                .concatMap(tables.steps()::keep)
                .then(due.episode() == null ? Mono.empty() : tables.alerts().heard(due))
                .thenReturn(due.id());
    }

    private static <T> Mono<T> undecidedIfFailed(Due due, Callable<T> decision) {
        return Mono.fromCallable(decision).onErrorMap(why -> new Undecided(due.id(), why));
    }

    private static boolean isGoneInAMoment(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(
                        failure, Objects::nonNull, each -> each == null ? null : each.getCause())
                .anyMatch(each -> each instanceof R2dbcException exception
                        && GONE_IN_A_MOMENT.contains(String.valueOf(exception.getSqlState())));
    }

    @Override
    public Mono<Void> postpone(AlertId id, Instant until) {
        return tables.alerts().postpone(id, until).timeout(PATIENCE);
    }

    @Override
    public Mono<Answer> change(AlertId id, @Nullable Once once, Decision decision) {
        Mono<Answer> answer = once == null
                ? decided(id, decision)
                : tables.replies()
                        .isFirst(once)
                        .flatMap(first -> first
                                ? decided(id, decision).delayUntil(done -> keep(once, done))
                                : tables.replies().earlier(once));
        return transaction
                .execute(status -> answer.doOnNext(given -> {
                    if (!(given instanceof Answer.Done)) {
                        status.setRollbackOnly();
                    }
                }))
                .single()
                .retryWhen(IN_A_MOMENT)
                .timeout(PATIENCE);
    }

    private Mono<Void> keep(Once once, Answer answer) {
        return answer instanceof Answer.Done done ? tables.replies().keep(once, done.reply()) : Mono.empty();
    }

    private Mono<Answer> decided(AlertId id, Decision decision) {
        return tables.alerts()
                .locked(id)
                .flatMap(current -> kept(current, decision.on(current)))
                .defaultIfEmpty(new Answer.Unknown());
    }

    private Mono<Answer> kept(Alert current, Ruling ruling) {
        return ruling instanceof Ruling.Granted granted
                ? tables.steps().keep(granted.step()).thenReturn(new Answer.Done(granted.reply()))
                : Mono.just(new Answer.Refused(current, ((Ruling.Refused) ruling).why()));
    }

    @Override
    public Mono<Alert> seen(AlertId id, ManagerId by, Instant at) {
        return tables.alerts()
                .locked(id)
                .delayUntil(alert -> tables.timeline().seen(id, by, at))
                .as(transaction::transactional)
                .retryWhen(IN_A_MOMENT)
                .timeout(PATIENCE);
    }

    @Override
    public Mono<Story> story(AlertId id, int limit) {
        return tables.alerts()
                .find(id)
                .flatMap(alert -> tables.timeline().of(id, limit).map(entries -> new Story(alert, entries)))
                .timeout(PATIENCE);
    }

    @Override
    public Mono<AlertId> newestWith(String code) {
        return tables.alerts().newestWith(code).timeout(PATIENCE);
    }

    @Override
    public Mono<Long> forget(Instant before, int limit) {
        return tables.replies().forget(before, limit).timeout(PATIENCE);
    }
}
