package io.tapdeck.deploy.operation;

import io.tapdeck.deploy.LeftBehind;
import io.tapdeck.deploy.template.DisplayNames;
import io.tapdeck.deploy.template.Policies;
import io.tapdeck.deploy.template.TemplateGraph;
import io.tapdeck.deploy.template.TemplateGraph.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the services leave of resources that CloudFormation deletes, by type; each with its source. */
public final class LeftBehinds {
    private static final String LOG_GROUP = "AWS::Logs::LogGroup";
    private static final String FUNCTION = "AWS::Lambda::Function";

    private LeftBehinds() {}

    private record Rule(String words, String source) {}

    private static final Map<String, Rule> RULES = Map.of(
            "AWS::RDS::DBCluster",
            new Rule(
                    "snapshots that were taken by hand and logs that were exported stay; both cost what they store.",
                    "Aurora user guide, \"Deleting Aurora DB clusters and DB instances\""),
            "AWS::SecretsManager::Secret",
            new Rule(
                    "Secrets Manager keeps it for a recovery window of 7 to 30 days; its name stays taken until then.",
                    "Secrets Manager user guide, \"Delete an AWS Secrets Manager secret\""),
            "AWS::KMS::Key",
            new Rule(
                    "the key waits 7 to 30 days for its deletion and costs nothing meanwhile; after that nothing that it"
                            + " encrypted can be read, snapshots included.",
                    "KMS developer guide, \"Deleting AWS KMS keys\""),
            "AWS::DynamoDB::Table",
            new Rule(
                    "backups on demand stay and cost what they store; with point-in-time recovery a last backup stays for"
                            + " 35 days, free of charge.",
                    "DynamoDB developer guide, \"Point-in-time recovery\""),
            FUNCTION,
            new Rule(
                    "the log group that Lambda made for it stays and costs what it stores.",
                    "Lambda developer guide, \"Sending Lambda function logs to CloudWatch Logs\""));

    /** CloudFormation chooses the snapshot's name, which begins with the stack's. */
    private static LeftBehind snapshot(String name, String stackName) {
        return new LeftBehind(
                name,
                ("%s: a last snapshot stays and costs what it stores; its name begins with %s-snapshot. The environment can"
                                + " be made again from it: tapdeck list names it and the command for it.")
                        .formatted(name, stackName),
                "CloudFormation user guide, \"DeletionPolicy attribute\"");
    }

    /** What stays of a template's resources once they are deleted, in the template's order. */
    public static List<LeftBehind> of(TemplateGraph template, DisplayNames names, String stackName) {
        List<String> logGroups = template.inOrder().stream()
                .filter(resource -> resource.type().equals(LOG_GROUP))
                .map(Resource::logicalId)
                .toList();
        List<LeftBehind> left = new ArrayList<>();
        for (Resource resource : template.inOrder()) {
            if (Policies.snapshotOnDelete(resource)) {
                left.add(snapshot(names.of(resource.logicalId()), stackName));
            }
            Rule rule = RULES.get(resource.type());
            // A function that names a log group of the same template has no other.
            boolean ownGroup = resource.type().equals(FUNCTION)
                    && resource.dependsOn().stream().anyMatch(logGroups::contains);
            if (rule != null && !ownGroup && !Policies.keptOnDelete(resource)) {
                String name = names.of(resource.logicalId());
                left.add(new LeftBehind(name, name + ": " + rule.words(), rule.source()));
            }
        }
        return left;
    }
}
