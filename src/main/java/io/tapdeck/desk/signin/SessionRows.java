package io.tapdeck.desk.signin;

import io.tapdeck.aws.Session;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.aws.identitycenter.TokenCache.Standing;
import io.tapdeck.aws.profile.AwsProfile;
import io.tapdeck.aws.profile.ProfileKind;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.desk.common.SessionOpener.Offer;
import io.tapdeck.desk.common.TimeText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows of an offer.
 *
 * @param added Identity Centers that somebody has added here and no profile names
 * @param refused where a sign-in that should renew itself did not when it was last asked
 * @param signingIn where somebody is signing in right now, or null
 */
record SessionRows(
        Offer offer,
        OpenSessions sessions,
        Set<SsoSession> added,
        Set<SsoSession> refused,
        @Nullable SsoSession signingIn,
        Instant now,
        ZoneId zone) {
    /** The style class of a session that works. */
    static final String GOOD = "td-success";

    private static final String BAD = "td-danger";
    private static final String LATE = "td-warning";
    private static final String QUIET = "td-muted";
    private static final String BUSY = "td-accent";

    /** How a session stands. */
    private record State(Icons icon, String words, String role, String below) {}

    /** The groups and sessions that a filter leaves. */
    List<SessionLine> lines(String filter) {
        List<SessionLine> lines = new ArrayList<>();
        group(lines, "Built in", "", builtIn(), filter);
        for (SsoSession center : centers()) {
            List<SessionRow> rows = new ArrayList<>();
            rows.add(center(center));
            offer.profiles().stream()
                    .filter(profile -> profile.kind() instanceof ProfileKind.IdentityCenter its
                            && its.session().equals(center))
                    .map(this::profile)
                    .forEach(rows::add);
            roles(center).forEach(rows::add);
            int accounts = (int) rows.stream()
                    .map(SessionRow::account)
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
            String count = accounts == 0 ? "no profiles" : accounts + (accounts == 1 ? " account" : " accounts");
            group(lines, "IAM Identity Center, " + shortTitle(center), count, rows, filter);
        }
        group(
                lines,
                "Profiles in " + offer.configFile(),
                "",
                offer.profiles().stream()
                        .filter(profile -> !(profile.kind() instanceof ProfileKind.IdentityCenter))
                        .map(this::profile)
                        .toList(),
                filter);
        return lines;
    }

    private static void group(
            List<SessionLine> lines, String title, String count, List<SessionRow> rows, String filter) {
        List<SessionRow> wanted = rows.stream()
                .filter(row -> filter.isBlank()
                        || row.matches(filter)
                        || title.toLowerCase(Locale.ROOT)
                                .contains(filter.strip().toLowerCase(Locale.ROOT)))
                .toList();
        if (!wanted.isEmpty()) {
            lines.add(new SessionLine.Head(title, count.isEmpty() ? Integer.toString(rows.size()) : count));
            lines.addAll(wanted);
        }
    }

    /** All places where one signs in, by name. */
    Set<SsoSession> centers() {
        List<SsoSession> all = new ArrayList<>(added);
        all.addAll(offer.centers());
        Stream.concat(
                        sessions.all().stream().map(DeskServices::choice),
                        sessions.unopened().stream().map(OpenSessions.Unopened::choice))
                .filter(Objects::nonNull)
                .map(SessionChoice::via)
                .filter(SessionChoice.Role.class::isInstance)
                .forEach(via -> all.add(((SessionChoice.Role) via).center()));
        offer.profiles().stream().flatMap(profile -> center(profile).stream()).forEach(all::add);
        all.sort(Comparator.comparing(SsoSession::title, String.CASE_INSENSITIVE_ORDER));
        return new LinkedHashSet<>(all);
    }

    private static Optional<SsoSession> center(AwsProfile profile) {
        return profile.kind() instanceof ProfileKind.IdentityCenter its ? Optional.of(its.session()) : Optional.empty();
    }

    private List<SessionRow> builtIn() {
        return new TreeMap<>(offer.builtIn())
                .entrySet().stream()
                        .map(each -> {
                            SessionChoice.Via via = new SessionChoice.BuiltIn(each.getKey());
                            return new SessionRow(
                                    via,
                                    each.getKey(),
                                    Icons.SANDBOX,
                                    each.getValue(),
                                    Icons.OK,
                                    "always signed in",
                                    "td-sandbox",
                                    "no expiry",
                                    null,
                                    null,
                                    null,
                                    "",
                                    marks(via));
                        })
                        .toList();
    }

    private SessionRow center(SsoSession center) {
        State state = state(center);
        return new SessionRow(
                null,
                shortTitle(center),
                Icons.SESSIONS,
                "all accounts and roles, " + center.region(),
                state.icon(),
                state.words(),
                state.role(),
                state.below(),
                center,
                null,
                null,
                "",
                "");
    }

    /** Roles that are used without a profile. */
    private List<SessionRow> roles(SsoSession center) {
        return sessions.all().stream()
                .map(DeskServices::choice)
                .filter(Objects::nonNull)
                .map(SessionChoice::via)
                .distinct()
                .filter(via ->
                        via instanceof SessionChoice.Role role && role.center().equals(center))
                .map(via -> {
                    SessionChoice.Role role = (SessionChoice.Role) via;
                    State state = state(center);
                    return new SessionRow(
                            via,
                            role.title(),
                            Icons.CLOUD,
                            Session.grouped(role.account()) + ", " + role.role() + ", no profile",
                            state.icon(),
                            state.words(),
                            state.role(),
                            state.below(),
                            center,
                            role.account(),
                            null,
                            "",
                            marks(via));
                })
                .toList();
    }

    private SessionRow profile(AwsProfile profile) {
        SessionChoice.Via via = new SessionChoice.Profile(profile.name());
        State state = state(profile);
        String trouble =
                profile.kind() instanceof ProfileKind.Unusable unusable ? unusable.why() + " " + unusable.remedy() : "";
        return new SessionRow(
                via,
                profile.name(),
                icon(profile.kind()),
                what(profile),
                state.icon(),
                state.words(),
                state.role(),
                state.below(),
                profile.signIn(this::named).orElse(null),
                profile.account().orElse(null),
                profile.region(),
                trouble,
                marks(via));
    }

    /** Where somebody signs in for what is chosen. */
    Optional<SsoSession> signsInAt(SessionChoice.Via via) {
        return switch (via) {
            case SessionChoice.BuiltIn _ -> Optional.empty();
            case SessionChoice.Role role -> Optional.of(role.center());
            case SessionChoice.Profile(String name) -> named(name).flatMap(found -> found.signIn(this::named));
        };
    }

    private Optional<AwsProfile> named(String name) {
        return offer.profiles().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst();
    }

    private State state(AwsProfile profile) {
        return switch (profile.kind()) {
            case ProfileKind.AccessKey key ->
                new State(Icons.OK, "ready", GOOD, key.temporary() ? "temporary" : "no expiry");
            case ProfileKind.WebIdentity _ -> new State(Icons.OK, "ready", GOOD, "by its token file");
            case ProfileKind.CredentialProcess _ -> new State(Icons.OK, "ready", GOOD, "by its program");
            case ProfileKind.IdentityCenter center -> state(center.session());
            case ProfileKind.Unusable _ -> new State(Icons.PROBLEM, "cannot be used", BAD, "see why");
            case ProfileKind.AssumedRole role -> {
                boolean waits = profile.signIn(this::named)
                        .map(center -> !state(center).role().equals(GOOD))
                        .orElse(false);
                yield waits
                        ? new State(Icons.WAITING, "waits", QUIET, "needs " + role.by())
                        : new State(Icons.OK, "ready", GOOD, "temporary");
            }
        };
    }

    private State state(SsoSession center) {
        Standing standing = offer.signIns().get(center);
        if (center.equals(signingIn)) {
            return new State(Icons.EXPIRED, "signing in", BUSY, "see at the right");
        }
        if (standing == null) {
            return new State(Icons.WAITING, "signed out", QUIET, "sign in");
        }
        Instant until = standing.until();
        if (until.isAfter(now)) {
            String how = standing.renewed() ? "renews itself" : "until " + TimeText.minute(until, zone);
            return new State(Icons.OK, "signed in", GOOD, how);
        }
        return standing.renewed() && !refused(center)
                ? new State(Icons.OK, "signed in", GOOD, "renews itself")
                : new State(Icons.EXPIRED, "expired", LATE, TimeText.ago(until, now));
    }

    /** Whether Identity Center has not renewed it when it was last asked. */
    private boolean refused(SsoSession center) {
        return refused.contains(center)
                || sessions.unopened().stream()
                        .filter(OpenSessions.Unopened::needsSignIn)
                        .anyMatch(missed -> signsInAt(missed.choice().via())
                                .filter(center::equals)
                                .isPresent());
    }

    private static Icons icon(ProfileKind kind) {
        return switch (kind) {
            case ProfileKind.AccessKey _ -> Icons.KEY;
            case ProfileKind.AssumedRole _, ProfileKind.WebIdentity _ -> Icons.ROLE;
            case ProfileKind.CredentialProcess _ -> Icons.PROGRAM;
            case ProfileKind.IdentityCenter _ -> Icons.CLOUD;
            case ProfileKind.Unusable _ -> Icons.PROBLEM;
        };
    }

    private static String what(AwsProfile profile) {
        String region = profile.region() == null ? "" : ", " + profile.region();
        return switch (profile.kind()) {
            case ProfileKind.AccessKey key -> "access key " + key.keyId() + region;
            case ProfileKind.AssumedRole role ->
                "role in %s, by %s"
                        .formatted(profile.account().map(Session::grouped).orElse("?"), role.by());
            case ProfileKind.WebIdentity _ ->
                "role in %s, by a web identity"
                        .formatted(profile.account().map(Session::grouped).orElse("?"));
            case ProfileKind.CredentialProcess _ -> "credentials by a program" + region;
            case ProfileKind.IdentityCenter center -> Session.grouped(center.account()) + ", " + center.role();
            case ProfileKind.Unusable _ -> "no usable credentials";
        };
    }

    private String marks(SessionChoice.Via via) {
        List<DeskServices> open = sessions.all().stream()
                .filter(each -> each.choice() != null && each.choice().via().equals(via))
                .toList();
        if (open.isEmpty()) {
            return "";
        }
        boolean readOnly = open.stream().allMatch(each -> each.session().readOnly());
        return (open.contains(sessions.current()) ? "current" : "open") + (readOnly ? ", read-only" : "");
    }

    /** A legacy profile's start URL, without what all have. */
    static String shortTitle(SsoSession center) {
        return center.title().replaceFirst("^https://", "").replaceFirst("/start/?#?/?$", "");
    }
}
