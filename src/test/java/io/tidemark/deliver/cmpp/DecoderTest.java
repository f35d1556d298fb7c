package io.tidemark.deliver.cmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.tidemark.deliver.cmpp.Inbound.ConnectAnswer;
import io.tidemark.deliver.cmpp.Inbound.Deliver;
import io.tidemark.deliver.cmpp.Inbound.Report;
import io.tidemark.deliver.cmpp.Inbound.SubmitAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecoderTest {
    private static final int MANY = 10_000;

    private final Decoder v2 = new Decoder(Version.V2_0);
    private final Decoder v3 = new Decoder(Version.V3_0);

    private static byte[] frame(int command, int sequence, String... hexadecimal) {
        byte[] body = HexFormat.of().parseHex(String.join("", hexadecimal));
        ByteBuf frame = Unpooled.buffer(12 + body.length);
        frame.writeInt(12 + body.length).writeInt(command).writeInt(sequence).writeBytes(body);
        return frame.array();
    }

    private static String text(String text, int width) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII)) + "00".repeat(width - text.length());
    }

    private static byte[] report(int phoneInDeliver, int phoneInReport, String typed) {
        int length = 8 + 7 + 10 + 10 + phoneInReport + 4;
        return frame(
                5,
                9,
                "00000000000000ff",
                text("10690001", 21),
                text("ALERT", 10),
                "000000",
                text("13800000000", phoneInDeliver),
                typed,
                "01",
                HexFormat.of().toHexDigits((byte) length),
                "0123456789abcdef",
                text("DELIVRD", 7),
                text("2611221430", 10),
                text("2611221431", 10),
                text("8613800000000", phoneInReport),
                "00000001",
                "00".repeat(20));
    }

    private static List<byte[]> samples() {
        return List.of(
                frame(0x8000_0001, 1, "00", "11".repeat(16), "20"),
                frame(0x8000_0001, 1, "00000000", "11".repeat(16), "30"),
                frame(0x8000_0004, 2, "0123456789abcdef", "08"),
                frame(0x8000_0004, 2, "0123456789abcdef", "00000008"),
                report(21, 21, ""),
                report(32, 32, "00"),
                report(32, 21, "00"),
                frame(8, 3),
                frame(0x8000_0008, 4, "00"),
                frame(2, 5),
                frame(0x8000_0002, 6));
    }

    private static Frame<Inbound> decoded(Decoder decoder, byte[] frame) {
        return decoder.decode(Unpooled.wrappedBuffer(frame));
    }

    @Test
    void answersAreReadInTheWidthTheyComeIn() {
        List<byte[]> samples = samples();
        assertThat(decoded(v2, samples.get(0))).isEqualTo(new Frame<>(1, new ConnectAnswer(0, 0x20)));
        assertThat(decoded(v3, samples.get(0))).isEqualTo(new Frame<>(1, new ConnectAnswer(0, 0x20)));
        assertThat(decoded(v3, samples.get(1))).isEqualTo(new Frame<>(1, new ConnectAnswer(0, 0x30)));
        assertThat(decoded(v2, samples.get(2))).isEqualTo(new Frame<>(2, new SubmitAnswer(0x0123456789abcdefL, 8)));
        assertThat(decoded(v3, samples.get(3))).isEqualTo(new Frame<>(2, new SubmitAnswer(0x0123456789abcdefL, 8)));
    }

    @Test
    void aReportIsReadAlsoWithTheNarrowPhoneOfTheOlderVersion() {
        Report report = new Report(0x0123456789abcdefL, "DELIVRD", "2611221430", "8613800000000");
        Frame<Inbound> expected = new Frame<>(9, new Deliver(255, true, report));
        assertThat(decoded(v2, report(21, 21, ""))).isEqualTo(expected);
        assertThat(decoded(v3, report(32, 32, "00"))).isEqualTo(expected);
        assertThat(decoded(v3, report(32, 21, "00"))).isEqualTo(expected);
    }

    @Test
    void aReportTooShortToBeOneIsNoneButIsAnswered() {
        byte[] frame = frame(5, 9, "00".repeat(8 + 21 + 10 + 3 + 21), "01", "03", "414243", "00".repeat(8));
        assertThat(decoded(v2, frame)).isEqualTo(new Frame<>(9, new Deliver(0, true, null)));
    }

    @Test
    void whatNoGatewaySaysIsAViolation() {
        assertThatThrownBy(() -> decoded(v3, frame(4, 1, "00".repeat(300)))).isInstanceOf(ProtocolViolation.class);
        assertThatThrownBy(() -> decoded(v3, frame(0x8000_0004, 1, "00"))).isInstanceOf(ProtocolViolation.class);
        assertThatThrownBy(() -> decoded(v3, frame(5, 1, "00".repeat(20)))).isInstanceOf(ProtocolViolation.class);
        assertThatThrownBy(() -> decoded(v3, new byte[] {0, 0, 0, 11})).isInstanceOf(ProtocolViolation.class);
    }

    @Test
    void whateverTheOctetsAreThereIsACommandOrAViolation() {
        Random random = new Random(3);
        List<byte[]> samples = samples();
        int understood = 0;
        for (int i = 0; i < MANY; i++) {
            byte[] frame = i % 2 == 0 ? random(random) : mutated(samples.get(random.nextInt(samples.size())), random);
            understood += isUnderstood(i % 3 == 0 ? v2 : v3, frame) ? 1 : 0;
        }
        assertThat(understood).isBetween(MANY / 20, MANY);
    }

    private static boolean isUnderstood(Decoder decoder, byte[] frame) {
        try {
            assertThat(decoded(decoder, frame).command()).isNotNull();
            return true;
        } catch (ProtocolViolation violation) {
            assertThat(violation.getMessage()).isNotBlank();
            return false;
        }
    }

    private static byte[] random(Random random) {
        byte[] octets = new byte[random.nextInt(400)];
        random.nextBytes(octets);
        if (octets.length > 12 && random.nextBoolean()) {
            int[] commands = {0x8000_0001, 0x8000_0004, 5, 8, 2};
            Unpooled.wrappedBuffer(octets)
                    .setInt(0, octets.length)
                    .setInt(4, commands[random.nextInt(commands.length)]);
        }
        return octets;
    }

    private static byte[] mutated(byte[] sample, Random random) {
        byte[] octets = Arrays.copyOf(sample, Math.max(0, sample.length + random.nextInt(9) - 4));
        for (int i = random.nextInt(4); i > 0 && octets.length > 0; i--) {
            octets[random.nextInt(octets.length)] = (byte) random.nextInt();
        }
        return octets;
    }

    @Test
    void howeverTheOctetsAreCutTheFramesAreTheSame() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            EmbeddedChannel channel = new EmbeddedChannel(new FrameCodec(Version.V3_0));
            List<Frame<Inbound>> expected = new ArrayList<>();
            ByteBuf all = Unpooled.buffer();
            for (byte[] sample : List.of(
                    samples().get(1),
                    samples().get(3),
                    samples().get(5),
                    samples().get(7))) {
                expected.add(decoded(v3, sample));
                all.writeBytes(sample);
            }
            while (all.isReadable()) {
                channel.writeInbound(all.readBytes(Math.min(all.readableBytes(), 1 + random.nextInt(40))));
            }
            assertThat(channel.inboundMessages()).containsExactlyElementsOf(List.copyOf(expected));
            channel.finishAndReleaseAll();
        }
    }

    @Test
    void aFrameOfImpossibleLengthIsAViolationBeforeItsOctetsAreAwaited() {
        for (int length : new int[] {-1, 0, 11, Decoder.MOST + 1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            EmbeddedChannel channel = new EmbeddedChannel(new FrameCodec(Version.V3_0));
            assertThatThrownBy(() -> channel.writeInbound(
                            Unpooled.buffer().writeInt(length).writeZero(500)))
                    .isInstanceOf(ProtocolViolation.class);
            channel.finishAndReleaseAll();
        }
    }
}
