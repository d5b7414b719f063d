package io.tapdeck.desk.signin;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.identitycenter.ConfigProposal;
import io.tapdeck.aws.identitycenter.SsoProfile;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.desk.common.FormField;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.desk.common.SessionOpener;
import io.tapdeck.desk.common.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Whether a role becomes a profile of the AWS config: off at first, and with the very lines that would be added. */
final class ProfileWriter extends VBox {
    private static final double NAME = 320;

    private final PageContext context;
    private final SsoSession center;
    private final Supplier<Optional<SessionChoice.Role>> role;
    private final CheckBox wished = new CheckBox("Write a profile to the AWS config");
    private final TextField name = new TextField();
    private final FormField field;
    private final VBox preview = new VBox(2);
    private String region = "";
    private String proposed = "";
    private @Nullable ConfigProposal proposal;
    private Exception missing = notRead();

    /**
     * A choice.
     *
     * @param role what is chosen now
     */
    ProfileWriter(PageContext context, SsoSession center, Supplier<Optional<SessionChoice.Role>> role) {
        super(8);
        this.context = context;
        this.center = center;
        this.role = role;
        field = new FormField("Name of the profile", name, "", fix -> {});
        preview.getStyleClass().add("td-preview");
        preview.setMinHeight(Region.USE_PREF_SIZE);
        name.setPrefWidth(NAME);
        preview.setAccessibleText("Lines that are added to the AWS config");
        name.textProperty().addListener((observed, before, now) -> propose());
        wished.selectedProperty().addListener((observed, before, now) -> propose());
        wished.setDisable(center.name() == null);
        for (VBox part : List.of(field, preview)) {
            part.visibleProperty().bind(wished.selectedProperty());
            part.managedProperty().bind(part.visibleProperty());
        }
        getChildren().addAll(wished, field, preview);
    }

    /** The role or region is another one. */
    void show(String inRegion) {
        region = inRegion;
        // A name that somebody has typed stays.
        role.get()
                .map(SessionChoice.Role::title)
                .filter(now -> name.getText().equals(proposed))
                .ifPresent(now -> {
                    proposed = now;
                    name.setText(now);
                });
        propose();
    }

    private void propose() {
        proposal = null;
        missing = notRead();
        Optional<SessionChoice.Role> chosen = role.get();
        if (!wished.isSelected() || chosen.isEmpty()) {
            preview.getChildren().clear();
            return;
        }
        SsoProfile profile = new SsoProfile(
                name.getText().strip(), chosen.get().account(), chosen.get().role(), region);
        SessionOpener opener = context.sessions().opener();
        context.background()
                .run(
                        () -> opener.propose(center, List.of(profile)),
                        found -> {
                            if (profile.name().equals(name.getText().strip())) {
                                proposal = found;
                                show(found);
                            }
                        },
                        failure -> {
                            missing = failure;
                            preview.getChildren().setAll(Texts.paragraph(Openings.why(failure), "td-danger"));
                        });
    }

    private static Exception notRead() {
        return new AwsException(
                "The AWS config is still being read.", "Try it again in a moment.", AwsException.Kind.OTHER);
    }

    private void show(ConfigProposal found) {
        preview.getChildren().setAll(Texts.caption(found.file().toString()));
        String section = "";
        for (ConfigProposal.Change change : found.changes()) {
            if (!change.section().equals(section)) {
                section = change.section();
                preview.getChildren().add(Texts.mono11("[" + section + "]"));
            }
            String line = change.key() + " = " + change.after();
            preview.getChildren()
                    .add(Texts.mono11(
                            change.before() == null ? line : line + "   (now " + change.before() + ")",
                            change.before() == null ? "td-success" : "td-warning"));
        }
        if (found.changes().isEmpty()) {
            preview.getChildren().add(Texts.cell("All of it stands there already.", "td-muted"));
        }
    }

    /** Writes the profile if that is wished, and says through what the session is reached then. */
    void write(Consumer<SessionChoice.Via> then, SessionChoice.Role chosen, Consumer<Exception> onFailed) {
        ConfigProposal shown = proposal;
        if (!wished.isSelected()) {
            then.accept(chosen);
            return;
        }
        if (shown == null) {
            onFailed.accept(missing);
            return;
        }
        String profile = name.getText().strip();
        context.background()
                .run(
                        () -> {
                            context.sessions().opener().write(shown);
                            return profile;
                        },
                        written -> then.accept(new SessionChoice.Profile(written)),
                        onFailed);
    }
}
