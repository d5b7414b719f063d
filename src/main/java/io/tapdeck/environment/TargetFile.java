package io.tapdeck.environment;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Target settings as a team shares them in a file:
 *
 * <pre>{"version": 1, "tags": {"cost-center": "4711"}, "serviceRole": "arn:…", "permissionsBoundary": "name or arn"}</pre>
 *
 * <p>Every member may be absent; a file without a version is of version 1.
 *
 * @param settings what the file says, as far as it can be read
 * @param problems everything that is wrong, by field; empty if the settings can be used
 */
public record TargetFile(TargetSettings settings, List<Problem> problems) {
    private static final List<String> MEMBERS =
            List.of(FormatVersion.FIELD, "tags", "serviceRole", "permissionsBoundary");

    /** CloudFormation API reference, CreateChangeSet, RoleARN: 20 to 2,048 characters; IAM identifiers for its form. */
    private static final Pattern ROLE =
            Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):role/(?:[!-~]+/)*[\\w+=,.@-]{1,64}");

    /** IAM user guide, "IAM identifiers"; {@code aws} in place of the account is AWS's own policy, of every account. */
    private static final Pattern POLICY =
            Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}|aws):policy/(?:[!-~]+/)*[\\w+=,.@-]{1,128}");

    private static final Pattern POLICY_NAME = Pattern.compile("[\\w+=,.@-]{1,128}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    public TargetFile {
        problems = List.copyOf(problems);
    }

    /**
     * Reads a file's text.
     *
     * @param account 12 digits: where the settings shall apply; a role or policy of another account is refused
     */
    public static TargetFile parse(String text, String account) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            var at = e.getLocation();
            return unreadable("This is not JSON at line %d, column %d: %s"
                    .formatted(at.getLineNr(), at.getColumnNr(), e.getOriginalMessage()));
        }
        if (!root.isObject()) {
            return unreadable("Target settings are a JSON object, such as {\"version\": 1, \"tags\": {}}.");
        }
        List<Problem> problems = new ArrayList<>();
        FormatVersion.problem("file", root).ifPresent(problems::add);
        root.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                problems.add(new Problem(
                        member,
                        "Target settings have no “%s”. They have %s.".formatted(member, String.join(", ", MEMBERS))));
            }
        });
        TreeMap<String, String> tags = tags(root.path("tags"), problems);
        problems.addAll(TagRules.problems(tags));
        String role = text("serviceRole", root.path("serviceRole"), problems);
        if (role != null) {
            role(role, account, problems);
        }
        String boundary = text("permissionsBoundary", root.path("permissionsBoundary"), problems);
        if (boundary != null) {
            boundary(boundary, account, problems);
        }
        return new TargetFile(new TargetSettings(tags, role, boundary), problems);
    }

    private static TargetFile unreadable(String message) {
        return new TargetFile(TargetSettings.NONE, List.of(new Problem("file", message)));
    }

    private static TreeMap<String, String> tags(JsonNode node, List<Problem> problems) {
        TreeMap<String, String> tags = new TreeMap<>();
        if (!node.isMissingNode() && !node.isObject()) {
            problems.add(
                    new Problem("tags", "The tags are an object of keys and values, such as {\"owner\": \"dba\"}."));
        }
        for (var tag : node.properties()) {
            String value = text("tags." + tag.getKey(), tag.getValue(), problems);
            if (value != null) {
                tags.put(tag.getKey(), value);
            }
        }
        return tags;
    }

    /** The text of a member; null if it is absent or no text. */
    private static @Nullable String text(String field, JsonNode node, List<Problem> problems) {
        if (node instanceof MissingNode) {
            return null;
        }
        if (!node.isTextual()) {
            problems.add(new Problem(field, "%s is not a text. Write it in quotes.".formatted(node)));
            return null;
        }
        return node.asText();
    }

    private static void role(String role, String account, List<Problem> problems) {
        Matcher matcher = ROLE.matcher(role);
        if (!matcher.matches()) {
            problems.add(new Problem(
                    "serviceRole",
                    "“%s” is not the ARN of a role. Write it as arn:aws:iam::%s:role/NAME.".formatted(role, account)));
        } else {
            account("serviceRole", "role", matcher.group(1), account, problems);
        }
    }

    private static void boundary(String boundary, String account, List<Problem> problems) {
        Matcher matcher = POLICY.matcher(boundary);
        if (matcher.matches()) {
            account("permissionsBoundary", "policy", matcher.group(1), account, problems);
        } else if (!POLICY_NAME.matcher(boundary).matches()) {
            problems.add(new Problem(
                    "permissionsBoundary",
                    "“%s” is neither the name nor the ARN of a policy. Write it as NAME or arn:aws:iam::%s:policy/NAME."
                            .formatted(boundary, account)));
        }
    }

    private static void account(String field, String what, String theirs, String ours, List<Problem> problems) {
        if (!theirs.equals(ours) && !theirs.equals("aws")) {
            problems.add(new Problem(
                    field,
                    "The %s is of account %s; the session is in %s. Name a %s of %s, or connect to %s."
                            .formatted(what, theirs, ours, what, ours, theirs)));
        }
    }
}
