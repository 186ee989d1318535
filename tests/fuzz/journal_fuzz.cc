// Any bytes as a journal, as a record of one and as the text of a pane: reading ends, a
// record that is read is the same after it has been written and read, and the session
// it describes is sound.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/check.h"
#include "mux/journal/pane_log.h"
#include "mux/journal/record_log.h"
#include "mux/journal/restore_session.h"
#include "mux/journal/session_record.h"
#include "mux/model/fake_host_test_support.h"
#include "mux/model/invariants.h"

namespace {

using namespace mux;

void check_record(const journal::SessionRecord& record) {
  const std::string text = journal::encode(record);
  const auto again = journal::decode(text);
  CHECK(again.has_value());
  CHECK(*again == record);

  model::FakeHost host;
  model::Session session(*model::SessionName::parse("fuzz"), {});
  session.size = {.columns = 80, .rows = 24};
  journal::restore(
      session, host, record,
      {.runs_commands = true, .text_of = [](const std::string& file) { return file; }});
  CHECK(model::check_invariants(session).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto record = journal::replay(bytes)) check_record(*record);
  if (const auto record = journal::decode(bytes)) check_record(*record);
  static_cast<void>(journal::text_of_pane_log(bytes));
  // Whatever precedes a cut is there without what follows it.
  const auto all = journal::scan_records(bytes);
  if (!all) return 0;
  const auto cut = journal::scan_records(bytes.substr(0, all->size));
  CHECK(cut.has_value());
  CHECK(cut->payloads == all->payloads);
  return 0;
}
