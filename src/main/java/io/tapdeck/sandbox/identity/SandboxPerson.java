package io.tapdeck.sandbox.identity;

/** The one person who signs in to the sandbox. */
final class SandboxPerson {
    static final String NAME = "Sam Rivers";
    /** Names the person's sessions of roles, as Identity Center's user name does. */
    static final String USER_NAME = "sam.rivers";

    private SandboxPerson() {}
}
