package io.tapdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The AWS CLI of this machine.
 *
 * @param home its home folder, where it keeps its caches
 * @param always what is added to every command
 * @param environment what it is told beside that
 */
public record AwsCli(Path home, List<String> always, Map<String, String> environment) {

    /** A CLI that knows nothing but the endpoint. */
    static AwsCli at(Sandbox sandbox, Path home) {
        String none = home.resolve("none").toString();
        return new AwsCli(
                home,
                // AWS_ENDPOINT_URL would do, but for RDS, where the CLI of version 1 goes to AWS all the same.
                List.of("--endpoint-url", sandbox.endpoint().toString()),
                Map.of(
                        "AWS_ACCESS_KEY_ID",
                        "test",
                        "AWS_SECRET_ACCESS_KEY",
                        "test",
                        "AWS_CONFIG_FILE",
                        none,
                        "AWS_SHARED_CREDENTIALS_FILE",
                        none));
    }

    /** A CLI that knows nothing but a config file. */
    public static AwsCli configured(Path home, String config) throws IOException {
        Path file = Files.writeString(home.resolve("config"), config);
        String none = home.resolve("none").toString();
        return new AwsCli(
                home, List.of(), Map.of("AWS_CONFIG_FILE", file.toString(), "AWS_SHARED_CREDENTIALS_FILE", none));
    }

    /** The same CLI with one variable more. */
    public AwsCli with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new AwsCli(home, always, more);
    }

    /** What a command answers. */
    public JsonNode json(String... arguments) throws Exception {
        Result result = run(arguments);
        assertThat(result.exit).as(result.err).isZero();
        return new ObjectMapper().readTree(result.out);
    }

    String failure(String... arguments) throws Exception {
        Result result = run(arguments);
        assertThat(result.exit).as(result.out).isNotZero();
        return result.err;
    }

    private record Result(int exit, String out, String err) {}

    private Result run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("aws"));
        command.addAll(List.of(arguments));
        command.addAll(always);
        Path out = Files.createTempFile(home, "out", "");
        Path err = Files.createTempFile(home, "err", "");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment()
                .putAll(Map.of(
                        "AWS_DEFAULT_REGION", "us-east-1",
                        "AWS_DEFAULT_OUTPUT", "json",
                        "AWS_MAX_ATTEMPTS", "1",
                        "AWS_PAGER", ""));
        builder.environment().putAll(environment);
        return new Result(start(builder).waitFor(), Files.readString(out), Files.readString(err));
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            System.err.println("**** There is no AWS CLI here: the sandbox goes without its outside witness. ****");
            return abort("no AWS CLI: " + e.getMessage());
        }
    }
}
