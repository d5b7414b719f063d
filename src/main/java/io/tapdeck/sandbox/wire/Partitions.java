package io.tapdeck.sandbox.wire;

/** The partitions of AWS (AWS SDKs' {@code partitions.json}), by the beginning of their regions' names. */
public final class Partitions {
    private Partitions() {}

    /** {@code aws}, {@code aws-cn} or {@code aws-us-gov}. */
    public static String of(String region) {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
