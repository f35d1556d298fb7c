package io.tidemark.local.sms;

/**
 * One segment as a provider was given it.
 *
 * @param id what the provider calls it
 * @param reference of the message it belongs to; 0 if it stands alone
 * @param number its place among the segments, from 1
 * @param of how many segments the message has
 * @param dataCoding 0 for the GSM alphabet, 8 for UCS-2
 * @param validity how long to try, in the protocol's words
 */
public record Submitted(
        String id,
        String from,
        String to,
        int reference,
        int number,
        int of,
        String text,
        int dataCoding,
        String validity) {}
