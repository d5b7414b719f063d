package io.tapdeck.deploy.changeset;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.ResourceChange.PropertyChange;
import io.tapdeck.deploy.ResourceChange.Risk;
import io.tapdeck.deploy.StillClock;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.deploy.stack.Patience;
import io.tapdeck.deploy.template.DisplayNames;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;
import software.amazon.awssdk.services.cloudformation.model.ResourceTargetDefinition;

/** Change sets as recorded answers of AWS show them. */
class ChangeSetReaderTest {

    private static Change change(String id, String type, String action, String replacement, String policy) {
        return Change.builder()
                .resourceChange(change -> change.logicalResourceId(id)
                        .resourceType(type)
                        .action(action)
                        .replacement(replacement.isEmpty() ? null : replacement)
                        .policyAction(policy.isEmpty() ? null : policy))
                .build();
    }

    private static Change edited(String id, ResourceTargetDefinition... targets) {
        return Change.builder()
                .resourceChange(change -> change.logicalResourceId(id)
                        .resourceType("AWS::SNS::Topic")
                        .action("Modify")
                        .replacement("False")
                        .details(Stream.of(targets)
                                .map(target -> ResourceChangeDetail.builder()
                                        .target(target)
                                        .build())
                                .toList()))
                .build();
    }

    /** Answers page by page; each page but the last names the next. */
    private static ChangeSetReader.Read read(List<List<Change>> withValues, List<List<Change>> without) {
        CloudFormationClient client = new CloudFormationClient() {
            @Override
            public DescribeChangeSetResponse describeChangeSet(DescribeChangeSetRequest request) {
                List<List<Change>> pages = request.includePropertyValues() ? withValues : without;
                int page = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
                return DescribeChangeSetResponse.builder()
                        .creationTime(Instant.EPOCH)
                        .changes(pages.get(page))
                        .nextToken(page + 1 < pages.size() ? Integer.toString(page + 1) : null)
                        .build();
            }

            @Override
            public String serviceName() {
                return "cloudformation";
            }

            @Override
            public void close() {}
        };
        Session session =
                new Session("s", "000000000000", "us-east-1", "arn:aws:iam::0:user/u", Session.Kind.ACCOUNT, false);
        return new ChangeSetReader(
                        client,
                        new Calls(session, time -> {}, new Random(1), new StillClock(Instant.EPOCH), Patience.none()))
                .read("arn", ids -> new DisplayNames(List.of(), "dev", null));
    }

    @Test
    void whatOnlyOneOfTheTwoAnalysesListsIsNotLost() {
        Change both = change("Both", "AWS::SNS::Topic", "Add", "", "");
        Change follower = change("Follower", "AWS::SNS::Topic", "Modify", "False", "");

        assertThat(read(List.of(List.of(both)), List.of(List.of(both, follower)))
                        .changes())
                .containsOnlyKeys("Both", "Follower");
    }

    @Test
    void everyPageIsRead() {
        List<List<Change>> pages = List.of(
                List.of(change("One", "AWS::SNS::Topic", "Add", "", "")),
                List.of(change("Two", "AWS::SNS::Topic", "Add", "", "")),
                List.of(change("Three", "AWS::SNS::Topic", "Add", "", "")));

        assertThat(read(pages, List.of(List.of())).changes()).containsOnlyKeys("One", "Two", "Three");
    }

    @Test
    void twoDetailsOfOnePropertyAreOneChange() {
        ResourceTargetDefinition byParameter = ResourceTargetDefinition.builder()
                .attribute("Properties")
                .name("DisplayName")
                .path("/Properties/DisplayName")
                .requiresRecreation("Never")
                .beforeValue("a")
                .afterValue("b")
                .build();
        ResourceTargetDefinition direct =
                byParameter.toBuilder().beforeValue(null).afterValue(null).build();

        assertThat(read(List.of(List.of(edited("A", byParameter, direct))), List.of(List.of()))
                        .changes()
                        .get("A"))
                .satisfies(read -> assertThat(read.change().properties())
                        .containsExactly(new PropertyChange("DisplayName", "a", "b", false)));
    }

