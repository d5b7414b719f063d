package io.tapdeck.desk.signin;

import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.FormField;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Overlays;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks for an Identity Center that no profile names: where one signs in, and in which region it is. */
final class AddCard extends VBox {
    private static final double WIDTH = 480;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final TextField name = new TextField();
    private final TextField startUrl = new TextField();
    private final FormField nameField =
            new FormField("Name", name, "What you call it, such as your company.", fix -> {});
    private final FormField urlField = new FormField(
            "Start URL",
            startUrl,
            "The address of your access portal, such as https://acme.awsapps.com/start",
            fix -> {});
    private final RegionBox region;
    private final Button add;

    /**
     * A card for {@link Overlays#show}.
     *
     * @param onAdded gets what was asked for, after the card is closed
     */
    AddCard(Overlays overlays, Consumer<SsoSession> onAdded) {
        super(12);
        getStyleClass().add("td-card-pop");
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setAccessibleText("Add an IAM Identity Center");
        region = new RegionBox("Region", "us-east-1", "Where your Identity Center is.", this::check);
        add = Buttons.primary("Go on to sign-in", Icons.ARROW_RIGHT, () -> {
            SsoSession center =
                    new SsoSession(name.getText().strip(), startUrl.getText().strip(), region.region(), List.of());
            overlays.close();
            onAdded.accept(center);
        });
        name.textProperty().addListener((observed, before, now) -> check());
        startUrl.textProperty().addListener((observed, before, now) -> check());
        startUrl.setOnAction(event -> add.fire());
        HBox foot = new HBox(8, Buttons.secondary("Cancel", null, overlays::close), add);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(Texts.ask("Add an IAM Identity Center"), nameField, urlField, region, foot);
        check();
    }

    private void check() {
        Optional<String> wrongName =
                name.getText().isEmpty() || NAME.matcher(name.getText()).matches()
                        ? Optional.empty()
                        : Optional.of("Use letters, digits, hyphens and underscores.");
        Optional<String> wrongUrl = startUrl.getText().isBlank()
                ? Optional.empty()
                : wrong(startUrl.getText().strip());
        nameField.show(wrongName.map(words -> new Problem("name", words)).orElse(null));
        urlField.show(wrongUrl.map(words -> new Problem("startUrl", words)).orElse(null));
        boolean all = !name.getText().isEmpty() && !startUrl.getText().isBlank();
        add.setDisable(!all || wrongName.isPresent() || wrongUrl.isPresent() || !region.check());
    }

    /** Why a text cannot be where one signs in; a password is never typed into a page that anybody can read on its way. */
    static Optional<String> wrong(String text) {
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.of("This is not an address. Write it like https://acme.awsapps.com/start.");
        }
        if (address.getHost() == null || address.getUserInfo() != null) {
            return Optional.of("This is not an address. Write it like https://acme.awsapps.com/start.");
        }
        boolean safe = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost()));
        return safe ? Optional.empty() : Optional.of("Only https is safe here. Write https:// in front.");
    }
}
