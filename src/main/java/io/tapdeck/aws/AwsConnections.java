package io.tapdeck.aws;

import io.tapdeck.aws.identitycenter.IdentityCenter;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.aws.identitycenter.TokenCache;
import io.tapdeck.aws.profile.AwsProfile;
import io.tapdeck.aws.profile.ProfileCredentials;
import io.tapdeck.aws.profile.Profiles;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Opens connections. Thread-safe. */
public final class AwsConnections implements AutoCloseable {
    /** All attempts of a call together. */
    private static final Duration CALL = Duration.ofSeconds(90);

    /** For an endpoint of our own choosing, which nothing that the AWS files say concerns. */
    private static final ProfileFile NO_FILES = ProfileFile.aggregator().build();

    private final InstantSource localClock;
    private final RetryStrategy retries;
    private final Supplier<ProfileFile> files;
    private final Profiles profiles;
    private final TokenCache cache;
    private final Network network;
    private final Credentials credentials;
    private final IdentityCenters identityCenters;

    /** Connections by the standard AWS files and variables, with the SDK's standard retries. */
    public AwsConnections(InstantSource localClock) {
        this(
                localClock,
                AwsRetryStrategy.standardRetryStrategy(),
                ProfileFile::defaultProfileFile,
                name -> Optional.ofNullable(System.getenv(name)),
                new TokenCache(
                        TokenCache.usualFolder(System.getenv(), System.getProperty("user.home")), Thread::sleep));
    }

    /**
     * Connections by given files.
     *
     * @param localClock this computer's time
     * @param retries tests retry without delay
     * @param files the AWS files, read anew each time
     * @param variables a variable of the environment by its name
     * @param cache of the sign-ins
     */
    public AwsConnections(
            InstantSource localClock,
            RetryStrategy retries,
            Supplier<ProfileFile> files,
            Function<String, Optional<String>> variables,
            TokenCache cache) {
        this.localClock = localClock;
        this.retries = retries;
        this.files = files;
        this.profiles = new Profiles(files, variables);
        this.network = new Network(variables);
        this.cache = cache;
        this.credentials = new Credentials(files, profiles);
        this.identityCenters = new IdentityCenters(
                profiles,
                network,
                (http, profile) -> new IdentityCenter(files, profile, cache, http, retries, localClock, Thread::sleep));
    }

    /** What the AWS files and variables offer. */
    public Profiles profiles() {
        return profiles;
    }

    /** Of the profile whose settings hold where calls are nobody's in particular; the SDK's clients go by the same one. */
    private @Nullable String caBundle() {
        return profiles.usual().map(AwsProfile::caBundle).orElse(null);
    }

    /** Where people sign in, by the settings of the usual profile. */
    public IdentityCenter identityCenter() {
        return identityCenters.of(null);
    }

    /**
     * Where people sign in for a profile, by its settings, as the AWS CLI does.
     *
     * @param profile null for the usual one
     */
    public IdentityCenter identityCenter(@Nullable String profile) {
        return identityCenters.of(profile);
    }

    /**
     * Finds credentials and region, and asks STS who they are. Blocks.
     *
     * @throws AwsException with words for people if any of it fails
     */
    public AwsConnection open(Target target) {
        return switch (target) {
            case Target.Fixed fixed -> open(fixed);
            case Target.Account account -> open(account);
            case Target.Role role -> open(role);
        };
    }

