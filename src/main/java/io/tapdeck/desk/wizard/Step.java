package io.tapdeck.desk.wizard;

import io.tapdeck.environment.Problem;
import java.util.Arrays;
import java.util.List;

/** The steps of the wizard, in their order. */
enum Step {
    WHERE("where", "Where"),
    WHAT("what", "What"),
    SIZE("size", "Name and size"),
    ALARMS("alarms", "Alarms"),
    REVIEW("review", "Review"),
    /** Not a page of the wizard: the deployment's own page follows. */
    DEPLOY("deploy", "Deploy");

    private final String id;
    private final String title;

    Step(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The name in the draft box. */
    String id() {
        return id;
    }

    /** The words in the stepper. */
    String title() {
        return title;
    }

    /** The step of that name; the first one if there is none, since it loses nothing. */
    static Step of(String id) {
        return Arrays.stream(values())
                .filter(step -> step.id.equals(id))
                .findFirst()
                .orElse(WHERE);
    }

    /** The step on which a field stands. */
    static Step ofField(String field) {
        return field.startsWith("alarm.") || field.startsWith("recipients") ? ALARMS : SIZE;
    }

    /** The problems that keep a reader from going on from here: those of this step and of the steps before it. */
    List<Problem> standingInTheWay(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> ofField(problem.field()).compareTo(this) <= 0)
                .toList();
    }

    boolean isFirst() {
        return this == WHERE;
    }

    Step next() {
        return values()[Math.min(ordinal() + 1, REVIEW.ordinal())];
    }

    Step previous() {
        return values()[Math.max(ordinal() - 1, 0)];
    }
}
