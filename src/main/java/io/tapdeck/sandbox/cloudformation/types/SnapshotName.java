package io.tapdeck.sandbox.cloudformation.types;

/**
 * What a snapshot is called.
 *
 * @param type such as {@code AWS::RDS::DBClusterSnapshot}: no type of CloudFormation, but what the register has it under
 * @param name its identifier
 * @param arn its ARN
 */
public record SnapshotName(String type, String name, String arn) {}
