package io.tapdeck.deploy;

/**
 * What outlives a resource that is deleted, outside of CloudFormation.
 *
 * @param displayName the resource's
 * @param words what stays and what it costs, beginning with the resource's name
 * @param source the AWS document that says so
 */
public record LeftBehind(String displayName, String words, String source) {}
