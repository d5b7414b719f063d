package io.tapdeck.desk.deployment;

import java.util.Map;

/** What AWS does with a resource while its state is in progress, by type. */
final class Meanings {
    private static final Map<String, String> MAKING = Map.ofEntries(
            Map.entry("AWS::RDS::DBCluster", "AWS is starting the cluster's storage in several zones."),
            Map.entry("AWS::RDS::DBInstance", "AWS is starting a database server and joins it to the cluster."),
            Map.entry("AWS::RDS::DBSubnetGroup", "AWS is noting which subnets the database may use."),
            Map.entry("AWS::EC2::VPC", "AWS is setting up the network."),
            Map.entry("AWS::EC2::SecurityGroup", "AWS is setting up the rules of who may connect."),
            Map.entry("AWS::KMS::Key", "AWS is making the encryption key."),
            Map.entry("AWS::S3::Bucket", "AWS is making the bucket and its rules."),
            Map.entry("AWS::DynamoDB::Table", "AWS is making the table and its indexes."),
            Map.entry("AWS::SQS::Queue", "AWS is making the queue and its rules."),
            Map.entry("AWS::CloudWatch::Dashboard", "AWS is keeping the dashboard."),
            Map.entry("AWS::SecretsManager::Secret", "AWS is making and keeping the password."),
            Map.entry("AWS::IAM::Role", "AWS is making the role and spreading it over its regions."),
            Map.entry("AWS::Lambda::Function", "AWS is installing the function."),
            Map.entry("AWS::SNS::Topic", "AWS is making the topic that tells people."),
            Map.entry("AWS::CloudWatch::Alarm", "AWS is setting up the alarm. It waits for its first data."));

    private Meanings() {}

    static String of(ResourceProgress resource) {
        return switch (resource.phase()) {
            case WAITING -> "It starts when everything it waits for is done.";
            case RUNNING ->
                resource.status().startsWith("CREATE")
                        ? MAKING.getOrDefault(resource.planned().resourceType(), "AWS is making it.")
                        : resource.status().startsWith("DELETE") ? "AWS is deleting it." : "AWS is changing it.";
            case DONE ->
                switch (resource.status()) {
                    case "DELETE_COMPLETE" -> "It is deleted.";
                    case "DELETE_SKIPPED" -> "It stays in the account, as the template says.";
                    case "UPDATE_COMPLETE" -> "It is changed.";
                    default -> "It is there and ready.";
                };
            case FAILED -> "AWS could not do it. Its reason stands in the events.";
            case CANCELLED -> "It was stopped because another resource failed.";
            case UNDOING -> "AWS is undoing it.";
            case UNDONE -> "It is as it was before.";
            case NOT_STARTED -> "It was never begun.";
        };
    }
}
