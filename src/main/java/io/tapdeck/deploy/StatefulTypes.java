package io.tapdeck.deploy;

import java.util.Map;

/** The resource types that hold data, as far as blueprints and the seeds use them. */
public final class StatefulTypes {
    private StatefulTypes() {}

    /** S3 buckets, the only ones that must be emptied before they can be deleted. */
    public static final String BUCKET = "AWS::S3::Bucket";

    /**
     * What people call the types that hold what cannot be made again. Aurora's instances hold none of their own: the cluster
     * does.
     */
    private static final Map<String, String> HOLD_DATA = Map.of(
            "AWS::RDS::DBCluster",
            "the database",
            BUCKET,
            "the bucket",
            "AWS::DynamoDB::Table",
            "the table",
            "AWS::DynamoDB::GlobalTable",
            "the table",
            "AWS::SQS::Queue",
            "the queue",
            "AWS::KMS::Key",
            "the key",
            "AWS::SecretsManager::Secret",
            "the secret",
            "AWS::EFS::FileSystem",
            "the file system",
            "AWS::Logs::LogGroup",
            "the log group",
            "AWS::Backup::BackupVault",
            "the backup vault");

    /** Whether a resource of a type holds what cannot be made again. */
    public static boolean holdsData(String type) {
        return HOLD_DATA.containsKey(type);
    }

    /** What people call a resource of a type, with its article. */
    public static String named(String type) {
        return HOLD_DATA.getOrDefault(type, "the resource");
    }
}
