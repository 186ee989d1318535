// --statistics: how often each rule was violated, instead of the findings.
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "lint/report/report.h"

namespace lint {

// The most frequent rule first.  Nothing if there are no findings.  Only for
// full, concise and json; of the first two, a summary follows.
common::Result<std::string> statistics_text(std::string_view format,
                                            std::span<const FileFindings> files,
                                            const ReportContext& context);

}  // namespace lint
