package io.tapdeck.deploy.journal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeletionMode;

/** What a call leaves out because an administrator chose so: in the journal's words, and read from them after a crash. */
public final class LeftOut {
    private static final String SKIPPED = "Skipped: ";
    private static final String RETAINED = "Retained: ";
    private static final String BETWEEN = ", ";
    private static final String END = ".";

    private LeftOut() {}

    /** Null if nothing is skipped. */
    static @Nullable String words(ContinueUpdateRollbackRequest request) {
        return words(SKIPPED, request.resourcesToSkip());
    }

    /** Null if all of the stack shall go. */
    static @Nullable String words(DeleteStackRequest request) {
        return request.deletionMode() == DeletionMode.FORCE_DELETE_STACK
                ? "Forced: what cannot be deleted is left."
                : words(RETAINED, request.retainResources());
    }

    /** Logical ids have letters and digits only, those of nested stacks a dot between (user guide, "Resources"). */
    private static @Nullable String words(String how, Collection<String> logicalIds) {
        return logicalIds.isEmpty()
                ? null
                : how + String.join(BETWEEN, logicalIds.stream().sorted().toList()) + END;
    }

    /** The logical ids that a continued rollback skipped, by the words of its line. */
    public static Set<String> skipped(@Nullable String words) {
        return words != null && words.startsWith(SKIPPED) && words.endsWith(END)
                ? Set.copyOf(List.of(words.substring(SKIPPED.length(), words.length() - END.length())
                        .split(BETWEEN, -1)))
                : Set.of();
    }
}
