package io.tapdeck.desk.signin;

import io.tapdeck.desk.common.Page.KeyHint;
import io.tapdeck.desk.common.PageContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** What a page does while its session has expired: it is dimmed but can be read, and a card over it asks for a sign-in. */
public final class Expiry {
    /** What lies under the card can still be read. */
    private static final double DIMMED = 0.45;

    private final PageContext context;
    private final StackPane root;
    private final Node dimmed;
    private final String goesOn;
    private @Nullable ExpiredCard card;
    private boolean offline;

    /**
     * Nothing yet.
     *
     * @param root of the page
     * @param dimmed the part of it that ages
     * @param goesOn what AWS does meanwhile, and what Tapdeck cannot
     */
    public Expiry(PageContext context, StackPane root, Node dimmed, String goesOn) {
        this.context = context;
        this.root = root;
        this.dimmed = dimmed;
        this.goesOn = goesOn;
    }

    /**
     * Shows or takes away the card.
     *
     * @param since when AWS first said so; empty while the session works
     */
    public void show(Optional<Instant> since, Instant now) {
        if (since.isPresent()) {
            context.sessions().expired(context.services());
        } else {
            context.sessions().works(context.services());
        }
        offline = offline && since.isPresent();
        boolean asks = since.isPresent() && !offline;
        ExpiredCard shown = card;
        if (!asks && shown != null) {
            shown.stop();
            root.getChildren().remove(shown);
            card = null;
        } else if (asks && shown == null) {
            shown = new ExpiredCard(context, goesOn, this::workOffline);
            card = shown;
            root.getChildren().add(shown);
            shown.focus();
        }
        dimmed.setOpacity(asks ? DIMMED : 1);
        if (asks && shown != null) {
            ExpiredCard aged = shown;
            since.ifPresent(then -> aged.age(then, now));
        }
    }

    /** Whether the card is shown: then nothing under it moves. */
    public boolean asks() {
        return card != null;
    }

    /** A key while the card is shown; true if it means something. */
    public boolean use(KeyCode code) {
        ExpiredCard shown = card;
        if (shown == null) {
            return false;
        }
        switch (code) {
            case ESCAPE -> workOffline();
            case ENTER -> shown.enter();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The keys of the card. */
    public List<KeyHint> keys() {
        KeyHint offlineKey = new KeyHint("Esc", "work offline");
        ExpiredCard shown = card;
        return shown == null || shown.enters().isEmpty()
                ? List.of(offlineKey)
                : List.of(new KeyHint("Enter", shown.enters()), offlineKey);
    }

    /** The page is left: nobody waits for the sign-in any more. */
    public void left() {
        ExpiredCard shown = card;
        if (shown != null) {
            shown.stop();
        }
    }

    private void workOffline() {
        offline = true;
        ExpiredCard shown = card;
        if (shown != null) {
            shown.stop();
            root.getChildren().remove(shown);
            card = null;
        }
        dimmed.setOpacity(1);
        root.requestFocus();
    }
}
