package io.tapdeck.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.watch.ChartExport.Form;
import java.nio.file.Path;
import javafx.stage.FileChooser.ExtensionFilter;
import org.junit.jupiter.api.Test;

/** What a chart is saved as, and under which name. */
class ChartExportTest {
    @Test
    void whatWasChosenCountsMoreThanTheName() {
        assertThat(Form.of(Form.VALUES.filter(), "acu.png")).isEqualTo(Form.VALUES);
        assertThat(Form.VALUES.named(Path.of("acu.png"))).isEqualTo(Path.of("acu.csv"));
        assertThat(Form.VALUES.named(Path.of("acu"))).isEqualTo(Path.of("acu.csv"));
        assertThat(Form.PICTURE.named(Path.of("acu.CSV"))).isEqualTo(Path.of("acu.png"));
    }

    @Test
    void aNameTellsInCapitalsToo() {
        assertThat(Form.of(null, "ACU.CSV")).isEqualTo(Form.VALUES);
        assertThat(Form.VALUES.named(Path.of("ACU.CSV"))).isEqualTo(Path.of("ACU.CSV"));
        assertThat(Form.of(null, "acu.png")).isEqualTo(Form.PICTURE);
        assertThat(Form.of(new ExtensionFilter("All", "*"), "acu")).isEqualTo(Form.PICTURE);
    }
}
