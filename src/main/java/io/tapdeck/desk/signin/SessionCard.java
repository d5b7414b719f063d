package io.tapdeck.desk.signin;

import io.tapdeck.aws.Session;
import io.tapdeck.aws.Target;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.desk.common.Spacer;
import io.tapdeck.desk.common.Switch;
import io.tapdeck.desk.common.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One session: what it is, who it is, where it is open; opened in a region of choice. */
final class SessionCard extends VBox {
    private final PageContext context;
    private final SessionsModel model;
    private final Openings openings;
    private final SessionRow row;
    private final SessionChoice.Via via;
    private final RegionBox region;
    private final Switch readOnly = new Switch("Read only");
    private final Button open = Buttons.primary("Open", Icons.OPEN, this::open);
    private final VBox says = new VBox(8);

    /**
     * The card of a row that is a session.
     *
     * @param onSignOut asked to sign out where somebody has signed in for it
     */
    SessionCard(PageContext context, SessionsModel model, Openings openings, SessionRow row, Runnable onSignOut) {
        super(16);
        this.context = context;
        this.model = model;
        this.openings = openings;
        this.row = row;
        this.via = Objects.requireNonNull(row.via());
        String first = startRegion();
        region = new RegionBox(
                "Region",
                first,
                first == null
                        ? "The AWS files and variables name none for it."
                        : "Each region is a session of its own; several can be open at once.",
                () -> {});
        getChildren().addAll(head(), says);
        if (row.trouble().isEmpty()) {
            getChildren().addAll(region, readOnly(), actions(onSignOut), openOnes());
            accounts().forEach(account -> getChildren().add(new AccountMarkForm(context, account)));
        }
        says();
    }

    /** Its own, else where it is open, else the usual one; null where nothing says. */
    private @Nullable String startRegion() {
        if (row.region() != null) {
            return row.region();
        }
        Optional<String> opened = sessions()
                .find(new SessionChoice(via, null, false))
                .map(found -> found.session().region());
        return opened.orElse(via instanceof SessionChoice.BuiltIn ? Target.SANDBOX_REGION : model.usualRegion());
    }

    private OpenSessions sessions() {
        return context.sessions();
    }

    private VBox head() {
        return new VBox(4, Texts.title(row.title()), Texts.text(row.what(), "td-muted"));
    }

    private HBox readOnly() {
        VBox words = new VBox(
                2,
                Texts.label("Read only"),
                Texts.paragraph("Nothing is changed through it, whatever its role may do.", "td-muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(12, words, readOnly);
        line.setAlignment(Pos.CENTER_LEFT);
        readOnly.setSelected(sessions()
                .find(new SessionChoice(via, null, false))
                .map(found -> found.session().readOnly())
                .orElse(false));
        return line;
    }

    private HBox actions(Runnable onSignOut) {
        HBox buttons = new HBox(8, open, Buttons.secondary("Who is it?", Icons.LOOK, this::identify));
        if (row.center() != null) {
            buttons.getChildren().addAll(new Spacer(), Buttons.flat("Sign out…", null, onSignOut));
        }
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }

    /** Where it is open. */
    private VBox openOnes() {
        List<DeskServices> mine = sessions().all().stream()
                .filter(each -> each.choice() != null && each.choice().via().equals(via))
                .toList();
        VBox list = new VBox(8);
        if (mine.isEmpty()) {
            return list;
        }
        list.getChildren().add(Texts.name("Open now"));
        for (DeskServices each : mine) {
            boolean current = each.equals(sessions().current());
            HBox line = new HBox(
                    8,
                    (each.session().readOnly() ? Icons.LOOK : Icons.OK).view("td-muted"),
                    Texts.mono11(each.session().accountText() + " · "
                            + each.session().region()),
                    Texts.cell(
                            (each.session().readOnly() ? "read-only" : "")
                                    + (current
                                            ? (each.session().readOnly() ? ", " : "") + "new environments begin here"
                                            : ""),
                            "td-muted"),
                    new Spacer());
            if (!current) {
                line.getChildren()
                        .add(Buttons.secondary(
                                "Use for new environments",
                                null,
                                () -> sessions().use(each)));
            }
            if (sessions().all().size() > 1) {
                line.getChildren()
                        .add(Buttons.secondary("Close", null, () -> sessions().close(each)));
            }
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("td-list-row");
            list.getChildren().add(line);
        }
        return list;
    }

    /** The accounts that it leads to, as far as they are known; the sandbox's has a colour of its own. */
    private SortedSet<String> accounts() {
        SortedSet<String> accounts = new TreeSet<>();
        if (row.account() != null) {
            accounts.add(row.account());
        }
        sessions().all().stream()
                .filter(each -> each.choice() != null && each.choice().via().equals(via))
                .forEach(each -> accounts.add(each.session().account()));
        sessions().all().stream()
                .map(DeskServices::session)
                .filter(session -> session.kind() == Session.Kind.SANDBOX)
                .forEach(session -> accounts.remove(session.account()));
        return accounts;
    }

    private SessionChoice choice() {
        return new SessionChoice(via, region.region(), readOnly.isSelected());
    }

    /** Opens it as it is chosen; one that is open there already is opened anew, so that read-only can be chosen again. */
    void open() {
        if (!row.trouble().isEmpty() || open.isDisabled() || !region.check()) {
            return;
        }
        open.setDisable(true);
        says("The session is opened…", "td-muted");
        openings.open(choice(), opened -> model.read(), failure -> {
            open.setDisable(false);
            says(Openings.why(failure), "td-danger");
            model.failed(row.center(), failure);
        });
    }

    /** Asks STS who it is. */
    void identify() {
        if (!region.check()) {
            return;
        }
        model.identify(choice(), row.center());
    }

    /** Says what has been learnt meanwhile; what is typed stays. */
    void refresh() {
        says();
    }

    private void says() {
        if (!row.trouble().isEmpty()) {
            says(row.trouble(), "td-danger");
        } else {
            model.identity(via).ifPresent(words -> says(words, "td-muted"));
        }
    }

    private void says(String words, String role) {
        HBox line = new HBox(
                8, (role.equals("td-danger") ? Icons.PROBLEM : Icons.NOTE).view(role), Texts.paragraph(words, role));
        line.setAlignment(Pos.TOP_LEFT);
        says.getChildren().setAll(line);
    }
}
