package io.tapdeck.desk.tour;

import io.tapdeck.desk.Desk;
import io.tapdeck.desk.DeskApplication;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Theme;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * The newcomer's journey on the real desk and the real engines, one picture a step: empty desk, wizard, deployment, live
 * charts with an alarm that starts and ends, home, and a sign-in.
 */
public final class JourneyTour {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final Pattern PROGRESS = Pattern.compile("(\\d+) of (\\d+) resources.*");

    private final OpenSessions sessions;
    private final Path out;
    private final Stagehand.Pause pause;
    private final Consumer<String> said;

    /**
     * A tour.
     *
     * @param out where the pictures go
     * @param pause how to wait between two looks at the screen
     * @param said hears one line per picture
     */
    public JourneyTour(OpenSessions sessions, Path out, Stagehand.Pause pause, Consumer<String> said) {
        this.sessions = sessions;
        this.out = out;
        this.pause = pause;
        this.said = said;
    }

    /** Plays it, on a started JavaFX; blocks until it has ended. Not for the JavaFX thread. */
    public void play() {
        Theme theme = Stagehand.onScreen(() -> new Theme(Theme.Choice.LIGHT));
        Desk desk = Stagehand.onScreen(() -> DeskApplication.desk(sessions, theme));
        Scene scene = Stagehand.onScreen(() -> {
            Stage stage = new Stage();
            desk.show(stage);
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            return stage.getScene();
        });
        Stagehand hand = new Stagehand(desk.root(), pause);
        Album album = new Album(scene, theme, out, hand, said);
        try {
            describe(hand, album);
            deploy(hand, album);
            watch(hand, album);
            signIn(hand, album);
        } catch (IllegalStateException e) {
            album.take("stuck", "where the tour came to a halt");
            throw e;
        } finally {
            Stagehand.onScreen(() -> {
                desk.close();
                scene.getWindow().hide();
                return true;
            });
        }
    }

    private static void describe(Stagehand hand, Album album) {
        hand.read("the empty desk", "No environments yet"::equals);
        album.take("01-empty", "an empty desk says how to begin");
        hand.press("New environment");
        hand.read("the first step", words -> words.startsWith("Continue to"));
        album.take("02-wizard-where", "where: session, account, region");
        hand.press("Continue to What");
        album.take("03-wizard-what", "what: blueprint and preset");
        hand.press("Continue to Name and size");
        hand.type("Environment suffix", "dev_1");
        hand.read("the complaint", words -> words.contains("is not allowed"));
        album.take("04-wizard-error", "a wrong suffix, and how to mend it");
        hand.type("Environment suffix", "dev");
        hand.read("the preview", words -> words.matches("[\\d,.]+ m?s"));
        album.take("05-wizard-size", "name and size, the template beside them");
        hand.press("Continue to Alarms");
        album.take("06-wizard-alarms", "alarms: threshold, M of N, period, missing data");
        hand.press("Continue to Review");
        hand.read("the change set", words -> words.startsWith("The change set is not executed yet"));
        album.take("07-wizard-review", "CloudFormation's change set in words");
    }

    private static void deploy(Stagehand hand, Album album) {
        hand.pressInFoot("Deploy");
        hand.read("half of the resources", JourneyTour::halfDone);
        album.take("08-deployment", "half of the resources are made");
        hand.read("the end of the deployment", "dev is up"::equals);
        album.take("09-deployed", "the environment is up");
    }

    private static boolean halfDone(String words) {
        Matcher progress = PROGRESS.matcher(words);
        return progress.matches() && 2 * Integer.parseInt(progress.group(1)) >= Integer.parseInt(progress.group(2));
    }

    private static void watch(Stagehand hand, Album album) {
        hand.press("Watch");
        hand.read("an alarm", words -> words.startsWith("ALARM, "));
        hand.settle();
        album.take("10-watch-alarm", "an alarm goes off under load");
        hand.await(
                "the alarms to end",
                () -> !hand.reads(words -> words.startsWith("ALARM, ")) && hand.reads("OK"::equals));
        album.take("11-watch-ok", "the load is gone, and so is the alarm");
        hand.press("Environments");
        hand.read("the environment", "dev"::equals);
        album.take("12-home", "the environment among all others");
        hand.press("Alarms");
        hand.settle();
        album.take("13-alarms", "what rang, and when it ended");
    }

    /** As far as the tour can go: nobody is there to allow it in a browser. */
    private static void signIn(Stagehand hand, Album album) {
        hand.press("Sessions");
        hand.read("the profiles", "audit"::equals);
        album.take("14-sessions", "every way into AWS: what it is, how it stands");
        hand.choose("audit");
        hand.press("Device code");
        hand.press("Get a code");
        hand.read("the code", words -> words.matches("[A-Z]{4}-[A-Z]{4}"));
        album.take("15-sign-in", "a device code of IAM Identity Center, to be allowed in any browser");
        hand.press("Stop");
    }
}
