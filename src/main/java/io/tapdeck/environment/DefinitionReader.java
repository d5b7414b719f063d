package io.tapdeck.environment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Lays a definition's JSON over a draft; what cannot be read is reported, and the draft keeps its value. */
final class DefinitionReader {
    private static final Set<String> MEMBERS = Set.of(
            FormatVersion.FIELD,
            DefinitionJson.ACCOUNT,
            "blueprint",
            "preset",
            "suffix",
            "settings",
            "alarms",
            "recipients");
    private static final Set<String> ALARM_MEMBERS =
            Set.of("id", "enabled", "threshold", "datapointsToAlarm", "evaluationPeriods", "period", "missingData");

    private static final Pattern ACCOUNT_ID = Pattern.compile("\\d{12}");

    private final Draft base;
    private final JsonNode root;
    private final List<Problem> problems;

    DefinitionReader(Draft base, JsonNode root, List<Problem> problems) {
        this.base = base;
        this.root = root;
        this.problems = problems;
    }

    Draft read() {
        FormatVersion.problem("definition", root).ifPresent(problems::add);
        known("A definition", "", root, MEMBERS);
        checkAccount(root.path(DefinitionJson.ACCOUNT));
        return new Draft(
                scalar("blueprint", "blueprint", root.path("blueprint"), base.blueprint()),
                scalar("preset", "preset", root.path("preset"), base.preset()),
                scalar(Suffix.FIELD, "suffix", root.path("suffix"), base.suffix()),
                settings(),
                alarms(),
                recipients());
    }

    private void checkAccount(JsonNode account) {
        boolean named =
                account.isTextual() && ACCOUNT_ID.matcher(account.asText()).matches();
        if (!account.isMissingNode() && !named) {
            problem(
                    DefinitionJson.ACCOUNT,
                    "“%s” is not an account. Write its 12 digits in quotes, such as \"111122223333\"."
                            .formatted(account.asText()));
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(base.settings());
        JsonNode given = root.path("settings");
        if (shaped("settings", "settings", "an object", given, JsonNode::isObject)) {
            given.properties()
                    .forEach(setting -> settings.put(
                            setting.getKey(),
                            scalar(
                                    setting.getKey(),
                                    "settings." + setting.getKey(),
                                    setting.getValue(),
                                    base.settings().getOrDefault(setting.getKey(), ""))));
        }
        return settings;
    }

    private List<String> recipients() {
        JsonNode given = root.path("recipients");
        if (!shaped("recipients", "recipients", "an array", given, JsonNode::isArray)) {
            return base.recipients();
        }
        List<String> recipients = new ArrayList<>();
        for (JsonNode address : given) {
            recipients.add(scalar("recipients." + recipients.size(), "recipients", address, ""));
        }
        return recipients;
    }

    private List<AlarmDraft> alarms() {
        List<AlarmDraft> alarms = new ArrayList<>(base.alarms());
        JsonNode given = root.path("alarms");
        if (shaped("alarms", "alarms", "an array", given, JsonNode::isArray)) {
            given.forEach(node -> alarm(node, alarms));
        }
        return alarms;
    }

    private void alarm(JsonNode node, List<AlarmDraft> alarms) {
        String id = node.path("id").asText("");
        String field = id.isEmpty() ? "alarms" : "alarm." + id;
        known("An alarm", field + ".", node, ALARM_MEMBERS);
        if (!node.path("id").isValueNode() || node.path("id").isNull()) {
            problem(field, "“alarms.id” is not a plain value. Write the id of an alarm.");
            return;
        }
        AlarmDraft old = alarms.stream()
                .filter(alarm -> alarm.id().equals(id))
                .findFirst()
                .orElse(new AlarmDraft(id, true, "", "", "", "", ""));
        shaped(field + ".enabled", "alarms.enabled", "true or false", node.path("enabled"), JsonNode::isBoolean);
        AlarmDraft read = new AlarmDraft(
                id,
                node.path("enabled").asBoolean(old.enabled()),
                member(field, node, "threshold", old.threshold()),
                member(field, node, "datapointsToAlarm", old.datapointsToAlarm()),
                member(field, node, "evaluationPeriods", old.evaluationPeriods()),
                member(field, node, "period", old.period()),
                member(field, node, "missingData", old.missingData()));
        if (alarms.contains(old)) {
            alarms.set(alarms.indexOf(old), read);
        } else {
            alarms.add(read);
        }
    }

    private String member(String field, JsonNode node, String name, String otherwise) {
        return scalar(field + "." + name, "alarms." + name, node.path(name), otherwise);
    }

    private void known(String what, String prefix, JsonNode node, Set<String> members) {
        for (String name : (Iterable<String>) node::fieldNames) {
            if (!members.contains(name)) {
                problem(
                        prefix + name,
                        "%s has no member “%s”. It has %s."
                                .formatted(what, name, String.join(", ", new TreeSet<>(members))));
            }
        }
    }

    /** Whether a member is there and has its shape. */
    private boolean shaped(String field, String where, String shape, JsonNode node, Predicate<JsonNode> test) {
        if (node.isMissingNode()) {
            return false;
        }
        if (!test.test(node)) {
            problem(field, "“%s” is not %s. Write it as one.".formatted(where, shape));
            return false;
        }
        return true;
    }

    private String scalar(String field, String where, JsonNode node, String otherwise) {
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (!node.isValueNode() || node.isNull()) {
            problem(field, "“%s” is not a plain value. Write a text, a number, true or false.".formatted(where));
            return otherwise;
        }
        boolean finite = node.isNumber() && Double.isFinite(node.doubleValue());
        return finite ? Numbers.canonical(node.decimalValue()) : node.asText();
    }

    private void problem(String field, String message) {
        problems.add(new Problem(field, message));
    }
}
