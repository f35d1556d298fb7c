package io.tidemark.intake;

/** One taking of a partition: whoever takes it next has a higher number, and whoever has a lower one writes nothing. */
public record Epoch(Partition partition, long number) {}
