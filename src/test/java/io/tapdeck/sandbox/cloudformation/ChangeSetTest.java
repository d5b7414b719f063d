package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.PolicyAction;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** The life of change sets, and what they say beside the recorded cases. */
class ChangeSetTest {

    private static final String CLUSTER = """
            {"Resources": {
              "Cluster": {"Type": "AWS::RDS::DBCluster", "Properties": {"Engine": "aurora-mysql",
                "MasterUsername": "admin", "DatabaseName": "one",
                "ServerlessV2ScalingConfiguration": {"MinCapacity": 0.5, "MaxCapacity": 2}}}}}
            """;
    private final Cloud cloud = new Cloud();

    @Test
    void isAnalysedBeforeItCanBeExecuted() {
        String id = cloud.client
                .createChangeSet(request -> request.stackName("s")
                        .changeSetName("plan")
                        .changeSetType(ChangeSetType.CREATE)
                        .templateBody(CLUSTER))
                .id();

        assertThat(describe(id).status()).isEqualTo(ChangeSetStatus.CREATE_PENDING);
        cloud.pass(Duration.ofSeconds(2));
        assertThat(describe(id).status()).isEqualTo(ChangeSetStatus.CREATE_IN_PROGRESS);
        assertThat(describe(id).executionStatus()).isEqualTo(ExecutionStatus.UNAVAILABLE);
        assertThat(Refused.code(() -> execute(id, "t"))).isEqualTo("InvalidChangeSetStatus");
        cloud.pass(Duration.ofSeconds(3));
        assertThat(describe(id).executionStatus()).isEqualTo(ExecutionStatus.AVAILABLE);
        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.REVIEW_IN_PROGRESS);
    }

    @Test
    void makesAStackOfNoResourceAtAll() {
        String none = """
                {"Conditions": {"Never": {"Fn::Equals": ["a", "b"]}}, "Resources": {
                  "Topic": {"Type": "AWS::SNS::Topic", "Condition": "Never"}}}
                """;
        cloud.deploy("s", ChangeSetType.CREATE, none);

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        String update = cloud.client
                .createChangeSet(
                        request -> request.stackName("s").changeSetName("again").templateBody(none))
                .id();
        cloud.pass(Duration.ofSeconds(5));
        assertThat(describe(update).statusReason()).startsWith("The submitted information didn't contain changes.");
    }

    @Test
    void namesTheNestedPropertyThatChanges() {
        cloud.deploy("s", ChangeSetType.CREATE, CLUSTER);

        ResourceChange change = change(CLUSTER.replace("\"MaxCapacity\": 2", "\"MaxCapacity\": 4"));

        assertThat(change.replacement()).isEqualTo(Replacement.FALSE);
        assertThat(change.details()).singleElement().satisfies(detail -> {
            assertThat(detail.target().path()).isEqualTo("/Properties/ServerlessV2ScalingConfiguration/MaxCapacity");
            assertThat(detail.target().beforeValue()).isEqualTo("2");
            assertThat(detail.target().afterValue()).isEqualTo("4");
        });
    }

    @Test
    void saysThatACreateOnlyPropertyReplaces() {
        cloud.deploy("s", ChangeSetType.CREATE, CLUSTER);

        ResourceChange change = change(CLUSTER.replace("\"one\"", "\"two\""));

        assertThat(change.replacement()).isEqualTo(Replacement.TRUE);
        assertThat(change.policyAction()).isEqualTo(PolicyAction.REPLACE_AND_DELETE);
    }

    @Test
    void saysThatAPropertyMayReplace() {
        cloud.deploy("s", ChangeSetType.CREATE, CLUSTER);

        assertThat(change(CLUSTER.replace("\"admin\"", "\"root\"")).replacement())
                .isEqualTo(Replacement.CONDITIONAL);
    }

    @Test
    void ofTheSameTemplateFailsAndCannotBeExecuted() {
        cloud.deploy("s", ChangeSetType.CREATE, CLUSTER);
        String id = cloud.plan("s", ChangeSetType.UPDATE, CLUSTER);

        assertThat(describe(id).status()).isEqualTo(ChangeSetStatus.FAILED);
        assertThat(describe(id).statusReason())
                .isEqualTo("The submitted information didn't contain changes. Submit different information to create"
                        + " a change set.");
        assertThat(Refused.message(() -> execute(id, "t")))
                .isEqualTo("ChangeSet [" + id + "] cannot be executed in its current status of [FAILED]");
    }

    @Test
    void withAnotherStackTagTouchesEveryTaggableResource() {
        cloud.deploy("s", ChangeSetType.CREATE, CLUSTER);
        String id = cloud.client
                .createChangeSet(request -> request.stackName("s")
                        .changeSetName("tags")
                        .usePreviousTemplate(true)
                        .tags(Tag.builder().key("owner").value("me").build()))
                .id();
        cloud.pass(Duration.ofSeconds(5));

        assertThat(describe(id).changes())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.resourceChange().scopeAsStrings()).containsExactly("Tags"));
        execute(id, "t");
        cloud.settle();
        assertThat(cloud.world.ofType("AWS::RDS::DBCluster").getFirst().tags()).containsEntry("owner", "me");
    }

    @Test
    void isExecutedOncePerRequestToken() {
        String id = cloud.plan("s", ChangeSetType.CREATE, CLUSTER);
        execute(id, "token");
        execute(id, "token");

        assertThat(Refused.code(() -> execute(id, "other"))).isEqualTo("InvalidChangeSetStatus");
        cloud.settle();
        assertThat(cloud.story("s").stream().filter("s CREATE_IN_PROGRESS"::equals))
                .hasSize(1);
        assertThat(cloud.events("s"))
                .filteredOn(event -> !"REVIEW_IN_PROGRESS".equals(event.resourceStatusAsString()))
                .allSatisfy(event -> assertThat(event.clientRequestToken()).isEqualTo("token"));
        String next = cloud.plan("s", ChangeSetType.UPDATE, CLUSTER.replace("\"one\"", "\"two\""));
        assertThat(Refused.code(() -> execute(next, "token"))).isEqualTo("TokenAlreadyExistsException");
    }

    @Test
    void isDeletedWhenAnotherOneIsExecuted() {
        String first = cloud.plan("s", ChangeSetType.CREATE, CLUSTER);
        cloud.client.createChangeSet(request -> request.stackName("s")
                .changeSetName("other")
                .changeSetType(ChangeSetType.CREATE)
                .templateBody(CLUSTER));
        cloud.pass(Duration.ofSeconds(5));
        assertThat(listed()).containsExactlyInAnyOrder("plan", "other");
        execute(first, "t");

        assertThat(listed()).isEmpty();
        assertThat(Refused.code(() -> cloud.client.describeChangeSet(
                        request -> request.stackName("s").changeSetName("other"))))
                .isEqualTo("ChangeSetNotFound");
    }

    @Test
    void hasAUniqueName() {
        cloud.plan("s", ChangeSetType.CREATE, CLUSTER);

        assertThat(Refused.code(() -> cloud.plan("s", ChangeSetType.CREATE, CLUSTER)))
                .isEqualTo("AlreadyExistsException");
    }

    @Test
    void doesNotShowAValueThatHasNoEcho() {
        String template = """
                {"Parameters": {"Secret": {"Type": "String", "NoEcho": true, "Default": "tell-nobody"}},
                 "Resources": {"P": {"Type": "AWS::SSM::Parameter",
                   "Properties": {"Type": "String", "Value": {"Ref": "Secret"}}}}}
                """;
        String id = cloud.plan("s", ChangeSetType.CREATE, template);
        execute(id, "t");
        cloud.settle();

        String shown = cloud.client.describeChangeSet(
                        request -> request.changeSetName(id).includePropertyValues(true))
                + cloud.events("s").toString()
                + cloud.stack("s");
        assertThat(shown).contains("****").doesNotContain("tell-nobody");
    }

    private DescribeChangeSetResponse describe(String id) {
        return cloud.client.describeChangeSet(request -> request.changeSetName(id));
    }

    private void execute(String id, String token) {
        cloud.client.executeChangeSet(request -> request.changeSetName(id).clientRequestToken(token));
    }

    private ResourceChange change(String template) {
        String id = cloud.plan("s", ChangeSetType.UPDATE, template);
        return cloud.client
                .describeChangeSet(request -> request.changeSetName(id).includePropertyValues(true))
                .changes()
                .getFirst()
                .resourceChange();
    }

    private List<String> listed() {
        return cloud.client.listChangeSets(request -> request.stackName("s")).summaries().stream()
                .map(ChangeSetSummary::changeSetName)
                .toList();
    }
}
