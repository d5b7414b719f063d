package io.tapdeck;

/** The entry. */
public final class Tapdeck {
    private Tapdeck() {}

    public static void main(String[] args) {
        System.out.println("hello");
    }
}
