package io.tapdeck.desk.compare;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DescribedEnvironment;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.Presence;
import io.tapdeck.desk.watch.WatchModel;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.monitor.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one side, read again once a minute of its endpoint's time, less often while nobody is at
 * the desk. What was known stays when a reading fails or
 * the environment is gone. For the JavaFX thread only.
 */
final class SideModel {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Side side;
    private final Background background;
    private final Presence presence;
    private final @Nullable WatchModel watch;
    private final ReadOnlyObjectWrapper<@Nullable DescribedEnvironment> described = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Background.@Nullable Repeating ticking;
    private @Nullable Instant askedAt;
    private boolean asking;

    /** A model that asks nobody until {@link #start}. */
    SideModel(Side side, Background background, Presence presence) {
        this.side = side;
        this.background = background;
        this.presence = presence;
        Blueprint blueprint = side.blueprint();
        EnvironmentKey key = side.environment().key();
        watch = blueprint == null
                ? null
                : new WatchModel(
                        new Watched(
                                key.account(),
                                key.region(),
                                side.environment().stackName(),
                                blueprint,
                                side.environment().resources()),
                        side.monitor(),
                        side.clock(),
                        background,
                        presence);
    }

    Side side() {
        return side;
    }

    /** Its measurements; null where this Tapdeck does not know which there are. */
    @Nullable
    WatchModel watch() {
        return watch;
    }

    /** Its stack and definition; null before the first answer. */
    ReadOnlyObjectProperty<@Nullable DescribedEnvironment> describedProperty() {
        return described.getReadOnlyProperty();
    }

    /** Why what is shown may be old: AWS did not answer, or the environment is gone. Empty if it did. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How often its definition is read, in words. */
    String pace() {
        String slow = presence.pace(false).words();
        return slow.isEmpty() ? "every minute" : slow;
    }

    /** Reads, and goes on reading. */
    void start() {
        ticking = background.every(TICK, this::tick);
        read();
        if (watch != null) {
            watch.start();
        }
    }

    /** Reads no more. */
    void stop() {
        if (ticking != null) {
            ticking.close();
            ticking = null;
        }
        if (watch != null) {
            watch.stop();
        }
    }

    private void tick() {
        Instant before = askedAt;
        if (!asking
                && before != null
                && !side.clock()
                        .instant()
                        .isBefore(before.plus(presence.pace(false).interval()))) {
            read();
        }
    }

    private void read() {
        asking = true;
        askedAt = side.clock().instant();
        DescribedEnvironment known = described.get();
        background.run(
                () -> known == null
                        ? DescribedEnvironment.read(
                                side.deployments(), side.environment().key())
                        : known.readAgain(side.deployments()),
                this::answer,
                this::fail);
    }

    private void answer(Optional<DescribedEnvironment> found) {
        asking = false;
        found.ifPresent(described::set);
        problem.set(
                found.isPresent()
                        ? ""
                        : "%s is not there any more. What is shown of it was read before."
                                .formatted(side.environment().key().suffix()));
    }

    private void fail(Exception failure) {
        asking = false;
        problem.set(
                failure instanceof DeployException refused
                        ? refused.getMessage() + " " + refused.remedy()
                        : "AWS does not answer. It is asked again by itself.");
    }
}
