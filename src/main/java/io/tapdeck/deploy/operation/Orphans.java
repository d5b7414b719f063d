package io.tapdeck.deploy.operation;

import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.Outcome.Orphan;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.region.EnvironmentStacks.Member;
import io.tapdeck.deploy.template.DisplayNames;
import io.tapdeck.deploy.template.Policies;
import io.tapdeck.deploy.template.TemplateGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers what a deletion leaves out, while it passes the events on. CloudFormation goes on past a resource with
 * DELETE_SKIPPED (API reference, ResourceStatus).
 */
public final class Orphans implements DeploymentListener {
    private final DeploymentListener listener;
    private final Map<String, ResourceMoved> last = new LinkedHashMap<>();

    Orphans(DeploymentListener listener) {
        this.listener = listener;
    }

    @Override
    public void on(DeploymentEvent event) {
        if (event instanceof ResourceMoved moved) {
            last.put(moved.id(), moved);
        }
        listener.on(event);
    }

    /** What of a stack is left in the account, beside what its template keeps there anyway. */
    List<Orphan> of(Member member, DisplayNames names) {
        return of(member.template(), names);
    }

    /**
     * {@link #of(Member, DisplayNames)} for a stack that may be gone.
     *
     * @param names of its resources
     */
    List<Orphan> of(TemplateGraph template, DisplayNames names) {
        List<String> kept = template.inOrder().stream()
                .filter(Policies::keptOnDelete)
                .map(TemplateGraph.Resource::logicalId)
                .toList();
        return last.values().stream()
                .filter(moved -> moved.id().equals(Part.id(names.part(), moved.logicalId())))
                .filter(moved -> moved.status().equals("DELETE_SKIPPED"))
                .filter(moved -> !kept.contains(moved.logicalId()))
                .map(moved -> Orphan.of(names.of(moved.logicalId()), moved.resourceType(), moved.physicalId()))
                .toList();
    }
}
