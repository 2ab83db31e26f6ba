#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace assay::cli {

/// One thread that produces, `workers` that work, and the caller that consumes in the order of production, whoever was
/// first. What is under way is bounded, so memory does not grow with the number of jobs. One worker needs no thread.
template <typename Job, typename Result>
class Pipeline {
 public:
  using Stopped = std::atomic<bool>;
  /// The next job, or nothing at the end; gives up when told that the run has stopped.
  using Produce = std::function<std::optional<Job>(const Stopped&)>;
  /// Called by one thread at a time for each worker.
  using Work = std::function<Result(std::size_t worker, Job)>;
  /// False stops the run.
  using Consume = std::function<bool(Result)>;

  Pipeline(std::size_t workers, Produce produce, Work work)
      : workers_(workers), produce_(std::move(produce)), work_(std::move(work)) {}

  void run(const Consume& consume) { workers_ <= 1 ? run_here(consume) : run_in_threads(consume); }

 private:
  void run_here(const Consume& consume) {
    while (auto job = produce_(stopped_)) {
      if (!consume(work_(0, *std::move(job)))) return;
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

  void produce_all() {
    const std::uint64_t most_under_way = 2 * workers_ + 2;
    while (true) {
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stopped_ || produced_ - consumed_ < most_under_way; });
      }
      auto job = stopped_ ? std::nullopt : produce_(stopped_);
      const std::lock_guard lock(mutex_);
      ended_ = !job.has_value();
      if (job) waiting_.emplace_back(produced_++, *std::move(job));
      changed_.notify_all();
      if (ended_) return;
    }
  }

  void work_all(std::size_t worker) {
    while (true) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return stopped_ || ended_ || !waiting_.empty(); });
      if (stopped_ || waiting_.empty()) return;
      auto job = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      Result result = work_(worker, std::move(job.second));
      lock.lock();
      done_.emplace(job.first, std::move(result));
      changed_.notify_all();
    }
  }

  void consume_all(const Consume& consume) {
    while (true) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return stopped_ || done_.count(consumed_) > 0 || (ended_ && consumed_ == produced_); });
      const auto next = done_.find(consumed_);
      if (stopped_ || next == done_.end()) return;
      Result result = std::move(next->second);
      done_.erase(next);
      lock.unlock();
      const bool goes_on = consume(std::move(result));
      lock.lock();
      ++consumed_;
      changed_.notify_all();
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
    changed_.notify_all();
  }

  std::size_t workers_;
  Produce produce_;
  Work work_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::pair<std::uint64_t, Job>> waiting_;
  std::map<std::uint64_t, Result> done_;
  std::uint64_t produced_ = 0;
  std::uint64_t consumed_ = 0;
  bool ended_ = false;
  Stopped stopped_ = false;
  std::exception_ptr failure_;
};

}  // namespace assay::cli
