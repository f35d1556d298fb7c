package io.tidemark.local;

import java.util.Locale;

/** For which machines the servers' programs are at hand. */
enum Platform {
    LINUX_AMD64("linux-amd64", "linux-x86_64"),
    LINUX_ARM64("linux-arm64", "linux-arm_64"),
    MAC_AMD64("darwin-amd64", "darwin-x86_64"),
    MAC_ARM64("darwin-arm64", "darwin-arm_64");

    /** Where the programs lie on the class path; their publishers name machines differently. */
    final String redisProgram;

    final String postgresArchive;

    Platform(String redisName, String postgresName) {
        redisProgram = "/redis-server-7.0.15-" + redisName;
        postgresArchive = "/postgres-" + postgresName + ".txz";
    }

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String system, String machine) {
        var arm = machine.equals("aarch64");
        if (arm || machine.equals("amd64") || machine.equals("x86_64")) {
            if (system.equals("Linux")) {
                return arm ? LINUX_ARM64 : LINUX_AMD64;
            }
            if (system.toLowerCase(Locale.ROOT).startsWith("mac")) {
                return arm ? MAC_ARM64 : MAC_AMD64;
            }
        }
        throw new CannotStart("The local stack has programs for Linux and macOS on x86-64 and ARM64, not for " + system
                + " on " + machine + ": use such a machine (on Windows: WSL), or give the service your own Kafka,"
                + " PostgreSQL and Redis.");
    }
}
