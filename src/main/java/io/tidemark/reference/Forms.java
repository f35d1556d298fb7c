package io.tidemark.reference;

import io.tidemark.bank.ManagerId;
import io.tidemark.route.Absence;
import io.tidemark.route.QuietHours;
import java.time.Instant;
import java.time.LocalTime;

/** What people write about themselves; what is wrong is a {@link Rejection}. */
public final class Forms {
    private Forms() {}

    public static QuietHours quietHours(Fields fields) {
        LocalTime from = fields.timeOfDay("from");
        LocalTime to = fields.timeOfDay("to");
        if (from.equals(to)) {
            throw new Rejection("from and to are the same; quiet hours are shorter than a day.");
        }
        return new QuietHours(from, to);
    }

    public static Absence absence(ManagerId of, Fields fields) {
        Instant from = fields.time("from");
        Instant to = fields.time("to");
        ManagerId delegate = new ManagerId(fields.id("delegate"));
        try {
            return new Absence(of, from, to, delegate);
        } catch (IllegalArgumentException impossible) {
            throw new Rejection("That can't be: " + impossible.getMessage() + ".");
        }
    }
}
