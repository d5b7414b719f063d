package io.tapdeck.desk.journal;

import io.tapdeck.store.JournalEntry;
import java.util.Locale;

/** A line of the journal in words. */
final class JournalWords {
    private JournalWords() {}

    /** The colour role of that word. */
    static String role(JournalEntry.Kind kind) {
        return switch (kind) {
            case REFUSED -> "td-danger";
            case ACCEPTED -> "td-success";
            case ENDED, BEGUN -> "td-default";
            default -> "td-muted";
        };
    }

    /** Who did it: the end of the caller's ARN, such as {@code Administrator/ops}. */
    static String who(String callerArn) {
        String resource = callerArn.substring(callerArn.lastIndexOf(':') + 1);
        return resource.replaceFirst("^(assumed-role|user|federated-user)/", "");
    }

    /** What it was done to, and how: {@code CREATE} in words, or the call of AWS's API as it is called. */
    static String call(JournalEntry entry) {
        return switch (entry.call()) {
            case "CREATE" -> "Create";
            case "UPDATE" -> "Change";
            case "DELETE" -> "Delete";
            default -> entry.call();
        };
    }

    /** Outcome or refusal; the change set where there is neither. */
    static String detail(JournalEntry entry) {
        String words = entry.words();
        if (words != null) {
            return words;
        }
        String changeSet = entry.changeSet();
        return changeSet == null ? "" : changeSet.substring(changeSet.lastIndexOf(':') + 1);
    }

    /** Everything about a line, for its tooltip. */
    static String whole(JournalEntry entry) {
        StringBuilder text = new StringBuilder(
                "%s%n%s · %s%n%s".formatted(entry.caller(), entry.account(), entry.region(), entry.stackName()));
        for (String more : new String[] {entry.stackId(), entry.token(), entry.changeSet(), entry.words()}) {
            if (more != null) {
                text.append("\n").append(more);
            }
        }
        return text.toString();
    }

    /** Whether a line holds a text, wherever. */
    static boolean matches(JournalEntry entry, String wanted) {
        return String.join(
                        " ",
                        entry.suffix(),
                        entry.blueprint(),
                        entry.caller(),
                        entry.call(),
                        entry.kind().words(),
                        entry.stackName(),
                        entry.region(),
                        detail(entry))
                .toLowerCase(Locale.ROOT)
                .contains(wanted.strip().toLowerCase(Locale.ROOT));
    }
}
