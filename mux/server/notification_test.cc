#include "mux/server/notification.h"

#include <doctest/doctest.h>

namespace mux::server {
namespace {

using model::Notifications;

TEST_CASE("notifications take the form that is chosen") {
  CHECK(notification_bytes(Notifications::Auto, false, "a", "b") == "\x1b]777;notify;a;b\x1b\\");
  CHECK(notification_bytes(Notifications::Auto, true, "a", "b").starts_with("\x1b]99;"));
  CHECK(notification_bytes(Notifications::Osc9, true, "a", "b") == "\x1b]9;a: b\x1b\\");
  CHECK(notification_bytes(Notifications::Osc9, true, "", "b") == "\x1b]9;b\x1b\\");
  CHECK(notification_bytes(Notifications::Bell, true, "a", "b") == "\a");
  CHECK(notification_bytes(Notifications::Off, true, "a", "b").empty());
  CHECK(notification_bytes(Notifications::Osc9, false, "", "a\x1b\\\x1b[2J") ==
        "\x1b]9;a\\[2J\x1b\\");
}

}  // namespace
}  // namespace mux::server
