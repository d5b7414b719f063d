package io.tapdeck.desk.home;

import io.tapdeck.aws.ServiceClock;
import io.tapdeck.aws.Session;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.monitor.Monitor;

/**
 * An account and a region whose environments are listed.
 *
 * @param session who asks there
 * @param clock 'now' there
 */
public record Source(Session session, ServiceClock clock, Deployments deployments, Monitor monitor) {

    /** What it is called where there are several, such as "acme-prod in eu-west-1". */
    String title() {
        return session.name() + " in " + session.region();
    }
}
