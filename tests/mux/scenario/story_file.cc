#include "tests/mux/scenario/story_file.h"

namespace story {

namespace {

constexpr std::string_view kTitle = "== ";
constexpr std::string_view kStep = "-- ";

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return line;
}

Step step_of(std::string_view line, int number) {
  line.remove_prefix(kStep.size());
  Step step;
  step.line = line;
  step.number = number;
  const std::size_t blank = line.find(' ');
  step.name = line.substr(0, blank);
  if (blank != std::string_view::npos) step.argument = line.substr(blank + 1);
  return step;
}

}  // namespace

File parse(std::string_view text) {
  File file;
  for (int number = 1; !text.empty(); ++number) {
    const std::string_view line = take_line(text);
    if (line.starts_with(kTitle)) {
      file.scenarios.push_back({.title = std::string(line.substr(kTitle.size())), .steps = {}});
    } else if (file.scenarios.empty()) {
      file.head.append(line) += '\n';
    } else if (line.starts_with(kStep)) {
      file.scenarios.back().steps.push_back(step_of(line, number));
    } else if (!file.scenarios.back().steps.empty() &&
               !(line.empty() && text.starts_with(kTitle))) {
      file.scenarios.back().steps.back().body.append(line) += '\n';
    }
  }
  return file;
}

std::string format(const File& file) {
  std::string text = file.head;
  for (std::size_t i = 0; i < file.scenarios.size(); ++i) {
    if (i > 0) text += '\n';
    text.append(kTitle).append(file.scenarios[i].title) += '\n';
    for (const Step& step : file.scenarios[i].steps) {
      text.append(kStep).append(step.line) += '\n';
      text += step.body;
    }
  }
  return text;
}

}  // namespace story
