package io.tapdeck.environment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a kind of environment describes itself. Readable everywhere: no CDK, no AWS client. The stacks themselves are made
 * in the worker.
 */
public interface Blueprint {

    /** Stable, such as {@code aurora-mysql}: part of stack names and the value of the tag {@code tapdeck:blueprint}. */
    String id();

    /** The words on screen, such as "Aurora MySQL Serverless v2". */
    String title();

    /** One or two sentences: what it makes. */
    String summary();

    /** At least one; the first is proposed. */
    List<Preset> presets();

    /** The settings as the wizard shows them, in its order. */
    List<SettingSection> sections();

    /** Every setting, in the order of the wizard. */
    default List<Setting> settings() {
        return sections().stream()
                .flatMap(section -> section.settings().stream())
                .toList();
    }

    /**
     * What the values of a section amount to.
     *
     * @param sectionId a {@link SettingSection#id}
     * @param settings the value of a setting by its key; those of the section are valid, others may not be
     */
    default List<Fact> facts(String sectionId, UnaryOperator<String> settings) {
        return List.of();
    }

    /**
     * Settings whose default depends on the suffix, by key; they stand in for {@link Setting#defaultValue} in a new draft
     * where nobody has chosen a value.
     */
    default Map<String, String> settingsFor(Suffix suffix) {
        return Map.of();
    }

    /** What those who connect to an environment need of its stack's outputs, in the order in which they need it. */
    default List<OutputDescription> outputs() {
        return List.of();
    }

    /** In the order of the marks on the home page. */
    List<AlarmDescription> alarms();

    /** In the order of the environment's page. */
    List<ChartDescription> charts();

    /** Every physical name that carries the suffix. */
    List<PhysicalName> physicalNames();

    /** In the order of the timeline; every resource type of the template is in one of them. */
    List<ResourceGroup> resourceGroups();

    /** The id of the resource group that the environment is there for; its icon stands for the blueprint. */
    default String mainGroup() {
        return resourceGroups().getFirst().id();
    }

    /** Rules that involve more than one field. */
    default List<SettingRule> rules() {
        return List.of();
    }

    /** Rules that only a place decides, such as a replica's region that must be another. */
    default List<SettingRule> rulesIn(String region) {
        return List.of();
    }

    /**
     * Rules about changing what runs, beyond each setting's {@link Mutability}, such as an engine that cannot be
     * downgraded.
     */
    default List<Problem> changeProblems(EnvironmentDefinition running, EnvironmentDefinition wanted) {
        return List.of();
    }

    /**
     * What a change of settings deletes without replacing a resource; in the order of the settings.
     *
     * @param running a definition with every setting
     */
    default List<SettingLoss> losses(EnvironmentDefinition running, EnvironmentDefinition wanted) {
        return List.of();
    }

    /** What a month of it is made of, for an estimate of its price. */
    List<Usage> usage(EnvironmentDefinition definition);

    /** What is worth knowing about a valid definition. */
    List<Finding> findings(EnvironmentDefinition definition);

    /**
     * The definition that fits a stack which was deployed from the code that the blueprint was made of, so that taking it
     * over changes as little as possible; empty for any other template.
     */
    default Optional<Draft> recognize(SeedTemplate template) {
        return Optional.empty();
    }

    /**
     * The setting of that key.
     *
     * @throws IllegalArgumentException if there is none
     */
    default Setting setting(String key) {
        return settings().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no setting " + key + " in " + id()));
    }

    /** The alarm of that id, if there is one. */
    default Optional<AlarmDescription> alarm(String alarmId) {
        return alarms().stream().filter(alarm -> alarm.id().equals(alarmId)).findFirst();
    }

    /** The preset of that id, if there is one. */
    default Optional<Preset> preset(String presetId) {
        return presets().stream().filter(preset -> preset.id().equals(presetId)).findFirst();
    }

    /** The group of a resource; the last group if none claims it. */
    default ResourceGroup groupOf(String logicalId, String resourceType) {
        return resourceGroups().stream()
                .filter(group -> group.logicalIdPrefixes().stream().anyMatch(logicalId::startsWith))
                .findFirst()
                .or(() -> resourceGroups().stream()
                        .filter(group -> group.resourceTypes().contains(resourceType))
                        .findFirst())
                .orElseGet(() -> resourceGroups().getLast());
    }

    /** The longest suffix that every physical name has room for. */
    default int suffixLimit() {
        return physicalNames().stream().mapToInt(PhysicalName::room).min().orElse(Suffix.LONGEST);
    }
}
