package kr.pgsdk.portone;

/** The five verbs over PortOne V2. */
public final class PortOneGateway implements AutoCloseable {
  private final PortOneClient client;

  private PortOneGateway(PortOneClient client) {
    this.client = client;
  }

  /** Starts a gateway for a merchant. */
  public static Builder builder(PortOneApiSecret apiSecret) {
    return new Builder(apiSecret);
  }

  /**
   * Returns the client of this gateway, with one method for each REST call. Closing either closes
   * both.
   */
  public PortOneClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
  }

  /** Builds a {@link PortOneGateway}. */
  public static final class Builder extends PortOneBuilder<Builder> {
    private Builder(PortOneApiSecret apiSecret) {
      super(apiSecret);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Returns the gateway.
     *
     * @throws IllegalStateException if the OkHttp on the class path is too old
     */
    public PortOneGateway build() {
      return new PortOneGateway(client());
    }
  }
}
