package io.tapdeck.monitor.backtest;

/** Why a part of the history was counted as it was (CloudWatch user guide, "Evaluating an alarm", "Metrics retention"). */
public enum Basis {
    /** A value every minute, as the alarm is evaluated. */
    EVERY_MINUTE(Exactness.EXACT, "Counted every minute, as CloudWatch does."),
    /** An average of averages is the whole's only if all stand for equally many samples. */
    AVERAGE_OF_AVERAGES(Exactness.ABOUT, "Longer averages are made of the one-minute averages."),
    /** A sum of greatest or least values is less exact when they are made of shorter periods' sums. */
    SUM_OF_EXTREMES(Exactness.ABOUT, "Longer periods are made of one-minute sums."),
    /** The alarm's window slides by the minute, the data does not. */
    COARSE_DATA(Exactness.ABOUT, "Older data has no value for every minute, so the time in ALARM is about right."),
    /** A value is longer than what the alarm looks at. */
    COARSER_THAN_PERIOD(Exactness.NOT_COUNTED, "Older data is coarser than the alarm's period and is not counted."),
    /** The alarm's period cannot be made of the data's. */
    NOT_DERIVABLE(Exactness.NOT_COUNTED, "The alarm's value cannot be made of this data, so it is not counted."),
    /** The alarm would have looked at what lies before the history. */
    NOTHING_BEFORE(Exactness.NOT_COUNTED, "The first periods only fill the alarm's window.");

    private final Exactness exactness;
    private final String sentence;

    Basis(Exactness exactness, String sentence) {
        this.exactness = exactness;
        this.sentence = sentence;
    }

    public Exactness exactness() {
        return exactness;
    }

    /** The words on screen. */
    public String sentence() {
        return sentence;
    }

    /** How a stretch of {@code resolutionSeconds} can be counted. */
    static Basis of(BackTestRule rule, long resolutionSeconds) {
        if (resolutionSeconds > rule.periodSeconds()) {
            return COARSER_THAN_PERIOD;
        }
        boolean same = resolutionSeconds == rule.periodSeconds();
        Statistic statistic = Statistic.of(rule.statistic());
        if (rule.periodSeconds() % resolutionSeconds != 0 || (statistic == Statistic.OTHER && !same)) {
            return NOT_DERIVABLE;
        }
        if (resolutionSeconds > 60) {
            return COARSE_DATA;
        }
        return same
                ? EVERY_MINUTE
                : switch (statistic) {
                    case AVERAGE -> rule.evenSamples() ? EVERY_MINUTE : AVERAGE_OF_AVERAGES;
                    case MAXIMUM, MINIMUM -> rule.sum() ? SUM_OF_EXTREMES : EVERY_MINUTE;
                    case SUM, SAMPLE_COUNT, OTHER -> EVERY_MINUTE;
                };
    }
}
