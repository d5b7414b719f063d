package io.tapdeck.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisplayNamesTest {
    private static final List<String> IDS = List.of(
            "AuroraClusterdev00C8FB72",
            "AuroraClusterdevwriterdev3106A348",
            "AuroraClusterdevMonitoringRoleA6CE5149",
            "TapStackdevInfrastructureStackdevAuroraClusterdevSecret1B4A10623fdaad7efa858a3daf9490cf0a702aeb",
            "AuroraSubnetGroupdev",
            "LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8aServiceRole9741ECFB",
            "HighCPUUtilizationdev2891FA0A");

    @Test
    void hashAndSuffixAreTakenOff() {
        DisplayNames names = new DisplayNames(IDS, "dev", null);

        assertThat(IDS.stream().map(names::of))
                .containsExactly(
                        "AuroraCluster",
                        "AuroraClusterwriter",
                        "AuroraClusterMonitoringRole",
                        "AuroraClusterSecret",
                        "AuroraSubnetGroup",
                        "LogRetentionServiceRole",
                        "HighCPUUtilization");
    }

    @Test
    void aSuffixThatAlsoStandsInsideANameIsLeftThere() {
        DisplayNames names =
                new DisplayNames(List.of("AuroraClustera00C8FB72", "AuroraClusteraMonitoringRoleA6CE5149"), "a", null);

        assertThat(names.of("AuroraClusteraMonitoringRoleA6CE5149")).isEqualTo("AuroraClusterMonitoringRole");
        assertThat(names.of("AuroraClustera00C8FB72")).isEqualTo("AuroraCluster");
    }

    @Test
    void hyphensOfTheSuffixAreNotInLogicalIds() {
        assertThat(new DisplayNames(List.of("AuroraVpcqa70E5F1D77"), "qa-7", null).of("AuroraVpcqa70E5F1D77"))
                .isEqualTo("AuroraVpc");
    }
}
