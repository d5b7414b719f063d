package io.tapdeck.desk.signin;

import io.tapdeck.aws.identitycenter.SignedOut;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.desk.common.ConfirmCard;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Texts;
import javafx.scene.layout.VBox;

/** Asks before a sign-in ends, and says what ends with it. */
final class SignOutCard {
    private final PageContext context;
    private final SsoSession center;
    private final Runnable onSignedOut;

    SignOutCard(PageContext context, SsoSession center, Runnable onSignedOut) {
        this.context = context;
        this.center = center;
        this.onSignedOut = onSignedOut;
    }

    void ask() {
        String name = SessionRows.shortTitle(center);
        VBox body = new VBox(
                8,
                Texts.paragraph("Every session of %s ends here, in the AWS CLI, and in all programs that use the same"
                                .formatted(name)
                        + " sign-in."),
                Texts.paragraph("What runs in AWS goes on."),
                Texts.paragraph(SignedOut.LEFT, "td-muted"));
        context.overlays()
                .show(
                        new ConfirmCard(
                                "Sign out of " + name, body, "", "", "Sign out", context.overlays(), this::signOut),
                        () -> {});
    }

    private void signOut() {
        context.background()
                .run(
                        () -> context.sessions().opener().signOut(center),
                        done -> {
                            String notTold = done.notTold();
                            if (notTold != null) {
                                context.overlays()
                                        .say("You are signed out on this computer. IAM Identity Center was not told: "
                                                + notTold);
                            }
                            onSignedOut.run();
                        },
                        failure -> context.overlays().say(Openings.why(failure)));
    }
}
