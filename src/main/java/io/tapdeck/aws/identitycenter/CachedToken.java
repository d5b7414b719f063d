package io.tapdeck.aws.identitycenter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;

/**
 * What a token file says (botocore, {@code tokens.py}). Its text shows no secret.
 *
 * @param refreshToken null if it cannot be refreshed; so are the fields of the registration
 */
record CachedToken(
        AccessToken access,
        @Nullable String refreshToken,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable Instant registrationExpiresAt) {
    private static final Pattern VISIBLE = Pattern.compile("[ -~]+");

    private static final List<String> FIELDS = List.of(
            "startUrl",
            "region",
            "accessToken",
            "expiresAt",
            "clientId",
            "clientSecret",
            "registrationExpiresAt",
            "refreshToken");

    /** A token that was just made, by a client. */
    static CachedToken of(CreateTokenResponse made, Registration by, Instant now) {
        return new CachedToken(
                new AccessToken(
                        made.accessToken(), now.plusSeconds(made.expiresIn()).truncatedTo(ChronoUnit.SECONDS)),
                made.refreshToken(),
                by.clientId(),
                by.clientSecret(),
                by.expiresAt());
    }

    /** The least that makes a token is a text and its end; empty if these are not there, or are of another type. */
    static Optional<CachedToken> read(JsonNode file) {
        String value = text(file, "accessToken");
        Instant until = instant(file, "expiresAt");
        return value == null || until == null
                ? Optional.empty()
                : Optional.of(new CachedToken(
                        new AccessToken(value, until),
                        text(file, "refreshToken"),
                        text(file, "clientId"),
                        text(file, "clientSecret"),
                        instant(file, "registrationExpiresAt")));
    }

    /** Writes every field of ours into a file, and leaves the others as they are. */
    void into(ObjectNode file, SsoSession session) {
        file.remove(FIELDS);
        file.put("startUrl", session.startUrl());
        file.put("region", session.region());
        file.put("accessToken", access.value());
        file.put("expiresAt", write(access.expiresAt()));
        put(file, "clientId", clientId);
        put(file, "clientSecret", clientSecret);
        put(file, "registrationExpiresAt", registrationExpiresAt == null ? null : write(registrationExpiresAt));
        put(file, "refreshToken", refreshToken);
    }

    private static void put(ObjectNode file, String field, @Nullable String value) {
        if (value != null) {
            file.put(field, value);
        }
    }

    /** How long it is still good; not positive once it has expired. */
    Duration left(Instant now) {
        return Duration.between(now, access.expiresAt());
    }

    /** The registration it was made with, as far as it may be used for a refresh. */
    Optional<Registration> registration(Instant now) {
        return clientId == null
                        || clientSecret == null
                        || registrationExpiresAt == null
                        || !registrationExpiresAt.isAfter(now)
                ? Optional.empty()
                : Optional.of(new Registration(clientId, clientSecret, registrationExpiresAt));
    }

    /** What tokens, clients and their secrets are made of (RFC 6749, appendix A, VSCHAR); anything else is none of them. */
    static @Nullable String text(JsonNode file, String field) {
        String value = file.path(field).asText("");
        return file.path(field).isTextual() && VISIBLE.matcher(value).matches() && !value.isBlank() ? value : null;
    }

    /** As the AWS CLI writes it; older versions of it end with UTC instead of Z, and others may give an offset. */
    static @Nullable Instant instant(JsonNode file, String field) {
        String text = text(file, field);
        try {
            return text == null
                    ? null
                    : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text.replaceFirst("UTC$", "Z"), Instant::from);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** {@code yyyy-MM-dd'T'HH:mm:ss'Z'}. */
    static String write(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Override
    public String toString() {
        return "CachedToken[" + access + "]";
    }
}
