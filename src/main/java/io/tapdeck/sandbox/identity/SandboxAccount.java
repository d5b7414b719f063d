package io.tapdeck.sandbox.identity;

import io.tapdeck.sandbox.wire.Caller;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An account that people sign in to. Its id is one of those that AWS's documentation uses for examples, so that it is
 * nobody's and looks it.
 *
 * @param id 12 digits
 * @param assigned the permission sets that the sandbox's person has in it
 */
record SandboxAccount(String id, String name, String email, List<PermissionSet> assigned) {

    /** The accounts of the portal, in its order: by name. */
    static final List<SandboxAccount> PORTAL = List.of(
            new SandboxAccount(
                    "777788889999", "Harbour Audit", "aws-audit@harbour.example", List.of(PermissionSet.READ_ONLY)),
            new SandboxAccount(
                    "111122223333",
                    "Harbour Production",
                    "aws-production@harbour.example",
                    List.of(PermissionSet.values())),
            new SandboxAccount(
                    "444455556666", "Harbour Staging", "aws-staging@harbour.example", List.of(PermissionSet.values())));

    /** Whether an id is that of one of the portal's accounts, or of the account of all who do not sign in. */
    static boolean exists(String id) {
        return Stream.concat(
                        Stream.of(SandboxIdentity.USUAL_ACCOUNT),
                        PORTAL.stream().map(SandboxAccount::id))
                .anyMatch(id::equals);
    }

    /** The name of the role that Identity Center has made for a permission set: the same whenever it is asked. */
    String ssoRole(PermissionSet set) {
        return "AWSReservedSSO_" + set.roleName() + "_" + digits(id + "/" + set.roleName());
    }

    /** A session of a role. */
    static Caller session(String account, String role, String sessionName) {
        String uniqueId = "AROA" + digits(account + "/" + role).toUpperCase(Locale.ROOT) + "A";
        return new Caller(
                account,
                "arn:aws:sts::" + account + ":assumed-role/" + role + "/" + sessionName,
                uniqueId + ":" + sessionName);
    }

    private static String digits(String of) {
        long bits = UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
        return HexFormat.of().toHexDigits(bits);
    }
}
