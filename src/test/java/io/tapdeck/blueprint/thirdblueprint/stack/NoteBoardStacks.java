package io.tapdeck.blueprint.thirdblueprint.stack;

import io.tapdeck.blueprint.stack.BlueprintStacks;
import io.tapdeck.blueprint.thirdblueprint.NoteBoard;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentDefinition;
import software.constructs.Construct;

/** The one stack of a {@code note-board} environment. */
public final class NoteBoardStacks implements BlueprintStacks {

    @Override
    public Blueprint blueprint() {
        return new NoteBoard();
    }

    @Override
    public void addTo(Construct scope, EnvironmentDefinition definition) {
        new NoteBoardStack(scope, "NoteBoard-" + definition.suffix(), definition);
    }
}
