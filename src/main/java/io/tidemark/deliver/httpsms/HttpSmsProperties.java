package io.tidemark.deliver.httpsms;

import io.tidemark.deliver.Reason;
import io.tidemark.deliver.Receipt;
import io.tidemark.startup.StartupProblem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param httpSms a gateway for each */
@ConfigurationProperties("tidemark.deliver")
record HttpSmsProperties(@DefaultValue List<Carrier> httpSms) {
    HttpSmsProperties {
        httpSms = List.copyOf(httpSms);
        require(
                httpSms.stream().map(Carrier::name).distinct().count() == httpSms.size(),
                "has a name twice",
                "Give each gateway a name of its own.");
    }

    /**
     * A provider of SMS.
     *
     * @param name of the gateway, also in the address to which the provider brings receipts
     * @param signature what {@code {signature}} stands for, for example {@code 【示例银行】}
     * @param receipts absent if there are none
     */
    record Carrier(
            String name,
            @DefaultValue("") String signature,
            Request request,
            @DefaultValue Answers answer,
            @Nullable Callbacks receipts) {
        Carrier {
            require(
                    name != null && name.matches("[a-z0-9][a-z0-9-]{0,31}"),
                    "[].name is absent or not a name",
                    "Write up to 32 lower-case letters, digits and hyphens.");
            require(request != null, "[].request is absent", "Say where and how to ask the provider " + name + ".");
        }
    }

    /**
     * What to send. In {@code url} and {@code body} stand {@code {phone}} (+8613…), {@code {digits}} (8613…),
     * {@code {text}}, {@code {id}} and {@code {signature}}, which are escaped as their place needs.
     *
     * @param contentType JSON or a form
     * @param idempotencyHeader in which the message's id goes along, if the provider knows such a one
     * @param timeout for everything from connecting to the last byte of the answer
     */
    record Request(
            String url,
            @DefaultValue("POST") String method,
            @DefaultValue("application/json") String contentType,
            @DefaultValue Map<String, String> headers,
            @DefaultValue("") String body,
            @Nullable String idempotencyHeader,
            @DefaultValue("10s") Duration timeout) {
        Request {
            headers = Map.copyOf(headers);
            require(
                    Set.of("POST", "PUT", "GET").contains(method),
                    "[].request.method is " + method,
                    "Set it to POST, PUT or GET, or leave it out for POST.");
            require(
                    !timeout.isNegative() && !timeout.isZero(),
                    "[].request.timeout is not positive",
                    "Set it to more, or leave it out for 10s.");
        }

        /** Without keys. */
        @Override
        public String toString() {
            return method;
        }
    }

    /**
     * How to read the answer, by JSON pointers. An answer of 2xx is a success if nothing is said of pointer and values.
     *
     * @param idPointer to the provider's id of the message, or an array of them
     * @param codePointer to what {@code reasons} explains
     */
    record Answers(
            @DefaultValue("") String successPointer,
            @DefaultValue List<String> successValues,
            @DefaultValue("") String idPointer,
            @DefaultValue("") String codePointer,
            @DefaultValue Map<String, Reason> reasons) {
        Answers {
            successValues = List.copyOf(successValues);
            reasons = Map.copyOf(reasons);
            require(
                    successPointer.isEmpty() == successValues.isEmpty(),
                    "[].answer has one of success-pointer and success-values",
                    "Set both, or neither if the status tells enough.");
            pointers(successPointer, idPointer, codePointer);
        }
    }

    /**
     * How to know and read receipts that the provider brings to {@code /api/v1/receipts/{name}}.
     *
     * @param secret for HMAC-SHA256 over the timestamp, a full stop and the body
     * @param read what is where in the body
     * @param states what the provider's states mean; any other is not final
     */
    record Callbacks(
            String secret,
            @DefaultValue("Tidemark-Signature") String signatureHeader,
            @DefaultValue("Tidemark-Timestamp") String timestampHeader,
            @DefaultValue Pointers read,
            @DefaultValue Map<String, Receipt.State> states) {
        Callbacks {
            states = Map.copyOf(states);
            require(
                    secret != null && secret.length() >= 16,
                    "[].receipts.secret is absent or short",
                    "Agree with the provider on a secret of at least 16 characters.");
        }

        @Override
        public String toString() {
            return signatureHeader;
        }
    }

    /**
     * Where in a receipt stands what.
     *
     * @param items to the array of receipts; empty if the body is one receipt or an array
     * @param time when the provider took the message: RFC 3339, or seconds or milliseconds since 1970
     */
    record Pointers(
            @DefaultValue("") String items,
            @DefaultValue("/id") String id,
            @DefaultValue("/state") String state,
            @DefaultValue("/phone") String phone,
            @DefaultValue("/time") String time) {
        Pointers {
            pointers(items, id, state, phone, time);
        }
    }

    private static void pointers(String... pointers) {
        for (String pointer : pointers) {
            require(
                    pointer.isEmpty() || pointer.startsWith("/"),
                    "[] has the pointer " + pointer,
                    "Write JSON pointers, for example /data/id.");
        }
    }

    static void require(boolean holds, String wrong, String remedy) {
        if (!holds) {
            throw new StartupProblem("tidemark.deliver.http-sms" + wrong + ".", remedy);
        }
    }
}
