package io.tidemark.deliver.httpsms;

import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipt;
import io.tidemark.deliver.Receipt.State;
import io.tidemark.deliver.httpsms.HttpSmsProperties.Callbacks;
import io.tidemark.deliver.httpsms.HttpSmsProperties.Pointers;
import io.tidemark.web.ForeignJson;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a provider brings: one receipt or many. */
final class ReceiptReader {
    private final String gateway;
    private final Pointers pointers;
    private final Map<String, State> states;
    private final boolean digits;

    /** @param digits that the provider says phones without their plus */
    ReceiptReader(String gateway, Callbacks callback, boolean digits) {
        this.gateway = gateway;
        this.pointers = callback.read();
        this.states = callback.states();
        this.digits = digits;
    }

    /** @param unreadable how many had no id or no state */
    record Batch(List<Receipt> receipts, int unreadable) {}

    /** Null if there is nothing of the kind. */
    @Nullable
    Batch read(byte[] body, Instant now) {
        JsonNode tree = ForeignJson.read(new String(body, StandardCharsets.UTF_8));
        JsonNode items = pointers.items().isEmpty() ? tree : tree.at(pointers.items());
        if (!items.isArray() && !items.isObject()) {
            return null;
        }
        List<Receipt> receipts = new ArrayList<>();
        int unreadable = 0;
        for (JsonNode each : items.isArray() ? items : List.of(items)) {
            Receipt receipt = receipt(each, now);
            if (receipt == null) {
                unreadable++;
            } else {
                receipts.add(receipt);
            }
        }
        return new Batch(receipts, unreadable);
    }

    private @Nullable Receipt receipt(JsonNode item, Instant now) {
        String id = ForeignJson.text(item, pointers.id());
        String word = ForeignJson.text(item, pointers.state());
        if (id == null || id.isEmpty() || word == null) {
            return null;
        }
        State state = states.getOrDefault(word, State.UNKNOWN);
        Reason failure = state == State.FAILED ? Reason.UNDELIVERABLE : null;
        return new Receipt(
                gateway, id, state, failure, phone(item), time(ForeignJson.text(item, pointers.time())), now);
    }

    private @Nullable String phone(JsonNode item) {
        String phone = ForeignJson.text(item, pointers.phone());
        return phone != null && digits && !phone.startsWith("+") ? "+" + phone : phone;
    }

    /** A hint only: one that can't be understood is none. */
    private static @Nullable Instant time(@Nullable String said) {
        if (said == null) {
            return null;
        }
        if (said.matches("[0-9]{13}")) {
            return Instant.ofEpochMilli(Long.parseLong(said));
        }
        try {
            return said.matches("[0-9]{10}")
                    ? Instant.ofEpochSecond(Long.parseLong(said))
                    : OffsetDateTime.parse(said).toInstant();
        } catch (DateTimeException otherForm) {
            return null;
        }
    }
}
