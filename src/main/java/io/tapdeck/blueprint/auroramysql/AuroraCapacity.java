package io.tapdeck.blueprint.auroramysql;

import io.tapdeck.environment.Fact;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What Aurora capacity units mean, and which of them an engine version takes (Aurora user guide, "Performance and scaling
 * for Aurora Serverless v2").
 */
public final class AuroraCapacity {
    /**
     * Aurora MySQL versions of MySQL 8.0 since 3.04.0, the oldest that a preset asks for, oldest first: those that CDK
     * knows. Which of them a region offers is asked before a deployment.
     */
    static final List<String> VERSIONS = List.of(
            "3.04.0", "3.04.1", "3.04.2", "3.04.3", "3.04.4", "3.04.6", "3.05.0", "3.05.1", "3.05.2", "3.06.0",
            "3.06.1", "3.07.0", "3.07.1", "3.08.0", "3.08.1", "3.08.2", "3.09.0", "3.10.0", "3.10.1", "3.10.2",
            "3.10.3", "3.10.4", "3.11.0", "3.11.1", "3.12.0");

    private static final BigDecimal GIB_PER_ACU = BigDecimal.TWO;

    /**
     * The default of {@code max_connections} by maximum capacity ("Maximum connections for Aurora Serverless v2"). It
     * follows from the memory at the maximum, whatever the present capacity:
     * {@code GREATEST({log(DBInstanceClassMemory/805306368)*45},{log(DBInstanceClassMemory/8187281408)*1000})}.
     */
    private static final TreeMap<BigDecimal, Integer> CONNECTIONS = new TreeMap<>(Map.of(
            BigDecimal.valueOf(1), 90,
            BigDecimal.valueOf(4), 135,
            BigDecimal.valueOf(8), 1000,
            BigDecimal.valueOf(16), 2000,
            BigDecimal.valueOf(32), 3000,
            BigDecimal.valueOf(64), 4000,
            BigDecimal.valueOf(128), 5000,
            BigDecimal.valueOf(256), 6000));

    private AuroraCapacity() {}

    /** Memory of an instance at {@code capacity} ACU, in GiB. */
    public static BigDecimal memoryGib(BigDecimal capacity) {
        return capacity.multiply(GIB_PER_ACU);
    }

    /**
     * How many connections an instance takes when the cluster may grow to {@code maximum} ACU. AWS states the number for
     * some capacities; between two of them this is the lower one's.
     *
     * @param maximum 1 to 256
     */
    public static int maxConnections(BigDecimal maximum) {
        var row = CONNECTIONS.floorEntry(maximum);
        return row == null ? CONNECTIONS.firstEntry().getValue() : row.getValue();
    }

    /** What a valid capacity range amounts to; nothing if it is the wrong way round. */
    static List<Fact> facts(UnaryOperator<String> settings) {
        BigDecimal least =
                new BigDecimal(settings.apply(AuroraSettings.MIN_CAPACITY).strip());
        BigDecimal most =
                new BigDecimal(settings.apply(AuroraSettings.MAX_CAPACITY).strip());
        if (least.compareTo(most) > 0) {
            return List.of();
        }
        return List.of(
                new Fact("%s to %s GiB".formatted(plain(memoryGib(least)), plain(memoryGib(most))), "memory"),
                new Fact("up to %,d".formatted(maxConnections(most)), "connections"),
                new Fact("2 instances", "writer and reader"));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /**
     * The greatest capacity that an engine version takes: 256 ACU, before 3.06.0 128.
     *
     * @param engineVersion such as {@code 3.08.2}
     */
    public static BigDecimal greatest(String engineVersion) {
        return BigDecimal.valueOf(isAtLeast(engineVersion, "3.06.0") ? 256 : 128);
    }

    /**
     * Whether an engine version can pause, and so take a minimum of 0 ACU: from 3.08.0 on.
     *
     * @param engineVersion such as {@code 3.08.2}
     */
    public static boolean canPause(String engineVersion) {
        return isAtLeast(engineVersion, "3.08.0");
    }

    /** Whether one engine version is another one or a later one. */
    static boolean isAtLeast(String version, String other) {
        return Arrays.compare(parts(version), parts(other)) >= 0;
    }

    private static int[] parts(String version) {
        return List.of(version.split("\\.", -1)).stream()
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
