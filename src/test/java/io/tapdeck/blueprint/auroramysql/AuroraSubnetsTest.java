package io.tapdeck.blueprint.auroramysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.Cidr;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Validation;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two subnets lie inside their VPC, apart from each other, and what is wrong with them has a field and a mend. */
class AuroraSubnetsTest {
    private static final Cidr TEN = Cidr.parse("10.0.0.0/8");

    private final Draft draft = AuroraDefinitions.draft();

    @Test
    void whatNobodyChoseIsTheFirstAndTheSecondSlash24() {
        assertThat(AuroraSubnets.of(AuroraDefinitions.dev()))
                .isEqualTo(new AuroraSubnets(
                        Cidr.parse("10.30.0.0/16"), Cidr.parse("10.30.0.0/24"), Cidr.parse("10.30.1.0/24")));
        assertThat(AuroraSubnets.of(AuroraDefinitions.valid(networks("10.30.0.0/16", "10.30.9.0/24", "")))
                        .second())
                .isEqualTo(Cidr.parse("10.30.1.0/24"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.30.0.0/24 | ''            | ''            | vpcCidr     | 10.30.0.0/24 has no room for two /24 subnets. Use a /23, or choose both subnets. | 10.30.0.0/23
            10.30.3.0/24 | 10.30.3.0/25  | ''            | vpcCidr     | 10.30.3.0/24 has no room for two /24 subnets. Use a /23, or choose both subnets. | 10.30.2.0/23
            10.30.0.0/16 | 10.31.0.0/24  | 10.30.0.0/24  | subnetCidrA | 10.31.0.0/24 is outside the VPC range 10.30.0.0/16.                | 10.30.1.0/24
            10.30.0.0/16 | 10.30.0.0/24  | 10.0.0.0/17   | subnetCidrB | 10.0.0.0/17 is outside the VPC range 10.30.0.0/16.                 | 10.30.128.0/17
            10.30.0.0/20 | 10.30.0.0/20  | 10.30.1.0/24  | subnetCidrA | 10.30.0.0/20 takes the whole VPC and leaves no room for a second subnet. | 10.30.0.0/24
            10.30.0.0/16 | 10.30.10.0/24 | 10.30.10.0/25 | subnetCidrB | 10.30.10.0/24 and 10.30.10.0/25 overlap. Choose two apart.         | 10.30.0.0/25
            10.30.0.0/16 | 10.30.0.0/23  | ''            | subnetCidrB | 10.30.0.0/23 and 10.30.1.0/24 overlap. Choose two apart.           | 10.30.2.0/24
            10.30.0.0/16 | ''            | 10.30.0.0/28  | subnetCidrA | 10.30.0.0/24 and 10.30.0.0/28 overlap. Choose two apart.           | 10.30.1.0/24
            10.30.0.0/16 | 10.30.0.0/16  | ''            | subnetCidrA | The prefix /16 is outside /17 to /28.                              |
            10.30.0.0/28 | 10.30.0.0/28  | 10.30.0.0/28  | vpcCidr     | The prefix /28 is outside /16 to /27.                              |
            """)
    void saysWhatIsWrongWithANetwork(
            String vpc, String first, String second, String field, String message, String mended) {
        assertThat(problems(networks(vpc, first, second))).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.fix() == null ? null : problem.fix().value()).isEqualTo(mended);
        });
    }

    @Test
    void bothSubnetsAreToldAtOnce() {
        assertThat(problems(networks("10.30.0.0/16", "10.31.0.0/24", "192.168.0.0/24")))
                .extracting(Problem::field)
                .containsExactly("subnetCidrA", "subnetCidrB");
    }

    @Property
    void acceptsSubnetsExactlyIfTheyLieInsideAndApart(
            @ForAll @IntRange(min = 16, max = 27) int vpcPrefix,
            @ForAll @IntRange(min = 17, max = 28) int firstPrefix,
            @ForAll @IntRange(max = 5000) int firstIndex,
            @ForAll @IntRange(min = 17, max = 28) int secondPrefix,
            @ForAll @IntRange(max = 5000) int secondIndex) {
        Cidr vpc = TEN.part(vpcPrefix, 0);
        Cidr first = near(firstPrefix, firstIndex);
        Cidr second = near(secondPrefix, secondIndex);
        boolean valid = inside(vpc, first) && inside(vpc, second) && !first.overlaps(second);

        assertThat(problems(networks(vpc.toString(), first.toString(), second.toString()))
                        .isEmpty())
                .isEqualTo(valid);
    }

    @Property
    void everyProposedMendingMends(
            @ForAll @IntRange(min = 16, max = 27) int vpcPrefix,
            @ForAll @IntRange(min = 17, max = 28) int firstPrefix,
            @ForAll @IntRange(max = 5000) int firstIndex,
            @ForAll @IntRange(min = 17, max = 28) int secondPrefix,
            @ForAll @IntRange(max = 5000) int secondIndex,
            @ForAll boolean firstOpen,
            @ForAll boolean secondOpen) {
        Draft bad = networks(
                TEN.part(vpcPrefix, 0).toString(),
                firstOpen ? "" : near(firstPrefix, firstIndex).toString(),
                secondOpen ? "" : near(secondPrefix, secondIndex).toString());
        // A VPC that becomes wider, each subnet moved inside, then one of them away from the other.
        for (int mendings = 0; mendings < 3; mendings++) {
            for (Problem problem : problems(bad)) {
                assertThat(problem.fix()).as(problem.message()).isNotNull();
                if (problem.fix() != null) {
                    bad = bad.with(problem.fix().field(), problem.fix().value());
                }
            }
        }

        assertThat(problems(bad)).isEmpty();
    }

    /** A network around the beginning of 10.0.0.0, so that chance finds some that fit. */
    private static Cidr near(int prefix, int index) {
        return TEN.part(prefix, index % (1L << (prefix - 15)));
    }

    private static boolean inside(Cidr vpc, Cidr subnet) {
        return vpc.contains(subnet) && !vpc.equals(subnet);
    }

    private Draft networks(String vpc, String first, String second) {
        return draft.withSetting("vpcCidr", vpc)
                .withSetting("subnetCidrA", first)
                .withSetting("subnetCidrB", second);
    }

    private static List<Problem> problems(Draft any) {
        return Validation.of(new AuroraMySql(), any).all();
    }
}
