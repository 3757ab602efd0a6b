package kr.pgsdk.sandbox.history;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Time and threads of one simulated history. Its actors are threads of which one runs at any
 * moment; where one waits, a seeded choice among those that could go on decides who is next, and
 * when nobody can, time moves to the next moment at which something happens. So a history is the
 * same every time, and costs no waiting.
 */
final class VirtualTime {
  private static final long NEVER = Long.MAX_VALUE;

  /** Unwinds the actors of a history that can't go on. */
  @SuppressWarnings("serial")
  private static final class Abandoned extends Error {
    Abandoned() {
      super("the history was given up", null, false, false);
    }
  }

  /** A thread of the history. All fields are used by whoever holds the baton alone. */
  final class Actor {
    private final Runnable body;
    private final boolean work;
    private volatile @Nullable Thread thread;
    private BooleanSupplier ready = () -> true;
    private long until;
    private boolean interruptible;
    private boolean interrupted;
    private boolean ended;

    private Actor(Runnable body, long until, boolean work) {
      this.body = body;
      this.work = work;
      this.until = until;
    }

    /** Time has leapt over the moment at which it was to go on. */
    private boolean isOverdue() {
      return work && until < leapt;
    }

    private boolean canGoOn() {
      return until <= now || (interruptible && interrupted) || ready.getAsBoolean();
    }

    private void live() {
      thread = Thread.currentThread();
      CURRENT.set(this);
      try {
        awaitBaton(this);
        if (failure == null) {
          body.run();
        }
      } catch (Abandoned e) {
        // Whoever gave the history up has noted why.
      } catch (Throwable e) {
        abandon(e);
      } finally {
        // Whatever a history left of it must not reach the next one on this thread.
        boolean unused = Thread.interrupted();
        CURRENT.remove();
        ended = true;
        passOn();
      }
    }
  }

  private record Happening(long time, long order, Runnable what) implements Comparable<Happening> {
    @Override
    public int compareTo(Happening other) {
      int byTime = Long.compare(time, other.time);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

  private final ExecutorService threads;
  private final RandomGenerator random;
  private final List<Actor> actors = new ArrayList<>();
  private final PriorityQueue<Happening> happenings = new PriorityQueue<>();
  private final Semaphore over = new Semaphore(0);
  private long order;
  private long now;
  private long leapt;
  private volatile @Nullable Actor baton;
  private volatile @Nullable Throwable failure;

  /**
   * Makes time that stands still at 0.
   *
   * @param threads gives each actor a thread of its own
   */
  VirtualTime(ExecutorService threads, RandomGenerator random) {
    this.threads = threads;
    this.random = random;
  }

  /** Nanoseconds since the beginning. */
  long now() {
    return now;
  }

  /** Runs all actors to their end. Throws what one of them threw, or that none can go on. */
  void run(List<Runnable> bodies) {
    List<Actor> first = new ArrayList<>();
    for (Runnable body : bodies) {
      first.add(start(body, now, false));
    }
    if (first.isEmpty()) {
      return;
    }
    passOn();
    over.acquireUninterruptibly();
    actors.clear();
    Throwable thrown = failure;
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** Lets one more actor begin at once, whose waits end before anybody acts after a leap. */
  void start(Runnable body) {
    Actor unused = start(body, now, true);
  }

  private Actor start(Runnable body, long from, boolean work) {
    Actor actor = new Actor(body, from, work);
    actors.add(actor);
    try {
      threads.execute(actor::live);
    } catch (RejectedExecutionException e) {
      actor.ended = true;
      throw e;
    }
    return actor;
  }

  /** Lets something happen after this time, between two waits of the actors. */
  void after(long nanos, Runnable what) {
    happenings.add(new Happening(now + nanos, order++, what));
  }

  /** Moves the time for everybody: whatever ends meanwhile, has ended. */
  void leap(long nanos) {
    now += nanos;
    leapt = now;
    if (CURRENT.get() != null) {
      pause(0);
    }
  }

  /** Interrupts the actor with this number, in the order of {@link #run}, if it still runs. */
  void interrupt(int number) {
    Actor actor = actors.get(number);
    if (actor == CURRENT.get()) {
      Thread.currentThread().interrupt();
    } else if (!actor.ended) {
      actor.interrupted = true;
    }
  }

  /**
   * Waits until {@code ready}, or this long.
   *
   * @return whether it is ready
   * @throws InterruptedException as the JDK's waits do
   */
  boolean await(BooleanSupplier ready, long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Actor me = CURRENT.get();
    block(me, ready, nanos, true);
    if (me.interrupted) {
      me.interrupted = false;
      throw new InterruptedException();
    }
    return ready.getAsBoolean();
  }

  /** Waits until {@code ready}, or this long; an interrupt is kept for later. */
  boolean awaitUninterruptibly(BooleanSupplier ready, long nanos) {
    Actor me = CURRENT.get();
    if (Thread.interrupted()) {
      me.interrupted = true;
    }
    block(me, ready, nanos, false);
    if (me.interrupted) {
      me.interrupted = false;
      Thread.currentThread().interrupt();
    }
    return ready.getAsBoolean();
  }

  /** Waits this long; an interrupt is kept for later. */
  void pause(long nanos) {
    boolean unused = awaitUninterruptibly(() -> false, nanos);
  }

  private void block(Actor me, BooleanSupplier ready, long nanos, boolean interruptible) {
    if (failure != null) {
      throw new Abandoned();
    }
    me.ready = ready;
    me.until = nanos >= NEVER - now ? NEVER : now + Math.max(0, nanos);
    me.interruptible = interruptible;
    Actor next = next();
    if (next != me) {
      hand(next);
      awaitBaton(me);
    }
    if (failure != null) {
      throw new Abandoned();
    }
  }

  /** The actor to go on with; moves the time if need be. Null if all have ended. */
  private @Nullable Actor next() {
    while (true) {
      letHappen();
      Actor chosen = null;
      int found = 0;
      long soonest = NEVER;
      boolean left = false;
      for (int i = 0; i < actors.size(); i++) {
        Actor actor = actors.get(i);
        if (actor.ended) {
          continue;
        }
        left = true;
        if (failure == null && actor.isOverdue()) {
          return actor;
        }
        if (failure != null || actor.canGoOn()) {
          found++;
          if (found == 1 || random.nextInt(found) == 0) {
            chosen = actor;
          }
        } else {
          soonest = Math.min(soonest, actor.until);
        }
      }
      if (chosen != null || !left) {
        return chosen;
      }
      Happening next = happenings.peek();
      long moment = next == null ? soonest : Math.min(soonest, next.time());
      if (moment == NEVER) {
        abandon(new AssertionError("deadlock: everybody waits for somebody else"));
        continue;
      }
      now = Math.max(now, moment);
    }
  }

  private void letHappen() {
    while (failure == null && !happenings.isEmpty() && happenings.peek().time() <= now) {
      try {
        happenings.remove().what().run();
      } catch (Throwable e) {
        abandon(e);
      }
    }
  }

  private void passOn() {
    Actor next = next();
    if (next == null) {
      over.release();
    } else {
      hand(next);
    }
  }

  private void hand(@Nullable Actor next) {
    baton = next;
    Thread thread = next == null ? null : next.thread;
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }

  private void awaitBaton(Actor me) {
    while (baton != me) {
      LockSupport.park(this);
      if (Thread.interrupted()) {
        me.interrupted = true;
      }
    }
  }

  private void abandon(Throwable why) {
    if (failure == null) {
      failure = why;
    }
  }
}
