package io.tapdeck.desk.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.desk.Desk;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Suffix;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every blueprint that comes with Tapdeck, in the wizard's pages and in a change, in both themes and sizes. */
@ExtendWith({Headless.class, FxWatchdog.class})
class BlueprintPicturesTest {

    static Stream<Arguments> blueprintsThemesAndSizes() {
        return Blueprints.builtIn().all().stream()
                .flatMap(blueprint -> Stream.of(Theme.Choice.LIGHT, Theme.Choice.DARK)
                        .flatMap(theme -> Stream.of(List.of(1280, 800), List.of(1000, 1000))
                                .map(size -> Arguments.of(blueprint, theme, size.getFirst(), size.getLast()))));
    }

    @ParameterizedTest
    @MethodSource("blueprintsThemesAndSizes")
    void nothingIsCut(Blueprint blueprint, Theme.Choice theme, int width, int height) {
        WizardDesk wizard = new WizardDesk();
        wizard.desk.withBlueprints(Blueprints.builtIn().all().toArray(Blueprint[]::new));
        Draft draft = Draft.of(blueprint, blueprint.presets().getLast()).withSuffix("prod-7");
        for (Step step : List.of(Step.WHAT, Step.SIZE, Step.ALARMS)) {
            wizard.desk.store.saveDraft(step.id(), TestDesk.ACCOUNT, draft, step.id());
        }
        Scene scene = Screen.call(() -> {
            Theme dressed = new Theme(theme);
            Desk desk = new Desk(
                    new OpenSessions(wizard.desk.services()),
                    wizard.desk.background,
                    dressed,
                    new WizardPages(wizard.desk.clock));
            Scene made = new Scene(desk.root(), width, height);
            made.getPreferences().setReducedMotion(true);
            made.setUserData(desk);
            dressed.dress(made);
            return made;
        });
        wizard.desk.background.settle();
        Desk desk = (Desk) scene.getUserData();
        String name = blueprint.id() + "-%s-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        for (Step step : List.of(Step.WHAT, Step.SIZE, Step.ALARMS)) {
            Screen.onFx(() -> desk.draft(step.id(), TestDesk.ACCOUNT));
            wizard.desk.background.settle();
            check(scene, name.formatted(step.id()));
        }
        EnvironmentKey key = new EnvironmentKey(
                wizard.desk.services().session().account(),
                wizard.desk.services().session().region(),
                blueprint.id(),
                new Suffix("prod-7"));
        wizard.desk.deployments.runs(key, draft);
        Screen.onFx(() -> desk.change(key));
        wizard.desk.background.settle();
        check(scene, name.formatted("change"));
        Screen.onFx(() -> ((Button) scene.getRoot().lookupAll(".button").stream()
                        .filter(node -> "What the price assumes".equals(node.getAccessibleText()))
                        .findFirst()
                        .orElseThrow())
                .fire());
        wizard.desk.background.settle();
        check(scene, name.formatted("cost"));
        Screen.onFx(desk::close);
    }

    private static void check(Scene scene, String name) {
        Pictures.save(scene, name);
        assertThat(Labels.truncated(scene.getRoot())).as(name).isEmpty();
        assertThat(Labels.sideways(scene.getRoot())).as(name).isEmpty();
        assertThat(Labels.nameless(scene.getRoot())).as(name).isEmpty();
    }
}
