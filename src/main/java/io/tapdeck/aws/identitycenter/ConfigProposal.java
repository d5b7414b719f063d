package io.tapdeck.aws.identitycenter;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be written into the AWS config file, to be shown before it is done.
 *
 * @param file that would change: the real one, where the config is a link
 * @param changes in the order of the file; empty if everything stands there already
 * @param before the file's bytes when it was read, one character each; null if there was no file
 * @param after the same with the changes
 */
public record ConfigProposal(
        Path file, List<Change> changes, @Nullable String before, String after) {

    /**
     * One line.
     *
     * @param section as it stands in brackets, such as {@code profile acme}
     * @param before the present value; null if the line is new
     */
    public record Change(
            String section, String key, @Nullable String before, String after) {}

    /** Copies the changes. */
    public ConfigProposal {
        changes = List.copyOf(changes);
    }

    /** Whether a value that somebody wrote would be replaced. */
    public boolean replaces() {
        return changes.stream().anyMatch(change -> change.before() != null);
    }

    /** Without the file's text, in which access keys may stand. */
    @Override
    public String toString() {
        return "ConfigProposal[" + file + ", " + changes + "]";
    }
}
