package io.tapdeck.desk.common;

import io.tapdeck.aws.Session;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Who and where: name, account, region and, for an account, the role. Violet and dashed means sandbox, nothing else. */
public final class SessionChip extends HBox {

    /** The chip of the top bar. */
    public SessionChip(Session session) {
        boolean sandbox = session.kind() == Session.Kind.SANDBOX;
        String place = session.accountText() + " · " + session.region();
        String words = sandbox ? place : place + " · " + session.role();
        getStyleClass().add("td-chip");
        if (sandbox) {
            getStyleClass().add("sandbox");
        }
        getChildren()
                .addAll(
                        (sandbox ? Icons.SANDBOX : Icons.CLOUD).view(),
                        Texts.name(session.name()),
                        Texts.mono11(words, "td-muted"));
        setMinWidth(Region.USE_PREF_SIZE);
        setMaxWidth(Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("Session " + session.name() + ", account " + session.accountText() + ", region "
                + session.region() + (sandbox ? "" : ", role " + session.role()));
    }
}
