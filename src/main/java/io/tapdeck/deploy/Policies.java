package io.tapdeck.deploy;

import io.tapdeck.deploy.TemplateGraph.Resource;
import java.util.Map;

/** What CloudFormation does with what a resource holds when the resource goes. */
final class Policies {
    private Policies() {}

    static final String BUCKET = "AWS::S3::Bucket";

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

    static boolean holdsData(String type) {
        return HOLD_DATA.containsKey(type);
    }

    /** What people call a resource of a type, with its article. */
    static String named(String type) {
        return HOLD_DATA.getOrDefault(type, "the resource");
    }

    /** CloudFormation user guide, "DeletionPolicy attribute". */
    static boolean keptOnDelete(Resource resource) {
        return "Retain".equals(resource.deletionPolicy()) || "RetainExceptOnCreate".equals(resource.deletionPolicy());
    }

    /** The same page: Snapshot is the default of AWS::RDS::DBCluster. */
    static boolean snapshotOnDelete(Resource resource) {
        return "Snapshot".equals(resource.deletionPolicy())
                || (resource.deletionPolicy() == null && resource.type().equals("AWS::RDS::DBCluster"));
    }
}
