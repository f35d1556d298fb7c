package io.tidemark.deliver.httpsms;

import io.tidemark.deliver.Message;
import io.tidemark.deliver.httpsms.HttpSmsProperties.Carrier;
import io.tidemark.deliver.httpsms.HttpSmsProperties.Request;
import io.tidemark.web.OutboundRequest;
import io.tidemark.web.OutboundRequest.Bytes;
import io.tidemark.web.SafeUrl;
import io.tidemark.web.Template;
import io.tidemark.web.Template.Escape;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Writes a message as a provider wants it. */
final class RequestWriter {
    private static final Map<String, String> SAMPLE =
            Map.of("phone", "+8613000000000", "digits", "8613000000000", "text", "\"", "id", "1", "signature", "");

    private final Request request;
    private final String signature;
    private final Template url;
    private final Template body;
    private final Map<String, String> headers;

    /** @throws io.tidemark.startup.StartupProblem if what is configured can't be sent */
    RequestWriter(Carrier provider) {
        this.request = provider.request();
        this.signature = provider.signature();
        this.url = new Template(String.valueOf(request.url()), Escape.FORM);
        this.body = new Template(request.body(), escape(request.contentType()));
        this.headers = headers();
        HttpSmsProperties.require(
                SafeUrl.is(url.filled(SAMPLE)),
                "[].request.url of " + provider.name() + " is absent or not safe",
                "Write an https address without credentials; http only to this machine.");
        HttpSmsProperties.require(
                body.escape() == Escape.FORM || body.text().isEmpty() || body.isJson(SAMPLE),
                "[].request.body of " + provider.name() + " is no JSON once its places are filled",
                "Put each place into a string: {\"to\":\"{phone}\",\"content\":\"{signature}{text}\"}.");
        HttpSmsProperties.require(
                (body.has("text") || url.has("text")) && (addressed(body) || addressed(url)),
                "[].request of " + provider.name() + " has no place for {text} or for {phone}",
                "Write them into the body, or into the url.");
    }

    /** Whether the provider is told phones without their plus. */
    boolean saysDigits() {
        return body.has("digits") || url.has("digits");
    }

    OutboundRequest write(Message message, String mobile) {
        Map<String, String> values = Map.of(
                "phone", mobile,
                "digits", mobile.replaceFirst("^\\+", ""),
                "text", message.text(),
                "id", message.id().toString(),
                "signature", signature);
        Map<String, String> all = new HashMap<>(headers);
        if (request.idempotencyHeader() != null) {
            all.put(request.idempotencyHeader(), message.id().toString());
        }
        return new OutboundRequest(
                HttpMethod.valueOf(request.method()),
                URI.create(url.filled(values)),
                all,
                new Bytes(body.filled(values).getBytes(StandardCharsets.UTF_8)),
                request.timeout());
    }

    private Map<String, String> headers() {
        Map<String, String> all = new HashMap<>();
        all.put(HttpHeaders.ACCEPT, "application/json");
        all.putAll(request.headers());
        if (!request.body().isEmpty()) {
            all.put(HttpHeaders.CONTENT_TYPE, request.contentType());
        }
        return Map.copyOf(all);
    }

    private static boolean addressed(Template template) {
        return template.has("phone") || template.has("digits");
    }

    private static Escape escape(String contentType) {
        boolean json = contentType.startsWith("application/json");
        HttpSmsProperties.require(
                json || contentType.startsWith("application/x-www-form-urlencoded"),
                "[].request.content-type is " + contentType,
                "Set it to application/json or application/x-www-form-urlencoded.");
        return json ? Escape.JSON : Escape.FORM;
    }
}
