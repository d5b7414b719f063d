package io.tapdeck.deploy.template;

import io.tapdeck.deploy.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Logical ids as people read them. CDK joins the ids of a construct and its parents without separators and appends a
 * hash (CDK developer guide, "Logical IDs"); Tapdeck's constructs end in the suffix. All of that is taken off again.
 */
public final class DisplayNames {
    /** The path's hash at the end; in a name that CDK shortens or makes unique, another of 32 digits follows. */
    private static final String PATH_HASH = "[0-9A-F]{8}([0-9a-f]{32})?$";

    /** In the middle: what names a construct that exists once per stack. */
    private static final String SINGLETON_HASH = "[0-9a-f]{32}";

    private final String suffix;
    private final String stackPrefix;
    private final @Nullable Part part;
    /** What parents are called, suffix included, the longest first. */
    private final List<String> parents = new ArrayList<>();

    /**
     * Names for the resources of one template.
     *
     * @param part the stack that it makes; its region is added to every name
     */
    public DisplayNames(Collection<String> logicalIds, String suffix, @Nullable Part part) {
        this.part = part;
        this.suffix = suffix.replace("-", "");
        this.stackPrefix = "TapStack%sInfrastructureStack%s".formatted(this.suffix, this.suffix);
        logicalIds.stream().map(this::bare).filter(this::endsInSuffix).forEach(parents::add);
        parents.sort(Comparator.comparingInt(String::length).reversed());
    }

    /** Names for a template and for a change set, which may remove resources that the template no longer has. */
    public static DisplayNames of(TemplateGraph graph, Iterable<String> others, String suffix, @Nullable Part part) {
        Set<String> ids = new LinkedHashSet<>(graph.logicalIds());
        others.forEach(ids::add);
        return new DisplayNames(ids, suffix, part);
    }

    /** The readable name, such as {@code AuroraClusterwriter} for {@code AuroraClusterdevwriterdev3106A348}. */
    public String of(String logicalId) {
        String name = bare(logicalId);
        for (String parent : parents) {
            if (name.startsWith(parent) && name.length() > parent.length()) {
                name = withoutSuffix(parent) + name.substring(parent.length());
                break;
            }
        }
        String bare = endsInSuffix(name) ? withoutSuffix(name) : name;
        return part == null ? bare : bare + " · " + part.region();
    }

    /** The stack that the names are of; null for the environment's own. */
    @Nullable
    public Part part() {
        return part;
    }

    private String bare(String logicalId) {
        String name = logicalId.replaceFirst(PATH_HASH, "").replaceFirst(SINGLETON_HASH, "");
        if (name.isEmpty()) {
            return logicalId;
        }
        return name.startsWith(stackPrefix) && name.length() > stackPrefix.length()
                ? name.substring(stackPrefix.length())
                : name;
    }

    private boolean endsInSuffix(String name) {
        return name.endsWith(suffix) && name.length() > suffix.length();
    }

    private String withoutSuffix(String name) {
        return name.substring(0, name.length() - suffix.length());
    }
}
