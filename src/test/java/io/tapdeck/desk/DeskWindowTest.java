package io.tapdeck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.SpokenPages;
import io.tapdeck.desk.kit.TestDesk;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The end of the desk's window is the end of Tapdeck, which waits for it. */
@ExtendWith({Headless.class, FxWatchdog.class})
class DeskWindowTest {

    @Test
    void itIsClosed() {
        assertThat(closed(new SpokenPages())).isCompleted();
    }

    @Test
    void itIsClosedThoughAPageFailsWhenItIsLeft() {
        CompletableFuture<Void> closed = closed(new SpokenPages() {
            @Override
            public Page newEnvironment(PageContext context) {
                return new Stubborn(super.newEnvironment(context));
            }
        });

        assertThat(closed)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .withMessage("I stay.");
    }

    /** Opens a desk on the page of a new environment, and closes its window. */
    private static CompletableFuture<Void> closed(Pages pages) {
        TestDesk engines = new TestDesk();
        return Screen.call(() -> {
            DeskWindow window = new DeskWindow(new Theme(Theme.Choice.DARK));
            Desk desk = window.show(theme -> new Desk(engines.sessions(), engines.background, theme, pages));
            desk.newEnvironment();
            assertThat(window.closed()).isNotDone();
            Window shown = desk.root().getScene().getWindow();
            shown.hide();
            return window.closed();
        });
    }

    /** A page that cannot be left. */
    private record Stubborn(Page page) implements Page {
        @Override
        public Section section() {
            return page.section();
        }

        @Override
        public List<String> path() {
            return page.path();
        }

        @Override
        public Node root() {
            return page.root();
        }

        @Override
        public ObservableValue<String> status() {
            return page.status();
        }

        @Override
        public List<KeyHint> keys() {
            return page.keys();
        }

        @Override
        public void left() {
            throw new IllegalStateException("I stay.");
        }
    }
}