    @Test
    void aValueThatIsKnownOnlyAfterwardsIsNotShownAsOne() {
        ResourceTargetDefinition target = ResourceTargetDefinition.builder()
                .attribute("Properties")
                .path("/Properties/Capacity/MaxCapacity")
                .beforeValue("2")
                .afterValue("{{changeSet:KNOWN_AFTER_APPLY}}")
                .requiresRecreation("Always")
                .build();

        assertThat(read(List.of(List.of(edited("A", target))), List.of(List.of()))
                        .changes()
                        .get("A"))
                .satisfies(read -> assertThat(read.change().properties())
                        .containsExactly(new PropertyChange("Capacity.MaxCapacity", "2", null, true)));
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::RDS::DBCluster, Add,    '',          '',                 ADDED",
        "AWS::RDS::DBCluster, Modify, False,       '',                 IN_PLACE",
        "AWS::RDS::DBCluster, Modify, True,        ReplaceAndDelete,   DATA_LOST",
        "AWS::RDS::DBCluster, Modify, Conditional, ReplaceAndDelete,   DATA_LOST",
        "AWS::RDS::DBCluster, Modify, True,        ReplaceAndSnapshot, DATA_LOST",
        "AWS::RDS::DBCluster, Dynamic,'',          '',                 DATA_LOST",
        "AWS::SNS::Topic,     Dynamic,'',          '',                 REPLACED",
        "AWS::RDS::DBCluster, Remove, '',          Delete,             DATA_LOST",
        "AWS::RDS::DBCluster, Remove, '',          Snapshot,           REMOVED",
        "AWS::S3::Bucket,     Remove, '',          Retain,             REMOVED",
        "AWS::S3::Bucket,     Remove, '',          Delete,             DATA_LOST",
        "AWS::KMS::Key,       Remove, '',          Delete,             DATA_LOST",
        "AWS::RDS::DBInstance,Modify, True,        ReplaceAndDelete,   REPLACED",
        "AWS::SNS::Topic,     Remove, '',          Delete,             REMOVED",
    })
    void theDangerOfAChangeIsWhatWouldBeLost(
            String type, String action, String replacement, String policy, Risk expected) {
        assertThat(read(List.of(List.of(change("A", type, action, replacement, policy))), List.of(List.of()))
                        .changes()
                        .get("A"))
                .satisfies(read -> assertThat(read.change().risk()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AWS::RDS::DBCluster   | Modify | True        | ReplaceAndDelete   | This replaces the database: data is lost.
            AWS::RDS::DBCluster   | Modify | True        | ReplaceAndRetain   | This replaces the database: the old one is kept outside of the stack, the new one is empty.
            AWS::RDS::DBCluster   | Modify | True        | ReplaceAndSnapshot | This replaces the database: a last snapshot of the database is taken, the new one is empty.
            AWS::RDS::DBCluster   | Modify | Conditional | ReplaceAndDelete   | This may replace the database: AWS decides during the deployment. If it does, data is lost.
            AWS::RDS::DBCluster   | Dynamic| ''          | ''                 | This may replace the database: AWS decides during the deployment. If it does, data is lost.
            AWS::RDS::DBCluster   | Remove | ''          | Delete             | This deletes the database: data is lost.
            AWS::RDS::DBCluster   | Remove | ''          | Snapshot           | This takes a last snapshot of the database, then deletes it.
            AWS::S3::Bucket       | Remove | ''          | Retain             | This takes the bucket out of the stack and leaves it in the account.
            AWS::CloudWatch::Alarm| Modify | True        | ReplaceAndDelete   | This replaces it: a new one takes its place, no data is lost.
            AWS::CloudWatch::Alarm| Modify | True        | ReplaceAndRetain   | This replaces it: the old one is kept outside of the stack.
            AWS::CloudWatch::Alarm| Remove | ''          | Delete             | This deletes it; it holds no data.
            AWS::RDS::DBCluster   | Modify | False       | ''                 | ''
            AWS::RDS::DBCluster   | Add    | ''          | ''                 | ''
            """)
    void whatBecomesOfAResourceIsASentence(
            String type, String action, String replacement, String policy, String sentence) {
        assertThat(read(List.of(List.of(change("A", type, action, replacement, policy))), List.of(List.of()))
                        .changes()
                        .get("A"))
                .satisfies(read -> assertThat(read.change().sentence()).isEqualTo(sentence));
    }

    @Test
    void aReplacementThatOnlyOneAnalysisFearsIsFeared() {
        Change certain = change("Database", "AWS::RDS::DBCluster", "Modify", "False", "");
        Change afraid = change("Database", "AWS::RDS::DBCluster", "Modify", "Conditional", "ReplaceAndDelete");

        assertThat(read(List.of(List.of(certain)), List.of(List.of(afraid)))
                        .changes()
                        .get("Database"))
                .satisfies(read -> assertThat(read.change().risk()).isEqualTo(Risk.DATA_LOST))
                .satisfies(read -> assertThat(read.change().sentence()).startsWith("This may replace the database"));
    }

    /** A cluster that reads the ARN of its key, as the analysis without values lists it. */
    private static Change reader(String source, String evaluation, String replacement) {
        return Change.builder()
                .resourceChange(change -> change.logicalResourceId("Database")
                        .resourceType("AWS::RDS::DBCluster")
                        .action("Modify")
                        .replacement(replacement)
                        .policyAction("ReplaceAndDelete")
                        .details(ResourceChangeDetail.builder()
                                .target(target -> target.attribute("Properties")
                                        .name("KmsKeyId")
                                        .requiresRecreation("Always"))
                                .changeSource(source)
                                .evaluation(evaluation)
                                .causingEntity("Key.Arn")
                                .build()))
                .build();
    }

    private static ResourceChange database(List<Change> withValues, List<Change> without) {
        return read(List.of(withValues), List.of(without)).changes().values().stream()
                .map(ReadChange::change)
                .filter(change -> change.logicalId().equals("Database"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAttributeOfWhatStaysMayReplaceAndIsToldApartFromACertainReplacement() {
        Change stays = change("Key", "AWS::KMS::Key", "Modify", "False", "");
        Change reads = reader("ResourceAttribute", "Dynamic", "Conditional");

        assertThat(database(List.of(stays), List.of(stays, reads))).satisfies(change -> {
            assertThat(change.risk()).as("counted as a loss all the same").isEqualTo(Risk.DATA_LOST);
            assertThat(change.sentence())
                    .isEqualTo("This may replace the database; AWS cannot tell before. It reads Key.Arn, of what is not"
                            + " replaced itself: by the values of now the database stays. If it is replaced, data is"
                            + " lost.");
        });
    }

    @Test
    void anAttributeOfWhatIsReplacedItselfIsNoComfort() {
        Change replaced = change("Key", "AWS::KMS::Key", "Modify", "True", "ReplaceAndDelete");
        Change stays = change("Key", "AWS::KMS::Key", "Modify", "False", "");
        Change perhaps = reader("ResourceAttribute", "Dynamic", "Conditional");
        String open = "This may replace the database: AWS decides during the deployment. If it does, data is lost.";

        assertThat(database(List.of(replaced), List.of(replaced, perhaps)).sentence())
                .isEqualTo(open);
        assertThat(database(List.of(stays, perhaps), List.of(stays, perhaps)).sentence())
                .as("the analysis with values fears it too")
                .isEqualTo(open);
        assertThat(database(List.of(), List.of(replaced, reader("ResourceAttribute", "Static", "True")))
                        .sentence())
                .isEqualTo("This replaces the database: data is lost.");
    }

    @Test
    void aPropertyThatOnlyOneAnalysisListsIsNotLost() {
        ResourceTargetDefinition inside = ResourceTargetDefinition.builder()
                .attribute("Properties")
                .name("Tags")
                .path("/Properties/Tags/0/Value")
                .beforeValue("a")
                .afterValue("b")
                .requiresRecreation("Never")
                .build();
        ResourceTargetDefinition whole = ResourceTargetDefinition.builder()
                .attribute("Properties")
                .name("Tags")
                .requiresRecreation("Never")
                .build();
        ResourceTargetDefinition other = ResourceTargetDefinition.builder()
                .attribute("Properties")
                .name("DisplayName")
                .requiresRecreation("Never")
                .build();

        assertThat(read(List.of(List.of(edited("A", inside))), List.of(List.of(edited("A", whole, other))))
                        .changes()
                        .get("A"))
                .satisfies(read -> assertThat(read.change().properties())
                        .extracting(PropertyChange::path)
                        .containsExactly("Tags.0.Value", "DisplayName"));
    }
}
