package io.tidemark.local;

/** Where a database is and how to get in. */
public record Database(String host, int port, String name, String username, String password) {

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }
}
