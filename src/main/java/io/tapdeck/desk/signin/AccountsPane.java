package io.tapdeck.desk.signin;

import io.tapdeck.aws.identitycenter.SsoAccount;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.FormField;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.desk.common.SessionOpener;
import io.tapdeck.desk.common.Spacer;
import io.tapdeck.desk.common.Switch;
import io.tapdeck.desk.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a signed-in person may use: an account, a role in it, a region; used as it is, or written into the AWS config. */
final class AccountsPane extends VBox {
    private static final int ROWS = 7;

    private final PageContext context;
    private final Openings openings;
    private final SsoSession center;
    private final Runnable onOpened;
    private final Consumer<Exception> onFailed;
    private final TextField search = new TextField();
    private final ListView<SsoAccount> list = new ListView<>();
    private final ComboBox<String> roles = new ComboBox<>();
    private final RegionBox region;
    private final Switch readOnly = new Switch("Read only");
    private final ProfileWriter writer;
    private final Button open = Buttons.primary("Open", Icons.OPEN, this::open);
    private final Label says = Texts.paragraph("", "td-muted");
    private List<SsoAccount> accounts = List.of();
    private @Nullable String rolesOf;

    /**
     * Reads the accounts at once.
     *
     * @param until such as "until 14:30"
     * @param onOpened hears that a session was opened
     * @param onFailed hears what Identity Center has refused
     * @param onSignOut asked to sign out
     */
    AccountsPane(
            PageContext context,
            Openings openings,
            SsoSession center,
            String until,
            Runnable onOpened,
            Consumer<Exception> onFailed,
            Runnable onSignOut) {
        super(12);
        this.context = context;
        this.openings = openings;
        this.center = center;
        this.onOpened = onOpened;
        this.onFailed = onFailed;
        region = new RegionBox("Region", center.region(), "", this::changed);
        writer = new ProfileWriter(context, center, this::role);
        search.setPromptText("Search accounts by name or id");
        search.setAccessibleText("Search accounts");
        search.textProperty().addListener((observed, before, now) -> filter());
        search.setOnAction(event -> list.requestFocus());
        list.setFixedCellSize(AccountCell.HEIGHT);
        list.setPrefHeight(ROWS * AccountCell.HEIGHT + 2);
        list.setMinHeight(ROWS * AccountCell.HEIGHT + 2);
        list.setCellFactory(view -> new AccountCell());
        list.setAccessibleText("Accounts");
        list.getStyleClass().add("td-accounts");
        list.setPlaceholder(Texts.cell("The accounts are read…", "td-muted"));
        list.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> chose(now));
        roles.setPrefWidth(240);
        roles.valueProperty().addListener((observed, before, now) -> changed());
        VBox head = new VBox(
                6,
                Texts.title(SessionRows.shortTitle(center)),
                Texts.mono11(center.startUrl() + " · " + center.region(), "td-muted"),
                Texts.cell("Signed in, " + until + ". Choose what to use.", "td-muted"));
        HBox where = new HBox(16, new FormField("Role", roles, "", fix -> {}), region);
        HBox foot = new HBox(8, open, new Spacer(), Buttons.flat("Sign out…", null, onSignOut));
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, search, list, where, readOnly(), writer, says, foot);
        says.managedProperty().bind(says.textProperty().isNotEmpty());
        changed();
        SessionOpener opener = context.sessions().opener();
        context.background().run(() -> opener.accounts(center), this::arrived, this::failed);
    }

    private HBox readOnly() {
        HBox line = new HBox(
                12,
                Texts.label("Read only"),
                Texts.cell("Nothing is changed through it, whatever the role may do.", "td-muted"),
                new Spacer(),
                readOnly);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void arrived(List<SsoAccount> all) {
        accounts = all;
        search.setPromptText(
                all.size() == 1 ? "One account" : "Search %d accounts by name or id".formatted(all.size()));
        list.setPlaceholder(Texts.cell(
                all.isEmpty()
                        ? "Nobody has given you an account yet. Ask whoever runs your Identity Center."
                        : "No account matches.",
                "td-muted"));
        filter();
    }

    private void failed(Exception failure) {
        list.setPlaceholder(Texts.paragraph(Openings.why(failure), "td-danger"));
        onFailed.accept(failure);
    }

    private void filter() {
        String words = search.getText().strip().toLowerCase(Locale.ROOT).replaceAll("(?<=\\d)-(?=\\d)", "");
        List<SsoAccount> found = accounts.stream()
                .filter(account -> Stream.of(
                                account.id(), String.valueOf(account.name()), String.valueOf(account.email()))
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words)))
                .toList();
        list.getItems().setAll(found);
        if (!found.isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private void chose(@Nullable SsoAccount account) {
        if (account == null || account.id().equals(rolesOf)) {
            return;
        }
        rolesOf = account.id();
        roles.getItems().clear();
        roles.setPromptText("read…");
        context.background()
                .run(
                        () -> context.sessions().opener().roles(center, account.id()),
                        found -> rolesArrived(account, found),
                        failure -> {
                            says.setText(Openings.why(failure));
                            onFailed.accept(failure);
                        });
    }

    private void rolesArrived(SsoAccount account, List<String> found) {
        if (account.id().equals(rolesOf)) {
            roles.getItems().setAll(found);
            roles.setPromptText(found.isEmpty() ? "none" : "choose");
            roles.getSelectionModel().selectFirst();
        }
    }

    private Optional<SessionChoice.Role> role() {
        SsoAccount account = list.getSelectionModel().getSelectedItem();
        String name = roles.getValue();
        return account == null || name == null
                ? Optional.empty()
                : Optional.of(new SessionChoice.Role(center, account.id(), name));
    }

    private void changed() {
        open.setDisable(role().isEmpty());
        says.setText(role().isEmpty() ? "Choose an account and a role to open it." : "");
        writer.show(region.region());
    }

    /** Opens what is chosen, and writes it down before if that was wished. */
    void open() {
        if (role().isEmpty() || !region.check()) {
            return;
        }
        SessionChoice.Role role = role().orElseThrow();
        open.setDisable(true);
        says.setText("The session is opened…");
        writer.write(via -> open(via), role, this::notOpened);
    }

    private void open(SessionChoice.Via via) {
        openings.open(
                new SessionChoice(via, region.region(), readOnly.isSelected()),
                opened -> {
                    open.setDisable(false);
                    says.setText("%s is open.".formatted(via.title()));
                    onOpened.run();
                },
                this::notOpened);
    }

    private void notOpened(Exception failure) {
        open.setDisable(false);
        says.setText(Openings.why(failure));
        onFailed.accept(failure);
    }
}
