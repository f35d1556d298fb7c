package io.tidemark.app;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tidemark.alert.AlertId;
import io.tidemark.bank.BankCode;
import io.tidemark.bank.BranchId;
import io.tidemark.bank.ClientId;
import io.tidemark.bank.ManagerId;
import io.tidemark.bank.MovementId;
import java.util.UUID;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;

/** How domain records are stored and read as JSON documents: an identity is its value. */
public final class DocumentMapper {
    private DocumentMapper() {}

    public static JsonMapper create() {
        JsonMapper.Builder builder = JsonMapper.builder();
        configure(builder);
        return builder.build();
    }

    static void configure(MapperBuilder<?, ?> builder) {
        builder.addMixIn(ClientId.class, TheValue.class)
                .addMixIn(MovementId.class, TheValue.class)
                .addMixIn(BankCode.class, TheValue.class)
                .addMixIn(BranchId.class, TheValue.class)
                .addMixIn(ManagerId.class, TheValue.class)
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
