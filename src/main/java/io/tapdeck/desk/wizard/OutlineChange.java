package io.tapdeck.desk.wizard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is different between two outlines.
 *
 * @param resources keys of resources that are new
 * @param before by resource key and path: what a property was before; empty if it is new
 */
record OutlineChange(Set<String> resources, Map<Place, String> before) {

    /** A property of a resource. */
    record Place(String resource, String path) {}

    static final OutlineChange NONE = new OutlineChange(Set.of(), Map.of());

    OutlineChange {
        resources = Set.copyOf(resources);
        before = Map.copyOf(before);
    }

    /** The differences, as seen in {@code next}; that the suffix stands in a value does not count. */
    static OutlineChange between(Outline last, Outline next) {
        Map<Place, String> old = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (Outline.Group group : last.groups()) {
            for (Outline.Resource resource : group.resources()) {
                known.add(resource.key());
                resource.properties()
                        .forEach(property -> old.put(new Place(resource.key(), property.path()), property.value()));
            }
        }
        Set<String> added = new HashSet<>();
        Map<Place, String> before = new HashMap<>();
        for (Outline.Group group : next.groups()) {
            for (Outline.Resource resource : group.resources()) {
                if (!known.contains(resource.key())) {
                    added.add(resource.key());
                    continue;
                }
                for (Outline.Property property : resource.properties()) {
                    Place place = new Place(resource.key(), property.path());
                    String value = old.get(place);
                    if (value == null || !same(value, property.value(), last, next)) {
                        before.put(place, value == null ? "" : value);
                    }
                }
            }
        }
        return new OutlineChange(added, before);
    }

    private static boolean same(String before, String after, Outline last, Outline next) {
        return before.equals(after)
                || (!last.suffix().equals(next.suffix())
                        && bare(before, last.suffix()).equals(bare(after, next.suffix())));
    }

    private static String bare(String value, String suffix) {
        // CDK leaves hyphens out where a name may not hold them.
        return value.replace(suffix, "").replace(suffix.replace("-", ""), "");
    }

    boolean isEmpty() {
        return resources.isEmpty() && before.isEmpty();
    }

    /** Whether the resource is new, or something in it is different. */
    boolean touches(Outline.Resource resource) {
        return resources.contains(resource.key())
                || resource.properties().stream()
                        .anyMatch(property -> before.containsKey(new Place(resource.key(), property.path())));
    }
}
