package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Watched;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.faults.FaultScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** The policies in {@code assets/iam} give what the journeys call, and nothing else. */
class LeastRightsTest extends CommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String STACK = "tapdeck-aurora-mysql-dev";
    private static final String NO_UPDATE = "resource:AWS::RDS::DBCluster/update=fail:No.";

    /** Calls that no policy has to allow (Service Authorization Reference, AWS STS: no permissions are required). */
    private static final Set<String> FREE = Set.of("sts:GetCallerIdentity");

    /** The actions behind an operation whose name differs from theirs (S3 user guide, "Required permissions for S3 APIs"). */
    private static final Map<String, List<String>> ACTIONS = Map.of(
            "s3:ListObjectVersions", List.of("s3:ListBucketVersions"),
            "s3:HeadBucket", List.of("s3:ListBucket"),
            "s3:DeleteObjects", List.of("s3:DeleteObject", "s3:DeleteObjectVersion"));

    /** What is granted although no journey calls it, and why. */
    private static final Map<String, String> UNUSED = Map.of(
            "rds:DescribeDBClusters",
            "asked where a template names its cluster: no built-in blueprint does, one of a team may",
            "rds:DescribeDBInstances",
            "asked where a template names its instances (the same)",
            "cloudformation:DetectStackResourceDrift",
            "DetectStackDrift asks it for each resource (CloudFormation user guide, Considerations when detecting drift)",
            "cloudformation:TagResource",
            "CreateChangeSet with tags asks it (Service Authorization Reference, AWS CloudFormation)",
            "cloudformation:UntagResource",
            "CreateChangeSet that takes tags away asks it (the same)",
            "iam:PassRole",
            "CreateChangeSet with the team's service role asks it (IAM user guide, Granting a user permissions to pass a role)");

    private final Set<String> called = new TreeSet<>();
    private final Set<CallRecorder.Asked> asked = new HashSet<>();

    private void with(String... faults) {
        engines.close();
        engines = new SandboxEngines(
                folder.resolve("next-" + called.size()),
                worker,
                SandboxOptions.usual().withFaults(FaultScript.parse(List.of(faults))));
    }

    /** Types a command, whatever it ends with, and writes down what it called. */
    private void tapdeck(String line) {
        called.addAll(CallRecorder.during(() -> run((line + " --sandbox").split(" ", -1))));
        asked.addAll(CallRecorder.asked());
    }

    private static Set<String> actions(Set<String> calls) {
        return calls.stream()
                .map(call -> call.substring(0, call.indexOf(':')).toLowerCase(Locale.ROOT)
                        + call.substring(call.indexOf(':')))
                .flatMap(action -> ACTIONS.getOrDefault(action, List.of(action)).stream())
                .filter(action -> !FREE.contains(action))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> granted(String policy) throws IOException {
        return Policy.named(policy).actions();
    }

    /** Each call on the resource that it was made for; what is in a bucket is a resource of its own. */
    private void assertAllowed(String name) throws IOException {
        Policy policy = Policy.named(name);
        assertThat(asked).isNotEmpty().allSatisfy(call -> {
            for (String action : actions(Set.of(call.operation()))) {
                String resource = action.startsWith("s3:DeleteObject") ? call.resource() + "/key" : call.resource();
                assertThat(policy.allows(action, resource))
                        .as("%s on %s", action, resource)
                        .isTrue();
            }
        });
    }

    private void looking() {
        tapdeck("list");
        tapdeck("watch --suffix dev --until stable");
        tapdeck("journal");
        called.addAll(CallRecorder.during(() -> {
            // As the desk does it for an environment's page.
            TargetOptions target = new TargetOptions();
            target.sandbox = true;
            var bench = engines.open(target);
            bench.deployments().list().forEach(environment -> {
                var watched = new Watched(
                        environment.key().account(),
                        environment.key().region(),
                        environment.stackName(),
                        engines.blueprints().find(environment.key().blueprint()).orElseThrow(),
                        environment.resources());
                engines.clock.advance(Duration.ofHours(2));
                var watch = bench.monitor().refresh(watched, Range.DAY);
                bench.monitor()
                        .subscriptions(watch.alarms().stream()
                                .flatMap(alarm -> alarm.actions().topics().stream())
                                .toList());
            });
        }));
    }

    @Test
    void whoLooksNeedsTheWatchersPolicyAndNothingMore() throws IOException {
        run("deploy", "--suffix", "dev", "--sandbox", "--yes", "--set", "recipients=ops@example.com");
        looking();
        tapdeck("compare dev dev");
        tapdeck("recover --suffix dev");

        assertThat(granted("watcher")).isEqualTo(actions(called));
        assertAllowed("watcher");
    }

    @Test
    void whoDeploysNeedsTheDeployersPolicyAndNothingMore() throws IOException {
        tapdeck("plan --suffix dev");
        tapdeck("deploy --suffix dev --set recipients=ops@example.com --yes");
        looking();
        tapdeck("drift --suffix dev");
        tapdeck("deploy --suffix dev --set maxCapacity=4 --yes");
        tapdeck("deploy --suffix prod --set protection=protected --yes");
        tapdeck("deploy --suffix prod --set protection=disposable --yes --allow-data-loss prod");
        tapdeck("destroy --suffix dev --yes");
        tapdeck("deploy --suffix old --set restoreFrom=nowhere --yes");
        tapdeck("deploy --blueprint backup-system --suffix dev --yes");
        tapdeck("destroy --blueprint backup-system --suffix dev --yes");
        tapdeck("plan --preset portable --suffix named");
        anUpdateIsCancelled();
        aBucketIsEmptied();
        aRollbackIsContinued();
        aPausedCreationIsRolledBack();

        Set<String> used = actions(called);
        Set<String> policy = granted("deployer");
        assertThat(policy).as("what was called").containsAll(used);
        policy.removeAll(used);
        assertThat(policy).as("granted and never called").isEqualTo(UNUSED.keySet());
        assertAllowed("deployer");
    }

    @Test
    void whoDeploysCannotEmptyBucketsOfOthers() throws IOException {
        Policy deployer = Policy.named("deployer");

        assertThat(deployer.allows("s3:DeleteObject", "arn:aws:s3:::payroll/key"))
                .isFalse();
        assertThat(deployer.allows("s3:DeleteObjectVersion", "arn:aws:s3:::payroll/key"))
                .isFalse();
        assertThat(deployer.allows("s3:DeleteObject", "arn:aws-cn:s3:::backup-logs-dev-123456789012-cn-north-1/key"))
                .isTrue();
    }

    private void aBucketIsEmptied() {
        with("resource:AWS::S3::Bucket/delete#1-2=fail:The bucket you tried to delete is not empty.");
        tapdeck("deploy --blueprint backup-system --suffix dev --yes");
        List<StackResourceSummary> buckets = buckets();
        tapdeck("destroy --blueprint backup-system --suffix dev --yes");
        buckets()
                .forEach(bucket -> account()
                        .s3()
                        .putObject(
                                request -> request.bucket(bucket.physicalResourceId())
                                        .key("left"),
                                RequestBody.fromString("x")));
        tapdeck("recover --blueprint backup-system --suffix dev --delete --yes --allow-data-loss dev --empty "
                + buckets.getFirst().logicalResourceId());
    }

    private List<StackResourceSummary> buckets() {
        return account()
                .cloudFormation()
                .listStackResources(request -> request.stackName("tapdeck-backup-system-dev"))
                .stackResourceSummaries()
                .stream()
                .filter(resource -> resource.resourceType().equals("AWS::S3::Bucket"))
                .filter(resource -> resource.resourceStatus() != ResourceStatus.DELETE_COMPLETE)
                .toList();
    }

    private void anUpdateIsCancelled() {
        with();
        tapdeck("deploy --suffix dev --yes");
        String template = account()
                .cloudFormation()
                .getTemplate(request -> request.stackName(STACK))
                .templateBody();
        account()
                .cloudFormation()
                .updateStack(request -> request.stackName(STACK)
                        .templateBody(template.replaceFirst("\"MaxCapacity\"\\s*:\\s*2", "\"MaxCapacity\": 4"))
                        .capabilities(Capability.CAPABILITY_NAMED_IAM));
        tapdeck("cancel --suffix dev --yes");
    }

    private void aRollbackIsContinued() {
        with(NO_UPDATE, "resource:AWS::RDS::DBCluster/rollback#1=fail:The cluster is busy.");
        tapdeck("deploy --suffix dev --yes");
        tapdeck("deploy --suffix dev --set maxCapacity=4 --yes");
        tapdeck("recover --suffix dev --continue --yes");
    }

    private void aPausedCreationIsRolledBack() {
        with("resource:Second=fail:No.");
        account()
                .cloudFormation()
                .createStack(request -> request.stackName(STACK)
                        .disableRollback(true)
                        .tags(tag("tapdeck:blueprint", "aurora-mysql"), tag("tapdeck:suffix", "dev"))
                        .templateBody("""
                        {"Resources": {
                          "First": {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": "x"}},
                          "Second": {"Type": "AWS::SSM::Parameter", "DependsOn": "First",
                                     "Properties": {"Type": "String", "Value": "x"}}}}"""));
        engines.clock.advance(Duration.ofHours(1));
        tapdeck("recover --suffix dev --roll-back --yes --allow-data-loss dev");
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @ParameterizedTest
    @CsvSource({"aurora-mysql", "backup-system"})
    void whatCloudFormationMakesIsWhatTheTemplatesHold(String blueprint) throws IOException {
        JsonNode byType = JSON.readTree(Path.of("src", "test", "resources", "iam", "resource-actions.json")
                .toFile());
        // Recipients are the one choice that adds a type to what the presets make.
        Set<String> types = new TreeSet<>(Set.of("AWS::SNS::Subscription"));
        try (Stream<Path> templates = Files.list(Path.of("src", "test", "resources", "templates"))) {
            for (Path template : templates.toList()) {
                if (template.getFileName().toString().startsWith(blueprint)) {
                    JSON.readTree(template.toFile())
                            .path("Resources")
                            .forEach(resource -> types.add(resource.path("Type").asText()));
                }
            }
        }
        assertThat(types)
                .allSatisfy(type -> assertThat(byType.has(type)).as(type).isTrue());
        Set<String> wanted = types.stream()
                .flatMap(type -> byType.path(type).valueStream())
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(granted("resources-" + blueprint)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({"watcher", "deployer", "resources-aurora-mysql", "resources-backup-system"})
    void aPolicyFitsInOneManagedPolicyAndHasNoWildcardAction(String policy) throws IOException {
        // IAM user guide, "IAM and AWS STS quotas": 6,144 characters without white space.
        assertThat(Policy.document(policy).toString()).hasSizeLessThanOrEqualTo(6144);
        assertThat(Policy.named(policy).onlyAllows()).isTrue();
        assertThat(granted(policy)).noneMatch(action -> action.contains("*"));
    }
}
