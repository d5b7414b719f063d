package io.tapdeck.desk.deployment;

import io.tapdeck.environment.ResourceGroup;
import java.util.List;

/** A row of the timeline. */
sealed interface TimelineRow {
    /** What the selection remembers it by. */
    String id();

    /**
     * A group's own row.
     *
     * @param resources all of it, shown or not
     */
    record Group(ResourceGroup group, List<ResourceProgress> resources, boolean open) implements TimelineRow {
        public Group {
            resources = List.copyOf(resources);
        }

        @Override
        public String id() {
            return "group:" + group.id();
        }
    }

    /** A resource. */
    record Resource(ResourceGroup group, ResourceProgress progress) implements TimelineRow {
        @Override
        public String id() {
            return progress.id();
        }
    }
}
