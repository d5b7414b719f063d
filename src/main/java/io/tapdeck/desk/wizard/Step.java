package io.tapdeck.desk.wizard;

import io.tapdeck.environment.Problem;
import java.util.Arrays;
import java.util.List;

/** The steps of the wizard, in their order. */
enum Step {
    WHERE(1, "where", "Where"),
    WHAT(2, "what", "What"),
    SIZE(3, "size", "Name and size"),
    ALARMS(4, "alarms", "Alarms"),
    REVIEW(5, "review", "Review"),
    /** Not a page of the wizard: the deployment's own page follows. */
    DEPLOY(6, "deploy", "Deploy");

    private final int number;
    private final String id;
    private final String title;

    Step(int number, String id, String title) {
        this.number = number;
        this.id = id;
        this.title = title;
    }

    /** Its place in the stepper, from 1. */
    int number() {
        return number;
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

    /** The step after this one; the review has none, since the deployment is another page. */
    Step next() {
        return switch (this) {
            case WHERE -> WHAT;
            case WHAT -> SIZE;
            case SIZE -> ALARMS;
            case ALARMS, REVIEW, DEPLOY -> REVIEW;
        };
    }

    /** The step before this one; the first one has none. */
    Step previous() {
        return switch (this) {
            case WHERE, WHAT -> WHERE;
            case SIZE -> WHAT;
            case ALARMS -> SIZE;
            case REVIEW -> ALARMS;
            case DEPLOY -> REVIEW;
        };
    }
}
