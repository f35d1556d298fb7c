package io.tidemark.app;

import io.tidemark.alert.Alerts;
import io.tidemark.alert.Directory;
import io.tidemark.detect.Detector;
import io.tidemark.intake.Intake;
import io.tidemark.intake.Journal;
import io.tidemark.intake.MovementSource;
import io.tidemark.intake.ParkedRecords;
import io.tidemark.intake.Rules;
import io.tidemark.movement.MovementDecoder;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
class IntakeConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "dispose")
    Scheduler folding() {
        return Schedulers.newParallel("fold");
    }

    @Bean
    Rules rules(Detector detector, Directory directory, IntakeProperties properties) {
        return new Rules(new MovementDecoder(), detector, new Alerts(directory), properties.furthestFuture());
    }

    @Bean
    Intake intake(
            MovementSource source,
            Journal journal,
            ParkedRecords parked,
            Rules rules,
            IntakeProperties properties,
            Scheduler folding,
            Clock clock) {
        return new Intake(
                source, journal, parked, new Intake.Settings(rules, properties.checkpointEvery(), folding, clock));
    }

    @Bean
    RunningIntake runningIntake(Intake intake) {
        return new RunningIntake(intake);
    }
}
