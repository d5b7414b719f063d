package io.tapdeck.desk.common;

import io.tapdeck.aws.ServiceClock;
import io.tapdeck.aws.Session;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.monitor.Monitor;
import io.tapdeck.release.Product;
import io.tapdeck.store.Store;
import io.tapdeck.store.TargetSettingsSource;
import io.tapdeck.synth.Synthesizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engines behind the desk, wired by whoever starts it.
 *
 * @param session the session
 * @param targetSettings what a team adds to every stack, read anew before each use
 * @param product this Tapdeck itself
 * @param connection the words for the status bar, such as "Sandbox on 127.0.0.1:4610, clock at ×20"
 * @param choice how the session was chosen; null if only the command line's words lead to it
 * @param notices things to say once at start, such as a database that was set aside
 */
public record DeskServices(
        Blueprints blueprints,
        Synthesizer synthesizer,
        Session session,
        ServiceClock clock,
        Deployments deployments,
        Monitor monitor,
        Store store,
        TargetSettingsSource targetSettings,
        Product product,
        String connection,
        @Nullable SessionChoice choice,
        List<String> notices) {
    public DeskServices {
        notices = List.copyOf(notices);
    }
}
