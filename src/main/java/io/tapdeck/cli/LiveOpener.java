package io.tapdeck.cli;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.Session;
import io.tapdeck.aws.identitycenter.ConfigFile;
import io.tapdeck.aws.identitycenter.ConfigProposal;
import io.tapdeck.aws.identitycenter.SignIn;
import io.tapdeck.aws.identitycenter.SignedOut;
import io.tapdeck.aws.identitycenter.SsoAccount;
import io.tapdeck.aws.identitycenter.SsoProfile;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.aws.identitycenter.SsoSessions;
import io.tapdeck.aws.identitycenter.TokenCache.Standing;
import io.tapdeck.aws.profile.AwsProfile;
import io.tapdeck.aws.profile.ProfileKind;
import io.tapdeck.aws.profile.Profiles;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.desk.common.SessionOpener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.profiles.ProfileFileLocation;

/** Opens sessions for the desk with the real engines. Thread-safe. */
final class LiveOpener implements SessionOpener {
    private static final String SANDBOX = "sandbox";

    private final LiveEngines engines;
    private final Path configFile;

    /**
     * An opener.
     *
     * @param configFile the AWS config file, which need not exist
     */
    LiveOpener(LiveEngines engines, Path configFile) {
        this.engines = engines;
        this.configFile = configFile;
    }

    /** Where {@code AWS_CONFIG_FILE} or the user's home has it. */
    static Path usualConfigFile() {
        return ProfileFileLocation.configurationFilePath();
    }

    @Override
    public Offer offer(Collection<SsoSession> also) {
        List<AwsProfile> profiles = List.of();
        List<SsoSession> centers = List.of();
        String usualRegion = null;
        String trouble = null;
        try {
            Profiles now = engines.profiles().now();
            profiles = now.all();
            usualRegion = now.usual().map(AwsProfile::region).orElse(null);
            centers = centers(now.sessions());
        } catch (AwsException e) {
            trouble = e.getMessage() + " " + e.remedy();
        }
        Map<SsoSession, Standing> signIns = new HashMap<>();
        Stream.of(also.stream(), centers.stream(), profiles.stream().flatMap(LiveOpener::signsInAt))
                .flatMap(each -> each)
                .distinct()
                .forEach(center -> standing(center).ifPresent(found -> signIns.put(center, found)));
        return new Offer(
                Map.of(SANDBOX, "this computer only"), profiles, centers, signIns, usualRegion, trouble, shown());
    }

    @Override
    public SignIn signIn(SsoSession center) {
        return engines.identityCenter().signIn(center, engines.browser());
    }

    @Override
    public void browse(URI page) {
        try {
            engines.browser().open(page);
        } catch (IOException e) {
            throw new AwsException(
                    String.valueOf(e.getMessage()), "Copy the address into a browser.", AwsException.Kind.OTHER, e);
        }
    }

    @Override
    public List<SsoAccount> accounts(SsoSession center) {
        return engines.identityCenter().accountsAndRoles(center).accounts();
    }

    @Override
    public List<String> roles(SsoSession center, String account) {
        return engines.identityCenter().accountsAndRoles(center).roles(account);
    }

    @Override
    public SignedOut signOut(SsoSession center) {
        return engines.identityCenter().signOut(center);
    }

    @Override
    public ConfigProposal propose(SsoSession center, List<SsoProfile> profiles) {
        return new ConfigFile(configFile).propose(center, profiles);
    }

    @Override
    public void write(ConfigProposal proposal) {
        new ConfigFile(configFile).apply(proposal);
    }

    private static Stream<SsoSession> signsInAt(AwsProfile profile) {
        return profile.kind() instanceof ProfileKind.IdentityCenter its ? Stream.of(its.session()) : Stream.empty();
    }

    /** Those of the config file. */
    private List<SsoSession> centers(SsoSessions sessions) {
        return new ConfigFile(configFile)
                .sessions().stream()
                        .flatMap(name -> whole(sessions, name).stream())
                        .toList();
    }

    /** Empty where it lacks something, which the profiles that use it say. */
    private static Optional<SsoSession> whole(SsoSessions sessions, String name) {
        try {
            return Optional.of(sessions.named(name));
        } catch (AwsException e) {
            return Optional.empty();
        }
    }

    private Optional<Standing> standing(SsoSession center) {
        return engines.identityCenter()
                .cache()
                .standing(center, InstantSource.system().instant());
    }

    /** As people write it. */
    private String shown() {
        String home = System.getProperty("user.home", "");
        String path = configFile.toString();
        return !home.isEmpty() && path.startsWith(home) ? "~" + path.substring(home.length()) : path;
    }

    @Override
    public DeskServices open(SessionChoice choice) {
        return LiveDesk.services(engines, engines.open(choice), choice);
    }

    @Override
    public Session identity(SessionChoice choice) {
        return engines.identity(choice);
    }

    @Override
    public Optional<SsoSession> center(SessionChoice choice) {
        return switch (choice.via()) {
            case SessionChoice.BuiltIn _ -> Optional.empty();
            case SessionChoice.Role role -> Optional.of(role.center());
            case SessionChoice.Profile(String name) -> {
                Profiles profiles = engines.profiles().now();
                yield profiles.find(name).flatMap(found -> found.signIn(profiles::find));
            }
        };
    }
}
