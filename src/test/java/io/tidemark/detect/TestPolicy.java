package io.tidemark.detect;

import io.tidemark.app.PolicyDocument;
import tools.jackson.databind.json.JsonMapper;

/** The default policy with the keys that a test changes, written as a bank writes them but with single quotes. */
public final class TestPolicy {
    public static final String OWN_BANK = "999100000018";
    public static final String TAX_OFFICE = "011100000005";

    private static final JsonMapper JSON = new JsonMapper();

    private TestPolicy() {}

    public static Policy standard() {
        return with("");
    }

    public static Policy with(String keys) {
        return version(1, keys);
    }

    public static Policy version(int version, String keys) {
        String banks = "'ownBanks':['%s'],'notCompetitors':['%s']".formatted(OWN_BANK, TAX_OFFICE);
        String json = "{" + banks + (keys.isEmpty() ? "" : "," + keys) + "}";
        return JSON.readValue(json.replace('\'', '"'), PolicyDocument.class).toPolicy(version);
    }
}
