package kr.pgsdk.sandbox.history;

/** What happened in durable histories, so that a run which proves nothing is noticed. */
final class Tally {
  long deaths;
  long leasesLost;
  long handlerFailures;
  long paid;
  long duplicates;
  long late;
  long returned;
  long refundsDone;
  long endedByPerson;

  synchronized void add(Tally other) {
    deaths += other.deaths;
    leasesLost += other.leasesLost;
    handlerFailures += other.handlerFailures;
    paid += other.paid;
    duplicates += other.duplicates;
    late += other.late;
    returned += other.returned;
    refundsDone += other.refundsDone;
    endedByPerson += other.endedByPerson;
  }

  @Override
  public synchronized String toString() {
    return deaths
        + " deaths, "
        + leasesLost
        + " leases lost, "
        + handlerFailures
        + " failures of handlers, "
        + paid
        + " orders paid, "
        + duplicates
        + " duplicates, "
        + late
        + " paid after close, "
        + returned
        + " times money returned, "
        + refundsDone
        + " refunds done, "
        + endedByPerson
        + " ended by a person";
  }
}
