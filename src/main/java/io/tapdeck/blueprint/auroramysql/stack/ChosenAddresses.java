package io.tapdeck.blueprint.auroramysql.stack;

import io.tapdeck.blueprint.auroramysql.AuroraSubnets;
import io.tapdeck.environment.Cidr;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.ec2.AllocateCidrRequest;
import software.amazon.awscdk.services.ec2.AllocatedSubnet;
import software.amazon.awscdk.services.ec2.IIpAddresses;
import software.amazon.awscdk.services.ec2.SubnetIpamOptions;
import software.amazon.awscdk.services.ec2.VpcIpamOptions;

/**
 * Gives CDK the networks of the definition. This is the place where CDK asks for them; to set them on the finished
 * subnets, below the construct tree, would leave CDK with ranges that are not the template's.
 */
final class ChosenAddresses implements IIpAddresses {
    private final AuroraSubnets networks;

    ChosenAddresses(AuroraSubnets networks) {
        this.networks = networks;
    }

    @Override
    public VpcIpamOptions allocateVpcCidr() {
        return VpcIpamOptions.builder().cidrBlock(networks.vpc().toString()).build();
    }

    @Override
    public SubnetIpamOptions allocateSubnetsCidr(@Nullable AllocateCidrRequest request) {
        return SubnetIpamOptions.builder()
                .allocatedSubnets(Stream.of(networks.first(), networks.second())
                        .map(Cidr::toString)
                        .map(cidr -> AllocatedSubnet.builder().cidr(cidr).build())
                        .toList())
                .build();
    }
}
