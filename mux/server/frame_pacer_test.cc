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

TEST_CASE("the first change is drawn at once, the next ones in step") {
  FramePacer pacer;
  pacer.mark(Change::Normal, 100);
  CHECK(pacer.due() == 0);
  pacer.drawn(100);
  pacer.mark(Change::Normal, 100);
  CHECK(pacer.due() == 108);
  pacer.drawn(200);
  pacer.mark(Change::Flood, 100);
  CHECK(pacer.due() == 216);
}

TEST_CASE("echoes wait for nobody, and what else changes waits no longer than alone") {
  FramePacer pacer;
  pacer.drawn(100);
  pacer.mark(Change::Flood, 100);
  pacer.mark(Change::Normal, 100);
  CHECK(pacer.due() == 108);
  pacer.mark(Change::Urgent, 100);
  pacer.mark(Change::Flood, 100);
  CHECK(pacer.due() == 0);
}

TEST_CASE("the first part of much output waits for the rest, but not for long") {
  FramePacer pacer;
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
