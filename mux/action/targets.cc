// What the groups of actions share.
#include <charconv>

#include "mux/action/groups.h"
#include "mux/layout/layout_spec.h"
#include "mux/model/clipboard.h"
#include "mux/model/focus.h"

namespace mux::action {

Result<Pane*> target_pane(const Context& context, const Arguments& arguments) {
  const auto named = arguments.pane("pane-id");
  const auto id = named ? named : model::focused_pane(context.session, context.client);
  if (!id) return fail("no pane has the focus");
  Pane* const pane = context.session.find_pane(*id);
  if (pane == nullptr || context.session.tab_of(*id) == nullptr) {
    return fail(fmt::format("there is no pane {}", model::pane_name(*id)));
  }
  return pane;
}

Result<Pane*> target_terminal(const Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_pane(context, arguments));
  if (pane->terminal() == nullptr) return fail("the pane is no terminal");
  return pane;
}

Result<Tab*> target_tab(const Context& context, const Arguments& arguments) {
  const auto number = arguments.number("tab-id");
  if (!number) return focused_tab(context);
  Tab* const tab = *number > UINT32_MAX
                       ? nullptr
                       : context.session.find_tab(TabId{static_cast<std::uint32_t>(*number)});
  if (tab == nullptr) return fail(fmt::format("there is no tab with the id {}", *number));
  return tab;
}

Result<Tab*> focused_tab(const Context& context) {
  Tab* const tab = model::focused_tab(context.session, context.client);
  if (tab == nullptr) return fail("the session is over");
  return tab;
}

Result<Tab*> tab_with(const Context& context, PaneId pane) {
  Tab* const tab = context.session.tab_of(pane);
  if (tab == nullptr || !tab->layout.contains(pane)) {
    return fail(fmt::format("pane {} is behind another one", model::pane_name(pane)));
  }
  return tab;
}

Result<model::ClientView*> own_client(const Context& context) {
  model::ClientView* const client =
      context.client ? context.session.find_client(*context.client) : nullptr;
  if (client == nullptr) return fail("this is for clients only");
  return client;
}

std::string path_meant(const Context& context, std::string_view path) {
  const bool is_relative = !path.empty() && !path.starts_with('/');
  if (!is_relative || context.cwd.empty()) return std::string(path);
  if (path.starts_with("./")) path.remove_prefix(2);
  return layout::joined_path(context.cwd, path);
}

std::string layout_meant(const Context& context, const Arguments& arguments) {
  const std::string_view name = arguments.text("layout");
  const bool is_path = name.find('/') != name.npos;
  if (is_path) return path_meant(context, name);
  if (!arguments.has("layout-dir")) return std::string(name);
  return fmt::format("{}/{}{}", path_meant(context, arguments.text("layout-dir")), name,
                     name.ends_with(".kdl") ? "" : ".kdl");
}

Result<void> check_layout_flags(const Arguments& arguments) {
  if (arguments.has("layout") && arguments.has("layout-string")) {
    return fail("--layout and --layout-string exclude each other");
  }
  if (arguments.has("layout-dir") && !arguments.has("layout")) {
    return fail("--layout-dir needs a layout's name");
  }
  return {};
}

void copy_text(const Context& context, std::string_view text) {
  model::copy_text(context.session, context.host, context.client, text);
}

Result<Reply> copy_text_of(const Context& context, Pane& pane, const model::Selection& selection) {
  auto text = model::long_text_of(pane, selection);
  if (!text) {
    copy_text(context, model::text_of(pane, selection));
    return {};
  }
  LongText copied;
  copied.make = made_of(*std::move(text));
  copied.then = [](Context& then, const std::string& made) -> Result<Reply> {
    copy_text(then, made);
    return {};
  };
  return later(std::move(copied));
}

std::function<std::string()> made_of(model::PaneText text) {
  return [text = std::move(text)] { return text.text(); };
}

Reply later(LongText text) {
  Reply reply;
  reply.later.push_back(std::move(text));
  return reply;
}

ActionCall input_call(std::string_view action, std::string_view text) {
  ActionCall call{.name = std::string(action), .arguments = {}};
  for (const char byte : text) {
    call.arguments.push_back(std::to_string(static_cast<unsigned char>(byte)));
  }
  return call;
}

Result<std::string> bytes_of(const std::vector<std::string>& numbers) {
  std::string bytes;
  for (const std::string& text : numbers) {
    unsigned number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number > 0xFF) {
      return fail(fmt::format("'{}' is no byte: expected a number from 0 to 255", text));
    }
    bytes += static_cast<char>(number);
  }
  return bytes;
}

void type_into(std::string& text, std::string_view typed) {
  constexpr char kBackspace = 8;
  constexpr char kDelete = 127;
  constexpr std::size_t kLongest = 1024;
  for (const char c : typed) {
    if (c == '\0') {
      text.clear();
    } else if (c == kBackspace || c == kDelete) {
      // Of a character all bytes.
      while (!text.empty() && (text.back() & 0xC0) == 0x80) text.pop_back();
      if (!text.empty()) text.pop_back();
    } else if (static_cast<unsigned char>(c) >= 0x20 && text.size() < kLongest) {
      text += c;
    }
  }
}

}  // namespace mux::action
