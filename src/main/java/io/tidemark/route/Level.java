package io.tidemark.route;

import java.util.List;

/**
 * Those who are to answer together.
 *
 * @param number as in {@link io.tidemark.alert.Life#level}
 * @param people each once, not empty
 */
record Level(int number, List<Asked> people) {

    /** One of them, and why. */
    record Asked(Person person, Notice.Role role) {}
}
