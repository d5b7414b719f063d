package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** An export that another stack imports stays as it is (user guide, "Get exported outputs from a deployed stack"). */
class ExportInUseTest {

    private static final String EXPORTER = """
            {"Resources": {"T": {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": "%s"}}},
             "Outputs": {%s"Other": {"Value": "x"}}}
            """;
    private static final String EXPORT = "\"Name\": {\"Value\": \"%s\", \"Export\": {\"Name\": \"topic\"}},";
    private final Cloud cloud = new Cloud();

    @BeforeEach
    void anImporter() {
        cloud.deploy("exporter", ChangeSetType.CREATE, EXPORTER.formatted("a", EXPORT.formatted("1")));
        cloud.deploy("importer", ChangeSetType.CREATE, """
                {"Resources": {"P": {"Type": "AWS::SSM::Parameter",
                  "Properties": {"Type": "String", "Value": {"Fn::ImportValue": "topic"}}}}}
                """);
    }

    @Test
    void itCannotBeTakenAway() {
        cloud.deploy("exporter", ChangeSetType.UPDATE, EXPORTER.formatted("b", ""));

        assertThat(cloud.stack("exporter").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(cloud.reason("exporter", "exporter", "UPDATE_ROLLBACK_IN_PROGRESS"))
                .isEqualTo("Export topic cannot be deleted as it is in use by importer");
    }

    @Test
    void itCannotBeChanged() {
        cloud.deploy("exporter", ChangeSetType.UPDATE, EXPORTER.formatted("b", EXPORT.formatted("2")));

        assertThat(cloud.reason("exporter", "exporter", "UPDATE_ROLLBACK_IN_PROGRESS"))
                .isEqualTo("Export topic cannot be updated as it is in use by importer");
    }

    @Test
    void whatLeavesItAloneIsNotHeldUp() {
        cloud.deploy("exporter", ChangeSetType.UPDATE, EXPORTER.formatted("b", EXPORT.formatted("1")));

        assertThat(cloud.stack("exporter").stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void itsStackCannotBeDeleted() {
        cloud.client.deleteStack(request -> request.stackName("exporter"));
        cloud.settle();

        assertThat(cloud.stack("exporter").stackStatusReason())
                .isEqualTo("Delete canceled. Cannot delete export topic as it is in use by importer.");
    }

    @Test
    void withoutItsImporterItMayGo() {
        cloud.client.deleteStack(request -> request.stackName("importer"));
        cloud.settle();
        cloud.deploy("exporter", ChangeSetType.UPDATE, EXPORTER.formatted("b", ""));

        assertThat(cloud.stack("exporter").stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }
}
