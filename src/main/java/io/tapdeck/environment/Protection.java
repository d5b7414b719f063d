package io.tapdeck.environment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The setting by which every blueprint decides what is lost when an environment is destroyed. */
public final class Protection {
    /** The setting's key. */
    public static final String KEY = "protection";

    /** Destroying deletes the data, the backups and the key. */
    public static final String DISPOSABLE = "disposable";

    /** Destroying is refused until protection is taken off, and leaves the data and the key behind. */
    public static final String PROTECTED = "protected";

    private Protection() {}

    /** Whether an environment is protected. */
    public static boolean of(EnvironmentDefinition definition) {
        return definition.text(KEY).equals(PROTECTED);
    }

    /**
     * What is worth knowing of an environment that is named like production and not protected; empty for any other.
     *
     * @param lost what destroying it deletes, such as "every backup"
     */
    public static Optional<Finding> finding(EnvironmentDefinition definition, String lost) {
        if (!definition.suffix().prodLike() || of(definition)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "disposable-production",
                Finding.Severity.WARNING,
                "%s is disposable".formatted(definition.suffix()),
                "The name looks like production. Destroy deletes %s.".formatted(lost),
                new Problem.Fix("Protect it", KEY, PROTECTED)));
    }

    /** What a suffix proposes: production is protected. */
    public static Map<String, String> proposedFor(Suffix suffix) {
        return suffix.prodLike() ? Map.of(KEY, PROTECTED) : Map.of();
    }

    /**
     * The section of the wizard.
     *
     * @param disposable what is lost in a disposable environment
     * @param kept what is kept in a protected one
     */
    public static SettingSection section(List<Consequence> disposable, List<Consequence> kept) {
        Setting setting = new Setting.Choice(
                KEY,
                "Protection level",
                "What is lost when the environment is destroyed.",
                Mutability.IN_PLACE,
                DISPOSABLE,
                List.of(
                        new Setting.Choice.Option(DISPOSABLE, "Disposable", "for tests", disposable),
                        new Setting.Choice.Option(PROTECTED, "Protected", "for prod-like names", kept)));
        return new SettingSection(
                KEY,
                "Protection level",
                "what is lost when this environment is destroyed",
                SettingSection.Form.CARDS,
                List.of(setting));
    }
}
