package io.tidemark.load;

import java.io.IOException;
import org.openjdk.jmh.Main;

/** JMH as it is, with the result also written as JSON unless the command line says otherwise. */
public final class Benchmarks {
    private static final String[] RESULT_AS_JSON = {"-rf", "json", "-rff", "benchmarks.json"};

    private Benchmarks() {}

    public static void main(String[] args) throws IOException {
        String[] all = new String[RESULT_AS_JSON.length + args.length];
        System.arraycopy(args, 0, all, 0, args.length);
        System.arraycopy(RESULT_AS_JSON, 0, all, args.length, RESULT_AS_JSON.length);
        Main.main(hasResultOption(args) ? args : all);
    }

    private static boolean hasResultOption(String[] args) {
        for (String arg : args) {
            if (arg.equals("-rf") || arg.equals("-rff")) {
                return true;
            }
        }
        return false;
    }
}
