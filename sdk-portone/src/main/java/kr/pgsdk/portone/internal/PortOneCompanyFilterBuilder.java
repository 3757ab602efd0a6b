package kr.pgsdk.portone.internal;

import java.util.List;

/**
 * What a filter of things that payment companies did is built from.
 *
 * @param <B> the builder itself
 * @hidden
 */
public abstract class PortOneCompanyFilterBuilder<B extends PortOneCompanyFilterBuilder<B>>
    extends PortOneTimeFilterBuilder<B> {
  /**
   * For the builders of filters.
   *
   * @hidden
   */
  protected PortOneCompanyFilterBuilder() {}

  /** By which time {@code from} and {@code until} are meant. */
  public B timeRangeField(String timeRangeField) {
    fields.text("timeRangeField", timeRangeField);
    return self();
  }

  /** Services of payment companies, in PortOne's words. */
  public B pgProviders(List<String> pgProviders) {
    fields.texts("pgProviders", pgProviders);
    return self();
  }

  /** Payment companies. */
  public B pgCompanies(List<String> pgCompanies) {
    fields.texts("pgCompanies", pgCompanies);
    return self();
  }

  /** {@code V2}, or {@code V1} of what was made there. */
  public B version(String version) {
    fields.text("version", version);
    return self();
  }
}
