package io.tapdeck.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.math.BigDecimal;
import java.util.Optional;

/** The {@code version} of a file that Tapdeck reads: the number 1, which an absent one means too. */
final class FormatVersion {
    static final int CURRENT = 1;
    static final String FIELD = "version";

    private FormatVersion() {}

    /**
     * What is wrong with the version; empty if the file can be read.
     *
     * @param file what is read, such as {@code definition}
     * @param root the file's object
     */
    static Optional<Problem> problem(String file, JsonNode root) {
        JsonNode version = root.path(FIELD);
        if (version.isMissingNode() || version.equals(IntNode.valueOf(CURRENT))) {
            return Optional.empty();
        }
        boolean newer = version.isIntegralNumber() && version.decimalValue().compareTo(BigDecimal.valueOf(CURRENT)) > 0;
        String message = newer
                ? "The %s is of version %s; this Tapdeck reads version %d. Use a newer Tapdeck."
                        .formatted(file, version, CURRENT)
                : "The version is the number %d; this %s says %s. Write \"version\": %d."
                        .formatted(CURRENT, file, version, CURRENT);
        return Optional.of(new Problem(FIELD, message));
    }
}
