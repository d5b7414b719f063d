package io.tapdeck.environment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.environment.SettingSection.Form;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingSectionTest {
    private static final Setting ON = new Setting.Toggle("on", "On", "", Mutability.IN_PLACE, "true");
    private static final Setting LEAST = quantity("least");
    private static final Setting MOST = quantity("most");

    private static Setting quantity(String key) {
        return new Setting.Quantity(
                key, key, "", Mutability.IN_PLACE, "1", BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE, "");
    }

    @Test
    void aRangeIsTwoQuantities() {
        assertThatCode(() -> section(Form.RANGE, LEAST, MOST)).doesNotThrowAnyException();
        assertThatThrownBy(() -> section(Form.RANGE, LEAST)).hasMessageContaining("RANGE");
        assertThatThrownBy(() -> section(Form.RANGE, LEAST, ON)).hasMessageContaining("RANGE");
    }

    @Test
    void cardsAreOneChoice() {
        Setting choice = new Setting.Choice("c", "C", "", Mutability.IN_PLACE, "a", List.of());
        assertThatCode(() -> section(Form.CARDS, choice)).doesNotThrowAnyException();
        assertThatThrownBy(() -> section(Form.CARDS, ON)).hasMessageContaining("CARDS");
    }

    @Test
    void switchesAreToggles() {
        assertThatCode(() -> section(Form.SWITCHES, ON)).doesNotThrowAnyException();
        assertThatThrownBy(() -> section(Form.SWITCHES, ON, LEAST)).hasMessageContaining("SWITCHES");
    }

    private static SettingSection section(Form form, Setting... settings) {
        return new SettingSection("s", "S", "", form, List.of(settings));
    }
}
