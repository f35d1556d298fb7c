package io.tidemark.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.deliver.Segments.Encoding;
import io.tidemark.local.sms.GsmText;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Read back by a table of its own, written down from the standard a second time. */
class SegmentsTest {
    private static final String PLAIN = GsmText.PLAIN;
    private static final String EXTENDED = GsmText.EXTENDED;
    private static final String WIDE = "客户跌破门槛，请尽快联系。😀🧧𠮷émA";

    @Test
    void everyCharacterOfTheAlphabetGoesInSeptets() {
        String all = PLAIN + EXTENDED;

        Segments segments = Segments.of(all, 1);

        assertThat(segments.encoding()).isEqualTo(Encoding.GSM_7);
        assertThat(PLAIN).hasSize(127);
        assertThat(joined(segments)).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"客", "ç", "\u001b", "\t", "`", "a😀", "…", "“"})
    void whatTheAlphabetLacksMakesAllOfItUcs2(String text) {
        Segments segments = Segments.of("abc" + text, 1);

        assertThat(segments.encoding()).isEqualTo(Encoding.UCS_2);
        assertThat(joined(segments)).isEqualTo("abc" + text);
    }

    @ParameterizedTest
    @CsvSource({
        "a,0,1", "a,160,1", "a,161,2", "a,306,2", "a,307,3", "€,80,1", "€,81,2", "€,152,2", "€,153,3", "客,70,1",
        "客,71,2", "客,134,2", "客,135,3", "😀,35,1", "😀,36,2", "😀,66,2", "😀,67,3"
    })
    void asManySegmentsAsTheTextNeeds(String character, int times, int parts) {
        Segments segments = Segments.of(character.repeat(times), 1);

        assertThat(segments.parts()).hasSize(parts);
        assertThat(joined(segments)).isEqualTo(character.repeat(times));
    }

    @Test
    void joiningTheSegmentsGivesTheTextAndEachCanBeReadAlone() {
        Random random = new Random(20260714);
        for (int round = 0; round < 3_000; round++) {
            String characters = random.nextBoolean() ? PLAIN + EXTENDED : PLAIN + EXTENDED + WIDE;
            String text = text(random, characters, random.nextInt(600));
            Segments segments = random.nextBoolean() ? Segments.of(text, round) : Segments.ucs2(text, round);

            assertThat(joined(segments)).isEqualTo(text);
            assertThat(segments.parts()).allSatisfy(part -> assertThat(part.octets().length)
                    .isLessThanOrEqualTo(
                            segments.encoding() == Encoding.UCS_2 ? 140 : part.header().length == 0 ? 160 : 159));
            assertThat(segments.parts()).allSatisfy(part -> assertThat(part.packed())
                    .hasSizeLessThanOrEqualTo(segments.encoding() == Encoding.GSM_7 ? 140 : 1000));
            assertThat(segments.parts())
                    .allSatisfy(part -> assertThat(readAlone(segments, part)).isTrue());
        }
    }

    @Test
    void theHeaderTellsTheMessageAndThePlaceOfThePart() {
        Segments segments = Segments.of("客".repeat(150), 0x1234);

        assertThat(segments.parts()).extracting(Segment::header).containsExactly(header(1), header(2), header(3));
        assertThat(Segments.of("short", 7).parts().get(0).header()).isEmpty();
    }

    private static byte[] header(int number) {
        return new byte[] {5, 0, 3, 0x34, 3, (byte) number};
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 255})
    void whatIsTooLongEndsInAnEllipsis(int most) {
        for (int shift = 0; shift < 5; shift++) {
            String wide = "客".repeat(shift) + "😀".repeat(70 * most);
            String plain = "a".repeat(shift) + "€".repeat(160 * most);

            String readWide = joined(Segments.of(wide, 1, most));
            String readPlain = joined(Segments.of(plain, 1, most));

            assertThat(Segments.of(wide, 1, most).parts()).hasSize(most);
            assertThat(readWide).endsWith("😀…");
            assertThat(wide).startsWith(readWide.substring(0, readWide.length() - 1));
            assertThat(readPlain).endsWith("€...");
            assertThat(plain).startsWith(readPlain.substring(0, readPlain.length() - 3));
        }
    }

    @Test
    void whatFitsExactlyIsNotCut() {
        assertThat(joined(Segments.of("客".repeat(670), 1))).isEqualTo("客".repeat(670));
        assertThat(joined(Segments.of("客".repeat(671), 1))).isEqualTo("客".repeat(669) + "…");
        assertThat(joined(Segments.of("客".repeat(70), 1, 1))).isEqualTo("客".repeat(70));
        assertThat(joined(Segments.of("客".repeat(71), 1, 1))).isEqualTo("客".repeat(69) + "…");
    }

    @Test
    void thereAreOneTo255Segments() {
        assertThatIllegalArgumentException().isThrownBy(() -> Segments.of("a", 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Segments.ucs2("a", 1, 256));
    }

    @Test
    void packsAsTheStandardSays() {
        // The example every description of the alphabet gives.
        assertThat(Segments.of("hellohello", 1).parts().get(0).packed())
                .isEqualTo(HexFormat.of().parseHex("e8329bfd4697d9ec37"));
    }

    @Test
    void packedTextBeginsAtASeptetBehindTheHeader() {
        Random random = new Random(7);
        for (int length = 1; length < 400; length++) {
            Segments segments = Segments.of(text(random, PLAIN, length), 3);

            String read = segments.parts().stream()
                    .map(part -> GsmText.decoded(unpacked(part.packed(), part.header().length, part.body().length)))
                    .collect(Collectors.joining());

            assertThat(read).isEqualTo(joined(segments));
        }
    }

    /** Bit by bit: the text begins at the first multiple of seven behind the header. */
    private static byte[] unpacked(byte[] octets, int header, int septets) {
        int first = (header * 8 + 6) / 7;
        byte[] read = new byte[septets];
        for (int at = 0; at < septets * 7; at++) {
            int bit = first * 7 + at;
            read[at / 7] |= (byte) ((octets[bit / 8] >> bit % 8 & 1) << at % 7);
        }
        return read;
    }

    private static String text(Random random, String characters, int length) {
        int[] codePoints = characters.codePoints().toArray();
        IntFunction<String> any = at -> Character.toString(codePoints[random.nextInt(codePoints.length)]);
        return IntStream.range(0, length).mapToObj(any).collect(Collectors.joining());
    }

    private static boolean readAlone(Segments segments, Segment part) {
        byte[] body = part.body();
        if (body.length == 0) {
            return true;
        }
        return segments.encoding() == Encoding.GSM_7
                ? body[body.length - 1] != 0x1b
                : !new String(body, StandardCharsets.UTF_16BE).contains("\ufffd");
    }

    private static String joined(Segments segments) {
        return segments.parts().stream()
                .map(part -> segments.encoding() == Encoding.GSM_7
                        ? GsmText.decoded(part.body())
                        : new String(part.body(), StandardCharsets.UTF_16BE))
                .collect(Collectors.joining());
    }
}