    private AwsConnection open(Target.Fixed fixed) {
        checkEndpoint(fixed.endpoint());
        ClientSettings settings = settings(
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(fixed.accessKeyId(), fixed.secretAccessKey())),
                Region.of(fixed.region()),
                fixed.endpoint(),
                NO_FILES,
                null,
                network.client(fixed.endpoint(), null));
        return open(fixed.name(), fixed.kind(), fixed.readOnly(), fixed.endpoint(), settings, Optional::empty);
    }

    private AwsConnection open(Target.Role role) {
        HeldCredentials held = new HeldCredentials(
                () -> identityCenter().role(role.center(), role.account(), role.role()),
                role.center().signInAgain());
        ClientSettings settings = settings(
                        held, Region.of(role.region()), null, files.get(), null, network.client(null, caBundle()))
                .as(held);
        return open(
                role.name(),
                Session.Kind.ACCOUNT,
                role.readOnly(),
                null,
                settings,
                () -> cache.lasts(role.center(), localClock.instant()));
    }

    private AwsConnection open(Target.Account account) {
        checkEndpoint(account.endpoint());
        Optional<AwsProfile> profile = credentials.chosen(account.profile());
        String name = profile.map(AwsProfile::name)
                .filter(found -> !found.equals(Profiles.ENVIRONMENT))
                .orElse(null);
        URI endpoint = account.endpoint() != null ? account.endpoint() : configured(profile);
        Region region = credentials.region(account.region(), profile);
        SdkHttpClient http = network.client(
                endpoint,
                name == null ? caBundle() : profile.map(AwsProfile::caBundle).orElse(null));
        ClientSettings asNobody =
                settings(AnonymousCredentialsProvider.create(), region, account.endpoint(), files.get(), name, http);
        ProfileCredentials ofProfiles = new ProfileCredentials(
                files,
                profiles,
                center -> identityCenter(account.profile()).role(center.session(), center.account(), center.role()),
                source -> asNobody.as(source).apply(StsClient.builder()).build());
        try {
            ClientSettings settings = asNobody.as(credentials.provider(profile, ofProfiles));
            String shown = name(account, endpoint, name);
            Optional<SsoSession> signIn = profile.flatMap(found -> found.signIn(profiles::find));
            return open(
                    shown,
                    Session.Kind.ACCOUNT,
                    account.readOnly(),
                    endpoint,
                    settings,
                    () -> signIn.flatMap(session -> cache.lasts(session, localClock.instant())));
        } catch (RuntimeException e) {
            http.close();
            throw e;
        }
    }

    /** Where the files or variables send calls instead of AWS; the SDK's clients find it by themselves. */
    private static @Nullable URI configured(Optional<AwsProfile> profile) {
        String written = profile.map(AwsProfile::endpointUrl).orElse(null);
        if (written == null) {
            return null;
        }
        try {
            URI endpoint = new URI(written);
            checkEndpoint(endpoint);
            return endpoint;
        } catch (URISyntaxException e) {
            throw notAnEndpoint(written);
        }
    }

    private ClientSettings settings(
            AwsCredentialsProvider provider,
            Region region,
            @Nullable URI endpoint,
            ProfileFile own,
            @Nullable String profile,
            SdkHttpClient http) {
        DateHeaderClock clock = new DateHeaderClock(localClock);
        return new ClientSettings(provider, region, endpoint, own, profile, clock, List.of(clock), http, retries, CALL);
    }

    private static void checkEndpoint(@Nullable URI endpoint) {
        if (endpoint == null) {
            return;
        }
        String scheme = endpoint.getScheme();
        if (endpoint.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw notAnEndpoint(endpoint.toString());
        }
    }

    private static AwsException notAnEndpoint(String written) {
        return new AwsException(
                "“%s” is not the address of an endpoint.".formatted(written),
                "Write it like http://127.0.0.1:4610.",
                AwsException.Kind.WRONG_TARGET);
    }

    private static String name(Target.Account account, @Nullable URI endpoint, @Nullable String profile) {
        if (account.profile() != null) {
            return account.profile();
        }
        if (endpoint != null) {
            return endpoint.getAuthority();
        }
        return profile == null ? "environment" : profile;
    }

    private static AwsConnection open(
            String name,
            Session.Kind kind,
            boolean readOnly,
            @Nullable URI endpoint,
            ClientSettings settings,
            Supplier<Optional<Duration>> left) {
        String where = endpoint == null ? "AWS in " + settings.region().id() : "the endpoint " + endpoint;
        try (StsClient sts = settings.apply(StsClient.builder()).build()) {
            GetCallerIdentityResponse identity = sts.getCallerIdentity();
            if (identity.account() == null || identity.arn() == null) {
                throw AwsFailures.notAws(where, null);
            }
            Session session =
                    new Session(name, identity.account(), settings.region().id(), identity.arn(), kind, readOnly);
            return new SdkConnection(session, settings, endpoint != null, left);
        } catch (SdkException e) {
            settings.close();
            throw AwsFailures.explain(e, where);
        } catch (RuntimeException e) {
            settings.close();
            throw e;
        }
    }

    /** Ends what speaks to Identity Center; the connections that were opened stay as they are. */
    @Override
    public void close() {
        identityCenters.close();
    }
}
