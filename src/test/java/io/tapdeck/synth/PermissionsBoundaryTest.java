package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A company's permissions boundary limits every role of a template. */
@ExtendWith(SharedWorker.class)
class PermissionsBoundaryTest {
    private static List<String> boundaries(Synthesizer synthesizer, String boundary) throws IOException {
        CloudAssembly assembly = synthesizer
                .synthesize(new SynthesisRequest(AuroraDefinitions.dev(), boundary, false))
                .join();
        JsonNode resources = JsonMapper.builder()
                .build()
                .readTree(assembly.stacks().getFirst().body())
                .path("Resources");
        return StreamSupport.stream(resources.spliterator(), false)
                .filter(resource -> resource.path("Type").asText().equals("AWS::IAM::Role"))
                .map(role -> role.at("/Properties/PermissionsBoundary").toString())
                .toList();
    }

    @Test
    void byItsArn(Synthesizer synthesizer) throws IOException {
        assertThat(boundaries(synthesizer, "arn:aws:iam::111111111111:policy/limits"))
                .isNotEmpty()
                .containsOnly("\"arn:aws:iam::111111111111:policy/limits\"");
    }

    @Test
    void byItsNameInTheAccountWhereItIsDeployed(Synthesizer synthesizer) throws IOException {
        assertThat(boundaries(synthesizer, "limits"))
                .isNotEmpty()
                .allSatisfy(boundary ->
                        assertThat(boundary).contains(":policy/limits", "AWS::AccountId", "AWS::Partition"));
    }
}
