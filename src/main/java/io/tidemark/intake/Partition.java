package io.tidemark.intake;

/** A partition of the movements' topic. */
public record Partition(String topic, int number) {
    @Override
    public String toString() {
        return topic + "-" + number;
    }
}
