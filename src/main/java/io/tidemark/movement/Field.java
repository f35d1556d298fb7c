package io.tidemark.movement;

/** The fields of a record that mean something here, in the order of {@code CONTRACTS.md}. */
enum Field {
    MOVEMENT_ID("movementId"),
    ACCOUNT_ID("accountId"),
    CLIENT_ID("clientId"),
    SEQUENCE("sequence"),
    BOOKED_AT("bookedAt"),
    DIRECTION("direction"),
    AMOUNT("amount"),
    CURRENCY("currency"),
    BALANCE_AFTER("balanceAfter"),
    ASSET_CLASS("assetClass"),
    CHANNEL("channel"),
    COUNTERPARTY("counterparty"),
    TRANSFER_ID("transferId"),
    COUNTERPARTY_BANK("counterparty.bank"),
    COUNTERPARTY_ACCOUNT("counterparty.account"),
    COUNTERPARTY_NAME("counterparty.name");

    static final int COUNT = values().length;

    private final String path;

    Field(String path) {
        this.path = path;
    }

    /** Where the field is kept in an array with room for {@link #COUNT}; nothing that outlives a record depends on it. */
    @SuppressWarnings("EnumOrdinal")
    int slot() {
        return ordinal();
    }

    String path() {
        return path;
    }

    /** The name as it stands in the object that holds the field. */
    String key() {
        return path.substring(path.indexOf('.') + 1);
    }
}
