package io.tapdeck.monitor;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads alarms and metrics of one session. Every method blocks; call it on a virtual thread. */
public interface Monitor {

    /**
     * Refreshes everything on a page, over a range that ends now: one batched GetMetricData for all series (only points
     * newer than those already known), DescribeAlarms, and new alarm history.
     *
     * @throws MonitorException if AWS cannot be read; what was known stays readable through {@link #known}
     */
    Watch refresh(Watched environment, Range range);

    /**
     * The same over any window.
     *
     * @throws MonitorException if AWS cannot be read; what was known stays readable through {@link #known}
     */
    Watch refresh(Watched environment, Window window);

    /** What is known without asking AWS, also from before a restart, over a range that ends now. */
    Watch known(Watched environment, Range range);

    /** The same over any window. */
    Watch known(Watched environment, Window window);

    /**
     * One chart's own line, read as far as CloudWatch still has it and is not known yet.
     *
     * @param chartId the {@link io.tapdeck.environment.ChartDescription#id}
     * @throws MonitorException if AWS cannot be read
     */
    Series history(Watched environment, String chartId, Window window);

    /**
     * One line per environment for a list: the states of its alarms and its capacity over the last 24 hours, in one
     * batched query for all of them.
     *
     * @return by {@link Watched#stackName}
     * @throws MonitorException if AWS cannot be read
     */
    Map<String, Glance> glance(List<Watched> environments);

    /**
     * The alarms that went on since the news before were {@link #told}, oldest first, also those that have ended by now.
     * Asks nobody: {@link #refresh} and {@link #glance} find them. What was before the first reading is no news.
     */
    List<AlarmChange> news();

    /**
     * People were told these: they are no news any more, also after a restart.
     *
     * @throws io.tapdeck.store.StoreException if that cannot be kept: then they are news again after a restart, not before
     */
    void told(Collection<AlarmChange> changes);

    /**
     * When the alarms of an environment went on, newest first, as far as it is kept on this computer. Asks nobody.
     *
     * @param start rings that began earlier are left out
     */
    List<AlarmRing> rings(Watched environment, Instant start);

    /**
     * Writes down, on this computer, that somebody has seen that an alarm is on.
     *
     * @param alarm of the environment
     * @param note may be empty
     */
    Acknowledgement acknowledge(Watched environment, AlarmState alarm, String note);

    /** Every acknowledgement of an environment, newest first. */
    List<Acknowledgement> acknowledgements(Watched environment);

    /**
     * Who is told by each of the topics; a problem with one stands in its place and hides none of the others. One call of
     * SNS a topic and hundred subscriptions, so not for every refresh.
     *
     * @param topicArns such as {@link AlarmActions#topics}
     * @return by ARN
     */
    Map<String, TopicSubscriptions> subscriptions(Collection<String> topicArns);
}
