package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Order, replacement, deletion and paging. */
class StackLifeTest {

    private static final String CHAIN = """
            {"Resources": {
              "C": {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": {"Ref": "B"}}},
              "A": {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": "1"}},
              "B": {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": {"Ref": "A"}}}}}
            """;
    private static final String TOPIC = """
            {"Resources": {"T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "%s", "DisplayName": "%s"}}},
             "Outputs": {"Name": {"Value": {"Fn::GetAtt": ["T", "TopicName"]}, "Export": {"Name": "topic"}}}}
            """;
    private final Cloud cloud = new Cloud();

    @Test
    void whatIsReferencedIsMadeFirstAndDeletedLast() {
        String id = cloud.deploy("s", ChangeSetType.CREATE, CHAIN).stackId();
        cloud.client.deleteStack(request -> request.stackName("s"));
        cloud.settle();

        assertThat(cloud.story(id))
                .filteredOn(event -> event.endsWith("_COMPLETE") && !event.startsWith("s "))
                .containsExactly(
                        "A CREATE_COMPLETE",
                        "B CREATE_COMPLETE",
                        "C CREATE_COMPLETE",
                        "C DELETE_COMPLETE",
                        "B DELETE_COMPLETE",
                        "A DELETE_COMPLETE");
    }

    @Test
    void independentResourcesAreMadeSideBySide() {
        String template = "{\"Resources\": {"
                + IntStream.range(0, 20)
                        .mapToObj(index -> "\"Q" + index + "\": {\"Type\": \"AWS::SQS::Queue\"}")
                        .collect(Collectors.joining(","))
                + "}}";
        String id = cloud.plan("s", ChangeSetType.CREATE, template);
        cloud.client.executeChangeSet(request -> request.changeSetName(id));
        cloud.pass(Duration.ofMinutes(1));

        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void aReplacementIsMadeBeforeTheOldOneIsDeleted() {
        cloud.deploy("s", ChangeSetType.CREATE, TOPIC.formatted("old", "x"));
        cloud.deploy("s", ChangeSetType.UPDATE, TOPIC.formatted("new", "x"));

        assertThat(cloud.story("s"))
                .endsWith(
                        "T UPDATE_IN_PROGRESS",
                        "T UPDATE_IN_PROGRESS",
                        "T UPDATE_COMPLETE",
                        "s UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                        "T DELETE_IN_PROGRESS",
                        "T DELETE_COMPLETE",
                        "s UPDATE_COMPLETE");
        assertThat(cloud.world.ofType("AWS::SNS::Topic"))
                .singleElement()
                .satisfies(topic -> assertThat(topic.physicalId()).endsWith(":new"));
        assertThat(cloud.stack("s").outputs().getFirst().outputValue()).isEqualTo("new");
    }

    @Test
    void aCustomNameStandsInTheWayOfAReplacement() {
        String cluster = """
                {"Resources": {"C": {"Type": "AWS::RDS::DBCluster", "Properties": {
                  "DBClusterIdentifier": "mine", "DatabaseName": "%s"}}}}
                """;
        cloud.deploy("s", ChangeSetType.CREATE, cluster.formatted("one"));
        cloud.deploy("s", ChangeSetType.UPDATE, cluster.formatted("two"));

        assertThat(cloud.events("s"))
                .filteredOn(event -> "UPDATE_FAILED".equals(event.resourceStatusAsString()))
                .singleElement()
                .satisfies(event -> assertThat(event.resourceStatusReason())
                        .isEqualTo("CloudFormation cannot update a stack when a custom-named resource requires"
                                + " replacing. Rename mine and update the stack again."));
    }

    @Test
    void aChangeInPlaceKeepsThePhysicalResource() {
        cloud.deploy("s", ChangeSetType.CREATE, TOPIC.formatted("old", "x"));
        cloud.deploy("s", ChangeSetType.UPDATE, TOPIC.formatted("old", "y"));

        assertThat(cloud.story("s"))
                .endsWith(
                        "T UPDATE_IN_PROGRESS",
                        "T UPDATE_COMPLETE",
                        "s UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                        "s UPDATE_COMPLETE");
        assertThat(cloud.world.ofType("AWS::SNS::Topic").getFirst().property("/DisplayName", ""))
                .isEqualTo("y");
    }

    @Test
    void protectionStandsInTheWayOfDeletion() {
        cloud.deploy("s", ChangeSetType.CREATE, CHAIN);
        cloud.client.updateTerminationProtection(
                request -> request.stackName("s").enableTerminationProtection(true));

        assertThat(Refused.message(() -> cloud.client.deleteStack(request -> request.stackName("s"))))
                .isEqualTo("Stack [s] cannot be deleted while TerminationProtection is enabled");
    }

    @Test
    void aProtectedClusterFailsTheDeletionAndCanBeRetained() {
        String id = cloud.deploy("s", ChangeSetType.CREATE, """
                        {"Resources": {
                          "Cluster": {"Type": "AWS::RDS::DBCluster", "Properties": {"DeletionProtection": true}},
                          "Other": {"Type": "AWS::SQS::Queue"}}}
                        """).stackId();
        cloud.client.deleteStack(request -> request.stackName("s"));
        cloud.settle();
        assertThat(cloud.stack("s").stackStatus()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(cloud.stack("s").stackStatusReason())
                .isEqualTo("The following resource(s) failed to delete: [Cluster]. ");

        cloud.client.deleteStack(request -> request.stackName("s").retainResources("Cluster"));
        cloud.settle();
        assertThat(cloud.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(cloud.world.ofType("AWS::RDS::DBCluster")).hasSize(1);
    }

    @Test
    void aPolicyOfRetainLeavesTheResource() {
        String id = cloud.deploy("s", ChangeSetType.CREATE, """
                        {"Resources": {"Q": {"Type": "AWS::SQS::Queue", "DeletionPolicy": "Retain"}}}
                        """).stackId();
        cloud.client.deleteStack(request -> request.stackName("s"));
        cloud.settle();

        assertThat(cloud.story(id)).contains("Q DELETE_SKIPPED", "s DELETE_COMPLETE");
        assertThat(cloud.world.ofType("AWS::SQS::Queue")).hasSize(1);
    }

    @Test
    void anExportInUseStandsInTheWayOfDeletion() {
        cloud.deploy("exporter", ChangeSetType.CREATE, TOPIC.formatted("old", "x"));
        cloud.deploy("importer", ChangeSetType.CREATE, """
                {"Resources": {"P": {"Type": "AWS::SSM::Parameter",
                  "Properties": {"Type": "String", "Value": {"Fn::ImportValue": "topic"}}}}}
                """);
        cloud.client.deleteStack(request -> request.stackName("exporter"));
        cloud.settle();

        assertThat(cloud.stack("exporter").stackStatus()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(cloud.stack("exporter").stackStatusReason()).contains("as it is in use by importer");
    }

    @Test
    void eventsComeInPagesNewestFirst() {
        String template = "{\"Resources\": {"
                + IntStream.range(0, 40)
                        .mapToObj(
                                index -> String.format(Locale.ROOT, "\"P%d\": {\"Type\": \"AWS::SQS::Queue\"}", index))
                        .collect(Collectors.joining(","))
                + "}}";
        cloud.deploy("s", ChangeSetType.CREATE, template);
        var first = cloud.client.describeStackEvents(request -> request.stackName("s"));

        assertThat(first.stackEvents()).hasSize(100);
        assertThat(first.nextToken()).isNotNull();
        assertThat(first.stackEvents().getFirst().resourceStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(cloud.events("s")).hasSize(40 * 3 + 3).doesNotHaveDuplicates();
    }

    @Test
    void aStackThatIsNotThereIsDeletedWithoutComplaint() {
        assertThat(cloud.client.deleteStack(request -> request.stackName("nothing")))
                .isNotNull();
    }
}
