package io.tapdeck.blueprint.auroramysql;

import io.tapdeck.environment.Cidr;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Problem.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The networks of an environment: its VPC and a subnet in each of two zones. A subnet that is not chosen is the first, or
 * the second, /24 of the VPC, which is what CDK would take (VPC user guide, "VPC CIDR blocks" and "Subnet CIDR blocks").
 */
public record AuroraSubnets(Cidr vpc, Cidr first, Cidr second) {
    private static final int PROPOSED = 24;

    /** The longest prefix of a subnet, and of a VPC that is one subnet. */
    private static final int LONGEST = 28;

    /**
     * The networks of a valid definition.
     *
     * @throws IllegalArgumentException if the VPC has no room for a /24 that the definition leaves open
     */
    public static AuroraSubnets of(EnvironmentDefinition definition) {
        Cidr vpc = Cidr.parse(definition.text(AuroraSettings.VPC_CIDR));
        Cidr first = chosen(definition, AuroraSettings.SUBNET_CIDR_A);
        Cidr second = chosen(definition, AuroraSettings.SUBNET_CIDR_B);
        return new AuroraSubnets(
                vpc, first == null ? vpc.part(PROPOSED, 0) : first, second == null ? vpc.part(PROPOSED, 1) : second);
    }

    /** What makes the networks impossible together, although each by itself is one. */
    static List<Problem> problems(EnvironmentDefinition definition) {
        Cidr vpc = Cidr.parse(definition.text(AuroraSettings.VPC_CIDR));
        boolean open = chosen(definition, AuroraSettings.SUBNET_CIDR_A) == null
                || chosen(definition, AuroraSettings.SUBNET_CIDR_B) == null;
        if (open && vpc.prefix() >= PROPOSED) {
            String wider = vpc.within(PROPOSED - 1).toString();
            return List.of(new Problem(
                    AuroraSettings.VPC_CIDR,
                    "%s has no room for two /24 subnets. Use a /23, or choose both subnets.".formatted(vpc),
                    new Fix("Use " + wider, AuroraSettings.VPC_CIDR, wider)));
        }
        AuroraSubnets networks = of(definition);
        List<Problem> problems = new ArrayList<>();
        networks.checkPlace(AuroraSettings.SUBNET_CIDR_A, networks.first, networks.second, problems);
        networks.checkPlace(AuroraSettings.SUBNET_CIDR_B, networks.second, networks.first, problems);
        if (problems.isEmpty() && networks.first.overlaps(networks.second)) {
            problems.add(networks.overlap(definition));
        }
        return problems;
    }

    private void checkPlace(String field, Cidr subnet, Cidr other, List<Problem> problems) {
        if (!vpc.contains(subnet)) {
            String message = "%s is outside the VPC range %s.".formatted(subnet, vpc);
            problems.add(new Problem(field, message, fix(field, subnet, other)));
        } else if (subnet.equals(vpc)) {
            String message = "%s takes the whole VPC and leaves no room for a second subnet.".formatted(subnet);
            problems.add(new Problem(field, message, fix(field, subnet, other)));
        }
    }

    /** It belongs to the subnet that nobody chose, since the other is meant. */
    private Problem overlap(EnvironmentDefinition definition) {
        boolean moveFirst = chosen(definition, AuroraSettings.SUBNET_CIDR_A) == null;
        String field = moveFirst ? AuroraSettings.SUBNET_CIDR_A : AuroraSettings.SUBNET_CIDR_B;
        Cidr moved = moveFirst ? first : second;
        Cidr kept = moveFirst ? second : first;
        return new Problem(
                field, "%s and %s overlap. Choose two apart.".formatted(first, second), fix(field, moved, kept));
    }

    /** The first network of that size, or of a usual one, that is free beside {@code other}, if that leaves any. */
    private @Nullable Fix fix(String field, Cidr subnet, Cidr other) {
        int length = subnet.prefix() > vpc.prefix() ? subnet.prefix() : Math.max(PROPOSED, vpc.prefix() + 1);
        for (int prefix = length; prefix <= LONGEST; prefix++) {
            Optional<Cidr> free = free(prefix, other);
            if (free.isPresent()) {
                String network = free.get().toString();
                return new Fix("Use " + network, field, network);
            }
        }
        return null;
    }

    private Optional<Cidr> free(int prefix, Cidr other) {
        return LongStream.range(0, 1L << (prefix - vpc.prefix()))
                .mapToObj(index -> vpc.part(prefix, index))
                .filter(part -> !part.overlaps(other) || other.contains(vpc))
                .findFirst();
    }

    private static @Nullable Cidr chosen(EnvironmentDefinition definition, String key) {
        String text = definition.text(key);
        return text.isEmpty() ? null : Cidr.parse(text);
    }
}
