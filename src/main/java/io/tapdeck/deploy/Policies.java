package io.tapdeck.deploy;

import io.tapdeck.deploy.TemplateGraph.Resource;
import java.util.Set;

/** What CloudFormation does with what a resource holds when the resource goes. */
final class Policies {
    private Policies() {}

    static final String BUCKET = "AWS::S3::Bucket";

    /** Types that hold what cannot be made again. Aurora's instances hold none of their own: the cluster does. */
    private static final Set<String> HOLD_DATA = Set.of(
            "AWS::RDS::DBCluster",
            BUCKET,
            "AWS::DynamoDB::Table",
            "AWS::DynamoDB::GlobalTable",
            "AWS::SQS::Queue",
            "AWS::KMS::Key",
            "AWS::SecretsManager::Secret",
            "AWS::EFS::FileSystem",
            "AWS::Logs::LogGroup",
            "AWS::Backup::BackupVault");

    static boolean holdsData(String type) {
        return HOLD_DATA.contains(type);
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
