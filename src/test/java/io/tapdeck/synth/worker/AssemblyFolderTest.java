package io.tapdeck.synth.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tapdeck.synth.StackTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cloud assembly becomes. */
class AssemblyFolderTest {
    private static final String TOPIC = "{\"Resources\": {\"T\": {\"Type\": \"AWS::SNS::Topic\"}}}";

    @TempDir
    private Path folder;

    @BeforeEach
    void manifest() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), """
                {"artifacts": {
                  "Second": {"type": "aws:cloudformation:stack", "dependencies": ["First", "Second.assets", "Root"],
                    "properties": {"templateFile": "second.json", "stackName": "two", "terminationProtection": true,
                      "tags": {"tapdeck:suffix": "dev"}}},
                  "First": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "first.json", "stackName": "one"}},
                  "Root": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "root.json"}},
                  "Second.assets": {"type": "cdk:asset-manifest", "properties": {"file": "second.assets.json"}}}}
                """);
        Files.writeString(folder.resolve("root.json"), "{}");
        Files.writeString(folder.resolve("first.json"), TOPIC);
        Files.writeString(folder.resolve("second.json"), TOPIC);
    }

    @Test
    void putsAStackAfterThoseItDependsOnAndLeavesOutTheEmptyOnes() throws IOException {
        String body = "{\"Resources\":{\"T\":{\"Type\":\"AWS::SNS::Topic\"}}}";

        assertThat(new AssemblyFolder(folder).stacks())
                .containsExactly(
                        new StackTemplate("one", body, 1, List.of(), Map.of(), false),
                        new StackTemplate("two", body, 1, List.of("one"), Map.of("tapdeck:suffix", "dev"), true));
    }

    @Test
    void refusesAFileInABootstrapBucket() throws IOException {
        Files.writeString(
                folder.resolve("first.json"),
                "{\"Resources\": {\"F\": {\"S3Bucket\": \"cdk-hnb659fds-assets-000000000000-us-east-1\"}}}");

        assertThatExceptionOfType(BadAssembly.class)
                .isThrownBy(new AssemblyFolder(folder)::stacks)
                .withMessage("The template of one needs a file in a CDK bootstrap bucket; Tapdeck uploads none.");
    }

    @Test
    void refusesATemplateThatCloudFormationWouldRefuse() throws IOException {
        Files.writeString(
                folder.resolve("first.json"), "{\"Resources\": {\"T\": \"%s\"}}".formatted("x".repeat(51_200)));

        assertThatExceptionOfType(BadAssembly.class)
                .isThrownBy(new AssemblyFolder(folder)::stacks)
                .withMessageContaining("CloudFormation takes 51,200");
    }
}
