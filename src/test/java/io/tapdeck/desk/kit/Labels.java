package io.tapdeck.desk.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** What can be read in a scene, and what cannot: cut texts, controls without a name. */
public final class Labels {
    private Labels() {}

    /** A text on screen. */
    public record Shown(Node node, String text) {}

    /** Every visible text below {@code root}. */
    public static List<Shown> visible(Node root) {
        List<Shown> found = new ArrayList<>();
        Screen.onFx(() -> walk(root, node -> {
            if (node instanceof Labeled labeled && labeled.getText() != null) {
                found.add(new Shown(node, labeled.getText()));
            } else if (node instanceof TextFlow flow) {
                StringBuilder text = new StringBuilder();
                flow.getChildren().forEach(run -> text.append(run instanceof Text part ? part.getText() : ""));
                found.add(new Shown(node, text.toString()));
            } else if (node instanceof TextInputControl input) {
                found.add(new Shown(node, input.getText()));
            } else if (node instanceof Text text && !(node.getParent() instanceof Control)) {
                found.add(new Shown(node, text.getText()));
            }
        }));
        return found;
    }

    /**
     * Every visible label whose text does not fit, as "text as written → text as drawn", and every one that reaches
     * out of the window.
     */
    public static List<String> truncated(Node root) {
        List<String> found = new ArrayList<>();
        Screen.onFx(() -> walk(root, node -> {
            if (node instanceof Labeled labeled && !blank(labeled.getText())) {
                String drawn = drawn(labeled);
                if (drawn != null && !plain(drawn).equals(plain(labeled.getText()))) {
                    found.add(labeled.getText() + " → " + drawn);
                }
            }
            if ((node instanceof Labeled || node instanceof TextFlow) && outside(node)) {
                found.add(text(node) + " → outside of the window");
            }
        }));
        return found;
    }

    /** Every visible control that takes the focus and says nothing to a screen reader. */
    public static List<String> nameless(Node root) {
        List<String> found = new ArrayList<>();
        Screen.onFx(() -> walk(root, node -> {
            if (node instanceof Control control
                    && control.isFocusTraversable()
                    && blank(control.getAccessibleText())
                    && !(control instanceof Labeled labeled && !blank(labeled.getText()))) {
                found.add(control.getClass().getSimpleName() + " " + control.getStyleClass());
            }
        }));
        return found;
    }

    /** Every visible bar that moves a page sideways: what it hides is cut. */
    public static List<String> sideways(Node root) {
        List<String> found = new ArrayList<>();
        Screen.onFx(() -> walk(root, node -> {
            if (node instanceof ScrollBar bar
                    && bar.getOrientation() == Orientation.HORIZONTAL
                    && bar.getParent() instanceof ScrollPane pane
                    && !(pane.getParent() instanceof TextArea)) {
                found.add("sideways: " + pane.getStyleClass());
            }
        }));
        return found;
    }

    private static String text(Node node) {
        return node instanceof Labeled labeled ? String.valueOf(labeled.getText()) : node.toString();
    }

    private static boolean blank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String plain(String text) {
        return text.replace("\n", "").replace("_", "").strip();
    }

    private static @org.jspecify.annotations.Nullable String drawn(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && child.getStyleClass().contains("text"))
                .map(child -> ((Text) child).getText())
                .findFirst()
                .orElse(null);
    }

    /** Half a pixel of tolerance for rounding; what scrolls may reach below. */
    private static boolean outside(Node node) {
        for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof javafx.scene.control.ScrollPane || parent instanceof VirtualFlow) {
                return false;
            }
        }
        var bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMinX() < -0.5
                || bounds.getMinY() < -0.5
                || bounds.getMaxX() > node.getScene().getWidth() + 0.5
                || bounds.getMaxY() > node.getScene().getHeight() + 0.5;
    }

    private static void walk(Node node, java.util.function.Consumer<Node> visitor) {
        if (!node.isVisible() || (!node.isManaged() && node.getLayoutBounds().isEmpty())) {
            return;
        }
        visitor.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visitor));
        }
    }
}
