package io.tapdeck.environment;

/**
 * A resource that CloudFormation has made.
 *
 * @param logicalId its name in the template
 * @param resourceType such as {@code AWS::SQS::Queue}
 * @param physicalId what {@code Ref} gives: a name, an ARN or a URL, as the type has it
 */
public record PhysicalResource(String logicalId, String resourceType, String physicalId) {}
