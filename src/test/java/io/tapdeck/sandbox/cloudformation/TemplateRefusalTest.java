package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/** What is refused before anything starts, in AWS's words. */
class TemplateRefusalTest {

    private final Cloud cloud = new Cloud();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"A": {"Type": "AWS::Nowhere::Thing"}} | Template format error: Unrecognized resource types: [AWS::Nowhere::Thing]
            {"A": {"Type": "AWS::SQS::Queue", "DependsOn": "B"}} | Template format error: Unresolved resource dependencies [B] in the Resources block of the template
            {"A": {"Type": "AWS::SQS::Queue", "DependsOn": "B"}, "B": {"Type": "AWS::SQS::Queue", "DependsOn": "A"}} | Circular dependency between resources: [A, B]
            {"A": {"Type": "AWS::SQS::Queue", "Condition": "No"}} | Template format error: Unresolved condition dependency: No in the Resources block of the template
            {"A": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": {"Fn::GetAtt": ["B", "Arn"]}}}} | Template error: instance of Fn::GetAtt references undefined resource B
            {"A": {"Type": "AWS::SQS::Queue"}, "B": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Fn::GetAtt": ["A", "Color"]}}}} | Template error: resource A does not support attribute type Color in Fn::GetAtt
            {"A": "text"} | Template format error: Any Resources member must be an object.
            {"A": {}} | Template format error: [/Resources/A] Every Resources object must contain a Type member.
            """)
    void resourcesThatCannotBe(String resources, String message) {
        assertThat(Refused.message(() -> cloud.plan("s", ChangeSetType.CREATE, "{\"Resources\": " + resources + "}")))
                .isEqualTo(message);
    }

    @Test
    void anUnknownFunctionIsRefusedWithTheListOfThoseThatAre() {
        String template = """
                {"Resources": {"A": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": {"Fn::Shout": "x"}}}}}
                """;

        assertThat(Refused.message(() -> cloud.plan("s", ChangeSetType.CREATE, template)))
                .startsWith("Template error: Encountered unsupported function: Fn::Shout Supported functions are: [");
    }

    @Test
    void conditionsThatWaitForEachOtherAreRefused() {
        String template = """
                {"Conditions": {"A": {"Condition": "B"}, "B": {"Fn::Not": [{"Condition": "A"}]}},
                 "Resources": {"Q": {"Type": "AWS::SQS::Queue"}}}
                """;

        assertThat(Refused.message(() -> cloud.plan("s", ChangeSetType.CREATE, template)))
                .isEqualTo("Template error: Found circular condition dependency between the conditions: [A, B]");
    }

    @Test
    void textThatIsNotJsonIsRefusedWithItsPlace() {
        assertThat(Refused.message(() -> cloud.plan("s", ChangeSetType.CREATE, "{\"Resources\": }")))
                .startsWith("Template format error: JSON not well-formed. (line 1, column ");
    }

    @Test
    void iamTakesACapability() {
        String role = """
                {"Resources": {"R": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {}%s}}}}
                """;

        assertThat(Refused.message(() -> create(role.formatted(""))))
                .isEqualTo("Requires capabilities : [CAPABILITY_IAM]");
        assertThat(Refused.message(() -> create(role.formatted(", \"RoleName\": \"mine\""))))
                .isEqualTo("Requires capabilities : [CAPABILITY_NAMED_IAM]");
        assertThat(Refused.code(() -> create(role.formatted("")))).isEqualTo("InsufficientCapabilitiesException");
    }

    @Test
    void limitsOfTheQuotasPage() {
        String many = IntStream.rangeClosed(0, 500)
                .mapToObj(index -> "\"Q" + index + "\":{\"Type\":\"AWS::SQS::Queue\"}")
                .collect(Collectors.joining(","));
        String large = "{\"Description\": \"" + "x".repeat(51_200) + "\"}";

        assertThat(Refused.message(() -> create("{\"Resources\":{" + many + "}}")))
                .isEqualTo("Template format error: Number of resources, 501, is greater than maximum allowed, 500");
        assertThat(Refused.message(() -> create(large)))
                .endsWith("Member must have length less than or equal to 51200");
    }

    @Test
    void anUnknownPropertyFailsItsResourceOnly() {
        cloud.client.createStack(request -> request.stackName("s").templateBody("""
                {"Resources": {"A": {"Type": "AWS::SQS::Queue", "Properties": {"Colour": "red"}}}}
                """));
        cloud.settle();

        assertThat(cloud.events("s"))
                .filteredOn(event -> "CREATE_FAILED".equals(event.resourceStatusAsString()))
                .singleElement()
                .satisfies(event -> assertThat(event.resourceStatusReason())
                        .isEqualTo("Property validation failure: [Encountered unsupported properties in {/}:"
                                + " [Colour]]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Type": "String", "AllowedValues": ["a", "b"]} | c | Parameter 'P' must be one of AllowedValues
            {"Type": "Number"} | c | Parameter 'P' must be a number.
            {"Type": "Number", "MaxValue": 3} | 4 | Parameter 'P' must be a number not greater than 3
            {"Type": "String", "MinLength": 3} | ab | Parameter 'P' must contain at least 3 characters
            {"Type": "String", "AllowedPattern": "[a-z]+"} | A | Parameter 'P' must match pattern [a-z]+
            """)
    void parametersThatCannotBe(String declaration, String value, String message) {
        String template = "{\"Parameters\": {\"P\": " + declaration
                + "}, \"Resources\": {\"Q\": {\"Type\": \"AWS::SQS::Queue\"}}}";

        assertThat(Refused.message(() -> cloud.client.createStack(request -> request.stackName("s")
                        .templateBody(template)
                        .parameters(Parameter.builder()
                                .parameterKey("P")
                                .parameterValue(value)
                                .build()))))
                .isEqualTo(message);
    }

    private void create(String template) {
        cloud.client.createStack(request -> request.stackName("s").templateBody(template));
    }
}
