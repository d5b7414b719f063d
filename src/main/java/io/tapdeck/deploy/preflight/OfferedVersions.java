package io.tapdeck.deploy.preflight;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.aws.AwsException;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployInterruptedException;
import io.tapdeck.deploy.Preflight.Check;
import io.tapdeck.deploy.stack.Calls;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;

/**
 * Whether a region offers the engine versions that a template asks for. AWS retires versions; a cluster that runs one
 * keeps it, but no new one can be made (Aurora user guide, "Aurora versions").
 */
public final class OfferedVersions {
    private static final String SUBJECT = "Engine version";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern DIGITS = Pattern.compile("\\D+");

    /** What stands before Aurora's own version in RDS's engine versions. */
    private static final String COMPATIBILITY = "8.0.mysql_aurora.";

    private final RdsClient rds;
    private final Calls calls;
    private final String region;

    OfferedVersions(RdsClient rds, Calls calls, String region) {
        this.rds = rds;
        this.calls = calls;
        this.region = region;
    }

    private record Version(String engine, String text) {
        String shown() {
            return text.startsWith(COMPATIBILITY) ? text.substring(COMPATIBILITY.length()) : text;
        }
    }

    /**
     * Checks the clusters that a template makes or moves to another version.
     *
     * @param template what is to be deployed
     * @param deployed what is deployed, if anything; a version that runs already is not asked for
     * @return one check for each version that is asked for; a failed one names the nearest that is offered
     */
    List<Check> check(String template, Optional<String> deployed) {
        List<Version> running = deployed.map(OfferedVersions::versions).orElse(List.of());
        return versions(template).stream()
                .filter(wanted -> !running.contains(wanted))
                .map(this::check)
                .toList();
    }

    private Check check(Version wanted) {
        List<Version> offered;
        try {
            offered = offered(wanted.engine());
        } catch (DeployInterruptedException e) {
            throw e;
        } catch (DeployException | AwsException e) {
            return Check.notMade(
                    SUBJECT, "Whether %s is offered in %s: %s".formatted(wanted.shown(), region, e.getMessage()));
        }
        String what = "%s of %s".formatted(wanted.shown(), wanted.engine());
        return offered.contains(wanted)
                ? Check.passed(SUBJECT, "%s offers %s.".formatted(region, what))
                : Check.failed(
                        SUBJECT,
                        "Version %s is not offered in %s. %s"
                                .formatted(
                                        what,
                                        region,
                                        nearest(wanted, offered)
                                                .map(version ->
                                                        "Choose %s, the nearest that is.".formatted(version.shown()))
                                                .orElse("Choose another region: this one offers no version at all.")));
    }

    private List<Version> offered(String engine) {
        return calls.call(() ->
                rds.describeDBEngineVersionsPaginator(request -> request.engine(engine)).dbEngineVersions().stream()
                        .map(DBEngineVersion::engineVersion)
                        .map(text -> new Version(engine, text))
                        .toList());
    }

    /** The next newer one, which is compatible; else the newest. */
    private static Optional<Version> nearest(Version wanted, List<Version> offered) {
        TreeMap<String, Version> sorted =
                new TreeMap<>(Comparator.comparing(OfferedVersions::numbers, Arrays::compare));
        offered.forEach(version -> sorted.put(version.text(), version));
        var newer = sorted.ceilingEntry(wanted.text());
        return Optional.ofNullable(newer == null ? sorted.lastEntry() : newer).map(entry -> entry.getValue());
    }

    private static int[] numbers(String version) {
        return DIGITS.splitAsStream(version)
                .filter(part -> !part.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static List<Version> versions(String template) {
        try {
            return JSON.readTree(template)
                    .path("Resources")
                    .valueStream()
                    .filter(resource -> resource.path("Type").asText().equals("AWS::RDS::DBCluster"))
                    .map(resource -> resource.path("Properties"))
                    .filter(cluster -> cluster.path("EngineVersion").isTextual())
                    .map(cluster -> new Version(
                            cluster.path("Engine").asText(),
                            cluster.path("EngineVersion").asText()))
                    .distinct()
                    .toList();
        } catch (JacksonException e) {
            // A template that was deployed by other means may be YAML; then nothing is known to run.
            return List.of();
        }
    }
}
