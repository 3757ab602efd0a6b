package kr.pgsdk.spring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the payments are recorded.
 *
 * @param createSchema whether missing tables are created at the start; a shop with migrations runs
 *     the files of sdk-durable instead
 * @param tablePrefix what the names of the tables begin with
 * @param shop the shop's name in the tables, which several shops may share
 */
@ConfigurationProperties("pgsdk.store")
record StoreProperties(
    @DefaultValue("false") boolean createSchema,
    @DefaultValue("pay_") String tablePrefix,
    @DefaultValue("shop") String shop) {}
