package io.tapdeck.aws.identitycenter;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.aws.AwsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The AWS CLI's cache of sign-ins, {@code ~/.aws/sso/cache}. Files are read anew each time, so that what the AWS CLI does is
 * seen. What cannot be read as a token means signed out; it never throws for that. Thread-safe: files are replaced as a whole.
 */
public class TokenCache {
    /** A token file has some kilobytes; a larger one is not ours to read. */
    private static final int MOST_BYTES = 1 << 20;
    /** The AWS CLI 2.36 writes in place: a moment later its file is whole. */
    private static final Duration HALF_WRITTEN = Duration.ofMillis(50);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path folder;
    private final Pause pause;
    private final Map<String, ReentrantLock> refreshing = new ConcurrentHashMap<>();

    /**
     * The cache in a folder.
     *
     * @param folder need not exist yet
     */
    public TokenCache(Path folder, Pause pause) {
        this.folder = folder;
        this.pause = pause;
    }

    /**
     * Where the AWS CLI and the SDKs keep it: {@code .aws/sso/cache} below the home folder of AWS SDKs and tools reference
     * guide, "Shared config and credentials files". No variable moves it.
     *
     * @param environment the process's
     * @param userHome what Java takes for the home folder
     */
    public static Path usualFolder(Map<String, String> environment, String userHome) {
        String home = Stream.of("HOME", "USERPROFILE")
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(userHome);
        return Path.of(home, ".aws", "sso", "cache");
    }

    /**
     * How a sign-in stands by the file alone, without asking AWS.
     *
     * @param until when the access token ends, also if that is past
     * @param renewed whether a new one comes with the next call that needs it, unless Identity Center refuses
     */
    public record Standing(Instant until, boolean renewed) {
        /** Whether calls can be made as far as the file knows. */
        public boolean holds(Instant now) {
            return renewed || until.isAfter(now);
        }
    }

    /** How a sign-in stands; empty if there is none. */
    public Optional<Standing> standing(SsoSession session, Instant now) {
        return token(session).map(token -> new Standing(token.access().expiresAt(), renewed(token, now)));
    }

    private static boolean renewed(CachedToken token, Instant now) {
        return token.refreshToken() != null && token.registration(now).isPresent();
    }

    /** How long a sign-in lasts that nobody renews without a person; empty if it is renewed, or there is none. */
    public Optional<Duration> lasts(SsoSession session, Instant now) {
        return token(session).filter(token -> !renewed(token, now)).map(token -> token.left(now));
    }

    /** Held by whoever refreshes a session's token: one call serves all who read it from here. */
    ReentrantLock refreshing(SsoSession session) {
        return refreshing.computeIfAbsent(CacheKeys.token(session), _ -> new ReentrantLock());
    }

    Optional<CachedToken> token(SsoSession session) {
        return read(CacheKeys.token(session)).flatMap(CachedToken::read);
    }

    /** Tests let it fail, as on a full disk. */
    void save(SsoSession session, CachedToken token) {
        String key = CacheKeys.token(session);
        ObjectNode file = read(key).orElseGet(JSON::createObjectNode);
        token.into(file, session);
        write(key, file);
    }

    /** Deletes a session's token file, whatever it holds; false if there was none. */
    boolean delete(SsoSession session) {
        return delete(CacheKeys.token(session));
    }

    /** Deletes a file of the cache, whatever it holds; false if there was none. */
    boolean delete(String key) {
        Path file = file(key);
        try {
            return !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unusable(file, "deleted", e);
        }
    }

    /** An object of the cache; empty if it is absent, foreign, huge, half-written twice, or no object. */
    Optional<ObjectNode> read(String key) {
        Path file = file(key);
        tighten(file);
        ObjectNode first = parsed(file);
        if (first != null || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.ofNullable(first);
        }
        try {
            pause.of(HALF_WRITTEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.ofNullable(parsed(file));
    }

    void write(String key, ObjectNode object) {
        Path file = file(key);
        try {
            OwnerOnly.createFolder(folder);
            OwnerOnly.replace(file, object.toString().getBytes(StandardCharsets.UTF_8), OwnerOnly.FILE);
        } catch (IOException e) {
            throw unusable(file, "written", e);
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ".json");
    }

    /** Other programs write with the permissions that are usual on this computer. */
    private static void tighten(Path file) {
        try {
            OwnerOnly.tighten(file);
        } catch (IOException e) {
            // Somebody else's file, or a file system without permissions: reading it does no further harm.
        }
    }

    /** Follows no link: it could lead to a file that is somebody else's. */
    private static @Nullable ObjectNode parsed(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length <= MOST_BYTES && JSON.readTree(bytes) instanceof ObjectNode object ? object : null;
        } catch (IOException e) {
            // No JSON, gone, not ours to read, or a broken disk: a sign-in writes it anew.
            return null;
        }
    }

    private static AwsException unusable(Path file, String what, IOException e) {
        return new AwsException(
                "The sign-in file %s cannot be %s.".formatted(file, what),
                "Mend its permissions or those of its folder, or free some space.",
                AwsException.Kind.OTHER,
                e);
    }
}
