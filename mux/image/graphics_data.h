// The pixels of an image as kitty's graphics protocol sends them.
#pragma once

#include <cstddef>
#include <string>

#include "common/base/result.h"
#include "mux/image/graphics_command.h"
#include "mux/image/image.h"

namespace mux::image {

// Unpacks the data and looks whether they are what the command says.  A failure's
// message is what the program is told: "EINVAL:the data are no PNG file".
common::Result<Image> read_image(const GraphicsCommand& command, std::string data,
                                 std::size_t most_bytes);

}  // namespace mux::image
