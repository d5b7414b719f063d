package io.tapdeck.synth.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.blueprint.stack.RuleReason;
import io.tapdeck.synth.RuleFinding;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** cdk-nag's annotations become findings of resources. */
class RuleAnnotationsTest {
    private static final String METADATA = """
            {"/App/Stack/Bucket/Resource": [
               {"type": "aws:cdk:logicalId", "data": "Bucketdev1234"},
               {"type": "aws:cdk:error", "data": "AwsSolutions-S1: The S3 Bucket has server access logs disabled.\\n"}],
             "/App/Stack/Role/Policy": [
               {"type": "aws:cdk:error", "data": "AwsSolutions-IAM5[Resource::<Bucketdev1234.Arn>/*]: A wildcard.\\n"},
               {"type": "aws:cdk:logicalId", "data": "Roledev"}],
             "/App/Stack/Group": [
               {"type": "aws:cdk:logicalId", "data": "Groupdev"},
               {"type": "aws:cdk:warning", "data": "CdkNagValidationFailure[AwsSolutions-EC23]: 'AwsSolutions-EC23' threw an error: x"},
               {"type": "aws:cdk:warning", "data": "Some other warning"}]}
            """;

    private static List<RuleFinding> read(RuleReason... reasons) throws IOException {
        return RuleAnnotations.read(JsonMapper.builder().build().readTree(METADATA), List.of(reasons));
    }

    @Test
    void namesTheRuleTheResourceAndTheWords() throws IOException {
        assertThat(read())
                .containsExactly(
                        new RuleFinding(
                                "AwsSolutions-S1",
                                "Bucketdev1234",
                                true,
                                "The S3 Bucket has server access logs disabled.",
                                null),
                        new RuleFinding(
                                "AwsSolutions-IAM5[Resource::<Bucketdev1234.Arn>/*]",
                                "Roledev",
                                true,
                                "A wildcard.",
                                null),
                        new RuleFinding(
                                "AwsSolutions-EC23",
                                "Groupdev",
                                false,
                                "Not checked: a value is known only when the stack is deployed.",
                                null));
    }

    @Test
    void aReasonStandsForItsRuleAndItsResourceOnly() throws IOException {
        assertThat(read(
                        new RuleReason("AwsSolutions-S1", "Bucket", "No second bucket."),
                        new RuleReason("AwsSolutions-IAM5", "Role", "One bucket."),
                        new RuleReason("AwsSolutions-EC", "Group", "Only a part of the rule's name."),
                        new RuleReason("AwsSolutions-EC23", "Elsewhere", "Another resource.")))
                .extracting(RuleFinding::suppressedBecause)
                .containsExactly("No second bucket.", "One bucket.", null);
    }
}
