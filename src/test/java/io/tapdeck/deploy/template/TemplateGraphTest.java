package io.tapdeck.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.deploy.DeployException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateGraphTest {

    private static List<String> needs(String properties) {
        return TemplateGraph.of("""
                        {"Resources": {"A": {"Type": "T", "Properties": %s}, "B": {"Type": "T"}, "C": {"Type": "T"}}}""".formatted(properties)).inOrder().stream()
                .filter(resource -> resource.logicalId().equals("A"))
                .findFirst()
                .orElseThrow()
                .dependsOn();
    }

    @Test
    void everyKindOfReferenceIsADependency() {
        assertThat(needs("{\"x\": [{\"Ref\": \"B\"}]}")).containsExactly("B");
        assertThat(needs("{\"x\": {\"Fn::GetAtt\": [\"B\", \"Arn\"]}}")).containsExactly("B");
        assertThat(needs("{\"x\": {\"Fn::GetAtt\": \"B.Endpoint.Address\"}}")).containsExactly("B");
        assertThat(needs("{\"x\": {\"Fn::Sub\": \"${B}-${C.Arn}-${AWS::Region}-${!Literal}\"}}"))
                .containsExactly("B", "C");
        assertThat(needs("{\"x\": {\"Fn::Sub\": [\"${B}-${Own}\", {\"Own\": {\"Ref\": \"C\"}}]}}"))
                .containsExactlyInAnyOrder("B", "C");
    }

    @Test
    void whatIsNoResourceIsNoDependency() {
        assertThat(needs("{\"x\": {\"Ref\": \"AWS::AccountId\"}, \"y\": \"B\"}"))
                .isEmpty();
    }

    @Test
    void everyResourceOfTheAuroraTemplateComesAfterWhatItNeeds() throws IOException {
        List<TemplateGraph.Resource> order = TemplateGraph.of(
                        Files.readString(Path.of("src/test/resources/golden/aurora-secure-dev-agnostic.template.json")))
                .inOrder();
        List<String> ids = order.stream().map(TemplateGraph.Resource::logicalId).toList();

        assertThat(ids).hasSize(33).doesNotHaveDuplicates();
        assertThat(order)
                .allSatisfy(resource -> assertThat(resource.dependsOn())
                        .allMatch(needed -> ids.indexOf(needed) < ids.indexOf(resource.logicalId())));
        assertThat(order)
                .filteredOn(resource -> resource.logicalId().equals("AuroraClusterdevreaderdev13441C97"))
                .singleElement()
                .satisfies(reader -> assertThat(reader.dependsOn())
                        .contains("AuroraClusterdev00C8FB72", "AuroraClusterdevwriterdev3106A348"));
    }

    @Test
    void whatIsNotJsonIsRefusedInWords() {
        assertThatThrownBy(() -> TemplateGraph.of("Resources:\n  A: {}"))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("not JSON");
    }
}
