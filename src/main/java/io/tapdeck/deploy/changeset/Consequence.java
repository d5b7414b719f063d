package io.tapdeck.deploy.changeset;

import io.tapdeck.deploy.ResourceChange.Risk;
import io.tapdeck.deploy.StatefulTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.PolicyAction;
import software.amazon.awssdk.services.cloudformation.model.Replacement;

/**
 * What a change comes to for a resource and what it holds (CloudFormation API reference, ResourceChange: Action,
 * Replacement, PolicyAction). A replacement that AWS is not sure of counts as one: nobody is told of a loss afterwards.
 *
 * @param policy what becomes of the old one; null where it stays, or where AWS does not tell
 * @param reads where all that may replace it are attributes of resources that the same change set leaves in place, and the
 *     analysis with the values of now replaces nothing: those attributes, such as {@code EncryptionKey.Arn}; else empty
 */
public record Consequence(
        ChangeAction action,
        @Nullable Replacement replacement,
        @Nullable PolicyAction policy,
        String type,
        List<String> reads) {
    public Consequence {
        reads = List.copyOf(reads);
    }

    boolean added() {
        return action == ChangeAction.ADD || action == ChangeAction.IMPORT;
    }

    boolean removed() {
        return action == ChangeAction.REMOVE;
    }

    boolean replaced() {
        return !added() && !removed() && (replacement == Replacement.TRUE || uncertain());
    }

    private boolean uncertain() {
        // Dynamic: "the exact action for the resource can't be determined" (the same page, Action).
        return replacement == Replacement.CONDITIONAL
                || (action == ChangeAction.DYNAMIC
                        && replacement != Replacement.TRUE
                        && replacement != Replacement.FALSE);
    }

    /** How dangerous it is, for a change in place as far as it is known without its properties. */
    Risk risk() {
        boolean data = StatefulTypes.holdsData(type);
        if (added()) {
            return Risk.ADDED;
        }
        if (removed()) {
            return data && !kept() ? Risk.DATA_LOST : Risk.REMOVED;
        }
        if (replaced()) {
            // Even with a snapshot or the old one kept, the new one is empty.
            return data ? Risk.DATA_LOST : Risk.REPLACED;
        }
        return Risk.IN_PLACE;
    }

    private boolean kept() {
        return policy == PolicyAction.RETAIN || policy == PolicyAction.SNAPSHOT;
    }

    /** The same as a sentence; empty where the properties say all: what is new, and what is changed in place. */
    String sentence() {
        String name = StatefulTypes.holdsData(type) ? StatefulTypes.named(type) : "it";
        if (removed()) {
            return removal(name);
        }
        if (!replaced()) {
            return "";
        }
        if (uncertain() && !reads.isEmpty()) {
            return "This may replace %s; AWS cannot tell before. It reads %s, of what is not replaced itself: by the values of now %s stays. If it is replaced, %s"
                    .formatted(name, String.join(", ", reads), name, replacement(name));
        }
        String replaces = (uncertain() ? "This may replace " : "This replaces ") + name;
        String then = uncertain() ? ": AWS decides during the deployment. If it does, " : ": ";
        return replaces + then + replacement(name);
    }

    private String removal(String name) {
        return switch (policy) {
            case RETAIN -> "This takes %s out of the stack and leaves it in the account.".formatted(name);
            case SNAPSHOT -> "This takes a last snapshot of %s, then deletes it.".formatted(name);
            case null, default ->
                risk() == Risk.DATA_LOST
                        ? "This deletes %s: data is lost.".formatted(name)
                        : "This deletes it; it holds no data.";
        };
    }

    private String replacement(String name) {
        boolean data = StatefulTypes.holdsData(type);
        return switch (policy) {
            case REPLACE_AND_RETAIN, RETAIN ->
                data
                        ? "the old one is kept outside of the stack, the new one is empty."
                        : "the old one is kept outside of the stack.";
            case REPLACE_AND_SNAPSHOT, SNAPSHOT ->
                "a last snapshot of %s is taken, the new one is empty.".formatted(name);
            case null, default -> data ? "data is lost." : "a new one takes its place, no data is lost.";
        };
    }
}
