package io.tapdeck.desk.kit;

import io.tapdeck.desk.common.Fonts;
import java.util.Locale;
import java.util.TimeZone;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * JavaFX's Headless platform, started once for all tests of a JVM. Gives tests a {@link Screen}:
 * {@snippet :
 * @ExtendWith({Headless.class, FxWatchdog.class})
 * class SomePageTest {
 *     @Test
 *     void saysHello(Screen screen) { ... }
 * }
 * }
 */
public final class Headless implements BeforeAllCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Headless.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        screen(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        FxRobot robot = screen(context).robot();
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
        Screen.onFx(() -> screen(context).stage().hide());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Screen.class;
    }

    @Override
    public Screen resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return screen(context);
    }

    private static Screen screen(ExtensionContext context) {
        return context.getRoot().getStore(HERE).computeIfAbsent("screen", key -> start(), Screen.class);
    }

    private static Screen start() {
        // Pictures and words must not depend on where the tests run.
        Locale.setDefault(Locale.UK);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try {
            Stage stage = FxToolkit.registerPrimaryStage();
            // TestFX keeps all events of its registered stage for ever, and each of them keeps its scene alive.
            FxToolkit.toolkitContext().setRegisteredStage(null);
            Platform.setImplicitExit(false);
            Screen.onFx(Fonts::load);
            return new Screen(stage);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("JavaFX does not start", e);
        }
    }
}
