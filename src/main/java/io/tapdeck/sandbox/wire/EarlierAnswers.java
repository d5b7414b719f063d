package io.tapdeck.sandbox.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.Buildable;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * What reads were answered before, so that a later answer can be wrong in the ways that AWS's are: it does not see the
 * last write yet, or a page of it repeats the one before. Remembers the latest thousand reads. Thread-safe.
 */
public final class EarlierAnswers {
    private static final int REMEMBERED = 1_000;

    /** Lists that are the same on every page of DescribeChangeSet, and are no pages themselves. */
    private static final Set<String> NOT_PAGED = Set.of("Parameters", "Tags");

    /** What a request calls the way to its page as the answer before did; S3 puts a {@code Next} before its own. */
    private static final Set<String> SAME_IN_ANSWERS = Set.of("NextToken", "Marker");

    private final Map<ServiceCall, Supplier<SdkPojo>> answers = remembering();
    /** By the call that asks for the page after it. */
    private final Map<ServiceCall, SdkPojo> pagesBefore = remembering();

    private static <V> Map<ServiceCall, V> remembering() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ServiceCall, V> eldest) {
                return size() > REMEMBERED;
            }
        });
    }

    /** Remembers a true answer; that of a call which changes something is not worth it. */
    public void keep(ServiceCall call, SdkPojo answer) {
        if (call.reads()) {
            answers.put(call, () -> answer);
            nextPage(call.request(), answer)
                    .map(request -> new ServiceCall(call.origin(), call.service(), call.operation(), request))
                    .ifPresent(next -> pagesBefore.put(next, answer));
        }
    }

    /** Remembers that a read was refused, which is an answer too: "does not exist". */
    public void keepRefusal(ServiceCall call, Supplier<? extends RuntimeException> refusal) {
        if (call.reads()) {
            answers.put(call, () -> {
                throw refusal.get();
            });
        }
    }

    /** What the same read came to the last time, which gives its answer or throws; empty for a first one, and for calls that change something. */
    public Optional<Supplier<SdkPojo>> lastAnswer(ServiceCall call) {
        return Optional.ofNullable(answers.get(call));
    }

    /** An answer whose lists begin with the entries of the page before; of a first page every entry comes twice. */
    public SdkPojo withPageBefore(ServiceCall call, SdkPojo answer) {
        SdkPojo before = pagesBefore.get(call);
        return eachList(answer, field -> entries -> {
            List<Object> repeated = new ArrayList<>();
            if (before == null) {
                entries.forEach(entry -> repeated.addAll(List.of(entry, entry)));
            } else {
                repeated.addAll((List<?>) field.getValueOrDefault(before));
                repeated.addAll(entries);
            }
            return repeated;
        });
    }

    /** An answer whose lists come in the opposite order. */
    public static SdkPojo reversed(SdkPojo answer) {
        return eachList(answer, field -> List::reversed);
    }

    private static SdkPojo eachList(SdkPojo answer, Function<SdkField<?>, UnaryOperator<List<Object>>> change) {
        SdkPojo builder = builder(answer);
        for (SdkField<?> field : builder.sdkFields()) {
            Object value = field.getValueOrDefault(answer);
            if (isPaged(field) && value instanceof List<?> list && XmlWriter.isSet(list)) {
                field.set(builder, change.apply(field).apply(new ArrayList<>(list)));
            }
        }
        return (SdkPojo) ((Buildable) builder).build();
    }

    private static boolean isPaged(SdkField<?> field) {
        ListTrait list = field.getTrait(ListTrait.class);
        return list != null
                && list.memberFieldInfo().marshallingType().getKnownType() == MarshallingKnownType.SDK_POJO
                && !NOT_PAGED.contains(field.memberName());
    }

    /** The request for the page after an answer, if there is one. */
    private static Optional<SdkPojo> nextPage(SdkPojo request, SdkPojo answer) {
        SdkPojo builder = builder(request);
        boolean more = false;
        for (SdkField<?> field : builder.sdkFields()) {
            String name = field.memberName();
            Object token = member(answer, SAME_IN_ANSWERS.contains(name) ? name : "Next" + name);
            if (token != null) {
                field.set(builder, token);
                more = true;
            }
        }
        return more ? Optional.of((SdkPojo) ((Buildable) builder).build()) : Optional.empty();
    }

    private static @Nullable Object member(SdkPojo structure, String name) {
        for (SdkField<?> field : structure.sdkFields()) {
            if (field.memberName().equals(name)) {
                return field.getValueOrDefault(structure);
            }
        }
        return null;
    }

    private static SdkPojo builder(SdkPojo structure) {
        return (SdkPojo) ((ToCopyableBuilder<?, ?>) structure).toBuilder();
    }
}
