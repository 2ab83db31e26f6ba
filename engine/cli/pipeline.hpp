#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace assay::cli {

/// One thread that produces, `workers` that work, and the caller that consumes in the order of production, whoever was
/// first. What is under way lies in a ring of slots that are filled again and again, so memory does not grow with the
/// number of jobs, and a slow consumer holds up the producer. One worker needs no thread.
template <typename Slot>
class Pipeline {
 public:
  using Stopped = std::atomic<bool>;
  /// Fills a slot with the next job; false at the end, or when told that the run has stopped.
  using Produce = std::function<bool(Slot&, const Stopped&)>;
  /// Called by one thread at a time for each worker.
  using Work = std::function<void(std::size_t worker, Slot&)>;
  /// False stops the run.
  using Consume = std::function<bool(Slot&)>;

  Pipeline(std::size_t workers, Produce produce, Work work)
      : workers_(std::max<std::size_t>(workers, 1)),
        produce_(std::move(produce)),
        work_(std::move(work)),
        places_(workers_ == 1 ? 1 : 2 * workers_ + 2) {}

  void run(const Consume& consume) { workers_ == 1 ? run_here(consume) : run_in_threads(consume); }

 private:
  struct Place {
    Slot slot;
    bool is_done = false;
  };

  void run_here(const Consume& consume) {
    Slot& slot = places_.front().slot;
    while (produce_(slot, stopped_)) {
      work_(0, slot);
      if (!consume(slot)) return;
    }
  }

  void run_in_threads(const Consume& consume) {
    std::vector<std::thread> threads;
    threads.emplace_back([this] { guard([this] { produce_all(); }); });
    for (std::size_t worker = 0; worker < workers_; ++worker) {
      threads.emplace_back([this, worker] { guard([this, worker] { work_all(worker); }); });
    }
    guard([&] { consume_all(consume); });
    stop();
    for (std::thread& thread : threads) thread.join();
    if (failure_) std::rethrow_exception(failure_);
  }

  Place& place(std::uint64_t job) { return places_[static_cast<std::size_t>(job % places_.size())]; }

  void produce_all() {
    while (true) {
      {
        std::unique_lock lock(mutex_);
        has_room_.wait(lock, [&] { return stopped_ || produced_ - consumed_ < places_.size(); });
      }
      // Nobody else looks at this place before `produced_` says that it is filled.
      const bool is_filled = !stopped_ && produce_(place(produced_).slot, stopped_);
      const std::lock_guard lock(mutex_);
      if (is_filled) {
        ++produced_;
        has_work_.notify_one();
        continue;
      }
      ended_ = true;
      has_work_.notify_all();
      has_result_.notify_all();
      return;
    }
  }

  void work_all(std::size_t worker) {
    while (true) {
      std::unique_lock lock(mutex_);
      has_work_.wait(lock, [&] { return stopped_ || ended_ || taken_ < produced_; });
      if (stopped_ || taken_ == produced_) return;
      Place& mine = place(taken_++);
      lock.unlock();
      work_(worker, mine.slot);
      lock.lock();
      mine.is_done = true;
      has_result_.notify_one();
    }
  }

  void consume_all(const Consume& consume) {
    while (true) {
      std::unique_lock lock(mutex_);
      Place& next = place(consumed_);
      has_result_.wait(lock, [&] { return stopped_ || next.is_done || (ended_ && consumed_ == produced_); });
      if (stopped_ || !next.is_done) return;
      lock.unlock();
      const bool goes_on = consume(next.slot);
      lock.lock();
      next.is_done = false;
      ++consumed_;
      has_room_.notify_one();
      if (!goes_on) return;
    }
  }

  /// Keeps the first exception and stops everybody.
  template <typename Part>
  void guard(Part part) {
    try {
      part();
    } catch (...) {
      {
        const std::lock_guard lock(mutex_);
        if (!failure_) failure_ = std::current_exception();
      }
      stop();
    }
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    has_room_.notify_all();
    has_work_.notify_all();
    has_result_.notify_all();
  }

  std::size_t workers_;
  Produce produce_;
  Work work_;
  std::vector<Place> places_;

  std::mutex mutex_;
  std::condition_variable has_room_;
  std::condition_variable has_work_;
  std::condition_variable has_result_;
  std::uint64_t produced_ = 0;
  std::uint64_t taken_ = 0;
  std::uint64_t consumed_ = 0;
  bool ended_ = false;
  Stopped stopped_ = false;
  std::exception_ptr failure_;
};

}  // namespace assay::cli
