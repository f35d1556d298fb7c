package io.tidemark.local;

import io.tidemark.app.Tidemark;
import io.tidemark.local.push.VapidPair;
import io.tidemark.local.replay.MovementFile;
import io.tidemark.local.replay.Progress;
import io.tidemark.local.replay.Replay;
import io.tidemark.local.simulation.ReferenceFiles;
import io.tidemark.local.simulation.SimulatedBank;
import io.tidemark.local.simulation.Teller;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;

/**
 * The service on a newcomer's machine, with everything around it: real servers, and either a simulated bank whose
 * managers get text messages, or a file of movements to replay.
 */
public final class LocalTidemark {
    private static final ZoneId BANK = ZoneId.of("Asia/Shanghai");

    private final Arguments arguments;
    private final Optional<MovementFile> replay;
    private final SimulatedBank bank;
    private final double movementsPerSecond;
    private final int partitions;
    private final int port;
    private final Closing closing = Closing.atEndOfJvm();

    /** @throws CannotStart if an argument can't be followed; nothing is started yet */
    private LocalTidemark(Arguments arguments) {
        this.arguments = arguments;
        this.replay = arguments.value("tidemark.replay.file").map(Path::of).map(MovementFile::at);
        this.bank = new SimulatedBank((long) arguments.positive("tidemark.simulation.seed", 1), (int)
                arguments.positive("tidemark.simulation.clients", 300));
        this.movementsPerSecond = arguments.positive("tidemark.simulation.movements-per-second", 4);
        this.partitions = (int) arguments.positive("tidemark.local.partitions", 4);
        this.port = WebPort.choose(arguments);
    }

    public static void main(String[] arguments) throws IOException {
        try {
            new LocalTidemark(new Arguments(arguments)).run();
        } catch (CannotStart inTheWay) {
            System.err.println(inTheWay.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException {
        var stack = startStack();
        startService(settings(stack));
        if (replay.isPresent()) {
            System.out.println(Invitation.toReplay(port, replay.get().path()));
            new Replay(stack.kafkaBootstrapServers(), Topics.MOVEMENTS)
                    .publish(replay.get(), Progress.onStandardOutput());
        } else {
            new ReferenceUpload(port).put(bank, LocalDate.now(BANK));
            closing.first(Teller.open(bank, Clock.systemUTC(), stack.kafkaBootstrapServers(), movementsPerSecond));
            System.out.println(Invitation.toWatch(port));
        }
    }

    private Stack startStack() {
        var begun = System.nanoTime();
        System.out.println("Starting Kafka, PostgreSQL and Redis ...");
        var stack = closing.first(LocalStack.start());
        Topics.create(stack.kafkaBootstrapServers(), Topics.MOVEMENTS, partitions);
        System.out.printf("... which took %.1f s. Starting Tidemark ...%n", (System.nanoTime() - begun) / 1e9);
        return stack;
    }

    private void startService(Map<String, String> settings) {
        var service = new SpringApplication(Tidemark.class);
        service.setBannerMode(Banner.Mode.OFF);
        // The hook would end the servers while the service still puts its affairs in order.
        service.setRegisterShutdownHook(false);
        // The port that was chosen is the one that is told of, whatever was asked for.
        closing.first(service.run(arguments.without("server.port").completedBy(settings)));
    }

    private Map<String, String> settings(Stack stack) throws IOException {
        var database = stack.database();
        var settings = new HashMap<>(Map.of(
                "server.address", "127.0.0.1",
                "logging.config", "classpath:io/tidemark/local/logback.xml",
                "tidemark.kafka.bootstrap-servers", stack.kafkaBootstrapServers(),
                "tidemark.postgres.host", database.host(),
                "tidemark.postgres.port", Integer.toString(database.port()),
                "tidemark.postgres.database", database.name(),
                "tidemark.postgres.username", database.username(),
                "tidemark.postgres.password", database.password(),
                "tidemark.redis.url", stack.redisUrl()));
        settings.put("server.port", Integer.toString(port));
        settings.put("tidemark.public-url", Invitation.address(port));
        settings.putAll(VapidPair.generate().settings());
        if (replay.isEmpty()) {
            settings.putAll(ReferenceFiles.write(stack.directory()));
            settings.putAll(Haste.settings());
            settings.putAll(
                    closing.first(SmsProviders.start(Phone.onStandardOutput())).settings());
        }
        return settings;
    }
}
