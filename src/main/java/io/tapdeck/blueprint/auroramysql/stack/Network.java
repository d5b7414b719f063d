package io.tapdeck.blueprint.auroramysql.stack;

import io.tapdeck.blueprint.auroramysql.AuroraSettings;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Suffix;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.rds.SubnetGroup;

/** A VPC of isolated subnets in two zones, and who may knock at the database's port. */
final class Network {
    private static final int MYSQL_PORT = 3306;

    /** Isolated: no route leads out, neither to the internet nor through a NAT gateway. */
    static final SubnetSelection ISOLATED =
            SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build();

    final Vpc vpc;
    final SecurityGroup securityGroup;
    final SubnetGroup subnetGroup;

    Network(Stack stack, EnvironmentDefinition definition) {
        Suffix suffix = definition.suffix();
        vpc = Vpc.Builder.create(stack, "AuroraVpc-" + suffix)
                .ipAddresses(IpAddresses.cidr(definition.text(AuroraSettings.VPC_CIDR)))
                .maxAzs(2)
                .enableDnsHostnames(true)
                .enableDnsSupport(true)
                .natGateways(0)
                .subnetConfiguration(List.of(SubnetConfiguration.builder()
                        .cidrMask(24)
                        .name("PrivateIsolated")
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .build()))
                .build();
        securityGroup = SecurityGroup.Builder.create(stack, "AuroraSecurityGroup-" + suffix)
                .vpc(vpc)
                .description("Security group for Aurora MySQL database")
                .allowAllOutbound(false)
                .build();
        securityGroup.addIngressRule(
                Peer.ipv4(vpc.getVpcCidrBlock()), Port.tcp(MYSQL_PORT), "Allow MySQL traffic from VPC");
        subnetGroup = SubnetGroup.Builder.create(stack, "AuroraSubnetGroup-" + suffix)
                .vpc(vpc)
                .vpcSubnets(ISOLATED)
                .description("Subnet group for Aurora database")
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }
}
