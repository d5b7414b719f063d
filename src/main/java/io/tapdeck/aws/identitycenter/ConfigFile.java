package io.tapdeck.aws.identitycenter;

import io.tapdeck.aws.AwsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * Writes sessions and profiles into the AWS config file. Nothing else in it changes: comments, order, line ends and unknown
 * sections stay byte for byte. A proposal comes first, so that people see what would change.
 */
public final class ConfigFile {
    /** Larger files are none that a person wrote. */
    private static final int MOST_BYTES = 1 << 20;

    private static final String SESSION = "sso-session ";

    /** What the SDKs take for a name in brackets; others they pass over. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_\\-/.%@:+]+");

    /** What gives a profile credentials otherwise than through an sso-session. */
    private static final List<String> OTHER_CREDENTIALS = List.of(
            ProfileProperty.ROLE_ARN,
            ProfileProperty.AWS_ACCESS_KEY_ID,
            ProfileProperty.CREDENTIAL_PROCESS,
            ProfileProperty.WEB_IDENTITY_TOKEN_FILE,
            ProfileProperty.SSO_START_URL,
            ProfileProperty.LOGIN_SESSION);

    private static final Pattern START_URL = Pattern.compile("https?://[^\\s\\p{Cntrl}\"<>\\[\\]]+");
    private static final Pattern REGION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    /** IAM API reference, CreateRole, "RoleName". */
    private static final Pattern ROLE = Pattern.compile("[\\w+=,.@-]{1,64}");

    private static final Pattern SCOPE = Pattern.compile("[A-Za-z0-9:_./-]+");
    private static final Pattern LINE = Pattern.compile("\\bline (\\d+)");

    private final Path config;

    /**
     * The config file at a path.
     *
     * @param config such as {@code ~/.aws/config} or what {@code AWS_CONFIG_FILE} names; it need not exist yet
     */
    public ConfigFile(Path config) {
        this.config = config;
    }

    /**
     * What it takes for the file to hold a session and profiles that use it. Writes nothing.
     *
     * @throws AwsException of kind WRONG_TARGET if a name or value cannot stand in the file; OTHER if the file cannot be read
     */
    public ConfigProposal propose(SsoSession session, List<SsoProfile> profiles) {
        String name = checked("session", NAME, Objects.requireNonNullElse(session.name(), ""));
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("sso_start_url", checked("start URL", START_URL, session.startUrl()));
        keys.put("sso_region", checked("region", REGION, session.region()));
        session.scopes().forEach(scope -> checked("scope", SCOPE, scope));
        keys.put("sso_registration_scopes", String.join(",", session.scopes()));
        Path file = real();
        String before = read(file);
        Set<String> known = profiles(file, before == null ? "" : before);
        profiles.forEach(profile -> checkAnotherKind(file, before == null ? "" : before, profile.name()));
        ConfigText text = new ConfigText(before == null ? "" : before);
        text.set(SESSION + name, keys);
        for (SsoProfile profile : profiles) {
            text.set(section(profile), keys(profile, name));
        }
        Set<String> now = profiles(file, text.text());
        if (!now.containsAll(known) || !profiles.stream().map(SsoProfile::name).allMatch(now::contains)) {
            throw unusable(file, "would lose a profile");
        }
        return new ConfigProposal(file, text.changes(), before, text.text());
    }

    /**
     * The names of its {@code [sso-session]} sections, which the SDK gives only one by one; also of those that lack something.
     *
     * @throws AwsException of kind OTHER if the file cannot be read
     */
    public List<String> sessions() {
        String text = read(real());
        return new ConfigText(text == null ? "" : text)
                .sections().stream()
                        .filter(section -> section.startsWith(SESSION))
                        .map(section -> section.substring(SESSION.length()))
                        .distinct()
                        .toList();
    }

