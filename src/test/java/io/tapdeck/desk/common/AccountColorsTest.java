package io.tapdeck.desk.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.store.AccountColor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of accounts are seen on everything that they stand on, in both themes. */
class AccountColorsTest {
    private static final Path STYLES = Path.of("assets/desk");

    /** WCAG 2.2, success criterion 1.4.11: what has to be told apart without being read. */
    private static final double LEAST = 3;

    private static final List<String> BACKGROUNDS = List.of("-td-shell", "-td-panel", "-td-pop");

    /** The page itself is AtlantaFX Primer's. */
    private static Color page(String theme) {
        return Color.web(theme.equals("dark") ? "#0d1117" : "#ffffff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void everyColourHasThreeToOneOnEveryBackground(String theme) throws IOException {
        Map<String, Color> variables = variables(theme);
        List<Color> backgrounds = Stream.concat(
                        BACKGROUNDS.stream().map(name -> variable(variables, name)), Stream.of(page(theme)))
                .toList();

        for (AccountColor color : AccountColor.values()) {
            Color account = variable(variables, "-td-account-" + color.id());
            assertThat(backgrounds)
                    .as("%s, %s", color, theme)
                    .allSatisfy(background ->
                            assertThat(contrast(account, background)).isGreaterThanOrEqualTo(LEAST));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"square", "strip"})
    void theStyleSheetKnowsEveryColour(String part) throws IOException {
        String sheet = Files.readString(STYLES.resolve("parts.css"));

        for (AccountColor color : AccountColor.values()) {
            assertThat(sheet)
                    .containsPattern("\\.td-account-%s\\.%s[^{]*\\{ -td-account: -td-account-%s; }"
                            .formatted(part, color.id(), color.id()));
        }
    }

    private static Color variable(Map<String, Color> variables, String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }

    private static Map<String, Color> variables(String theme) throws IOException {
        return Pattern.compile("(-td-[a-z0-9-]+): (#[0-9a-f]{6});")
                .matcher(Files.readString(STYLES.resolve(theme + ".css")))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> Color.web(found.group(2))));
    }

    private static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** Relative luminance as WCAG defines it. */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
