package io.tapdeck.synth.worker;

import io.tapdeck.blueprint.auroramysql.stack.AuroraMySqlStacks;
import io.tapdeck.blueprint.backupsystem.stack.BackupSystemStacks;
import io.tapdeck.blueprint.stack.BlueprintStacks;
import java.util.List;

/** The stacks of the blueprints that come with Tapdeck. */
public final class BuiltInStacks {
    private BuiltInStacks() {}

    /** In the order of {@link io.tapdeck.blueprint.Blueprints#builtIn}. */
    public static List<BlueprintStacks> all() {
        return List.of(new AuroraMySqlStacks(), new BackupSystemStacks());
    }
}
