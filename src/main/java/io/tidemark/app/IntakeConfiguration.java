package io.tidemark.app;

import io.tidemark.detect.Policies;
import io.tidemark.intake.Clients;
import io.tidemark.intake.Editions;
import io.tidemark.intake.Intake;
import io.tidemark.intake.Journal;
import io.tidemark.intake.MovementSource;
import io.tidemark.intake.ParkedRecords;
import io.tidemark.intake.RuleBook;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
class IntakeConfiguration {
    private static final Duration START_UP = Duration.ofMinutes(1);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "dispose")
    Scheduler folding() {
        return Schedulers.newParallel("fold");
    }

    /** @param ratesFile published before the rules are first read */
    @Bean
    RuleBook ruleBook(Editions editions, Policies policies, RatesFile ratesFile, IntakeProperties properties) {
        RuleBook ruleBook = new RuleBook(editions, policies, properties.furthestFuture());
        ruleBook.refresh().block(START_UP);
        return ruleBook;
    }

    @Bean
    Intake.Settings intakeSettings(RuleBook ruleBook, IntakeProperties properties, Scheduler folding, Clock clock) {
        return new Intake.Settings(ruleBook, properties.checkpointEvery(), folding, clock);
    }

    @Bean
    Intake intake(
            MovementSource source, Journal journal, ParkedRecords parked, Clients clients, Intake.Settings settings) {
        return new Intake(source, journal, parked, clients, settings);
    }

    @Bean
    RunningIntake runningIntake(Intake intake) {
        return new RunningIntake(intake);
    }
}
