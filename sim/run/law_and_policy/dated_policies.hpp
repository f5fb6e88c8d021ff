#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "sim/run/law_and_policy/policy.hpp"

namespace minimasim::run {

// The policy of a municipality on a date, read when it is first asked for and kept. Many threads may ask.
class DatedPolicies {
  public:
    // Called one at a time; may throw InputError, which then goes to everyone who asks.
    using Read = std::function<DatedPolicy(std::string const& municipality, Date date)>;

    explicit DatedPolicies(Read read) : read_(std::move(read)) {}

    DatedPolicy const& at(std::string const& municipality, Date date) const;

  private:
    Read read_;
    mutable std::mutex mutex_;
    mutable std::map<std::pair<std::string, Date>, std::unique_ptr<DatedPolicy const>> policies_;
};

}  // namespace minimasim::run
