package io.tapdeck.desk.kit;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.Session;
import io.tapdeck.aws.identitycenter.ConfigProposal;
import io.tapdeck.aws.identitycenter.SignIn;
import io.tapdeck.aws.identitycenter.SignInEvent;
import io.tapdeck.aws.identitycenter.SignInException;
import io.tapdeck.aws.identitycenter.SignedOut;
import io.tapdeck.aws.identitycenter.SsoAccount;
import io.tapdeck.aws.identitycenter.SsoProfile;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.aws.identitycenter.TokenCache.Standing;
import io.tapdeck.aws.profile.AwsProfile;
import io.tapdeck.aws.profile.ProfileKind;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.desk.common.SessionOpener;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** AWS files as a test writes them, and sessions that open unless their sign-in is missing. */
public final class FakeOpener implements SessionOpener {
    public static final SsoSession ACME =
            new SsoSession("acme", "https://acme.awsapps.com/start", "eu-west-1", List.of());

    public final List<AwsProfile> profiles = new ArrayList<>();
    public final Map<SsoSession, Instant> expiries = new HashMap<>();
    /** Whom STS was asked about, and what was opened, in order. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** Those that no profile uses. */
    public final List<SsoSession> centers = new ArrayList<>();

    /** Whether a sign-in has a refresh token. */
    public boolean renewed;

    public @Nullable String usualRegion;
    public @Nullable String trouble;
    /** What a sign-in tells, before it ends. */
    public final List<SignInEvent> told = new ArrayList<>();
    /** How a sign-in fails, or null. */
    public @Nullable SignInException failure;
    /** Until when one is signed in after a sign-in; null if a test lets none end. */
    public @Nullable Instant until;

    /** Looks at the screen while the person has not answered. */
    public Runnable meanwhile = () -> {};

    public List<SsoAccount> accounts = List.of();
    private final VirtualClock clock;

    public FakeOpener(VirtualClock clock) {
        this.clock = clock;
    }

    /** The profiles of the look: two through Identity Center, a key, a role by one of them, and a broken one. */
    public FakeOpener usual() {
        center("acme-prod", "482109375512", "Administrator");
        center("acme-dev", "773044162098", "Administrator");
        profile("legacy-ci", new ProfileKind.AccessKey("AKIA…7QXM", false), "us-east-1");
        profile("partner", new ProfileKind.AssumedRole("arn:aws:iam::660411875023:role/Ops", "acme-prod"), "eu-west-1");
        profile(
                "broken",
                new ProfileKind.Unusable(
                        "Its source_profile “gone” does not exist.", "Add that profile, or name another one."),
                null);
        return this;
    }

    public void center(String name, String account, String role) {
        profile(name, new ProfileKind.IdentityCenter(ACME, account, role), "eu-west-1");
    }

    public void profile(String name, ProfileKind kind, @Nullable String region) {
        profiles.add(new AwsProfile(name, kind, region, null, null));
    }

    /** Signs in elsewhere, as the AWS CLI does. */
    public void signedInUntil(Instant until) {
        expiries.put(ACME, until);
    }

    @Override
    public Offer offer(Collection<SsoSession> also) {
        return new Offer(
                Map.of("sandbox", "this computer only"),
                profiles,
                centers,
                signIns(),
                usualRegion,
                trouble,
                "~/.aws/config");
    }

    private Map<SsoSession, Standing> signIns() {
        Map<SsoSession, Standing> all = new HashMap<>();
        expiries.forEach((center, end) -> all.put(center, new Standing(end, renewed)));
        return all;
    }

    @Override
    public DeskServices open(SessionChoice choice) {
        asked.add("open %s in %s%s"
                .formatted(choice.via().title(), choice.region(), choice.readOnly() ? " read-only" : ""));
        Session session = session(choice);
        TestDesk desk = new TestDesk().asAccount(session.name(), session.account(), session.region());
        DeskServices made = desk.services();
        return new DeskServices(
                made.blueprints(),
                made.synthesizer(),
                session,
                clock,
                made.deployments(),
                made.monitor(),
                made.store(),
                made.targetSettings(),
                made.product(),
                made.connection(),
                choice,
                List.of());
    }

    @Override
    public Session identity(SessionChoice choice) {
        asked.add("who is " + choice.via().title());
        return session(choice);
    }

    @Override
    public SignIn signIn(SsoSession center) {
        return (method, listener) -> {
            asked.add("sign in by " + method);
            told.forEach(listener::on);
            meanwhile.run();
            if (failure != null) {
                throw failure;
            }
            Instant end = Objects.requireNonNull(until, "a test says how it ends");
            expiries.put(center, end);
            return end;
        };
    }

    @Override
    public void browse(URI page) {
        asked.add("browse " + page);
    }

    @Override
    public List<SsoAccount> accounts(SsoSession center) {
        return accounts;
    }

    @Override
    public List<String> roles(SsoSession center, String account) {
        return List.of("Administrator", "ReadOnly");
    }

    @Override
    public SignedOut signOut(SsoSession center) {
        expiries.remove(center);
        asked.add("sign out of " + center.title());
        return new SignedOut(true, null);
    }

    @Override
    public ConfigProposal propose(SsoSession center, List<SsoProfile> wanted) {
        SsoProfile profile = wanted.getFirst();
        String section = "profile " + profile.name();
        return new ConfigProposal(
                Path.of("config"),
                List.of(
                        new ConfigProposal.Change(section, "sso_session", null, center.title()),
                        new ConfigProposal.Change(section, "sso_account_id", null, profile.accountId()),
                        new ConfigProposal.Change(section, "sso_role_name", null, profile.roleName()),
                        new ConfigProposal.Change(section, "region", null, profile.region())),
                null,
                "");
    }

    @Override
    public void write(ConfigProposal proposal) {
        String name = proposal.changes().getFirst().section().substring("profile ".length());
        asked.add("write " + name);
        center(
                name,
                proposal.changes().get(1).after(),
                proposal.changes().get(2).after());
    }

    private Session session(SessionChoice choice) {
        if (center(choice)
                .filter(center -> !expiries.getOrDefault(center, Instant.EPOCH).isAfter(clock.instant()))
                .isPresent()) {
            throw new AwsException(
                    "The session acme is signed out.", "Sign in again.", AwsException.Kind.NEEDS_SIGN_IN);
        }
        String account = profile(choice.via().title())
                .flatMap(AwsProfile::account)
                .orElse(choice.via() instanceof SessionChoice.Role role ? role.account() : "119066283347");
        return new Session(
                choice.via().title(),
                account,
                Objects.requireNonNull(choice.region()),
                "arn:aws:sts::%s:assumed-role/Administrator/ops".formatted(account),
                Session.Kind.ACCOUNT,
                choice.readOnly());
    }

    @Override
    public Optional<SsoSession> center(SessionChoice choice) {
        return choice.via() instanceof SessionChoice.Role role
                ? Optional.of(role.center())
                : profile(choice.via().title()).flatMap(found -> found.signIn(this::profile));
    }

    private Optional<AwsProfile> profile(String name) {
        return profiles.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
