package io.tidemark.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class WebPortTest {

    @Test
    void aPortThatWasAskedForIsTakenAtItsWord() {
        var port = Ports.pick();

        assertThat(WebPort.choose(new Arguments("--server.port=" + port))).isEqualTo(port);
    }

    @Test
    void aPortThatWasAskedForAndIsTakenIsOneSentence() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var arguments = new Arguments("--server.port=" + other.getLocalPort());

            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> WebPort.choose(arguments))
                    .withMessageContaining("Port " + other.getLocalPort() + " is taken");
        }
    }

    @Test
    void withoutAWishThereIsAlwaysAFreePort() {
        assertThat(Ports.isFree(WebPort.choose(new Arguments()))).isTrue();
    }
}
