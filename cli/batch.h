// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "cli/answers.h"

namespace figcheck::cli {

/// Works on several articles at once and delivers their answers in the order in which they were
/// added, whatever the number of threads.
///
/// Only so many are under way at a time, by number and by size, so that memory does not grow with
/// the corpus. All calls come from one thread, and so do those to `deliver`.
class Batch {
 public:
  using Task = std::function<Answer()>;

  /// `deliver` returns false when no further answer is wanted.
  Batch(std::size_t jobs, std::function<bool(Answer)> deliver);
  ~Batch();
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  /// Adds a task on an article of so many bytes; waits until there is room for it. Returns false
  /// when no further answer is wanted.
  bool add(Task task, std::size_t size);

  /// Waits for all tasks and delivers their answers.
  void finish();

 private:
  struct Slot {
    Task task;
    std::size_t size = 0;
    Answer answer;
    bool done = false;
  };

  void work();
  bool has_room_for(std::size_t size) const;
  void deliver_first();

  std::function<bool(Answer)> deliver_;
  bool wanted_ = true;
  std::size_t most_ = 0;       ///< Slots at a time.
  std::size_t under_way_ = 0;  ///< Bytes of all slots.
  std::deque<std::shared_ptr<Slot>>
      slots_;  ///< In the order of the answers; only the caller's thread.

  std::mutex mutex_;  ///< Guards `waiting_`, `closed_` and what becomes of a slot.
  std::condition_variable added_;
  std::condition_variable finished_;
  std::deque<std::shared_ptr<Slot>> waiting_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace figcheck::cli
