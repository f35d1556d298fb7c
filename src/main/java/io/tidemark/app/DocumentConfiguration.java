package io.tidemark.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tidemark.alert.AlertId;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.MovementId;
import java.util.UUID;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How domain records are stored and read as JSON documents: an identity is its value. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

    @Bean
    JsonMapperBuilderCustomizer identitiesAreTheirValue() {
        return builder -> builder.addMixIn(ClientId.class, TheValue.class)
                .addMixIn(MovementId.class, TheValue.class)
                .addMixIn(BankCode.class, TheValue.class)
                .addMixIn(AlertId.class, TheId.class);
    }

    @SuppressWarnings("UnusedVariable") // Jackson reads the signature
    private abstract static class TheValue {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        TheValue(String value) {}

        @JsonValue
        abstract String value();
    }

    @SuppressWarnings("UnusedVariable") // Jackson reads the signature
    private abstract static class TheId {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        TheId(UUID value) {}

        @JsonValue
        abstract UUID value();
    }
}
