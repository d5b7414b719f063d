package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.PageContext;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/** Stepper, form, preview and foot. */
final class WizardView extends BorderPane {
    /** Below this width the side is narrow (a window of 1100 without the rail). */
    private static final double ROOMY = 1016;

    private static final double SIDE = 360;
    private static final double REVIEW_SIDE = 320;
    private static final double NARROW_SIDE = 300;

    private final WizardModel model;
    private final PageContext context;
    private final Map<Step, StepView> steps = new EnumMap<>(Step.class);
    private final ScrollPane form = new ScrollPane();
    private final PreviewPane preview;
    private final ReviewSummary summary;
    private final ReviewStep review;
    private final WizardKeys keys;

    WizardView(WizardModel model, PageContext context, Runnable onDeploy) {
        this.model = model;
        this.context = context;
        preview = new PreviewPane(model, context.overlays());
        summary = new ReviewSummary(model, context.overlays());
        review = new ReviewStep(model, context.accounts(), context.services().clock());
        steps.put(Step.REVIEW, review);
        Foot foot = new Foot(model, onDeploy);
        keys = new WizardKeys(model, foot::goOn, preview::enter, this::focusField);
        getStyleClass().addAll("td-page", "td-wizard");
        form.setFitToWidth(true);
        form.setFocusTraversable(false);
        form.getStyleClass().add("td-form-scroll");
        setTop(new StepperView(model));
        setCenter(form);
        setBottom(foot);
        BorderPane.setAlignment(foot, Pos.CENTER_LEFT);
        addEventFilter(KeyEvent.KEY_PRESSED, keys::on);
        widthProperty().addListener((observed, before, now) -> fitSide());
        model.stepProperty().addListener((observed, before, now) -> show(now));
        show(model.step());
    }

    void onKey(KeyEvent event) {
        keys.on(event);
    }

    /** Lets ages grow. */
    void tick() {
        review.tick();
    }

    /** Puts the focus where the step begins. */
    void focusFirst() {
        view(model.step()).first().requestFocus();
    }

    private void show(Step step) {
        if (step == Step.DEPLOY) {
            return;
        }
        StepView view = view(step);
        form.setContent(view.root());
        form.setVvalue(0);
        setRight(step == Step.REVIEW ? summary : preview);
        fitSide();
        if (getScene() != null) {
            view.first().requestFocus();
        }
    }

    /** The form of a step, made when it is first seen. */
    private StepView view(Step step) {
        return steps.computeIfAbsent(step, wanted -> switch (wanted) {
            case WHERE -> new WhereStep(context, model);
            case WHAT -> new WhatStep(context.services().blueprints(), model.draft(), model.preview());
            case SIZE -> new SizeStep(model, context.services().session());
            case ALARMS -> new AlarmsStep(model.draft());
            case REVIEW, DEPLOY -> review;
        });
    }

    private void focusField(String field) {
        view(model.step()).control(field).ifPresent(Node::requestFocus);
    }

    private void fitSide() {
        double width = switch (model.step()) {
            case ALARMS -> NARROW_SIDE;
            case REVIEW -> REVIEW_SIDE;
            default -> SIDE;
        };
        if (getRight() instanceof Region side) {
            Form.wide(side, getWidth() < ROOMY ? NARROW_SIDE : width);
        }
    }
}
