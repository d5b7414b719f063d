package io.tapdeck.blueprint;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.blueprint.backupsystem.BackupSystem;
import io.tapdeck.environment.Blueprint;
import java.util.List;
import java.util.Optional;

/** The blueprints that this Tapdeck knows. */
public record Blueprints(List<Blueprint> all) {
    public Blueprints {
        all = List.copyOf(all);
    }

    /** The blueprints that come with Tapdeck. */
    public static Blueprints builtIn() {
        return new Blueprints(List.of(new AuroraMySql(), new BackupSystem()));
    }

    /** The blueprint of that id, if there is one. */
    public Optional<Blueprint> find(String id) {
        return all.stream().filter(blueprint -> blueprint.id().equals(id)).findFirst();
    }
}
