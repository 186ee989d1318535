// Writes an ordered ImportSet as text.
//
// A from statement stays on one line if it fits, none of its names has comments
// and no magic comma asks for more:
//
//   from a import b, c
//   from a import (
//       b,  # comment
//       c,
//   )
#include "lint/imports/formatting.h"

#include <algorithm>

#include "common/text/line_width.h"
#include "lint/parser/pragma_comment.h"

namespace lint::imports {

namespace {

using config::ImportSection;

std::string_view trim_end(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || ('\t' <= text.back() && text.back() <= '\r'))) {
    text.remove_suffix(1);
  }
  return text;
}

// The part of a comment that counts for the width of its line.
std::string_view measured_part(std::string_view comment) {
  const std::size_t pragma = parser::find_trailing_pragma(comment);
  return pragma == std::string_view::npos ? comment : trim_end(comment.substr(0, pragma));
}

// The statements of one set, one after the other.
class StatementWriter {
 public:
  StatementWriter(const ImportSet& set, const FormatOptions& options,
                  std::string_view block_indentation, std::string& out)
      : set_(set), options_(options), indentation_width_(options.tab_size), out_(out) {
    indentation_width_.add(block_indentation);
  }

  void write(const ImportStatement& statement, bool is_first) {
    const Comments& comments = set_.of(statement.comments);
    if (!is_first && !comments.atop.empty()) out_ += options_.line_end;
    write_lines(comments.atop, {});
    if (!statement.is_from()) return write_straight(statement);
    const std::span<const Member> members = members_of(statement);
    const std::size_t start = out_.size();
    const bool is_star = members.size() == 1 && members[0].is_star();
    if (!is_star && !may_share_line(statement, members)) return write_multi_line(statement);
    const std::size_t width = write_single_line(statement);
    const bool has_star = std::ranges::any_of(members, &Member::is_star);
    if (has_star || width <= options_.line_length) return;
    out_.resize(start);
    write_multi_line(statement);
  }

 private:
  std::span<const Member> members_of(const ImportStatement& statement) const {
    return std::span(set_.members)
        .subspan(statement.first_member, statement.last_member - statement.first_member + 1);
  }

  bool may_share_line(const ImportStatement& statement, std::span<const Member> members) const {
    if (options_.settings.split_on_trailing_comma && statement.has_magic_comma) return false;
    if (members.size() == 1) return true;
    return std::ranges::all_of(members, [&](const Member& member) {
      return set_.of(member.comments).empty() &&
             (!options_.settings.force_wrap_aliases || member.as_name.empty());
    });
  }

  void write_straight(const ImportStatement& statement) {
    if (statement.is_lazy) out_ += "lazy ";
    out_ += "import ";
    write_name(statement.module, statement.as_name);
    write_beside(set_.of(statement.comments).beside);
    out_ += options_.line_end;
  }

  void write_head(const ImportStatement& statement) {
    if (statement.is_lazy) out_ += "lazy ";
    out_ += "from ";
    out_.append(statement.level, '.');
    out_ += statement.module;
    out_ += " import ";
  }

  // Returns the width of the line, to which pragmas do not count.
  std::size_t write_single_line(const ImportStatement& statement) {
    const std::size_t start = out_.size();
    write_head(statement);
    const std::span<const Member> members = members_of(statement);
    for (const Member& member : members) {
      if (&member != members.data()) out_ += ", ";
      write_name(member.name, member.as_name);
    }
    common::LineWidth width = indentation_width_;
    width.add(std::string_view(out_).substr(start));
    const Comments& comments = set_.of(statement.comments);
    write_measured(comments.beside, width);
    for (const Member& member : members) {
      const Comments& of_name = set_.of(member.comments);
      write_measured(of_name.atop, width);
      write_measured(of_name.beside, width);
      write_measured(of_name.trailing, width);
    }
    write_measured(comments.trailing, width);
    out_ += options_.line_end;
    return width.columns();
  }

  void write_multi_line(const ImportStatement& statement) {
    const Comments& comments = set_.of(statement.comments);
    write_head(statement);
    out_ += '(';
    write_beside(comments.beside);
    out_ += options_.line_end;
    for (const Member& member : members_of(statement)) {
      const Comments& of_name = set_.of(member.comments);
      write_lines(of_name.atop, options_.indent);
      out_ += options_.indent;
      write_name(member.name, member.as_name);
      out_ += ',';
      write_beside(of_name.beside);
      out_ += options_.line_end;
      write_lines(of_name.trailing, options_.indent);
    }
    out_ += ')';
    write_beside(comments.trailing);
    out_ += options_.line_end;
  }

