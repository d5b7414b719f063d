package io.tapdeck.cli;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.identitycenter.Browser;
import io.tapdeck.aws.identitycenter.IdentityCenter;
import io.tapdeck.aws.profile.Profiles;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.monitor.Monitor;
import io.tapdeck.release.Updates;
import io.tapdeck.store.Store;
import io.tapdeck.store.TargetSettingsSource;
import io.tapdeck.synth.Synthesizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engines behind the commands; each is made when it is first asked for. */
interface Engines extends AutoCloseable {
    Blueprints blueprints();

    Synthesizer synthesizer();

    Store store();

    /** The target settings of each account. */
    TargetSettingsSource targetSettings();

    /** Whether a newer Tapdeck is there. */
    Updates updates();

    /** What was noticed while the engines were made, such as a database that was set aside. */
    List<String> notices();

    /** The profiles of the AWS files. */
    Profiles profiles();

    /**
     * The sessions of the AWS files.
     *
     * @param profile by whose settings they are reached; null for the usual one
     */
    IdentityCenter identityCenter(@Nullable String profile);

    /** What opens the pages of a sign-in. */
    Browser browser();

    /** Connects to a target. */
    Workbench open(TargetOptions target);

    @Override
    void close();

    /**
     * The engines of one target.
     *
     * @param connectionText such as "Sandbox on 127.0.0.1:4610, clock at ×20"
     */
    record Workbench(AwsConnection connection, Deployments deployments, Monitor monitor, String connectionText) {}
}
