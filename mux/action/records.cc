#include "mux/action/records.h"

#include <algorithm>

#include "common/json/writer.h"
#include "common/text/width.h"

namespace mux::action {

namespace {

void write(common::json::Writer& out, const Record& record) {
  out.begin_object();
  for (const Record::Field& field : record.fields()) {
    out.key(field.key);
    switch (field.kind) {
      case Record::Field::Kind::Text:
        out.string(field.value);
        break;
      case Record::Field::Kind::Plain:
        out.raw(field.value);
        break;
      case Record::Field::Kind::None:
        out.raw("null");
    }
  }
  out.end_object();
}

bool is_shown(const Record::Field& field, std::uint8_t parts) {
  return !field.title.empty() && (field.part & parts) != 0;
}

using Line = std::vector<std::string_view>;

void append_line(const Line& line, const std::vector<std::size_t>& widths, std::string& out) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    out += line[i];
    if (i + 1 == line.size()) break;
    out.append(widths[i] - common::display_width(line[i]) + 2, ' ');
  }
  out += '\n';
}

}  // namespace

void Record::add(std::string_view key, std::string_view title, std::uint8_t part,
                 std::string_view text) {
  fields_.push_back({key, title, part, Field::Kind::Text, std::string(text)});
}

void Record::add_optional(std::string_view key, std::string_view title, std::uint8_t part,
                          const std::optional<std::string>& text) {
  if (text) return add(key, title, part, *text);
  fields_.push_back({key, title, part, Field::Kind::None, {}});
}

std::string table_of(const std::vector<Record>& records, std::uint8_t parts) {
  std::vector<Line> lines;
  if (!records.empty()) {
    Line& titles = lines.emplace_back();
    for (const Record::Field& field : records.front().fields()) {
      if (is_shown(field, parts)) titles.push_back(field.title);
    }
  }
  for (const Record& record : records) {
    Line& line = lines.emplace_back();
    for (const Record::Field& field : record.fields()) {
      if (is_shown(field, parts))
        line.push_back(field.value.empty() ? std::string_view("-") : field.value);
    }
  }
  std::vector<std::size_t> widths;
  for (const Line& line : lines) {
    widths.resize(line.size());
    for (std::size_t i = 0; i < line.size(); ++i) {
      widths[i] = std::max(widths[i], common::display_width(line[i]));
    }
  }
  std::string out;
  for (const Line& line : lines) append_line(line, widths, out);
  return out;
}

std::string json_of(const std::vector<Record>& records) {
  std::string out;
  common::json::Writer writer(out, common::json::Layout::Pretty);
  writer.begin_array();
  for (const Record& record : records) write(writer, record);
  writer.end_array();
  return out + '\n';
}

std::string json_of(const Record& record) {
  std::string out;
  common::json::Writer writer(out, common::json::Layout::Pretty);
  write(writer, record);
  return out + '\n';
}

}  // namespace mux::action
