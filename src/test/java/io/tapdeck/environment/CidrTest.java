package io.tapdeck.environment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidrTest {
    @Property
    void whatIsWrittenIsReadBack(
            @ForAll @LongRange(max = 0xFFFF_FFFFL) long address, @ForAll @IntRange(max = 32) int prefix) {
        Cidr network = network(address, prefix);

        assertThat(Cidr.parse(network.toString())).isEqualTo(network);
        assertThat(Cidr.problem("vpc", network.toString(), 0, 32)).isNull();
    }

    @Property
    void networksOverlapIfOneHoldsTheOthersAddress(
            @ForAll @LongRange(max = 0xFFFF_FFFFL) long address,
            @ForAll @IntRange(max = 32) int prefix,
            @ForAll @IntRange(max = 32) int other) {
        Cidr one = network(address, prefix);
        Cidr two = network(address, other);

        assertThat(one.overlaps(two)).isTrue();
        assertThat(two.overlaps(one)).isTrue();
    }

    @Property
    void neighboursDoNotOverlap(
            @ForAll @LongRange(max = 0xFFFF_FFFFL) long address, @ForAll @IntRange(min = 1, max = 32) int prefix) {
        Cidr one = network(address, prefix);
        Cidr neighbour = new Cidr(one.address() ^ (1L << (32 - prefix)), prefix);

        assertThat(one.overlaps(neighbour)).isFalse();
    }

    @Property
    void partsLieInsideApartAndFillTheNetwork(
            @ForAll @LongRange(max = 0xFFFF_FFFFL) long address,
            @ForAll @IntRange(max = 24) int prefix,
            @ForAll @IntRange(min = 1, max = 8) int longer) {
        Cidr whole = network(address, prefix);
        int length = prefix + longer;
        Cidr first = whole.part(length, 0);
        Cidr last = whole.part(length, (1L << longer) - 1);

        assertThat(whole.contains(first) && whole.contains(last)).isTrue();
        assertThat(first.overlaps(last)).isFalse();
        assertThat(first.address()).isEqualTo(whole.address());
        assertThat(last.address() + (1L << (32 - length))).isEqualTo(whole.address() + (1L << (32 - prefix)));
        assertThat(first.contains(whole)).isFalse();
        assertThat(last.within(prefix)).isEqualTo(whole);
        assertThatIllegalArgumentException().isThrownBy(() -> whole.part(length, 1L << longer));
    }

    @Property
    void anyTextAtAllIsAnswered(@ForAll String text) {
        Problem problem = Cidr.problem("vpc", text, 16, 28);

        assertThat(problem == null || !problem.message().isBlank()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nonsense      | Write a network as address and prefix, such as 10.30.0.0/16.
            10.30.0.0     | Write a network as address and prefix, such as 10.30.0.0/16.
            10.300.0.0/16 | Each part of the address is a number from 0 to 255.
            10.30.0.0/24  | The prefix /24 is outside /16 to /23.
            10.0.0.0/8    | The prefix /8 is outside /16 to /23.
            10.30.0.0/99  | The prefix /99 is outside /16 to /23.
            """)
    void saysWhatIsWrong(String text, String message) {
        assertThat(requireNonNull(Cidr.problem("vpc", text, 16, 23))).isEqualTo(new Problem("vpc", message));
    }

    @Test
    void proposesTheNetworkOfAnAddressInside() {
        assertThat(Cidr.problem("vpc", " 10.30.7.1/16 ", 16, 23))
                .isEqualTo(new Problem(
                        "vpc",
                        "10.30.7.1 is an address inside 10.30.0.0/16, not a network.",
                        new Problem.Fix("Use 10.30.0.0/16", "vpc", "10.30.0.0/16")));
    }

    @Test
    void hasNoHostBits() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse("10.30.0.1/16"));
        assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse("10.300.0.0/16"));
        assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse("ten"));
    }

    private static Cidr network(long address, int prefix) {
        return new Cidr(address & ~((1L << (32 - prefix)) - 1), prefix);
    }
}
