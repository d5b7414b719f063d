package io.tapdeck.blueprint.auroramysql.stack;

import io.tapdeck.blueprint.auroramysql.AuroraSettings;
import io.tapdeck.blueprint.auroramysql.AuroraSubnets;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Suffix;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.TagProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.ec2.ISubnet;
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

    /** The subnets' id: with another one they would have other logical ids, and CloudFormation would replace them. */
    private static final String SUBNETS = "PrivateIsolated";

    final Vpc vpc;
    final SecurityGroup securityGroup;
    final SubnetGroup subnetGroup;

    Network(Stack stack, EnvironmentDefinition definition) {
        Suffix suffix = definition.suffix();
        vpc = Vpc.Builder.create(stack, "AuroraVpc-" + suffix)
                .ipAddresses(new ChosenAddresses(AuroraSubnets.of(definition)))
                .maxAzs(2)
                .enableDnsHostnames(true)
                .enableDnsSupport(true)
                .natGateways(0)
                .subnetConfiguration(List.of(SubnetConfiguration.builder()
                        .name(SUBNETS)
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .build()))
                .build();
        nameSubnets(definition.text(AuroraSettings.SUBNET_NAME));
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

    /** Sets the tags that CDK would make of the subnets' id. */
    private void nameSubnets(String name) {
        List<ISubnet> subnets = vpc.getIsolatedSubnets();
        for (int i = 0; i < subnets.size(); i++) {
            Tags tags = Tags.of(subnets.get(i));
            tags.add(
                    "aws-cdk:subnet-name",
                    name,
                    TagProps.builder()
                            .includeResourceTypes(List.of("AWS::EC2::Subnet"))
                            .build());
            tags.add("Name", "%s/%sSubnet%d".formatted(vpc.getNode().getPath(), name, i + 1));
        }
    }
}
