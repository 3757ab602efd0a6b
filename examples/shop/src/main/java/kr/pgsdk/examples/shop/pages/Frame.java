package kr.pgsdk.examples.shop.pages;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import kr.pgsdk.examples.shop.sandbox.Demonstration;
import org.springframework.stereotype.Component;

/** What the frame of every page shows, also of the plain pages for what went wrong. */
@Component("frame")
public class Frame {
  private final HttpServletRequest request; // of the thread that asks
  private final Demonstration demonstration;

  Frame(HttpServletRequest request, Demonstration demonstration) {
    this.request = request;
    this.demonstration = demonstration;
  }

  /** Where the page's language is switched. */
  public String path() {
    return here().isEmpty() ? "/" : here();
  }

  /** Where the page is; empty for one that says what went wrong. */
  public String here() {
    boolean page =
        request.getMethod().equals("GET") && request.getDispatcherType() == DispatcherType.REQUEST;
    return page ? request.getServletPath() : "";
  }

  /** Whether no money moves here. */
  public boolean sandbox() {
    return demonstration.isOn();
  }
}
