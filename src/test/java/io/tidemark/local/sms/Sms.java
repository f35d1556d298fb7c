package io.tidemark.local.sms;

/**
 * What a phone shows: a message whose segments have all come, joined.
 *
 * @param to as the provider was told
 * @param parts how many segments
 */
public record Sms(String to, String text, int parts) {}
