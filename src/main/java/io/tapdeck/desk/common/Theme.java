package io.tapdeck.desk.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** Light or dark: AtlantaFX Primer, with Tapdeck's own variables and styles over it. For the JavaFX thread only. */
public final class Theme {
    /** The store's preference that holds the choice. */
    public static final String PREFERENCE = "theme";

    /** Where the style sheets are, on the class path. */
    private static final String FOLDER = "/io/tapdeck/assets/desk/";

    /** In the order in which they are laid over one another. */
    private static final List<String> SHEETS =
            List.of("type", "controls", "parts", "shell", "home", "wizard", "watch", "deployment", "signin");

    /** What an administrator can choose. */
    public enum Choice {
        SYSTEM("Follow the system"),
        LIGHT("Light"),
        DARK("Dark");

        private final String label;

        Choice(String label) {
            this.label = label;
        }

        /** The words on screen. */
        public String label() {
            return label;
        }

        /** The text in the store. */
        public String key() {
            return label.equals(SYSTEM.label) ? "system" : label.toLowerCase(java.util.Locale.ROOT);
        }

        /** The choice of a text in the store; the system's where there is none, or one that is not known. */
        public static Choice of(Optional<String> preference) {
            return Arrays.stream(values())
                    .filter(choice -> preference.filter(choice.key()::equals).isPresent())
                    .findFirst()
                    .orElse(SYSTEM);
        }
    }

    private final ObjectProperty<Choice> choice;
    private final BooleanBinding dark;

    /** A theme that begins with {@code initial}; needs a running toolkit. */
    public Theme(Choice initial) {
        choice = new SimpleObjectProperty<>(initial);
        var system = Platform.getPreferences().colorSchemeProperty();
        dark = Bindings.createBooleanBinding(
                () -> switch (choice.get()) {
                    case SYSTEM -> system.get() == ColorScheme.DARK;
                    case LIGHT -> false;
                    case DARK -> true;
                },
                choice,
                system);
    }

    /** What was chosen. */
    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** Whether it is dark now, whoever decided that. */
    public BooleanBinding darkProperty() {
        return dark;
    }

    /** Dresses a scene now, and again whenever the theme changes. */
    public void dress(Scene scene) {
        apply(scene);
        dark.addListener((observed, before, now) -> apply(scene));
    }

    private void apply(Scene scene) {
        boolean night = dark.get();
        scene.setUserAgentStylesheet(
                night ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet(night ? "dark" : "light"));
        SHEETS.forEach(name -> scene.getStylesheets().add(sheet(name)));
    }

    private static String sheet(String name) {
        URL address = Theme.class.getResource(FOLDER + name + ".css");
        return Objects.requireNonNull(address, name).toExternalForm();
    }
}
