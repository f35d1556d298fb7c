package io.tidemark.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformTest {

    @ParameterizedTest
    @EnumSource(Platform.class)
    void theProgramsOfEveryPlatformAreOnTheClassPath(Platform platform) {
        assertThat(Platform.class.getResource(platform.redisProgram)).isNotNull();
        assertThat(Platform.class.getResource(platform.postgresArchive)).isNotNull();
    }

    @Test
    void javasNamesOfMachinesAreUnderstood() {
        assertThat(Platform.of("Linux", "amd64")).isEqualTo(Platform.LINUX_AMD64);
        assertThat(Platform.of("Mac OS X", "aarch64")).isEqualTo(Platform.MAC_ARM64);
    }

    @Test
    void anotherPlatformIsToldWhatToUseInstead() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Platform.of("Windows 11", "amd64"))
                .withMessageContaining("WSL");
    }
}
