package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.Remedy;
import io.tapdeck.desk.common.Icons;
import java.util.Map;
import java.util.Optional;

/**
 * What the remedies of a failure do at the desk.
 *
 * @param primary whether the first that can be done is the page's one primary button
 * @param doing by what a remedy comes to; what is absent is done elsewhere
 */
public record RemedyActions(boolean primary, Map<Remedy.Action, Runnable> doing) {
    public RemedyActions {
        doing = Map.copyOf(doing);
    }

    /** A remedy as a button. */
    record Doable(String verb, Icons icon, Runnable action) {

        /** A remedy's sentence where it says more than the button; else empty. */
        String beside(String sentence) {
            return sentence.equals(verb.replace("…", ".")) ? "" : sentence;
        }
    }

    /** What a remedy does; empty where a person does it elsewhere. */
    Optional<Doable> of(Remedy remedy) {
        return Optional.ofNullable(doing.get(remedy.action()))
                .map(action -> new Doable(verb(remedy.action()), icon(remedy.action()), action));
    }

    private static String verb(Remedy.Action action) {
        return switch (action) {
            case ELSEWHERE -> "";
            case DEPLOY_AGAIN -> "Deploy again…";
            case CHANGE_SETTINGS -> "Change settings…";
            case OTHER_SUFFIX -> "Use another suffix…";
            case RECOVER -> "See what can be done…";
            case DESTROY -> "Destroy…";
        };
    }

    private static Icons icon(Remedy.Action action) {
        return switch (action) {
            case ELSEWHERE -> Icons.OPEN;
            case DEPLOY_AGAIN -> Icons.DEPLOYMENTS;
            case CHANGE_SETTINGS, OTHER_SUFFIX -> Icons.CHANGE;
            case RECOVER -> Icons.ROLLED_BACK;
            case DESTROY -> Icons.DESTROY;
        };
    }
}
