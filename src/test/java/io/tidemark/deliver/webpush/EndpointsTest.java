package io.tidemark.deliver.webpush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.web.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    private static final List<String> HOSTS = List.of("fcm.googleapis.com", "*.notify.windows.com");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/abc",
                "https://fcm.googleapis.com:443/fcm/send/abc",
                "https://wns2-db5p.notify.windows.com/w/?token=abc"
            })
    void theUsualPushServicesAreTaken(String endpoint) {
        assertThat(new Endpoints(HOSTS, false).allowed(endpoint)).hasToString(endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://fcm.googleapis.com/fcm/send/abc",
                "https://fcm.googleapis.com:8443/fcm/send/abc",
                "https://me:secret@fcm.googleapis.com/fcm/send/abc",
                "https://fcm.googleapis.com@evil.example/",
                "https://fcm.googleapis.com.evil.example/",
                "https://fcm.googleapis.com./",
                "https://evilfcm.googleapis.com/",
                "https://evilnotify.windows.com/",
                "https://notify.windows.com/",
                "https://127.0.0.1/push",
                "http://127.0.0.1/push",
                "https://[::1]/push",
                "https://2130706433/push",
                "https://fcm.googleapis.com/abc#part",
                "ftp://fcm.googleapis.com/abc",
                "//fcm.googleapis.com/abc",
                "https:///abc",
                "https:abc",
                "a b",
                ""
            })
    void anythingElseIsNot(String endpoint) {
        assertThatThrownBy(() -> new Endpoints(HOSTS, false).allowed(endpoint)).isInstanceOf(Refusal.class);
    }

    @Test
    void loopbackIsTakenOnlyIfItMayBe() {
        assertThat(new Endpoints(HOSTS, true).allowed("http://127.0.0.1:8123/push/b0"))
                .hasToString("http://127.0.0.1:8123/push/b0");
        assertThatThrownBy(() -> new Endpoints(HOSTS, true).allowed("http://fcm.googleapis.com/abc"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Endpoints(HOSTS, true).allowed("ftp://127.0.0.1/abc"))
                .isInstanceOf(Refusal.class);
    }
}
