package io.tapdeck.cli;

import io.tapdeck.aws.Target;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** TARGET: {@code --sandbox}, or a profile, region and endpoint; the standard AWS variables and files apply. */
final class TargetOptions {
    @Option(names = "--sandbox", description = "The built-in sandbox: the one that runs, else one in this process.")
    boolean sandbox;

    @Option(names = "--profile", paramLabel = "P", description = "A profile of the AWS files.")
    @Nullable
    String profile;

    @Option(names = "--region", paramLabel = "R", description = "A region, such as eu-west-1.")
    @Nullable
    String region;

    @Option(
            names = "--endpoint-url",
            paramLabel = "U",
            converter = Endpoint.class,
            description = "Another endpoint for every service.")
    @Nullable
    URI endpoint;

    @Option(names = "--read-only", description = "Only reads: whatever would change something is refused.")
    boolean readOnly;

    /** Whether nothing was said about the target. */
    boolean absent() {
        return !sandbox && !readOnly && profile == null && region == null && endpoint == null;
    }

    /** The target in another region, as it is written after a command. */
    String in(String elsewhere) {
        StringBuilder words = new StringBuilder(sandbox ? "--sandbox" : "");
        if (profile != null) {
            words.append("--profile ").append(profile);
        }
        words.append(words.isEmpty() ? "" : " ").append("--region ").append(elsewhere);
        if (endpoint != null) {
            words.append(" --endpoint-url ").append(endpoint);
        }
        return words.toString();
    }

    /** The region, where it is known without asking the AWS files; null where it is not. */
    @Nullable
    String knownRegion() {
        return region == null && sandbox ? Target.SANDBOX_REGION : region;
    }

    /** Refuses what cannot be meant together. */
    void check() {
        if (sandbox && (profile != null || endpoint != null)) {
            throw CommandFailure.wrongUse(
                    "--sandbox is an endpoint of its own; leave --profile and --endpoint-url out.");
        }
        if (endpoint != null
                && (endpoint.getHost() == null
                        || endpoint.getPort() > 65_535
                        || !("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme())))) {
            throw CommandFailure.wrongUse(notAnEndpoint(endpoint.toString()));
        }
    }

    /** What to say of a text that cannot be an endpoint. */
    private static String notAnEndpoint(String text) {
        return "“%s” is not an endpoint. Write it as http://127.0.0.1:4610.".formatted(text);
    }

    /** Reads an endpoint; picocli's own converter answers in the words of a Java exception. */
    static final class Endpoint implements CommandLine.ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            try {
                return new URI(text);
            } catch (URISyntaxException e) {
                throw new CommandLine.TypeConversionException(notAnEndpoint(text));
            }
        }
    }
}
