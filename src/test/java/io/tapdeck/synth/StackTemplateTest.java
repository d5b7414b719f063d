package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StackTemplateTest {

    /** The JDK's own immutable maps have another order at every start. */
    @Test
    void tagsAndParametersHaveTheSameOrderAtEveryStart() {
        List<String> keys = IntStream.range(10, 40).mapToObj(i -> "key" + i).toList();
        Map<String, String> tags = Map.copyOf(keys.stream().collect(Collectors.toMap(Function.identity(), key -> "")));
        Map<String, StackTemplate.Output> parameters = Map.copyOf(keys.stream()
                .collect(Collectors.toMap(Function.identity(), key -> new StackTemplate.Output("s", key))));

        StackTemplate template = new StackTemplate("s", "{}", 1, List.of(), tags, false, null, parameters);

        assertThat(template.tags().keySet()).containsExactlyElementsOf(keys);
        assertThat(template.parameters().keySet()).containsExactlyElementsOf(keys);
    }
}
