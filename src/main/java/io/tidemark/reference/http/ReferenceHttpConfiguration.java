package io.tidemark.reference.http;

import io.tidemark.reference.Imports;
import io.tidemark.reference.ReferenceData;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ReferenceHttpConfiguration {

    /** One thread for all imports together: the largest file takes no more of the machine than that. */
    @Bean(destroyMethod = "dispose")
    Scheduler referenceReading() {
        return Schedulers.newSingle("reference");
    }

    @Bean
    Imports imports(ReferenceData data, Scheduler referenceReading, JsonMapper json, Clock clock) {
        return new Imports(data, new JsonLineReader(json), referenceReading, clock);
    }
}
