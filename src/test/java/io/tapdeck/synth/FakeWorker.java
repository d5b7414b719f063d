package io.tapdeck.synth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A worker process without CDK: its one argument says how it behaves. */
public final class FakeWorker {
    private FakeWorker() {}

    /** Answers every line, until its input ends. */
    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (int asked = 0; input.readLine() != null; asked++) {
            switch (asked > 0 && args[0].equals("refuse the first") ? "answer" : args[0]) {
                case "answer" -> System.out.println("{\"stacks\":[],\"problem\":null}");
                case "refuse", "refuse the first" ->
                    System.out.println("{\"stacks\":[],\"problem\":\"That is not on.\"}");
                case "babble" -> System.out.println("Hello!");
                case "die" -> System.exit(1);
                default -> throw new IllegalArgumentException(args[0]);
            }
        }
    }
}
