package io.tapdeck.blueprint.auroramysql;

import io.tapdeck.environment.Mutability;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingSection;
import io.tapdeck.environment.SettingSection.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the two subnets lie, and what they are called. */
final class AuroraNetworkSettings {
    /**
     * A tag's value has 256 characters (EC2 user guide, "Tag restrictions"). The longest that carries the name is
     * {@code TapStack<suffix>/InfrastructureStack-<suffix>/AuroraVpc-<suffix>/<name>Subnet1}, with suffixes of 19.
     */
    private static final int LONGEST_NAME = 151;

    static final SettingSection SECTION = new SettingSection(
            "subnets",
            "Subnets",
            "in two zones, without a way out",
            Form.FIELDS,
            List.of(
                    subnet(AuroraSettings.SUBNET_CIDR_A, "Subnet A range", "the first /24 of the VPC"),
                    subnet(AuroraSettings.SUBNET_CIDR_B, "Subnet B range", "the second /24 of the VPC"),
                    new Setting.Name(
                            AuroraSettings.SUBNET_NAME,
                            "Subnet name",
                            "Part of the subnets' Name tags.",
                            Mutability.IN_PLACE,
                            "PrivateIsolated",
                            LONGEST_NAME,
                            AuroraNetworkSettings::subnetName,
                            null)));

    private AuroraNetworkSettings() {}

    private static Setting subnet(String key, String label, String whenEmpty) {
        return new Setting.Network(
                key,
                label,
                "Part of the VPC range, /17 to /28, apart from the other subnet (VPC user guide, “Subnet CIDR blocks”).",
                Mutability.FIXED,
                "",
                17,
                28,
                whenEmpty);
    }

    private static @Nullable String subnetName(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9_-]*")
                ? null
                : "A subnet name has letters, digits, - and _, and begins with a letter or a digit.";
    }
}
