package io.tidemark.local;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Kafka, PostgreSQL and Redis as programs of this machine, each a process of its own. */
public final class LocalStack implements Stack {
    private static final String DATABASE = "tidemark";
    private static final String EMPTY = "template1";

    private final RunDirectory run;
    private final ServerProcess kafka;
    private final PostgresServer postgres;
    private final ServerProcess redis;
    private final Database database;

    private LocalStack(RunDirectory run, ServerProcess kafka, PostgresServer postgres, ServerProcess redis) {
        this.run = run;
        this.kafka = kafka;
        this.postgres = postgres;
        this.redis = redis;
        this.database = postgres.create(DATABASE, EMPTY);
    }

    /** @throws CannotStart if something about this machine is in the way; nothing is left running or on the disk then */
    public static LocalStack start() {
        var chosen = Optional.ofNullable(System.getenv(RunDirectory.VARIABLE));
        return start(Path.of(chosen.orElse(System.getProperty("java.io.tmpdir"))));
    }

    static LocalStack start(Path parent) {
        var run = RunDirectory.create(parent.toAbsolutePath());
        try {
            return startIn(run);
        } catch (CompletionException failure) {
            run.close();
            throw failure.getCause() instanceof CannotStart sentence ? sentence : failure;
        }
    }

    /** All at once, as two of them mostly wait for the disk; none is left half started when another one fails. */
    private static LocalStack startIn(RunDirectory run) {
        var kafka = CompletableFuture.supplyAsync(() -> KafkaServer.start(run), LocalStack::inThread);
        var postgres = CompletableFuture.supplyAsync(() -> PostgresServer.start(run), LocalStack::inThread);
        var redis = CompletableFuture.supplyAsync(() -> RedisServer.start(run), LocalStack::inThread);
        CompletableFuture.allOf(kafka, postgres, redis).join();
        return new LocalStack(run, kafka.join(), postgres.join(), redis.join());
    }

    private static void inThread(Runnable start) {
        new Thread(start, "local-stack-start").start();
    }

    @Override
    public Path directory() {
        return run.path();
    }

    @Override
    public String kafkaBootstrapServers() {
        return "127.0.0.1:" + kafka.port();
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public Database createDatabase(String name) {
        return postgres.create(name, EMPTY);
    }

    @Override
    public Database createDatabase(String name, Database template) {
        return postgres.create(name, template.name());
    }

    @Override
    public String redisUrl() {
        return "redis://127.0.0.1:" + redis.port();
    }

    @Override
    public Server kafka() {
        return kafka;
    }

    @Override
    public Server postgres() {
        return postgres.process();
    }

    @Override
    public Server redis() {
        return redis;
    }

    @Override
    public void close() {
        run.close();
    }
}