    /** A profile that other programs use would be another identity for them, or one of two, without a word. */
    private static void checkAnotherKind(Path file, String text, String name) {
        boolean another = parsed(file, text)
                .profile(name)
                .map(profile -> OTHER_CREDENTIALS.stream()
                        .anyMatch(key -> profile.property(key).isPresent()))
                .orElse(false);
        if (another) {
            throw new AwsException(
                    "The profile “%s” is there already, with other credentials.".formatted(name),
                    "Give this one another name.",
                    AwsException.Kind.WRONG_TARGET);
        }
    }

    private static String section(SsoProfile profile) {
        String name = checked("profile", NAME, profile.name());
        return name.equals("default") ? name : "profile " + name;
    }

    private static Map<String, String> keys(SsoProfile profile, String session) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("sso_session", session);
        keys.put("sso_account_id", checked("account", ACCOUNT, profile.accountId()));
        keys.put("sso_role_name", checked("role", ROLE, profile.roleName()));
        keys.put("region", checked("region", REGION, profile.region()));
        return keys;
    }

    /**
     * Writes what was proposed.
     *
     * @throws AwsException if the file has changed since, or cannot be written; it is then as it was
     */
    public void apply(ConfigProposal proposal) {
        Path file = real();
        if (!file.equals(proposal.file()) || !Objects.equals(read(file), proposal.before())) {
            throw new AwsException(
                    "The file %s has changed meanwhile.".formatted(file),
                    "Look at the changes again.",
                    AwsException.Kind.OTHER);
        }
        if (proposal.changes().isEmpty()) {
            return;
        }
        try {
            OwnerOnly.createFolder(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder"));
            OwnerOnly.replace(file, proposal.after().getBytes(StandardCharsets.ISO_8859_1), permissions(file));
        } catch (IOException e) {
            throw unusable(file, "cannot be written");
        }
    }

    private static Set<PosixFilePermission> permissions(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null || Files.notExists(file)
                ? OwnerOnly.FILE
                : view.readAttributes().permissions();
    }

    /** The file itself, where the config is a link to it, as people keep it in a repository. */
    private Path real() {
        try {
            return config.toRealPath();
        } catch (NoSuchFileException e) {
            if (Files.isSymbolicLink(config)) {
                throw unusable(config, "leads nowhere");
            }
            return config.toAbsolutePath();
        } catch (IOException e) {
            throw unusable(config, "cannot be read");
        }
    }

    /** The bytes, one character each: what is not touched stays as it is, whatever its encoding. Null if there is no file. */
    private static @Nullable String read(Path file) {
        if (Files.notExists(file)) {
            return null;
        }
        if (!Files.isRegularFile(file)) {
            throw unusable(file, "is no file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (bytes.length > MOST_BYTES || text.indexOf('\0') >= 0) {
                throw unusable(file, "is no config file");
            }
            return text;
        } catch (IOException e) {
            throw unusable(file, "cannot be read");
        }
    }

    /** The profiles as the SDK reads them. */
    private static Set<String> profiles(Path file, String text) {
        return parsed(file, text).profiles().keySet();
    }

    private static ProfileFile parsed(Path file, String text) {
        try {
            return ProfileFile.builder()
                    .type(ProfileFile.Type.CONFIGURATION)
                    .content(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .build();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // The second is what the SDK (2.42) throws at a lone bracket. Its words could repeat the line, in which a
            // key may stand.
            Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
            throw unusable(
                    file, line.find() ? "cannot be understood at line " + line.group(1) : "cannot be understood");
        }
    }

    private static String checked(String what, Pattern pattern, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new AwsException(
                    "“%s” cannot be the %s of a profile.".formatted(value.replaceAll("\\p{Cntrl}", " "), what),
                    "Use letters, digits and hyphens, as AWS writes it.",
                    AwsException.Kind.WRONG_TARGET);
        }
        return value;
    }

    private static AwsException unusable(Path file, String why) {
        return new AwsException(
                "The file %s %s.".formatted(file, why),
                "Mend it in an editor, or let AWS_CONFIG_FILE name another.",
                AwsException.Kind.OTHER);
    }
}
