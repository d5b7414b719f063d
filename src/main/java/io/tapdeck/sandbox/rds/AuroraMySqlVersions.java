package io.tapdeck.sandbox.rds;

import java.util.List;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;

/**
 * The Aurora MySQL versions that the sandbox offers, oldest first. Their capacity ranges are those of the Aurora user
 * guide, "Performance and scaling for Aurora Serverless v2": 128 ACU before 3.06.0, 256 since; 0 ACU from 3.08.0.
 */
final class AuroraMySqlVersions {
    static final String ENGINE = "aurora-mysql";
    private static final String DEFAULT = "3.08.2";
    private static final List<DBEngineVersion> ALL = List.of(
            version("3.04.0", 0.5, 128),
            version("3.04.3", 0.5, 128),
            version("3.04.4", 0.5, 128),
            version("3.05.2", 0.5, 128),
            version("3.06.0", 0.5, 256),
            version("3.06.1", 0.5, 256),
            version("3.07.1", 0.5, 256),
            version("3.08.0", 0, 256),
            version("3.08.1", 0, 256),
            version(DEFAULT, 0, 256),
            version("3.09.0", 0, 256),
            version("3.10.0", 0, 256),
            version("3.10.1", 0, 256));

    private AuroraMySqlVersions() {}

    static List<DBEngineVersion> all() {
        return ALL;
    }

    /** What a cluster gets that asks for no version. */
    static String usual() {
        return engineVersion(DEFAULT);
    }

    private static String engineVersion(String auroraVersion) {
        return "8.0.mysql_aurora." + auroraVersion;
    }

    private static DBEngineVersion version(String auroraVersion, double minimum, double maximum) {
        return DBEngineVersion.builder()
                .engine(ENGINE)
                .engineVersion(engineVersion(auroraVersion))
                .majorEngineVersion("8.0")
                .dbParameterGroupFamily("aurora-mysql8.0")
                .dbEngineDescription("Aurora MySQL")
                .dbEngineVersionDescription("Aurora MySQL " + auroraVersion + " (compatible with MySQL 8.0)")
                .exportableLogTypes("audit", "error", "general", "instance", "slowquery")
                .supportsLogExportsToCloudwatchLogs(true)
                .supportsReadReplica(false)
                .supportedEngineModes("provisioned")
                .status("available")
                .serverlessV2FeaturesSupport(range -> range.minCapacity(minimum).maxCapacity(maximum))
                .build();
    }
}
