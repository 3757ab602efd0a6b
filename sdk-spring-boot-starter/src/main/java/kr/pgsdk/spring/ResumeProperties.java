package kr.pgsdk.spring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The job that does the work that is due: doubts, orders without news, refunds to be sent.
 *
 * @param enabled whether this server runs the job; at least one server must run it
 * @param every the pause between two runs
 * @param budget for how long a run may begin new work
 */
@ConfigurationProperties("pgsdk.resume")
record ResumeProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("10s") Duration every,
    @DefaultValue("30s") Duration budget) {}
