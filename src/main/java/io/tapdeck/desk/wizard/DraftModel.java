package io.tapdeck.desk.wizard;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmDraft;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Mutability;
import io.tapdeck.environment.Preset;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingChange;
import io.tapdeck.environment.Suffix;
import io.tapdeck.environment.Validation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The draft as typed so far, its problems, and the way back: every change is checked at once and can be undone. */
final class DraftModel {
    /** More changes than this are not kept for undoing. */
    private static final int REMEMBERED = 200;

    private final Blueprints blueprints;
    private final String region;
    private final @Nullable EnvironmentDefinition running;
    private final @Nullable String adopted;
    private final ReadOnlyObjectWrapper<Draft> draft;
    private final ReadOnlyObjectWrapper<Validation> validation;
    private Draft current;
    private Validation problems;
    private final Deque<Change> done = new ArrayDeque<>();

    /** Settings that the suffix proposes a value for, but that were chosen by hand. */
    private final Set<String> byHand = new HashSet<>();

    /** The draft before a change, and the field that was changed; typing on in one field is one change. */
    private record Change(Draft before, String field) {}

    /** A new draft of the first preset of the first blueprint, to be deployed in {@code region}. */
    static DraftModel fresh(Blueprints blueprints, String region) {
        Blueprint first = blueprints.all().getFirst();
        return new DraftModel(
                blueprints, region, Draft.of(first, first.presets().getFirst()));
    }

    /**
     * A draft to go on with.
     *
     * @param region where it is to be deployed, such as {@code us-east-1}
     * @param saved its blueprint must be one of {@code blueprints}
     */
    DraftModel(Blueprints blueprints, String region, Draft saved) {
        this(blueprints, region, saved, null, null);
    }

    /**
     * A change of an environment that runs.
     *
     * @param running its blueprint must be one of {@code blueprints}
     * @param wanted what it is to become, as far as that is known
     */
    static DraftModel changing(Blueprints blueprints, String region, EnvironmentDefinition running, Draft wanted) {
        return new DraftModel(blueprints, region, wanted, running, null);
    }

    /**
     * A stack that runs already and is taken over.
     *
     * @param running what its template says; its blueprint must be one of {@code blueprints}
     * @param stackName the stack's, which it keeps
     */
    static DraftModel adopting(Blueprints blueprints, String region, EnvironmentDefinition running, String stackName) {
        return new DraftModel(blueprints, region, running.toDraft(), running, stackName);
    }

    private DraftModel(
            Blueprints blueprints,
            String region,
            Draft saved,
            @Nullable EnvironmentDefinition running,
            @Nullable String adopted) {
        this.adopted = adopted;
        this.blueprints = blueprints;
        this.region = region;
        this.running = running;
        this.current = saved;
        this.problems = check(saved);
        this.draft = new ReadOnlyObjectWrapper<>(saved);
        this.validation = new ReadOnlyObjectWrapper<>(problems);
        // What differs from the proposal was chosen by hand, at some earlier time.
        proposals(saved).forEach((key, proposed) -> {
            if (!proposed.equals(saved.settings().get(key))) {
                byHand.add(key);
            }
        });
    }

    ReadOnlyObjectProperty<Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Validation> validationProperty() {
        return validation.getReadOnlyProperty();
    }

    Draft draft() {
        return current;
    }

    Validation validation() {
        return problems;
    }

    Blueprint blueprint() {
        return blueprintOf(draft());
    }

    /** The preset that filled the draft; the blueprint's first if the draft names one that is gone. */
    Preset preset() {
        Blueprint blueprint = blueprint();
        return blueprint.preset(draft().preset()).orElse(blueprint.presets().getFirst());
    }

    List<Problem> problems() {
        return validation().all();
    }

    /** Where it is to be deployed, such as {@code us-east-1}. */
    String region() {
        return region;
    }

    /** The first problem of a field. */
    Optional<Problem> problem(String field) {
        return problems().stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst();
    }

    /** The value of a setting as typed. */
    String setting(String key) {
        String typed = draft().settings().get(key);
        return typed == null ? blueprint().setting(key).defaultValue() : typed;
    }

    /** Every value as typed, by the setting's key. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        blueprint().settings().forEach(setting -> values.put(setting.key(), setting(setting.key())));
        return values;
    }

    /** What would become of a draft like this one. */
    Validation check(Draft candidate) {
        Blueprint blueprint = blueprintOf(candidate);
        Validation checked = Validation.of(blueprint, candidate, region);
        if (running == null || !(checked instanceof Validation.Valid(EnvironmentDefinition wanted))) {
            return checked;
        }
        List<Problem> problems = SettingChange.problems(blueprint, running, wanted);
        return problems.isEmpty() ? checked : new Validation.Invalid(problems);
    }

    /** What runs and is to be changed; empty for a new environment. */
    Optional<EnvironmentDefinition> running() {
        return Optional.ofNullable(running);
    }

    /** The name of the stack that is taken over; empty if none is. */
    Optional<String> adopts() {
        return Optional.ofNullable(adopted);
    }

