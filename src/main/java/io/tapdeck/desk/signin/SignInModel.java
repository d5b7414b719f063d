package io.tapdeck.desk.signin;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.identitycenter.SignIn;
import io.tapdeck.aws.identitycenter.SignInEvent;
import io.tapdeck.aws.identitycenter.SignInException;
import io.tapdeck.aws.identitycenter.SignInMethod;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.SessionOpener;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/** How a sign-in goes, from the first question to the token, which it never sees. For the JavaFX thread only. */
final class SignInModel {
    private static final Duration TICK = Duration.ofSeconds(1);

    /** Where it stands. */
    enum Phase {
        IDLE,
        RUNNING,
        SIGNED_IN,
        FAILED
    }

    private final SsoSession center;
    private final SessionOpener opener;
    private final Background background;
    private final InstantSource time;
    private final Runnable onSignedIn;
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private Phase phase = Phase.IDLE;
    private SignInMethod method = SignInMethod.BROWSER;
    private Said said = Said.NOTHING;
    private @Nullable Run run;
    private Background.@Nullable Repeating ticking;

    /**
     * What the sign-in has told so far.
     *
     * @param openedAt when the page was opened or offered
     * @param askedAt when Identity Center was asked last
     * @param aside why it goes on otherwise than wished; empty while it does not
     * @param until when the sign-in ends, once there is one
     * @param failure what went wrong and what to do about it; empty while nothing has
     */
    record Said(
            SignInEvent.@Nullable Registered registered,
            SignInEvent.@Nullable CodeToShow code,
            SignInEvent.@Nullable PageToOpen page,
            @Nullable Instant openedAt,
            SignInEvent.@Nullable Waiting waiting,
            @Nullable Instant askedAt,
            String aside,
            @Nullable Instant until,
            String failure) {
        static final Said NOTHING = new Said(null, null, null, null, null, null, "", null, "");

        private Said hears(SignInEvent event, Instant now) {
            return switch (event) {
                case SignInEvent.Registered told ->
                    new Said(told, code, page, openedAt, waiting, askedAt, aside, until, failure);
                case SignInEvent.CodeToShow told ->
                    new Said(registered, told, page, openedAt, waiting, askedAt, aside, until, failure);
                case SignInEvent.PageToOpen told ->
                    new Said(registered, code, told, now, waiting, askedAt, aside, until, failure);
                case SignInEvent.Waiting told ->
                    new Said(registered, code, page, openedAt, told, now, aside, until, failure);
                case SignInEvent.SlowedDown told ->
                    because("IAM Identity Center wants to be asked less often, each "
                            + told.interval().toSeconds() + " s.");
                case SignInEvent.NotHeard told -> because(told.reason() + " It is asked again by itself.");
                case SignInEvent.FellBack told ->
                    new Said(
                            registered,
                            null,
                            null,
                            null,
                            null,
                            null,
                            told.reason() + " A device code is used.",
                            until,
                            failure);
                case SignInEvent.SignedIn told ->
                    new Said(registered, code, page, openedAt, waiting, askedAt, "", told.until(), failure);
            };
        }

        private Said because(String words) {
            return new Said(registered, code, page, openedAt, waiting, askedAt, words, until, failure);
        }

        private Said failed(String words) {
            return new Said(registered, code, page, openedAt, waiting, askedAt, "", null, words);
        }
    }

    /** One sign-in, which can be stopped from the JavaFX thread while it blocks another one. */
    private static final class Run {
        private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
        private final AtomicBoolean stopped = new AtomicBoolean();

        private Callable<Instant> of(Supplier<SignIn> signIn, SignInMethod method, Consumer<SignInEvent> heard) {
            return () -> {
                worker.set(Thread.currentThread());
                if (stopped.get()) {
                    Thread.currentThread().interrupt();
                }
                try {
                    return signIn.get().run(method, heard::accept);
                } finally {
                    worker.set(null);
                }
            };
        }

        private void stop() {
            stopped.set(true);
            Thread blocked = worker.getAndSet(null);
            if (blocked != null) {
                blocked.interrupt();
            }
        }
    }

    /**
     * A sign-in that has not begun.
     *
     * @param time this computer's
     * @param onSignedIn hears that it is done
     */
    SignInModel(
            SsoSession center, SessionOpener opener, Background background, InstantSource time, Runnable onSignedIn) {
        this.center = center;
        this.opener = opener;
        this.background = background;
        this.time = time;
        this.onSignedIn = onSignedIn;
    }

    /** Grows whenever something has changed, and each second while it runs. */
    ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    SsoSession center() {
        return center;
    }

    Phase phase() {
        return phase;
    }

    SignInMethod method() {
        return method;
    }

    Said said() {
        return said;
    }

    /** The page that somebody has to see, with the code in its address where there is one; null before it is known. */
    @Nullable
    URI page() {
        SignInEvent.CodeToShow told = said.code();
        SignInEvent.PageToOpen offered = said.page();
        return told != null ? told.complete() : offered == null ? null : offered.page();
    }

    /**
     * Shows that page in the browser, once more.
     *
     * @param onFailed hears why no browser opens
     */
    void browse(Consumer<String> onFailed) {
        URI page = page();
        if (page != null) {
            background.run(
                    () -> {
                        opener.browse(page);
                        return page;
                    },
                    opened -> {},
                    failed -> onFailed.accept(Openings.why(failed)));
        }
    }

    Instant now() {
        return time.instant();
    }

    /** Chooses how to sign in, without beginning. */
    void choose(SignInMethod other) {
        method = other;
        changed();
    }

    /** Begins, in place of one that runs. */
    void start(SignInMethod wanted) {
        stop();
        method = wanted;
        said = Said.NOTHING;
        phase = Phase.RUNNING;
        Run started = new Run();
        run = started;
        ticking = background.every(TICK, this::changed);
        background.run(
                started.of(
                        () -> opener.signIn(center), wanted, event -> background.onScreen(() -> heard(started, event))),
                until -> ended(started, Phase.SIGNED_IN, said),
                failure -> ended(started, Phase.FAILED, said.failed(words(failure))));
        changed();
    }

    /** Ends one that runs; what is signed in stays so. */
    void stop() {
        if (run != null) {
            run.stop();
            run = null;
        }
        stopTicking();
        if (phase == Phase.RUNNING) {
            phase = Phase.IDLE;
            said = Said.NOTHING;
            changed();
        }
    }

    private void heard(Run from, SignInEvent event) {
        if (from == run) {
            said = said.hears(event, time.instant());
            if (event instanceof SignInEvent.FellBack) {
                method = SignInMethod.DEVICE_CODE;
            }
            changed();
        }
    }

    private void ended(Run from, Phase end, Said last) {
        if (from != run) {
            return;
        }
        stopTicking();
        run = null;
        phase = end;
        said = last;
        changed();
        if (end == Phase.SIGNED_IN) {
            onSignedIn.run();
        }
    }

    private void stopTicking() {
        if (ticking != null) {
            ticking.close();
            ticking = null;
        }
    }

    private static String words(Exception failure) {
        return switch (failure) {
            case SignInException known -> known.getMessage() + " " + known.remedy();
            case AwsException known -> known.getMessage() + " " + known.remedy();
            default -> "The sign-in came to nothing. Try it again, or use the other way.";
        };
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
