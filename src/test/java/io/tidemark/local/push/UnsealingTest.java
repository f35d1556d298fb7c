package io.tidemark.local.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;

class UnsealingTest {

    @Test
    void theExampleOfRfc8291IsRead() throws GeneralSecurityException {
        KeyPair browser = new KeyPair(
                P256.publicKey(P256.decoded(
                        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")),
                P256.privateKey(P256.decoded("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94")));
        byte[] body = P256.decoded("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");

        byte[] text = Unsealing.open(body, browser, P256.decoded("BTBZMqHH6r4Tts7J_aSIgg"));

        assertThat(new String(text, StandardCharsets.UTF_8)).isEqualTo("When I grow up, I want to be a watermelon");
    }
}
