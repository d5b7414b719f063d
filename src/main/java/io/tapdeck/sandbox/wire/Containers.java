package io.tapdeck.sandbox.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;

/** How a protocol spells lists and maps in the tree of what was sent. */
interface Containers {

    /** The elements of a list, in order. */
    List<@Nullable Object> elements(Object sent, SdkField<?> list);

    /** The entries of a map. */
    Map<String, @Nullable Object> entries(Object sent, SdkField<?> map);
}
