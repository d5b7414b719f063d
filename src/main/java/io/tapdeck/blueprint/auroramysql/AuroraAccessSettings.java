package io.tapdeck.blueprint.auroramysql;

import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Mutability;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.Setting.Choice.Option;
import io.tapdeck.environment.SettingSection;
import io.tapdeck.environment.SettingSection.Form;
import java.util.List;

/** How people and applications find the key, the topic and the database. */
public final class AuroraAccessSettings {
    static final String BY_STACK = "stack";
    static final String BY_SUFFIX = "suffix";
    static final String OWN_KEY = "kms";
    static final String NO_KEY = "none";
    static final String HOST_AND_PORT = "socketAddress";
    static final String HOST = "hostname";

    static final SettingSection SECTION = new SettingSection(
            "access",
            "Names and outputs",
            "",
            Form.FIELDS,
            List.of(
                    new Setting.Choice(
                            AuroraSettings.KEY_ALIAS,
                            "Key alias",
                            "Named after the stack it is unique; by suffix it is alias/aurora-db-key-SUFFIX.",
                            Mutability.REPLACES,
                            BY_STACK,
                            List.of(new Option(BY_STACK, "Stack name"), new Option(BY_SUFFIX, "By suffix"))),
                    new Setting.Choice(
                            AuroraSettings.TOPIC_ENCRYPTION,
                            "Topic encryption",
                            "Whether SNS stores alarm messages encrypted with the environment's key.",
                            Mutability.IN_PLACE,
                            OWN_KEY,
                            List.of(new Option(OWN_KEY, "Own KMS key"), new Option(NO_KEY, "None"))),
                    new Setting.Choice(
                            AuroraSettings.ENDPOINT_OUTPUTS,
                            "Endpoint outputs",
                            "Whether the stack's outputs name the database with its port.",
                            Mutability.IN_PLACE,
                            HOST_AND_PORT,
                            List.of(new Option(HOST_AND_PORT, "Host and port"), new Option(HOST, "Host only")))));

    private AuroraAccessSettings() {}

    /** Whether the key's alias is named after the suffix alone, as in the seed {@code aurora-portable}. */
    public static boolean aliasBySuffix(EnvironmentDefinition definition) {
        return definition.text(AuroraSettings.KEY_ALIAS).equals(BY_SUFFIX);
    }

    /** Whether the alarm topic is encrypted with the environment's key. */
    public static boolean topicEncrypted(EnvironmentDefinition definition) {
        return definition.text(AuroraSettings.TOPIC_ENCRYPTION).equals(OWN_KEY);
    }

    /** Whether the endpoint outputs carry the port. */
    public static boolean outputsHavePort(EnvironmentDefinition definition) {
        return definition.text(AuroraSettings.ENDPOINT_OUTPUTS).equals(HOST_AND_PORT);
    }
}
