package io.tapdeck.desk.common;

import io.tapdeck.aws.Session;
import io.tapdeck.store.AccountMark;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Who and where: name, account, region and, for an account, the role. Violet and dashed means sandbox, nothing else. */
public final class SessionChip extends HBox {

    /** The chip of a session that works. */
    public SessionChip(Session session, AccountMarks accounts) {
        this(session, accounts, false);
    }

    /** The chip of the top bar; amber if the session has expired. */
    public SessionChip(Session session, AccountMarks accounts, boolean expired) {
        boolean sandbox = session.kind() == Session.Kind.SANDBOX;
        String place = session.accountText() + " · " + session.region();
        String words = sandbox ? place : place + " · " + session.role();
        getStyleClass().add("td-chip");
        if (sandbox) {
            getStyleClass().add("sandbox");
        }
        if (expired) {
            getStyleClass().add("expired");
        }
        if (session.readOnly()) {
            getStyleClass().add("read-only");
        }
        getChildren()
                .addAll(
                        icon(session, expired).view(expired ? "td-warning" : "td-muted"),
                        Texts.name(session.name()),
                        new AccountName(accounts, session.account(), true),
                        Texts.mono11(words, "td-muted"));
        if (session.readOnly()) {
            getChildren().add(Texts.cell("read-only"));
        }
        if (expired) {
            getChildren().add(Texts.cell("expired", "td-warning"));
        }
        setMinWidth(Region.USE_PREF_SIZE);
        setMaxWidth(Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText("Session " + session.name() + ", account " + session.accountText() + ", region "
                + session.region() + (sandbox ? "" : ", role " + session.role())
                + alias(accounts.of(session.account()))
                + (session.readOnly() ? ", read-only" : "")
                + (expired ? ", expired" : ""));
    }

    private static String alias(AccountMark mark) {
        return mark.alias().isEmpty() ? "" : ", called " + mark.alias();
    }

    private static Icons icon(Session session, boolean expired) {
        if (expired) {
            return Icons.EXPIRED;
        }
        if (session.readOnly()) {
            return Icons.LOOK;
        }
        return session.kind() == Session.Kind.SANDBOX ? Icons.SANDBOX : Icons.CLOUD;
    }
}
