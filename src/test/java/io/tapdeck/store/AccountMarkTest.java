package io.tapdeck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be an account's alias, and what its colour. */
class AccountMarkTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "prod", "billing-prod", "Köln 2", "本番", "🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀", "  prod          "})
    void anAliasIsUpToTwelveCharactersThatCanBeSeen(String alias) {
        assertThat(AccountMark.problem(alias)).isEmpty();
        assertThat(new AccountMark(alias, null).alias()).isEqualTo(alias.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"billing-prod2", "pr\nod", "pr\tod", "prod\u202E", "pr\u0000od", "pr\u200Bod", "pr\uE000od"})
    void anythingElseIsRefusedInWords(String alias) {
        assertThat(AccountMark.problem(alias))
                .get()
                .asString()
                .startsWith("An alias ")
                .endsWith(".");
        assertThatThrownBy(() -> new AccountMark(alias, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyColourIsReadBackAsItIsKept(AccountColor color) {
        assertThat(AccountColor.of(color.id())).contains(color);
    }

    @Test
    void aColourOfALaterTapdeckIsNone() {
        assertThat(AccountColor.of("ultramarine")).isEmpty();
    }
}