    /** The value with which the environment runs; the default for a new one. */
    String runs(Setting setting) {
        return running == null
                ? setting.defaultValue()
                : running.settings().getOrDefault(setting.key(), setting.defaultValue());
    }

    /** Whether a setting cannot be changed any more. */
    boolean isFixed(Setting setting) {
        return running != null && setting.mutability() == Mutability.FIXED;
    }

    /** How many settings and alarms differ from what runs; the recipients count as one. */
    int changes() {
        if (running == null) {
            return 0;
        }
        Draft before = running.toDraft();
        int changes = before.recipients().equals(current.recipients()) ? 0 : 1;
        for (Setting setting : blueprint().settings()) {
            changes += runs(setting).equals(setting(setting.key()).strip()) ? 0 : 1;
        }
        for (AlarmDraft alarm : current.alarms()) {
            changes += before.alarms().contains(alarm) ? 0 : 1;
        }
        return changes;
    }

    /** Whether an environment runs and the draft is as it is; to take a stack over is a change by itself. */
    boolean nothingChanged() {
        return running != null && adopted == null && changes() == 0;
    }

    /** The alarm as typed. */
    AlarmDraft alarm(AlarmDescription description) {
        return current.alarms().stream()
                .filter(candidate -> candidate.id().equals(description.id()))
                .findFirst()
                .orElseGet(() -> AlarmDraft.of(description.defaults()));
    }

    /** Gives a setting the value again with which the environment runs. */
    void putBack(Setting setting) {
        apply(new Problem.Fix("", setting.key(), runs(setting)));
    }

    /** Gives an alarm its values again. */
    void putBack(AlarmDraft alarm) {
        change(current.withAlarm(alarm), "alarm." + alarm.id());
    }

    /** Puts {@code text} into a field, named as in {@link Problem#field}. */
    void edit(String field, String text) {
        Draft changed = draft().with(field, text);
        if (field.equals(Suffix.FIELD)) {
            changed = withProposals(changed);
        } else if (blueprint().settings().stream()
                .anyMatch(setting -> setting.key().equals(field))) {
            byHand.add(field);
        }
        change(changed, field);
    }

    /** Mends a field. */
    void apply(Problem.Fix fix) {
        separate();
        edit(fix.field(), fix.value());
        separate();
    }

    void recipients(List<String> addresses) {
        change(draft().withRecipients(addresses), "recipients");
    }

    /** Fills the draft anew from a preset; name and recipients stay. */
    void fill(Blueprint blueprint, Preset preset) {
        Draft old = draft();
        byHand.clear();
        change(
                withProposals(
                        Draft.of(blueprint, preset).withSuffix(old.suffix()).withRecipients(old.recipients())),
                "preset");
    }

    boolean canUndo() {
        return !done.isEmpty();
    }

    /** Takes the last change back, if there is one. */
    void undo() {
        if (!done.isEmpty()) {
            set(done.pop().before());
        }
    }

    private void change(Draft changed, String field) {
        if (changed.equals(draft())) {
            return;
        }
        Change last = done.peek();
        if (last == null || !last.field().equals(field)) {
            done.push(new Change(draft(), field));
            if (done.size() > REMEMBERED) {
                done.removeLast();
            }
        }
        set(changed);
    }

    /** Makes the next change one of its own, though it may be in the same field. */
    private void separate() {
        Change last = done.peek();
        if (last != null) {
            done.pop();
            done.push(new Change(last.before(), ""));
        }
    }

    private void set(Draft next) {
        // Both are there before anybody hears of either: whoever hears of the draft asks for its problems.
        current = next;
        problems = check(next);
        validation.set(problems);
        draft.set(next);
    }

    private Draft withProposals(Draft changed) {
        Draft proposed = changed;
        for (Map.Entry<String, String> proposal : proposals(changed).entrySet()) {
            if (!byHand.contains(proposal.getKey())) {
                proposed = proposed.withSetting(proposal.getKey(), proposal.getValue());
            }
        }
        return proposed;
    }

    /** For every setting that some suffix has an opinion on: the value for this suffix. */
    private Map<String, String> proposals(Draft about) {
        Blueprint blueprint = blueprintOf(about);
        Map<String, String> opinions = blueprint.settingsFor(new Suffix("prod"));
        Preset preset =
                blueprint.preset(about.preset()).orElse(blueprint.presets().getFirst());
        Map<String, String> values = new TreeMap<>();
        for (String key : opinions.keySet()) {
            Setting setting = blueprint.setting(key);
            values.put(key, preset.settings().getOrDefault(key, setting.defaultValue()));
        }
        if (Suffix.problem(about.suffix(), blueprint.suffixLimit()) == null) {
            values.putAll(blueprint.settingsFor(new Suffix(about.suffix())));
        }
        return values;
    }

    private Blueprint blueprintOf(Draft about) {
        return blueprints
                .find(about.blueprint())
                .orElseThrow(() -> new IllegalArgumentException("no blueprint " + about.blueprint()));
    }
}
