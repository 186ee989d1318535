#include "mux/server/frame_pacer.h"

#include <doctest/doctest.h>

namespace mux::server {
namespace {

TEST_CASE("without changes there is no frame") {
  FramePacer pacer;
  CHECK_FALSE(pacer.due().has_value());
  pacer.mark(Change::Normal, 100);
  pacer.drawn(5);
  CHECK_FALSE(pacer.due().has_value());
}

// Draws frames until they have to wait.
void draw_all_at_once(FramePacer& pacer, std::uint64_t now) {
  for (pacer.mark(Change::Normal, now); pacer.due() <= now; pacer.mark(Change::Normal, now)) {
    pacer.drawn(now);
  }
}

TEST_CASE("after a pause the first changes are drawn at once, the next ones in step") {
  FramePacer pacer;
  for (int i = 0; i < 4; ++i) {
    pacer.mark(Change::Normal, 100);
    CHECK(pacer.due() == 0);
    pacer.drawn(100);
  }
  for (std::uint64_t at = 100; at < 200; at += 8) {
    pacer.mark(Change::Normal, at + 1);
    CHECK(pacer.due() == at + 8);
    pacer.drawn(at + 8);
  }
  pacer.mark(Change::Normal, 300);
  CHECK(pacer.due() <= 300);
  pacer.drawn(300);
  pacer.mark(Change::Normal, 301);
  CHECK(pacer.due() <= 301);
}

TEST_CASE("floods are drawn in larger steps, whatever came before") {
  FramePacer pacer;
  pacer.drawn(200);
  pacer.mark(Change::Flood, 200);
  CHECK(pacer.due() == 216);
}

TEST_CASE("echoes wait for nobody, and what else changes waits no longer than alone") {
  FramePacer pacer;
  draw_all_at_once(pacer, 100);
  pacer.mark(Change::Flood, 100);
  pacer.mark(Change::Normal, 100);
  CHECK(pacer.due() == 108);
  pacer.mark(Change::Urgent, 100);
  pacer.mark(Change::Flood, 100);
  CHECK(pacer.due() == 0);
}

TEST_CASE("the first part of much output waits for the rest, but not for long") {
  FramePacer pacer;
  draw_all_at_once(pacer, 100);
  pacer.drawn(100);
  pacer.mark(Change::Flood, 500);
  CHECK(pacer.due() == 502);
  pacer.mark(Change::Flood, 501);
  CHECK(pacer.due() == 502);
  pacer.mark(Change::Normal, 501);
  CHECK(pacer.due() == 108);
}

}  // namespace
}  // namespace mux::server
