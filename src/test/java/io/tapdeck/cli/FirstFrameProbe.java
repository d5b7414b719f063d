package io.tapdeck.cli;

import io.tapdeck.desk.Desk;
import io.tapdeck.desk.DeskApplication;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.sandbox.SandboxOptions;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;

/** A process of its own that opens the desk on a sandbox and prints how long its first frame took since the JVM began. */
final class FirstFrameProbe {
    private FirstFrameProbe() {}

    /** Runs it; the one argument is an empty folder for its data. */
    public static void main(String[] args) throws InterruptedException {
        CountDownLatch drawn = new CountDownLatch(1);
        try (LiveEngines engines =
                new LiveEngines(Path.of(args[0]), SandboxOptions.usual().withPort(0))) {
            TargetOptions target = new TargetOptions();
            target.sandbox = true;
            DeskApplication.startHeadless();
            DeskServices services = LiveDesk.services(engines, target);
            Platform.runLater(() -> {
                Desk desk = DeskApplication.desk(new OpenSessions(services), new Theme(Theme.Choice.LIGHT));
                Stage stage = new Stage();
                desk.show(stage);
                stage.getScene().addPostLayoutPulseListener(drawn::countDown);
                Platform.requestNextPulse();
            });
            drawn.await();
            long started = ManagementFactory.getRuntimeMXBean().getStartTime();
            System.out.println("first frame " + (System.currentTimeMillis() - started) + " ms");
        }
        System.exit(0);
    }
}
