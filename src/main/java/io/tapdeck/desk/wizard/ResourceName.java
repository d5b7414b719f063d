package io.tapdeck.desk.wizard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A logical id as people read it: without the parts that CDK and the suffix add. */
final class ResourceName {
    /** CDK ends a logical id with 8 hexadecimal digits; a cluster's secret carries 32 more. */
    private static final Pattern HASH = Pattern.compile("[0-9A-F]{8}([0-9a-f]{32})?$");

    private final String suffix;
    private final Pattern part;

    /** Names within the environment {@code suffix}. */
    ResourceName(String suffix) {
        // CDK leaves out what a logical id may not hold.
        this.suffix = Pattern.quote(suffix.replaceAll("[^A-Za-z0-9]", ""));
        this.part =
                Pattern.compile("(?<=[A-Za-z0-9])" + this.suffix + "(?=$|[A-Z]|writer|reader|error|slowquery|general)");
    }

    /** {@code AuroraClusterdev00C8FB72} as {@code AuroraCluster}. */
    String of(String logicalId) {
        String bare = HASH.matcher(logicalId).replaceFirst("");
        // A secret's id begins with stage and stack.
        bare = bare.replaceFirst("^TapStack%1$sInfrastructureStack%1$s".formatted(suffix), "");
        Matcher matcher = part.matcher(bare);
        String named = matcher.replaceAll("");
        return named.isEmpty()
                ? bare
                : named.replaceFirst("[0-9a-f]{32}", "").replaceFirst("Secret[0-9A-F]{1,8}$", "Secret");
    }
}
