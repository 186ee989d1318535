#include "lint/cache/findings_codec.h"

#include <utility>

namespace lint {
namespace {

void write_range(ByteWriter& out, TextRange range) {
  out.number(range.start);
  out.number(range.end);
}

TextRange read_range(ByteReader& in) {
  const auto start = in.number<std::uint32_t>();
  return {start, in.number<std::uint32_t>()};
}

void write_fix(ByteWriter& out, const std::optional<Fix>& fix) {
  out.number(static_cast<std::uint8_t>(fix.has_value()));
  if (!fix) return;
  out.number(static_cast<std::uint8_t>(fix->applicability));
  out.number(fix->isolation);
  out.number(static_cast<std::uint32_t>(fix->edits.size()));
  for (const Edit& edit : fix->edits) {
    write_range(out, edit.range);
    out.text(edit.content);
  }
}

std::optional<Fix> read_fix(ByteReader& in) {
  if (in.number<std::uint8_t>() == 0) return std::nullopt;
  Fix fix;
  fix.applicability = static_cast<Applicability>(in.number<std::uint8_t>());
  fix.isolation = in.number<std::uint32_t>();
  for (std::uint32_t left = in.count(); left > 0 && !in.has_failed(); --left) {
    const TextRange range = read_range(in);
    fix.edits.push_back({range, std::string(in.text())});
  }
  return fix;
}

void write_annotations(ByteWriter& out, const std::vector<Annotation>& annotations) {
  out.number(static_cast<std::uint32_t>(annotations.size()));
  for (const Annotation& annotation : annotations) {
    write_range(out, annotation.range);
    out.text(annotation.message);
  }
}

std::vector<Annotation> read_annotations(ByteReader& in) {
  std::vector<Annotation> annotations;
  for (std::uint32_t left = in.count(); left > 0 && !in.has_failed(); --left) {
    const TextRange range = read_range(in);
    annotations.push_back({range, std::string(in.text())});
  }
  return annotations;
}

void write_notes(ByteWriter& out, const std::vector<Note>& notes) {
  out.number(static_cast<std::uint32_t>(notes.size()));
  for (const Note& note : notes) {
    out.number(static_cast<std::uint8_t>(note.level));
    out.text(note.message);
  }
}

std::vector<Note> read_notes(ByteReader& in) {
  std::vector<Note> notes;
  for (std::uint32_t left = in.count(); left > 0 && !in.has_failed(); --left) {
    const auto level = static_cast<Note::Level>(in.number<std::uint8_t>());
    notes.push_back({level, std::string(in.text())});
  }
  return notes;
}

void write_offset(ByteWriter& out, std::optional<std::uint32_t> offset) {
  out.number(static_cast<std::uint8_t>(offset.has_value()));
  if (offset) out.number(*offset);
}

std::optional<std::uint32_t> read_offset(ByteReader& in) {
  if (in.number<std::uint8_t>() == 0) return std::nullopt;
  return in.number<std::uint32_t>();
}

Diagnostic read_finding(ByteReader& in) {
  Diagnostic finding{.rule = {in.number<std::uint16_t>()}, .range = read_range(in)};
  finding.message = in.text();
  finding.fix_title = in.text();
  finding.fix = read_fix(in);
  finding.parent = read_offset(in);
  finding.annotations = read_annotations(in);
  finding.primary_note = in.text();
  finding.notes = read_notes(in);
  finding.noqa_offset = read_offset(in);
  return finding;
}

}  // namespace

std::string encode_findings(const std::vector<Diagnostic>& diagnostics) {
  ByteWriter out;
  out.number(static_cast<std::uint32_t>(diagnostics.size()));
  for (const Diagnostic& finding : diagnostics) {
    out.number(finding.rule.index);
    write_range(out, finding.range);
    out.text(finding.message);
    out.text(finding.fix_title);
    write_fix(out, finding.fix);
    write_offset(out, finding.parent);
    write_annotations(out, finding.annotations);
    out.text(finding.primary_note);
    write_notes(out, finding.notes);
    write_offset(out, finding.noqa_offset);
  }
  return out.take();
}

std::optional<std::vector<Diagnostic>> decode_findings(std::string_view bytes) {
  ByteReader in(bytes);
  std::vector<Diagnostic> diagnostics;
  for (std::uint32_t left = in.count(); left > 0 && !in.has_failed(); --left) {
    diagnostics.push_back(read_finding(in));
  }
  if (in.has_failed() || !in.is_at_end()) return std::nullopt;
  return diagnostics;
}

}  // namespace lint
