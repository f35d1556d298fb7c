package io.tidemark.local;

import io.tidemark.local.sms.Answer;
import io.tidemark.local.sms.CmppPeer;
import io.tidemark.local.sms.CmppReports;
import io.tidemark.local.sms.Receipting;
import io.tidemark.local.sms.SmppPeer;
import io.tidemark.local.sms.Submitted;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two providers of text messages on this machine: SMPP to be preferred, which finds each third message too much, and CMPP
 * to take over what the first one refuses. What they take arrives on a {@link Phone}.
 */
final class SmsProviders implements AutoCloseable {
    private static final int CMPP_3_0 = 0x30;
    private static final int TOO_MUCH = 0x58;
    private static final int EACH_SO_MANY = 3;
    private static final String SMPP_USER = "tidemark";
    private static final String CMPP_USER = "900001";
    private static final String SIGNATURE = "【Tidemark】";
    /** As long as SMPP has room for. */
    private static final int SECRET_LENGTH = 8;

    private final String secret = UUID.randomUUID().toString().substring(0, SECRET_LENGTH);
    private final AtomicInteger messages = new AtomicInteger();
    private final SmppPeer smpp;
    private final CmppPeer cmpp;

    private SmsProviders(Phone phone) throws IOException {
        smpp = SmppPeer.listening(0, sms -> phone.shows(sms.to(), "SMPP", sms.text()));
        smpp.sendsReceipts(Receipting.AFTER_ANSWER);
        smpp.answers(this::answer);
        cmpp = CmppPeer.listening(CMPP_3_0, CMPP_USER, secret);
        cmpp.conduct().report(CmppReports.delivered(Clock.systemUTC()));
        cmpp.conduct().onText(text -> phone.shows(text.to(), "CMPP", text.text()));
    }

    static SmsProviders start(Phone phone) throws IOException {
        return new SmsProviders(phone);
    }

    private Answer answer(Submitted segment) {
        var tooMuch = segment.number() == 1 && messages.incrementAndGet() % EACH_SO_MANY == 0;
        return tooMuch ? new Answer.Refuse(TOO_MUCH) : new Answer.Accept();
    }

    /** What the service must know of them. */
    Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("tidemark.deliver.order", "smpp-local,cmpp-local");
        of("smpp", smpp.port()).forEach((name, value) -> settings.put("tidemark.deliver.smpp[0]." + name, value));
        of("cmpp", cmpp.port()).forEach((name, value) -> settings.put("tidemark.deliver.cmpp[0]." + name, value));
        settings.putAll(Map.of(
                "tidemark.deliver.smpp[0].account.system-id", SMPP_USER,
                "tidemark.deliver.smpp[0].account.password", secret,
                "tidemark.deliver.smpp[0].timing.reconnect-longest", "2s",
                "tidemark.deliver.cmpp[0].source-addr", CMPP_USER,
                "tidemark.deliver.cmpp[0].shared-secret", secret,
                "tidemark.deliver.cmpp[0].src-id", "10690001",
                "tidemark.deliver.cmpp[0].link.backoff-max", "2s"));
        return settings;
    }

    private static Map<String, String> of(String protocol, int port) {
        return Map.of(
                "name",
                protocol + "-local",
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(port),
                "signature",
                SIGNATURE);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        cmpp.close();
        smpp.close();
    }
}
