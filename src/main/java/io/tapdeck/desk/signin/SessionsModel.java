package io.tapdeck.desk.signin;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.Session;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.aws.identitycenter.TokenCache.Standing;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.desk.common.SessionOpener.Offer;
import io.tapdeck.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/** What can be opened and how each stands, read again every few seconds while the page is shown. */
final class SessionsModel {
    /** What the AWS CLI signs in shows within so much. */
    static final Duration PACE = Duration.ofSeconds(3);

    private static final Offer NOTHING = new Offer(Map.of(), List.of(), List.of(), Map.of(), null, null, "");

    private final OpenSessions sessions;
    private final Background background;
    private final Store store;
    /** This computer's time: by it credentials and tokens end. */
    private final InstantSource time;

    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final Set<SsoSession> added = new LinkedHashSet<>();
    private final Set<SsoSession> refused = new HashSet<>();
    private final Map<SessionChoice.Via, String> identities = new HashMap<>();
    private Offer offer = NOTHING;
    private boolean reading;
    private String trouble = "";
    private @Nullable SsoSession signingIn;
    private Background.@Nullable Repeating polling;

    SessionsModel(PageContext context, InstantSource time) {
        this.sessions = context.sessions();
        this.background = context.background();
        this.store = context.services().store();
        this.time = time;
    }

    /** Grows whenever something has changed. */
    ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    void start() {
        background.run(
                () -> KeptCenters.of(store.preference(KeptCenters.PREFERENCE).orElse("")),
                kept -> {
                    added.addAll(kept);
                    read();
                },
                failure -> read());
        polling = background.every(PACE, this::read);
    }

    void stop() {
        if (polling != null) {
            polling.close();
            polling = null;
        }
    }

    /** Reads files and cache, unless they are being read. */
    void read() {
        if (reading) {
            return;
        }
        reading = true;
        Set<SsoSession> also = Set.copyOf(rows().centers());
        background.run(() -> sessions.opener().offer(also), this::arrived, this::failed);
    }

    private void arrived(Offer now) {
        reading = false;
        trouble = now.trouble() == null ? "" : now.trouble();
        offer = now;
        refused.removeIf(center -> !expired(now.signIns().get(center)));
        changed();
    }

    private void failed(Exception failure) {
        reading = false;
        trouble = failure instanceof AwsException aws
                ? aws.getMessage() + " " + aws.remedy()
                : "The AWS files cannot be read.";
        changed();
    }

    private boolean expired(@Nullable Standing standing) {
        return standing != null && !standing.until().isAfter(time.instant());
    }

    /** Something failed: if it needs a sign-in there, nobody counts on that sign-in renewing itself any more. */
    void failed(@Nullable SsoSession center, Exception failure) {
        if (center != null && Openings.needsSignIn(failure)) {
            refused.add(center);
            read();
            changed();
        }
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }

    /** Where whatever has no region of its own begins; null if the files and variables do not say. */
    @Nullable
    String usualRegion() {
        return offer.usualRegion();
    }

    /** What is wrong with the files as a whole; empty if nothing is. */
    String trouble() {
        return trouble;
    }

    SessionRows rows() {
        return new SessionRows(offer, sessions, added, refused, signingIn, time.instant(), ZoneId.systemDefault());
    }

    /** Says where somebody is signing in now; null if nobody is. */
    void signingIn(@Nullable SsoSession center) {
        signingIn = center;
        changed();
    }

    /** Where somebody is signing in now; null if nobody is. */
    @Nullable
    SsoSession signingIn() {
        return signingIn;
    }

    /** Offers an Identity Center that no profile names. */
    void add(SsoSession center) {
        added.add(center);
        keepAdded();
    }

    /** Offers one no longer that somebody has added; who is signed in to it stays so. */
    void remove(SsoSession center) {
        added.remove(center);
        keepAdded();
    }

    /** Whether one stands in the list only because somebody has added it. */
    boolean onlyAdded(SsoSession center) {
        return added.contains(center) && !offer.centers().contains(center);
    }

    private void keepAdded() {
        String text = KeptCenters.text(added);
        background.run(
                () -> {
                    store.setPreference(KeptCenters.PREFERENCE, text);
                    return text;
                },
                kept -> {},
                // It is offered all the same; the store says so itself when it cannot write.
                failure -> {});
        changed();
        read();
    }

    /**
     * Asks STS who a session is.
     *
     * @param center where somebody signs in for it, or null
     */
    void identify(SessionChoice choice, @Nullable SsoSession center) {
        identities.put(choice.via(), "AWS is asked…");
        changed();
        background.run(
                () -> sessions.opener().identity(choice), session -> identified(choice, words(session)), failure -> {
                    identified(choice, Openings.why(failure));
                    failed(center, failure);
                });
    }

    private void identified(SessionChoice choice, String words) {
        identities.put(choice.via(), words);
        changed();
    }

    private static String words(Session session) {
        return "%s in account %s".formatted(session.callerArn(), session.accountText());
    }

    /** Who a session is, as STS answered when it was asked last. */
    Optional<String> identity(SessionChoice.Via via) {
        return Optional.ofNullable(identities.get(via));
    }
}
