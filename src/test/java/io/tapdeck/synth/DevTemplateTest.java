package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many tests read the template of {@code dev} from a resource, to do without Node; this one keeps it true. */
@ExtendWith(SharedWorker.class)
class DevTemplateTest {
    private static final Path RESOURCE =
            Path.of("src", "test", "resources", "templates", "aurora-mysql-dev.template.json");

    @Test
    void theResourceIsWhatTheWorkerMakes(Synthesizer synthesizer) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        CloudAssembly assembly = SharedWorker.synthesize(synthesizer, AuroraDefinitions.dev());
        JsonNode made = json.readTree(assembly.stacks().getFirst().body());
        Path fresh = Files.writeString(
                Files.createDirectories(Path.of("target")).resolve("aurora-mysql-dev.template.json"),
                made.toPrettyString() + "\n");

        assertThat(json.readTree(RESOURCE.toFile()))
                .as("copy %s over %s if the change is meant", fresh, RESOURCE)
                .isEqualTo(made);
    }
}
