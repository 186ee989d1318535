// DCS: questions about settings and capabilities.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "mux/term/control_strings.h"
#include "mux/term/sgr.h"

namespace mux::term {

namespace {

// ---- DECRQSS: which settings -------------------------------------------------

int cursor_style_number(const CursorStyle& style) {
  if (style.is_default) return 1;
  return static_cast<int>(style.shape) * 2 + (style.is_blinking ? 1 : 2);
}

// The setting that a control function with that end makes, as its parameters.
std::optional<std::string> setting(const Emulator& emulator, std::string_view function) {
  const Area& margins = emulator.margins();
  if (function == "m") return sgr_text(emulator.pen.style);
  if (function == "r") return fmt::format("{};{}", margins.top + 1, margins.bottom);
  if (function == "s") return fmt::format("{};{}", margins.left + 1, margins.right);
  if (function == " q") return std::to_string(cursor_style_number(emulator.cursor_style));
  if (function == "\"q") return std::string(emulator.pen.is_protecting ? "1" : "0");
  if (function == "\"p") return std::string("65;1");
  if (function == "t") return std::to_string(emulator.rows());
  if (function == "$|") return std::to_string(emulator.columns());
  if (function == "*|") return std::to_string(emulator.rows());
  if (function == "*x") return std::string(emulator.has_plain_areas ? "2" : "1");
  return std::nullopt;
}

void request_setting(Emulator& emulator, std::string_view /*parameters*/, std::string_view data) {
  const auto value = setting(emulator, data);
  emulator.reply(value ? fmt::format("\x1bP1$r{}{}\x1b\\", *value, data) : "\x1bP0$r\x1b\\");
}

// ---- XTGETTCAP: terminfo -----------------------------------------------------

struct Capability {
  std::string_view name;
  std::string_view value;
};

constexpr Capability kCapabilities[] = {
    {"Co", "256"},
    {"Ms", "\\E]52;%p1%s;%p2%s\\007"},
    {"RGB", "8/8/8"},
    {"Se", "\\E[0 q"},
    {"Setulc", "\\E[58:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%dm"},
    {"Smulx", "\\E[4:%p1%dm"},
    {"Ss", "\\E[%p1%d q"},
    {"Su", ""},
    {"TN", "xterm-256color"},
    {"Tc", ""},
    {"colors", "256"},
};

std::optional<std::string> from_hex(std::string_view hex) {
  std::string out;
  if (hex.size() % 2 != 0) return std::nullopt;
  for (std::size_t i = 0; i < hex.size(); ++i) {
    const char lower = static_cast<char>(hex[i] | 0x20);
    const bool is_digit = hex[i] >= '0' && hex[i] <= '9';
    if (!is_digit && (lower < 'a' || lower > 'f')) return std::nullopt;
    const int digit = is_digit ? hex[i] - '0' : lower - 'a' + 10;
    if (i % 2 == 0) {
      out += static_cast<char>(digit << 4);
    } else {
      out.back() = static_cast<char>(out.back() | digit);
    }
  }
  return out;
}

std::string to_hex(std::string_view text) {
  std::string out;
  for (char c : text) out += fmt::format("{:02X}", static_cast<unsigned char>(c));
  return out;
}

void request_capabilities(Emulator& emulator, std::string_view /*parameters*/,
                          std::string_view data) {
  while (!data.empty()) {
    const std::size_t end = data.find(';');
    const std::string_view name = data.substr(0, end);
    data.remove_prefix(end == data.npos ? data.size() : end + 1);
    const auto known = from_hex(name);
    const auto* const row =
        std::ranges::find(kCapabilities, known ? std::string_view(*known) : "", &Capability::name);
    if (row == std::end(kCapabilities)) {
      emulator.reply(fmt::format("\x1bP0+r{}\x1b\\", name));
      return;
    }
    const std::string value = row->value.empty() ? "" : "=" + to_hex(row->value);
    emulator.reply(fmt::format("\x1bP1+r{}{}\x1b\\", name, value));
  }
}

constexpr StringCommand kDcsCommands[] = {
    {.key = "$q", .run = request_setting, .name = "DECRQSS", .docs = "Asks for a setting."},
    {.key = "+q",
     .run = request_capabilities,
     .name = "XTGETTCAP",
     .docs = "Asks for capabilities of terminfo."},
    {.key = "q", .run = run_sixel, .name = "Sixel", .docs = "An image, in rows of six pixels."},
};

}  // namespace

void run_dcs(Emulator& emulator, std::string_view text) {
  const std::size_t parameters_end = std::min(text.find_first_not_of("0123456789;:"), text.size());
  const std::string_view parameters = text.substr(0, parameters_end);
  text.remove_prefix(parameters_end);
  for (const StringCommand& command : kDcsCommands) {
    if (!text.starts_with(command.key)) continue;
    command.run(emulator, parameters, text.substr(command.key.size()));
    return;
  }
}

}  // namespace mux::term