  void write_name(std::string_view name, std::string_view as_name) {
    out_ += name;
    if (as_name.empty()) return;
    out_ += " as ";
    out_ += as_name;
  }

  void write_lines(const CommentList& comments, std::string_view indentation) {
    for (const std::string_view comment : comments) {
      out_ += indentation;
      out_ += comment;
      out_ += options_.line_end;
    }
  }

  void write_beside(const CommentList& comments) {
    for (const std::string_view comment : comments) {
      out_ += "  ";
      out_ += comment;
    }
  }

  void write_measured(const CommentList& comments, common::LineWidth& width) {
    write_beside(comments);
    for (const std::string_view comment : comments) {
      const std::string_view measured = measured_part(comment);
      if (measured.empty()) continue;
      width.add_columns(2);
      width.add(measured);
    }
  }

  const ImportSet& set_;
  const FormatOptions& options_;
  common::LineWidth indentation_width_;
  std::string& out_;
};

// Sections, and what separates them.
class Formatter {
 public:
  Formatter(const ImportSet& set, const FormatOptions& options, std::string_view block_indentation,
            std::string& out)
      : set_(set), options_(options), writer_(set, options, block_indentation, out), out_(out) {}

  void run() {
    const ImportStatement* previous = nullptr;
    for (const ImportStatement& statement : set_.statements) {
      const bool is_first = begin_section(previous, statement);
      if (is_first) wants_lines_ = false;
      begin_type(statement);
      writer_.write(statement, is_first);
      // Between the types, whichever comes first.
      if (statement.is_from() == options_.settings.from_first) wants_lines_ = true;
      previous = &statement;
    }
  }

  void write_trailer(Trailer trailer) {
    if (trailer == Trailer::None) return;
    std::int64_t lines = options_.settings.lines_after_imports;
    // Formatters leave at most one blank line in stubs.
    if (options_.is_stub && lines != 0) lines = 1;
    if (lines < 0) lines = trailer == Trailer::Definition ? 2 : 1;
    write_line_ends(static_cast<std::size_t>(lines));
  }

 private:
  // Separates the statement from the previous one if they belong to different
  // sections; returns whether it is the first of its section.
  bool begin_section(const ImportStatement* previous, const ImportStatement& statement) {
    if (previous != nullptr && previous->separate == statement.separate) {
      if (previous->section == statement.section) return false;
      if (are_apart(previous->section, statement.section)) write_line_ends(1);
    } else if (previous != nullptr) {
      write_line_ends(1);
    }
    if (statement.section >= options_.settings.section_order.size()) return true;
    const auto& headings = options_.settings.import_heading;
    const auto heading = headings.find(options_.settings.section_order[statement.section]);
    if (heading != headings.end()) {
      out_ += "# ";
      out_ += heading->second;
      out_ += options_.line_end;
    }
    return true;
  }

  // Does a section behind `from` up to `to`, there or not, want a line before it?
  bool are_apart(std::uint32_t from, std::uint32_t to) const {
    const auto& order = options_.settings.section_order;
    for (std::uint32_t i = from + 1; i <= to; ++i) {
      if (i >= order.size() || !options_.settings.no_lines_before.contains(order[i])) return true;
    }
    return false;
  }

  // Separates straight from from imports with lines-between-types.
  void begin_type(const ImportStatement& statement) {
    const config::Isort& settings = options_.settings;
    if (!wants_lines_ || statement.is_from() == settings.from_first ||
        settings.force_sort_within_sections) {
      return;
    }
    write_line_ends(settings.lines_between_types);
    wants_lines_ = false;
  }

  void write_line_ends(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) out_ += options_.line_end;
  }

  const ImportSet& set_;
  const FormatOptions& options_;
  StatementWriter writer_;
  std::string& out_;
  bool wants_lines_ = false;  // The type that comes first was written last.
};

}  // namespace

void format_imports(const ImportSet& set, const FormatOptions& options, Trailer trailer,
                    std::string_view block_indentation, std::string& out) {
  Formatter formatter(set, options, block_indentation, out);
  formatter.run();
  formatter.write_trailer(trailer);
}

}  // namespace lint::imports
