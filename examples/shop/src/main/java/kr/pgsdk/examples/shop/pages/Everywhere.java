package kr.pgsdk.examples.shop.pages;

import jakarta.servlet.http.HttpServletRequest;
import kr.pgsdk.sandbox.Sandbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page shows. */
@ControllerAdvice
class Everywhere {
  private final ObjectProvider<Sandbox> sandbox;

  Everywhere(ObjectProvider<Sandbox> sandbox) {
    this.sandbox = sandbox;
  }

  /** Where the page is: what its language is switched at. */
  @ModelAttribute("path")
  String path(HttpServletRequest request) {
    return request.getMethod().equals("GET") ? request.getServletPath() : "/";
  }

  /** Whether no money moves here. */
  @ModelAttribute("sandbox")
  boolean sandbox() {
    return sandbox.getIfAvailable() != null;
  }
}
