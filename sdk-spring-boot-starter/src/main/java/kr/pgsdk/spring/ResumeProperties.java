package kr.pgsdk.spring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The job that takes up what is due: doubts, silent orders, refunds to be sent.
 *
 * @param enabled whether this server does it; some server must
 * @param every the pause between two runs
 * @param budget how long a run may begin something new
 */
@ConfigurationProperties("pgsdk.resume")
record ResumeProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("10s") Duration every,
    @DefaultValue("30s") Duration budget) {}
