package io.tidemark.detect;

/**
 * How far back the outflow rules of any version of the policy look, so that a version's history is not forgotten by
 * another one's movements.
 *
 * @param latenessNanos how far behind the client's latest movement one is still judged
 * @param outflowNanos how far behind the movement that is judged outflows still count
 * @param days how many local dates before it still count
 */
record Reach(long latenessNanos, long outflowNanos, int days) {
    static Reach of(Policy policy) {
        return new Reach(
                policy.lateness().toNanos(),
                policy.outflow().reachNanos(),
                policy.abnormal().lookBackDays());
    }

    Reach andThatOf(Reach other) {
        return new Reach(
                Math.max(latenessNanos, other.latenessNanos),
                Math.max(outflowNanos, other.outflowNanos),
                Math.max(days, other.days));
    }
}
