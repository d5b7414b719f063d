package io.tapdeck.sandbox.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a person may be assigned in an account; a role of this name is in every account. */
enum PermissionSet {
    /** May do everything. */
    ADMINISTRATOR("Administrator"),
    /** May do everything that the sandbox serves; set apart from the administrator by name only. */
    DEPLOYER("Deployer"),
    /** May look at everything and change nothing. */
    READ_ONLY("ReadOnly");

    /** The verbs of AWS's managed policy ReadOnlyAccess, as far as the sandbox's services have them. */
    private static final Pattern READING =
            Pattern.compile("[a-z0-9-]+:(Describe|Detect|Estimate|Get|Head|List|Simulate|Validate).*");

    /**
     * Identity Center's roles are named after it, the permission set and 16 more digits (user guide, "Referencing
     * permission sets").
     */
    private static final Pattern ROLE = Pattern.compile("(?:AWSReservedSSO_)?([A-Za-z]+)(?:_[0-9a-f]{16})?");

    private final String roleName;

    PermissionSet(String roleName) {
        this.roleName = roleName;
    }

    String roleName() {
        return roleName;
    }

    /** Whether it allows an action, such as {@code rds:CreateDBCluster}. */
    boolean allows(String action) {
        return this != READ_ONLY || READING.matcher(action).matches();
    }

    static Optional<PermissionSet> named(String roleName) {
        return Arrays.stream(values())
                .filter(set -> set.roleName.equals(roleName))
                .findFirst();
    }

    /** The one behind a role, whether Identity Center made the role or the account has it for itself. */
    static Optional<PermissionSet> ofRole(String role) {
        var matcher = ROLE.matcher(role);
        return matcher.matches() ? named(matcher.group(1)) : Optional.empty();
    }
}
