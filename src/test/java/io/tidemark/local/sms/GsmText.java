package io.tidemark.local.sms;

/** Reads the default alphabet of GSM phones, one septet to an octet: the table of the standard, column by column. */
public final class GsmText {
    /** The characters of the extension, and behind which codes. */
    public static final String EXTENDED = "\f^{}\\[~]|€";

    private static final String EXTENDED_CODES = "\n\u0014()/<=>@e";
    private static final String[] ROWS = {
        "@Δ 0¡P¿p", "£_!1AQaq", "$Φ\"2BRbr", "¥Γ#3CScs", "èΛ¤4DTdt", "éΩ%5EUeu", "ùΠ&6FVfv", "ìΨ'7GWgw",
        "òΣ(8HXhx", "ÇΘ)9IYiy", "\nΞ*:JZjz", "Ø\u001b+;KÄkä", "øÆ,<LÖlö", "\ræ-=MÑmñ", "Åß.>NÜnü", "åÉ/?O§oà"
    };

    /** All that need no extension. */
    public static final String PLAIN = String.join("", ROWS).replace("\u001b", "");

    private GsmText() {}

    public static String decoded(byte[] septets) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < septets.length; at++) {
            text.append(
                    septets[at] == 0x1b
                            ? EXTENDED.charAt(EXTENDED_CODES.indexOf(septets[++at]))
                            : ROWS[septets[at] & 15].charAt(septets[at] >> 4));
        }
        return text.toString();
    }
}
