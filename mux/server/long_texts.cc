#include "mux/server/long_texts.h"

#include <unistd.h>

#include <utility>

#include "common/fs/whole_file.h"
#include "mux/platform/temporary_file.h"

namespace mux::server {

using action::LongText;

// In the hands of the loop or of the thread, one at a time.
class LongTexts::Order {
 public:
  Order(LongText text, Made made) : text_(std::move(text)), made_(std::move(made)) {}
  Order(const Order&) = delete;
  Order& operator=(const Order&) = delete;
  ~Order() {
    // Nobody has taken it: the session is over.
    if (is_temporary() && written_ && !written_->empty()) ::unlink(written_->c_str());
  }

  void work(const std::string& folder) {
    written_ = write(std::exchange(text_.make, nullptr)(), folder);
  }
  void finish() {
    common::Result<std::string> written = std::exchange(written_, std::string());
    const std::string path = is_temporary() && written ? *written : std::string();
    if (!made_(text_, std::move(written)) && !path.empty()) ::unlink(path.c_str());
  }

 private:
  bool is_temporary() const { return text_.target == LongText::Target::TemporaryFile; }

  common::Result<std::string> write(std::string text, const std::string& folder) const {
    switch (text_.target) {
      case LongText::Target::Memory:
        break;
      case LongText::Target::File:
        TRY(common::fs::write_file(text_.path, text));
        return {};
      case LongText::Target::TemporaryFile:
        return platform::write_temporary_file(folder, text);
    }
    return text;
  }

  LongText text_;
  Made made_;
  common::Result<std::string> written_;
};

void LongTexts::make(LongText text, Made made) {
  waiting_.push_back(std::make_shared<Order>(std::move(text), std::move(made)));
  start_next();
}

void LongTexts::start_next() {
  if (task_.is_running() || waiting_.empty()) return;
  std::shared_ptr<Order> order = std::move(waiting_.front());
  waiting_.pop_front();
  task_.start([order, folder = folder_] { order->work(folder); },
              [this, order] {
                order->finish();
                start_next();
              });
}

}  // namespace mux::server
