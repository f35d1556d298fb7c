package io.tidemark.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.detect.Cause;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertIdTest {
    private static final Origin ORIGIN = new Origin("balance-movements", 3, 4711, Cause.ARRIVAL);

    @Test
    void theSameOriginHasTheSameIdForEver() {
        assertThat(AlertId.of(ORIGIN)).isEqualTo(AlertId.of(new Origin("balance-movements", 3, 4711, Cause.ARRIVAL)));
        assertThat(AlertId.of(ORIGIN)).hasToString("93392c5a-94da-8fca-8c7b-3910508991a6");
    }

    @Test
    void everyPartOfTheOriginMakesADifference() {
        assertThat(List.of(
                        AlertId.of(ORIGIN),
                        AlertId.of(new Origin("other", 3, 4711, Cause.ARRIVAL)),
                        AlertId.of(new Origin("balance-movements", 4, 4711, Cause.ARRIVAL)),
                        AlertId.of(new Origin("balance-movements", 3, 4712, Cause.ARRIVAL)),
                        AlertId.of(new Origin("balance-movements", 3, 4711, Cause.LEG_EXPIRED))))
                .doesNotHaveDuplicates();
    }

    @Test
    void theIdIsAUuidOfAnApplicationsOwnMaking() {
        UUID id = AlertId.of(ORIGIN).value();
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }
}
