#include "mux/server/notification.h"

#include <fmt/format.h>

#include <vector>

namespace mux::server {

std::string notification_bytes(model::Notifications how, bool has_osc99, std::string_view title,
                               std::string_view body) {
  const std::string plain_title = without_controls(title);
  const std::string plain_body = without_controls(body);
  if (how == model::Notifications::Auto && has_osc99) how = model::Notifications::Osc99;
  switch (how) {
    case model::Notifications::Auto:
      return fmt::format("\x1b]777;notify;{};{}\x1b\\", plain_title, plain_body);
    case model::Notifications::Osc9:
      return fmt::format("\x1b]9;{}{}{}\x1b\\", plain_title,
                         plain_title.empty() || plain_body.empty() ? "" : ": ", plain_body);
    case model::Notifications::Osc99:
      return fmt::format("\x1b]99;i=kmux:d=0;{}\x1b\\\x1b]99;i=kmux:d=1:p=body;{}\x1b\\",
                         plain_title, plain_body);
    case model::Notifications::Bell:
      return "\a";
    case model::Notifications::Off:
      break;
  }
  return {};
}

std::string without_controls(std::string_view text) {
  std::string result(text);
  std::erase_if(result, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  return result;
}

}  // namespace mux::server
