package io.tapdeck.blueprint.auroramysql.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import io.tapdeck.blueprint.stack.TapStack;
import io.tapdeck.environment.EnvironmentDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;

/** The root takes its suffix from its definition, from the context, or {@code dev}, in that order. */
class TapStackTest {
    @TempDir
    private Path out;

    @Test
    void takesTheSuffixOfItsDefinition() {
        EnvironmentDefinition definition =
                AuroraDefinitions.valid(AuroraDefinitions.draft().withSuffix("qa7"));

        assertThat(children(Map.of("environmentSuffix", "other"), definition))
                .containsExactly("InfrastructureStack-qa7");
    }

    @Test
    void elseThatOfTheContext() {
        assertThat(children(Map.of("environmentSuffix", "stage2"), null)).containsExactly("InfrastructureStack-stage2");
    }

    @Test
    void elseDev() {
        assertThat(children(Map.of(), null)).containsExactly("InfrastructureStack-dev");
    }

    @Test
    void refusesASuffixThatIsNone() {
        assertThatThrownBy(() -> children(Map.of("environmentSuffix", "Stage_2"), null))
                .hasMessageContaining("“S” is not allowed.");
    }

    private List<String> children(Map<String, String> context, @Nullable EnvironmentDefinition definition) {
        App app = new App(
                AppProps.builder().outdir(out.toString()).context(context).build());
        Stack root = new TapStack(app, "TapStack", new AuroraMySqlStacks(), definition);
        return root.getNode().getChildren().stream()
                .map(child -> child.getNode().getId())
                .toList();
    }
}
