package io.tidemark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.63.0.1", "172.32.0.1", "192.1.0.1", "223.5.5.5", "2400:3200::1"})
    void theInternetIsCalled(String address) throws UnknownHostException {
        assertThat(Addresses.mayBeCalled(InetAddress.getByName(address), false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.169.254", "172.16.0.1",
                "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.1", "203.0.113.1",
                "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
                "::127.0.0.1", "64:ff9b::a00:1", "2001::1", "2001:db8::1", "2002:a00:1::1", "fc00::1", "fd12::1",
                "fe80::1", "fec0::1", "ff02::1"
            })
    void theHouseItselfAndWhatIsNobodysIsNotCalled(String address) throws UnknownHostException {
        assertThat(Addresses.mayBeCalled(InetAddress.getByName(address), false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "::1, true", "10.0.0.1, false", "169.254.169.254, false"})
    void loopbackIsCalledIfItMayBeAndNothingElseOfTheHouse(String address, boolean called) throws UnknownHostException {
        assertThat(Addresses.mayBeCalled(InetAddress.getByName(address), true)).isEqualTo(called);
    }
}
