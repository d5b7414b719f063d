package io.tapdeck.sandbox.cloudformation.types;

/**
 * What a physical resource is called.
 *
 * @param name its own name, as its service lists it
 * @param ref what {@code Ref} gives: the physical id, which for some types is an ARN or a URL around the name
 */
public record PhysicalIdentity(String name, String ref) {}
