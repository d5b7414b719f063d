package io.tapdeck.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.deploy.RootCause;
import java.io.PrintStream;

/** Why something failed, in words or as JSON. */
final class CauseText {
    private CauseText() {}

    static void print(PrintStream to, RootCause cause) {
        to.printf("Cause: %s (%s), %s%n", cause.logicalId(), cause.resourceType(), cause.status());
        to.println("AWS says: " + cause.reason());
        to.println("It means: " + cause.meaning());
    }

    /** Fills an object with it. */
    static void describe(ObjectNode node, RootCause cause) {
        node.put("logicalId", cause.logicalId())
                .put("resourceType", cause.resourceType())
                .put("status", cause.status())
                .put("reason", cause.reason())
                .put("meaning", cause.meaning());
        ArrayNode remedies = node.putArray("remedies");
        cause.remedies().forEach(remedy -> remedies.add(remedy.words()));
    }
}
