package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import io.tapdeck.blueprint.backupsystem.BackupDefinitions;
import io.tapdeck.environment.EnvironmentDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Many tests read the templates of {@code dev} from resources, to do without Node; this one keeps them true. */
@ExtendWith(SharedWorker.class)
class DevTemplateTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources", "templates");

    static Stream<Arguments> resources() {
        EnvironmentDefinition named = BackupDefinitions.valid(BackupDefinitions.draft("named"));
        EnvironmentDefinition replicated =
                BackupDefinitions.valid(BackupDefinitions.draft().withSetting("replicaRegion", "eu-west-1"));
        return Stream.of(
                Arguments.of("aurora-mysql-dev", AuroraDefinitions.dev(), 0),
                Arguments.of("backup-system-dev", BackupDefinitions.valid(BackupDefinitions.draft()), 0),
                Arguments.of("backup-system-dev-named", named, 0),
                Arguments.of("backup-system-dev-replica", replicated, 0),
                Arguments.of("backup-system-dev-replicated", replicated, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("resources")
    void theResourceIsWhatTheWorkerMakes(
            String name, EnvironmentDefinition definition, int stack, Synthesizer synthesizer) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        Path resource = RESOURCES.resolve(name + ".template.json");
        CloudAssembly assembly = SharedWorker.synthesize(synthesizer, definition);
        JsonNode made = json.readTree(assembly.stacks().get(stack).body());
        Path fresh = Files.writeString(
                Files.createDirectories(Path.of("target")).resolve(name + ".template.json"),
                made.toPrettyString() + "\n");

        assertThat(json.readTree(resource.toFile()))
                .as("copy %s over %s if the change is meant", fresh, resource)
                .isEqualTo(made);
    }
}
