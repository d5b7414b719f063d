package io.tapdeck.environment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of a draft: a definition, or every problem at once. */
public sealed interface Validation {

    /** Everything is right. */
    record Valid(EnvironmentDefinition definition) implements Validation {}

    /** At least one problem, in the order of the wizard. */
    record Invalid(List<Problem> problems) implements Validation {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** Most e-mail recipients that the wizard takes; SNS itself allows far more. */
    int MOST_RECIPIENTS = 20;

    /** The problems, none if the draft is valid. */
    default List<Problem> all() {
        return switch (this) {
            case Valid _ -> List.of();
            case Invalid invalid -> invalid.problems();
        };
    }

    /** Checks {@code draft} against the rules of its blueprint, wherever it is deployed. */
    static Validation of(Blueprint blueprint, Draft draft) {
        return of(blueprint, draft, null);
    }

    /**
     * Checks {@code draft} against the rules of its blueprint.
     *
     * @param region where it shall be deployed, such as {@code us-east-1}; null if that is not known
     */
    static Validation of(Blueprint blueprint, Draft draft, @Nullable String region) {
        List<Problem> problems = new ArrayList<>();
        Problem suffix = Suffix.problem(draft.suffix(), blueprint.suffixLimit());
        if (suffix != null) {
            problems.add(suffix);
        }
        Map<String, String> settings = settings(blueprint, draft, problems);
        List<AlarmRule> alarms = alarms(blueprint, draft, problems);
        List<String> recipients = recipients(draft, problems);
        // A suffix that is still missing gets a stand-in; no rule reads it.
        EnvironmentDefinition definition = new EnvironmentDefinition(
                draft.blueprint(),
                draft.preset(),
                new Suffix(suffix == null ? draft.suffix() : "x"),
                new TreeMap<>(settings),
                alarms,
                recipients);
        blueprint.rules().forEach(rule -> problems.addAll(rule.problems(definition)));
        if (region != null) {
            blueprint.rulesIn(region).forEach(rule -> problems.addAll(rule.problems(definition)));
        }
        if (problems.isEmpty()) {
            return new Valid(definition);
        }
        return new Invalid(problems);
    }

    private static Map<String, String> settings(Blueprint blueprint, Draft draft, List<Problem> problems) {
        Map<String, String> values = new TreeMap<>();
        for (Setting setting : blueprint.settings()) {
            String text = draft.settings().getOrDefault(setting.key(), setting.defaultValue());
            Problem problem = setting.problem(text);
            if (problem == null) {
                values.put(setting.key(), setting.normalize(text));
            } else {
                problems.add(problem);
            }
        }
        for (String key : draft.settings().keySet()) {
            if (blueprint.settings().stream().noneMatch(setting -> setting.key().equals(key))) {
                String known = String.join(
                        ", ", blueprint.settings().stream().map(Setting::key).toList());
                problems.add(
                        new Problem(key, "%s has no setting “%s”. It has %s.".formatted(blueprint.id(), key, known)));
            }
        }
        return values;
    }

    private static List<AlarmRule> alarms(Blueprint blueprint, Draft draft, List<Problem> problems) {
        List<AlarmRule> rules = new ArrayList<>();
        for (AlarmDescription description : blueprint.alarms()) {
            AlarmDraft alarm = draft.alarms().stream()
                    .filter(candidate -> candidate.id().equals(description.id()))
                    .findFirst()
                    .orElseGet(() -> AlarmDraft.of(description.defaults()));
            AlarmRule rule = alarm(description, alarm, problems);
            if (rule != null) {
                rules.add(rule);
            }
        }
        for (AlarmDraft alarm : draft.alarms()) {
            if (blueprint.alarm(alarm.id()).isEmpty()) {
                problems.add(new Problem(
                        "alarm." + alarm.id(), "%s has no alarm “%s”.".formatted(blueprint.id(), alarm.id())));
            }
        }
        return rules;
    }

    private static @Nullable AlarmRule alarm(AlarmDescription description, AlarmDraft alarm, List<Problem> problems) {
        int before = problems.size();
        String field = "alarm." + description.id() + ".";
        Problem threshold = description.thresholdProblem(alarm.threshold());
        if (threshold != null) {
            problems.add(threshold);
        }
        int periods = whole(field + "evaluationPeriods", "N of “M of N”", alarm.evaluationPeriods(), 1, 1440, problems);
        int datapoints =
                whole(field + "datapointsToAlarm", "M of “M of N”", alarm.datapointsToAlarm(), 1, 1440, problems);
        int period = period(field + "period", alarm.period(), problems);
        if (problems.size() == before) {
            if (datapoints > periods) {
                problems.add(new Problem(
                        field + "datapointsToAlarm",
                        "%d of %d is more than there are. M is at most N.".formatted(datapoints, periods),
                        new Problem.Fix("Use " + periods, field + "datapointsToAlarm", Integer.toString(periods))));
            }
            long longest = period < 3600 ? 86_400 : 604_800;
            if ((long) periods * period > longest) {
                problems.add(new Problem(
                        field + "evaluationPeriods",
                        "%d periods of %s look back further than the %s that CloudWatch allows."
                                .formatted(periods, words(period), longest == 86_400 ? "one day" : "seven days"),
                        new Problem.Fix(
                                "Use " + longest / period,
                                field + "evaluationPeriods",
                                Long.toString(longest / period))));
            }
        }
        MissingData missing = MissingData.of(alarm.missingData()).orElse(null);
        if (missing == null) {
            problems.add(new Problem(
                    field + "missingData",
                    "“%s” is not a rule for missing data. Use missing, ignore, breaching or notBreaching."
                            .formatted(alarm.missingData())));
        }
        if (problems.size() > before || missing == null) {
            return null;
        }
        return new AlarmRule(
                description.id(),
                alarm.enabled(),
                new BigDecimal(alarm.threshold().strip()).stripTrailingZeros(),
                datapoints,
                periods,
                period,
                missing);
    }

    private static int whole(String field, String label, String text, int least, int most, List<Problem> problems) {
        Problem problem = Numbers.problem(
                field, label, text, BigDecimal.valueOf(least), BigDecimal.valueOf(most), BigDecimal.ONE, "");
        if (problem != null) {
            problems.add(problem);
            return least;
        }
        return new BigDecimal(text.strip()).intValueExact();
    }

    private static int period(String field, String text, List<Problem> problems) {
        Problem problem = Numbers.problem(
                field,
                "The period",
                text,
                BigDecimal.valueOf(60),
                BigDecimal.valueOf(86_400),
                BigDecimal.valueOf(60),
                "s");
        if (problem != null) {
            problems.add(problem);
            return 60;
        }
        return new BigDecimal(text.strip()).intValueExact();
    }

    private static String words(int seconds) {
        return seconds % 3600 == 0 ? seconds / 3600 + " h" : seconds / 60 + " min";
    }

    private static List<String> recipients(Draft draft, List<Problem> problems) {
        List<String> addresses = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < draft.recipients().size(); index++) {
            String field = "recipients." + index;
            String address = draft.recipients().get(index).strip();
            String complaint = EmailAddress.complaint(address);
            if (complaint != null) {
                problems.add(new Problem(field, complaint));
            } else if (!seen.add(address.toLowerCase(Locale.ROOT))) {
                problems.add(new Problem(field, "“%s” is there twice.".formatted(address)));
            } else {
                addresses.add(address);
            }
        }
        if (draft.recipients().size() > MOST_RECIPIENTS) {
            problems.add(new Problem(
                    "recipients", "At most %d addresses. Subscribe a mailing list.".formatted(MOST_RECIPIENTS)));
        }
        return addresses;
    }
}
