package io.tapdeck.blueprint.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.blueprint.golden.TemplateComparison.Difference;
import org.junit.jupiter.api.Test;

/** The judge of the golden test, judged. */
class TemplateComparisonTest {
    private final JsonNode golden = Templates.read("golden/aurora-secure-dev-agnostic.template.json");
    private final JsonNode copy = golden.deepCopy();

    @Test
    void otherLogicalIdsAreNoDifference() {
        JsonNode renamed = TemplateComparison.renamed(
                golden, id -> golden.path("Resources").has(id) ? "X" + new StringBuilder(id).reverse() : id);

        assertThat(renamed).isNotEqualTo(golden);
        assertThat(TemplateComparison.of(golden, renamed)).isEmpty();
    }

    @Test
    void anotherValueIs() {
        ((ObjectNode) copy.at("/Resources/AuroraVpcdev0E5F1D77/Properties")).put("CidrBlock", "10.31.0.0/16");

        assertThat(TemplateComparison.of(golden, copy))
                .extracting(Difference::path)
                .containsExactly("Resources/AuroraVpcdev0E5F1D77/Properties/CidrBlock");
    }

    @Test
    void anotherOrderIs() {
        ArrayNode logs =
                (ArrayNode) copy.at("/Resources/AuroraClusterdev00C8FB72/Properties/EnableCloudwatchLogsExports");
        logs.insert(0, logs.remove(2));

        assertThat(TemplateComparison.of(golden, copy)).isNotEmpty();
    }

    @Test
    void aReferenceToTheWrongTwinIs() {
        ArrayNode subnets = (ArrayNode) copy.at("/Resources/AuroraSubnetGroupdev/Properties/SubnetIds");
        subnets.set(1, subnets.get(0).deepCopy());

        assertThat(TemplateComparison.of(golden, copy))
                .extracting(Difference::path)
                .containsExactly("Resources/AuroraSubnetGroupdev/Properties/SubnetIds/1/Ref");
    }

    @Test
    void aLostResourceIs() {
        ((ObjectNode) copy.path("Resources")).remove("AuroraClusterdevLogRetentiongeneral61226FCC");

        assertThat(TemplateComparison.of(golden, copy))
                .extracting(Difference::path)
                .containsExactly("Resources/AuroraClusterdevLogRetentiongeneral61226FCC");
    }

    @Test
    void aLostDeletionPolicyIs() {
        ((ObjectNode) copy.at("/Resources/AuroraClusterdev00C8FB72")).remove("DeletionPolicy");

        assertThat(TemplateComparison.of(golden, copy))
                .extracting(Difference::path)
                .containsExactly("Resources/AuroraClusterdev00C8FB72/DeletionPolicy");
    }
}
