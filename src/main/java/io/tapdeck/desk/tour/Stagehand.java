package io.tapdeck.desk.tour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/**
 * Works the controls of a scene as a reader would: finds them by their words, presses them, types into them, waits for
 * what they bring.
 */
final class Stagehand {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Parent root;
    private final Pause pause;

    /** Waiting between two looks. */
    @FunctionalInterface
    public interface Pause {
        /** Returns after {@code time}. */
        void of(Duration time);
    }

    Stagehand(Parent root, Pause pause) {
        this.root = root;
        this.pause = pause;
    }

    /** Presses the first button of that text, once it can be pressed. */
    void press(String words) {
        press(words, List::getFirst);
    }

    /** Presses the last such button: the foot's, where the stepper above has the same word. */
    void pressInFoot(String words) {
        press(words, List::getLast);
    }

    private void press(String words, Choice choice) {
        await("the button “" + words + "”", () -> !buttons(words).isEmpty());
        onScreen(() -> {
            choice.of(buttons(words)).fire();
            return true;
        });
    }

    /** Which of several. */
    @FunctionalInterface
    private interface Choice {
        ButtonBase of(List<ButtonBase> buttons);
    }

    private List<ButtonBase> buttons(String words) {
        return all(root).stream()
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(button -> !button.isDisabled() && words(button).equals(words))
                .toList();
    }

    /** Chooses the entry of a list that shows these words, once it is there. */
    void choose(String words) {
        await("the entry “" + words + "”", () -> !entries(words).isEmpty());
        onScreen(() -> {
            ListCell<?> entry = entries(words).getFirst();
            entry.getListView().getSelectionModel().select(entry.getIndex());
            return true;
        });
    }

    private List<ListCell<?>> entries(String words) {
        return all(root).stream()
                .filter(ListCell.class::isInstance)
                .<ListCell<?>>map(ListCell.class::cast)
                .filter(cell -> all(cell).stream().map(Stagehand::words).anyMatch(words::equals))
                .toList();
    }

    /** Replaces the text of the field that a screen reader calls so. */
    void type(String name, String text) {
        await("the field “" + name + "”", () -> field(name).isPresent());
        onScreen(() -> {
            field(name).ifPresent(field -> field.setText(text));
            return true;
        });
    }

    private Optional<TextField> field(String name) {
        return all(root).stream()
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .filter(field -> name.equals(field.getAccessibleText()))
                .findFirst();
    }

    /** Waits until some visible text satisfies {@code test}. */
    void read(String what, Predicate<String> test) {
        await(what, () -> reads(test));
    }

    /** Whether some visible text satisfies {@code test}; for the JavaFX thread. */
    boolean reads(Predicate<String> test) {
        return all(root).stream().map(Stagehand::words).anyMatch(test);
    }

    /** Waits until {@code condition}, asked on the JavaFX thread, holds. */
    void await(String what, Supplier<Boolean> condition) {
        for (Duration waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(LOOK)) {
            if (onScreen(condition)) {
                return;
            }
            pause.of(LOOK);
        }
        throw new IllegalStateException("The tour waited in vain for " + what + ".");
    }

    /** Lets the screen come to rest: layout, canvases, short fades. */
    void settle() {
        pause.of(Duration.ofMillis(400));
    }

    /** Runs {@code work} on the JavaFX thread and waits for it. */
    static <T> T onScreen(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }

    private static String words(Node node) {
        String text = switch (node) {
            case Labeled labeled -> labeled.getText();
            case Text written -> written.getText();
            default -> "";
        };
        return text == null ? "" : text;
    }

    /** Every node that is shown, parents first. */
    private static List<Node> all(Parent parent) {
        List<Node> nodes = new ArrayList<>();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child.isVisible()) {
                nodes.add(child);
                if (child instanceof Parent inner) {
                    nodes.addAll(all(inner));
                }
            }
        }
        return nodes;
    }
}
