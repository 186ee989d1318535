#include "mux/input/reports.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace mux::input {

namespace {

constexpr int kAny = -1;

struct SequenceRow {
  char leader;
  char intermediate;
  char final;
  int first;  // The first parameter, or kAny.
  ReportKind kind;
};

constexpr SequenceRow kSequences[] = {
    {'?', 0, 'c', kAny, ReportKind::PrimaryAttributes},
    {'>', 0, 'c', kAny, ReportKind::SecondaryAttributes},
    {'?', '$', 'y', kAny, ReportKind::PrivateMode},
    {0, '$', 'y', kAny, ReportKind::AnsiMode},
    {'?', 0, 'n', 997, ReportKind::ColorScheme},
    {'?', 0, 'n', kAny, ReportKind::DeviceStatus},
    {0, 0, 'n', kAny, ReportKind::DeviceStatus},
    {'?', 0, 'u', kAny, ReportKind::KeyboardFlags},
    {'>', 0, 'm', 4, ReportKind::OtherKeys},
    {0, 0, 't', 4, ReportKind::WindowPixels},
    {0, 0, 't', 6, ReportKind::CellPixels},
    {0, 0, 't', 8, ReportKind::WindowCells},
    {0, 0, 't', 48, ReportKind::Resize},
    {'?', 0, 'S', kAny, ReportKind::GraphicsAttributes},
    {0, 0, 'R', kAny, ReportKind::CursorPosition},
    {'?', 0, 'R', kAny, ReportKind::CursorPosition},
};

// What the text behind a prefix holds.
enum class Content : std::uint8_t { Text, Color, IndexedColor, Known, Unknown };

struct StringRow {
  char introducer;
  std::string_view prefix;
  ReportKind kind;
  Content content = Content::Text;
};

constexpr StringRow kStrings[] = {
    {']', "4;", ReportKind::PaletteColor, Content::IndexedColor},
    {']', "10;", ReportKind::ForegroundColor, Content::Color},
    {']', "11;", ReportKind::BackgroundColor, Content::Color},
    {']', "12;", ReportKind::CursorColor, Content::Color},
    {']', "52;", ReportKind::Clipboard},
    {'P', ">|", ReportKind::Version},
    {'P', "!|", ReportKind::TertiaryAttributes},
    {'P', "0+r", ReportKind::Capability, Content::Unknown},
    {'P', "1+r", ReportKind::Capability, Content::Known},
    {'P', "0$r", ReportKind::Setting, Content::Unknown},
    {'P', "1$r", ReportKind::Setting, Content::Known},
    {'_', "G", ReportKind::KittyGraphics},
};

// One to four hexadecimal digits, scaled to 0..255.
std::optional<int> parse_channel(std::string_view digits) {
  unsigned value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, value, 16);
  if (digits.empty() || digits.size() > 4 || error != std::errc() || rest != end) return {};
  const unsigned most = (1u << (4 * digits.size())) - 1;
  return static_cast<int>((value * 255 + most / 2) / most);
}

// "rgb:1c1c/1c1c/1c1c", "rgba:...", "#1c1c1c".
void append_color(std::string_view text, std::vector<int>& numbers) {
  std::optional<int> channels[3];
  if (text.starts_with('#') && (text.size() - 1) % 3 == 0) {
    const std::size_t digits = (text.size() - 1) / 3;
    for (std::size_t i = 0; i < 3; ++i) {
      channels[i] = parse_channel(text.substr(1 + i * digits, digits));
    }
  } else if (text.starts_with("rgb:") || text.starts_with("rgba:")) {
    text.remove_prefix(text.find(':') + 1);
    for (std::size_t i = 0; i < 3; ++i) channels[i] = parse_channel(piece_of(text, '/', i));
  }
  if (!channels[0] || !channels[1] || !channels[2]) return;
  for (const std::optional<int>& channel : channels) numbers.push_back(*channel);
}

void read_content(Content content, std::string_view text, Report& report) {
  switch (content) {
    case Content::Text:
      break;
    case Content::Unknown:
      report.numbers.push_back(0);
      break;
    case Content::Known:
      report.numbers.push_back(1);
      break;
    case Content::Color:
      append_color(text, report.numbers);
      break;
    case Content::IndexedColor:
      if (const auto index = parse_number(piece_of(text, ';', 0))) {
        report.numbers.push_back(static_cast<int>(*index));
        append_color(piece_of(text, ';', 1), report.numbers);
      }
      break;
  }
}

}  // namespace

Report report_of(const ControlSequence& sequence, std::string_view text) {
  Report report;
  report.numbers = sequence.numbers();
  const auto fits = [&](const SequenceRow& row) {
    return row.leader == sequence.leader && row.intermediate == sequence.intermediate &&
           row.final == sequence.final && (row.first == kAny || row.first == report.numbers[0]);
  };
  const SequenceRow* const row = std::ranges::find_if(kSequences, fits);
  if (row == std::end(kSequences)) return {.text = "[" + std::string(text)};
  report.kind = row->kind;
  return report;
}

Report report_of_string(char introducer, std::string_view text) {
  const auto fits = [&](const StringRow& row) {
    return row.introducer == introducer && text.starts_with(row.prefix);
  };
  const StringRow* const row = std::ranges::find_if(kStrings, fits);
  Report report;
  if (row == std::end(kStrings)) {
    report.text = introducer + std::string(text);
    return report;
  }
  report.kind = row->kind;
  report.text = text.substr(row->prefix.size());
  read_content(row->content, report.text, report);
  return report;
}

bool can_start_string(char introducer, char first) {
  const bool is_digit = first >= '0' && first <= '9';
  const auto starts = [&](const StringRow& row) {
    return row.introducer == introducer && row.prefix.front() == first;
  };
  return (introducer == ']' && is_digit) || std::ranges::any_of(kStrings, starts);
}

}  // namespace mux::input
