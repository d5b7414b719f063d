package io.tapdeck.synth.worker;

import io.tapdeck.blueprint.auroramysql.stack.AuroraMySqlStacks;
import io.tapdeck.blueprint.stack.BlueprintStacks;
import java.util.List;

/** The stacks of the blueprints that come with Tapdeck. */
final class BuiltInStacks {
    private BuiltInStacks() {}

    static List<BlueprintStacks> all() {
        return List.of(new AuroraMySqlStacks());
    }
}
