package io.tapdeck.environment;

/**
 * An output of an environment's stack, in the words of those who connect to what it made.
 *
 * @param key the output's key in the template, such as {@code ClusterEndpoint}
 * @param title the words on screen
 * @param words what it is for, and from where it can be reached
 */
public record OutputDescription(String key, String title, String words) {}
