package io.tapdeck.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An environment as typed so far: any text may stand in any field. Keys of settings that the blueprint does not know are
 * kept and reported by {@link Validation}.
 */
public record Draft(
        String blueprint,
        String preset,
        String suffix,
        Map<String, String> settings,
        List<AlarmDraft> alarms,
        List<String> recipients) {

    public Draft {
        settings = java.util.Collections.unmodifiableMap(new TreeMap<>(settings));
        alarms = List.copyOf(alarms);
        recipients = List.copyOf(recipients);
    }

    /** A new draft: every setting at its default, then the preset's values over them; no suffix yet. */
    public static Draft of(Blueprint blueprint, Preset preset) {
        Map<String, String> settings = new TreeMap<>();
        blueprint.settings().forEach(setting -> settings.put(setting.key(), setting.defaultValue()));
        settings.putAll(preset.settings());
        List<AlarmDraft> alarms = new ArrayList<>();
        for (AlarmDescription alarm : blueprint.alarms()) {
            AlarmRule rule = preset.alarms().stream()
                    .filter(candidate -> candidate.id().equals(alarm.id()))
                    .findFirst()
                    .orElse(alarm.defaults());
            alarms.add(AlarmDraft.of(rule));
        }
        return new Draft(blueprint.id(), preset.id(), "", settings, alarms, List.of());
    }

    /** The same draft with the default of every setting that it lacks: it may be older than the setting. */
    public Draft completedBy(Blueprint blueprint) {
        TreeMap<String, String> complete = new TreeMap<>(settings);
        blueprint.settings().forEach(setting -> complete.putIfAbsent(setting.key(), setting.defaultValue()));
        return new Draft(this.blueprint, preset, suffix, complete, alarms, recipients);
    }

    /** The same draft with another suffix. */
    public Draft withSuffix(String newSuffix) {
        return new Draft(blueprint, preset, newSuffix, settings, alarms, recipients);
    }

    /** The same draft with one setting changed. */
    public Draft withSetting(String key, String value) {
        Map<String, String> changed = new TreeMap<>(settings);
        changed.put(key, value);
        return new Draft(blueprint, preset, suffix, changed, alarms, recipients);
    }

    /** The same draft with one alarm changed; the alarm is found by its id. */
    public Draft withAlarm(AlarmDraft alarm) {
        List<AlarmDraft> changed = alarms.stream()
                .map(old -> old.id().equals(alarm.id()) ? alarm : old)
                .toList();
        return new Draft(blueprint, preset, suffix, settings, changed, recipients);
    }

    /** The same draft with other recipients. */
    public Draft withRecipients(List<String> addresses) {
        return new Draft(blueprint, preset, suffix, settings, alarms, addresses);
    }

    /**
     * The same draft with one field changed, by the name that {@link Problem#field} uses for it: what
     * {@link Problem.Fix} and {@code --set} say.
     *
     * @throws IllegalArgumentException if no alarm or recipient is called so; an unknown setting is kept for {@link Validation}
     */
    public Draft with(String field, String value) {
        if (field.equals(Suffix.FIELD)) {
            return withSuffix(value);
        }
        if (field.startsWith("alarm.")) {
            String[] parts = field.split("\\.", 3);
            AlarmDraft alarm = alarms.stream()
                    .filter(candidate -> parts.length == 3 && candidate.id().equals(parts[1]))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "There is no “%s”. An alarm is set as alarm.ID.FIELD, its ID one of %s."
                                    .formatted(
                                            field,
                                            String.join(
                                                    ", ",
                                                    alarms.stream()
                                                            .map(AlarmDraft::id)
                                                            .toList()))));
            return withAlarm(alarm.with(parts[2], value));
        }
        if (field.startsWith("recipients.")) {
            String index = field.substring("recipients.".length());
            if (!index.matches("\\d{1,4}") || Integer.parseInt(index) >= recipients.size()) {
                throw new IllegalArgumentException("There is no “%s”; there are %d recipients. Set recipients=A,B."
                        .formatted(field, recipients.size()));
            }
            List<String> changed = new ArrayList<>(recipients);
            changed.set(Integer.parseInt(index), value);
            return withRecipients(changed);
        }
        return withSetting(field, value);
    }
}
